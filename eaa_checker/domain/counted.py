"""A number with its noun in the right form: “1 reactie”, “2 reacties”; “1 reply”, “0 replies”."""

from __future__ import annotations

from rules.contract import Words


def counted(count: int, one: tuple[str, str], more: tuple[str, str]) -> Words:
    """*count* before the form for one, or for any other number. Both are pairs of Dutch and English."""
    nl, en = one if count == 1 else more
    return Words(f"{count} {nl}", f"{count} {en}")
