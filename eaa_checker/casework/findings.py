"""Findings: a person makes them of observations and answers, a second person approves them, letters take them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from eaa_checker.casework.finding_sources import FindingSources, answer_places, answer_proofs, proposed_text
from eaa_checker.casework.grounds import ground, not_too_long
from eaa_checker.casework.testing import (
    edition_words,
    enforceable,
    keep_reporters_secret,
    open_case,
    round_of,
    tested_case,
)
from eaa_checker.domain.finding import (
    Exemption,
    Finding,
    FindingState,
    FindingText,
    Impact,
    NewFinding,
    Proof,
    ProofKind,
    letterable,
    may_not_review,
)
from eaa_checker.domain.precedent import Custom, Precedent, custom
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, NotAllowed
from eaa_checker.store import Store
from rules.contract import Words

_EDITABLE = ("title", "fact", "consequence", "impact", "repair", "exemption", "exemption_reason", "blocks")


class FindingDesk:
    """What people do with findings. Every change is a decision in the trail.

    Where a method takes a *version*, it is that of the finding as the person saw it; without one, as it is now.
    """

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor
        self._sources = FindingSources(store, actor)

    # -- reading --------------------------------------------------------------------------------------------------

    def find(self, case_id: int | None = None, **conditions: Any) -> list[Finding]:
        """Findings that fit: *states*, *impacts*, *requirement*, *organisation_id*, *words*, *limit*, *offset*."""
        return self._store.findings.findings(case_id, **conditions)

    def show(self, id: int) -> Finding:
        """Raises NotFound."""
        return self._store.findings.finding(id)

    def numbered(self, case_id: int, number: int) -> Finding:
        """B-07 of a case is number 7. Raises NotFound."""
        return self._store.findings.numbered(case_id, number)

    def hindrances(self, id: int) -> tuple[Words, ...]:
        """Why the finding may not be in a letter; empty when it may. Raises NotFound."""
        finding = self.show(id)
        return letterable(finding, enforceable=enforceable(self._store.cases.case(finding.examination_id)))

    def for_letter(self, case_id: int) -> tuple[list[Finding], list[tuple[Finding, tuple[Words, ...]]]]:
        """The findings of a case that may be in a letter, and those that may not, each with the reasons."""
        fit, unfit = [], []
        may = enforceable(self._store.cases.case(case_id))
        for finding in self.find(case_id, limit=100_000):
            reasons = letterable(finding, enforceable=may)
            if reasons:
                unfit.append((finding, reasons))
            else:
                fit.append(finding)
        return fit, unfit

    def precedents(self, requirement: str, case_id: int | None = None) -> tuple[list[Precedent], Custom]:
        """The same requirement in other cases than *case_id*, and what was usual there."""
        found = self._store.comparisons.precedents(requirement, without_case=case_id)
        return found, custom(found)

    # -- making ---------------------------------------------------------------------------------------------------

    def add(
        self,
        case_id: int,
        *,
        observations: Sequence[str] = (),
        answers: Sequence[int] = (),
        requirement: str = "",
        text: FindingText | None = None,
        pages: Collection[str] = (),
        scan_id: int | None = None,
    ) -> Finding:
        """Makes a finding of *observations* (fingerprints seen in the current round) and *answers* that say failed.

        *text*: what is not written yet is proposed from the rule's own words, never who is hindered. *pages*: only
        these. *scan_id*: look in that scan and not in the visits of the round; seen once, it is never steady.
        An observation that only *cannot tell* needs an answer beside it. Raises BadInput, NotAllowed, AlreadyExists,
        NotFound.
        """
        case = tested_case(self._store, case_id)
        if not observations and not answers:
            raise BadInput(
                "Een bevinding rust op een waarneming of een antwoord; noem er een.",
                "A finding rests on an observation or an answer; name one.",
                mend=f"eaa-checker finding add {case_id} --observation FINGERPRINT",
            )
        given = [self._sources.answer(case_id, id) for id in answers]
        places, proofs, seen = self._sources.of_observations(case_id, observations, scan_id, bool(given), set(pages))
        for answer in given:
            places += answer_places(answer)
            proofs += answer_proofs(answer)
        if pages:
            places = [place for place in places if place.address in pages]
        if not places:
            raise BadInput("Op die pagina’s is niets waargenomen.", "Nothing was observed on those pages.")
        chosen = self._sources.requirement(case, requirement, seen, given)
        if text is None:
            text = proposed_text(seen)
        text = self._checked(case_id, text)
        if not text.title or not text.fact:
            raise BadInput(
                "Een bevinding heeft een titel en een feit nodig.", "A finding needs a title and a fact.",
                mend="--title … --fact …",
            )  # fmt: skip
        return self._store.findings.add(
            self._actor,
            NewFinding(
                examination_id=case_id,
                requirement=chosen,
                edition=edition_words(case.edition),
                text=text,
                places=tuple(places),
                proofs=tuple(dict.fromkeys(proofs)),
                round_number=round_of(self._store, case_id).number,
                rule=seen[0].rule if seen else "",
            ),
        )

    # -- writing --------------------------------------------------------------------------------------------------

    def edit(self, id: int, version: int | None = None, *, reason: str = "", **values: Any) -> Finding:
        """Changes *values*: title, fact, consequence, impact, repair, exemption, exemption_reason, blocks.

        An edit after approval, for which a *reason* is asked, makes the finding unreviewed again.
        Raises EditedMeanwhile, NotAllowed, BadInput, NotFound.
        """
        finding = self._live(id, reason)
        for name in values:
            if name not in _EDITABLE:
                raise TypeError(f"a finding has no editable {name!r}")
        if finding.state is FindingState.APPROVED:
            reason = ground(reason, "om een vastgestelde bevinding te wijzigen", "to change an approved finding")
        text = self._checked(finding.examination_id, replace(finding.text, **values))
        if not text.title or not text.fact:
            raise BadInput("Een bevinding heeft een titel en een feit nodig.", "A finding needs a title and a fact.")
        if text == finding.text:
            return finding
        return self._store.findings.write(self._actor, finding, version or finding.version, text, ground=reason)

    def add_evidence(self, id: int, proof: Proof, *, version: int | None = None, reason: str = "") -> Finding:
        """Adds a piece of evidence: an attached file or a picture. As `edit`, it makes the finding unreviewed."""
        finding = self._live(id, reason)
        if finding.state is FindingState.APPROVED:
            reason = ground(reason, "om een vastgestelde bevinding te wijzigen", "to change an approved finding")
        if proof.kind in (ProofKind.PICTURE, ProofKind.FILE):
            self._store.evidence.path(proof.reference)
        return self._store.findings.write(
            self._actor, finding, version or finding.version, finding.text,
            proofs=tuple(dict.fromkeys((*finding.proofs, proof))), ground=reason,
        )  # fmt: skip

    def use_block(self, id: int, block_id: int, *, version: int | None = None, reason: str = "") -> Finding:
        """Puts the newest version of a text block into its part of the finding, and remembers which it was.

        Raises NotAllowed (out of use, or for another requirement), EditedMeanwhile, NotFound.
        """
        finding = self._live(id)
        block = self._store.text_blocks.block(block_id)
        if block.retired or block.requirement not in ("", finding.requirement):
            raise NotAllowed(
                f"Tekstblok “{block.name}” is niet (meer) bedoeld voor {finding.requirement}.",
                f"Text block “{block.name}” is not (any more) meant for {finding.requirement}.",
            )
        part = "exemption_reason" if block.part == "exemption" else block.part
        others = tuple(b for b in finding.text.blocks if b[0] != block.id)
        values = {part: block.body, "blocks": (*others, (block.id, block.number))}
        return self.edit(id, version, reason=reason, **values)

    def withdraw(self, id: int, reason: str, *, version: int | None = None) -> Finding:
        """Takes the finding back for good, for a *reason*. Its number stays taken.

        Raises NotAllowed, BadInput, EditedMeanwhile, NotFound.
        """
        why = ground(reason, "om de bevinding in te trekken", "to withdraw the finding")
        finding = self._live(id, why)
        values = {"withdrawn_because": why, "reviewer": "", "reviewed": None}
        return self._store.findings.move(
            self._actor, finding, version or finding.version, FindingState.WITHDRAWN, "finding.withdrawn",
            ground=why, values=values,
        )  # fmt: skip

    # -- four eyes ------------------------------------------------------------------------------------------------

    def submit(self, id: int, *, version: int | None = None) -> Finding:
        """Offers the finding for review, once it says who cannot do what and what to mend.

        Raises NotAllowed, EditedMeanwhile, NotFound.
        """
        finding = self._live(id)
        if finding.state not in (FindingState.DRAFT, FindingState.RETURNED):
            raise _wrong_state(finding)
        text = finding.text
        missing = [
            words
            for absent, words in (
                (not text.consequence.strip(), Words("gevolg (wie kan wat niet)", "consequence (who cannot do what)")),
                (not text.repair.strip(), Words("herstelrichting", "direction of repair")),
                (not finding.proofs, Words("bewijs", "evidence")),
            )
            if absent
        ]
        if missing:
            raise NotAllowed(
                f"{finding.label} mist nog: {'; '.join(w.nl for w in missing)}.",
                f"{finding.label} still lacks: {'; '.join(w.en for w in missing)}.",
                mend=f"eaa-checker finding edit {id} …",
            )
        return self._store.findings.move(
            self._actor, finding, version or finding.version, FindingState.SUBMITTED, "finding.submitted"
        )

    def approve(self, id: int, remark: str = "", *, version: int | None = None) -> Finding:
        """Approves the finding as it was submitted. Never by who wrote in it, nor from the same account.

        Raises NotAllowed, EditedMeanwhile (it was changed after the reviewer read it), NotFound.
        """
        finding = self._for_review(id, remark)
        return self._store.findings.move(
            self._actor, finding, version or finding.version, FindingState.APPROVED, "finding.approved",
            ground=not_too_long(remark.strip()), remark=True,
        )  # fmt: skip

    def send_back(self, id: int, remark: str, *, version: int | None = None) -> Finding:
        """Gives the finding back to its author with a *remark*. Raises NotAllowed, BadInput, EditedMeanwhile."""
        why = ground(remark, "om de bevinding terug te geven", "to give the finding back")
        finding = self._for_review(id, why)
        return self._store.findings.move(
            self._actor, finding, version or finding.version, FindingState.RETURNED, "finding.returned",
            ground=why, remark=False,
        )  # fmt: skip

    def _for_review(self, id: int, remark: str) -> Finding:
        finding = self._live(id, remark)
        if finding.state is not FindingState.SUBMITTED:
            raise _wrong_state(finding)
        objection = may_not_review(finding, self._actor)
        if objection is not None:
            raise NotAllowed(objection.nl, objection.en)
        return finding

    # -- rules ------------------------------------------------------------------------------------------------------

    def _live(self, id: int, *texts: str) -> Finding:
        """The finding, when it still counts and its case is open; *texts* name no reporter."""
        finding = self.show(id)
        keep_reporters_secret(self._store, open_case(self._store, finding.examination_id), *texts)
        if finding.state is FindingState.WITHDRAWN:
            raise _wrong_state(finding)
        return finding

    def _checked(self, case_id: int, text: FindingText) -> FindingText:
        def tidy(words: str) -> str:
            return not_too_long(words.strip())

        checked = replace(
            text,
            title=tidy(text.title),
            fact=tidy(text.fact),
            consequence=tidy(text.consequence),
            impact=Impact(text.impact),
            repair=tidy(text.repair),
            exemption=Exemption(text.exemption),
            exemption_reason=tidy(text.exemption_reason),
        )
        if checked.exemption is not Exemption.NONE:
            ground(checked.exemption_reason, "voor de uitzondering", "for the exemption")
        texts = (checked.title, checked.fact, checked.consequence, checked.repair, checked.exemption_reason)
        keep_reporters_secret(self._store, self._store.cases.case(case_id), *texts)
        return checked


def _wrong_state(finding: Finding) -> NotAllowed:
    return NotAllowed(
        f"{finding.label} is {finding.state.nl}; dit kan dan niet.",
        f"{finding.label} is {finding.state.en}; then this cannot be done.",
    )
