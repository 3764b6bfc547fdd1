"""The HTML report as text: complete, honest about what is missing, and deaf to what pages say."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from pathlib import Path

import pytest
from lxml import html
from report_samples import HOSTILE, JPEG, PICTURES, hostile_report, lines, observations, picture, report

from eaa_checker.domain.address import Ending
from eaa_checker.domain.scan import ScanState
from eaa_checker.report import html_file
from eaa_checker.report.album import Album, within
from eaa_checker.report.content import ScanReport


def written(one: ScanReport, path: Path, language: str = "nl", **options: int) -> html.HtmlElement:
    html_file.write(one, path / "uit.html", language, **options)
    return html.parse(path / "uit.html", html.HTMLParser(encoding="utf-8", huge_tree=True)).getroot()


def words(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def test_the_head_says_of_whom_what_when_and_with_which_versions(tmp_path: Path) -> None:
    page = written(report(), tmp_path)
    assert page.get("lang") == "nl"
    assert page.findtext(".//title") == "Scanrapport www.vrnoordermeer.example – Veiligheidsregio Noordermeer"
    head = words(page.find(".//header"))
    for text in (
        "Veiligheidsregio Noordermeer",
        "23 november 2026, 14:05:09 (UTC+01:00)",
        "EN 301 549 V3.2.1",
        "afgerond",
    ):
        assert text in head
    text = words(page)
    for text_of_run in (
        "156.0.7204.49",
        "1.243",
        "2026.11.0",
        "1280 × 1024",
        "EAA-Checker/0.1.0",
        "Browser: sandbox ja",
        "robots.txt: herkomst https://www.vrnoordermeer.example",
        "Venster (CSS-pixels) 1280, 1024",
    ):
        assert text_of_run in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_says_that_a_machine_looked_and_what_it_did_not_look_at(tmp_path: Path, language: str) -> None:
    page = written(report(), tmp_path, language)
    summary = words(page.get_element_by_id("samenvatting"))
    nl = (
        "waarnemingen van een machine. Een mens stelt bevindingen vast", "Niet getest is nooit geslaagd",
        "De machine bekeek 9 pagina’s. Zij zag 6 verschillende barrières op 18 plaatsen", "inloggen vereist 1",
        "De norm telt 50 succescriteria. Bij 5 zag de machine een barrière en bij 1 heeft zij alleen vragen. Bij 4",
        "40 zijn niet getest",
    )  # fmt: skip
    en = (
        "machine’s observations. A person establishes findings", "Not tested is never passed",
        "The machine looked at 9 pages. It saw 6 different barriers in 18 places", "sign-in required 1",
        "The norm has 50 success criteria. For 5 the machine saw a barrier and for 1 it only has questions. For 4",
        "40 were not tested",
    )  # fmt: skip
    for sentence in nl if language == "nl" else en:
        assert sentence in summary


def test_barriers_stand_by_criterion_and_widest_first(tmp_path: Path) -> None:
    page = written(report(), tmp_path)
    section = page.get_element_by_id("waarnemingen")
    assert [words(h) for h in section.findall(".//h3")] == [
        "WCAG 1.1.1 Niet-tekstuele content niveau A", "WCAG 1.4.3 Contrast (minimum) niveau AA",
        "WCAG 3.1.1 Taal van de pagina niveau A", "WCAG 4.1.2 Naam, rol, waarde niveau A", "Goede praktijk, geen norm",
    ]  # fmt: skip
    assert [words(h) for h in section.findall(".//article//h4")][3:5] == [
        "De knop heeft geen naam.", "Het veld “telefoon” heeft geen label.",
    ]  # fmt: skip
    rows = [words(row.find("th")) for row in section.findall(".//table//tr[@data-for]")]
    assert rows[0] == "De afbeelding “logo.svg” heeft geen tekstalternatief. img in de kop (logo)"
    assert rows[2] == "De pagina zegt niet in welke taal zij is. html op /kaart"
    contrast = section.findall(".//article")[1]
    for text in (
        "De motoren zijn het oneens", "axe-core, color-contrast", "EN 301 549 9.1.4.3", "Maak de tekst donkerder",
        "main > article:nth-child(2)", "mensen die slechtziend zijn", "4 pagina’s, 4 plaatsen",
    ):  # fmt: skip
        assert text in words(contrast)
    assert contrast.findtext(".//pre/code") == '<a class="meer" href="/nieuws/wateroverlast">Lees meer</a>'
    questions = page.get_element_by_id("vragen")
    assert len(questions.findall(".//article")) == 2
    assert "indicatief" in words(questions.findall(".//article")[1])


def test_every_anchor_has_its_target_and_ids_are_unique(tmp_path: Path) -> None:
    page = written(report(), tmp_path)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for target in page.xpath("//a[starts-with(@href, '#')]/@href"):
        assert target[1:] in ids


def test_a_criterion_without_a_rule_is_not_tested(tmp_path: Path) -> None:
    page = written(report(passed={}, ran=()), tmp_path)
    states = {
        words(r.find("th")).split()[0]: words(r.findall("td")[1]) for r in page.xpath("//*[@id='criteria']//tbody/tr")
    }
    assert len(states) == 50
    assert states["2.4.2"] == "niet getest"
    assert states["1.1.1"] == "barrière gezien"
    assert states["1.2.2"] == "vraag aan een mens"


def test_no_barrier_is_not_a_pass(tmp_path: Path) -> None:
    page = written(report([]), tmp_path, "en")
    assert "It saw no barriers. That does not mean that the site is accessible" in words(page)
    nothing = [dataclasses.replace(line, ending=Ending.REFUSED) for line in lines()]
    page = written(report([], lines=nothing, passed={}, ran=()), tmp_path, "en")
    assert "Not one page was examined. So this report says nothing about accessibility." in words(page)
    assert "50 success criteria" not in words(page.get_element_by_id("samenvatting"))


def test_a_scan_that_runs_and_robots_passed_over_are_said(tmp_path: Path) -> None:
    scan = report().scan
    options = dataclasses.replace(scan.options, ignore_robots="klacht 2026-114 over deze pagina's")
    page = written(report(scan=dataclasses.replace(scan, state=ScanState.RUNNING, options=options)), tmp_path)
    assert "Deze scan is niet afgerond" in words(page)
    assert "robots.txt is niet gevolgd. Reden die de inspecteur opgaf: klacht 2026-114" in words(page)


def test_the_pages_stand_with_their_endings(tmp_path: Path) -> None:
    page = written(report(), tmp_path)
    gaps = page.get_element_by_id("niet-onderzocht").getnext()
    endings = [words(row.findall("td")[1]) for row in gaps.findall(".//tbody/tr")]
    assert endings[:2] == [
        "pagina bestaat niet (HTTP 404) 404 Not Found",
        "inloggen vereist (HTTP 401) 401 Unauthorized",
    ]
    assert len(endings) == 6


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    page = written(report(), tmp_path, most_per_criterion=1)
    assert "Nog 1 staan in de export" in words(page.get_element_by_id("waarnemingen"))
    many = [dataclasses.replace(lines()[0], address=f"https://x.example/{n}") for n in range(html_file.MOST_LINES + 5)]
    page = written(report(lines=many), tmp_path)
    assert "En nog 5; zie de export" in words(page.get_element_by_id("paginas"))


def test_pictures_are_embedded_with_the_element_outlined(tmp_path: Path) -> None:
    page = written(report(), tmp_path)
    figure = page.find(".//figure")
    image = figure.find(".//img")
    kind, _, data = image.get("src").partition(";base64,")
    assert kind == "data:image/jpeg"
    assert base64.b64decode(data) == PICTURES[JPEG]
    assert image.get("alt") == "Uitsnede van de pagina met het element omlijnd: img in de kop (logo)"
    assert figure.find(".//svg").get("viewbox") == "0 0 560.0 240.0"
    rect = figure.find(".//rect")
    assert [float(rect.get(k)) for k in ("x", "y", "width", "height")] == [24, 84, 200, 120]


def test_pictures_beyond_the_total_are_referred_to(tmp_path: Path) -> None:
    page = written(report(), tmp_path, most_picture_bytes=len(PICTURES[JPEG]))
    assert len(page.findall(".//figure")) == 1
    assert "Uitsnede: zie de applicatie." in words(page)


def test_an_album_takes_only_pictures() -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
    store = {"svg": svg, "png": picture("PNG")}
    album = Album(store.get)
    assert album.shot("svg", None, None) is None
    assert album.shot("weg", None, None) is None
    shot = album.shot("png", (0, 0, 5, 5), None)
    assert shot is not None
    assert shot.outline is None
    assert (album.embedded, album.left_out) == (1, 0)

    def unreadable(sha256: str) -> bytes:
        raise PermissionError(sha256)

    assert Album(unreadable).shot("png", None, None) is None


def test_an_outline_stays_within_its_picture() -> None:
    region = (100.0, 200.0, 300.0, 100.0)
    assert within((150, 210, 20, 30), region) == (50, 10, 20, 30)
    assert within((50, 190, 100, 500), region) == (0, 0, 50, 100)
    assert within((500, 200, 10, 10), region) is None
    assert within(None, region) is None


def test_what_pages_say_stays_text(tmp_path: Path) -> None:
    page = written(hostile_report(), tmp_path)
    raw = (tmp_path / "uit.html").read_text(encoding="utf-8")
    assert len(page.findall(".//script")) == 1
    assert not page.xpath("//img[@onerror]")
    assert not page.xpath("//*[starts-with(translate(@href, 'JAVSCRIPT', 'javscript'), 'javascript:')]")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]", raw)
    shown = {code.text for code in page.findall(".//pre/code")}
    assert {HOSTILE[0], HOSTILE[8], HOSTILE[9], HOSTILE[11]} <= shown
    assert any("⟨U+202E⟩gpj.exe" in (text or "") for text in shown)
    assert len(raw) < 5_000_000


def test_the_policy_names_exactly_the_style_and_script_inside(tmp_path: Path) -> None:
    page = written(report(), tmp_path)
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for name in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.findtext(f".//{name}").encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert not page.xpath("//@style")
    assert not page.xpath("//link | //iframe | //object | //*[starts-with(name(@*), 'on')]")


def test_the_order_of_the_stream_does_not_matter_for_the_order_of_the_report(tmp_path: Path) -> None:
    one = written(report(), tmp_path)
    other = written(report(observations()[::-1]), tmp_path)
    assert [words(h) for h in one.findall(".//h4")] == [words(h) for h in other.findall(".//h4")]
