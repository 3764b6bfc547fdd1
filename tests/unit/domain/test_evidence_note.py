"""Evidence on a 112 channel is kept as a note that people can read, and read back without loss."""

from __future__ import annotations

from datetime import date

import pytest

from eaa_checker.domain.evidence_note import EvidenceKind, EvidenceNote


@pytest.mark.parametrize("kind", list(EvidenceKind))
def test_a_note_is_read_back_as_it_was(kind: EvidenceKind) -> None:
    note = EvidenceNote(kind, "C. de Boer: meldkamer", date(2026, 11, 20), "B. Smit", "Eerste regel.\n\nTweede: regel.")
    assert EvidenceNote.read(note.as_text()) == note
    bare = EvidenceNote(kind)
    assert EvidenceNote.read(bare.as_text()) == bare


def test_a_note_is_plain_text_for_whoever_reads_the_dossier() -> None:
    note = EvidenceNote(EvidenceKind.DEMONSTRATION, "C. de\nBoer", date(2026, 11, 20), "", "Tekst kwam niet aan.")
    assert note.as_text() == (
        "Bewijs: demonstratie\nGetoond door: C. de Boer\nOp: 2026-11-20\n\nTekst kwam niet aan."
    )


@pytest.mark.parametrize("text", ["", "Gezien op het scherm.", "Bewijs: demonstratie\nOp: ooit"])
def test_other_text_is_no_evidence_note(text: str) -> None:
    assert EvidenceNote.read(text) is None
