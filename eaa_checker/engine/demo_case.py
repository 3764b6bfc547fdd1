"""The demo's casework: a fictional examination of the demo site, made by the same steps an inspector takes.

Nothing in it is put into the database by the side: signals, sample, visits in a real browser, findings reviewed by a
second person, deadlines, a letter. No legal basis is invented: competence for the fictional region is *uncertain*.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from eaa_checker.domain.case import Case, CaseKind, CasePhase, NewCase
from eaa_checker.domain.competence import Answer
from eaa_checker.domain.deadline import DeadlineKind, Length, Unit
from eaa_checker.domain.finding import Impact
from eaa_checker.domain.letter import LetterKind
from eaa_checker.domain.manual import NewAnswer, Outcome, Scope, Step
from eaa_checker.domain.organisation import Criticality, Target, TargetKind
from eaa_checker.domain.reply import ReplyKind
from eaa_checker.domain.sample import PageDecision, PageType
from eaa_checker.domain.scan import Profile, Progress, ScanOptions
from eaa_checker.domain.signal import NewSignal, SignalSource, SignalWeight
from eaa_checker.domain.stability import Settled
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists
from eaa_checker.store import Store
from rules import book
from rules.contract import Verdict

if TYPE_CHECKING:
    from eaa_checker.engine.front_door import Engine

NUMBER = "DEMO-2026-0112"
REVIEWER = Actor("Bram Jansen (demo)", "demo")
VISITS = 2
KEPT = {
    "/": (PageType.HOME, "De voordeur van de site."),
    "/contact.html": (PageType.CONTACT, "Hier meldt iemand een storing of stelt een vraag."),
    "/112.html": (PageType.EMERGENCY, "De weg naar 112: hier mag niets in de weg staan."),
    "/toegankelijkheid.html": (PageType.STATEMENT, "De toegankelijkheidsverklaring."),
}
"""Paths of the demo site that the sample holds, and why."""
CONSEQUENCES = (
    ("wcag:1.1.1", Impact.SIGNIFICANT, "Wie niet ziet, hoort niet wat de afbeelding vertelt."),
    ("wcag:1.3.1", Impact.MODERATE, "Wie een schermlezer gebruikt, mist hoe de onderdelen bij elkaar horen."),
    ("wcag:4.1.2", Impact.CRITICAL, "Wie een schermlezer gebruikt, kan dit onderdeel niet vinden of bedienen."),
    ("wcag:2.4.4", Impact.MODERATE, "Wie een lijst van links opvraagt, weet niet waar deze link heen gaat."),
    ("wcag:1.4.3", Impact.MODERATE, "Wie slechtziend is, kan deze tekst niet of met moeite lezen."),
    ("wcag:3.3.2", Impact.SIGNIFICANT, "Wie een schermlezer gebruikt, weet niet wat hier ingevuld moet worden."),
)
"""Requirements of which the demo makes findings, how much they hinder and whom."""


def make_demo_case(
    engine: Engine,
    store: Store,
    target_id: int,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Case:
    """Examines a sample of the demo site, which must be served and scanned; gives the case, open and half done.

    Raises what the steps raise: NoBrowser, StoreProblem, AlreadyExists when the case exists.
    """
    target = engine.target(target_id)
    if any(case.number == NUMBER for case in engine.cases.list()):
        raise AlreadyExists(
            f"Het demo-onderzoek ({NUMBER}) staat al in deze databank.",
            f"The demo's case ({NUMBER}) is in this database already.",
        )
    _around(engine, target)
    case = _opened(engine, target)
    sample_id = _sampled(engine, case, target)
    today = date.today()
    engine.stability.plan(sample_id, apart=timedelta(0), reason="Oefening: de bezoeken volgen elkaar op.")
    quick = ScanOptions(profile=Profile.QUICK, settle_budget=3.0)
    for _ in range(VISITS):
        engine.run_scan(engine.stability.visit(sample_id, options=quick).id, progress)
    _answers(engine, case)
    approved = _findings(engine, store, case)
    if approved:
        engine.deadlines.set(
            case.id, DeadlineKind.REPAIR, start=today, length=Length(6, Unit.WEEKS), finding_ids=approved,
            basis="bevindingenbrief (concept)",
        )  # fmt: skip
        engine.replies.add(
            approved[0], ReplyKind.ACKNOWLEDGED, "De leverancier past dit aan.", sender="webredactie", received=today
        )
    engine.deadlines.set(
        case.id, DeadlineKind.FOLLOW_UP, start=today, length=Length(5, Unit.WORKING_DAYS), title="Belronde webredactie"
    )
    begun = engine.letters.begin(case.id, LetterKind.FINDINGS, f"{NUMBER}/B1", {"where": "Den Haag"})
    engine.letters.submit(begun.id)
    _channel(engine, target)
    return engine.cases.show(case.id)


def _around(engine: Engine, target: Target) -> None:
    """What stands around an examination: a contact, an app and an emergency line, signals, competence."""
    today = date.today()
    owner = target.organisation_id
    engine.registers.add_contact(owner, "Noor Bakker", position="webredactie", email="webredactie@merenland.example")
    engine.add_target(
        owner, "Noodlijn 112 Merenland", "https://112.merenland.example/", kind=TargetKind.CHANNEL_112, emergency=True,
        criticality=Criticality.ROUTE,
    )  # fmt: skip
    engine.signals.add(
        NewSignal(SignalSource.MEDIA, today - timedelta(days=9), "Bericht over een onleesbare crisiskaart.",
                  organisation_id=owner)
    )  # fmt: skip
    engine.signals.add(
        NewSignal(SignalSource.STATEMENT, today - timedelta(days=4),
                  "De verklaring zegt dat aan alles is voldaan; de scan ziet barrières.", target_id=target.id)
    )  # fmt: skip
    bank = engine.signals.add(
        NewSignal(SignalSource.REPORT, today - timedelta(days=3), "Klacht over het inloggen bij een bank.",
                  SignalWeight.LIGHT)
    )  # fmt: skip
    engine.signals.forward(bank.id, "AFM", "Het gaat over een bank; daar is een ander bevoegd.")
    engine.norms.assess(
        "wad-bdto", Answer.UNCERTAIN, ground="Oefening: een verzonnen regio, waarover niets is besloten.",
        since=today, target_id=target.id,
    )  # fmt: skip


def _channel(engine: Engine, target: Target) -> None:
    """A second examination, of the 112 channel and by hand only, that has just begun."""
    today = date.today()
    channel = next(one for one in engine.targets(target.organisation_id) if one.kind is TargetKind.CHANNEL_112)
    case = engine.cases.open(
        NewCase(
            CaseKind.SIMPLIFIED,
            "112-kanaal Merenland (demo)",
            "Nagaan hoe mensen 112 bereiken die niet kunnen bellen.",
            "Het jaarplan.",
            plan="Stukken opvragen en een demonstratie bijwonen; niets wordt gebeld.",
            planned_from=today,
            planned_until=today + timedelta(days=28),
            target_ids=(channel.id,),
        )
    )
    engine.cases.move(case.id, CasePhase.ANALYSIS, "Het staat in het jaarplan.")
    why = "Een oefening op een verzonnen kanaal."
    engine.cases.move(case.id, CasePhase.ACTION, "Doel en plan zijn bepaald.", uncertain_because=why)


def _opened(engine: Engine, target: Target) -> Case:
    today = date.today()
    signal = engine.signals.add(
        NewSignal(SignalSource.REPORT, today - timedelta(days=6),
                  "De knop naar 112 is met een schermlezer niet te vinden.", SignalWeight.HEAVY, target_id=target.id)
    )  # fmt: skip
    case = engine.cases.open(
        NewCase(
            CaseKind.SIMPLIFIED,
            "Hulp vragen bij Merenland (demo)",
            "Nagaan of iedereen langs de noodroute hulp kan vragen.",
            "Een melding over de knop naar 112 en een tegenspraak in de verklaring.",
            examination_date=today,
            plan="Steekproef van de noodroute en de kernpagina's, twee bezoeken, daarna handwerk.",
            planned_from=today,
            planned_until=today + timedelta(days=21),
            target_ids=(target.id,),
            signal_ids=(signal.id,),
        )
    )
    engine.cases.give_number(case.id, NUMBER)
    engine.cases.move(case.id, CasePhase.ANALYSIS, "De melding is aannemelijk.")
    return engine.cases.move(
        case.id, CasePhase.ACTION, "Doel en plan zijn bepaald.", uncertain_because="Een oefening op een verzonnen site."
    )


def _sampled(engine: Engine, case: Case, target: Target) -> int:
    """The id of the approved sample."""
    sample = engine.samples.begin(case.id, target.id, visits=VISITS)
    proposed = {urlsplit(page.address).path: page for page in engine.samples.propose(sample.id)}
    origin = target.address.rstrip("/")
    for path, (kind, why) in KEPT.items():
        page = proposed.get(path)
        if page is None:
            engine.samples.add(sample.id, origin + path, kind, why)
        else:
            engine.samples.confirm(page.id, why, despite="Bekeken in de browser.")
    for page in engine.samples.pages(sample.id, PageDecision.PROPOSED):
        engine.samples.refuse(page.id, "Buiten deze oefening.")
    # Which page is drawn differs with the port of the demo site; it may be one that the check doubts.
    for page in engine.samples.draw(sample.id, seed="demo"):
        engine.samples.confirm(page.id, "Door loting gekozen.", despite="Bekeken in de browser.")
    there = {kind for page in engine.samples.pages(sample.id, PageDecision.CONFIRMED) for kind in page.types}
    for kind in engine.samples.required(sample.id):
        if kind in there:
            continue
        engine.samples.explain(sample.id, kind, "Buiten deze oefening.")
    return engine.samples.approve(sample.id).id


def _answers(engine: Engine, case: Case) -> None:
    """Two requirements judged by hand: one answered on every page, one begun."""
    pages = engine.manual.pages(case.id)
    seen = NewAnswer("wcag:2.4.7", (Step("any", "yes"), Step("seen", "yes")), Scope.PAGE)
    engine.manual.answer_pages(case.id, seen, pages)
    engine.manual.judge(case.id, "wcag:2.4.7", Outcome.PASSED, "Elke pagina met Tab doorlopen.")


def _findings(engine: Engine, store: Store, case: Case) -> list[int]:
    """Findings in every state; gives the ids of the approved ones."""
    from eaa_checker.casework.findings import FindingDesk

    second = FindingDesk(store, REVIEWER)
    approved: list[int] = []
    chosen = _steady(engine, case)
    for number, (one, impact, consequence) in enumerate(chosen):
        made = engine.findings.add(case.id, observations=[one.fingerprint])
        engine.findings.edit(made.id, impact=impact, consequence=consequence)
        if number == len(chosen) - 1:
            break  # stays a draft
        engine.findings.submit(made.id)
        if number < 2:
            second.approve(made.id)
            approved.append(made.id)
        elif number == 2:
            second.send_back(made.id, "Noem ook de pagina waar dit het meest hindert.")
    return approved


def _steady(engine: Engine, case: Case) -> list[tuple[Settled, Impact, str]]:
    """One steady failed observation per requirement, in the order of `CONSEQUENCES`."""
    rules = {rule.id: rule for rule in book.load().rules}
    seen = engine.stability.of(engine.cases.current_round(case.id).id).steady()
    failed = [one for one in seen if one.verdict is Verdict.FAILED and not one.indicative and one.rule in rules]
    found: list[tuple[Settled, Impact, str]] = []
    for requirement, impact, consequence in CONSEQUENCES:
        one = next((s for s in failed if requirement in rules[s.rule].requirements), None)
        if one is not None and one.fingerprint not in {known.fingerprint for known, _, _ in found}:
            found.append((one, impact, consequence))
    return found
