"""The risk picture: ranked with reasons, silent on what was not examined, broken where the measuring changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import accessible
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from eaa_checker.domain.organisation import Role
from eaa_checker.domain.risk import Factor, Standing
from eaa_checker.domain.scan import ScanState
from eaa_checker.domain.trend import ScanFigure, trend
from eaa_checker.engine import Engine
from eaa_checker.store import Store
from ui.cases.place import Cases
from ui.charts.grids import RiskMatrix
from ui.place import Link
from ui.risk import figures
from ui.risk.place import MATRIX, RANKING, SECTORS, SUPPLIERS, TREND, RiskPlace
from ui.undoing import GROUND
from ui.window import Window

Settle = Callable[[Window], None]


@pytest.fixture
def risky(open_window: Callable[..., Window], sample_copy: Path, settle: Settle) -> Window:
    """One target examined, one whose only scan failed, two never scanned; one of them has a supplier."""
    with Engine.open(sample_copy) as engine, Store.open(sample_copy) as store:
        portal = next(target for target in engine.targets() if target.name == "Burgerportaal")
        scan = engine.new_scan(portal.id)
        store.claim_scan(scan.id, "sample")
        store.end_scan(scan.id, ScanState.FAILED, "Niets werkt.", "Nothing works.")
        maker = engine.add_organisation("Sitebouw BV")
        engine.registers.link(maker.id, portal.id, Role.SUPPLIER)
    window = open_window(sample_copy, place="risk")
    settle(window)
    return window


def place_of(window: Window) -> RiskPlace:
    place = window.place("risk")
    assert isinstance(place, RiskPlace)
    return place


def names(place: RiskPlace) -> list[str]:
    return [place.table.item(row).facts.target_name for row in range(place.table.rowCount())]


def test_the_ranking_says_what_it_rests_on(risky: Window) -> None:
    place = place_of(risky)
    lines = [place.table.item(row) for row in range(place.table.rowCount())]
    assert len(lines) == 3
    assert [line.score for line in lines] == sorted((line.score for line in lines), reverse=True)
    cells = {place.table.item(row).facts.target_name: place.table.cells(row) for row in range(3)}
    assert cells["Website"][5] == "onderzocht"
    assert "onbekend" not in cells["Website"][2]
    assert cells["Burgerportaal"][2].startswith("onbekend (")
    assert cells["Burgerportaal"][3] == "onbekend"
    assert "elke scan mislukte" in cells["Burgerportaal"][5]
    assert [button.text() for button in place.standings.values()] == [
        "1 onderzocht", "1 niet onderzocht: elke scan mislukte", "1 nooit onderzocht",
    ]  # fmt: skip
    assert "Een score rangschikt; zij oordeelt nooit." in place._made.text()


def test_what_was_not_examined_has_no_colour_of_risk(risky: Window) -> None:
    place = place_of(risky)
    for row in range(place.table.rowCount()):
        line = place.table.item(row)
        for column in place.table.columns:
            if column.sign is not None:
                assert column.sign(line)[1] not in ("failed", "passed", "ask")
    figure = figures.matrix([place.table.item(row) for row in range(3)])
    assert {spot.name.partition(" – ")[0] for spot in figure.aside} == {"Burgerportaal", "Crisispagina"}
    assert [spot.name.partition(" – ")[0] for spots in figure.spots.values() for spot in spots] == ["Website"]


def test_every_factor_has_its_weight_points_and_words_and_leads_on(risky: Window) -> None:
    place = place_of(risky)
    place.view.choose(1)
    figure = place.detail.bars.figure
    assert isinstance(figure, figures.SharesFigure)
    assert len(figure.shares) == len(Factor)
    line = place.detail.line
    assert line is not None
    by_name = {share.name: share for share in figure.shares}
    failures = by_name["Barrières in de laatste scan (kans)"]
    assert "gewicht 4" in failures.said
    assert failures.words == line.explain(line.factors[0], "nl")
    assert failures.link == Link("organisations", "target", 1)
    assert by_name["Signalen (kans)"].link == Link("signals", "target", 1)
    place.view.choose(2)
    unknown = place.detail.bars.figure
    assert isinstance(unknown, figures.SharesFigure)
    assert unknown.shares[0].value is None
    assert unknown.shares[0].said.startswith("niet bekend")


def test_weighing_otherwise_asks_a_reason_and_ranks_anew(risky: Window, settle: Settle) -> None:
    place = place_of(risky)
    place.weights.click()
    form = place.form
    form.submit()
    assert form.wrong.text() == "Er is niets gewijzigd."
    form.table.weights[Factor.AGE].setText("veel")
    form.submit()
    assert "typ een getal" in form.wrong.text()
    form.table.weights[Factor.AGE].setText("12,5")
    form.submit()
    settle(risky)
    assert "geeft een reden" in form.wrong.text()
    assert form.table.weights[Factor.AGE].text() == "12,5"
    form.reason.setPlainText("ouderdom telt zwaarder")
    form.submit()
    settle(risky)
    settle(risky)
    now = risky.desk.bridge.engine.risk.weighing()
    assert (now.number, now.of(Factor.AGE).weight, now.reason) == (2, 12.5, "ouderdom telt zwaarder")
    assert "Weging 2" in place._made.text()


def test_a_target_is_adjusted_with_a_reason(risky: Window, settle: Settle) -> None:
    place = place_of(risky)
    place.view.choose(3)
    place.detail.adjust.click()
    form = place.detail.form
    form.points.setText("11")
    form.reason.setPlainText("dient een eiland")
    form.submit()
    settle(risky)
    assert "ten hoogste 10 punten" in form.wrong.text()
    form.points.setText("−2,5".replace("−", "-"))
    form.submit()
    settle(risky)
    settle(risky)
    assert place.detail.line is not None
    assert place.detail.line.facts.adjustment is not None
    assert place.detail.line.facts.adjustment.points == -2.5
    assert "dient een eiland" in place.detail._adjusted.text()
    place.detail.adjust.click()
    form.points.setText("0")
    form.reason.setPlainText("vergissing")
    form.submit()
    settle(risky)
    settle(risky)
    assert place.detail.line.facts.adjustment is None


def test_the_matrix_is_walked_and_each_cell_leads_to_its_targets(risky: Window, settle: Settle, tmp_path: Path) -> None:
    place = place_of(risky)
    place.tabs.setCurrentIndex(MATRIX)
    chart = place.matrix
    canvas = chart.canvas
    assert isinstance(canvas, RiskMatrix)
    canvas.grab()
    figure = canvas.figure
    assert figure is not None
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.words(figure, canvas.current).startswith("Niet onderzocht, dus niet in de matrix: ")
    full = next(n for n in range(25) if canvas.link(figure, n) is not None)
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    for _ in range(full):
        QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert "Website" in canvas.words(figure, canvas.current)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    settle(risky)
    assert place.tabs.currentIndex() == RANKING
    assert names(place) == ["Website"]
    place.all_targets.click()
    assert len(names(place)) == 3
    for kind in ("svg", "png", "csv"):
        chart.write(kind, tmp_path / f"m.{kind}")
    assert ElementTree.parse(tmp_path / "m.svg").getroot().tag.endswith("svg")
    assert "Burgerportaal" in (tmp_path / "m.csv").read_text("utf-8-sig")


def test_the_numbers_of_coverage_show_what_they_count(risky: Window) -> None:
    place = place_of(risky)
    for standing, expected in (
        (Standing.EXAMINED, ["Website"]), (Standing.ONLY_FAILED, ["Burgerportaal"]), (Standing.NEVER, ["Crisispagina"]),
    ):  # fmt: skip
        place.standings[standing].click()
        assert names(place) == expected
    risky.go(Link("risk", "standing", "unexamined"))
    assert set(names(place)) == {"Burgerportaal", "Crisispagina"}


def test_sectors_and_suppliers_lead_to_their_targets(risky: Window, settle: Settle) -> None:
    place = place_of(risky)
    place.tabs.setCurrentIndex(SECTORS)
    settle(risky)
    row = place.sectors.table.row_of("Veiligheidsregio")
    assert place.sectors.table.cells(row)[2] == "1 van 2"
    place.sectors.view.opened.emit(place.sectors.table.item(row))
    settle(risky)
    assert set(names(place)) == {"Website", "Crisispagina"}
    place.tabs.setCurrentIndex(SUPPLIERS)
    settle(risky)
    row = place.suppliers.table.row_of("Sitebouw BV")
    assert place.suppliers.table.cells(row)[4] == "niet gemeten"
    place.suppliers.view.opened.emit(place.suppliers.table.item(row))
    settle(risky)
    assert names(place) == ["Burgerportaal"]


def test_the_trend_breaks_with_words_and_says_its_coverage(risky: Window, settle: Settle) -> None:
    def scan(number: int, month: int, failed: int, book: str, tested: int = 4) -> ScanFigure:
        return ScanFigure(number, number, datetime(2026, month, 10, tzinfo=UTC), tested, failed, "1.0", book)

    found = trend([scan(1, 1, 8, "1"), scan(2, 1, 4, "1"), scan(3, 4, 6, "1"), scan(4, 5, 0, "2", 0)], 9)
    figure = figures.trend(found, risky.desk.language.locale)
    assert figure.labels == ("2026-01", "2026-02", "2026-03", "2026-04", "2026-05")
    assert figure.series[0].values == (6.0, None, None, 6.0, None), "a failed scan and an empty month are gaps"
    assert figure.breaks == (4,)
    assert figure.break_words == ("gemeten met motor 1.0, regelboek 2",)
    assert figure.notes[0].startswith("2 van 9 objecten onderzocht, 0 scans mislukt")
    assert figure.notes[1] == "niets gescand"
    assert "2026-05: gemeten met motor 1.0, regelboek 2" in figures.break_words(found)[0]
    place = place_of(risky)
    place.tabs.setCurrentIndex(TREND)
    settle(risky)
    assert place.trend.figure is not None
    assert "nooit als 0" in place.trend.canvas.accessibleDescription()


def test_a_case_is_started_from_the_selection(risky: Window, settle: Settle) -> None:
    place = place_of(risky)
    place.view.selectAll()
    assert place.begin_case.text() == "Onderzoek starten naar 3 objecten"
    chosen = place.chosen_targets()
    place.begin_case.click()
    settle(risky)
    settle(risky)
    assert risky.here == "cases"
    cases = risky.place("cases")
    assert isinstance(cases, Cases)
    assert sorted(cases.new.targets.chosen()) == sorted(chosen)


@pytest.mark.parametrize("tab", [RANKING, MATRIX, TREND])
def test_everything_can_be_reached_and_has_a_name(risky: Window, qtbot: QtBot, settle: Settle, tab: int) -> None:
    place = place_of(risky)
    place.tabs.setCurrentIndex(tab)
    settle(risky)
    if tab == RANKING:
        place.standings[Standing.NEVER].click()
        place.weights.click()
        place.detail.adjust.click()
    risky.activateWindow()
    qtbot.waitUntil(risky.isActiveWindow)
    assert accessible.nameless(risky) == []
    assert accessible.walk_by_tab(risky) == ([], [])


def test_a_weighing_and_adjustments_are_undone(risky: Window, settle: Settle, sample_copy: Path) -> None:
    place, undo = place_of(risky), risky.menus.undo

    def wait() -> None:
        for _ in range(3):
            settle(risky)

    with Store.open(sample_copy) as store:
        before = store.risk.weighing()
        place._begin_weighing()
        place.form.table.weights[Factor.AGE].setText("9")
        place.form.reason.setPlainText("ouderdom telt")
        place.form._reweigh()
        wait()
        assert store.risk.weighing().of(Factor.AGE).weight == 9.0
        undo.trigger()
        wait()
        assert store.risk.weighing().weights == before.weights
        assert store.trail.entries()[-1].ground == GROUND
        assert not undo.isEnabled()
        number = place.table.item(0).facts.target_id
        for points, why in (("2,5", "uitval"), ("-1", "herstel loopt"), ("0", "voorbij")):
            line = next(line for line in place.picture.lines if line.facts.target_id == number)  # type: ignore[union-attr]
            place.detail.form.begin_with(line)
            place.detail.form.points.setText(points)
            place.detail.form.reason.setPlainText(why)
            place.detail.form._adjust()
            wait()
        said = []
        while undo.isEnabled():
            undo.trigger()
            wait()
            now = next(one.adjustment for one in store.risk.facts() if one.target_id == number)
            said.append((now.points, now.reason) if now is not None else None)
        assert said == [(-1.0, "herstel loopt"), (2.5, "uitval"), None]
        assert store.trail.entries()[-1].ground == GROUND
        assert store.trail.faults() == []


def test_there_is_nothing_to_take_away_without_an_adjustment(risky: Window, settle: Settle) -> None:
    place = place_of(risky)
    form = place.detail.form
    form.begin_with(place.table.item(0))
    form.points.setText("0")
    form.reason.setPlainText("zomaar")
    form._adjust()
    settle(risky)
    assert "Er is geen bijstelling om weg te halen." in [label.text() for label in form.findChildren(QLabel)]
    assert not risky.menus.undo.isEnabled()
