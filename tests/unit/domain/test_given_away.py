"""A reporter is not given away, however the name or the number is written; others with the name may be named."""

from __future__ import annotations

import pytest

from eaa_checker.domain.given_away import gives_away
from eaa_checker.domain.signal import Reporter

NAME, CONTACT = "Çağla van der Brökøl-Ziyaret", "c.brokol@voorbeeldmelder.nl 06-4455 6677, Dorpsstraat 5"


@pytest.mark.parametrize(
    "text",
    [
        "Gemeld door Çağla van der Brökøl-Ziyaret.",
        "Volgens mevrouw CAGLA VAN DER BROKOL-ZIYARET",
        "ça\u200bğla   van der\nBrökøl Ziyaret",
        "mw. Brökøl-Ziyaret zei",
        "Ç. van der Brökøl-Ziyaret",
        "Volgens Brökøl Ziyaret",
        "Brökøl-Ziyarets melding",
        "Brökøl-Ziyaret, Ç. van der",
        "bel 0644556677",
        "bel +31 6 44 55 66 77",
        "bel 0031(0)6.4455.6677",
        "nummers: 1 2 3 4 5 6 7 8 9 10 11 12 13 0644556677 14",
        "C.BROKOL@voorbeeldmelder.NL",
        "c.brokol (at) voorbeeldmelder (punt) nl",
        "mailto:c.brokol%40voorbeeldmelder.nl",
        "zij woont in de dorpsstraat 5.",
    ],
)
def test_it_names_the_reporter(text: str) -> None:
    assert gives_away(text, NAME, CONTACT)
    assert Reporter(NAME, CONTACT).named_in(f"Een zin ervoor. {text} Een zin erna.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Çağla heeft dit gemeld.",
        "De knop met 112 werkt niet; bel 0800-8112 of 088 4455 667.",
        "Anna van der Brökøl-Ziyaret is inspecteur.",
        "De heer K. Brökøl-Ziyaret",
        "info@voorbeeldmelder.nl",
        "abc.brokol@voorbeeldmelder.nl",
        "de dorpsstraat 55",
        "op 2026-11-24 om 10:06:44, 55 pagina's, 66 plaatsen",
    ],
)
def test_it_does_not(text: str) -> None:
    assert not gives_away(text, NAME, CONTACT)


def test_a_surname_that_is_a_word_counts_with_its_capital_only() -> None:
    assert not gives_away("Bij brand belt u 112.", "Piet Brand", "")
    assert gives_away("De heer Brand belde.", "Piet Brand", "")
    assert gives_away("BRAND heeft gebeld, zegt P. Brand.", "Piet Brand", "")
    assert not gives_away("Veiligheidsregio Brand en Anna Brand", "Piet Brand", "")


def test_short_names_and_empty_contacts_hold_nothing_up() -> None:
    assert not gives_away("De li en de la", "Li", "")
    assert not gives_away("112 en 144", "", "112")
    assert not gives_away("alles is goed", "", " ; , ")
    assert not gives_away("bel ons alleen na zessen", "", "alleen na zessen, niet mailen")
    assert gives_away("het account @piet_112 meldde", "", "@piet_112")
    assert gives_away("Jansen, Piet", "Piet Jansen", "")
    assert gives_away("Piet", "Piet", "")


def test_a_long_text_is_read_at_once() -> None:
    """A page can be a million characters of anything: no pattern may run away on it."""
    for text in ("a" * 300_000, "0 " * 100_000, "A. " * 100_000, "(at " * 50_000, "x@" * 100_000, "Brokol " * 40_000):
        assert not gives_away(text, NAME, CONTACT)
