"""Which browser is used and why, with real executables that say a version."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from eaa_checker.browser.discovery import INSTALL, FoundBrowser, Origin, arguments, find
from eaa_checker.errors import NoBrowser


def executable(path: Path, says: str = "Chromium 156.0", code: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{says}'\nexit {code}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Playwright's folder for its own browsers; empty."""
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    return tmp_path / "playwright"


def test_the_setting_goes_first(tmp_path: Path, own: Path) -> None:
    executable(own / "chromium-1200" / "chrome-linux" / "chrome")
    mine = executable(tmp_path / "mine", "Chromium 150.0")
    found = find(str(mine), search_path=str(tmp_path))
    assert (found.path, found.origin, found.version) == (str(mine), Origin.SETTING, "Chromium 150.0")


@pytest.mark.parametrize("setting", ["/nowhere/chrome", "no-such-browser"])
def test_a_setting_that_does_not_exist_is_an_error_and_not_passed_over(setting: str, own: Path) -> None:
    with pytest.raises(NoBrowser, match="set as"):
        find(setting)


def test_a_setting_that_does_not_start_is_an_error(tmp_path: Path, own: Path) -> None:
    broken = executable(tmp_path / "broken", code=1)
    with pytest.raises(NoBrowser):
        find(str(broken))


def test_playwrights_own_goes_before_an_installed_one(tmp_path: Path, own: Path) -> None:
    executable(tmp_path / "bin" / "chromium")
    theirs = executable(own / "chromium-1200" / "chrome-linux" / "chrome", "Chromium 157.0")
    found = find(search_path=str(tmp_path / "bin"))
    assert (found.path, found.origin) == (str(theirs), Origin.PLAYWRIGHT)


def test_an_installed_headless_shell_goes_before_the_full_browser(tmp_path: Path, own: Path) -> None:
    executable(tmp_path / "bin" / "google-chrome")
    executable(tmp_path / "bin" / "chromium")
    shell = executable(tmp_path / "bin" / "chromium-headless-shell")
    found = find(search_path=str(tmp_path / "bin"))
    assert (found.path, found.origin, found.headless_only) == (str(shell), Origin.INSTALLED, True)


def test_an_installed_one_that_does_not_start_is_passed_over(tmp_path: Path, own: Path) -> None:
    executable(tmp_path / "bin" / "chromium", code=127)
    edge = executable(tmp_path / "bin" / "microsoft-edge", "Microsoft Edge 156")
    assert find(search_path=str(tmp_path / "bin")).path == str(edge)


def test_none_names_the_command_that_mends_it(tmp_path: Path, own: Path) -> None:
    with pytest.raises(NoBrowser) as caught:
        find(search_path=str(tmp_path))
    assert caught.value.mend == INSTALL
    assert "gevonden" in caught.value.nl


def test_root_alone_goes_without_sandbox(tmp_path: Path, own: Path) -> None:
    executable(tmp_path / "bin" / "chromium")
    found = find(search_path=str(tmp_path / "bin"))
    assert found.sandbox is (os.geteuid() != 0)
    assert ("--no-sandbox" in arguments(found)) is not found.sandbox


@pytest.mark.parametrize(
    "switch",
    ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--no-pings"],
)
def test_background_traffic_is_switched_off(switch: str) -> None:
    assert switch in arguments(FoundBrowser("/x", Origin.SETTING, "1", sandbox=True))
