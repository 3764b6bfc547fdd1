"""What the part publication shows in tables: who is heard, what is left out, which packages were made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from eaa_checker.domain.package import Hearing, HearingOutcome, Package, PublicationTime, Redacted, Redaction
from ui.cases.fields import said_day
from ui.desk import Desk
from ui.table import Column
from ui.words import moment

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate
_SIGNS = {
    HearingOutcome.ASKED: ("waiting", "ask"),
    HearingOutcome.AGREES: ("passed", "passed"),
    HearingOutcome.OBJECTS: ("warning", "ask"),
    HearingOutcome.SILENT: ("none", "soft"),
}
DRAFT = "draft"
"""Among the parts of a package: it is for the stakeholders only."""


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """Somebody who is heard first, and how far that is."""

    id: int
    name: str
    hearing: Hearing | None


@dataclass(frozen=True, slots=True)
class PublicationSeen:
    """Publication of one case as it was read."""

    time: PublicationTime
    today: date
    stakeholders: tuple[Stakeholder, ...]
    redactions: tuple[Redaction, ...]
    packages: tuple[Package, ...]

    @property
    def final(self) -> Package | None:
        """The newest package that is no draft."""
        return next((one for one in self.packages if DRAFT not in one.parts), None)


def read_publication(engine: Engine, case_id: int, irrevocable: date | None) -> PublicationSeen:
    """Raises BadInput for a day on which no decision can have become irrevocable."""
    room = engine.publications
    heard = {one.organisation_id: one for one in room.hearings(case_id)}
    return PublicationSeen(
        time=room.when(case_id, irrevocable),
        today=engine.deadlines.today(),
        stakeholders=tuple(
            Stakeholder(one.id, one.name, heard.get(one.id)) for one in room.stakeholders(case_id)
        ),
        redactions=tuple(room.redactions(case_id)),
        packages=tuple(room.packages(case_id)),
    )  # fmt: skip


def stakeholder_columns() -> list[Column[Stakeholder]]:
    """Name, how far, asked, until when, what they said, what was weighed."""

    def outcome(row: Stakeholder, language: str) -> str:
        return row.hearing.outcome.say(language) if row.hearing else translate("HearingColumns", "not asked yet")

    return [
        Column(lambda: translate("HearingColumns", "Stakeholder"), lambda row, _: row.name, weight=1.5),
        Column(lambda: translate("HearingColumns", "Outcome"), outcome, weight=1.6,
               sign=lambda row: _SIGNS[row.hearing.outcome] if row.hearing else ("ask", "ask")),
        Column(lambda: translate("HearingColumns", "Asked"),
               lambda row, _: said_day(row.hearing.asked if row.hearing else None), sample="00-00-0000"),
        Column(lambda: translate("HearingColumns", "Answer until"),
               lambda row, _: said_day(row.hearing.due if row.hearing else None), sample="Antwoord tot 00"),
        Column(lambda: translate("HearingColumns", "What they said"),
               lambda row, _: row.hearing.view or "–" if row.hearing else "–", weight=1.5),
        Column(lambda: translate("HearingColumns", "How it was weighed"),
               lambda row, _: row.hearing.answer or "–" if row.hearing else "–", weight=1.5),
        Column(lambda: translate("HearingColumns", "Hold until"),
               lambda row, _: said_day(row.hearing.hold_until if row.hearing else None), sample="Wachten t/m 00"),
    ]  # fmt: skip


def redaction_columns() -> list[Column[Redaction]]:
    return [
        Column(lambda: translate("RedactionColumns", "Words"), lambda row, _: row.words, weight=1.6),
        Column(lambda: translate("RedactionColumns", "Stands there instead"), lambda row, _: f"[{row.kind}]",
               weight=1.2),
        Column(lambda: translate("RedactionColumns", "Ground"), lambda row, _: row.article, weight=1.4),
        Column(lambda: translate("RedactionColumns", "Reason"), lambda row, _: row.reason, weight=1.6),
        Column(lambda: translate("RedactionColumns", "By"), lambda row, _: row.author, weight=1.0),
    ]  # fmt: skip


def publication_columns(desk: Desk) -> list[Column[Package]]:
    return [
        Column(lambda: translate("PublicationColumns", "Package"),
               lambda row, _: translate("PublicationColumns", "draft, for who is heard") if DRAFT in row.parts
               else translate("PublicationColumns", "to be made public"), weight=1.4,
               sign=lambda row: ("document", "soft") if DRAFT in row.parts else ("passed", "passed")),
        Column(lambda: translate("PublicationColumns", "Made"),
               lambda row, _: moment(row.instant, desk.language.locale), weight=1.2, key=lambda row: row.instant),
        Column(lambda: translate("PublicationColumns", "By"), lambda row, _: row.actor, weight=1.0),
        Column(lambda: translate("PublicationColumns", "Mark"), lambda row, _: row.identifier, weight=1.6),
        Column(lambda: translate("PublicationColumns", "Files"), lambda row, _: str(len(row.files)), sample="00000",
               key=lambda row: len(row.files), number=True),
        Column(lambda: translate("PublicationColumns", "Place"), lambda row, _: row.place, weight=2.0),
    ]  # fmt: skip


def redacted_columns() -> list[Column[Redacted]]:
    return [
        Column(lambda: translate("RedactedColumns", "Left out"), lambda row, language: row.what.say(language),
               weight=2.4),
        Column(lambda: translate("RedactedColumns", "How often"), lambda row, _: str(row.times or "–"),
               sample="Hoe vaak 0", key=lambda row: row.times, number=True),
        Column(lambda: translate("RedactedColumns", "Ground"), lambda row, _: row.article, weight=1.6),
    ]  # fmt: skip
