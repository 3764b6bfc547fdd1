"""Pictures for an HTML report: embedded as data, or as files beside the pages, until a total is reached; with the
element outlined."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 15_000_000
"""Bytes of pictures (before base64) in one report; a file much larger is slow to open and to mail."""

MOST_IN_A_FOLDER = 300_000_000
"""Bytes of pictures in a report that is a folder."""

_SIGNATURES = ((b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"))

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture as the report shows it. Lengths are CSS pixels of the page."""

    source: str
    """A ``data:`` address, or the name of a file."""
    width: float
    height: float
    """Zero when the region is not known; then there is no outline either."""
    outline: Box | None
    """x, y, width, height of the element within the picture."""


class Album:
    """Hands out pictures one by one and counts what was embedded."""

    def __init__(self, picture: Callable[[str], bytes | None], most_bytes: int = MOST_BYTES) -> None:
        self._picture = picture
        self._left = most_bytes
        self.embedded = 0
        self.left_out = 0
        """Pictures that exist but no longer fitted."""

    def shot(self, sha256: str, box: Box | None, region: Box | None) -> Shot | None:
        """The picture with that SHA-256, or None: not there, not a PNG or JPEG, or no room left for it."""
        try:
            data = self._picture(sha256) if sha256 else None
        except OSError:
            # Evidence that cannot be read is a picture less, not a report less.
            data = None
        if not data:
            return None
        media_type = next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), "")
        if not media_type:
            return None
        if len(data) > self._left:
            self.left_out += 1
            return None
        self._left -= len(data)
        self.embedded += 1
        source = self._source(sha256, media_type, data)
        if region is None or region[2] <= 0 or region[3] <= 0:
            return Shot(source, 0, 0, None)
        return Shot(source, region[2], region[3], within(box, region))


    def _source(self, sha256: str, media_type: str, data: bytes) -> str:
        return f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"


class PictureFolder(Album):
    """Puts the pictures as files in a folder, each once, for a report of many pages."""

    def __init__(
        self, picture: Callable[[str], bytes | None], folder: Path, most_bytes: int = MOST_IN_A_FOLDER
    ) -> None:
        """*folder*: made when the first picture comes; pages beside it refer to it by name."""
        super().__init__(picture, most_bytes)
        self._folder = folder

    def _source(self, sha256: str, media_type: str, data: bytes) -> str:
        # Named for its bytes and not for what it was asked by: nothing from outside becomes part of a path.
        name = f"{hashlib.sha256(data).hexdigest()}.{media_type.removeprefix('image/')}"
        self._folder.mkdir(exist_ok=True)
        file = self._folder / name
        if file.exists():
            self._left += len(data)
        else:
            file.write_bytes(data)
        return f"{self._folder.name}/{name}"


def within(box: Box | None, region: Box) -> Box | None:
    """The part of *box* that lies in *region*, measured from the corner of *region*; None when there is none."""
    if box is None:
        return None
    left, top = max(box[0], region[0]), max(box[1], region[1])
    right = min(box[0] + box[2], region[0] + region[2])
    bottom = min(box[1] + box[3], region[1] + region[3])
    if right <= left or bottom <= top:
        return None
    return (left - region[0], top - region[1], right - left, bottom - top)
