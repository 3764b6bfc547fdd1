"""The fields of a letter that no case holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eaa_checker.domain.letter import BlockKind, Letter, LetterKind, Order, Signatory
from eaa_checker.domain.letter_choices import LetterChoices
from ui.cases.fields import said_day
from ui.cases.sheet import BadDay, Sheet, Value
from ui.desk import Desk

LISTS = ("address", "asked", "done_well", "not_examined", "open_questions")
DAYS = ("sent", "reply_by", "repair_by", "statement_date")
LINES = ("attention", "handled_by", "contact", "their_reference", "where", "forwarded_to", "statement_status")
TEXTS = ("forwarded_because", "publication")
SIGNATORY = ("signatory_name", "signatory_function", "signatory_mandate")
INSPECTOR = ("inspector_name", "inspector_function", "inspector_mandate")
ORDER_LINES = ("provision", "per")
ORDER_SUMS = ("amount", "maximum")
ORDER_TEXTS = ("duty", "measures", "weighing")
ORDER = ("provision", "duty", "measures", "until", "amount", "per", "maximum", "weighing")
"""The *last* of an intention or decision (Awb 5:32a, 5:32b); empty fields together are no order."""
_ORDERING = (LetterKind.INTENTION, LetterKind.DECISION)
_ONLY: dict[str, tuple[LetterKind, ...]] = {
    "asked": (LetterKind.INFORMATION,),
    "forwarded_to": (LetterKind.FORWARDING,),
    "forwarded_because": (LetterKind.FORWARDING,),
    "repair_by": (LetterKind.FINDINGS, LetterKind.REINSPECTION),
    "done_well": (LetterKind.FINDINGS, LetterKind.OPINION, LetterKind.CLOSING),
    **dict.fromkeys(ORDER, _ORDERING),
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
        self.line("handled_by", row)
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
        row = self.row()
        self.line("provision", row)
        self.day("until", row)
        for key in ("duty", "measures"):
            self.text(key, 2)
        row = self.row()
        for key in ("amount", "per", "maximum"):
            self.line(key, row)
        self.text("weighing", 2)
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
        values |= _said_order(choices.order)
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
            days: dict[str, date | None] = {key: self.days(key) for key in (*DAYS, "until")}
        except BadDay:
            return
        sums = {key: _euros(self.said(key)) for key in ORDER_SUMS}
        for key, euros in sums.items():
            if euros is None:
                self.complain(self.tr("{0}: write whole euros, such as 5000.").format(self.labels[key].text()), key)
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
        if any(now[key] != before[key] for key in ORDER):
            order: dict[str, Any] = {key: self.said(key) for key in ("provision", "duty", "per", "weighing")} | sums
            order["measures"] = [line.strip() for line in str(now["measures"]).splitlines() if line.strip()]
            order["until"] = f"{days['until']:%Y-%m-%d}" if days["until"] is not None else None
            changes["order"] = order if any(order.values()) else None
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
            ("handled_by", self.tr("Handled by")),
            ("provision", self.tr("Provision that is contravened")),
            ("until", self.tr("End of the term of the order")),
            ("duty", self.tr("What must be so afterwards")),
            ("measures", self.tr("Measures, one per line")),
            ("amount", self.tr("Penalty in euros")),
            ("per", self.tr("Penalty per")),
            ("maximum", self.tr("Penalty at most, in euros")),
            ("weighing", self.tr("Weighing of interests")),
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


def _said_order(order: Order | None) -> dict[str, Value]:
    """The order as it stands in the fields."""
    if order is None:
        return dict.fromkeys(ORDER, "")
    return {
        "provision": order.provision, "duty": order.duty, "measures": "\n".join(order.measures),
        "until": said_day(order.until) if order.until else "", "amount": str(order.amount or ""), "per": order.per,
        "maximum": str(order.maximum or ""), "weighing": order.weighing,
    }  # fmt: skip


def _euros(said: str) -> int | None:
    """Whole euros; 0 for nothing, None for what is no sum. Points and a euro sign may stand in it."""
    bare = said.replace("€", "").replace(".", "").replace(" ", "").replace("\u00a0", "")
    if not bare:
        return 0
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= 9 else None
