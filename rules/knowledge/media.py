"""What is known of an audio or video element: its length, whether it sounds, whether it has played by itself.

From the records of the ``media`` and ``hearing`` probes. Words as in ACT's glossary: "non-streaming media element",
"play button", "audio output".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from rules.page import Document, Element, Page

Known = Literal["yes", "no", "unknown"]

SILENCE = -60.0
"""dBFS: a file whose loudest second is softer than this holds only silence."""
LEAST_SPEECH = 3.0
"""Seconds of sure speech from which a file is said to hold speech."""
STEADY = 3.0
"""dB: sound whose loud and soft moments differ less is a tone, a hum or a hiss; speech has pauses."""
MOST_STRAY_SPEECH = 0.08
"""Share of a file that may sound like speech (an animal, a shout) in one that is said to hold none."""


@dataclass(frozen=True, slots=True)
class Medium:
    """The facts of one element. Times in seconds."""

    facts: Mapping[str, Any]
    heard: Mapping[str, Any]

    @property
    def duration(self) -> float | None:
        """None while unknown, and for a stream without an end."""
        value = self.facts["duration"]
        return float(value) if value is not None else None

    @property
    def loaded(self) -> bool:
        """The browser has read what the file holds."""
        return int(self.facts["ready"]) >= 1

    @property
    def awaited(self) -> bool:
        """There is a file, but the browser could not read it in time; nothing is known of it."""
        return not self.loaded and bool(self.facts["source"]) and not self.facts["error"] and self.facts["network"] == 2

    @property
    def sounds(self) -> Known:
        """Whether the file has sound that is more than silence."""
        if not self.loaded:
            return "unknown"
        if self.facts["audio_tracks"] == 0:
            return "no"
        if "loudest" in self.heard:
            return "yes" if self.heard["loudest"] > SILENCE else "no"
        return "yes" if self.facts["audio_tracks"] or self.facts["audio_bytes"] else "unknown"

    @property
    def audible(self) -> bool:
        """Its sound can reach a person: it is not muted without any means to turn the sound on."""
        facts = self.facts
        return not (facts["muted"] and not facts["controls"] and (facts["autoplay"] or facts["loop"]))

    @property
    def speech(self) -> float | None:
        """Seconds of sure speech; None where nobody listened. A least value for long files."""
        value = self.heard.get("speech")
        return float(value) if value is not None else None

    @property
    def speaks(self) -> Known:
        """Whether there is speech in its sound."""
        if self.sounds == "no":
            return "no"
        if self.heard.get("variation", STEADY) < STEADY:
            return "no"
        speech = self.speech
        if speech is None:
            return "unknown"
        if speech >= LEAST_SPEECH:
            return "yes"
        stray = float(self.heard["maybe_speech"]) / max(1.0, float(self.heard["duration"]))
        return "no" if self.heard["whole"] and stray <= MOST_STRAY_SPEECH else "unknown"

    @property
    def text_tracks(self) -> list[Mapping[str, Any]]:
        return list(self.facts["tracks"])

    @property
    def plays_by_itself(self) -> bool:
        """It is playing, or has played since the page was opened; nobody touched it."""
        return not self.facts["paused"] or float(self.facts["played"]) > 0

    @property
    def playing_time(self) -> float | None:
        """Seconds it plays once started: its length, or the stretch that its address asks for (``#t=8,10``)."""
        length = self.duration
        if length is None:
            return None
        start, end = fragment(str(self.facts["source"]))
        return max(0.0, min(end if end is not None else length, length) - start)


def medium(element: Element) -> Medium | None:
    """The facts of *element*; None when the probe did not see it (a closed shadow tree, a probe switched off)."""
    return _media(element.document).get(element)


def _media(document: Document) -> Mapping[Element, Medium]:
    known: dict[Element, Medium] | None = document.__dict__.get("_media")
    if known is None:
        known = document.__dict__["_media"] = {}
        heard = document.record("hearing") or {}
        for facts in document.record("media") or ():
            element = document.element_at(facts["path"])
            if element is not None:
                known[element] = Medium(facts, heard.get(facts["source"], {}))
    return known


def media(page: Page, *tags: str) -> Iterator[tuple[Element, Medium]]:
    """The ``audio`` and ``video`` elements (*tags*) of the page with their facts, in order."""
    for element in page.elements(*tags):
        facts = medium(element)
        if facts is not None:
            yield element, facts


_TIME = re.compile(r"^(?:npt:)?(?P<start>[\d:.]*)(?:,(?P<end>[\d:.]+))?$")


def fragment(address: str) -> tuple[float, float | None]:
    """Start and end in seconds that *address* asks for (W3C Media Fragments URI 1.0, ``#t=``); end may be None."""
    for pair in address.partition("#")[2].split("&"):
        name, _, value = pair.partition("=")
        match = _TIME.match(value) if name == "t" else None
        if match:
            start, end = _seconds(match["start"]), _seconds(match["end"]) if match["end"] else None
            if start is not None and (end is None or end > start):
                return start, end
    return 0.0, None


def _seconds(text: str) -> float | None:
    """Of ``hours:minutes:seconds`` or less of it; None when it is no time."""
    if not text:
        return 0.0
    total = 0.0
    for part in text.split(":"):
        try:
            total = total * 60 + float(part)
        except ValueError:
            return None
    return total


# -- applicability that several rules share ------------------------------------------------------------------------


def videos_with_sound(page: Page) -> Iterator[Element]:
    """Visible non-streaming videos whose sound can be heard (ACT: "where the video contains audio")."""
    for element, facts in media(page, "video"):
        if _shown_video(element, facts) and facts.sounds == "yes" and facts.audible:
            yield element


def videos_without_sound(page: Page) -> Iterator[Element]:
    """Visible non-streaming videos that have no sound, or never let it be heard."""
    for element, facts in media(page, "video"):
        if _shown_video(element, facts) and (facts.sounds == "no" or not facts.audible):
            yield element


def shown_videos(page: Page) -> Iterator[Element]:
    """Visible non-streaming videos."""
    for element, facts in media(page, "video"):
        if _shown_video(element, facts):
            yield element


def _shown_video(element: Element, facts: Medium) -> bool:
    return bool(facts.duration) and bool(facts.facts["width"]) and element.visible


def playable_audio(page: Page, *, by_attribute: bool = False) -> Iterator[Element]:
    """Non-streaming audio that plays by itself or has a play button that is visible and exposed.

    *by_attribute*: ``autoplay`` counts also while it does not play (ACT e7aa44).
    """
    for element, facts in media(page, "audio"):
        if not facts.duration or facts.sounds == "no":
            continue
        starts = element.has("autoplay") if by_attribute else facts.plays_by_itself
        if starts or has_play_button(element):
            yield element


_PLAY = re.compile(
    r"\b(play|afspelen|afspeel\w*|speel|beluister\w*|luister\w*|listen|start|hear|hoor|voorlezen|lees voor|"
    r"abspielen|anhören|écouter|lecture|harkje)\b|▶|►|⏵",
    re.IGNORECASE,
)


def has_play_button(element: Element) -> bool:
    """The browser's own controls, visible and exposed; or a visible, exposed button that is named as one."""
    if element.has("controls") and element.visible and element.exposed:
        return True
    return any(_PLAY.search(e.name) for e in buttons(element.document) if e.visible and e.exposed)


def buttons(document: Document) -> list[Element]:
    """Elements with the role of a button, switch or the like, in order."""
    roles = ("button", "switch", "checkbox", "togglebutton", "menuitem", "menuitemcheckbox", "slider", "radio")
    return [e for e in document.elements if e.role in roles]
