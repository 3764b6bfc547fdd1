"""The tables of the risk picture: targets by score, and sectors or suppliers by their mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from eaa_checker.domain.risk import Coverage, RiskGroup, RiskLine, Standing
from ui.table import Column

translate = QCoreApplication.translate
STANDING_SIGNS: Mapping[Standing, tuple[str, str]] = {
    Standing.EXAMINED: ("page", "accent"),
    Standing.ONLY_FAILED: ("warning", "soft"),
    Standing.NEVER: ("none", "soft"),
}
"""Icon and colour. What was not examined is neither red nor green: nothing is known of it."""


def known(line: RiskLine) -> bool:
    return line.standing is Standing.EXAMINED


def figure(value: float, line: RiskLine, locale: QLocale) -> str:
    """A number of the ranking; said to be unknown where it does not rest on an examination."""
    number = locale.toString(value, "f", 1)
    return number if known(line) else translate("RiskColumns", "unknown ({0})").format(number)


def side(value: float, line: RiskLine, locale: QLocale) -> str:
    """Likelihood or impact of an examined target, 1 to 5."""
    return locale.toString(value, "f", 1) if known(line) else translate("RiskColumns", "unknown")


def coverage_of(one: Coverage, locale: QLocale) -> str:
    """“12 of 20 examined”, as it stands beside a figure."""
    examined, total = locale.toString(one.examined), locale.toString(one.total)
    return translate("RiskColumns", "{0} of {1}").format(examined, total)


def line_columns(locale_of: Callable[[], QLocale]) -> list[Column[RiskLine]]:
    """Target, organisation, score, likelihood, impact, what it rests on, adjustment."""
    return [
        Column(
            lambda: translate("RiskColumns", "Target"),
            lambda line, _: line.facts.target_name,
            weight=1.6,
            sign=lambda line: ("emergency", "accent") if line.facts.emergency else ("target", "soft"),
        ),
        Column(lambda: translate("RiskColumns", "Organisation"), lambda line, _: line.facts.organisation_name, 1.8),
        Column(
            lambda: translate("RiskColumns", "Score"),
            lambda line, _: figure(line.score, line, locale_of()),
            sample="onbekend (00,0)",
            key=lambda line: line.score,
            number=True,
        ),
        Column(
            lambda: translate("RiskColumns", "Likelihood"),
            lambda line, _: side(line.likelihood, line, locale_of()),
            sample="onbekend",
            key=lambda line: line.likelihood,
            number=True,
        ),
        Column(
            lambda: translate("RiskColumns", "Impact"),
            lambda line, _: side(line.impact, line, locale_of()),
            sample="onbekend",
            key=lambda line: line.impact,
            number=True,
        ),
        Column(
            lambda: translate("RiskColumns", "Rests on"),
            lambda line, language: line.standing.say(language),
            weight=1.4,
            sign=lambda line: STANDING_SIGNS[line.standing],
        ),
        Column(
            lambda: translate("RiskColumns", "Adjusted"),
            lambda line, _: f"{line.facts.adjustment.points:+g}" if line.facts.adjustment is not None else "",
            sample="+00",
            key=lambda line: line.facts.adjustment.points if line.facts.adjustment is not None else 0.0,
            number=True,
        ),
    ]


def group_columns(locale_of: Callable[[], QLocale]) -> list[Column[RiskGroup]]:
    """Name, targets, examined, mean score, barriers, highest target."""
    return [
        Column(lambda: translate("RiskColumns", "Name"), lambda one, _: one.name, weight=2),
        Column(
            lambda: translate("RiskColumns", "Targets"),
            lambda one, _: locale_of().toString(one.targets),
            sample="0000",
            key=lambda one: one.targets,
            number=True,
        ),
        Column(
            lambda: translate("RiskColumns", "Examined"),
            lambda one, _: coverage_of(one.coverage, locale_of()),
            sample="0000 van 0000",
            key=lambda one: one.coverage.examined / max(1, one.coverage.total),
            number=True,
        ),
        Column(
            lambda: translate("RiskColumns", "Mean score"),
            lambda one, _: (
                locale_of().toString(one.mean_score, "f", 1)
                if one.coverage.examined
                else translate("RiskColumns", "unknown ({0})").format(locale_of().toString(one.mean_score, "f", 1))
            ),
            sample="onbekend (00,0)",
            key=lambda one: one.mean_score,
            number=True,
        ),
        Column(
            lambda: translate("RiskColumns", "Barriers per target"),
            lambda one, _: (
                translate("RiskColumns", "not measured")
                if one.barriers is None
                else locale_of().toString(one.barriers, "f", 1)
            ),
            sample="niet gemeten",
            key=lambda one: -1.0 if one.barriers is None else one.barriers,
            number=True,
        ),
        Column(
            lambda: translate("RiskColumns", "Highest"),
            lambda one, _: one.highest.facts.target_name,
            weight=1.6,
        ),
    ]
