"""What asks for attention: scans that did not go as they should, each with the reason."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from eaa_checker.domain.scan import Scan, ScanState
from ui.scanning.history import STATE_SIGNS
from ui.table import Column
from ui.today.number import Now
from ui.words import moment

RECENT = timedelta(days=30)
_RANK = {ScanState.FAILED: 0, ScanState.INTERRUPTED: 1, ScanState.RUNNING: 2, ScanState.WAITING: 3}


@dataclass(frozen=True, slots=True)
class Matter:
    """One scan to look at."""

    scan: Scan


def matters(now: Now) -> list[Matter]:
    """Failed and interrupted scans of the last month, what runs, and newest scans with gaps; gravest first."""
    newest = {scan.id for scan in now.newest().values()}
    found = [
        Matter(scan)
        for scan in now.scans
        if now.moment - (scan.ended or scan.created) < RECENT
        and (scan.state in _RANK or (scan.id in newest and scan.failed))
    ]
    return sorted(found, key=lambda matter: (_RANK.get(matter.scan.state, 9), -matter.scan.created.timestamp()))


def columns(locale_of: object) -> list[Column[Matter]]:
    """What is the matter, target, organisation, when. *locale_of*: gives the locale in force."""
    assert callable(locale_of)
    translate = QCoreApplication.translate

    def when(matter: Matter, _: str) -> str:
        locale: QLocale = locale_of()
        return moment(matter.scan.ended or matter.scan.started or matter.scan.created, locale)

    return [
        Column(
            lambda: translate("AttentionColumns", "What is the matter"),
            lambda matter, language: what(matter.scan, language),
            weight=3,
            sign=lambda matter: _sign(matter.scan),
        ),
        Column(lambda: translate("AttentionColumns", "Target"), lambda matter, _: matter.scan.target_name, weight=1.4),
        Column(
            lambda: translate("AttentionColumns", "Organisation"),
            lambda matter, _: matter.scan.organisation_name,
            weight=1.6,
        ),
        Column(
            lambda: translate("AttentionColumns", "When"),
            when,
            sample="00 mmm 0000, 00:00",
            key=lambda matter: matter.scan.ended or matter.scan.created,
        ),
    ]


def what(scan: Scan, language: str) -> str:
    """What is the matter with a scan, in one sentence."""
    words = scan.state.say(language)
    if scan.state is ScanState.COMPLETED:
        missed = f"{scan.failed} pagina’s niet bereikt" if language == "nl" else f"{scan.failed} pages not reached"
        return missed.replace("1 pagina’s", "1 pagina").replace("1 pages", "1 page") if scan.failed == 1 else missed
    try:
        why = str(json.loads(scan.error)[language]) if scan.error else ""
    except (ValueError, KeyError, TypeError):
        why = scan.error
    return f"{words} – {why}" if why else words


def _sign(scan: Scan) -> tuple[str, str]:
    return ("warning", "ask") if scan.state is ScanState.COMPLETED else STATE_SIGNS[scan.state]
