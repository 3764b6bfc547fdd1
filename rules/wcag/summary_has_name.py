"""Every summary that opens and closes details has a name (ACT 2t702h)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.hiding import first_summary
from rules.knowledge.naming import name_fault
from rules.knowledge.roles import explicit_role
from rules.page import Page

RULE = Rule(
    id="summary-has-name",
    act=("2t702h",),
    axe=("summary-name",),
    title=Words("Uitklapknop heeft een naam", "Disclosure summary has a name"),
    why=Words(
        "Wie een schermlezer gebruikt, hoort niet welke tekst hier uitgeklapt kan worden.",
        "Screen reader users do not hear which text can be opened here.",
    ),
    repair=Words(
        "Zet in de uitklapknop (summary) een korte tekst die zegt wat eronder staat.",
        "Put a short text in the summary that says what is underneath.",
    ),
    requirements=("wcag:4.1.2",),
    sentences={
        "empty": Words("De uitklapknop heeft geen naam.", "The disclosure summary has no name."),
        "icon-character": Words(
            "De uitklapknop heeft alleen een teken uit een pictogrammenlettertype. Dat kan niemand voorlezen.",
            "The disclosure summary holds only a character of an icon font, which cannot be read aloud.",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Exposed ``summary`` elements that work as the button of their ``details`` and have no role of their own.

    ``role=none`` does not count as one: the summary takes focus, so the role is ignored.
    """
    for element in page.elements("summary"):
        parent = element.parent_element
        if parent is None or not parent.is_html or parent.tag != "details" or first_summary(parent) is not element:
            continue
        if explicit_role(element) in ("", "none") and not element.hidden_from_at:
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: a name that is not empty and not just that of the marker."""
    if target.ax is None and target.text:
        return passed()
    fault = name_fault(target)
    if not fault and set(target.name) <= set("▸▾▶▼►◀◂ "):
        fault = "empty"
    return failed(fault) if fault else passed()


EXAMPLES = (
    passes("<html lang=nl><details><summary>Openingstijden</summary><p>Altijd open</details>"),
    passes('<html lang=nl><details open><summary aria-label="Openingstijden"></summary><p>Altijd</details>'),
    passes("<html lang=nl><details><summary>Openingstijden</summary><summary></summary></details>",
           note="only the first one is the button"),
    passes('<html lang=nl><details><p>Tekst</p><summary><img src=x alt="Openingstijden"></summary></details>'),
    fails("empty", "<html lang=nl><details><summary></summary><p>Altijd open</details>"),
    fails("empty", "<html lang=nl><details><summary role=none></summary><p>Altijd open</details>"),
    fails("empty", '<html lang=nl><details><summary><img src=pijl.svg alt=""></summary><p>Altijd open</details>'),
    fails("icon-character", "<html lang=nl><details><summary>&#xf078;</summary><p>Altijd open</details>"),
    inapplicable("<html lang=nl><summary></summary>", note="not in details"),
    inapplicable("<html lang=nl><details><div><summary></summary></div></details>"),
    inapplicable("<html lang=nl><details hidden><summary></summary></details>"),
    inapplicable("<html lang=nl><details><summary role=button></summary></details>", note="a button: other rule"),
    inapplicable("<html lang=nl><details>Zonder knop</details>", note="the browser makes its own button"),
)  # fmt: skip
