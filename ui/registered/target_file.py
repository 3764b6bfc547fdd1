"""What the register has of a target: what it is, who answers for it, its statement, and whether we may act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QLabel, QPushButton

from eaa_checker.domain.competence import Answer, Competence
from eaa_checker.domain.organisation import Link as RoleLink
from eaa_checker.domain.organisation import Organisation, Target
from rules.contract import Words
from ui.desk import Desk
from ui.place import Link
from ui.registered.editing import TargetEdit
from ui.registered.ending import EndEntry
from ui.registered.page import RegisterPage, day, row_of
from ui.registered.roles import Roles, Side
from ui.table import Column

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate
ANSWER_SIGNS: Mapping[Answer, tuple[str, str]] = {
    Answer.YES: ("passed", "passed"),
    Answer.NO: ("none", "soft"),
    Answer.UNCERTAIN: ("ask", "ask"),
}
"""Icon and colour of an answer on competence."""
STATEMENTS: Mapping[str, Words] = {
    "A": Words("voldoet volledig", "fully compliant"),
    "B": Words("voldoet gedeeltelijk", "partially compliant"),
    "C": Words("eerste maatregelen genomen", "first measures taken"),
    "D": Words("voldoet niet", "not compliant"),
    "E": Words("geen verklaring", "no statement"),
}
"""What the register's letters claim; a claim of the body itself, never our verdict."""


@dataclass(frozen=True, slots=True)
class CompetenceRow:
    """The competence check of one norm set at the target."""

    norm: Words
    check: Competence


@dataclass(frozen=True, slots=True)
class _Read:
    target: Target
    checks: list[CompetenceRow]
    links: list[RoleLink]
    signals: int
    cases: list[tuple[int, str]]
    others: list[Organisation]


def competence_columns(language_of: Callable[[], str], locale_of: Callable[[], QLocale]) -> list[Column[CompetenceRow]]:
    """Norm, answer, standing, ground, legal basis, valid until."""
    return [
        Column(
            lambda: translate("CompetenceColumns", "Norm"), lambda row, language: row.norm.say(language), weight=1.5
        ),
        Column(
            lambda: translate("CompetenceColumns", "May we act?"),
            lambda row, language: row.check.answer.say(language),
            sample="niet bevoegd",
            sign=lambda row: ANSWER_SIGNS[row.check.answer],
        ),
        Column(
            lambda: translate("CompetenceColumns", "Norm in force?"),
            lambda row, language: row.check.standing.say(language),
            weight=1.2,
        ),
        Column(
            lambda: translate("CompetenceColumns", "Ground"),
            lambda row, language: ". ".join(
                part for part in (row.check.legal_basis, row.check.ground(language)) if part
            ),
            weight=3,
        ),
        Column(
            lambda: translate("CompetenceColumns", "Valid until"),
            lambda row, _: day(row.check.until, locale_of()),
            sample="00 mmm 0000",
            key=lambda row: row.check.until or date.max,
        ),
    ]  # fmt: skip


class TargetFile(RegisterPage[_Read, CompetenceRow]):
    """Read when it is looked at. ``edited`` fires when the register holds something else than before."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        columns = competence_columns(lambda: desk.language.code, lambda: desk.language.locale)
        super().__init__(desk, columns, lambda row: row.check.norm_set, "competence", lines=10)
        self.view.chosen.connect(self._show_ground)
        self._ground = QLabel(wordWrap=True)
        self._ground.setProperty("tone", "soft")
        self.edit, self.end = QPushButton(), QPushButton()
        self.edit_form, self.roles = TargetEdit(desk), Roles(desk, of_target=True)
        self.ending = EndEntry(desk, of_target=True)
        self.edit.clicked.connect(self.begin_edit)
        self.end.clicked.connect(self._begin_end)
        self.ending.cancelled.connect(self.end.setFocus)
        for left in (self.edit_form.cancelled, self.edit_form.taken):
            left.connect(self._end_edit)
        for changing in (self.edit_form, self.ending, self.roles):
            changing.stored.connect(self.edited)
            changing.stored.connect(self.reload)
        for widget in (
            row_of(self.edit, *self.roles.buttons, self.end), self.edit_form, self.ending, self.roles, self._heading,
        ):  # fmt: skip
            self.column.addWidget(widget)
        self.column.addWidget(self.view, 2)
        self.column.addWidget(self._ground)
        self.follow_changes()

    def show_target(self, target: Target) -> None:
        """Reads what is known of *target*."""
        if target.id != self._number:
            self.edit_form.hide()
            self.ending.hide()
            self.reading.show()
        self.show_number(target.id)

    def read(self, engine: Engine, number: int) -> _Read:
        target, on = engine.target(number), date.today()
        checks = [
            CompetenceRow(one.short, engine.norms.competence(one.id, number, on))
            for one in engine.norms.norm_sets(on, target.kind)
        ]
        signals = engine.signals.list(target_id=number)
        cases = [(one.id, one.title) for one in engine.cases.list(target_id=number)]
        links = engine.registers.links(target_id=number)
        return _Read(target, checks, links, len(signals), cases, engine.organisations())

    def rows(self, read: _Read) -> Sequence[CompetenceRow]:
        return read.checks

    def begin_edit(self) -> None:
        """Opens the form that edits the target, as soon as that was read."""
        self.when_read(self._begin_edit)

    def _end_edit(self) -> None:
        self.reading.show()
        self.edit.setFocus()

    def _begin_edit(self) -> None:
        if self.known is not None:
            self.reading.hide()  # the form says the same, and has its room
            self.edit_form.begin_with(self.known.target)

    def _begin_end(self) -> None:
        if self.known is not None:
            self.ending.begin_with(self.known.target)

    def _show_ground(self, row: CompetenceRow | None) -> None:
        """The ground in full, for a cell cuts it."""
        self._ground.setText(self._ground_words(row) if row is not None else "")

    def _ground_words(self, row: CompetenceRow) -> str:
        language, locale, check = self._desk.language.code, self._desk.language.locale, row.check
        said = f"{row.norm.say(language)}: {check.answer.say(language)}. {check.ground(language)}"
        if check.assessed_by and check.assessed is not None:
            by = self.tr("Decided by {0} on {1}.")
            return f"{said} {by.format(check.assessed_by, day(check.assessed.date(), locale))}"
        return f"{said} " + self.tr("Comes with the program; nobody of the inspectorate decided on it yet.")

    def dress(self) -> None:
        self.view.setAccessibleName(self.tr("Competence by norm"))
        self.reading.setAccessibleName(self.tr("The target in the register"))
        self._heading.setText(self.tr("Competence: may we act on this norm at this target today?"))
        self._show_ground(self.view.current)
        self.edit.setText(self.tr("Edit the target … (F2)"))
        self.end.setText(self.tr("End the target …"))
        text, known = self.reading, self.known
        if known is None:
            text.show_parts([])
            return
        others = known.others
        self.end.setEnabled(known.target.ended is None)
        self.roles.show_side(
            Side(known.target.id, True, lambda: ((one.id, one.name) for one in others), known.links)
        )
        language, locale, target = self._desk.language.code, self._desk.language.locale, known.target
        emergency = self.tr("yes: a crisis freeze stops every scan of it") if target.emergency else self.tr("no")
        parts = [
            text.title(target.name),
            text.fact(self.tr("Kind"), target.kind.say(language)),
            text.fact(self.tr("Where"), target.address),
            *([text.fact(self.tr("Other hosts"), ", ".join(target.extra_hosts))] if target.extra_hosts else []),
            text.fact(self.tr("Importance to 112"), target.criticality.say(language)),
            text.fact(self.tr("Serves people in need"), emergency),
            *([text.fact(self.tr("Ended on"), day(target.ended, locale))] if target.ended is not None else []),
            text.heading(self.tr("Accessibility statement")),
            text.line(self._statement(target, language, locale)),
            text.heading(self.tr("Who has to do with it")),
        ]
        parts += [self._role(one, language, locale) for one in known.links]
        parts += [
            text.heading(self.tr("In this program")),
            text.fact(self.tr("Signals"), locale.toString(known.signals), Link("signals", "target", target.id)),
            text.fact(self.tr("Place in the risk picture"), self.tr("show"), Link("risk", "target", target.id)),
        ]
        parts += [
            text.fact(self.tr("Case"), f"{number} · {title}", Link("cases", "case", number))
            for number, title in known.cases
        ]
        text.show_parts(parts)

    def _statement(self, target: Target, language: str, locale: QLocale) -> str:
        if not target.statement_status:
            return self.tr("No status is known. That says nothing about the target itself.")
        letter = target.statement_status[0].upper()
        words = STATEMENTS.get(letter) if len(target.statement_status) == 1 else None
        said = f"{target.statement_status} – {words.say(language)}" if words is not None else target.statement_status
        since = self.tr("as the register gave it on {0}").format(day(target.statement_seen, locale))
        return f"{said} ({since}). " + self.tr("A claim of the organisation itself, not a verdict.")

    def _role(self, one: RoleLink, language: str, locale: QLocale) -> str:
        anchor = self.reading.anchor(one.organisation_name, Link("organisations", "organisation", one.organisation_id))
        held = [
            self.tr("from {0}").format(day(one.valid_from, locale)) if one.valid_from is not None else "",
            self.tr("until {0}").format(day(one.valid_until, locale)) if one.valid_until is not None else "",
        ]
        when = " ".join(part for part in held if part)
        return self.reading.html_line(f"{one.role.say(language)}: {anchor}{f' ({when})' if when else ''}")
