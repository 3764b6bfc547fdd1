"""Puts shadow trees back where the DOM snapshot shows the page as rendered: slots hold what is slotted into them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rules.page import Document, Element, Node, ShadowRoot, Text

_TEXT_NAME = "#text"


class ShadowTrees:
    """Who stands in which shadow tree, by backend node id; as recorded by ``capture.tree.shadow_trees``."""

    def __init__(self, recorded: Iterable[Mapping[str, Any]]) -> None:
        self._by_host: dict[int, Mapping[str, Any]] = {int(s["host"]): s for s in recorded}
        self._inside = {int(child): host for host, s in self._by_host.items() for child in s["inside"]}
        self._light = {int(child["id"]): host for host, s in self._by_host.items() for child in s["light"]}

    def above(
        self, backend: int, flat: Element | ShadowRoot | None, by_backend: Mapping[int, Element]
    ) -> Element | ShadowRoot | None:
        """The parent in the DOM of the node *backend*, whose parent as rendered is *flat*."""
        if backend in self._inside:
            host = by_backend.get(self._inside[backend])
            return host.shadow_root if host is not None and host.shadow_root is not None else flat
        if backend in self._light:
            return by_backend.get(self._light[backend], flat) if flat is not None else None
        return flat

    def open_at(self, element: Element) -> None:
        """Gives *element* its shadow root, when it hosts one."""
        recorded = self._by_host.get(element.backend_id)
        if recorded is not None:
            element.shadow_root = ShadowRoot(element, "closed" if recorded["mode"] == "closed" else "open")

    def slot(self, node: Node, flat: Element | ShadowRoot | None) -> None:
        """Notes that *node*, a child of a shadow host, is shown in the slot *flat*."""
        if node.backend_id in self._light and isinstance(flat, Element) and flat is not node.parent:
            node.assigned_slot = flat
            node.document.slotted.setdefault(flat, []).append(node)

    def complete(self, document: Document, index: int) -> None:
        """Puts the children of shadow hosts in their order, and adds those that no slot shows.

        *index* is the number of elements before the first one added.
        """
        for host in [e for e in document.elements if e.shadow_root is not None]:
            known = {child.backend_id: child for child in host.children}
            host.children.clear()
            for recorded in self._by_host[host.backend_id]["light"]:
                child = known.get(int(recorded["id"]))
                if child is None:
                    child = _unshown(document, host, recorded, index)
                    if isinstance(child, Element):
                        document.elements.append(child)
                        index += 1
                host.children.append(child)


def _unshown(document: Document, host: Element, recorded: Mapping[str, Any], index: int) -> Node:
    """A child that is not rendered, without what is in it."""
    if recorded["name"] == _TEXT_NAME:
        return Text(document, host, int(recorded["id"]), recorded["text"])
    flat = recorded["attributes"]
    attributes = dict(zip(flat[::2], flat[1::2], strict=False))
    return Element(document, host, int(recorded["id"]), recorded["name"].lower(), attributes, index=index)
