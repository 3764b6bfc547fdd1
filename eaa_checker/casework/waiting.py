"""What waits for the one who asks: reviews, answers, and emergency routes that are being tested."""

from __future__ import annotations

from eaa_checker.domain.finding import same_person
from eaa_checker.domain.trail import Actor
from eaa_checker.store import Store


class WaitingDesk:
    """Each answer is a list of case numbers, one for each thing that waits. Changes nothing."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor

    def findings_to_review(self) -> list[int]:
        """Findings that wait for a second person and that *this* person may review: nobody reviews what they wrote."""
        return [case for case, editors in self._store.inbox.findings() if not self._wrote(*editors)]

    def letters_to_review(self) -> list[int]:
        """Letters that wait for a second person, written by somebody else."""
        return [case for case, author in self._store.inbox.letters() if not self._wrote(author)]

    def replies_to_answer(self) -> list[int]:
        """Replies of organisations that have no answer yet."""
        return self._store.inbox.replies()

    def emergency_routes(self) -> list[int]:
        """Open cases in the phase of action whose sample has an emergency route, each once."""
        return self._store.inbox.emergency_routes()

    def _wrote(self, *people: Actor) -> bool:
        nameless = not self._actor.name.strip()
        return nameless or any(same_person(one, self._actor) for one in people)
