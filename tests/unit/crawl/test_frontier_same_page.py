"""The same page by several addresses: redirects, twins and canonical addresses, believed or not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from frontier_made import SITE, captured, crawl, ending, link, make, take

from eaa_checker.domain.address import Ending, FoundBy


def test_a_redirect_to_a_captured_page_is_a_duplicate() -> None:
    frontier = make()
    crawl(frontier)
    link(frontier, "/home")
    [line] = frontier.ended(captured(take(frontier), f"{SITE}/"))
    assert (line.ending, line.detail) == (Ending.DUPLICATE, f"{SITE}/")
    assert frontier.tested == 1


def test_the_target_of_a_redirect_is_not_visited_again() -> None:
    frontier = make(start=False)
    link(frontier, "/a")
    link(frontier, "/a/lang")
    first, *others = frontier.ended(captured(take(frontier), f"{SITE}/a/lang"))
    assert first.ending is Ending.CAPTURED
    assert [(o.address, o.ending, o.detail) for o in others] == [(f"{SITE}/a/lang", Ending.DUPLICATE, f"{SITE}/a")]
    assert frontier.next() is None
    link(frontier, "/b")
    frontier.ended(captured(take(frontier), f"{SITE}/b/later"))
    later = link(frontier, "/b/later")
    assert later is not None
    assert (later.ending, later.detail) == (Ending.DUPLICATE, f"{SITE}/b")


def test_two_in_flight_that_end_at_one_page() -> None:
    frontier = make(start=False)
    link(frontier, "/a")
    link(frontier, "/b")
    a, b = take(frontier), take(frontier)
    assert [line.ending for line in frontier.ended(captured(a, b.address))] == [Ending.CAPTURED]
    assert [line.ending for line in frontier.ended(captured(b))] == [Ending.DUPLICATE]


def test_a_redirect_outside_or_to_where_robots_forbids_is_no_capture() -> None:
    frontier = make(robots="User-agent: *\nDisallow: /intern")
    link(frontier, "/a")
    [away] = frontier.ended(captured(take(frontier), "https://elders.nl/"))
    [forbidden] = frontier.ended(captured(take(frontier), f"{SITE}/intern/x"))
    assert away.ending is Ending.REDIRECTED_AWAY
    assert forbidden.ending is Ending.ROBOTS
    assert frontier.tested == 0


def test_a_redirect_to_the_twin_is_the_same_page() -> None:
    frontier = make(start=False)
    frontier.add("http://vrdemo.nl/", FoundBy.START)
    [line] = frontier.ended(captured(take(frontier), f"{SITE}/"))
    assert line.ending is Ending.CAPTURED


@pytest.mark.parametrize(
    ("page", "canonical"),
    [
        ("/nieuws/brand?ref=1", "/nieuws/brand"),
        ("/actueel/brand", "/nieuws/brand"),
        ("/nieuws/Brand/", "/nieuws/brand"),
    ],
)
def test_a_canonical_that_is_the_same_page_is_captured_once(page: str, canonical: str) -> None:
    frontier = make(start=False)
    link(frontier, page)
    link(frontier, canonical, 2)
    line, *others = frontier.ended(captured(take(frontier)), SITE + canonical)
    assert line.ending is Ending.CAPTURED
    assert [o.ending for o in others] == [Ending.DUPLICATE]
    assert frontier.next() is None

    turned = make(start=False)
    link(turned, canonical)
    turned.ended(captured(take(turned)), SITE + canonical)
    link(turned, page)
    while (alias := turned.next()) is not None:
        turned.ended(captured(alias), SITE + canonical)
    assert turned.tested == 1
    assert ending(turned, page) is Ending.DUPLICATE


@pytest.mark.parametrize("canonical", ["/", "/nieuws", "/index.php"])
def test_a_canonical_that_cannot_be_true_hides_nothing(canonical: str) -> None:
    frontier = make(start=False)
    pages = ["/", "/nieuws", "/nieuws/brand", "/nieuws/storing", "/index.php?id=1", "/index.php?id=2"]
    for page in pages:
        link(frontier, page)
    while (line := frontier.next()) is not None:
        frontier.ended(captured(line, title=line.address), SITE + canonical)
    assert all(ending(frontier, page) is Ending.CAPTURED for page in pages)


def test_a_canonical_without_what_names_the_page_is_not_believed() -> None:
    frontier = make(start=False)
    for page in ("/index.php", "/index.php?id=1", "/index.php?id=2"):
        link(frontier, page)
    while (line := frontier.next()) is not None:
        frontier.ended(captured(line), f"{SITE}/index.php")
    assert frontier.tested == 3


def test_pages_with_other_titles_are_other_pages() -> None:
    frontier = make(start=False)
    link(frontier, "/nieuws")
    frontier.ended(captured(take(frontier), title="Nieuws"), f"{SITE}/nieuws")
    link(frontier, "/nieuws?page=2")
    [line] = frontier.ended(captured(take(frontier), title="Nieuws, pagina 2"), f"{SITE}/nieuws")
    assert line.ending is Ending.CAPTURED


def test_an_unknown_canonical_is_visited_when_it_is_another_page() -> None:
    frontier = make()
    line, found = frontier.ended(captured(take(frontier)), f"{SITE}/welkom")
    assert (found.address, found.found_by, found.ending) == (f"{SITE}/welkom", FoundBy.CANONICAL, Ending.WAITING)
    assert found.found_on == line.address
    assert frontier.ended(captured(take(frontier)), f"{SITE}/welkom") == [captured(replace(found, attempts=1))]
