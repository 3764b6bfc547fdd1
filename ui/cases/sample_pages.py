"""The pages of a sample: proposed with type and reason, confirmed or refused one by one, or added by hand."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QWidget

from eaa_checker.domain.address import FoundBy
from eaa_checker.domain.sample import PageDecision, PageType, Sample, SamplePage, SamplePart
from eaa_checker.errors import EaaCheckerError
from ui.cases.ask import ReasonBar
from ui.cases.listing import Listing
from ui.cases.part import Part
from ui.cases.sheet import Sheet
from ui.desk import Desk
from ui.style import scale
from ui.table import Column
from ui.words import path_of

translate = QCoreApplication.translate
_SIGNS = {
    PageDecision.PROPOSED: ("ask", "ask"),
    PageDecision.CONFIRMED: ("passed", "passed"),
    PageDecision.REFUSED: ("none", "soft"),
}


def found_words(page: SamplePage, language: str) -> str:
    """How its address came to be known."""
    known = next((one for one in FoundBy if one.value == page.found), None)
    return known.say(language) if known is not None else page.found


def page_columns() -> list[Column[SamplePage]]:
    """Decision, page, type, why, how found, part."""
    return [
        Column(lambda: translate("SampleColumns", "Decision"), lambda row, language: row.decision.say(language),
               weight=1.0, sign=lambda row: _SIGNS[row.decision]),
        Column(lambda: translate("SampleColumns", "Type"), lambda row, language: row.type.say(language), weight=1.2),
        Column(lambda: translate("SampleColumns", "Page"), lambda row, _: row.title or path_of(row.address),
               weight=1.4),
        Column(lambda: translate("SampleColumns", "Address"), lambda row, _: path_of(row.address), weight=1.6),
        Column(lambda: translate("SampleColumns", "Why"), why_words, weight=2.2),
        Column(lambda: translate("SampleColumns", "Found"), found_words, weight=1.0),
        Column(lambda: translate("SampleColumns", "Part"), lambda row, language: row.part.say(language), weight=1.0,
               sign=lambda row: ("recent", "accent") if row.part is SamplePart.RANDOM else ("target", "soft")),
    ]  # fmt: skip


def why_words(page: SamplePage, language: str) -> str:
    """The inspector's reason, else why the machine proposed it."""
    return page.reason or "; ".join(ground.say(language) for ground in page.grounds) or "–"


class SamplePages(Part):
    """The table with, below it, what to decide about the chosen pages."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self.sample: Sample | None = None
        self.listing: Listing[SamplePage] = Listing(desk, page_columns(), lambda row: row.id, "case-pages", rows=7)
        self.listing.view.chosen.connect(self._show_chosen)
        self.detail = QLabel(wordWrap=True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setProperty("tone", "soft")
        self.sheet = Sheet(desk)
        row = self.sheet.row()
        self.type = self.sheet.choice("type", row)
        self.sheet.line("reason", row)
        self.sheet.line("despite")
        self.refuse = QPushButton()
        self.refuse.clicked.connect(self._refuse)
        self.sheet.finish()
        self.sheet.buttons.insertWidget(1, self.refuse)
        self.sheet.cancel.hide()
        self.sheet.submitted.connect(self._confirm)
        self.adding = Sheet(desk)
        row = self.adding.row()
        self.adding.line("address", row)
        self.new_type = self.adding.choice("type", row)
        self.adding.line("reason")
        self.adding.finish()
        self.adding.submitted.connect(self._add)
        self.adding.cancelled.connect(lambda: self._show_adding(False))
        self.adding.hide()
        self.add = QPushButton()
        self.add.clicked.connect(lambda: self._show_adding(True))
        bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        bar.setSpacing(scale.NEAR)
        bar.addWidget(self.add)
        bar.addStretch(1)
        self.column.addWidget(self.listing)
        self.column.addWidget(self.detail)
        self.column.addWidget(self.sheet)
        self.column.addLayout(bar)
        self.column.addWidget(self.adding)
        self.dress()
        desk.language.changed.connect(self.dress)

    def show_pages(self, sample: Sample, pages: list[SamplePage], *, composing: bool) -> None:
        """*composing*: pages may still be decided."""
        self.sample = sample
        order = list(PageType)
        pages.sort(key=lambda p: (p.decision is PageDecision.REFUSED, order.index(p.type), p.address))
        self.listing.show_rows(pages)
        self.sheet.setVisible(composing and bool(pages))
        self.add.setVisible(composing)
        if not composing:
            self.adding.hide()

    def keep_typed(self) -> None:
        self.sheet.keep_typed()
        self.adding.keep_typed()

    def _show_chosen(self, page: SamplePage | None) -> None:
        language = self.desk.language.code
        self.detail.setVisible(page is not None)
        self.sheet.setEnabled(page is not None)
        if page is None:
            return
        told = [page.address, f"{found_words(page, language)}{f' ({page.found_on})' if page.found_on else ''}"]
        told += [ground.say(language) for ground in page.grounds]
        if page.despite:
            told.append(self.tr("May stay: {0}").format(page.despite))
        if not page.by_machine:
            told.append(self.tr("A browser cannot visit it; it is examined by hand."))
        self.detail.setText("\n".join(told))
        self.sheet.fill(
            {"type": page.type.value, "reason": page.reason, "despite": page.despite},
            version=page.version, draft=f"case:{self.case_id}/page:{page.id}",
        )  # fmt: skip
        self.refuse.setEnabled(page.part is not SamplePart.RANDOM)

    def _confirm(self) -> None:
        """Confirms every chosen page for the reason typed; type and explanation count when one is chosen."""
        chosen = self.listing.chosen()
        reason, despite, type_ = self.sheet.said("reason"), self.sheet.said("despite"), self.type.value
        version = self.sheet.version
        if len(chosen) == 1:
            page = chosen[0]
            self._decide(
                lambda engine: engine.samples.confirm(
                    page.id, reason, type=type_, despite=despite or None, version=version
                )
            )
        elif chosen:
            ids = [page.id for page in chosen]
            self._decide(lambda engine: [engine.samples.confirm(id, reason) for id in ids])

    def _refuse(self) -> None:
        chosen, reason = [page.id for page in self.listing.chosen()], self.sheet.said("reason")
        if chosen:
            self._decide(lambda engine: [engine.samples.refuse(id, reason) for id in chosen])

    def _decide(self, what: Any) -> None:
        def done(_: object) -> None:
            self.sheet.stored()
            self._choose_next()

        self.do(what, then=done, otherwise=self.sheet.refuse)

    def _choose_next(self) -> None:
        """The next page that is not decided, so that a list is worked through with Enter."""
        left = next((p for p in self.listing.items if p.decision is PageDecision.PROPOSED
                     and p.id not in {q.id for q in self.listing.chosen()}), None)  # fmt: skip
        if left is not None:
            self.listing.view.choose(left.id)

    def _show_adding(self, shown: bool) -> None:
        self.adding.setVisible(shown)
        if shown:
            self.adding.fill({"address": "", "reason": ""}, draft=f"case:{self.case_id}/page:new")
            self.adding.fields["address"].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        if self.sample is None:
            return
        sample_id, sheet, type_ = self.sample.id, self.adding, self.new_type.value
        address, reason = sheet.said("address"), sheet.said("reason")

        def done(_: SamplePage) -> None:
            sheet.stored()
            sheet.clear()
            self._show_adding(False)

        def otherwise(error: EaaCheckerError) -> None:
            sheet.refuse(error)

        self.do(partial(_put, sample_id=sample_id, address=address, type_=type_, reason=reason),
                self.tr("Page added."), done, otherwise)  # fmt: skip

    def dress(self) -> None:
        language = self.desk.language.code
        types = [(one.say(language), one) for one in PageType]
        self.type.offer(types)
        self.new_type.offer(types)
        for sheet in (self.sheet, self.adding):
            sheet.name("type", self.tr("Page type"))
            sheet.name("reason", self.tr("Reason"), self.tr("Why it does or does not belong in the sample"))
        self.sheet.name("despite", self.tr("May stay although the check doubts it, because"))
        self.adding.name("address", self.tr("Address"), "https://")
        self.sheet.entitle(self.tr("Decide about the chosen page"))
        self.sheet.submit.setText(self.tr("Confirm"))
        self.refuse.setText(self.tr("Refuse"))
        self.adding.entitle(self.tr("Add a page"))
        self.adding.submit.setText(self.tr("Add the page"))
        self.adding.cancel.setText(self.tr("Cancel"))
        self.add.setText(self.tr("Add a page"))
        self.listing.call(
            self.tr("Pages of the sample"), self.tr("There are no pages yet: have them proposed, or add one."),
            self.tr("Below the table the chosen page is confirmed or refused"),
        )  # fmt: skip


def _put(engine: Any, sample_id: int, address: str, type_: PageType, reason: str) -> SamplePage:
    page: SamplePage = engine.samples.add(sample_id, address, type_, reason)
    return page
