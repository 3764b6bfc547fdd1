"""Gathers what a letter is made of from a case: targets, norms with competence, findings, sample, visits, evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.norms import Norms
from eaa_checker.domain.case import Case
from eaa_checker.domain.competence import Answer
from eaa_checker.domain.finding import Finding, ProofKind
from eaa_checker.domain.letter import (
    Addressee,
    EvidenceItem,
    Examined,
    Letter,
    LetterFinding,
    LetterKind,
    LetterMatter,
    NormCited,
    SampledPage,
    VisitMade,
)
from eaa_checker.domain.letter_choices import LetterChoices
from eaa_checker.domain.organisation import Role, Target
from eaa_checker.domain.reinspection import Compared
from eaa_checker.domain.sample import PageDecision, PageState, SamplePart
from eaa_checker.domain.scan import Scan
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, EvidenceDamaged, NotFound
from eaa_checker.store import Store

_WITHOUT_FINDINGS = (LetterKind.INFORMATION, LetterKind.FORWARDING)
_COMPARING = (LetterKind.REINSPECTION, LetterKind.CLOSING)
_ROLES = (Role.NORM_ADDRESSEE, Role.RESPONSIBLE, Role.COMMISSIONER, Role.SUPPLIER)
_SHARED = 3
"""Pages of the sample from which on a barrier that is on all of them is told as one of the whole site."""


class LetterGathering:
    """Reads the store; changes nothing."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._findings = FindingDesk(store, actor)
        self._norms = Norms(store, actor)

    def of(self, letter: Letter, choices: LetterChoices, today: date) -> LetterMatter:
        """The matter of *letter*. Raises NotFound, and BadInput for a finding that the case does not have."""
        store = self._store
        case = store.cases.case(letter.case_id)
        targets = [store.target(id) for id in case.target_ids]
        scans = [store.scan(id) for one in store.cases.rounds(case.id) for id in one.scan_ids]
        sent = choices.sent or today
        cited = self._cited(case, targets, choices, sent)
        pages = self._sample(case)
        order = choices.order
        return LetterMatter(
            kind=letter.kind,
            reference=letter.reference,
            case_number=case.number,
            sent=sent,
            addressee=self._addressee(targets, choices, sent),
            handled_by=choices.handled_by or case.owner,
            contact=choices.contact,
            signatory=choices.signatory,
            inspector=choices.inspector,
            targets=tuple(
                Examined(t.name, t.address, t.kind.nl, t.emergency) for t in targets
            ),
            occasion=case.occasion,
            examination=case.kind.nl,
            examined_on=case.examination_date,
            norms=cited,
            findings=tuple(self._told(letter.kind, case, choices, cited, len(pages))),
            done_well=choices.done_well,
            sample=pages,
            sample_seed=next(
                (s.seed for s in store.samples.samples(case.id) if s.seed and any(p.random for p in pages)), ""
            ),
            sample_method=_method(pages),
            visits=tuple(_visit(scan, choices.where) for scan in scans if scan.started is not None),
            not_examined=choices.not_examined,
            open_questions=choices.open_questions,
            statement_status=choices.statement_status,
            statement_date=choices.statement_date,
            contradictions=choices.contradictions,
            reply_by=choices.reply_by,
            repair_by=choices.repair_by,
            asked=choices.asked,
            order=order,
            views=choices.views,
            forwarded_to=choices.forwarded_to,
            forwarded_because=choices.forwarded_because,
            publication=choices.publication,
            instruments=tuple(dict.fromkeys(name for scan in scans for name in _instruments(scan))),
            dossier_seal=next((d.seal for d in reversed(store.dossiers.dossiers(f"case:{case.id}"))), ""),
            remarks=dict(choices.remarks),
        )

    # -- who and what ---------------------------------------------------------------------------------------------

    def _addressee(self, targets: list[Target], choices: LetterChoices, on: date) -> Addressee:
        links = [link for target in targets for link in self._store.registers.links(target_id=target.id)]
        links = [link for link in links if link.holds_on(on)]
        wanted = choices.addressee_id
        if wanted is None:
            for role in _ROLES[:2]:
                found = [link.organisation_id for link in links if link.role is role]
                if found:
                    wanted = found[0]
                    break
            else:
                wanted = targets[0].organisation_id if targets else None
        if wanted is None:
            raise BadInput(
                "Er is geen geadresseerde: het onderzoek heeft geen object. Kies een instantie.",
                "There is no addressee: the case has no target. Choose an organisation.",
            )
        body = self._store.organisation(wanted)
        roles = [link.role for link in links if link.organisation_id == body.id]
        known = next((role for role in _ROLES if role in roles), None)
        contacts = [one for one in self._store.registers.contacts(body.id) if one.holds_on(on)]
        attention = choices.attention or next((f"{one.position or one.name}" for one in contacts), "")
        return Addressee(
            body.name,
            choices.address,
            attention,
            "norm-addressee" if known is None else known.value,
            choices.their_reference,
        )

    def _cited(self, case: Case, targets: list[Target], choices: LetterChoices, sent: date) -> tuple[NormCited, ...]:
        """The norm sets chosen; without a choice those on which we may act, else the edition that was tested."""
        day = case.examination_date
        ids = choices.norms
        if not ids:
            ids = tuple(
                one.id
                for one in self._norms.norm_sets(day)
                if one.kind == "law" and targets and all(
                    self._norms.competence(one.id, target.id, sent).answer is Answer.YES for target in targets
                )
            )  # fmt: skip
        ids = ids or (self._norms.norm_set_on(day).id,)
        return tuple(self._cite(norm_set_id, targets, sent) for norm_set_id in ids)

    def _cite(self, norm_set_id: str, targets: list[Target], sent: date) -> NormCited:
        one = self._norms.norm_set(norm_set_id)
        checks = [self._norms.competence(one.id, target.id, sent) for target in targets]
        answers = {check.answer for check in checks}
        answer = Answer.YES if answers == {Answer.YES} else Answer.NO if answers == {Answer.NO} else Answer.UNCERTAIN
        return NormCited(
            id=one.id,
            title=one.title.nl,
            version=one.version,
            valid_from=one.valid_from,
            valid_until=one.valid_until,
            competence=answer.value,
            basis=next((check.legal_basis for check in checks if check.legal_basis), ""),
            citable=one.source.citable,
            enforceable_from=one.enforceable_from,
        )

    # -- findings -------------------------------------------------------------------------------------------------

    def _told(
        self, kind: LetterKind, case: Case, choices: LetterChoices, cited: tuple[NormCited, ...], pages: int
    ) -> Iterator[LetterFinding]:
        if kind in _WITHOUT_FINDINGS:
            return
        norm_id = cited[0].id if cited else ""
        if kind in _COMPARING:
            yield from self._compared(case, norm_id, pages)
            return
        fit, _ = self._findings.for_letter(case.id)
        wanted = choices.findings
        if wanted:
            known = {one.label: one for one in self._findings.find(case.id, limit=100_000)}
            missing = [code for code in wanted if code not in known]
            if missing:
                raise BadInput(
                    f"Dit onderzoek heeft geen bevinding {', '.join(missing)}.",
                    f"This case has no finding {', '.join(missing)}.",
                )
            fit = [known[code] for code in wanted]
        terms = {
            number: one.due
            for one in self._store.deadlines.deadlines(case.id)
            for number in one.finding_ids
        }  # fmt: skip
        for finding in fit:
            yield self._finding(finding, norm_id, pages, terms.get(finding.id))

    def _compared(self, case: Case, norm_id: str, pages: int) -> Iterator[LetterFinding]:
        rounds = self._store.cases.rounds(case.id)
        latest = rounds[-1].number if rounds else 0
        for one in self._store.comparisons.comparisons(case.id, latest):
            if one.confirmed is None or one.proposed.finding_id is None:
                continue
            finding = self._findings.show(one.proposed.finding_id)
            told = self._finding(finding, norm_id, pages, None)
            yield _outcome(told, one)

    def _finding(self, finding: Finding, norm_id: str, pages: int, term: date | None) -> LetterFinding:
        addresses = tuple(dict.fromkeys(place.address for place in finding.places))
        place = next((place for place in finding.places if place.html), None)
        citation = self._norms.citation(finding.requirement, "nl", finding.edition.removeprefix("EN 301 549 "))
        path = " ⟩ ".join(place.path) if place else ""
        return LetterFinding(
            number=finding.label,
            fact=finding.text.fact,
            places=addresses,
            state=", ".join(dict.fromkeys(_STATES.get(p.page_state, p.page_state) for p in finding.places)),
            requirement=citation or finding.requirement,
            norm_id=norm_id,
            impact=finding.text.impact.value,
            consequence=finding.text.consequence,
            repair=finding.text.repair,
            stability=finding.stability.nl,
            steady=not self._findings.hindrances(finding.id),
            author=finding.author,
            reviewer=finding.reviewer,
            evidence=tuple(self._evidence(finding)),
            recipe=tuple(_recipe(finding, addresses, path)),
            selector=path,
            html=place.html if place else "",
            engines=(finding.rule,) if finding.rule else (),
            term=term,
            everywhere=pages >= _SHARED and len(addresses) >= pages,
        )

    def _evidence(self, finding: Finding) -> Iterator[EvidenceItem]:
        shown: dict[str, str] = {}
        for place in finding.places:
            if place.crop:
                state = "" if place.page_state == "default" else f" ({_STATES.get(place.page_state, place.page_state)})"
                shown.setdefault(place.crop, f"Uitsnede van {place.address}{state}: {finding.text.fact}")
        for number, (sha256, alternative) in enumerate(shown.items(), 1):
            yield EvidenceItem(
                f"{finding.label}-P{number}", "uitsnede", sha256, self._picture(sha256), alternative
            )  # fmt: skip
        for number, proof in enumerate(finding.proofs, 1):
            if proof.kind in (ProofKind.PICTURE, ProofKind.FILE) and proof.reference in shown:
                continue
            picture = self._picture(proof.reference) if proof.kind is ProofKind.PICTURE else None
            sha256 = proof.reference if proof.kind in (ProofKind.PICTURE, ProofKind.FILE) else ""
            reference = "" if sha256 else proof.reference
            yield EvidenceItem(
                f"{finding.label}-W{number}", proof.kind.nl, sha256, picture, proof.note, reference
            )  # fmt: skip

    def _picture(self, sha256: str) -> bytes | None:
        try:
            return self._store.evidence.get(sha256)
        except (EvidenceDamaged, NotFound):
            return None

    # -- method ---------------------------------------------------------------------------------------------------

    def _sample(self, case: Case) -> tuple[SampledPage, ...]:
        pages = []
        for sample in self._store.samples.samples(case.id):
            for page in self._store.samples.pages(sample.id):
                if page.decision is not PageDecision.CONFIRMED:
                    continue
                reason = page.reason or next((ground.nl for ground in page.grounds), "")
                pages.append(SampledPage(page.address, page.type.nl, reason, page.part is SamplePart.RANDOM))
        return tuple(pages)


def _method(pages: tuple[SampledPage, ...]) -> str:
    """How the sample came about; no draw is told of where none was made."""
    drawn = any(page.random for page in pages)
    chosen = any(not page.random for page in pages)
    return " ".join(words for words, holds in ((_CHOSEN, chosen), (_DRAWN, drawn)) if holds)


_CHOSEN = "Wij kozen pagina's van verschillende soorten, met een reden per pagina."
_DRAWN = (
    "Wij voegden er door loting pagina's aan toe. Met het startgetal en de lijst met adressen kunt u de loting zelf "
    "herhalen."
)
_STATES = {state.value: state.nl for state in PageState} | {"default": "pagina zoals die opent"}
_HOW = {
    "cookie-wall": "open de pagina in een privévenster, zodat de cookiemelding verschijnt",
    "menu-open": "open het menu met de knop van de pagina zelf",
    "form-error": "laat de verplichte velden leeg en kies de knop van het formulier; verzend niets",
    "narrow-320": "maak het venster 320 CSS-pixels breed, of 1280 pixels breed met 400 % zoom (WCAG 1.4.10)",
    "zoom-200": "zet de zoom van de browser op 200 % (WCAG 1.4.4)",
    "text-spacing": (
        "zet regelafstand 1,5, alinea-afstand 2, letterafstand 0,12 en woordafstand 0,16 maal de lettergrootte "
        "(WCAG 1.4.12)"
    ),
    "forced-colours": "zet in het besturingssysteem een contrastthema aan (geforceerde kleuren)",
}
"""How anybody brings a page into the state, without our software."""


def _recipe(finding: Finding, addresses: tuple[str, ...], path: str) -> Iterator[str]:
    """Steps by which the other side sees the same without our software."""
    where = addresses[0] if addresses else ""
    if where:
        yield f"Open {where} in een browser met een venster van 1280 bij 1024 pixels."
    states = [p.page_state for p in finding.places]
    if states and "default" not in states:  # where it stands as the page opens, nothing need be done to see it
        how = _HOW.get(states[0])
        yield f"Breng de pagina in deze staat: {_STATES.get(states[0], states[0])}" + (f" ({how})." if how else ".")
    if path:
        yield "Open het ontwikkelaarsgereedschap (F12) en zoek het onderdeel met de selector die hierboven staat."
    yield f"Kijk of dit klopt: {finding.text.fact}"


def _outcome(told: LetterFinding, compared: Compared) -> LetterFinding:
    assert compared.confirmed is not None
    why = compared.reason or compared.proposed.why.nl
    return replace(told, outcome=compared.confirmed.value, why=why)


def _visit(scan: Scan, where: str) -> VisitMade:
    browser = scan.circumstances.get("browser")
    name = str(browser.get("browser", "")) if isinstance(browser, dict) else ""
    width, height = scan.options.viewport
    assert scan.started is not None
    return VisitMade(
        scan.started,
        where or str(scan.circumstances.get("machine", "")),
        f"{name}, {width} bij {height} pixels",
        scan.tested,
        int(scan.circumstances.get("requests", 0) or 0),
    )


def _instruments(scan: Scan) -> Iterator[str]:
    for name, key in (("EAA Checker", "tool"), ("regelboek", "rule_book"), ("axe-core", "axe")):
        version = scan.circumstances.get(key)
        if version:
            yield f"{name} {version}"
    browser = scan.circumstances.get("browser")
    if isinstance(browser, dict) and browser.get("browser"):
        yield str(browser["browser"])
