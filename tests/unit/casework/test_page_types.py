"""What a page is for, recognised from its address, title, links and fields, in Dutch and English, with the reasons."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from scans_made import SITE, Made, tree_made

from eaa_checker.casework.page_clues import PageClues, clues_of
from eaa_checker.casework.page_types import Proposal, proposals, words_in
from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.sample import PageType

HOME = f"{SITE}/"


def proposed(pages: Sequence[Made], *, emergency: bool = True) -> dict[str, Proposal]:
    """Path → proposal."""
    lines = [
        AddressLine(page.address, FoundBy.LINK, page.path.count("/"), ending=page.ending, title=page.title)
        for page in pages
    ]
    clues = {page.address: clues_of(tree_made(page)) for page in pages if page.ending.tested}
    found = proposals(HOME, lines, clues, emergency=emergency)
    return {proposal.line.address.removeprefix(SITE): proposal for proposal in found}


DUTCH = (
    Made("/", "Veiligheidsregio Voorbeeld", links=(("/contact.html", "Contact"), ("/p7", "Privacyverklaring"))),
    Made("/contact.html", "Contact - Voorbeeld", fields=("text", "email")),
    Made("/inloggen.html", "Mijn Voorbeeld", fields=("text", "password")),
    Made("/overzicht", "Overzicht van de website"),
    Made("/veelgestelde-vragen", "Veelgestelde vragen"),
    Made("/p7", "Hoe wij omgaan met uw gegevens"),
    Made("/onderwerpen/brand", "Brand voorkomen"),
    Made("/zoeken", "Zoeken", fields=("search",)),
    Made("/toegankelijkheid", "Toegankelijkheid"),
    Made("/feedback", "Feedback"),
    Made("/jaarverslag.pdf", ending=Ending.DOCUMENT),
    Made("/vergunning/aanvragen", "Evenement aanvragen", fields=("text", "text", "file")),
    Made("/112.html", "112 bellen"),
    Made("/film", "Film over rookmelders", elements=("video",)),
)
ENGLISH = (
    Made("/", "Example Fire Service"),
    Made("/contact-us", "Contact us"),
    Made("/sign-in", "Sign in"),
    Made("/site-map", "Site map"),
    Made("/faq", "Frequently asked questions"),
    Made("/legal/disclaimer", "Disclaimer"),
    Made("/services", "Our services"),
    Made("/search", "Search"),
    Made("/accessibility-statement", "Accessibility statement"),
    Made("/report", "Report a problem"),
    Made("/report.docx", ending=Ending.DOCUMENT),
    Made("/permits/apply", "Apply for a permit"),
    Made("/emergency", "In an emergency"),
    Made("/film", "Film", elements=("video",)),
)


@pytest.mark.parametrize("site", [DUTCH, ENGLISH], ids=["nl", "en"])
def test_every_type_is_recognised(site: Sequence[Made]) -> None:
    found = proposed(site)
    types = {path: proposal.type for path, proposal in found.items()}
    expected = (
        PageType.HOME, PageType.CONTACT, PageType.LOGIN, PageType.SITEMAP, PageType.HELP, PageType.LEGAL,
        PageType.SERVICE, PageType.SEARCH, PageType.STATEMENT, PageType.FEEDBACK, PageType.DOCUMENT, PageType.PROCESS,
        PageType.EMERGENCY, PageType.OTHER,
    )  # fmt: skip
    assert types == dict(zip((page.path for page in site), expected, strict=True))
    assert all(proposal.grounds for proposal in found.values())


def test_the_reasons_say_where_it_was_seen() -> None:
    found = proposed(DUTCH)
    contact = [ground.say("nl") for ground in found["/contact.html"].grounds]
    assert contact[:3] == [
        "het adres bevat “contact”", "de titel noemt “contact”", "een link erheen heet “Contact”",
    ]  # fmt: skip
    login = [ground.say("en") for ground in found["/inloggen.html"].grounds]
    assert login == ["its address has “inloggen”", "it has a password field"]
    assert [ground.nl for ground in found["/p7"].grounds] == ["een link erheen heet “Privacyverklaring”"]
    assert [ground.nl for ground in found["/film"].grounds] == ["een ander soort inhoud: video"]
    assert PageType.PROCESS in found["/contact.html"].also


def test_emergency_routes_are_looked_for_where_people_in_need_are_served() -> None:
    assert "/112.html" not in proposed(DUTCH, emergency=False)


def test_the_order_of_the_crawl_plays_no_part() -> None:
    wanted = proposed(DUTCH)
    shuffled = list(DUTCH)
    for seed in range(5):
        random.Random(seed).shuffle(shuffled)
        assert proposed(shuffled) == wanted


def test_what_cannot_be_examined_is_not_proposed() -> None:
    pages = [
        Made("/contact", "Contact", ending=ending)
        for ending in (Ending.NOT_FOUND, Ending.DUPLICATE, Ending.ROBOTS, Ending.TRAP, Ending.REDIRECTED_AWAY)
    ]
    for page in pages:
        assert proposed([page]) == {}


def test_the_statement_may_stand_on_the_host_for_statements() -> None:
    outside = Made("https://www.toegankelijkheidsverklaring.nl/register/12", ending=Ending.OUT_OF_SCOPE)
    linking = Made("/", links=((outside.address, "Toegankelijkheidsverklaring"),))
    other = Made("https://elders.test/toegankelijkheid", ending=Ending.OUT_OF_SCOPE)
    found = proposed([linking, outside, other])
    assert found[outside.address].type is PageType.STATEMENT
    assert other.address not in found


def test_steps_of_a_process_come_together() -> None:
    pages = [Made(f"/melding/stap-{number}", "Melding") for number in (2, 1, 3)]
    found = proposed([*pages, Made("/stap-in-de-bus", "Een stap in de bus"), Made("/lonely/step-9", "x")])
    steps = {path: (p.process, p.step) for path, p in found.items() if p.process}
    assert steps == {f"/melding/stap-{n}": ("melding", n) for n in (1, 2, 3)}


def test_a_search_box_in_every_head_tells_nothing() -> None:
    pages = [Made(f"/p{number}", f"Pagina {number}", fields=("search",)) for number in range(6)]
    assert proposed(pages) == {}


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Contactformulier", ["contact*"], "contactformulier"),
        ("Noodcontact", ["contact*"], ""),
        ("Veel-gestelde_vragen!", ["veel gestelde vragen"], "veel gestelde vragen"),
        ("Helpdesk", ["help"], ""),
        ("NL‑Alert", ["nl alert"], "nl alert"),
        ("１１２", ["112"], "112"),
        ("", ["112"], ""),
        ("112", [], ""),
    ],
)
def test_whole_words(text: str, words: list[str], found: str) -> None:
    assert words_in(text, words) == found


def test_clues_from_a_snapshot() -> None:
    page = Made("/a/b", links=(("../c?x=1#d", "Lees  meer"), ("tel:112", "bel"), ("/e", "")), fields=("hidden", "file"))
    clues = clues_of(tree_made(page))
    assert clues == PageClues(links=((f"{SITE}/c?x=1", "Lees meer"), (f"{SITE}/e", "")))
