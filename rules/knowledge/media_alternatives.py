"""What a page offers beside its audio and video: transcript, label as alternative for text, captions, description.

A machine can be sure that something is *not* there; whether what is there fits the medium is a person's judgement.
So each function answers ``"no"`` (certainly not there) or ``"unknown"``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from rules import visibility
from rules.knowledge.media import Medium, media, medium
from rules.page import Element, Page, Text

Answer = Literal["no", "unknown"]

FEWEST_WORDS = 4
"""A text of fewer words cannot tell what happens in a film."""
WORDS_PER_SECOND = 1.0
"""Of speech, at the very slowest: Dutch and English are spoken at two to three words per second."""
CLEAR_PICTURES = 3
"""Moments of speech without anything like text in the picture that exclude open captions."""

_SILENT = frozenset(("script", "style", "title", "template", "noscript", "video", "audio", "head"))
_WAY_ROLES = frozenset(("link", "button", "menuitem", "tab", "switch", "combobox", "disclosuretriangle"))
_WORD = re.compile(r"\w[\w'’-]*")
_TRANSCRIPT = re.compile(r"transcri|uitgeschreven|tekstversie|volledige tekst|letterlijke tekst|text version", re.I)
_CAPTIONS = re.compile(
    r"ondertite|caption|subtitle|\bcc\b|untertitel|sous-titre|doven|deaf|gebarent|sign language", re.I
)

_FILM_WORDS = re.compile(
    r"video|film|\bclip|filmp|beeld|animatie|animation|kijk|watch|\bview|footage|movie|vlog|uitzending|opname|recording|"
    r"\bsee\b|\bzie\b|bewegend|schau|\bsehen|regarde|vidéo|trailer|reportage|media|\bplay|afspel|besjoch",
    re.I,
)
_SOUND_WORDS = re.compile(
    r"audio|luister|listen|\bhear|\bhoor|\bhören|geluid|\bsound|podcast|opname|recording|fragment|mp3|voorgelezen|"
    r"voorlezen|read aloud|spoken|gesproken|ingesproken|écoute|anhören|\bplay|afspel|media|uitzending|harkje",
    re.I,
)
_LIKENESS = re.compile(
    r"\b(same|again|also|instead|above|below|version|alternative|form|read|text|article|page|information|explain\w*|"
    r"summar\w*|zelfde|hetzelfde|dezelfde|ook|opnieuw|tekst|lees\w*|lezen|gelezen|artikel|pagina|uitleg|alternatief|"
    r"plaats|vorm|versie|hierboven|hieronder|bovenstaande|onderstaande|informatie|samenvat\w*|verhaal|gleich\w*|auch|"
    r"seite|même|aussi|page|itselde|ek)\b",
    re.I,
)


def said(page: Page, *, seen: bool) -> list[str]:
    """The words of the page's text that assistive technology gets; *seen*: that can be seen too."""
    key = f"_said_{seen}"
    words: list[str] | None = page.__dict__.get(key)
    if words is None:
        words = page.__dict__[key] = []
        for document in page.documents:
            for element in document.elements:
                if (element.tag in _SILENT and element.is_html) or not element.exposed:
                    continue
                for child in element.children:
                    if isinstance(child, Text) and child.data.strip() and (not seen or visibility.text_visible(child)):
                        words += _WORD.findall(child.data)
                if element.tag == "img" and (not seen or element.visible):
                    words += _WORD.findall(element.get("alt"))
    return words


def ways(page: Page) -> Iterator[Element]:
    """What may lead to more: links, buttons, folded parts, frames that we could not look into."""
    for element in page.elements():
        if element.ax is None or not element.exposed:
            continue
        if element.role in _WAY_ROLES or element.tag in ("summary", "iframe", "object", "embed") or element.clickable:
            if element.tag in ("video", "audio", "body", "html"):
                continue
            if element.tag == "iframe" and element.content_document is not None:
                continue
            yield element


def enough(facts: Medium) -> float:
    """The fewest words in which the medium's speech could be written out, or its picture described."""
    speech = facts.speech or 0.0
    if speech and not facts.heard["whole"]:
        speech *= (facts.duration or 0.0) / facts.heard["listened"]
    return max(float(FEWEST_WORDS), speech * WORDS_PER_SECOND)


def transcript(element: Element, *, seen: bool = False) -> Answer:
    """A text on the page or behind a link that says what is heard and shown; *seen*: it must be visible too."""
    facts, page = medium(element), element.document.page
    if facts is None or next(ways(page), None) is not None or element.has("aria-describedby"):
        return "unknown"
    return "no" if len(said(page, seen=seen)) < enough(facts) else "unknown"


def full_text(element: Element) -> Answer:
    """Visible text on the page itself that holds all of the medium's information."""
    facts = medium(element)
    return "no" if facts is not None and len(said(element.document.page, seen=True)) < enough(facts) else "unknown"


def label(element: Element) -> Answer:
    """Visible text that says that the medium is another form of the text: it names both the medium and the likeness.

    "Bekijk de video" names a video, but does not say that it only repeats what can be read.
    """
    pattern = _SOUND_WORDS if element.tag == "audio" else _FILM_WORDS
    for document in element.document.page.documents:
        for teller in document.elements:
            if (teller.tag in _SILENT and teller.is_html) or not teller.exposed:
                continue
            own = teller.get("alt") if teller.tag == "img" else teller.own_text
            if own and pattern.search(own) and _LIKENESS.search(_block(teller).visible_text + " " + own):
                return "unknown"
    return "no"


def _block(element: Element) -> Element:
    """The paragraph, list item or the like that *element* stands in."""
    node = element
    while node.style("display").startswith("inline") and node.flat_parent is not None:
        node = node.flat_parent
    return node


def media_alternative(element: Element) -> Answer:
    """The medium only repeats text of the page, and is labelled so."""
    return "no" if "no" in (full_text(element), label(element)) else "unknown"


def other_sound(element: Element) -> bool:
    """Another medium on the page has, or may have, sound: a description in sound could be there."""
    return any(e is not element and facts.sounds != "no" for e, facts in media(element.document.page, "audio", "video"))


def description(element: Element, *, by_track: bool = False) -> Answer:
    """What is seen is said: in the sound of the video, or in another sound track.

    *by_track*: a text track with descriptions may do. No common browser reads one out, so it does not by default.
    """
    facts = medium(element)
    if facts is None or facts.speaks != "no" or other_sound(element):
        return "unknown"
    if by_track and any(t["kind"] == "descriptions" for t in facts.text_tracks):
        return "unknown"
    page = element.document.page
    return "unknown" if any(not _TRANSCRIPT.search(w.name) for w in ways(page)) else "no"


def sound_alternative(element: Element) -> Answer:
    """A sound track that tells what a video without sound shows."""
    if other_sound(element):
        return "unknown"
    return "unknown" if any(not _TRANSCRIPT.search(w.name) for w in ways(element.document.page)) else "no"


CaptionState = Literal["track", "broken", "empty", "none", "unknown"]


def captions(element: Element) -> CaptionState:
    """The captions of a video that sounds.

    ``track``: a text track with words. ``broken``/``empty``: the only ones could not be loaded, or hold no words.
    ``none``: surely there are none: there is speech, no track, no text in the picture while somebody speaks, and
    nothing on the page that speaks of captions. ``unknown``: otherwise.
    """
    facts = medium(element)
    if facts is None:
        return "unknown"
    tracks = [t for t in facts.text_tracks if t["kind"] in ("captions", "subtitles")]
    if any(t["cues"] for t in tracks) or any(t["cues"] is None and t["ready"] not in (3,) for t in tracks):
        return "track"
    if _offered(element):
        return "unknown"
    if tracks and all(t["ready"] == 3 for t in tracks):
        state: CaptionState = "broken"
    elif tracks:
        state = "empty" if all(t["ready"] == 2 for t in tracks) else "unknown"
    else:
        state = "none"
    return state if facts.speaks == "yes" and not _text_in_pictures(facts) else "unknown"


def _text_in_pictures(facts: Medium) -> bool:
    """Captions may stand in the picture itself; False only when enough moments of speech show no text at all."""
    pictures = facts.heard.get("text_in_pictures")
    return not pictures or sum(places == 0 for places in pictures) < CLEAR_PICTURES


def _offered(element: Element) -> bool:
    """Something on the page speaks of captions or sign language: a button of the player, a link to another version."""
    page = element.document.page
    for other in page.elements():
        spoken = (other.get("aria-label"), other.get("title"), other.name if other.ax is not None else "")
        if any(text and _CAPTIONS.search(text) for text in spoken):
            return True
    return bool(_CAPTIONS.search(" ".join(said(page, seen=False))))
