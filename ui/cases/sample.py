"""The step sample: pages per target, the check before testing, the visits, and evaluations by others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from eaa_checker.domain.organisation import Target, TargetKind
from eaa_checker.domain.sample import Absence, Check, PageDecision, PageType, Sample, SamplePage, SampleState
from ui.bar import Bar
from ui.cases.ask import ReasonBar
from ui.cases.evaluations import EvaluationsPart
from ui.cases.fields import Choice
from ui.cases.part import Part
from ui.cases.sample_gate import SampleGate
from ui.cases.sample_pages import SamplePages
from ui.cases.steps import Seen
from ui.cases.visits import VisitsPart
from ui.desk import Desk
from ui.place import Link

if TYPE_CHECKING:
    from eaa_checker.engine import Engine


@dataclass(frozen=True, slots=True)
class SampleSeen:
    """The sample of one target as it was read."""

    sample: Sample | None
    pages: list[SamplePage]
    checks: list[Check]
    absences: list[Absence]
    required: list[PageType]
    """Types that are neither found nor explained."""
    wanted: int
    crawled: bool
    """The target was scanned, so that pages can be proposed."""


def read_sample(engine: Engine, case_id: int, target_id: int) -> SampleSeen:
    """Everything the step shows of one target. Raises NotFound."""
    samples = {one.target_id: one for one in engine.samples.list(case_id)}
    crawled = any(scan.state.ended and scan.tested and not scan.options.addresses for scan in engine.scans(target_id))
    sample = samples.get(target_id)
    if sample is None:
        return SampleSeen(None, [], [], [], [], 0, crawled)
    pages = list(engine.samples.pages(sample.id))
    absences = list(engine.samples.absences(sample.id))
    have = {type for page in pages if page.decision is PageDecision.CONFIRMED for type in page.types}
    have |= {one.type for one in absences}
    required = [one for one in engine.samples.required(sample.id) if one not in have]
    checks = list(engine.samples.check(sample.id))
    return SampleSeen(sample, pages, checks, absences, required, engine.samples.random_wanted(sample.id), crawled)


class SampleStep(Part):
    """One target at a time; its pages, its check, its visits."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self._found: SampleSeen | None = None
        self.target = Choice()
        self.target.currentIndexChanged.connect(lambda _: self._read())
        self.about = QLabel(wordWrap=True)
        self.about.setProperty("tone", "soft")
        self.begin, self.propose, self.crawl, self.take_over = (QPushButton() for _ in range(4))
        self.begin.setProperty("kind", "primary")
        self.begin.clicked.connect(self._begin)
        self.propose.clicked.connect(self._propose)
        self.crawl.clicked.connect(self._crawl)
        self.take_over.clicked.connect(self._take_over)
        self.pages = SamplePages(desk, asker)
        self.gate = SampleGate(desk, asker)
        self.visits = VisitsPart(desk, asker)
        self.evaluations = EvaluationsPart(desk, asker)
        self.column.addLayout(Bar(desk.look, (self.target, 1), self.begin, self.propose, self.crawl, self.take_over))
        self.column.addWidget(self.about)
        for part in (self.pages, self.gate, self.visits, self.evaluations):
            part.changed.connect(self.changed)
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def keys(self) -> list[QWidget]:
        return [
            self.begin, self.pages.listing.view, self.gate.checks.view, self.visits.start, self.visits.settled.view,
            *self.evaluations.keys(),
        ]  # fmt: skip

    def keep_typed(self) -> None:
        self.pages.keep_typed()

    def show_case(self, seen: Seen) -> None:
        super().show_case(seen)
        for part in (self.pages, self.gate, self.visits, self.evaluations):
            part.show_case(seen)
        sites = [target for target in seen.targets if target.kind is TargetKind.WEB_SITE]
        self.target.offer([(_title(target), target.id) for target in sites])
        self.target.setVisible(len(sites) > 1)
        self._read()

    def _read(self) -> None:
        target_id = self.target.value
        if self.seen is None or target_id is None:
            self._show(SampleSeen(None, [], [], [], [], 0, False))
            return
        case_id = self.case_id
        self.read(lambda engine: read_sample(engine, case_id, target_id), self._show)

    def _show(self, found: SampleSeen) -> None:
        if self.seen is None:
            return
        self._found = found
        sample, open_ = found.sample, self.seen.open
        site = self.target.value is not None
        composing = sample is not None and sample.state is SampleState.DRAFT and open_
        self.begin.setVisible(site and sample is None and open_)
        self.propose.setVisible(composing and found.crawled)
        self.crawl.setVisible(composing and not found.crawled)
        self.take_over.setVisible(composing and self.seen.case.follows_id is not None)
        for part in (self.pages, self.gate):
            part.setVisible(sample is not None)
        self.visits.setVisible(sample is not None and sample.state is SampleState.APPROVED)
        if sample is not None:
            self.pages.show_pages(sample, found.pages, composing=composing)
            self.gate.show_gate(
                sample, found.checks, found.absences, found.required, found.wanted, open_=open_
            )
            self.visits.show_sample(sample)
        self._say_about()

    def _say_about(self) -> None:
        found = self._found
        if found is None:
            return
        if self.target.value is None:
            words = self.tr("This case has no web site: there are no pages to sample.")
        elif found.sample is None:
            words = self.tr("No sample was begun for this web site yet.")
        elif found.sample.state is SampleState.APPROVED:
            words = self.tr("Approved by {0}: the pages are fixed, so that visits can be compared.").format(
                found.sample.approved_by
            )
        elif not found.crawled:
            words = self.tr("Pages are proposed from a scan of the web site, and it has none yet. Scan it first.")
        else:
            words = self.tr("Confirm or refuse each page with a reason; the check below says what is still missing.")
        self.about.setText(words)

    def _begin(self) -> None:
        case_id, target_id = self.case_id, self.target.value
        crawled = self._found is not None and self._found.crawled

        def put(engine: Engine) -> object:
            sample = engine.samples.begin(case_id, target_id)
            return engine.samples.propose(sample.id) if crawled else sample

        self.do(put)

    def _propose(self) -> None:
        if self._found is not None and self._found.sample is not None:
            sample_id = self._found.sample.id
            self.do(lambda engine: engine.samples.propose(sample_id), self.tr("Pages proposed from the newest scan."))

    def _take_over(self) -> None:
        if self._found is not None and self._found.sample is not None:
            sample_id = self._found.sample.id
            self.asker.ask(
                self.tr("The pages of the case before are taken over. Why?"), self.tr("Take over"),
                lambda reason: self.do(lambda engine: engine.samples.take_over(sample_id, reason)),
            )  # fmt: skip

    def _crawl(self) -> None:
        self.desk.links.follow(Link("organisations", "target", self.target.value))

    def dress(self) -> None:
        self.target.setAccessibleName(self.tr("Web site"))
        self.begin.setText(self.tr("Begin the sample"))
        self.propose.setText(self.tr("Propose pages anew"))
        self.crawl.setText(self.tr("Go and scan the web site"))
        self.take_over.setText(self.tr("Take over from the case before"))
        self._say_about()


def _title(target: Target) -> str:
    return f"{target.name} – {target.organisation_name}"
