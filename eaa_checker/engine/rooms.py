"""The rooms behind the front door: each a part of the inspector's work, made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from eaa_checker.domain.trail import Actor
from eaa_checker.settings import Settings
from eaa_checker.store import Store
from eaa_checker.store.trail import TrailBook

if TYPE_CHECKING:
    # What a room needs is loaded when it is entered: a window or a worker starts in a fraction of the time.
    from eaa_checker.casework.backup import BackupDesk
    from eaa_checker.casework.cases import CaseDesk
    from eaa_checker.casework.deadlines import DeadlineDesk
    from eaa_checker.casework.dossiers import DossierDesk
    from eaa_checker.casework.evaluations import EvaluationDesk
    from eaa_checker.casework.evidence import EvidenceRoom
    from eaa_checker.casework.exchange import ExchangeDesk
    from eaa_checker.casework.exporting import ExportDesk
    from eaa_checker.casework.findings import FindingDesk
    from eaa_checker.casework.letters import LetterDesk
    from eaa_checker.casework.manual import ManualDesk
    from eaa_checker.casework.monitoring_report import MonitoringDesk
    from eaa_checker.casework.norms import Norms
    from eaa_checker.casework.publication import PublicationDesk
    from eaa_checker.casework.registers import Registers
    from eaa_checker.casework.reinspection import ReinspectionDesk
    from eaa_checker.casework.replies import ReplyDesk
    from eaa_checker.casework.risk import RiskDesk
    from eaa_checker.casework.samples import SampleDesk
    from eaa_checker.casework.signals import SignalDesk
    from eaa_checker.casework.stability import StabilityDesk
    from eaa_checker.casework.text_blocks import TextBlockDesk
    from eaa_checker.casework.waiting import WaitingDesk


class Rooms:
    """One property per room. Everything in them is done in the name of *actor*."""

    def __init__(self, store: Store, chosen: Settings, actor: Actor) -> None:
        self._store = store
        self.settings = chosen
        self.actor = actor
        """Who acts: stands behind every decision made through this door."""

    @cached_property
    def backup(self) -> BackupDesk:
        """Everything in one file; `restore_backup` and `verify_backup` need no open store."""
        from eaa_checker.casework.backup import BackupDesk

        return BackupDesk(self._store, self.actor)

    @cached_property
    def risk(self) -> RiskDesk:
        """The risk picture: ranking, weights, sectors, suppliers, trend."""
        from eaa_checker.casework.risk import RiskDesk

        return RiskDesk(self._store, self.actor)

    @cached_property
    def registers(self) -> Registers:
        """The registers: organisations, targets, links, contacts, and imports that can be undone."""
        from eaa_checker.casework.registers import Registers

        return Registers(self._store, self.actor)

    @cached_property
    def norms(self) -> Norms:
        """Norm sets as dated data, and competence: may we act on a norm, at a target, on a day?"""
        from eaa_checker.casework.norms import Norms

        return Norms(self._store, self.actor)

    @cached_property
    def manual(self) -> ManualDesk:
        """Manual work: question trees, applicability, verdicts per requirement, attached files."""
        from eaa_checker.casework.manual import ManualDesk

        return ManualDesk(self._store, self.actor)

    @cached_property
    def evidence(self) -> EvidenceRoom:
        """What captures hold for whoever judges them: keyboard walk, accessibility tree, pages × states."""
        from eaa_checker.casework.evidence import EvidenceRoom

        return EvidenceRoom(self._store)

    @cached_property
    def findings(self) -> FindingDesk:
        """Findings: made, written, reviewed by a second person, withdrawn; precedents."""
        from eaa_checker.casework.findings import FindingDesk

        return FindingDesk(self._store, self.actor)

    @cached_property
    def text_blocks(self) -> TextBlockDesk:
        """Reusable texts for findings."""
        from eaa_checker.casework.text_blocks import TextBlockDesk

        return TextBlockDesk(self._store, self.actor)

    @cached_property
    def deadlines(self) -> DeadlineDesk:
        """Deadlines: counted, set, extended, overdue."""
        from eaa_checker.casework.deadlines import DeadlineDesk

        return DeadlineDesk(self._store, self.actor)

    @cached_property
    def replies(self) -> ReplyDesk:
        """Replies of organisations per finding, and our answers."""
        from eaa_checker.casework.replies import ReplyDesk

        return ReplyDesk(self._store, self.actor)

    @cached_property
    def reinspections(self) -> ReinspectionDesk:
        """Comparison of rounds: proposals per finding, confirmed by a person."""
        from eaa_checker.casework.reinspection import ReinspectionDesk

        return ReinspectionDesk(self._store, self.actor)

    @cached_property
    def dossiers(self) -> DossierDesk:
        """Sealed dossiers: making, checking, judging again, keeping and destroying."""
        from eaa_checker.casework.dossiers import DossierDesk

        return DossierDesk(self._store, self.actor, self.settings)

    @cached_property
    def publications(self) -> PublicationDesk:
        """Making a case public: stakeholders heard, personal data left out, never before its day."""
        from eaa_checker.casework.publication import PublicationDesk

        return PublicationDesk(self._store, self.actor)

    @cached_property
    def exchanges(self) -> ExchangeDesk:
        """Parts of a case for another supervisor, and the receipts that come back."""
        from eaa_checker.casework.exchange import ExchangeDesk

        return ExchangeDesk(self._store, self.actor)

    @cached_property
    def letters(self) -> LetterDesk:
        """Letters: begun, checked, reviewed by a second person, issued; replies read back."""
        from eaa_checker.casework.letters import LetterDesk

        return LetterDesk(self._store, self.actor, self.settings.letters)

    @cached_property
    def trail(self) -> TrailBook:
        """The decision trail: read and verify."""
        return self._store.trail

    @cached_property
    def signals(self) -> SignalDesk:
        """Signals: take in, link, merge, put aside, forward."""
        from eaa_checker.casework.signals import SignalDesk

        return SignalDesk(self._store, self.actor)

    @cached_property
    def cases(self) -> CaseDesk:
        """Cases in their four phases, with their rounds."""
        from eaa_checker.casework.cases import CaseDesk

        return CaseDesk(self._store, self.actor)

    @cached_property
    def samples(self) -> SampleDesk:
        """Samples: propose, decide, draw, check."""
        from eaa_checker.casework.samples import SampleDesk

        return SampleDesk(self._store, self.actor)

    @cached_property
    def stability(self) -> StabilityDesk:
        """Visits to samples, and what came back in every one of them."""
        from eaa_checker.casework.stability import StabilityDesk

        return StabilityDesk(self._store, self.actor)

    @cached_property
    def exports(self) -> ExportDesk:
        """Cases written to files that others read: WCAG-EM Report Tool, JSON."""
        from eaa_checker.casework.exporting import ExportDesk

        return ExportDesk(self._store, self.actor)

    @cached_property
    def evaluations(self) -> EvaluationDesk:
        """Evaluations by others: read in, looked at beside our own work."""
        from eaa_checker.casework.evaluations import EvaluationDesk

        return EvaluationDesk(self._store, self.actor)

    @cached_property
    def monitoring(self) -> MonitoringDesk:
        """Figures of a period for a report under Implementing Decision (EU) 2018/1524."""
        from eaa_checker.casework.monitoring_report import MonitoringDesk

        return MonitoringDesk(self._store)

    @cached_property
    def waiting(self) -> WaitingDesk:
        """What waits for the actor over all cases: reviews, answers, emergency routes."""
        from eaa_checker.casework.waiting import WaitingDesk

        return WaitingDesk(self._store, self.actor)
