"""A period of monitoring in tables: who counts, what was reached, and that not tested is never passed."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from cases_made import CONTACT, Examined
from jsonschema import Draft202012Validator
from scans_made import Made

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.manual import ManualDesk
from eaa_checker.casework.monitoring_report import MonitoringDesk, level_of
from eaa_checker.casework.monitoring_tables import NEEDS
from eaa_checker.domain.case import CaseKind, NewCase
from eaa_checker.domain.manual import NewAnswer, Outcome, Scope, Step
from eaa_checker.domain.monitoring import Level, MonitoringPeriod, MonitoringReport
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, ExportProblem
from eaa_checker.registers.ods_sheet import read_ods
from eaa_checker.report import json_file
from eaa_checker.store import Store
from rules import norms

YEAR = MonitoringPeriod(date(2026, 1, 1), date(2026, 12, 22), 18_000_000)
FOCUS = "wcag:2.4.7"
UNSEEN = (Step("any", "yes"), Step("seen", "no"))


def table(report: MonitoringReport, name: str) -> list[dict[str, Any]]:
    found = next(one for one in report.tables if one.name == name)
    return [dict(zip((key for key, _ in found.columns), row, strict=True)) for row in found.rows]


@pytest.fixture
def judged(examined_store: Store, anna: Actor) -> Store:
    """The simplified examination of a safety region's site with one requirement judged as failed."""
    desk = ManualDesk(examined_store, anna)
    desk.answer(1, NewAnswer(FOCUS, UNSEEN, Scope.WHOLE))
    desk.judge(1, FOCUS, Outcome.FAILED)
    return examined_store


def test_asked_and_reached(judged: Store) -> None:
    sizes = {row["point"]: row for row in table(MonitoringDesk(judged).report(YEAR), "sample-sizes")}
    assert {point: (row["asked"], row["reached"]) for point, row in sizes.items()} == {
        "2.1.3": (615, 1), "2.1.4": (32, 0), "2.1.5": (24, 0),
    }  # fmt: skip
    assert sizes["2.1.3"]["missing"] == 614
    early = MonitoringPeriod(YEAR.first, YEAR.last, 18_000_000, later=False, websites=100)
    rows = {row["point"]: row for row in table(MonitoringDesk(judged).report(early), "sample-sizes")}
    assert (rows["2.1.2"]["asked"], rows["2.1.2"]["minimum"]) == (435, 75)
    assert "2.1.3" not in rows


def test_untested_is_never_passed(judged: Store) -> None:
    rows = {row["requirement"]: row for row in table(MonitoringDesk(judged).report(YEAR), "requirements")}
    assert (rows[FOCUS]["failed"], rows[FOCUS]["untested"]) == (1, 0)
    others = [row for key, row in rows.items() if key != FOCUS]
    assert len(others) >= 49
    assert {(row["passed"], row["untested"], row["objects"]) for row in others} == {(0, 1, 1)}


def test_who_is_hit_and_where(judged: Store) -> None:
    report = MonitoringDesk(judged).report(YEAR)
    needs = {row["statement"]: row for row in table(report, "user-needs")}
    assert list(needs) == [statement for _, statement in NEEDS]
    assert len(NEEDS) == 9
    # Table B.2 of V3.2.1: visible focus serves first of all those who see little or move with difficulty.
    assert {statement for statement, row in needs.items() if row["failures"]} == set(
        norms.hits(("9.2.4.7",), "V3.2.1")
    )
    assert {"4.2.2", "4.2.7"} & {s for s, row in needs.items() if row["objectsWithFailures"] == 1}
    assert needs["4.2.4"]["failures"] == 0
    (place,) = table(report, "composition")
    assert (place["level"], place["monitored"], place["withFailures"]) == (Level.UNKNOWN, 1, 1)
    assert level_of("Veiligheidsregio") is Level.REGIONAL
    assert (level_of("Gemeente"), level_of("Ministerie"), level_of("")) == (Level.LOCAL, Level.STATE, Level.UNKNOWN)


def test_in_depth_counts_only_when_every_requirement_has_a_verdict(
    examined_store: Store, anna: Actor
) -> None:
    store = examined_store
    case = store.cases.case(1)
    store.cases.change(anna, 1, case.version, {"kind": CaseKind.IN_DEPTH.value}, "case.edited")
    rows = {row["point"]: row for row in table(MonitoringDesk(store).report(YEAR), "sample-sizes")}
    assert (rows["2.1.4"]["reached"], rows["2.1.4"]["incomplete"]) == (0, 1)
    for key in ManualDesk(store, anna).requirements(1):
        store.manual.put_verdict(anna, 1, 0, key, Outcome.PASSED, "nagelopen")
    rows = {row["point"]: row for row in table(MonitoringDesk(store).report(YEAR), "sample-sizes")}
    assert (rows["2.1.4"]["reached"], rows["2.1.4"]["incomplete"]) == (1, 0)


def test_what_the_machine_saw_stands_apart(examined_store: Store, anna: Actor) -> None:
    Examined(examined_store, anna, 1, 1).visited([Made("/", "Home", failed=("logo",)), CONTACT])
    report = MonitoringDesk(examined_store).report(YEAR)
    rows = table(report, "requirements")
    assert sum(row["machineBarriers"] for row in rows) > 0
    assert sum(row["failed"] + row["passed"] for row in rows) == 0
    assert table(report, "composition")[0]["withMachineBarriers"] == 1


def test_what_does_not_count(judged: Store, anna: Actor) -> None:
    cases = CaseDesk(judged, anna)
    cases.open(NewCase(CaseKind.SIMPLIFIED, "Pas begonnen", examination_date=date(2026, 3, 1), target_ids=(1,)))
    cases.open(NewCase(CaseKind.QUICK, "Snel", examination_date=date(2026, 3, 1), target_ids=(1,)))
    desk = MonitoringDesk(judged)
    assert len(table(desk.report(YEAR), "objects")) == 1
    empty = desk.report(MonitoringPeriod(date(2025, 1, 1), date(2025, 12, 22), 18_000_000))
    assert table(empty, "objects") == []
    assert [row["reached"] for row in table(empty, "sample-sizes")] == [0, 0, 0]


def test_again_and_new(judged: Store) -> None:
    whole = MonitoringPeriod(date(2026, 6, 1), date(2026, 12, 22), 1, previous_first=date(2026, 1, 1),
                             previous_last=date(2026, 5, 31))  # fmt: skip
    (row,) = table(MonitoringDesk(judged).report(whole), "recurrence")
    assert (row["monitored"], row["again"], row["new"], row["newWanted"]) == (1, 0, 1, 1)
    assert table(MonitoringDesk(judged).report(YEAR), "recurrence") == []


@pytest.mark.parametrize(
    "period",
    [
        MonitoringPeriod(date(2026, 2, 1), date(2026, 1, 1), 1),
        MonitoringPeriod(date(2026, 1, 1), date(2026, 2, 1), 1, previous_first=date(2025, 1, 1)),
        MonitoringPeriod(date(2026, 1, 1), date(2026, 2, 1), 1, previous_first=date(2025, 1, 1),
                         previous_last=date(2026, 1, 1)),
        MonitoringPeriod(date(2026, 1, 1), date(2026, 2, 1), -1),
    ],
)  # fmt: skip
def test_a_period_that_is_none_is_refused(store: Store, period: MonitoringPeriod) -> None:
    with pytest.raises(BadInput):
        MonitoringDesk(store).report(period)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_same_figures_in_every_format(judged: Store, tmp_path: Path, language: str) -> None:
    judged.add_organisation("=HYPERLINK(1)")
    desk = MonitoringDesk(judged)
    report = desk.report(YEAR)
    document = json.loads(desk.write(YEAR, "json", tmp_path / "m.json", language=language).read_text("utf-8"))
    schema, formats = json_file.schema("monitoring"), Draft202012Validator.FORMAT_CHECKER
    Draft202012Validator(schema, format_checker=formats).validate(document)
    sheets = list(read_ods(desk.write(YEAR, "ods", tmp_path / "m.ods", language=language)))
    with ZipFile(desk.write(YEAR, "csv", tmp_path / "m.zip", language=language)) as archive:
        files = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    assert len(sheets) == len(files) == len(report.tables) + 1
    for told, found in zip(document["tables"], report.tables, strict=True):
        rows = list(csv.reader(io.StringIO(files[f"{found.name}.csv"]), delimiter=";"))
        assert rows[0] == [words.say(language) for _, words in found.columns]
        assert len(rows) - 1 == len(found.rows) == len(told["rows"])
        for written, row, value in zip(rows[1:], found.rows, told["rows"], strict=True):
            numbers = [one for one in row if isinstance(one, int)]
            assert [int(w) for w, one in zip(written, row, strict=True) if isinstance(one, int)] == numbers
            assert [one for one in value.values() if isinstance(one, int)] == numbers
    assert [m[language] for m in document["method"]] == [words.say(language) for words in report.method]
    assert "Method" in next(iter(files)).title()


def test_no_half_file(judged: Store, tmp_path: Path) -> None:
    desk = MonitoringDesk(judged)
    for kind in ("ods", "json", "csv"):
        (tmp_path / "map").mkdir(exist_ok=True)
        with pytest.raises(ExportProblem):
            desk.write(YEAR, kind, tmp_path / "map")
        with pytest.raises(ExportProblem, match="folder does not exist"):
            desk.write(YEAR, kind, tmp_path / "weg" / "m")
    with pytest.raises(BadInput, match="Unknown format"):
        desk.write(YEAR, "pdf", tmp_path / "m.pdf")
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == []
