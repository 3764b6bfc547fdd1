"""Shadow trees: which the protocol tells of, and how nodes find their place in them."""

from __future__ import annotations

from typing import Any

from eaa_checker.capture.shadows import ShadowTrees
from eaa_checker.capture.tree import has_shadow_trees, shadow_trees
from rules.page import Document, Element, Page, ShadowRoot, Text


def _node(backend: int, name: str, **more: Any) -> dict[str, Any]:
    kind = {"#document": 9, "#text": 3, "#document-fragment": 11}.get(name, 1)
    return {"backendNodeId": backend, "nodeType": kind, "nodeName": name, "nodeValue": "", **more}


INNER = _node(9, "#document-fragment", shadowRootType="open", children=[_node(10, "B")])
OUTER = _node(4, "#document-fragment", shadowRootType="closed", children=[
    _node(5, "SLOT"), _node(6, "DIV", shadowRoots=[INNER]),
])  # fmt: skip
FIELD = _node(7, "INPUT", shadowRoots=[_node(8, "#document-fragment", shadowRootType="user-agent")])
HOST = _node(3, "DIV", shadowRoots=[OUTER], children=[
    _node(11, "I"), _node(12, "#text", nodeValue="licht"), _node(13, "EM", attributes=["slot", "nergens"]),
])  # fmt: skip
ANSWER = _node(1, "#document", children=[_node(2, "BODY", children=[HOST, FIELD])])


def test_every_tree_of_the_page_is_found_and_none_of_the_browser() -> None:
    found = {s["host"]: (s["mode"], s["inside"], [c["id"] for c in s["light"]]) for s in shadow_trees(ANSWER)}
    assert found == {3: ("closed", [5, 6], [11, 12, 13]), 6: ("open", [10], [])}


def test_trees_inside_frames_are_found() -> None:
    frame = _node(20, "IFRAME", contentDocument=ANSWER)
    assert {s["host"] for s in shadow_trees(_node(19, "#document", children=[frame]))} == {3, 6}


def test_the_snapshot_says_whether_there_are_any() -> None:
    def snapshot(*kinds: str) -> dict[str, Any]:
        table = {"index": list(range(len(kinds))), "value": list(range(len(kinds)))}
        return {"strings": list(kinds), "documents": [{"nodes": {"shadowRootType": table}}]}

    assert has_shadow_trees(snapshot("closed"))
    assert not has_shadow_trees(snapshot("user-agent"))
    assert not has_shadow_trees({"strings": [], "documents": [{"nodes": {}}]})


def test_nodes_find_their_place() -> None:
    trees = ShadowTrees(shadow_trees(ANSWER))
    document = Document(Page("http://voorbeeld.test/"), "http://voorbeeld.test/")
    host = Element(document, None, 3, "div", {})
    document.elements.append(host)
    by_backend = {3: host}
    trees.open_at(host)
    root = host.shadow_root
    assert isinstance(root, ShadowRoot)
    assert root.mode == "closed"

    slot = Element(document, trees.above(5, host, by_backend), 5, "slot", {})
    assert slot.parent is root
    text = Text(document, trees.above(12, slot, by_backend), 12, "licht")
    host.children.append(text)
    trees.slot(text, slot)
    assert text.parent is host
    assert text.flat_parent is slot
    assert document.slotted[slot] == [text]

    light = Element(document, trees.above(11, slot, by_backend), 11, "i", {})
    host.children.append(light)
    trees.slot(light, slot)
    trees.complete(document, 7)
    assert host.children[:2] == [light, text], "the order of the DOM, not of the slots"
    unshown = host.children[2]
    assert isinstance(unshown, Element)
    assert (unshown.tag, unshown.get("slot"), unshown.index) == ("em", "nergens", 7)
    assert unshown.flat_parent is None
    assert document.elements[-1] is unshown
