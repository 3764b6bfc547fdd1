"""A sound track tells what a video without sound shows (ACT d7ba54)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable
from rules.knowledge.media import videos_without_sound
from rules.knowledge.media_alternatives import sound_alternative
from rules.knowledge.sample_media import VIDEO_WITH_SOUND, VIDEO_WITHOUT_SOUND, tone
from rules.page import Page

RULE = Rule(
    id="silent-video-has-audio-track",
    act=("d7ba54",),
    awaits=("hearing",),
    title=Words(
        "Een geluidsspoor vertelt wat een video zonder geluid laat zien",
        "A sound track tells what a video without sound shows",
    ),
    why=Words(
        "Een video zonder geluid zegt niets aan mensen die niet kunnen zien. Zonder tekst of gesproken uitleg missen "
        "zij alles wat de video laat zien.",
        "A video without sound says nothing to people who cannot see. Without text or spoken explanation they miss "
        "all that it shows.",
    ),
    repair=Words(
        "Geef bij de video een geluidsopname die vertelt wat er te zien is.",
        "Give a sound recording with the video that tells what is seen.",
    ),
    requirements=(),
    sentences={
        "none": Words(
            "De video heeft geen geluid en er is geen geluidsopname bij die vertelt wat er te zien is.",
            "The video has no sound, and there is no recording with it that tells what is seen.",
        ),
        "compare": Words(
            "Is er een geluidsopname die alles vertelt wat de video laat zien?",
            "Is there a sound recording that tells all that the video shows?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Visible non-streaming videos without sound."""
    return videos_without_sound(page)


def judge(target: Target) -> Outcome:
    """Expectation: its visual information is available through a sound track."""
    return failed("none") if sound_alternative(target) == "no" else cannot_tell("compare")


EXAMPLES = (
    fails("none", f'<html lang=nl><p>Zo blust u.</p><video controls src="{VIDEO_WITHOUT_SOUND}"></video>'),
    asks(
        "compare",
        f'<html lang=nl><video controls src="{VIDEO_WITHOUT_SOUND}"></video><audio controls src="{tone(4)}"></audio>',
    ),
    asks(
        "compare",
        f'<html lang=nl><video src="{VIDEO_WITHOUT_SOUND}"></video><a href=/opname.mp3>Gesproken uitleg</a>',
    ),
    inapplicable(f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"></video>'),
)
