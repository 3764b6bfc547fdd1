"""What came back in every visit to a sample, told in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from eaa_checker.cli.desk import Desk
from eaa_checker.cli.speaking import Speaker
from eaa_checker.domain.capture import StateOutcome
from eaa_checker.domain.sample import PageState
from eaa_checker.domain.stability import RoundStability, Settled
from rules.contract import Verdict

_OF_STATES = {outcome.value for outcome in StateOutcome}


def tell_gaps(speaker: Speaker, found: RoundStability) -> None:
    """The visits that do not count, each with its reason, and whether any is still to come."""
    for page in found.pages:
        state = PageState(page.state)
        if page.absent:
            gap = page.gaps[0]
            speaker.say(f"{page.address}: {gap.nl}.", f"{page.address}: {gap.en}.")
            continue
        for gap in page.gaps:
            if state is not PageState.DEFAULT and gap.ending not in _OF_STATES:
                continue  # the page itself was not examined; said once, in the default state
            speaker.say(f"Bezoek {gap.visit} van {page.address} telt niet mee: {gap.nl}.",
                        f"Visit {gap.visit} of {page.address} does not count: {gap.en}.")  # fmt: skip
    if not found.complete:
        speaker.say("Nog niet alle bezoeken zijn gedaan.", "Not all visits were made yet.")


def tell_settled(desk: Desk, shown: Sequence[Settled], *, everything: bool) -> None:
    """One row per observation, state and stability, barriers first; questions for a person only with *everything*."""
    speaker, language = desk.speaker, desk.speaker.language
    groups: dict[tuple[Verdict, str, str, str], list[Settled]] = {}
    for one in shown:
        if everything or one.verdict is Verdict.FAILED:
            groups.setdefault((one.verdict, one.fingerprint, one.state, one.say(language)), []).append(one)
    told = _titles(desk, [group[0] for group in groups.values()])
    rows = []
    for (verdict, fingerprint, state, stability), group in groups.items():
        outcome = (
            speaker.words("voldoet niet", "failed") if verdict is Verdict.FAILED else speaker.words("vraag", "question")
        )
        title, element = told.get(fingerprint, (group[0].rule, ""))
        where = (
            urlsplit(group[0].address).path
            if len(group) == 1
            else speaker.words(f"{len(group)} pagina's", f"{len(group)} pages")
        )
        rows.append((outcome, title, element, stability, where, PageState(state).say(language), fingerprint[:12]))
    speaker.table(
        [("Uitkomst", "Outcome"), ("Wat", "What"), ("Element", "Element"), ("Stabiliteit", "Stability"),
         ("Pagina", "Page"), ("Toestand", "State"), ("Kenmerk", "Fingerprint")],
        rows,
        None,
    )  # fmt: skip
    questions = len({one.fingerprint for one in shown if one.verdict is not Verdict.FAILED})
    if questions and not everything:
        speaker.say(f"Verder {questions} vragen aan een mens; toon ze met --all.",
                    f"And {questions} questions for a person; show them with --all.")  # fmt: skip


def _titles(desk: Desk, shown: Sequence[Settled]) -> dict[str, tuple[str, str]]:
    """Title and element of each fingerprint, as the newest scan of its group has them."""
    found: dict[str, tuple[str, str]] = {}
    for scan_id in dict.fromkeys(one.scan_ids[-1] for one in shown):
        for observation in desk.engine.observations(scan_id):
            found.setdefault(
                observation.fingerprint, (observation.title.say(desk.speaker.language), observation.element)
            )
    return found
