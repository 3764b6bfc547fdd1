"""Every attribute that starts with aria- exists (ACT 5f99a7)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.knowledge.aria_attributes import ATTRIBUTES, aria_attributes
from rules.page import Page

RULE = Rule(
    id="aria-attribute-defined",
    act=("5f99a7",),
    axe=("aria-valid-attr",),
    title=Words("Aria-kenmerk bestaat", "Aria attribute exists"),
    why=Words(
        "Met aria-kenmerken krijgt een hulpmiddel te horen hoe iets heet of hoe het ervoor staat. Een kenmerk met een "
        "verkeerd gespelde naam wordt genegeerd. Wie een schermlezer gebruikt, mist dan die naam of toestand.",
        "Aria attributes tell assistive technology what something is called or what state it is in. A misspelt one is "
        "ignored, so screen reader users miss that name or state.",
    ),
    repair=Words(
        "Verbeter de naam van het kenmerk, of verwijder het. De standaard WAI-ARIA noemt alle kenmerken die bestaan.",
        "Correct the name of the attribute or remove it. The WAI-ARIA standard lists all attributes that exist.",
    ),
    requirements=(),
    secondary=("wcag:1.3.1", "wcag:4.1.2"),
    sentences={
        "unknown": Words(
            "Dit onderdeel heeft een aria-kenmerk dat niet bestaat: {attributes}.",
            "This element has an aria attribute that does not exist: {attributes}.",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Elements with an attribute whose name starts with ``aria-``, hidden ones too."""
    return [element for element, _ in aria_attributes(page)]


def judge(target: Target) -> Outcome:
    """Expectation: each of these attributes is defined."""
    unknown = [a for a in target.attributes if a.startswith("aria-") and a not in ATTRIBUTES]
    return failed("unknown", attributes=", ".join(a[:60] for a in unknown[:5])) if unknown else passed()


EXAMPLES = (
    passes("<html lang=nl><button aria-expanded=false aria-haspopup=menu>Menu</button>"),
    passes("<html lang=nl><div ARIA-LIVE=polite>Nieuws</div>", note="HTML does not look at case"),
    passes('<html lang=nl><img alt="" aria-description=x aria-braillelabel=y src=x.png>', note="from the next version"),
    fails("unknown", "<html lang=nl><input aria-labeledby=a><span id=a>Naam</span>"),
    fails("unknown", "<html lang=nl><button aria-role=button aria-label=Menu>x</button>"),
    fails("unknown", "<html lang=nl><div hidden aria-discription=x>x</div>", note="hidden elements count too"),
    fails("unknown", "<html lang=nl><svg aria-lable=x></svg>"),
    fails("unknown", "<html lang=nl><p aria->x</p>"),
    inapplicable("<html lang=nl><button data-aria-label=x>Menu</button>"),
)  # fmt: skip
