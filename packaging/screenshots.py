"""Renders the window on a scan of the demo site, in every palette and language: python screenshots.py FOLDER."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from eaa_checker.domain.scan import ScanOptions
from eaa_checker.engine import Engine

THEMES = ("light", "dark", "contrast")
LANGUAGES = ("nl", "en")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        database = Path(scratch) / "demo.sqlite3"
        with Engine.open(database) as engine, engine.demo_site() as site:
            put = engine.new_scan(engine.demo_target(site.origin).id, ScanOptions(max_pages=60))
            engine.run_scan(put.id)
        for theme in THEMES:
            for language in LANGUAGES:
                file = folder / f"window-{theme}-{language}.png"
                start = "from ui.application import main; main()"
                command = [sys.executable, "-c", start, "--database", str(database), "--scan", str(put.id),
                           "--theme", theme, "--language", language, "--screenshot", str(file)]  # fmt: skip
                subprocess.run(command, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
                print(file)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
