"""What of a page is probably repeated on the pages it links to, and what is its own.

One page cannot show what is repeated on another. The ACT definitions ("block of repeated content", "non-repeated
content after repeated content", "perceivable content", "just before") are therefore read with one assumption, taken
from how the HTML Standard and WAI-ARIA describe these elements: navigation, banner, footer and side content that stands
before the page's own text are repeated on the pages of the same site that the page links to. What does not rest on
this assumption alone is left to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote, urljoin, urlsplit

from rules.knowledge.semantics import semantic_role
from rules.page import HTML, Element, Node, Page, Text
from rules.visibility import text_visible

REPEATED_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary"))
_CONTENT_TAGS = frozenset(
    ("audio", "button", "canvas", "embed", "iframe", "img", "input", "math", "meter", "object", "progress", "select",
     "svg", "textarea", "video")
)  # fmt: skip
_CLOSED_TAGS = frozenset(("audio", "canvas", "iframe", "math", "object", "select", "svg", "textarea", "video"))
_CONTROLS = frozenset(("button", "summary", "select"))
_NEVER = frozenset(("head", "script", "style", "template", "noscript"))
_BREADCRUMB = re.compile(r"bread-?crumb|kruimel", re.IGNORECASE)


def breadcrumb(element: Element) -> bool:
    """Its class, id or label says that it is a breadcrumb trail, which differs from page to page."""
    return bool(_BREADCRUMB.search(f"{element.get('class')} {element.get('id')} {element.get('aria-label')}"))


def web_page(page: Page) -> list[Element]:
    """The root of the top document when it is HTML (ACT "HTML web page"), else nothing."""
    root = page.document.root if page.documents else None
    return [root] if root is not None and root.namespace == HTML and root.tag == "html" else []


@dataclass(frozen=True, slots=True)
class Leaf:
    """A piece of perceivable content: text or an element such as an image, with where it stands."""

    node: Node
    repeated: Element | None
    """The outermost navigation, banner, footer or side content around it."""
    link: Element | None
    """The link to another page of the same site it stands in."""
    control: bool

    @property
    def own(self) -> bool:
        """Text or an image outside repeated parts, links and buttons."""
        return self.repeated is None and self.link is None and not self.control

    @property
    def own_text(self) -> bool:
        """Text of more than a word or two that is the page's own."""
        return self.own and isinstance(self.node, Text) and len(self.node.data.strip()) > 10


@dataclass(eq=False)
class Contents:
    """The perceivable content of the top document in order, and what can be told of repetition in it."""

    page: Page
    leaves: list[Leaf] = field(default_factory=list)
    start: dict[Element, int] = field(default_factory=dict)
    """Number of leaves before each element."""
    end: dict[Element, int] = field(default_factory=dict)

    @cached_property
    def first_repeated(self) -> int | None:
        """Position of the first leaf that is probably repeated: in a repeated part, or in a link within the site."""
        both = (i for i, leaf in enumerate(self.leaves) if leaf.repeated is not None or leaf.link is not None)
        return next(both, None)

    @cached_property
    def leads_within_site(self) -> bool:
        """There is a link to another page of the same site."""
        return any(same_site(self.page, url) for _, url in self.links)

    @cached_property
    def links(self) -> list[tuple[Element, str]]:
        """Links to other pages, with their addresses."""
        base = base_address(self.page)
        found = []
        for element in self.page.elements("a", "area"):
            if element.has("href") and element.document is self.page.document and element.rendered:
                url = _joined(base, element.get("href"))
                if url and leads_elsewhere(self.page, url):
                    found.append((element, url))
        return found

    @cached_property
    def nothing_repeated(self) -> bool:
        """The page leads nowhere: no link, form or script to other pages, and no navigation."""
        if self.links or any(leaf.repeated is not None for leaf in self.leaves):
            return False
        if any(True for _ in self.page.elements("form", "frame", "iframe", "object")):
            return False
        return not any(e.clickable or e.has("onclick") for e in self.page.document.elements)

    @cached_property
    def own_after_repeated(self) -> bool:
        """Certain text of the page itself follows a part that is probably repeated."""
        first = self.first_repeated
        return first is not None and any(leaf.own for leaf in self.leaves[first + 1 :])

    @cached_property
    def nothing_to_bypass(self) -> bool:
        """Nothing is repeated, or what is repeated stands at the end and no text of the page follows it."""
        if self.nothing_repeated:
            return True
        has_own = any(leaf.own for leaf in self.leaves)
        return has_own and self.first_repeated is not None and not self.own_after_repeated

    @cached_property
    def certainly_repeats(self) -> bool:
        """A repeated part stands before text of the page itself, and the page leads to others of its site."""
        if not self.leads_within_site:
            return False
        first = next((i for i, leaf in enumerate(self.leaves) if leaf.repeated is not None), None)
        return first is not None and any(leaf.own_text for leaf in self.leaves[first + 1 :])

    @cached_property
    def uncertain_content(self) -> bool:
        """Content in frames, which may hold headings and landmarks of its own."""
        if any(True for _ in self.page.elements("frameset", "frame")):
            return True
        return any(
            e.tag in ("iframe", "object") and not e.hidden_from_at and e.box is not None and e.box.area > 40_000
            for e in self.page.elements("iframe", "object")
        )

    def inside(self, element: Element) -> list[Leaf]:
        """The leaves in *element*."""
        return self.leaves[self.start.get(element, 0) : self.end.get(element, 0)]

    def follows_repeated(self, element: Element) -> bool:
        """Something probably repeated stands before *element*."""
        first = self.first_repeated
        return first is not None and self.start.get(element, -1) > first

    def last_own(self) -> int:
        """Position of the last leaf of the page's own; -1 when there is none."""
        return next((i for i in range(len(self.leaves) - 1, -1, -1) if self.leaves[i].own), -1)


def contents(page: Page) -> Contents:
    """The contents of the top document; worked out once per page."""
    known: Contents | None = page.__dict__.get("_contents")
    if known is None:
        known = Contents(page)
        within = {e for e, url in known.links if same_site(page, url)}
        root = page.document.root
        if root is not None:
            _walk(known, root, within)
        page.__dict__["_contents"] = known
    return known


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a node, as ``Leaf`` tells it."""

    repeated: Element | None = None
    link: Element | None = None
    control: bool = False


def _walk(found: Contents, root: Element, within: set[Element]) -> None:
    """Fills *found* in flat tree order, without recursion."""
    # An element without what is around it stands for its end.
    stack: list[tuple[Node, _Around | None]] = [(root, _Around())]
    leaves, start, end = found.leaves, found.start, found.end
    while stack:
        node, around = stack.pop()
        if not isinstance(node, Element):
            said = isinstance(node, Text) and node.layout is not None and node.data.strip() and _perceivable_text(node)
            if said and around is not None:
                leaves.append(Leaf(node, around.repeated, around.link, around.control))
            continue
        if around is None:
            end[node] = len(leaves)
            continue
        tag = node.tag
        if tag in _NEVER:
            continue
        start[node] = len(leaves)
        stack.append((node, None))
        if around.repeated is None and _repeated_part(node):
            around = _Around(node, around.link, around.control)
        if node in within:
            around = _Around(around.repeated, node, around.control)
        elif node.is_html and (tag in _CONTROLS or (tag == "a" and node.has("href"))):
            around = _Around(around.repeated, around.link, True)
        if tag in _CONTENT_TAGS and node.rendered and _perceivable(node):
            if tag != "button":
                control = around.control or tag in ("input", "select", "textarea")
                leaves.append(Leaf(node, around.repeated, around.link, control))
            if tag in _CLOSED_TAGS:
                continue
        stack.extend([(child, around) for child in reversed(node.flat_children)])


def _repeated_part(element: Element) -> bool:
    if element.is_html and element.tag not in ("nav", "aside", "header", "footer") and not element.has("role"):
        return False
    role = semantic_role(element)
    if role not in REPEATED_ROLES:
        return False
    if role == "contentinfo" and any(a.tag == "main" or a.get("role") == "main" for a in element.flat_ancestors()):
        return False  # Content systems mark their messages in the main content so.
    # A breadcrumb trail differs from page to page.
    return not breadcrumb(element)


def _perceivable_text(text: Text) -> bool:
    parent = text.flat_parent
    return parent is not None and (not parent.hidden_from_at or text_visible(text))


def _perceivable(element: Element) -> bool:
    if element.tag == "input" and element.get("type").strip().lower() == "hidden":
        return False
    if semantic_role(element) == "none":
        return False
    return not element.hidden_from_at or element.visible


# -- addresses ----------------------------------------------------------------------------------------------------


def base_address(page: Page) -> str:
    """The address that relative addresses start from (``base`` included)."""
    base = next((e.get("href") for e in page.elements("base") if e.has("href") and e.document is page.document), "")
    return _joined(page.document.address or page.address, base) or page.address


def _joined(base: str, reference: str) -> str:
    try:
        return urljoin(base, reference.strip())
    except ValueError:
        return ""


def _place(url: str) -> tuple[str, str, str] | None:
    """Scheme, host with port, and path; None for addresses that lead to no page."""
    try:
        parts = urlsplit(url)
        host = f"{parts.hostname or ''}:{parts.port or ''}"
    except ValueError:
        return None
    return (parts.scheme, host, parts.path or "/") if parts.scheme in ("http", "https", "file") else None


def leads_elsewhere(page: Page, url: str) -> bool:
    """The address has another host, port or path than the page (ACT "distance 1")."""
    there, here = _place(url), _place(page.document.address or page.address)
    return there is not None and here is not None and there[1:] != here[1:]


def same_site(page: Page, url: str) -> bool:
    """The address is on the host of the page, ``www.`` or not."""
    there, here = _place(url), _place(page.document.address or page.address)
    return there is not None and here is not None and there[1].removeprefix("www.") == here[1].removeprefix("www.")


# -- links within the page ----------------------------------------------------------------------------------------


def jump_links(page: Page) -> Iterator[tuple[Element, str]]:
    """Links that can be activated and lead to a fragment of the page itself, with the fragment (perhaps empty)."""
    base = base_address(page)
    for element in page.elements("a", "area"):
        href = element.get("href").strip()
        if "#" not in href or element.document is not page.document or not element.rendered:
            continue
        url = _joined(base, href)
        if url and not leads_elsewhere(page, url) and urlsplit(url).scheme in ("http", "https", "file"):
            yield element, href.partition("#")[2]


def jump_target(page: Page, fragment: str) -> Element | None:
    """The element a fragment leads to (HTML "find a potential indicated element"); None when there is none."""
    if not fragment or page.document.root is None:
        return None
    ids = page.document.ids(page.document)
    for name in (fragment, unquote(fragment)):
        if ids.get(name):
            return ids[name][0]
        anchor = next((a for a in page.elements("a") if a.get("name") == name and a.document is page.document), None)
        if anchor is not None:
            return anchor
    return None
