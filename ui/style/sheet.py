"""The one style sheet: shapes and spacing of every kind of control, filled with a palette and a type scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from string import Template

from ui.style import scale
from ui.style.palette import Palette

PARTS: dict[str, tuple[str, str]] = {
    "down": ("down", "text"),
    "down_nav": ("down", "nav_soft"),
    "right_nav": ("right", "nav_soft"),
    "up": ("up", "text"),
    "left": ("left", "text"),
    "right": ("right", "text"),
    "up_rail": ("up", "nav_text"),
    "down_rail": ("down", "nav_text"),
    "check": ("check", "on_accent"),
    "check_nav": ("check", "nav"),
    "check_menu": ("check", "text"),
}
"""Name in the sheet → (icon, colour of the palette)."""

_SHEET = Template("""
QMainWindow, QWidget#content, QScrollArea, QStackedWidget { background: $window; }
QWidget#plain { background: transparent; }
QLabel { background: transparent; }
QLabel[tone="title"] { font-size: ${t_title}pt; font-weight: 600; }
QLabel[tone="strong"] { font-size: ${t_strong}pt; font-weight: 600; }
QLabel[tone="soft"] { color: $soft; }
QLabel[tone="failed"] { color: $failed; }
QLabel[tone="here"] { font-weight: 600; color: $text; }
QLabel[tone="warning"] {
  background: $failed_soft; color: $text; border: 1px solid $failed; border-radius: ${radius}px; padding: 8px 12px;
}
QWidget#header { background: $window; border-bottom: 1px solid $border; }
QToolTip { background: $text; color: $surface; border: 1px solid $edge; padding: 4px 6px; }

QMenuBar { background: $nav; color: $nav_text; padding: 2px 6px; border-bottom: 1px solid $nav_field; }
QMenuBar::item { background: transparent; padding: 5px 10px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $nav_selected; }
QMenu { background: $surface; color: $text; border: 1px solid $edge; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $edge; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 5px; }
QMenu::indicator:checked { image: url($check_menu); }

QPushButton, QToolButton {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radius}px; padding: 6px 13px;
}
QPushButton, QToolButton, QComboBox { qproperty-iconSize: ${icon}px ${icon}px; }
QPushButton { min-height: ${line}px; }
QToolButton { padding: 6px 8px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked { background: $selected; }
QPushButton:disabled, QToolButton:disabled {
  color: $edge; border-color: $border; border-style: dashed; background: transparent;
}
QPushButton[kind="flat"]:disabled, QToolButton[kind="flat"]:disabled { border-style: solid; border-color: transparent; }
QPushButton[kind="primary"] {
  background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; padding: 6px 16px;
}
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $soft; border-color: $border; }
QPushButton[kind="danger"] { color: $failed; border-color: $failed; font-weight: 600; }
QPushButton[kind="danger"]:disabled { color: $edge; border-color: $border; }
QPushButton[kind="danger"]:hover { background: $failed_soft; }
QPushButton[kind="flat"], QToolButton[kind="flat"] { background: transparent; border: 1px solid transparent; }
QPushButton[kind="flat"]:hover, QToolButton[kind="flat"]:hover { background: $hover; border-color: $border; }
QPushButton[kind="count"] {
  background: transparent; border: 1px solid transparent; padding: 5px 10px; text-align: left;
}
QPushButton[kind="count"]:hover { background: $surface; border-color: $border; }
QPushButton[kind="tile"] {
  background: $surface; border: 1px solid $edge; border-radius: 8px; padding: 10px 12px; text-align: left;
}
QPushButton[kind="tile"]:hover { background: $hover; border-color: $accent; }
QPushButton[kind="crumb"], QPushButton[kind="link"] {
  background: transparent; border: 1px solid transparent; color: $accent; padding: 4px 8px; text-align: left;
}
QPushButton[kind="crumb"]:hover, QPushButton[kind="link"]:hover { background: $hover; border-color: $border; }
QFrame#results { background: $surface; border: 1px solid $edge; border-radius: 8px; }
QFrame#results QTreeView { border: none; background: $surface; color: $text; outline: 0; }
QFrame#results QTreeView::item { padding: 5px 6px; }
QFrame#results QTreeView::item:selected { background: $selected; color: $text; }
QRadioButton { spacing: 8px; background: transparent; padding: 2px 0; }
QRadioButton::indicator {
  width: 15px; height: 15px; border: 1px solid $edge; border-radius: 8px; background: $surface;
}
QRadioButton::indicator:checked { border: 5px solid $accent; width: 7px; height: 7px; background: $on_accent; }
QSlider { background: transparent; min-height: 26px; }
QSlider::groove:horizontal { background: $sunken; border: 1px solid $edge; border-radius: 4px; height: 6px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 4px; height: 6px; }
QSlider::handle:horizontal {
  background: $surface; border: 2px solid $accent; border-radius: 8px; width: 13px; margin: -6px 0;
}
QPushButton::menu-indicator, QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QSpinBox, QComboBox {
  background: $surface; color: $text; border: 1px solid $edge; border-radius: ${radius}px;
  padding: 5px 8px; selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $soft;
}
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled { color: $edge; background: $sunken; }
QLineEdit[wrong="true"] { border: 2px solid $failed; padding: 4px 7px; }
QComboBox { padding-right: 26px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url($down); width: 14px; height: 14px; }
QComboBox QAbstractItemView {
  background: $surface; color: $text; border: 1px solid $edge; padding: 4px; outline: 0;
  selection-background-color: $selected; selection-color: $text;
}
QSpinBox { padding-right: 22px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 20px; }
QSpinBox::up-arrow { image: url($up); width: 11px; height: 11px; }
QSpinBox::down-arrow { image: url($down); width: 11px; height: 11px; }
QCheckBox { spacing: 8px; background: transparent; }
QCheckBox::indicator { width: 17px; height: 17px; border: 1px solid $edge; border-radius: 4px; background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($check); }

QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
  background: transparent; color: $soft; padding: 8px 14px 6px 14px; border-bottom: 3px solid transparent;
}
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }

QTableView, QListView, QTextBrowser, QPlainTextEdit {
  background: $surface; color: $text; border: 1px solid $border; border-radius: ${radius}px; outline: 0;
  selection-background-color: $selected; selection-color: $text;
}
QGroupBox { border: none; background: transparent; margin: 0; padding: 0; }
QPlainTextEdit[kind="field"] { border: 1px solid $edge; padding: 3px 5px; }
QPlainTextEdit[kind="field"][wrong="true"] { border: 2px solid $failed; padding: 2px 4px; }
QTableView { gridline-color: transparent; }
QTableView::item, QListView::item { border-bottom: 1px solid $border; padding: 0 8px; }
QTableView::item:hover { background: $hover; }
QTableView::item:selected, QListView::item:selected { background: $selected; color: $text; }
QHeaderView { background: $sunken; border: none; border-top-left-radius: 5px; border-top-right-radius: 5px; }
QHeaderView::section {
  background: $sunken; color: $soft; border: none; border-bottom: 1px solid $border; padding: 7px 11px;
  font-weight: 600;
}
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url($up); width: 12px; height: 12px; subcontrol-position: right center; right: 6px; }
QHeaderView::down-arrow {
  image: url($down); width: 12px; height: 12px; subcontrol-position: right center; right: 6px;
}
QTextBrowser { padding: 4px; }
QScrollArea#picture { background: $sunken; border: 1px solid $border; border-radius: ${radius}px; }
QScrollArea#picture > QWidget { background: transparent; }
QFrame#card { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame#card QLabel, QFrame#card QCheckBox { background: transparent; }
QFrame#message {
  border-radius: ${radius}px; border: 1px solid $border; border-left: 4px solid $accent; background: $surface;
}
QFrame#message[kind="done"] { border-left-color: $passed; background: $passed_soft; }
QFrame#message[kind="warning"] { border-left-color: $ask; background: $ask_soft; }
QFrame#message[kind="error"] { border-left-color: $failed; background: $failed_soft; }
QProgressBar {
  background: $sunken; border: 1px solid $edge; border-radius: 5px; min-height: 9px; max-height: 9px;
  color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $border; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: $soft; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }

QWidget#nav { background: $nav; }
QWidget#side { background: $nav; border-right: 1px solid $nav_field; }
QTabBar#rail { background: $nav; border: none; }
QTabBar QToolButton { background: $surface; border: 1px solid $edge; border-radius: 0; padding: 0; }
QTabBar QToolButton::left-arrow { image: url($left); width: ${icon}px; height: ${icon}px; }
QTabBar QToolButton::right-arrow { image: url($right); width: ${icon}px; height: ${icon}px; }
QTabBar::scroller { width: 52px; }
QTabBar#rail QToolButton { background: $nav_field; border: 1px solid $nav_edge; }
QTabBar#rail QToolButton::up-arrow { image: url($up_rail); width: ${icon}px; height: ${icon}px; }
QTabBar#rail QToolButton::down-arrow { image: url($down_rail); width: ${icon}px; height: ${icon}px; }
QWidget#nav QLabel { color: $nav_text; }
QWidget#nav QLabel[tone="soft"] { color: $nav_soft; }
QWidget#nav QLabel[tone="failed"] { color: $nav_text; font-weight: 600; }
QWidget#nav QLineEdit, QWidget#nav QComboBox {
  background: $nav_field; color: $nav_text; border: 1px solid $nav_edge; placeholder-text-color: $nav_soft;
}
QWidget#nav QLineEdit[wrong="true"] { border: 2px solid $nav_focus; }
QWidget#nav QComboBox::down-arrow { image: url($down_nav); }
QWidget#nav QCheckBox { color: $nav_text; }
QWidget#nav QCheckBox::indicator { border-color: $nav_edge; background: $nav_field; }
QWidget#nav QCheckBox::indicator:checked { background: $nav_focus; border-color: $nav_focus; image: url($check_nav); }
QWidget#nav QPushButton, QWidget#nav QToolButton {
  background: transparent; color: $nav_text; border: 1px solid $nav_edge; padding: 6px 9px;
}
QWidget#nav QPushButton:hover, QWidget#nav QToolButton:hover { background: $nav_field; }
QWidget#nav QPushButton:checked { background: $nav_selected; }
QWidget#nav QPushButton[kind="primary"] {
  background: $nav_focus; color: $nav; border-color: $nav_focus; font-weight: 600;
}
QWidget#nav QPushButton:disabled { color: $nav_soft; border-color: $nav_field; }
QWidget#nav QTreeView {
  background: $nav; color: $nav_text; border: none; outline: 0; show-decoration-selected: 1;
}
QWidget#nav QTreeView::item { padding: 5px 4px; border-radius: 0; }
QWidget#nav QTreeView::item:hover, QWidget#nav QTreeView::branch:hover { background: $nav_field; }
QWidget#nav QTreeView::item:selected, QWidget#nav QTreeView::branch:selected {
  background: $nav_selected; color: $nav_text;
}
QWidget#nav QTreeView::branch:has-children:closed { image: url($right_nav); }
QWidget#nav QTreeView::branch:has-children:open { image: url($down_nav); }
QWidget#nav QScrollBar::handle { background: $nav_edge; }
QWidget#nav QFrame#form { background: $nav_field; border: 1px solid $nav_edge; border-radius: 8px; }
QWidget#nav QFrame#form QLineEdit { background: $nav; }
""")


def style_sheet(palette: Palette, type_scale: scale.TypeScale, parts: Mapping[str, str]) -> str:
    """The sheet for one palette and text size. *parts*: file of each part in ``PARTS``."""
    return _SHEET.substitute(
        asdict(palette),
        **parts,
        radius=scale.RADIUS,
        icon=type_scale.icon,
        line=type_scale.line,
        t_small=type_scale.small,
        t_strong=type_scale.strong,
        t_number=type_scale.number,
        t_title=type_scale.title,
    )
