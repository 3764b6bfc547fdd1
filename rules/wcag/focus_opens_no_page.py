"""Taking the focus does not by itself open another page (WCAG 3.2.1; failure F52 has the like for opening windows)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.page import Element, Page

RULE = Rule(
    id="focus-opens-no-page",
    awaits=("stepping",),
    title=Words("Focus alleen opent geen andere pagina", "Focus alone opens no other page"),
    why=Words(
        "Wie met Tab langs de onderdelen loopt, wil alleen verder. Gaat er dan vanzelf een andere pagina open, dan "
        "kunnen blinde mensen en mensen die het toetsenbord gebruiken de rest niet bereiken.",
        "People who step along with Tab only want to go on. When another page opens by itself, blind people and people "
        "who use the keyboard cannot reach the rest.",
    ),
    repair=Words(
        "Laat pas iets gebeuren als de bezoeker het onderdeel bedient (Enter, spatie of een klik).",
        "Let something happen only when the visitor operates the element (Enter, Space or a click).",
    ),
    requirements=("wcag:3.2.1",),
    sentences={
        "leaves": Words(
            "Zodra dit onderdeel de focus krijgt, gaat een andere pagina open: {to}.",
            "As soon as this element takes the focus, another page opens: {to}.",
        ),
    },
)


def _leaving(page: Page) -> dict[Element, str]:
    found: dict[Element, str] = {}
    for document in page.documents:
        for entry in (document.record("stepping") or {}).get("leaving", ()):
            element = document.element_at(entry["path"])
            if element is not None:
                found[element] = str(entry["to"])
    return found


def applies(page: Page) -> Iterable[Target]:
    """The stops for the Tab key that opened a page, else the page as a whole when all its stops were met."""
    found = sorted(_leaving(page), key=lambda element: element.index)
    record = page.document.record("stepping") or {}
    root = page.document.root
    if found or root is None:
        return found
    return [root] if record.get("stops") and record.get("all") else []


def judge(target: Target) -> Outcome:
    """Expectation: receiving focus "does not initiate a change of context" (SC 3.2.1), here: no other page opens."""
    to = _leaving(target.document.page).get(target)
    return passed() if to is None else failed("leaves", to=to)


EXAMPLES = (
    fails("leaves", "<!doctype html><html lang=nl><a href='/a'>Glas</a> "
          "<a href='/b' onfocus='location=this.href'>Papier</a>"),
    fails("leaves", "<!doctype html><html lang=nl><form action='/zoek'><label>Naam <input name=n></label> "
          "<label>Plaats <input name=p onfocus='this.form.submit()'></label></form>"),
    passes("<!doctype html><html lang=nl><a href='/a'>Glas</a> <a href='/b' onfocus='this.id=\"x\"'>Papier</a>"),
    passes("<!doctype html><html lang=nl><a href='#b' onfocus='location.hash=\"b\"'>Papier</a><p id=b>Kop</p>"),
    inapplicable("<!doctype html><html lang=nl><a href='/a'>Glas</a>", note="no script waits for the focus"),
)  # fmt: skip
