"""Says what is installed, which browser is used and why, and what is missing, with the command that mends it."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import platform
import shutil
import sys
from dataclasses import dataclass

import rules
from eaa_checker import __version__
from eaa_checker.browser.discovery import INSTALL, find
from eaa_checker.capture import axe
from eaa_checker.domain.worded import Worded
from eaa_checker.errors import EaaCheckerError
from eaa_checker.settings import Settings, configuration_file, default_evidence
from eaa_checker.store.server import shown
from rules import book


class Health(Worded):
    """How a part is."""

    GOOD = ("good", "in orde", "good")
    NOTE = ("note", "let op", "note")
    MISSING = ("missing", "ontbreekt", "missing")


@dataclass(frozen=True, slots=True)
class DiagnosisLine:
    """One part of the installation. *mend* is the command that mends it, or empty."""

    name: str
    state: Health
    nl: str
    en: str
    mend: str = ""

    def say(self, language: str) -> str:
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All parts; *healthy* when a scan can be run."""

    lines: tuple[DiagnosisLine, ...]

    @property
    def healthy(self) -> bool:
        return all(line.state is not Health.MISSING for line in self.lines)


def diagnose(chosen: Settings) -> Diagnosis:
    """Looks at this machine. Starts nothing but ``--version`` of the browser."""
    lines = [_versions(), _rule_book(), *_browser(chosen), _database(chosen), _settings(chosen)]
    lines += [
        _package(
            "PySide6-Essentials", "Venster (PySide6)", "Window (PySide6)",
            'pip install "eaa-checker[window]"',
        ),
        _package(
            "selenium", "Selenium (tweede stuurprogramma)", "Selenium (second driver)", "make install"
        ),
        _package(
            "lingua-language-detector", "Taalherkenning", "Language identification",
            'pip install "eaa-checker[language]"',
        ),
        _tesseract(),
    ]  # fmt: skip
    return Diagnosis(tuple(lines))


def _versions() -> DiagnosisLine:
    words = f"EAA Checker {__version__}, Python {platform.python_version()}, {platform.platform()}"
    good = sys.version_info >= (3, 11)
    return DiagnosisLine("EAA Checker", Health.GOOD if good else Health.MISSING, words, words)


def _rule_book() -> DiagnosisLine:
    try:
        loaded = book.load()
    except (book.ForeignRuleBook, book.FaultyRule) as error:
        return DiagnosisLine("rules", Health.MISSING, f"Regelboek: {error}", f"Rule book: {error}", "make install")
    count = len(loaded.files)
    return DiagnosisLine(
        "rules",
        Health.GOOD,
        f"Regelboek {rules.VERSION}: {count} eigen regels; axe-core {axe.version()} als tweede getuige",
        f"Rule book {rules.VERSION}: {count} own rules; axe-core {axe.version()} as second witness",
    )


def _browser(chosen: Settings) -> list[DiagnosisLine]:
    try:
        found = find(chosen.browser)
    except EaaCheckerError as error:
        return [DiagnosisLine("browser", Health.MISSING, f"Browser: {error.nl}", f"Browser: {error.en}", INSTALL)]
    lines = [
        DiagnosisLine(
            "browser",
            Health.GOOD,
            f"Browser: {found.version} ({found.path}), gekozen: {found.origin.nl}",
            f"Browser: {found.version} ({found.path}), chosen: {found.origin.en}",
        )
    ]
    if found.sandbox:
        lines.append(
            DiagnosisLine("sandbox", Health.GOOD, "Afscherming van de browser staat aan", "The browser's sandbox is on")
        )
    else:
        lines.append(
            DiagnosisLine(
                "sandbox",
                Health.NOTE,
                "Afscherming van de browser staat UIT, omdat u als root werkt. "
            "Scan onbekende sites als gewone gebruiker.",
                "The browser's sandbox is OFF because you are root. Scan unknown sites as an ordinary user.",
            )
        )
    return lines


def _database(chosen: Settings) -> DiagnosisLine:
    path = chosen.database
    if isinstance(path, str):
        folder = chosen.evidence or default_evidence()
        nl = f"Gedeelde databank: {shown(path)}; bewijs in {folder}"
        en = f"Shared database: {shown(path)}; evidence in {folder}"
        return DiagnosisLine("database", Health.GOOD, nl, en)
    exists = path.exists()
    folder = path if path.is_dir() else path.parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    free = shutil.disk_usage(folder).free / 1e9
    nl = f"Databank: {path} ({'bestaat' if exists else 'wordt gemaakt'}; {free:.1f} GB vrij)"
    en = f"Database: {path} ({'exists' if exists else 'will be made'}; {free:.1f} GB free)"
    return DiagnosisLine("database", Health.GOOD if free > 1 else Health.NOTE, nl, en)


def _settings(chosen: Settings) -> DiagnosisLine:
    sources = ", ".join(f"{key} ({where})" for key, where in dict(chosen.source).items())
    file = configuration_file()
    nl = f"Instellingen: {sources}" if sources else f"Instellingen: standaard (bestand: {file})"
    en = f"Settings: {sources}" if sources else f"Settings: defaults (file: {file})"
    return DiagnosisLine("settings", Health.GOOD, nl, en)


def _package(distribution: str, nl: str, en: str, mend: str) -> DiagnosisLine:
    try:
        version = importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return DiagnosisLine(distribution, Health.NOTE, f"{nl}: niet geïnstalleerd", f"{en}: not installed", mend)
    return DiagnosisLine(distribution, Health.GOOD, f"{nl}: {version}", f"{en}: {version}")


def _tesseract() -> DiagnosisLine:
    path = shutil.which("tesseract")
    if path is None:
        return DiagnosisLine(
            "tesseract",
            Health.NOTE,
            "Tekst in afbeeldingen (tesseract): niet geïnstalleerd; die vraag gaat naar een mens",
            "Text in images (tesseract): not installed; that question goes to a person",
            "apt-get install tesseract-ocr tesseract-ocr-nld",
        )
    return DiagnosisLine("tesseract", Health.GOOD, f"Tekst in afbeeldingen: {path}", f"Text in images: {path}")
