"""The words on a control are in its name, so that it can be called by voice (ACT 2ee8b8)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.label_words import contained, same_but_spelling, visible_inner_text, words_of
from rules.knowledge.roles import WIDGETS_NAMED_BY_CONTENT
from rules.page import Element, Page
from rules.visibility import text_visible

RULE = Rule(
    id="visible-label-is-in-name",
    act=("2ee8b8",),
    axe=("label-content-name-mismatch",),
    title=Words("De zichtbare tekst staat ook in de naam", "The visible label is part of the name"),
    why=Words(
        "Wie de computer met de stem bedient, zegt wat er op de knop of link staat. Is de naam voor hulpmiddelen "
        "anders, dan gebeurt er niets. Wie ziet én laat voorlezen, hoort iets anders dan er staat.",
        "People who steer by voice say what is on the button or link. If its name for assistive technology differs, "
        "nothing happens. People who see and listen hear something else than is written.",
    ),
    repair=Words(
        "Laat de aparte naam (aria-label) weg, of zet de zichtbare tekst er letterlijk in, het liefst vooraan.",
        "Leave out the separate name (aria-label), or put the visible text in it word for word, preferably first.",
    ),
    requirements=("wcag:2.5.3",),
    sentences={
        "differs": Words(
            "Zichtbaar is ‘{label}’, maar de naam voor hulpmiddelen is ‘{name}’.",
            "Visible is “{label}”, but the name for assistive technology is “{name}”.",
        ),
        "long-label": Words(
            "Dit onderdeel bevat veel zichtbare tekst (‘{label}’); de naam is ‘{name}’. Staan de woorden waarmee "
            "iemand dit onderdeel zou noemen letterlijk in die naam?",
            "This part holds much visible text (“{label}”); its name is “{name}”. Are the words by which somebody "
            "would call this part in that name, word for word?",
        ),
        "one-letter": Words(
            "Zichtbaar is alleen ‘{label}’; de naam is ‘{name}’. Is dat ene teken een pictogram (dan is het goed), of "
            "is het tekst?",
            "Visible is only “{label}”; the name is “{name}”. Is that one character a pictogram (then it is fine), or "
            "is it text?",
        ),
    },
)

_LONG = 12
"""Above this many words (a card, a table row) it is a person's judgement which of them are the label."""


def applies(page: Page) -> Iterable[Target]:
    """Widgets that can be named by their content, with visible text and a name of the author's.

    Not where the only difference is an abbreviation, a hyphen or an accent.
    """
    for element in page.with_attribute("aria-label", "aria-labelledby"):
        if element.role not in WIDGETS_NAMED_BY_CONTENT or element.hidden_from_at:
            continue
        if any(text_visible(t) for t in element.flat_texts()) and not _spelled_otherwise(element):
            yield element


def _spelled_otherwise(element: Element) -> bool:
    label, name = visible_inner_text(element), element.name
    return not contained(words_of(label), words_of(name)) and same_but_spelling(label, name)


def judge(target: Target) -> Outcome:
    """Expectation: the visible inner text is contained in the name."""
    text, name = " ".join(visible_inner_text(target).split()), target.name
    label, heard = words_of(visible_inner_text(target)), words_of(name)
    # A lone x stands for "close"; it is a picture made of a letter.
    if contained(label, heard) or contained([w for w in label if w != "x"], heard):
        return passed()
    details = {"label": text[:120], "name": name[:120]}
    if len(label) > _LONG:
        return cannot_tell("long-label", **details)
    if len(label) == 1 and len(label[0]) == 1 and label[0].isalpha():
        return cannot_tell("one-letter", **details)
    return failed("differs", **details)


EXAMPLES = (
    passes('<html lang=nl><button aria-label="Zoeken op deze site">Zoeken</button>'),
    passes('<html lang=nl><a href="/" aria-label="Lees meer over het noodpakket">Lees meer …</a>'),
    passes('<html lang=nl><a href="/" aria-label="Bezwaar maken (pdf)">Bezwaar maken <small>(120 kB)</small></a>'),
    passes('<html lang=nl><button aria-label="Sluiten">X</button>', note="the letter is a picture here"),
    passes('<html lang=nl><button aria-label="Filter Noord verwijderen">Filter Noord ×</button>'),
    passes('<html lang=nl><button aria-label="Menu"><i style="font-family:Material Icons">menu_open</i></button>'),
    passes('<html lang=nl><button aria-label="Bel ons"><p>Bel</p><p>ons</p></button>', note="blocks part words"),
    passes('<html lang=nl><style>.sr{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}'
           '</style><a href="/" aria-label="Nieuws van vandaag">Nieuws <span class=sr>archief</span> van vandaag</a>'),
    passes('<html lang=nl><a href="/" aria-label="Crème Café">CRÈME <b>CAFÉ</b></a>'),
    passes('<html lang=nl><button aria-label="">Verzenden</button>', note="an empty aria-label does not count"),
    passes('<html lang=nl><span id=a>Sluit</span><button id=b aria-labelledby="b a">Melding</button>'),
    fails("differs", '<html lang=nl><button aria-label="Search">Zoeken</button>'),
    fails("differs", '<html lang=nl><a href="/" aria-label="Meer over het noodpakket">Lees meer</a>'),
    fails("differs", '<html lang=nl><button aria-label="de volledige">De volledige tekst</button>'),
    fails("differs", '<html lang=nl><a href="tel:0301234567" aria-label="0 3 0 1 2 3">030-1234567</a>'),
    fails("differs", '<html lang=nl><button aria-label="wij ook hier"><i>hier</i><i>wij</i><i>ook</i></button>'),
    fails("differs", '<html lang=nl><a href="/" aria-label="Bekijk kaart">Bekijk <b aria-hidden=true>de</b> kaart</a>'),
    asks("one-letter", '<html lang=nl><button aria-label="Tekst groter">A</button>'),
    asks("long-label", '<html lang=nl><a href="/" aria-label="Duinbrand"><h3>Duinbrand bij de kust</h3><p>De brandweer '
         "heeft de brand in de duinen na drie dagen onder controle gekregen, meldt de regio.</p></a>"),
    inapplicable('<html lang=nl><a href="/" aria-label="E-mail de regio">Email de regio</a>', note="hyphenation"),
    inapplicable('<html lang=nl><a href="/" aria-label="Telefoonnummer kazerne">Tel. kazerne</a>', note="abbreviation"),
    inapplicable('<html lang=nl><a href="/" aria-label="Web Content Accessibility Guidelines">WCAG</a>'),
    inapplicable('<html lang=nl><nav aria-label="Hoofdmenu">Menu</nav>', note="no widget"),
    inapplicable('<html lang=nl><input type=button value="Zoek" aria-label="Search">', note="no text node"),
    inapplicable('<html lang=nl><button aria-label="Zoeken"><svg><path d="M0 0h9v9z"/></svg></button>'),
    inapplicable('<html lang=nl><button>Zoeken</button>'),
)  # fmt: skip
