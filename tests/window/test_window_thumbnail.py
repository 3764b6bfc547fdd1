"""The picture of the latest page while a scan runs: read from the store by the address that the worker reports."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.capture import Capture, Part, PartKind
from eaa_checker.domain.scan import Progress, Scan, ScanOptions
from eaa_checker.engine import Engine
from eaa_checker.store import Store
from ui.bridge import Question
from ui.scanning.progress import ProgressPanel
from ui.window import Window

SITE = "https://www.waterland.example"
RED, GREEN = (200, 30, 30), (30, 140, 60)
CONTENTS = {"/rood": RED, "/groen": GREEN}


def picture(colour: tuple[int, int, int], size: tuple[int, int]) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, colour).save(data, "PNG")
    return data.getvalue()


@pytest.fixture
def running(empty_database: Path) -> Scan:
    """A scan in progress: two pages with a picture, one with a crop only, one with neither."""
    with Engine.open(empty_database) as engine:
        owner = engine.add_organisation("Veiligheidsregio Waterland")
        scan = engine.new_scan(engine.add_target(owner.id, "Website", f"{SITE}/").id, ScanOptions())
    with Store.open(empty_database) as store:
        scan = store.claim_scan(scan.id, "werker")
        for path in ("/rood", "/groen", "/snel", "/kaal"):
            address = SITE + path
            parts: tuple[Part, ...] = ()
            if path in CONTENTS:
                put = store.evidence.put(picture(CONTENTS[path], (1280, 4000)), "image/png")
                parts = (Part(PartKind.PICTURE, *put, "image/png", region=(0.0, 0.0, 1280.0, 4000.0)),)
            elif path == "/snel":
                put = store.evidence.put(picture(GREEN, (60, 30)), "image/png")
                parts = (Part(PartKind.CROP, *put, "image/png", "p1", (0.0, 0.0, 60.0, 30.0)),)
            now = datetime.now(UTC)
            line = AddressLine(address, FoundBy.LINK, 1, ending=Ending.CAPTURED, visited=now)
            store.store_page(scan.id, line, Capture(address, address, now, True, 200, "", "nl", "default", parts), [])
        return scan


@pytest.fixture
def progress(empty_database: Path, running: Scan, open_window: Callable[..., Window]) -> ProgressPanel:
    window = open_window(empty_database, place="today")
    panel = ProgressPanel(window.desk)
    window.places.addWidget(panel)
    window.places.setCurrentWidget(panel)
    panel.follow(running)
    return panel


def page(scan: Scan, path: str, ending: Ending = Ending.CAPTURED) -> Progress:
    return Progress(scan.id, "page", found=9, tested=1, address=SITE + path, ending=ending.value)


def shown(panel: ProgressPanel) -> QImage:
    return panel.thumbnail.picture.pixmap().toImage()


def test_the_latest_page_is_shown_by_its_address(
    qtbot: QtBot, progress: ProgressPanel, running: Scan
) -> None:
    thumbnail = progress.thumbnail
    assert not thumbnail.isVisible(), "there is no page yet"
    progress.report(page(running, "/rood"))
    qtbot.waitUntil(lambda: thumbnail.picture.accessibleName() == f"Beeld van {SITE}/rood")
    image = shown(progress)
    assert image.width() == thumbnail.picture.contentsRect().width() * image.devicePixelRatio()
    assert image.height() <= thumbnail.picture.height() * image.devicePixelRatio(), "the top of a long page"
    assert QColor(image.pixel(5, 5)).getRgb()[:3] == RED
    assert thumbnail._address.text() == f"{SITE}/rood"

    for _ in range(50):
        progress.report(page(running, "/rood"))
    progress.report(page(running, "/weg", Ending.NOT_FOUND))
    progress.report(page(running, "/groen"))
    qtbot.waitUntil(lambda: thumbnail._address.text() == f"{SITE}/groen")
    assert QColor(shown(progress).pixel(5, 5)).getRgb()[:3] == GREEN


def test_without_a_picture_of_the_page_a_part_is_shown_or_it_is_said(
    qtbot: QtBot, progress: ProgressPanel, running: Scan
) -> None:
    thumbnail = progress.thumbnail
    progress.report(page(running, "/snel"))
    qtbot.waitUntil(lambda: thumbnail._address.text() == f"{SITE}/snel")
    assert "maakt geen beelden van hele pagina’s" in thumbnail.picture.accessibleName()
    assert (shown(progress).width(), shown(progress).height()) == (60, 30)
    progress.report(page(running, "/kaal"))
    qtbot.waitUntil(lambda: thumbnail._address.text() == f"{SITE}/kaal")
    assert thumbnail.picture.text() == "Geen beeld van deze pagina (snelle scan)"
    assert thumbnail.picture.accessibleName().startswith(f"{SITE}/kaal: ")


def test_only_one_picture_is_read_at_a_time_and_none_unseen(
    progress: ProgressPanel, running: Scan, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    ask = progress._desk.bridge.ask

    def count(*words: Any) -> Question:
        asked.append(words)
        return ask(*words)

    monkeypatch.setattr(progress._desk.bridge, "ask", count)
    for number in range(200):
        progress.report(page(running, f"/{number}"))
    progress.thumbnail._read()
    progress.thumbnail._read()
    for number in range(200):
        progress.report(page(running, f"/{number}"))
    assert len(asked) == 1
    progress.hide()
    progress.thumbnail._reading = False
    progress.thumbnail._read()
    assert len(asked) == 1


def test_another_scan_begins_with_nothing(qtbot: QtBot, progress: ProgressPanel, running: Scan) -> None:
    progress.report(page(running, "/rood"))
    qtbot.waitUntil(lambda: not progress.thumbnail.picture.pixmap().isNull())
    progress.follow(replace(running, id=99))
    assert progress.thumbnail.picture.pixmap().isNull()
    assert not progress.thumbnail.isVisible()
