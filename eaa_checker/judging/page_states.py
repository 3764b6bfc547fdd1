"""Which rules mean something in which state of a page: what a state itself brings about is nobody's barrier.

In the default state every rule is judged. In another state those are left out whose outcome cannot depend on it
(they would only say the same again) and those that the state makes say what is not so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eaa_checker.domain.sample import PageState
from rules import axe
from rules.book import RuleBook
from rules.contract import Rule, Words

_OTHERS = tuple(state for state in PageState if state is not PageState.DEFAULT)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rules that are not judged in some states, and why. Rules of axe-core carry ``axe/`` before their id."""

    rules: tuple[str, ...]
    states: tuple[PageState, ...]
    why: Words


TABLE: tuple[LeftOut, ...] = (
    LeftOut(
        (
            "document-has-lang", "document-has-title", "document-lang-is-valid", "document-lang-matches-text",
            "letter-spacing-is-adjustable", "line-height-is-adjustable", "meta-refresh-gives-time",
            "meta-refresh-is-immediate", "viewport-allows-zoom", "word-spacing-is-adjustable",
            "axe/avoid-inline-spacing", "axe/document-title", "axe/html-has-lang", "axe/html-lang-valid",
            "axe/html-xml-lang-mismatch", "axe/meta-refresh", "axe/meta-viewport",
        ),
        _OTHERS,
        Words(
            "Gaat over wat in de bron van het document staat; geen toestand verandert dat.",
            "Is about what the source of the document says; no state changes that.",
        ),
    ),
    LeftOut(
        ("axe/audio-caption", "axe/no-autoplay-audio", "axe/video-caption"),
        _OTHERS,
        Words(
            "Gaat over de inhoud van film en geluid; die wordt eenmaal beluisterd, in de standaardtoestand.",
            "Is about what film and sound hold; they are listened to once, in the default state.",
        ),
    ),
    LeftOut(
        ("axe/css-orientation-lock",),
        _OTHERS,
        Words(
            "Het scherm wordt eenmaal gedraaid, in de standaardtoestand.",
            "The screen is turned once, in the default state.",
        ),
    ),
    LeftOut(
        ("text-has-contrast", "text-has-enhanced-contrast", "field-text-has-contrast", "field-boundary-has-contrast",
         "axe/color-contrast", "axe/color-contrast-enhanced", "axe/link-in-text-block"),
        (PageState.FORCED_COLOURS,),
        Words(
            "De kleuren zijn dan die van de gebruiker, niet die van de site.",
            "The colours are the user's then, not the site's.",
        ),
    ),
    LeftOut(
        ("axe/target-size",),
        (PageState.NARROW, PageState.ZOOMED, PageState.TEXT_SPACING),
        Words(
            "De maat van knoppen geldt voor de pagina zoals die opent; een ander venster schuift ze op elkaar.",
            "The size of targets holds for the page as it opens; another window pushes them together.",
        ),
    ),
    LeftOut(
        ("axe/p-as-heading",),
        (PageState.TEXT_SPACING,),
        Words(
            "Leunt op de opmaak van alinea's, en die komt dan van ons.",
            "Leans on the layout of paragraphs, which is ours then.",
        ),
    ),
)  # fmt: skip
"""Besides these, no rule that awaits records of behaviour is judged but in the default state: the probes that press
keys, turn the screen or listen run there only, since they would undo the state or take its time again."""


def left_out(rule_id: str, state: str) -> Words | None:
    """Why the rule is not judged in *state*; None when the table says nothing against it."""
    return next((one.why for one in TABLE if rule_id in one.rules and state in one.states), None)


def judged_in(rule: Rule, state: str) -> bool:
    """Our own *rule* is judged in *state*."""
    return state == PageState.DEFAULT or (not rule.awaits and left_out(rule.id, state) is None)


def heard_in(axe_id: str, own: Iterable[Rule], state: str) -> bool:
    """What axe-core's rule *axe_id* says counts in *state*. *own*: our rules that see the same barrier; where none of
    them is judged, nobody settles what axe-core says, and its word would pass for a disagreement."""
    if state == PageState.DEFAULT:
        return True
    rivals = list(own)
    if rivals and not any(judged_in(rule, state) for rule in rivals):
        return False
    return left_out(f"axe/{axe_id}", state) is None


def rules_in(rule_ids: Iterable[str], book: RuleBook, state: str) -> frozenset[str]:
    """Those of *rule_ids* (ours, and axe-core's with ``axe/`` before them) that are judged in *state*."""
    by_axe = {axe_id: [rule for rule in book.rules if axe_id in rule.axe] for axe_id in axe.table()}
    found = set()
    for rule_id in rule_ids:
        kind, _, axe_id = rule_id.partition("/")
        if kind == "axe" and axe_id:
            if heard_in(axe_id, by_axe.get(axe_id, ()), state):
                found.add(rule_id)
        elif rule_id in book.files and judged_in(book.files[rule_id].RULE, state):
            found.add(rule_id)
    return frozenset(found)
