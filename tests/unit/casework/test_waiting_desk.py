"""What waits for the one who asks: never what they wrote themselves."""

from __future__ import annotations

import pytest
from cases_made import CONTACT, STATEMENT, examined
from scans_made import Made, fingerprint

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.letters import LetterDesk
from eaa_checker.casework.replies import ReplyDesk
from eaa_checker.casework.samples import SampleDesk
from eaa_checker.casework.waiting import WaitingDesk
from eaa_checker.domain.finding import Impact
from eaa_checker.domain.letter import LetterKind
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.reply import Effect, ReplyKind
from eaa_checker.domain.sample import PageType
from eaa_checker.domain.trail import Actor
from eaa_checker.store import Store


@pytest.fixture
def case_id(store: Store, target: Target, anna: Actor) -> int:
    case = examined(store, anna, target)
    failed = Made("/", "Home", failed=("logo",))
    case.visited(*[(failed, CONTACT, STATEMENT)] * 3)
    return case.id


def test_reviews_wait_for_somebody_else(store: Store, case_id: int, anna: Actor, bram: Actor) -> None:
    findings, waits_for = FindingDesk(store, anna), lambda actor: WaitingDesk(store, actor)
    made = findings.add(case_id, observations=[fingerprint("logo")])
    findings.edit(made.id, consequence="Wie niet ziet, weet niet waar hij is.", impact=Impact.CRITICAL)
    assert waits_for(bram).findings_to_review() == []
    findings.submit(made.id)
    assert waits_for(bram).findings_to_review() == [case_id]
    assert waits_for(anna).findings_to_review() == []
    assert waits_for(Actor("Iemand anders", anna.account)).findings_to_review() == []  # the same account
    FindingDesk(store, bram).approve(made.id)
    assert waits_for(bram).findings_to_review() == []

    CaseDesk(store, anna).give_number(case_id, "Z-7")
    letters = LetterDesk(store, anna)
    letter = letters.begin(case_id, LetterKind.FINDINGS, "B-1")
    assert waits_for(bram).letters_to_review() == []
    letters.submit(letter.id)
    assert (waits_for(bram).letters_to_review(), waits_for(anna).letters_to_review()) == ([case_id], [])

    replies = ReplyDesk(store, anna)
    reply = replies.add(made.id, ReplyKind.DISPUTED, "Dat klopt niet.")
    assert waits_for(bram).replies_to_answer() == [case_id]
    replies.answer(reply.id, "Wij bekeken het opnieuw.", Effect.STANDS)
    assert waits_for(bram).replies_to_answer() == []


def test_emergency_routes_of_open_cases(store: Store, case_id: int, anna: Actor) -> None:
    desk, samples = WaitingDesk(store, anna), SampleDesk(store, anna)
    assert desk.emergency_routes() == []
    (sample,) = samples.list(case_id)
    follow = examined(store, anna, store.target(sample.target_id), follows_id=case_id)
    (second,) = samples.list(follow.id)
    samples.reopen(second.id, "noodroute vergeten")
    samples.add(second.id, f"{store.target(sample.target_id).address}bel112", PageType.OTHER, "112",
                also=[PageType.EMERGENCY])  # fmt: skip
    assert desk.emergency_routes() == [follow.id]
    CaseDesk(store, anna).stop(follow.id, "klaar")
    assert desk.emergency_routes() == []
