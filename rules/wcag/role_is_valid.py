"""Every role attribute names a role that exists (ACT 674b10)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.knowledge.aria_attributes import html_or_svg
from rules.knowledge.roles import explicit_role
from rules.page import Page

RULE = Rule(
    id="role-is-valid",
    act=("674b10",),
    axe=("aria-roles",),
    title=Words("Rol van een onderdeel bestaat", "Role of an element exists"),
    why=Words(
        "Een rol vertelt hulpmiddelen wat een onderdeel is: een knop, een menu, een tabblad. Een rol die niet bestaat, "
        "wordt genegeerd. Wie een schermlezer gebruikt, hoort dan niet wat het onderdeel is of kan.",
        "A role tells assistive technology what an element is: a button, a menu, a tab. A role that does not exist is "
        "ignored, so screen reader users do not hear what the element is or does.",
    ),
    repair=Words(
        "Gebruik een rol die in de standaard WAI-ARIA staat, of laat de rol weg en gebruik het passende HTML-element.",
        "Use a role from the WAI-ARIA standard, or leave the role out and use the fitting HTML element.",
    ),
    requirements=(),
    secondary=("wcag:1.3.1", "wcag:4.1.2"),
    sentences={
        "unknown": Words(
            "Dit onderdeel heeft een rol die niet bestaat: ‘{role}’.",
            "This element has a role that does not exist: “{role}”.",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """HTML and SVG elements, not programmatically hidden, with a ``role`` that is not only white space."""
    for element in page.with_attribute("role"):
        if element.get("role").split() and html_or_svg(element) and not element.hidden_from_at:
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: at least one token is a role that is not abstract."""
    return passed() if explicit_role(target) else failed("unknown", role=" ".join(target.get("role").split())[:80])


EXAMPLES = (
    passes('<html lang=nl><div role=button tabindex=0>Versturen</div>'),
    passes('<html lang=nl><div role="bestaat-niet region" aria-label=Nieuws>Nieuws</div>',
           note="one valid token is enough"),
    passes('<html lang=nl><div role="BUTTON" tabindex=0>Versturen</div>', note="browsers do not look at case"),
    passes('<html lang=nl><p role="doc-footnote">Noot</p><svg role="graphics-symbol" aria-label=x>'
           '<path d="M0 0h9v9"/></svg>'),
    passes('<html lang=nl><ul role="presentation"><li>x</ul>'),
    fails("unknown", '<html lang=nl><div role="knop" tabindex=0>Versturen</div>'),
    fails("unknown", '<html lang=nl><div role="landmark">Nieuws</div>', note="abstract roles may not be used"),
    fails("unknown", '<html lang=nl><div role="button,link">Nieuws</div>', note="tokens are divided by space only"),
    fails("unknown", '<html lang=nl><div style="position:absolute;left:-999px" role="buton">x</div>',
          note="only off screen"),
    fails("unknown", '<html lang=nl><svg width=9 height=9 role="plaatje"><path d="M0 0h9v9"/></svg>'),
    fails("unknown", '<html lang=nl><iframe srcdoc="<div role=knop>x</div>" title=x></iframe>'),
    inapplicable('<html lang=nl><div role="">x</div><div role=" \t ">x</div><button>y</button>'),
    inapplicable('<html lang=nl><div role=knop hidden>x</div><div role=knop aria-hidden=true>x</div>'
                 '<div role=knop style="visibility:hidden">x</div>'),
    inapplicable('<html lang=nl><math role=knop><mi>x</mi></math>', note="neither HTML nor SVG"),
)  # fmt: skip
