"""The report of findings (*rapport van bevindingen*): who established what, where, when and how, signed and dated.

Holds what the administrative court asks of it (ABRvS 3 May 2017, ECLI:NL:RVS:2017:1179): established by an expert of
the authority, where, when, by which method, an intelligible description, signed and dated.
"""

from __future__ import annotations

from collections.abc import Iterator

from eaa_checker.domain.letter import LetterMatter
from eaa_checker.letters import dutch
from eaa_checker.letters.composing import overview, told
from eaa_checker.letters.document import Block, Document, Grid, Heading, Listing, Paragraph, Run, plain


def findings_report(matter: LetterMatter) -> Document:
    """The report that goes with the letter of *matter*."""
    return Document(
        title=f"Rapport van bevindingen {matter.case_number or matter.reference}",
        blocks=tuple(_blocks(matter)),
        subject=f"rapport van bevindingen {matter.reference}",
    )


def missing(matter: LetterMatter) -> list[str]:
    """What the report still lacks, in Dutch; empty when it can be signed."""
    inspector = matter.inspector
    lacking = []
    if inspector is None or not inspector.name.strip() or not inspector.function.strip():
        lacking.append("wie het vaststelde, met functie")
    if inspector is None or not inspector.mandate.strip():
        lacking.append("de aanwijzing van de toezichthouder")
    if not matter.visits:
        lacking.append("wanneer is onderzocht")
    elif not all(visit.where.strip() for visit in matter.visits):
        lacking.append("vanaf waar is onderzocht")
    if not matter.instruments:
        lacking.append("met welke hulpmiddelen")
    return lacking


def _blocks(matter: LetterMatter) -> Iterator[Block]:
    inspector = matter.inspector
    yield Heading(1, "Wie en wat")
    facts = [
        ("Onderzocht bij", matter.addressee.name),
        ("Object", "\n".join(f"{target.name}: {target.address}" for target in matter.targets)),
        ("Zaaknummer", matter.case_number),
        ("Soort onderzoek", matter.examination),
        ("Toezichthouder", f"{inspector.name}, {inspector.function}" if inspector else ""),
        ("Aangewezen bij", inspector.mandate if inspector else ""),
        ("Norm", "\n".join(f"{norm.title} {norm.version}".strip() for norm in matter.norms)),
    ]
    filled = tuple((label, value) for label, value in facts if value)
    yield Grid("Gegevens van het onderzoek", ("Gegeven", "Waarde"), filled, (3, 8))
    yield Heading(1, "Wanneer en vanaf waar")
    rows = tuple((dutch.moment(v.instant), v.where, v.environment, str(v.pages)) for v in matter.visits)
    yield Grid("Bezoeken", ("Wanneer", "Vanaf waar", "Waarmee", "Pagina's"), rows, (5, 4, 6, 2))
    yield Heading(1, "Werkwijze")
    yield plain(
        "Ik liet een browser elke pagina openen en vastleggen. Programma's wezen mij op mogelijke barrières. "
        "Ik beoordeelde elke waarneming zelf. Een tweede persoon beoordeelde mijn bevindingen."
    )
    if matter.sample_method:
        yield plain(matter.sample_method)
    if matter.instruments:
        yield Paragraph((Run("Hulpmiddelen: ", strong=True), Run(dutch.listed(matter.instruments))))
    if matter.not_examined:
        yield plain("Dit onderzocht ik niet:")
        yield Listing(tuple((Run(one),) for one in matter.not_examined))
    yield Heading(1, "Bevindingen")
    yield overview(matter)
    for finding in matter.findings:
        yield from told(finding)
    if matter.dossier_seal:
        yield Heading(1, "Bewijs")
        yield plain("Alles wat ik vastlegde staat in een verzegeld dossier. Elke wijziging daarin is te zien.")
        yield Paragraph((Run("Zegel van het dossier (SHA-256): ", strong=True), Run(matter.dossier_seal, code=True)))
    yield Heading(1, "Ondertekening")
    yield plain("Ik heb dit rapport naar waarheid opgemaakt.")
    name = f"{inspector.name}, {inspector.function}" if inspector else ""
    sign = (("Naam en functie", name), ("Plaats en datum", ""), ("Handtekening", "\n\n\n"))
    yield Grid("Ondertekening", ("Gegeven", "Waarde"), sign, (3, 8))
