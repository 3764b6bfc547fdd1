"""Do all links of a set lead to the same? What the addresses tell, and what stands behind them where that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from rules.knowledge.links import Likeness, destination, followed, likeness, normal
from rules.page import Element

_LOOKED_AT = 12
"""Different addresses of a set that are compared in pairs."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict on a set with the two addresses it rests on (not for "same"; "" when a script decides)."""

    likeness: Likeness
    one: str = ""
    two: str = ""
    pages: int = 0
    """How many different pages the addresses name, query and fragment left aside."""


def compare(links: Sequence[Element]) -> Comparison:
    """Whether the *links* (two or more) lead to the same; "different" as soon as two of them surely do not."""
    distinct: dict[str, Element] = {}
    for link in links:
        address = destination(link)
        distinct.setdefault(normal(address) if address else f"?{link.index}", link)
    if len(distinct) == 1 and not next(iter(distinct)).startswith("?"):
        return Comparison("same")
    pages = len({n.partition("#")[0].partition("?")[0] for n in distinct if not n.startswith("?")})
    unsure: Comparison | None = None
    for one, two in combinations(list(distinct.values())[:_LOOKED_AT], 2):
        mine, theirs = followed(one), followed(two)
        verdict: Likeness = "unsure" if mine is None or theirs is None else likeness(mine, theirs)
        if verdict == "different":
            return Comparison("different", destination(one), destination(two))
        if verdict == "unsure":
            unsure = unsure or Comparison("unsure", destination(one), destination(two), pages)
    return unsure or Comparison("same")
