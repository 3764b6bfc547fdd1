"""The tables and the method section of a monitoring report (Implementing Decision (EU) 2018/1524, annexes I and II)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from eaa_checker.casework.monitoring import recurrence, remarks, sample_sizes, source
from eaa_checker.domain.manual import Outcome
from eaa_checker.domain.monitoring import (
    Level,
    Method,
    MonitoredObject,
    MonitoringPeriod,
    MonitoringTable,
    Value,
)
from eaa_checker.domain.organisation import TargetKind
from rules import norms
from rules.contract import Words

NEEDS: tuple[tuple[str, str], ...] = (
    ("a", "4.2.1"), ("b", "4.2.2"), ("c", "4.2.3"), ("d", "4.2.4"), ("e", "4.2.5"), ("f", "4.2.6"), ("g", "4.2.7"),
    ("h", "4.2.9"), ("i", "4.2.10"),
)  # fmt: skip
"""The nine user accessibility needs (annex I, point 1.3.2) and the functional performance statement of each
(EN 301 549, clause 4.2). Limited reach (4.2.8) and privacy (4.2.11) are not among them."""

_METHOD = ("method", Words("Methode", "Method"))
_EDITION = ("edition", Words("EN 301 549", "EN 301 549"))
_KIND = ("kind", Words("Soort object", "Kind of object"))
_LEVELS = tuple(Level)
_Group = tuple[Method, TargetKind, str]


def tables_of(
    period: MonitoringPeriod, objects: Sequence[MonitoredObject], before: Sequence[MonitoredObject] | None
) -> tuple[MonitoringTable, ...]:
    """Every table, in the order of annex II."""
    counted = [one for one in objects if one.complete]
    return (
        _sizes(period, objects),
        _again(counted, before),
        _composition(objects),
        _requirements(counted),
        _needs(counted),
        _list(objects),
    )


def _sizes(period: MonitoringPeriod, objects: Sequence[MonitoredObject]) -> MonitoringTable:
    """Annex II, point 2.2: asked and reached."""
    rows: list[tuple[Value, ...]] = []
    for size in sample_sizes(period.population, websites=period.websites, apps=period.apps):
        if size.id == ("simplified-first" if period.later else "simplified"):
            continue
        method = Method.SIMPLIFIED if size.id.startswith("simplified") else Method.IN_DEPTH
        kind = TargetKind.APP if size.id == "apps" else TargetKind.WEB_SITE
        mine = [one for one in objects if (one.method, one.kind) == (method, kind)]
        # One object counts once, however often it was examined.
        reached = len({one.target_id for one in mine if one.complete})
        begun = len({one.target_id for one in mine}) - reached
        rows.append((size.method, size.ref, size.asked, size.minimum, reached, begun, max(0, size.minimum - reached)))
    return MonitoringTable(
        "sample-sizes",
        Words("Steekproef: gevraagd en gehaald", "Sample: asked and reached"),
        (
            _METHOD,
            ("point", Words("Punt van bijlage I", "Point of annex I")),
            ("asked", Words("Gevraagd", "Asked")),
            ("minimum", Words("Genoeg", "Enough")),
            ("reached", Words("Gehaald", "Reached")),
            ("incomplete", Words("Begonnen, niet voltooid", "Begun, not completed")),
            ("missing", Words("Nog nodig", "Still needed")),
        ),
        tuple(rows),
    )


def _again(counted: Sequence[MonitoredObject], before: Sequence[MonitoredObject] | None) -> MonitoringTable:
    """Annex I, point 2.4: monitored again, and new. Empty when the period before is not known."""
    rows: list[tuple[Value, ...]] = []
    if before is not None:
        for method in Method:
            for kind in (TargetKind.WEB_SITE, TargetKind.APP):
                now = {one.target_id for one in counted if (one.method, one.kind) == (method, kind)}
                then = {one.target_id for one in before if one.complete and one.kind is kind}
                if now:
                    wanted = recurrence(len(now))
                    rows.append((method, kind, len(now), len(now & then), wanted.again, len(now - then), wanted.new))
    return MonitoringTable(
        "recurrence",
        Words("Opnieuw en nieuw (punt 2.4)", "Again and new (point 2.4)"),
        (
            _METHOD, _KIND,
            ("monitored", Words("Onderzocht", "Monitored")),
            ("again", Words("Ook in de vorige periode", "In the period before too")),
            ("againWanted", Words("Ook eerder: ten minste", "Again: at least")),
            ("new", Words("Niet in de vorige periode", "Not in the period before")),
            ("newWanted", Words("Nieuw: ten minste", "New: at least")),
        ),
        tuple(rows),
    )  # fmt: skip


def _composition(objects: Sequence[MonitoredObject]) -> MonitoringTable:
    """Annex II, point 2.2: by level and sector."""
    groups: dict[tuple[Value, ...], list[MonitoredObject]] = {}
    for one in sorted(objects, key=lambda o: (o.method, o.kind, _LEVELS.index(o.level), o.sector)):
        groups.setdefault((one.method, one.kind, one.level, one.sector), []).append(one)
    rows = [
        (
            *group,
            len({o.target_id for o in mine if o.complete}),
            len({o.target_id for o in mine if o.complete and o.failed}),
            len({o.target_id for o in mine if o.complete and o.machine}),
            len({o.target_id for o in mine} - {o.target_id for o in mine if o.complete}),
        )
        for group, mine in groups.items()
    ]
    return MonitoringTable(
        "composition",
        Words("Naar niveau en sector", "By level and sector"),
        (
            _METHOD, _KIND,
            ("level", Words("Niveau (punt 2.2.2)", "Level (point 2.2.2)")),
            ("sector", Words("Sector (soort instantie)", "Sector (kind of body)")),
            ("monitored", Words("Onderzocht", "Monitored")),
            ("withFailures", Words("Met “voldoet niet”", "With “failed”")),
            ("withMachineBarriers", Words("Met barrières volgens de machine", "With barriers seen by the machine")),
            ("incomplete", Words("Begonnen, niet voltooid", "Begun, not completed")),
        ),
        tuple(rows),
    )  # fmt: skip


def _groups(counted: Iterable[MonitoredObject]) -> dict[_Group, list[MonitoredObject]]:
    """Objects by method, kind and edition: what is never added up."""
    found: dict[_Group, list[MonitoredObject]] = {}
    for one in sorted(counted, key=lambda o: (o.method, o.kind, o.edition)):
        found.setdefault((one.method, one.kind, one.edition), []).append(one)
    return found


def _requirements(counted: Sequence[MonitoredObject]) -> MonitoringTable:
    """Annex II, point 3.1: outcome by requirement."""
    rows: list[tuple[Value, ...]] = []
    for group, mine in _groups(counted).items():
        keys = dict.fromkeys(key for one in mine for key, _ in one.outcomes)
        for key in keys:
            tally = Counter(outcome for one in mine for k, outcome in one.outcomes if k == key)
            barriers = sum(key in one.machine for one in mine)
            rows.append(
                (*group, key, _title(key), len(mine), *(tally[outcome] for outcome in Outcome), barriers)
            )
    return MonitoringTable(
        "requirements",
        Words("Uitkomst per eis", "Outcome by requirement"),
        (
            _METHOD, _KIND, _EDITION,
            ("requirement", Words("Eis", "Requirement")),
            ("title", Words("Titel", "Title")),
            ("objects", Words("Objecten", "Objects")),
            *((outcome.name.lower(), Words(outcome.nl, outcome.en)) for outcome in Outcome),
            ("machineBarriers", Words("Barrière volgens de machine", "Barrier seen by the machine")),
        ),
        tuple(rows),
    )  # fmt: skip


def _needs(counted: Sequence[MonitoredObject]) -> MonitoringTable:
    """Annex I, point 1.3.2: who is hindered."""
    rows: list[tuple[Value, ...]] = []
    for group, mine in _groups(counted).items():
        edition = group[2]
        for letter, statement in NEEDS:
            failed = [sum(statement in _hits(key, edition) for key in one.failed) for one in mine]
            machine = [any(statement in _hits(key, edition) for key in one.machine) for one in mine]
            said = norms.statement(statement)
            rows.append(
                (*group, letter, statement, said.who, len(mine), sum(n > 0 for n in failed), sum(failed), sum(machine))
            )
    return MonitoringTable(
        "user-needs",
        Words("Naar toegankelijkheidsbehoefte van gebruikers", "By user accessibility need"),
        (
            _METHOD, _KIND, _EDITION,
            ("need", Words("Behoefte (punt 1.3.2)", "Need (point 1.3.2)")),
            ("statement", Words("EN 301 549, punt", "EN 301 549, clause")),
            ("people", Words("Wie", "Who")),
            ("objects", Words("Objecten", "Objects")),
            ("objectsWithFailures", Words("Met een “voldoet niet” die hen raakt", "With a “failed” that hits them")),
            ("failures", Words("Oordelen “voldoet niet” die hen raken", "Verdicts “failed” that hit them")),
            ("objectsWithMachineBarriers", Words("Met barrières volgens de machine", "With barriers by the machine")),
        ),
        tuple(rows),
    )  # fmt: skip


def _list(objects: Sequence[MonitoredObject]) -> MonitoringTable:
    rows: list[tuple[Value, ...]] = [
        (
            o.method, o.kind, o.edition, o.organisation, o.sector, o.level, o.name, o.address,
            o.case_number or str(o.case_id), o.day, o.pages, o.pages_tested, len(o.failed), o.untested, o.findings,
            Words("ja", "yes") if o.complete else Words("nee", "no"),
            Words("ja", "yes") if o.shared else Words("nee", "no"),
        )
        for o in objects
    ]  # fmt: skip
    return MonitoringTable(
        "objects",
        Words("Onderzochte objecten", "Examined objects"),
        (
            _METHOD, _KIND, _EDITION,
            ("organisation", Words("Instantie", "Organisation")),
            ("sector", Words("Sector", "Sector")),
            ("level", Words("Niveau", "Level")),
            ("name", Words("Object", "Object")),
            ("address", Words("Adres", "Address")),
            ("case", Words("Onderzoek", "Case")),
            ("day", Words("Peildatum", "Examination date")),
            ("pages", Words("Pagina’s in de steekproef", "Pages in the sample")),
            ("pagesTested", Words("Pagina’s vastgelegd", "Pages captured")),
            ("failed", Words("Eisen “voldoet niet”", "Requirements “failed”")),
            ("untested", Words("Eisen niet getoetst", "Requirements not tested")),
            ("findings", Words("Vastgestelde bevindingen", "Approved findings")),
            ("complete", Words("Telt mee", "Counts")),
            ("shared", Words("Oordelen gedeeld met andere objecten", "Verdicts shared with other objects")),
        ),
        tuple(rows),
    )  # fmt: skip


def _title(key: str) -> Words:
    try:
        return norms.requirement(key).title
    except norms.UnknownRequirement:
        return Words(key, key)


def _hits(key: str, edition: str) -> tuple[str, ...]:
    """Functional performance statements that a requirement supports primarily in that edition's Table B.2."""
    try:
        return norms.hits(norms.clauses([key], edition), edition)
    except (norms.UnknownRequirement, norms.UnknownEdition):
        return ()


def method_of(period: MonitoringPeriod, objects: Sequence[MonitoredObject]) -> tuple[Words, ...]:
    """How it was counted, and what may not be read into it."""
    people = f"{period.population:,}"
    shared = len({one.case_id for one in objects if one.shared})
    other = sorted({one.edition for one in objects if one.edition != norms.CITED})
    told = [
        Words(
            f"Periode {period.first.isoformat()} tot en met {period.last.isoformat()}, naar de peildatum van het "
            f"onderzoek. Inwoners: {people.replace(',', '.')}. Bron van de methode: {source()}.",
            f"Period {period.first.isoformat()} to {period.last.isoformat()}, by the examination date. Inhabitants: "
            f"{people}. Source of the method: {source()}.",
        ),
        Words(
            "Geteld zijn websites en apps in eenvoudige en diepgaande onderzoeken die niet zijn gestopt en waarvan de "
            "toezichtactie is begonnen. Snelle onderzoeken, statusmetingen, herinspecties, documenten en 112-kanalen "
            "tellen niet mee. Een scan buiten een onderzoek telt niet mee.",
            "Counted are web sites and apps in simplified and in-depth examinations that were not stopped and whose "
            "supervisory action has begun. Quick examinations, status measurements, re-inspections, documents and 112 "
            "channels do not count, nor does a scan outside an examination.",
        ),
        Words(
            "Uitkomsten zijn die van de eerste ronde: wat later is hersteld, verandert de meting niet.",
            "Outcomes are those of the first round: what was repaired later does not change the measurement.",
        ),
        Words(
            "Een diepgaand onderzoek telt pas mee als elke eis een oordeel van een mens heeft (punt 1.2.1). Een "
            "eenvoudig onderzoek telt mee als pagina’s zijn vastgelegd of een eis is beoordeeld (punt 1.3.1).",
            "An in-depth examination counts once every requirement has a person’s verdict (point 1.2.1). A simplified "
            "one counts when pages were captured or a requirement was judged (point 1.3.1).",
        ),
        Words(
            "“Niet getoetst” is geen “voldoet”. Eenvoudig onderzoek toont nooit aan dat een website voldoet; zonder "
            "bevindingen is er geen niet-naleving gevonden. Wat de machine zag, is geen oordeel en staat apart.",
            "“Not tested” is not “passed”. Simplified monitoring never shows that a site conforms; without findings no "
            "non-compliance was detected. What the machine saw is no verdict and stands apart.",
        ),
        Words(
            "Uitkomsten bij verschillende edities van EN 301 549 zijn niet opgeteld (artikel 4). De cijfers per "
            "toegankelijkheidsbehoefte volgen tabel B.2 van de editie, alleen het hoofdverband.",
            "Outcomes against different editions of EN 301 549 are not added up (article 4). Figures by user need "
            "follow Table B.2 of the edition, the primary relation only.",
        ),
        Words(
            "Het niveau (punt 2.2.2) is afgeleid van de soort instantie in het register; die indeling is een eigen "
            "keuze. Welke dienst (punt 2.2.3) een object levert, is niet vastgelegd.",
            "The level (point 2.2.2) is derived from the kind of body in the register; that classification is a choice "
            "of our own. Which service (point 2.2.3) an object provides is not recorded.",
        ),
    ]
    if shared:
        told.append(
            Words(
                f"In {shared} onderzoek(en) met meer objecten gelden de oordelen voor elk daarvan.",
                f"In {shared} case(s) with several objects the verdicts stand for each of them.",
            )
        )
    if other:
        told.append(
            Words(
                f"Er is ook getoetst aan {', '.join(other)}; dat staat in eigen rijen.",
                f"There were also tests against {', '.join(other)}; these have rows of their own.",
            )
        )
    if period.previous_first is None:
        told.append(
            Words(
                "De vorige periode is niet opgegeven; hoeveel opnieuw is onderzocht (punt 2.4), staat er daarom niet.",
                "The period before was not given; how many were monitored again (point 2.4) is therefore not told.",
            )
        )
    return (*told, *remarks())
