"""Every heading has text (ACT ffd0e9)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.knowledge.naming import name_fault
from rules.page import Page

RULE = Rule(
    id="heading-not-empty",
    act=("ffd0e9",),
    axe=("empty-heading",),
    title=Words("Kop is niet leeg", "Heading is not empty"),
    why=Words(
        "Mensen met een schermlezer springen van kop naar kop om de pagina te verkennen. Een lege kop zegt niets en "
        "laat hen zoeken naar inhoud die er niet is.",
        "Screen reader users jump from heading to heading to explore a page. An empty heading says nothing and makes "
        "them look for content that is not there.",
    ),
    repair=Words(
        "Zet tekst in de kop, of gebruik voor witruimte geen kop.",
        "Put text in the heading, or do not use a heading for white space.",
    ),
    requirements=(),
    norm=("wcag:1.3.1",),
    secondary=("wcag:1.3.1", "wcag:2.4.6"),
    sentences={
        "empty": Words("De kop is leeg.", "The heading is empty."),
        "hidden-content": Words(
            "De kop is voor schermlezers leeg: de inhoud is voor hen verborgen of heeft geen tekst.",
            "The heading is empty to screen readers: its content is hidden from them or has no text.",
        ),
        "icon-character": Words(
            "De kop bestaat alleen uit een teken van een pictogrammenlettertype. Dat kan niemand voorlezen.",
            "The heading holds only a character of an icon font, which cannot be read aloud.",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Exposed HTML elements with the role ``heading``."""
    for element in page.with_role("heading"):
        if element.is_html and not element.hidden_from_at:
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: a name that is not empty."""
    fault = name_fault(target)
    if fault == "empty" and target.element_children:
        return failed("hidden-content")
    return failed(fault) if fault else passed()


EXAMPLES = (
    passes("<html lang=nl><h1>Noodpakket</h1>"),
    passes('<html lang=nl><h1><img src=logo.png alt="Veiligheidsregio Waterland"></h1>'),
    passes('<html lang=nl><div role=heading aria-level=2>Nieuws</div>'),
    passes('<html lang=nl><h2 aria-label="Nieuws"></h2>'),
    passes("<html lang=nl><h2><a href=/nieuws>Nieuws</a></h2>"),
    passes('<html lang=nl><h2 style="position:absolute;left:-999px">Hoofdmenu</h2>'),
    fails("empty", "<html lang=nl><h2></h2>"),
    fails("empty", "<html lang=nl><h3>&nbsp;</h3>"),
    fails("hidden-content", "<html lang=nl><h2><br></h2>"),
    fails("hidden-content", '<html lang=nl><h1><img src=logo.png alt=""></h1>'),
    fails("hidden-content", '<html lang=nl><h1><span aria-hidden=true>Welkom</span></h1>'),
    fails("hidden-content", '<html lang=nl><h1 role=none aria-label=""><span aria-hidden=true>Welkom</span></h1>',
          note="a global ARIA attribute undoes role none"),
    fails("icon-character", '<html lang=nl><h2>&#xf015;</h2>'),
    inapplicable("<html lang=nl><h1 hidden></h1><h2 aria-hidden=true></h2><h3 role=none></h3>"),
    inapplicable("<html lang=nl><p><b>Vet is geen kop</b></p>"),
)  # fmt: skip
