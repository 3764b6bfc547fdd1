"""A text tells what is seen and heard in a video (ACT 1a02b0)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable
from rules.knowledge.media import shown_videos
from rules.knowledge.media_alternatives import transcript
from rules.knowledge.sample_media import VIDEO_WITH_SOUND
from rules.page import Page

RULE = Rule(
    id="video-has-transcript",
    act=("1a02b0",),
    awaits=("hearing",),
    title=Words(
        "Er is een tekst die de hele video vertelt",
        "There is a text that tells the whole video",
    ),
    why=Words(
        "Mensen die niet kunnen zien, horen alleen het geluid van een video. Wat alleen in beeld komt, missen zij.",
        "People who cannot see only hear the sound of a video. They miss what is only shown.",
    ),
    repair=Words(
        "Zet bij de video een tekst die alles vertelt wat er te zien en te horen is, of een link naar zo'n tekst.",
        "Put a text with the video that tells all that is seen and heard, or a link to such a text.",
    ),
    requirements=("wcag:1.2.8",),
    sentences={
        "none": Words(
            "Er is geen tekst die vertelt wat er in de video te zien is: niet op de pagina en niet via een link.",
            "There is no text that tells what is seen in the video: not on the page and not behind a link.",
        ),
        "compare": Words(
            "Is er een tekst, op de pagina of via een link, die alles vertelt wat er in de video te zien en te horen "
            "is?",
            "Is there a text, on the page or behind a link, that tells all that is seen and heard in the video?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Visible non-streaming videos."""
    return shown_videos(page)


def judge(target: Target) -> Outcome:
    """Expectation: a text transcript is in the accessibility tree, on the page or linked."""
    return failed("none") if transcript(target) == "no" else cannot_tell("compare")


EXAMPLES = (
    fails("none", f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"></video>'),
    fails(
        "none",
        "<html lang=nl><p aria-hidden=true>De video toont hoe u een brandblusser gebruikt.</p>"
        f'<video controls src="{VIDEO_WITH_SOUND}"></video>',
    ),
    asks(
        "compare",
        f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"></video><a href=/tekst>Uitgeschreven tekst</a>',
    ),
    asks(
        "compare",
        f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"></video>'
        "<details><summary>Wat is er te zien?</summary></details>",
    ),
    asks(
        "compare",
        '<html lang=nl><p style="position:absolute;left:-9999px">De video toont hoe u een brandblusser gebruikt.</p>'
        f'<video controls src="{VIDEO_WITH_SOUND}"></video>',
        note="for a video the text need not be visible",
    ),
    inapplicable(f'<html lang=nl><video controls style="display:none" src="{VIDEO_WITH_SOUND}"></video>'),
)
