"""Which events the page listens to, and on what: one protocol call tells what scripts may react to.

Recorded for the top frame: ``{"page": {type: count}, "nodes": {type: [backend node ids]}}``. *page* are the listeners
on the window, the document, its root and its body, which hear every key pressed while nothing has the focus; *nodes*
are those on any other node, shadow trees and frames of the same process included.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from eaa_checker.capture.scene import Scene
from eaa_checker.errors import BrowserDied, BrowserProblem

MAX_NODES = 3_000
"""Nodes kept per type of event; what a page of that kind needs to be told is told by fewer."""

_PAGE = ("window", "document.documentElement", "document.body")


async def observe(scene: Scene) -> Mapping[str, Any]:
    """The listeners of the page; see the module."""
    page: dict[str, int] = {}
    nodes: dict[str, list[int]] = {}
    for expression in _PAGE:
        for listener in await _listeners(scene, expression, depth=1):
            page[listener["type"]] = page.get(listener["type"], 0) + 1
    own = await _page_nodes(scene)
    for listener in await _listeners(scene, "document", depth=-1):
        node = listener.get("backendNodeId")
        if node is None or node in own:
            if node is None or node == own[0]:
                page[listener["type"]] = page.get(listener["type"], 0) + 1
            continue
        kept = nodes.setdefault(listener["type"], [])
        if len(kept) < MAX_NODES and (not kept or kept[-1] != node):
            kept.append(node)
    return {scene.top: {"page": page, "nodes": nodes}}


async def _listeners(scene: Scene, expression: str, *, depth: int) -> list[dict[str, Any]]:
    """Listeners on the object that *expression* names in the page's own world, to *depth* levels below it."""
    try:
        answer = await scene.tab.call("Runtime.evaluate", {"expression": expression, "objectGroup": "listeners"})
        handle = answer["result"].get("objectId")
        if handle is None:
            return []
        found = await scene.tab.call(
            "DOMDebugger.getEventListeners", {"objectId": handle, "depth": depth, "pierce": True}, seconds=5
        )
        await scene.tab.call("Runtime.releaseObjectGroup", {"objectGroup": "listeners"})
    except BrowserDied:
        raise
    except BrowserProblem:
        return []
    listeners: list[dict[str, Any]] = found["listeners"]
    return listeners


async def _page_nodes(scene: Scene) -> list[int]:
    """Backend ids of the document, its root and its body."""
    root = (await scene.tab.call("DOM.getDocument", {"depth": 2}))["root"]
    ids = [int(root["backendNodeId"])]
    for child in root.get("children", ()):
        if child["nodeType"] == 1:
            ids.append(int(child["backendNodeId"]))
            ids += [int(c["backendNodeId"]) for c in child.get("children", ()) if c["nodeName"] in ("BODY", "FRAMESET")]
    return ids


def heard(record: Mapping[str, Any] | None, types: Iterable[str], *, anywhere: bool = True) -> bool:
    """Whether *record* (the top frame's) holds a listener of one of *types*, on the page itself or else *anywhere*."""
    if not record:
        return False
    return any(t in record["page"] or (anywhere and t in record["nodes"]) for t in types)
