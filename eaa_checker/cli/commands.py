"""The program ``eaa-checker``: its commands by name, each loaded when used. Exit codes: ``eaa_checker.errors``."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import click

from eaa_checker import __version__, settings
from eaa_checker.cli.desk import Desk
from eaa_checker.cli.speaking import Speaker
from eaa_checker.cli.usage import in_words
from eaa_checker.errors import EaaCheckerError

COMMANDS: Mapping[str, str] = {
    "act": "workbench",
    "addresses": "results",
    "audit": "audit",
    "backup": "backup",
    "case": "case_files",
    "deadline": "deadlines",
    "demo": "workbench",
    "doctor": "workbench",
    "dossier": "dossiers",
    "exchange": "exchanges",
    "export": "results",
    "finding": "findings",
    "freeze": "scanning",
    "letter": "letters",
    "monitoring": "monitoring",
    "norm": "norms",
    "observations": "results",
    "organisation": "organisations",
    "publication": "publications",
    "reinspection": "deadlines",
    "reply": "deadlines",
    "risk": "risk",
    "sample": "samples",
    "scan": "scanning",
    "scans": "results",
    "schema": "results",
    "signal": "signals",
    "target": "targets",
    "test": "manual",
    "text-block": "findings",
    "worker": "scanning",
}
"""Every command and the module of this package that has it, as a function of the same name (``-`` becomes ``_``)."""


class Program(click.Group):
    """Loads only what the command at hand needs: a worker starts in a fraction of the time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        found = getattr(import_module(f"eaa_checker.cli.{module}"), cmd_name.replace("-", "_"))
        assert isinstance(found, click.Command)
        return found


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option("--database", help="Database file or postgresql:// address (default: from the settings).")
@click.option("--evidence", type=click.Path(path_type=Path), help="Shared folder of evidence of a shared database.")
@click.option("--language", type=click.Choice(["nl", "en"]), help="Language of what is shown (default: Dutch).")
@click.version_option(__version__, package_name="eaa-checker")
@click.pass_context
def cli(context: click.Context, database: str | None, evidence: Path | None, language: str | None) -> None:
    """Examine the accessibility of emergency-service and government sites."""
    chosen = settings.read()
    if database is not None:
        chosen = replace(chosen, database=settings.database_of(database))
    if evidence is not None:
        chosen = replace(chosen, evidence=evidence)
    if language is not None:
        chosen = replace(chosen, language=language)
    context.obj = Desk(Speaker(chosen.language), chosen)


def _asked_for() -> str:
    """The language after ``--language``, if one is asked for."""
    asked = sys.argv[sys.argv.index("--language") + 1] if "--language" in sys.argv[:-1] else ""
    return asked if asked in ("nl", "en") else ""


def main() -> None:
    """The entry point: errors become a sentence and an exit code, never a traceback."""
    language = "nl"
    machine = "--json" in sys.argv
    try:
        language = _asked_for() or settings.read().language
        cli.main(prog_name="eaa-checker", standalone_mode=False)
    except EaaCheckerError as error:
        Speaker(language, machine=machine).error(error)
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(error.exit_code)
    except click.UsageError as error:
        Speaker(language, machine=machine).error(in_words(error))
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
