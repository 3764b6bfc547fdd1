"""One finding: what it rests on, the text a person writes, blocks to use, and what other cases did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from eaa_checker.domain.finding import Exemption, Finding, FindingState, Impact, TextBlock
from eaa_checker.domain.precedent import Precedent
from eaa_checker.domain.sample import PageState
from ui.bar import Bar
from ui.cases.ask import ReasonBar
from ui.cases.fields import Choice
from ui.cases.finding_rows import Around, FindingRow, precedent_columns, read_around
from ui.cases.listing import Listing
from ui.cases.part import Part
from ui.cases.sheet import Sheet, Value
from ui.desk import Desk
from ui.undoing import GROUND, Edit

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

TEXTS = ("title", "fact", "consequence", "repair", "exemption_reason")
MOST_PLACES = 12


class FindingForm(Part):
    """A stored edit can be taken back: the version before is stored again, as everything a decision in the trail."""

    stored = Signal(int)
    """Number of the finding that was stored."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self.row: FindingRow | None = None
        self.facts = QLabel(wordWrap=True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hindrances = QLabel(wordWrap=True)
        self.hindrances.setTextFormat(Qt.TextFormat.PlainText)
        self.sheet = Sheet(desk)
        sheet = self.sheet
        sheet.add(self.facts)
        sheet.line("title")
        sheet.text("fact", 4)
        sheet.text("consequence", 2)
        row = sheet.row()
        self.impact = sheet.choice("impact", row)
        self.exemption = sheet.choice("exemption", row)
        sheet.text("repair", 3)
        sheet.text("exemption_reason", 2)
        self.exemption.currentIndexChanged.connect(self._show_exemption)
        self.blocks = Choice()
        self.use = QPushButton()
        self.use.clicked.connect(self._use_block)
        self._blocks_row = Bar(desk.look, (self.blocks, 1), self.use)
        holder = QWidget()
        holder.setObjectName("plain")
        holder.setLayout(self._blocks_row)
        self._blocks_row.setContentsMargins(0, 0, 0, 0)
        self.block_row = holder
        sheet.add(holder)
        sheet.finish()
        sheet.cancel.hide()
        sheet.submitted.connect(self._store)
        self.precedents: Listing[Precedent] = Listing(
            desk, precedent_columns(lambda: desk.language.locale), lambda row: row.finding_id, "precedents", rows=3
        )
        self.custom = QLabel(wordWrap=True)
        self.custom.setProperty("tone", "soft")
        for widget in (self.hindrances, self.sheet, self.precedents, self.custom):
            self.column.addWidget(widget)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def keep_typed(self) -> None:
        self.sheet.keep_typed()

    def show_finding(self, row: FindingRow | None) -> None:
        """Shows the newest version, unless something is being typed in the same one."""
        same = self.row is not None and row is not None and self.row.finding.id == row.finding.id
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        finding = row.finding
        if not (same and self.sheet.touched):
            self._fill(finding)
        live = finding.state is not FindingState.WITHDRAWN and self.seen is not None and self.seen.open
        for field in self.sheet.fields.values():
            field.setEnabled(live)
        self.sheet.submit.setEnabled(live)
        self.block_row.setEnabled(live)
        self._say_facts()
        if not same:
            self.read(lambda engine: read_around(engine, finding), self._show_around)

    def _fill(self, finding: Finding) -> None:
        draft = f"case:{finding.examination_id}/finding:{finding.id}"
        self.sheet.fill(_values(finding), version=finding.version, draft=draft)

    def _say_facts(self) -> None:
        if self.row is None:
            return
        finding, language = self.row.finding, self.desk.language.code
        requirement = self.desk.bridge.engine.requirement_words(finding.requirement, language)
        about = [finding.label, finding.state.say(language), self.tr("written by {0}").format(finding.author)]
        if finding.reviewer:
            about.append(self.tr("approved by {0}").format(finding.reviewer))
        lines = [
            " · ".join(about),
            self.tr("Requirement: {0} – {1}").format(requirement, finding.edition),
            self.tr("Stability: {0}").format(finding.stability.say(language)),
        ]
        for place in finding.places[:MOST_PLACES]:
            seen = f" ({place.seen}/{place.visits})" if place.visits else ""
            element = f": {place.path[-1]}" if place.path else ""
            lines.append(f"• {place.address} [{state_words(place.page_state, language)}]{element}{seen}")
        if len(finding.places) > MOST_PLACES:
            lines.append(self.tr("and %n place(s) more", "", len(finding.places) - MOST_PLACES))
        kinds: dict[str, int] = {}
        for proof in finding.proofs:
            kinds[proof.kind.say(language)] = kinds.get(proof.kind.say(language), 0) + 1
        proofs = ", ".join(f"{kind} ({count})" for kind, count in kinds.items()) or "–"
        lines.append(self.tr("Evidence: {0}").format(proofs))
        for remark in finding.remarks:
            lines.append(self.tr("Remark of {0}: {1}").format(remark.reviewer, remark.text or "–"))
        if finding.withdrawn_because:
            lines.append(self.tr("Withdrawn: {0}").format(finding.withdrawn_because))
        self.facts.setText("\n".join(lines))
        if self.row.hindrances:
            reasons = "\n".join(f"• {one.say(language)}" for one in self.row.hindrances)
            self.hindrances.setText(self.tr("May not be in a letter yet:") + f"\n{reasons}")
        else:
            self.hindrances.setText(self.tr("May be in a letter."))

    def _show_around(self, around: Around) -> None:
        self.precedents.show_rows(around.precedents)
        language = self.desk.language.code
        parts = {
            "fact": self.tr("Fact"), "consequence": self.tr("Consequence"), "repair": self.tr("Repair"),
            "exemption": self.tr("Exemption"),
        }  # fmt: skip
        self.blocks.offer([(f"{parts[one.part]}: {one.name}", one) for one in around.blocks])
        self.block_row.setVisible(bool(around.blocks))
        custom = around.custom
        told = self.tr("%n other case(s) on this requirement", "", custom.cases) if custom.cases else ""
        if custom.term_days is not None:
            term = self.tr("; usual term {0} days ({1} to {2})")
            told += term.format(custom.term_days, custom.shortest, custom.longest)
        if custom.outcomes:
            told += "; " + ", ".join(f"{outcome.say(language)} ({count})" for outcome, count in custom.outcomes)
        self.custom.setText(told)
        self.custom.setVisible(bool(told))

    def _show_exemption(self, *_: Any) -> None:
        shown = self.exemption.value is not Exemption.NONE
        self.sheet.fields["exemption_reason"].setVisible(shown)
        self.sheet.labels["exemption_reason"].setVisible(shown)

    # -- storing ------------------------------------------------------------------------------------------------------

    def _store(self) -> None:
        if self.row is None or not self.sheet.submit.isEnabled():
            return
        finding, sheet = self.row.finding, self.sheet
        now: dict[str, Any] = {key: sheet.said(key) for key in TEXTS}
        now |= {"impact": self.impact.value, "exemption": self.exemption.value}
        before = sheet.before
        changed = {key: value for key, value in now.items() if sheet.values()[key] != before[key]}
        if not changed:
            self.desk.notices.say("info", self.tr("Nothing was changed."))
            return
        if finding.state is FindingState.APPROVED:
            words = self.tr("{0} was approved; an edit makes it unreviewed again. Why?")
            self.asker.ask(words.format(finding.label), self.tr("Change it"), lambda reason: self._put(changed, reason))
        else:
            self._put(changed, "")

    def _put(self, changed: dict[str, Any], reason: str) -> None:
        assert self.row is not None
        finding, version = self.row.finding, self.sheet.version
        old = {key: getattr(finding.text, key) for key in changed}
        sheet = self.sheet
        sheet.submit.setEnabled(False)

        def done(stored: Finding) -> None:
            sheet.stored()
            if self.row is not None and self.row.finding.id == stored.id:
                self._fill(stored)
            self._offer_undo(stored, old, self.tr("{0} is stored.").format(stored.label))
            self.stored.emit(stored.id)

        self.do(
            lambda engine: engine.findings.edit(finding.id, version, reason=reason, **changed),
            then=done, otherwise=sheet.refuse,
        )  # fmt: skip

    def _offer_undo(self, stored: Finding, old: dict[str, Any], said: str) -> None:
        """Undoing stores the text before again; an approval that the edit cost does not come back by itself."""

        def back(engine: Engine, version: int) -> int:
            return engine.findings.edit(stored.id, version, reason=GROUND, **old).version

        def show(now: Finding) -> None:
            if self.row is not None and self.row.finding.id == now.id:
                self._fill(now)
            self.stored.emit(now.id)
            self.changed.emit()

        def then() -> None:
            self.desk.bridge.ask(self, lambda engine: engine.findings.show(stored.id), show)

        edit = Edit(f"finding:{stored.id}", stored.label, stored.version - 1, stored.version, back, then)
        self.desk.undoing.offer(edit, said)

    def _use_block(self) -> None:
        block = self.blocks.value
        if self.row is None or not isinstance(block, TextBlock):
            return
        finding, version = self.row.finding, self.sheet.version
        if self.sheet.touched:
            self.sheet.complain(self.tr("Store what you typed first; the block then takes the place of that part."))
            return
        old = {
            "exemption_reason" if block.part == "exemption" else block.part: getattr(
                finding.text, "exemption_reason" if block.part == "exemption" else block.part
            ),
            "blocks": finding.text.blocks,
        }

        def put(reason: str) -> None:
            def done(stored: Finding) -> None:
                self._fill(stored)
                self._offer_undo(stored, old, self.tr("Text block used in {0}.").format(stored.label))

            self.do(
                lambda engine: engine.findings.use_block(finding.id, block.id, version=version, reason=reason),
                then=done, otherwise=self.sheet.refuse,
            )  # fmt: skip

        if finding.state is FindingState.APPROVED:
            words = self.tr("{0} was approved; an edit makes it unreviewed again. Why?")
            self.asker.ask(words.format(finding.label), self.tr("Change it"), put)
        else:
            put("")

    def dress(self) -> None:
        language, sheet = self.desk.language.code, self.sheet
        self.impact.offer([(one.say(language), one) for one in Impact])
        self.exemption.offer([(one.say(language), one) for one in Exemption])
        sheet.name("title", self.tr("Title"))
        sheet.name("fact", self.tr("Fact: what was seen, where, in which state"))
        sheet.name("consequence", self.tr("Consequence: who cannot do what"))
        sheet.name("impact", self.tr("Impact"))
        sheet.name("exemption", self.tr("Exemption"))
        sheet.name("repair", self.tr("Direction of repair, not a prescription"))
        sheet.name("exemption_reason", self.tr("Why it is exempt"))
        sheet.submit.setText(self.tr("Store the finding"))
        self.blocks.setAccessibleName(self.tr("Text block"))
        self.use.setText(self.tr("Use this text"))
        self.precedents.call(self.tr("The same requirement in other cases"), self.tr("There are none yet."))
        self._say_facts()
        self._show_exemption()


def state_words(state: str, language: str) -> str:
    """What a state of a page is called; the stored word when it is none that we know."""
    known = next((one for one in PageState if one.value == state), None)
    return known.say(language) if known is not None else state


def _values(finding: Finding) -> dict[str, Value]:
    text = finding.text
    return {
        "title": text.title, "fact": text.fact, "consequence": text.consequence, "impact": text.impact.value,
        "repair": text.repair, "exemption": text.exemption.value, "exemption_reason": text.exemption_reason,
    }  # fmt: skip
