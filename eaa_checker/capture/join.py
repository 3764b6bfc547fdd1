"""Joins the browser's DOM snapshot with its accessibility trees into the ``Page`` that rules judge.

Input is the ``tree`` part of a capture: plain JSON as the DevTools protocol gave it
(``DOMSnapshot.captureSnapshot`` with ``STYLES``, ``Accessibility.getFullAXTree`` per frame). The join is a pure
function, so a stored capture gives the same page next year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from eaa_checker.capture.shadows import ShadowTrees
from rules.page import (
    HTML,
    MATHML,
    SVG,
    Accessible,
    Box,
    Document,
    Element,
    Layout,
    NameSource,
    Node,
    Page,
    ShadowRoot,
    Text,
)

FORMAT = 1
"""Version of the tree part's layout."""

_ELEMENT, _TEXT, _CDATA, _DOCTYPE, _FRAGMENT = 1, 3, 4, 10, 11


def page_from(tree: Mapping[str, Any], records: Mapping[str, Any] | None = None) -> Page:
    """The page in a capture's *tree* part, with the probes' *records*.

    Raises KeyError or ValueError when *tree* is not what ``capture.tree`` stores.
    """
    if tree.get("format") != FORMAT:
        raise ValueError(f"unknown tree format {tree.get('format')!r}")
    page = Page(tree["address"], viewport=tuple(tree["viewport"]))
    page.state = tree.get("state", page.state)
    page.records.update(records or {})
    snapshot = tree["snapshot"]
    strings: list[str] = snapshot["strings"]
    styles: list[str] = tree["styles"]
    shadows = ShadowTrees(tree.get("shadows", ()))
    builders = [_DocumentBuilder(page, raw, strings, styles, shadows) for raw in snapshot["documents"]]
    reached = _order(builders)
    start = 0
    for number, owner in reached:
        document = builders[number].build(owner, start)
        start += len(document.elements)
        page.documents.append(document)
        for index, inner in builders[number].frames():
            frame = builders[number].nodes.get(index)
            if isinstance(frame, Element):
                builders[inner].owner = frame
    for builder in builders:
        if builder.owner is not None and builder.document is not None:
            builder.document.owner = builder.owner
            builder.owner.content_document = builder.document
    _attach_accessibility(builders, tree.get("accessibility", {}))
    for document in page.documents:
        facts = document.record("facts") or {}
        document.content_type = facts.get("content_type") or document.content_type
        document.modal = document.element_at(facts.get("modal"))
    page.document.language_header = tree.get("language_header", "")
    return page


def _order(builders: Sequence[_DocumentBuilder]) -> list[tuple[int, Element | None]]:
    """Document numbers with the top first and frames after the document that shows them."""
    order: list[int] = []
    stack = [0] if builders else []
    while stack:
        number = stack.pop(0)
        if number in order:
            continue
        order.append(number)
        stack.extend(inner for _, inner in builders[number].frames())
    return [(number, None) for number in order]


class _DocumentBuilder:
    """Builds one document of the snapshot."""

    def __init__(
        self, page: Page, raw: dict[str, Any], strings: list[str], styles: list[str], shadows: ShadowTrees
    ) -> None:
        self._page = page
        self._raw = raw
        self._strings = strings
        self._styles = styles
        self._shadows = shadows
        self.nodes: dict[int, Node | ShadowRoot] = {}
        self.by_backend: dict[int, Element] = {}
        self.document: Document | None = None
        self.owner: Element | None = None
        self.frame_id = self._text(raw.get("frameId", -1))

    def _text(self, index: int) -> str:
        return self._strings[index] if index >= 0 else ""

    def frames(self) -> Iterator[tuple[int, int]]:
        """(node index, document number) of each frame shown in this document."""
        content = self._raw["nodes"].get("contentDocumentIndex", {})
        yield from zip(content.get("index", ()), content.get("value", ()), strict=True)

    def build(self, owner: Element | None, start: int) -> Document:
        raw, strings = self._raw, self._strings
        document = self.document = Document(
            self._page,
            self._text(raw.get("documentURL", -1)),
            owner=owner,
            title=self._text(raw.get("title", -1)),
            encoding=self._text(raw.get("encodingName", -1)),
            frame_id=self.frame_id,
        )
        document.width = raw.get("contentWidth", 0.0)
        document.height = raw.get("contentHeight", 0.0)
        nodes = raw["nodes"]
        parents: list[int] = nodes["parentIndex"]
        types: list[int] = nodes["nodeType"]
        names: list[int] = nodes["nodeName"]
        values: list[int] = nodes["nodeValue"]
        backends: list[int] = nodes["backendNodeId"]
        attributes: list[list[int]] = nodes["attributes"]
        pseudo_types = _rare(nodes.get("pseudoType"), strings)
        skipped: set[int] = set()
        built = self.nodes
        index = start
        is_xml = not any(
            types[i] == _ELEMENT and strings[names[i]] == "HTML" for i in range(min(len(types), 50))
        )
        if is_xml:
            document.content_type = "application/xml"
        for i, parent_index in enumerate(parents):
            kind = types[i]
            if parent_index in skipped:
                skipped.add(i)
                continue
            parent = built.get(parent_index)
            if kind == _FRAGMENT:
                skipped.add(i)  # The contents of a template are not content of the page.
                continue
            if kind == _ELEMENT:
                pseudo = pseudo_types.get(i)
                name = strings[names[i]]
                pairs = attributes[i]
                attrs = {
                    strings[pairs[k]]: (strings[pairs[k + 1]] if pairs[k + 1] >= 0 else "")
                    for k in range(0, len(pairs) - 1, 2)
                }
                flat = parent if isinstance(parent, (Element, ShadowRoot)) else None
                above = flat if pseudo is not None else self._shadows.above(backends[i], flat, self.by_backend)
                element = Element(document, above, backends[i], *_tag(name, attrs, above, is_xml), index=index)
                built[i] = element
                if pseudo is not None:
                    if isinstance(above, Element):
                        above.pseudo[pseudo] = element
                    continue
                index += 1
                document.elements.append(element)
                self.by_backend[backends[i]] = element
                self._shadows.open_at(element)
                self._shadows.slot(element, flat)
                if above is None:
                    if document.root is None:
                        document.root = element
                else:
                    above.children.append(element)
            elif kind in (_TEXT, _CDATA):
                if isinstance(parent, (Element, ShadowRoot)):
                    above = self._shadows.above(backends[i], parent, self.by_backend) or parent
                    text = Text(document, above, backends[i], strings[values[i]] if values[i] >= 0 else "")
                    built[i] = text
                    above.children.append(text)
                    self._shadows.slot(text, parent)
            elif kind == _DOCTYPE:
                public = self._text(raw.get("publicId", -1))
                document.doctype = (strings[names[i]] + (f" {public}" if public else "")).strip()
        self._rare_facts(nodes)
        self._layout(raw["layout"], raw.get("textBoxes", {}))
        self._shadows.complete(document, index)
        return document

    def _rare_facts(self, nodes: Mapping[str, Any]) -> None:
        for key in ("textValue", "inputValue"):
            for i, value in _rare(nodes.get(key), self._strings).items():
                node = self.nodes.get(i)
                if isinstance(node, Element):
                    node.value = value
        for i, value in _rare(nodes.get("currentSourceURL"), self._strings).items():
            node = self.nodes.get(i)
            if isinstance(node, Element):
                node.current_source = value
        for key, name in (("inputChecked", "checked"), ("optionSelected", "selected"), ("isClickable", "clickable")):
            for i in nodes.get(key, {}).get("index", ()):
                node = self.nodes.get(i)
                if isinstance(node, Element):
                    setattr(node, name, True)

    def _layout(self, layout: Mapping[str, Any], text_boxes: Mapping[str, Any]) -> None:
        strings, names = self._strings, self._styles
        boxes: dict[int, list[Box]] = {}
        for layout_index, bounds in zip(text_boxes.get("layoutIndex", ()), text_boxes.get("bounds", ()), strict=True):
            boxes.setdefault(layout_index, []).append(Box(*bounds))
        blended = layout.get("blendedBackgroundColors", ())
        opacities = layout.get("textColorOpacities", ())
        orders = layout.get("paintOrders", ())
        texts = layout.get("text", ())
        cache: dict[tuple[int, ...], Mapping[str, str]] = {}
        for position, (node_index, bounds) in enumerate(zip(layout["nodeIndex"], layout["bounds"], strict=True)):
            node = self.nodes.get(node_index)
            if not isinstance(node, Node):
                continue
            if node.layout is not None:
                # A node laid out in several parts (an inline split by a block): keep the first, widen its box.
                # Of the empty text of a pseudo-element Chromium says that it is at 0, 0, which is no part of the box.
                if bounds[2] > 0 or bounds[3] > 0:
                    node.layout.box = _union(node.layout.box, Box(*bounds))
                node.layout.text_boxes += tuple(boxes.get(position, ()))
                continue
            indexes = tuple(layout["styles"][position])
            styles = cache.get(indexes)
            if styles is None:
                values = (strings[k] if k >= 0 else "" for k in indexes)
                styles = cache[indexes] = dict(zip(names, values, strict=False))
            blend = blended[position] if position < len(blended) else -1
            node.layout = Layout(
                Box(*bounds),
                styles,
                orders[position] if position < len(orders) else 0,
                strings[blend] if blend >= 0 else "",
                opacities[position] if position < len(opacities) and opacities[position] is not None else 1.0,
                tuple(boxes.get(position, ())),
            )
            drawn = texts[position] if position < len(texts) else -1
            if isinstance(node, Element) and node.tag.startswith("::") and drawn >= 0:
                node.value += strings[drawn]


def _tag(
    name: str, attrs: dict[str, str], above: Element | ShadowRoot | None, is_xml: bool
) -> tuple[str, dict[str, str], str]:
    """Tag, attributes and namespace of an element.

    The snapshot gives no namespaces: in an HTML document only HTML elements have upper-case names; in XML documents
    the ``xmlns`` attributes in scope decide.
    """
    upper = above.host if isinstance(above, ShadowRoot) else above
    if not is_xml:
        if name.isupper() or name.upper() == name:
            return name.lower(), attrs, HTML
        low = name.rpartition(":")[2] if ":" in name else name
        if low == "svg":
            return low, attrs, SVG
        if low == "math":
            return low, attrs, MATHML
        inherited = upper.namespace if upper is not None and upper.namespace in (SVG, MATHML) else SVG
        return low, attrs, inherited
    prefix, _, local = name.rpartition(":")
    wanted = f"xmlns:{prefix}" if prefix else "xmlns"
    node: Element | None = None
    if wanted in attrs:
        return local, attrs, attrs[wanted]
    node = upper
    while node is not None:
        if wanted in node.attributes:
            return local, attrs, node.attributes[wanted]
        node = node.parent_element
    return local, attrs, ""


def _rare(raw: Mapping[str, Any] | None, strings: list[str]) -> dict[int, str]:
    """A protocol "rare string" table as node index → string."""
    if not raw:
        return {}
    return {i: (strings[v] if v >= 0 else "") for i, v in zip(raw["index"], raw["value"], strict=True)}


def _union(a: Box, b: Box) -> Box:
    x, y = min(a.x, b.x), min(a.y, b.y)
    return Box(x, y, max(a.right, b.right) - x, max(a.bottom, b.bottom) - y)


# -- accessibility ------------------------------------------------------------------------------------------------

_ROLES = {
    # The browser's internal names for what ARIA names otherwise.
    "image": "img", "RootWebArea": "document", "StaticText": "text", "Iframe": "none", "IframePresentational": "none",
    "LineBreak": "none", "Canvas": "none", "Video": "none", "Audio": "none", "LabelText": "none", "Legend": "none",
    "Section": "none", "Details": "group", "DisclosureTriangle": "button", "DisclosureTriangleGrouped": "button",
    "SvgRoot": "graphics-document", "Figcaption": "none", "PluginObject": "none", "EmbeddedObject": "none",
    "Date": "none", "DateTime": "none", "InputTime": "none", "ColorWell": "none", "Abbr": "none", "Ruby": "none",
    "Pre": "none", "sectionheader": "none", "sectionfooter": "none", "MenuListPopup": "listbox",
    "DescriptionList": "none", "DescriptionListTerm": "term", "DescriptionListDetail": "definition",
}  # fmt: skip


def _attach_accessibility(builders: Sequence[_DocumentBuilder], trees: Mapping[str, Any]) -> None:
    """Gives each element the accessibility node with its backend node id."""
    for builder in builders:
        for raw in trees.get(builder.frame_id, ()):
            backend = raw.get("backendDOMNodeId")
            element = builder.by_backend.get(backend) if backend is not None else None
            if element is None:
                continue
            if element.ax is None or (element.ax.ignored and not raw.get("ignored")):
                element.ax = _accessible(raw)


def _accessible(raw: Mapping[str, Any]) -> Accessible:
    role = raw.get("role", {}).get("value", "") or ""
    name = raw.get("name", {})
    sources = tuple(
        NameSource(
            source.get("type", ""),
            source.get("attribute", "") or source.get("nativeSource", ""),
            str(source["value"].get("value", "")),
            bool(source.get("superseded")),
        )
        for source in name.get("sources", ())
        if "value" in source
    )
    return Accessible(
        role=_ROLES.get(role, role),
        name=str(name.get("value", "") or ""),
        ignored=bool(raw.get("ignored")),
        description=str(raw.get("description", {}).get("value", "") or ""),
        name_sources=sources,
        ignored_reasons=tuple(r.get("name", "") for r in raw.get("ignoredReasons", ())),
        properties={p["name"]: p["value"].get("value") for p in raw.get("properties", ())},
    )
