"""Every form field has a name (ACT e086e5)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.naming import name_fault, name_source
from rules.page import Element, Page

RULE = Rule(
    id="form-field-has-name",
    act=("e086e5",),
    axe=("label", "select-name", "aria-input-field-name", "aria-toggle-field-name"),
    title=Words("Invoerveld heeft een naam", "Form field has a name"),
    why=Words(
        "Wie een schermlezer gebruikt, hoort bij dit veld niet wat er ingevuld of gekozen moet worden. Wie de computer "
        "met de stem bedient, kan het veld niet noemen.",
        "Screen reader users do not hear what to fill in or choose. People who steer by voice cannot call the field.",
    ),
    repair=Words(
        "Koppel een zichtbaar label aan het veld, zodat ook hulpmiddelen weten dat die twee bij elkaar horen.",
        "Tie a visible label to the field, so that assistive technology knows that the two belong together.",
    ),
    requirements=("wcag:4.1.2",),
    secondary=("wcag:1.3.1", "wcag:3.3.2"),
    sentences={
        "empty": Words("Het invoerveld heeft geen naam.", "The form field has no name."),
        "icon-character": Words(
            "De naam van het invoerveld is alleen een teken uit een pictogrammenlettertype. Dat kan niemand voorlezen.",
            "The form field's name is only a character of an icon font, which cannot be read aloud.",
        ),
        "file-without-label": Words(
            "Bij dit veld om een bestand te kiezen hoort geen label; de browser zegt alleen ‘{name}’. Is op een andere "
            "manier duidelijk welk bestand gevraagd wordt, ook voor wie het scherm niet ziet?",
            "This field for choosing a file has no label; the browser says only “{name}”. Is it clear in another way "
            "which file is asked for, also to people who cannot see the screen?",
        ),
    },
)

_ROLES = (
    "checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio", "searchbox", "slider",
    "spinbutton", "switch", "textbox",
)  # fmt: skip
_WITHOUT_ROLE = frozenset(("date", "datetime-local", "month", "week", "time", "color"))
"""Fields to which HTML gives no ARIA role; without a name they are the same barrier (WCAG 4.1.2, technique H44)."""


def applies(page: Page) -> Iterable[Target]:
    """Exposed elements with the role of a field, and the native fields that have no ARIA role."""
    for element in page.elements():
        if (element.role in _ROLES or _kind(element) in (*_WITHOUT_ROLE, "file")) and not element.hidden_from_at:
            yield element


def _kind(element: Element) -> str:
    """The type of an ``input`` without a role of its own in ARIA; else ``""``."""
    if element.tag != "input" or not element.is_html or element.has("role"):
        return ""
    return element.get("type").strip().lower()


def judge(target: Target) -> Outcome:
    """Expectation: a name that is not empty."""
    if target.ax is None:
        return passed()  # The browser put off rendering it and cannot say.
    if _kind(target) == "file":
        if name_source(target) in ("value", "contents", "") and not target.get("title").strip():
            return cannot_tell("file-without-label", name=target.name)
        return passed()
    fault = name_fault(target)
    return failed(fault) if fault else passed()


EXAMPLES = (
    passes("<html lang=nl><label for=n>Achternaam</label><input id=n>"),
    passes("<html lang=nl><label>Achternaam <input></label>"),
    passes('<html lang=nl><input aria-label="Zoeken op deze site">'),
    passes('<html lang=nl><p id=w>Woonplaats</p><textarea aria-labelledby=w></textarea>'),
    passes('<html lang=nl><input title="Huisnummer"><input placeholder="Postcode">', note="weak, but a name"),
    passes("<html lang=nl><label for=l>Land</label><select id=l><option>Nederland</select>"),
    passes("<html lang=nl><div role=checkbox tabindex=0>Ik ga akkoord</div>", note="named by its content"),
    passes("<html lang=nl><label>Geboortedatum <input type=date></label><label>Foto <input type=file></label>"),
    passes('<html lang=nl><style>.sr{position:absolute;clip:rect(0,0,0,0)}</style><label class=sr for=z>Zoek</label>'
           "<input id=z type=search>"),
    passes("<html lang=nl><span role=textbox aria-readonly=true title=Noord>Noord</span>",
           note="a title that repeats the value, as of a styled list of choices"),
    fails("empty", "<html lang=nl><p>Achternaam</p><input>", note="text beside the field is not tied to it"),
    fails("empty", "<html lang=nl><input disabled>"),
    fails("empty", "<html lang=nl><label for=x>Naam</label><input id=y>"),
    fails("empty", "<html lang=nl><label for=x></label><input id=x>"),
    fails("empty", "<html lang=nl><label>Naam <div role=textbox contenteditable></div></label>",
          note="a label names native fields only"),
    fails("empty", "<html lang=nl><div role=textbox contenteditable>Jansen</div>", note="content is its value"),
    fails("empty", "<html lang=nl><select><option>Kies een gemeente</select>"),
    fails("empty", "<html lang=nl><span role=switch tabindex=0></span>"),
    fails("empty", "<html lang=nl><input type=date>", note="no ARIA role, the same barrier"),
    fails("empty", "<html lang=nl><div><input type=checkbox id=a> Ik ga akkoord</div>"),
    fails("icon-character", '<html lang=nl><label for=z>&#xf002;</label><input id=z>'),
    asks("file-without-label", "<html lang=nl><input type=file>"),
    inapplicable("<html lang=nl><input type=hidden><input hidden><input aria-hidden=true tabindex=-1>"),
    inapplicable("<html lang=nl><select role=none disabled><option>x</select>"),
    inapplicable("<html lang=nl><button>Verzenden</button><ul role=menu><li role=menuitem>Nieuw</ul>"),
)  # fmt: skip
