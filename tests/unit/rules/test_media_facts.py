"""What the rules conclude from the facts of a medium: length, sound, speech, captions."""

from __future__ import annotations

from typing import Any

import pytest

from rules.knowledge.media import Medium, fragment, medium
from rules.knowledge.media_alternatives import captions, enough, label, media_alternative
from rules.page import Accessible, Box, Document, Element, Layout, Page, Text

FACTS: dict[str, Any] = {
    "path": [[0, 1, 0]], "source": "https://example.nl/film.mp4", "duration": 60.0, "paused": True, "played": 0.0,
    "muted": False, "controls": True, "autoplay": False, "loop": False, "ready": 4, "network": 1, "error": 0,
    "width": 640, "audio_tracks": 1, "audio_bytes": 9_000, "tracks": [],
}  # fmt: skip
SPOKEN: dict[str, Any] = {
    "duration": 60.0, "loudest": -20.0, "sounding": 58.0, "variation": 30.0, "whole": True, "listened": 60.0,
    "speech": 40.0, "maybe_speech": 41.0, "text_in_pictures": [0, 0, 0, 0, 120, 0],
}  # fmt: skip


def video_page(text: str = "", *, heard: dict[str, Any] | None = None, **facts: Any) -> Element:
    """A page with one video and one paragraph; gives the video."""
    page = Page("https://example.nl/")
    document = Document(page, page.address, frame_id="F")
    page.documents.append(document)
    styles = {"display": "block", "visibility": "visible", "opacity": "1", "color": "rgb(0, 0, 0)", "font-size": "16px"}
    elements: list[Element] = []

    def make(tag: str, parent: Element | None) -> Element:
        element = Element(document, parent, len(elements) + 1, tag, {}, index=len(elements))
        element.layout = Layout(Box(0, 0, 600, 400), styles)
        element.ax = Accessible("generic", "", False)
        elements.append(element)
        if parent is not None:
            parent.children.append(element)
        return element

    document.root = make("html", None)
    make("head", document.root)
    body = make("body", document.root)
    video = make("video", body)
    paragraph = make("p", body)
    words = Text(document, paragraph, 99, text)
    words.layout = Layout(Box(0, 410, 500, 20), {}, text_boxes=(Box(0, 410, 500, 20),))
    paragraph.children.append(words)
    document.elements = elements
    document.width, document.height = 1280, 1024
    known = FACTS | facts
    page.records = {"media": {"F": [known]}, "hearing": {"F": {known["source"]: heard} if heard else {}}}
    return video


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/film.mp4#t=8,10", (8.0, 10.0)),
        ("/film.mp4#t=npt:1:30", (90.0, None)),
        ("/film.mp4#xywh=1&t=,5", (0.0, 5.0)),
        ("/film.mp4#t=10,8", (0.0, None)),
        ("/film.mp4#t=soon", (0.0, None)),
        ("/film.mp4", (0.0, None)),
    ],
)
def test_the_stretch_that_an_address_asks_for(address: str, expected: tuple[float, float | None]) -> None:
    assert fragment(address) == expected


def test_playing_time_is_the_asked_stretch_within_the_length() -> None:
    assert Medium(FACTS | {"source": "a.mp4#t=50,99"}, {}).playing_time == 10
    assert Medium(FACTS, {}).playing_time == 60


@pytest.mark.parametrize(
    ("facts", "heard", "sounds", "speaks"),
    [
        ({"audio_tracks": 0}, {}, "no", "no"),
        ({}, {}, "yes", "unknown"),
        ({"audio_tracks": None, "audio_bytes": 0}, {}, "unknown", "unknown"),
        ({"ready": 0}, {}, "unknown", "unknown"),
        ({}, SPOKEN, "yes", "yes"),
        ({}, SPOKEN | {"loudest": -80.0}, "no", "no"),
        ({}, SPOKEN | {"speech": 0.3, "maybe_speech": 1.0}, "yes", "no"),
        ({}, SPOKEN | {"speech": 0.3, "maybe_speech": 20.0}, "yes", "unknown"),
        ({}, SPOKEN | {"speech": 0.3, "maybe_speech": 1.0, "whole": False}, "yes", "unknown"),
        ({}, SPOKEN | {"variation": 0.5}, "yes", "no"),
        ({}, {"problem": "too large"}, "yes", "unknown"),
    ],
)
def test_whether_it_sounds_and_speaks(facts: dict[str, Any], heard: dict[str, Any], sounds: str, speaks: str) -> None:
    found = Medium(FACTS | facts, heard)
    assert (found.sounds, found.speaks) == (sounds, speaks)


def test_parts_that_were_heard_stand_for_the_whole_length() -> None:
    heard = SPOKEN | {"whole": False, "listened": 30.0, "speech": 20.0, "duration": 300.0}
    assert enough(Medium(FACTS | {"duration": 300.0}, heard)) == 200


def _track(**more: Any) -> dict[str, Any]:
    known = {"kind": "captions", "language": "nl", "label": "", "mode": "hidden", "ready": 2, "cues": 12, "words": 80}
    return known | more


@pytest.mark.parametrize(
    ("text", "facts", "heard", "state"),
    [
        ("Wat doet u bij brand?", {}, SPOKEN, "none"),
        ("Wat doet u bij brand?", {"tracks": [_track()]}, SPOKEN, "track"),
        ("", {"tracks": [_track(cues=0)]}, SPOKEN, "empty"),
        ("", {"tracks": [_track(cues=None, ready=3)]}, SPOKEN, "broken"),
        ("", {"tracks": [_track(kind="descriptions")]}, SPOKEN, "none"),
        ("", {"tracks": [_track(cues=None, ready=None)]}, SPOKEN, "track"),
        # Text in the picture while somebody speaks may be captions.
        ("", {}, SPOKEN | {"text_in_pictures": [900, 1200, 0, 800, 0, 700]}, "unknown"),
        ("", {}, SPOKEN | {"text_in_pictures": None}, "unknown"),
        # Something on the page speaks of captions.
        ("Bekijk deze film met ondertiteling", {}, SPOKEN, "unknown"),
        ("", {}, SPOKEN | {"speech": 1.0}, "unknown"),
        ("", {}, {}, "unknown"),
    ],
)
def test_captions(text: str, facts: dict[str, Any], heard: dict[str, Any], state: str) -> None:
    assert captions(video_page(text, heard=heard, **facts)) == state


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wat doet u bij brand?", "no"),
        ("Bekijk de film", "no"),
        ("In de film hieronder ziet u dezelfde informatie.", "unknown"),
        ("Watch the video to see this information again.", "unknown"),
    ],
)
def test_a_label_names_both_the_film_and_the_likeness(text: str, expected: str) -> None:
    assert label(video_page(text, heard=SPOKEN)) == expected


def test_a_few_words_cannot_repeat_forty_seconds_of_speech() -> None:
    said = "In de film hieronder ziet u dezelfde informatie. "
    assert media_alternative(video_page(said, heard=SPOKEN)) == "no"
    assert media_alternative(video_page(said * 6, heard=SPOKEN)) == "unknown"


def test_facts_belong_to_the_element_at_their_path() -> None:
    video = video_page()
    found = medium(video)
    assert found is not None
    assert found.duration == 60
    assert medium(video.document.elements[0]) is None
