"""Nothing inside a control that is presented as one whole takes the focus (ACT 307n5z)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.knowledge.roles import PRESENTATIONAL_CHILDREN, explicit_role
from rules.page import HTML, SVG, Element, Page

RULE = Rule(
    id="presentational-children-take-no-focus",
    act=("307n5z",),
    axe=("nested-interactive",),
    title=Words("In een bedieningselement zit geen tweede", "A control has no other control inside it"),
    why=Words(
        "Schermlezers behandelen dit onderdeel als één geheel en noemen niet wat erin zit. Wie daar met Tab "
        "terechtkomt, hoort niet waar hij is en wat hij kan doen.",
        "Screen readers treat this part as one whole and do not mention what is inside. People who reach that with Tab "
        "do not hear where they are and what they can do.",
    ),
    repair=Words(
        "Zet de link, de knop of het veld naast het onderdeel in plaats van erin.",
        "Put the link, button or field beside the part instead of inside it.",
    ),
    requirements=("wcag:4.1.2",),
    sentences={
        "focus-inside": Words(
            "In dit onderdeel zit nog iets dat met de Tab-toets te bereiken is: {example}.",
            "This part holds something else that can be reached with the Tab key: {example}.",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """HTML and SVG elements whose role makes their children presentational.

    A ``summary`` and a plain ``svg`` have no such role in HTML and SVG, whatever the browser makes of them.
    """
    for element in page.elements():
        if (
            element.role in PRESENTATIONAL_CHILDREN
            and element.namespace in (HTML, SVG)
            and not (element.role in ("button", "img") and _has_no_such_role(element))
        ):
            yield element


def _has_no_such_role(element: Element) -> bool:
    return (element.tag == "summary" or element.namespace == SVG) and explicit_role(element) in ("", "none")


def judge(target: Target) -> Outcome:
    """Expectation: no descendant, as rendered, is part of the sequential focus navigation."""
    stop = next(_stops(target), None)
    return passed() if stop is None else failed("focus-inside", example=_described(stop))


def _stops(target: Element) -> Iterator[Element]:
    return (e for e in target.flat_descendants() if e.in_tab_order)


def _described(element: Element) -> str:
    text = element.name or element.text
    return f"‘{text[:60]}’" if text else f"<{element.tag}>"


EXAMPLES = (
    passes("<html lang=nl><button><span>Verzenden</span> <a>nu</a></button>", note="a without href takes no focus"),
    passes('<html lang=nl><p><span role=checkbox tabindex=0 aria-checked=false>Ik ga akkoord met de</span> '
           '<a href="/v">voorwaarden</a></p>'),
    passes("<html lang=nl><div role=tab tabindex=0>Kaart <button tabindex=-1>×</button></div>"),
    passes("<html lang=nl><button>Kies <input type=checkbox disabled></button>"),
    passes("<html lang=nl><input type=checkbox aria-label=Ja>"
           "<select aria-label=Land multiple><option>Nederland</select>"),
    fails("focus-inside", '<html lang=nl><p role=checkbox tabindex=0 aria-checked=false>Akkoord met de '
          '<a href="/v">voorwaarden</a></p>'),
    fails("focus-inside", '<html lang=nl><button>Meer <a href="/m">lezen</a></button>'),
    fails("focus-inside", '<html lang=nl><div role=button tabindex=0>Melding <span tabindex=0>sluiten</span></div>'),
    fails("focus-inside", '<html lang=nl><div role=img aria-label="Kaart"><a href="/noord">Noord</a></div>'),
    fails("focus-inside", '<html lang=nl><svg role=img aria-label="K"><a href="/n"><text y=9>Noord</text></a></svg>'),
    fails("focus-inside", '<html lang=nl><div role=tablist><div role=tab tabindex=0>Kaart<button>×</button>'),
    fails("focus-inside", '<html lang=nl><div id=h role=button tabindex=0></div><script>h.attachShadow({mode:"open"})'
          '.innerHTML="<button>Binnen</button>"</script>', note="through a shadow tree"),
    inapplicable('<html lang=nl><a href="/"><span tabindex=0>Nieuws</span></a>', note="a link keeps its children"),
    inapplicable('<html lang=nl><details><summary>Meer <a href="/">weten</a></summary></details>'),
    inapplicable('<html lang=nl><svg><title>Kaart</title><a href="/n"><text y=9>Noord</text></a></svg>'),
    inapplicable('<html lang=nl><div role=menuitem tabindex=0>x <a href="/">y</a></div>'),
)  # fmt: skip
