"""A video without sound repeats text of the page and is labelled so (ACT fd26cf)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable
from rules.knowledge.media import videos_without_sound
from rules.knowledge.media_alternatives import full_text, label
from rules.knowledge.sample_media import VIDEO_WITH_SOUND, VIDEO_WITHOUT_SOUND
from rules.page import Page

RULE = Rule(
    id="silent-video-is-labelled-alternative",
    act=("fd26cf",),
    awaits=("hearing",),
    title=Words(
        "Een video zonder geluid die tekst herhaalt, zegt dat erbij",
        "A video without sound that repeats text says so",
    ),
    why=Words(
        "Een video zonder geluid zegt niets aan mensen die niet kunnen zien. Zonder tekst of gesproken uitleg missen "
        "zij alles wat de video laat zien.",
        "A video without sound says nothing to people who cannot see. Without text or spoken explanation they miss "
        "all that it shows.",
    ),
    repair=Words(
        "Zet alle informatie uit de video als tekst op de pagina en zeg bij de video dat die hetzelfde vertelt.",
        "Put all information of the video on the page as text, and say beside the video that it tells the same.",
    ),
    requirements=(),
    sentences={
        "text": Words(
            "Op de pagina staat geen zichtbare tekst waarin staat wat de video vertelt.",
            "There is no visible text on the page that says what the video tells.",
        ),
        "label": Words(
            "Nergens staat dat de video hetzelfde vertelt als de tekst op de pagina.",
            "Nothing says that the video tells the same as the text on the page.",
        ),
        "compare": Words(
            "Staat alle informatie uit de video ook als tekst op de pagina, en staat er dat de video dezelfde "
            "informatie geeft?",
            "Does all information of the video stand on the page as text too, and is it said that the video gives the "
            "same information?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Visible non-streaming videos without sound."""
    return videos_without_sound(page)


def judge(target: Target) -> Outcome:
    """Expectations: all its information is visible text on the page, and it is labelled as an alternative for that."""
    if full_text(target) == "no":
        return failed("text")
    return failed("label") if label(target) == "no" else cannot_tell("compare")


EXAMPLES = (
    fails("text", f'<html lang=nl><video controls src="{VIDEO_WITHOUT_SOUND}"></video>'),
    fails(
        "label",
        "<html lang=nl><p>Bij brand gaat u naar buiten en belt u 112.</p>"
        f'<video controls src="{VIDEO_WITHOUT_SOUND}"></video>',
    ),
    asks(
        "compare",
        "<html lang=nl><p>Bij brand gaat u naar buiten en belt u 112. U ziet dit ook in het filmpje hieronder.</p>"
        f'<video controls src="{VIDEO_WITHOUT_SOUND}"></video>',
    ),
    inapplicable(f'<html lang=nl><video controls src="{VIDEO_WITH_SOUND}"></video>'),
)
