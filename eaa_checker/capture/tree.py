"""Records the tree part of a capture: DOM, layout and accessibility tree over the DevTools protocol."""

from __future__ import annotations

import asyncio
from typing import Any

from eaa_checker.browser.tab import Landing, Tab
from eaa_checker.capture.join import FORMAT
from rules.page import STYLES


async def record_tree(tab: Tab, landing: Landing, viewport: tuple[int, int], *, seconds: float = 60.0) -> dict[str, Any]:
    """The tree part of a capture of what *tab* shows now, plain JSON for ``capture.join.page_from``.

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
    headers = dict(landing.headers)
    return {
        "format": FORMAT,
        "address": landing.final_address,
        "viewport": list(viewport),
        "styles": list(STYLES),
        "content_type": landing.media_type,
        "language_header": headers.get("content-language", ""),
        "snapshot": snapshot,
        "accessibility": accessibility,
        "missing": missing,
    }


def frame_ids_of(tree: dict[str, Any]) -> list[str]:
    """All frame ids of a ``Page.getFrameTree`` answer, the top one first."""
    ids = [str(tree["frame"]["id"])]
    for child in tree.get("childFrames", ()):
        ids.extend(frame_ids_of(child))
    return ids
