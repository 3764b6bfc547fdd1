"""Tells in which language a text is, with lingua where it is installed (the extra ``language``)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

LANGUAGES = (
    "DUTCH", "ENGLISH", "GERMAN", "FRENCH", "SPANISH", "ITALIAN", "PORTUGUESE", "POLISH", "TURKISH", "DANISH",
    "SWEDISH", "BOKMAL", "ROMANIAN", "HUNGARIAN", "CZECH", "SOMALI", "INDONESIAN", "AFRIKAANS", "BULGARIAN", "RUSSIAN",
    "UKRAINIAN", "ARABIC", "PERSIAN", "CHINESE", "HINDI", "GREEK", "FINNISH", "CROATIAN", "ALBANIAN",
)  # fmt: skip
"""The languages met on Dutch public sites. lingua knows no Frisian: it takes Frisian for Dutch."""
_CODES = {"nb": "no"}
MAX_LENGTH = 5_000
"""Characters that are looked at; more adds nothing."""


def identifier() -> Callable[[str], list[tuple[str, float]]] | None:
    """A function text → (primary subtag, confidence) pairs, the likeliest first; None when lingua is not installed.

    The answer names every language of ``LANGUAGES``, also those of confidence 0; it is empty for a text without
    letters. Models are loaded at the first call (about 50 MB).
    """
    return _identify if find_spec("lingua") is not None else None


@cache
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder

    languages = [getattr(Language, name) for name in LANGUAGES]
    # Low accuracy means trigrams only: a tenth of the memory, and as good on texts of more than a few words.
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()


@lru_cache(maxsize=2_000)
def _answer(text: str) -> tuple[tuple[str, float], ...]:
    found = _detector().compute_language_confidence_values(text)
    pairs = [(c.language.iso_code_639_1.name.lower(), c.value) for c in found]
    if not pairs or pairs[0][1] <= 0:
        return ()
    return tuple((_CODES.get(code, code), value) for code, value in pairs)


def _identify(text: str) -> list[tuple[str, float]]:
    return list(_answer(" ".join(text.split())[:MAX_LENGTH]))
