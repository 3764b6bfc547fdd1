"""Every frame has a name (ACT cae760)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.focus import tab_index
from rules.knowledge.naming import name_fault
from rules.knowledge.roles import marked_as_decorative
from rules.page import Page

RULE = Rule(
    id="iframe-has-name",
    act=("cae760",),
    axe=("frame-title",),
    title=Words("Kader met andere inhoud heeft een naam", "Frame has a name"),
    why=Words(
        "In dit kader (iframe) staat inhoud uit een andere bron, zoals een video of kaart. Wie een schermlezer "
        "gebruikt, hoort zonder naam niet wat erin staat en kan niet kiezen of hij het wil overslaan.",
        "This frame holds content from elsewhere, such as a video or a map. Without a name screen reader users do not "
        "hear what is in it and cannot choose to skip it.",
    ),
    repair=Words(
        "Geef het kader een titel die zegt wat erin staat, bijvoorbeeld ‘Kaart met waterstanden’.",
        "Give the frame a title that says what is in it, such as “Map of water levels”.",
    ),
    requirements=("wcag:4.1.2",),
    sentences={
        "empty": Words("Het kader (iframe) heeft geen naam.", "The frame has no name."),
        "icon-character": Words(
            "De naam van het kader (iframe) is een teken dat niemand kan voorlezen.",
            "The frame's name is a character that cannot be read aloud.",
        ),
        "unseen": Words(
            "Het kader (iframe) heeft geen naam en is niet te zien. Komt een bezoeker met Tab of schermlezer erin "
            "terecht? Zo ja, geef het een naam; zo nee, verberg het ook voor hulpmiddelen.",
            "The frame has no name and cannot be seen. Do visitors reach it with Tab or a screen reader? If so, give "
            "it a name; if not, hide it from assistive technology as well.",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Exposed ``iframe`` elements, unless their ``tabindex`` is negative or they are marked as decorative.

    The ``frame`` elements of a frameset too: WCAG technique H64 asks the same of them, though the ACT rule is older.
    """
    for element in (*page.elements("iframe"), *page.elements("frame")):
        index = tab_index(element)
        if (index is None or index >= 0) and not marked_as_decorative(element) and not element.hidden_from_at:
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: a name that is not empty."""
    fault = name_fault(target)
    if not fault:
        return passed()
    if target.ax is None and (target.get("title").strip() or target.get("aria-label").strip()):
        return passed()
    return cannot_tell("unseen") if _unseen(target) else failed(fault)


def _unseen(target: Target) -> bool:
    """Nobody sees it and nothing in it takes focus: perhaps no control to any user (assumption of the definition)."""
    box = target.box
    if (target.visible or target.tag == "frame") and box is not None and box.width > 5 and box.height > 5:
        return False
    inner = target.content_document
    return inner is None or not any(e.in_tab_order for e in inner.elements)


EXAMPLES = (
    passes('<html lang=nl><iframe title="Kaart met waterstanden" srcdoc="<p>Kaart"></iframe>'),
    passes('<html lang=nl><iframe aria-label="Video: zo maakt u een noodpakket" srcdoc="<p>Video"></iframe>'),
    passes('<html lang=nl><h2 id=k>Waterstanden</h2><iframe aria-labelledby=k srcdoc="<p>Kaart"></iframe>'),
    fails("empty", '<html lang=nl><iframe srcdoc="<p>Kaart"></iframe>'),
    fails("empty", '<html lang=nl><iframe name="Kaart" srcdoc="<p>Kaart"></iframe>', note="name is for scripts"),
    fails("empty", "<html lang=nl><frameset cols='30%,70%'><frame src=data:text/html,a><frame title=Nieuws "
          "src=data:text/html,b></frameset>", note="the frames of a frameset, WCAG H64"),
    fails("empty", '<html lang=nl><iframe title=" " srcdoc="<p>Kaart"></iframe>'),
    fails("empty", '<html lang=nl><iframe tabindex=0 srcdoc="<title>Kaart</title><p>x"></iframe>',
          note="the title of the document inside is not the frame's name"),
    fails("empty", '<html lang=nl><iframe srcdoc="<iframe title=x srcdoc=y></iframe>"></iframe>'),
    asks("unseen", '<html lang=nl><iframe width=0 height=0 style="border:0" srcdoc=""></iframe>'),
    inapplicable('<html lang=nl><iframe tabindex=-1 srcdoc="<p>x"></iframe>'),
    inapplicable('<html lang=nl><iframe role=none srcdoc="<p>x"></iframe>'),
    inapplicable('<html lang=nl><iframe hidden srcdoc=x></iframe><iframe aria-hidden=true srcdoc=x></iframe>'),
    inapplicable("<html lang=nl><p>Geen kader</p>"),
)  # fmt: skip
