"""Norm sets as dated data: which exist, from when they can be held against whom, and what they ask.

The data is ``norm_sets.json``. Competence as far as sources tell is ``competence.json``; nothing there says yes.
Only what is citable is ever given as a citation: `NormSet.citations` and `citation` leave out the rest.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from rules import norms
from rules.contract import Words


class UnknownNormSet(LookupError):
    """No norm set goes by that id, or none of that family counts on that day; the message says which."""


@dataclass(frozen=True, slots=True)
class Article:
    """A provision of a norm set."""

    ref: Words
    """As it is cited, where it is citable."""
    about: Words
    """Our own paraphrase."""
    source: norms.Source
    key: str = ""
    """Requirement key, where findings may rest on it."""


@dataclass(frozen=True, slots=True)
class NormSet:
    """A named, dated norm set (*normenkader*)."""

    id: str
    family: str
    """Versions of one norm share a family; the examination date picks one."""
    version: str
    kind: str
    """``law``, ``standard`` or ``checklist``."""
    title: Words
    short: Words
    addressee: Words
    target_kinds: tuple[str, ...]
    """Values of ``TargetKind`` it can concern."""
    status: Words
    source: norms.Source
    articles: tuple[Article, ...] = ()
    valid_from: date | None = None
    """First day on which it exists; None: not recorded."""
    valid_until: date | None = None
    enforceable_from: date | None = None
    awaits: bool = False
    """It will be enforceable, on a day that is not known yet."""
    requires: tuple[str, ...] = ()
    """Families of norm sets that it makes binding."""
    edition: str = ""
    """Edition of EN 301 549, where it is one."""
    url: str = ""

    def standing_on(self, day: date) -> str:
        """``in-force``, ``not-yet``, ``never`` or ``ended``: whether it can be held against anybody on *day*."""
        if self.valid_until is not None and day > self.valid_until:
            return "ended"
        if self.enforceable_from is not None:
            return "in-force" if day >= self.enforceable_from else "not-yet"
        return "not-yet" if self.awaits else "never"

    def marked(self, day: date, language: str) -> str:
        """Its short name; marked where it cannot be enforced on *day*."""
        words = {
            "not-yet": Words("nog niet afdwingbaar", "not yet enforceable"),
            "ended": Words("niet meer van kracht", "no longer in force"),
        }.get(self.standing_on(day))
        name = self.short.say(language)
        return f"{name} ({words.say(language)})" if words else name

    def citations(self, language: str) -> tuple[str, ...]:
        """Its provisions as they may be cited; those not verified are left out."""
        return tuple(article.ref.say(language) for article in self.articles if article.source.citable)


@dataclass(frozen=True, slots=True)
class Shipped:
    """What sources tell about the competence of the inspectorate; empty tuples mean any."""

    norm_set: str
    target_kinds: tuple[str, ...]
    organisation_kinds: tuple[str, ...]
    answer: str
    """``no`` or ``uncertain``; never ``yes``."""
    basis: Words | None
    """The provision, where it may be cited."""
    ground: Words
    since: date
    until: date | None


@cache
def norm_sets() -> tuple[NormSet, ...]:
    """Every norm set on record."""
    return tuple(_norm_set(row) for row in norms._read("norm_sets.json")["sets"])


def norm_set(wanted: str) -> NormSet:
    """The norm set with that id. Raises UnknownNormSet."""
    for one in norm_sets():
        if one.id == wanted:
            return one
    raise UnknownNormSet(f"no norm set {wanted!r}; known: {', '.join(one.id for one in norm_sets())}")


def norm_set_on(day: date, family: str = "en301549") -> NormSet:
    """The norm set of *family* that counts for an examination on *day*: the newest one in force then.

    A version that is published but not cited never counts. Where none is in force yet, the one that is to come
    (``standing_on`` then says ``not-yet``). Raises UnknownNormSet for an unknown family, or a day before them all.
    """
    found = [one for one in norm_sets() if one.family == family]
    began = [one for one in found if one.valid_from is None or one.valid_from <= day]
    in_force = [one for one in began if one.standing_on(day) == "in-force"]
    choice = max(in_force, key=lambda one: one.enforceable_from or date.min, default=None) or (
        began[0] if began else None
    )
    if choice is None:
        raise UnknownNormSet(f"no norm set of family {family!r} counts on {day.isoformat()}")
    return choice


def norm_sets_on(day: date, target_kind: str = "") -> tuple[NormSet, ...]:
    """Every norm set that exists on *day*, other versions of one norm side by side; of *target_kind* or all."""
    return tuple(
        one
        for one in norm_sets()
        if (one.valid_from is None or one.valid_from <= day)
        and one.standing_on(day) != "ended"
        and (not target_kind or target_kind in one.target_kinds)
    )


@cache
def points(norm_set_id: str) -> tuple[str, ...]:
    """The requirement keys that the norm set asks for, in order. Raises UnknownNormSet."""
    found = norm_set(norm_set_id)
    if found.edition:
        version = {"V3.2.1": "2.1", "V4.1.1": "2.2"}[found.edition]
        criteria = [c for c in norms.criteria(version) if _clause(c, found.edition)]
        return (*(f"wcag:{c.num}" for c in criteria), *norms.clause_keys(found.edition))
    if found.kind == "checklist":
        from rules.norms import checklist

        return tuple(item.key for item in checklist.items())
    return tuple(article.key for article in found.articles if article.key)


def citation(key: str, language: str, edition: str = norms.CITED) -> str:
    """How a requirement may be cited, e.g. ``EN 301 549 V3.2.1, clausule 9.1.1.1 (WCAG 2.1, succescriterium
    1.1.1)``; empty where nothing verified can be cited. Raises UnknownRequirement, UnknownEdition."""
    norm, _, point = key.partition(":")
    norms.requirement(key)
    if norm in ("wcag", "wcag-text", "en301549"):
        clauses = norms.clauses([key], edition)
        if not clauses or not norms.source("clauses", edition).citable:
            return ""
        clause = ("clausule", "clause")[language != "nl"]
        text = f"EN 301 549 {edition}, {clause} {clauses[0]}"
        if norm == "wcag":
            wcag = next(e.wcag for e in norms.editions() if e.id == edition)
            criterion = ("succescriterium", "success criterion")[language != "nl"]
            text += f" (WCAG {wcag}, {criterion} {point})"
        return text
    for one in norm_sets():
        for article in one.articles:
            if article.key == key:
                return article.ref.say(language) if article.source.citable else ""
    if norm == "c112":
        from rules.norms import checklist

        return "; ".join(checklist.item(key).citations(language))
    return ""


def shipped_competence(norm_set_id: str, target_kind: str, organisation_kinds: Collection[str], day: date) -> Shipped:
    """The first row that fits; *organisation_kinds* in any case. A standard follows the law that requires it.

    Where there is no row the answer is uncertain: unknown is never yes. Raises UnknownNormSet.
    """
    found = norm_set(norm_set_id)
    laws = [one.id for one in norm_sets() if found.family in one.requires] or [found.id]
    kinds = {kind.casefold() for kind in organisation_kinds}
    for row in _shipped():
        if (
            row.norm_set in laws
            and (not row.target_kinds or target_kind in row.target_kinds)
            and (not row.organisation_kinds or kinds & {kind.casefold() for kind in row.organisation_kinds})
            and row.since <= day
            and (row.until is None or day <= row.until)
        ):
            return row
    ground = Words("Niemand heeft de bevoegdheid beoordeeld.", "Nobody has assessed the competence.")
    return Shipped(norm_set_id, (), (), "uncertain", None, ground, day, None)


@cache
def _shipped() -> tuple[Shipped, ...]:
    return tuple(
        Shipped(
            row["norm_set"], tuple(row["target_kinds"]), tuple(row["organisation_kinds"]), row["answer"],
            Words(row["basis_nl"], row["basis_en"]) if row["citable"] else None,
            Words(row["ground_nl"], row["ground_en"]), date.fromisoformat(row["since"]), _day(row["until"]),
        )
        for row in norms._read("competence.json")["rows"]
    )  # fmt: skip


def _clause(criterion: norms.Criterion, edition: str) -> str | None:
    return criterion.clause_v3_2_1 if edition == "V3.2.1" else criterion.clause_v4_1_1


def _norm_set(row: Any) -> NormSet:
    return NormSet(
        id=row["id"],
        family=row["family"],
        version=row["version"],
        kind=row["kind"],
        title=Words(row["nl"], row["en"]),
        short=Words(row["short_nl"], row["short_en"]),
        addressee=Words(row["addressee_nl"], row["addressee_en"]),
        target_kinds=tuple(row["target_kinds"]),
        status=Words(row["status_nl"], row["status_en"]),
        source=_source(row),
        articles=tuple(
            Article(
                Words(a["nl"], a["en"]), Words(a["about_nl"], a["about_en"]), _source(a), a.get("key", "")
            )
            for a in row["articles"]
        ),
        valid_from=_day(row.get("valid_from")),
        valid_until=_day(row.get("valid_until")),
        enforceable_from=_day(row.get("enforceable_from")),
        awaits=row.get("awaits", False),
        requires=tuple(row.get("requires", ())),
        edition=row.get("edition", ""),
        url=row["url"],
    )


def _source(row: Any) -> norms.Source:
    return norms.Source(row["certainty"], row["citable"], tuple(row["from"]))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
