"""``finding`` and ``text-block``: what people establish, and the texts they use for it."""

from __future__ import annotations

from typing import Any

import click

from eaa_checker.cli.desk import Desk, machine_option, pass_desk
from eaa_checker.domain.finding import PARTS, Exemption, Finding, FindingState, FindingText, Impact
from eaa_checker.errors import BadInput
from rules.contract import Words

_IMPACTS = click.Choice([one.value for one in Impact])
_version = click.option("--version", type=int, help="Version that you saw; refused when it was changed since.")


@click.group()
def finding() -> None:
    """Findings: made by a person, reviewed by a second one. FINDING is a number, or CASE/B-07."""


def _found(desk: Desk, text: str) -> Finding:
    case, _, label = text.partition("/")
    if label:
        number = label.upper().removeprefix("B-")
        if not number.isdecimal():
            raise _no_finding(text)
        return desk.engine.findings.numbered(desk.engine.cases.show(case).id, int(number))
    if not text.isdecimal():
        raise _no_finding(text)
    return desk.engine.findings.show(int(text))


def _no_finding(text: str) -> BadInput:
    return BadInput(f"“{text}” is geen bevinding; geef 12 of 3/B-07.", f"“{text}” is no finding; give 12 or 3/B-07.")


def _give(desk: Desk, done: Finding) -> None:
    if desk.speaker.machine:
        desk.speaker.give({**_told(done), "letterable": desk.engine.findings.hindrances(done.id) == ()})
    desk.speaker.say(
        f"{done.label} (bevinding {done.id}, versie {done.version}): {done.state.nl}",
        f"{done.label} (finding {done.id}, version {done.version}): {done.state.en}",
    )


def _told(one: Finding) -> dict[str, Any]:
    return {
        "id": one.id,
        "version": one.version,
        "case": one.examination_id,
        "label": one.label,
        "state": one.state,
        "requirement": one.requirement,
        "edition": one.edition,
        "text": one.text,
        "places": one.places,
        "proofs": one.proofs,
        "stability": one.stability,
        "round": one.round_number,
        "rule": one.rule,
        "author": one.author,
        "reviewer": one.reviewer,
        "remarks": one.remarks,
        "withdrawn_because": one.withdrawn_because,
    }


@finding.command("add")
@click.argument("case")
@click.option("--observation", "observations", multiple=True, metavar="FINGERPRINT", help="Eight digits or more.")
@click.option("--answer", "answers", multiple=True, type=int, help="An answer that says failed (number).")
@click.option("--requirement", default="", help="Where the evidence is about more than one.")
@click.option("--page", "pages", multiple=True, help="Only this page (repeatable).")
@click.option("--scan", "scan_id", type=int, help="Look in this scan, not in the visits of the round.")
@click.option("--title", help="Title; without it, that of the rule.")
@click.option("--fact", help="What was seen, where and in which state.")
@click.option("--consequence", default="", help="Who cannot do what.")
@click.option("--impact", type=_IMPACTS, default=Impact.MODERATE.value, show_default=True)
@click.option("--repair", default="", help="Direction of repair.")
@machine_option
@pass_desk
def finding_add(
    desk: Desk,
    case: str,
    observations: tuple[str, ...],
    answers: tuple[int, ...],
    requirement: str,
    pages: tuple[str, ...],
    scan_id: int | None,
    title: str | None,
    fact: str | None,
    consequence: str,
    impact: str,
    repair: str,
) -> None:
    """Make a finding in a CASE of observations and answers."""
    text = None
    if title is not None or fact is not None:
        text = FindingText(title or "", fact or "", consequence, Impact(impact), repair)
    done = desk.engine.findings.add(
        desk.engine.cases.show(case).id,
        observations=observations,
        answers=answers,
        requirement=requirement,
        text=text,
        pages=pages,
        scan_id=scan_id,
    )
    changed: dict[str, Any] = {}
    if text is None:
        given = {"consequence": consequence, "repair": repair, "impact": Impact(impact)}
        changed = {name: value for name, value in given.items() if value and value != getattr(done.text, name)}
    if changed:
        done = desk.engine.findings.edit(done.id, **changed)
    _give(desk, done)


@finding.command("list")
@click.argument("case", required=False)
@click.option("--state", "states", multiple=True, type=click.Choice([one.value for one in FindingState]))
@click.option("--impact", "impacts", multiple=True, type=_IMPACTS)
@click.option("--requirement", default="", help="Only on this requirement.")
@click.option("--organisation", help="Only of this organisation (name or number).")
@click.option("--words", default="", help="In title, fact or consequence.")
@click.option("--limit", default=500, show_default=True)
@machine_option
@pass_desk
def finding_list(
    desk: Desk,
    case: str | None,
    states: tuple[str, ...],
    impacts: tuple[str, ...],
    requirement: str,
    organisation: str | None,
    words: str,
    limit: int,
) -> None:
    """List findings, of one CASE or all."""
    found = desk.engine.findings.find(
        desk.engine.cases.show(case).id if case else None,
        states=[FindingState(one) for one in states],
        impacts=[Impact(one) for one in impacts],
        requirement=requirement,
        organisation_id=desk.engine.organisation(organisation).id if organisation else None,
        words=words,
        limit=limit,
    )
    say = desk.speaker.language
    desk.speaker.table(
        [("Nr", "No"), ("Onderzoek", "Case"), ("", ""), ("Bevinding", "Finding"), ("Toetspunt", "Requirement"),
         ("Impact", "Impact"), ("Stabiliteit", "Stability"), ("Stand", "State")],
        [
            (f.id, f.examination_id, f.label, f.text.title, f.requirement, f.text.impact.say(say),
             f.stability.say(say), f.state.say(say))
            for f in found
        ],
        [_told(one) for one in found],
    )  # fmt: skip


@finding.command("show")
@click.argument("finding")
@machine_option
@pass_desk
def finding_show(desk: Desk, finding: str) -> None:
    """A finding with its evidence, remarks, precedents, and why it may or may not be in a letter."""
    one = _found(desk, finding)
    reasons = desk.engine.findings.hindrances(one.id)
    precedents, usual = desk.engine.findings.precedents(one.requirement, one.examination_id)
    if desk.speaker.machine:
        desk.speaker.give(
            {**_told(one), "letterable": not reasons, "hindrances": reasons, "precedents": precedents, "usual": usual}
        )
        return
    speaker, text = desk.speaker, one.text
    speaker.say(f"{one.label}  {text.title}  ({one.state.nl})", f"{one.label}  {text.title}  ({one.state.en})")
    rows: list[tuple[str, str, str]] = [
        ("Toetspunt", "Requirement", f"{one.requirement} ({one.edition})"),
        ("Feit", "Fact", text.fact),
        ("Gevolg", "Consequence", text.consequence),
        ("Impact", "Impact", text.impact.say(speaker.language)),
        ("Herstelrichting", "Direction of repair", text.repair),
        ("Uitzondering", "Exemption", text.exemption.say(speaker.language)),
        ("Stabiliteit", "Stability", one.stability.say(speaker.language)),
        ("Schrijver", "Author", one.author),
        ("Beoordelaar", "Reviewer", one.reviewer),
    ]
    for nl, en, value in rows:
        speaker.say(f"{nl}: {value or '–'}", f"{en}: {value or '–'}")
    for place in one.places:
        where = f"{place.address} [{place.page_state}] {' ▸ '.join(place.path)} {place.description}"
        speaker.say(f"Plaats: {where}", f"Place: {where}")
    for proof in one.proofs:
        speaker.say(f"Bewijs: {proof.kind.nl} {proof.reference}", f"Evidence: {proof.kind.en} {proof.reference}")
    for remark in one.remarks:
        verb = ("akkoord", "approved") if remark.approved else ("terug", "back")
        speaker.say(f"{remark.reviewer} ({verb[0]}): {remark.text}", f"{remark.reviewer} ({verb[1]}): {remark.text}")
    for reason in reasons:
        speaker.say(f"Niet in een brief: {reason.nl}", f"Not in a letter: {reason.en}")
    if usual.cases:
        said = _usual(usual.term_days, usual.cases)
        speaker.say(said.nl, said.en)


def _usual(days: int | None, cases: int) -> Words:
    nl = "nergens een termijn" if days is None else f"termijn meestal {days} dagen"
    en = "no term anywhere" if days is None else f"term usually {days} days"
    return Words(f"Precedenten in {cases} onderzoek(en): {nl}.", f"Precedents in {cases} case(s): {en}.")


@finding.command("edit")
@click.argument("finding")
@click.option("--title")
@click.option("--fact")
@click.option("--consequence")
@click.option("--impact", type=_IMPACTS)
@click.option("--repair")
@click.option("--exemption", type=click.Choice([one.value for one in Exemption]))
@click.option("--exemption-reason")
@click.option("--block", "block_id", type=int, help="Put this text block into its part.")
@click.option("--reason", default="", help="Needed after approval; the finding must then be reviewed again.")
@_version
@machine_option
@pass_desk
def finding_edit(
    desk: Desk, /, finding: str, block_id: int | None, reason: str, version: int | None, **given: str | None
) -> None:
    """Change what a finding says."""
    one = _found(desk, finding)
    values: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if "impact" in values:
        values["impact"] = Impact(values["impact"])
    if "exemption" in values:
        values["exemption"] = Exemption(values["exemption"])
    if not values and block_id is None:
        raise BadInput("Zeg wat u wilt wijzigen.", "Say what you want to change.", mend="--fact …")
    if values:
        one = desk.engine.findings.edit(one.id, version, reason=reason, **values)
        version = None
    if block_id is not None:
        one = desk.engine.findings.use_block(one.id, block_id, version=version, reason=reason)
    _give(desk, one)


@finding.command("submit")
@click.argument("finding")
@_version
@machine_option
@pass_desk
def finding_submit(desk: Desk, finding: str, version: int | None) -> None:
    """Offer a finding for review by a second person."""
    _give(desk, desk.engine.findings.submit(_found(desk, finding).id, version=version))


@finding.command("review")
@click.argument("finding")
@click.option("--approve", "decision", flag_value="approve", help="Approve it as it stands.")
@click.option("--back", "decision", flag_value="back", help="Give it back with a remark.")
@click.option("--remark", default="", help="Needed to give it back.")
@_version
@machine_option
@pass_desk
def finding_review(desk: Desk, finding: str, decision: str | None, remark: str, version: int | None) -> None:
    """Review a finding that somebody else wrote (four eyes)."""
    one = _found(desk, finding)
    if decision == "approve":
        _give(desk, desk.engine.findings.approve(one.id, remark, version=version))
    elif decision == "back":
        _give(desk, desk.engine.findings.send_back(one.id, remark, version=version))
    else:
        raise BadInput("Kies --approve of --back.", "Choose --approve or --back.")


@finding.command("withdraw")
@click.argument("finding")
@click.option("--reason", required=True, help="Why.")
@_version
@machine_option
@pass_desk
def finding_withdraw(desk: Desk, finding: str, reason: str, version: int | None) -> None:
    """Take a finding back; its number stays taken."""
    _give(desk, desk.engine.findings.withdraw(_found(desk, finding).id, reason, version=version))


@finding.command("precedents")
@click.argument("requirement")
@click.option("--without-case", default=None, help="Leave this case out.")
@machine_option
@pass_desk
def finding_precedents(desk: Desk, requirement: str, without_case: str | None) -> None:
    """The same requirement elsewhere: which term was given, what followed."""
    left_out = desk.engine.cases.show(without_case).id if without_case else None
    found, usual = desk.engine.findings.precedents(requirement, left_out)
    say = desk.speaker.language
    desk.speaker.table(
        [("Onderzoek", "Case"), ("", ""), ("Instantie", "Organisation"), ("Impact", "Impact"),
         ("Termijn (dagen)", "Term (days)"), ("Verlengd", "Extended"), ("Uitkomst", "Outcome")],
        [
            (p.case_number or p.examination_id, p.label, ", ".join(p.organisations), p.impact.say(say),
             "–" if p.term_days is None else p.term_days, p.extended_days,
             "–" if p.outcome is None else p.outcome.say(say))
            for p in found
        ],
        {"precedents": found, "usual": usual},
    )  # fmt: skip
    if found:
        said = _usual(usual.term_days, usual.cases)
        desk.speaker.say(said.nl, said.en)


@click.group("text-block")
def text_block() -> None:
    """Reusable texts for findings, in versions."""


@text_block.command("add")
@click.argument("name")
@click.argument("part", type=click.Choice(PARTS))
@click.argument("body")
@click.option("--requirement", default="", help="Only for this requirement.")
@machine_option
@pass_desk
def text_block_add(desk: Desk, name: str, part: str, body: str, requirement: str) -> None:
    """Add a text for a PART of findings."""
    done = desk.engine.text_blocks.add(name, part, body, requirement)
    if desk.speaker.machine:
        desk.speaker.give(done)
    desk.speaker.say(f"Tekstblok {done.id}, versie {done.number}", f"Text block {done.id}, version {done.number}")


@text_block.command("list")
@click.option("--part", default="", type=click.Choice(["", *PARTS]))
@click.option("--requirement", default="")
@machine_option
@pass_desk
def text_block_list(desk: Desk, part: str, requirement: str) -> None:
    """List the texts in use."""
    found = desk.engine.text_blocks.find(part, requirement)
    desk.speaker.table(
        [("Nr", "No"), ("Versie", "Version"), ("Deel", "Part"), ("Naam", "Name"), ("Tekst", "Text")],
        [(b.id, b.number, b.part, b.name, b.body) for b in found],
        found,
    )


@text_block.command("change")
@click.argument("id", type=int)
@click.argument("body", required=False)
@click.option("--retire/--use", "retired", default=None, help="Take it out of use, or back into use.")
@_version
@machine_option
@pass_desk
def text_block_change(desk: Desk, id: int, body: str | None, retired: bool | None, version: int | None) -> None:
    """A new version of a text; findings keep the one they used."""
    done = desk.engine.text_blocks.change(id, body, retired=retired, version=version)
    if desk.speaker.machine:
        desk.speaker.give(done)
    desk.speaker.say(f"Tekstblok {done.id}, versie {done.number}", f"Text block {done.id}, version {done.number}")
