"""Listens to the audio and video files of a page, within limits: how loud, whether there is speech, captions in view.

Recorded per frame as ``{source address: facts}``. Only files that sound, of at most ``MAX_SECONDS`` and ``MAX_BYTES``,
that the page may read (same origin or CORS), and at most ``MAX_FILES`` per page; nothing is played aloud and nothing of
the page is touched. *speech* is missing where the speech detector is not installed.
"""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from eaa_checker.capture import speech
from eaa_checker.capture.scene import Scene
from eaa_checker.errors import BrowserDied, BrowserProblem

MAX_FILES = 3
MAX_SECONDS = 600.0
MAX_BYTES = 16_000_000
WHOLE_UP_TO = 60.0
"""Seconds that are listened to as a whole; of longer files three parts of ``PART`` seconds."""
PART = 10.0
PICTURES = 6
"""Moments of speech at which the picture is searched for captions."""
SECONDS = 20.0

_SCRIPT = files("eaa_checker.capture").joinpath("hearing.js").read_text("utf-8")


async def observe(scene: Scene) -> Mapping[str, Any]:
    """What the page's media sound like; see the module."""
    deadline = time.monotonic() + SECONDS
    found: dict[str, dict[str, Any]] = {}
    heard: dict[str, dict[str, Any]] = {}
    for frame in scene.frame_ids:
        for medium in scene.records.get("media", {}).get(frame) or ():
            source = medium["source"]
            if source not in heard and _worth_hearing(medium) and len(heard) < MAX_FILES:
                if deadline - time.monotonic() < 1:
                    return found
                heard[source] = await _hear(scene, frame, medium, deadline)
            if source in heard:
                found.setdefault(frame, {})[source] = heard[source]
    return found


def _worth_hearing(medium: Mapping[str, Any]) -> bool:
    length = medium["duration"]
    plain = medium["source"].split(":", 1)[0] in ("http", "https", "data", "blob")
    return bool(plain and medium["audio_tracks"] != 0 and length and length <= MAX_SECONDS)


async def _hear(scene: Scene, frame: str, medium: Mapping[str, Any], deadline: float) -> dict[str, Any]:
    async def ask(call: str) -> Any:
        left = max(0.5, deadline - time.monotonic())
        return await scene.tab.evaluate(f"({_SCRIPT}).{call}", frame_id=frame, seconds=left)

    source = medium["source"].partition("#")[0]
    try:
        answer = await ask(f"listen({json.dumps(source)}, {MAX_BYTES}, {WHOLE_UP_TO}, {PART})")
        if "problem" in answer:
            return {"problem": answer["problem"]}
        parts = answer.pop("parts")
        answer["listened"] = round(sum(len(p["pcm"]) for p in parts) * 3 / 4 / 2 / speech.RATE, 1)
        if speech.available():
            said = await asyncio.to_thread(
                lambda: [speech.speech_in(base64.b64decode(p["pcm"]), p["start"]) for p in parts]
            )
            answer["speech"] = round(sum(s.sure for s in said), 1)
            answer["maybe_speech"] = round(sum(s.maybe for s in said), 1)
            times = _spread([t for s in said for t in s.times], PICTURES)
            if times and medium["width"] and not _captioned(medium):
                answer["text_in_pictures"] = await ask(f"read({json.dumps(times)})")
    except BrowserDied:
        raise
    except BrowserProblem as problem:
        return {"problem": problem.en[:200]}
    return dict(answer)


def _captioned(medium: Mapping[str, Any]) -> bool:
    """It has a text track with captions in it, so that the picture need not be searched for them."""
    return any(t["kind"] in ("captions", "subtitles") and t["cues"] for t in medium["tracks"])


def _spread(times: Sequence[float], number: int) -> list[float]:
    """*number* of the *times*, evenly chosen, in order."""
    if len(times) <= number:
        return [round(t, 2) for t in times]
    return [round(times[int((k + 0.5) * len(times) / number)], 2) for k in range(number)]
