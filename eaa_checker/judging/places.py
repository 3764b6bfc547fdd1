"""Where an element is, in words that last: excerpt, box on the page, and the fingerprint that groups places."""

from __future__ import annotations

import hashlib
import html
import json
import re

from eaa_checker.domain.observation import Place
from rules.page import Box, Element, Page, Text
from rules.selectors import number

EXCERPT = 2_000
"""Characters of an element's HTML that are kept with a place."""
_TEXT = 120
_LANDMARKS = frozenset(("header", "nav", "main", "footer", "aside", "article", "form", "dialog"))
_ROLES = frozenset(("banner", "navigation", "main", "contentinfo", "complementary", "search", "dialog"))
_PASSING_ID = re.compile(r"\d{3,}|^[0-9a-f-]{8,}$|[_-]\d+$|^:|^ember|^react|^radix|^ui-id", re.IGNORECASE)


def excerpt(element: Element) -> str:
    """The element's start tag and the beginning of its content as HTML, cut at ``EXCERPT`` characters."""
    parts: list[str] = []
    length = 0
    stack: list[Element | Text | str] = [element]
    while stack and length < EXCERPT:
        node = stack.pop()
        if isinstance(node, str):
            piece = node
        elif isinstance(node, Text):
            piece = html.escape(node.data[:EXCERPT], quote=False)
        else:
            attributes = "".join(f' {k}="{html.escape(v[:500])}"' if v else f" {k}" for k, v in node.attributes.items())
            piece = f"<{node.tag}{attributes}>"
            if node.tag not in _VOID:
                stack.append(f"</{node.tag}>")
                # A child that is not an element or a text does not exist in a page.
                stack.extend(c for c in reversed(node.children) if isinstance(c, (Element, Text)))
        parts.append(piece)
        length += len(piece)
    whole = "".join(parts)
    return whole if len(whole) <= EXCERPT else whole[: EXCERPT - 1] + "…"


_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


def box_on_page(element: Element) -> Box | None:
    """The element's box in the coordinates of the top document; None when it (or a frame around it) has none.

    ``display: contents`` and text-only boxes are looked up in what they contain.
    """
    box = element.box
    if box is None:
        inner = [d.box for d in element.flat_descendants() if d.box is not None]
        texts = [t.layout.box for t in element.flat_texts() if t.layout is not None]
        boxes = [b for b in inner + texts if b.area > 0]
        if not boxes:
            return None
        x, y = min(b.x for b in boxes), min(b.y for b in boxes)
        box = Box(x, y, max(b.right for b in boxes) - x, max(b.bottom for b in boxes) - y)
    owner = element.document.owner
    while owner is not None:
        frame = owner.box
        if frame is None:
            return None
        left = _px(owner.style("border-left-width"))
        top = _px(owner.style("border-top-width"))
        box = Box(box.x + frame.x + left, box.y + frame.y + top, box.width, box.height).intersection(frame)
        owner = owner.document.owner
    return box


def _px(value: str) -> float:
    try:
        return float(value.removesuffix("px"))
    except ValueError:
        return 0.0


def describe(element: Element) -> str:
    """A short description for a list: tag, type or role, and what it is called or says."""
    words = element.name or element.text[:_TEXT] or element.get("alt") or element.get("src").rsplit("/", 1)[-1]
    kind = element.tag + (f"[{element.get('type')}]" if element.tag == "input" and element.get("type") else "")
    return f"{kind} “{words[:_TEXT]}”" if words else kind


def signature(element: Element) -> str:
    """What tells this element from its like on other pages: name or text, source, target, field name."""
    source = element.get("src") or element.get("data") or element.get("poster")
    values = (
        element.tag,
        (element.name or element.own_text or element.text)[:_TEXT],
        source.partition("?")[0].rsplit("/", 1)[-1][:_TEXT],
        element.get("href").partition("?")[0][:_TEXT],
        element.get("name")[:_TEXT],
        element.get("type"),
    )
    return json.dumps(values, ensure_ascii=False)


def normal_path(element: Element) -> tuple[str, ...]:
    """The path from the nearest lasting anchor (a plain id or a landmark), then only the anchors above it.

    Positions count among siblings of the same tag, so that content elsewhere on the page does not move it.
    """
    steps: list[str] = []
    anchored = False
    node: Element | None = element
    while node is not None:
        own = node.get("id")
        lasting = bool(own) and not _PASSING_ID.search(own)
        landmark = node.tag in _LANDMARKS or node.get("role") in _ROLES
        if lasting:
            steps.append(f"{node.tag}#{own}")
            anchored = True
        elif landmark:
            steps.append(node.tag if not node.get("role") else f"{node.tag}[{node.get('role')}]")
            anchored = True
        elif not anchored:
            steps.append(f"{node.tag}:{number(node)[0]}")
        above = node.parent_element
        if above is None:
            root = node.root
            host = getattr(root, "host", None) or getattr(root, "owner", None)
            if host is not None:
                steps.append("//")
                anchored = False
            node = host
        else:
            node = above
    return tuple(reversed(steps))


class Fingerprints:
    """Fingerprints for one page: a second element with the same rule, path and signature gets its ordinal."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, rule: str, element: Element | None, word: str) -> str:
        """64 hex digits over rule, word, normalised path and signature. Call in document order."""
        if element is None:
            material = [rule, word]
        elif element.parent is None and element.document.owner is None:
            material = [rule, word, element.tag]
        else:
            material = [rule, word, *normal_path(element), signature(element)]
        text = json.dumps(material, ensure_ascii=False)
        number = self._seen[text] = self._seen.get(text, 0) + 1
        if number > 1:
            text += f"#{number}"
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def place_of(page: Page, element: Element | None, *, indicative: bool) -> Place:
    """The place of *element* (None: the page as a whole) on *page*."""
    if element is None:
        return Place(address=page.address, path=(), html="", indicative=indicative, state=page.state)
    box = box_on_page(element)
    return Place(
        address=page.address,
        path=element.path,
        html=excerpt(element),
        box=(round(box.x, 1), round(box.y, 1), round(box.width, 1), round(box.height, 1)) if box is not None else None,
        indicative=indicative,
        state=page.state,
    )
