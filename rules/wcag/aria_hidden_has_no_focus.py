"""Nothing that is hidden from screen readers takes the focus of the Tab key (ACT 6cfa84)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.page import Document, Element, Page

RULE = Rule(
    id="aria-hidden-has-no-focus",
    act=("6cfa84",),
    axe=("aria-hidden-focus",),
    title=Words(
        "Wat voor schermlezers verborgen is, is niet met Tab te bereiken",
        "What is hidden from screen readers cannot be reached with Tab",
    ),
    why=Words(
        "Wie met het toetsenbord en een schermlezer werkt, komt op een plek waar de schermlezer niets over mag zeggen. "
        "Die bezoeker weet dan niet waar hij is of wat hij bedient.",
        "People who use a keyboard and a screen reader land on a spot of which the screen reader may say nothing. They "
        "do not know where they are or what they operate.",
    ),
    repair=Words(
        "Verberg het onderdeel voor iedereen, ook voor het toetsenbord, of laat het juist wel voorlezen.",
        "Hide the part from everyone, the keyboard included, or let it be read out after all.",
    ),
    requirements=("wcag:4.1.2",),
    secondary=("wcag:1.3.1", "wcag:2.4.3"),
    awaits=("keeping_focus",),
    sentences={
        "itself": Words(
            "Dit onderdeel is voor schermlezers verborgen, maar is wel met de Tab-toets te bereiken.",
            "This part is hidden from screen readers but can be reached with the Tab key.",
        ),
        "inside": Words(
            "Dit deel is voor schermlezers verborgen, maar er staat iets in dat met de Tab-toets te bereiken is: "
            "{example} (in totaal {count}).",
            "This part is hidden from screen readers but holds something that can be reached with the Tab key: "
            "{example} ({count} in all).",
        ),
        "behind-dialog": Words(
            "Er staat een venster open en het deel erachter is voor schermlezers verborgen. Blijft de focus met Tab "
            "in het venster, of komt iemand ook in dit deel, bijvoorbeeld op {example}?",
            "A dialog is open and the part behind it is hidden from screen readers. Does Tab keep the focus inside the "
            "dialog, or does it also reach this part, such as {example}?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Any element with ``aria-hidden`` set to ``true``."""
    for element in page.with_attribute("aria-hidden"):
        if element.get("aria-hidden").strip().lower() == "true":
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: neither it nor anything in it, as rendered, is part of the sequential focus navigation.

    What loses the focus at once does not count as focusable (ACT glossary): such focus sentinels were tried out by
    the behaviour probe ``keeping_focus``.
    """
    passing_on = _passing_on(target.document)
    stops = [e for e in _with_descendants(target) if _is_stop(e) and e not in passing_on]
    if not stops:
        return passed()
    first = _described(stops[0])
    if any(_is_beside(target, dialog) for dialog in _open_dialogs(target.document)):
        return cannot_tell("behind-dialog", example=first)
    if stops == [target]:
        return failed("itself")
    return failed("inside", example=first, count=len(stops))


def _with_descendants(target: Element) -> Iterator[Element]:
    yield target
    yield from target.flat_descendants()


def _is_stop(element: Element) -> bool:
    if not element.in_tab_order:
        return False
    if element.tag == "iframe" and element.is_html:
        # Browsers differ on frames themselves; what is in them decides.
        inner = element.content_document
        return inner is not None and any(e.in_tab_order and e.visible for e in inner.elements)
    return True


def _passing_on(document: Document) -> set[Element]:
    """Elements that took the focus and lost it at once, when the page was recorded."""
    answers = document.record("keeping_focus") or ()
    found = (document.element_at(a.get("path")) for a in answers if not a.get("kept"))
    return {e for e in found if e is not None}


def _open_dialogs(document: Document) -> list[Element]:
    dialogs: list[Element] | None = document.__dict__.get("_open_dialogs")
    if dialogs is None:
        dialogs = document.__dict__["_open_dialogs"] = [
            e
            for e in document.elements
            if e.role in ("dialog", "alertdialog")
            and (e.get("aria-modal").strip().lower() == "true" or e is document.modal)
            and e.visible
            and not e.hidden_from_at
        ]
    return dialogs


def _is_beside(target: Element, dialog: Element) -> bool:
    """The dialog's script hid *target* when it opened: it stands beside the dialog or something around the dialog."""
    parent = target.flat_parent
    line = [dialog, *dialog.flat_ancestors()]
    return parent is not None and parent in line and target not in line


def _described(element: Element) -> str:
    text = element.visible_text or element.text or element.get("aria-label") or element.get("title") or element.value
    return f"‘{text[:60]}’" if text else f"<{element.tag}>"


_SENTINEL = (
    '<div role=dialog aria-label=Venster><label>Naam <input id=a></label></div><div aria-hidden=true>'
    '<a href="#" id=s>Terug</a></div><script>s.addEventListener("focus", () => a.focus())</script>'
)

EXAMPLES = (
    passes("<html lang=nl><p aria-hidden=true>★★★★☆</p>"),
    passes('<html lang=nl><div aria-hidden=true><a href="/" style="display:none">Link</a></div>'),
    passes("<html lang=nl><div aria-hidden=true><button tabindex=-1>Vorige</button><input disabled></div>"),
    passes('<html lang=nl><div aria-hidden=true inert><a href="/">Link</a></div>'),
    passes('<html lang=nl><div aria-hidden=true style="visibility:hidden"><a href="/">Link</a></div>'),
    passes("<html lang=nl>" + _SENTINEL, note="a focus sentinel passes the focus on"),
    passes("<html lang=nl><details><summary>Meer</summary><div aria-hidden=true><a href=x>x</a></div></details>"),
    passes('<html lang=nl><div aria-hidden=true><a>Geen link</a><iframe srcdoc="<p>Kaart"></iframe></div>'),
    fails("inside", '<html lang=nl><div aria-hidden=true><a href="/" style="position:absolute;top:-999em">x</a></div>'),
    fails("inside", '<html lang=nl><div aria-hidden=true><div aria-hidden=false><button>Meer</button></div></div>'),
    fails("inside", "<html lang=nl><details aria-hidden=true><summary>Meer</summary>Tekst</details>"),
    fails("inside", '<html lang=nl><div id=h></div><script>let r=h.attachShadow({mode:"closed"});r.innerHTML="<div '
          'aria-hidden=true><slot></slot></div>";h.innerHTML="<a href=/>Kaart</a>"</script>', note="through a slot"),
    fails("inside", '<html lang=nl><div aria-hidden=true><iframe srcdoc="<a href=/>Route</a>"></iframe></div>'),
    fails("itself", "<html lang=nl><p tabindex=0 aria-hidden=true>Melding</p>"),
    fails("itself", '<html lang=nl><a href="/nieuws/1" aria-hidden=TRUE><img src=foto.jpg alt=""></a>'),
    asks("behind-dialog", '<html lang=nl><div role=dialog aria-modal=true aria-label=Cookies><button>Ja</button></div>'
         '<main aria-hidden=true><a href="/">Startpagina</a></main>'),
    inapplicable('<html lang=nl><p aria-hidden=false><a href="/">x</a></p><p aria-hidden=yes><a href="/">x</a></p>'),
    inapplicable('<html lang=nl><p hidden><a href="/">x</a></p>'),
)  # fmt: skip
