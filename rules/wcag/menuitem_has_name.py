"""Every menu item of a menu with ARIA roles has a name (ACT m6b1q3)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.knowledge.naming import name_fault
from rules.page import Page

RULE = Rule(
    id="menuitem-has-name",
    act=("m6b1q3",),
    axe=("aria-command-name",),
    title=Words("Keuze in een menu heeft een naam", "Menu item has a name"),
    why=Words(
        "Wie een schermlezer gebruikt, hoort niet welke keuze dit is. Wie de computer met de stem bedient, kan de "
        "keuze niet noemen.",
        "Screen reader users do not hear which choice this is. People who steer by voice cannot call it.",
    ),
    repair=Words(
        "Geef elke keuze in het menu een tekst, of een tekstalternatief als er alleen een pictogram staat.",
        "Give every item of the menu a text, or a text alternative where there is only an icon.",
    ),
    requirements=("wcag:4.1.2",),
    sentences={
        "empty": Words("De keuze in het menu heeft geen naam.", "The menu item has no name."),
        "icon-character": Words(
            "De keuze in het menu heeft alleen een teken uit een pictogrammenlettertype. Dat kan niemand voorlezen.",
            "The menu item holds only a character of an icon font, which cannot be read aloud.",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Exposed HTML elements with the role ``menuitem``."""
    for element in page.with_role("menuitem"):
        if element.is_html and not element.hidden_from_at:
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: a name that is not empty."""
    fault = name_fault(target)
    return failed(fault) if fault else passed()


EXAMPLES = (
    passes("<html lang=nl><ul role=menu><li role=menuitem tabindex=0>Nieuwe melding</ul>"),
    passes('<html lang=nl><div role=menu><button role=menuitem aria-label="Afdrukken"><img src=p.png alt=""></div>'),
    passes('<html lang=nl><div role=menu><button role=menuitem title="Afdrukken"><img src=p.png alt=""></div>'),
    passes('<html lang=nl><div role=menubar><a role=menuitem href="/"><img src=p.png alt="Startpagina"></a></div>'),
    fails("empty", '<html lang=nl><div role=menu><button role=menuitem><img src=p.png alt=""></button></div>'),
    fails("empty", "<html lang=nl><div role=menubar><a role=menuitem href='/'></a></div>"),
    fails("icon-character", "<html lang=nl><div role=menu><span role=menuitem tabindex=0>&#xf013;</span></div>"),
    inapplicable("<html lang=nl><menu><li><a href='#'>Nieuw</a></menu>", note="no ARIA menu"),
    inapplicable("<html lang=nl><div role=menu hidden><button role=menuitem></button></div>"),
    inapplicable("<html lang=nl><div role=menu><div role=menuitemcheckbox></div></div>", note="a form field"),
)
