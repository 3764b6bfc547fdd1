"""Pictures on a page: which elements show one, whether it has come in, and what text stands in it.

Text comes from the picture itself where it is a drawing (SVG) whose text can be read, and else from the record
``ocr``: what a text recogniser read on pictures of the elements during the capture. Source of the kinds of element: ACT
rule 0va7u6, "embedded image".
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_to_bytes

from lxml import etree

from rules.page import SVG, Document, Element

SURE = 75
"""The recogniser's confidence (0 to 100) from which a word counts as read."""
_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_IMAGE_FILE = re.compile(r"\.(?:jpe?g|png|gif|svg|webp|avif|bmp|ico)(?:[?#]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What an SVG picture that is not part of the page holds."""

    text: str
    only_text: bool
    """Nothing is drawn but text, and nothing gives that text a look of its own."""
    shapes: bool
    """Outlines or pictures that may be text all the same; plain rectangles and circles are not."""


def loaded(image: Element) -> bool:
    """The image of an ``img`` has come in ("completely available")."""
    size = _sizes(image.document).get(image)
    return size is None or size > 0


def _sizes(document: Document) -> dict[Element, int]:
    known: dict[Element, int] | None = document.__dict__.get("_image_sizes")
    if known is None:
        known = document.__dict__["_image_sizes"] = {}
        facts = document.record("facts")
        for fact in facts.get("images", ()) if isinstance(facts, dict) else ():
            element = document.element_at(fact.get("path"))
            if element is not None and isinstance(fact.get("width"), int):
                known[element] = fact["width"] if fact.get("complete") else 0
    return known


def picture_address(element: Element) -> str:
    """The address of the picture that *element* shows; "" when it shows none of its own."""
    if element.namespace == SVG:
        if element.tag != "svg":
            return ""
        inside = next((d for d in element.descendants() if d.tag == "image" and _reference(d)), None)
        return _reference(inside) if inside is not None else ""
    if element.tag == "img":
        return element.current_source or element.get("src") or element.get("srcset").split(" ")[0]
    if element.tag == "input":
        return element.get("src") if element.get("type").strip().lower() == "image" else ""
    if element.tag == "object":
        data = element.get("data")
        kind = element.get("type").strip().lower()
        image = kind.startswith("image/") or data.startswith("data:image/") or bool(_IMAGE_FILE.search(data))
        return data if image and data else ""
    return ""


def _reference(image: Element) -> str:
    return image.get("href") or image.get("xlink:href")


def background_address(element: Element) -> str:
    """The address of the first picture in its background; "" when there is none (gradients are no picture)."""
    value = element.style("background-image")
    if not value or value == "none":
        return ""
    found = _URL.search(value)
    return found[1] if found else ""


def drawing_at(address: str) -> Drawing | None:
    """What the SVG picture in a ``data:`` address holds; None when it is no such address or cannot be read."""
    head, comma, body = address.partition(",")
    if not comma or not head.lower().startswith("data:image/svg+xml") or len(body) > 500_000:
        return None
    raw = unquote_to_bytes(body)
    if head.lower().endswith(";base64"):
        try:
            raw = base64.b64decode(raw, validate=False)
        except binascii.Error:
            return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(raw.strip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None:
        return None
    names = [etree.QName(e).localname for e in root.iter(etree.Element)]
    text = " ".join(" ".join(t for e in root.iter(f"{{{SVG}}}text", "text") for t in map(str, e.itertext())).split())
    styled = any(a in e.attrib for e in root.iter(etree.Element) for a in ("font-family", "style", "class", "filter"))
    drawn = {"path", "rect", "circle", "ellipse", "polygon", "polyline", "line", "image", "use", "style"}
    shapes = bool({"path", "polygon", "polyline", "line", "image", "use", "foreignObject"} & set(names))
    return Drawing(text, not styled and not drawn & set(names), shapes)


def _entries(document: Document) -> dict[Element, dict[str, Any]] | None:
    if "_ocr" not in document.__dict__:
        record = document.record("ocr")
        found: dict[Element, dict[str, Any]] | None = None
        if isinstance(record, list):
            found = {}
            for entry in record:
                element = document.element_at(entry.get("path")) if isinstance(entry, dict) else None
                if element is not None and isinstance(entry.get("words"), list):
                    found[element] = entry
        document.__dict__["_ocr"] = found
    known: dict[Element, dict[str, Any]] | None = document.__dict__["_ocr"]
    return known


def recognised(element: Element) -> list[tuple[str, float]] | None:
    """The words read on the picture with the confidence in each; None when nobody read it."""
    entries = _entries(element.document)
    if entries is None or element not in entries:
        return None
    words = entries[element]["words"]
    return [(str(w[0]), float(w[1])) for w in words if isinstance(w, list) and len(w) == 2]


def read_on(element: Element) -> str:
    """The text surely read on the picture; "" when there is none or nobody looked."""
    return " ".join(
        w for w, confidence in recognised(element) or () if confidence >= SURE and sum(map(str.isalnum, w)) >= 2
    )


def looks_like_bare_text(element: Element) -> bool:
    """The picture has hardly more than a few flat colours (as seen when it was read)."""
    entries = _entries(element.document)
    return bool(entries and entries.get(element, {}).get("plain"))
