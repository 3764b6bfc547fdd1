"""What a page says, gathered once: the words on all of it, and the text that follows each heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rules.knowledge.similarity import address_words, stems
from rules.page import Document, Element, Node, Page, Text

_SILENT = frozenset(("script", "style", "title", "template", "noscript"))
_SAYING = ("alt", "aria-label", "title", "placeholder", "value", "summary")
_SAID_WITHIN = ("alt", "aria-label", "placeholder")
MEDIA = frozenset(("img", "video", "audio", "canvas", "iframe", "object", "embed", "svg", "map"))
CONTROLS = frozenset(("input", "select", "textarea", "button"))


def walk(document: Document) -> Iterator[Node]:
    """All nodes of *document* as rendered, in order, without scripts and styles; not into frames."""
    stack: list[Node] = [document.root] if document.root is not None else []
    while stack:
        node = stack.pop()
        if isinstance(node, Element) and node.tag in _SILENT and node.is_html:
            continue
        yield node
        if isinstance(node, Element):
            stack.extend(reversed(node.flat_children))


def said_on(page: Page) -> frozenset[str]:
    """The stems of every word on the page: texts (hidden ones too), texts in attributes and meta data.

    The page's ``title`` is left out. Generous, so that "not said anywhere" is certain.
    """
    found: frozenset[str] | None = page.__dict__.get("_said_on")
    if found is None:
        parts: list[str] = []
        for document in page.documents:
            for element in document.elements:
                if element.tag in _SILENT and element.is_html:
                    continue
                parts += [c.data for c in element.children if isinstance(c, Text) and not c.data.isspace()]
                parts += [element.attributes[a] for a in _SAYING if a in element.attributes]
                if element.tag == "meta":
                    parts.append(element.get("content"))
        found = page.__dict__["_said_on"] = stems(" ".join(parts))
    return found


def said_in_address(page: Page) -> frozenset[str]:
    """The stems of the words in the page's address, its host included."""
    host = page.address.partition("://")[2].partition("/")[0]
    return stems(address_words(page.address)) | stems(host.replace(".", " "))


@dataclass(slots=True, eq=False)
class Section:
    """What follows a heading: its text up to the next heading of any level, and with all deeper headings too."""

    level: int
    own: list[str] = field(default_factory=list)
    all: list[str] = field(default_factory=list)
    media: bool = False
    """Something in the part up to the next heading that is not text: an image, a film, a frame, a form field."""

    @property
    def own_text(self) -> str:
        return " ".join(" ".join(self.own).split())

    @property
    def whole_text(self) -> str:
        return " ".join(" ".join(self.all).split())


def _level(heading: Element) -> int:
    written = heading.get("aria-level")
    if written.isdigit() and int(written):
        return int(written)
    return int(heading.tag[1]) if heading.tag in ("h1", "h2", "h3", "h4", "h5", "h6") else 2


def sections(document: Document) -> dict[Element, Section]:
    """The section of each heading (by the browser's role), worked out once per document."""
    found: dict[Element, Section] | None = document.__dict__.get("_sections")
    if found is not None:
        return found
    found = document.__dict__["_sections"] = {}
    open_ones: list[Section] = []
    inside: set[Element] = set()
    for node in walk(document):
        parent = node.flat_parent
        within = parent is not None and parent in inside
        if isinstance(node, Text):
            if within or node.layout is None or not node.data.strip():
                continue
            for section in open_ones:
                section.all.append(node.data)
            if open_ones:
                open_ones[-1].own.append(node.data)
            continue
        assert isinstance(node, Element)
        if within:
            inside.add(node)
        elif node.role == "heading" and not node.hidden_from_at:
            section = Section(_level(node))
            while open_ones and open_ones[-1].level >= section.level:
                open_ones.pop()
            for outer in open_ones:
                outer.all.append(node.name)
            open_ones.append(section)
            found[node] = section
            inside.add(node)
        elif open_ones and node.rendered:
            written = node.attributes
            said = " ".join(filter(None, map(written.get, _SAID_WITHIN))) if written else ""
            if said:
                open_ones[-1].own.append(said)
                for section in open_ones:
                    section.all.append(said)
            if node.tag in MEDIA or node.tag in CONTROLS or node.style("background-image") not in ("", "none"):
                open_ones[-1].media = True
    return found
