"""What is heard in a recording can be read (ACT e7aa44)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, inapplicable
from rules.knowledge.media import medium, playable_audio, videos_without_sound
from rules.knowledge.media_alternatives import media_alternative, transcript
from rules.knowledge.sample_media import tone
from rules.page import Page

RULE = Rule(
    id="audio-has-text-alternative",
    act=("e7aa44",),
    awaits=("hearing",),
    title=Words(
        "Wat in een geluidsopname te horen is, is ook te lezen",
        "What is heard in a recording can be read too",
    ),
    why=Words(
        "Mensen die doof of slechthorend zijn, kunnen een geluidsopname niet of niet goed horen. Zij kunnen de "
        "informatie alleen krijgen als die ook als tekst te lezen is.",
        "People who are deaf or hard of hearing cannot hear a recording, or not well. They get the information only "
        "if it can also be read as text.",
    ),
    repair=Words(
        "Zet bij de opname de uitgeschreven tekst, of een duidelijke link daarnaartoe.",
        "Put the written-out text with the recording, or a clear link to it.",
    ),
    requirements=("wcag:1.2.1",),
    sentences={
        "none": Words(
            "Wat er in de opname te horen is, is nergens te lezen: niet op de pagina en niet via een link.",
            "What is heard in the recording can be read nowhere: not on the page and not behind a link.",
        ),
        "compare": Words(
            "Luister naar de opname: staat alles wat er te horen is als zichtbare tekst op de pagina of achter een "
            "link?",
            "Listen to the recording: does all that is heard stand on the page as visible text, or behind a link?",
        ),
        "no_speech": Words(
            "In de opname wordt niet gesproken. Geeft het geluid informatie, en is die dan ook te lezen?",
            "Nobody speaks in the recording. Does the sound give information, and if so, can that be read too?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Non-streaming audio with ``autoplay`` or a visible, exposed play button."""
    return playable_audio(page, by_attribute=True)


def judge(target: Target) -> Outcome:
    """Expectation: it has a transcript (ACT 2eb176), or is labelled as an alternative for text (ACT afb423)."""
    facts = medium(target)
    if facts is not None and facts.speaks == "no":
        return cannot_tell("no_speech")
    if next(iter(videos_without_sound(target.document.page)), None) is not None:
        return cannot_tell("compare")  # It may tell what the video shows, which then is the alternative for it.
    if transcript(target, seen=True) == "no" and media_alternative(target) == "no":
        return failed("none")
    return cannot_tell("compare")


EXAMPLES = (
    asks("no_speech", f'<html lang=nl><p>Zo klinkt de sirene:</p><audio controls src="{tone(4)}"></audio>'),
    asks("no_speech", f'<html lang=nl><p>Welkom</p><audio autoplay src="{tone(9)}"></audio>'),
    inapplicable(f'<html lang=nl><audio src="{tone(4)}"></audio><p>Zo klinkt de sirene</p>'),
    inapplicable(f'<html lang=nl><a href="{tone(1)}">Download de opname</a>', note="a link is no audio element"),
    inapplicable(f'<html lang=nl><audio controls style="display:none" src="{tone(4)}"></audio>'),
)
