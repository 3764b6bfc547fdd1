"""No sound of more than three seconds starts by itself without a means to stop it (ACT 80f0bf)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.autoplay import LONGEST, means_to_stop, sound_time, sounding_by_itself
from rules.knowledge.sample_media import VIDEO_WITH_SOUND, VIDEO_WITHOUT_SOUND, tone
from rules.page import Page

RULE = Rule(
    id="no-lasting-autoplay-sound",
    act=("80f0bf",),
    axe=("no-autoplay-audio",),
    awaits=("hearing",),
    title=Words(
        "Geluid dat vanzelf begint, is kort of uit te zetten",
        "Sound that starts by itself is short or can be turned off",
    ),
    why=Words(
        "Geluid dat vanzelf begint, praat door de schermlezer heen waarmee blinde mensen de pagina beluisteren. "
        "Mensen die snel zijn afgeleid, kunnen de pagina dan ook moeilijk lezen.",
        "Sound that starts by itself talks through the screen reader with which blind people listen to the page. "
        "People who are easily distracted also find the page hard to read then.",
    ),
    repair=Words(
        "Laat geluid pas beginnen als de bezoeker daarvoor kiest. Anders: een zichtbare knop met een duidelijke naam "
        "om het te stoppen.",
        "Let sound begin only when the visitor asks for it. Otherwise: a visible button with a clear name to stop it.",
    ),
    requirements=("wcag:1.4.2",),
    sentences={
        "none": Words(
            "Op de pagina begint vanzelf geluid dat {seconds} seconden duurt. Er is geen knop om het te stoppen of "
            "zachter te zetten.",
            "Sound that lasts {seconds} seconds begins by itself on the page. There is no button to stop it or turn "
            "it down.",
        ),
        "which": Words(
            "Op de pagina begint vanzelf geluid. Kan het met een knop op de pagina worden gestopt of uitgezet, en "
            "zegt de naam van die knop dat?",
            "Sound begins by itself on the page. Can it be stopped or turned off with a button on the page, and does "
            "the button's name say so?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Elements with ``autoplay`` that play, unmuted, something of more than 3 seconds with sound."""
    return sounding_by_itself(page)


def judge(target: Target) -> Outcome:
    """Expectation: it can be stopped on the page (ACT 4c31df) or does not sound for more than 3 seconds (aaa1bf)."""
    seconds = sound_time(target)
    means = means_to_stop(target)
    if seconds <= LONGEST or means == "yes":
        return passed()
    return failed("none", seconds=round(seconds)) if means == "no" else cannot_tell("which")


EXAMPLES = (
    fails("none", f'<html lang=nl><h1>Welkom</h1><audio autoplay src="{tone(5)}"></audio>'),
    fails("none", f'<html lang=nl><a href=/nieuws>Nieuws</a><video autoplay src="{VIDEO_WITH_SOUND}"></video>'),
    passes(f'<html lang=nl><video autoplay controls src="{VIDEO_WITH_SOUND}"></video>'),
    passes(f'<html lang=nl><video autoplay src="{VIDEO_WITH_SOUND}#t=1,3"></video>'),
    asks("which", f'<html lang=nl><audio autoplay src="{tone(5)}"></audio><button>Menu</button>'),
    inapplicable(f'<html lang=nl><video autoplay loop muted src="{VIDEO_WITH_SOUND}"></video>'),
    inapplicable(f'<html lang=nl><video autoplay src="{VIDEO_WITHOUT_SOUND}"></video>'),
    inapplicable("<html lang=nl><p>Geen geluid</p>"),
)
