"""A document as all our writers understand it: headings, paragraphs, lists, tables, pictures. No layout."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one kind."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    """1 is the first below the document's title."""
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: tuple[Run, ...]
    style: str = ""
    """``""``, ``address``, ``reference``, ``note``, ``code`` or ``signature`` (kept on one page)."""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Listing:
    items: tuple[tuple[Run, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: one header row, every row of the same length."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    """Relative widths of the columns; none shares the width evenly."""


@dataclass(frozen=True, slots=True)
class Picture:
    data: bytes
    alternative: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = Heading | Paragraph | Listing | Grid | Picture | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; its title stands above the first block."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "nl-NL"
    author: str = "Inspectie Justitie en Veiligheid"
    subject: str = ""
    keywords: tuple[str, ...] = field(default=())


def cleaned(document: Document) -> Document:
    """*document* with every text made storable; each writer begins with it."""
    return replace(
        document,
        title=storable(document.title),
        author=storable(document.author),
        subject=storable(document.subject),
        keywords=tuple(storable(word) for word in document.keywords),
        blocks=tuple(_cleaned(block) for block in document.blocks),
    )


def _cleaned(block: Block) -> Block:
    if isinstance(block, Heading):
        return replace(block, text=storable(block.text))
    if isinstance(block, Paragraph):
        return replace(block, runs=_runs(block.runs))
    if isinstance(block, Listing):
        return replace(block, items=tuple(_runs(item) for item in block.items))
    if isinstance(block, Grid):
        rows = tuple(tuple(storable(cell) for cell in row) for row in block.rows)
        return replace(block, caption=storable(block.caption), rows=rows)
    if isinstance(block, Picture):
        return replace(block, alternative=storable(block.alternative), caption=storable(block.caption))
    return block


def _runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(replace(run, text=storable(run.text)) for run in runs)


def plain(text: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph((Run(text),))


def plain_text(document: Document) -> str:
    """The words of a document, to be read on a screen: paragraphs apart, cells of a table parted by bars."""
    parts = [document.title]
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            parts.append(block.text)
        elif isinstance(block, Listing):
            marks = (f"{n}." if block.ordered else "•" for n in range(1, len(block.items) + 1))
            items = ("".join(run.text for run in item) for item in block.items)
            parts.append("\n".join(f"{mark} {item}" for mark, item in zip(marks, items, strict=True)))
        elif isinstance(block, Grid):
            rows = (block.header, *block.rows)
            parts.append("\n".join([block.caption, *(" | ".join(row) for row in rows)]))
        elif isinstance(block, Picture):
            parts.append(f"[{block.alternative}]")
    return "\n\n".join(part for part in parts if part.strip())


def storable(text: str) -> str:
    """*text* as every XML format can hold it, on one direction: no control or bidirectional formatting characters.

    Element texts and page titles come from pages that may be hostile (XML 1.0, section 2.2; Unicode UAX #9).
    """
    return "".join(" " if ch in "\t\r" else ch for ch in text if ch == "\n" or _allowed(ch))


def _allowed(ch: str) -> bool:
    code = ord(ch)
    if code < 0x20 and ch not in "\t\r":
        return False
    if 0x7F <= code <= 0x9F or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF):
        return False
    return not (0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069 or code in (0x200E, 0x200F, 0x061C))
