"""A visible text tells what is heard in a recording (ACT 2eb176)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable
from rules.knowledge.media import playable_audio
from rules.knowledge.media_alternatives import transcript
from rules.knowledge.sample_media import tone
from rules.page import Page

RULE = Rule(
    id="audio-has-transcript",
    act=("2eb176",),
    awaits=("hearing",),
    title=Words(
        "Er is een tekst die vertelt wat er te horen is",
        "There is a text that tells what is heard",
    ),
    why=Words(
        "Mensen die doof of slechthorend zijn, kunnen een geluidsopname niet of niet goed horen. Zij kunnen de "
        "informatie alleen krijgen als die ook als tekst te lezen is.",
        "People who are deaf or hard of hearing cannot hear a recording, or not well. They get the information only "
        "if it can also be read as text.",
    ),
    repair=Words(
        "Zet bij de opname de uitgeschreven tekst, of een link daarnaartoe.",
        "Put the written-out text with the recording, or a link to it.",
    ),
    requirements=(),
    sentences={
        "none": Words(
            "Er is geen zichtbare tekst die vertelt wat er te horen is: niet op de pagina en niet via een link.",
            "There is no visible text that tells what is heard: not on the page and not behind a link.",
        ),
        "compare": Words(
            "Is er een tekst, op de pagina of via een link, die alles vertelt wat er te horen is?",
            "Is there a text, on the page or behind a link, that tells all that is heard?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Non-streaming audio that is playing or has a visible, exposed play button."""
    return playable_audio(page)


def judge(target: Target) -> Outcome:
    """Expectation: a text transcript is visible and in the accessibility tree, on the page or linked."""
    return failed("none") if transcript(target, seen=True) == "no" else cannot_tell("compare")


_TEXT = "Dit hoort u: de sirene klinkt anderhalve minuut."

EXAMPLES = (
    fails("none", f'<html lang=nl><audio controls src="{tone(4)}"></audio>'),
    fails("none", f'<html lang=nl><audio controls src="{tone(4)}"></audio><p style="text-indent:-9999px">{_TEXT}</p>'),
    fails("none", f'<html lang=nl><audio controls src="{tone(4)}"></audio><p aria-hidden=true>{_TEXT}</p>'),
    fails("none", f'<html lang=nl><audio autoplay src="{tone(9)}"></audio>', note="it plays by itself"),
    asks("compare", f'<html lang=nl><audio controls src="{tone(4)}"></audio><p>{_TEXT}</p>'),
    asks("compare", f'<html lang=nl><audio controls src="{tone(4)}"></audio><a href=/tekst>Lees de tekst</a>'),
    inapplicable(f'<html lang=nl><audio src="{tone(4)}"></audio>', note="nothing can start it"),
    inapplicable(f'<html lang=nl><audio controls src="{tone(4, loudness=0)}"></audio>', note="silence"),
)
