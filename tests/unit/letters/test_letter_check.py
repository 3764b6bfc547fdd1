"""The check makes the known mistakes impossible and gives advice on plain Dutch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from letter_made import FINDING, TODAY, matter

from eaa_checker.domain.letter import Addressee, LetterKind, MarkKind, VisitMade
from eaa_checker.errors import BadInput
from eaa_checker.letters import plain_dutch
from eaa_checker.letters.composing import compose
from eaa_checker.letters.document import Paragraph, plain
from eaa_checker.letters.linter import check, stops


def stopped(kind: LetterKind = LetterKind.FINDINGS, *, approved: bool = True, **changes: Any) -> str:
    marks = stops(check(compose(matter(kind, **changes)), today=TODAY, approved=approved))
    for mark in marks:
        assert mark.nl != mark.en
    return " / ".join(f"{mark.place}: {mark.nl}" for mark in marks)


NORM = matter().norms[0]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"case_number": " "}, "geen nummer"),
        ({"reference": ""}, "geen kenmerk"),
        ({"sent": date(2026, 11, 22)}, "al voorbij"),
        ({"addressee": Addressee("Bouwer bv", (), "de directeur", "supplier")}, "leverancier"),
        ({"addressee": Addressee("Regio", (), "info@example.nl")}, "geen bestuurder"),
        ({"addressee": Addressee("Regio", (), "")}, "geen bestuurder"),
        ({"reply_by": date(2026, 11, 24)}, "niet na de verzenddatum"),
        ({"repair_by": date(2026, 11, 1)}, "niet na de verzenddatum"),
        ({"norms": (replace(NORM, valid_until=date(2026, 11, 1)),)}, "gold niet op de dag"),
        ({"norms": (replace(NORM, valid_from=date(2026, 11, 3)),)}, "gold niet op de dag"),
        ({"norms": (replace(NORM, citable=False),)}, "mag niet worden aangehaald"),
        ({"norms": (replace(NORM, competence="uncertain"),)}, "niet dat wij voor deze norm bevoegd zijn"),
        ({"norms": (replace(NORM, id="anders"),)}, "staat niet in de brief"),
        ({"findings": ()}, "geen bevindingen"),
        ({"findings": (FINDING, FINDING)}, "twee keer"),
        ({"findings": (replace(FINDING, reviewer=""),)}, "Niemand heeft"),
        ({"findings": (replace(FINDING, reviewer="a. DE vries"),)}, "vierogen"),
        ({"findings": (replace(FINDING, steady=False, stability="2 van 3"),)}, "niet bij elk bezoek"),
        ({"findings": (replace(FINDING, evidence=()),)}, "geen bewijs"),
        ({"findings": (replace(FINDING, consequence=""),)}, "“gevolg” is leeg"),
        ({"findings": (replace(FINDING, places=()),)}, "waar het is gezien"),
        ({"findings": (replace(FINDING, fact="De knop zou kunnen ontbreken"),)}, "niet zeker"),
        ({"findings": (replace(FINDING, why="axe-core meldt button-name"),)}, "noemt een programma"),
        ({"findings": (replace(FINDING, requirement="WCAG 2.2, 2.5.8"),)}, "nog niet bindend"),
        ({"visits": ()}, "wanneer en waarmee"),
        ({"occasion": "Wij kregen een melding van P. Geheim.", "confidential": ("P. Geheim",)}, "geheim moet blijven"),
        ({"occasion": "Dit gaat over [invullen]."}, "open veld"),
        ({"occasion": "U kunt bezwaar maken."}, "geen besluit, maar"),
        ({"occasion": "Let op de begunstigingstermijn."}, "Schrijf “hersteltermijn”"),
    ],
)
def test_a_mistake_stops_the_letter(changes: dict[str, Any], words: str) -> None:
    assert words in stopped(**changes)


def test_an_unapproved_template_stops_the_letter() -> None:
    assert stopped() == ""
    assert "nog niet goedgekeurd" in stopped(approved=False)


def test_a_decision_without_its_parts_is_stopped() -> None:
    order = matter(LetterKind.DECISION).order
    assert order is not None
    assert "5:32b" in stopped(LetterKind.DECISION, order=replace(order, maximum=0))
    assert "niet handhaafbaar" in stopped(
        LetterKind.DECISION, norms=(replace(NORM, enforceable_from=date(2027, 6, 28)),)
    )
    assert "niet na de verzenddatum" in stopped(LetterKind.DECISION, order=replace(order, until=date(2026, 11, 24)))


def test_the_report_of_findings_stays_red_until_it_is_complete() -> None:
    nobody = {"inspector": None, "instruments": ("EAA Checker 0.1.0",)}
    assert "wie het vaststelde" in stopped(LetterKind.DECISION, **nobody)
    assert stopped(LetterKind.FINDINGS, **nobody) == ""
    advice = check(compose(matter(**nobody)), today=TODAY, approved=True)
    assert [mark.place for mark in advice] == ["rapport van bevindingen", "rapport van bevindingen"]
    unsaid = replace(matter().visits[0], where="")
    assert "vanaf waar" in stopped(LetterKind.DECISION, visits=(unsaid,))


def test_a_moment_without_zone_is_no_moment() -> None:
    naive = VisitMade(datetime(2026, 11, 2, 9, 5), "Den Haag", "Chromium", 2)
    with pytest.raises(ValueError, match="time zone"):
        compose(matter(visits=(naive,)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wij verzoeken u alvorens te beginnen alles na te gaan.", "“alvorens” is ambtelijk"),
        (" ".join(["woord"] * 26) + ".", "26 woorden"),
        ("Gebruik een schermlezer.", "Leg “schermlezer” uit"),
        ("De button werkt niet.", "Engels vakjargon"),
        ("Dit is nalatig.", "verwijt"),
        ("De pagina wordt door ons onderzocht.", "lijdend"),
    ],
)
def test_advice_on_plain_dutch(text: str, words: str) -> None:
    marks = list(plain_dutch.advice((plain(text),), "deel", set()))
    assert any(words in mark.nl for mark in marks)
    assert all(mark.kind is MarkKind.ADVICE and mark.place == "deel, alinea 1" and mark.text for mark in marks)


def test_plain_sentences_get_no_advice() -> None:
    text = "Wij onderzochten de pagina. U vindt de uitkomst in de bijlage. Reageer vóór 1 december 2026."
    assert list(plain_dutch.advice((plain(text),), "deel", set())) == []


def test_a_term_is_asked_for_once_and_not_when_it_is_explained() -> None:
    twice = (plain("Gebruik een schermlezer. Een schermlezer leest voor."),)
    assert len(list(plain_dutch.advice(twice, "deel", set()))) == 1
    told = (plain("Gebruik een schermlezer (programma dat voorleest)."),)
    assert plain_dutch.explained(told) == {"schermlezer"}


def test_a_draft_shows_what_is_still_open_and_says_how_to_fill_it() -> None:
    composed = compose(matter(LetterKind.DECISION, order=None, contact=""), draft=True)
    assert "[invullen: behandelaar.contact]" in "\n".join(
        block.text for block in composed.document.blocks if isinstance(block, Paragraph)
    )
    marks = {mark.place: mark.nl for mark in stops(check(composed, today=TODAY, approved=True))}
    assert "telefoon en e-mail voor vragen" in marks["behandelaar.contact"]
    assert {"last.inhoud", "last.maatregelen", "last.begunstigingstermijn"} <= set(marks)
    assert all("de last" in words for place, words in marks.items() if place.startswith("last."))
    with pytest.raises(BadInput):
        compose(matter(contact=""))


@pytest.mark.parametrize("field", ["termijn.onzin", "onzin", "last.inhoud.onzin", "onzin.veld"])
def test_a_field_that_does_not_exist_is_an_error_in_a_draft_too(field: str, tmp_path: Path) -> None:
    shipped = (files("eaa_checker.letters") / "templates" / "closing.md").read_text("utf-8")
    (tmp_path / "closing.md").write_text(f"{shipped}\n\n{{{{ {field} }}}}\n", "utf-8")
    with pytest.raises(BadInput, match="onzin"):
        compose(matter(LetterKind.CLOSING), tmp_path, draft=True)
