"""What answers to a click can be reached with the keyboard (WCAG failures F42 and F54)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.links import destination
from rules.knowledge.semantics import semantic_role
from rules.page import Element, Page

RULE = Rule(
    id="mouse-control-works-by-keyboard",
    title=Words(
        "Wat met de muis te bedienen is, werkt ook met het toetsenbord",
        "What works with the mouse works with the keyboard too",
    ),
    why=Words(
        "Wie geen muis kan gebruiken, komt met de Tab-toets niet op dit onderdeel en kan niet doen wat anderen met een "
        "klik doen. Dat treft ook blinde bezoekers en mensen die hun apparaat met de stem bedienen.",
        "People who cannot use a mouse do not get to this element with the Tab key and cannot do what others do with a "
        "click. That includes blind visitors and people who speak to their device.",
    ),
    repair=Words(
        "Maak van een onderdeel dat ergens naartoe leidt een echte link en van een onderdeel dat iets doet een echte "
        "knop.",
        "Make an element that leads somewhere a real link, and one that does something a real button.",
    ),
    requirements=("wcag:2.1.1",),
    secondary=("wcag:1.3.1", "wcag:4.1.2"),
    sentences={
        "goes-by-script": Words(
            "Een klik hierop opent “{address}”, maar de Tab-toets komt er niet en er is op de pagina geen link met "
            "hetzelfde adres.",
            "A click on this opens “{address}”, but the Tab key does not get there and the page has no link to the "
            "same address.",
        ),
        "role-without-focus": Words(
            "Dit onderdeel zegt dat het bediend kan worden (rol {role}) en doet iets bij een klik, maar krijgt met het "
            "toetsenbord nooit de focus.",
            "This element says that it can be operated (role {role}) and answers to a click, but never takes focus "
            "from the keyboard.",
        ),
        "mouse-only": Words(
            "Dit onderdeel doet iets bij een klik met de muis en krijgt met het toetsenbord nooit de focus. Kan wat "
            "het doet ook op een andere manier met het toetsenbord?",
            "This element answers to a click of the mouse and never takes focus from the keyboard. Can what it does be "
            "done with the keyboard in another way?",
        ),
    },
)

_INLINE = ("onclick", "onmousedown", "onmouseup", "ondblclick")
_OPERABLE = frozenset(("button", "link", "checkbox", "switch"))
_PARTS = frozenset(
    ("option", "tab", "menuitem", "menuitemcheckbox", "menuitemradio", "treeitem", "row", "gridcell", "radio")
)
"""Parts of a composite widget: the whole takes the focus for them."""
_COMPOSITES = frozenset(
    ("listbox", "tablist", "menu", "menubar", "tree", "grid", "treegrid", "radiogroup", "combobox", "toolbar")
)
_GOES = re.compile(
    r"(?:location(?:\.href)?\s*=\s*|location\.(?:assign|replace)\(\s*|window\.open\(\s*)['\"]([^'\"\s]+)['\"]"
)


def applies(page: Page) -> Iterable[Target]:
    """Visible HTML elements that listen to clicks and show it, in which and around which nothing takes focus."""
    width, height = page.viewport
    for element in page.elements():
        if not element.is_html or element.tag in ("html", "body", "label", "iframe", "video", "audio", "canvas"):
            continue
        inline = any(element.get(name).strip() for name in _INLINE)
        if not inline and not (element.clickable and element.style("cursor") == "pointer"):
            continue
        if not element.visible or element.focusable or element.get("aria-disabled").lower() == "true":
            continue
        box = element.box
        if box is None or box.area <= 0 or box.area > 0.5 * width * height:
            continue  # A curtain or a part of the page that listens for what is in it.
        if _labels_field(element) or _native(element) or semantic_role(element) in _PARTS:
            continue
        if not _something_takes_focus(element) and not _inside_listener(element):
            yield element


def _native(element: Element) -> bool:
    """A control of HTML's own that is switched off or hidden for now."""
    return element.tag in ("button", "input", "select", "textarea", "option", "summary") or (
        element.tag in ("a", "area") and element.has("href")
    )


def _something_takes_focus(element: Element) -> bool:
    if any(e.focusable for e in element.flat_descendants()):
        return True
    around = (a for a in element.flat_ancestors() if a.tag not in ("html", "body"))
    return any(a.in_tab_order or semantic_role(a) in _COMPOSITES for a in around)


def _labels_field(element: Element) -> bool:
    return element.closest("label", "summary", "option") is not None


def _inside_listener(element: Element) -> bool:
    """An element around it answers to clicks too: that one is judged."""
    around = (a for a in element.flat_ancestors() if a.tag not in ("html", "body"))
    return any(a.clickable and a.style("cursor") == "pointer" for a in around) and not any(
        element.get(name).strip() for name in _INLINE
    )


def judge(target: Target) -> Outcome:
    """Expectation: an element that does something at a click takes focus, or the same can be done elsewhere.

    Fails when the click goes to an address that no link on the page leads to (F42), and when its role promises a
    control (F54). Of others a person must see whether there is another way.
    """
    script = " ".join(target.get(name) for name in _INLINE)
    goes = _GOES.search(script)
    if goes is not None:
        address = goes[1]
        wanted = urljoin(target.document.address, address)
        if any(link.focusable and destination(link) == wanted for link in target.document.page.elements("a", "area")):
            return passed()
        return failed("goes-by-script", address=address[:120])
    role = semantic_role(target)
    if role in _OPERABLE:
        if target.has("aria-disabled") or target.hidden_from_at or target.has("inert"):
            return cannot_tell("mouse-only")
        # With a tabindex of -1 a script may hand it the focus.
        return cannot_tell("mouse-only") if target.has("tabindex") else failed("role-without-focus", role=role)
    return cannot_tell("mouse-only")


EXAMPLES = (
    fails("goes-by-script", "<html lang=nl><p>Lees <span onclick=\"location.href='/regels'\">de regels</span>.</p>"),
    fails("goes-by-script", "<html lang=nl><img alt=Regels width=20 height=20 src=data:, "
          "onclick=\"window.open('/regels')\">"),
    passes("<html lang=nl><span onclick=\"location.href='/regels'\">De regels</span> <a href='/regels'>Regels</a>"),
    fails("role-without-focus", "<html lang=nl><span role=button onclick='x()'>Kalender</span>"),
    asks("mouse-only", "<html lang=nl><div onmousedown='x()'>Toon de kalender</div>"),
    asks("mouse-only", "<html lang=nl><a onclick='x()'>Toon de kalender</a>"),
    asks("mouse-only", "<html lang=nl><div id=k style='cursor:pointer'>Kalender</div><script>"
         "k.addEventListener('click', () => 0)</script>"),
    inapplicable("<html lang=nl><div id=k>Kalender</div><script>k.addEventListener('click', () => 0)</script>",
                 note="nothing shows that it can be clicked: a counter of visits, perhaps"),
    inapplicable("<html lang=nl><div style='cursor:pointer' onclick='x()'><a href='/regels'>De regels</a></div>",
                 note="a card with a link in it"),
    inapplicable("<html lang=nl><button onclick='x()'><span onclick='x()'>Kalender</span></button>"),
    inapplicable("<html lang=nl><div tabindex=0 role=button onclick='x()'>Kalender</div>"),
    inapplicable("<html lang=nl><label onclick='x()'>Akkoord <input type=checkbox></label>"),
    inapplicable("<html lang=nl><button disabled onclick='x()'>Kalender</button>"),
)  # fmt: skip
