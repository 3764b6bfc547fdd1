"""What a page is to a rule: the frozen tree of everything the browser knew of it at one instant.

A ``Page`` holds one ``Document`` per frame. A ``Document`` holds ``Element`` and ``Text`` nodes with, where the
browser had them, layout (box, computed styles, blended background) and its accessibility information (role, name,
reasons). Shadow roots (closed ones too) and frame contents hang on the element that hosts them; ``flat_children``
and ``flat_parent`` walk the tree as it is rendered.

The tree is built by ``eaa_checker.capture.join`` and is not changed afterwards; rules never see the browser's
protocol. Lengths are CSS pixels; boxes are relative to the top left corner of the element's own document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from rules.element import HTML, MATHML, SVG, Accessible, Element, NameSource, Node, ShadowRoot, Text
from rules.layout import STYLES, Box, Layout
from rules.remembered import remembered

__all__ = [
    "HTML", "MATHML", "STYLES", "SVG", "Accessible", "Box", "Document", "Element", "Layout", "NameSource", "Node",
    "Page", "ShadowRoot", "Text",
]  # fmt: skip


class Document:
    """One document: the page itself or the content of a frame."""

    def __init__(
        self,
        page: Page,
        address: str,
        *,
        owner: Element | None = None,
        content_type: str = "text/html",
        title: str = "",
        doctype: str = "",
        language_header: str = "",
        encoding: str = "",
        frame_id: str = "",
    ) -> None:
        self.page = page
        self.frame_id = frame_id
        """The browser's id of the frame: the key of this document in the probes' records."""
        self.address = address
        self.owner = owner
        """The frame element that shows this document; None for the page itself."""
        self.content_type = content_type
        self.title = title
        self.doctype = doctype
        self.language_header = language_header
        self.encoding = encoding
        self.root: Element | None = None
        self.elements: list[Element] = []
        """All elements, shadow trees included, in document order."""
        self.slotted: dict[Element, list[Node]] = {}
        self.modal: Element | None = None
        """The open modal dialog on top, which blocks everything outside it; None when there is none."""
        self.width = 0.0
        self.height = 0.0
        self._ids: dict[int, dict[str, list[Element]]] = {}
        self._levels: dict[Element | ShadowRoot, list[Element]] = {}

    @remembered
    def body(self) -> Element | None:
        if self.root is None:
            return None
        return next((c for c in self.root.element_children if c.tag in ("body", "frameset")), None)

    @property
    def is_top(self) -> bool:
        return self.owner is None

    def record(self, probe: str) -> Any:
        """What the named probe wrote down for this document; None when it did not run or failed."""
        return self.page.records.get(probe, {}).get(self.frame_id)

    def element_at(self, path: Sequence[Sequence[int]] | None) -> Element | None:
        """The element at a probe's *path*: child positions among elements, a new list per shadow tree."""
        if not path or self.root is None:
            return None
        current: list[Element] = [self.root]
        element: Element | None = None
        for number, steps in enumerate(path):
            if number:
                if element is None or element.shadow_root is None:
                    return None
                current = self._level(element.shadow_root)
            for position in steps:
                if not 0 <= position < len(current):
                    return None
                element = current[position]
                current = self._level(element)
        return element

    def _level(self, parent: Element | ShadowRoot) -> list[Element]:
        """The elements among the children of *parent*, kept: probes name thousands of places in the same lists."""
        known = self._levels.get(parent)
        if known is None:
            known = self._levels[parent] = [c for c in parent.children if isinstance(c, Element)]
        return known

    def ids(self, root: Document | ShadowRoot) -> Mapping[str, Sequence[Element]]:
        """id → elements that carry it in the tree under *root*, in order."""
        if not self._ids:
            for element in self.elements:
                wanted = element.attributes.get("id")
                if wanted:
                    self._ids.setdefault(id(element.root), {}).setdefault(wanted, []).append(element)
            self._ids.setdefault(id(self), {})
        return self._ids.get(id(root), {})

    # -- who is what ----------------------------------------------------------------------------------------------

    @remembered
    def by_tag(self) -> dict[str, list[int]]:
        """Tag → positions in ``elements`` of the HTML elements that have it."""
        found: dict[str, list[int]] = {}
        for place, element in enumerate(self.elements):
            if element.namespace == HTML:
                found.setdefault(element.tag, []).append(place)
        return found

    @remembered
    def by_role(self) -> dict[str, list[int]]:
        """Computed role → positions in ``elements``."""
        found: dict[str, list[int]] = {}
        for place, element in enumerate(self.elements):
            if element.ax is not None:
                found.setdefault(element.ax.role, []).append(place)
        return found

    @remembered
    def by_attribute(self) -> dict[str, list[int]]:
        """Attribute → positions in ``elements`` of those that carry it."""
        found: dict[str, list[int]] = {}
        for place, element in enumerate(self.elements):
            for attribute in element.attributes:
                found.setdefault(attribute, []).append(place)
        return found

    def among(self, index: Mapping[str, list[int]], wanted: Iterable[str]) -> list[Element]:
        """The elements that an *index* such as ``by_tag`` holds under one of the *wanted* keys, in order."""
        places = [index[key] for key in wanted if key in index]
        if not places:
            return []
        order = places[0] if len(places) == 1 else sorted(set().union(*places))
        return [self.elements[place] for place in order]


class Page:
    """Everything recorded of one page in one state: documents, viewport, and the records of the probes."""

    def __init__(self, address: str, *, viewport: tuple[int, int] = (1280, 1024)) -> None:
        self.address = address
        self.viewport = viewport
        self.state = "default"
        """The state that it was put into before it was recorded; ``default`` for the page as it loads."""
        self.documents: list[Document] = []
        """The page itself first, then its frames in order."""
        self.records: dict[str, Any] = {}
        """What the probes wrote down (``media``, ``keyboard`` …), plain JSON values, by probe."""
        self.identify_language: Callable[[str], list[tuple[str, float]]] | None = None
        """Text → (primary language subtag, confidence 0 to 1) of all languages it knows, the likeliest first; empty
        when it cannot say. None on a machine without a language identifier."""

    @property
    def document(self) -> Document:
        """The top document."""
        return self.documents[0]

    def elements(self, *tags: str) -> Iterator[Element]:
        """Elements of all documents and shadow trees in order; of the HTML *tags* only, when given."""
        for document in self.documents:
            yield from document.among(document.by_tag, tags) if tags else document.elements

    def with_role(self, *roles: str) -> Iterator[Element]:
        """Elements whose computed role is one of *roles*, in order."""
        for document in self.documents:
            yield from document.among(document.by_role, roles)

    def with_attribute(self, *attributes: str) -> Iterator[Element]:
        """Elements that carry one of the *attributes*, in order."""
        for document in self.documents:
            yield from document.among(document.by_attribute, attributes)
