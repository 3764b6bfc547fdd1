"""The rule book and the norms: every rule with its manual page, every requirement with its rules, every edition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QSplitter,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from rules import norms
from rules.norms import Edition
from ui.bar import Bar
from ui.desk import Desk
from ui.place import Crumb, Link, Place
from ui.rulebook.manual import Manual
from ui.rulebook.rows import (
    ADOPTED,
    OWN,
    NormRow,
    RuleRow,
    edition_columns,
    engine_words,
    norm_columns,
    norm_rows,
    rule_columns,
    rule_rows,
)
from ui.style import scale
from ui.table import Prepared, RowTable, prepare
from ui.table_view import RowView
from ui.words import MOST_LETTERS, number_of, order_of

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

KEY = "rulebook"
RULES, NORMS, EDITIONS = range(3)
LEAST_LINES = 7
"""Of a manual page that are in view at once."""
_Read = tuple[Prepared[RuleRow], Prepared[NormRow], Prepared[Edition]]


class RuleBook(Place):
    """Links it takes: ``rule`` by id, ``norm`` by requirement key (shows the rules that name it)."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._wanted = Link(KEY)
        self._loaded = False
        self.rule_columns, self.norm_columns, self.edition_columns = rule_columns(), norm_columns(), edition_columns()
        look = desk.look
        self.rules: RowTable[RuleRow] = RowTable(self.rule_columns, lambda row: row.id, look, self)
        self.norms: RowTable[NormRow] = RowTable(self.norm_columns, lambda row: row.key, look, self)
        self.editions: RowTable[Edition] = RowTable(self.edition_columns, lambda row: row.id, look, self)
        self.rule_view: RowView[RuleRow] = RowView(self.rules, look)
        self.norm_view: RowView[NormRow] = RowView(self.norms, look)
        self.edition_view: RowView[Edition] = RowView(self.editions, look)
        self.rule_view.remember(desk, "rules")
        self.norm_view.remember(desk, "norms")
        self.edition_view.remember(desk, "editions")
        self.rule_view.chosen.connect(self._show_manual)
        self.norm_view.opened.connect(lambda row: self._show_rules_of(row.key))
        self.words = QLineEdit(clearButtonEnabled=True, maxLength=MOST_LETTERS)
        self.words.textChanged.connect(self._filter)
        self.engine, self.requirement = QComboBox(), QComboBox()
        self.requirement.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.requirement.setMinimumContentsLength(14)
        for field in (self.engine, self.requirement):
            field.currentIndexChanged.connect(self._filter)
        self.count = QLabel()
        self.count.setProperty("tone", "soft")
        self.manual = QTextBrowser()
        self.manual.setOpenLinks(False)
        self.manual.anchorClicked.connect(QDesktopServices.openUrl)
        self.manual.document().setDocumentMargin(12)
        self._hint = QLabel(wordWrap=True)
        self._hint.setProperty("tone", "soft")
        self.tabs = QTabWidget(documentMode=True)
        self._lay_out()
        self.follow_changes()

    def _lay_out(self) -> None:
        left = QWidget()
        left.setObjectName("plain")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, scale.NEAR, 0, 0)
        column.setSpacing(scale.NEAR)
        column.addLayout(Bar(self.desk.look, (self.words, 2), self.engine, (self.requirement, 1), self.count))
        column.addWidget(self.rule_view, 1)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.addWidget(left)
        self.split.addWidget(self.manual)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(scale.GAP)
        self.split.setSizes([460, 540])
        second = QWidget()
        second.setObjectName("plain")
        column = QVBoxLayout(second)
        column.setContentsMargins(0, scale.NEAR, 0, 0)
        column.setSpacing(scale.NEAR)
        column.addWidget(self._hint)
        column.addWidget(self.norm_view, 1)
        third = QWidget()
        third.setObjectName("plain")
        column = QVBoxLayout(third)
        column.setContentsMargins(0, scale.NEAR, 0, 0)
        column.addWidget(self.edition_view, 1)
        for page in (self.split, second, third):
            self.tabs.addTab(page, "")
        self.tabs.currentChanged.connect(lambda _: self.moved.emit())
        inside = QWidget()
        inside.setObjectName("plain")
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(scale.WIDE, scale.TIGHT, scale.WIDE, scale.GAP)
        whole.addWidget(self.tabs)
        self.fill(inside)

    # -- the place --------------------------------------------------------------------------------------------------

    def open(self, link: Link) -> None:
        self._wanted = link
        if self._loaded:
            self._go()
        else:
            self.refresh()

    def refresh(self) -> None:
        language = self.desk.language.code
        columns = self.rule_columns, self.norm_columns, self.edition_columns

        def read(_engine: Engine) -> _Read:
            rules = rule_rows()
            return (
                prepare(rules, columns[0], language, lambda row: f"{row.text} {' '.join(row.clauses)}"),
                prepare(norm_rows(rules), columns[1], language),
                prepare(norms.editions(), columns[2], language),
            )

        self.desk.bridge.ask(self, read, self._show)

    def crumbs(self) -> tuple[Crumb, ...]:
        shown = self.rule_view.current if self.tabs.currentIndex() == RULES else None
        return (Crumb(shown.title.say(self.desk.language.code)),) if shown is not None else ()

    def help_rule(self) -> str:
        shown = self.rule_view.current
        return shown.id if shown is not None else ""

    def parts(self) -> list[QWidget]:
        return [(self.rule_view, self.norm_view, self.edition_view)[self.tabs.currentIndex()], self.manual]

    # -- what is shown ----------------------------------------------------------------------------------------------

    def _show(self, read: _Read) -> None:
        self._loaded = True
        rules, requirements, editions = read
        self.rules.set_rows(rules)
        self.norms.set_rows(requirements)
        self.editions.set_rows(editions)
        self._offer({key for row in rules.items for key in row.requirements})
        self._filter()
        self._go()

    def _offer(self, keys: set[str]) -> None:
        before = self.requirement.currentData()
        self.requirement.blockSignals(True)
        self.requirement.clear()
        self.requirement.addItem(self.tr("All requirements"), None)
        engine, language = self.desk.bridge.engine, self.desk.language.code
        for key in sorted(keys, key=lambda key: order_of(number_of(key))):
            self.requirement.addItem(engine.requirement_words(key, language), key)
        self.requirement.setCurrentIndex(max(0, self.requirement.findData(before)))
        self.requirement.blockSignals(False)

    def _go(self) -> None:
        link, self._wanted = self._wanted, Link(KEY)
        if link.kind == "rule":
            self.tabs.setCurrentIndex(RULES)
            self.words.clear()
            self.engine.setCurrentIndex(0)
            self.requirement.setCurrentIndex(0)
            self.rule_view.choose(str(link.key))
            shown = self.rule_view.current
            if shown is not None:
                self.desk.recent.note(shown.title.say(self.desk.language.code), "rule", link)
        elif link.kind == "norm":
            self._show_rules_of(str(link.key))
        if self.rule_view.current is None:
            self.rule_view.choose_first()

    def _show_rules_of(self, key: str) -> None:
        self.tabs.setCurrentIndex(RULES)
        self.words.clear()
        self.engine.setCurrentIndex(0)
        row = self.requirement.findData(key)
        if row < 0:
            self.desk.notices.say(
                "info", self.tr("No rule names {0} yet; it is examined by hand.").format(number_of(key))
            )
        self.requirement.setCurrentIndex(max(0, row))
        self.rule_view.choose_first()
        self.rule_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_manual(self, row: RuleRow | None) -> None:
        if row is None:
            self.manual.setPlainText(self.tr("Choose a rule."))
        else:
            self.manual.setHtml(Manual(self.desk.language.code, self.desk.look.palette).page(row.id))
        self.moved.emit()

    def _filter(self, *_: Any) -> None:
        engine, key = self.engine.currentData(), self.requirement.currentData()

        def passes(row: RuleRow) -> bool:
            return (engine is None or row.engine == engine) and (key is None or key in row.requirements)

        self.rules.set_filter(self.words.text(), passes if engine or key else None)
        if self.rule_view.current is None:
            self.rule_view.choose_first()
        self._say_count()

    def _say_count(self) -> None:
        locale = self.desk.language.locale
        shown, total = locale.toString(self.rules.rowCount()), locale.toString(self.rules.total)
        self.count.setText(self.tr("{0} of {1}").format(shown, total))
        self.count.setAccessibleName(self.tr("{0} of {1} rules shown").format(shown, total))

    def change_language(self) -> None:
        self.dress()
        if self._loaded:
            self.refresh()

    def dress(self) -> None:
        self.tabs.setAccessibleName(self.tr("Rule book and norms"))
        self.tabs.tabBar().setAccessibleName(self.tr("Rule book and norms"))
        for number, words in ((RULES, self.tr("Rules")), (NORMS, self.tr("Norms")), (EDITIONS, self.tr("Editions"))):
            self.tabs.setTabText(number, words)
        self.words.setPlaceholderText(self.tr("Filter: words, norm, ACT, rule id …"))
        self.words.setAccessibleName(self.tr("Filter rules by words"))
        self.engine.setAccessibleName(self.tr("Filter by engine"))
        self.requirement.setAccessibleName(self.tr("Filter by requirement"))
        blocked, before = self.engine.blockSignals(True), self.engine.currentData()
        self.engine.clear()
        self.engine.addItem(self.tr("Both engines"), None)
        for engine in (OWN, ADOPTED):
            self.engine.addItem(engine_words(engine), engine)
        self.engine.setCurrentIndex(max(0, self.engine.findData(before)))
        self.engine.blockSignals(blocked)
        self.rule_view.setAccessibleName(self.tr("Rules"))
        self.norm_view.setAccessibleName(self.tr("Norms"))
        self.norm_view.setAccessibleDescription(self.tr("Enter shows the rules that name it"))
        self.edition_view.setAccessibleName(self.tr("Editions of EN 301 549"))
        self.manual.setMinimumHeight(self.fontMetrics().lineSpacing() * LEAST_LINES)
        self.manual.setAccessibleName(self.tr("Manual page of the rule"))
        self._hint.setText(
            self.tr("The success criteria of WCAG 2.1 and 2.2, levels A and AA. Enter shows the rules that name one.")
        )
        self._say_count()
        shown = self.rule_view.current
        if shown is not None:
            self.manual.setHtml(Manual(self.desk.language.code, self.desk.look.palette).page(shown.id))
