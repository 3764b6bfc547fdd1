"""Reasons that people give for what they do: asked for where the inspectorate asks for them."""

from __future__ import annotations

from eaa_checker.errors import BadInput

LONGEST = 10_000
"""Characters of a reason or a description; a whole document does not belong there."""


def ground(text: str, nl: str, en: str) -> str:
    """*text* without space around it. Raises BadInput, with what it was the reason for (*nl*, *en*), when empty.

    *nl*, *en* complete the sentence “Geef een reden …” / “Give a reason …”.
    """
    given = text.strip()
    if not given:
        raise BadInput(f"Geef een reden {nl}.", f"Give a reason {en}.")
    return not_too_long(given)


def plain_ground(text: str) -> str:
    """*text* without space around it. Raises BadInput when empty."""
    if not text.strip():
        raise BadInput("Geef een reden op.", "Give a reason.")
    return text.strip()


def not_too_long(text: str) -> str:
    """*text*. Raises BadInput when it is longer than `LONGEST`."""
    if len(text) > LONGEST:
        raise BadInput(
            f"De tekst is te lang: {len(text)} tekens; er passen er {LONGEST}. Voeg een bijlage toe.",
            f"The text is too long: {len(text)} characters; {LONGEST} fit. Attach a file instead.",
        )
    return text
