"""What was written is read back: the same observations from JSON, the same values from every table."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from report_samples import HOSTILE, hostile_report, observations, report

from eaa_checker.domain.observation import Observation, Place, Witness
from eaa_checker.registers.ods_sheet import read_ods
from eaa_checker.report import csv_file, json_file, ods_report, wcag_em_scan, xlsx_file
from eaa_checker.report.content import ScanReport
from eaa_checker.report.plain_text import MOST_IN_A_CELL, cell, cut, is_formula, one_line, plain, well_formed
from eaa_checker.report.wcag_em_reading import LONGEST, read_evaluation
from rules.contract import Verdict, Words

PLACES = ("Plaatsen", "Places")


def observation_of(row: dict[str, Any]) -> Observation:
    """An observation as ``observations.schema.json`` describes it."""

    def words(name: str) -> Words:
        return Words(**row[name])

    return Observation(
        row["fingerprint"], row["rule"], Verdict(row["outcome"]), words("title"), words("explanation"), words("why"),
        words("repair"), tuple(row["requirements"]), tuple(row["clauses"]), tuple(row["hits"]),
        tuple(Witness(w["engine"], w["rule"], Verdict(w["outcome"]), w["message"]) for w in row["witnesses"]),
        tuple(
            Place(p["address"], tuple(p["path"]), p["html"], tuple(p["box"]) if p["box"] else None, p["indicative"],
                  p["captureId"], p["crop"], p.get("state", "default"))
            for p in row["places"]
        ),
        row["placeCount"], row["pageCount"], row["element"], row["disputed"],
    )  # fmt: skip


@pytest.mark.parametrize("made", [report, hostile_report])
def test_json_gives_the_same_observations(tmp_path: Path, made: Callable[[], ScanReport]) -> None:
    json_file.write(made(), tmp_path / "uit.json")
    document = json.loads((tmp_path / "uit.json").read_text("utf-8"))
    back = [observation_of(row) for row in document["observations"]]

    def storable(value: Any) -> Any:
        """Lone surrogates are in no UTF-8 file."""
        if isinstance(value, str):
            return well_formed(value)
        if isinstance(value, Words):
            return Words(well_formed(value.nl), well_formed(value.en))
        return tuple(storable(v) for v in value) if isinstance(value, tuple) else value

    sent = []
    for one in made().observations():
        told = {name: storable(getattr(one, name)) for name in ("title", "explanation", "why", "repair", "element")}
        places = tuple(
            replace(p, address=storable(p.address), path=storable(p.path), html=storable(p.html)) for p in one.places
        )
        witnesses = tuple(replace(w, message=storable(w.message)) for w in one.witnesses)
        sent.append(replace(one, **told, places=places, witnesses=witnesses))
    assert back == sent


def column(rows: Sequence[Sequence[str]], heading: str) -> list[str]:
    """The cells under a heading."""
    return [row[rows[0].index(heading)] for row in rows[1:]]


def _csv(path: Path) -> Iterator[tuple[str, str]]:
    csv_file.write(hostile_report(), path, "nl")
    csv.field_size_limit(2_000_000)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream, delimiter=csv_file.SEPARATOR):
            yield row["Element"], row["HTML"]


def _xlsx(path: Path) -> Iterator[tuple[str, str]]:
    xlsx_file.write(hostile_report(), path, "nl")
    book = openpyxl.load_workbook(path)

    def value(cell: Any) -> str:
        # ECMA-376 part 1, 22.9.2.19: Excel reads _x005F_ as an underscore; openpyxl leaves that to us.
        return str(cell.value).replace("_x005F_", "_")

    sheets = {sheet.title: [[value(cell) for cell in row] for row in sheet.iter_rows()] for sheet in book}
    elements, html = column(sheets["Waarnemingen"], "Element"), column(sheets["Plaatsen"], "HTML")
    yield from zip(elements, html, strict=True)


def _ods(path: Path) -> Iterator[tuple[str, str]]:
    ods_report.write(hostile_report(), path, "nl")
    sheets = {sheet.name: [row.cells for row in sheet.rows] for sheet in read_ods(path)}
    elements, html = column(sheets["Waarnemingen"], "Element"), column(sheets["Plaatsen"], "HTML")
    yield from zip(elements, html, strict=True)


@pytest.mark.parametrize(
    ("read", "kept"),
    [
        (_csv, cell),
        # Text is text there: what looks like a formula stays as it was, kept from running by the cell's type.
        (_xlsx, lambda text: cut(plain(text), MOST_IN_A_CELL)),
        (_ods, lambda text: cut(one_line(text), MOST_IN_A_CELL)),
    ],
    ids=["csv", "xlsx", "ods"],
)
def test_every_value_survives_in_its_cell(
    tmp_path: Path, read: Callable[[Path], Iterator[tuple[str, str]]], kept: Callable[[str], str]
) -> None:
    found = list(read(tmp_path / "uit.xlsx"))
    assert len(found) == len(HOSTILE)
    for text, values in zip(HOSTILE, found, strict=True):
        for value in values:
            assert value == kept(text), text[:60]
            assert not any(ord(c) < 32 and c not in "\n\t" for c in value)
            assert "\u202e" not in value
            assert len(value) <= MOST_IN_A_CELL
    if read is _csv:  # the one format without types
        assert not any(is_formula(value) and not value.startswith("'") for pair in found for value in pair)


def test_hostile_pages_go_to_the_tool_and_back(tmp_path: Path) -> None:
    wcag_em_scan.write(hostile_report(), tmp_path / "uit.json", "nl")
    back, problems = read_evaluation((tmp_path / "uit.json").read_bytes(), "uit.json")
    tested = [line for line in hostile_report().lines if line.ending.tested]
    assert len(back.pages) == len(tested)
    for page, line in zip(back.pages, tested, strict=True):
        assert page.title == cut(plain(line.title).strip(), LONGEST)
    # Only the text that is longer than any real one is told.
    assert {"was cut" in problem.problem.en for problem in problems} <= {True}


def test_a_scan_says_of_each_criterion_that_no_person_judged_it(tmp_path: Path) -> None:
    wcag_em_scan.write(report(), tmp_path / "uit.json", "en")
    back, problems = read_evaluation((tmp_path / "uit.json").read_bytes(), "uit.json")
    assert problems == ()
    whole = [one for one in back.assertions if not one.page]
    assert len(whole) == 50
    assert {one.outcome.value for one in whole} == {"untested"}
    seen = [one for one in back.assertions if one.page]
    assert {one.automatic for one in seen} == {True}
    assert {one.outcome.value for one in seen} <= {"failed", "cannot-tell"}
    failed = {key for o in observations() if o.verdict is Verdict.FAILED for key in o.requirements}
    told = {f"wcag:{one.criterion}" for one in seen if one.outcome.value == "failed"}
    assert told <= failed
    assert "wcag:1.1.1" in told
    assert all("no verdict" in one.text for one in seen)


def test_the_state_of_a_page_is_named(tmp_path: Path) -> None:
    one = observations()[0]
    menu = replace(one, places=tuple(replace(p, state="menu-open") for p in one.places))
    wcag_em_scan.write(report([menu]), tmp_path / "uit.json", "en")
    back, _ = read_evaluation((tmp_path / "uit.json").read_bytes(), "uit.json")
    assert all("(menu open)" in a.text for a in back.assertions if a.page)
