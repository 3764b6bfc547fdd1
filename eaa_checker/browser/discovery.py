"""Which browser is used and why: setting → Playwright's own Chromium → installed Chromium, Chrome or Edge."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from eaa_checker.domain.worded import Worded
from eaa_checker.errors import NoBrowser

INSTALL = "make browser"

_NAMES = (
    # The headless shell renders the same and costs half the CPU, so it goes before its full sibling.
    "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "microsoft-edge-stable",
)  # fmt: skip
_PLACES = (
    "/opt/google/chrome/chrome",
    "/opt/microsoft/msedge/msedge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


class Origin(Worded):
    """Why a browser was chosen."""

    SETTING = ("setting", "ingesteld door de gebruiker", "set by the user")
    PLAYWRIGHT = ("playwright", "Chromium van Playwright", "Playwright's own Chromium")
    INSTALLED = ("installed", "geïnstalleerd op dit systeem", "installed on this system")


@dataclass(frozen=True, slots=True)
class FoundBrowser:
    """A browser that can be started."""

    path: str
    origin: Origin
    version: str
    """What ``--version`` prints."""
    sandbox: bool
    """False only for root, where Chromium cannot use its sandbox."""

    @property
    def headless_only(self) -> bool:
        return "headless" in Path(self.path).name


def find(setting: str = "", *, search_path: str | None = None, playwright: bool = True) -> FoundBrowser:
    """The browser to use. *search_path* replaces ``PATH`` and *playwright* False leaves out its own (for tests).

    Raises NoBrowser when there is none, or when the one in *setting* does not exist or does not start.
    """
    if setting:
        path = shutil.which(setting) or setting
        version = version_of(path)
        if version is None:
            raise NoBrowser(
                f"De ingestelde browser “{setting}” bestaat niet of start niet. Pas de instelling “browser” aan.",
                f"The browser set as “{setting}” does not exist or does not start. Change the setting “browser”.",
            )
        return FoundBrowser(path, Origin.SETTING, version, sandbox_possible())
    if playwright:
        for path in playwright_browsers():
            version = version_of(path)
            if version is not None:
                return FoundBrowser(path, Origin.PLAYWRIGHT, version, sandbox_possible())
    candidates = [shutil.which(name, path=search_path) for name in _NAMES]
    if search_path is None:
        candidates += [place for place in _PLACES if Path(place).exists()]
    for candidate in candidates:
        version = version_of(candidate) if candidate else None
        if candidate and version is not None:
            return FoundBrowser(candidate, Origin.INSTALLED, version, sandbox_possible())
    raise NoBrowser(
        "Er is geen Chromium, Chrome of Edge gevonden.",
        "No Chromium, Chrome or Edge was found.",
        mend=INSTALL,
    )


def playwright_browsers() -> list[str]:
    """Executables of Playwright's own Chromium downloads, newest first; the headless shell before the full one."""
    folder = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    if folder and folder != "0":
        roots = [Path(folder)]
    elif sys.platform == "darwin":
        roots = [Path.home() / "Library/Caches/ms-playwright"]
    elif sys.platform == "win32":
        roots = [Path(os.environ.get("LOCALAPPDATA", "")) / "ms-playwright"]
    else:
        roots = [Path.home() / ".cache/ms-playwright"]
    found: list[str] = []
    for pattern in (
        "chromium_headless_shell-*/*/headless_shell*", "chromium_headless_shell-*/*/chrome-headless-shell*",
        "chromium-*/*/chrome", "chromium-*/*/chrome.exe", "chromium-*/*/*.app/Contents/MacOS/*",
    ):  # fmt: skip
        for root in roots:
            found += [str(p) for p in sorted(root.glob(pattern), reverse=True) if p.is_file() and os.access(p, os.X_OK)]
    return found


def version_of(path: str | None) -> str | None:
    """What the executable says of its version; None when it is none or does not answer."""
    if not path or not Path(path).exists():
        return None
    if sys.platform == "win32":  # chrome.exe --version opens a window there
        return Path(path).name
    try:
        done = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    words = done.stdout.strip()
    return words if done.returncode == 0 and words else None


def sandbox_possible() -> bool:
    """Chromium's sandbox works for every user but root."""
    return not hasattr(os, "geteuid") or os.geteuid() != 0


def arguments(browser: FoundBrowser) -> list[str]:
    """Switches for a quiet, reproducible browser: its own background traffic off, all frames in one process.

    Frames share their page's process so that one protocol session sees them all; a scan's browser holds no
    passwords or sessions for site isolation to protect (see docs/decisions/0003).
    Media may play by themselves (muted for the machine's owner): Chromium otherwise stops sound on a site that the
    user does not know yet, and would hide from us what it does on a site that people visit often; ACT's rules on
    autoplay ask for the same. Track lists are switched on to know, without playing, whether a file has sound.
    """
    switches = [
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
        "--disable-default-apps", "--disable-domain-reliability", "--disable-breakpad", "--no-pings",
        "--disable-client-side-phishing-detection", "--disable-quic", "--metrics-recording-only", "--mute-audio",
        "--disable-site-isolation-trials", "--hide-scrollbars", "--force-color-profile=srgb",
        "--disable-features=IsolateOrigins,site-per-process,OptimizationHints,MediaRouter,Translate,"
        "AutofillServerCommunication,CertificateTransparencyComponentUpdater,HttpsUpgrades,"
        "HttpsFirstBalancedModeAutoEnable",
        "--autoplay-policy=no-user-gesture-required", "--enable-blink-features=AudioVideoTracks",
        "--disable-dev-shm-usage", "--font-render-hinting=none", "--disable-lcd-text",
    ]  # fmt: skip
    if not browser.sandbox:
        switches.append("--no-sandbox")
    return switches
