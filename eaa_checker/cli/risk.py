"""``risk``: the risk picture, its weights, its trend."""

from __future__ import annotations

from typing import Any

import click

from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.cli.speaking import plain
from eaa_checker.domain.risk import Factor, RiskGroup, RiskLine, Side, Standing
from eaa_checker.domain.trend import Trend
from eaa_checker.errors import BadInput

_FACTORS = click.Choice([factor.value for factor in Factor])


@click.group(invoke_without_command=True)
@click.option("--by", type=click.Choice(["sector", "supplier"]), help="Grouped, by sector or by supplier and CMS.")
@click.option("--sector", default="", help="Only targets of this sector: a type or tag of the organisation.")
@click.option("--limit", default=25, help="Targets shown; the coverage is always of all.")
@machine_option
@click.pass_context
def risk(context: click.Context, by: str | None, sector: str, limit: int) -> None:
    """Where to look first, and why: likelihood times impact, with every factor open."""
    if context.invoked_subcommand is not None:
        return
    desk = context.ensure_object(Desk)
    if by == "sector":
        _groups(desk, desk.engine.risk.sectors(), ("Sector", "Sector"))
        return
    if by == "supplier":
        _groups(desk, desk.engine.risk.suppliers(), ("Leverancier of CMS", "Supplier or CMS"))
        return
    picture = desk.engine.risk.picture(sector=sector, limit=limit)
    desk.speaker.table(
        [("Score", "Score"), ("Kans", "Likelihood"), ("Impact", "Impact"), ("Nr", "No"), ("Object", "Target"),
         ("Instantie", "Organisation"), ("Onderzocht?", "Examined?")],
        [
            (f"{line.score:.1f}{'*' if line.facts.adjustment else ''}", f"{line.likelihood:.1f}", f"{line.impact:.1f}",
             line.facts.target_id, line.facts.target_name, line.facts.organisation_name, _standing(desk, line))
            for line in picture.lines
        ],
        {
            "made": picture.made, "weighing": picture.weighing, "coverage": picture.coverage,
            "lines": [_whole(line) for line in picture.lines],
        },
    )  # fmt: skip
    words = picture.coverage
    number = picture.weighing.number
    desk.speaker.say(
        f"Dekking: {words.say('nl')}. Weging {number}; * is bijgesteld. Waarom: eaa-checker risk show NUMMER",
        f"Coverage: {words.say('en')}. Weighing {number}; * is adjusted. Why: eaa-checker risk show NUMBER",
    )


@risk.command("show")
@click.argument("target")
@machine_option
@pass_desk
def risk_show(desk: Desk, target: str) -> None:
    """Every factor of one TARGET: what was counted, its weight and its share."""
    line = desk.engine.risk.target(desk.engine.target(target).id)
    if desk.speaker.machine:
        desk.speaker.give({**_whole(line), "weighing": line.weighing})
        return
    language = desk.speaker.language
    for side in Side:
        total = line.likelihood if side is Side.LIKELIHOOD else line.impact
        desk.speaker.say(f"{side.nl.capitalize()} {total:.1f} van 5", f"{side.en.capitalize()} {total:.1f} of 5")
        desk.speaker.table(
            [("Factor", "Factor"), ("Geteld", "Counted"), ("Gewicht", "Weight"), ("Punten", "Points"),
             ("Aandeel", "Share")],
            [
                (one.factor.say(language), line.explain(one, language), f"{one.weight:g}", f"{one.points:.2f}",
                 f"{one.share:.0%}")
                for one in line.factors
                if one.factor.side is side
            ],
            None,
        )  # fmt: skip
    extra = line.facts.adjustment
    if extra is not None:
        desk.speaker.say(
            f"Bijgesteld met {extra.points:+g} door {extra.actor}: {extra.reason}",
            f"Adjusted by {extra.points:+g} by {extra.actor}: {extra.reason}",
        )
    desk.speaker.say(f"Score {line.score:.1f}", f"Score {line.score:.1f}")


@risk.command("trend")
@click.option("--sector", default="", help="Only targets of this sector.")
@machine_option
@pass_desk
def risk_trend(desk: Desk, sector: str) -> None:
    """Barriers by month; the line breaks where the engine or the rule book changed."""
    line = desk.engine.risk.trend(sector=sector)
    if desk.speaker.machine:
        desk.speaker.give(line)
        return
    _tell_trend(desk, line)


def _tell_trend(desk: Desk, line: Trend) -> None:
    if not line.stretches:
        desk.speaker.say("Er is nog geen beëindigde scan.", "No scan has ended yet.")
    for number, stretch in enumerate(line.stretches):
        if number:
            desk.speaker.say("--- breuklijn: niet vergelijkbaar ---", "--- break: not comparable ---")
        desk.speaker.say(f"Gezien met {stretch.seen_with}", f"Seen with {stretch.seen_with}")
        desk.speaker.table(
            [("Maand", "Month"), ("Barrières per object", "Barriers per target"), ("Onderzocht", "Examined"),
             ("Mislukte scans", "Failed scans")],
            [
                (one.month, "–" if one.barriers is None else f"{one.barriers:.1f}",
                 desk.speaker.words(f"{one.examined} van {one.of}", f"{one.examined} of {one.of}"), one.failed_scans)
                for one in stretch.points
            ],
            None,
        )  # fmt: skip


@risk.command("weights")
@machine_option
@pass_desk
def risk_weights(desk: Desk) -> None:
    """The weights in force and the versions before them."""
    found = desk.engine.risk.weighings()
    language = desk.speaker.language
    if desk.speaker.machine:
        desk.speaker.give(found)
        return
    for one in found:
        desk.speaker.say(
            f"Weging {one.number}, {one.instant.astimezone():%Y-%m-%d}, {one.actor}: {one.reason}",
            f"Weighing {one.number}, {one.instant.astimezone():%Y-%m-%d}, {one.actor}: {one.reason}",
        )
        desk.speaker.table(
            [("Factor", "Factor"), ("Kant", "Side"), ("Gewicht", "Weight"), ("Vol bij", "Full at")],
            [
                (w.factor.say(language), w.factor.side.say(language), f"{w.weight:g}", f"{w.full:g}")
                for w in one.weights
            ],
            None,
        )


@risk.command("weigh")
@click.option("--weight", "weights", type=(_FACTORS, float), multiple=True, help="A factor and its new weight.")
@click.option("--full", "fulls", type=(_FACTORS, float), multiple=True, help="A factor and its new full amount.")
@click.option("--reason", default="", help="Why the ranking must change (required).")
@click.option("--seen", type=int, help="Number of the weighing you looked at; refused when there is a newer one.")
@machine_option
@pass_desk
def risk_weigh(
    desk: Desk, weights: tuple[tuple[str, float], ...], fulls: tuple[tuple[str, float], ...], reason: str,
    seen: int | None,
) -> None:  # fmt: skip
    """Weigh anew: a next version of the weights, with a reason."""
    new, full = dict(weights), dict(fulls)
    if not new and not full:
        raise BadInput(
            "Geef ten minste één gewicht of volle hoeveelheid.", "Give at least one weight or full amount."
        )
    changes = {Factor(name): (new.get(name), full.get(name)) for name in {*new, *full}}
    made = desk.engine.risk.reweigh(changes, reason, version=seen)
    if desk.speaker.machine:
        desk.speaker.give(made)
    desk.speaker.say(f"Weging {made.number} geldt vanaf nu.", f"Weighing {made.number} is in force from now on.")


@risk.command("adjust", context_settings={"ignore_unknown_options": True})
@click.argument("target")
@click.argument("points", type=float)
@click.option("--reason", default="", help="Why (required).")
@click.option("--seen", type=int, help="Version of the adjustment you looked at, 0 for none.")
@machine_option
@pass_desk
def risk_adjust(desk: Desk, target: str, points: float, reason: str, seen: int | None) -> None:
    """Add POINTS (-10 to 10; 0 takes the adjustment away) to the score of a TARGET, with a reason."""
    number = desk.engine.target(target).id
    if points == 0:
        desk.engine.risk.drop_adjustment(number, reason)
        desk.speaker.say("Bijstelling weggehaald.", "Adjustment taken away.")
        return
    made = desk.engine.risk.adjust(number, points, reason, version=seen)
    if desk.speaker.machine:
        desk.speaker.give(made)
    desk.speaker.say(
        f"Object {number} bijgesteld met {points:+g} (versie {made.version}).",
        f"Target {number} adjusted by {points:+g} (version {made.version}).",
    )


def _whole(line: RiskLine) -> dict[str, Any]:
    """A line with every factor, for a machine; the weighing they share is given once."""
    return {
        "facts": line.facts,
        "likelihood": line.likelihood,
        "impact": line.impact,
        "score": line.score,
        "factors": line.factors,
    }


def _standing(desk: Desk, line: RiskLine) -> str:
    words = line.standing.say(desk.speaker.language)
    if line.standing is Standing.EXAMINED and line.facts.examined is not None:
        return f"{line.facts.examined.astimezone():%Y-%m-%d}"
    return words


def _groups(desk: Desk, groups: list[RiskGroup], heading: tuple[str, str]) -> None:
    language = desk.speaker.language
    desk.speaker.table(
        [heading, ("Gem. score", "Mean score"), ("Barrières per object", "Barriers per target"),
         ("Hoogste", "Highest"), ("Dekking", "Coverage")],
        [
            (one.name, f"{one.mean_score:.1f}", "–" if one.barriers is None else f"{one.barriers:.1f}",
             f"{one.highest.facts.target_name} ({one.highest.score:.1f})", one.coverage.say(language))
            for one in groups
        ],
        [{**plain(one), "highest": _whole(one.highest)} for one in groups],
    )  # fmt: skip
