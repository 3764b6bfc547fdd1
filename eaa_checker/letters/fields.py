"""The fields that a template may use, under Dutch names, because lawyers edit the templates.

A field without a value is missing, not empty: a template that uses it cannot be filled in, and the check says so.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from eaa_checker.domain.letter import LetterFinding, LetterMatter
from eaa_checker.letters import dutch
from eaa_checker.letters.templating import Filled

CHOSEN_BY = {
    "termijn.reactie": "reply_by",
    "termijn.herstel": "repair_by",
    "instantie.bestuurder": "attention",
    "instantie.kenmerk": "their_reference",
    "behandelaar.naam": "handled_by",
    "behandelaar.contact": "contact",
    "verklaring.status": "statement_status",
    "verklaring.datum": "statement_date",
    "doorsturen.naar": "forwarded_to",
    "doorsturen.omdat": "forwarded_because",
    "openbaarheid": "publication",
    "last": "order",
    "ondertekenaar": "signatory",
}
"""Field of a template → the choice (`LetterChoices`) that fills it; the others follow from the case."""
CHOICE_WORDS = {
    "reply_by": ("de reactietermijn", "the term to reply"),
    "repair_by": ("de hersteltermijn", "the term for repair"),
    "attention": ("ter attentie van", "for the attention of"),
    "their_reference": ("hun kenmerk", "their reference"),
    "handled_by": ("wie de zaak behandelt", "who handles the case"),
    "contact": ("telefoon en e-mail voor vragen", "telephone and e-mail for questions"),
    "statement_status": ("de status in de toegankelijkheidsverklaring", "the status in the accessibility statement"),
    "statement_date": ("de datum van de toegankelijkheidsverklaring", "the day of the accessibility statement"),
    "forwarded_to": ("naar wie wordt doorgestuurd", "forwarded to"),
    "forwarded_because": ("waarom wordt doorgestuurd", "forwarded because"),
    "publication": ("of en wanneer dit openbaar wordt", "whether and when this is made public"),
    "order": ("de last", "the order"),
    "signatory": ("wie ondertekent", "who signs"),
}
"""Choice → what it is called where people fill it in."""
OBJECTION_WEEKS = 6
"""Awb art. 6:7; the term begins on the day after the decision was made known (art. 6:8)."""


def fields_of(matter: LetterMatter) -> dict[str, Any]:
    """Every field of *matter* that has a value. Dates are written out; lists stay lists."""
    norms = [
        _filled(
            "norm", naam=norm.title, versie=norm.version, grondslag=norm.basis, sinds=_day(norm.valid_from),
            handhaafbaar_vanaf=_day(norm.enforceable_from),
            nog_niet_handhaafbaar=bool(norm.enforceable_from and norm.enforceable_from > matter.sent),
        )
        for norm in matter.norms
    ]  # fmt: skip
    first = matter.targets[0] if matter.targets else None
    found: dict[str, Any] = {
        "brief": _filled("brief", kenmerk=matter.reference, datum=_day(matter.sent), soort=matter.kind.nl),
        "zaak": _filled("zaak", nummer=matter.case_number, aanleiding=matter.occasion),
        "instantie": _filled("instantie", naam=matter.addressee.name, bestuurder=matter.addressee.attention,
            kenmerk=matter.addressee.their_reference,
        ),
        "behandelaar": _filled("behandelaar", naam=matter.handled_by, contact=matter.contact),
        "objecten": [
            _filled("object", naam=t.name, adres=t.address, soort=t.kind, nood=t.emergency) for t in matter.targets
        ],
        "object": _filled("object", naam=first.name, adres=first.address) if first else {},
        "noodroute": any(target.emergency for target in matter.targets),
        "onderzoek": _filled(
            "onderzoek", soort=matter.examination, datum=_day(matter.examined_on), paginas=len(matter.sample) or "",
            bezoeken=len(matter.visits) or "", aselect=sum(page.random for page in matter.sample),
            werkwijze=matter.sample_method, middelen=dutch.listed(matter.instruments),
            tijdstippen=[dutch.moment(visit.instant) for visit in matter.visits],
            niet_onderzocht=list(matter.not_examined),
        ),
        "normen": norms,
        "bevindingen": [_finding(finding) for finding in matter.findings],
        "aantal_bevindingen": dutch.counted(len(matter.findings), "bevinding", "bevindingen"),
        "goed": list(matter.done_well),
        "gevraagd": list(matter.asked),
        "verklaring": _filled("verklaring", status=matter.statement_status, datum=_day(matter.statement_date),
            tegenspraken=list(matter.contradictions),
        ),
        "termijn": _filled("termijn", reactie=_day(matter.reply_by), herstel=_day(matter.repair_by)),
        "zienswijze": [{"punt": point, "antwoord": answer} for point, answer in matter.views],
        "doorsturen": _filled("doorsturen", naar=matter.forwarded_to, omdat=matter.forwarded_because),
        "openbaarheid": matter.publication,
        "bezwaar": {"weken": dutch.count(OBJECTION_WEEKS)},
        "dossier": _filled("dossier", zegel=matter.dossier_seal),
        "tekst": dict(matter.remarks),
    }  # fmt: skip
    if matter.order is not None:
        order = matter.order
        found["last"] = _filled(
            "last",
            bepaling=order.provision, inhoud=order.duty, maatregelen=list(order.measures),
            begunstigingstermijn=_day(order.until), bedrag=dutch.euro(order.amount) if order.amount else "",
            per=order.per, maximum=dutch.euro(order.maximum) if order.maximum else "", afweging=order.weighing,
        )  # fmt: skip
    if matter.signatory is not None:
        signatory = matter.signatory
        found["ondertekenaar"] = _filled(
            "ondertekenaar", naam=signatory.name, functie=signatory.function, mandaat=signatory.mandate
        )
    return found


def _finding(finding: LetterFinding) -> dict[str, Any]:
    return _filled(
        "bevinding", nummer=finding.number, feit=finding.fact, plekken=list(finding.places), norm=finding.requirement,
        impact=dutch.IMPACTS.get(finding.impact, finding.impact), gevolg=finding.consequence,
        herstel=finding.repair, uitkomst=dutch.OUTCOMES.get(finding.outcome, ""), overal=finding.everywhere,
        termijn=_day(finding.term),
    )  # fmt: skip


def choice_of(field: str) -> str:
    """The choice that fills *field*, e.g. ``termijn.reactie`` → ``reply_by``; empty where the case fills it."""
    return CHOSEN_BY.get(field) or CHOSEN_BY.get(field.partition(".")[0], "")


def objection_ends(sent: date) -> date:
    """The last day of the term for objection when the decision is made known on *sent* (Awb 6:7, 6:8).

    Without the extension of the Algemene termijnenwet for week-ends and holidays: the letter says six weeks.
    """
    return sent + timedelta(weeks=OBJECTION_WEEKS)


def _day(value: date | None) -> str:
    return dutch.day(value) if value else ""


def _filled(name: str, **values: Any) -> Filled:
    """Without what is empty, so that using it is an error and not a hole in a sentence."""
    return Filled(name, values)
