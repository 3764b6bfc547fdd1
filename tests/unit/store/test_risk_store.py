"""What the risk picture draws on, from real scans: counted when they end, failed scans never taken for good news."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from pages_made import capture, captured, line, observation, place

from eaa_checker.casework.risk import RiskDesk, cms
from eaa_checker.domain.address import Ending
from eaa_checker.domain.organisation import Criticality, Role
from eaa_checker.domain.risk import Factor, Standing
from eaa_checker.domain.scan import ScanOptions, ScanState
from eaa_checker.domain.signal import NewSignal, SignalSource, SignalWeight
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, EditedMeanwhile, NotFound
from eaa_checker.store import Store
from rules.contract import Verdict

ANNA = Actor("Anna", "anna@post-1")


@pytest.fixture
def desk(store: Store) -> RiskDesk:
    """Target 1: scanned twice and then in vain. 2: only in vain. 3: never. 4: never, of another sector."""
    region = store.add_organisation("Regio", kind="Veiligheidsregio")
    police = store.add_organisation("Politie", kind="Politie")
    for number in (1, 2, 3):
        store.add_target(region.id, f"Site {number}", f"https://voorbeeld{number}.test/", emergency=number == 1)
    store.add_target(police.id, "Politie.test", "https://politie.test/")
    scanned(store, 1, ("a", "b"))
    scanned(store, 1, ("a", "c", "d"), generator="WordPress 6.8.1", rule_book="8")
    scanned(store, 1, None)
    scanned(store, 2, None)
    return RiskDesk(store, ANNA)


def scanned(store: Store, target: int, seen: tuple[str, ...] | None, rule_book: str = "7", generator: str = "") -> int:
    """A scan of the target that saw these barriers; None: it failed."""
    scan = store.claim_scan(store.new_scan(target, ScanOptions()).id, "w")
    told = {"tool": "0.1", "rule_book": rule_book, "generator": generator}
    if seen is None:
        store.set_line(scan.id, line(1, Ending.UNKNOWN_HOST))
        store.end_scan(scan.id, ScanState.FAILED, "Mislukt.", "Failed.")
        return scan.id
    store.set_circumstances(scan.id, told)
    barriers = [observation(name, [place(1)]) for name in seen]
    asked = [observation("vraag", [place(1)], verdict=Verdict.CANNOT_TELL, disputed=True)]
    store.store_page(scan.id, captured(1), capture(1), [*barriers, *asked], [line(2)])
    store.end_scan(scan.id, ScanState.COMPLETED)
    return scan.id


def test_facts_are_of_the_last_scan_that_saw_anything(store: Store, desk: RiskDesk) -> None:
    first, second, third, other = store.risk.facts()
    assert (first.standing, first.failed, first.again, first.unsure) == (Standing.EXAMINED, 3, 1, 1)
    assert (first.groups_hit, first.found, first.tested, first.rule_book) == (2, 2, 1, "8")
    assert first.last_attempt_failed
    assert second.standing is Standing.ONLY_FAILED
    assert (third.standing, other.standing) == (Standing.NEVER, Standing.NEVER)
    assert (first.sectors, first.organisation_name) == (("Veiligheidsregio",), "Regio")
    assert store.risk.facts(other.organisation_id) == [other]


def test_the_picture_says_what_it_rests_on(desk: RiskDesk) -> None:
    picture = desk.picture()
    assert (picture.coverage.examined, picture.coverage.only_failed, picture.coverage.never) == (1, 1, 2)
    assert picture.lines[0].facts.target_name == "Site 1"
    region = desk.picture(sector="veiligheidsREGIO", limit=1)
    assert (len(region.lines), region.coverage.total) == (1, 3)
    assert desk.picture(sector="Gemeente").lines == ()
    with pytest.raises(NotFound):
        desk.target(99)


def test_by_sector_and_by_supplier_or_cms(store: Store, desk: RiskDesk) -> None:
    by_sector = {group.name: group for group in desk.sectors()}
    assert set(by_sector) == {"Veiligheidsregio", "Politie"}
    assert (by_sector["Veiligheidsregio"].barriers, by_sector["Politie"].barriers) == (3.0, None)
    builder = store.add_organisation("Bouwer BV")
    store.registers.add_link(ANNA, builder.id, 2, Role.SUPPLIER, date(2020, 1, 1))
    groups = {group.name: group.targets for group in desk.suppliers()}
    assert groups == {"CMS: WordPress": 1, "Bouwer BV": 1, "–": 2}


@pytest.mark.parametrize(
    ("generator", "product"),
    [
        ("WordPress 6.8.1", "WordPress"),
        ("Drupal 11 (https://www.drupal.org)", "Drupal"),
        ("TYPO3 CMS", "TYPO3 CMS"),
        ("Joomla! - Open Source", "Joomla!"),
        ("Hugo 0.140.0", "Hugo"),
        ("  ", ""),
        ("", ""),
    ],
)
def test_versions_of_a_cms_are_one_cluster(generator: str, product: str) -> None:
    assert cms(generator) == product


def test_the_trend_breaks_with_the_rule_book(desk: RiskDesk) -> None:
    line = desk.trend()
    assert [stretch.seen_with for stretch in line.stretches] == ["0.1 / 7", "0.1 / 8"]
    assert [stretch.points[0].barriers for stretch in line.stretches] == [2.0, 3.0]
    assert line.stretches[1].points[0].failed_scans == 2
    assert (line.of, desk.trend(sector="Politie").stretches) == (4, ())


def test_open_signals_of_the_target_and_of_its_organisation_count(store: Store, desk: RiskDesk) -> None:
    for target, organisation, source, weight in (
        (3, None, SignalSource.REPORT, SignalWeight.HEAVY),
        (None, 1, SignalSource.STATEMENT, SignalWeight.LIGHT),
    ):
        new = NewSignal(source, date(2026, 11, 2), "x", weight, target_id=target, organisation_id=organisation)
        store.signals.add(ANNA, new)
    third = desk.target(3).facts
    assert (third.signals, third.signal_weight, third.statement_signals) == (2, 5.0, 1)
    assert desk.target(4).facts.signals == 0


def test_targets_and_organisations_that_are_gone_are_not_ranked(store: Store, desk: RiskDesk) -> None:
    target, police = store.target(3), store.organisation("Politie")
    gone = {"ended": date(2026, 1, 1)}
    store.registers.edit_target(ANNA, 3, target.version, gone, action="target.ended", ground="x")
    store.registers.edit_organisation(ANNA, police.id, police.version, gone, action="organisation.ended", ground="x")
    assert [one.facts.target_id for one in desk.picture().lines] == [1, 2]
    assert desk.trend().of == 2


def test_weighing_anew_and_adjusting_need_a_reason_and_stand_in_the_trail(store: Store, desk: RiskDesk) -> None:
    for act in (lambda: desk.reweigh({Factor.AGE: (9.0, None)}, " "), lambda: desk.adjust(1, 2.0, "")):
        with pytest.raises(BadInput, match="reason"):
            act()
    with pytest.raises(BadInput):
        desk.adjust(1, 11.0, "te veel")
    with pytest.raises(BadInput, match="Take an adjustment away"):
        desk.adjust(1, 0.0, "niets")
    with pytest.raises(NotFound):
        desk.adjust(99, 1.0, "bestaat niet")
    with pytest.raises(BadInput):
        desk.reweigh({Factor.AGE: (-1.0, None)}, "fout")
    assert store.trail.entries() == []
    before = desk.target(1).score
    made = desk.reweigh({Factor.CRITICALITY: (10.0, None), Factor.REACH: (None, 50.0)}, "112 gaat voor")
    assert (made.number, made.of(Factor.CRITICALITY).weight, made.of(Factor.REACH).full) == (2, 10.0, 50.0)
    assert [weighing.number for weighing in desk.weighings()] == [2, 1]
    assert desk.target(1).score != before
    moved = desk.target(1).score
    desk.adjust(1, -2.5, "herstel loopt")
    assert desk.target(1).score == pytest.approx(moved - 2.5)
    desk.adjust(1, 1.0, "herstel stokt")  # on the version that is there
    desk.drop_adjustment(1, "voorbij")
    assert desk.target(1).score == pytest.approx(moved)
    assert [(entry.action, entry.ground) for entry in store.trail.entries()] == [
        ("risk.weighed", "112 gaat voor"),
        ("risk.adjusted", "herstel loopt"),
        ("risk.adjusted", "herstel stokt"),
        ("risk.adjustment-dropped", "voorbij"),
    ]
    assert store.trail.faults() == []


def test_an_adjustment_and_a_weighing_are_put_back_over_the_version_they_left(store: Store, desk: RiskDesk) -> None:
    """As undoing does: the adjustment has its own reason again, the trail says that it was put back."""
    first = desk.adjust(1, 2.0, "uitval", version=0)
    second = desk.adjust(1, 5.0, "weer uitval", version=first.version)
    gone = desk.drop_adjustment(1, "opgelost", version=second.version)
    assert desk.target(1).facts.adjustment is None
    back = desk.put_back_adjustment(1, second, gone, "ongedaan")
    assert back > gone > second.version > first.version
    now = desk.target(1).facts.adjustment
    assert now is not None
    assert (now.points, now.reason, now.version) == (5.0, "weer uitval", back)
    for version in (gone, second.version):
        with pytest.raises(EditedMeanwhile):
            desk.put_back_adjustment(1, first, version, "te laat")
    back = desk.put_back_adjustment(1, first, back, "ongedaan")
    desk.put_back_adjustment(1, None, back, "ongedaan")
    assert desk.target(1).facts.adjustment is None
    with pytest.raises(NotFound):
        desk.put_back_adjustment(1, None, back + 1, "nog eens")
    again = desk.adjust(1, -1.0, "opnieuw", version=0)
    assert again.version == back + 2
    before = desk.weighing()
    made = desk.reweigh({Factor.AGE: (9.0, 30.0)}, "ouderdom")
    assert desk.put_back_weighing(before, made.number, "ongedaan") == made.number + 1
    assert desk.weighing().weights == before.weights
    with pytest.raises(BadInput, match="newer weighing"):
        desk.put_back_weighing(before, made.number, "te laat")
    assert [(entry.action, entry.ground) for entry in store.trail.entries()] == [
        ("risk.adjusted", "uitval"),
        ("risk.adjusted", "weer uitval"),
        ("risk.adjustment-dropped", "opgelost"),
        ("risk.adjusted", "ongedaan"),
        ("risk.adjusted", "ongedaan"),
        ("risk.adjustment-dropped", "ongedaan"),
        ("risk.adjusted", "opnieuw"),
        ("risk.weighed", "ouderdom"),
        ("risk.weighed", "ongedaan"),
    ]
    assert store.trail.faults() == []


def test_criticality_weighs(store: Store, desk: RiskDesk) -> None:
    target = store.target(4)
    before = desk.target(4)
    values = {"criticality": Criticality.ROUTE.value}
    store.registers.edit_target(ANNA, 4, target.version, values, action="target.edited", ground="")
    assert desk.target(4).impact > before.impact


def test_figures_follow_the_clock_of_the_scan(store: Store, desk: RiskDesk) -> None:
    examined = store.risk.facts()[0].examined
    assert examined is not None
    assert abs((datetime.now(UTC) - examined).total_seconds()) < 600
