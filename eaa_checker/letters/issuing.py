"""Makes all the files of a letter at once. Issued files are kept byte for byte and never made again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from eaa_checker.domain.letter import LetterFile, LetterMatter
from eaa_checker.errors import NotAllowed
from eaa_checker.letters.annex import annex
from eaa_checker.letters.composing import Composed, compose, enclosed
from eaa_checker.letters.document import Document
from eaa_checker.letters.docx_file import docx_bytes
from eaa_checker.letters.findings_report import findings_report
from eaa_checker.letters.house_style import house_style
from eaa_checker.letters.linter import check, stops
from eaa_checker.letters.odt_file import odt
from eaa_checker.letters.pdf_file import pdf
from eaa_checker.letters.reply_form import page, spreadsheet

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def files_of(composed: Composed, folder: Path | None = None) -> tuple[LetterFile, ...]:
    """The letter as PDF, DOCX and ODT, with its annex and reply form. Raises BadInput, ExportProblem."""
    matter = composed.matter
    name = "".join(ch if ch.isalnum() or ch in "-_" else "-" for ch in f"{matter.kind.nl} {matter.reference}")
    made = list(_document(name, composed.document, matter.sent, folder))
    if enclosed(matter, "Rapport van bevindingen"):
        made += _document(f"{name}-rapport", findings_report(matter), matter.sent, folder)
    if enclosed(matter, "Technische bijlage"):
        made += _document(f"{name}-technische-bijlage", annex(matter), matter.sent, folder)
    if enclosed(matter, "Reactieformulier"):
        made.append(LetterFile(f"{name}-reactieformulier.ods", ODS, spreadsheet(matter)))
        made.append(LetterFile(f"{name}-reactieformulier.html", "text/html", page(matter)))
    return tuple(made)


def _document(name: str, document: Document, dated: date, folder: Path | None) -> tuple[LetterFile, ...]:
    style = house_style(folder)
    return (
        LetterFile(f"{name}.pdf", "application/pdf", pdf(document, dated, style)),
        LetterFile(f"{name}.docx", DOCX, docx_bytes(document, dated, style)),
        LetterFile(f"{name}.odt", ODT, odt(document, dated, style)),
    )


def issue(
    matter: LetterMatter, *, today: date, approved: frozenset[str], folder: Path | None
) -> tuple[LetterFile, ...]:
    """The files of a letter that may go out. *approved*: digests of the templates that lawyers approved.

    Raises NotAllowed, with every stop, when something must be mended first.
    """
    composed = compose(matter, folder, draft=True)
    held = stops(check(composed, today=today, approved=composed.template.digest in approved))
    if held:
        nl = "; ".join(f"{mark.place}: {mark.nl}" for mark in held)
        en = "; ".join(f"{mark.place}: {mark.en}" for mark in held)
        raise NotAllowed(f"De brief kan nog niet worden uitgegeven. {nl}", f"The letter cannot be issued yet. {en}")
    return files_of(compose(matter, folder), folder)
