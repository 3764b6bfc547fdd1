"""Writes docs/third-party-licences.md from the metadata of the pinned packages: python third_party_licences.py FILE."""

from __future__ import annotations

import importlib.metadata
import re
import sys
from pathlib import Path

PINNED = Path(__file__).with_name("requirements.lock")


def licence_of(name: str) -> tuple[str, str, str]:
    """Version, licence and home page of an installed package, from its own metadata."""
    meta = importlib.metadata.metadata(name)
    licence = meta.get("License-Expression") or ""
    if not licence:
        classifiers = [
            c.rsplit("::", 1)[-1].strip() for c in meta.get_all("Classifier") or () if c.startswith("License")
        ]
        licence = (
            ", ".join(c for c in classifiers if c != "OSI Approved") or (meta.get("License") or "?").splitlines()[0]
        )
    home = meta.get("Home-page") or ""
    for entry in meta.get_all("Project-URL") or ():
        label, _, url = entry.partition(",")
        if not home and label.strip().lower() in ("homepage", "source", "repository", "source code", "github"):
            home = url.strip()
    return meta["Version"], licence[:80], home


def main(target: Path) -> None:
    names = re.findall(r"^([A-Za-z0-9_.-]+)==", PINNED.read_text("utf-8"), re.MULTILINE)
    lines = [
        "# Third-party licences",
        "",
        "EAA Checker is licensed under the EUPL-1.2 (see `LICENSE`). It uses the packages below; none of their code",
        "is copied into this repository. Made by",
        "`python packaging/third_party_licences.py docs/third-party-licences.md`.",
        "",
        "| package | version | licence | home |",
        "|---|---|---|---|",
    ]
    for name in sorted(names, key=str.lower):
        version, licence, home = licence_of(name)
        lines.append(f"| {name} | {version} | {licence} | {home} |")
    lines += [
        "",
        "axe-core 4.12.1 (MPL-2.0, Deque Systems) is used as carried by `axe-playwright-python`. Chromium, tesseract",
        "and Qt's system libraries are installed from their own sources and are not part of this repository.",
        "",
        "Names, numbers and links of WCAG (W3C) and EN 301 549 (ETSI) are facts used for reference; their texts are",
        "not copied. The ACT rules are W3C's (W3C Software and Document Licence).",
    ]
    target.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
