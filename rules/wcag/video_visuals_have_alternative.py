"""What a video shows is told in sound or in text (ACT c5a4ea)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable
from rules.knowledge.media import medium, videos_with_sound
from rules.knowledge.media_alternatives import description, media_alternative, transcript
from rules.knowledge.sample_media import VIDEO_WITH_SOUND, VIDEO_WITHOUT_SOUND
from rules.page import Page

RULE = Rule(
    id="video-visuals-have-alternative",
    act=("c5a4ea",),
    awaits=("hearing",),
    title=Words(
        "Wat een video laat zien, is ook te horen of te lezen",
        "What a video shows can be heard or read too",
    ),
    why=Words(
        "Mensen die niet kunnen zien, horen alleen het geluid van een video. Wat alleen in beeld komt, missen zij.",
        "People who cannot see only hear the sound of a video. They miss what is only shown.",
    ),
    repair=Words(
        "Vertel in het geluid wat er in beeld van belang is, of geef een tekst die de hele video vertelt.",
        "Tell in the sound what matters in the picture, or give a text that tells the whole video.",
    ),
    requirements=("wcag:1.2.3",),
    sentences={
        "none": Words(
            "Wat de video laat zien, is nergens te horen of te lezen: er wordt niet in gesproken, en er is geen "
            "beschrijving en geen tekst bij.",
            "What the video shows can be heard or read nowhere: nobody speaks in it, and there is no description and "
            "no text with it.",
        ),
        "no_speech": Words(
            "In de video wordt niet gesproken. Geeft het beeld informatie die iemand die niet kan zien ergens anders "
            "krijgt: in een tekst, of in een gesproken beschrijving?",
            "Nobody speaks in the video. Does the picture give information that somebody who cannot see gets "
            "elsewhere: in a text, or in a spoken description?",
        ),
        "compare": Words(
            "Luister zonder te kijken: wordt alles verteld wat in beeld van belang is? Of staat het in een tekst bij "
            "de video?",
            "Listen without looking: is all told that matters in the picture? Or does it stand in a text with the "
            "video?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Visible non-streaming videos with sound."""
    return videos_with_sound(page)


def judge(target: Target) -> Outcome:
    """Expectation: described in sound (ACT 1ea59c), in a transcript (1a02b0), or an alternative for text (ab4d13)."""
    if description(target) == transcript(target) == media_alternative(target) == "no":
        return failed("none")
    facts = medium(target)
    return cannot_tell("no_speech" if facts is not None and facts.speaks == "no" else "compare")


_DESCRIPTIONS = "data:text/vtt,WEBVTT%0A%0A00:00.000%20--%3E%2000:04.000%0AEen%20blauw%20vlak"

EXAMPLES = (
    fails("none", f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"></video>'),
    fails(
        "none",
        f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}">'
        f'<track kind=descriptions src="{_DESCRIPTIONS}"></video>',
        note="no common browser reads such a track out",
    ),
    asks(
        "no_speech",
        f'<html lang=nl><p>Dit is het nieuwe gebouw.</p><video controls src="{VIDEO_WITH_SOUND}"></video>',
    ),
    asks("no_speech", f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"></video><a href=/tekst>Transcript</a>'),
    inapplicable(f'<html lang=nl><video controls src="{VIDEO_WITHOUT_SOUND}"></video>'),
)
