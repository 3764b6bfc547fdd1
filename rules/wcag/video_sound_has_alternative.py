"""A video has captions, or only repeats text of the page (ACT eac66b)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, inapplicable
from rules.knowledge.media import videos_with_sound
from rules.knowledge.media_alternatives import captions, media_alternative
from rules.knowledge.sample_media import VIDEO_WITH_SOUND, VIDEO_WITHOUT_SOUND
from rules.page import Page

RULE = Rule(
    id="video-sound-has-alternative",
    act=("eac66b",),
    axe=("video-caption",),
    awaits=("hearing",),
    title=Words("Een video met geluid heeft ondertiteling", "A video with sound has captions"),
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
    requirements=("wcag:1.2.2",),
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
        "repeats": Words(
            "In de video wordt gesproken en er is geen ondertiteling. Herhaalt de video alleen wat als tekst op de "
            "pagina staat, en staat dat er ook bij? Anders moet er ondertiteling bij.",
            "There is speech in the video and there are no captions. Does the video only repeat what stands on the "
            "page as text, and is that said there? If not, it needs captions.",
        ),
        "unknown": Words(
            "Er is geen ondertitelspoor gevonden. Bekijk de video: is er informatie te horen die niet als "
            "ondertiteling in beeld staat, en die ook niet als tekst op de pagina staat?",
            "No captions track was found. Watch the video: is there information to be heard that is not in the "
            "picture as captions, nor on the page as text?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Visible non-streaming videos with sound."""
    return videos_with_sound(page)


def judge(target: Target) -> Outcome:
    """Expectation: it has captions (ACT f51b46), or is labelled as an alternative for text on the page (ACT ab4d13)."""
    state = captions(target)
    if state not in ("none", "broken", "empty"):
        return cannot_tell(state)
    return failed(state) if media_alternative(target) == "no" else cannot_tell("repeats")


_TRACK = "data:text/vtt,WEBVTT%0A%0A00:00.000%20--%3E%2000:04.000%0AGoedemorgen%20allemaal"

EXAMPLES = (
    asks("unknown", f'<html lang=nl><h1>Brandveilig wonen</h1><video controls src="{VIDEO_WITH_SOUND}"></video>'),
    asks(
        "track",
        f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"><track kind=captions src="{_TRACK}"></video>',
    ),
    inapplicable(f'<html lang=nl><video controls src="{VIDEO_WITHOUT_SOUND}"></video>'),
    inapplicable(f'<html lang=nl><video autoplay muted loop src="{VIDEO_WITH_SOUND}"></video>'),
    inapplicable("<html lang=nl><video></video><p>Nog geen video gekozen</p>"),
)
