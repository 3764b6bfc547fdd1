"""Renders every place of the window on scans of the demo site, in every palette and language.

python screenshots.py FOLDER [DATABASE]      with a DATABASE that ``fill`` made before, no scan is run
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from eaa_checker.domain.scan import Profile, ScanOptions
from eaa_checker.engine import Engine

THEMES = ("light", "dark", "contrast")
LANGUAGES = ("nl", "en")
PLACES = ("today", "organisations", "batch", "rulebook", "settings")
SIZE = "1280x800"
COLOURS = 96
"""Of a picture in the repository: enough for flat colours and text, and a quarter of the size."""
OTHERS = (
    ("Gemeente Noorderkoggen (demo)", "Gemeente", "Burgerportaal", False),
    ("Veiligheidsregio Zandkust (demo)", "Veiligheidsregio", "Crisissite Zandkust", True),
    ("Meldkamer Waterland (demo)", "Meldkamer", "Meldkamersite", True),
)


def fill(database: Path) -> int:
    """The demo site scanned twice, one scan interrupted, one failed; gives the number of the scan to look at."""
    with Engine.open(database) as engine, engine.demo_site() as site:
        demo = engine.demo_target(site.origin)
        quick = ScanOptions(max_pages=6, profile=Profile.QUICK)
        engine.run_scan(engine.new_scan(demo.id, quick).id)
        interrupted = engine.new_scan(demo.id, quick)
        for name, kind, target, emergency in OTHERS:
            owner = engine.add_organisation(name, kind=kind)
            # Port 9 (discard) of this machine: nothing answers there, and no traffic leaves it.
            added = engine.add_target(owner.id, target, f"http://127.0.0.1:9/{owner.id}", emergency=emergency)
            if target == "Meldkamersite":
                engine.run_scan(engine.new_scan(added.id, ScanOptions(max_pages=2, allow_private=True)).id)
        engine.interrupted(interrupted.id)
        put = engine.new_scan(demo.id, ScanOptions(max_pages=60))
        engine.run_scan(put.id)
    return put.id


def picture(database: Path, scan: int, place: str, theme: str, language: str, file: Path) -> None:
    """One picture of one place, from a window of its own."""
    start = "from ui.application import main; main()"
    command = [sys.executable, "-c", start, "--database", str(database), "--theme", theme, "--language", language,
               "--size", SIZE, "--screenshot", str(file)]  # fmt: skip
    command += ["--scan", str(scan)] if place == "organisations" else ["--place", place]
    subprocess.run(command, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    with Image.open(file) as image:
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def main(folder: Path, database: Path | None = None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        if database is None:
            database = Path(scratch) / "demo.sqlite3"
            scan = fill(database)
        else:
            with Engine.open(database) as engine:
                scan = max((scan for scan in engine.scans() if scan.tested), key=lambda scan: scan.id).id
        for place in PLACES:
            for theme in THEMES:
                for language in LANGUAGES:
                    file = folder / f"{place}-{theme}-{language}.png"
                    picture(database, scan, place, theme, language, file)
                    print(file)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
