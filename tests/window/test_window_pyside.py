"""Faults of PySide6 that would break the window on this Python."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class Sender(QObject):
    sent = Signal(int)


def test_a_signal_takes_no_reference_to_true_away() -> None:
    """PySide6 6.12.0 on Python 3.11 loses one at each emit and dies after some hundreds."""
    sender, taken = Sender(), []
    sender.sent.connect(taken.append)
    before = sys.getrefcount(True)
    for number in range(2_000):
        sender.sent.emit(number)
    assert len(taken) == 2_000
    assert abs(sys.getrefcount(True) - before) < 50
