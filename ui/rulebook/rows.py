"""What the tables of the rule book show: rules of both engines, requirements, editions of the standard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from rules import axe, book, norms
from rules.contract import Words
from ui.table import Column
from ui.words import number_of, order_of

translate = QCoreApplication.translate
OWN, ADOPTED = "own", "axe"


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule, whoever wrote it."""

    id: str
    engine: str
    """``OWN`` or ``ADOPTED``."""
    title: Words
    requirements: tuple[str, ...]
    clauses: tuple[str, ...]
    act: tuple[str, ...]
    experimental: bool
    text: str
    """What a filter looks in besides the cells."""


@dataclass(frozen=True, slots=True)
class NormRow:
    """One success criterion with its clauses and how many rules name it."""

    key: str
    number: str
    level: str
    title: Words
    clause_now: str
    clause_next: str
    demanded: bool
    own: int
    adopted: int


def rule_rows() -> list[RuleRow]:
    """Every rule: our own first, then those adopted from axe-core. Reads the rule book, so off the window's thread."""
    rows = [
        RuleRow(
            rule.id, OWN, rule.title, rule.reported, norms.clauses(rule.reported), rule.act, rule.experimental,
            f"{rule.why.nl}\n{rule.why.en}\n{rule.repair.nl}\n{rule.repair.en}\n{' '.join(rule.axe)}",
        )
        for rule in book.load().rules
    ]  # fmt: skip
    rows += [
        RuleRow(
            row.id, ADOPTED, row.title, row.requirements, norms.clauses(row.requirements), row.act, row.experimental,
            f"{row.why.nl}\n{row.why.en}",
        )
        for row in axe.table().values()
    ]  # fmt: skip
    return rows


def norm_rows(rules: Sequence[RuleRow]) -> list[NormRow]:
    """Every criterion of WCAG 2.2, levels A and AA, and of 2.1 that 2.2 dropped."""
    found = {c.num: c for version in ("2.1", "2.2") for c in norms.criteria(version)}
    return [
        NormRow(
            f"wcag:{num}", num, c.level, c.handle, c.clause_v3_2_1 or "", c.clause_v4_1_1 or "",
            norms.required_in_nl(num),
            sum(f"wcag:{num}" in rule.requirements for rule in rules if rule.engine == OWN),
            sum(f"wcag:{num}" in rule.requirements for rule in rules if rule.engine == ADOPTED),
        )
        for num, c in sorted(found.items(), key=lambda pair: order_of(pair[0]))
    ]  # fmt: skip


def engine_words(engine: str) -> str:
    return translate("RuleColumns", "Own rule") if engine == OWN else "axe-core"


def rule_columns() -> list[Column[RuleRow]]:
    """What should be so, whose rule, norm, ACT, id."""
    return [
        Column(
            lambda: translate("RuleColumns", "What should be so"),
            lambda row, language: row.title.say(language),
            weight=3,
        ),
        Column(
            lambda: translate("RuleColumns", "Engine"), lambda row, _: engine_words(row.engine), sample="Eigen regel"
        ),
        Column(
            lambda: translate("RuleColumns", "Norm"),
            lambda row, _: ", ".join(number_of(key) for key in row.requirements) or "–",
            sample="2.4.4, 4.1.2",
            key=lambda row: [order_of(number_of(key)) for key in row.requirements],
        ),
        Column(lambda: "ACT", lambda row, _: ", ".join(row.act) or "–", sample="a1b64e, 23a2a8"),
        Column(lambda: translate("RuleColumns", "Rule id"), lambda row, _: row.id, weight=1.6),
    ]


def norm_columns() -> list[Column[NormRow]]:
    """Number, title, level, clauses of both editions, demanded, rules."""
    return [
        Column(lambda: "WCAG", lambda row, _: row.number, sample="1.4.13", key=lambda row: order_of(row.number)),
        Column(lambda: translate("NormColumns", "Title"), lambda row, language: row.title.say(language), weight=3),
        Column(lambda: translate("NormColumns", "Level"), lambda row, _: row.level, sample="AAA"),
        Column(lambda: "EN 301 549 V3.2.1", lambda row, _: row.clause_now or "–", sample="9.1.4.13"),
        Column(lambda: "V4.1.1", lambda row, _: row.clause_next or "–", sample="9.1.4.13"),
        Column(
            lambda: translate("NormColumns", "Demanded in NL"),
            lambda row, language: (
                Words("ja", "yes").say(language) if row.demanded else Words("nee", "no").say(language)
            ),
            sample="nee",
        ),
        Column(
            lambda: translate("NormColumns", "Own rules"),
            lambda row, _: str(row.own),
            sample="00",
            key=lambda row: row.own,
            number=True,
        ),
        Column(
            lambda: translate("NormColumns", "axe-core"),
            lambda row, _: str(row.adopted),
            sample="00",
            key=lambda row: row.adopted,
            number=True,
        ),
    ]


def edition_columns() -> list[Column[norms.Edition]]:
    """Edition, published, WCAG, since when it counts, standing."""
    return [
        Column(lambda: "EN 301 549", lambda row, _: row.id, sample="V3.2.1"),
        Column(lambda: translate("EditionColumns", "Published"), lambda row, _: row.published, sample="2021-03-00"),
        Column(lambda: "WCAG", lambda row, _: row.wcag, sample="2.1"),
        Column(
            lambda: translate("EditionColumns", "Cited from"),
            lambda row, _: row.counts_from.isoformat() if row.counts_from else "–",
            sample="2022-02-12",
        ),
        Column(
            lambda: translate("EditionColumns", "Standing"), lambda row, language: row.status.say(language), weight=4
        ),
    ]
