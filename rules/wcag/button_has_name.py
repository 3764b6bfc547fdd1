"""Every button has a name (ACT 97a4e1)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.knowledge.naming import name_fault
from rules.knowledge.roles import explicit_role
from rules.page import Element, Page

RULE = Rule(
    id="button-has-name",
    act=("97a4e1",),
    axe=("button-name", "input-button-name", "aria-command-name", "link-name"),
    title=Words("Knop heeft een naam", "Button has a name"),
    why=Words(
        "Wie een schermlezer gebruikt, hoort bij deze knop alleen ‘knop’ en weet niet wat er gebeurt bij indrukken. "
        "Wie de computer met de stem bedient, kan de knop niet noemen.",
        "Screen reader users hear only “button” and do not know what pressing it will do. People who steer by voice "
        "cannot call it.",
    ),
    repair=Words(
        "Geef de knop een tekst die zegt wat hij doet. Bij een knop met alleen een pictogram kan dat ook een "
        "tekstalternatief zijn.",
        "Give the button a text that says what it does. For a button with only an icon this can be a text alternative.",
    ),
    requirements=("wcag:4.1.2",),
    sentences={
        "empty": Words("De knop heeft geen naam.", "The button has no name."),
        "icon-character": Words(
            "De knop heeft alleen een teken uit een pictogrammenlettertype. Dat kan niemand voorlezen.",
            "The button holds only a character of an icon font, which cannot be read aloud.",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Exposed elements with the role ``button``, except image buttons (and what HTML gives no role: file, summary)."""
    for element in page.with_role("button"):
        if not _other_rule(element) and not element.hidden_from_at:
            yield element


def _other_rule(element: Element) -> bool:
    if not element.is_html:
        return False
    if element.tag == "summary":
        return explicit_role(element) != "button"
    return element.tag == "input" and element.get("type").strip().lower() in ("image", "file")


def judge(target: Target) -> Outcome:
    """Expectation: a name that is not empty. Default names of submit and reset buttons count."""
    fault = name_fault(target)
    return failed(fault) if fault else passed()


EXAMPLES = (
    passes("<html lang=nl><button>Verzenden</button>"),
    passes('<html lang=nl><button aria-label="Menu openen"><svg width=9 height=9></svg></button>'),
    passes('<html lang=nl><button><img src=zoek.png alt="Zoeken"></button>'),
    passes('<html lang=nl><button title="Sluiten"></button>'),
    passes("<html lang=nl><input type=submit>", note="the browser's own name is good enough for the definition"),
    passes("<html lang=nl><input type=button value='Volgende stap'>"),
    passes('<html lang=nl><span role=button tabindex=0>Afspelen</span>'),
    passes("<html lang=nl><button>×</button>", note="read aloud; whether it is clear is another matter"),
    passes('<html lang=nl><style>i::before{content:"\\f002" / "Zoeken"}</style><button><i></i></button>'),
    passes("<html lang=nl><button disabled><span aria-hidden=true></span> <span role=status>Laden…</span></button>",
           note="a part with a role of its own inside"),
    fails("empty", "<html lang=nl><button><span role=status></span><span role=status hidden>Laden</span></button>"),
    fails("empty", "<html lang=nl><button></button>"),
    fails("empty", '<html lang=nl><button><img src=zoek.png alt=""></button>'),
    fails("empty", "<html lang=nl><button><svg width=9 height=9><path d='M0 0h9v9z'/></svg></button>"),
    fails("empty", '<html lang=nl><button value="zoek"></button>', note="the value is not its name"),
    fails("empty", "<html lang=nl><input type=button>"),
    fails("empty", '<html lang=nl><button><span style="display:none">Zoeken</span></button>'),
    fails("empty", '<html lang=nl><button aria-labelledby="bestaat-niet"></button>'),
    fails("empty", "<html lang=nl><button role=none></button>", note="focusable, so it stays a button"),
    fails(
        "empty",
        "<html lang=nl><div style='height:5000px'></div><div style='content-visibility:auto'><button></button></div>",
        note="rendering put off until it is scrolled to",
    ),
    fails("icon-character", '<html lang=nl><style>i::before{content:"\\f002"}</style><button><i></i></button>'),
    inapplicable(
        "<html lang=nl><div style='content-visibility:hidden'><button></button></div><div style='height:5000px'></div>"
        "<div style='content-visibility:auto'><p>Tekst</p></div><div hidden=until-found><button></button></div>",
        note="hidden by the same property",
    ),
    inapplicable("<html lang=nl><button hidden></button><button aria-hidden=true tabindex=-1></button>"),
    inapplicable("<html lang=nl><button role=none disabled></button>"),
    inapplicable("<html lang=nl><button role=link onclick=x()></button>", note="a link now"),
    inapplicable("<html lang=nl><input type=image src=x.png>", note="image buttons have a rule of their own"),
    inapplicable("<html lang=nl><details><summary></summary>Tekst</details>", note="so has the summary of details"),
    inapplicable("<html lang=nl><div>Geen knop</div>"),
)
