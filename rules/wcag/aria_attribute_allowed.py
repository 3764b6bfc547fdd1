"""Aria attributes fit the role of their element (ACT 5c01ea)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.aria_attributes import ATTRIBUTES, GLOBAL, aria_attributes, html_or_svg
from rules.knowledge.aria_roles import SUPPORTED
from rules.knowledge.roles import explicit_role
from rules.knowledge.semantics import custom, exposed, semantic_role
from rules.page import Element, Page

RULE = Rule(
    id="aria-attribute-allowed",
    act=("5c01ea",),
    axe=("aria-allowed-attr", "aria-conditional-attr"),
    title=Words("Aria-kenmerk past bij het onderdeel", "Aria attribute fits its element"),
    why=Words(
        "Hulpmiddelen negeren een aria-kenmerk dat niet bij de rol van een onderdeel hoort. Zo hoort wie een "
        "schermlezer gebruikt bijvoorbeeld niet dat een menu open is, ook al staat het in de code.",
        "Assistive technology ignores an aria attribute that does not belong to the element's role. Screen reader "
        "users then do not hear, for example, that a menu is open, although the code says so.",
    ),
    repair=Words(
        "Zet het kenmerk op het onderdeel waar het bij hoort (bijvoorbeeld de knop die het menu opent), of geef het "
        "onderdeel de rol die het werkelijk heeft.",
        "Put the attribute on the element it belongs to (for example the button that opens the menu), or give the "
        "element the role it really has.",
    ),
    requirements=(),
    secondary=("wcag:1.3.1", "wcag:4.1.2"),
    sentences={
        "not-for-role": Words(
            "Dit onderdeel heeft een aria-kenmerk dat niet bij zijn rol ({role}) hoort: {attributes}.",
            "This element has an aria attribute that does not belong to its role ({role}): {attributes}.",
        ),
        "no-role": Words(
            "Dit onderdeel heeft geen rol, en dan werkt dit aria-kenmerk niet: {attributes}.",
            "This element has no role, so this aria attribute does nothing: {attributes}.",
        ),
        "own-element": Words(
            "Dit zelfgemaakte onderdeel ({tag}) heeft een aria-kenmerk maar geen rol: {attributes}. Hoort iemand met "
            "een schermlezer deze toestand op een onderdeel erbinnen?",
            "This custom element ({tag}) has an aria attribute but no role: {attributes}. Does a screen reader user "
            "hear this state on an element inside it?",
        ),
    },
)

_AS_ROLE = {
    "audio": "application", "video": "application", "embed": "application", "object": "application",
    "iframe": "application", "summary": "button", "body": "application", "html": "application",
}  # fmt: skip
"""ARIA in HTML: elements without a role of their own that may carry the attributes of this role."""
_TEXT_FIELDS = frozenset(("date", "datetime-local", "month", "password", "time", "week"))


def applies(page: Page) -> Iterable[Target]:
    """Exposed HTML and SVG elements with a state or property, whatever its value."""
    for element, names in aria_attributes(page):
        if any(a in ATTRIBUTES for a in names) and html_or_svg(element) and exposed(element):
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: each attribute is global, or of the semantic role, or allowed by ARIA in HTML."""
    local = [a for a in target.attributes if a in ATTRIBUTES and a not in GLOBAL]
    if not local:
        return passed()
    role = semantic_role(target)
    allowed = SUPPORTED.get(role, frozenset()) | _by_language(target)
    wrong = ", ".join(a for a in local if a not in allowed)
    if not wrong:
        return passed()
    if custom(target) and role == "generic":
        return cannot_tell("own-element", tag=target.tag[:60], attributes=wrong)
    if role in ("", "none", "generic"):
        return failed("no-role", attributes=wrong)
    return failed("not-for-role", role=role, attributes=wrong)


def _by_language(element: Element) -> frozenset[str]:
    """What ARIA in HTML allows on the element besides what its role allows."""
    if not element.is_html or explicit_role(element):
        return frozenset()
    if element.tag == "input":
        kind = element.get("type").strip().lower()
        if kind in _TEXT_FIELDS:
            return SUPPORTED["textbox"] | SUPPORTED["combobox"]
        return frozenset(("aria-required",)) if kind in ("file", "color") else frozenset()
    role = _AS_ROLE.get(element.tag)
    return SUPPORTED[role] if role else frozenset()


EXAMPLES = (
    passes("<html lang=nl><button aria-expanded=false aria-controls=m>Menu</button>"),
    passes("<html lang=nl><div aria-live=polite aria-invalid=false>Nieuws</div>",
           note="global attributes fit everywhere"),
    passes("<html lang=nl><a href=/ aria-expanded=true>Wonen</a>"),
    passes("<html lang=nl><table role=grid><tr><td aria-selected=true tabindex=0>1</table>", note="a cell of a grid"),
    passes("<html lang=nl><table><tr aria-rowindex=3><th aria-sort=ascending scope=col>Naam<tr><td>x</table>"),
    passes("<html lang=nl><input type=date aria-required=true><input type=file aria-required=true>"),
    passes("<html lang=nl><video aria-activedescendant=x controls></video>", note="as the application role"),
    passes("<html lang=nl><img role=none tabindex=0 aria-hidden=false alt=x src=x.png>"),
    passes("<html lang=nl><select aria-required=true><option aria-selected=true>1</select>"),
    passes("<html lang=nl><input list=l aria-expanded=true><datalist id=l></datalist>", note="a combo box"),
    fails("not-for-role", "<html lang=nl><ul><li aria-expanded=false><a href=/>Wonen</a></ul>"),
    fails("not-for-role", "<html lang=nl><input aria-expanded=false aria-label=Zoeken>"),
    fails("not-for-role", "<html lang=nl><a href=/ aria-selected=true>Tab</a>"),
    fails("not-for-role", "<html lang=nl><table><tr><td aria-selected=true>1</table>", note="a cell of a plain table"),
    fails("no-role", "<html lang=nl><div aria-expanded=false>Menu</div>"),
    fails("no-role", '<html lang=nl><button disabled role=none aria-pressed="">x</button>', note="takes no focus"),
    fails("no-role", "<html lang=nl><label aria-required=true>Naam <input></label>"),
    asks("own-element", "<html lang=nl><mijn-menu aria-expanded=false>Menu</mijn-menu>"),
    inapplicable("<html lang=nl><li hidden aria-expanded=false>x</li><div aria-lable=x>y</div><p>z</p>"),
    inapplicable("<html lang=nl><div aria-hidden=true aria-sort=none>x</div><button>a<b aria-sort=none>b</b></button>"),
)  # fmt: skip
