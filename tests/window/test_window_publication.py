"""The end of a case in the window: closed, made public, shared with another supervisor."""

from __future__ import annotations

import errno
import json
import os
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from case_sample import ANNA, NUMBER
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.dossiers import DossierDesk
from eaa_checker.casework.exchange import ExchangeDesk, receive
from eaa_checker.casework.publication import PublicationDesk
from eaa_checker.casework.signals import SignalDesk
from eaa_checker.domain.case import CasePhase, CaseState
from eaa_checker.domain.dossier import Person
from eaa_checker.domain.package import HearingOutcome
from eaa_checker.domain.signal import NewSignal, Reporter, SignalSource
from eaa_checker.settings import Settings
from eaa_checker.store import Store
from ui.cases.exchange import SharingPart
from ui.cases.follow_up import OUTWARD, FollowUpStep
from ui.cases.outward import OutwardPart
from ui.cases.place import Cases
from ui.cases.publication import PublicationPart
from ui.cases.sheet import Sheet
from ui.place import Link
from ui.window import Window

Settle = Callable[[Window], None]
TODAY = date.today()
LAW = "artikel van de jurist"


@pytest.fixture
def window(case_window: Window) -> Window:
    return case_window


def outward(window: Window, settle: Settle) -> OutwardPart:
    place = window.go(Link("cases", "case", "1/follow-up"))
    settle(window)
    assert isinstance(place, Cases)
    step = place.page.part(place.page.step)
    assert isinstance(step, FollowUpStep)
    step.tabs.setCurrentIndex(OUTWARD)
    settle(window)
    return step.outward


def said(sheet: Sheet, **values: str) -> None:
    """Types over what stands in those fields."""
    for key, words in values.items():
        field = sheet.fields[key]
        field.setFocus()
        field.selectAll()  # type: ignore[union-attr]
        QTest.keyClicks(field, words)


def seal(store: Store) -> int:
    made = DossierDesk(store, ANNA, Settings(database=store.path)).make_of_case(
        1, Person("toezichthouder", "aanwijzing 2026-4", sign=True)
    )
    return made.number


def heard(store: Store) -> None:
    desk = PublicationDesk(store, ANNA)
    (body,) = desk.stakeholders(1)
    desk.ask(1, body.id, TODAY - timedelta(days=10))
    desk.hear(1, body.id, HearingOutcome.AGREES, heard=TODAY - timedelta(days=8))


def reported(store: Store) -> None:
    desk = SignalDesk(store, ANNA)
    new = NewSignal(SignalSource.REPORT, TODAY, "kan 112 niet bereiken", target_id=1, confidential=True)
    desk.link(desk.add(new, Reporter("Willemijn Geheim", "willemijn@geheim.test")).id, 1)


# -- closing ---------------------------------------------------------------------------------------------------------


def test_closing_says_what_is_missing_and_asks_why_it_stays_so(window: Window, settle: Settle, store: Store) -> None:
    part = outward(window, settle).closing
    assert [row.there for row in part.grounds.items] == [False, False, False]
    assert not part.sheet.isVisible()
    assert "fase resultaat" in part.ended.text()
    CaseDesk(store, ANNA).move(1, CasePhase.RESULT, "bezocht", uncertain_because="mandaat volgt")
    part = outward(window, settle).closing
    assert [row.there for row in part.grounds.items] == [True, False, False]
    said(part.sheet, result="alles hersteld")
    part.sheet.submit.click()
    settle(window)
    assert "geen dossier verzegeld" in part.sheet.wrong.text()
    assert part.sheet.said("result") == "alles hersteld"
    number = seal(store)
    part = outward(window, settle).closing
    told = part.grounds.items
    assert told[1].there
    assert f"dossier {number}" in told[1].now.nl
    if not told[2].there:
        assert part.sheet.fields["without"].isVisible()
        said(part.sheet, without="het blijft zo")
    part.sheet.submit.click()
    settle(window)
    case = CaseDesk(store, ANNA).show(1)
    assert (case.state, case.end_reason) == (CaseState.CLOSED, "alles hersteld")
    assert not part.sheet.isVisible()
    assert "alles hersteld" in part.ended.text()


# -- publication -----------------------------------------------------------------------------------------------------


def making(part: PublicationPart, *, draft: bool) -> Sheet:
    part.make.click()
    said(part.making, article=LAW)
    part.draft.setChecked(draft)
    return part.making


def test_who_is_heard_is_asked_and_answers(window: Window, settle: Settle, store: Store) -> None:
    part = outward(window, settle).publication
    assert "een verzegeld dossier" in part.state.when.text()
    assert "Veiligheidsregio Voorbeeld is niet gehoord" in part.state.when.text()
    assert not part.hear.isVisible()
    part.ask.click()
    said(part.asking, asked="31-02-2026")
    part.asking.submit.click()
    assert "geen dag" in part.asking.wrong.text()
    said(part.asking, asked=f"{TODAY - timedelta(days=10):%d-%m-%Y}", days="veel")
    part.asking.submit.click()
    assert "aantal dagen" in part.asking.wrong.text()
    said(part.asking, days="14")
    QTest.keyClick(part.asking.fields["days"], Qt.Key.Key_Return)
    settle(window)
    assert not part.asking.isVisible()
    (hearing,) = PublicationDesk(store, ANNA).hearings(1)
    assert (hearing.due - hearing.asked).days >= 14
    assert not part.ask.isVisible()
    part.hear.click()
    part.outcome.choose(HearingOutcome.OBJECTS)
    part.hearing.submit.click()
    settle(window)
    assert "hoe het is gewogen" in part.hearing.wrong.text()
    said(part.hearing, view="liever niet", answer="openbaar belang",
         hold_until=f"{TODAY + timedelta(days=20):%d-%m-%Y}")  # fmt: skip
    part.hearing.submit.click()
    settle(window)
    (hearing,) = PublicationDesk(store, ANNA).hearings(1)
    assert (hearing.outcome, hearing.view) == (HearingOutcome.OBJECTS, "liever niet")
    assert part.stakeholders.table.cells(0)[1] == "heeft bezwaar"
    assert "een verzegeld dossier" in part.state.when.text()
    seal(store)
    part = outward(window, settle).publication
    assert "niet eerder" in part.state.when.text()
    making(part, draft=False)
    part.make_at(Path(store.path).parent / "te-vroeg")
    settle(window)
    assert "mag niet eerder openbaar" in part.making.wrong.text()
    assert part.making.said("article") == LAW
    assert not (Path(store.path).parent / "te-vroeg").exists()


def test_words_are_left_out_for_a_ground_and_no_longer_for_a_reason(
    window: Window, settle: Settle, store: Store
) -> None:
    part = outward(window, settle).publication
    part.redact.click()
    said(part.redacting, words="Chatknop", kind="onderdeel", reason="bedrijfsgeheim")
    part.redacting.submit.click()
    settle(window)
    assert "uw jurist" in part.redacting.wrong.text()  # which article is never made up
    said(part.redacting, article=LAW)
    part.redacting.submit.click()
    settle(window)
    assert part.redactions.table.cells(0)[:4] == ("Chatknop", "[onderdeel]", LAW, "bedrijfsgeheim")
    place = window.place("cases")
    assert isinstance(place, Cases)
    part.restore.click()
    QTest.keyClicks(place.page.asker.reason, "toch geen geheim")
    QTest.keyClick(place.page.asker.reason, Qt.Key.Key_Return)
    settle(window)
    assert PublicationDesk(store, ANNA).redactions(1) == []


def test_the_package_is_made_in_a_folder_without_anybody_in_it(
    window: Window, settle: Settle, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported(store)
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    part = outward(window, settle).publication
    part.make.click()
    assert part.draft.isChecked()  # nothing else is possible yet
    part.making.submit.click()
    settle(window)
    assert "Geef het artikel" in part.making.wrong.text()
    said(part.making, article=LAW)
    part.making.submit.click()
    settle(window)
    draft = tmp_path / f"publicatie-{NUMBER.lower()}-concept"
    assert (draft / "data" / "index.html").is_file()
    seal(store)
    heard(store)
    part = outward(window, settle).publication
    assert "kan nu openbaar" in part.state.when.text()
    making(part, draft=False).submit.click()
    assert not part.writing.isHidden()
    settle(window)
    folder = tmp_path / f"publicatie-{NUMBER.lower()}"
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert files
    for file in files:
        for name in (b"Willemijn", b"Anna de Vries", b"Bram Jansen"):
            assert name not in file.read_bytes(), file
    assert part.left_out.isVisible()
    assert {row.article for row in part.left_out.items} == {LAW}
    assert "is gemaakt op" in part.state.when.text()
    assert [one.parts for one in part.packages.items] == [(), ("draft",)]
    window.messages._action.click()
    part.to_folder.click()
    assert opened == [str(folder), str(folder)]


def test_a_full_disk_leaves_no_package(
    window: Window, settle: Settle, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = outward(window, settle).publication
    making(part, draft=True)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    there = sorted(tmp_path.iterdir())
    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        part.make_at(tmp_path / "pakket")
        settle(window)
    assert "De schijf is vol" in part.making.wrong.text()
    assert sorted(tmp_path.iterdir()) == there
    assert PublicationDesk(store, ANNA).packages(1) == []
    part.make_at(tmp_path / "pakket")  # what was typed is still there
    settle(window)
    assert (tmp_path / "pakket" / "data" / "index.html").is_file()


# -- exchange --------------------------------------------------------------------------------------------------------


def shared(part: SharingPart, window: Window, settle: Settle, path: Path) -> None:
    part.make.click()
    said(part.sheet, recipient="Toezichthouder B", legal_ground="grond van de jurist", purpose="eigen onderzoek")
    part.make_at(path)
    settle(window)


def test_parts_are_shared_and_the_receipt_comes_back(
    window: Window, settle: Settle, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported(store)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "deel"), ""))
    part = outward(window, settle).sharing
    part.make.click()
    assert "wie ze meldde" in part.stays.text()
    part.sheet.submit.click()
    settle(window)
    assert "ontvanger" in part.sheet.wrong.text()
    said(part.sheet, recipient="Toezichthouder B", legal_ground="grond van de jurist", purpose="eigen onderzoek")
    part.checks[next(one for one in part.checks if one.value == "dossier")].setChecked(True)
    assert "het verzegelde dossier" not in part.stays.text()
    part.sheet.submit.click()
    settle(window)
    assert "geen dossier verzegeld" in part.sheet.wrong.text()
    assert not (tmp_path / "deel.zip").exists()
    part.checks[next(one for one in part.checks if one.value == "dossier")].setChecked(False)
    part.sheet.submit.click()
    settle(window)
    with zipfile.ZipFile(tmp_path / "deel.zip") as package:
        names = {name.partition("/")[2] for name in package.namelist()}
        assert {"data/case.json", "data/findings.json"} <= names
        assert "data/observations" not in " ".join(names)
        assert not any(b"Willemijn" in package.read(name) for name in package.namelist())
    assert part.packages.table.cells(0)[:2] == ("Toezichthouder B", "nog niet ontvangen")
    receipt = tmp_path / "bewijs.json"
    receive(tmp_path / "deel.zip", receipt, "Kees van B")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(receipt))])
    no = Qt.KeyboardModifier.NoModifier
    part.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, files, Qt.MouseButton.LeftButton, no))
    settle(window)
    assert "ongeschonden" in part.outcome.text()
    assert part.packages.table.cells(0)[1] == "Kees van B: ongeschonden ontvangen"
    assert len(ExchangeDesk(store, ANNA).packages(1)[0].receipts) == 1


def test_a_receipt_that_differs_is_named_and_what_is_none_is_refused(
    window: Window, settle: Settle, store: Store, tmp_path: Path
) -> None:
    part = outward(window, settle).sharing
    shared(part, window, settle, tmp_path / "deel")
    (tmp_path / "deel" / "data" / "findings.json").write_text("[]")
    receipt = tmp_path / "bewijs.json"
    receive(tmp_path / "deel", receipt, "Kees van B")
    part.read_receipt(receipt)
    settle(window)
    assert "niet zoals het is verzonden" in part.outcome.text()
    assert "findings.json kwam anders aan" in part.outcome.text()
    assert "verschillen" in part.packages.table.cells(0)[1]
    receipt.write_text(json.dumps({"form": "iets anders"}))
    part.read_receipt(receipt)
    settle(window)
    assert "geen leesbaar ontvangstbewijs" in part.wrong.text()
    assert not part.outcome.isVisible()


def test_what_was_moved_away_is_said(window: Window, settle: Settle, tmp_path: Path) -> None:
    part = outward(window, settle).sharing
    shared(part, window, settle, tmp_path / "deel")
    (tmp_path / "deel").rename(tmp_path / "elders")
    part.to_folder.click()
    assert "staat niet meer" in part.wrong.text()
