"""The check before a letter is issued: what must be mended first, and what could be plainer.

Makes the known mistakes impossible: an objection clause on what is no decision or none on a decision, a norm outside
its validity, a draft norm as if it were binding, a machine's output as a finding, a term that has passed, a letter to
a supplier, an open field, a missing review, evidence that is not there, a reporter's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from eaa_checker.domain.letter import AT_TEMPLATE, BlockKind, LetterKind, LetterMatter, Mark, MarkKind
from eaa_checker.letters import plain_dutch
from eaa_checker.letters.composing import ESTABLISHING, Composed
from eaa_checker.letters.document import Block, Grid, Heading, Listing, Paragraph
from eaa_checker.letters.fields import CHOICE_WORDS, choice_of
from eaa_checker.letters.findings_report import missing
from eaa_checker.letters.templating import OPEN_FIELD

_OPEN = re.compile(r"\{\{|\}\}|\{%|%\}|\[(?:\.{2,3}|…|invullen|naam|datum|adres|nummer)\]|\bXXX+\b|\bTODO\b|_{3,}")
_FIELD = re.compile(re.escape(OPEN_FIELD).replace(re.escape("{0}"), r"([a-z_.]+)"))
_OBJECTION = re.compile(r"bezwaarschrift|u kunt (?:hiertegen )?bezwaar maken|bezwaar maken\?", re.IGNORECASE)
_DOUBT = re.compile(r"\bzou(?:den)? kunnen\b|\b(?:mogelijkerwijs|waarschijnlijk|wellicht|misschien)\b", re.IGNORECASE)
_ENGINE = re.compile(r"\b(?:axe(?:-core)?|lighthouse|EAA Checker)\b", re.IGNORECASE)
_NEW_WCAG = re.compile(r"\bWCAG\s*(?:2\.2|3(?:\.0)?)\b", re.IGNORECASE)
_WITH_TERM = (LetterKind.INFORMATION, LetterKind.FINDINGS, LetterKind.INTENTION, LetterKind.OPINION)
_WITH_FINDINGS = (LetterKind.FINDINGS, LetterKind.INTENTION, LetterKind.DECISION, LetterKind.OPINION)
_WRITTEN_TO = ("norm-addressee", "responsible", "commissioner")


def check(composed: Composed, *, today: date, approved: bool) -> list[Mark]:
    """Everything to say of a draft, hard stops first. *approved*: lawyers approved exactly this template."""
    found = [
        *_formal(composed, today, approved), *_unfilled(composed), *_findings(composed), *_words(composed),
    ]  # fmt: skip
    explained = plain_dutch.explained(composed.document.blocks)
    advice = [mark for kind, blocks in composed.parts for mark in plain_dutch.advice(blocks, kind.nl, explained)]
    mean = plain_dutch.average(composed.document.blocks)
    if mean > plain_dutch.AVERAGE:
        shown = f"{mean:.1f}".replace(".", ",")
        advice.append(
            Mark(
                MarkKind.ADVICE,
                "hele brief",
                f"Een zin heeft gemiddeld {shown} woorden; streef naar hooguit 15.",
                f"A sentence has {mean:.1f} words on average; aim at 15 at most.",
            )
        )
    return sorted([*found, *advice], key=lambda mark: mark.kind is not MarkKind.STOP)


def stops(marks: list[Mark]) -> list[Mark]:
    """What must be mended before the letter can be issued."""
    return [mark for mark in marks if mark.kind is MarkKind.STOP]


def _stop(place: str, nl: str, en: str, text: str = "") -> Mark:
    return Mark(MarkKind.STOP, place, nl, en, text[:200])


def _formal(composed: Composed, today: date, approved: bool) -> Iterator[Mark]:
    matter, template = composed.matter, composed.template
    if not approved:
        yield _stop(
            AT_TEMPLATE, f"Juristen hebben dit sjabloon ({template.source}) nog niet goedgekeurd.",
            f"Lawyers have not approved this template ({template.source}) yet.",
        )  # fmt: skip
    if not template.in_force(matter.sent):
        yield _stop(
            AT_TEMPLATE, f"Dit sjabloon geldt niet op de verzenddatum ({template.source}).",
            f"This template is not in force on the day of sending ({template.source}).",
        )  # fmt: skip
    if not matter.case_number.strip():
        yield _stop("zaaknummer", "De zaak heeft nog geen nummer.", "The case has no number yet.")
    if not matter.reference.strip():
        yield _stop("kenmerk", "De brief heeft nog geen kenmerk.", "The letter has no reference yet.")
    if matter.sent < today:
        yield _stop(
            "verzenddatum", "De verzenddatum is al voorbij.", "The day of sending has passed.", matter.sent.isoformat()
        )
    yield from _addressee(matter)
    yield from _report(matter)
    yield from _terms(matter)
    yield from _norms(matter)
    yield from _remedy(composed)
    if matter.kind is LetterKind.DECISION and not (matter.signatory and matter.signatory.mandate.strip()):
        yield _stop("ondertekening", "De ondertekenaar heeft geen mandaat.", "The signatory has no mandate.")
    if matter.kind in _WITH_FINDINGS and not matter.visits:
        yield _stop(
            "onderzoek", "Niet vermeld is wanneer en waarmee is onderzocht.",
            "It is not said when and with what was examined.",
        )  # fmt: skip
    elif matter.kind in _WITH_FINDINGS and any(visit.instant.tzinfo is None for visit in matter.visits):
        yield _stop("onderzoek", "Een tijdstip heeft geen tijdzone.", "A moment has no time zone.")
    if matter.kind is LetterKind.INFORMATION and not matter.asked:
        yield _stop("vragen", "Er wordt niets gevraagd.", "Nothing is asked.")
    if matter.kind is LetterKind.FORWARDING and not matter.forwarded_to.strip():
        yield _stop("doorsturen", "Niet vermeld is naar wie wordt doorgestuurd.", "It is not said who it goes to.")


def _report(matter: LetterMatter) -> Iterator[Mark]:
    """The report of findings: what it lacks stops a decision and is advice for other letters (LETTERS, section 2)."""
    if matter.kind not in ESTABLISHING:
        return
    kind = MarkKind.STOP if matter.kind is LetterKind.DECISION else MarkKind.ADVICE
    for lack in missing(matter):
        yield Mark(kind, "rapport van bevindingen", f"Er ontbreekt: {lack}.", f"Missing: {lack}.")


def _addressee(matter: LetterMatter) -> Iterator[Mark]:
    to = matter.addressee
    if to.role not in _WRITTEN_TO:
        yield _stop(
            "geadresseerde", "De brief is gericht aan een leverancier en niet aan de normadressaat.",
            "The letter is addressed to a supplier and not to the norm addressee.", to.name,
        )  # fmt: skip
    if not to.attention.strip() or re.fullmatch(r"[\w.+-]+@[\w.-]+", to.attention.strip()):
        yield _stop(
            "geadresseerde", "De brief noemt geen bestuurder of functionaris, of alleen een mailadres.",
            "The letter names no administrator or official, or only a mailbox.", to.attention,
        )  # fmt: skip


def _terms(matter: LetterMatter) -> Iterator[Mark]:
    terms = [("reactietermijn", matter.reply_by), ("hersteltermijn", matter.repair_by)]
    terms += [(f"hersteltermijn {finding.number}", finding.term) for finding in matter.findings]
    if matter.order is not None:
        terms.append(("begunstigingstermijn", matter.order.until))
    for name, term in terms:
        if term is not None and term <= matter.sent:
            yield _stop(
                name, f"De {name} ligt niet na de verzenddatum.", f"The term ({name}) is not after the day of sending.",
                term.isoformat(),
            )  # fmt: skip
    if matter.kind in _WITH_TERM and matter.reply_by is None:
        yield _stop("reactietermijn", "Er is geen reactietermijn.", "There is no term to reply.")
    if matter.kind in (LetterKind.DECISION, LetterKind.INTENTION):
        if matter.order is None or matter.order.until is None or not matter.order.duty.strip():
            yield _stop(
                "last", "De last, de maatregelen of de begunstigingstermijn ontbreekt (artikel 5:32a Awb).",
                "The order, its measures or its term is missing (Awb art. 5:32a).",
            )  # fmt: skip
        elif matter.order.amount and (not matter.order.maximum or not matter.order.per):
            yield _stop(
                "dwangsom", "Bij de dwangsom ontbreekt waarvoor die geldt of het maximum (artikel 5:32b Awb).",
                "The penalty lacks what it is for or its maximum (Awb art. 5:32b).",
            )  # fmt: skip


def _norms(matter: LetterMatter) -> Iterator[Mark]:
    day = matter.examined_on or matter.sent
    if matter.kind in _WITH_FINDINGS and not matter.norms:
        yield _stop("norm", "De brief noemt geen norm.", "The letter cites no norm.")
    for norm in matter.norms:
        if not norm.citable:
            yield _stop(
                norm.title, "Deze norm is niet in een gecontroleerde bron gelezen en mag niet worden aangehaald.",
                "This norm was not read in a checked source and may not be cited.",
            )  # fmt: skip
        if (norm.valid_from and day < norm.valid_from) or (norm.valid_until and day > norm.valid_until):
            yield _stop(
                norm.title, "Deze norm gold niet op de dag van het onderzoek.",
                "This norm was not in force on the day of the examination.", norm.version,
            )  # fmt: skip
        if norm.competence != "yes" and matter.kind is not LetterKind.FORWARDING:
            yield _stop(
                norm.title, "Vastgesteld is niet dat wij voor deze norm bevoegd zijn. Zie Regelboek en normen.",
                "It is not established that we are competent for this norm. See Rule book and norms.",
            )  # fmt: skip
        if norm.enforceable_from and matter.kind is LetterKind.DECISION and norm.enforceable_from > matter.sent:
            yield _stop(
                norm.title, "Deze norm is nog niet handhaafbaar.", "This norm cannot be enforced yet.",
                norm.enforceable_from.isoformat(),
            )  # fmt: skip
    known = {norm.id for norm in matter.norms}
    for finding in matter.findings:
        if matter.norms and finding.norm_id not in known:
            yield _stop(
                finding.number, "De norm van deze bevinding staat niet in de brief.",
                "The norm of this finding is not in the letter.", finding.requirement,
            )  # fmt: skip


def _remedy(composed: Composed) -> Iterator[Mark]:
    kinds = {kind for kind, _ in composed.parts}
    decision = composed.matter.kind.is_decision
    if decision and BlockKind.OBJECTION not in kinds:
        yield _stop("bezwaar", "Een besluit moet een bezwaarclausule hebben (artikel 3:45 Awb).",
                    "A decision must have an objection clause (Awb art. 3:45).")  # fmt: skip
    for kind, blocks in composed.parts:
        text = "\n".join(_all_text(blocks))
        if not decision and kind is not BlockKind.NO_OBJECTION and _OBJECTION.search(text):
            yield _stop(kind.nl, "Deze brief is geen besluit, maar de tekst wijst op bezwaar.",
                        "This letter is no decision, yet the text points to objection.")  # fmt: skip
        if kind is BlockKind.OBJECTION and ("zes weken" not in text or "bezwaarschrift" not in text.casefold()):
            yield _stop(kind.nl, "De bezwaarclausule noemt niet wie, waar en binnen zes weken (artikelen 3:45 en 6:7).",
                        "The objection clause does not say who, where and within six weeks.")  # fmt: skip


def _findings(composed: Composed) -> Iterator[Mark]:
    matter = composed.matter
    if matter.kind in _WITH_FINDINGS and not matter.findings:
        yield _stop("bevindingen", "Er zijn geen bevindingen.", "There are no findings.")
    seen: set[str] = set()
    for finding in matter.findings:
        number = finding.number
        if number in seen:
            yield _stop(number, "Dit nummer komt twee keer voor.", "This number occurs twice.")
        seen.add(number)
        if not finding.reviewer.strip():
            yield _stop(number, "Niemand heeft deze bevinding beoordeeld.", "Nobody reviewed this finding.")
        elif finding.reviewer.strip().casefold() == finding.author.strip().casefold():
            yield _stop(number, "De beoordelaar is ook de schrijver (vierogen).", "Reviewer and author are the same.")
        if not finding.steady and not finding.outcome:
            yield _stop(number, "Deze bevinding is niet bij elk bezoek gezien.", "This was not seen at every visit.",
                        finding.stability)  # fmt: skip
        if not finding.evidence:
            yield _stop(number, "Er is geen bewijs bij deze bevinding.", "This finding has no evidence.")
        for label, value in (("feit", finding.fact), ("gevolg", finding.consequence), ("herstel", finding.repair),
                             ("norm", finding.requirement)):  # fmt: skip
            if not value.strip():
                yield _stop(number, f"Het veld “{label}” is leeg.", f"The field “{label}” is empty.")
        if not finding.places and not finding.everywhere:
            yield _stop(number, "Niet vermeld is waar het is gezien.", "It is not said where it was seen.")
        told = f"{finding.fact} {finding.why} {finding.consequence}"
        if _DOUBT.search(told):
            yield _stop(number, "De bevinding is niet zeker (“zou kunnen”). Vraag het na of laat haar weg.",
                        "The finding is not certain. Ask, or leave it out.", told)  # fmt: skip
        if _ENGINE.search(told):
            yield _stop(number, "De bevinding noemt een programma; een mens stelt vast.",
                        "The finding names a program; people find.", told)  # fmt: skip


def _unfilled(composed: Composed) -> Iterator[Mark]:
    """The fields of the template that have no value yet, each once, and how to give it one."""
    texts = [composed.document.title, *(text for _, blocks in composed.parts for text in _all_text(blocks))]
    for name in dict.fromkeys(name for text in texts for name in _FIELD.findall(text)):
        words = CHOICE_WORDS.get(choice_of(name))
        if words is None:
            yield _stop(name, "Dit hoort uit het onderzoek te komen.", "This should come from the case.")
        else:
            yield _stop(
                name, f"Vul bij de velden van deze brief in: {words[0]}.",
                f"Fill in among the fields of this letter: {words[1]}.",
            )  # fmt: skip


def _words(composed: Composed) -> Iterator[Mark]:
    matter = composed.matter
    for kind, blocks in composed.parts:
        for text in _all_text(blocks):
            mark = _OPEN.search(text)
            if mark:
                yield _stop(kind.nl, "Er staat nog een open veld.", "There is an open field.", text)
            if _NEW_WCAG.search(text):
                yield _stop(
                    kind.nl, "WCAG 2.2 of nieuwer is nog niet bindend.", "WCAG 2.2 or newer is not binding yet.", text
                )
            for hidden in matter.confidential:
                if hidden.strip() and hidden.casefold() in text.casefold():
                    yield _stop(kind.nl, "Er staat een naam of tekst die geheim moet blijven.",
                                "There is a name or text that must stay confidential.")  # fmt: skip
            if "begunstigingstermijn" in text.casefold() and matter.order is None:
                yield _stop(kind.nl, "Schrijf “hersteltermijn”; een begunstigingstermijn hoort bij een last.",
                            "Write “hersteltermijn”; a begunstigingstermijn belongs to an order.", text)  # fmt: skip


def _all_text(blocks: tuple[Block, ...]) -> list[str]:
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, (Paragraph, Heading)):
            texts.append(block.text)
        elif isinstance(block, Listing):
            texts += ["".join(run.text for run in item) for item in block.items]
        elif isinstance(block, Grid):
            texts += [cell for row in block.rows for cell in row]
    return texts
