"""Fills a bag with everything an examination rests on, and with the pages by which people read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from eaa_checker.domain.capture import Capture, Part, PartKind
from eaa_checker.domain.dossier import DossierMatter, ScanMatter
from eaa_checker.dossier import facts, observed, outlines, reading_pages, web_archive
from eaa_checker.dossier.bag import Bag
from eaa_checker.dossier.reading_pages import MOST_ROWS, MOST_TEXT, OWN, Row
from eaa_checker.dossier.verify_dossier import Check, checklist

GetEvidence = Callable[[str], bytes]
"""Bytes by SHA-256. Raises EvidenceDamaged."""

_GUIDE = """\
EAA Checker – verzegeld dossier / sealed dossier

NL  Open data/index.html in een browser. Controleer met: python3 data/verify_dossier.py
    Dit is een BagIt-pakket (RFC 8493). Het zegel is SHA-256 over tagmanifest-sha256.txt en staat in seal.json;
    bag-info.txt noemt het zegel van het vorige dossier. seal.tsr, als het er is, is een tijdstempel (RFC 3161):
    openssl ts -verify -data tagmanifest-sha256.txt -in seal.tsr -CAfile CERTIFICATEN
EN  Open data/index.en.html in a browser. Check with: python3 data/verify_dossier.py --english
    This is a BagIt package (RFC 8493). The seal is SHA-256 over tagmanifest-sha256.txt and stands in seal.json;
    bag-info.txt names the seal of the dossier before. seal.tsr, where there is one, is a time-stamp (RFC 3161):
    openssl ts -verify -data tagmanifest-sha256.txt -in seal.tsr -CAfile CERTIFICATES
"""

_LISTED = (
    ("matter.json", "gegevens van het onderzoek", "facts of the examination"),
    ("decisions.json", "besluitspoor", "decision trail"),
    ("answers.json", "antwoorden op de vragen per toetspunt", "answers to the questions per requirement"),
    ("by-catch.json", "gemarkeerde bijvangst", "by-catch that was marked"),
    ("verify_dossier.py", "controleprogramma, alleen standaard Python", "verifier, standard Python only"),
)


@dataclass(slots=True)
class _CapturePage:
    """What is gathered for the page of one capture."""

    number: int
    capture: Capture
    scan_id: int
    folder: str
    files: dict[int, str] = field(default_factory=dict)
    crops: dict[str, list[tuple[Part, str]]] = field(default_factory=dict)
    """Fingerprint → crops with their file."""
    boxed: dict[str, outlines.Box] = field(default_factory=dict)
    """File of a crop → box of the element on it."""
    rows: list[Row] = field(default_factory=list)
    boxes: list[outlines.Box] = field(default_factory=list)
    more: bool = False


def fill(bag: Bag, matter: DossierMatter, evidence: GetEvidence) -> list[Check]:
    """Writes the whole payload; gives the checklist of the case law. Raises EvidenceDamaged, OSError."""
    pages = _pages(matter)
    folders = {page.capture.id: f"data/{page.folder}" for page in pages.values()}
    told = facts.matter_facts(matter, folders)
    rows: list[Row] = []
    more = False
    for one in matter.scans:
        more |= _observations(bag, one, pages, rows)
    for page in pages.values():
        _capture(bag, page, matter, evidence)
    bag.add("data/matter.json", facts.document(told))
    decisions = facts.value_of(matter.decisions)
    bag.add("data/decisions.json", facts.document(decisions))
    bag.add("data/answers.json", facts.document(matter.answers))
    if matter.by_catch:
        bag.add("data/by-catch.json", facts.document(matter.by_catch))
    listed = [line for line in _LISTED if line[0] != "by-catch.json" or matter.by_catch]
    for version, sha256 in sorted(matter.instruments.items()):
        name = f"instruments/{_plain(version)}.zip"
        bag.add(f"data/{name}", evidence(sha256))
        listed.append((name, "regelboek en code waarmee is geoordeeld", "rule book and code that judged"))
    for number, (name, sha256) in enumerate(matter.attachments, 1):
        path = f"attachments/{number:03}-{_plain(name)}"
        bag.add(f"data/{path}", evidence(sha256))
        shown = reading_pages.seen(name, 200)
        listed.append((path, f"bijlage: {shown}", f"attachment: {shown}"))
    for one in matter.scans:
        listed += [
            (f"scans/{one.scan.id}/{name}", f"{nl} van scan {one.scan.id}", f"{en} of scan {one.scan.id}")
            for name, nl, en in (
                ("observations.jsonl", "waarnemingen", "observations"),
                ("passed.json", "wat geslaagd is", "what passed"),
                ("addresses.json", "adressen en hoe elk bezoek eindigde", "addresses and how each visit ended"),
                ("states.json", "toestanden van pagina's, vastgelegd of niet", "states of pages, captured or not"),
            )
            if one.states or name != "states.json"
        ]
    bag.add("data/verify_dossier.py", files("eaa_checker.dossier").joinpath("verify_dossier.py").read_bytes())
    bag.add("data/style.css", reading_pages.style())
    checks = checklist(told)
    for language, own in OWN.items():
        bag.add(f"data/{own}", reading_pages.index(language, told, checks, rows, more, decisions, listed))
    bag.tag("LEESMIJ-README.txt", _GUIDE.encode())
    return checks


def _pages(matter: DossierMatter) -> dict[int, _CapturePage]:
    """The captures of all scans, numbered 1, 2, 3 … in order, by their id."""
    found: dict[int, _CapturePage] = {}
    for one in matter.scans:
        for capture in one.captures:
            number = len(found) + 1
            page = found[capture.id] = _CapturePage(number, capture, one.scan.id, f"captures/{number:04}")
            for place, part in enumerate(capture.parts):
                name = "page.wacz" if part.kind is PartKind.WARC else facts.file_name(part, place)
                if name in page.files.values():
                    name = f"{place:03}-{name}"
                page.files[place] = name
                if part.kind is PartKind.CROP:
                    page.crops.setdefault(part.label, []).append((part, name))
    return found


def _observations(bag: Bag, one: ScanMatter, pages: Mapping[int, _CapturePage], rows: list[Row]) -> bool:
    """The files of a scan; adds the first failed ones to *rows*. Gives whether there are more than fit."""
    numbers = {capture.id: pages[capture.id].number for capture in one.captures}
    values: list[observed.Plain] = []
    more = False
    for observation in one.observations():
        value = observed.plain(observation, numbers)
        values.append(value)
        if value["verdict"] == "failed":
            if len(rows) < MOST_ROWS:
                requirements = ", ".join(key.partition(":")[2] or key for key in value["requirements"])
                row = Row(value["title"], value["explanation"], value["verdict"], requirements)
                row.pages, row.count = value["pages"], value["count"]
                rows.append(row)
            else:
                more = True
        for place in observation.places:
            _add_place(pages[place.capture_id], value, place.box, place.path, place.html)
    folder = f"data/scans/{one.scan.id}"
    bag.add(f"{folder}/observations.jsonl", observed.lines(values))
    bag.add(f"{folder}/passed.json", facts.document(one.passed))
    bag.add(f"{folder}/addresses.json", facts.document(one.lines))
    if one.states:
        bag.add(f"{folder}/states.json", facts.document(one.states))
    return more


def _add_place(
    page: _CapturePage, value: observed.Plain, box: outlines.Box | None, path: tuple[str, ...], html: str
) -> None:
    """Shows a place on its capture's page, as long as there is room."""
    if len(page.rows) >= MOST_ROWS:
        page.more = True
        return
    row = Row(value["title"], value["explanation"], value["verdict"], fingerprint=value["fingerprint"])
    row.path, row.html = " ▸ ".join(path)[:MOST_TEXT], html[:MOST_TEXT]
    page.rows.append(row)
    if box is not None and value["verdict"] == "failed":
        page.boxes.append(box)
    for part, name in page.crops.pop(row.fingerprint, ()):
        row.crops.append((name, ("Uitsnede", "Crop")))
        if box is not None and part.region is not None:
            page.boxed[name] = box
            row.crops.append((_outline(name), ("Uitsnede met omlijning", "Crop with outline")))


def _capture(bag: Bag, page: _CapturePage, matter: DossierMatter, evidence: GetEvidence) -> None:
    """Everything of one capture. Parts are read one at a time."""
    folder = f"data/{page.folder}"
    pictures: list[tuple[str, str, str]] = []
    listed: list[tuple[str, str, str]] = []
    for place, part in enumerate(page.capture.parts):
        name, data = page.files[place], evidence(part.sha256)
        if part.kind is PartKind.WARC:
            data = web_archive.wacz(data, page.capture)
        bag.add(f"{folder}/{name}", data)
        listed.append((name, part.kind.nl, part.kind.en))
        if part.kind is PartKind.PICTURE:
            pictures.append((name, "De hele pagina", "The whole page"))
            outline = None if part.region is None else outlines.outlined(data, part.region, page.boxes)
            if outline is not None:
                bag.add(f"{folder}/page-outlined.jpg", outline)
                nl, en = "De hele pagina met omlijning van wat niet voldoet", "The whole page, what fails outlined"
                pictures.append(("page-outlined.jpg", nl, en))
        elif name in page.boxed and part.region is not None:
            outline = outlines.outlined(data, part.region, [page.boxed[name]])
            if outline is not None:
                bag.add(f"{folder}/{_outline(name)}", outline)
        if part.sha256 in matter.blurred:
            copy = f"blurred/{name.replace('/', '-').rpartition('.')[0]}.png"
            if f"{folder}/{copy}" not in bag:
                bag.add(f"{folder}/{copy}", evidence(matter.blurred[part.sha256]))
                listed.append((copy, f"{name}, onherkenbaar gemaakt om te delen", f"{name}, blurred for sharing"))
    for row in page.rows:
        row.crops = [shot for shot in row.crops if f"{folder}/{shot[0]}" in bag]
    told = facts.capture_facts(page.capture, page.scan_id, page.files)
    bag.add(f"{folder}/capture.json", facts.document(told))
    listed.append(("capture.json", "gegevens van de momentopname", "facts of the capture"))
    for language, own in OWN.items():
        html = reading_pages.capture(language, page.number, told, pictures, page.rows, page.more, listed)
        bag.add(f"{folder}/{own}", html)


def _outline(name: str) -> str:
    return f"{name.rpartition('.')[0]}-outlined.jpg"


def _plain(name: str) -> str:
    """*name* as the name of a file on every system."""
    kept = "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "-" for c in name)[-100:]
    return kept.strip(".-") or "file"


def about(matter: DossierMatter) -> dict[str, Any]:
    """Fields of the bag information about the dossier: nothing of a person, since they outlive its destruction."""
    told = {"External-Identifier": matter.subject, "External-Description": f"{matter.title} – {matter.target}"}
    return {**told, **({"Internal-Sender-Identifier": matter.case_number} if matter.case_number else {})}
