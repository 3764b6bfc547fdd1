"""Sound that starts by itself can be stopped on the page (ACT 4c31df)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.autoplay import means_to_stop, sounding_by_itself
from rules.knowledge.sample_media import tone
from rules.page import Page

RULE = Rule(
    id="autoplay-sound-can-be-stopped",
    act=("4c31df",),
    awaits=("hearing",),
    title=Words(
        "Geluid dat vanzelf begint, is op de pagina uit te zetten",
        "Sound that starts by itself can be turned off on the page",
    ),
    why=Words(
        "Geluid dat vanzelf begint, praat door de schermlezer heen waarmee blinde mensen de pagina beluisteren. "
        "Mensen die snel zijn afgeleid, kunnen de pagina dan ook moeilijk lezen.",
        "Sound that starts by itself talks through the screen reader with which blind people listen to the page. "
        "People who are easily distracted also find the page hard to read then.",
    ),
    repair=Words(
        "Zet bovenaan de pagina een zichtbare knop met een duidelijke naam waarmee iedereen het geluid kan stoppen.",
        "Put a visible button with a clear name at the top of the page, with which anybody can stop the sound.",
    ),
    requirements=(),
    sentences={
        "none": Words(
            "Het geluid begint vanzelf en er is geen knop om het te stoppen of zachter te zetten.",
            "The sound begins by itself and there is no button to stop it or turn it down.",
        ),
        "which": Words(
            "Het geluid begint vanzelf. Kan het met een knop op de pagina worden gestopt of uitgezet, en zegt de naam "
            "van die knop dat?",
            "The sound begins by itself. Can it be stopped or turned off with a button on the page, and does the "
            "button's name say so?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Elements with ``autoplay`` that play, unmuted, something of more than 3 seconds with sound."""
    return sounding_by_itself(page)


def judge(target: Target) -> Outcome:
    """Expectations: an instrument on the page pauses, stops or silences it; it is visible, named and exposed."""
    match means_to_stop(target):
        case "yes":
            return passed()
        case "no":
            return failed("none")
        case _:
            return cannot_tell("which")


EXAMPLES = (
    fails("none", f'<html lang=nl><h1>Welkom</h1><audio autoplay src="{tone(5)}"></audio>'),
    fails("none", f'<html lang=nl><audio autoplay src="{tone(5)}"></audio><button hidden>Stop geluid</button>'),
    fails(
        "none",
        f'<html lang=nl><audio autoplay src="{tone(5)}"></audio><p aria-hidden=true><button>Stop</button></p>',
    ),
    fails("none", f'<html lang=nl><audio autoplay src="{tone(5)}"></audio><button><img alt="" src=data:,></button>'),
    fails("none", f'<html lang=nl><audio autoplay controls style="display:none" src="{tone(5)}"></audio>'),
    passes(f'<html lang=nl><audio autoplay controls src="{tone(5)}"></audio>'),
    passes(f'<html lang=nl><audio autoplay src="{tone(5)}"></audio><button>Geluid uit</button>'),
    asks("which", f'<html lang=nl><audio autoplay src="{tone(5)}"></audio><button>Menu</button>'),
    inapplicable(f'<html lang=nl><audio autoplay muted src="{tone(5)}"></audio>'),
)
