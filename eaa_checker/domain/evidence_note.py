"""What stands behind an answer on a 112 channel: who showed what, when, and who was there to see it.

It is kept as the note of the answer, in lines that a person can read in the dossier and this module reads back. Only
what the supervised body shows or hands over counts as evidence here: nothing in this program can dial, chat or submit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eaa_checker.domain.worded import Worded


class EvidenceKind(Worded):
    """How evidence on a 112 channel comes about."""

    DOCUMENTS = ("documents", "opgevraagde documenten", "requested documents")
    DEMONSTRATION = ("demonstration", "demonstratie", "demonstration")
    TEST_CALL = ("test-call", "afgesproken proefoproep door de meldkamer", "agreed test call")
    APP = ("app", "samen doorlopen van de app", "walk-through of the app")
    PUBLICITY = ("publicity", "voorlichtingsmateriaal", "publicity material")


_KIND, _BY, _ON, _WITNESS = "Bewijs", "Getoond door", "Op", "In aanwezigheid van"


@dataclass(frozen=True, slots=True)
class EvidenceNote:
    """One piece of evidence as an inspector writes it down."""

    kind: EvidenceKind
    shown_by: str = ""
    """Who showed it or handed it over."""
    shown_on: date | None = None
    witness: str = ""
    """Who else was there."""
    remark: str = ""

    def as_text(self) -> str:
        """The note as it is stored: a line for each thing that is known, then the remark."""
        on = self.shown_on.isoformat() if self.shown_on is not None else ""
        facts = (
            (_KIND, self.kind.nl),
            (_BY, _on_a_line(self.shown_by)),
            (_ON, on),
            (_WITNESS, _on_a_line(self.witness)),
        )
        head = "\n".join(f"{name}: {value}" for name, value in facts if value)
        return f"{head}\n\n{self.remark.strip()}".strip()

    @classmethod
    def read(cls, text: str) -> EvidenceNote | None:
        """The note in *text*; None when it was written as plain text."""
        head, _, remark = text.partition("\n\n")
        facts = dict(line.partition(": ")[::2] for line in head.splitlines())
        kind = next((one for one in EvidenceKind if one.nl == facts.get(_KIND)), None)
        if kind is None:
            return None
        try:
            on = date.fromisoformat(facts[_ON]) if _ON in facts else None
        except ValueError:
            return None
        return cls(kind, facts.get(_BY, ""), on, facts.get(_WITNESS, ""), remark)


def _on_a_line(text: str) -> str:
    return " ".join(text.split())
