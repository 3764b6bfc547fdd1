"""Endless series are bounded; ordinary sites are not hurt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaa_checker.crawl.traps import Trap, TrapLimits, Traps, plain_form
from eaa_checker.domain.web_address import normalise

SITE = "https://www.gemeente.example"


def visit(addresses: list[str], limits: TrapLimits | None = None) -> tuple[int, Trap | None]:
    """How many are visited, and the first reason not to."""
    traps = Traps(limits)
    visited, first = 0, None
    for address in addresses:
        trap = traps.check(address)
        if trap is None:
            traps.count(address)
            visited += 1
        first = first or trap
    return visited, first


@pytest.mark.parametrize(
    ("address", "trap"),
    [
        (f"{SITE}/{'a' * 2_000}", Trap.TOO_LONG),
        (f"{SITE}/" + "/".join(f"deel{n}x" for n in "abcdefghijklmnop"), Trap.TOO_DEEP),
        (f"{SITE}/a/b/a/b/a/b", Trap.REPEATED),
        (f"{SITE}/x/contact/contact/contact", Trap.REPEATED),
        (f"{SITE}/nieuws/a/nieuws/b/nieuws/c/nieuws/d/nieuws", Trap.REPEATED),
        (f"{SITE}/nieuws/nieuws/nieuwsbrief", None),
        (f"{SITE}/a/b/a/b", None),
        (f"{SITE}/1/1/1", None),
        (f"{SITE}/", None),
        (f"{SITE}/nl/inwoners/veiligheid/112/wat-doe-ik-bij/brand/in-huis/met-kinderen/rookmelders", None),
    ],
)
def test_one_look_is_enough_for_these(address: str, trap: Trap | None) -> None:
    assert Traps().check(address) is trap


@pytest.mark.parametrize(
    ("addresses", "trap"),
    [
        ([f"{SITE}/agenda/{y}/{m:02}" for y in range(2000, 2099) for m in range(1, 13)], Trap.CALENDAR),
        (
            [f"{SITE}/agenda/{y}-{m:02}-{d:02}" for y in (2025, 2026) for m in range(1, 13) for d in (1, 2)],
            Trap.CALENDAR,
        ),
        ([f"{SITE}/agenda/20260{m}{d}" for m in range(1, 9) for d in range(10, 28)], Trap.CALENDAR),
        ([f"{SITE}/agenda/dag/{d}-{m}-2026" for m in range(1, 9) for d in range(1, 28)], Trap.CALENDAR),
        ([f"{SITE}/agenda?maand={y}-{m:02}" for y in range(2000, 2099) for m in range(1, 13)], Trap.CALENDAR),
        ([f"{SITE}/agenda?month={m}&year={y}" for y in range(2000, 2099) for m in range(1, 13)], Trap.CALENDAR),
        ([f"{SITE}/events?tribe-bar-date={y}-01-01" for y in range(2000, 2099)], Trap.CALENDAR),
        ([f"{SITE}/lijst/pagina/{n}" for n in range(1, 500)], Trap.SERIES),
        ([f"{SITE}/x{n}" for n in range(1, 500)], Trap.SERIES),
        ([f"{SITE}/zoeken?q=brand&page={n}" for n in range(1, 500)], Trap.COMBINATIONS),
        ([f"{SITE}/catalogus?kleur={a}&maat={b}" for a in "abcdefgh" for b in "xyzuvw"], Trap.COMBINATIONS),
        ([f"{SITE}/index.php?id={n}&x={m}" for n in range(90) for m in range(90)], Trap.COMBINATIONS),
        ([f"{SITE}/a?mijnsessie=abcdef0123456789{n}" for n in range(1_000, 1_050)], Trap.SESSION),
        ([f"{SITE}/(S(lit3py55t21z5v55vlm{n}x))/start" for n in range(100, 150)], Trap.SESSION),
    ],
)
def test_endless_series_are_bounded(addresses: list[str], trap: Trap) -> None:
    visited, first = visit(addresses)
    assert first is trap
    assert 3 <= visited <= 205


def test_a_municipality_is_not_hurt() -> None:
    titles = (
        "brand",
        "storing-112",
        "nieuwe-voorzitter",
        "oefening",
        "rookmelders",
        "jaarverslag",
        "wijkteam",
        "vuurwerk",
    )
    addresses = [
        f"{SITE}/nieuws/{y}/{m:02}/{title}-{place}"
        for y in (2024, 2025, 2026)
        for m in range(1, 13)
        for title in titles
        for place in ("oost", "west")
    ]
    addresses += [f"{SITE}/nieuws/{y}/{m:02}" for y in (2025, 2026) for m in range(1, 13)]
    addresses += [f"{SITE}/onderwerpen/{a}/{b}" for a in titles for b in ("aanvragen", "kosten", "contact", "melden")]
    addresses += [f"{SITE}/product/{n}/{title}" for n, title in enumerate(titles * 1, 1_000)]
    addresses += [f"{SITE}/loket?product={title}" for title in titles]
    addresses += [f"{SITE}/nieuws?page={n}" for n in range(20)]
    addresses += [f"{SITE}/node/{n}" for n in (12, 18, 144, 1_523, 90_210)]
    addresses += [f"{SITE}/raad/vergadering-{d}-maart-2026" for d in range(1, 31)]
    assert visit(addresses) == (len(addresses), None)


def test_a_site_that_addresses_everything_by_number_is_not_hurt() -> None:
    addresses = [f"{SITE}/index.php?option=com_content&view=article&id={n}&Itemid={n % 7}" for n in range(100)]
    assert visit(addresses) == (100, None)
    addresses = [f"{SITE}/?p={n}" for n in range(150)]
    assert visit(addresses) == (150, None)
    documents = [f"{SITE}/stuk?documentId=3f2504e0-4f89-11d3-9a0c-0305e82c3{n}" for n in range(100, 120)]
    assert visit(documents) == (20, None)


def test_limits_grow_with_the_scan() -> None:
    addresses = [f"{SITE}/artikel/{n}" for n in range(400)]
    assert visit(addresses, TrapLimits.for_pages(20))[0] == 40
    assert visit(addresses, TrapLimits.for_pages(60))[0] == 60  # a numbered site can fill the scan
    assert visit(addresses, TrapLimits.for_pages(1_000)) == (400, None)


def test_looking_does_not_count() -> None:
    traps = Traps()
    assert all(traps.check(f"{SITE}/x{n}") is None for n in range(500))


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("/nieuws/brand/print", "/nieuws/brand"),
        ("/print/nieuws/brand", "/nieuws/brand"),
        ("/nieuws?sort=asc&page=2&print=1", "/nieuws?page=2"),
        ("/nieuws?format=print", "/nieuws"),
        ("/nieuws?format=rss", "/nieuws?format=rss"),
        ("/zoek?q=a&filter%5Btype%5D=b&f%5B0%5D=c", "/zoek?q=a"),
        ("/inloggen?returnUrl=%2Fa", "/inloggen"),
        ("/print", "/print"),
        ("/nieuws/", "/nieuws/"),
        ("/", "/"),
    ],
)
def test_print_share_sort_and_filter_forms(address: str, plain: str) -> None:
    assert plain_form(SITE + address) == SITE + plain


@given(st.lists(st.text(alphabet="/ab?&=;%-_.0123456789[]()S:", max_size=60), max_size=5))
def test_never_raises_and_plain_forms_stay_normalised(texts: list[str]) -> None:
    traps = Traps()
    for text in texts:
        address = normalise(f"{SITE}/{text}")
        assert address is not None
        traps.check(address)
        traps.count(address)
        assert normalise(plain_form(address)) == plain_form(address)
