"""A report stands there as a whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from report_samples import observations, report

from eaa_checker.domain.observation import Observation
from eaa_checker.errors import ExportProblem, StoreIsFull, StoreIsUnreadable
from eaa_checker.report.whole_file import whole_file, worded
from eaa_checker.report.writing import FORMATS, write

KINDS = pytest.mark.parametrize("kind", FORMATS)
FILES = pytest.mark.parametrize("kind", [kind for kind in FORMATS if kind != "html-pages"])
"""A folder or zip is never written over, and has tests of its own in test_report_folder."""


def test_the_file_takes_its_place_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "uit.txt"
    target.write_text("oud")
    with whole_file(target) as beside:
        beside.write_text("nieuw")
        assert target.read_text() == "oud"
    assert target.read_text() == "nieuw"
    assert os.listdir(tmp_path) == ["uit.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
def test_the_file_gets_the_permissions_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        with whole_file(tmp_path / "uit.txt") as beside:
            beside.write_text("x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "uit.txt").stat().st_mode) == 0o640


@pytest.mark.parametrize("error", [ValueError("mis"), KeyboardInterrupt()])
def test_an_error_leaves_what_was_there(tmp_path: Path, error: BaseException) -> None:
    target = tmp_path / "uit.txt"
    target.write_text("oud")
    with pytest.raises(type(error)), whole_file(target) as beside:  # noqa: PT012 - the block is what is tested
        beside.write_text("half")
        raise error
    assert target.read_text() == "oud"
    assert os.listdir(tmp_path) == ["uit.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_said_in_both_languages(tmp_path: Path) -> None:
    target = tmp_path / "uit.txt"
    with pytest.raises(StoreIsFull) as caught, whole_file(target), open("/dev/full", "w") as full:
        full.write("past niet")
    assert "schijf is vol" in caught.value.nl
    assert "disk is full" in caught.value.en
    assert os.listdir(tmp_path) == []


@KINDS
def test_a_missing_folder_is_an_export_problem(tmp_path: Path, kind: str) -> None:
    with pytest.raises(ExportProblem, match="folder does not exist") as caught:
        write(report(), kind, tmp_path / "weg" / "uit", "nl")
    assert "de map bestaat niet" in caught.value.nl


@FILES
def test_a_folder_in_the_way_is_an_export_problem(tmp_path: Path, kind: str) -> None:
    (tmp_path / "uit").mkdir()
    with pytest.raises(ExportProblem):
        write(report(), kind, tmp_path / "uit", "nl")
    assert os.listdir(tmp_path) == ["uit"]


@KINDS
def test_an_error_of_the_store_passes_and_leaves_the_old_report(tmp_path: Path, kind: str) -> None:
    def broken() -> Iterator[Observation]:
        yield from observations()
        raise StoreIsUnreadable("De database is weg.", "The database is gone.")

    target = tmp_path / "uit"
    target.write_text("oud")
    with pytest.raises(StoreIsUnreadable):
        write(report(observations=broken), kind, target, "nl")
    assert target.read_text() == "oud"
    assert os.listdir(tmp_path) == ["uit"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file size limit per process")
@FILES
def test_a_file_that_cannot_grow_leaves_the_old_report(tmp_path: Path, kind: str) -> None:
    """A real refusal by the kernel while writing: the process may not make a file larger than 8 kB."""
    target = tmp_path / "uit"
    target.write_text("oud")
    script = (
        "import resource, sys, pathlib\n"
        "from report_samples import report, observations\n"
        "from eaa_checker.report.writing import write\n"
        "from eaa_checker.errors import ExportProblem\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))\n"
        "try:\n    write(report(observations() * 20), sys.argv[2], pathlib.Path(sys.argv[1]), 'nl')\n"
        "except ExportProblem as error:\n    print(error.nl)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(target), kind], cwd=Path(__file__).parent, check=True,
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert "te groot" in ran.stdout
    assert target.read_text() == "oud"
    assert os.listdir(tmp_path) == ["uit"]


@pytest.mark.parametrize(
    ("number", "kind"), [(errno.ENOSPC, StoreIsFull), (errno.EDQUOT, StoreIsFull), (errno.EACCES, ExportProblem)]
)
def test_errors_of_the_system_get_words(number: int, kind: type[Exception]) -> None:
    say: Callable[[int], Exception] = lambda n: worded(OSError(n, os.strerror(n)), Path("uit.csv"))  # noqa: E731
    assert type(say(number)) is kind
    assert "uit.csv" in str(say(number))
