"""The report as a folder and as a zip: whole or not there, one page per requirement, nothing but local references."""

from __future__ import annotations

import os
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from report_samples import HOSTILE, hostile_report, report

from eaa_checker.errors import AlreadyExists, ExportProblem, StoreIsFull
from eaa_checker.report import html_folder
from eaa_checker.report.norm_words import examined_criteria
from eaa_checker.report.whole_folder import unpacked, whole_folder


class References(HTMLParser):
    """Everything a page refers to: *loaded* by itself, or *followed* by a reader."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.followed: list[str] = []
        self.scripts = 0
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script" or any(name.startswith("on") for name, _ in attrs)
        for name, value in attrs:
            if name == "href" and tag == "a":
                self.followed.append(value or "")
            elif name in ("src", "href", "srcset", "data", "poster", "action", "background"):
                self.loaded.append(value or "")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("folder")
    html_folder.write(report(), path / "nl", "nl")
    html_folder.write(report(), path / "en", "en")
    html_folder.write(hostile_report(), path / "hostile", "nl")
    return path


@pytest.mark.parametrize("name", ["nl", "en", "hostile"])
def test_nothing_is_loaded_but_files_of_the_folder(folder: Path, name: str) -> None:
    pages = sorted((folder / name).glob("*.html"))
    for page in pages:
        found = References(page)
        assert found.scripts == 0
        for wanted in found.loaded:
            assert re.fullmatch(r"(beeld|pictures)/[0-9a-f]{64}\.(png|jpeg)", wanted), wanted
            assert (page.parent / wanted).is_file()
        for wanted in found.followed:
            file, _, anchor = wanted.partition("#")
            if file.startswith(("https://", "http://")):
                continue
            assert file == "" or (page.parent / file).is_file(), (page.name, wanted)
            if anchor:
                target = (page.parent / (file or page.name)).read_text("utf-8")
                assert f'id="{anchor}"' in target, (page.name, wanted)
        text = page.read_text("utf-8")
        assert "@import" not in text
        assert "url(" not in re.sub(r"<body.*", "", text, flags=re.S)
    assert {f"wcag-{criterion.num}.html" for criterion in examined_criteria()} <= {page.name for page in pages}


def test_every_observation_stands_on_one_page_and_is_named_where_it_counts_too(folder: Path) -> None:
    pages = {page.name: page.read_text("utf-8") for page in (folder / "nl").glob("*.html")}
    anchors = [anchor for text in pages.values() for anchor in re.findall(r'<article class="obs" id="([^"]+)"', text)]
    assert len(anchors) == len(set(anchors)) == 8
    assert "Het veld “telefoon” heeft geen label." in pages["wcag-3.3.2.html"]
    assert "Het veld “telefoon” heeft geen label." in pages["wcag-4.1.2.html"]
    assert "Dit toetspunt is niet getest." in pages["wcag-2.5.4.html"]


def test_what_pages_say_is_shown_and_never_run(folder: Path) -> None:
    text = "".join(page.read_text("utf-8") for page in (folder / "hostile").glob("*.html"))
    assert "<script" not in text
    assert "<img src=x" not in text
    assert "⟨U+202E⟩" in text
    for raw in ("\u202e", "\x00", "\x1b", "\ud83d"):
        assert raw not in text
    assert len(max(HOSTILE, key=len)) == 1_000_000
    assert max(page.stat().st_size for page in (folder / "hostile").glob("*.html")) < 2_000_000


def test_a_zip_holds_the_same_and_is_the_same_every_time(tmp_path: Path, folder: Path) -> None:
    html_folder.write(report(), tmp_path / "a.zip", "nl")
    with zipfile.ZipFile(tmp_path / "a.zip") as package:
        names = package.namelist()
        assert all(name.startswith("a/") for name in names)
        assert package.read("a/wcag-1.1.1.html") == (folder / "nl" / "wcag-1.1.1.html").read_bytes()
    first = (tmp_path / "a.zip").read_bytes()
    html_folder.write(report(), tmp_path / "a.zip", "nl")
    assert (tmp_path / "a.zip").read_bytes() == first


@pytest.mark.parametrize("name", ["uit", "uit.zip"])
def test_a_full_disk_leaves_nothing(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []

    def full(*_: object) -> None:
        written.append(1)
        if len(written) == 20:
            raise OSError(28, "No space left on device")

    real = html_folder._page
    monkeypatch.setattr(html_folder, "_page", lambda *values: (full(), real(*values)))
    with pytest.raises(StoreIsFull):
        html_folder.write(report(), tmp_path / name, "nl")
    assert list(tmp_path.iterdir()) == []
    assert len(written) == 20


def test_nothing_is_written_over_or_through_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (tmp_path / "link").symlink_to(elsewhere)
    (tmp_path / "link.zip").symlink_to(elsewhere / "x.zip")
    with pytest.raises(AlreadyExists):
        html_folder.write(report(), elsewhere, "nl")
    for name in ("link", "link.zip"):
        with pytest.raises(ExportProblem, match="symlink"):
            html_folder.write(report(), tmp_path / name, "nl")
    with pytest.raises(ExportProblem):
        html_folder.write(report(), tmp_path / "geen" / "map", "nl")
    assert list(elsewhere.iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elders", "link", "link.zip"]


def zipped(path: Path, *members: tuple[str, int]) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for name, mode in members:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            package.writestr(entry, "x")
    return path


@pytest.mark.parametrize(
    "members",
    [
        [("../weg.txt", 0o100644)], [("a/../../weg.txt", 0o100644)], [("/weg.txt", 0o100644)],
        [("C:/weg.txt", 0o100644)], [("a\\..\\weg.txt", 0o100644)], [("a/link", 0o120777)],
        [("a/x", 0o100644), ("A/X", 0o100644)],
    ],
)  # fmt: skip
def test_a_zip_that_points_outside_is_not_unpacked(tmp_path: Path, members: list[tuple[str, int]]) -> None:
    into = tmp_path / "in"
    into.mkdir()
    with pytest.raises(ExportProblem) as caught:
        unpacked(zipped(tmp_path / "p.zip", *members), into)
    assert caught.value.nl != caught.value.en
    assert list(into.iterdir()) == []
    assert not os.path.lexists(tmp_path / "weg.txt")


def test_what_is_no_zip_is_said(tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(b"PK\x03\x04 half")
    (tmp_path / "in").mkdir()
    with pytest.raises(ExportProblem, match="no readable package"):
        unpacked(tmp_path / "p.zip", tmp_path / "in")


def test_an_error_of_the_block_passes_and_leaves_nothing(tmp_path: Path) -> None:
    def half() -> None:
        with whole_folder(tmp_path / "uit") as scratch:
            (scratch / "half").write_text("x")
            raise KeyError("x")

    with pytest.raises(KeyError):
        half()
    assert list(tmp_path.iterdir()) == []
