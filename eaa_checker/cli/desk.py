"""What every command needs: the words to speak, and the engine once it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from eaa_checker import settings
from eaa_checker.cli.speaking import Speaker

if TYPE_CHECKING:
    from eaa_checker.engine import Engine


@dataclass(slots=True)
class Desk:
    """What every command needs: the words, and the engine once it is asked for."""

    speaker: Speaker
    chosen: settings.Settings
    _engine: Engine | None = None

    @property
    def engine(self) -> Engine:
        """The engine with its rule book. Raises RuleBookProblem besides what opening the database raises."""
        opened = self.registers
        opened.check_rule_book()
        return opened

    @property
    def registers(self) -> Engine:
        """The engine without the rule book, for commands that only list what the registers hold."""
        if self._engine is None:
            # Here and not above: help, version and a mistyped command need no engine.
            from eaa_checker.engine import Engine

            self._engine = Engine.open(chosen=self.chosen, rules_later=True)
            click.get_current_context().call_on_close(self._engine.close)
        return self._engine


pass_desk = click.make_pass_decorator(Desk)


def machine_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--json``, before or after the command's own name."""

    def take(context: click.Context, _parameter: click.Parameter, value: bool) -> bool:
        if value:
            context.ensure_object(Desk).speaker.machine = True
        return value

    return click.option("--json", is_flag=True, expose_value=False, callback=take, help="JSON for machines.")(command)
