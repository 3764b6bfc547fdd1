"""The form by which the organisation replies per finding: a spreadsheet and a web page, both read back here.

The web page needs no network and no script to be read or printed; with a script it saves what was filled in as a
small file. Nothing is sent by itself.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from pathlib import Path

from eaa_checker.domain.letter import LetterMatter
from eaa_checker.errors import UnreadableFile
from eaa_checker.letters import dutch
from eaa_checker.letters.document import storable
from eaa_checker.registers.ods_sheet import read_ods
from eaa_checker.report.ods_file import OdsSheet, ods_bytes

ANSWERS = {
    "acknowledged": "erkend",
    "disputed": "betwist",
    "repaired": "hersteld",
    "burden": "onevenredige last",
}
"""What an organisation can say of a finding, as `domain.reply.ReplyKind` names it, and the word on the form."""

_MARK = "EAA-reactieformulier-1"
HEADER = ("Nr.", "Bevinding", "Uw reactie", "Toelichting", "Hersteld op (dd-mm-jjjj)", "Kenmerk")
_MOST = 5_000_000
"""Bytes; a form is a few kilobytes."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """What the organisation filled in for one finding."""

    finding: str
    kind: str
    """A key of `ANSWERS`."""
    body: str
    repaired_on: date | None


@dataclass(frozen=True, slots=True)
class FormFault:
    """A row that cannot be taken over, and why."""

    finding: str
    nl: str
    en: str


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form as it came back. Rows without an answer are left out."""

    reference: str
    rows: tuple[FormRow, ...]
    faults: tuple[FormFault, ...]


def spreadsheet(matter: LetterMatter) -> bytes:
    """The form as ODS, with a list of choices per finding."""
    rows = [(f.number, f.fact, "", "", "", matter.reference) for f in matter.findings]
    form = OdsSheet("Reactie", HEADER, rows, (1.6, 8.0, 4.0, 8.0, 4.5, 4.0), ((2, tuple(ANSWERS.values())),))
    meanings = (
        ("erkend", "U bent het eens met de bevinding."),
        ("betwist", "U bent het er niet mee eens. Leg uit waarom en stuur bewijs mee."),
        ("hersteld", "U hebt het hersteld. Vul de datum in."),
        ("onevenredige last", "Herstel is een onevenredige last. Stuur uw beoordeling mee."),
    )
    until = f"Stuur dit formulier terug vóór {dutch.day(matter.reply_by)}." if matter.reply_by else ""
    guide = OdsSheet("Uitleg", ("Keuze", "Betekenis"), (*meanings, ("", until), ("", _MARK)), (4.5, 14.0))
    return ods_bytes((form, guide), title=f"Reactieformulier bij {matter.reference}")


def page(matter: LetterMatter) -> bytes:
    """The form as a web page of one file."""
    until = f"<p>Stuur uw reactie vóór <strong>{dutch.day(matter.reply_by)}</strong>.</p>" if matter.reply_by else ""
    parts = []
    for finding in matter.findings:
        number = escape(finding.number)
        choices = "".join(
            f'<div><input type="radio" id="{number}-{key}" name="{number}" value="{key}">'
            f'<label for="{number}-{key}">{word}</label></div>'
            for key, word in _CHOICES
        )
        parts.append(
            f'<section aria-labelledby="{number}-h"><h2 id="{number}-h">{number}: {escape(storable(finding.fact))}</h2>'
            f"<p>Norm: {escape(finding.requirement)}</p>"
            f"<fieldset><legend>Uw reactie op {number}</legend>{choices}</fieldset>"
            f'<p><label for="{number}-body">Toelichting bij {number}</label><br>'
            f'<textarea id="{number}-body" name="{number}-body" rows="4"></textarea></p>'
            f'<p><label for="{number}-day">Hersteld op, bij {number} (dd-mm-jjjj)</label><br>'
            f'<input id="{number}-day" name="{number}-day" type="text" inputmode="numeric" size="12" '
            f'autocomplete="off"></p></section>'
        )
    numbers = json.dumps([finding.number for finding in matter.findings]).replace("<", "\\u003c")
    reference = json.dumps(matter.reference).replace("<", "\\u003c")
    body = _PAGE
    for field, value in {
        "@TITLE@": f"Reactieformulier bij {escape(matter.reference)}",
        "@TARGET@": escape(storable(matter.targets[0].name)) if matter.targets else "",
        "@UNTIL@": until,
        "@PARTS@": "\n".join(parts),
        "@NUMBERS@": numbers,
        "@REFERENCE@": reference,
        "@MARK@": _MARK,
    }.items():
        body = body.replace(field, value)
    return body.encode()


_CHOICES = (
    ("acknowledged", "Wij erkennen de bevinding"),
    ("disputed", "Wij zijn het er niet mee eens"),
    ("repaired", "Wij hebben het hersteld"),
    ("burden", "Herstel is een onevenredige last"),
)

_PAGE = """<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>@TITLE@</title>
<style>
body { font: 1rem/1.6 Verdana, "DejaVu Sans", sans-serif; color: #1b1f24; background: #fff; max-width: 46rem;
  margin: 0 auto; padding: 1.5rem; }
h1, h2 { color: #154273; line-height: 1.3; } h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; }
section { border-top: 2px solid #154273; margin-top: 2rem; }
fieldset { border: 1px solid #6b7683; padding: .6rem 1rem; }
textarea, input[type=text] { font: inherit; border: 1px solid #59636e; padding: .4rem; max-width: 100%; }
textarea { width: 100%; box-sizing: border-box; }
fieldset div { padding: .25rem 0; } label { padding-left: .35rem; } p > label { padding-left: 0; }
button { font: inherit; background: #154273; color: #fff; border: 2px solid #154273; padding: .6rem 1.2rem; }
:focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
@media print { button { display: none; } }
</style>
</head>
<body>
<main>
<h1>@TITLE@</h1>
<p>Met dit formulier reageert u op onze bevindingen over @TARGET@. U hoeft niet alles in te vullen.</p>
@UNTIL@
<form id="form">
@PARTS@
<p><button type="submit">Opslaan als bestand</button></p>
<p id="saved" role="status"></p>
</form>
<p>Werkt de knop niet? Druk de pagina dan af, of gebruik het reactieformulier voor een rekenblad.</p>
</main>
<script>
document.getElementById("form").addEventListener("submit", function (event) {
  event.preventDefault();
  var data = new FormData(this), rows = @NUMBERS@.map(function (number) {
    return { finding: number, kind: data.get(number) || "", body: data.get(number + "-body") || "",
      repaired_on: data.get(number + "-day") || "" };
  });
  var text = JSON.stringify({ form: "@MARK@", reference: @REFERENCE@, rows: rows }, null, 1);
  var link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "reactie.json";
  link.click();
  document.getElementById("saved").textContent =
    "Het bestand reactie.json is opgeslagen. Stuur het naar de behandelaar van de brief.";
});
</script>
</body>
</html>
"""


def read_form(path: Path) -> FilledForm:
    """What was filled in, from the spreadsheet or the saved file. Raises UnreadableFile."""
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(4)
    except OSError as error:
        raise UnreadableFile(f"{path} is niet te openen: {error}.", f"{path} cannot be opened: {error}.") from error
    if size > _MOST:
        raise UnreadableFile(f"{path.name} is te groot voor een formulier.", f"{path.name} is too large for a form.")
    rows = _from_sheet(path) if head.startswith(b"PK") else _from_json(path)
    reference = next((row[5] for row in rows if row[5]), "")
    taken: list[FormRow] = []
    faults: list[FormFault] = []
    seen: set[str] = set()
    for number, kind, body, repaired, _, _ in ((r[0], r[2], r[3], r[4], r[1], r[5]) for r in rows):
        if not (kind or body or repaired):
            continue
        fault = _fault(number, kind, body, repaired, seen)
        seen.add(number)
        if fault:
            faults.append(fault)
            continue
        taken.append(FormRow(number, _kind(kind) or "", body, _day(repaired) if repaired else None))
    return FilledForm(reference, tuple(taken), tuple(faults))


def _fault(number: str, kind: str, body: str, repaired: str, seen: set[str]) -> FormFault | None:
    if not re.fullmatch(r"B-\d{2,4}", number):
        return FormFault(number, f"“{number}” is geen nummer van een bevinding.", f"“{number}” is no finding number.")
    if number in seen:
        return FormFault(number, "Deze bevinding staat er twee keer.", "This finding is there twice.")
    known = _kind(kind)
    if known is None:
        words = ", ".join(ANSWERS.values())
        return FormFault(number, f"“{kind}” is geen keuze. Kies uit: {words}.", f"“{kind}” is none of: {words}.")
    if repaired and _day(repaired) is None:
        return FormFault(
            number, f"“{repaired}” is geen datum; schrijf dd-mm-jjjj.", f"“{repaired}” is no date; write dd-mm-yyyy."
        )
    if known == "disputed" and not body:
        return FormFault(number, "Bij betwist hoort een toelichting.", "Disputing needs an explanation.")
    return None


def _kind(text: str) -> str | None:
    words = {word.casefold(): key for key, word in ANSWERS.items()} | {key: key for key in ANSWERS}
    return words.get(" ".join(text.split()).casefold())


def _day(text: str) -> date | None:
    for form in ("%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%dT%H:%M:%S"):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None


def _from_sheet(path: Path) -> list[tuple[str, str, str, str, str, str]]:
    found: list[tuple[str, str, str, str, str, str]] = []
    for sheet in read_ods(path):
        at: dict[str, int] | None = None
        for row in sheet.rows:
            cells = [str(cell) for cell in row.cells]
            if at is None:
                if HEADER[0] in cells and HEADER[2] in cells:
                    at = {name: cells.index(name) for name in HEADER if name in cells}
                continue
            values = [cells[at[name]].strip() if name in at and at[name] < len(cells) else "" for name in HEADER]
            if any(values):
                found.append((values[0], values[1], values[2], values[3], values[4], values[5]))
        if at is not None:
            return found
    raise _no_form(path)


def _from_json(path: Path) -> list[tuple[str, str, str, str, str, str]]:
    try:
        data = json.loads(path.read_text("utf-8-sig"))
        if data["form"] != _MARK:
            raise _no_form(path)
        reference = str(data["reference"])
        return [
            (str(row["finding"]), "", str(row["kind"]), str(row["body"]), str(row["repaired_on"]), reference)
            for row in data["rows"]
        ]
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError) as error:
        raise _no_form(path) from error


def _no_form(path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"{path.name} is geen reactieformulier van ons. Gebruik het formulier dat bij de brief zat.",
        f"{path.name} is no reply form of ours. Use the form that came with the letter.",
    )
