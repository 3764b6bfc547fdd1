"""A control does not give its focus away the moment it takes it (WCAG failure F55)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.page import Page

RULE = Rule(
    id="focus-is-not-taken-away",
    title=Words("Een onderdeel houdt de focus die het krijgt", "An element keeps the focus that it takes"),
    why=Words(
        "Wie met het toetsenbord werkt, raakt de focus kwijt zodra hij bij dit onderdeel komt en kan het dus niet "
        "bedienen.",
        "People who work with the keyboard lose the focus as soon as they get to this element, so they cannot operate "
        "it.",
    ),
    repair=Words(
        "Haal het script weg dat de focus weghaalt. Stoort de rand om het onderdeel, geef die dan een andere vorm.",
        "Remove the script that takes the focus away. If the outline is unwanted, give it another form.",
    ),
    requirements=("wcag:2.1.1",),
    secondary=("wcag:2.4.7", "wcag:3.2.1"),
    sentences={
        "blurs": Words(
            "Een script haalt de focus weg zodra dit onderdeel die krijgt.",
            "A script takes the focus away as soon as this element gets it.",
        ),
    },
)

_BLUR = re.compile(r"^\s*(?:javascript:)?\s*(?:if\s*\(\s*this\.blur\s*\)\s*)?this\s*\.\s*blur\s*\(\s*\)", re.IGNORECASE)


def applies(page: Page) -> Iterable[Target]:
    """Stops for the Tab key with a script of their own for the moment that they take focus."""
    for element in page.with_attribute("onfocus"):
        if element.is_html and element.in_tab_order:
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: the script does not begin by taking the focus away."""
    return failed("blurs") if _BLUR.search(target.get("onfocus")) else passed()


EXAMPLES = (
    fails("blurs", "<html lang=nl><a href='/a' onfocus='this.blur()'>Glas</a>"),
    fails("blurs", "<html lang=nl><input aria-label=Naam onfocus='if(this.blur)this.blur();'>"),
    passes("<html lang=nl><input aria-label=Naam onfocus='this.select()'>"),
    passes("<html lang=nl><input aria-label=Naam onfocus='if (closed) this.blur()'>", note="not always"),
    inapplicable("<html lang=nl><a href='/a'>Glas</a>"),
    inapplicable("<html lang=nl><a href='/a' tabindex=-1 onfocus='this.blur()'>Glas</a>"),
)
