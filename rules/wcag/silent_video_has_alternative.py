"""What a video without sound shows can be read or heard (ACT c3232f)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable
from rules.knowledge.media import medium, videos_without_sound
from rules.knowledge.media_alternatives import media_alternative, sound_alternative, transcript
from rules.knowledge.sample_media import VIDEO_WITH_SOUND, VIDEO_WITHOUT_SOUND
from rules.page import Page

RULE = Rule(
    id="silent-video-has-alternative",
    act=("c3232f",),
    awaits=("hearing",),
    title=Words(
        "Wat een video zonder geluid laat zien, is ook te lezen of te horen",
        "What a video without sound shows can be read or heard too",
    ),
    why=Words(
        "Een video zonder geluid zegt niets aan mensen die niet kunnen zien. Zonder tekst of gesproken uitleg missen "
        "zij alles wat de video laat zien.",
        "A video without sound says nothing to people who cannot see. Without text or spoken explanation they miss "
        "all that it shows.",
    ),
    repair=Words(
        "Geef bij de video een tekst of een geluidsopname die vertelt wat er te zien is.",
        "Give a text or a sound recording with the video that tells what is seen.",
    ),
    requirements=("wcag:1.2.1",),
    sentences={
        "none": Words(
            "Wat de video zonder geluid laat zien, is nergens te lezen of te horen.",
            "What the video without sound shows can be read or heard nowhere.",
        ),
        "background": Words(
            "Deze video speelt vanzelf en zonder geluid. Is hij alleen versiering? Zo niet: staat wat hij laat zien "
            "ook in een tekst?",
            "This video plays by itself, without sound. Is it only decoration? If not: does what it shows stand in a "
            "text too?",
        ),
        "compare": Words(
            "Is er een tekst of geluidsopname die alles vertelt wat deze video zonder geluid laat zien?",
            "Is there a text or sound recording that tells all that this video without sound shows?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Visible non-streaming videos without sound."""
    return videos_without_sound(page)


def judge(target: Target) -> Outcome:
    """Expectation: an alternative for text (ACT fd26cf), a transcript (ee13b5) or a sound track (d7ba54)."""
    facts = medium(target)
    if facts is not None and facts.facts["autoplay"] and not facts.facts["controls"]:
        return cannot_tell("background")
    if transcript(target) == media_alternative(target) == sound_alternative(target) == "no":
        return failed("none")
    return cannot_tell("compare")


EXAMPLES = (
    fails("none", f'<html lang=nl><video controls src="{VIDEO_WITHOUT_SOUND}"></video>'),
    asks(
        "compare",
        f'<html lang=nl><p>Zo gebruikt u een brandblusser.</p><video controls src="{VIDEO_WITHOUT_SOUND}"></video>',
    ),
    asks("background", f'<html lang=nl><video autoplay loop muted src="{VIDEO_WITHOUT_SOUND}"></video><h1>Welkom</h1>'),
    asks(
        "background",
        f'<html lang=nl><video autoplay loop muted src="{VIDEO_WITH_SOUND}"></video><h1>Welkom</h1>',
        note="it has sound, but nobody can turn it on",
    ),
    inapplicable(f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"></video>'),
    inapplicable(f'<html lang=nl><video controls style="visibility:hidden" src="{VIDEO_WITHOUT_SOUND}"></video>'),
)
