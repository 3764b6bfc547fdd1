"""From a visit to a sealed dossier: recorded from the browser's own traffic, checked, replayed, read by anybody."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from warcio.archiveiterator import ArchiveIterator

from eaa_checker.domain.scan import Profile, ScanOptions, ScanState
from eaa_checker.engine import Engine
from eaa_checker.serving import FolderServer
from rules.contract import Verdict

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Brandweer \u202e &lt;/script&gt; 🚒</title>
<link rel="stylesheet" href="stijl.css"></head><body><h1>Brandweer Voorbeeld</h1>
<p><img src="foto.png"></p><p class="vaag">Bel 112 bij brand</p><a href="#weg">Lees meer</a>
<script>fetch('gegevens.json').then(r => r.json()).then(d => { document.querySelector('h1').title = d.naam })</script>
</body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE, "utf-8")
    (folder / "stijl.css").write_text(".vaag { color: #ccc }")
    (folder / "gegevens.json").write_text('{"naam": "één"}', "utf-8")
    out = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(out, "PNG")
    (folder / "foto.png").write_bytes(out.getvalue())
    return folder


def command(engine: Engine, *arguments: str, code: int = 0) -> Any:
    """The command line in a process of its own, with hashes seeded otherwise than here."""
    said = subprocess.run(
        [sys.executable, "-m", "eaa_checker", "--database", str(engine.database), *arguments, "--json"],
        capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONHASHSEED": "7", "EAA_CHECKER_INSPECTOR": "Anna de Vries"},
    )  # fmt: skip
    assert said.returncode == code, said.stdout + said.stderr
    return json.loads(said.stdout)


def test_from_a_visit_to_a_dossier_that_anybody_can_read(engine: Engine, site: Path, tmp_path: Path) -> None:
    with FolderServer(site) as server:
        target = engine.target_for(f"{server.origin}/", "Veiligheidsregio Voorbeeld", "Website")
        options = ScanOptions(max_pages=1, depth=0, profile=Profile.EVIDENCE, sitemap=False)
        scan = engine.run_scan(engine.new_scan(target.id, options).id)
        address = f"{server.origin}/"
    assert (scan.state, scan.tested) == (ScanState.COMPLETED, 1)

    made = command(
        engine, "dossier", "make", "--scan", str(scan.id), "--function", "toezichthouder", "--designation", "2026-4",
        "--description", "De foto heeft geen naam.", "--sign",
    )  # fmt: skip
    place = Path(made["dossier"]["place"])
    assert made["dossier"]["incomplete"] == []
    checked = command(engine, "dossier", "verify", str(place), "--complete")
    assert (checked["whole"], checked["complete"], checked["registered"]["number"]) == (True, True, 1)

    (replayed,) = command(engine, "dossier", "replay", str(place))
    assert (replayed["same"], replayed["captures"], replayed["differences"]) == (True, 1, [])
    assert replayed["observations"] >= 3

    archive = place / "data" / "captures" / "0001" / "page.wacz"
    said = subprocess.run([sys.executable, "-m", "wacz.main", "validate", "-f", str(archive)], capture_output=True,
                          text=True, check=False)  # fmt: skip
    assert "Validation succeeded" in said.stdout, said.stdout + said.stderr
    answers = answers_in(archive)
    for name in ("", "stijl.css", "foto.png", "gegevens.json"):
        assert answers[address + name] == (site / (name or "index.html")).read_bytes()

    pages_are_accessible(engine, place / "data")

    with (place / "data" / "captures" / "0001" / "page.jpg").open("r+b") as stream:
        stream.seek(-1, os.SEEK_END)
        stream.write(b"\x00")
    broken = command(engine, "dossier", "verify", str(place), code=11)
    assert [fault["path"] for fault in broken["faults"]] == ["data/captures/0001/page.jpg"]
    alone = subprocess.run([sys.executable, "-I", str(place / "data" / "verify_dossier.py"), "--english"],
                           capture_output=True, text=True, check=False, env={"PYTHONUTF8": "1"})  # fmt: skip
    assert alone.returncode == 1
    assert "page.jpg: changed after the sealing" in alone.stdout


def answers_in(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as package, package.open("archive/data.warc.gz") as stream:
        return {
            record.rec_headers.get_header("WARC-Target-URI"): record.content_stream().read()
            for record in ArchiveIterator(stream)
            if record.rec_type == "response"
        }


def pages_are_accessible(engine: Engine, data: Path) -> None:
    """The dossier's own pages, judged by our rules and by axe-core."""
    with FolderServer(data) as server:
        names = ("index.html", "index.en.html", "captures/0001/index.html")
        addresses = tuple(f"{server.origin}/{name}" for name in names)
        target = engine.target_for(addresses[0], "Inspectie", "Dossier")
        options = ScanOptions(profile=Profile.QUICK, sitemap=False, addresses=addresses)
        scan = engine.run_scan(engine.new_scan(target.id, options).id)
    assert scan.tested == len(names)
    failed = engine.observations(scan.id, verdicts=(Verdict.FAILED,))
    assert [(one.rule, one.explanation.en, one.places[0].html) for one in failed] == []
