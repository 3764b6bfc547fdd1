"""``sample``: which pages are examined, the random part, and the check before testing."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.cli.endings import NOT_PASSED
from eaa_checker.cli.sample_visits import sample_stability, sample_visit
from eaa_checker.domain.sample import PageState, PageType, SamplePage
from eaa_checker.errors import BadInput

_TYPES = click.Choice([type.value for type in PageType])
_STATES = click.Choice([state.value for state in PageState])
_reason = click.option("--reason", default="", help="Why; stands in the decision trail.")
_also = click.option("--also", type=_TYPES, multiple=True, help="Type that it serves besides (repeatable).")
_process = click.option("--process", help="Process that it is a step of.")
_step = click.option("--step", type=click.IntRange(0, 99), help="Its place in the process: 1, 2, 3 …")


@click.group()
def sample() -> None:
    """Samples: propose, decide, draw, check, visit. Exit code 11: a check is not passed."""


sample.add_command(sample_visit, "visit")
sample.add_command(sample_stability, "stability")


@sample.command("propose")
@click.argument("case")
@click.option("--target", help="Target (number, name or address); may be left out when the case has one.")
@click.option("--scan", "scan_id", type=int, help="Crawl to propose from (default: the newest).")
@click.option("--visits", default=3, show_default=True, help="How often each page is visited in a round.")
@machine_option
@pass_desk
def sample_propose(desk: Desk, case: str, target: str | None, scan_id: int | None, visits: int) -> None:
    """Begin the sample of a target of a CASE, and propose pages from a crawl."""
    engine = desk.engine
    begun = _begin(desk, case, target, visits)
    pages = engine.samples.propose(begun, scan_id)
    if desk.speaker.machine:
        desk.speaker.give({"sample": engine.samples.show(begun), "pages": pages})
    desk.speaker.say(
        f"Steekproef {begun}: {len(pages)} pagina's voorgesteld.", f"Sample {begun}: {len(pages)} pages proposed."
    )
    _table(desk, pages)


@sample.command("take-over")
@click.argument("case")
@click.option("--target", help="Target (number, name or address); may be left out when the case has one.")
@_reason
@machine_option
@pass_desk
def sample_take_over(desk: Desk, case: str, target: str | None, reason: str) -> None:
    """Begin the sample of a target of a CASE with the pages of the case that it follows."""
    begun = _begin(desk, case, target)
    pages = desk.engine.samples.take_over(begun, reason)
    if desk.speaker.machine:
        desk.speaker.give({"sample": desk.engine.samples.show(begun), "pages": pages})
    _table(desk, pages)


def _begin(desk: Desk, case: str, target: str | None, visits: int = 3) -> int:
    """The number of the sample of that target, or of the only one, in the case."""
    engine = desk.engine
    found = engine.cases.show(case)
    if target is None and len(found.target_ids) != 1:
        raise BadInput(
            f"Onderzoek {found.id} heeft {len(found.target_ids)} objecten; noem er een met --target.",
            f"Case {found.id} has {len(found.target_ids)} targets; name one with --target.",
        )
    target_id = engine.target(target).id if target is not None else found.target_ids[0]
    return engine.samples.begin(found.id, target_id, visits=visits).id


@sample.command("show")
@click.argument("sample", type=int)
@machine_option
@pass_desk
def sample_show(desk: Desk, sample: int) -> None:
    """Show a SAMPLE with its pages, explanations and visits."""
    engine, speaker = desk.engine, desk.speaker
    found, pages, absences = engine.samples.show(sample), engine.samples.pages(sample), engine.samples.absences(sample)
    visits = engine.stability.visits(sample)
    if speaker.machine:
        frame = engine.samples.frame(sample)
        speaker.give({"sample": found, "pages": pages, "absences": absences, "visits": visits, "frame": frame})
        return
    states = ", ".join(state.say(speaker.language) for state in found.states)
    speaker.say(f"Steekproef {found.id} van object {found.target_id}: {found.state.nl}. Toestanden: {states}.",
                f"Sample {found.id} of target {found.target_id}: {found.state.en}. States: {states}.")  # fmt: skip
    if found.seed:
        speaker.say(f"Getrokken met startgetal {found.seed} uit lijst {found.frame_digest[:12]}….",
                    f"Drawn with seed {found.seed} from frame {found.frame_digest[:12]}….")  # fmt: skip
    _table(desk, pages)
    for absence in absences:
        speaker.say(f"Geen {absence.type.nl}: {absence.reason}", f"No {absence.type.en}: {absence.reason}")
    for visit in visits:
        when = f"{visit.planned.astimezone():%Y-%m-%d %H:%M}"
        speaker.say(f"Bezoek {visit.number}: {when}, scan {visit.scan_id or '–'}",
                    f"Visit {visit.number}: {when}, scan {visit.scan_id or '–'}")  # fmt: skip


def _table(desk: Desk, pages: Sequence[SamplePage]) -> None:
    if desk.speaker.machine:
        return
    language = desk.speaker.language
    desk.speaker.table(
        [("Nr", "No"), ("Type", "Type"), ("Adres", "Address"), ("Deel", "Part"), ("Besluit", "Decision"),
         ("Waarom", "Why")],
        [
            (p.id, ", ".join(type.say(language) for type in p.types), p.address, p.part.say(language),
             p.decision.say(language), p.reason or "; ".join(ground.say(language) for ground in p.grounds))
            for p in pages
        ],
        pages,
    )  # fmt: skip


def _decided(desk: Desk, pages: Sequence[SamplePage]) -> None:
    if desk.speaker.machine:
        desk.speaker.give(pages)
    for page in pages:
        desk.speaker.say(
            f"Pagina {page.id} ({page.type.nl}): {page.decision.nl}.",
            f"Page {page.id} ({page.type.en}): {page.decision.en}.",
        )


@sample.command("confirm")
@click.argument("pages", type=int, nargs=-1, required=True)
@_reason
@click.option("--type", "type_", type=_TYPES, help="What the page is for, where the proposal is wrong.")
@_also
@_process
@_step
@click.option("--despite", metavar="REASON", help="Why it may stay although the check doubts its capture.")
@machine_option
@pass_desk
def sample_confirm(
    desk: Desk,
    pages: tuple[int, ...],
    reason: str,
    type_: str | None,
    also: tuple[str, ...],
    process: str | None,
    step: int | None,
    despite: str | None,
) -> None:
    """PAGES (numbers) belong in the sample, for a reason."""
    desks = desk.engine.samples
    for number in pages:
        desks.page(number)  # all are known before the first is decided
    done = [
        desks.confirm(
            number,
            reason,
            type=PageType(type_) if type_ else None,
            also=tuple(PageType(one) for one in also) if also else None,
            process=process,
            step=step,
            despite=despite,
        )
        for number in pages
    ]
    _decided(desk, done)


@sample.command("refuse")
@click.argument("pages", type=int, nargs=-1, required=True)
@_reason
@machine_option
@pass_desk
def sample_refuse(desk: Desk, pages: tuple[int, ...], reason: str) -> None:
    """PAGES (numbers) do not belong in the sample, for a reason."""
    for number in pages:
        desk.engine.samples.page(number)
    _decided(desk, [desk.engine.samples.refuse(number, reason) for number in pages])


@sample.command("add")
@click.argument("sample", type=int)
@click.argument("address")
@click.option("--type", "type_", type=_TYPES, required=True, help="What the page is for.")
@_reason
@_also
@_process
@_step
@machine_option
@pass_desk
def sample_add(
    desk: Desk,
    sample: int,
    address: str,
    type_: str,
    reason: str,
    also: tuple[str, ...],
    process: str | None,
    step: int | None,
) -> None:
    """Add the page at ADDRESS to a SAMPLE, for a reason."""
    page = desk.engine.samples.add(
        sample,
        address,
        PageType(type_),
        reason,
        also=tuple(PageType(one) for one in also),
        process=process or "",
        step=step or 0,
    )
    _decided(desk, [page])


@sample.command("absent")
@click.argument("sample", type=int)
@click.argument("type", type=_TYPES)
@_reason
@click.option("--withdraw", is_flag=True, help="Take the explanation back.")
@machine_option
@pass_desk
def sample_absent(desk: Desk, sample: int, type: str, reason: str, withdraw: bool) -> None:
    """Explain that the target has no page of a TYPE."""
    desks = desk.engine.samples
    kind = PageType(type)
    found = desks.withdraw_explanation(sample, kind) if withdraw else desks.explain(sample, kind, reason)
    desk.speaker.table([("Type", "Type"), ("Reden", "Reason")],
                       [(a.type.say(desk.speaker.language), a.reason) for a in found], found)  # fmt: skip


@sample.command("states")
@click.argument("sample", type=int)
@click.argument("states", type=_STATES, nargs=-1)
@machine_option
@pass_desk
def sample_states(desk: Desk, sample: int, states: tuple[str, ...]) -> None:
    """Name the STATES in which the pages are examined; the default one is always among them."""
    done = desk.engine.samples.name_states(sample, [PageState(state) for state in states])
    if desk.speaker.machine:
        desk.speaker.give(done)
    desk.speaker.say("Toestanden: " + ", ".join(s.nl for s in done.states), "States: " + ", ".join(
        s.en for s in done.states))  # fmt: skip


@sample.command("draw")
@click.argument("sample", type=int)
@click.option("--seed", default="", help="Seed (default: a fresh one); kept with the sample.")
@click.option("--count", type=int, help="Pages to draw (default: 10 % of the structured part).")
@click.option("--anew", is_flag=True, help="Throw the draw away and draw again, for a reason.")
@click.option("--verify", is_flag=True, help="Only check that the stored seed draws the stored pages.")
@_reason
@machine_option
@pass_desk
def sample_draw(
    desk: Desk, sample: int, seed: str, count: int | None, anew: bool, verify: bool, reason: str
) -> None:
    """Draw the random part of a SAMPLE from the frozen list of captured pages."""
    desks = desk.engine.samples
    if verify:
        same = desks.redraw(sample)
        if desk.speaker.machine:
            desk.speaker.give({"same": same})
        desk.speaker.say(
            "De trekking is herhaald: dezelfde pagina's." if same else "De trekking geeft niet dezelfde pagina's.",
            "The draw was repeated: the same pages." if same else "The draw does not give the same pages.",
        )
        sys.exit(0 if same else NOT_PASSED)
    pages = desks.draw(sample, seed=seed, count=count, anew=anew, reason=reason)
    if desk.speaker.machine:
        desk.speaker.give({"sample": desks.show(sample), "pages": pages})
    _table(desk, pages)


@sample.command("check")
@click.argument("sample", type=int)
@click.option("--approve", is_flag=True, help="Approve the sample for testing when every point is passed.")
@machine_option
@pass_desk
def sample_check(desk: Desk, sample: int, approve: bool) -> None:
    """The quality check of a SAMPLE before testing. Exit code 11 when a point is not passed."""
    speaker = desk.speaker
    points = desk.engine.samples.check(sample)
    passed = all(point.passed for point in points)
    if approve and passed:
        desk.engine.samples.approve(sample)
    if speaker.machine:
        speaker.give({"passed": passed, "state": desk.engine.samples.show(sample).state, "points": points})
    for point in points:
        mark = speaker.words("goed", "good") if point.passed else speaker.words("ONTBREEKT", "MISSING")
        speaker.say(f"{mark}: {point.nl}", f"{mark}: {point.en}")
    if approve and passed:
        speaker.say("De steekproef is goedgekeurd.", "The sample is approved.")
    sys.exit(0 if passed else NOT_PASSED)


@sample.command("reopen")
@click.argument("sample", type=int)
@_reason
@machine_option
@pass_desk
def sample_reopen(desk: Desk, sample: int, reason: str) -> None:
    """Open an approved SAMPLE again, as long as no visit was made, for a reason."""
    done = desk.engine.samples.reopen(sample, reason)
    if desk.speaker.machine:
        desk.speaker.give(done)
    desk.speaker.say(f"Steekproef {sample} is weer in opbouw.", f"Sample {sample} is being composed again.")


@sample.command("sizes")
@click.argument("population", type=int)
@click.option("--websites", type=int, help="Web sites there are, where that is known.")
@click.option("--apps", type=int, help="Apps there are, where that is known.")
@machine_option
@pass_desk
def sample_sizes(desk: Desk, population: int, websites: int | None, apps: int | None) -> None:
    """How many sites and apps a year's monitoring takes in a country of POPULATION inhabitants."""
    found = desk.engine.samples.sizes(population, websites=websites, apps=apps)
    language = desk.speaker.language
    desk.speaker.table(
        [("Methode", "Method"), ("Punt", "Point"), ("Gevraagd", "Asked"), ("Genoeg", "Enough")],
        [(size.method.say(language), size.ref, size.asked, size.minimum) for size in found],
        found,
    )
    for remark in desk.engine.samples.size_remarks():
        desk.speaker.say(remark.nl, remark.en)
