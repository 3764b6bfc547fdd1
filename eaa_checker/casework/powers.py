"""Powers of a case: per norm and target whether we may act, and what that means for entering a phase.

Competence first (work programme 2026): where the answer is *no*, no enforcement step is taken; where it is
*uncertain*, a person says why they go on. A status measurement or an opinion uses no powers and is possible everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from eaa_checker.casework.grounds import not_too_long
from eaa_checker.casework.norms import Norms
from eaa_checker.domain.case import Case, CaseKind, CasePhase
from eaa_checker.domain.competence import Answer, Competence, TargetPowers
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import NotAllowed
from eaa_checker.store import Store

GUARDED = (CasePhase.ACTION, CasePhase.RESULT)
"""Phases in which the inspectorate may use its powers."""
_POWERLESS = (CaseKind.STATUS,)
"""Kinds of examination that use no powers."""


class Powers:
    """What the competence checks of a case come to. Changes nothing."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._norms = Norms(store, actor)

    def of(self, case: Case, on: date | None = None) -> Sequence[TargetPowers]:
        """Per target of the case every law that can concern it, with our competence on that day (default: today)."""
        day = on or date.today()
        found = []
        for target_id in case.target_ids:
            target = self._store.target(target_id)
            laws = [one for one in self._norms.norm_sets(day, target.kind) if one.kind == "law"]
            checks = tuple(self._norms.competence(one.id, target_id, day) for one in laws)
            found.append(TargetPowers(target_id, target.name, checks, _together(checks)))
        return found

    def require(
        self, case: Case, phase: CasePhase, *, uncertain_because: str, without_powers: str, on: date | None = None
    ) -> dict[str, Any]:
        """What the trail is to say of our competence when *case* enters *phase*; nothing for phases without powers.

        *uncertain_because*: why the case goes on though competence is uncertain. *without_powers*: why it goes on
        without any use of powers (an opinion, a recommendation). Raises NotAllowed where competence is *no* and powers
        would be used, and where it is *uncertain* and no reason is given; BadInput for a reason that is too long.
        """
        if phase not in GUARDED:
            return {}
        because, without = not_too_long(uncertain_because.strip()), not_too_long(without_powers.strip())
        found = self.of(case, on)
        told: dict[str, Any] = {
            "competence": [
                [check.norm_set, one.target_id, check.answer.value, check.standing.value]
                for one in found
                for check in one.checks
            ]
        }
        if case.kind in _POWERLESS:
            return told | {"powers": "none"}
        if without:
            return told | {"powers": "none", "without_powers": without}
        refused = [one for one in found if one.answer is Answer.NO]
        if refused:
            names = ", ".join(f"“{one.target_name}”" for one in refused)
            why_nl, why_en = (_why(refused[0], language) for language in ("nl", "en"))
            raise NotAllowed(
                f"Voor {names} zijn wij niet bevoegd; de fase {phase.nl} met gebruik van bevoegdheden kan niet. "
                f"{why_nl} Een statusmeting, of een oordeel zonder gebruik van bevoegdheden, kan wel.",
                f"We are not competent for {names}; the phase {phase.en} with use of powers is not possible. {why_en} "
                "A status measurement, or an opinion without use of powers, is possible.",
                mend=f"eaa-checker case phase {case.id} {phase.value} --reason … --without-powers …",
            )
        doubtful = [one for one in found if one.answer is Answer.UNCERTAIN]
        if doubtful and not because:
            names = ", ".join(f"“{one.target_name}”" for one in doubtful)
            why_nl, why_en = (_why(doubtful[0], language) for language in ("nl", "en"))
            raise NotAllowed(
                f"Voor {names} is onzeker of wij bevoegd zijn. {why_nl} Leg vast waarom het onderzoek toch doorgaat, "
                "of beoordeel eerst de bevoegdheid.",
                f"For {names} it is uncertain whether we are competent. {why_en} Record why the case goes on all the "
                "same, or assess the competence first.",
                mend=f"eaa-checker case phase {case.id} {phase.value} --reason … --uncertain-because …",
            )
        return told | ({"uncertain_because": because} if doubtful else {})


def _together(checks: Sequence[Competence]) -> Answer:
    """Yes where one law lets us act on that day; no where none ever could; else uncertain."""
    if any(check.may_act for check in checks):
        return Answer.YES
    if checks and all(check.answer is Answer.NO for check in checks):
        return Answer.NO
    return Answer.UNCERTAIN


def _why(one: TargetPowers, language: str) -> str:
    """The grounds of the checks that led to the answer, each once."""
    grounds = [check.ground(language) for check in one.checks if check.answer is one.answer]
    return " ".join(dict.fromkeys(grounds))
