"""The language identifier of the capture floor, with lingua itself."""

from __future__ import annotations

import pytest

pytest.importorskip("lingua", reason="the extra 'language' is not installed")

from eaa_checker.capture.language import LANGUAGES, MAX_LENGTH, identifier


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bel bij brand in uw huis meteen het alarmnummer en wacht buiten.", "nl"),
        ("In case of fire in your house call the emergency number at once.", "en"),
        ("Rufen Sie bei einem Brand in Ihrem Haus sofort den Notruf an.", "de"),
        ("اتصل برقم الطوارئ عند نشوب حريق في منزلك", "ar"),
        ("Якщо у вашому домі пожежа, негайно телефонуйте до служби порятунку.", "uk"),
        ("Evinizde yangın çıkarsa hemen acil durum numarasını arayın.", "tr"),
        ("W razie pożaru w domu natychmiast zadzwoń pod numer alarmowy.", "pl"),
    ],
)
def test_plain_sentences(text: str, language: str) -> None:
    identify = identifier()
    assert identify is not None
    answer = identify(text)
    assert answer[0][0] == language
    assert answer[0][1] > 0.8
    assert len(answer) == len(LANGUAGES)


@pytest.mark.parametrize("text", ["", "   ", "112 — 24/7", "!!!"])
def test_nothing_to_tell(text: str) -> None:
    identify = identifier()
    assert identify is not None
    assert identify(text) == []


def test_very_long_texts_are_cut() -> None:
    identify = identifier()
    assert identify is not None
    long = "Bel bij brand in uw huis meteen het alarmnummer. " * 1_000
    assert identify(long) == identify(long[: MAX_LENGTH + 10_000])
