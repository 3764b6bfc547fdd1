"""The demo site hangs together, and its list of barriers says what is there."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import lxml.html
import pytest
import yaml

from eaa_checker.demo import SITE, Kind, barriers, deliberate, frames, pages

RULES = {
    "document-has-title", "document-has-lang", "document-lang-is-valid", "image-has-name", "button-has-name",
    "link-has-name", "form-field-has-name", "iframe-has-name", "text-has-contrast", "viewport-allows-zoom",
    "heading-not-empty", "aria-hidden-has-no-focus", "referenced-id-is-unique",
}  # fmt: skip
UNLISTED = ("/404.html", "/intern/rooster.html")
DELIBERATELY_DEAD = {"/nieuws/archief-2019.html"}


def file_of(path: str) -> Path:
    return SITE / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))


def source(path: str) -> str:
    return file_of(path).read_text(encoding="utf-8")


def test_every_rule_has_barriers_and_counterparts() -> None:
    found = Counter((b.rule, b.kind) for b in barriers())
    assert {rule for rule, _ in found} == RULES
    assert min(found[rule, kind] for rule in RULES for kind in Kind) >= 2
    assert len(barriers(Kind.BARRIER)) >= 26
    assert len(barriers()) == len(barriers(Kind.BARRIER)) + len(barriers(Kind.COUNTERPART))


def test_entries_are_complete_and_unique() -> None:
    entries = barriers()
    assert len({b.id for b in entries}) == len(entries)
    for b in entries:
        assert b.on_every_page or b.page in pages(), b.id
        assert b.nl.endswith("."), b.id
        assert b.en.endswith("."), b.id
        assert all(re.fullmatch(r"[1-4]\.\d\.\d+", criterion) for criterion in b.wcag), b.id
        assert b.kind is Kind.BARRIER or not b.axe, b.id
    targets = [(b.rule, b.page, b.selector) for b in entries]
    assert len(set(targets)) == len(targets), "one place cannot be barrier and counterpart of the same rule"


def test_places_of_a_shared_barrier_are_all_pages() -> None:
    (shared,) = [b for b in barriers(Kind.BARRIER) if b.on_every_page]
    assert [place.page for place in shared.places] == list(pages())
    single = next(b for b in barriers() if not b.on_every_page)
    assert [(p.page, p.selector) for p in single.places] == [(single.page, single.selector)]


def test_barriers_stand_in_a_frame_and_in_a_shadow_tree() -> None:
    nested = {b.page for b in barriers(Kind.BARRIER) if len(b.selector) == 2}
    assert nested == {"/actuele-situatie.html", "/risicos.html"}


def test_ids_of_the_list_are_in_the_pages() -> None:
    for b in barriers():
        for place in b.places:
            html = source(place.page)
            for depth, step in enumerate(place.selector):
                if step.startswith("#"):
                    text = html
                    if depth:
                        text = source(frames()[0]) if "frame" in place.selector[0] else risk_component()
                        assert f'id="{step[1:]}"' in text or f'.id = "{step[1:]}"' in text, b.id
                    else:
                        assert text.count(f'id="{step[1:]}"') == 1, b.id
                elif step.startswith("[id="):
                    assert html.count(step[1:-1]) == 2, b.id
                elif step.startswith("section["):
                    assert html.count(step.removesuffix("]").replace("[", " ")) == 2, b.id
                else:
                    assert step in ("html", 'meta[name="viewport"]', ".logo", ".sla-over"), b.id


def risk_component() -> str:
    return (SITE / "script" / "risico-kaart.js").read_text(encoding="utf-8")


def test_header_and_footer_are_the_same_everywhere() -> None:
    def shared(path: str) -> tuple[str, str]:
        html = source(path).replace(' lang="nl">', ">")
        header = html[html.index('<a class="sla-over"') : html.index("<main ")]
        footer = html[html.index("<footer ") :]
        return re.sub(r' aria-current="\w+"', "", header), footer

    expected = shared("/")
    assert {shared(path) for path in (*pages(), *UNLISTED)} == {expected}
    assert "Veiligheidsregio Merenland bestaat niet" in expected[1]


def test_pages_sitemap_and_files_agree() -> None:
    sitemap = re.findall(r"<loc>\{\{origin\}\}(.*?)</loc>", source("/sitemap.xml"))
    assert sitemap == list(pages())
    assert {file_of(p) for p in (*pages(), *frames(), *UNLISTED)} == set(SITE.rglob("*.html"))


def test_every_reference_leads_somewhere_on_the_site() -> None:
    linked: set[str] = set()
    for path in (*pages(), *frames(), *UNLISTED):
        tree = lxml.html.fromstring(source(path), base_url=path)
        for element, _, link, _ in tree.iterlinks():
            parts = urlsplit(link)
            if parts.scheme == "tel" or link.startswith("#"):
                continue
            if parts.scheme:
                assert (element.tag, parts.hostname) == ("a", "www.example.org"), f"{path}: {link}"
                continue
            assert parts.path.startswith("/") or not parts.path, f"{path}: {link} should begin at the root"
            linked.add(parts.path)
            if parts.path not in DELIBERATELY_DEAD:
                assert file_of(parts.path or path).is_file(), f"{path} links to {link}"
    assert set(pages()) <= linked, "every page can be reached by a link"
    assert DELIBERATELY_DEAD | {"/intern/rooster.html"} <= linked


def test_nothing_comes_from_elsewhere() -> None:
    for file in SITE.rglob("*"):
        if file.suffix in (".css", ".js", ".svg", ".html"):
            addresses = set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+", file.read_text(encoding="utf-8")))
            assert addresses <= {"http://www.w3.org", "https://www.example.org"}, file.name


def test_robots_keeps_programs_out_of_the_staff_page() -> None:
    assert "Disallow: /intern/" in source("/robots.txt").splitlines()


def test_the_pdf_has_a_sound_cross_reference_table() -> None:
    pdf = (SITE / "bestanden" / "jaarbeeld-2025.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-1.7")
    start = int(re.findall(rb"startxref\n(\d+)\n%%EOF", pdf)[0])
    assert pdf[start:].startswith(b"xref\n")
    offsets = [int(o) for o in re.findall(rb"^(\d{10}) 00000 n $", pdf[start:], re.M)]
    assert len(offsets) > 10
    for number, offset in enumerate(offsets, 1):
        assert pdf[offset:].startswith(b"%d 0 obj\n" % number)
    assert b"/Lang(nl-NL)" in pdf
    assert b"/Marked true" in pdf


def test_the_film_is_small_webm_without_sound() -> None:
    film = (SITE / "bestanden" / "rookmelder.webm").read_bytes()
    assert film.startswith(b"\x1a\x45\xdf\xa3")
    assert b"V_VP8" in film
    assert b"A_" not in film[:600]
    assert len(film) < 300_000


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"pages": [], "entries": []}, "expected the keys"),
        ({"pages": [], "frames": [], "entries": [{"id": "x", "kind": "barrier"}]}, "entry x has no 'selector'"),
        ([], "expected the keys"),
    ],
)
def test_a_faulty_list_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: object, message: str
) -> None:
    faulty = tmp_path / "barriers.yaml"
    faulty.write_text(yaml.safe_dump(content), encoding="utf-8")
    monkeypatch.setattr(deliberate, "LIST", faulty)
    with pytest.raises(ValueError, match=message):
        barriers()
