"""Reads the text in pictures with tesseract, where it is installed: the record ``ocr``.

The page's own text is made transparent meanwhile, so that only what is part of a picture is read. Pictures come from
the browser's own screenshots, never from the site's files. Switch: the probe's name; without tesseract there is no
record, and the rules ask.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import io
import os
import shutil
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from PIL import Image

from eaa_checker.capture.scene import Scene
from eaa_checker.errors import BrowserDied, BrowserProblem

SECONDS = 8.0
"""Budget for a page."""
AT_MOST = 12
"""Pictures read per page; own pictures before backgrounds, the largest first."""
_LANGUAGES = ("nld", "eng")
_READABLE = 60.0
"""Height in pixels to which small pictures are enlarged, with their width, before they are read."""
_REMEMBERED = 400

_PLAIN = 0.9
"""Share of its pixels that the four commonest colours of a picture of bare text have."""

_Reading = list[list[Any]]


@dataclass(slots=True)
class Recogniser:
    """tesseract at *path*, reading in *languages*, with what it read on pictures that are the same to the pixel:
    a logo stands on every page of a site."""

    path: str
    languages: str
    remembered: dict[bytes, _Reading] = field(default_factory=dict)

    async def words(self, data: bytes, seconds: float) -> _Reading | None:
        """The words on a PNG picture with the confidence in each (0-100); None when it took too long."""
        key = hashlib.sha256(data).digest()
        if key not in self.remembered:
            reading = await self._read(data, seconds)
            if reading is None:
                return None
            if len(self.remembered) >= _REMEMBERED:
                del self.remembered[next(iter(self.remembered))]
            self.remembered[key] = reading
        return self.remembered[key]

    async def _read(self, data: bytes, seconds: float) -> _Reading | None:
        process = await asyncio.create_subprocess_exec(
            self.path, "-", "-", "-l", self.languages, "--psm", "11", "tsv",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
        try:
            out, _ = await asyncio.wait_for(process.communicate(data), max(0.5, seconds))
        except BaseException as ended:
            if process.returncode is None:
                process.kill()
                await process.wait()
            if isinstance(ended, TimeoutError):
                return None
            raise
        return words_in(out.decode("utf-8", "replace")) if process.returncode == 0 else None


@cache
def recogniser() -> Recogniser | None:
    """The recogniser of this machine; None when tesseract is not installed or knows neither language."""
    path = shutil.which("tesseract")
    if path is None:
        return None
    try:
        listed = subprocess.run([path, "--list-langs"], capture_output=True, text=True, timeout=10, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return None
    languages = "+".join(lang for lang in _LANGUAGES if lang in listed.split())
    return Recogniser(path, languages) if languages else None


async def observe(scene: Scene) -> Mapping[str, Any]:
    """The record of the top document: a list of ``{path, words: [[word, confidence], …], plain}`` per picture read.

    *plain*: hardly more than a few flat colours, as a picture of bare text has.
    """
    reader = recogniser()
    if reader is None:
        return {}
    end = time.monotonic() + SECONDS - 1.0
    here = files("eaa_checker.capture")
    source = "".join(here.joinpath(n).read_text("utf-8") for n in ("paths.js", "pictures_shown.js"))
    try:
        shown = await scene.tab.evaluate(f"{{ {source}({{}}) }}", seconds=2)
        if not isinstance(shown, list):
            return {}
        pictures = sorted(shown, key=lambda p: (not p["own"], -p["width"] * p["height"]))[:AT_MOST]
        entries: list[dict[str, Any]] = []
        for picture in pictures:
            left = end - time.monotonic()
            data = await _shoot(scene, picture, left) if left > 0 else None
            reading = await reader.words(data, end - time.monotonic()) if data is not None else None
            if data is not None and reading is not None:
                entries.append({"path": picture["path"], "words": reading, "plain": plain(data)})
        return {scene.top: entries}
    finally:
        await scene.tab.evaluate(f"{{ {source}({{restore: true}}) }}", seconds=2)


async def _shoot(scene: Scene, picture: dict[str, Any], seconds: float) -> bytes | None:
    scale = min(4.0, max(1.0, 4 * _READABLE / max(picture["height"], 1.0)))
    if picture["width"] * picture["height"] * scale * scale > 3e6:
        scale = 1.0
    clip = {key: picture[key] for key in ("x", "y", "width", "height")} | {"scale": scale}
    try:
        answer = await scene.tab.call(
            "Page.captureScreenshot",
            {"format": "png", "captureBeyondViewport": True, "optimizeForSpeed": True, "clip": clip},
            seconds=max(0.5, min(5.0, seconds)),
        )
    except BrowserDied:
        raise
    except BrowserProblem:
        return None
    return base64.b64decode(answer["data"])


def plain(data: bytes) -> bool:
    """The four commonest of 64 coarse colours make up nearly all of a picture."""
    small = Image.open(io.BytesIO(data)).convert("RGB").resize((96, 96)).point(lambda value: value & 0xC0)
    counts = sorted((count for count, _ in small.getcolors(96 * 96) or ()), reverse=True)
    return sum(counts[:4]) >= _PLAIN * 96 * 96


def words_in(table: str) -> _Reading:
    """The words with their confidence in tesseract's table (tab-separated; level 5 is a word)."""
    found: _Reading = []
    for line in table.splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) == 12 and cells[0] == "5" and cells[11].strip():
            try:
                confidence = float(cells[10])
            except ValueError:
                continue
            found.append([cells[11].strip(), round(confidence, 1)])
    return found
