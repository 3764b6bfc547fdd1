"""What is shown in a video is said in its sound (ACT 1ea59c)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable
from rules.knowledge.media import videos_with_sound
from rules.knowledge.media_alternatives import description
from rules.knowledge.sample_media import VIDEO_WITH_SOUND, VIDEO_WITHOUT_SOUND, tone
from rules.page import Page

RULE = Rule(
    id="video-has-audio-description",
    act=("1ea59c",),
    awaits=("hearing",),
    title=Words("Wat een video laat zien, wordt ook verteld", "What a video shows is told too"),
    why=Words(
        "Mensen die niet kunnen zien, horen alleen het geluid van een video. Wat alleen in beeld komt, missen zij.",
        "People who cannot see only hear the sound of a video. They miss what is only shown.",
    ),
    repair=Words(
        "Vertel in het geluid van de video wat er in beeld van belang is, of geef een versie met gesproken "
        "beschrijving.",
        "Tell in the sound of the video what matters in the picture, or give a version with spoken description.",
    ),
    requirements=(),
    sentences={
        "none": Words(
            "In de video wordt niet gesproken en er is geen geluidsspoor dat vertelt wat er te zien is.",
            "Nobody speaks in the video, and there is no sound track that tells what is seen.",
        ),
        "compare": Words(
            "Luister zonder te kijken: wordt alles verteld wat in beeld van belang is, in de video zelf of in een "
            "apart geluidsspoor?",
            "Listen without looking: is all told that matters in the picture, in the video itself or in a sound track "
            "beside it?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Visible non-streaming videos with sound."""
    return videos_with_sound(page)


def judge(target: Target) -> Outcome:
    """Expectation: its visual information is available in its sound or in an audio description track."""
    return failed("none") if description(target, by_track=True) == "no" else cannot_tell("compare")


EXAMPLES = (
    fails("none", f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"></video>', note="a tone tells nothing"),
    asks(
        "compare",
        f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"></video><audio controls src="{tone(4)}"></audio>',
    ),
    asks(
        "compare",
        f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"></video>'
        "<a href=/ad>Versie met gesproken beschrijving</a>",
    ),
    inapplicable(f'<html lang=nl><video controls src="{VIDEO_WITHOUT_SOUND}"></video>'),
)
