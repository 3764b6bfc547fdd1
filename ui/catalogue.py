"""The places of the window in the order of the rail. A new place is one package under ``ui`` and one entry here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.place import Finder, Place

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Entry:
    """One place: what the rail shows of it, and how it is fetched when somebody goes there for the first time."""

    key: str
    title: Callable[[], str]
    short: Callable[[], str]
    """The title as the rail shows it: one short word."""
    icon: str
    load: Callable[[], type[Place]]
    finder: Callable[[], Finder] | None = None
    """Fetches what lets the global search look in it."""


def _today() -> type[Place]:
    from ui.today.place import Today

    return Today


def _organisations() -> type[Place]:
    from ui.organisations.place import Organisations

    return Organisations


def _organisations_finder() -> Finder:
    from ui.organisations.finding import find

    return find


def _batch() -> type[Place]:
    from ui.batch.place import Batch

    return Batch


def _rulebook() -> type[Place]:
    from ui.rulebook.place import RuleBook

    return RuleBook


def _rulebook_finder() -> Finder:
    from ui.rulebook.finding import find

    return find


def _settings() -> type[Place]:
    from ui.settings_place.place import Settings

    return Settings


def _signals() -> type[Place]:
    from ui.signals.place import Signals

    return Signals


def _signals_finder() -> Finder:
    from ui.signals.finding import find

    return find


def _risk() -> type[Place]:
    from ui.risk.place import RiskPlace

    return RiskPlace


def _channel112() -> type[Place]:
    from ui.channel112.place import Channel112

    return Channel112


def _channel112_finder() -> Finder:
    from ui.channel112.finding import find

    return find


def _cases() -> type[Place]:
    from ui.cases.place import Cases

    return Cases


def _cases_finder() -> Finder:
    from ui.cases.finding import find

    return find


ENTRIES: tuple[Entry, ...] = (
    Entry(
        "today",
        lambda: translate("Places", "Today"),
        lambda: translate("Places", "Today"),
        "today",
        _today,
    ),
    Entry(
        "signals",
        lambda: translate("Places", "Signals"),
        lambda: translate("Places", "Signals"),
        "signals",
        _signals,
        _signals_finder,
    ),
    Entry(
        "organisations",
        lambda: translate("Places", "Organisations and targets"),
        lambda: translate("Places", "Targets"),
        "organisation",
        _organisations,
        _organisations_finder,
    ),
    Entry(
        "risk",
        lambda: translate("Places", "Risk picture"),
        lambda: translate("Places", "Risk"),
        "risk",
        _risk,
    ),
    Entry(
        "cases",
        lambda: translate("Places", "Cases"),
        lambda: translate("Places", "Cases"),
        "cases",
        _cases,
        _cases_finder,
    ),
    Entry(
        "channel112",
        lambda: translate("Places", "112 channel"),
        lambda: translate("Places", "112"),
        "channel112",
        _channel112,
        _channel112_finder,
    ),
    Entry(
        "batch",
        lambda: translate("Places", "Batch and schedule"),
        lambda: translate("Places", "Batch"),
        "batch",
        _batch,
    ),
    Entry(
        "rulebook",
        lambda: translate("Places", "Rule book and norms"),
        lambda: translate("Places", "Rule book"),
        "book",
        _rulebook,
        _rulebook_finder,
    ),
    Entry(
        "settings",
        lambda: translate("Places", "Settings"),
        lambda: translate("Places", "Settings"),
        "settings",
        _settings,
    ),
)


def entry(key: str) -> Entry:
    """The entry of that key. KeyError for a place that does not exist."""
    found = next((one for one in ENTRIES if one.key == key), None)
    if found is None:
        raise KeyError(key)
    return found
