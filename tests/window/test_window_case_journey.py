"""A case in the window with real visits: three are started from it, a filled-in reply form is taken over by button and
by drop, and after a re-inspection the page is shown as it was before and after."""

from __future__ import annotations

import json
import threading
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from case_sample import BRAM
from lxml import etree
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.letters import LetterDesk
from eaa_checker.domain.case import CaseKind, CasePhase, NewCase
from eaa_checker.domain.competence import Answer
from eaa_checker.domain.finding import Impact
from eaa_checker.domain.letter import LetterKind
from eaa_checker.domain.reinspection import Outcome
from eaa_checker.domain.reply import ReplyKind
from eaa_checker.domain.sample import PageType
from eaa_checker.domain.scan import ScanState
from eaa_checker.engine import Engine
from eaa_checker.store import Store
from rules.contract import Verdict
from ui.cases.follow_up import AGAIN, REPLIES, FollowUpStep
from ui.cases.place import Cases
from ui.cases.sample import SampleStep
from ui.place import Link
from ui.testing.comparison import Comparison
from ui.window import Window

pytestmark = pytest.mark.browser
Settle = Callable[[Window], None]
REFERENCE = "JenV-2026-77/1"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
LONG = 120_000
"""Milliseconds a visit may take on a busy machine."""
BARRIER = '<button style="width:60px;height:40px;background:#c00;border:0"></button>'
REPAIRED = '<button style="width:60px;height:40px;background:#c00;color:#fff;border:0">Hulp</button>'


class Site(ThreadingHTTPServer):
    """One page with a button that has no name, until it is repaired."""

    repaired = False


class Page(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        if self.path != "/":
            self.send_error(404)
            return
        button = REPAIRED if self.server.repaired else BARRIER
        data = (
            '<!doctype html><html lang="nl"><head><title>Hulp vragen</title></head>'
            f"<body><main><h1>Hulp vragen</h1>{button}</main></body></html>"
        ).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        return


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def approved_sample(database: Path, address: str) -> int:
    """Case 1 in the phase of action, with a sample of that page; gives the number of the sample."""
    today = date.today()
    with Engine.open(database) as engine:
        owner = engine.add_organisation("Gemeente Duinwaard")
        target = engine.add_target(owner.id, "Website", address)
        case = engine.cases.open(
            NewCase(
                CaseKind.SIMPLIFIED, "Hulp vragen", "Nagaan of iedereen hulp kan vragen.", "Een melding.",
                examination_date=today, plan="Drie bezoeken.", planned_from=today - timedelta(days=1),
                planned_until=today + timedelta(days=30), target_ids=(target.id,),
            )
        )  # fmt: skip
        engine.cases.give_number(case.id, "JenV-2026-77")
        engine.cases.move(case.id, CasePhase.ANALYSIS, "aannemelijk")
        engine.cases.move(case.id, CasePhase.ACTION, "het plan is af", uncertain_because="het mandaat volgt")
        sample = engine.samples.begin(case.id, target.id)
        page = engine.samples.add(sample.id, address, PageType.HOME, "de voordeur")
        engine.samples.confirm(page.id, "de voordeur", despite="zelf in de browser bekeken")
        for kind in engine.samples.required(sample.id):
            if kind is not PageType.HOME:
                engine.samples.explain(sample.id, kind, "niet op de site")
        return engine.samples.approve(sample.id).id


def part_of(window: Window, settle: Settle, step: str) -> object:
    place = window.go(Link("cases", "case", f"1/{step}"))
    settle(window)
    assert isinstance(place, Cases)
    return place.page.part(place.page.step)


def give_reason(window: Window, settle: Settle, words: str) -> None:
    place = window.place("cases")
    assert isinstance(place, Cases)
    QTest.keyClicks(place.page.asker.reason, words)
    QTest.keyClick(place.page.asker.reason, Qt.Key.Key_Return)
    settle(window)


def three_visits(window: Window, qtbot: QtBot, settle: Settle) -> None:
    """Plans the visits of the round in view and starts them, each when the one before has ended."""
    part = part_of(window, settle, "sample")
    assert isinstance(part, SampleStep)
    visits = part.visits
    QTest.mouseClick(visits.plan, Qt.MouseButton.LeftButton)
    settle(window)
    qtbot.waitUntil(lambda: visits.visits.table.rowCount() == 3, timeout=10_000)
    for number in range(3):
        qtbot.waitUntil(visits.start.isEnabled, timeout=10_000)
        assert visits.start.text() == "Volgend bezoek starten"
        QTest.mouseClick(visits.start, Qt.MouseButton.LeftButton)
        settle(window)
        place = window.place("cases")
        assert isinstance(place, Cases)
        if place.page.asker.isVisible():  # a day apart; all of it today needs a reason
            assert place.page.asker.question.text().startswith(f"Bezoek {number + 1} is gepland op ")
            give_reason(window, settle, "alles op een dag")
        qtbot.waitUntil(lambda: window.runs.count == 1, timeout=10_000)
        assert not visits.start.isEnabled()
        qtbot.waitUntil(lambda: window.runs.count == 0, timeout=LONG)
        settle(window)
        ended = number + 1
        qtbot.waitUntil(
            lambda n=ended: sum(r.scan is not None and r.scan.state is ScanState.COMPLETED for r in visits._rows) == n,
            timeout=10_000,
        )  # fmt: skip


def issued_letter(database: Path, folder: Path) -> Path:
    """An approved finding of what was seen every time, in a letter that went out; gives the spreadsheet with it."""
    today = date.today()
    with Engine.open(database) as engine, Store.open(database) as store:
        seen = engine.stability.of(engine.cases.current_round(1).id).steady()
        barrier = next(one for one in seen if one.verdict is Verdict.FAILED and one.rule == "button-has-name")
        made = engine.findings.add(1, observations=[barrier.fingerprint])
        engine.findings.edit(made.id, impact=Impact.CRITICAL, consequence="Wie niet ziet, kan geen hulp vragen.")
        engine.findings.submit(made.id)
        FindingDesk(store, BRAM).approve(made.id)
        engine.norms.assess(
            "wad-bdto", Answer.YES, legal_basis="artikel 1 van het voorbeeldbesluit", ground="memo 3",
            since=date(2026, 1, 1), target_id=1,
        )  # fmt: skip
        choices = {
            "sent": f"{today}", "attention": "het college", "address": ["Postbus 1", "1000 AA Duinwaard"],
            "contact": "070 123 45 67", "reply_by": f"{today + timedelta(days=28)}",
            "repair_by": f"{today + timedelta(days=84)}", "norms": ["wad-bdto"], "where": "Den Haag",
        }  # fmt: skip
        letter = engine.letters.begin(1, LetterKind.FINDINGS, REFERENCE, choices)
        engine.letters.approve_template(LetterKind.FINDINGS, "memo 12 van juridische zaken")
        engine.letters.submit(letter.id)
        LetterDesk(store, BRAM).approve(letter.id)
        engine.letters.issue(letter.id, today=today)
        files = [file for file in engine.letters.issued_files(letter.id) if file.name.endswith(".ods")]
    form = folder / "reactieformulier.ods"
    form.write_bytes(next(file.data for file in files if "reactie" in file.name))
    return form


def filled(form: Path) -> Path:
    """The spreadsheet as an organisation sends it back: B-01 is acknowledged."""
    with zipfile.ZipFile(form) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    content = etree.fromstring(parts["content.xml"])
    row = next(one for one in content.iter(f"{TABLE}table-row") if "".join(one[0].itertext()) == "B-01")
    for cell, text in zip(row.findall(f"{TABLE}table-cell")[2:4], ("erkend", "Wij passen dit aan."), strict=True):
        etree.SubElement(cell, f"{TEXT}p").text = text
    parts["content.xml"] = etree.tostring(content)
    with zipfile.ZipFile(form, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return form


def drop(window: Window, part: FollowUpStep, path: Path) -> None:
    """What the window system does when a file is let go over the replies."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    at = part.replies.rect().center()
    enter = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, button, keys)
    QApplication.sendEvent(part.replies, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(part.replies, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, button, keys))


def drawn(shown: Comparison, share: int) -> QImage:
    """The picture under the slider that stands at that share."""
    shown.slider.setValue(share)
    return shown.overlay.widget().grab().toImage()


def test_from_visits_to_replies_to_before_and_after(
    open_window: Callable[..., Window],
    empty_database: Path,
    site: Site,
    tmp_path: Path,
    qtbot: QtBot,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    approved_sample(empty_database, f"http://127.0.0.1:{site.server_port}/")
    window = open_window(empty_database, place="cases")
    three_visits(window, qtbot, settle)
    part = part_of(window, settle, "sample")
    assert isinstance(part, SampleStep)
    said = {(row.title("nl"), row.settled.say("nl")) for row in part.visits.settled.items}
    assert ("Knop heeft een naam", "vast (3 van 3)") in said

    # The reply form: the spreadsheet by the button, what the web page saved by letting it go over the replies.
    form = filled(issued_letter(empty_database, tmp_path))
    after = part_of(window, settle, "follow-up")
    assert isinstance(after, FollowUpStep)
    after.tabs.setCurrentIndex(REPLIES)
    settle(window)
    asked: list[str] = []

    def choose(_parent: object, _title: str, _folder: str, kinds: str) -> tuple[str, str]:
        asked.append(kinds)
        return str(form), kinds

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    QTest.mouseClick(after.replies.take_over, Qt.MouseButton.LeftButton)
    settle(window)
    assert "*.json" in asked[0]
    assert window.messages.text == "1 reactie overgenomen."
    (row,) = after.replies.listing.items
    assert (row.label, row.reply.kind, row.reply.body) == ("B-01", ReplyKind.ACKNOWLEDGED, "Wij passen dit aan.")
    saved = tmp_path / "reactie.json"
    rows = [{"finding": "B-01", "kind": "repaired", "body": "Klaar.", "repaired_on": ""}]
    saved.write_text(json.dumps({"form": "EAA-reactieformulier-1", "reference": REFERENCE, "rows": rows}), "utf-8")
    drop(window, after, saved)
    settle(window)
    assert after.replies.wrong.text() == ""
    assert {one.reply.kind for one in after.replies.listing.items} == {ReplyKind.ACKNOWLEDGED, ReplyKind.REPAIRED}

    # The re-inspection: the button has a name now, and so it looks different.
    site.repaired = True
    after.tabs.setCurrentIndex(AGAIN)
    settle(window)
    QTest.mouseClick(after.reinspection.begin, Qt.MouseButton.LeftButton)
    give_reason(window, settle, "de instantie meldt herstel")
    three_visits(window, qtbot, settle)
    again = part_of(window, settle, "follow-up")
    assert again is after
    QTest.mouseClick(after.reinspection.propose, Qt.MouseButton.LeftButton)
    settle(window)
    compared = next(one for one in after.reinspection.listing.items if one.label == "B-01")
    assert compared.compared.proposed.outcome is Outcome.REPAIRED
    after.reinspection.listing.view.choose(compared.compared.id)
    settle(window)
    shown = after.reinspection.comparison
    assert shown is not None
    qtbot.waitUntil(lambda: shown.shown, timeout=10_000)
    assert all(view.isVisible() for view in shown.views)
    place = compared.compared.proposed.places[0]
    assert place.before != place.after
    with Engine.open(empty_database) as engine:
        before, now = (QImage.fromData(engine.picture(sha256)) for sha256 in (place.before, place.after))
    assert before != now
    assert [(picture.width(), picture.height()) for picture in shown._pictures] == [
        (picture.width(), picture.height()) for picture in (before, now)
    ]  # fmt: skip
    QTest.mouseClick(shown.over, Qt.MouseButton.LeftButton, pos=QPoint(10, shown.over.height() // 2))
    settle(window)
    assert shown.slider.isVisible()
    assert drawn(shown, 0) != drawn(shown, 100)
