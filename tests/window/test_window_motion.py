"""Less movement where the desktop or the user asks for it, and never a flash."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from jeepney import DBusAddress, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from eaa_checker.domain.scan import Progress
from ui import catalogue
from ui.place import Link
from ui.settings_place.place import Settings
from ui.style.look import Look
from ui.style.motion import Choice
from ui.window import Window

Settle = Callable[[Window], None]
LARGE = 341 * 256 // 4
"""Pixels of a quarter of 10 degrees of sight, under which a flash does no harm (WCAG 2.1, general flash)."""
MOST = 3
"""Flashes within a second."""


@pytest.fixture
def calm(window: Window) -> Iterator[Window]:
    """The window with less movement."""
    window.desk.look.motion.use(Choice.REDUCE)
    yield window
    window.desk.look.motion.use(Choice.SYSTEM)


def picture(widget: QWidget) -> np.ndarray:
    """Relative luminance of each pixel (WCAG 2.1), 0 to 1."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    colours = data[:, : image.width(), 2::-1] / 255.0
    linear = np.where(colours <= 0.03928, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def most_flashes(pictures: Sequence[np.ndarray]) -> int:
    """How often an area of the harmful size goes there and back, by a tenth or more with the darker under 0.8, when
    all *pictures* are seen within one second: the worst case."""
    flashes = np.zeros(pictures[0].shape, int)
    base, direction = pictures[0].copy(), np.zeros(pictures[0].shape, int)
    for now in pictures[1:]:
        step = np.where((np.abs(now - base) >= 0.1) & (np.minimum(now, base) < 0.8), np.sign(now - base), 0).astype(int)
        flashes += (step != 0) & (direction != 0) & (step != direction)
        direction = np.where(step != 0, step, direction)
        base = np.where(step != 0, now, base)
    counts = [count for count in range(1, flashes.max() + 1) if (flashes >= count).sum() >= LARGE]
    return max(counts, default=0)


@pytest.mark.clause("11.2.2.2", "11.7")
def test_with_less_movement_nothing_is_animated_anywhere(calm: Window, qapp: QApplication, settle: Settle) -> None:
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    for entry in catalogue.ENTRIES:
        calm.go(Link(entry.key))
        settle(calm)
    # Parts that Qt puts in a field or an area (qt_…) and frames of lists that open draw nothing that could move.
    shown = [one for one in calm.findChildren(QWidget) if not one.isWindow()]
    widgets = [one for one in shown if not one.objectName().startswith("qt_")]
    assert len(widgets) > 500
    moving = [one for one in widgets if one.style().styleHint(hint, None, one) > 0]
    assert moving == []
    assert qapp.cursorFlashTime() == 0
    assert not any(qapp.isEffectEnabled(effect) for effect in Qt.UIEffect)
    calm.desk.look.motion.use(Choice.FULL)
    assert calm.style().styleHint(hint, None, calm.search) > 0
    assert qapp.cursorFlashTime() > 0


@pytest.mark.clause("11.2.2.2")
def test_at_rest_the_picture_stays_as_it_is(calm: Window, qapp: QApplication, settle: Settle) -> None:
    """Longer than a text cursor takes to blink; with all movement that is the one thing that does."""
    motion = calm.desk.look.motion
    calm.activateWindow()

    def differs() -> bool:
        calm.go(Link("organisations"))
        settle(calm)
        calm.organisations.register.filter.setFocus()
        QTest.qWait(50)
        before = picture(calm)
        for _ in range(12):
            QTest.qWait(100)
            if not np.array_equal(before, picture(calm)):
                return True
        return False

    assert not differs()
    motion.use(Choice.FULL)
    assert differs()


@pytest.mark.clause("11.2.2.2")
def test_numbers_do_not_change_by_themselves_with_less_movement(calm: Window, settle: Settle) -> None:
    today = calm.go(Link("today"))
    settle(calm)
    today._timer.timeout.emit()  # type: ignore[attr-defined]
    assert not calm.desk.bridge.busy
    calm.refresh()
    assert calm.desk.bridge.busy
    settle(calm)
    calm.desk.look.motion.use(Choice.FULL)
    settle(calm)
    today._timer.timeout.emit()  # type: ignore[attr-defined]
    assert calm.desk.bridge.busy
    settle(calm)


class Lamp(QWidget):
    """What the measure must find: it goes on and off."""

    on = False

    def paintEvent(self, event: object) -> None:  # noqa: N802 - the name that Qt calls
        QPainter(self).fillRect(self.rect(), Qt.GlobalColor.white if self.on else Qt.GlobalColor.black)


@pytest.mark.clause("11.2.3.1")
def test_nothing_flashes_while_a_scan_reports_and_places_change(window: Window, settle: Settle) -> None:
    lamp = Lamp()
    lamp.resize(400, 300)
    seen = []
    for number in range(10):
        lamp.on = number % 2 == 0
        seen.append(picture(lamp))
    assert most_flashes(seen) > MOST
    target = window.organisations.target
    assert target.scan is not None
    target.progress.follow(target.scan)
    target.progress.show()
    endings = ("captured", "not-found", "document", "timeout", "not-settled")
    seen = []
    for number in range(24):
        address = f"https://www.waterland.example/{number}"
        target.progress.report(Progress(target.scan.id, "visiting", found=30, address=address))
        ending = endings[number % len(endings)]
        target.progress.report(
            Progress(target.scan.id, "page", found=30, tested=number, address=address, ending=ending, seconds_left=9)
        )
        QApplication.processEvents()
        seen.append(picture(window))
    assert not np.array_equal(seen[0], seen[-1])
    assert most_flashes(seen) <= MOST
    seen = [picture(window)]
    for number in range(8):
        window.desk.notices.say("error" if number % 2 else "done", f"Bericht {number}")
        QApplication.processEvents()
        seen.append(picture(window))
    assert most_flashes(seen) <= MOST


def test_the_choice_is_kept_and_can_be_undone(window: Window, settle: Settle) -> None:
    place = window.go(Link("settings"))
    settle(window)
    assert isinstance(place, Settings)
    place.motions[Choice.REDUCE].click()
    assert window.desk.look.motion.reduced
    assert window.messages.text == "Gewijzigd: Beweging"
    window.desk.undoing.undo()
    settle(window)
    assert window.desk.look.motion.choice is Choice.SYSTEM
    assert place.motions[Choice.SYSTEM].isChecked()
    place.motions[Choice.REDUCE].click()
    window.close()
    assert window.desk.memory.value("motion") == "reduce"
    window.desk.look.motion.use(Choice.SYSTEM)


def test_what_the_desktop_says_counts_unless_the_user_chose(look: Look) -> None:
    motion = look.motion
    before = motion.reduced
    motion.desktop_says("org.freedesktop.appearance", "color-scheme", 1)
    motion.desktop_says("org.gnome.desktop.interface", "enable-animations", "?")
    assert motion.reduced == before
    motion.desktop_says("org.gnome.desktop.interface", "enable-animations", False)
    assert motion.reduced
    motion.use(Choice.FULL)
    assert not motion.reduced
    motion.use(Choice.SYSTEM)
    motion.desktop_says("org.gnome.desktop.interface", "enable-animations", True)
    assert motion.reduced == before


PORTAL = DBusAddress(
    "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Desktop", "org.freedesktop.portal.Settings"
)
FOLLOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.style.look import Look
app = QApplication([])
motion = Look(app, "light").motion
motion.changed.connect(lambda: print("reduced" if motion.reduced else "full", flush=True))
motion.changed.connect(lambda: None if motion.reduced else app.quit())
QTimer.singleShot(60_000, app.quit)
app.exec()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux") or not shutil.which("dbus-daemon"), reason="no D-Bus here")
def test_the_portal_of_the_desktop_is_asked_and_followed() -> None:
    """A portal of our own on a bus of our own, as the window meets it: asked once, and told of a change later."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    connection = open_dbus_connection(address)
    connection.send_and_get_reply(message_bus.RequestName(PORTAL.bus_name))
    heard: list[str] = []

    def serve() -> None:
        while len(heard) < 2:
            question = connection.receive(timeout=60)
            if question.header.fields.get(3) != "ReadOne":  # 3: the member
                continue
            heard.append(question.body[1])
            if question.body[1] == "reduced-motion":
                connection.send(new_method_return(question, "v", (("u", 1),)))
            else:
                connection.send(new_error(question, "org.freedesktop.portal.Error.NotFound"))

    server = threading.Thread(target=serve, daemon=True)
    server.start()
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "QT_QPA_PLATFORM": "offscreen"}
    folder, program = Path(__file__).parents[2], [sys.executable, "-c", FOLLOW]
    window = subprocess.Popen(program, env=environment, stdout=subprocess.PIPE, text=True, cwd=folder)
    assert window.stdout is not None
    try:
        assert window.stdout.readline() == "reduced\n"
        server.join(60)
        body = ("org.freedesktop.appearance", "reduced-motion", ("u", 0))
        connection.send(new_signal(PORTAL, "SettingChanged", "ssv", body))
        assert window.stdout.readline() == "full\n"
        assert window.wait(60) == 0
        assert sorted(heard) == ["enable-animations", "reduced-motion"]
    finally:
        window.kill()
        window.wait()
        window.stdout.close()
        connection.close()
        daemon.kill()
        daemon.wait()
        daemon.stdout.close()
