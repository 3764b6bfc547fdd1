"""The summary a terminal prints."""

from __future__ import annotations

import dataclasses

import pytest
from report_samples import hostile_report, observations, report

from eaa_checker.domain.scan import ScanState
from eaa_checker.report.terminal import lines, summary


def test_the_widest_reach_comes_first_and_the_rest_is_counted() -> None:
    found = summary(report(), "nl", most=2)
    assert [b.pages for b in found.barriers] == [9, 4]
    assert found.barriers[0].norm == "WCAG 1.1.1 Niet-tekstuele content (A)"
    assert "mensen die niet kunnen zien" in found.barriers[0].who
    assert found.more_barriers == 4


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "nl",
            ("Barrières            6 (18 plaatsen)", "  1 × pagina bestaat niet", "Een mens stelt bevindingen vast"),
        ),
        ("en", ("Barriers                6 (18 places)", "  1 × page does not exist", "Not tested is never passed")),
    ],
)
def test_it_says_what_was_seen_and_what_not(language: str, sentences: tuple[str, ...]) -> None:
    text = "\n".join(lines(report(), language))
    for sentence in sentences:
        assert sentence in text


def test_a_running_scan_and_an_error_are_said() -> None:
    scan = dataclasses.replace(
        report().scan, state=ScanState.INTERRUPTED, error='{"nl": "De browser viel weg.", "en": "The browser died."}'
    )
    text = "\n".join(lines(report(scan=scan), "nl"))
    assert "niet afgerond" in text
    assert "De browser viel weg." in text
    assert "The browser died." in "\n".join(lines(report(scan=scan), "en"))


def test_an_empty_scan_does_not_look_like_a_good_one() -> None:
    text = "\n".join(lines(report([], lines=[]), "en"))
    assert "0 pages" in text
    assert "Not tested is never passed" in text


def test_nothing_reaches_the_terminal_that_steers_it() -> None:
    text = "\n".join(lines(hostile_report(), "nl", most=100))
    text.encode("utf-8")
    assert not any((ord(c) < 32 and c != "\n") or c in "\x7f\u202e\u2066" for c in text)
    assert max(map(len, text.split("\n"))) < 1_000


def test_the_counts_agree_with_the_observations() -> None:
    found = summary(report(), "nl", most=100)
    assert len(found.barriers) == sum(o.verdict == "failed" for o in observations())
    assert sum(count for _, count in found.gaps) == 6
