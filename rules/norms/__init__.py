"""The norms as dated data: WCAG criteria, clauses of EN 301 549 per edition, and who is hit when they fail.

The tables are the JSON files beside this module; each names its sources and how certain they are. What is not
verified carries ``citable: false`` and must never be shown as a citation. No file holds normative text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from rules.contract import Words

CITED = "V3.2.1"
"""The edition of EN 301 549 cited under Directive (EU) 2016/2102; ``edition_on`` tells from when."""


class UnknownRequirement(LookupError):
    """No requirement, criterion or statement goes by that name; the message names it."""


class UnknownEdition(LookupError):
    """No such edition of EN 301 549 is recorded, or none for that day."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a table comes from. Only a *citable* one may be shown to people as a citation."""

    certainty: str
    citable: bool
    origin: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion of WCAG 2.0, 2.1 or 2.2."""

    num: str
    level: str
    """``A``, ``AA`` or ``AAA``."""
    handle: Words
    versions: tuple[str, ...]
    understanding_url: str
    clause_v3_2_1: str | None
    clause_v4_1_1: str | None
    nl_authorised: bool = True
    """The Dutch handle is the one of the authorised translation of WCAG 2.1."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """A testable point of a norm, or a technique that a rule names beside it."""

    key: str
    title: Words
    level: str
    """WCAG level; empty where there is none."""
    url: str
    nl_citable: bool = True
    """The Dutch title is published wording; otherwise it is our own label."""
    citable: bool = True
    """The requirement may be cited; otherwise it was not verified, or is a question of our own."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A functional performance statement (EN 301 549 V3.2.1, clause 4.2)."""

    id: str
    title: Words
    """English title of the standard; the Dutch one is proposed wording (``nl_citable``)."""
    who: Words
    """The people concerned, as one plain phrase: "mensen die niet kunnen zien"."""
    nl_citable: bool = False


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of EN 301 549."""

    id: str
    wcag: str
    published: str
    """``YYYY-MM`` or ``YYYY-MM-DD``."""
    counts_from: date | None
    """From this day it is the edition cited under Directive (EU) 2016/2102; None: not cited."""
    status: Words
    certainty: str
    citable: bool
    pdf: str = ""

    @property
    def enforceable(self) -> bool:
        """It gives presumption of conformity: the edition a supervisor may hold a body to."""
        return self.counts_from is not None


@dataclass(frozen=True, slots=True)
class _Clauses:
    titles: Mapping[str, Requirement]
    by_criterion: Mapping[str, str]
    needs: Mapping[str, Mapping[str, tuple[str, ...]]]
    sources: Mapping[str, Source]


_EDITION_FILES = {"V3.2.1": "en301549_v3_2_1.json", "V4.1.1": "en301549_v4_1_1.json"}
_TECHNIQUE_FOLDERS = {
    "ARIA": "aria", "C": "css", "F": "failures", "G": "general", "H": "html", "PDF": "pdf",
    "SCR": "client-side-script", "SM": "smil", "SVR": "server-side-script", "T": "text",
}  # fmt: skip


def criterion(num: str) -> Criterion:
    """The criterion with number *num*, e.g. ``"1.1.1"``. Raises UnknownRequirement."""
    try:
        return _criteria()[num]
    except KeyError:
        raise UnknownRequirement(f"WCAG has no success criterion {num!r}") from None


def criteria(version: str = "2.1", levels: tuple[str, ...] = ("A", "AA")) -> tuple[Criterion, ...]:
    """The criteria of a WCAG *version* (``2.0``, ``2.1``, ``2.2``) at these *levels*, in order of number."""
    return tuple(c for c in _criteria().values() if version in c.versions and c.level in levels)


def required_in_nl(num: str) -> bool:
    """*num* is one of the 50 criteria (WCAG 2.1, levels A and AA) that the Dutch decree requires.

    4.1.1 is one of them, although W3C's erratum of 2023-04-18 counts it as always satisfied in HTML and XML.
    """
    found = criterion(num)
    return "2.1" in found.versions and found.level in ("A", "AA")


def requirement(key: str) -> Requirement:
    """The requirement behind a key.

    Keys: ``wcag:1.1.1``; ``wcag-text:cc1`` … ``cc5`` (WCAG's conformance requirements); ``en301549:9.6``;
    provisions of other norm sets (``bdto:4``, ``eaa112:4-8``, ``dr2023-444:4a``, ``eecc:109-7``); ``c112:A1``
    (questions of the 112 checklist);
    ``technique:H57``; ``aria:namecalculation`` and ``using-aria:fourth`` (sections of WAI-ARIA 1.2 and of
    Using ARIA). Raises UnknownRequirement.
    """
    norm, _, point = key.partition(":")
    if norm == "wcag":
        found = criterion(point)
        return Requirement(key, found.handle, found.level, found.understanding_url, found.nl_authorised)
    if norm == "wcag-text" and point in _conformance():
        url = f"https://www.w3.org/TR/WCAG21/#{point}"
        return Requirement(key, _conformance()[point], "", url)
    if norm == "en301549":
        for edition in _EDITION_FILES:
            if point in _edition(edition).titles:
                return _edition(edition).titles[point]
    if key in _provisions():
        return _provisions()[key]
    technique = re.fullmatch(r"([A-Z]+)\d+", point)
    if norm == "technique" and technique and technique[1] in _TECHNIQUE_FOLDERS:
        url = f"https://www.w3.org/WAI/WCAG21/Techniques/{_TECHNIQUE_FOLDERS[technique[1]]}/{point}"
        return Requirement(key, Words(f"WCAG-techniek {point}", f"WCAG technique {point}"), "", url)
    if norm == "aria" and re.fullmatch(r"[\w-]+", point):
        title = f"WAI-ARIA 1.2, {point}"
        return Requirement(key, Words(title, title), "", f"https://www.w3.org/TR/wai-aria-1.2/#{point}")
    if norm == "using-aria" and re.fullmatch(r"[\w-]+", point):
        title = f"Using ARIA, {point}"
        return Requirement(key, Words(title, title), "", f"https://www.w3.org/TR/using-aria/#{point}")
    raise UnknownRequirement(f"no requirement {key!r}")


def clause_keys(edition: str = CITED) -> tuple[str, ...]:
    """Keys of the clauses that a web examination looks at beside WCAG's criteria, in order. Raises UnknownEdition."""
    _edition(edition)
    return tuple(f"en301549:{clause}" for clause in _read(_EDITION_FILES[edition])["beside_criteria"])


def clauses(keys: Iterable[str], edition: str = CITED) -> tuple[str, ...]:
    """The clauses of EN 301 549 behind requirement *keys*, each once, in the standard's order.

    Only what exists in that edition: AAA criteria have none; those new in WCAG 2.2 have none in V3.2.1;
    4.1.1 has none in V4.1.1. Techniques have none. Raises UnknownRequirement, UnknownEdition.
    """
    table = _edition(edition)
    found: set[str] = set()
    for key in keys:
        requirement(key)
        norm, _, point = key.partition(":")
        clause = {"wcag": table.by_criterion.get(point), "wcag-text": "9.6", "en301549": point}.get(norm)
        if clause is not None and clause in table.titles:
            found.add(clause)
    return tuple(sorted(found, key=_order))


def hits(clauses: Iterable[str], edition: str = CITED, *, secondary: bool = False) -> tuple[str, ...]:
    """Ids of the functional performance statements that these *clauses* support primarily, in order.

    From Table B.2 of that *edition* and no other (they differ strongly). *secondary*: also those supported in
    part. Clauses that the edition does not have add nothing. Raises UnknownEdition.
    """
    table = _edition(edition)
    kinds = ("primary", "secondary") if secondary else ("primary",)
    found = {fps for clause in clauses for kind in kinds for fps in table.needs.get(clause, {}).get(kind, ())}
    return tuple(sorted(found, key=_order))


def statement(fps_id: str) -> Statement:
    """The functional performance statement of that clause, e.g. ``"4.2.1"``. Raises UnknownRequirement."""
    try:
        return _statements()[fps_id]
    except KeyError:
        raise UnknownRequirement(f"no functional performance statement {fps_id!r}") from None


def statements() -> tuple[Statement, ...]:
    """All functional performance statements, in order."""
    return tuple(_statements().values())


@cache
def editions() -> tuple[Edition, ...]:
    """Every edition of EN 301 549 on record, oldest first."""
    return tuple(
        Edition(
            row["id"], row["wcag"], row["published"],
            date.fromisoformat(row["counts_from"]) if row["counts_from"] else None,
            Words(row["nl"], row["en"]), row["certainty"], row["citable"], row.get("pdf", ""),
        )
        for row in _read("editions.json")["editions"]
    )  # fmt: skip


def edition_on(day: date, *, enforceable: bool = True) -> Edition:
    """The edition of EN 301 549 that counts on *day*.

    *enforceable*: the one cited in the Official Journal on that day; with False the newest one published by
    then. Raises UnknownEdition for days before the first edition on record that qualifies.
    """
    if enforceable:
        fit = [e for e in editions() if e.counts_from is not None and e.counts_from <= day]
    else:
        fit = [e for e in editions() if e.published <= day.isoformat()[: len(e.published)]]
    if not fit:
        raise UnknownEdition(f"no edition of EN 301 549 on record counts on {day.isoformat()}")
    return fit[-1]


def source(table: str, edition: str = "") -> Source:
    """Where a table comes from: of an *edition* ``clauses`` or ``user_needs``; else ``levels``,
    ``handles_en``, ``handles_nl``, ``handles_nl_not_authorised``, ``titles_en``, ``titles_nl``, ``who`` or
    ``citation``.

    Raises UnknownEdition, KeyError.
    """
    if edition:
        return _edition(edition).sources[table]
    found: dict[str, Source] = {}
    for name in ("wcag.json", "statements.json", "editions.json"):
        found.update(_sources(_read(name)))
    return found[table]


def _order(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


@cache
def _read(name: str) -> Any:
    return json.loads(files("rules.norms").joinpath(name).read_text(encoding="utf-8"))


def _sources(data: Any) -> dict[str, Source]:
    return {
        name: Source(row["certainty"], row["citable"], tuple(row["from"]), row.get("note", ""))
        for name, row in data["sources"].items()
    }


@cache
def _criteria() -> Mapping[str, Criterion]:
    rows = _read("wcag.json")["criteria"]
    found = [
        Criterion(
            row["num"], row["level"], Words(row["nl"], row["en"]), tuple(row["versions"]),
            row["understanding"], row.get("V3.2.1"), row.get("V4.1.1"), row.get("nl_authorised", True),
        )
        for row in rows
    ]  # fmt: skip
    return MappingProxyType({c.num: c for c in sorted(found, key=lambda c: _order(c.num))})


@cache
def _conformance() -> Mapping[str, Words]:
    return MappingProxyType({row["id"]: Words(row["nl"], row["en"]) for row in _read("wcag.json")["conformance"]})


@cache
def _provisions() -> Mapping[str, Requirement]:
    """What the norm sets beside WCAG and EN 301 549 ask; titles are our own paraphrase."""
    found: dict[str, Requirement] = {}
    for one in _read("norm_sets.json")["sets"]:
        for row in one["articles"]:
            words = Words(row["about_nl"], row["about_en"])
            found[row["key"]] = Requirement(row["key"], words, "", one["url"], False, row["citable"])
    for row in _read("checklist_112.json")["items"]:
        key = "c112:" + row["id"].removeprefix("C112-")
        found[key] = Requirement(key, Words(row["nl"], row["en"]), "", "", False, False)
    return MappingProxyType(found)


@cache
def _statements() -> Mapping[str, Statement]:
    data = _read("statements.json")
    citable = _sources(data)["titles_nl"].citable
    return MappingProxyType(
        {
            row["id"]: Statement(row["id"], Words(row["nl"], row["en"]), Words(row["who_nl"], row["who_en"]), citable)
            for row in data["statements"]
        }
    )


@cache
def _edition(edition: str) -> _Clauses:
    if edition not in _EDITION_FILES:
        raise UnknownEdition(f"no clauses of EN 301 549 {edition!r} on record; known: {', '.join(_EDITION_FILES)}")
    data = _read(_EDITION_FILES[edition])
    titles: dict[str, Requirement] = {}
    by_criterion: dict[str, str] = {}
    for clause, row in data["clauses"].items():
        num = row.get("wcag")
        level = ""
        published = not row.get("nl_proposed", False)
        if num:
            by_criterion[num] = clause
            level = criterion(num).level
            published = criterion(num).nl_authorised
        url = data["pdf"].format(pdf_page=row.get("page", 1))
        citable = bool(data["sources"]["clauses"]["citable"])
        titles[clause] = Requirement(
            f"en301549:{clause}", Words(row["nl"], row["en"]), level, url, published, citable
        )
    needs = {clause: {kind: tuple(ids) for kind, ids in row.items()} for clause, row in data["user_needs"].items()}
    return _Clauses(titles, by_criterion, needs, _sources(data))
