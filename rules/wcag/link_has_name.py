"""Every link has a name (ACT c487ae)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.knowledge.naming import name_fault
from rules.knowledge.roles import LINKS
from rules.page import Page

RULE = Rule(
    id="link-has-name",
    act=("c487ae",),
    axe=("link-name", "area-alt"),
    title=Words("Link heeft een naam", "Link has a name"),
    why=Words(
        "Wie een schermlezer gebruikt, hoort bij deze link alleen ‘link’ of een webadres, en weet niet waar de link "
        "naartoe gaat. Wie de computer met de stem bedient, kan de link niet noemen.",
        "Screen reader users hear only “link” or a web address and do not know where it leads. People who steer by "
        "voice cannot call it.",
    ),
    repair=Words(
        "Geef de link een tekst die zegt waar hij naartoe gaat. Bestaat de link uit een afbeelding, geef dan de "
        "afbeelding een tekstalternatief dat dit zegt.",
        "Give the link a text that says where it leads. If the link is an image, give the image a text alternative "
        "that says so.",
    ),
    requirements=("wcag:2.4.4", "wcag:2.4.9", "wcag:4.1.2"),
    secondary=("wcag:1.1.1",),
    sentences={
        "empty": Words("De link heeft geen naam.", "The link has no name."),
        "image-only": Words(
            "De link bestaat uit een afbeelding zonder tekstalternatief en heeft daardoor geen naam.",
            "The link is made of an image without a text alternative and so has no name.",
        ),
        "icon-character": Words(
            "De link heeft alleen een teken uit een pictogrammenlettertype. Dat kan niemand voorlezen.",
            "The link holds only a character of an icon font, which cannot be read aloud.",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Exposed HTML elements with the role ``link`` or one that inherits from it."""
    for element in page.with_role(*LINKS):
        if element.is_html and not element.hidden_from_at:
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: a name that is not empty."""
    fault = name_fault(target)
    if fault == "empty" and any(e.tag in ("img", "svg") for e in target.flat_descendants()):
        return failed("image-only")
    return failed(fault) if fault else passed()


_MAP = (
    "<html lang=nl><img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'/>\" "
    'width=90 height=90 alt="Kaart" usemap="#k"><map name=k><area shape=rect coords="0,0,40,40" href="/noord" {}></map>'
)

EXAMPLES = (
    passes('<html lang=nl><a href="/112">Wat te doen bij een noodgeval</a>'),
    passes('<html lang=nl><a href="/"><img src=logo.png alt="Veiligheidsregio Waterland, naar de startpagina"></a>'),
    passes('<html lang=nl><a href="/" aria-label="Startpagina"><svg width=9 height=9></svg></a>'),
    passes('<html lang=nl><a href="/" title="Startpagina"><img src=logo.png alt=""></a>'),
    passes('<html lang=nl><a href="/"><svg width=9 height=9><title>Startpagina</title></svg></a>'),
    passes('<html lang=nl><span role=link tabindex=0>Nieuws</span>'),
    passes('<html lang=nl><p>Zie <a role=doc-noteref href="#n1">noot 1</a></p>'),
    passes(_MAP.format('alt="District Noord"')),
    passes('<html lang=nl><a href="/"><span style="position:absolute;clip:rect(0,0,0,0)">Startpagina</span></a>'),
    passes('<html lang=nl><a href=/x><article><h3>Oefening</h3></article></a> <a href=/y><figure><img src=data:, '
           'alt="Kaart"></figure></a>', note="cards that are links as a whole"),
    fails("image-only", "<html lang=nl><a href=/x><article><img src=data:, alt=''></article></a>"),
    fails("empty", '<html lang=nl><a href="/"></a>'),
    fails("empty", '<html lang=nl><a href="/"><span style="visibility:hidden">Startpagina</span></a>'),
    fails("empty", '<html lang=nl><a href="/">&nbsp;</a>'),
    fails("empty", '<html lang=nl><a href="/" role=none></a>', note="focusable, so it stays a link"),
    fails("empty", _MAP.format("")),
    fails("image-only", '<html lang=nl><a href="/"><img src=logo.png alt=""></a>'),
    fails("image-only", '<html lang=nl><a href="/"><svg width=9 height=9><path d="M0 0h9v9z"/></svg></a>'),
    fails("image-only", '<html lang=nl><a role=doc-noteref href="#n1"><img src=noot.png role=none></a>'),
    fails("icon-character", '<html lang=nl><style>i::before{content:"\\f09a"}</style><a href="/f"><i></i></a>'),
    inapplicable("<html lang=nl><a name=top></a><a>Geen link</a>", note="no href, no link"),
    inapplicable('<html lang=nl><a href="/" hidden></a><a href="/" aria-hidden=true tabindex=-1></a>'),
    inapplicable('<html lang=nl><map name=los><area href="/noord"></map>', note="no image uses this map"),
    inapplicable('<html lang=nl><a href="/" role=button></a>', note="a button now"),
)
