"""Letters of the inspectorate: their types, what goes into them, and what a check says of a draft.

The types and their rules follow the Algemene wet bestuursrecht (Awb); the articles are named where a rule rests on
them. Every template must be approved by the inspectorate's lawyers before use.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from eaa_checker.domain.worded import Worded


class LetterKind(Worded):
    """What sort of letter it is; this decides everything else."""

    INFORMATION = ("information", "informatievordering", "request for information")
    FINDINGS = ("findings", "bevindingenbrief", "findings letter")
    INTENTION = ("intention", "voornemen", "intention")
    DECISION = ("decision", "besluit", "decision")
    REINSPECTION = ("reinspection", "herinspectiebrief", "re-inspection letter")
    CLOSING = ("closing", "afsluitbrief", "closing letter")
    OPINION = ("opinion", "oordeel en aanbevelingen", "opinion and recommendations")
    FORWARDING = ("forwarding", "doorzendbrief", "forwarding letter")

    @property
    def is_decision(self) -> bool:
        """A *besluit* in the sense of Awb art. 1:3: objection is open, so the clause of art. 3:45 is needed."""
        return self is LetterKind.DECISION


class BlockKind(Worded):
    """The parts of a letter. Which a letter may have, its kind decides."""

    REASON = ("reason", "waarom deze brief", "why this letter")
    ROLE = ("role", "onze rol en de regels", "our role and the rules")
    EXAMINED = ("examined", "wat wij hebben onderzocht", "what we examined")
    FINDINGS = ("findings", "wat wij hebben vastgesteld", "what we established")
    DONE_WELL = ("done-well", "wat goed gaat", "what goes well")
    STATEMENT = ("statement", "toegankelijkheidsverklaring", "accessibility statement")
    QUESTIONS = ("questions", "wat wij van u vragen", "what we ask of you")
    REPLY = ("reply", "uw reactie", "your reply")
    REPAIR = ("repair", "herstel", "repair")
    NEXT = ("next", "wat er daarna kan gebeuren", "what may happen next")
    INTENDED = ("intended", "het voorgenomen besluit", "the intended decision")
    VIEWS = ("views", "uw zienswijze", "your views")
    WEIGHING = ("weighing", "afweging van belangen", "weighing of interests")
    OPERATIVE = ("operative", "besluit", "decision")
    COMPARISON = ("comparison", "wat er is veranderd", "what has changed")
    RECOMMENDATIONS = ("recommendations", "onze aanbevelingen", "our recommendations")
    FORWARDED = ("forwarded", "wat wij doorsturen", "what we forward")
    PUBLICITY = ("publicity", "openbaarheid", "publicity")
    CONTACT = ("contact", "vragen of een klacht", "questions or a complaint")
    NO_OBJECTION = ("no-objection", "geen bezwaar mogelijk", "no objection possible")
    OBJECTION = ("objection", "bezwaar", "objection")
    SIGNATURE = ("signature", "ondertekening", "signature")


class LetterState(Worded):
    """How far a letter has come."""

    DRAFT = ("draft", "concept", "draft")
    REVIEW = ("review", "ter beoordeling", "in review")
    APPROVED = ("approved", "goedgekeurd", "approved")
    ISSUED = ("issued", "uitgegeven", "issued")
    WITHDRAWN = ("withdrawn", "ingetrokken", "withdrawn")


class MarkKind(Worded):
    """How much a mark of the check weighs."""

    STOP = ("stop", "moet eerst worden hersteld", "must be mended first")
    ADVICE = ("advice", "advies", "advice")


@dataclass(frozen=True, slots=True)
class TemplateApproval:
    """Lawyers approved a template, as somebody recorded it."""

    recorded_by: str
    ground: str
    """Who approved it, and where that can be read."""
    instant: datetime


@dataclass(frozen=True, slots=True)
class TemplateStanding:
    """The template that a kind of letter is written with, for people to read and approve."""

    kind: LetterKind
    title: str
    source: str
    valid_from: date
    valid_until: date | None
    digest: str
    """SHA-256 of the text."""
    text: str
    approval: TemplateApproval | None
    """The newest approval of exactly this text; None when lawyers did not approve it."""


AT_TEMPLATE = "sjabloon"
"""Place of a mark that is about the template and not about the letter."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something the check says of a draft."""

    kind: MarkKind
    place: str
    """Heading of the block and number of the paragraph, or the name of a field."""
    nl: str
    en: str
    text: str = ""
    """The words it is about."""

    def say(self, language: str) -> str:
        return self.nl if language == "nl" else self.en


@dataclass(frozen=True, slots=True)
class Addressee:
    """The supervised body a letter goes to."""

    name: str
    address: tuple[str, ...] = ()
    """Lines of the postal address."""
    attention: str = ""
    """The administrator or official, never only a mailbox."""
    role: str = "norm-addressee"
    """``norm-addressee``, ``responsible``, ``commissioner`` or ``supplier``: only the first two are written to."""
    their_reference: str = ""


@dataclass(frozen=True, slots=True)
class Examined:
    """A target as it was examined."""

    name: str
    address: str
    kind: str
    emergency: bool = False


@dataclass(frozen=True, slots=True)
class NormCited:
    """A norm that the letter rests on."""

    id: str
    title: str
    version: str
    valid_from: date | None
    valid_until: date | None
    competence: str
    """``yes``, ``no`` or ``uncertain``."""
    basis: str = ""
    """The provision that gives the power."""
    citable: bool = True
    """Read in its source; what is only remembered may never be cited."""
    enforceable_from: date | None = None


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """Something in the dossier that a finding rests on."""

    id: str
    kind: str
    sha256: str
    picture: bytes | None = None
    alternative: str = ""
    """What the picture shows, for who cannot see it."""
    reference: str = ""
    """Where it is in the dossier when it is no file of its own: ``scan:12/<fingerprint>``, ``capture:88``."""


@dataclass(frozen=True, slots=True)
class LetterFinding:
    """A finding as a letter tells it."""

    number: str
    """``B-01``."""
    fact: str
    places: tuple[str, ...]
    state: str
    requirement: str
    """``EN 301 549 V3.2.1, clause 9.1.1.1 (WCAG 1.1.1)``."""
    norm_id: str
    impact: str
    """``critical``, ``significant``, ``moderate`` or ``minor``."""
    consequence: str
    """Who cannot do what."""
    repair: str
    why: str = ""
    """Why the fact does not meet the requirement."""
    stability: str = ""
    """``3 van 3``."""
    steady: bool = False
    author: str = ""
    reviewer: str = ""
    evidence: tuple[EvidenceItem, ...] = ()
    recipe: tuple[str, ...] = ()
    """Steps by which the other side sees the same without our software."""
    selector: str = ""
    html: str = ""
    engines: tuple[str, ...] = ()
    term: date | None = None
    everywhere: bool = False
    """It stands in a part that all pages share."""
    outcome: str = ""
    """At re-inspection: repaired, partly, not-repaired, moved, new, not-comparable."""


@dataclass(frozen=True, slots=True)
class SampledPage:
    """A page of the sample."""

    address: str
    kind: str
    reason: str
    random: bool = False


@dataclass(frozen=True, slots=True)
class VisitMade:
    """One visit of the site for this examination."""

    instant: datetime
    where: str
    environment: str
    """Browser, viewport, versions."""
    pages: int
    requests: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """A *last* or other measure: intended (voornemen) or imposed (besluit). Awb 5:32a, 5:32b."""

    provision: str
    duty: str
    """What must be observable afterwards, so clear that nobody need guess (ABRvS 15 January 2014, 2014:41)."""
    measures: tuple[str, ...]
    until: date | None
    """End of the *begunstigingstermijn*."""
    amount: int = 0
    """Euro."""
    per: str = ""
    maximum: int = 0
    weighing: str = ""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs, on which mandate."""

    name: str
    function: str
    mandate: str = ""


@dataclass(frozen=True, slots=True)
class LetterMatter:
    """Everything a letter is made of; nothing else is looked up while it is written."""

    kind: LetterKind
    reference: str
    """Our reference (*ons kenmerk*)."""
    case_number: str
    sent: date
    """The day it is sent; terms are counted from it."""
    addressee: Addressee
    handled_by: str
    contact: str
    """Telephone and e-mail of who handles it."""
    signatory: Signatory | None
    inspector: Signatory | None = None
    """Who established the findings; *mandate* is the appointment as supervisor (Awb 5:11)."""
    targets: tuple[Examined, ...] = ()
    occasion: str = ""
    examination: str = ""
    """Kind of examination in plain words."""
    examined_on: date | None = None
    norms: tuple[NormCited, ...] = ()
    findings: tuple[LetterFinding, ...] = ()
    done_well: tuple[str, ...] = ()
    sample: tuple[SampledPage, ...] = ()
    sample_seed: str = ""
    sample_method: str = ""
    visits: tuple[VisitMade, ...] = ()
    not_examined: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    """What could not be determined: never a finding, a list of questions in the annex."""
    statement_status: str = ""
    statement_date: date | None = None
    contradictions: tuple[str, ...] = ()
    reply_by: date | None = None
    repair_by: date | None = None
    asked: tuple[str, ...] = ()
    """Information asked for; each with why it is needed (Awb 5:13)."""
    order: Order | None = None
    views: tuple[tuple[str, str], ...] = ()
    """Points of the *zienswijze* and our answer to each."""
    forwarded_to: str = ""
    forwarded_because: str = ""
    publication: str = ""
    """Whether and when it is made public (Woo 3.1, 3.3)."""
    instruments: tuple[str, ...] = ()
    """Names and versions of what was used: instruments, never observers."""
    dossier_seal: str = ""
    confidential: tuple[str, ...] = ()
    """Texts that may not appear in any letter, such as the name of a reporter; known to the check only."""
    remarks: dict[str, str] = field(default_factory=dict)
    """Texts written by the inspector for single blocks, by the block's value."""


@dataclass(frozen=True, slots=True)
class LetterFile:
    """One file that belongs to a letter."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as the store keeps it."""

    id: int
    case_id: int
    kind: LetterKind
    reference: str
    state: LetterState
    author: str
    created: datetime
    version: int = 1
    reviewer: str = ""
    remarks: str = ""
    """What the reviewer wants changed, when it came back."""
    issued: datetime | None = None
    files: tuple[tuple[str, str], ...] = ()
    """Name and SHA-256 of each issued file, byte for byte as it went out."""
