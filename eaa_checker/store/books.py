"""The books of the store: each keeps one part of the inspector's work, and is opened when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from eaa_checker.store.database import Database

if TYPE_CHECKING:
    # What a book needs is loaded with it: opening a database loads neither tables nor values that nobody asks for.
    from eaa_checker.store.cases import Cases
    from eaa_checker.store.comparisons import ComparisonBook
    from eaa_checker.store.competence import CompetenceBook
    from eaa_checker.store.deadlines import DeadlineBook
    from eaa_checker.store.dossiers import Dossiers
    from eaa_checker.store.evaluations import Evaluations
    from eaa_checker.store.findings import FindingBook
    from eaa_checker.store.imports import Imports
    from eaa_checker.store.letters import LetterBook
    from eaa_checker.store.manual import ManualBook
    from eaa_checker.store.packages import PackageBook
    from eaa_checker.store.register_edits import RegisterEdits
    from eaa_checker.store.replies import ReplyBook
    from eaa_checker.store.risk import RiskBook
    from eaa_checker.store.round_seals import RoundSeals
    from eaa_checker.store.samples import Samples
    from eaa_checker.store.signals import Signals
    from eaa_checker.store.text_blocks import TextBlocks
    from eaa_checker.store.trail import TrailBook
    from eaa_checker.store.waiting import WaitingBook


class Books(Database):
    """One property per book, all on the same database."""

    @cached_property
    def trail(self) -> TrailBook:
        """Every decision, sealed in a chain."""
        from eaa_checker.store.trail import TrailBook

        return TrailBook(self.path, self._engine)

    @cached_property
    def registers(self) -> RegisterEdits:
        """Edits of organisations, targets, links and contacts."""
        from eaa_checker.store.register_edits import RegisterEdits

        return RegisterEdits(self.path, self._engine)

    @cached_property
    def imports(self) -> Imports:
        """Imports of registers, and how to undo them."""
        from eaa_checker.store.imports import Imports

        return Imports(self.path, self._engine)

    @cached_property
    def competence(self) -> CompetenceBook:
        """May we act on a norm? What was decided about it."""
        from eaa_checker.store.competence import CompetenceBook

        return CompetenceBook(self.path, self._engine)

    @cached_property
    def risk(self) -> RiskBook:
        """Facts and weights of the risk picture."""
        from eaa_checker.store.risk import RiskBook

        return RiskBook(self.path, self._engine)

    @cached_property
    def signals(self) -> Signals:
        """Reasons to look, with their reporters apart."""
        from eaa_checker.store.signals import Signals

        return Signals(self.path, self._engine)

    @cached_property
    def cases(self) -> Cases:
        """Cases with their phases and rounds."""
        from eaa_checker.store.cases import Cases

        return Cases(self.path, self._engine)

    @cached_property
    def samples(self) -> Samples:
        """Samples, their pages and the visits to them."""
        from eaa_checker.store.samples import Samples

        return Samples(self.path, self._engine)

    @cached_property
    def evaluations(self) -> Evaluations:
        """Evaluations by others that were read in."""
        from eaa_checker.store.evaluations import Evaluations

        return Evaluations(self.path, self._engine)

    @cached_property
    def manual(self) -> ManualBook:
        """Answers, verdicts and files of manual work."""
        from eaa_checker.store.manual import ManualBook

        return ManualBook(self.path, self._engine)

    @cached_property
    def findings(self) -> FindingBook:
        """What people established."""
        from eaa_checker.store.findings import FindingBook

        return FindingBook(self.path, self._engine)

    @cached_property
    def text_blocks(self) -> TextBlocks:
        """Reusable texts."""
        from eaa_checker.store.text_blocks import TextBlocks

        return TextBlocks(self.path, self._engine)

    @cached_property
    def deadlines(self) -> DeadlineBook:
        """Terms, their extensions and how they ended."""
        from eaa_checker.store.deadlines import DeadlineBook

        return DeadlineBook(self.path, self._engine)

    @cached_property
    def replies(self) -> ReplyBook:
        """Replies of organisations, and our answers."""
        from eaa_checker.store.replies import ReplyBook

        return ReplyBook(self.path, self._engine)

    @cached_property
    def comparisons(self) -> ComparisonBook:
        """Rounds compared, and precedents."""
        from eaa_checker.store.comparisons import ComparisonBook

        return ComparisonBook(self.path, self._engine)

    @cached_property
    def dossiers(self) -> Dossiers:
        """Sealed dossiers, looked into, kept and destroyed."""
        from eaa_checker.store.dossiers import Dossiers

        return Dossiers(self.path, self._engine)

    @cached_property
    def letters(self) -> LetterBook:
        """Letters and their files."""
        from eaa_checker.store.letters import LetterBook

        return LetterBook(self.path, self._engine)

    @cached_property
    def round_seals(self) -> RoundSeals:
        """Rounds that a sealed dossier froze."""
        from eaa_checker.store.round_seals import RoundSeals

        return RoundSeals(self.path, self._engine)

    @cached_property
    def packages(self) -> PackageBook:
        """What leaves the house: publications and exchanges."""
        from eaa_checker.store.packages import PackageBook

        return PackageBook(self.path, self._engine)

    @cached_property
    def inbox(self) -> WaitingBook:
        """What waits for somebody, over all cases."""
        from eaa_checker.store.waiting import WaitingBook

        return WaitingBook(self.path, self._engine)
