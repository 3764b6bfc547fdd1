"""What may be done with a case that is being tested: which requirements, which round, which pages."""

from __future__ import annotations

from eaa_checker.domain.case import Case, CasePhase, CaseState, Round
from eaa_checker.domain.organisation import TargetKind
from eaa_checker.domain.sample import PageDecision
from eaa_checker.errors import BadInput, NotAllowed, NotFound
from eaa_checker.store import Store
from rules import norms
from rules.norms import checklist
from rules.questions import requirement_trees


def open_case(store: Store, case_id: int) -> Case:
    """The case, when it may be worked on. Raises NotAllowed (stopped, closed), NotFound."""
    case = store.cases.case(case_id)
    if case.state is not CaseState.OPEN:
        raise NotAllowed(
            f"Onderzoek {case.id} is {case.state.nl}. Heropen het eerst.",
            f"Case {case.id} is {case.state.en}. Reopen it first.",
            mend=f"eaa-checker case reopen {case.id} --reason …",
        )
    return case


def tested_case(store: Store, case_id: int) -> Case:
    """The case, when it is open and tested: scope and norm version stand. Raises NotAllowed, NotFound."""
    case = open_case(store, case_id)
    if case.phase.place < CasePhase.ACTION.place:
        raise NotAllowed(
            f"Onderzoek {case.id} is nog in de fase {case.phase.nl}. Toetsen en vaststellen beginnen in de fase "
            f"{CasePhase.ACTION.nl}, als objecten en normversie vaststaan.",
            f"Case {case.id} is still in the phase {case.phase.en}. Testing and finding begin in the phase "
            f"{CasePhase.ACTION.en}, when targets and norm version are fixed.",
            mend=f"eaa-checker case phase {case.id} action --reason …",
        )
    return case


def keep_reporters_secret(store: Store, case: Case, *texts: str) -> None:
    """Raises BadInput when a text names the reporter of a signal that the case rests on."""
    if any(store.signals.gives_away(id, *texts) for id in case.signal_ids):
        raise BadInput(
            "De tekst noemt de melder van een gekoppeld signaal. Laat naam en contactgegevens weg.",
            "The text names the reporter of a linked signal. Leave name and contact out.",
        )


def round_of(store: Store, case_id: int, number: int | None = None) -> Round:
    """A round of the case; the last one without a *number*. Raises NotFound."""
    rounds = store.cases.rounds(case_id)
    if number is None:
        return rounds[-1]
    for one in rounds:
        if one.number == number:
            return one
    raise NotFound(
        f"Onderzoek {case_id} heeft geen ronde {number}.", f"Case {case_id} has no round {number}."
    )


def edition_words(edition: str) -> str:
    """The version of the norm as a finding names it."""
    return f"EN 301 549 {edition}"


def enforceable(case: Case) -> bool:
    """The case's edition of the norm could be held against somebody on the examination date."""
    try:
        return norms.edition_on(case.examination_date).id == case.edition
    except norms.UnknownEdition:
        return False


def pages_of(store: Store, case_id: int) -> tuple[str, ...]:
    """Addresses of the confirmed pages in the samples of the case, each once."""
    found: list[str] = []
    for sample in store.samples.samples(case_id):
        found += [page.address for page in store.samples.pages(sample.id, [PageDecision.CONFIRMED])]
    return tuple(dict.fromkeys(found))


def requirements_of(store: Store, case: Case) -> tuple[str, ...]:
    """Requirement keys that the case is tested against, in order, each of which has a question tree.

    Web sites, apps and documents: the criteria and clauses of the case's edition of EN 301 549. A 112 channel: the
    112 checklist, and the clauses on two-way communication and support.
    """
    kinds = {store.target(id).kind for id in case.target_ids} or {TargetKind.WEB_SITE}
    edition = next((e for e in norms.editions() if e.id == case.edition), None)
    wcag = edition.wcag if edition is not None else "2.1"
    found: list[str] = []
    if kinds - {TargetKind.CHANNEL_112}:
        found += [f"wcag:{c.num}" for c in norms.criteria(wcag, ("A", "AA"))]
        found += norms.clause_keys(case.edition)
    if TargetKind.CHANNEL_112 in kinds:
        channel = [k for k in norms.clause_keys() if k.partition(":")[2].split(".")[0] in ("6", "12")]
        found += [*channel, *(item.key for item in checklist.items())]
    known = requirement_trees.trees()
    return tuple(key for key in dict.fromkeys(found) if key in known)
