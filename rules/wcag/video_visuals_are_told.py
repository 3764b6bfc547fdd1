"""What a video shows is told in its sound, or it only repeats text (ACT 1ec09b)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable
from rules.knowledge.media import medium, videos_with_sound
from rules.knowledge.media_alternatives import description, media_alternative
from rules.knowledge.sample_media import VIDEO_WITH_SOUND, VIDEO_WITHOUT_SOUND
from rules.page import Page

RULE = Rule(
    id="video-visuals-are-told",
    act=("1ec09b",),
    awaits=("hearing",),
    title=Words(
        "Wat een video laat zien, wordt in het geluid verteld",
        "What a video shows is told in its sound",
    ),
    why=Words(
        "Mensen die niet kunnen zien, horen alleen het geluid van een video. Wat alleen in beeld komt, missen zij.",
        "People who cannot see only hear the sound of a video. They miss what is only shown.",
    ),
    repair=Words(
        "Vertel in het geluid wat er in beeld van belang is, of geef een versie met gesproken beschrijving "
        "(audiodescriptie).",
        "Tell in the sound what matters in the picture, or give a version with audio description.",
    ),
    requirements=("wcag:1.2.5",),
    sentences={
        "none": Words(
            "Wat de video laat zien, wordt niet verteld: er wordt niet in gesproken en er is geen versie met "
            "gesproken beschrijving.",
            "What the video shows is not told: nobody speaks in it, and there is no version with audio description.",
        ),
        "no_speech": Words(
            "In de video wordt niet gesproken. Geeft het beeld informatie, en is er dan een versie met gesproken "
            "beschrijving (audiodescriptie)?",
            "Nobody speaks in the video. Does the picture give information, and if so, is there a version with audio "
            "description?",
        ),
        "compare": Words(
            "Luister zonder te kijken: wordt alles verteld wat in beeld van belang is, of is er een versie met "
            "gesproken beschrijving (audiodescriptie)?",
            "Listen without looking: is all told that matters in the picture, or is there a version with audio "
            "description?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Visible non-streaming videos with sound."""
    return videos_with_sound(page)


def judge(target: Target) -> Outcome:
    """Expectation: described in sound (ACT 1ea59c), or labelled as an alternative for text on the page (ab4d13)."""
    if description(target) == media_alternative(target) == "no":
        return failed("none")
    facts = medium(target)
    return cannot_tell("no_speech" if facts is not None and facts.speaks == "no" else "compare")


EXAMPLES = (
    fails("none", f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"></video>'),
    fails(
        "none",
        f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"></video><a href=/tekst>Transcript</a>',
        note="a transcript is no description in sound",
    ),
    asks(
        "no_speech",
        f'<html lang=nl><p>Bekijk de film.</p><video controls src="{VIDEO_WITH_SOUND}"></video>'
        "<a href=/ad>Andere versie</a>",
    ),
    inapplicable(f'<html lang=nl><video controls src="{VIDEO_WITHOUT_SOUND}"></video>'),
)
