"""Text becomes larger when the page is enlarged (WCAG 2.2, 1.4.4; failure F94).

Source: WCAG failure F94, "incorrect use of viewport units to resize text": letters whose size is a share of the window
stay as they are on the screen, however far the page is enlarged. Seen in windows of 1280, 640 and 320 CSS pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.page import Element, Page

RULE = Rule(
    id="text-grows-when-enlarged",
    awaits=("zooming",),
    title=Words("Tekst wordt groter als de pagina wordt vergroot", "Text grows when the page is enlarged"),
    why=Words(
        "Slechtzienden vergroten de pagina om de tekst te kunnen lezen. Is de lettergrootte een deel van de breedte "
        "van het venster, dan blijven de letters op het scherm even klein.",
        "People with low vision enlarge the page to be able to read its text. When the size of the letters is a share "
        "of the width of the window, the letters stay as small on the screen.",
    ),
    repair=Words(
        "Geef de lettergrootte op in een maat die meegroeit (rem, em of procenten), of tel zo'n maat op bij de maat "
        "die van het venster afhangt.",
        "Give the size of letters in a unit that grows along (rem, em or per cent), or add such a unit to the one that "
        "depends on the window.",
    ),
    requirements=("wcag:1.4.4",),
    sentences={
        "fixed": Words(
            "De letters van “{text}” ({size} pixels) worden op het scherm niet groter als de pagina tot 200% of 400% "
            "wordt vergroot.",
            "The letters of “{text}” ({size} pixels) do not grow on the screen when the page is enlarged to 200% or "
            "400%.",
        ),
    },
)


def _fixed(page: Page) -> dict[Element, Mapping[str, Any]]:
    """Element → what was measured of its letters, for those that do not grow; worked out once per page."""
    cache: dict[str, dict[Element, Mapping[str, Any]]] = page.__dict__.setdefault("_fixed_letters", {})
    if "all" not in cache:
        found: dict[Element, Mapping[str, Any]] = {}
        for document in page.documents:
            for entry in (document.record("zooming") or {}).get("fixed", ()):
                element = document.element_at(entry["path"])
                if element is not None and element.is_html:
                    found[element] = entry
        cache["all"] = found
    return cache["all"]


def applies(page: Page) -> Iterable[Target]:
    """Elements whose letters do not grow, and the root element of every document with visible text."""
    found = set(_fixed(page))
    for document in page.documents:
        if document.root is not None and (document.record("zooming") or {}).get("sized"):
            found.add(document.root)
    return sorted(found, key=lambda e: e.index)


def judge(target: Target) -> Outcome:
    """Expectation: enlarging the page makes the letters larger on the screen."""
    entry = _fixed(target.document.page).get(target)
    if entry is None:
        return passed()
    text = str(entry["text"])
    return failed("fixed", text=text if len(text) <= 80 else text[:77] + "…", size=f"{round(entry['size'], 1):g}")


def _page(style: str) -> str:
    return (
        f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title><style>{style}</style></head>'
        "<body><h1>Brand</h1><p>Bel bij brand meteen 112.</p></body></html>"
    )


EXAMPLES = (
    passes(_page("")),
    passes(_page("p{font-size:1.2rem}")),
    passes(_page("p{font-size:calc(1rem + 1vw)}")),
    passes(_page("p{font-size:clamp(14px,2vw,40px)}")),
    passes(_page("h1{font-size:64px}@media(max-width:900px){h1{font-size:32px}}"), note="smaller once, then it grows"),
    fails("fixed", _page("p{font-size:2vw}")),
    fails("fixed", _page("html{font-size:1.5vw}"), note="every text that counts in rem"),
    fails("fixed", _page("h1{font-size:min(5vw,5vh)}")),
    inapplicable("<!doctype html><html lang=nl><title>Leeg</title><body><hr></body></html>"),
    inapplicable("<!doctype html><html lang=nl><title>x</title><body><p style='display:none;font-size:2vw'>Weg</p>"),
)
