"""Deadlines: set by the Algemene termijnenwet's counting, extended for a reason, overdue ones listed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, date, datetime, timedelta

from eaa_checker.casework.grounds import ground, not_too_long
from eaa_checker.casework.testing import keep_reporters_secret, open_case
from eaa_checker.domain.deadline import (
    SIX_WEEKS,
    Counted,
    Deadline,
    DeadlineKind,
    DeadlineState,
    Length,
    Unit,
    clock_set_back,
    count_term,
    holiday,
    next_working_day,
    working_day,
)
from eaa_checker.domain.finding import FindingState
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, NotAllowed
from eaa_checker.store import Store
from rules.contract import Words

_SIX_WEEKS = (DeadlineKind.OBJECTION, DeadlineKind.APPEAL, DeadlineKind.VIEW)
"""Kinds that are six weeks unless said otherwise."""
_LONGEST = timedelta(days=3660)
"""No term is longer than ten years; a typing error is."""


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


class DeadlineDesk:
    """What people do with deadlines. Every change is a decision in the trail."""

    def __init__(self, store: Store, actor: Actor, clock: Callable[[], datetime] = now) -> None:
        """*clock* gives this moment, with a zone."""
        self._store = store
        self._actor = actor
        self._clock = clock

    # -- reading --------------------------------------------------------------------------------------------------

    def warning(self) -> Words | None:
        """What is wrong with the clock of this computer; None when nothing is known to be."""
        return clock_set_back(self._clock(), self._store.deadlines.latest_instant())

    def today(self) -> date:
        """The day by this computer's clock, or the last day on record when the clock was set back: an overdue term
        does not stop being overdue."""
        moment = self._clock()
        latest = self._store.deadlines.latest_instant()
        return max(moment, latest or moment).astimezone().date()

    def find(
        self, case_id: int | None = None, *, states: Collection[DeadlineState] = (), finding_id: int | None = None
    ) -> list[Deadline]:
        """Deadlines that fit, the earliest first."""
        return self._store.deadlines.deadlines(case_id, states=states, finding_id=finding_id)

    def overdue(self, case_id: int | None = None) -> list[Deadline]:
        """Deadlines that still run and whose last day is past, the longest overdue first."""
        running = [DeadlineState.RUNNING]
        return self._store.deadlines.deadlines(case_id, states=running, before=self.today())

    def show(self, id: int) -> Deadline:
        """Raises NotFound."""
        return self._store.deadlines.deadline(id)

    def count(self, kind: DeadlineKind, start: date, length: Length) -> Counted:
        """The last day of such a term, and why it was moved. Raises BadInput."""
        if length.count < 1:
            raise BadInput("Een termijn duurt minstens één dag.", "A term is at least one day long.")
        longest = {Unit.DAYS: 3660, Unit.WORKING_DAYS: 2500, Unit.WEEKS: 520, Unit.MONTHS: 120}
        if length.count > longest[length.unit] or start.year > 2990:
            raise BadInput(
                f"Een termijn van {length.words.nl} vanaf {start.isoformat()} kan niet kloppen.",
                f"A term of {length.words.en} from {start.isoformat()} cannot be right.",
            )
        return count_term(start, length, statutory=kind.statutory)

    # -- setting --------------------------------------------------------------------------------------------------

    def set(
        self,
        case_id: int,
        kind: DeadlineKind,
        *,
        start: date | None = None,
        length: Length | None = None,
        due: date | None = None,
        title: str = "",
        basis: str = "",
        finding_ids: Sequence[int] = (),
        reason: str = "",
    ) -> Deadline:
        """Sets a deadline that begins the day after *start* (default: today), with a *length* or a last day *due*.

        Without either: six weeks where that is the rule. *basis*: the letter or decision that sets it; a
        *begunstigingstermijn* cannot do without its decision. *finding_ids*: approved findings of the case.
        Raises BadInput, NotAllowed, NotFound.
        """
        case = open_case(self._store, case_id)
        self._clock_is_right()
        begin = start or self.today()
        if length is not None and due is not None:
            raise BadInput("Geef een duur of een laatste dag, niet allebei.", "Give a length or a last day, not both.")
        if length is None and due is None:
            if kind not in _SIX_WEEKS:
                raise BadInput(
                    f"Geef de duur of de laatste dag van de {kind.nl}.",
                    f"Give the length or the last day of the {kind.en}.",
                    mend="--weeks 6",
                )
            length = SIX_WEEKS
        if due is None:
            assert length is not None
            due = self.count(kind, begin, length).due
        elif due <= begin or due - begin > _LONGEST:
            raise BadInput(
                f"De laatste dag ({due.isoformat()}) moet na het begin ({begin.isoformat()}) liggen, en binnen tien "
                "jaar.",
                f"The last day ({due.isoformat()}) must come after the start ({begin.isoformat()}), within ten years.",
            )
        elif not working_day(due):
            raise BadInput(
                f"{due.isoformat()} is geen werkdag ({holiday(due) or 'weekend'}); kies {next_working_day(due)}.",
                f"{due.isoformat()} is no working day ({holiday(due) or 'weekend'}); choose {next_working_day(due)}.",
            )
        if kind is DeadlineKind.COMPLIANCE and not basis.strip():
            raise NotAllowed(
                "Een begunstigingstermijn hoort bij een besluit (last onder dwangsom): noem het. Een termijn in een "
                "brief zonder besluit is een hersteltermijn.",
                "A compliance period belongs to a decision (order under penalty): name it. A term in a letter without "
                "a decision is a term for repair.",
                mend="--kind repair",
            )
        self._fit(case_id, finding_ids)
        keep_reporters_secret(self._store, case, title, basis, reason)
        return self._store.deadlines.set_deadline(
            self._actor,
            case_id,
            kind,
            not_too_long(title.strip()) or kind.nl,
            begin,
            length,
            due,
            not_too_long(basis.strip()),
            finding_ids,
            self._clock(),
            not_too_long(reason.strip()),
        )

    def extend(
        self,
        id: int,
        reason: str,
        *,
        due: date | None = None,
        length: Length | None = None,
        version: int | None = None,
    ) -> Deadline:
        """Moves the last day to *due*, or by *length* from the present last day, for a *reason*. Only to later.

        Raises BadInput, NotAllowed, EditedMeanwhile, NotFound.
        """
        why = ground(reason, "om de termijn te verlengen", "to extend the deadline")
        deadline = self._running(id)
        self._clock_is_right()
        if (due is None) == (length is None):
            raise BadInput("Geef een nieuwe laatste dag of een duur.", "Give a new last day or a length.")
        if length is not None:
            due = self.count(deadline.kind, deadline.due, length).due
        assert due is not None
        due = next_working_day(due)
        if due <= deadline.due or due - deadline.start > _LONGEST:
            raise BadInput(
                f"Verlengen kan alleen tot na {deadline.due.isoformat()}.",
                f"A deadline can only be extended to after {deadline.due.isoformat()}.",
            )
        return self._store.deadlines.extend(
            self._actor, id, version or deadline.version, due, why, self._clock()
        )

    def end(
        self, id: int, state: DeadlineState, reason: str = "", *, day: date | None = None, version: int | None = None
    ) -> Deadline:
        """The deadline was met on *day* (default: today), missed, or is cancelled for a *reason*.

        Missed only when its last day is past. Raises BadInput, NotAllowed, EditedMeanwhile, NotFound.
        """
        deadline = self._running(id)
        self._clock_is_right()
        on = day or self.today()
        if state is DeadlineState.RUNNING:
            raise BadInput("Deze termijn loopt al.", "This deadline runs already.")
        if on > self.today():
            raise BadInput(f"{on.isoformat()} moet nog komen.", f"{on.isoformat()} is still to come.")
        if state is DeadlineState.MISSED and not deadline.overdue(on):
            raise NotAllowed(
                f"De termijn loopt tot en met {deadline.due.isoformat()} en is nog niet verstreken.",
                f"The deadline runs until {deadline.due.isoformat()} and is not past yet.",
            )
        if state is DeadlineState.CANCELLED:
            reason = ground(reason, "om de termijn te laten vervallen", "to cancel the deadline")
        return self._store.deadlines.end(
            self._actor, id, version or deadline.version, state, on, not_too_long(reason.strip())
        )

    # -- undoing ------------------------------------------------------------------------------------------------------

    def take_back_extension(self, id: int, version: int, reason: str) -> Deadline:
        """The last extension was a mistake: the last day before it counts again. Both stay among the extensions.

        Raises BadInput, NotAllowed (not extended, or ended), EditedMeanwhile, NotFound.
        """
        why = ground(reason, "om de verlenging terug te nemen", "to take the extension back")
        deadline = self._running(id)
        self._clock_is_right()
        if not deadline.extensions:
            raise NotAllowed(f"Termijn {id} is niet verlengd.", f"Deadline {id} was not extended.")
        last = deadline.extensions[-1]
        return self._store.deadlines.extend(
            self._actor, id, version, last.before, why, self._clock(), "deadline.extension-undone"
        )

    def run_again(self, id: int, version: int, reason: str) -> Deadline:
        """A deadline that was ended by mistake runs again. Raises BadInput, NotAllowed, EditedMeanwhile, NotFound."""
        why = ground(reason, "om de termijn weer te laten lopen", "to let the deadline run again")
        deadline = self.show(id)
        open_case(self._store, deadline.examination_id)
        if deadline.state is DeadlineState.RUNNING:
            raise NotAllowed(f"Termijn {id} loopt al.", f"Deadline {id} runs already.")
        return self._store.deadlines.run_again(self._actor, id, version, why)

    # -- rules ------------------------------------------------------------------------------------------------------

    def _running(self, id: int) -> Deadline:
        deadline = self.show(id)
        open_case(self._store, deadline.examination_id)
        if deadline.state is not DeadlineState.RUNNING:
            raise NotAllowed(
                f"Termijn {id} is al {deadline.state.nl}.", f"Deadline {id} is {deadline.state.en} already."
            )
        return deadline

    def _clock_is_right(self) -> None:
        wrong = self.warning()
        if wrong is not None:
            raise NotAllowed(wrong.nl, wrong.en)

    def _fit(self, case_id: int, finding_ids: Sequence[int]) -> None:
        for id in finding_ids:
            finding = self._store.findings.finding(id)
            if finding.examination_id != case_id or finding.state is not FindingState.APPROVED:
                raise NotAllowed(
                    f"Bevinding {id} ({finding.label}) is geen vastgestelde bevinding van onderzoek {case_id}.",
                    f"Finding {id} ({finding.label}) is no approved finding of case {case_id}.",
                )
