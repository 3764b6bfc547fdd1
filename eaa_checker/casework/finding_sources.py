"""What a finding is made of: observations of the current round with how often they were seen, and answers."""

from __future__ import annotations

from collections.abc import Sequence

from eaa_checker.casework.rounds import RoundReader, Spot
from eaa_checker.casework.testing import requirements_of, round_of
from eaa_checker.domain.case import Case
from eaa_checker.domain.finding import FindingPlace, FindingState, FindingText, Proof, ProofKind
from eaa_checker.domain.manual import Answer, Outcome
from eaa_checker.domain.observation import Observation
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists, BadInput, NotAllowed, NotFound
from eaa_checker.store import Store
from rules.contract import Verdict

LONGEST_TITLE = 90
"""Letters of a proposed title: what fits on one line of a letter."""
Gathered = tuple[list[FindingPlace], list[Proof], list[Observation]]


class FindingSources:
    """Looks up what a person wants to rest a finding on, and refuses what cannot carry one."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._rounds = RoundReader(store, actor)

    def of_observations(
        self, case_id: int, marks: Sequence[str], scan_id: int | None, answered: bool, pages: set[str]
    ) -> Gathered:
        if not marks:
            return [], [], []
        for other in self._store.findings.findings(case_id, limit=100_000):
            double = set(marks) & set(other.fingerprints)
            same_pages = not pages or pages & {place.address for place in other.places}
            if other.state is not FindingState.WITHDRAWN and double and same_pages:
                raise AlreadyExists(
                    f"Op deze waarneming rust al {other.label} (bevinding {other.id}).",
                    f"{other.label} (finding {other.id}) rests on this observation already.",
                    mend=f"eaa-checker finding show {other.id}",
                )
        full = [self._whole_mark(case_id, mark, scan_id) for mark in marks]
        if scan_id is not None:
            return self._of_scan(scan_id, full, answered)
        round_ = round_of(self._store, case_id)
        spots = self._rounds.spots(round_, full)
        places: list[FindingPlace] = []
        proofs: list[Proof] = []
        seen: list[Observation] = []
        for mark in full:
            here = [s for s in spots if s.settled.fingerprint == mark]
            failed = [s for s in here if s.settled.verdict is Verdict.FAILED]
            use = failed or here
            if not use:
                raise _unseen(mark)
            _must_be_answered(use[0].settled.verdict, answered, mark)
            use = _weighty(use)
            for spot in use:
                places += _spot_places(spot)
            scans = dict.fromkeys(id for spot in use for id in spot.settled.scan_ids)
            proofs += [Proof(ProofKind.OBSERVATION, f"scan:{id}/{mark}") for id in scans]
            seen.append(self._observation(use[0].settled.scan_ids[-1], mark, use[0].settled.verdict))
        return places, proofs + _picture_proofs(places), seen

    def _of_scan(
        self, scan_id: int, marks: Sequence[str], answered: bool
    ) -> Gathered:
        """Seen in one scan only: once of one."""
        places: list[FindingPlace] = []
        seen: list[Observation] = []
        for mark in marks:
            found = self._observation(scan_id, mark, None)
            _must_be_answered(found.verdict, answered, mark)
            for place in self._store.observation_places(scan_id, mark, verdict=found.verdict):
                places.append(
                    FindingPlace(
                        address=place.address, page_state=place.state, path=place.path, html=place.html,
                        crop=place.crop, capture_id=place.capture_id, description=found.element, fingerprint=mark,
                        seen=1, visits=1, indicative=place.indicative,
                    )
                )  # fmt: skip
            seen.append(found)
        proofs = [Proof(ProofKind.OBSERVATION, f"scan:{scan_id}/{mark}") for mark in marks]
        return places, proofs + _picture_proofs(places), seen

    def _whole_mark(self, case_id: int, mark: str, scan_id: int | None) -> str:
        """The whole fingerprint that begins with *mark* (eight digits or more). Raises BadInput."""
        if len(mark) == 64:
            return mark
        scans = (scan_id,) if scan_id is not None else round_of(self._store, case_id).scan_ids
        fit = {
            one.fingerprint
            for id in scans
            for one in self._store.observations(id, verdicts=(Verdict.FAILED, Verdict.CANNOT_TELL), places=0)
            if len(mark) >= 8 and one.fingerprint.startswith(mark.lower())
        }
        if len(fit) != 1:
            raise _unseen(mark)
        return fit.pop()

    def _observation(self, scan_id: int, mark: str, verdict: Verdict | None) -> Observation:
        verdicts = (Verdict.FAILED, Verdict.CANNOT_TELL) if verdict is None else (verdict,)
        for one in self._store.observations(scan_id, verdicts=verdicts, places=0):
            if one.fingerprint == mark:
                return one
        raise _unseen(mark)

    def answer(self, case_id: int, id: int) -> Answer:
        answer = self._store.manual.answer(id)
        if answer.examination_id != case_id:
            raise BadInput(
                f"Antwoord {id} hoort niet bij onderzoek {case_id}.", f"Answer {id} does not belong to case {case_id}."
            )
        if answer.outcome is not Outcome.FAILED:
            raise NotAllowed(
                f"Antwoord {id} zegt “{answer.outcome.nl}”; alleen “{Outcome.FAILED.nl}” kan een bevinding worden.",
                f"Answer {id} says “{answer.outcome.en}”; only “{Outcome.FAILED.en}” can become a finding.",
            )
        return answer

    def requirement(
        self, case: Case, wanted: str, seen: Sequence[Observation], answers: Sequence[Answer]
    ) -> str:
        """The requirement of the finding: the one named, or the first that everything it rests on is about."""
        known = requirements_of(self._store, case)
        about = [set(one.requirements) for one in seen] + [{answer.requirement} for answer in answers]
        shared = set.intersection(*about)
        fit = [key for key in known if key in shared]
        if wanted and wanted in fit:
            return wanted
        if wanted or not fit:
            raise BadInput(
                f"De bewijzen gaan samen niet over {wanted or 'één toetspunt van dit onderzoek'}; wel: "
                f"{', '.join(fit) or 'geen'}.",
                f"The evidence together is not about {wanted or 'one requirement of this case'}; but: "
                f"{', '.join(fit) or 'none'}.",
            )
        return fit[0]


def _weighty(spots: Sequence[Spot]) -> list[Spot]:
    """Those of *spots* that the finding rests on. What stands in the default state in every visit is not made doubtful
    by another state of the same page in which it came back less often: that state is left out."""
    firm = {s.settled.address for s in spots if s.settled.state == "default" and s.settled.fit_for_letter}
    return [
        s
        for s in spots
        if s.settled.state == "default" or s.settled.fit_for_letter or s.settled.address not in firm
    ]


def _spot_places(spot: Spot) -> list[FindingPlace]:
    one = spot.settled
    found = [
        FindingPlace(
            address=one.address, page_state=one.state, path=place.path, html=place.html, crop=place.crop,
            capture_id=place.capture_id, description=spot.element, fingerprint=one.fingerprint, seen=one.k,
            visits=one.n, indicative=one.indicative,
        )
        for place in spot.places
    ]  # fmt: skip
    bare = FindingPlace(
        one.address, one.state, description=spot.element, fingerprint=one.fingerprint, seen=one.k, visits=one.n,
        indicative=one.indicative,
    )  # fmt: skip
    return found or [bare]


def answer_places(answer: Answer) -> list[FindingPlace]:
    where = answer.address or answer.element
    if not answer.defects:
        return [FindingPlace(where, answer.page_state, description=answer.element or answer.note)]
    return [
        FindingPlace(
            where, answer.page_state, (defect.path,) if defect.path else (), description=defect.description,
            crop=defect.pictures[0] if defect.pictures else "",
        )
        for defect in answer.defects
    ]  # fmt: skip


def answer_proofs(answer: Answer) -> list[Proof]:
    pictures = [Proof(ProofKind.PICTURE, sha256) for defect in answer.defects for sha256 in defect.pictures]
    return [Proof(ProofKind.ANSWER, f"answer:{answer.id}", f"v{answer.version}"), *pictures]


def _picture_proofs(places: Sequence[FindingPlace]) -> list[Proof]:
    captures = [Proof(ProofKind.CAPTURE, f"capture:{p.capture_id}") for p in places if p.capture_id]
    return captures + [Proof(ProofKind.PICTURE, place.crop) for place in places if place.crop]


def proposed_text(seen: Sequence[Observation]) -> FindingText:
    """A first text in the rule's own Dutch words. Who cannot do what is left to the person who finds."""
    if not seen:
        return FindingText("", "")
    facts = list(dict.fromkeys(one.explanation.nl for one in seen))
    return FindingText(_barrier(facts[0], seen[0].title.nl), "\n".join(facts), repair=seen[0].repair.nl)


def _barrier(fact: str, norm: str) -> str:
    """A title that names the barrier. A rule's own title says how it should be (“Button has a name”), which above a
    finding would say that it is so; the first sentence of what was seen does not, when it is short and no question."""
    first = fact.split(". ", 1)[0].removesuffix(".").strip()
    whole = all(first.count(left) == first.count(right) for left, right in ("‘’", "“”", "()"))
    if first and whole and "?" not in first and "\n" not in first and len(first) <= LONGEST_TITLE:
        return first
    return f"Voldoet niet aan: {norm}"


def _must_be_answered(verdict: Verdict, answered: bool, mark: str) -> None:
    if verdict is not Verdict.FAILED and not answered:
        raise NotAllowed(
            f"Waarneming {mark[:12]} zegt alleen dat de machine het niet kon bepalen. Beantwoord eerst de vragen en "
            "noem dat antwoord erbij.",
            f"Observation {mark[:12]} only says that the machine could not tell. Answer the questions first and name "
            "that answer too.",
            mend="eaa-checker test answer …",
        )


def _unseen(mark: str) -> NotFound:
    return NotFound(
        f"De waarneming “{mark[:16]}” is in deze ronde niet gedaan, of het kenmerk is niet eenduidig.",
        f"The observation “{mark[:16]}” was not made in this round, or the mark fits more than one.",
        mend="eaa-checker observations SCAN --json",
    )
