"""The one table that takes axe-core's WCAG A and AA rules into the rule book: our words and norm links for each.

axe-core is the second witness. Its own messages are kept as raw evidence and never shown as our words; what people
read comes from ``axe_words.json`` beside this module. The table holds every rule of axe-core 4.12.1 tagged
``wcag2a``, ``wcag2aa``, ``wcag21a``, ``wcag21aa`` or ``wcag22aa``; a test compares it with axe-core itself.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from rules.contract import Words

VERSION = "4.12.1"
"""The axe-core that this table adopts."""

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""axe-core's tags of the rules adopted."""


class Standing(enum.StrEnum):
    """How axe-core itself regards a rule. Only REGULAR ones run unless asked for by id or tag."""

    REGULAR = "regular"
    EXPERIMENTAL = "experimental"
    """May be wrong: shown as an indication, never evidence by itself."""
    DEPRECATED = "deprecated"
    """To be removed from axe-core; adopted so that a stored result still has words."""
    OFF = "off"
    """Disabled by default."""


@dataclass(frozen=True, slots=True)
class Adopted:
    """An axe-core rule in our words."""

    id: str
    title: Words
    """What should be so."""
    explanation_failed: Words
    """What is so, for an element that axe-core reports as a violation."""
    explanation_question: Words
    """The question for a person where axe-core reports *incomplete*."""
    why: Words
    """Who cannot do what."""
    repair: Words
    """Direction of repair."""
    requirements: tuple[str, ...]
    """Requirement keys, from axe-core's tags. Those of level AAA and of WCAG 2.2 have no clause in V3.2.1."""
    act: tuple[str, ...] = ()
    """Ids of the W3C ACT rules that axe-core says the rule implements."""
    standing: Standing = Standing.REGULAR
    routine: bool = False
    """Its questions come by the hundred and are one row of work (see ``rules.contract.Rule.routine``)."""
    hits: tuple[str, ...] = ()
    """Functional performance statements hit; empty: those of the requirements. EN 301 549 says of 1.1.1 that it serves
    people who cannot hear too, which holds for its sounds and not for the pictures that a machine sees."""

    @property
    def experimental(self) -> bool:
        """An indication only (see ``rules.contract.Rule.experimental``)."""
        return self.standing is not Standing.REGULAR


@cache
def table() -> Mapping[str, Adopted]:
    """Every adopted rule by axe-core's id, in order of id."""
    rows: dict[str, Any] = json.loads(files("rules").joinpath("axe_words.json").read_text(encoding="utf-8"))
    return MappingProxyType({rule_id: _adopted(rule_id, row) for rule_id, row in sorted(rows.items())})


def adopted(rule_id: str) -> Adopted | None:
    """The adopted rule with axe-core's id, or None for a rule that is not of WCAG level A or AA."""
    return table().get(rule_id)


def _adopted(rule_id: str, row: dict[str, Any]) -> Adopted:
    return Adopted(
        rule_id,
        title=Words(**row["title"]),
        explanation_failed=Words(**row["failed"]),
        explanation_question=Words(**row["question"]),
        why=Words(**row["why"]),
        repair=Words(**row["repair"]),
        requirements=tuple(row["requirements"]),
        act=tuple(row.get("act", ())),
        standing=Standing(row.get("standing", "regular")),
        routine=bool(row.get("routine")),
        hits=tuple(row.get("hits", ())),
    )
