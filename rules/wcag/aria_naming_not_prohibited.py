"""Names and role descriptions stand only on elements that may have them (ACT kb1m8s)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.aria_attributes import GLOBAL, aria_attributes, html_or_svg
from rules.knowledge.aria_roles import prohibited
from rules.knowledge.semantics import custom, exposed, semantic_role
from rules.page import Page

RULE = Rule(
    id="aria-naming-not-prohibited",
    act=("kb1m8s",),
    axe=("aria-prohibited-attr",),
    title=Words("Naam staat op een onderdeel dat een naam mag hebben", "Name stands on an element that may have one"),
    why=Words(
        "Gewone tekst en blokken zonder rol mogen geen eigen naam krijgen. Veel schermlezers lezen zo'n naam "
        "niet voor. "
        "De informatie bereikt dan niet iedereen.",
        "Plain text and blocks without a role may not be given a name of their own. Many screen readers do not read "
        "such a name, so the information does not reach everybody.",
    ),
    repair=Words(
        "Zet de informatie in gewone tekst, of geef het onderdeel de rol die het heeft, bijvoorbeeld van afbeelding of "
        "groep.",
        "Put the information in plain text, or give the element the role it has, such as image or group.",
    ),
    requirements=(),
    secondary=("wcag:1.3.1",),
    sentences={
        "prohibited": Words(
            "Dit onderdeel ({tag}) mag dit kenmerk niet hebben, zodat hulpmiddelen het kunnen negeren: "
            "{attributes} (‘{value}’).",
            "This element ({tag}) may not have this attribute, so assistive technology may ignore it: "
            "{attributes} (“{value}”).",
        ),
        "own-element": Words(
            "Dit zelfgemaakte onderdeel ({tag}) heeft een naam (‘{value}’) maar geen rol. Leest een schermlezer die "
            "naam voor, bijvoorbeeld op een knop erbinnen?",
            "This custom element ({tag}) has a name (“{value}”) but no role. Does a screen reader read that name, for "
            "example on a button inside?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Exposed HTML and SVG elements with a global state or property."""
    for element, names in aria_attributes(page):
        if any(a in GLOBAL for a in names) and html_or_svg(element) and exposed(element):
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: none of the attributes is prohibited for the semantic role. Empty ones say nothing."""
    role = semantic_role(target)
    banned = prohibited(role)
    found = [a for a in target.attributes if a in banned and target.attributes[a].strip()]
    if not found:
        return passed()
    value = " ".join(target.attributes[found[0]].split())[:80]
    if custom(target) and role == "generic":
        return cannot_tell("own-element", tag=target.tag[:60], value=value)
    return failed("prohibited", tag=target.tag[:60], attributes=", ".join(found), value=value)


EXAMPLES = (
    passes("<html lang=nl><button aria-label=Sluiten>x</button>"),
    passes("<html lang=nl><div role=group aria-label=Adres>x</div><section aria-label=Nieuws>y</section>"),
    passes("<html lang=nl><span role=img aria-label=Gelukt>✓</span>"),
    passes("<html lang=nl><p aria-describedby=x aria-live=polite>Nieuws</p><span id=x>y</span>"),
    passes('<html lang=nl><div aria-label="">Nieuws</div>', note="empty says nothing"),
    passes("<html lang=nl><svg aria-label=Logo width=9 height=9><path aria-label=x d='M0 0h9v9'/></svg>"),
    passes("<html lang=nl><img alt='' aria-label=Kaart src=x.png>", note="named, so an image after all"),
    passes("<html lang=nl><ul aria-label=Menu><li aria-label=x>y</ul><time aria-label=x>1 mei</time>"),
    passes("<html lang=nl><article><header aria-label=Kop>x</header></article><label aria-label=x>Naam <input>"
           "</label>"),
    fails("prohibited", "<html lang=nl><div aria-label='Openingstijden'>9-17 uur</div>"),
    fails("prohibited", "<html lang=nl><i class=icon aria-label=Facebook></i><p>x"),
    fails("prohibited", "<html lang=nl><b id=k>Let op</b><p aria-labelledby=k>Het water stijgt.</p>"),
    fails("prohibited", "<html lang=nl><strong aria-label=x>Let op</strong>"),
    fails("prohibited", "<html lang=nl><table><caption aria-label=x>Standen</caption><tr><td>1</table>"),
    fails("prohibited", "<html lang=nl><div role=generic aria-roledescription=dia>x</div>"),
    fails("prohibited", "<html lang=nl><div role=none aria-label=x>y</div>", note="the conflict makes it generic"),
    fails("prohibited", "<html lang=nl><a aria-label=Wonen>Wonen</a>", note="without href it is no link"),
    fails("prohibited", "<html lang=nl><ul role=tablist aria-label=x><li aria-label=y><a role=tab href=#>z</a></ul>",
          note="an li that is not in a list"),
    asks("own-element", "<html lang=nl><mijn-icoon aria-label=Zoeken>x</mijn-icoon>"),
    inapplicable("<html lang=nl><div hidden aria-label=x>x</div><p aria-expanded=true>y</p><p>z</p>"),
)  # fmt: skip
