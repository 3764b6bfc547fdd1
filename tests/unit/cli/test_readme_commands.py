"""Every command that the README shows can be typed as it stands; what is typed wrongly is said in words."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from eaa_checker.cli import main
from eaa_checker.cli.commands import cli

README = Path(__file__).parents[3] / "README.md"
SHOWN = [
    words[1:]
    for block in re.findall(r"```sh\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    for line in block.splitlines()
    for piece in line.split(";")
    if (words := shlex.split(piece, comments=True))[:1] == ["eaa-checker"]
]


def context_of(words: list[str]) -> click.Context:
    """The context in which the command of *words* would run, its arguments read; nothing is run."""
    group: click.Command = cli
    context = cli.make_context("eaa-checker", [*words], ignore_unknown_options=True, allow_interspersed_args=False)
    while isinstance(group, click.Group) and words:
        name, words = words[0], words[1:]
        found = group.get_command(context, name)
        assert found is not None, name
        group = found
        inner = isinstance(group, click.Group)
        if not inner:
            context = group.make_context(name, list(words), parent=context)
    return context


def test_the_readme_shows_commands() -> None:
    assert len(SHOWN) > 25


@pytest.mark.parametrize("words", SHOWN, ids=lambda words: " ".join(words)[:60])
def test_the_readme_shows_commands_that_can_be_typed(words: list[str]) -> None:
    assert context_of(words).params is not None


@pytest.mark.parametrize(
    ("typed", "nl", "mend"),
    [
        (["scan", "--onzin"], "De optie --onzin bestaat niet.", "eaa-checker scan --help"),
        (["scna"], "De opdracht scna bestaat niet. Bedoelt u scan, scans", "eaa-checker --help"),
        (["case", "show"], "Er ontbreekt:", "eaa-checker case show --help"),
        (["export", "1", "--format", "doc"], "Kies uit: csv", "eaa-checker export --help"),
        (["addresses", "een"], "hoort een geheel getal te zijn", "eaa-checker addresses --help"),
        (["scans", "1", "2", "3"], "te veel of te weinig", "eaa-checker scans --help"),
        (["case", "open", "X", "--kind"], "De optie --kind is niet goed gebruikt", "eaa-checker --help"),
    ],
)
def test_what_is_typed_wrongly_is_said_in_words(
    typed: list[str], nl: str, mend: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    monkeypatch.setenv("EAA_CHECKER_LANGUAGE", "nl")
    monkeypatch.setattr("sys.argv", ["eaa-checker", *typed])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert nl in said
    assert f"Herstel met: {mend}" in said
