"""The fields of a letter that no case holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eaa_checker.domain.letter import BlockKind, Letter, LetterKind, Signatory
from eaa_checker.domain.letter_choices import LetterChoices
from ui.cases.fields import said_day
from ui.cases.sheet import BadDay, Sheet, Value
from ui.desk import Desk

LISTS = ("address", "asked", "done_well", "not_examined", "open_questions")
DAYS = ("sent", "reply_by", "repair_by", "statement_date")
LINES = ("attention", "contact", "their_reference", "where", "forwarded_to", "statement_status")
TEXTS = ("forwarded_because", "publication")
SIGNATORY = ("signatory_name", "signatory_function", "signatory_mandate")
INSPECTOR = ("inspector_name", "inspector_function", "inspector_mandate")
_ONLY: dict[str, tuple[LetterKind, ...]] = {
    "asked": (LetterKind.INFORMATION,),
    "forwarded_to": (LetterKind.FORWARDING,),
    "forwarded_because": (LetterKind.FORWARDING,),
    "repair_by": (LetterKind.FINDINGS, LetterKind.REINSPECTION),
    "done_well": (LetterKind.FINDINGS, LetterKind.OPINION, LetterKind.CLOSING),
    "statement_status": (LetterKind.FINDINGS, LetterKind.OPINION, LetterKind.INTENTION),
    "statement_date": (LetterKind.FINDINGS, LetterKind.OPINION, LetterKind.INTENTION),
}
"""Fields that only some kinds of letter have."""


@dataclass(frozen=True, slots=True)
class LetterFields:
    """A letter with what was chosen for it."""

    letter: Letter
    choices: LetterChoices


class LetterForm(Sheet):
    """``wanted`` carries the changed fields as the engine takes them."""

    wanted = Signal(dict)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        row = self.row()
        for key in ("sent", "reply_by", "repair_by"):
            self.day(key, row)
        row = self.row()
        self.line("attention", row)
        self.line("their_reference", row)
        self.text("address", 2)
        row = self.row()
        self.line("contact", row)
        self.line("where", row)
        for group in (SIGNATORY, INSPECTOR):
            row = self.row()
            for key in group:
                self.line(key, row)
        row = self.row()
        self.line("statement_status", row)
        self.day("statement_date", row)
        for key in ("asked", "done_well", "not_examined", "open_questions"):
            self.text(key, 2)
        self.line("forwarded_to")
        self.text("forwarded_because", 2)
        self.text("publication", 2)
        row = self.row()
        self.block = self.choice("block", row)
        self.text("own", 2)
        self.finish()
        self.cancel.hide()
        self._remarks: dict[str, str] = {}
        self.block.currentIndexChanged.connect(self._show_block)
        self.submitted.connect(self._send)

    def show_letter(self, shown: LetterFields, *, open_: bool) -> None:
        choices, letter = shown.choices, shown.letter
        self._remarks = dict(choices.remarks)
        values: dict[str, Value] = {key: said_day(day) if (day := getattr(choices, key)) else "" for key in DAYS}
        values |= {key: "\n".join(getattr(choices, key)) for key in LISTS}
        values |= {key: getattr(choices, key) for key in (*LINES, *TEXTS)}
        for name, keys in (("signatory", SIGNATORY), ("inspector", INSPECTOR)):
            who: Signatory | None = getattr(choices, name)
            parts = (who.name, who.function, who.mandate) if who is not None else ("", "", "")
            values |= dict(zip(keys, parts, strict=True))
        values["own"] = self._remarks.get(str(self.block.value or ""), "")
        self.fill(values, version=letter.version, draft=f"case:{letter.case_id}/letter:{letter.id}")
        for key, kinds in _ONLY.items():
            self.fields[key].setVisible(letter.kind in kinds)
            self.labels[key].setVisible(letter.kind in kinds)
        for field in self.fields.values():
            field.setEnabled(open_)
        self.submit.setVisible(open_)

    def _show_block(self, *_: Any) -> None:
        """Own text per block: what is stored for the block that was chosen."""
        self._put({"own": self._remarks.get(str(self.block.value or ""), "")})
        self._stored["own"], self._stored["block"] = self.values()["own"], self.values()["block"]

    def _send(self) -> None:
        try:
            days: dict[str, date | None] = {key: self.days(key) for key in DAYS}
        except BadDay:
            return
        before, now, changes = self.before, self.values(), dict[str, Any]()
        for key in DAYS:
            if now[key] != before[key]:
                changes[key] = None if days[key] is None else f"{days[key]:%Y-%m-%d}"
        for key in (*LINES, *TEXTS):
            if now[key] != before[key]:
                changes[key] = self.said(key)
        for key in LISTS:
            if now[key] != before[key]:
                changes[key] = [line.strip() for line in str(now[key]).splitlines() if line.strip()]
        for name, keys in (("signatory", SIGNATORY), ("inspector", INSPECTOR)):
            if any(now[key] != before[key] for key in keys):
                said = [self.said(key) for key in keys]
                whole = dict(zip(("name", "function", "mandate"), said, strict=True))
                changes[name] = whole if any(said) else None
        if now["own"] != before["own"] and self.block.value is not None:
            remarks = {**self._remarks, str(self.block.value): self.said("own")}
            changes["remarks"] = {key: text for key, text in remarks.items() if text}
        self.wanted.emit(changes)

    def dress(self) -> None:
        language = self.desk.language.code
        self.block.offer([(one.say(language), one.value) for one in BlockKind])
        for key, words in (
            ("sent", self.tr("Day of sending")),
            ("reply_by", self.tr("Reply by")),
            ("repair_by", self.tr("Repaired by")),
            ("attention", self.tr("For the attention of")),
            ("their_reference", self.tr("Their reference")),
            ("address", self.tr("Postal address")),
            ("contact", self.tr("Telephone and e-mail for questions")),
            ("where", self.tr("From where the site was visited")),
            ("signatory_name", self.tr("Signed by")),
            ("signatory_function", self.tr("Function of the signatory")),
            ("signatory_mandate", self.tr("Mandate")),
            ("inspector_name", self.tr("Inspector")),
            ("inspector_function", self.tr("Function of the inspector")),
            ("inspector_mandate", self.tr("Appointment")),
            ("statement_status", self.tr("Status in the accessibility statement")),
            ("statement_date", self.tr("Day of the statement")),
            ("asked", self.tr("What is asked, one per line")),
            ("done_well", self.tr("What goes well, one per line")),
            ("not_examined", self.tr("What was not examined, one per line")),
            ("open_questions", self.tr("What could not be determined, one per line")),
            ("forwarded_to", self.tr("Forwarded to")),
            ("forwarded_because", self.tr("Forwarded because")),
            ("publication", self.tr("Publicity: whether and when it is made public")),
            ("block", self.tr("Own text for the part")),
            ("own", self.tr("Own text")),
        ):
            self.name(key, words)
        self.entitle(self.tr("Fields of the letter"))
        self.submit.setText(self.tr("Store the fields"))
