"""What a publication of a case says, and whose names are left out of it. Signals and reporters are never read."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PIL import Image

from eaa_checker.casework.disposal import Disposal
from eaa_checker.casework.redacting import Redactor, Term
from eaa_checker.casework.testing import requirements_of, round_of
from eaa_checker.domain.case import Case
from eaa_checker.domain.finding import Finding, FindingState, ProofKind
from eaa_checker.domain.manual import Outcome
from eaa_checker.domain.organisation import Organisation, Target
from eaa_checker.domain.sample import PageDecision
from eaa_checker.domain.trail import Actor
from eaa_checker.dossier import outlines
from eaa_checker.errors import EvidenceDamaged, NotFound
from eaa_checker.report.norm_words import norm_link
from eaa_checker.report.plain_text import one_line, plain
from eaa_checker.store import Store

_MANY = 100_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that may leave the inspectorate: as PNG, without anything of the file it came from."""

    file: str
    data: bytes
    width: int
    height: int
    alternative: str
    blurred: int
    """Areas in which nothing can be made out."""


class PublicationMatter:
    """Reads the store; changes nothing."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._disposal = Disposal(store, actor)

    def stakeholders(self, case: Case) -> list[Organisation]:
        """The organisations behind the targets of the case, each once: those with a role there, and the owner."""
        ids: list[int] = []
        for target_id in case.target_ids:
            target = self._store.target(target_id)
            links = self._store.registers.links(target_id=target_id)
            ids += [link.organisation_id for link in links if link.valid_until is None]
            ids.append(target.organisation_id)
        return [self._store.organisation(id) for id in dict.fromkeys(ids)]

    def redactor(self, case: Case) -> Redactor:
        """Everybody whose name is known in this case, and the words that people had left out."""
        store = self._store
        terms = [Term(one.words, one.kind, f"word:{one.id}") for one in store.packages.redactions(case.id)]
        for number, name in enumerate(sorted(self._inspectors(case)), 1):
            terms.append(Term(name, f"inspecteur {number}", "inspector"))
        number = 0
        for body in self.stakeholders(case):
            for contact in store.registers.contacts(body.id):
                number += 1
                # Somebody with a position is a person; without one it may be a desk, whose words stand everywhere.
                group = "contact" if contact.position else "desk"
                terms.append(Term(contact.name, f"contactpersoon {number}", group))
                terms += [Term(said, f"contactgegevens {number}", "desk") for said in (contact.email, contact.phone)]
        return Redactor(terms)

    def _inspectors(self, case: Case) -> set[str]:
        store = self._store
        names = {case.owner, case.opened_by}
        names |= {one.opened_by for one in store.cases.rounds(case.id)}
        for finding in store.findings.findings(case.id, limit=_MANY):
            names |= {finding.author, finding.reviewer, *(editor.name for editor in finding.editors)}
            names |= {remark.reviewer for remark in finding.remarks}
        for sample in store.samples.samples(case.id):
            names |= {sample.approved_by, *(page.decided_by for page in store.samples.pages(sample.id))}
        for one in store.cases.rounds(case.id):
            names |= {verdict.author for verdict in store.manual.verdicts(case.id, one.number).values()}
        names |= {answer.author for answer in store.manual.answers(case.id)}
        for letter in store.letters.letters(case.id):
            names |= {letter.author, letter.reviewer}
        names |= {entry.actor for entry in store.trail.entries(f"case:{case.id}")}
        names |= {one.actor for one in store.dossiers.dossiers(f"case:{case.id}")}
        return {name for name in names if name.strip()}

    def targets(self, case: Case) -> list[Target]:
        return [self._store.target(id) for id in case.target_ids]

    def findings(self, case: Case, redactor: Redactor, language: str) -> Iterator[tuple[Finding, dict[str, Any]]]:
        """The established findings, in order of their numbers, as they may be read."""
        clean = _cleaner(redactor)
        for finding in sorted(self._store.findings.findings(case.id, limit=_MANY), key=lambda one: one.number):
            if finding.state is not FindingState.APPROVED:
                continue
            yield finding, {
                "number": finding.label,
                "title": clean(finding.text.title),
                "fact": clean(finding.text.fact),
                "consequence": clean(finding.text.consequence),
                "impact": finding.text.impact.value,
                "impact_words": finding.text.impact.say(language),
                "repair": clean(finding.text.repair),
                "requirement": finding.requirement,
                "requirement_words": norm_link(finding.requirement, language).text,
                "edition": finding.edition,
                "round": finding.round_number,
                "stability": finding.stability.say(language),
                "pages": [clean(address) for address in dict.fromkeys(place.address for place in finding.places)],
            }

    def verdicts(self, case: Case, redactor: Redactor, language: str) -> list[dict[str, Any]]:
        """The verdicts of the last round, with *not tested* for what nobody judged."""
        clean = _cleaner(redactor)
        given = self._store.manual.verdicts(case.id, round_of(self._store, case.id).number)
        found = []
        for key in requirements_of(self._store, case):
            verdict = given.get(key)
            outcome = verdict.outcome if verdict else Outcome.UNTESTED
            found.append(
                {
                    "requirement": key,
                    "words": norm_link(key, language).text,
                    "outcome": outcome.value,
                    "outcome_words": outcome.say(language),
                    "motivation": clean(verdict.motivation) if verdict else "",
                }
            )
        return found

    def sample(self, case: Case, redactor: Redactor, language: str) -> list[dict[str, Any]]:
        """The confirmed pages of the samples."""
        clean = _cleaner(redactor)
        return [
            {"address": clean(page.address), "type": page.type.say(language)}
            for sample in self._store.samples.samples(case.id)
            for page in self._store.samples.pages(sample.id, [PageDecision.CONFIRMED])
        ]

    def pictures(self, finding: Finding, alternative: str) -> Iterator[Picture]:
        """The pictures of a finding, blurred where people had them blurred.

        Raises NotAllowed while by-catch marked on one of them is not blurred yet.
        """
        wanted = [place.crop for place in finding.places if place.crop]
        wanted += [proof.reference for proof in finding.proofs if proof.kind is ProofKind.PICTURE]
        number = 0
        for sha256 in dict.fromkeys(wanted):
            shared = self._disposal.for_sharing(sha256)
            try:
                data = outlines.without_metadata(self._store.evidence.get(shared))
            except (EvidenceDamaged, NotFound):
                data = None
            if data is None:
                continue
            number += 1
            with Image.open(io.BytesIO(data)) as opened:
                width, height = opened.size
            copies = self._store.dossiers.blurred([sha256])
            yield Picture(
                f"pictures/{finding.label.lower()}-{number}.png", data, width, height, alternative,
                len(copies[-1].areas) if copies else 0,
            )  # fmt: skip

    def gives_reporter_away(self, case: Case, texts: Sequence[str]) -> bool:
        """One of *texts* names who reported a signal of the case; who that is stays unsaid."""
        return any(self._store.signals.gives_away(id, *texts) for id in case.signal_ids)


def _cleaner(redactor: Redactor) -> Any:
    def clean(text: str) -> str:
        return plain(redactor.text(text)) if "\n" in text else one_line(redactor.text(text))

    return clean
