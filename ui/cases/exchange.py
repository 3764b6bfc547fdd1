"""Sharing parts of a case with another supervisor: for whom, what goes in and what does not, and the receipt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QPushButton, QWidget

from eaa_checker.domain.package import ExchangePart, Package
from ui.bar import Bar
from ui.cases.ask import ReasonBar
from ui.cases.listing import Listing
from ui.cases.part import Part
from ui.cases.publication import FOLDER, ZIP
from ui.cases.sheet import Sheet, Value
from ui.cases.steps import Seen
from ui.desk import Desk
from ui.table import Column
from ui.words import moment
from ui.writing import Writing, ask_file, ask_folder, plain_name, show

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate
_IN_A_ROW = 4
"""Check boxes beside each other."""


def exchange_columns(desk: Desk) -> list[Column[Package]]:
    """For whom, parts, made, receipt, mark, place."""

    def parts(row: Package, language: str) -> str:
        return ", ".join(ExchangePart(part).say(language) for part in row.parts)

    def receipt(row: Package, _: str) -> str:
        if not row.receipts:
            return translate("ExchangeColumns", "not received yet")
        last = row.receipts[-1]
        words = translate("ExchangeColumns", "came over whole") if not last.faults else translate(
            "ExchangeColumns", "{0} differences"
        ).format(len(last.faults))  # fmt: skip
        return f"{last.receiver}: {words}"

    def sign(row: Package) -> tuple[str, str]:
        if not row.receipts:
            return "waiting", "ask"
        return ("failed", "failed") if row.receipts[-1].faults else ("passed", "passed")

    return [
        Column(lambda: translate("ExchangeColumns", "For"), lambda row, _: row.recipient, weight=1.5),
        Column(lambda: translate("ExchangeColumns", "Receipt"), receipt, weight=1.8, sign=sign),
        Column(lambda: translate("ExchangeColumns", "What is in it"), parts, weight=2.2),
        Column(lambda: translate("ExchangeColumns", "Ground"), lambda row, _: row.ground, weight=1.2),
        Column(lambda: translate("ExchangeColumns", "Made"), lambda row, _: moment(row.instant, desk.language.locale),
               weight=1.2, key=lambda row: row.instant),
        Column(lambda: translate("ExchangeColumns", "Mark"), lambda row, _: row.identifier, weight=1.4),
        Column(lambda: translate("ExchangeColumns", "Place"), lambda row, _: row.place, weight=1.6),
    ]  # fmt: skip


class SharingPart(Part):
    """A receipt may be dropped on it. Who reported a signal is in no part of a package; the engine sees to it."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self.setAcceptDrops(True)
        self.packages: Listing[Package] = Listing(desk, exchange_columns(desk), lambda row: row.id, "exchanges", rows=3)
        self.packages.view.chosen.connect(self._allow)
        self.make, self.take_in, self.to_folder = (QPushButton() for _ in range(3))
        self.make.clicked.connect(lambda: self._show_form(True))
        self.take_in.clicked.connect(self._choose_receipt)
        self.to_folder.clicked.connect(self._open)
        self.outcome = QLabel(wordWrap=True)
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.hide()
        self.sheet = Sheet(desk)
        row = self.sheet.row()
        self.sheet.line("recipient", row)
        self.sheet.line("legal_ground", row)
        self.shape = self.sheet.choice("shape", row)
        self.sheet.line("purpose")
        self.what = QLabel(wordWrap=True)
        self.what.setProperty("tone", "soft")
        self.sheet.add(self.what)
        self.checks: dict[ExchangePart, QCheckBox] = {}
        for number, part in enumerate(ExchangePart):
            if number % _IN_A_ROW == 0:
                row = self.sheet.row()
            self.checks[part] = self.sheet.check(part.value, row)
        self.stays = QLabel(wordWrap=True)
        self.sheet.add(self.stays)
        self.sheet.finish()
        self.sheet.edited.connect(self._say_stays)
        self.sheet.submitted.connect(self._choose)
        self.sheet.cancelled.connect(lambda: self._show_form(False))
        self.sheet.hide()
        self.writing = Writing(desk)
        self.column.addWidget(self.packages)
        self.column.addLayout(Bar(desk.look, self.make, self.take_in, self.to_folder))
        for widget in (self.wrong, self.outcome, self.sheet, self.writing):
            self.column.addWidget(widget)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def keys(self) -> list[QWidget]:
        return [self.packages.view, self.make]

    def keep_typed(self) -> None:
        self.sheet.keep_typed()

    def show_case(self, seen: Seen) -> None:
        if self.seen is not None and self.seen.case.id != seen.case.id:
            self.keep_typed()
            self.sheet.hide()
            self.outcome.hide()
            self.complain("")
        super().show_case(seen)
        case_id = seen.case.id
        self.read(lambda engine: list(engine.exchanges.packages(case_id)), self._show)

    def _show(self, packages: list[Package]) -> None:
        before = {one.id for one in self.packages.items}
        self.packages.show_rows(packages)
        if packages and packages[0].id not in before:
            self.packages.view.choose(packages[0].id)
        self._allow()

    def _allow(self, *_: object) -> None:
        self.to_folder.setVisible(self.packages.view.current is not None)

    def chosen(self) -> list[ExchangePart]:
        """What goes in, as it is ticked."""
        return [part for part, check in self.checks.items() if check.isChecked()]

    # -- making -------------------------------------------------------------------------------------------------------

    def _show_form(self, shown: bool) -> None:
        self.sheet.keep_typed()
        self.sheet.setVisible(shown)
        self.complain("")
        if not shown:
            self.make.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        values: dict[str, Value] = {"recipient": "", "legal_ground": "", "purpose": "", "shape": ZIP}
        usual = (ExchangePart.CASE, ExchangePart.SAMPLE, ExchangePart.FINDINGS, ExchangePart.VERDICTS)
        values |= {part.value: part in usual for part in ExchangePart}
        self.sheet.fill(values, draft=f"case:{self.case_id}/exchange")
        self._say_stays()
        self.sheet.fields["recipient"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        """Asks where the package goes, and makes it there."""
        if self.seen is None:
            return
        case = self.seen.case
        name = f"{self.tr('exchange')}-{plain_name(case.number or str(case.id), str(case.id))}"
        title = self.tr("Where does the package go?")
        zipped = self.shape.value == ZIP
        path = ask_file(self, title, f"{name}.zip") if zipped else ask_folder(self, title, name)
        if path is not None:
            self.make_at(path.with_suffix(".zip") if zipped else path)

    def make_at(self, path: Path) -> None:
        """Makes the package as the form has it; refused, nothing of it is left."""
        sheet, case_id, parts = self.sheet, self.case_id, self.chosen()
        recipient, purpose, ground = (sheet.said(key) for key in ("recipient", "purpose", "legal_ground"))

        def put(engine: Engine) -> Package:
            return engine.exchanges.make(
                case_id, parts, path, recipient=recipient, purpose=purpose, legal_ground=ground
            )

        def done(_: Package) -> None:
            sheet.stored()
            self._show_form(False)
            self.changed.emit()

        sheet.submit.setEnabled(False)
        self.writing.write(path, put, done, sheet.refuse)

    def _open(self) -> None:
        package = self.packages.view.current
        if package is None:
            return
        place = Path(package.place)
        if not place.exists():
            self.complain(self.tr("The package does not stand at {0} any more.").format(place))
            return
        self.complain("")
        show(place if place.is_dir() else place.parent)

    # -- receipts -----------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _receipts(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for path in _receipts(event):
            self.read_receipt(path)

    def _choose_receipt(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the receipt"), "", "*.json")
        if path:
            self.read_receipt(Path(path))

    def read_receipt(self, path: Path) -> None:
        """Records a receipt; every difference with what was sent is named in place."""

        def done(found: tuple[Package, tuple[tuple[str, str], ...]]) -> None:
            package, faults = found
            self.complain("")
            receiver = package.receipts[-1].receiver
            if faults:
                lines = [one[0] if self.desk.language.code == "nl" else one[1] for one in faults[:10]]
                if len(faults) > len(lines):
                    lines.append(self.tr("and %n more", "", len(faults) - len(lines)))
                words = self.tr("{0} did not receive package {1} as it was sent:").format(receiver, package.identifier)
                words = "\n".join([words, *(f"– {line}" for line in lines)])
            else:
                words = self.tr("{0} received package {1} whole.").format(receiver, package.identifier)
            self.outcome.setText(words)
            self.outcome.setProperty("tone", "warning" if faults else "")
            self.outcome.style().unpolish(self.outcome)
            self.outcome.style().polish(self.outcome)
            self.outcome.show()
            self.desk.notices.say("warning" if faults else "done", words.partition("\n")[0])

        self.outcome.hide()
        self.do(lambda engine: engine.exchanges.receipt(path), then=done, otherwise=self.refused)

    # -- words --------------------------------------------------------------------------------------------------------

    def _say_stays(self) -> None:
        language = self.desk.language.code
        out = [part.say(language) for part, check in self.checks.items() if not check.isChecked()]
        always = self.tr("Never in it: signals, and who reported them.")
        stays = self.tr("Not in this package: {0}.").format(", ".join(out)) if out else ""
        self.stays.setText(f"{stays}\n{always}".strip())

    def dress(self) -> None:
        language = self.desk.language.code
        self.packages.call(
            self.tr("Sharing with another supervisor"),
            self.tr("Nothing of this case was shared yet. A receipt that comes back can be dropped here."),
        )
        self.make.setText(self.tr("Share parts of this case"))
        self.take_in.setText(self.tr("Take a receipt in"))
        self.take_in.setIcon(self.desk.look.icon("import"))
        self.to_folder.setText(self.tr("Open the folder"))
        sheet = self.sheet
        sheet.entitle(self.tr("A package for another supervisor"))
        sheet.name("recipient", self.tr("For whom"))
        sheet.name("legal_ground", self.tr("Legal ground"), self.tr("As your lawyer gives it"))
        sheet.name("purpose", self.tr("What they need it for"))
        self.what.setText(self.tr("What goes in"))
        for part in ExchangePart:
            words = part.say(language)
            sheet.name(part.value, words[:1].upper() + words[1:])
        self.shape.offer([(self.tr("one zip file"), ZIP), (self.tr("a folder"), FOLDER)])
        sheet.name("shape", self.tr("As"))
        sheet.submit.setText(self.tr("Choose where, and make it"))
        sheet.cancel.setText(self.tr("Cancel"))
        self._say_stays()


def _receipts(event: QDropEvent | QDragEnterEvent) -> list[Path]:
    """The files that a receipt can be."""
    files = [url.toLocalFile() for url in event.mimeData().urls()]
    return [Path(file) for file in files if file.lower().endswith(".json")]
