"""The inspector's choices for the next scan, in place under the header of the target."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from eaa_checker.domain.scan import Profile, ScanOptions
from ui.desk import Desk
from ui.style import scale


class OptionsForm(QFrame):
    """Number of pages, depth, how much evidence, and whether the target is on a private network."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk = desk
        usual = ScanOptions()
        self._pages_label, self._depth_label, self._profile_label = QLabel(), QLabel(), QLabel()
        self.pages = QSpinBox(minimum=1, maximum=100_000, value=usual.max_pages)
        self.links_deep = QSpinBox(minimum=0, maximum=50, value=usual.depth)
        for box in (self.pages, self.links_deep):
            box.lineEdit().setTextMargins(scale.NEAR, 0, 0, 0)
        self.profile = QComboBox()
        self.profile.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.profile.setMinimumContentsLength(10)
        for profile in Profile:
            self.profile.addItem("", profile)
        self.profile.setCurrentIndex(self.profile.findData(usual.profile))
        self.private = QCheckBox()
        pairs: tuple[tuple[QLabel, QWidget], ...] = (
            (self._pages_label, self.pages),
            (self._depth_label, self.links_deep),
            (self._profile_label, self.profile),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(scale.GAP)
        grid.setVerticalSpacing(scale.TIGHT)
        for column, (label, field) in enumerate(pairs):
            label.setBuddy(field)
            label.setProperty("tone", "soft")
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
        grid.setColumnStretch(2, 1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(scale.GAP, scale.GAP, scale.GAP, scale.GAP)
        column_of_all.setSpacing(scale.NEAR)
        column_of_all.addLayout(grid)
        column_of_all.addWidget(self.private)
        self.dress()
        desk.language.changed.connect(self.dress)

    def dress(self) -> None:
        self._pages_label.setText(self.tr("Pages at most"))
        self._depth_label.setText(self.tr("Links deep"))
        self._profile_label.setText(self.tr("Evidence"))
        self.private.setText(self.tr("On a private network or this computer"))
        self.links_deep.setToolTip(self.tr("0 examines the start address only"))
        for row in range(self.profile.count()):
            words = Profile(self.profile.itemData(row)).say(self._desk.language.code)
            self.profile.setItemText(row, words[:1].upper() + words[1:])
        self.pages.setAccessibleName(self.tr("Pages at most"))
        self.links_deep.setAccessibleName(self.tr("Links deep"))
        self.profile.setAccessibleName(self.tr("Evidence"))

    def chosen(self, extra_hosts: tuple[str, ...]) -> ScanOptions:
        """The choices as they stand."""
        return ScanOptions(
            max_pages=self.pages.value(),
            depth=self.links_deep.value(),
            profile=Profile(self.profile.currentData()),
            extra_hosts=extra_hosts,
            allow_private=self.private.isChecked(),
        )
