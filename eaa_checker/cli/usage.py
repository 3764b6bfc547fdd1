"""What was typed wrongly on the command line, said in the language of the user; click itself speaks English only."""

from __future__ import annotations

from difflib import get_close_matches

import click
from click.exceptions import (
    BadArgumentUsage,
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchCommand,
    NoSuchOption,
    UsageError,
)

from eaa_checker.errors import BadInput


def in_words(error: UsageError) -> BadInput:
    """*error* as input that cannot be used (exit code 2), with the help page that mends it."""
    nl, en = _sentences(error)
    path = error.ctx.command_path.split(" ", 1)[-1] if error.ctx is not None and error.ctx.parent is not None else ""
    return BadInput(nl, en, mend=" ".join(filter(None, ("eaa-checker", path, "--help"))))


def _sentences(error: UsageError) -> tuple[str, str]:
    said = error.format_message()
    if isinstance(error, NoSuchOption):
        near = _near(error.possibilities)
        return (
            f"De optie {error.option_name} bestaat niet.{near[0]}",
            f"There is no option {error.option_name}.{near[1]}",
        )
    if isinstance(error, NoSuchCommand):
        near = _near(error.possibilities or _alike(error))
        return (
            f"De opdracht {error.command_name} bestaat niet.{near[0]}",
            f"There is no command {error.command_name}.{near[1]}",
        )
    if isinstance(error, MissingParameter):
        name = _name(error)
        return f"Er ontbreekt: {name}.", f"Missing: {name}."
    if isinstance(error, BadParameter):
        name, kind = _name(error), error.param.type if error.param is not None else None
        if isinstance(kind, click.Choice):
            known = ", ".join(str(one) for one in kind.choices)
            return (
                f"De waarde bij {name} kan niet. Kies uit: {known}.",
                f"The value of {name} cannot be. Choose from: {known}.",
            )
        if isinstance(kind, click.types.IntParamType):
            return (
                f"De waarde bij {name} hoort een geheel getal te zijn.",
                f"The value of {name} should be a whole number.",
            )
        if isinstance(kind, click.Path):
            return f"Het bestand of de map bij {name} is er niet, of is niet te lezen.", (
                f"The file or folder of {name} is not there, or cannot be read."
            )
        return f"De waarde bij {name} kan niet: {error.message}", f"The value of {name} cannot be: {error.message}"
    if isinstance(error, BadOptionUsage):
        return (
            f"De optie {error.option_name} is niet goed gebruikt: {said}",
            f"The option {error.option_name} is misused: {said}",
        )
    if isinstance(error, BadArgumentUsage) or "unexpected extra argument" in said:
        return (
            f"Er staat iets te veel of te weinig in deze opdracht: {said}",
            f"This command has too much or too little: {said}",
        )
    return f"Deze opdracht is niet te begrijpen: {said}", f"This command cannot be understood: {said}"


def _alike(error: NoSuchCommand) -> list[str]:
    """The commands at that place whose names are like the one that was typed."""
    group = error.ctx.command if error.ctx is not None else None
    known = group.list_commands(error.ctx) if isinstance(group, click.Group) and error.ctx is not None else []
    return get_close_matches(error.command_name, known)


def _near(names: list[str] | None) -> tuple[str, str]:
    if not names:
        return "", ""
    shown = ", ".join(sorted(names))
    return f" Bedoelt u {shown}?", f" Did you mean {shown}?"


def _name(error: BadParameter) -> str:
    if error.param is not None:
        return error.param.get_error_hint(error.ctx) if error.ctx is not None else (error.param.name or "")
    hint = error.param_hint
    return hint if isinstance(hint, str) else ", ".join(hint or ())
