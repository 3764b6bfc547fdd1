"""The verifier of one file names every byte that is changed, added, removed or swapped, and follows nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from eaa_checker.dossier import bag as bags
from eaa_checker.dossier import verify_dossier
from eaa_checker.dossier.verify_dossier import GENESIS, NoDossier, checklist, examine, main, safe, zoned
from eaa_checker.errors import AlreadyExists, ExportProblem

SEALED = datetime(2026, 11, 2, 12, 30, tzinfo=UTC)
VERIFIER = Path(verify_dossier.__file__)

COMPLETE: dict[str, Any] = {
    "address": "https://voorbeeld.test/", "kind": "diepgaand onderzoek", "norm": "EN 301 549 V3.2.1",
    "sample": {"method": "draw", "seed": "7"}, "description": "", "examiner": {"name": "A", "function": "B",
    "designation": "C"}, "signature": {"name": "A", "function": "B", "instant": "2026-11-02T12:00:00+01:00"},
    "findings": [{"number": "B-01", "fact": "x", "place": "x", "requirement": "wcag:1.1.1", "consequence": "x",
    "evidence": ["capture:1"], "reviewer": "D"}],
    "scans": [{"id": 1, "started": "2026-11-02T11:00:00+01:00", "ended": "2026-11-02T12:00:00+01:00",
    "circumstances": {"viewport": [1280, 1024], "machine": "post-12", "tool": "1", "rule_book": "2", "axe": "3",
    "browser": {"version": "156"}}, "captures": [{"folder": "data/captures/0001", "address": "https://a.test/",
    "final_address": "https://a.test/", "state": "default", "instant": "2026-11-02T11:00:01+01:00"}]}],
}  # fmt: skip


def make(parent: Path, number: int = 1, previous: str = GENESIS) -> Path:
    place = parent / f"dossier-{number}"
    with bags.building(parent) as bag:
        bag.add("data/matter.json", json.dumps(COMPLETE).encode())
        bag.add("data/een.txt", b"een " * number)
        bag.add("data/map/twee.txt", b"twee")
        bag.add("data/verify_dossier.py", VERIFIER.read_bytes())
        bag.tag("LEESMIJ-README.txt", b"lees mij")
        bag.seal(number, previous, SEALED, {"External-Description": "x\ny\u202e"})
        bags.put(bag, place)
    return place


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return make(tmp_path)


def edited(name: str, change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def edit(place: Path) -> None:
        file = place / name
        file.write_bytes(change(file.read_bytes()))

    return edit


def swap(place: Path) -> None:
    one, two = place / "data" / "een.txt", place / "data" / "map" / "twee.txt"
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)


def reorder(name: str) -> Callable[[Path], None]:
    return edited(name, lambda data: b"".join(reversed(data.splitlines(keepends=True))))


def test_an_untouched_dossier_has_no_fault(place: Path) -> None:
    found = examine(str(place))
    assert found.faults == []
    assert (found.number, found.previous, found.files) == (1, GENESIS, 4)
    assert not any(check.missing for check in found.checklist)
    info = (place / "bag-info.txt").read_text()
    assert "External-Description: x y⟨U+202E⟩\n" in info


@pytest.mark.parametrize(
    ("tamper", "kinds"),
    [
        (edited("data/een.txt", lambda data: data[:-1]), {("changed", "data/een.txt")}),
        (edited("data/een.txt", lambda data: data[:1] + b"E" + data[2:]), {("changed", "data/een.txt")}),
        (edited("data/een.txt", lambda data: data + b"\n"), {("changed", "data/een.txt")}),
        (lambda place: (place / "data" / "map" / "twee.txt").unlink(), {("removed", "data/map/twee.txt")}),
        (lambda place: (place / "data" / "drie.txt").write_text("x"), {("added", "data/drie.txt")}),
        (lambda place: (place / "naast.txt").write_text("x"), {("added", "naast.txt")}),
        (swap, {("swapped", "data/een.txt"), ("swapped", "data/map/twee.txt")}),
        (edited("bagit.txt", lambda data: data + b"\n"), {("changed", "bagit.txt")}),
        (edited("bag-info.txt", lambda data: data.replace(b"Number: 1", b"Number: 2")), {("changed", "bag-info.txt"),
         ("changed", "seal.json")}),
        (edited("LEESMIJ-README.txt", lambda data: b""), {("changed", "LEESMIJ-README.txt")}),
        (reorder("manifest-sha256.txt"), {("changed", "manifest-sha256.txt"), ("broken", "manifest-sha256.txt")}),
        (reorder("tagmanifest-sha256.txt"), {("broken", "tagmanifest-sha256.txt")}),
        (edited("tagmanifest-sha256.txt", lambda data: data + b"\n"), {("broken", "tagmanifest-sha256.txt")}),
        (edited("seal.json", lambda data: data.replace(b'"number": 1', b'"number": 2')), {("changed", "seal.json")}),
        (edited("seal.json", lambda data: data + b" "), {("changed", "seal.json")}),
        (lambda place: (place / "seal.json").unlink(), {("removed", "seal.json")}),
        (lambda place: (place / "seal.tsr").write_bytes(b"token"), {("changed", "seal.tsr")}),
        (lambda place: os.mkfifo(place / "data" / "pijp"), {("refused", "data/pijp")}),
        (edited("manifest-sha256.txt", lambda _: b""), {("changed", "manifest-sha256.txt"), ("added", "data/een.txt"),
         ("added", "data/matter.json"), ("added", "data/map/twee.txt"), ("added", "data/verify_dossier.py")}),
        (edited("manifest-sha256.txt", lambda data: data + b"\xff\xfe"), {("changed", "manifest-sha256.txt"),
         ("broken", "manifest-sha256.txt"), ("added", "data/een.txt"), ("added", "data/matter.json"),
         ("added", "data/map/twee.txt"), ("added", "data/verify_dossier.py")}),
    ],
)  # fmt: skip
def test_every_tampering_is_named(place: Path, tamper: Callable[[Path], Any], kinds: set[tuple[str, str]]) -> None:
    tamper(place)
    assert {(fault.kind, fault.path) for fault in examine(str(place)).faults} == kinds


def test_each_single_byte_is_guarded(place: Path) -> None:
    for name in ("seal.json", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "bagit.txt"):
        whole = (place / name).read_bytes()
        for position in range(0, len(whole), 7):
            (place / name).write_bytes(whole[:position] + bytes((whole[position] ^ 1,)) + whole[position + 1 :])
            assert examine(str(place)).faults, (name, position)
        (place / name).write_bytes(whole)
    assert examine(str(place)).faults == []


def test_a_link_is_refused_and_not_followed(place: Path, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_bytes((place / "data" / "een.txt").read_bytes())
    (place / "data" / "een.txt").unlink()
    (place / "data" / "een.txt").symlink_to(secret)
    (place / "data" / "buiten").symlink_to(tmp_path)
    faults = examine(str(place)).faults
    assert {(fault.kind, fault.path) for fault in faults} == {("refused", "data/een.txt"), ("refused", "data/buiten")}


@pytest.mark.parametrize("path", ["data/../../geheim.txt", "/etc/passwd", "data/..\\x", "C:/x", "data//x", "data/./x"])
def test_a_path_that_leads_outside_is_refused(place: Path, tmp_path: Path, path: str) -> None:
    (tmp_path / "geheim.txt").write_text("geheim")
    edited("manifest-sha256.txt", lambda data: data + b"0" * 64 + b"  " + path.encode() + b"\n")(place)
    faults = examine(str(place)).faults
    assert ("refused", "manifest-sha256.txt") in {(fault.kind, fault.path) for fault in faults}
    assert not safe(path)
    with pytest.raises(ValueError, match="not a new path"), bags.building(tmp_path) as bag:
        bag.add(path, b"")
    assert not [entry for entry in tmp_path.iterdir() if entry.name.startswith(".new")]


def test_a_seal_kept_elsewhere_shows_that_all_was_replaced(place: Path) -> None:
    seal = examine(str(place)).seal
    assert examine(str(place), seal.upper()).faults == []
    assert examine(str(place), "0" * 64).faults


def test_what_is_no_dossier_is_said(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "weg"):
        with pytest.raises(NoDossier):
            examine(str(folder))
        assert main([str(folder)]) == 2


def test_the_copy_inside_runs_by_itself_and_speaks_two_languages(place: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-I", "-S", str(place / "data" / "verify_dossier.py"), *arguments]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False,
                              env={"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"})  # fmt: skip

    whole = run()
    assert (whole.returncode, whole.stderr) == (0, "")
    assert "Geen byte is veranderd" in whole.stdout
    (place / "data" / "een.txt").write_text("anders")
    broken = run("--english")
    assert broken.returncode == 1
    assert "data/een.txt: changed after the sealing" in broken.stdout


def test_dossiers_that_do_not_follow_each_other_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = make(tmp_path)
    second = make(tmp_path, 2, examine(str(first)).seal)
    third = make(tmp_path, 3, "a" * 64)
    assert main([str(second), str(first)]) == 0
    assert main(["--english", str(first), str(second), str(third)]) == 1
    assert "Dossier 3 does not follow dossier 2." in capsys.readouterr().out


def test_nothing_is_put_over_what_is_there(tmp_path: Path) -> None:
    make(tmp_path)
    with pytest.raises(AlreadyExists):
        make(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["dossier-1"]
    (tmp_path / "bestand").write_text("")
    with pytest.raises(ExportProblem):
        make(tmp_path / "bestand")


def without(key: str, *path: str) -> dict[str, Any]:
    matter: dict[str, Any] = json.loads(json.dumps(COMPLETE))
    inner: Any = matter
    for step in path:
        inner = inner[int(step) if step.isdigit() else step]
    inner[key] = ""
    return matter


@pytest.mark.parametrize(
    ("matter", "red"),
    [
        (without("address"), ["where"]),
        (without("final_address", "scans", "0", "captures", "0"), ["where"]),
        (without("machine", "scans", "0", "circumstances"), ["where"]),
        (without("instant", "scans", "0", "captures", "0"), ["when"]),
        (without("ended", "scans", "0"), ["when"]),
        (without("function", "examiner"), ["who"]),
        (without("designation", "examiner"), ["who"]),
        (without("axe", "scans", "0", "circumstances"), ["method"]),
        (without("sample"), ["method"]),
        (without("norm"), ["method"]),
        (without("findings"), ["description"]),
        (without("consequence", "findings", "0"), ["description"]),
        (without("reviewer", "findings", "0"), ["description"]),
        (without("name", "signature"), ["signed"]),
        (without("instant", "signature"), ["dated"]),
        (without("scans"), ["where", "when"]),
        ({}, ["where", "when", "who", "method", "description", "signed", "dated"]),
    ],
)
def test_each_item_of_the_case_law_is_red_while_something_is_missing(matter: dict[str, Any], red: list[str]) -> None:
    assert [check.key for check in checklist(matter) if check.missing] == red


def test_a_day_is_no_instant() -> None:
    assert zoned("2026-11-02T12:00:00+01:00")
    assert zoned("2026-11-02T11:00:00Z")
    assert not any(zoned(text) for text in ("2026-11-02", "2026-11-02T12:00:00", "", None, 5, "gisteren"))


@pytest.mark.parametrize("matter", [b"[1]", b"{", b'{"scans": 5}', b'{"scans": [5]}', b"[" * 100_000])
def test_a_strange_description_is_a_fault_and_no_crash(tmp_path: Path, matter: bytes) -> None:
    with bags.building(tmp_path) as bag:
        bag.add("data/matter.json", matter)
        bag.seal(1, GENESIS, SEALED, {})
        bags.put(bag, tmp_path / "vreemd")
    assert [fault.path for fault in examine(str(tmp_path / "vreemd")).faults] == ["data/matter.json"]
