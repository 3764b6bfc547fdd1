"""The technical annex: per finding what, where, how to see it oneself; sample, visits, evidence, glossary."""

from __future__ import annotations

from collections.abc import Iterator

from eaa_checker.domain.letter import LetterFinding, LetterMatter
from eaa_checker.letters import dutch
from eaa_checker.letters.document import (
    Block,
    Document,
    Grid,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Run,
    plain,
)

_LONGEST = 2_000
"""Characters of an element's source that are printed; the whole is in the dossier."""

TERMS: tuple[tuple[str, str], ...] = (
    ("alternatieve tekst", "een beschrijving van een afbeelding, die een schermlezer voorleest"),
    ("begunstigingstermijn", "de tijd waarin u kunt herstellen zonder dwangsom te betalen"),
    ("bevinding", "iets wat een inspecteur heeft vastgesteld"),
    ("contrast", "het verschil in helderheid tussen de tekst en de achtergrond"),
    ("dossier", "alles wat wij bij het onderzoek hebben vastgelegd, verzegeld tegen wijzigingen"),
    ("EN 301 549", "de Europese norm voor de toegankelijkheid van ICT"),
    ("hersteltermijn", "de tijd die wij u vragen te gebruiken om te herstellen"),
    ("momentopname", "alles wat van één pagina op één moment is vastgelegd"),
    ("schermlezer", "een programma dat voorleest wat er op het scherm staat"),
    ("selector", "een aanduiding waarmee een ontwikkelaar een onderdeel van een pagina vindt"),
    ("SHA-256", "een getal dat verandert zodra er iets aan een bestand verandert"),
    ("steekproef", "de pagina's die wij hebben gekozen om te onderzoeken"),
    ("toetsenbordfocus", "de plek op de pagina waar het toetsenbord op werkt"),
    ("waarneming", "iets wat een programma of een inspecteur op een pagina zag"),
    ("WCAG", "de internationale richtlijnen voor toegankelijke webpagina's"),
)
"""Words that an administrator need not know, explained once."""


def annex(matter: LetterMatter) -> Document:
    """The technical annex to the letter of *matter*."""
    return Document(
        title=f"Technische bijlage bij {matter.reference}",
        blocks=tuple(_blocks(matter)),
        subject=f"technische bijlage {matter.reference}",
    )


def _blocks(matter: LetterMatter) -> Iterator[Block]:
    yield plain(
        "Deze bijlage is bedoeld voor wie de bevindingen gaat herstellen of nagaan. U hebt onze programma's daarvoor "
        "niet nodig."
    )
    yield Heading(1, "Bevindingen")
    for finding in matter.findings:
        yield from _finding(finding)
    yield from _method(matter)
    if matter.open_questions:
        yield Heading(1, "Vragen die open bleven")
        yield plain("Dit konden wij niet vaststellen. Het zijn geen bevindingen.")
        yield Listing(tuple((Run(question),) for question in matter.open_questions))
    yield from _manifest(matter)
    yield Heading(1, "Uitleg van termen")
    yield Grid("Termen", ("Term", "Uitleg"), TERMS, (3, 8))


def _finding(finding: LetterFinding) -> Iterator[Block]:
    yield Heading(2, f"{finding.number}: {finding.fact}")
    rows = [
        ("Plekken", "\n".join(finding.places)),
        ("Staat van de pagina", finding.state),
        ("Norm", finding.requirement),
        ("Wie geraakt wordt en hoe", finding.consequence),
        ("Ernst", dutch.IMPACTS.get(finding.impact, finding.impact)),
        ("Gezien", finding.stability),
        ("Vastgesteld door", finding.author),
        ("Beoordeeld door", finding.reviewer),
        ("Gezien met", ", ".join(finding.engines)),
        ("Herstelrichting", finding.repair),
        ("Bewijs", "\n".join(item.id for item in finding.evidence)),
    ]
    filled = tuple((label, value) for label, value in rows if value)
    yield Grid(f"Gegevens van {finding.number}", ("Gegeven", "Waarde"), filled, (3, 8))
    if finding.selector:
        yield Paragraph((Run("Selector: ", strong=True), Run(finding.selector, code=True)))
    if finding.html:
        cut = finding.html[:_LONGEST]
        rest = "" if len(finding.html) <= _LONGEST else " …"
        yield Paragraph((Run(cut + rest, code=True),), "code")
    for item in finding.evidence:
        if item.picture is not None:
            alternative = item.alternative or f"Schermafbeelding bij {finding.number}: {finding.fact}"
            yield Picture(item.picture, alternative, f"{item.id} bij {finding.number}")
    if finding.recipe:
        yield Heading(3, f"Zo ziet u {finding.number} zelf")
        yield Listing(tuple((Run(step),) for step in finding.recipe), ordered=True)


def _method(matter: LetterMatter) -> Iterator[Block]:
    yield Heading(1, "Werkwijze")
    if matter.sample:
        yield Heading(2, "Steekproef")
        if matter.sample_method:
            yield plain(matter.sample_method)
        if matter.sample_seed:
            yield Paragraph((Run("Startgetal van de loting: ", strong=True), Run(matter.sample_seed, code=True)))
        rows = tuple(
            (str(number), page.address, page.kind, "door loting" if page.random else page.reason)
            for number, page in enumerate(matter.sample, 1)
        )
        yield Grid("Pagina's in de steekproef", ("Nr.", "Adres", "Soort", "Waarom"), rows, (1, 6, 5, 4))
    if matter.visits:
        yield Heading(2, "Onze bezoeken")
        visits = tuple(
            (dutch.moment(v.instant), v.where, v.environment, str(v.pages), str(v.requests))
            for v in matter.visits
        )
        header = ("Wanneer", "Waarvandaan", "Waarmee", "Pagina's", "Verzoeken")
        yield Grid("Bezoeken aan de site", header, visits, (5, 4, 5, 3, 3))
    if matter.instruments:
        yield Heading(2, "Hulpmiddelen")
        yield Listing(tuple((Run(one),) for one in matter.instruments))
    if matter.not_examined:
        yield Heading(2, "Wat wij niet onderzochten")
        yield Listing(tuple((Run(one),) for one in matter.not_examined))


def _manifest(matter: LetterMatter) -> Iterator[Block]:
    items = {item.id: item for finding in matter.findings for item in finding.evidence}
    if not items:
        return
    yield Heading(1, "Bewijsmanifest")
    if matter.dossier_seal:
        yield Paragraph((Run("Zegel van het dossier: ", strong=True), Run(matter.dossier_seal, code=True)))
    rows = tuple((item.id, item.kind, item.sha256 or _told(item.reference)) for item in items.values())
    yield Grid("Bewijsstukken", ("Stuk", "Soort", "SHA-256, of waar het in het dossier staat"), rows, (2, 4, 9))


def _told(reference: str) -> str:
    """``scan:2/986c…`` as ``scan 2, kenmerk 986c…``."""
    return reference.replace(":", " ", 1).replace("/", ", kenmerk ", 1)

