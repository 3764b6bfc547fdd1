"""From an empty database to findings on the screen, with the real worker, browser and store."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from eaa_checker.domain.organisation import Target
from eaa_checker.domain.scan import Profile, Scan, ScanState
from eaa_checker.engine import Engine
from ui.batch.place import Batch
from ui.place import Link
from ui.window import Window

pytestmark = pytest.mark.browser
Settle = Callable[[Window], None]
LONG = 120_000
"""Milliseconds a scan may take on a busy machine."""
PAGES = 12


def page(number: int) -> str:
    links = "".join(f'<li><a href="/{n}.html">Pagina {n}</a></li>' for n in range(PAGES))
    return (
        f'<!doctype html><html lang="nl"><head><title>Pagina {number}</title></head><body>'
        f'<main><h1>Pagina {number}</h1><img src="/beeld.svg" width="60" height="60">'
        f'<p style="color:#bbb;background:#fff">Bijna niet te lezen.</p><ul>{links}</ul></main></body></html>'
    )


class Site(BaseHTTPRequestHandler):
    """Pages with an image without alternative and text without contrast; ``/slow/`` answers after a second."""

    def do_GET(self) -> None:
        path = self.path
        if path.startswith("/slow/"):
            time.sleep(1)
            path = path.removeprefix("/slow")
        if path == "/beeld.svg":
            self.answer('<svg xmlns="http://www.w3.org/2000/svg"><rect width="60" height="60"/></svg>', "image/svg+xml")
        elif path == "/" or path.endswith(".html"):
            number = int(path[1:-5]) if path != "/" else 0
            body = page(number)
            self.answer(body.replace('href="/', 'href="/slow/') if "/slow/" in self.path else body, "text/html")
        else:
            self.send_error(404)

    def answer(self, body: str, media: str) -> None:
        data = body.encode()
        self.send_response(200)
        self.send_header("Content-Type", f"{media}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def database_with(tmp_path: Path, address: str) -> tuple[Path, Target]:
    database = tmp_path / "journey.sqlite3"
    with Engine.open(database) as engine:
        organisation = engine.add_organisation("Veiligheidsregio Waterland")
        return database, engine.add_target(organisation.id, "Website", address)


def start(window: Window, qtbot: QtBot, pages: int) -> Scan:
    """Starts a scan as a user does and waits until its worker runs."""
    target = window.organisations.target
    target.header.options.setChecked(True)
    target.options.pages.setValue(pages)
    target.options.private.setChecked(True)
    target.options.profile.setCurrentIndex(target.options.profile.findData(Profile.FULL))
    window.menus.start.trigger()
    qtbot.waitUntil(lambda: window.runs.count == 1, timeout=LONG)
    qtbot.waitUntil(lambda: target.progress.isVisible(), timeout=LONG)
    assert target.scan is not None
    return target.scan


def wait_for_pages(window: Window, qtbot: QtBot, scan: Scan, number: int) -> None:
    def reached() -> bool:
        last = window.runs.last(scan.id)
        return last is not None and last.tested >= number

    qtbot.waitUntil(reached, timeout=LONG)


def wait_for_end(window: Window, qtbot: QtBot, settle: Settle) -> None:
    qtbot.waitUntil(lambda: window.runs.count == 0 and window.messages.isVisible(), timeout=LONG)
    settle(window)
    qtbot.waitUntil(lambda: not window.organisations.target.progress.isVisible(), timeout=60_000)


def test_from_start_to_export(
    open_window: Callable[..., Window], site: str, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    database, _ = database_with(tmp_path, site)
    window = open_window(database)
    target = window.organisations.target
    scan = start(window, qtbot, 3)
    wait_for_pages(window, qtbot, scan, 1)
    assert target.progress.log.count() >= 1
    assert "vastgelegd" in target.progress.log.item(0).text()
    assert "pagina’s" in target.progress._counts.text()
    assert not target.header.options.isChecked()
    chosen = window.organisations.register.tree.currentIndex()
    qtbot.waitUntil(lambda: "scan bezig" in str(chosen.data()) or window.runs.count == 0, timeout=LONG)

    wait_for_end(window, qtbot, settle)
    assert target.scan is not None
    assert target.scan.state is ScanState.COMPLETED
    assert window.messages.text == "Website: de scan is afgerond, 3 pagina’s onderzocht."
    assert target.bar.examined.accessibleName() == "3 onderzocht"
    assert target.observations.table.rowCount() >= 2

    qtbot.keyClicks(target.observations.words, "beeld.svg")
    settle(window)
    target.observations.view.choose_first()
    qtbot.waitUntil(lambda: not target.detail.evidence.picture.empty, timeout=60_000)
    seen = target.observations.view.current
    assert seen is not None
    assert seen.pages == 3
    assert "wcag:1.1.1" in seen.requirements
    mark = target.detail.evidence.picture.mark
    assert (round(mark.width()), round(mark.height())) == (60, 60)
    assert "<img" in target.detail.evidence.html.toPlainText()
    assert target.detail.explanation.toPlainText().count("\n") > 8

    report = tmp_path / "report.html"
    target.export("html", report)
    settle(window)
    assert "Veiligheidsregio Waterland" in report.read_text("utf-8")
    assert target.pages.table.rowCount() >= PAGES
    assert target.history.table.rowCount() == 1


def test_stop_keeps_what_was_done(
    open_window: Callable[..., Window], site: str, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    database, _ = database_with(tmp_path, f"{site}/slow/0.html")
    window = open_window(database)
    scan = start(window, qtbot, PAGES)
    wait_for_pages(window, qtbot, scan, 1)
    qtbot.mouseClick(window.organisations.target.progress.stop, Qt.MouseButton.LeftButton)
    assert not window.organisations.target.progress.stop.isEnabled()
    assert window.organisations.target.progress._heading.text() == "Bezig met stoppen …"
    wait_for_end(window, qtbot, settle)
    assert window.organisations.target.scan is not None
    assert window.organisations.target.scan.state is ScanState.STOPPED
    assert 1 <= window.organisations.target.scan.tested < PAGES
    assert "gestopt" in window.messages.text
    assert window.organisations.target.observations.table.rowCount() >= 1


def test_a_killed_worker_is_reported_and_its_scan_resumed(
    open_window: Callable[..., Window], site: str, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    database, _ = database_with(tmp_path, f"{site}/slow/0.html")
    window = open_window(database)
    scan = start(window, qtbot, 4)
    wait_for_pages(window, qtbot, scan, 1)
    os.kill(window.runs.process_of(scan.id), signal.SIGKILL)
    wait_for_end(window, qtbot, settle)
    assert window.organisations.target.scan is not None
    assert window.organisations.target.scan.state is ScanState.INTERRUPTED
    assert "weggevallen" in window.messages.text
    assert window.messages._action.text() == "Hervatten"
    assert window.organisations.target.bar.resume.isVisible()
    tested = window.organisations.target.scan.tested
    assert tested >= 1

    qtbot.mouseClick(window.messages._action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.runs.count == 1, timeout=60_000)
    wait_for_end(window, qtbot, settle)
    assert window.organisations.target.scan.state is ScanState.COMPLETED
    assert window.organisations.target.scan.tested == 4


def test_a_scan_goes_on_when_the_window_closes_and_the_next_window_shows_it(
    open_window: Callable[..., Window], site: str, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    database, _ = database_with(tmp_path, f"{site}/slow/0.html")
    first = open_window(database)
    scan = start(first, qtbot, 4)
    wait_for_pages(first, qtbot, scan, 1)
    process = first.runs.process_of(scan.id)
    first.close()
    first.runs.blockSignals(True)
    first.runs._timer.stop()

    second = open_window(database, scan.id)
    qtbot.waitUntil(lambda: second.runs.running(scan.id), timeout=60_000)
    assert second.runs.process_of(scan.id) == process
    qtbot.waitUntil(lambda: second.organisations.target.progress.isVisible(), timeout=60_000)
    qtbot.waitUntil(lambda: second.organisations.target.progress.log.count() >= 1, timeout=60_000)
    wait_for_end(second, qtbot, settle)
    with Engine.open(database) as engine:
        assert engine.scan(scan.id).state is ScanState.COMPLETED
        assert engine.scan(scan.id).tested == 4


def test_a_site_that_is_not_there_ends_with_a_sentence(
    open_window: Callable[..., Window], tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    database, _ = database_with(tmp_path, "http://127.0.0.1:9/")
    window = open_window(database)
    start(window, qtbot, 3)
    wait_for_end(window, qtbot, settle)
    assert window.organisations.target.scan is not None
    assert window.organisations.target.scan.state is ScanState.FAILED
    assert "geen enkele pagina kon worden onderzocht" in window.messages.text
    assert window.messages.property("kind") == "error"
    assert window.organisations.target.observations.table.rowCount() == 0
    assert window.organisations.target.pages.table.item(0).ending.failed


def test_a_missing_browser_is_said_and_can_be_mended(
    open_window: Callable[..., Window],
    site: str,
    tmp_path: Path,
    qtbot: QtBot,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    database, _ = database_with(tmp_path, site)
    window = open_window(database)
    monkeypatch.setenv("EAA_CHECKER_BROWSER", "/no/such/browser")
    start(window, qtbot, 1)
    wait_for_end(window, qtbot, settle)
    assert "/no/such/browser" in window.messages.text
    assert window.messages.property("kind") == "error"
    monkeypatch.delenv("EAA_CHECKER_BROWSER")
    qtbot.mouseClick(window.organisations.target.bar.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.runs.count == 1, timeout=60_000)
    wait_for_end(window, qtbot, settle)
    assert window.organisations.target.scan is not None
    assert window.organisations.target.scan.state is ScanState.COMPLETED


def test_pause_keeps_what_was_done_and_resume_goes_on(
    open_window: Callable[..., Window], site: str, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    database, _ = database_with(tmp_path, f"{site}/slow/0.html")
    window = open_window(database)
    scan = start(window, qtbot, 4)
    wait_for_pages(window, qtbot, scan, 1)
    batch = window.go(Link("batch", "scan", scan.id))
    assert isinstance(batch, Batch)
    settle(window)
    qtbot.waitUntil(lambda: batch.pause.isEnabled(), timeout=60_000)
    assert batch.progress.isVisible()
    qtbot.mouseClick(batch.pause, Qt.MouseButton.LeftButton)
    assert not batch.pause.isEnabled()
    qtbot.waitUntil(lambda: window.runs.count == 0 and window.messages.isVisible(), timeout=LONG)
    assert "gepauzeerd" in window.messages.text
    assert window.messages.property("kind") == "info"
    with Engine.open(database) as engine:
        paused = engine.scan(scan.id)
    assert paused.state is ScanState.INTERRUPTED
    assert 1 <= paused.tested < 4

    settle(window)
    qtbot.waitUntil(lambda: batch.resume.isEnabled(), timeout=60_000)
    qtbot.mouseClick(batch.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.runs.count == 1, timeout=60_000)
    qtbot.waitUntil(lambda: window.runs.count == 0, timeout=LONG)
    settle(window)
    with Engine.open(database) as engine:
        ended = engine.scan(scan.id)
    assert (ended.state, ended.tested) == (ScanState.COMPLETED, 4)
    assert window.runs.history(scan.id)


def test_several_targets_are_put_in_line_and_run_two_at_a_time(
    open_window: Callable[..., Window], site: str, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    database = tmp_path / "journey.sqlite3"
    with Engine.open(database) as engine:
        for name in ("A", "B", "C"):
            owner = engine.add_organisation(f"Gemeente {name}")
            engine.add_target(owner.id, f"Website {name}", f"{site}/{name}.html")
    window = open_window(database)
    batch = window.go(Link("batch", "start"))
    assert isinstance(batch, Batch)
    settle(window)
    assert not batch.start.isEnabled()
    batch.target_view.selectAll()
    assert batch.start.text() == "3 scans in de rij zetten"
    batch.options.pages.setValue(1)
    batch.options.links_deep.setValue(0)
    batch.options.private.setChecked(True)
    batch.options.profile.setCurrentIndex(batch.options.profile.findData(Profile.QUICK))
    most: list[int] = []
    window.runs.changed.connect(lambda: most.append(window.runs.count))
    qtbot.mouseClick(batch.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.runs.count == 2, timeout=LONG)
    settle(window)
    assert [row for row in batch.table._rows.texts if row[0] == "in de rij"]
    qtbot.waitUntil(lambda: window.runs.count == 0 and len(most) > 4, timeout=LONG)
    settle(window)
    assert max(most) == 2
    with Engine.open(database) as engine:
        assert [scan.state.ended for scan in engine.scans()] == [True, True, True]
