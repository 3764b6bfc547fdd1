"""Walks through the page with Tab, as a keyboard user does, and finds where the focus cannot get out again.

Only where a script could hold the focus: on a page that listens to no key and to no change of focus there is no trap,
and nothing is done. First a survey by script: each stop gets the focus and is told that Tab is pressed. Where no script
answers to that, the browser itself moves the focus on. Where one does, keys are really pressed from there, waiting
after each for what scripts do; a circle that does not lead out is then tried backwards, with Escape, and with the key
combinations that the page names. Links and controls are never activated.

Recorded for the top frame: ``{"state", "stops", "traps"}``. *state* is ``quiet`` (nothing listens), ``free`` (the focus
can leave every stop), ``far`` (there are more stops than ``MOST_STOPS``, or time was up), or ``trapped``. A trap has
*elements* (frame id and path), *backward* and *escape* (whether that leads out), *pulled* (the focus left the page, but
a script took it back), *tried* (key combinations named on the page) and *way* (the one that led out).
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eaa_checker.capture.listeners import heard
from eaa_checker.capture.scene import Scene
from eaa_checker.capture.scripts import script
from eaa_checker.errors import BrowserDied, BrowserProblem

MOST_STOPS = 2_000
SURVEY = 3_000
"""Milliseconds for the survey of one frame."""
MOST_STARTS = 6
"""Odd places from which keys are pressed."""
MOST_SLOW_STOPS = 40
"""Stops without a circle after which a walk has got away."""
MOST_FRAMES = 8
SECONDS = 16.0
PAUSE = 60
"""Milliseconds after a press in which a script may still move the focus."""
ROUNDS = 3
"""Times that the focus comes by the same element before we call it a circle."""
MOST_WAYS = 4

MAY_HOLD = ("keydown", "keypress", "keyup", "focus", "blur", "focusin", "focusout")

_COMBINATION = re.compile(
    r"\b((?:(?:ctrl|control|alt|shift|cmd|command|option)\s*\+\s*)+)([a-z0-9]|esc(?:ape)?|f\d{1,2}|tab)\b|\b(f\d{1,2})\b",
    re.IGNORECASE,
)
_MODIFIERS = {"alt": 1, "option": 1, "ctrl": 2, "control": 2, "cmd": 4, "command": 4, "shift": 8}


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the focus is after a press; *left*: outside the page."""

    left: bool
    pulled: bool
    """It did leave, but a script gave the focus to an element again."""
    at: str
    """The element as JSON of frame id and path; ``""`` when no element has the focus."""


async def observe(scene: Scene) -> Mapping[str, Any]:
    """Whether the focus can go round; see the module."""
    if not heard(scene.record("listeners"), MAY_HOLD):
        return {scene.top: {"state": "quiet", "stops": 0, "traps": []}}
    walk = _Walk(scene)
    return {scene.top: await walk.whole()}


class _Walk:
    """One walk through a page."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._until = time.monotonic() + SECONDS
        self._at = ""

    async def whole(self) -> dict[str, Any]:
        """The record; see the module."""
        evaluate = self._scene.tab.evaluate
        await self._in_frames(f"{{ {script('paths.js')}\n {script('walking.js')} }}")
        place = await evaluate("[scrollX, scrollY]", seconds=5)
        try:
            late = heard(self._scene.record("listeners"), ("focus", "blur", "focusin", "focusout"))
            surveys = await self._in_frames(f"__eaaWalk.survey({SURVEY}, {MOST_STOPS}, {PAUSE if late else 0})")
            traps = await self._traps([(frame, path) for frame, s in surveys.items() for path in s["odd"]])
            far = not all(s["all"] for s in surveys.values()) or time.monotonic() > self._until
            return {
                "state": "trapped" if traps else "far" if far else "free",
                "stops": sum(s["count"] for s in surveys.values()),
                "traps": traps,
            }
        finally:
            with contextlib.suppress(BrowserProblem):
                await self._in_frames("globalThis.__eaaWalk && __eaaWalk.stop()")
                await evaluate(
                    "document.activeElement && document.activeElement.blur && document.activeElement.blur();"
                    f"scrollTo({{ left: {place[0]}, top: {place[1]}, behavior: 'instant' }})",
                    seconds=5,
                )

    async def _traps(self, odd: Sequence[tuple[str, Any]]) -> list[dict[str, Any]]:
        """The circles that keys pressed from the *odd* places lead into."""
        traps: list[dict[str, Any]] = []
        known: set[str] = set()
        starts = 0
        for frame, path in odd:
            if json.dumps([frame, path]) in known or starts >= MOST_STARTS or time.monotonic() > self._until:
                continue
            starts += 1
            await asyncio.sleep(3 * PAUSE / 1000)
            self._at = json.dumps([frame, path])  # Where it already was, no event tells.
            await self._scene.tab.evaluate(f"__eaaWalk.focus({json.dumps(path)})", frame_id=frame, seconds=5)
            await asyncio.sleep(PAUSE / 1000)
            await self._log()
            circle, _ = await self._round(await self._step(), [])
            if circle and not known & set(circle):
                known |= set(circle)
                traps.append(await self._trap(circle))
        return traps

    async def _trap(self, circle: Sequence[str]) -> dict[str, Any]:
        """What leads out of a circle in which the focus is."""
        trap: dict[str, Any] = {
            "elements": [json.loads(key) for key in circle],
            "backward": False, "escape": False, "pulled": False, "tried": [], "way": "",
        }  # fmt: skip
        _, back = await self._round(await self._step(shift=True), [], shift=True)
        trap["backward"] = back is not None
        trap["pulled"] = back is not None and back.pulled
        if not trap["backward"]:
            await self._way_out(trap, circle)
        return trap

    async def _round(self, stop: Stop, seen: list[str], *, shift: bool = False) -> tuple[list[str], Stop | None]:
        """Walks on until the focus leaves or gets away (the last stop is given), or goes in circles (the circle is)."""
        while not stop.left:
            seen.append(stop.at)
            if seen.count(stop.at) >= ROUNDS and stop.at:
                return sorted(set(seen[seen.index(stop.at) :]) - {""}), None
            if len(seen) >= MOST_SLOW_STOPS or time.monotonic() > self._until:
                return [], stop
            stop = await self._step(shift=shift)
        return [], stop

    async def _way_out(self, trap: dict[str, Any], circle: Sequence[str]) -> None:
        """Tries Escape, then the combinations that the page names."""
        await self._press("Escape")
        if await self._gets_out(circle):
            trap["escape"] = True
            return
        words = str(await self._scene.tab.evaluate("document.body ? document.body.innerText : ''", seconds=5))
        for match in list(dict.fromkeys(m[0] for m in _COMBINATION.finditer(words[:200_000])))[:MOST_WAYS]:
            found = _COMBINATION.match(match)
            assert found is not None
            modifiers = sum({_MODIFIERS[m] for m in re.findall(r"[a-z]+", (found[1] or "").lower())})
            trap["tried"].append(match)
            await self._press(found[2] or found[3], modifiers=modifiers)
            if await self._gets_out(circle):
                trap["way"] = match
                return

    async def _gets_out(self, circle: Sequence[str]) -> bool:
        stop: Stop | None = await self._step()
        assert stop is not None
        if not stop.left:
            _, stop = await self._round(stop, [])
        return stop is not None

    # -- keys and where the focus is ----------------------------------------------------------------------------

    async def _step(self, *, shift: bool = False) -> Stop:
        """One press of Tab, and what it led to once scripts had their time."""
        await self._press("Tab", modifiers=8 if shift else 0)
        focused = await self._scene.tab.evaluate(
            f"new Promise((done) => setTimeout(() => done(document.hasFocus()), {PAUSE}))", seconds=5
        )
        log = await self._log()
        kinds = [kind for _, kind, _, _ in log]
        out = not focused or "X" in kinds
        pulled = "X" in kinds and "F" in kinds[kinds.index("X") :]
        if out and not pulled:
            self._at = ""
        return Stop(out, pulled, self._at)

    async def _log(self) -> list[tuple[float, str, str, Any]]:
        """What all frames wrote down since the last time, in order of time."""
        logs = await self._in_frames("globalThis.__eaaWalk ? __eaaWalk.take() : []")
        lines = ((at, kind, frame, path) for frame, log in logs.items() for at, kind, path in log)
        log = sorted(lines, key=lambda line: line[0])
        for _, kind, frame, path in log:
            if kind == "F":
                self._at = json.dumps([frame, path])
        return log

    async def _in_frames(self, expression: str) -> dict[str, Any]:
        return await self._scene.in_frames(expression, at_most=MOST_FRAMES)

    async def _press(self, key: str, *, modifiers: int = 0, up: bool = True) -> None:
        named = {"tab": ("Tab", "Tab", 9), "escape": ("Escape", "Escape", 27), "esc": ("Escape", "Escape", 27)}
        low = key.lower()
        if low in named:
            name, code, number = named[low]
        elif re.fullmatch(r"f\d{1,2}", low):
            name, code, number = key.upper(), key.upper(), 111 + int(low[1:])
        else:
            name, code, number = low, ("Digit" if low.isdigit() else "Key") + low.upper(), ord(low.upper())
        for kind in ("rawKeyDown", "keyUp") if up else ("rawKeyDown",):
            try:
                await self._scene.tab.call(
                    "Input.dispatchKeyEvent",
                    {"type": kind, "key": name, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers},
                    seconds=5,
                )
            except BrowserDied:
                raise
            except BrowserProblem:
                return
