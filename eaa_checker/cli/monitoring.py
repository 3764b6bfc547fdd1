"""``monitoring``: the figures of a period for a report under Implementing Decision (EU) 2018/1524."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from eaa_checker.cli.days import DAY
from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.domain.monitoring import MonitoringPeriod
from eaa_checker.domain.worded import Worded
from rules.contract import Words

_ENDINGS = {"csv": "csv.zip"}


@click.command()
@click.argument("first", type=DAY, metavar="FROM")
@click.argument("last", type=DAY, metavar="UNTIL")
@click.option("--inhabitants", type=click.IntRange(min=0), required=True, help="Of the country.")
@click.option("--early-period", is_flag=True, help="The first or second period of the directive (point 2.1.2).")
@click.option("--websites", type=click.IntRange(min=0), help="Web sites there are, where that is known.")
@click.option("--apps", type=click.IntRange(min=0), help="Apps there are, where that is known.")
@click.option("--previous-from", type=DAY, help="First day of the period before.")
@click.option("--previous-until", type=DAY, help="Last day of the period before.")
@click.option("--format", "format_", type=click.Choice(["ods", "json", "csv"]), help="Write all tables to a file.")
@click.option("--out", type=click.Path(path_type=Path), help="File to write (default: monitoring-FROM-UNTIL here).")
@machine_option
@pass_desk
def monitoring(
    desk: Desk,
    first: date,
    last: date,
    inhabitants: int,
    early_period: bool,
    websites: int | None,
    apps: int | None,
    previous_from: date | None,
    previous_until: date | None,
    format_: str | None,
    out: Path | None,
) -> None:
    """Count what was monitored FROM a day UNTIL another: sample, results by requirement, user need and sector.

    Without --format the tables are shown; csv writes a ZIP with a file per table.
    """
    speaker = desk.speaker
    period = MonitoringPeriod(
        first, last, inhabitants, not early_period, websites, apps, previous_from, previous_until
    )
    if format_ is not None:
        name = f"monitoring-{first.isoformat()}-{last.isoformat()}.{_ENDINGS.get(format_, format_)}"
        path = desk.engine.monitoring.write(period, format_, out or Path(name), language=speaker.language)
        if speaker.machine:
            speaker.give({"path": path})
        speaker.say(f"Geschreven: {path}", f"Written: {path}")
        return
    report = desk.engine.monitoring.report(period)
    if speaker.machine:
        speaker.give(report)
        return
    for table in report.tables:
        speaker.out.rule(table.title.say(speaker.language), align="left")
        speaker.table(
            [(words.nl, words.en) for _, words in table.columns],
            [
                tuple(v.say(speaker.language) if isinstance(v, (Words, Worded)) else v for v in row)
                for row in table.rows
            ],
            None,
        )
    for words in report.method:
        speaker.say(words.nl, words.en)
