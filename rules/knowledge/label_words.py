"""The words of a visible label and of a name, and whether the one is in the other ("label in name algorithm").

Source: ACT rule 2ee8b8 with its glossary entries "visible inner text" and "label in name algorithm" (July 2026).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from rules.page import Element, Node, Text
from rules.visibility import text_visible

_BLOCK = frozenset(("block", "flex", "grid", "table", "list-item", "flow-root", "table-caption"))
_CELL = frozenset(("table-cell", "table-row"))
_ICON_FONT = re.compile(r"material (icons|symbols)|icon|awesome|glyph|fontello|icomoon|feather|^(fa|mdi)\b")
_PARENTHESES = re.compile(r"\([^()]*\)")
_HYPHENS = re.compile("[-\u00ad\u2010\u2011]")


def visible_inner_text(element: Element) -> str:
    """ACT "visible inner text" of *element*; characters of icon fonts are pictures and left out."""
    parts: list[str] = []
    stack: list[Node | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
        elif isinstance(node, Text):
            parts.append(_of_text(node))
        elif isinstance(node, Element) and node.rendered:
            if not node.visible and node.tag != "br":
                parts.append(" " if node.box is not None and node.box.width > 0 else "")
                continue
            edge = _edge(node)
            parts.append(edge)
            stack.append(edge)
            stack.extend(reversed(node.flat_children))
    return "".join(parts)


def _of_text(text: Text) -> str:
    if text_visible(text):
        parent = text.flat_parent
        return " " if parent is not None and in_icon_font(parent) else " ".join(re.split(r"\s+", text.data))
    return " " if text.layout is not None and not text.data.strip() else ""


def _edge(element: Element) -> str:
    if element.tag == "br" and element.is_html:
        return "\n"
    display = element.style("display").split(" ")[0]
    return "\n" if display in _BLOCK else " " if display in _CELL else ""


def in_icon_font(element: Element) -> bool:
    """Its text is drawn in a font of pictograms (judged by the first font the author asks for)."""
    first = element.style("font-family").split(",")[0].strip("\"' ").lower()
    return bool(first and _ICON_FONT.search(first))


def words_of(text: str) -> list[str]:
    """The tokens of *text*: no parentheses, case folded, compatibility forms taken apart, letters and digits only."""
    shorter = _PARENTHESES.sub("", text)
    plain = unicodedata.normalize("NFKD", shorter.casefold())
    return "".join(c if unicodedata.category(c)[0] in "LN" else " " for c in plain).split()


def contained(label: Sequence[str], name: Sequence[str]) -> bool:
    """*label* is a contiguous part of *name*."""
    return any(list(name[i : i + len(label)]) == list(label) for i in range(len(name) - len(label) + 1))


def same_but_spelling(label: str, name: str) -> bool:
    """The label is in the name once hyphens, accents and abbreviations are written the same way in both."""
    return any(
        contained(words_of(change(label)), words_of(change(name))) for change in (_without_hyphens, _without_accents)
    ) or _contained_abbreviated(label, name)


def _without_hyphens(text: str) -> str:
    return _HYPHENS.sub("", text)


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


_ABBREVIATIONS_TEXT = """
aant aanv afd alg ave apr art aug bijl bijv blvd ca cm dec dep dept dhr do dr drs enz etc excl feb fig gem gld hfst hr
inc incl info ing inl intl jan jr jul jun kg km ltd ma max medew mevr mi mij min mm mnd mr mrs ms mw nl no nov nr nrs
okt oct org pag pct pp prof prov red ref resp sec sep sept st str tel tov univ vb vgl vol vr vs wo za zo fri mon sat
sun thu tue wed
"""
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_TEXT.split())
"""Dutch and English abbreviations that are often written without a full stop."""


def _contained_abbreviated(label: str, name: str) -> bool:
    """As ``contained``, where a word may stand for an abbreviation of it on the other side."""
    short, long = words_of(label), words_of(name)
    dotted = {w for text in (label, name) for m in re.findall(r"(\w+)\.", text.casefold()) for w in words_of(m)}
    known = dotted | _ABBREVIATIONS
    for start in range(len(long)):
        if _aligned(short, long[start:], known) or _aligned_reversed(short, long[start:], known):
            return True
    return False


def _aligned(label: Sequence[str], name: Sequence[str], known: set[str] | frozenset[str]) -> bool:
    """Each word of the label meets the next word of the name, or the initials of the next few."""
    at = 0
    for word in label:
        if at < len(name) and (word == name[at] or _shortens(word, name[at], known)):
            at += 1
        elif _is_initials(word, name[at : at + len(word)]):
            at += len(word)
        else:
            return False
    return True


def _aligned_reversed(label: Sequence[str], name: Sequence[str], known: set[str] | frozenset[str]) -> bool:
    """The same, with initials on the side of the name."""
    at = 0
    for word in name:
        if at >= len(label):
            return True
        if word == label[at] or _shortens(word, label[at], known):
            at += 1
        elif _is_initials(word, label[at : at + len(word)]):
            at += len(word)
        else:
            return False
    return at >= len(label)


def _is_initials(word: str, words: Sequence[str]) -> bool:
    return (
        len(word) >= 2
        and len(words) == len(word)
        and all(w.startswith(c) for c, w in zip(word, words, strict=True))
        and all(len(w) > 1 and w.isalpha() for w in words)
    )


def _shortens(one: str, other: str, known: set[str] | frozenset[str]) -> bool:
    """One of two words is an abbreviation of the other: known as one, and its letters occur in it in order."""
    short, long = sorted((one, other), key=len)
    if short == long or short not in known or not short.isalpha() or short[0] != long[0]:
        return False
    letters = iter(long)
    return all(c in letters for c in short)
