"""The numbers of Today that count casework: terms, reviews, replies, emergency routes."""

from __future__ import annotations

from datetime import timedelta

from eaa_checker.domain.case import Case, CasePhase, CaseState
from eaa_checker.domain.deadline import DeadlineState
from eaa_checker.domain.finding import FindingState, may_not_review
from eaa_checker.domain.letter import LetterState
from ui.place import Link
from ui.today.number import Now, Number

SOON = timedelta(days=7)


class CaseNumber(Number):
    """Counts things in cases; leads to the step of the one case where they are, or to the list of those cases."""

    step = "follow-up"

    def cases(self, now: Now) -> list[int]:
        """The case of each thing that is counted."""
        raise NotImplementedError

    def count(self, now: Now) -> int:
        found = self.cases(now)
        cases = list(dict.fromkeys(found))
        if len(cases) == 1:
            self.link = Link("cases", "case", f"{cases[0]}/{self.step}")
        else:
            self.link = Link("cases", "only", ",".join(map(str, cases))) if cases else Link("cases")
        return len(found)


class TermsOverdue(CaseNumber):
    icon, colour, link = "warning", "failed", Link("cases", "which", "overdue")

    def cases(self, now: Now) -> list[int]:
        return [term.examination_id for term in now.engine.deadlines.overdue()]

    def caption(self, count: int) -> str:
        return self.tr("term(s) overdue", "", count)

    def hint(self) -> str:
        return self.tr("Shows the cases with a term that has passed")


class TermsThisWeek(CaseNumber):
    icon, colour, link = "calendar", "accent", Link("cases", "which", "soon")

    def cases(self, now: Now) -> list[int]:
        today = now.engine.deadlines.today()
        running = now.engine.deadlines.find(states=[DeadlineState.RUNNING])
        return [term.examination_id for term in running if today <= term.due < today + SOON]

    def caption(self, count: int) -> str:
        return self.tr("term(s) within a week", "", count)

    def hint(self) -> str:
        return self.tr("Shows the cases with a term that ends within a week")


class LettersToReview(CaseNumber):
    icon, colour, link = "document", "ask", Link("cases")
    step = "letter"

    def cases(self, now: Now) -> list[int]:
        me = " ".join(now.engine.actor.name.split()).casefold()
        return [
            letter.case_id
            for letter in now.engine.letters.find()
            if letter.state is LetterState.REVIEW and " ".join(letter.author.split()).casefold() != me
        ]

    def caption(self, count: int) -> str:
        return self.tr("letter(s) waiting for review", "", count)

    def hint(self) -> str:
        return self.tr("Shows the letters that a second person must review")


class FindingsToReview(CaseNumber):
    icon, colour, link = "ask", "ask", Link("cases")
    step = "findings"

    def cases(self, now: Now) -> list[int]:
        waiting = now.engine.findings.find(states=[FindingState.SUBMITTED], limit=10_000)
        return [one.examination_id for one in waiting if may_not_review(one, now.engine.actor) is None]

    def caption(self, count: int) -> str:
        return self.tr("finding(s) for you to review", "", count)

    def hint(self) -> str:
        return self.tr("Shows the findings that wait for you as a second person")


class RepliesReceived(CaseNumber):
    icon, colour, link = "import", "accent", Link("cases")

    def cases(self, now: Now) -> list[int]:
        return [
            now.engine.findings.show(reply.finding_id).examination_id
            for reply in now.engine.replies.find(open_only=True)
        ]

    def caption(self, count: int) -> str:
        return self.tr("reply(s) to answer", "", count)

    def hint(self) -> str:
        return self.tr("Shows the cases with replies that wait for our answer")


class EmergencyBarriers(CaseNumber):
    """Steady barriers on emergency routes; a round is looked through again only when something in it changed."""

    icon, colour, link = "emergency", "failed", Link("cases")
    step = "findings"

    def cases(self, now: Now) -> list[int]:
        self._known = {case.id: self._look(now, case) for case in now.engine.cases.list(states=[CaseState.OPEN])}
        return [case_id for case_id, (_, count) in self._known.items() for _ in range(count)]

    def _look(self, now: Now, case: Case) -> tuple[object, int]:
        if case.phase is not CasePhase.ACTION:
            return None, 0
        ended = {scan.id: scan.state for scan in now.scans}
        round_ = now.engine.cases.current_round(case.id)
        if not round_.scan_ids:
            return None, 0
        findings = [(one.id, one.state) for one in now.engine.findings.find(case.id, limit=10_000)]
        seen = round_.id, tuple((id, ended.get(id)) for id in round_.scan_ids), tuple(findings)
        known = getattr(self, "_known", {}).get(case.id)
        if known is not None and known[0] == seen:
            return seen, int(known[1])
        marks = {one.fingerprint for one in now.engine.stability.on_emergency_routes(case.id)}
        return seen, len(marks)

    def caption(self, count: int) -> str:
        return self.tr("new steady barrier(s) on emergency routes", "", count)

    def hint(self) -> str:
        return self.tr("Shows the cases where a finding can be made of them")


CASE_NUMBERS: tuple[type[Number], ...] = (
    TermsOverdue, TermsThisWeek, FindingsToReview, LettersToReview, RepliesReceived, EmergencyBarriers,
)  # fmt: skip
