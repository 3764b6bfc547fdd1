"""Puts a letter together: head, the blocks of its kind from the template, tables and findings from the matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from eaa_checker.domain.letter import BlockKind, LetterFinding, LetterKind, LetterMatter
from eaa_checker.errors import BadInput
from eaa_checker.letters import dutch
from eaa_checker.letters.document import Block, Document, Grid, Heading, Listing, Paragraph, Run, cleaned, plain
from eaa_checker.letters.fields import fields_of
from eaa_checker.letters.kinds import blocks_of, demand_reachable
from eaa_checker.letters.reading import read
from eaa_checker.letters.templating import Template, fill, template_for

_DIRECTIVE = re.compile(r"^@(tabel +([a-z]+)|bevindingen) *$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter ready to be checked and written."""

    matter: LetterMatter
    template: Template
    document: Document
    parts: tuple[tuple[BlockKind, tuple[Block, ...]], ...]
    """The same blocks by the part of the letter they belong to."""


def compose(matter: LetterMatter, folder: Path | None = None, *, draft: bool = False) -> Composed:
    """The letter for *matter* by its template (own templates from *folder* first). A *draft* shows open fields.

    Raises NotAllowed for a kind that cannot be reached, BadInput for a faulty template and, but for a draft, for a
    field without a value.
    """
    demand_reachable(matter)
    template = template_for(matter.kind, folder)
    fields = fields_of(matter)
    title = _line(read(fill(template.title, fields, f"{template.source}: title", draft=draft)))
    parts = []
    for kind in blocks_of(matter):
        text = template.blocks.get(kind)
        if text is None:
            raise BadInput(
                f"Sjabloon {template.source}: het blok “{kind.value}” ({kind.nl}) ontbreekt.",
                f"Template {template.source}: the block “{kind.value}” ({kind.en}) is missing.",
            )
        own = matter.remarks.get(kind.value, "")
        filled = fill(text, fields, f"{template.source}: @blok {kind.value}", draft=draft)
        blocks = tuple(_blocks(filled, matter))
        if own and "tekst." not in text:
            blocks = (*blocks, *(plain(part.strip()) for part in own.split("\n\n") if part.strip()))
        if kind is BlockKind.SIGNATURE:
            blocks = tuple(replace(b, style="signature") if isinstance(b, Paragraph) else b for b in blocks)
        parts.append((kind, blocks))
    head = tuple(_head(matter))
    document = cleaned(
        Document(
            title=title,
            blocks=head + tuple(block for _, blocks in parts for block in blocks) + tuple(_enclosed(matter)),
            subject=f"{matter.kind.nl} {matter.reference}",
            keywords=tuple(filter(None, (matter.case_number, matter.reference))),
        )
    )
    return Composed(matter, template, document, tuple(parts))


def _line(blocks: tuple[Block, ...]) -> str:
    return " ".join(block.text for block in blocks if isinstance(block, (Paragraph, Heading)))


def _head(matter: LetterMatter) -> Iterator[Block]:
    to = matter.addressee
    lines = [to.name, f"t.a.v. {to.attention}" if to.attention else "", *to.address]
    yield Paragraph((Run("\n".join(line for line in lines if line)),), "address")
    references = [
        ("Datum", dutch.day(matter.sent)),
        ("Ons kenmerk", matter.reference),
        ("Zaaknummer", matter.case_number),
        ("Uw kenmerk", to.their_reference),
        ("Behandeld door", f"{matter.handled_by}, {matter.contact}"),
    ]
    for label, value in references:
        if value:
            yield Paragraph((Run(f"{label}: ", strong=True), Run(value)), "reference")


def _enclosed(matter: LetterMatter) -> Iterator[Block]:
    names = [name for name, _ in ENCLOSURES if enclosed(matter, name)]
    if names:
        yield Heading(1, "Bijlagen")
        yield Listing(tuple((Run(name),) for name in names), ordered=True)


ESTABLISHING = (LetterKind.FINDINGS, LetterKind.INTENTION, LetterKind.DECISION, LetterKind.OPINION)
"""Kinds of letters that say what was established."""

ENCLOSURES: tuple[tuple[str, Callable[[LetterMatter], bool]], ...] = (
    ("Rapport van bevindingen", lambda matter: bool(matter.findings) and matter.kind in ESTABLISHING),
    ("Technische bijlage", lambda matter: bool(matter.findings)),
    ("Reactieformulier", lambda matter: bool(matter.findings) and matter.reply_by is not None),
    ("Bewijsmanifest", lambda matter: any(finding.evidence for finding in matter.findings)),
)
"""What goes with a letter, and when."""


def enclosed(matter: LetterMatter, name: str) -> bool:
    """The enclosure called *name* goes with this letter."""
    return next(needed for known, needed in ENCLOSURES if known == name)(matter)


def _blocks(text: str, matter: LetterMatter) -> Iterator[Block]:
    """The text's blocks one level up (a template's ``##`` is the first level below the title), directives replaced."""
    at = 0
    for mark in _DIRECTIVE.finditer(text):
        yield from _raised(text[at : mark.start()])
        yield from _directive(mark, matter)
        at = mark.end()
    yield from _raised(text[at:])


def _raised(text: str) -> Iterator[Block]:
    for block in read(text):
        yield replace(block, level=max(1, block.level - 1)) if isinstance(block, Heading) else block


def _directive(mark: re.Match[str], matter: LetterMatter) -> Iterator[Block]:
    if mark[2] is None:
        for finding in matter.findings:
            yield from told(finding)
        return
    makers = {"bevindingen": overview, "objecten": _targets, "vergelijking": _comparison}
    maker = makers.get(mark[2])
    if maker is None:
        raise BadInput(
            f"De tabel “{mark[2]}” bestaat niet. Kies uit: {', '.join(makers)}.",
            f"There is no table “{mark[2]}”. Choose from: {', '.join(makers)}.",
        )
    yield maker(matter)


def overview(matter: LetterMatter) -> Grid:
    """The findings in one table."""
    rows = tuple(
        (
            finding.number,
            finding.fact,
            "op alle pagina's" if finding.everywhere else _where(finding),
            finding.requirement,
            dutch.IMPACTS.get(finding.impact, finding.impact),
            finding.consequence,
        )
        for finding in matter.findings
    )
    header = ("Nr.", "Wat", "Waar", "Norm", "Ernst", "Gevolg voor wie")
    return Grid("Overzicht van de bevindingen", header, rows, (2, 6, 4, 4, 3, 6))


def _where(finding: LetterFinding) -> str:
    places = finding.places
    return "\n".join(places[:3]) + (f"\nen {dutch.count(len(places) - 3)} meer" if len(places) > 3 else "")


def _targets(matter: LetterMatter) -> Grid:
    rows = tuple((t.name, t.address, t.kind) for t in matter.targets)
    return Grid("Onderzochte objecten", ("Naam", "Adres", "Soort"), rows, (4, 6, 3))


def _comparison(matter: LetterMatter) -> Grid:
    rows = tuple(
        (f.number, f.fact, dutch.OUTCOMES.get(f.outcome, f.outcome), f.why) for f in matter.findings if f.outcome
    )
    return Grid("Wat er is veranderd", ("Nr.", "Wat", "Uitkomst", "Toelichting"), rows, (2, 6, 3, 6))


def told(finding: LetterFinding) -> Iterator[Block]:
    """One finding as the letter tells it: fact, norm, why, consequence, evidence, direction of repair."""
    yield Heading(2, f"{finding.number}: {finding.fact}")
    where = "op alle pagina's" if finding.everywhere else dutch.listed(list(finding.places))
    evidence = ", ".join(item.id for item in finding.evidence)
    facts = [
        ("Waar", where),
        ("Norm", finding.requirement),
        ("Waarom dit niet voldoet", finding.why),
        ("Gevolg", finding.consequence),
        ("Ernst", dutch.IMPACTS.get(finding.impact, finding.impact)),
        ("Hoe vaak gezien", finding.stability),
        ("Wat er nodig is", finding.repair),
        ("Bewijs", evidence),
    ]
    for label, value in facts:
        if value:
            yield Paragraph((Run(f"{label}: ", strong=True), Run(value)))
