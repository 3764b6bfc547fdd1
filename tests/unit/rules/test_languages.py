"""Language tags, function words, and which language most words are in."""

from __future__ import annotations

import pytest

from rules.knowledge.function_words import LANGUAGES, winner
from rules.knowledge.language_of_text import agrees, language_of, listen, names
from rules.knowledge.languages import canonical, close, is_known, weight, words


@pytest.mark.parametrize("tag", ["nl", "NL-be", "fy", "en-US-GB", "de-hello", "zgh", "fil", "qaa", "iw", "zxx"])
def test_known_tags(tag: str) -> None:
    assert is_known(tag)


@pytest.mark.parametrize(
    "tag", ["", "nld", "eng", "i-lux", "i-klingon", "en_US", " nl", "#1", "invalid", "-nl", "x-mine"]
)
def test_unknown_tags(tag: str) -> None:
    assert not is_known(tag)


def test_kinship() -> None:
    assert close("nl", "af")
    assert not close("nl", "en")
    assert canonical("nb-NO") == "no"
    assert names("nl-NL") == ("Nederlands", "Dutch")
    assert names("xyz")[0] == "“xyz”"


def test_words_leave_addresses_out() -> None:
    assert words("Mail info@regio.nl of zie https://regio.nl/112 nu") == ["Mail", "of", "zie", "nu"]
    assert weight("112 — 24/7") == 0
    assert weight("消防署") == 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De brandweer rukt uit bij brand en bij ongevallen in de regio", "nl"),
        ("The fire brigade turns out for fires and for accidents in the region", "en"),
        ("Die Feuerwehr rückt bei einem Brand und bei Unfällen aus, wenn sie nicht", "de"),
        ("Les pompiers sont là pour vous et pour les autres dans la région", "fr"),
        ("Brandweer Burgernet", ""),
        ("de la", ""),
    ],
)
def test_function_words(text: str, language: str) -> None:
    assert winner(words(text)) == language
    assert not language or language in LANGUAGES


def _never_sure(text: str) -> list[tuple[str, float]]:
    return [("nl", 0.4), ("en", 0.3), ("de", 0.2), ("da", 0.0), ("af", 0.1)] if text else []


DUTCH = "De brandweer rukt uit bij brand en bij ongevallen in de regio"
ENGLISH = "The fire brigade turns out for fires and for accidents in the region"


def test_listening_counts_words() -> None:
    heard = listen([DUTCH, ENGLISH, "Burgernet"], _never_sure)
    assert heard.counts == {"nl": 12, "en": 13}
    assert heard.total == 26


def test_agreement() -> None:
    assert agrees("nl", listen([DUTCH], _never_sure)) == "yes"
    assert agrees("nl-BE", listen([DUTCH, DUTCH, ENGLISH], _never_sure)) == "yes"
    assert agrees("en", listen([DUTCH], _never_sure)) == "no"
    assert agrees("da", listen([DUTCH], _never_sure)) == "no"
    assert agrees("af", listen([DUTCH], _never_sure)) == "unsure"
    assert agrees("fy", listen([DUTCH], _never_sure)) == "unsure"
    assert agrees("zgh", listen([DUTCH], _never_sure)) == "unsure"
    assert agrees("nl", listen(["Burgernet"], _never_sure)) == "unsure"
    assert agrees("en", listen([DUTCH, ENGLISH + " today"], _never_sure)) == "yes"


def test_the_identifier_is_not_believed_against_the_words() -> None:
    def wrong(text: str) -> list[tuple[str, float]]:
        return [("fr", 1.0), ("en", 0.0)]

    assert language_of(ENGLISH, wrong) == "en"
    assert language_of("Dit zijn twee zonder verder iets", wrong) != "fr"
    assert language_of("Burgernet Brandweer", wrong) == ""


def test_designers_latin_is_in_no_language() -> None:
    filler = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et."
    heard = listen([DUTCH, *[filler] * 20], lambda _: [("no", 1.0)])
    assert heard.total == sum(heard.counts.values())
    assert agrees("nl", heard) == "yes"


def test_loose_labels_are_no_evidence_of_another_language() -> None:
    labels = ["Skip to content", "Collection times", "Home page", "Paper", "Glass", "Plastic containers"]
    heard = listen(labels, lambda text: [("fr", 0.95 if " . " in text else 0.3)])
    assert not heard.counts
    assert agrees("en", heard) == "unsure"
