"""Replies of the organisation to findings, our answer, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from eaa_checker.domain.worded import Worded


class ReplyKind(Worded):
    """What the organisation says about a finding."""

    ACKNOWLEDGED = ("acknowledged", "erkend", "acknowledged")
    DISPUTED = ("disputed", "betwist", "disputed")
    REPAIRED = ("repaired", "hersteld gemeld", "reported repaired")
    BURDEN = ("burden", "beroep op onevenredige last", "disproportionate burden claimed")


class Effect(Worded):
    """What the reply came to."""

    OPEN = ("open", "nog te beantwoorden", "to be answered")
    STANDS = ("stands", "bevinding blijft staan", "finding stands")
    AMENDED = ("amended", "bevinding aangepast", "finding amended")
    WITHDRAWN = ("withdrawn", "bevinding ingetrokken", "finding withdrawn")
    TO_REINSPECT = ("to-reinspect", "wordt herinspectie", "to be re-inspected")
    EXEMPTED = ("exempted", "onevenredige last aanvaard", "disproportionate burden accepted")
    MISTAKEN = ("mistaken", "bij vergissing vastgelegd", "recorded by mistake")

    @property
    def acts(self) -> bool:
        """Whether it changed the finding itself, which taking the answer back would not undo."""
        return self in (Effect.WITHDRAWN, Effect.EXEMPTED)


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply to one finding."""

    id: int
    version: int
    finding_id: int
    kind: ReplyKind
    received: date
    sender: str
    """Who replied on behalf of the organisation."""
    body: str
    author: str
    """Who recorded it."""
    instant: datetime
    answer: str = ""
    effect: Effect = Effect.OPEN
    answered_by: str = ""
    answered: datetime | None = None


def fitting(kind: ReplyKind) -> tuple[Effect, ...]:
    """The effects that a reply of that *kind* can have. A report of repair is never taken at its word: it leads to
    a re-inspection, or the finding stands."""
    stands = (Effect.STANDS,)
    return {
        ReplyKind.ACKNOWLEDGED: stands,
        ReplyKind.DISPUTED: (Effect.STANDS, Effect.AMENDED, Effect.WITHDRAWN),
        ReplyKind.REPAIRED: (Effect.STANDS, Effect.TO_REINSPECT),
        ReplyKind.BURDEN: (Effect.STANDS, Effect.EXEMPTED),
    }[kind]
