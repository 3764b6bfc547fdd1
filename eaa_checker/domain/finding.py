"""What a person established (*bevinding*), resting on what was observed; reviewed by a second person."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from eaa_checker.domain.stability import FEWEST, Steadiness, steadiness
from eaa_checker.domain.trail import Actor
from eaa_checker.domain.worded import Worded
from rules.contract import Words


class FindingState(Worded):
    """Where a finding stands."""

    DRAFT = ("draft", "concept", "draft")
    SUBMITTED = ("submitted", "wacht op vierogen", "waiting for review")
    RETURNED = ("returned", "terug met opmerkingen", "back with remarks")
    APPROVED = ("approved", "vastgesteld", "approved")
    WITHDRAWN = ("withdrawn", "ingetrokken", "withdrawn")


class Impact(Worded):
    """How much it hinders."""

    CRITICAL = ("critical", "kritiek", "critical")
    SIGNIFICANT = ("significant", "aanzienlijk", "significant")
    MODERATE = ("moderate", "matig", "moderate")
    MINOR = ("minor", "gering", "minor")


class Exemption(Worded):
    """Why a barrier may not be held against the organisation."""

    NONE = ("none", "geen", "none")
    OUT_OF_SCOPE = ("out-of-scope", "buiten de reikwijdte van de norm", "outside the scope of the norm")
    OLD_CONTENT = ("old-content", "oude inhoud die de norm uitzondert", "old content that the norm exempts")
    THIRD_PARTY = (
        "third-party",
        "van een derde, buiten de invloed van de instantie",
        "of a third party, beyond the organisation’s control",
    )
    DISPROPORTIONATE = ("disproportionate", "onevenredige last, beoordeeld", "disproportionate burden, assessed")


class ProofKind(Worded):
    """What a finding rests on."""

    OBSERVATION = ("observation", "waarneming van de machine", "observation by the machine")
    ANSWER = ("answer", "antwoord van een inspecteur", "answer of an inspector")
    CAPTURE = ("capture", "momentopname", "capture")
    PICTURE = ("picture", "afbeelding", "picture")
    FILE = ("file", "bestand", "file")


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence, by its id."""

    kind: ProofKind
    reference: str
    """``scan:12/<fingerprint>``, ``answer:5``, ``capture:88``, or the SHA-256 of a picture or file."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """Where it stands: page, state and element."""

    address: str
    page_state: str = "default"
    path: tuple[str, ...] = ()
    html: str = ""
    """The element as it was, cut at 2,000 characters."""
    crop: str = ""
    """SHA-256 of the picture that shows it."""
    capture_id: int = 0
    description: str = ""
    fingerprint: str = ""
    """Of the observation that stands here; empty when only a person saw it."""
    seen: int = 0
    """At how many of *visits* to the page it was seen."""
    visits: int = 0
    """0 when only a person saw it."""
    indicative: bool = False
    """The page had not settled in at least one of the visits in which it was seen."""


@dataclass(frozen=True, slots=True)
class FindingText:
    """The part of a finding that a person writes; everything in it may be changed until the case is closed."""

    title: str
    fact: str
    consequence: str = ""
    """Who cannot do what."""
    impact: Impact = Impact.MODERATE
    repair: str = ""
    """Direction of repair, not a prescription."""
    exemption: Exemption = Exemption.NONE
    exemption_reason: str = ""
    blocks: tuple[tuple[int, int], ...] = ()
    """Reusable texts that were used: (number, version)."""


@dataclass(frozen=True, slots=True)
class NewFinding:
    """A finding as it is made: the text and what it rests on."""

    examination_id: int
    requirement: str
    """Requirement key, e.g. ``wcag:1.1.1``."""
    edition: str
    """The version of the norm, e.g. ``EN 301 549 V3.2.1``."""
    text: FindingText
    places: tuple[FindingPlace, ...]
    proofs: tuple[Proof, ...]
    round_number: int = 0
    rule: str = ""
    """The rule that saw it; empty when only a person did."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reviewer said, and how it ended."""

    reviewer: str
    approved: bool
    text: str
    instant: datetime


@dataclass(frozen=True, slots=True)
class Finding:
    """A numbered finding of a case. Its number is never used again, also after it is withdrawn."""

    id: int
    version: int
    examination_id: int
    number: int
    state: FindingState
    requirement: str
    edition: str
    text: FindingText
    places: tuple[FindingPlace, ...]
    proofs: tuple[Proof, ...]
    round_number: int
    rule: str
    author: str
    editors: tuple[Actor, ...]
    """Everybody who wrote in it, the author first."""
    created: datetime
    changed: datetime
    reviewer: str = ""
    """Who approved it; empty unless approved."""
    reviewed: datetime | None = None
    remarks: tuple[Remark, ...] = field(default=())
    withdrawn_because: str = ""

    @property
    def label(self) -> str:
        """The number as people write it: ``B-01``."""
        return f"B-{self.number:02d}"

    @property
    def by_hand(self) -> bool:
        """Only a person saw it; no machine visited the pages for it."""
        return not any(place.visits for place in self.places)

    @property
    def weakest(self) -> FindingPlace | None:
        """The least steady of its places that a machine visited; None when there is none."""
        visited = [place for place in self.places if place.visits]
        return min(visited, key=lambda p: (p.seen / p.visits, p.visits), default=None)

    @property
    def steadiness(self) -> Steadiness | None:
        """How often it came back at its least steady place; None when only a person saw it."""
        place = self.weakest
        return None if place is None else steadiness(place.seen, place.visits)

    @property
    def fingerprints(self) -> tuple[str, ...]:
        """Of the observations that it rests on, each once."""
        return tuple(dict.fromkeys(place.fingerprint for place in self.places if place.fingerprint))

    @property
    def stability(self) -> Words:
        """“vast (3 van 3)”, or that a person saw it."""
        place = self.weakest
        if place is None:
            return Words("met de hand vastgesteld", "established by hand")
        how = steadiness(place.seen, place.visits)
        return Words(f"{how.nl} ({place.seen} van {place.visits})", f"{how.en} ({place.seen} of {place.visits})")


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A reusable text for one part of a finding; a new version never changes findings made with an older one."""

    id: int
    name: str
    part: str
    """``fact``, ``consequence``, ``repair`` or ``exemption``."""
    requirement: str
    """Requirement key it is meant for; empty for any."""
    number: int
    """Version of the text: 1, 2, 3 …"""
    body: str
    author: str
    instant: datetime
    retired: bool = False


PARTS = ("fact", "consequence", "repair", "exemption")
"""The parts of a finding that a text block may fill."""


def same_person(one: Actor, other: Actor) -> bool:
    """The two are one person as far as we can know: the same name (without regard to case and spaces), or the
    same account on the same machine under another name."""

    def known(text: str) -> str:
        return " ".join(text.split()).casefold()

    same_name = known(one.name) == known(other.name)
    same_account = bool(one.account.strip()) and known(one.account) == known(other.account)
    return same_name or same_account


def may_not_review(finding: Finding, reviewer: Actor) -> Words | None:
    """Why *reviewer* may not review *finding*; None when they may: nobody reviews what they wrote in."""
    if not reviewer.name.strip():
        return Words("Een beoordelaar heeft een naam nodig.", "A reviewer needs a name.")
    for editor in finding.editors:
        if same_person(editor, reviewer):
            return Words(
                f"{finding.label} is (mede) geschreven door {editor.name} ({editor.account or '–'}). Wie eraan "
                "schreef, of werkt onder hetzelfde account, mag niet beoordelen: vierogenprincipe.",
                f"{finding.label} was (partly) written by {editor.name} ({editor.account or '–'}). Whoever wrote in "
                "it, or works under the same account, may not review it: four eyes.",
            )
    return None


def letterable(finding: Finding, *, enforceable: bool = True) -> tuple[Words, ...]:
    """Every reason why *finding* may not be in a letter; empty when it may.

    *enforceable*: its edition of the norm could be held against the organisation on the day of the examination.
    """
    reasons: list[Words] = []
    if finding.state is FindingState.WITHDRAWN:
        reasons.append(Words("De bevinding is ingetrokken.", "The finding was withdrawn."))
    elif finding.state is not FindingState.APPROVED:
        reasons.append(
            Words(
                f"Niet vastgesteld door een tweede persoon ({finding.state.nl}).",
                f"Not approved by a second person ({finding.state.en}).",
            )
        )
    place = finding.weakest
    if place is not None and finding.steadiness is not Steadiness.STEADY:
        reasons.append(
            Words(
                f"Niet vast: op {place.address} gezien bij {place.seen} van {place.visits} bezoeken; alleen wat bij "
                f"elk van {FEWEST} of meer bezoeken is gezien, mag in een brief.",
                f"Not steady: on {place.address} seen at {place.seen} of {place.visits} visits; only what was seen at "
                f"every one of {FEWEST} or more visits may be in a letter.",
            )
        )
    unsettled = [place.address for place in finding.places if place.indicative]
    if unsettled:
        reasons.append(
            Words(
                f"Indicatief: {unsettled[0]} was nog niet tot rust gekomen toen zij werd vastgelegd.",
                f"Indicative: {unsettled[0]} had not settled when it was captured.",
            )
        )
    if not finding.proofs:
        reasons.append(Words("Er is geen bewijs aan verbonden.", "No evidence is attached."))
    if finding.text.exemption is not Exemption.NONE:
        reasons.append(
            Words(f"Uitgezonderd: {finding.text.exemption.nl}.", f"Exempt: {finding.text.exemption.en}.")
        )
    if not enforceable:
        reasons.append(
            Words(
                f"Op {finding.edition} kon op de dag van het onderzoek niet worden gehandhaafd.",
                f"{finding.edition} could not be enforced on the day of the examination.",
            )
        )
    if not finding.text.consequence.strip():
        reasons.append(Words("Er staat niet bij wie wat niet kan.", "It does not say who cannot do what."))
    return tuple(reasons)
