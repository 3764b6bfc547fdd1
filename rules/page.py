"""What a page is to a rule: the frozen tree of everything the browser knew of it at one instant.

A ``Page`` holds one ``Document`` per frame. A ``Document`` holds ``Element`` and ``Text`` nodes with, where the
browser had them, layout (box, computed styles, blended background) and its accessibility information (role, name,
reasons). Shadow roots (closed ones too) and frame contents hang on the element that hosts them; ``flat_children``
and ``flat_parent`` walk the tree as it is rendered.

The tree is built by ``eaa_checker.capture.join`` and is not changed afterwards; rules never see the browser's
protocol. Lengths are CSS pixels; boxes are relative to the top left corner of the element's own document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

from rules import focus, visibility

HTML = "http://www.w3.org/1999/xhtml"
SVG = "http://www.w3.org/2000/svg"
MATHML = "http://www.w3.org/1998/Math/MathML"


class Box(NamedTuple):
    """A rectangle in CSS pixels of its document."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def area(self) -> float:
        return self.width * self.height

    def intersection(self, other: Box) -> Box:
        """The common rectangle; of width or height 0 when there is none."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Box(x, y, max(0.0, min(self.right, other.right) - x), max(0.0, min(self.bottom, other.bottom) - y))


@dataclass(slots=True, eq=False)
class Layout:
    """How the browser laid a node out. Nodes without a layout box (``display: none``, ``contents``) have none."""

    box: Box
    styles: Mapping[str, str]
    """Computed values of ``STYLES`` for elements; empty for text."""
    paint_order: int = 0
    blended_background: str = ""
    """On elements that hold text: the colour behind it as the browser blended it; empty when it does not know.

    A rough answer (one colour, the first of a gradient): ``rules.knowledge.backdrop`` works it out properly.
    """
    text_opacity: float = 1.0
    text_boxes: tuple[Box, ...] = ()
    """For text: one box per rendered line fragment."""


STYLES: tuple[str, ...] = (
    "display", "visibility", "opacity", "position", "overflow-x", "overflow-y", "clip", "clip-path", "color",
    "background-color", "background-image", "font-size", "font-weight", "font-family", "font-style", "line-height",
    "letter-spacing", "word-spacing", "text-indent", "text-transform", "white-space", "text-decoration-line",
    "text-shadow", "pointer-events", "cursor", "content-visibility", "outline-style", "outline-width", "outline-color",
    "border-top-width", "border-right-width", "border-bottom-width", "border-left-width", "border-top-style",
    "border-bottom-style", "border-bottom-color", "box-shadow", "transform", "filter", "mix-blend-mode", "content",
    "float", "-webkit-text-fill-color", "writing-mode", "z-index", "direction", "list-style-type", "animation-name",
    "text-align", "width", "height", "max-height", "-webkit-line-clamp", "scale", "interactivity", "background-clip",
    "background-size", "color-scheme",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameSource:
    """One step of the browser's name computation: kind (``attribute``, ``relatedElement``, ``contents``, …)."""

    kind: str
    attribute: str
    value: str
    superseded: bool


@dataclass(slots=True, eq=False)
class Accessible:
    """What the browser's own accessibility tree says of an element."""

    role: str
    """ARIA role as the browser exposes it; ``"none"`` or ``""`` where it exposes none."""
    name: str
    ignored: bool
    description: str = ""
    name_sources: tuple[NameSource, ...] = ()
    ignored_reasons: tuple[str, ...] = ()
    properties: Mapping[str, Any] = field(default_factory=dict)
    """States and properties such as ``focusable``, ``level``, ``required``, ``checked``."""


class Node:
    """A node of the DOM: an element or a text. Compared by identity."""

    __slots__ = ("assigned_slot", "backend_id", "document", "layout", "parent")

    def __init__(self, document: Document, parent: Element | ShadowRoot | None, backend_id: int) -> None:
        self.document = document
        self.parent = parent
        self.backend_id = backend_id
        self.layout: Layout | None = None
        self.assigned_slot: Element | None = None

    @property
    def parent_element(self) -> Element | None:
        """The parent in the DOM when it is an element (None at a shadow root or the top)."""
        return self.parent if isinstance(self.parent, Element) else None

    @property
    def flat_parent(self) -> Element | None:
        """The parent as rendered: the slot a node is assigned to, the host of a shadow root.

        None at a document's root (use ``document.owner`` to climb out of a frame) and for light children of a
        shadow host that no slot takes up (those are not rendered).
        """
        if self.assigned_slot is not None:
            return self.assigned_slot
        parent = self.parent
        if isinstance(parent, ShadowRoot):
            return parent.host
        if parent is not None and parent.shadow_root is not None and not parent.shadow_root.user_agent:
            return None
        return parent

    def flat_ancestors(self) -> Iterator[Element]:
        """Ancestors as rendered, nearest first, within the same document."""
        node = self.flat_parent
        while node is not None:
            yield node
            node = node.flat_parent


class Text(Node):
    """A text node."""

    __slots__ = ("data",)

    def __init__(self, document: Document, parent: Element | ShadowRoot | None, backend_id: int, data: str) -> None:
        super().__init__(document, parent, backend_id)
        self.data = data

    def __repr__(self) -> str:
        return f"<Text {self.data[:30]!r}>"


@dataclass(slots=True, eq=False)
class ShadowRoot:
    """The root of a shadow tree; *mode* is ``open``, ``closed`` or ``user-agent``."""

    host: Element
    mode: Literal["open", "closed", "user-agent"]
    children: list[Node] = field(default_factory=list)

    @property
    def user_agent(self) -> bool:
        return self.mode == "user-agent"


class Element(Node):
    """An element with its attributes, layout, accessibility information and relations."""

    __slots__ = (
        "__dict__",
        "attributes",
        "ax",
        "checked",
        "children",
        "clickable",
        "content_document",
        "current_source",
        "index",
        "namespace",
        "pseudo",
        "selected",
        "shadow_root",
        "tag",
        "value",
    )  # fmt: skip

    def __init__(
        self,
        document: Document,
        parent: Element | ShadowRoot | None,
        backend_id: int,
        tag: str,
        attributes: dict[str, str],
        namespace: str = HTML,
        index: int = 0,
    ) -> None:
        super().__init__(document, parent, backend_id)
        self.tag = tag
        """Local name; lower case for HTML elements."""
        self.namespace = namespace
        self.attributes = attributes
        self.index = index
        """Position in document order over the whole page; the identity of an element within one capture."""
        self.children: list[Node] = []
        self.shadow_root: ShadowRoot | None = None
        self.content_document: Document | None = None
        self.ax: Accessible | None = None
        self.pseudo: dict[str, Element] = {}
        """Generated content by pseudo-element (``before``, ``after``, ``marker``, …) as elements with text inside."""
        self.clickable = False
        """The browser says it reacts to a click (natively or by a listener on the element itself)."""
        self.checked = False
        self.selected = False
        self.value = ""
        """Current value of a form field."""
        self.current_source = ""
        """The address of the image or medium the browser actually chose."""

    def __repr__(self) -> str:
        attrs = "".join(f" {k}={v[:20]!r}" for k, v in list(self.attributes.items())[:3])
        return f"<{self.tag}{attrs}>"

    # -- tree ---------------------------------------------------------------------------------------------------

    def get(self, attribute: str, default: str = "") -> str:
        """An attribute's value, or *default*."""
        return self.attributes.get(attribute, default)

    def has(self, attribute: str) -> bool:
        return attribute in self.attributes

    @property
    def is_html(self) -> bool:
        return self.namespace == HTML

    @property
    def element_children(self) -> list[Element]:
        return [c for c in self.children if isinstance(c, Element)]

    @property
    def flat_children(self) -> list[Node]:
        """Children as rendered: a shadow root's content instead of light children; a slot's assigned nodes."""
        if self.shadow_root is not None and not self.shadow_root.user_agent:
            return self.shadow_root.children
        if self.tag == "slot" and self.is_html:
            assigned = self.document.slotted.get(self)
            if assigned:
                return assigned
        return self.children

    def descendants(self) -> Iterator[Element]:
        """Elements below in the DOM, in document order; not into shadow roots or frames."""
        stack = self.element_children[::-1]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(element.element_children[::-1])

    def flat_descendants(self) -> Iterator[Element]:
        """Elements below as rendered (through shadow roots and slots, not into frames), in order."""
        stack = [c for c in reversed(self.flat_children) if isinstance(c, Element)]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(c for c in reversed(element.flat_children) if isinstance(c, Element))

    def flat_texts(self) -> Iterator[Text]:
        """Text nodes below as rendered, in order."""
        stack: list[Node] = list(reversed(self.flat_children))
        while stack:
            node = stack.pop()
            if isinstance(node, Text):
                yield node
            elif isinstance(node, Element):
                stack.extend(reversed(node.flat_children))

    def closest(self, *tags: str) -> Element | None:
        """This element or its nearest ancestor as rendered that has one of *tags* (HTML)."""
        if self.is_html and self.tag in tags:
            return self
        return next((a for a in self.flat_ancestors() if a.is_html and a.tag in tags), None)

    @property
    def root(self) -> Document | ShadowRoot:
        """The tree this element lives in: ids and references do not cross its border."""
        node: Element = self
        while isinstance(node.parent, Element):
            node = node.parent
        return node.parent if isinstance(node.parent, ShadowRoot) else self.document

    def by_id(self, wanted: str) -> Element | None:
        """The first element with that id in the same tree, or None."""
        found = self.document.ids(self.root).get(wanted)
        return found[0] if found else None

    def referenced(self, attribute: str) -> list[Element]:
        """The elements that an id list (``aria-labelledby`` …) names, in order; missing ones left out."""
        return [e for e in (self.by_id(i) for i in self.get(attribute).split()) if e is not None]

    # -- text ---------------------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """All text below in the DOM, white space collapsed."""
        return " ".join("".join(self._raw_text()).split())

    def _raw_text(self) -> Iterator[str]:
        stack: list[Node] = list(reversed(self.children))
        while stack:
            node = stack.pop()
            if isinstance(node, Text):
                yield node.data
            elif isinstance(node, Element):
                stack.extend(reversed(node.children))

    @property
    def own_text(self) -> str:
        """Text directly in this element, white space collapsed."""
        return " ".join("".join(c.data for c in self.children if isinstance(c, Text)).split())

    @cached_property
    def visible_text(self) -> str:
        """Text that can be seen, as rendered, white space collapsed."""
        return visibility.visible_text(self)

    # -- accessibility tree -------------------------------------------------------------------------------------

    @property
    def role(self) -> str:
        """The role the browser computed (ARIA name, lower case); ``"none"`` where it exposes none."""
        return self.ax.role if self.ax is not None and self.ax.role else "none"

    @property
    def name(self) -> str:
        """The accessible name the browser computed, outer white space removed; empty when there is none."""
        return self.ax.name.strip() if self.ax is not None else ""

    @cached_property
    def hidden_from_at(self) -> bool:
        """Programmatically hidden (ACT): not rendered, not ``visible``, or ``aria-hidden`` on it or above."""
        return visibility.hidden_from_at(self)

    @property
    def exposed(self) -> bool:
        """Included in the accessibility tree as far as hiding goes (ACT "included in the accessibility tree")."""
        return not self.hidden_from_at

    # -- looks --------------------------------------------------------------------------------------------------

    def style(self, prop: str) -> str:
        """The computed value of one of ``STYLES``; ``""`` where the element has no layout."""
        return self.layout.styles.get(prop, "") if self.layout is not None else ""

    @property
    def box(self) -> Box | None:
        return self.layout.box if self.layout is not None else None

    @cached_property
    def rendered(self) -> bool:
        """It, or (for ``display: contents``) something in it, has a layout box."""
        return visibility.rendered(self)

    @cached_property
    def visible(self) -> bool:
        """ACT "visible": its removal would change a pixel, somewhere the user can scroll to."""
        return visibility.visible(self)

    # -- keyboard -----------------------------------------------------------------------------------------------

    @cached_property
    def focusable(self) -> bool:
        """Can take focus (HTML focusable area), by script or by keyboard."""
        return focus.focusable(self)

    @cached_property
    def in_tab_order(self) -> bool:
        """Part of sequential focus navigation: focusable with a tab index of 0 or more."""
        return focus.in_tab_order(self)

    # -- naming places ------------------------------------------------------------------------------------------

    @cached_property
    def path(self) -> tuple[str, ...]:
        """Where it is, from the top of the page: one CSS selector per document or shadow tree, outermost first."""
        return visibility.selector_path(self)


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

    @cached_property
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
                current = [c for c in element.shadow_root.children if isinstance(c, Element)]
            for position in steps:
                if not 0 <= position < len(current):
                    return None
                element = current[position]
                current = element.element_children
        return element

    def ids(self, root: Document | ShadowRoot) -> Mapping[str, Sequence[Element]]:
        """id → elements that carry it in the tree under *root*, in order."""
        if not self._ids:
            for element in self.elements:
                wanted = element.attributes.get("id")
                if wanted:
                    self._ids.setdefault(id(element.root), {}).setdefault(wanted, []).append(element)
            self._ids.setdefault(id(self), {})
        return self._ids.get(id(root), {})


class Page:
    """Everything recorded of one page in one state: documents, viewport, and the records of the probes."""

    def __init__(self, address: str, *, viewport: tuple[int, int] = (1280, 1024)) -> None:
        self.address = address
        self.viewport = viewport
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
        if not tags:
            for document in self.documents:
                yield from document.elements
            return
        for document in self.documents:
            by_tag = self._by_tag(document)
            if len(tags) == 1:
                yield from by_tag.get(tags[0], ())
            else:
                found = [e for tag in tags for e in by_tag.get(tag, ())]
                yield from sorted(found, key=lambda e: e.index)

    def with_role(self, *roles: str) -> Iterator[Element]:
        """Elements whose computed role is one of *roles*, in order."""
        for element in self.elements():
            if element.ax is not None and element.ax.role in roles:
                yield element

    def with_attribute(self, *attributes: str) -> Iterator[Element]:
        """Elements that carry one of the *attributes*, in order."""
        for element in self.elements():
            if any(a in element.attributes for a in attributes):
                yield element

    def _by_tag(self, document: Document) -> dict[str, list[Element]]:
        cache: dict[int, dict[str, list[Element]]] = self.__dict__.setdefault("_tags", {})
        key = id(document)
        if key not in cache:
            by_tag: dict[str, list[Element]] = {}
            for element in document.elements:
                if element.namespace == HTML:
                    by_tag.setdefault(element.tag, []).append(element)
            cache[key] = by_tag
        return cache[key]
