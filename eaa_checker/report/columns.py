"""The columns of the tables in CSV and XLSX: header, width and where each value comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from eaa_checker.domain.address import AddressLine
from eaa_checker.domain.observation import Observation, Place
from eaa_checker.report.content import ScanReport, reach
from eaa_checker.report.norm_words import norm_link, who
from eaa_checker.report.words import ENGINES, VERDICTS, pick
from rules.contract import Words

Value = str | int | float | None
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column. *value* takes the report, the row and the language."""

    header: Words
    width: int
    """Characters."""
    value: Callable[[ScanReport, Row, str], Value]


def yes(flag: bool, language: str) -> str:
    """A flag as a word, so that it filters and reads well in any spreadsheet."""
    return pick(language, "ja", "yes") if flag else pick(language, "nee", "no")


def selector(path: tuple[str, ...]) -> str:
    """The selectors from the outermost document inwards, with ``>>>`` at each frame or shadow root."""
    return " >>> ".join(path)


def instant(value: datetime | None) -> str:
    """ISO 8601 with offset: sorts well and leaves no doubt about the zone."""
    return value.isoformat(timespec="seconds") if value else ""


def _box(place: Place, index: int) -> Value:
    return round(place.box[index], 1) if place.box else None


OBSERVATION: tuple[Column[Observation], ...] = (
    Column(Words(nl="Kenmerk", en="Fingerprint"), 20, lambda r, o, la: o.fingerprint),
    Column(Words(nl="Uitkomst", en="Outcome"), 18, lambda r, o, la: VERDICTS[o.verdict].say(la)),
    Column(Words(nl="Wat de machine zag", en="What the machine saw"), 60, lambda r, o, la: o.explanation.say(la)),
    Column(Words(nl="Hoe het hoort", en="How it should be"), 44, lambda r, o, la: o.title.say(la)),
    Column(Words(nl="Element", en="Element"), 32, lambda r, o, la: o.element),
    Column(Words(nl="Pagina’s", en="Pages"), 10, lambda r, o, la: reach(o)[0]),
    Column(Words(nl="Plaatsen", en="Places"), 10, lambda r, o, la: reach(o)[1]),
    Column(
        Words(nl="Norm", en="Norm"), 44,
        lambda r, o, la: "; ".join(norm_link(k, la).text for k in o.requirements),
    ),
    Column(
        Words(nl="EN 301 549 V3.2.1", en="EN 301 549 V3.2.1"), 18,
        lambda r, o, la: "; ".join(o.clauses),
    ),
    Column(Words(nl="Wie wordt geraakt", en="Who is hit"), 44, lambda r, o, la: "; ".join(who(o.hits, la))),
    Column(Words(nl="Waarom", en="Why"), 60, lambda r, o, la: o.why.say(la)),
    Column(Words(nl="Richting van herstel", en="Direction of repair"), 60, lambda r, o, la: o.repair.say(la)),
    Column(Words(nl="Regel", en="Rule"), 28, lambda r, o, la: o.rule),
    Column(
        Words(nl="Gezien door", en="Seen by"), 40,
        lambda r, o, la: "; ".join(
            f"{ENGINES[w.engine].say(la) if w.engine in ENGINES else w.engine} {w.rule}: {VERDICTS[w.verdict].say(la)}"
            for w in o.witnesses
        ),
    ),
    Column(Words(nl="Motoren oneens", en="Engines disagree"), 12, lambda r, o, la: yes(o.disputed, la)),
)  # fmt: skip

PLACE: tuple[Column[Place], ...] = (
    Column(Words(nl="Adres", en="Address"), 60, lambda r, p, la: p.address),
    Column(Words(nl="Eindadres", en="Final address"), 60, lambda r, p, la: r.final_address(p)),
    Column(Words(nl="Vastgelegd", en="Captured"), 26, lambda r, p, la: instant(r.instant(p))),
    Column(Words(nl="Toestand", en="State"), 20, lambda r, p, la: r.state_of(p, la)),
    Column(Words(nl="Selector", en="Selector"), 50, lambda r, p, la: selector(p.path)),
    Column(Words(nl="HTML", en="HTML"), 80, lambda r, p, la: p.html),
    Column(Words(nl="Indicatief", en="Indicative"), 12, lambda r, p, la: yes(p.indicative, la)),
    Column(Words(nl="x (px)", en="x (px)"), 9, lambda r, p, la: _box(p, 0)),
    Column(Words(nl="y (px)", en="y (px)"), 9, lambda r, p, la: _box(p, 1)),
    Column(Words(nl="Breedte (px)", en="Width (px)"), 11, lambda r, p, la: _box(p, 2)),
    Column(Words(nl="Hoogte (px)", en="Height (px)"), 11, lambda r, p, la: _box(p, 3)),
    Column(Words(nl="Uitsnede (SHA-256)", en="Crop (SHA-256)"), 22, lambda r, p, la: p.crop),
)

LINE: tuple[Column[AddressLine], ...] = (
    Column(Words(nl="Adres", en="Address"), 60, lambda r, a, la: a.address),
    Column(Words(nl="Titel", en="Title"), 44, lambda r, a, la: a.title),
    Column(Words(nl="Onderzocht", en="Examined"), 12, lambda r, a, la: yes(a.ending.tested, la)),
    Column(Words(nl="Afloop", en="Ending"), 44, lambda r, a, la: a.ending.say(la)),
    Column(Words(nl="Bijzonderheden", en="Details"), 44, lambda r, a, la: a.detail),
    Column(
        Words(nl="Andere toestanden", en="Other states"), 44,
        lambda r, a, la: "; ".join(one.say(la) for one in r.states.get(a.address, ())),
    ),
    Column(Words(nl="HTTP-status", en="HTTP status"), 12, lambda r, a, la: a.status),
    Column(Words(nl="Eindadres", en="Final address"), 60, lambda r, a, la: a.final_address),
    Column(Words(nl="Soort inhoud", en="Media type"), 20, lambda r, a, la: a.media_type),
    Column(Words(nl="Gevonden via", en="Found by"), 20, lambda r, a, la: a.found_by.say(la)),
    Column(Words(nl="Gevonden op", en="Found on"), 60, lambda r, a, la: a.found_on),
    Column(Words(nl="Diepte", en="Depth"), 9, lambda r, a, la: a.depth),
    Column(Words(nl="Pogingen", en="Attempts"), 10, lambda r, a, la: a.attempts),
    Column(Words(nl="Bezocht", en="Visited"), 26, lambda r, a, la: instant(a.visited)),
)  # fmt: skip
