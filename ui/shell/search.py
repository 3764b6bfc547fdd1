"""The search over everything: organisations, targets, scans, addresses, rules and the commands of the menus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ui.bridge import Question
from ui.desk import Desk
from ui.place import Finder, Hit, Link
from ui.seeking import Sought
from ui.style import scale
from ui.words import MOST_LETTERS

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

PAUSE = 120
"""Milliseconds without a keystroke after which the search begins."""
MOST_OF_A_SORT = 6
ROWS = 12
"""Rows of the list that are in view at once."""
_VALUE = int(Qt.ItemDataRole.UserRole)


class SearchField(QLineEdit):
    """The field in the head of the window. Down and Up walk through what was found, Enter goes there, Escape leaves.

    The keyboard stays in the field, so the list is announced rather than focused.
    """

    chosen = Signal(object)
    """The Link of what was chosen."""

    def __init__(self, desk: Desk, finders: Callable[[], Sequence[Finder]], parent: QWidget | None = None) -> None:
        """*finders* fetches what the places let the search look in; asked when somebody searches for the first time."""
        super().__init__(parent)
        self._desk = desk
        self._finders = finders
        self._asked: Question | None = None
        self._before: QWidget | None = None
        self.commands: list[QAction] = []
        self.setMaxLength(MOST_LETTERS)
        self.setClearButtonEnabled(True)
        self._sign = self.addAction(desk.look.icon("search", "soft"), QLineEdit.ActionPosition.LeadingPosition)
        self.results = Results(desk)
        self.results.list.itemClicked.connect(lambda item: self._take(item))
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self.look)
        self.textEdited.connect(lambda _: self._timer.start())
        self.textChanged.connect(lambda text: None if text else self.look())
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def dress(self) -> None:
        self.setPlaceholderText(self.tr("Search everything (Ctrl+K)"))
        self.setAccessibleName(self.tr("Search everything"))
        self.setAccessibleDescription(self.tr("Down and Up walk through the results, Enter goes there"))
        self._sign.setIcon(self._desk.look.icon("search", "soft"))
        self._sign.setText(self.tr("Search everything"))
        clear = self.findChild(QAction, "_q_qlineeditclearaction")  # the button that Qt puts in the field
        if isinstance(clear, QAction):
            clear.setText(self.tr("Empty the search"))

    def begin(self) -> None:
        """Takes the keyboard and shows what was looked at last."""
        window = self.window()
        focused = window.focusWidget()
        if focused is not self:
            self._before = focused
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self.look()

    def look(self) -> None:
        """Searches for what is typed; for nothing typed, shows what was looked at last."""
        self._timer.stop()
        if self._asked is not None:
            self._asked.drop()
            self._asked = None
        words = self.text().strip()
        if not self.hasFocus():
            self.results.hide()
            return
        if not words:
            self._show(self._recent())
            return
        finders, language = self._finders(), self._desk.language.code

        def find(engine: Engine) -> list[Hit]:
            return [hit for finder in finders for hit in finder(engine, words, language)]

        commands = self._matching_commands(words)
        self._asked = self._desk.bridge.ask(self, find, partial(self._found, commands=commands))

    def _found(self, hits: list[Hit], commands: list[tuple[Hit, QAction]]) -> None:
        self._asked = None
        if not self.hasFocus():
            return
        kept: list[tuple[Hit, QAction | None]] = []
        numbers: dict[str, int] = {}
        for hit in hits:
            numbers[hit.sort] = numbers.get(hit.sort, 0) + 1
            if numbers[hit.sort] <= MOST_OF_A_SORT:
                kept.append((hit, None))
        kept += commands[:MOST_OF_A_SORT]
        self._show(kept, self.text().strip())
        said = self.tr("%n result(s)", "", len(kept))
        self._announce(f"{said}. {self.results.current_words}" if kept else self.tr("Nothing found"))

    def _recent(self) -> list[tuple[Hit, QAction | None]]:
        sort = self.tr("recent")
        return [(Hit(sort, v.title, "", v.icon, v.link), None) for v in self._desk.recent.visits]

    def _matching_commands(self, words: str) -> list[tuple[Hit, QAction]]:
        sort, found, sought = self.tr("command"), [], Sought(words)
        for action in self.commands:
            title = action.text().replace("&", "")
            if action.isEnabled() and sought.stand_in(title):
                found.append((Hit(sort, title, action.shortcut().toString(), "command", Link("")), action))
        return found

    def _show(self, hits: Sequence[tuple[Hit, QAction | None]], words: str = "") -> None:
        self.results.show_hits(hits, words)
        self.results.place_under(self)

    def _take(self, item: QTreeWidgetItem | None) -> None:
        if item is None or item.data(0, _VALUE) is None:
            return
        hit, action = item.data(0, _VALUE)
        self.leave(back=False)
        self.clear()
        if action is not None:
            action.trigger()
        else:
            self.chosen.emit(hit.link)

    def leave(self, *, back: bool = True) -> None:
        """Closes the list; with *back* the keyboard goes to where it was."""
        self.results.hide()
        if back and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, results = event.key(), self.results
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS, Qt.Key.Key_PageUp: -ROWS}
            if results.isHidden():
                self.look()
            elif results.step(steps[Qt.Key(key)]):
                self._announce(results.current_words)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(results.list.currentItem() if results.isVisible() else None)
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.results.hide()

    def _announce(self, words: str) -> None:
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


class Results(QFrame):
    """The list under the field. It never takes the keyboard."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("results")
        self._desk = desk
        self._under: QWidget | None = None
        self.list = QTreeWidget()
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAllColumnsShowFocus(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.TIGHT, scale.TIGHT, scale.TIGHT, scale.TIGHT)
        column.addWidget(self.list)
        self.hide()

    @property
    def current_words(self) -> str:
        """What a screen reader is to say of the chosen row."""
        item = self.list.currentItem()
        return ", ".join(item.text(column) for column in (0, 1, 2) if item.text(column)) if item is not None else ""

    def show_hits(self, hits: Sequence[tuple[Hit, QAction | None]], words: str) -> None:
        look = self._desk.look
        self.list.setAccessibleName(self.tr("Search results"))
        self.list.setIconSize(QSize(look.type.icon, look.type.icon))
        self.list.clear()
        for hit, action in hits:
            item = QTreeWidgetItem([hit.title, hit.sort, hit.detail])
            item.setIcon(0, look.icon(hit.icon, "soft"))
            item.setToolTip(0, hit.title)
            item.setData(0, _VALUE, (hit, action))
            item.setForeground(1, look.colour("soft"))
            item.setForeground(2, look.colour("soft"))
            self.list.addTopLevelItem(item)
        if hits:
            self._go(0)
        else:
            said = self.tr("Nothing found for “{0}”").format(words[:40]) if words else self.tr("Nothing yet")
            nothing = QTreeWidgetItem([said])
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            nothing.setForeground(0, look.colour("soft"))
            self.list.addTopLevelItem(nothing)
            nothing.setFirstColumnSpanned(True)

    def step(self, rows: int) -> bool:
        """Moves the choice; False at the end of the list."""
        item = self.list.currentItem()
        now = self.list.indexOfTopLevelItem(item) if item is not None else -1
        last = self.list.topLevelItemCount() - 1
        then = max(0, min(last, now + rows))
        self._go(then)
        return then != now

    def _go(self, row: int) -> None:
        item = self.list.topLevelItem(row)
        if item is not None and item.data(0, _VALUE) is not None:
            self.list.setCurrentItem(item)

    def place_under(self, field: QWidget) -> None:
        """Shows itself under *field*, as wide as is useful and never outside the window."""
        window = field.window()
        if self._under is None:
            self._under = field
            self.setParent(window)
            window.installEventFilter(self)
        metrics = self.fontMetrics()
        wanted = max(field.width(), 78 * metrics.averageCharWidth())
        right = field.mapTo(window, QPoint(field.width(), field.height() + scale.TIGHT))
        width = min(wanted, window.width() - 2 * scale.GAP)
        rows = min(ROWS, max(1, self.list.topLevelItemCount()))
        row = max(self.list.sizeHintForRow(0), metrics.height() + scale.GAP)
        height = min(rows * row + 3 * scale.NEAR, window.height() - right.y() - scale.GAP)
        left = max(scale.GAP, right.x() - width)
        self.setGeometry(QRect(left, right.y(), width, height))
        self.list.setColumnWidth(0, round(width * 0.5))
        self.list.setColumnWidth(1, round(width * 0.16))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible() and self._under is not None:
            self.place_under(self._under)
        return False
