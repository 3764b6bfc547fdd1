"""In which language most words of some passages are, by two witnesses: function words and an identifier of languages.

Source: ACT glossary "most common language of an element" (it counts words). Statistics of letters alone take a foreign
proper name for the language of a whole sentence; function words alone say nothing of short texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rules.knowledge.function_words import LANGUAGES, votes, winner
from rules.knowledge.languages import canonical, close, weight, words

Identify = Callable[[str], list[tuple[str, float]]]

_ENOUGH_WORDS = 4
_ENOUGH_LETTERS = 20
_SURE = 0.9
_DENSE = 0.2
"""Part of a text's words that function words are at least, before they alone tell its language."""
_FILLER = frozenset(
    ("lorem", "ipsum", "dolor", "amet", "consectetur", "adipiscing", "elit", "eiusmod", "tempor", "incididunt")
)
"""Words of the filler text of designers, which is in no language; some of them make a passage one."""
_LOOKED_AT = 400
"""Passages that are identified one by one; a long page has said enough by then."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard in some passages."""

    counts: Counter[str] = field(default_factory=Counter)
    """Language → number of words in passages of that language."""
    total: int = 0
    """All words."""
    told: Counter[str] = field(default_factory=Counter)
    """Language → number of its function words in all passages."""
    everything: Callable[[], list[tuple[str, float]]] = list
    """What the identifier makes of all passages together; asked only where the passages one by one leave a doubt."""

    def words_in(self, language: str) -> int:
        """Words in *language* and in languages easily taken for it."""
        return sum(n for other, n in self.counts.items() if close(language, other))

    @property
    def likeliest(self) -> str:
        """The language of everything together, if the identifier is sure."""
        answer = self.everything()
        return answer[0][0] if answer and answer[0][1] >= _SURE else ""

    @property
    def known(self) -> frozenset[str]:
        """Languages that the identifier can tell."""
        return frozenset(code for code, _ in self.everything())

    @property
    def most_common(self) -> str:
        return self.counts.most_common(1)[0][0] if self.counts else ""


def listen(passages: Sequence[str], identify: Identify) -> Heard:
    """Counts the words of *passages* per language. Short passages are judged together."""
    passages = [passage for passage in passages if not _filler(passage)]
    counts: Counter[str] = Counter()
    unsure: list[str] = []
    for passage in passages[:_LOOKED_AT]:
        language = language_of(passage, identify)
        if language:
            counts[language] += weight(passage)
        else:
            unsure.append(passage)
    bag = " . ".join(dict.fromkeys(unsure))
    rest = language_of(bag, identify) if len(unsure) > 1 else ""
    if rest and _told_by_words(rest, words(bag)):
        counts[rest] += sum(map(weight, unsure))
    everything = " . ".join(dict.fromkeys(passages[:_LOOKED_AT]))
    told = votes([word for passage in passages for word in words(passage)])
    return Heard(counts, sum(map(weight, passages)), told, lambda: identify(everything) if everything else [])


def _filler(text: str) -> bool:
    """Designers' Latin, which is left out of every count."""
    return len(_FILLER.intersection(word.casefold() for word in words(text))) >= 3


def _told_by_words(language: str, found: Sequence[str]) -> bool:
    """Loose labels are in *language* when their function words say so too: statistics of letters take a list of names
    for a sentence. Languages whose function words are not known have to do without."""
    if language not in LANGUAGES:
        return True
    counted = votes(found)
    return counted[language] >= 2 and counted[language] == max(counted.values())


def language_of(text: str, identify: Identify) -> str:
    """The language of one passage when it is clear; else empty."""
    found = words(text)
    by_words = winner(found)
    if by_words and votes(found)[by_words] >= _DENSE * len(found):
        return by_words
    if weight(text) < _ENOUGH_WORDS or sum(map(len, found)) < _ENOUGH_LETTERS:
        return _short(text, found, identify)
    answer = identify(text)
    if not answer or answer[0][1] < _SURE:
        return ""
    return answer[0][0] if _not_contradicted(answer[0][0], found) else ""


def _short(text: str, found: Sequence[str], identify: Identify) -> str:
    """Three words with a function word among them, and an identifier that is sure, are enough too."""
    if len(found) < 3 or sum(map(len, found)) < 15:
        return ""
    answer = identify(text)
    if not answer or answer[0][1] < _SURE or not votes(found)[answer[0][0]]:
        return ""
    return answer[0][0] if _not_contradicted(answer[0][0], found) else ""


def _not_contradicted(language: str, found: Sequence[str]) -> bool:
    counted = votes(found)
    return not counted or counted[language] >= max(counted.values()) - 1


def agrees(declared: str, heard: Heard) -> str:
    """``yes``, ``no`` or ``unsure``: whether the language tag *declared* is the most common language heard.

    ``no`` takes a clear majority in one other language that is not easily confused with the declared one, and whose
    function words are there too: of a few labels ("Password") letters alone say anything.
    """
    wanted = canonical(declared)
    own = heard.words_in(wanted)
    top = heard.most_common
    if not top:
        return "unsure"
    other = heard.counts[top]
    if close(wanted, top) and wanted != top:
        return "unsure"  # Frisian and Dutch, for instance: nobody here can tell them apart.
    if own >= other:
        return "yes"
    if wanted not in heard.known and wanted not in LANGUAGES and other < 20:
        return "unsure"
    if other >= 2 * own and (heard.likeliest in ("", top) or other >= 0.6 * heard.total):
        return "no" if other >= 3 and _spoken(top, wanted, heard) else "unsure"
    return "unsure"


_OWN_LETTERS = frozenset(("ar", "bg", "el", "fa", "hi", "ru", "uk", "zh"))
_LONG = 8
"""Words by whose letters a language is told when its function words are not known."""


def _spoken(other: str, declared: str, heard: Heard) -> bool:
    """*other* is told by more than what its letters look like."""
    if other in _OWN_LETTERS:
        return True
    if other in LANGUAGES:
        return heard.told[other] >= 2 and heard.told[other] > heard.told[declared]
    return heard.counts[other] >= _LONG


NAMES = {
    "nl": ("Nederlands", "Dutch"), "en": ("Engels", "English"), "de": ("Duits", "German"), "fr": ("Frans", "French"),
    "es": ("Spaans", "Spanish"), "it": ("Italiaans", "Italian"), "pt": ("Portugees", "Portuguese"),
    "pl": ("Pools", "Polish"), "tr": ("Turks", "Turkish"), "ar": ("Arabisch", "Arabic"), "fy": ("Fries", "Frisian"),
    "uk": ("Oekraïens", "Ukrainian"), "ru": ("Russisch", "Russian"), "da": ("Deens", "Danish"),
    "sv": ("Zweeds", "Swedish"), "no": ("Noors", "Norwegian"), "ro": ("Roemeens", "Romanian"),
    "hu": ("Hongaars", "Hungarian"), "cs": ("Tsjechisch", "Czech"), "so": ("Somalisch", "Somali"),
    "id": ("Indonesisch", "Indonesian"), "af": ("Afrikaans", "Afrikaans"), "bg": ("Bulgaars", "Bulgarian"),
    "fa": ("Perzisch", "Persian"), "zh": ("Chinees", "Chinese"), "hi": ("Hindi", "Hindi"), "el": ("Grieks", "Greek"),
    "fi": ("Fins", "Finnish"), "hr": ("Kroatisch", "Croatian"), "sq": ("Albanees", "Albanian"),
    "ti": ("Tigrinya", "Tigrinya"), "pap": ("Papiaments", "Papiamento"), "li": ("Limburgs", "Limburgish"),
}  # fmt: skip
"""Primary subtag → its name in Dutch and in English."""


def names(tag: str) -> tuple[str, str]:
    """The language of a tag in Dutch and in English; the tag in quotes when we have no name for it."""
    return NAMES.get(canonical(tag), (f"“{tag}”", f"“{tag}”"))


OWN_NAMES = {
    "nl": ("nederlands",), "en": ("english",), "de": ("deutsch",), "fr": ("français", "francais"),
    "es": ("español", "espanol"), "it": ("italiano",), "pt": ("português", "portugues"), "pl": ("polski",),
    "tr": ("türkçe", "turkce"), "ar": ("العربية", "عربي"), "fy": ("frysk",), "uk": ("українська",),
    "ru": ("русский",), "da": ("dansk",), "sv": ("svenska",), "no": ("norsk",), "ro": ("română",), "hu": ("magyar",),
    "cs": ("čeština",), "so": ("soomaali", "af soomaali"), "bg": ("български",), "fa": ("فارسی",),
    "zh": ("中文",), "ti": ("ትግርኛ",), "pap": ("papiamentu", "papiamento"), "el": ("ελληνικά",), "fi": ("suomi",),
    "hr": ("hrvatski",), "sq": ("shqip",), "id": ("bahasa indonesia",),
}  # fmt: skip
"""Primary subtag → the language's name in itself, as language switches show it."""
