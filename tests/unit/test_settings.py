"""Settings from a file and from the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from eaa_checker.errors import BadInput
from eaa_checker.settings import DEFAULT_CONTACT, read


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    found = read({}, tmp_path / "none.toml")
    assert (found.contact, found.language, found.browser) == (DEFAULT_CONTACT, "nl", "")
    assert found.identification.startswith("EAA-Checker/")
    assert DEFAULT_CONTACT in found.identification


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('browser = "/usr/bin/a"\ncontact = "https://contact.example"\n')
    found = read({"EAA_CHECKER_BROWSER": "/usr/bin/b"}, file)
    assert (found.browser, found.contact) == ("/usr/bin/b", "https://contact.example")
    assert found.source == {"browser": "EAA_CHECKER_BROWSER", "contact": str(file)}


@pytest.mark.parametrize("text", ["browser = ", "browsr = 'x'", "browser = 3", 'language = "de"', "\x00"])
def test_a_file_that_cannot_be_understood_is_said_so(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text)
    with pytest.raises(BadInput):
        read({}, file)
