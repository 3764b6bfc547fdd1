"""The numbers of Today that count casework: terms, reviews, replies, emergency routes."""

from __future__ import annotations

from datetime import timedelta

from eaa_checker.domain.deadline import DeadlineState
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
        return now.engine.waiting.letters_to_review()

    def caption(self, count: int) -> str:
        return self.tr("letter(s) waiting for review", "", count)

    def hint(self) -> str:
        return self.tr("Shows the letters that a second person must review")


class FindingsToReview(CaseNumber):
    icon, colour, link = "ask", "ask", Link("cases")
    step = "findings"

    def cases(self, now: Now) -> list[int]:
        return now.engine.waiting.findings_to_review()

    def caption(self, count: int) -> str:
        return self.tr("finding(s) for you to review", "", count)

    def hint(self) -> str:
        return self.tr("Shows the findings that wait for you as a second person")


class RepliesReceived(CaseNumber):
    icon, colour, link = "import", "accent", Link("cases")

    def cases(self, now: Now) -> list[int]:
        return now.engine.waiting.replies_to_answer()

    def caption(self, count: int) -> str:
        return self.tr("reply(s) to answer", "", count)

    def hint(self) -> str:
        return self.tr("Shows the cases with replies that wait for our answer")


class EmergencyBarriers(CaseNumber):
    """Steady barriers on emergency routes; a round is looked through again only when something in it changed."""

    icon, colour, link = "emergency", "failed", Link("cases")
    step = "findings"

    def cases(self, now: Now) -> list[int]:
        self._known = {case_id: self._look(now, case_id) for case_id in now.engine.waiting.emergency_routes()}
        return [case_id for case_id, (_, count) in self._known.items() for _ in range(count)]

    def _look(self, now: Now, case_id: int) -> tuple[object, int]:
        round_ = now.engine.cases.current_round(case_id)
        if not round_.scan_ids:
            return None, 0
        findings = [(one.id, one.state) for one in now.engine.findings.find(case_id, limit=10_000)]
        seen = round_.id, tuple((id, now.states.get(id)) for id in round_.scan_ids), tuple(findings)
        known = getattr(self, "_known", {}).get(case_id)
        if known is not None and known[0] == seen:
            return seen, int(known[1])
        marks = {one.fingerprint for one in now.engine.stability.on_emergency_routes(case_id)}
        return seen, len(marks)

    def caption(self, count: int) -> str:
        return self.tr("new steady barrier(s) on emergency routes", "", count)

    def hint(self) -> str:
        return self.tr("Shows the cases where a finding can be made of them")


CASE_NUMBERS: tuple[type[Number], ...] = (
    TermsOverdue, TermsThisWeek, FindingsToReview, LettersToReview, RepliesReceived, EmergencyBarriers,
)  # fmt: skip
