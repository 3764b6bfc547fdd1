"""Writes a document as tagged PDF (PDF/UA-1): title, language, structure, bookmarks, alternative texts."""

from __future__ import annotations

import io
import json
import re
import tempfile
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst
from PIL import Image, UnidentifiedImageError

from eaa_checker.errors import ExportProblem
from eaa_checker.letters.document import Document, Grid, Heading, Listing, PageBreak, Paragraph, Picture, Run, cleaned
from eaa_checker.letters.house_style import HouseStyle

_WIDEST = 440.0
"""Points between the margins of the page."""
_TALLEST = 560.0
_UNSHOWN = re.compile(r'the text `"([^"`]+)"` could not be displayed')
_MOST_SPELT = 30
"""Signs without a glyph that are looked for one by one; beyond that everything but Latin letters is spelt out."""


def pdf(document: Document, dated: date, style: HouseStyle | None = None) -> bytes:
    """*document* as PDF/UA-1. The same document, day and style give the same bytes. Raises ExportProblem."""
    style = style or HouseStyle()
    document = cleaned(document)
    with tempfile.TemporaryDirectory(prefix="eaa-letter-") as name:
        folder = Path(name)
        blocks = list(_blocks(document, folder))
        body = {
            "title": document.title, "author": document.author, "subject": document.subject or document.title,
            "keywords": list(document.keywords), "language": document.language, "blocks": blocks,
            "title_at": _title_at(document),
        }  # fmt: skip
        look = {
            "colour": style.colour, "fonts": list(style.fonts), "logo": "", "logo_alt": style.logo_alternative,
        }  # fmt: skip
        if style.logo is not None:
            (folder / "logo.png").write_bytes(style.logo.read_bytes())
            look["logo"] = "logo.png"
        (folder / "style.json").write_text(json.dumps(look, ensure_ascii=False), "utf-8")
        (folder / "letter.typ").write_bytes((files("eaa_checker.letters") / "letter.typ").read_bytes())
        moment = int(datetime(dated.year, dated.month, dated.day, tzinfo=UTC).timestamp())
        return _compiled(folder, json.dumps(body, ensure_ascii=False), moment)


def _compiled(folder: Path, text: str, moment: int) -> bytes:
    """The document in *text* (JSON) laid out. Signs that no font here has are spelt out: PDF/UA forbids blanks."""
    for _ in range(_MOST_SPELT):
        (folder / "document.json").write_text(text, "utf-8")
        try:
            made = typst.compile(
                folder / "letter.typ", root=folder, format="pdf", pdf_standards=["ua-1"], timestamp=moment
            )
        except typst.TypstError as error:
            missing = _UNSHOWN.search(str(error))
            if missing is None or missing[1] not in text:
                raise ExportProblem(
                    f"De PDF kon niet worden gemaakt: {error}", f"The PDF could not be made: {error}"
                ) from error
            for sign in missing[1]:
                text = text.replace(sign, f"[{unicodedata.name(sign, f'U+{ord(sign):04X}').casefold()}]")
        else:
            return bytes(made) if isinstance(made, (bytes, bytearray)) else bytes(made[0])
    text = "".join(ch if ord(ch) < 0x250 else f"[U+{ord(ch):04X}]" for ch in text)
    return _compiled(folder, text, moment)


def _title_at(document: Document) -> int:
    """Where the title stands: after the address and reference lines, before all else."""
    heads = ("address", "reference")
    for at, block in enumerate(document.blocks):
        if not (isinstance(block, Paragraph) and block.style in heads):
            return at
    return len(document.blocks)


def _blocks(document: Document, folder: Path) -> Iterator[dict[str, Any]]:
    for at, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            yield {"kind": "heading", "level": block.level, "text": block.text}
        elif isinstance(block, Paragraph):
            yield {"kind": "paragraph", "style": block.style, "runs": _runs(block.runs)}
        elif isinstance(block, Listing):
            yield {"kind": "list", "ordered": block.ordered, "items": [_runs(item) for item in block.items]}
        elif isinstance(block, Grid):
            widths = list(block.widths or (1,) * len(block.header))
            rows = [list(row) for row in block.rows]
            yield {"kind": "table", "caption": block.caption, "header": list(block.header), "rows": rows,
                   "widths": widths}  # fmt: skip
        elif isinstance(block, Picture):
            yield _picture(block, folder, at)
        elif isinstance(block, PageBreak):
            yield {"kind": "break"}


def _runs(runs: tuple[Run, ...]) -> list[dict[str, Any]]:
    return [{"text": r.text, "strong": r.strong, "emphasis": r.emphasis, "code": r.code, "link": r.link} for r in runs]


def _picture(block: Picture, folder: Path, at: int) -> dict[str, Any]:
    width, height, data = measured(block.data)
    name = f"picture-{at}.png"
    (folder / name).write_bytes(data)
    scale = min(1.0, _WIDEST / (width * 0.75), _TALLEST / (height * 0.75))
    return {"kind": "picture", "file": name, "alternative": block.alternative, "caption": block.caption,
            "width": round(width * 0.75 * scale, 2)}  # fmt: skip


def measured(data: bytes) -> tuple[int, int, bytes]:
    """Width and height in pixels, and the picture as PNG. Raises ExportProblem when it is no picture."""
    try:
        with Image.open(io.BytesIO(data)) as opened:
            width, height = opened.size
            if opened.format == "PNG":
                return width, height, data
            made = io.BytesIO()
            opened.convert("RGB").save(made, "PNG")
            return width, height, made.getvalue()
    except (UnidentifiedImageError, OSError) as error:
        raise ExportProblem(
            f"Een afbeelding in het document is niet te lezen: {error}.",
            f"A picture in the document cannot be read: {error}.",
        ) from error
