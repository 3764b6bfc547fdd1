"""What is heard in a video can be read in captions (ACT f51b46)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, inapplicable
from rules.knowledge.media import videos_with_sound
from rules.knowledge.media_alternatives import captions
from rules.knowledge.sample_media import VIDEO_WITH_SOUND, VIDEO_WITHOUT_SOUND
from rules.page import Page

RULE = Rule(
    id="video-has-captions",
    act=("f51b46",),
    awaits=("hearing",),
    title=Words(
        "Wat in een video te horen is, staat in de ondertiteling",
        "What is heard in a video stands in its captions",
    ),
    why=Words(
        "Mensen die doof of slechthorend zijn, horen niet of niet goed wat er in de video wordt gezegd. Zonder "
        "ondertiteling missen zij die informatie.",
        "People who are deaf or hard of hearing do not hear, or not well, what is said in the video. Without captions "
        "they miss that information.",
    ),
    repair=Words(
        "Geef de video ondertiteling met alles wat er wordt gezegd, en de geluiden die van belang zijn.",
        "Give the video captions with all that is said, and the sounds that matter.",
    ),
    requirements=(),
    sentences={
        "none": Words(
            "In de video wordt gesproken, maar er is geen ondertiteling: er hoort geen ondertitelspoor bij en in "
            "beeld staat geen tekst terwijl er wordt gesproken.",
            "There is speech in the video, but there are no captions: it has no captions track, and no text is in the "
            "picture while somebody speaks.",
        ),
        "broken": Words(
            "In de video wordt gesproken, maar de ondertiteling kan niet worden geladen.",
            "There is speech in the video, but its captions cannot be loaded.",
        ),
        "empty": Words(
            "In de video wordt gesproken, maar in het ondertitelspoor staat geen tekst.",
            "There is speech in the video, but its captions track holds no text.",
        ),
        "track": Words(
            "Bekijk de video met ondertiteling aan: staat alles wat er wordt gezegd, en elk geluid dat van belang is, "
            "goed in de ondertiteling?",
            "Watch the video with its captions on: do they give all that is said, and every sound that matters, "
            "correctly?",
        ),
        "unknown": Words(
            "Er is geen ondertitelspoor gevonden. Bekijk de video: is er informatie te horen die niet als "
            "ondertiteling in beeld staat?",
            "No captions track was found. Watch the video: is there information to be heard that is not in the "
            "picture as captions?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Visible non-streaming videos with sound that is not only silence."""
    return videos_with_sound(page)


def judge(target: Target) -> Outcome:
    """Expectation: audio information that the picture does not convey is available in captions."""
    state = captions(target)
    return failed(state) if state in ("none", "broken", "empty") else cannot_tell(state)


_TRACK = "data:text/vtt,WEBVTT%0A%0A00:00.000%20--%3E%2000:04.000%0AGoedemorgen%20allemaal"

EXAMPLES = (
    asks("unknown", f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"></video>', note="sound, but no speech"),
    asks(
        "track",
        f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"><track kind=captions src="{_TRACK}"></video>',
    ),
    asks("track", f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"><track src="{_TRACK}"></video>'),
    inapplicable(f'<html lang=nl><video controls src="{VIDEO_WITHOUT_SOUND}"></video>'),
    inapplicable(f'<html lang=nl><video controls hidden src="{VIDEO_WITH_SOUND}"></video>'),
    inapplicable(
        f'<html lang=nl><video autoplay muted loop src="{VIDEO_WITH_SOUND}"></video>',
        note="a moving background: nobody can turn its sound on",
    ),
    inapplicable("<html lang=nl><video controls src=/bestaat-niet.mp4></video>", note="there is nothing to play"),
)
