"""The dossier: what the court asks for, red until it is there; sealing; verifying what was sealed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QWidget

from eaa_checker.domain.dossier import Person, SealedDossier
from eaa_checker.errors import EaaCheckerError
from ui.cases.ask import ReasonBar
from ui.cases.listing import Listing
from ui.cases.part import Part
from ui.cases.sheet import Sheet
from ui.cases.steps import Seen
from ui.desk import Desk
from ui.style import scale
from ui.table import Column
from ui.words import moment

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Asked:
    """One item of the case law, and what of it is missing."""

    key: str
    nl: str
    en: str
    missing: tuple[tuple[str, str], ...]

    def name(self, language: str) -> str:
        return self.nl if language == "nl" else self.en

    def lacks(self, language: str) -> str:
        return "; ".join(nl if language == "nl" else en for nl, en in self.missing) or "–"


def asked_columns() -> list[Column[Asked]]:
    return [
        Column(lambda: translate("DossierColumns", "State"),
               lambda row, _: translate("DossierColumns", "missing") if row.missing
               else translate("DossierColumns", "complete"),
               weight=0.8, sign=lambda row: ("failed", "failed") if row.missing else ("passed", "passed")),
        Column(lambda: translate("DossierColumns", "Asked for"), lambda row, language: row.name(language), weight=1.8),
        Column(lambda: translate("DossierColumns", "Still missing"), lambda row, language: row.lacks(language),
               weight=3.2),
    ]  # fmt: skip


class DossierPart(Part):
    """The checklist follows what the inspector fills in."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self._sealed: list[SealedDossier] = []
        self.checks: Listing[Asked] = Listing(desk, asked_columns(), lambda row: row.key, "dossier-checks", rows=7)
        self.sheet = Sheet(desk)
        row = self.sheet.row()
        self.sheet.line("function", row)
        self.sheet.line("designation", row)
        self.sheet.line("expertise", row)
        self.sheet.text("description", 2)
        self.sheet.check("sign")
        self.look = QPushButton()
        self.look.clicked.connect(self._check)
        self.sheet.finish()
        self.sheet.buttons.insertWidget(1, self.look)
        self.sheet.cancel.hide()
        self.sheet.submitted.connect(self._seal)
        self.sealed: Listing[SealedDossier] = Listing(
            desk,
            [
                Column(lambda: translate("DossierColumns", "No."), lambda row, _: str(row.number), sample="0000",
                       key=lambda row: row.number, number=True),
                Column(lambda: translate("DossierColumns", "Sealed"),
                       lambda row, _: moment(row.instant, desk.language.locale), weight=1.2,
                       key=lambda row: row.instant),
                Column(lambda: translate("DossierColumns", "By"), lambda row, _: row.actor, weight=1.0),
                Column(lambda: translate("DossierColumns", "Seal"), lambda row, _: row.seal[:16], weight=1.2),
                Column(lambda: translate("DossierColumns", "Folder"), lambda row, _: row.place, weight=2.4),
            ],
            lambda row: row.number, "dossiers", rows=2,
        )  # fmt: skip
        self.verify = QPushButton()
        self.verify.clicked.connect(self._verify)
        self.outcome = QLabel(wordWrap=True)
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.hide()
        bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        bar.setSpacing(scale.NEAR)
        bar.addWidget(self.verify)
        bar.addStretch(1)
        for widget in (self.checks, self.sheet, self.sealed):
            self.column.addWidget(widget)
        self.column.addLayout(bar)
        self.column.addWidget(self.outcome)
        self.dress()
        desk.language.changed.connect(self.dress)

    def keep_typed(self) -> None:
        self.sheet.keep_typed()

    def show_case(self, seen: Seen) -> None:
        same = self.seen is not None and self.seen.case.id == seen.case.id
        if not same:
            self.keep_typed()
            self.outcome.hide()
        super().show_case(seen)
        if not same:
            memory = self.desk.memory
            self.sheet.fill(
                {
                    "function": str(memory.value("person/function", "")),
                    "designation": str(memory.value("person/designation", "")),
                    "expertise": str(memory.value("person/expertise", "")),
                    "description": "", "sign": False,
                },
                draft=f"case:{seen.case.id}/dossier",
            )  # fmt: skip
        self._check()
        subject = f"case:{seen.case.id}"
        self.read(lambda engine: list(engine.dossiers.list(subject)), self._show_sealed)

    def _show_sealed(self, sealed: list[SealedDossier]) -> None:
        self._sealed = sealed
        self.sealed.show_rows(sealed)
        self.verify.setVisible(bool(sealed))

    def _person(self) -> Person:
        sheet = self.sheet
        return Person(
            sheet.said("function"), sheet.said("designation"), sheet.said("expertise"), bool(sheet.values()["sign"])
        )

    def _check(self, *_: object) -> None:
        """The checklist as it would stand if the case were sealed now."""
        if self.seen is None:
            return
        case_id, person, description = self.case_id, self._person(), self.sheet.said("description")

        def read(engine: Engine) -> list[Asked]:
            found = engine.dossiers.checklist(case_id, person, description=description)
            return [Asked(one.key, one.nl, one.en, one.missing) for one in found]

        def show(rows: list[Asked]) -> None:
            if self.seen is not None and self.seen.case.id == case_id:
                self.checks.show_rows(rows)

        self.desk.bridge.ask(self, read, show, self.sheet.refuse)

    def _seal(self) -> None:
        case_id, person, description = self.case_id, self._person(), self.sheet.said("description")
        memory = self.desk.memory
        for key in ("function", "designation", "expertise"):
            memory.setValue(f"person/{key}", getattr(person, key))
        self.sheet.submit.setEnabled(False)

        def done(sealed: SealedDossier) -> None:
            self.sheet.stored()
            words = self.tr("Dossier {0} is sealed: {1}")
            self.desk.notices.say("done", words.format(sealed.number, sealed.place))

        self.do(
            lambda engine: engine.dossiers.make_of_case(case_id, person, description=description), then=done,
            otherwise=self.sheet.refuse,
        )  # fmt: skip

    def _verify(self) -> None:
        row = self.sealed.view.current
        if row is None:
            return
        folder = Path(row.place)

        def read(engine: Engine) -> tuple[bool, list[tuple[str, str]]]:
            found = engine.dossiers.verify(folder)
            return found.whole and found.registered is not None, [(one.nl, one.en) for one in found.examined.faults]

        def show(found: tuple[bool, list[tuple[str, str]]]) -> None:
            whole, faults = found
            nl = self.desk.language.code == "nl"
            lines = [one[0] if nl else one[1] for one in faults[:10]]
            words = (
                self.tr("Dossier {0} is whole: every byte is as it was sealed, and the seal stands in the register.")
                if whole
                else self.tr("Dossier {0} is NOT whole. Put it back from a backup, and report it.")
            )
            self.outcome.setText("\n".join([words.format(row.number), *lines]))
            self.outcome.setProperty("tone", "" if whole else "warning")
            self.outcome.style().unpolish(self.outcome)
            self.outcome.style().polish(self.outcome)
            self.outcome.show()
            self.desk.notices.say("done" if whole else "error", words.format(row.number))

        def refused(error: EaaCheckerError) -> None:
            self.outcome.setText(error.say(self.desk.language.code))
            self.outcome.show()

        self.desk.bridge.ask(self, read, show, refused)

    def dress(self) -> None:
        sheet = self.sheet
        self.checks.call(
            self.tr("What the administrative court asks for (ABRvS 3 May 2017)"), self.tr("Being checked …")
        )
        sheet.entitle(self.tr("Seal the dossier"))
        sheet.name("function", self.tr("Your function"))
        sheet.name("designation", self.tr("Appointment or mandate"))
        sheet.name("expertise", self.tr("Expertise"))
        sheet.name("description", self.tr("Description, where there are no findings"))
        sheet.name("sign", self.tr("I sign for it now, in my own name"))
        sheet.submit.setText(self.tr("Seal the dossier"))
        self.look.setText(self.tr("Check again"))
        self.sealed.call(self.tr("Sealed dossiers"), self.tr("This case has not been sealed yet."))
        self.verify.setText(self.tr("Verify the chosen dossier"))
