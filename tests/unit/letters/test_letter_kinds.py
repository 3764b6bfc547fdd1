"""The kind of a letter decides what it says; a decision is out of reach without competence and mandate."""

from __future__ import annotations

from dataclasses import replace

import pytest
from letter_made import FINDING, TODAY, matter

from eaa_checker.domain.letter import BlockKind, LetterKind, Signatory
from eaa_checker.errors import BadInput, NotAllowed
from eaa_checker.letters.composing import compose
from eaa_checker.letters.document import Grid, Heading, Listing, Paragraph
from eaa_checker.letters.linter import check


def text_of(composed: object) -> str:
    found = []
    for block in composed.document.blocks:  # type: ignore[attr-defined]
        if isinstance(block, (Paragraph, Heading)):
            found.append(block.text)
        elif isinstance(block, Listing):
            found += ["".join(run.text for run in item) for item in block.items]
        elif isinstance(block, Grid):
            found += [" | ".join(row) for row in block.rows]
    return "\n".join(found)


@pytest.mark.parametrize("kind", list(LetterKind))
def test_every_kind_can_be_made_and_passes_its_own_check(kind: LetterKind) -> None:
    composed = compose(matter(kind))
    assert check(composed, today=TODAY, approved=True) == []
    assert composed.document.title
    assert "{{" not in text_of(composed)


@pytest.mark.parametrize("kind", list(LetterKind))
def test_objection_stands_in_a_decision_and_nowhere_else(kind: LetterKind) -> None:
    composed = compose(matter(kind))
    blocks = [block for block, _ in composed.parts]
    assert (BlockKind.OBJECTION in blocks) is (kind is LetterKind.DECISION)
    assert (BlockKind.NO_OBJECTION in blocks) is (kind is not LetterKind.DECISION)
    assert ("bezwaarschrift" in text_of(composed)) is (kind is LetterKind.DECISION)


@pytest.mark.parametrize("competence", ["no", "uncertain", ""])
@pytest.mark.parametrize("kind", [LetterKind.DECISION, LetterKind.INTENTION])
def test_a_decision_is_unreachable_without_competence_for_every_norm(kind: LetterKind, competence: str) -> None:
    ready = matter(kind)
    doubtful = replace(ready.norms[0], id="x", title="Besluit X", competence=competence)
    with pytest.raises(NotAllowed, match="Besluit X"):
        compose(replace(ready, norms=(*ready.norms, doubtful)))
    with pytest.raises(NotAllowed):
        compose(replace(ready, norms=()))


@pytest.mark.parametrize("signatory", [None, Signatory("C. Bos", "inspecteur")])
def test_a_decision_needs_a_mandated_signatory(signatory: Signatory | None) -> None:
    with pytest.raises(NotAllowed, match="mandate"):
        compose(matter(LetterKind.DECISION, signatory=signatory))
    assert compose(matter(LetterKind.FINDINGS, signatory=signatory))


def test_the_first_paragraph_says_what_is_asked_and_by_when() -> None:
    for kind in (LetterKind.FINDINGS, LetterKind.INFORMATION, LetterKind.INTENTION, LetterKind.OPINION):
        composed = compose(matter(kind))
        first = next(b for _, blocks in composed.parts for b in blocks if isinstance(b, Paragraph))
        assert "22 december 2026" in first.text
        assert "vóór" in first.text


def test_a_finding_is_told_from_fact_to_repair() -> None:
    text = text_of(compose(matter()))
    for words in ("B-01: De knop", "9.4.1.2", "weten niet waar", "Geef de knop een naam", "M-1", "3 van 3", "kritiek"):
        assert words in text
    assert text.index("Norm: ") < text.index("Gevolg: ") < text.index("Wat er nodig is: ") < text.index("Bewijs: ")


def test_a_shared_element_is_one_finding_on_all_pages() -> None:
    text = text_of(compose(matter(findings=(replace(FINDING, everywhere=True),))))
    assert "op alle pagina's" in text
    assert "https://www.vrdemo.nl/contact" not in text


def test_hostile_texts_cannot_become_markup() -> None:
    nasty = "</p><b>x</b> **vet** [link](https://kwaad.example) {{ brief.datum }} | =HYPERLINK(\"x\") \u202e\x00 # kop"
    composed = compose(matter(occasion=nasty, findings=(replace(FINDING, fact=nasty),)))
    runs = [r for b in composed.document.blocks if isinstance(b, Paragraph) for r in b.runs]
    assert not any(run.link and "kwaad" in run.link for run in runs)
    text = text_of(composed)
    assert "**vet**" in text
    assert "{{ brief.datum }}" in text
    assert "\u202e" not in text
    assert "\x00" not in text
    assert [b.text for b in composed.document.blocks if isinstance(b, Heading)].count("kop") == 0


def test_an_unknown_kind_of_text_in_a_field_is_an_error() -> None:
    with pytest.raises(BadInput, match=r"termijn\.reactie"):
        compose(matter(reply_by=None))
