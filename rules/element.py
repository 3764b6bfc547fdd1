"""The nodes of a page as rules see them: elements and texts with their layout and accessibility information.

Shadow roots (closed ones too) and frame contents hang on the element that hosts them; ``flat_children`` and
``flat_parent`` walk the tree as it is rendered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from rules import focus, hiding, visibility
from rules.layout import Box, Layout
from rules.remembered import remembered
from rules.selectors import selector_path

if TYPE_CHECKING:
    from rules.page import Document

HTML = "http://www.w3.org/1999/xhtml"
SVG = "http://www.w3.org/2000/svg"
MATHML = "http://www.w3.org/1998/Math/MathML"


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
        node: Node = self
        while True:
            # ``flat_parent`` written out: this is the path that rules walk most.
            slot, parent = node.assigned_slot, node.parent
            if slot is not None:
                node = slot
            elif isinstance(parent, ShadowRoot):
                node = parent.host
            elif parent is None or (parent.shadow_root is not None and not parent.shadow_root.user_agent):
                return
            else:
                node = parent
            yield node


class Text(Node):
    """A text node."""

    __slots__ = ("data", "seen")

    def __init__(self, document: Document, parent: Element | ShadowRoot | None, backend_id: int, data: str) -> None:
        super().__init__(document, parent, backend_id)
        self.data = data
        self.seen: bool | None = None
        """Some glyph of it can be seen: what ``rules.visibility`` found; None before it was asked."""

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

    @remembered
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

    @remembered
    def hidden_from_at(self) -> bool:
        """Programmatically hidden (ACT): not rendered, not ``visible``, or ``aria-hidden`` on it or above."""
        return hiding.hidden_from_at(self)

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

    @remembered
    def rendered(self) -> bool:
        """It, or (for ``display: contents``) something in it, has a layout box."""
        return hiding.rendered(self)

    @remembered
    def visible(self) -> bool:
        """ACT "visible": its removal would change a pixel, somewhere the user can scroll to."""
        return visibility.visible(self)

    # -- keyboard -----------------------------------------------------------------------------------------------

    @remembered
    def focusable(self) -> bool:
        """Can take focus (HTML focusable area), by script or by keyboard."""
        return focus.focusable(self)

    @remembered
    def in_tab_order(self) -> bool:
        """Part of sequential focus navigation: focusable with a tab index of 0 or more."""
        return focus.in_tab_order(self)

    # -- naming places ------------------------------------------------------------------------------------------

    @remembered
    def path(self) -> tuple[str, ...]:
        """Where it is, from the top of the page: one CSS selector per document or shadow tree, outermost first."""
        return selector_path(self)
