"""The real window on a real database, drawn off the screen."""

from __future__ import annotations

import os
import shutil

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from case_sample import fill_case
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from testing_bench import DATABASE, Bench, bench_on
from testing_sample import make
from window_sample import fill

from eaa_checker.domain.scan import Scan
from eaa_checker.engine import Engine
from eaa_checker.store import Store
from ui.bridge import Bridge
from ui.language import Language
from ui.style.look import Look
from ui.testing.panel import TestingPanel
from ui.window import Window


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Scan]:
    """The sample database, made once; nothing may be written to it."""
    database = tmp_path_factory.mktemp("sample") / "sample.sqlite3"
    return database, fill(database)


@pytest.fixture
def sample_copy(sample_file: tuple[Path, Scan], tmp_path: Path) -> Path:
    """A copy of the sample database with its evidence, that may be written to."""
    shutil.copytree(sample_file[0].parent, tmp_path / "sample")
    return tmp_path / "sample" / sample_file[0].name


@pytest.fixture(scope="session")
def case_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a database with a case in it (``toezicht.sqlite``), made once, to be copied."""
    folder = tmp_path_factory.mktemp("case") / "store"
    folder.mkdir()
    fill_case(folder / "toezicht.sqlite")
    return folder


@pytest.fixture
def case_database(case_folder: Path, tmp_path: Path) -> Path:
    """A copy of that database, that may be written to."""
    shutil.copytree(case_folder, tmp_path / "store")
    return tmp_path / "store" / "toezicht.sqlite"


@pytest.fixture
def empty_database(migrated: Path, tmp_path: Path) -> Path:
    """A database with nothing in it yet."""
    return Path(shutil.copy(migrated, tmp_path / "empty.sqlite3"))


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Waits a minute where no time is given, instead of five seconds: a busy machine is no fault of the window."""
    for wait in ("waitUntil", "waitSignal", "waitSignals"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=60_000))
    return qtbot


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    chosen = Language(qapp, "nl")
    yield chosen
    chosen.close()


@pytest.fixture(scope="session")
def one_look(qapp: QApplication) -> Look:
    return Look(qapp, "light")


@pytest.fixture
def look(one_look: Look) -> Iterator[Look]:
    """There is one look in an application; each test finds it light and at 100 %."""
    yield one_look
    if one_look.theme != "light":
        one_look.use("light")
    if one_look.type.factor != 1.0:
        one_look.enlarge(0)


OpenWindow = Callable[..., Window]


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, language: Language, look: Look, tmp_path: Path
) -> Iterator[OpenWindow]:
    """Opens windows on databases, at a place or a scan; closes what is still open after the test."""
    opened: list[SimpleNamespace] = []

    def open_on(
        database: Path, scan_id: int = 0, width: int = 1280, height: int = 800, place: str = "organisations"
    ) -> Window:
        engine = Engine.open(database)
        bridge = Bridge(engine, qapp)
        memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = Window(bridge, look, language, memory)
        window.resize(width, height)
        opened.append(SimpleNamespace(window=window, bridge=bridge, engine=engine))
        window.open(scan_id, "" if scan_id else place)
        window.show()
        qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: not bridge.busy, timeout=30_000)
        return window

    yield open_on
    for one in opened:
        one.window.close()
        one.bridge.close()
        one.engine.close()
        one.window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(open_window: OpenWindow, sample_file: tuple[Path, Scan]) -> Window:
    """The window on the sample's finished scan."""
    database, scan = sample_file
    return open_window(database, scan.id)


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[Window], None]:
    """Waits until nothing is being read any more."""

    def wait(window: Window) -> None:
        qtbot.waitUntil(lambda: not window.desk.bridge.busy, timeout=30_000)

    return wait


@pytest.fixture
def case_window(open_window: OpenWindow, case_database: Path, settle: Callable[[Window], None]) -> Window:
    """The window on a copy of the database with a case, at the list of cases."""
    opened = open_window(case_database, place="cases")
    settle(opened)
    return opened


@pytest.fixture
def store(case_database: Path, case_window: Window) -> Iterator[Store]:
    """What somebody else does with that case meanwhile."""
    with Store.open(case_database) as opened:
        yield opened


@pytest.fixture(scope="session")
def testing_folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """The folder of a case that is being tested (``case.sqlite3``), made once to be copied; the number of the case."""
    folder = tmp_path_factory.mktemp("testing")
    return folder, make(folder / DATABASE)


@pytest.fixture
def bench(
    request: pytest.FixtureRequest, qtbot: QtBot, testing_folder: tuple[Path, int], tmp_path: Path,
    language: Language, look: Look,
) -> Iterator[Bench]:  # fmt: skip
    """The panel for testing by hand on a copy of that case. A parameter: what makes another sample."""
    folder, case_id = testing_folder
    if hasattr(request, "param"):
        (tmp_path / "copy").mkdir()
        case_id = request.param(tmp_path / "copy" / DATABASE)
    else:
        shutil.copytree(folder, tmp_path / "copy")
    with bench_on(tmp_path / "copy", case_id, qtbot, language, look) as opened:
        yield opened


@pytest.fixture
def panel(bench: Bench) -> TestingPanel:
    return bench.panel


@pytest.fixture
def settled(qtbot: QtBot, bench: Bench) -> Callable[[], None]:
    """Waits until nothing of the panel is being read any more."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not bench.desk.bridge.busy, timeout=30_000)
        QApplication.processEvents()

    return wait
