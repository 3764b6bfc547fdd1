"""The inspector's questions on the answering of 112: a list of our own; each question names the norms it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from rules import norms
from rules.contract import Words


@dataclass(frozen=True, slots=True)
class Ref:
    """A norm that a question rests on."""

    text: Words
    citable: bool
    certainty: str


@dataclass(frozen=True, slots=True)
class Item:
    """One question of the checklist."""

    id: str
    """``C112-A1``."""
    group: str
    """``A`` … ``J``."""
    question: Words
    basis: str
    """``law``, ``standard`` or ``good_practice``."""
    refs: tuple[Ref, ...]
    evidence: tuple[Words, ...]
    """What to ask for."""
    how_to_test: tuple[Words, ...]
    enforceable_from: date | None
    """Before this day an answer "no" is a readiness point; None: no citable act asks for it."""
    certainty: str
    threshold: Words | None = None

    @property
    def key(self) -> str:
        """The requirement key: ``c112:A1``."""
        return "c112:" + self.id.removeprefix("C112-")

    def is_readiness_on(self, day: date) -> bool:
        """An answer "no" on *day* is a point of preparation, not a non-conformity."""
        return self.enforceable_from is not None and day < self.enforceable_from

    def citations(self, language: str) -> tuple[str, ...]:
        """The norms it rests on, as they may be cited; those not verified are left out."""
        return tuple(ref.text.say(language) for ref in self.refs if ref.citable)


@cache
def items() -> tuple[Item, ...]:
    """Every question in order."""
    return tuple(_item(row) for row in norms._read("checklist_112.json")["items"])


def item(key: str) -> Item:
    """The question with that key (``c112:A1``) or id (``C112-A1``). Raises UnknownRequirement."""
    for one in items():
        if key in (one.key, one.id):
            return one
    raise norms.UnknownRequirement(f"the 112 checklist has no question {key!r}")


@cache
def groups() -> dict[str, Words]:
    """Group letter → its title, in order."""
    return {row["id"]: Words(row["nl"], row["en"]) for row in norms._read("checklist_112.json")["groups"]}


def safety() -> Words:
    """What everybody who tests 112 must read first."""
    row = norms._read("checklist_112.json")["safety"]
    return Words(row["nl"], row["en"])


def basis_words(basis: str) -> Words:
    """What ``law``, ``standard`` and ``good_practice`` mean."""
    row = norms._read("checklist_112.json")["basis"][basis]
    return Words(row["nl"], row["en"])


def _item(row: Any) -> Item:
    threshold = row.get("threshold_nl")
    return Item(
        id=row["id"],
        group=row["group"],
        question=Words(row["nl"], row["en"]),
        basis=row["basis"],
        refs=tuple(Ref(Words(r["nl"], r["en"]), r["citable"], r["certainty"]) for r in row["refs"]),
        evidence=tuple(map(Words, row["evidence_nl"], row["evidence_en"])),
        how_to_test=tuple(map(Words, row["how_to_test_nl"], row["how_to_test_en"])),
        enforceable_from=date.fromisoformat(row["enforceable_from"]) if row["enforceable_from"] else None,
        certainty=row["certainty"],
        threshold=Words(threshold, row["threshold_en"]) if threshold else None,
    )
