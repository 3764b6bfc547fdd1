"""Every aria attribute has a value of its kind (ACT 6a7281)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.knowledge.aria_attributes import ATTRIBUTES, aria_attributes, html_or_svg, valid_value
from rules.page import Element, Page

RULE = Rule(
    id="aria-attribute-value-valid",
    act=("6a7281",),
    axe=("aria-valid-attr-value",),
    title=Words("Aria-kenmerk heeft een geldige waarde", "Aria attribute has a valid value"),
    why=Words(
        "Aria-kenmerken vertellen hulpmiddelen bijvoorbeeld of een menu open is of een veld verplicht. Een waarde die "
        "niet mag, wordt genegeerd of anders opgevat. Wie een schermlezer gebruikt, hoort dan niets of iets verkeerds.",
        "Aria attributes tell assistive technology, for example, whether a menu is open or a field is required. A "
        "value that is not allowed is ignored or misread, so screen reader users hear nothing or something wrong.",
    ),
    repair=Words(
        "Geef het kenmerk een van de waarden die de standaard WAI-ARIA toestaat.",
        "Give the attribute one of the values that the WAI-ARIA standard allows.",
    ),
    requirements=(),
    secondary=("wcag:1.3.1", "wcag:4.1.2"),
    sentences={
        "wrong-value": Words(
            "Een aria-kenmerk van dit onderdeel heeft een waarde die niet mag: {attribute}=‘{value}’.",
            "An aria attribute of this element has a value that is not allowed: {attribute}=“{value}”.",
        ),
    },
)


def _set(element: Element, names: Iterable[str]) -> list[str]:
    """The states and properties among *names* that have a value."""
    return [a for a in names if a in ATTRIBUTES and element.attributes[a].strip()]


def applies(page: Page) -> Iterable[Target]:
    """HTML and SVG elements with a state or property that is not empty, hidden elements too."""
    for element, names in aria_attributes(page):
        if html_or_svg(element) and _set(element, names):
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: each value is of the value type of its attribute."""
    for attribute in _set(target, target.attributes):
        value = target.attributes[attribute]
        if not valid_value(attribute, value):
            return failed("wrong-value", attribute=attribute, value=value.strip()[:60])
    return passed()


EXAMPLES = (
    passes("<html lang=nl><button aria-expanded=false aria-haspopup=true>Menu</button>"),
    passes('<html lang=nl><button aria-expanded="TRUE">Menu</button>', note="browsers do not look at case"),
    passes('<html lang=nl>'
           '<div role=slider tabindex=0 aria-valuenow="-1.5" aria-valuemin="-2e1" aria-valuemax=.5>x</div>'),
    passes('<html lang=nl><div aria-live=polite aria-relevant="additions text">x</div>'),
    passes('<html lang=nl><input aria-errormessage="fout1 fout2" aria-describedby="weg">',
           note="referenced elements need not exist"),
    passes('<html lang=nl><ul><li aria-posinset=1 aria-setsize="-1">x</ul>'),
    fails("wrong-value", '<html lang=nl><button aria-expanded="open">Menu</button>'),
    fails("wrong-value", '<html lang=nl><button aria-pressed="null">x</button>'),
    fails("wrong-value", '<html lang=nl><input aria-required="required">'),
    fails("wrong-value", '<html lang=nl><div role=progressbar aria-valuenow="40%">x</div>'),
    fails("wrong-value", '<html lang=nl><div role=slider tabindex=0 aria-valuenow="NaN">x</div>'),
    fails("wrong-value", '<html lang=nl><div role=heading aria-level="h2">x</div>'),
    fails("wrong-value", '<html lang=nl><div aria-relevant="additions alles">x</div>'),
    fails("wrong-value", '<html lang=nl><div role=listbox tabindex=0 aria-activedescendant="a b"></div>'),
    fails("wrong-value", '<html lang=nl><a href=# aria-current="active">Home</a>'),
    fails("wrong-value", '<html lang=nl><div hidden aria-busy="bezig">x</div>', note="hidden elements count too"),
    fails("wrong-value", '<html lang=nl><svg aria-hidden="ja"></svg>'),
    inapplicable('<html lang=nl><button aria-expanded="" aria-pressed>x</button><p aria-lable=1>x</p><p>y</p>'),
    inapplicable('<html lang=nl><math aria-hidden="ja"></math>'),
)  # fmt: skip
