"""Languages of text: which tags are known, which text inherits which ``lang``, and which are near.

Sources: RFC 5646 (language tags) with the IANA Language Subtag Registry (``language_subtags.txt``); ACT glossary
"known primary language tag", "text inheriting its programmatic language", "most common language of an element".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from rules.page import Element, Text
from rules.visibility import text_visible


@cache
def _subtags() -> frozenset[str]:
    """All primary language subtags of the registry, lower case."""
    lines = files("rules.knowledge").joinpath("language_subtags.txt").read_text("ascii").splitlines()
    return frozenset(subtag for line in lines if not line.startswith("#") for subtag in line.split())


def primary_subtag(tag: str) -> str:
    """The first subtag of a language tag, lower case; ``"nl"`` of ``"nl-BE"``."""
    return tag.split("-", 1)[0].lower()


def is_known(tag: str) -> bool:
    """The tag's primary subtag is in the registry as a language (ACT "known primary language tag").

    The private use range ``qaa``–``qtz`` is registered as a language too.
    """
    primary = primary_subtag(tag)
    if re.fullmatch(r"q[a-t][a-z]", primary):
        return True
    return primary in _subtags()


SAME = {
    # Deprecated or narrower subtags and the one under which identifiers and readers know the language.
    "iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "nb": "no", "nn": "no", "sh": "sr", "tl": "fil",
    "cmn": "zh", "arb": "ar", "pes": "fa", "prs": "fa", "swh": "sw", "zsm": "ms", "ekk": "et", "lvs": "lv",
}  # fmt: skip
"""Sources: IANA registry, fields Preferred-Value and Macrolanguage."""

CLOSE = (
    # Languages so near to each other that statistics of letters confuse them in ordinary texts.
    frozenset(("nl", "af", "fy", "li", "zea", "nds", "vls")),
    frozenset(("no", "da", "sv")),
    frozenset(("hr", "bs", "sr", "sl", "cnr")),
    frozenset(("cs", "sk")),
    frozenset(("id", "ms")),
    frozenset(("es", "gl", "ca", "pt", "ast", "an")),
    frozenset(("ru", "uk", "be", "bg", "mk", "rue")),
    frozenset(("de", "lb", "gsw", "nds", "bar", "ksh")),
    frozenset(("ar", "fa", "ps", "ur", "ku", "ckb", "ug", "sd")),
    frozenset(("tr", "az", "tk", "crh")),
    frozenset(("en", "sco")),
    frozenset(("it", "co", "scn", "nap", "vec", "lmo", "fur")),
    frozenset(("fr", "oc", "wa", "frp", "ht")),
    frozenset(("zh", "yue", "wuu", "hak", "nan")),
)


def canonical(tag: str) -> str:
    """The primary subtag under which the language of *tag* is best known."""
    primary = primary_subtag(tag)
    return SAME.get(primary, primary)


def close(one: str, other: str) -> bool:
    """The two primary subtags are the same language or easily confused."""
    return one == other or any(one in family and other in family for family in CLOSE)


# -- which text inherits a language ---------------------------------------------------------------------------------


def inheriting(element: Element) -> Iterator[Element]:
    """*element* and what inherits its language: down to elements with a ``lang`` of their own, into frames too."""
    stack: list[Element] = [element]
    while stack:
        current = stack.pop()
        yield current
        below = [c for c in current.flat_children if isinstance(c, Element)]
        inner = current.content_document
        if inner is not None and inner.root is not None:
            below.append(inner.root)
        stack.extend(c for c in reversed(below) if not _own_language(c))


def _own_language(element: Element) -> bool:
    return element.get("lang") != ""


def passages(element: Element, most: int = 600) -> list[str]:
    """The texts of the ACT definition: text nodes seen or told to assistive technology, joined per block, accessible
    names and descriptions; without the page's title. White space collapsed, none empty; about the first *most*."""
    blocks: dict[Element, list[str]] = {}
    spoken: list[str] = []
    for current in inheriting(element):
        if len(blocks) + len(spoken) > most:
            break
        if current.layout is None and not current.rendered:
            continue
        for child in current.flat_children:
            if isinstance(child, Text) and _reaches_someone(child, current):
                blocks.setdefault(_block(current, element), []).append(child.data)
        spoken += _accessible_texts(current)
    joined = (" ".join("".join(parts).split()) for parts in blocks.values())
    return [text for text in (*joined, *spoken) if text]


def has_text(element: Element) -> bool:
    """Some text inherits its language from the element (at once, without joining)."""
    for current in inheriting(element):
        if current.layout is None and not current.rendered:
            continue
        if any(isinstance(c, Text) and _reaches_someone(c, current) for c in current.flat_children):
            return True
        if next(iter(_accessible_texts(current)), None) is not None:
            return True
    return False


def _block(element: Element, top: Element) -> Element:
    """The nearest element around a text that is not inline, at most *top*."""
    for ancestor in (element, *element.flat_ancestors()):
        if ancestor is top or not ancestor.style("display").startswith(("inline", "contents")):
            return ancestor
    return top


def _reaches_someone(text: Text, parent: Element) -> bool:
    if not text.data.strip() or (parent.is_html and parent.tag in ("script", "style", "noscript", "template")):
        return False
    return text_visible(text) or (text.layout is not None and parent.exposed)


def _accessible_texts(element: Element) -> Iterator[str]:
    """Name and description where they are not just the text inside that has been counted already."""
    ax = element.ax
    if ax is None or ax.ignored or not (ax.name or ax.description) or not element.exposed:
        return
    name = " ".join(ax.name.split())
    if name and not _from_inside(element, name):
        yield name
    description = " ".join(ax.description.split())
    if description and description != name:
        yield description


def _from_inside(element: Element, name: str) -> bool:
    """The name stems from the element's content or from a label around it."""
    sources = element.ax.name_sources if element.ax is not None else ()
    used = next((s for s in sources if not s.superseded and s.value), None)
    if used is not None and used.kind == "contents":
        return True
    return name == element.text


# -- telling a language ---------------------------------------------------------------------------------------------

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_NO_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


_ADDRESS = re.compile(r"\S+@\S+|\b(?:https?://|www\.)\S+")


def words(text: str) -> list[str]:
    """The words of *text*: runs of letters; addresses and mail addresses are no words."""
    return _WORD.findall(_ADDRESS.sub(" ", text) if "@" in text or "://" in text or "www." in text else text)


def weight(text: str) -> int:
    """How many words a text counts for; scripts without spaces count two characters as a word."""
    spaced = sum(1 for word in words(text) if not _NO_SPACES.match(word))
    return spaced + (len(_NO_SPACES.findall(text)) + 1) // 2
