"""How many sites and apps a year's monitoring takes: Implementing Decision (EU) 2018/1524, annex I, point 2."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from eaa_checker.errors import BadInput
from rules.contract import Words


@dataclass(frozen=True, slots=True)
class SampleSize:
    """The least number of sites or apps for one method."""

    id: str
    """``simplified-first``, ``simplified``, ``in-depth``, ``apps``."""
    ref: str
    """Point of annex I of the decision."""
    method: Words
    asked: int
    """What the formula asks for."""
    minimum: int
    """What is enough: less than *asked* where there are fewer sites or apps than that (points 2.1.6 and 2.1.7)."""
    note: Words | None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Of a later sample, what must and must not have been in the one before (point 2.4)."""

    ref: str
    again: int
    """At least so many that were monitored in the period before."""
    new: int
    """At least so many that were not."""


def sample_sizes(population: int, *, websites: int | None = None, apps: int | None = None) -> tuple[SampleSize, ...]:
    """The sizes for a country of *population* inhabitants, with (if known) that many *websites* and *apps*.

    Raises BadInput for negative numbers.
    """
    if population < 0 or (websites or 0) < 0 or (apps or 0) < 0:
        raise BadInput("Aantallen kunnen niet negatief zijn.", "Numbers cannot be negative.")
    data = _data()
    shares = {row["id"]: Fraction(row["share"]) for row in data["fewer"]}
    sizes: list[SampleSize] = []
    for row in data["formulas"]:
        whole = Fraction(row["factor"] * population, row["per"]) + row["plus"]
        asked = math.ceil(Fraction(row["share"]) * whole + row["then"])
        sort = "apps" if row["id"] == "apps" else "websites"
        there = apps if sort == "apps" else websites
        enough = asked if there is None or there >= asked else math.ceil(shares[sort] * there)
        note = Words(row["note_nl"], row["note_en"]) if "note_nl" in row else None
        sizes.append(SampleSize(row["id"], row["ref"], Words(row["nl"], row["en"]), asked, enough, note))
    return tuple(sizes)


def recurrence(size: int) -> Recurrence:
    """For a sample of *size* in the second period or later."""
    row = _data()["recurrence"]
    return Recurrence(row["ref"], math.ceil(Fraction(row["again"]) * size), math.ceil(Fraction(row["new"]) * size))


def remarks() -> tuple[Words, ...]:
    """What must be said with the sizes: whose duty they are, how they are rounded, where the method belongs."""
    data = _data()
    return tuple(Words(data[f"{name}_nl"], data[f"{name}_en"]) for name in ("duty", "rounding", "scope"))


def source() -> str:
    """The instrument, as a citation."""
    return str(_data()["source"]["instrument"])


@cache
def _data() -> Any:
    return json.loads(files("eaa_checker.casework").joinpath("monitoring_2018_1524.json").read_text("utf-8"))
