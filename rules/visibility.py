"""What can be seen and what assistive technology is told: hiding, clipping, visible text, and selector paths.

Sources: ACT glossary "visible", "programmatically hidden"; CSS 2.1 section 11; CSS Masking (``clip``, ``clip-path``);
CSS Containment (``content-visibility``); HTML (``details``, ``inert``).
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rules.page import Box, Document, Element, Layout, Text

_NEVER_RENDERED = frozenset(
    ("head", "title", "meta", "link", "style", "script", "noscript", "template", "base", "param", "source", "track")
)


def rendered(element: Element) -> bool:
    """It has a layout box, or has ``display: contents`` and shows something inside.

    An ``area`` is where the image is that uses its map.
    """
    if element.layout is not None:
        return not _skipped(element)
    if element.is_html and element.tag == "area":
        image = mapped_image(element)
        return image is not None and image.rendered
    if element.is_html and element.tag in ("option", "optgroup"):
        host = element.flat_parent
        return host is not None and host.rendered
    if element.is_html and element.tag in _NEVER_RENDERED:
        return False
    # ``display: contents`` leaves no box of its own; ``display: none`` leaves none below either.
    return element in _boxless_with_content(element.document) and not _skipped(element)


def _boxless_with_content(document: Document) -> set[Element]:
    """Elements without a box of their own that have something with a box inside; worked out once per document."""
    found: set[Element] | None = document.__dict__.get("_boxless_with_content")
    if found is None:
        found = set()
        for element in document.elements:
            if element.layout is not None:
                parent = element.flat_parent
            elif any(node.layout is not None for node in (*element.children, *document.slotted.get(element, ()))):
                parent = element
            else:
                continue
            while parent is not None and parent.layout is None and parent not in found:
                found.add(parent)
                parent = parent.flat_parent
        document.__dict__["_boxless_with_content"] = found
    return found


def mapped_image(area: Element) -> Element | None:
    """The first image that uses the ``map`` around *area* (HTML, image maps); None when none does."""
    around = area.closest("map")
    name = around.get("name") if around is not None else ""
    if not name:
        return None
    images: dict[str, Element] | None = area.document.__dict__.get("_mapped_images")
    if images is None:
        images = {}
        for element in area.document.elements:
            if element.has("usemap") and element.is_html and element.tag in ("img", "object"):
                images.setdefault(element.get("usemap").partition("#")[2], element)
        area.document.__dict__["_mapped_images"] = images
    return images.get(name)


def _skipped(element: Element) -> bool:
    """Inside a part whose rendering is skipped: a closed ``details`` or ``content-visibility: hidden``."""
    return _inherited(element, "_skips", _skips)


def _skips(element: Element, parent: Element) -> bool:
    """*parent* does not render its child *element*."""
    if parent.style("content-visibility") == "hidden":
        return True
    return (
        parent.tag == "details"
        and parent.is_html
        and not parent.has("open")
        and not (element.tag == "summary" and element is first_summary(parent))
    )


def _inherited(element: Element, key: str, starts: Callable[[Element, Element], bool]) -> bool:
    """Whether *starts(node, parent)* holds for the element or a node above it in its document.

    The answers are kept on the elements, so that deep trees cost one step per element.
    """
    chain: list[tuple[Element, Element]] = []
    node = element
    verdict = False
    while True:
        known = node.__dict__.get(key)
        if known is not None:
            verdict = known
            break
        parent = node.flat_parent
        if parent is None:
            node.__dict__[key] = False
            break
        chain.append((node, parent))
        node = parent
    for node, parent in reversed(chain):
        verdict = verdict or starts(node, parent)
        node.__dict__[key] = verdict
    return verdict


def first_summary(details: Element) -> Element | None:
    """The summary that labels a ``details``: its first ``summary`` child."""
    return next((c for c in details.element_children if c.tag == "summary"), None)


def hidden_from_at(element: Element) -> bool:
    """ACT "programmatically hidden": not rendered, ``visibility`` not visible, or ``aria-hidden=true`` on it or above.

    Inert content counts as hidden too (HTML: "user agents must treat it as if absent" for assistive technology).
    Climbs out of frames: content of a hidden frame is hidden. An ``area`` is hidden with the image that uses its map.
    """
    if not element.rendered:
        return True
    boxed: Element | None = element
    while boxed is not None and boxed.layout is None:
        boxed = boxed.flat_parent
    if boxed is not None and boxed.style("visibility") in ("hidden", "collapse"):
        return True
    if kept_from_at(element):
        return True
    if element.is_html and element.tag == "area":
        image = mapped_image(element)
        return image is None or image.hidden_from_at
    owner = element.document.owner
    return owner is not None and owner.hidden_from_at


def kept_from_at(element: Element) -> bool:
    """``aria-hidden=true`` or inertness on the element or above it in its document."""
    return _keeps_from_at(element) or _inherited(element, "_kept_from_at", lambda _, parent: _keeps_from_at(parent))


def _keeps_from_at(element: Element) -> bool:
    if element.attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    return makes_inert(element)


def inert(element: Element) -> bool:
    """Inert, by itself or by what stands above it in its document."""
    return makes_inert(element) or _inherited(element, "_inert", lambda _, parent: makes_inert(parent))


def makes_inert(element: Element) -> bool:
    """The element starts an inert part: the ``inert`` attribute, or it stands outside the open modal dialog."""
    if element.is_html and element.has("inert"):
        return True
    if element.style("interactivity") == "inert":
        return True
    modal = element.document.modal
    if modal is None or element is modal:
        return False
    # Everything but the dialog, what is in it, and what it stands in.
    line, parent = modal_line(element.document), element.flat_parent
    return parent is not None and parent is not modal and parent in line and element not in line


def modal_line(document: Document) -> set[Element]:
    """The open modal dialog and its ancestors; empty when none is open."""
    line: set[Element] | None = document.__dict__.get("_modal_line")
    if line is None:
        modal = document.modal
        line = set() if modal is None else {*modal.flat_ancestors()}
        if modal is not None:
            line.add(modal)
        document.__dict__["_modal_line"] = line
    return line


def opacity(element: Element) -> float:
    """The product of the opacities from the element to the root of its document."""
    return _hindrance(element)[0]


def _hindrance(element: Element) -> tuple[float, tuple[Element, ...]]:
    """The product of the opacities from the element up, and those from it up that may clip or place what is in them
    (innermost first). Worked out once per element, without recursion."""
    missing: list[Element] = []
    node: Element | None = element
    while node is not None and "_hindrance" not in node.__dict__:
        missing.append(node)
        node = node.flat_parent
    known: tuple[float, tuple[Element, ...]] = node.__dict__["_hindrance"] if node is not None else (1.0, ())
    for current in reversed(missing):
        product, barriers = known
        styles = current.layout.styles if current.layout is not None else {}
        value = styles.get("opacity", "")
        if value and value != "1":
            with contextlib.suppress(ValueError):
                product *= float(value)
        if styles and any(styles.get(name, usual) not in (usual, "") for name, usual in _HARMLESS.items()):
            barriers = (current, *barriers)
        known = current.__dict__["_hindrance"] = (product, barriers)
    return known


_HARMLESS = {
    "overflow-x": "visible", "overflow-y": "visible", "clip": "auto", "clip-path": "none", "position": "static",
    "transform": "none",
}  # fmt: skip


def px(value: str) -> float | None:
    """A computed length in px; None when it is not one."""
    if value.endswith("px"):
        try:
            return float(value[:-2])
        except ValueError:
            return None
    return 0.0 if value == "0" else None


_CLIP_RECT = re.compile(r"rect\(([^)]*)\)")
_INSET = re.compile(r"inset\(([^)]*)\)")


def clipped_away(element: Element) -> bool:
    """The element's own ``clip`` or ``clip-path`` leaves no area."""
    clip = element.style("clip")
    if clip and clip != "auto" and element.style("position") in ("absolute", "fixed"):
        match = _CLIP_RECT.match(clip)
        if match:
            sides = [px(v) for v in re.split(r"[\s,]+", match[1].strip())]
            if len(sides) == 4 and None not in sides:
                top, right, bottom, left = (s or 0.0 for s in sides)
                if right - left <= 1 or bottom - top <= 1:
                    return True
    path = element.style("clip-path")
    if path and path != "none":
        match = _INSET.match(path)
        if match:
            parts = match[1].split("round")[0].split()
            values = [float(p[:-1]) for p in parts if re.fullmatch(r"-?[\d.]+%", p)]
            if len(values) == len(parts) and values:
                top = values[0]
                right = values[1] if len(values) > 1 else top
                bottom = values[2] if len(values) > 2 else top
                left = values[3] if len(values) > 3 else right
                if top + bottom >= 100 or left + right >= 100:
                    return True
        if re.match(r"circle\(0(px|%)?[ )]", path) or path in ("polygon(0px 0px, 0px 0px, 0px 0px)",):
            return True
    return False


def seen_part(element: Element, box: Box) -> Box | None:
    """The part of *box* (in the element's document) that no ancestor clips and that can be scrolled to.

    None when nothing is left. Scrollable ancestors do not clip: what they hide can be scrolled into view,
    unless it lies before their scroll origin.
    """

    left: Box = box
    fixed = element.style("position") == "fixed"
    contained_by_positioned = element.style("position") == "absolute"
    for node in _hindrance(element)[1]:
        if clipped_away(node):
            return None
        if node is not element and not fixed and node.tag not in ("html", "body"):
            positioned = node.style("position") != "static" or node.style("transform") not in ("", "none")
            if not contained_by_positioned or positioned:
                left = _clip_by(node, left)
                if left.width <= 0 or left.height <= 0:
                    return None
                contained_by_positioned = node.style("position") == "absolute"
                fixed = node.style("position") == "fixed"
    # Content before the origin of the canvas cannot be scrolled to.
    if left.right <= 0 or left.bottom <= 0:
        return None
    return left


def _clip_by(ancestor: Element, box: Box) -> Box:
    """*box* after the overflow of *ancestor*; only ``hidden`` and ``clip`` cut, per axis."""
    from rules.page import Box

    frame = ancestor.box
    if frame is None:
        return box
    horizontal, vertical = ancestor.style("overflow-x"), ancestor.style("overflow-y")
    if horizontal == "visible" and vertical == "visible":
        return box
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    if horizontal in ("hidden", "clip"):
        x, right = max(x, frame.x), min(right, frame.right)
    if vertical in ("hidden", "clip"):
        y, bottom = max(y, frame.y), min(bottom, frame.bottom)
    return Box(x, y, max(0.0, right - x), max(0.0, bottom - y))


def visible(element: Element) -> bool:
    """ACT "visible": its removal would change pixels the user can get to see.

    An element is visible when its own box is painted (replaced content, background, border) or some text or
    replaced content inside it is.
    """
    if not element.rendered:
        return False
    if _paints_itself(element):
        return True
    return any(_text_visible(t) for t in element.flat_texts()) or any(
        _paints_itself(d) for d in element.flat_descendants()
    )


_REPLACED = frozenset(
    ("img", "video", "canvas", "iframe", "object", "embed", "input", "select", "textarea", "button", "meter",
     "progress", "audio", "svg", "picture")
)  # fmt: skip


def _paints_itself(element: Element) -> bool:
    """Its own box is within reach and paints: replaced content, background, border, shadow or generated content."""
    layout = element.layout
    if layout is None or element.style("visibility") in ("hidden", "collapse"):
        return False
    if layout.box.width <= 0 or layout.box.height <= 0 or opacity(element) <= 0 or _skipped(element):
        return False
    paints = (
        element.tag in _REPLACED
        or element.namespace.endswith("svg")
        or element.style("background-image") not in ("", "none")
        or not _transparent(element.style("background-color"))
        or element.style("border-top-style") not in ("", "none")
        or element.style("border-bottom-style") not in ("", "none")
        or element.style("box-shadow") not in ("", "none")
        or any(p.style("content") not in ("", "none", "normal", '""') for p in element.pseudo.values())
    )
    return paints and seen_part(element, layout.box) is not None


def _transparent(colour: str) -> bool:
    return colour in ("", "transparent") or (bool(re.search(r"(,|/)\s*0(\.0+)?\)$", colour)) and colour.startswith(
        ("rgba", "color(", "lab", "lch", "oklab", "oklch")
    ))


def _text_visible(text: Text) -> bool:
    """Some glyph of the text can be seen; worked out once per text."""
    if text.layout is None:
        return False
    known: dict[Text, bool] = text.document.__dict__.setdefault("_texts_visible", {})
    answer = known.get(text)
    if answer is None:
        answer = known[text] = _glyphs_visible(text, text.layout)
    return answer


def _glyphs_visible(text: Text, layout: Layout) -> bool:
    if not text.data.strip():
        return False
    parent = text.flat_parent
    if parent is None or parent.style("visibility") in ("hidden", "collapse") or opacity(parent) <= 0:
        return False
    if (
        _transparent(parent.style("-webkit-text-fill-color") or parent.style("color") or "black")
        and parent.style("text-shadow") in ("", "none")
        and not any("text" in e.style("background-clip") for e in (parent, *parent.flat_ancestors()))
    ):
        return False
    size = px(parent.style("font-size"))
    if size is not None and size <= 0:
        return False
    if _skipped(parent):
        return False
    boxes = layout.text_boxes or (layout.box,)
    return any(b.width > 0 and b.height > 0 and _text_seen(parent, b) for b in boxes)


def _text_seen(parent: Element, box: Box) -> bool:
    """A text box inside *parent* is not clipped away by it or by what is above."""
    within = box
    if parent.layout is not None and parent.tag not in ("html", "body"):
        within = _clip_by(parent, box)
        if (within.width <= 1 and box.width > 1) or (within.height <= 1 and box.height > 1):
            return False
    return seen_part(parent, within) is not None


def text_visible(text: Text) -> bool:
    """Some glyph of *text* can be seen."""
    return _text_visible(text)


def visible_text(element: Element) -> str:
    """The text inside *element* that can be seen, white space collapsed."""
    return " ".join("".join(t.data if _text_visible(t) else " " for t in element.flat_texts()).split())


# -- selector paths ---------------------------------------------------------------------------------------------

_PLAIN_ID = re.compile(r"^[A-Za-z][\w-]*$")


def _css_escape(value: str) -> str:
    return re.sub(r"([^\w-])", r"\\\1", value)


def _step(element: Element) -> str:
    """``tag`` with ``:nth-of-type`` where a sibling has the same tag."""
    parent = element.parent
    siblings = parent.children if parent is not None else []
    same = [c for c in siblings if getattr(c, "tag", None) == element.tag]
    tag = _css_escape(element.tag)
    return tag if len(same) <= 1 else f"{tag}:nth-of-type({same.index(element) + 1})"


def selector_path(element: Element) -> tuple[str, ...]:
    """A CSS selector per document or shadow tree, outermost first, that finds exactly this element.

    Starts at the nearest unique plain id so that it survives changes elsewhere on the page.
    """
    steps: list[str] = []
    node: Element | None = element
    while node is not None:
        own = node.get("id")
        if own and _PLAIN_ID.match(own) and len(node.document.ids(node.root).get(own, ())) == 1:
            steps.append(f"#{own}")
            break
        steps.append(_step(node))
        node = node.parent_element
    selector = " > ".join(reversed(steps))
    root = element.root
    host = getattr(root, "host", None) or getattr(root, "owner", None)
    return (*selector_path(host), selector) if host is not None else (selector,)
