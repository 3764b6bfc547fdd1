"""Which address comes next, and how each ended."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from frontier_made import SITE, captured, crawl, ending, link, make, take
from hypothesis import given, settings
from hypothesis import strategies as st

from eaa_checker.crawl import frontier as frontier_module
from eaa_checker.crawl.frontier import Frontier
from eaa_checker.crawl.scope import Scope
from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.scan import ScanOptions
from rules.contract import Words

# -- adding -------------------------------------------------------------------------------------------------------


def test_an_address_is_known_once_whatever_its_spelling() -> None:
    frontier = make()
    line = link(frontier, "/a?utm_source=x#top")
    assert line == AddressLine(f"{SITE}/a", FoundBy.LINK, 1, f"{SITE}/")
    for again in ("/a", "http://vrdemo.nl/a", "https://VRDEMO.nl:443/b/../a"):
        assert link(frontier, again) is None
    assert link(frontier, "tel:112//") is None
    assert link(frontier, "https://[/") is None
    assert frontier.found == 2
    assert frontier.remaining() == 2


def test_outside_the_target_one_line_per_host() -> None:
    frontier = make()
    first = link(frontier, "https://elders.nl/a")
    assert first is not None
    assert first.ending is Ending.OUT_OF_SCOPE
    assert link(frontier, "https://elders.nl/b") is None
    for number in range(500):
        link(frontier, f"https://host{number}.nl/")
    outside = [line for line in frontier.lines() if line.ending is Ending.OUT_OF_SCOPE]
    assert len(outside) == frontier_module.MOST_OUTSIDE
    assert frontier.unlisted == 301
    assert frontier.remaining() == 1


def test_robots_traps_depth_and_documents_end_at_once_with_a_reason() -> None:
    frontier = make(robots="User-agent: *\nDisallow: /intern", depth=2)
    for path, depth, ends, word in (
        ("/intern/a", 1, Ending.ROBOTS, "robots.txt"),
        ("/a/b/a/b/a/b", 1, Ending.TRAP, "herhalen"),
        ("/diep", 3, Ending.LIMIT, "startadres"),
        ("/plan.pdf", 1, Ending.DOCUMENT, "PDF"),
    ):
        line = link(frontier, path, depth)
        assert line is not None
        assert line.ending is ends
        assert word in line.detail
    download = link(frontier, "/gids", document=True)
    assert download is not None
    assert download.ending is Ending.DOCUMENT
    assert crawl(frontier) == ["/"]


def test_what_a_person_named_is_visited_even_when_it_looks_like_a_trap_or_document() -> None:
    frontier = make(start=False, depth=0)
    for path in ("/plan.pdf", "/a/b/a/b/a/b"):
        line = frontier.add(SITE + path, FoundBy.INSPECTOR)
        assert line is not None
        assert line.ending is Ending.WAITING
    refused = make(start=False, robots="User-agent: *\nDisallow: /").add(SITE, FoundBy.START)
    assert refused is not None
    assert refused.ending is Ending.ROBOTS


def test_documents_and_addresses_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frontier_module, "MOST_DOCUMENTS", 3)
    monkeypatch.setattr(frontier_module, "MOST_ADDRESSES", 8)
    frontier = make()
    endings = [line.ending for n in range(5) if (line := link(frontier, f"/stuk-{n}.pdf")) is not None]
    assert endings == [Ending.DOCUMENT] * 3 + [Ending.LIMIT] * 2
    assert link(frontier, "/a") is not None
    assert frontier.notes == ()
    assert link(frontier, "/b") is not None
    assert link(frontier, "/c") is None
    assert frontier.unlisted == 1
    assert "1 verdere" in frontier.notes[0].nl


def test_a_shorter_way_opens_what_was_too_far_and_the_inspector_brings_it_forward() -> None:
    frontier = make(depth=1)
    far = link(frontier, "/a", 2)
    assert far is not None
    assert far.ending is Ending.LIMIT
    near = link(frontier, "/a", 1)
    assert near is not None
    assert (near.ending, near.depth, near.detail) == (Ending.WAITING, 1, "")
    assert link(frontier, "/a", 1) is None
    link(frontier, "/b", 1)
    named = frontier.add(f"{SITE}/b", FoundBy.INSPECTOR)
    assert named is not None
    assert named.found_by is FoundBy.INSPECTOR
    assert crawl(frontier) == ["/", "/b", "/a"]


def test_print_and_sort_forms_are_duplicates_of_what_is_known() -> None:
    frontier = make()
    link(frontier, "/nieuws/brand")
    for path in ("/nieuws/brand/print", "/nieuws/brand?sort=asc"):
        line = link(frontier, path)
        assert line is not None
        assert (line.ending, line.detail) == (Ending.DUPLICATE, f"{SITE}/nieuws/brand")
    only = link(frontier, "/lijst?sort=asc")
    assert only is not None
    assert only.ending is Ending.WAITING
    other = link(frontier, "/lijst?sort=desc")
    assert other is not None
    assert other.ending is Ending.DUPLICATE


# -- order --------------------------------------------------------------------------------------------------------


def test_start_then_links_then_sitemap_then_further_away() -> None:
    frontier = make(start=False)
    frontier.add(f"{SITE}/uit-sitemap", FoundBy.SITEMAP, 1)
    link(frontier, "/ver", 3)
    link(frontier, "/tweede", 2)
    link(frontier, "/a/b/c")
    link(frontier, "/a")
    frontier.add(f"{SITE}/", FoundBy.START)
    assert crawl(frontier) == ["/", "/a", "/a/b/c", "/uit-sitemap", "/tweede", "/ver"]


def test_the_first_pages_are_not_all_news() -> None:
    frontier = make(max_pages=50)
    frontier.add(f"{SITE}/nieuws", FoundBy.LINK, 1)
    for n in range(500):
        frontier.add(
            f"{SITE}/nieuws/2026/bericht-{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}-{n // 100}",
            FoundBy.SITEMAP,
            1,
        )
    for section in ("risicos", "organisatie", "werken-bij", "112"):
        for n in range(20):
            frontier.add(f"{SITE}/{section}/deel-{n}", FoundBy.SITEMAP, 1)
    visited = crawl(frontier)
    assert len(visited) == 50
    assert 8 <= sum(path.startswith("/nieuws") for path in visited) <= 14


def test_languages_are_no_sections() -> None:
    frontier = make(max_pages=7)
    for n in range(20):
        link(frontier, f"/nl/nieuws/bericht-{n}")
    for section in ("loket", "contact", "over"):
        link(frontier, f"/nl/{section}/x")
    assert sum("nieuws" in path for path in crawl(frontier)) == 3


# -- limits -------------------------------------------------------------------------------------------------------


def test_captured_and_failed_pages_count_the_rest_does_not() -> None:
    frontier = make(max_pages=3)
    for path in ("/a", "/b", "/c", "/d", "/e"):
        link(frontier, path)
    endings = iter((Ending.CAPTURED, Ending.DOCUMENT, Ending.NOT_FOUND, Ending.REDIRECTED_AWAY, Ending.NOT_SETTLED))
    while (line := frontier.next()) is not None:
        frontier.ended(replace(line, ending=next(endings)))
    assert (frontier.tested, frontier.failed, frontier.documents, frontier.remaining()) == (2, 1, 1, 1)
    assert frontier.exhausted
    [left] = frontier.finish()
    assert left.ending is Ending.LIMIT
    assert "aantal pagina" in left.detail
    assert frontier.remaining() == 0


def test_pages_in_flight_count_too_but_may_turn_out_not_to() -> None:
    frontier = make(max_pages=2)
    link(frontier, "/a")
    link(frontier, "/b")
    first, second = take(frontier), take(frontier)
    assert frontier.next() is None
    assert not frontier.exhausted
    frontier.ended(replace(first, ending=Ending.DOCUMENT))
    third = take(frontier)
    frontier.ended(captured(second))
    frontier.ended(captured(third))
    assert frontier.exhausted


def test_stopping_ends_what_waits_and_what_is_in_flight() -> None:
    frontier = make()
    link(frontier, "/a")
    take(frontier)
    stopped = frontier.finish(stopped=True, reason=Words("crisis", "crisis"))
    assert [line.ending for line in stopped] == [Ending.STOPPED] * 2
    assert stopped[0].detail == "crisis / crisis"
    assert frontier.next() is None
    assert frontier.exhausted


# -- trying again, going on ---------------------------------------------------------------------------------------


def test_passing_trouble_is_tried_again_after_the_others() -> None:
    frontier = make(start=False)
    link(frontier, "/a")
    link(frontier, "/b")
    failed = replace(take(frontier), ending=Ending.TIMEOUT)
    waiting = frontier.put_back(failed)
    assert waiting is not None
    assert (waiting.ending, waiting.attempts) == (Ending.WAITING, 1)
    assert take(frontier).address == f"{SITE}/b"
    for attempt in (2, 3):
        again = take(frontier)
        assert (again.address, again.attempts) == (f"{SITE}/a", attempt)
        tried = frontier.put_back(replace(again, ending=Ending.TIMEOUT))
    assert tried is None
    assert frontier.put_back(replace(again, ending=Ending.NOT_FOUND, attempts=1)) is None
    frontier.ended(replace(again, ending=Ending.TIMEOUT))
    assert frontier.failed == 1


def test_going_on_after_an_interruption() -> None:
    before = make(max_pages=4)
    for path in ("/a", "/b", "/c", "/d", "/plan.pdf", "/b/print", "https://elders.nl/"):
        link(before, path)
    before.ended(captured(take(before), f"{SITE}/welkom"))
    before.ended(replace(take(before), ending=Ending.NOT_FOUND))
    in_flight = take(before)

    after = make(max_pages=4, known=list(before.lines()), start=False)
    assert list(after.lines()) == list(before.lines())
    assert (after.tested, after.failed, after.documents, after.remaining()) == (1, 1, 1, 3)
    assert link(after, "/a") is None
    assert link(after, "https://elders.nl/x") is None
    welcome = link(after, "/welkom")
    assert welcome is not None
    assert welcome.ending is Ending.DUPLICATE
    rest = crawl(after)
    assert len(rest) == 2
    assert in_flight.address.removeprefix(SITE) not in rest
    assert after.exhausted


def test_a_stopped_line_waits_again() -> None:
    line = AddressLine(f"{SITE}/a", FoundBy.LINK, 1, ending=Ending.STOPPED, detail="x")
    assert crawl(make(known=[line])) == ["/", "/a"]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 3), st.integers(1, 12))
def test_whatever_happens_each_line_ends_and_the_limit_holds(seed: int, parallel: int, max_pages: int) -> None:
    chance = random.Random(seed)
    frontier = make(max_pages=max_pages, depth=3)
    stored: dict[str, AddressLine] = {line.address: line for line in frontier.lines()}
    flying: list[AddressLine] = []
    visits: list[str] = []
    paths = [f"/{a}/{b}" for a in "abc" for b in "xyz"] + ["/", "/print/a/x", "/a/x?sort=1", "/x.pdf", "/a/x?page=2"]
    for _ in range(400):
        while len(flying) < parallel and (line := frontier.next()) is not None:
            flying.append(line)
            visits.append(line.address)
        if not flying:
            break
        line = flying.pop(chance.randrange(len(flying)))
        final = SITE + chance.choice([*paths, "/nieuw"]) if chance.random() < 0.3 else line.address
        if chance.random() < 0.7:
            changed = frontier.ended(
                captured(line, final), SITE + chance.choice(paths) if chance.random() < 0.3 else ""
            )
        else:
            bad = replace(line, ending=chance.choice([Ending.TIMEOUT, Ending.NOT_FOUND, Ending.DOCUMENT]))
            again = frontier.put_back(bad)
            changed = [again] if again is not None else frontier.ended(bad)
        for _ in range(3):
            found = link(frontier, chance.choice(paths), line.depth + 1)
            changed += [found] if found is not None else []
        stored |= {c.address: c for c in changed}
        assert frontier.tested + frontier.failed + len(flying) <= max_pages
    assert frontier.exhausted
    stored |= {c.address: c for c in frontier.finish()}
    assert stored == {c.address: c for c in frontier.lines()}
    assert all(line.ending is not Ending.WAITING for line in stored.values())
    assert frontier.remaining() == 0
    assert all(visits.count(v) <= 3 for v in visits)
    tested = [frontier.scope.identity(c.final_address) for c in stored.values() if c.ending.tested]
    assert len(tested) == len(set(tested)) == frontier.tested


def test_a_list_of_pages_is_visited_and_nothing_else() -> None:
    named = (f"{SITE}/contact", f"{SITE}/?p=2")
    made = Frontier(Scope(f"{SITE}/"), ScanOptions(addresses=named, max_pages=2))
    for address in named:
        made.add(address, FoundBy.INSPECTOR)
    line = take(made)
    assert link(made, "/diensten") == made.line(f"{SITE}/diensten")
    made.add(f"{SITE}/canoniek", FoundBy.CANONICAL)
    made.ended(captured(line))
    assert {line.address, *(SITE + path for path in crawl(made))} == set(named)
    assert ending(made, "/diensten") is ending(made, "/canoniek") is Ending.LIMIT
