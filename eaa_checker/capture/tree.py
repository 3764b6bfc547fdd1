"""Records the tree part of a capture: DOM, layout and accessibility tree over the DevTools protocol."""

from __future__ import annotations

import asyncio
from typing import Any

from eaa_checker.browser.tab import Landing, Tab
from eaa_checker.capture.join import FORMAT
from eaa_checker.errors import BrowserProblem
from rules.page import STYLES


async def record_tree(
    tab: Tab, landing: Landing, viewport: tuple[int, int], *, seconds: float = 60.0, state: str = "default"
) -> dict[str, Any]:
    """The tree part of a capture of what *tab* shows now, plain JSON for ``capture.join.page_from``. *state*: the one
    that the page was put into.

    A frame whose accessibility tree cannot be had (it is being replaced) is left out with a note in ``missing``.
    """
    frames_answer, snapshot = await asyncio.gather(
        tab.call("Page.getFrameTree"),
        tab.call(
            "DOMSnapshot.captureSnapshot",
            {
                "computedStyles": list(STYLES),
                "includePaintOrder": True,
                "includeDOMRects": False,
                "includeBlendedBackgroundColors": True,
                "includeTextColorOpacities": True,
            },
            seconds=seconds,
        ),
    )
    frame_ids = frame_ids_of(frames_answer["frameTree"])
    shown = {snapshot["strings"][d["frameId"]] for d in snapshot["documents"]}
    wanted = [f for f in frame_ids if f in shown]
    answers = await asyncio.gather(
        *(tab.call("Accessibility.getFullAXTree", {"frameId": f}, seconds=seconds) for f in wanted),
        return_exceptions=True,
    )
    accessibility: dict[str, Any] = {}
    missing: list[str] = [f for f in frame_ids if f not in shown]
    for frame, answer in zip(wanted, answers, strict=True):
        if isinstance(answer, dict):
            accessibility[frame] = answer["nodes"]
        elif frame == frame_ids[0]:
            raise answer
        else:
            missing.append(frame)
    shadows: list[dict[str, Any]] = []
    if has_shadow_trees(snapshot):
        try:
            answer = await tab.call("DOM.getDocument", {"depth": -1, "pierce": True}, seconds=seconds)
            shadows = shadow_trees(answer["root"])
        except (BrowserProblem, RecursionError):
            missing.append("shadow trees")
    headers = dict(landing.headers)
    return {
        "format": FORMAT,
        "address": landing.final_address,
        "viewport": list(viewport),
        **({} if state == "default" else {"state": state}),
        "styles": list(STYLES),
        "content_type": landing.media_type,
        "language_header": headers.get("content-language", ""),
        "snapshot": snapshot,
        "accessibility": accessibility,
        "shadows": shadows,
        "missing": missing,
    }


def has_shadow_trees(snapshot: dict[str, Any]) -> bool:
    """Some node of the snapshot is in a shadow tree of the page's own making."""
    strings = snapshot["strings"]
    return any(
        strings[value] in ("open", "closed")
        for document in snapshot["documents"]
        for value in set(document["nodes"].get("shadowRootType", {}).get("value", ()))
    )


def shadow_trees(root: dict[str, Any]) -> list[dict[str, Any]]:
    """Every shadow tree below *root* (an answer of ``DOM.getDocument``): host, mode, and who stands in which tree.

    The snapshot shows the page as rendered, where a slot holds what is slotted into it; only this tells the trees
    apart. ``inside`` are the backend ids of the shadow root's children, ``light`` those of the host's own.
    """
    found: list[dict[str, Any]] = []
    stack = [root]
    while stack:
        node = stack.pop()
        for shadow in node.get("shadowRoots", ()):
            if shadow.get("shadowRootType") in ("open", "closed"):
                found.append(
                    {
                        "host": node["backendNodeId"],
                        "mode": shadow["shadowRootType"],
                        "inside": [c["backendNodeId"] for c in shadow.get("children", ())],
                        "light": [_named(c) for c in node.get("children", ()) if c["nodeType"] in (1, 3)],
                    }
                )
                stack.append(shadow)
        stack.extend(node.get("children", ()))
        if "contentDocument" in node:
            stack.append(node["contentDocument"])
    return found


def _named(node: dict[str, Any]) -> dict[str, Any]:
    """A child of a shadow host; the snapshot leaves it out when no slot takes it up."""
    return {
        "id": node["backendNodeId"],
        "name": node["nodeName"],
        "text": node["nodeValue"],
        "attributes": node.get("attributes", []),
    }


def frame_ids_of(tree: dict[str, Any]) -> list[str]:
    """All frame ids of a ``Page.getFrameTree`` answer, the top one first."""
    ids = [str(tree["frame"]["id"])]
    for child in tree.get("childFrames", ()):
        ids.extend(frame_ids_of(child))
    return ids
