"""Elements with a role have the states and properties the role needs (ACT 4e8ab6)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.focus import tab_index
from rules.knowledge.aria_attributes import html_or_svg
from rules.knowledge.aria_roles import REQUIRED
from rules.knowledge.roles import explicit_role
from rules.knowledge.semantics import exposed, implicit_role
from rules.page import Element, Page

RULE = Rule(
    id="role-has-required-states",
    act=("4e8ab6",),
    axe=("aria-required-attr",),
    title=Words("Onderdeel met een rol vertelt zijn toestand", "Element with a role tells its state"),
    why=Words(
        "Bij sommige rollen hoort een toestand: een selectievakje is aangevinkt of niet, een keuzelijst is open of "
        "dicht. Ontbreekt die, dan hoort wie een schermlezer gebruikt niet hoe het onderdeel ervoor staat.",
        "Some roles come with a state: a checkbox is checked or not, a combo box is open or closed. When it is "
        "missing, screen reader users do not hear what state the element is in.",
    ),
    repair=Words(
        "Geef het onderdeel de toestand die bij zijn rol hoort en werk die bij als zij verandert, of gebruik het "
        "gewone HTML-element, dat dit vanzelf doet.",
        "Give the element the state that belongs to its role and update it when it changes, or use the native HTML "
        "element, which does so by itself.",
    ),
    requirements=(),
    secondary=("wcag:1.3.1", "wcag:4.1.2"),
    sentences={
        "missing": Words(
            "Dit onderdeel heeft de rol ‘{role}’, maar mist wat daarbij hoort: {attributes}.",
            "This element has the role “{role}” but lacks what belongs to it: {attributes}.",
        ),
        "popup-not-linked": Words(
            "Dit invoerveld met keuzelijst zegt niet welke lijst erbij hoort (aria-controls). Kan iemand met een "
            "schermlezer de lijst toch vinden en gebruiken als die open is?",
            "This combo box does not say which list belongs to it (aria-controls). Can a screen reader user still "
            "find and use the list when it is open?",
        ),
    },
)

_NATIVE_VALUE = frozenset(("meter", "progress"))


def applies(page: Page) -> Iterable[Target]:
    """Exposed HTML and SVG elements whose explicit role differs from their implicit one."""
    for element in page.with_attribute("role"):
        role = explicit_role(element)
        if role and html_or_svg(element) and role != implicit_role(element) and exposed(element):
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: the required states and properties without a default are set and not empty.

    A native state (``checked`` of a checkbox, the value of a range) stands for the attribute, as the mappings say.
    """
    role = explicit_role(target)
    required = REQUIRED.get(role, frozenset())
    if role == "separator" and tab_index(target) is not None:
        required = frozenset(("aria-valuenow",))
    missing = sorted(a for a in required if not target.get(a).strip() and not _native(target, a))
    if not missing:
        return passed()
    if role == "combobox" and missing == ["aria-controls"]:
        # Required in WAI-ARIA 1.2, no longer in 1.3; while the list is closed it often does not exist.
        return cannot_tell("popup-not-linked")
    return failed("missing", role=role, attributes=", ".join(missing))


def _native(element: Element, attribute: str) -> bool:
    """The host language sets the state by itself."""
    if not element.is_html:
        return False
    if attribute == "aria-checked":
        return element.tag == "option" or (
            element.tag == "input" and element.get("type").strip().lower() in ("checkbox", "radio")
        )
    if attribute == "aria-valuenow":
        return element.tag in _NATIVE_VALUE or (
            element.tag == "input" and element.get("type").strip().lower() in ("range", "number")
        )
    if attribute == "aria-level":
        return element.tag in ("h1", "h2", "h3", "h4", "h5", "h6")
    if attribute == "aria-expanded":
        return element.tag == "select"
    return False


EXAMPLES = (
    passes("<html lang=nl><div role=checkbox tabindex=0 aria-checked=mixed>Alles</div>"),
    passes("<html lang=nl><div role=button tabindex=0>Versturen</div>", note="nothing required"),
    passes("<html lang=nl><div role=option>Nee</div><div role=tab>Ja</div>", note="aria-selected has a default"),
    passes("<html lang=nl><input type=checkbox role=switch aria-label=Donker>", note="checked is the state"),
    passes("<html lang=nl><input role=combobox aria-expanded=false aria-controls=l aria-label=Plaats><ul id=l></ul>"),
    passes("<html lang=nl><hr role=presentation><div role=separator></div>", note="a separator without focus"),
    fails("missing", "<html lang=nl><div role=checkbox tabindex=0>Ik ga akkoord</div>"),
    fails("missing", '<html lang=nl><div role=radio tabindex=0 aria-checked="">Ja</div>', note="empty is not set"),
    fails("missing", "<html lang=nl><p role=heading>Nieuws</p>"),
    fails("missing", "<html lang=nl><div role=slider tabindex=0 aria-valuemin=0 aria-valuemax=9>x</div>"),
    fails("missing", "<html lang=nl><div role=separator tabindex=0>x</div>"),
    fails("missing", "<html lang=nl><button role=switch aria-pressed=true>Donker</button>"),
    fails("missing", "<html lang=nl><input role=combobox aria-label=Plaats>"),
    fails("missing", "<html lang=nl><div role='knop meter'>40 %</div>", note="the first valid role counts"),
    asks("popup-not-linked", "<html lang=nl><input role=combobox aria-expanded=false aria-label=Plaats>"),
    inapplicable("<html lang=nl><input type=checkbox role=checkbox><h2 role=heading>x</h2>"
                 "<select role=combobox></select>"),
    inapplicable("<html lang=nl><div role=checkbox hidden>x</div><div role=knop>y</div><input type=radio>"),
    inapplicable("<html lang=nl><div aria-hidden=true><div role=slider>x</div></div>"),
)  # fmt: skip
