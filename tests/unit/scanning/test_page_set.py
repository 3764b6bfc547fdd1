"""What a scan remembers of the pages it judged, for those that come after."""

from __future__ import annotations

import json
from typing import Any

from eaa_checker.scanning.page_set import PageSet
from rules.knowledge.page_set import Menu, Outline, Search, alike, compared, first_turned

SITE = "https://www.rijnmark.nl"


def menu(*names: str, place: str = "navigation") -> Menu:
    return Menu(place, tuple((f"rijnmark.nl/{name.lower()}", name) for name in names))


def outline(path: str, title: str, subject: str, *menus: Menu, language: str = "nl") -> Outline:
    return Outline(SITE + path, language, title, subject, menus, (Search("rijnmark.nl/zoek", "Zoeken"),))


USUAL = menu("Nieuws", "Rampen", "Brandweer", "Zorg", "Contact")


def earlier(seen: PageSet, here: Outline) -> dict[str, Any]:
    found: dict[str, Any] = seen.record(here)["earlier"]
    return found


def test_the_first_page_is_compared_with_nothing() -> None:
    assert earlier(PageSet(SITE), outline("/", "Rijnmark", "Welkom", USUAL))["pages"] == 0


def test_pages_in_another_language_are_not_compared() -> None:
    seen = PageSet(SITE)
    seen.add(outline("/", "Rijnmark", "Welkom", USUAL))
    found = earlier(seen, outline("/en/news", "Rijnmark", "News", USUAL, language="en"))
    assert (found["pages"], found["titled"], found["menus"], found["searches"]) == (0, (), (), ())


def test_the_record_stays_small_however_large_the_site() -> None:
    seen = PageSet(SITE)
    for number in range(2000):
        own = menu("Nieuws", "Rampen", "Brandweer", "Zorg", "Contact", f"Pagina{number}")
        seen.add(outline(f"/{number}", "Rijnmark", f"Kop {number}", own))
    found = earlier(seen, outline("/zorg", "Rijnmark", "Zorg", USUAL))
    assert (found["pages"], found["titled_count"]) == (2000, 2000)
    assert 2 <= len(found["titled"]) <= 7
    assert 2 <= len(found["menus"]) <= 12
    assert found["called"] == ("Zorg",)
    assert len(json.dumps(found)) < 20_000


def test_the_home_page_is_always_told_by_path_or_as_start() -> None:
    for start, path in ((SITE, "/"), (SITE, "/nl/home"), (SITE + "/112/", "/112/")):
        seen = PageSet(start)
        for number in range(8):
            seen.add(outline(f"/{number}", "Rijnmark", f"Kop {number}"))
        seen.add(outline(path, "Rijnmark", "Welkom"))
        titled = earlier(seen, outline("/zorg", "Rijnmark", "Zorg"))["titled"]
        assert [one["address"] for one in titled if one["home"]] == [SITE + path]


def test_a_stored_record_is_taken_up_and_another_form_is_left_out() -> None:
    first, second = PageSet(SITE), PageSet(SITE)
    one, two = outline("/", "Rijnmark", "Welkom", USUAL), outline("/zorg", "Rijnmark", "Zorg", USUAL)
    stored = json.loads(json.dumps(first.record(one)))
    first.add(one)
    second.take_up(stored)
    for odd in ({}, {"here": {}}, {"here": 5}, {"here": {**stored["here"], "menus": [{"place": "x"}]}}):
        second.take_up(odd)
    assert first.record(two) == second.record(two)


def test_menus_are_compared_by_what_they_share() -> None:
    assert [name for _, name, _ in compared(USUAL, menu("Nieuws", "Rampen", "Brandweer", "Zorg"), ())] == [
        "Nieuws", "Rampen", "Brandweer", "Zorg",
    ]  # fmt: skip
    assert compared(USUAL, menu("Nieuws", "Rampen", "Brandweer"), ()) == []
    assert compared(USUAL, menu("Nieuws", "Rampen", "Brandweer", "Zorg", place="contentinfo"), ()) == []
    # The page itself, and the section that holds it, may stand anywhere.
    assert len(compared(USUAL, USUAL, ("rijnmark.nl/zorg",))) == 4
    assert len(compared(USUAL, USUAL, ("rijnmark.nl/zorg/ggd/inenten",))) == 4
    assert len(compared(USUAL, USUAL, ("rijnmark.nl/zorgverleners",))) == 5


def test_what_is_named_by_where_one_is_does_not_count() -> None:
    here = Menu("navigation", (*USUAL.links, ("rijnmark.nl/3", "Volgende"), ("rijnmark.nl/1", "Vorige")))
    there = Menu("navigation", (*USUAL.links, ("rijnmark.nl/4", "Volgende"), ("rijnmark.nl/3", "Vorige")))
    assert [leads_to for leads_to, _, _ in compared(here, there, ())] == [leads_to for leads_to, _ in USUAL.links]
    here = Menu("navigation", (*USUAL.links, ("rijnmark.nl/3", "Ouder bericht")))
    there = Menu("navigation", (*USUAL.links, ("rijnmark.nl/3", "Nieuwer"), ("rijnmark.nl/2", "Ouder bericht")))
    assert len(compared(here, there, ())) == 5


def test_the_first_turned_pair_is_told_in_the_order_of_the_other_page() -> None:
    moved = menu("Contact", "Nieuws", "Rampen", "Brandweer", "Zorg")
    assert first_turned(compared(moved, USUAL, ()), USUAL) == ("Nieuws", "Contact")
    more = menu("Nieuws", "Oefenen", "Rampen", "Brandweer", "Zorg", "Contact")
    assert first_turned(compared(more, USUAL, ()), USUAL) is None


def test_names_are_alike_but_for_numbers_marks_and_form() -> None:
    assert alike("Berichten (3)", "Berichten")
    assert alike("Zoek", "Zoeken op deze site")
    assert alike("Naar de homepage", "Homepage")
    assert not alike("Actueel", "Nieuws")
