"""Sound that starts by itself stops within three seconds (ACT aaa1bf)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.knowledge.autoplay import LONGEST, sound_time, sounding_by_itself
from rules.knowledge.sample_media import VIDEO_WITH_SOUND, VIDEO_WITHOUT_SOUND, tone
from rules.page import Page

RULE = Rule(
    id="autoplay-sound-is-short",
    act=("aaa1bf",),
    awaits=("hearing",),
    title=Words(
        "Geluid dat vanzelf begint, duurt hooguit drie seconden",
        "Sound that starts by itself lasts three seconds at most",
    ),
    why=Words(
        "Geluid dat vanzelf begint, praat door de schermlezer heen waarmee blinde mensen de pagina beluisteren. "
        "Mensen die snel zijn afgeleid, kunnen de pagina dan ook moeilijk lezen.",
        "Sound that starts by itself talks through the screen reader with which blind people listen to the page. "
        "People who are easily distracted also find the page hard to read then.",
    ),
    repair=Words(
        "Laat geluid pas beginnen als de bezoeker daarvoor kiest, of laat het binnen drie seconden stoppen.",
        "Let sound begin only when the visitor asks for it, or let it stop within three seconds.",
    ),
    requirements=(),
    sentences={
        "long": Words(
            "Het geluid begint vanzelf en duurt {seconds} seconden.",
            "The sound begins by itself and lasts {seconds} seconds.",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Elements with ``autoplay`` that play, unmuted, something of more than 3 seconds with sound."""
    return sounding_by_itself(page)


def judge(target: Target) -> Outcome:
    """Expectation: the total audio output does not last more than 3 seconds."""
    seconds = sound_time(target)
    return passed() if seconds <= LONGEST else failed("long", seconds=round(seconds))


EXAMPLES = (
    fails("long", f'<html lang=nl><audio autoplay src="{tone(5)}"></audio>'),
    fails("long", f'<html lang=nl><video autoplay controls src="{VIDEO_WITH_SOUND}"></video>'),
    passes(f'<html lang=nl><video autoplay src="{VIDEO_WITH_SOUND}#t=1,3"></video>', note="two seconds of it"),
    inapplicable(f'<html lang=nl><audio autoplay src="{tone(2)}"></audio>'),
    inapplicable(f'<html lang=nl><audio autoplay muted src="{tone(5)}"></audio>'),
    inapplicable(f'<html lang=nl><audio autoplay src="{tone(5, loudness=0)}"></audio>', note="silence"),
    inapplicable(f'<html lang=nl><audio controls src="{tone(5)}"></audio>'),
    inapplicable(f'<html lang=nl><video autoplay src="{VIDEO_WITHOUT_SOUND}"></video>'),
    inapplicable(
        f'<html lang=nl><audio id=a autoplay src="{tone(5)}"></audio><script>a.autoplay = false; a.pause()</script>'
    ),
)
