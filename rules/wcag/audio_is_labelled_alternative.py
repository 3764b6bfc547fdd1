"""A sound recording repeats text of the page and is labelled so (ACT afb423)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable
from rules.knowledge.media import playable_audio
from rules.knowledge.media_alternatives import full_text, label
from rules.knowledge.sample_media import tone
from rules.page import Page

RULE = Rule(
    id="audio-is-labelled-alternative",
    act=("afb423",),
    awaits=("hearing",),
    title=Words(
        "Een geluidsopname die tekst herhaalt, zegt dat erbij",
        "A recording that repeats text says so",
    ),
    why=Words(
        "Mensen die doof of slechthorend zijn, kunnen een geluidsopname niet of niet goed horen. Zij kunnen de "
        "informatie alleen krijgen als die ook als tekst te lezen is.",
        "People who are deaf or hard of hearing cannot hear a recording, or not well. They get the information only "
        "if it can also be read as text.",
    ),
    repair=Words(
        "Zet alles wat te horen is als tekst op de pagina en zeg bij de opname dat die hetzelfde vertelt.",
        "Put all that is heard on the page as text, and say beside the recording that it tells the same.",
    ),
    requirements=(),
    sentences={
        "text": Words(
            "Op de pagina staat geen zichtbare tekst waarin staat wat er te horen is.",
            "There is no visible text on the page that says what is heard.",
        ),
        "label": Words(
            "Nergens staat dat de opname hetzelfde vertelt als de tekst op de pagina.",
            "Nothing says that the recording tells the same as the text on the page.",
        ),
        "compare": Words(
            "Staat alles wat te horen is ook als tekst op de pagina, en staat er dat de opname dezelfde informatie "
            "geeft?",
            "Does all that is heard stand on the page as text too, and is it said that the recording gives the same "
            "information?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Non-streaming audio that is playing or has a visible, exposed play button."""
    return playable_audio(page)


def judge(target: Target) -> Outcome:
    """Expectations: all its information is visible text on the page, and it is labelled as an alternative for that."""
    if full_text(target) == "no":
        return failed("text")
    return failed("label") if label(target) == "no" else cannot_tell("compare")


EXAMPLES = (
    fails("text", f'<html lang=nl><audio controls src="{tone(4)}"></audio>'),
    fails(
        "label",
        f'<html lang=nl><p>De sirene gaat elke eerste maandag af.</p><audio controls src="{tone(4)}"></audio>',
    ),
    asks(
        "compare",
        "<html lang=nl><p>De sirene gaat elke eerste maandag af. U kunt deze tekst ook beluisteren:</p>"
        f'<audio controls src="{tone(4)}"></audio>',
    ),
    inapplicable(f'<html lang=nl><p>Luister mee</p><audio src="{tone(4)}"></audio>', note="nothing can start it"),
)
