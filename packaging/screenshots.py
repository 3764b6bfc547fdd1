"""Renders every place of the window on scans of the demo site, in every palette and language.

python screenshots.py FOLDER [DATABASE]      with a DATABASE that ``fill`` made before, no scan is run
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from eaa_checker.domain.scan import Profile, ScanOptions
from eaa_checker.engine import Engine
from eaa_checker.engine.demo_case import NUMBER
from ui import catalogue
from ui.bridge import Bridge
from ui.cases.steps import STEPS
from ui.language import Language
from ui.place import Link
from ui.style.look import Look
from ui.window import Window

THEMES = ("light", "dark", "contrast")
LANGUAGES = ("nl", "en")
SIZE = (1280, 800)
QUIET = 0.3
"""Seconds that the window gets to draw itself."""
OTHERS = (
    ("Gemeente Noorderkoggen (demo)", "Gemeente", "Burgerportaal", False),
    ("Veiligheidsregio Zandkust (demo)", "Veiligheidsregio", "Crisissite Zandkust", True),
    ("Meldkamer Waterland (demo)", "Meldkamer", "Meldkamersite", True),
)


def fill(database: Path) -> None:
    """The demo site scanned twice and examined in a case, one scan waiting, one failed."""
    with Engine.open(database) as engine, engine.demo_site() as site:
        demo = engine.demo_target(site.origin)
        quick = ScanOptions(max_pages=6, profile=Profile.QUICK)
        engine.run_scan(engine.new_scan(demo.id, quick).id)
        engine.new_scan(demo.id, quick)
        for name, kind, target, emergency in OTHERS:
            owner = engine.add_organisation(name, kind=kind)
            # Port 9 (discard) of this machine: nothing answers there, and no traffic leaves it.
            added = engine.add_target(owner.id, target, f"http://127.0.0.1:9/{owner.id}", emergency=emergency)
            if target == "Meldkamersite":
                engine.run_scan(engine.new_scan(added.id, ScanOptions(max_pages=2, allow_private=True)).id)
        engine.run_scan(engine.new_scan(demo.id, ScanOptions(max_pages=60)).id)
        engine.make_demo_case(demo.id)


def views(engine: Engine, scan_id: int) -> list[tuple[str, Link]]:
    """Name and link of everything that is shown: each place, and the demo's case at each of its steps."""
    shown = []
    for entry in catalogue.ENTRIES:
        on_scan = entry.key == "organisations"
        shown.append((entry.key, Link(entry.key, "scan", scan_id) if on_scan else Link(entry.key)))
    for case in (one for one in engine.cases.list() if one.number == NUMBER):
        shown += [(f"cases-{step}", Link("cases", "case", f"{case.id}/{step}")) for step in STEPS]
    return shown


def pictures(database: Path, folder: Path) -> None:
    """Every place in every palette and language, from one window that switches between them."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    language, look = Language(application, LANGUAGES[0]), Look(application, THEMES[0])
    with Engine.open(database) as engine:
        scan = max((scan for scan in engine.scans() if scan.tested), key=lambda scan: scan.id)
        bridge = Bridge(engine, application)
        window = Window(bridge, look, language, QSettings(os.devnull, QSettings.Format.IniFormat))
        window.resize(*SIZE)
        window.show()

        def settle() -> None:
            """Until nothing is being read any more and everything has been drawn."""
            quiet = time.monotonic() + QUIET
            while bridge.busy or time.monotonic() < quiet:
                application.processEvents()
                time.sleep(0.01)

        for name, link in views(engine, scan.id):
            window.go(link, keep_focus=True)
            settle()
            for theme in THEMES:
                look.use(theme)
                for code in LANGUAGES:
                    language.switch(code)
                    settle()
                    file = folder / f"{name}-{theme}-{code}.png"
                    window.grab().save(str(file))
                    with Image.open(file) as image:
                        method = Image.Quantize.MAXCOVERAGE  # keeps the rare colours: icons, outlines
                        image.convert("RGB").quantize(256, method, dither=Image.Dither.NONE).save(file, optimize=True)
                    print(file, flush=True)
        bridge.close()


def main(folder: Path, database: Path | None = None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        if database is None:
            database = Path(scratch) / "demo.sqlite3"
            fill(database)
        pictures(database, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
