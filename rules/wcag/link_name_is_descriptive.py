"""A link's name alone says where it leads (ACT aizyf1)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.generic_words import bare, generic_link, objectless_link, pointing_link, silent_mark
from rules.knowledge.link_purpose import leads_to_words, self_evident
from rules.knowledge.links import links_of
from rules.knowledge.similarity import identifier_words, stems
from rules.page import Page

RULE = Rule(
    id="link-name-is-descriptive",
    act=("aizyf1",),
    title=Words("De tekst van een link zegt waar de link naartoe gaat", "A link's text says where it leads"),
    why=Words(
        "Veel mensen die een schermlezer gebruiken, lezen een lijst van alleen de links. Bij ‘lees meer’ of ‘hier’ "
        "weten zij dan niet waar de link naartoe gaat.",
        "Many screen reader users read a list of only the links. With “read more” or “here” they cannot tell where "
        "a link leads.",
    ),
    repair=Words(
        "Noem in de tekst van de link het onderwerp van de pagina of het bestand waar de link naartoe gaat.",
        "Name in the link's text the subject of the page or file it leads to.",
    ),
    requirements=("wcag:2.4.9",),
    sentences={
        "generic": Words(
            "De link heet alleen ‘{name}’. Los gelezen zegt dat niet waar de link naartoe gaat.",
            "The link is only called “{name}”. Read on its own, that does not say where it leads.",
        ),
        "pointing": Words(
            "De link heet ‘{name}’: dat wijst naar iets, maar noemt het niet.",
            "The link is called “{name}”: that points at something without naming it.",
        ),
        "no-words": Words(
            "De link heet ‘{name}’. Dat zijn alleen leestekens of symbolen.",
            "The link is called “{name}”, which is punctuation or symbols only.",
        ),
        "kind-only": Words(
            "De link heet alleen ‘{name}’. Dat zegt wat voor bestand of handeling het is, niet waarover het gaat.",
            "The link is only called “{name}”. That says what kind of file or act it is, not what it is about.",
        ),
        "enough": Words(
            "De link heet ‘{name}’. Weet u met alleen deze tekst waar de link naartoe gaat?",
            "The link is called “{name}”. From this text alone, can you tell where it leads?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Exposed links with a name."""
    return links_of(page)


def judge(target: Target) -> Outcome:
    """Expectation: the name describes the link's purpose by itself.

    Fails when the name is generic, only points, has no words or names only a kind of file; but not when the address
    itself ends in that word ("Download" to ``/download``), for that page may be called so. Passes when the name has a
    word in common with what it leads to, or many words of its own. Else a person is asked.
    """
    name = target.name
    own_page = _called_so(target, name)
    if generic_link(name) and not own_page:
        return failed("generic", name=name)
    if pointing_link(name):
        return failed("pointing", name=name)
    if silent_mark(name) and name.isascii():
        return failed("no-words", name=name)
    if objectless_link(name) and not own_page:
        return failed("kind-only", name=name)
    if not own_page and (self_evident(name) or leads_to_words(target, stems(name))):
        return passed()
    return cannot_tell("enough", name=name)


def _called_so(target: Target, name: str) -> bool:
    """The page or part it leads to has the name of the link in its address."""
    path = target.get("href").partition("?")[0].partition("#")[0].rstrip("/")
    last = identifier_words(path.rpartition("/")[2].partition(".")[0])
    return bool(last) and stems(last) == stems(bare(name).split())


EXAMPLES = (
    passes('<html lang=nl><a href="/nieuws/duinbrand-in-waterdam">Duinbrand in Waterdam onder controle</a>'),
    passes('<html lang=nl><a href="#meldpunt">Ga naar het meldpunt</a><p id=meldpunt>Het meldpunt is open.</p>'),
    passes('<html lang=nl><a href="/x"><img src=x.png alt="Naar de website van de brandweer Waterdam"></a>'),
    passes(
        '<html lang=nl><a href="/r9" aria-label="Lees meer over jodiumtabletten bij kernongevallen">Lees meer</a>',
        note="what is heard counts",
    ),
    asks("enough", '<html lang=nl><a href="/over-ons">Organisatie</a>'),
    asks("enough", '<html lang=nl><a href="/downloads">Downloads</a>', note="a page of that name"),
    asks("enough", '<html lang=nl><a href="/p?id=3">Volgende</a>'),
    fails("generic", '<html lang=nl><p>Meer weten? Klik <a href="/jodium">hier</a>.</p>'),
    fails("generic", '<html lang=nl><article><h2>Jodium</h2><p>Tekst</p><a href="/jodium">Lees meer »</a></article>'),
    fails("generic", "<html lang=nl><span role=link tabindex=0>Meer info</span>"),
    fails("pointing", '<html lang=nl><p>Bekijk de cijfers in <a href="/cijfers.pdf">dit rapport</a>.</p>'),
    fails("kind-only", '<html lang=nl><p>Jaarverslag 2025 <a href="/jv25.pdf">PDF</a></p>'),
    fails("no-words", '<html lang=nl><p>De brand is uit <a href="/brand">&gt;&gt;</a></p>'),
    inapplicable('<html lang=nl><a href="/jodium" hidden>Lees meer</a><a>Hier</a><button>Meer</button>'),
    inapplicable('<html lang=nl><a href="/jodium"></a>'),
)
