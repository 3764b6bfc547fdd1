"""The quality check before testing (*kwaliteitscheck*): what is wrong with a sample shows before the work begins."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from eaa_checker.casework.page_clues import PageClues
from eaa_checker.casework.page_types import not_the_page, words_in
from eaa_checker.domain.capture import Capture
from eaa_checker.domain.case import CaseKind
from eaa_checker.domain.drawing import share
from eaa_checker.domain.sample import (
    Absence,
    Check,
    Frame,
    PageDecision,
    PageState,
    PageType,
    Sample,
    SamplePage,
    SamplePart,
)
from rules.contract import Words

_CORE = (PageType.HOME, PageType.LOGIN, PageType.SITEMAP, PageType.CONTACT, PageType.HELP, PageType.LEGAL)
_IN_DEPTH = (
    *_CORE, PageType.SERVICE, PageType.SEARCH, PageType.STATEMENT, PageType.FEEDBACK, PageType.DOCUMENT,
    PageType.PROCESS,
)  # fmt: skip
REQUIRED: Mapping[CaseKind, tuple[PageType, ...]] = {
    CaseKind.IN_DEPTH: _IN_DEPTH,
    CaseKind.REINSPECTION: (PageType.HOME, PageType.STATEMENT),
    CaseKind.SIMPLIFIED: (PageType.HOME, PageType.STATEMENT),
    CaseKind.STATUS: (PageType.HOME, PageType.STATEMENT),
    CaseKind.QUICK: (PageType.HOME,),
}
"""Page types that must be in the sample or be explained. In-depth: decision 2018/1524, annex I, point 3.2 (a)–(e) and
3.3; simplified: the home page and more as fits the size (3.4), and the statement, which is always our business."""
_DIALOG = "a modal dialog was open"
"""What a capture notes (`scanning.visiting`) when what lies behind a dialog was not judged."""
_LOOKS_LIKE = {
    "cookie-wall": Words("lijkt een cookiemuur", "looks like a cookie wall"),
    "login": Words("lijkt een inlogpagina", "looks like a login page"),
    "error": Words("lijkt een foutpagina", "looks like an error page"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the newest capture of each page tells; pages that were never captured are not in it."""

    captures: Mapping[str, Capture]
    clues: Mapping[str, PageClues]


def required_types(kind: CaseKind, *, emergency: bool) -> tuple[PageType, ...]:
    """The types a sample must have or explain; emergency routes where the target serves people in need."""
    return (*REQUIRED[kind], PageType.EMERGENCY) if emergency else REQUIRED[kind]


def check(
    sample: Sample,
    kind: CaseKind,
    pages: Sequence[SamplePage],
    absences: Sequence[Absence],
    frame: Frame | None,
    evidence: Evidence,
    *,
    emergency: bool,
) -> tuple[Check, ...]:
    """Every point of the check, passed or not, in the order in which a person would mend them."""
    chosen = [page for page in pages if page.decision is PageDecision.CONFIRMED]
    have = {type for page in chosen for type in page.types}
    explained = {absence.type for absence in absences}
    return (
        _decided(pages),
        _home(have),
        _statement(have, explained),
        _types(have, explained, required_types(kind, emergency=emergency)),
        _processes(pages),
        _random(chosen, frame, kind),
        _machine(chosen),
        _captures(chosen, evidence),
        _states(sample),
    )


def _decided(pages: Sequence[SamplePage]) -> Check:
    left = tuple(page.address for page in pages if page.decision is PageDecision.PROPOSED)
    if left:
        nl = f"Over {len(left)} voorgestelde pagina's is nog niet besloten."
        return Check("decided", False, nl, f"{len(left)} proposed pages are not decided yet.", left)
    return Check("decided", True, "Over elke voorgestelde pagina is besloten.", "Every proposed page was decided.")


def _home(have: Collection[PageType]) -> Check:
    if PageType.HOME in have:
        return Check("home", True, "De startpagina zit erin.", "The home page is in it.")
    return Check("home", False, "De startpagina ontbreekt.", "The home page is missing.")


def _statement(have: Collection[PageType], explained: Collection[PageType]) -> Check:
    if PageType.STATEMENT in have:
        return Check(
            "statement", True, "De toegankelijkheidsverklaring zit erin.", "The accessibility statement is in it."
        )
    if PageType.STATEMENT in explained:
        return Check(
            "statement",
            True,
            "Er is toegelicht dat er geen toegankelijkheidsverklaring is.",
            "It is explained that there is no accessibility statement.",
        )
    return Check(
        "statement",
        False,
        "De toegankelijkheidsverklaring ontbreekt; voeg haar toe of licht toe waarom zij er niet is.",
        "The accessibility statement is missing; add it or explain why there is none.",
    )


def _types(have: Collection[PageType], explained: Collection[PageType], required: Sequence[PageType]) -> Check:
    missing = [type for type in required if type not in have and type not in explained]
    if missing:
        nl, en = ", ".join(type.nl for type in missing), ", ".join(type.en for type in missing)
        return Check(
            "types",
            False,
            f"Niet aanwezig en niet toegelicht: {nl}. Ontbreekt zo'n pagina op de site, licht dat dan toe.",
            f"Neither present nor explained: {en}. Where the site has no such page, explain that.",
        )
    return Check(
        "types", True, "Elk vereist paginatype zit erin of is toegelicht.", "Each required type is in it or explained."
    )


def _processes(pages: Sequence[SamplePage]) -> Check:
    """A process is in the sample with all its steps or not at all (decision 2018/1524, annex I, point 3.3)."""
    steps: dict[str, list[SamplePage]] = {}
    for page in pages:
        if page.process:
            steps.setdefault(page.process, []).append(page)
    broken: list[str] = []
    gaps: list[str] = []
    for name, group in steps.items():
        inside = [page for page in group if page.decision is PageDecision.CONFIRMED]
        numbers = sorted(page.step for page in inside)
        if inside and (len(inside) < len(group) or numbers != list(range(1, len(inside) + 1))):
            broken.append(name)
            gaps += [page.address for page in group if page.decision is not PageDecision.CONFIRMED]
    if broken:
        names = ", ".join(f"“{name}”" for name in sorted(broken))
        return Check(
            "processes",
            False,
            f"Niet alle stappen zitten erin van: {names}. Een proces wordt in zijn geheel onderzocht.",
            f"Not all steps are in it of: {names}. A process is examined as a whole.",
            tuple(gaps),
        )
    return Check("processes", True, "Processen zitten er met al hun stappen in.", "Processes are in it with all steps.")


def random_wanted(chosen: Sequence[SamplePage], frame: Frame | None, kind: CaseKind) -> int:
    """Random pages that the sample should have: 10 % of the structured part, as far as the frame has them.

    In-depth examinations only; the decision asks it of no other. An undrawn frame counts as large enough.
    """
    if kind is not CaseKind.IN_DEPTH:
        return 0
    structured = {page.address for page in chosen if page.part is SamplePart.STRUCTURED}
    wanted = share(len(structured))
    return wanted if frame is None else min(wanted, sum(address not in structured for address in frame.addresses))


def _random(chosen: Sequence[SamplePage], frame: Frame | None, kind: CaseKind) -> Check:
    drawn = sum(page.part is SamplePart.RANDOM for page in chosen)
    structured = len(chosen) - drawn
    wanted = random_wanted(chosen, frame, kind)
    if drawn < wanted:
        return Check(
            "random",
            False,
            f"Het aselecte deel telt {drawn} pagina's; bij {structured} gericht gekozen pagina's horen er {wanted}.",
            f"The random part has {drawn} pages; with {structured} structured pages there should be {wanted}.",
        )
    return Check(
        "random",
        True,
        f"Het aselecte deel telt {drawn} pagina's; nodig: {wanted}.",
        f"The random part has {drawn} pages; needed: {wanted}.",
    )


def _machine(chosen: Sequence[SamplePage]) -> Check:
    if any(page.by_machine for page in chosen):
        return Check(
            "machine", True, "Er zijn pagina's die de browser kan bezoeken.", "There are pages a browser can visit."
        )
    return Check(
        "machine",
        False,
        "De steekproef heeft geen enkele pagina die de browser kan bezoeken.",
        "The sample has no page that a browser can visit.",
    )


def _captures(chosen: Sequence[SamplePage], evidence: Evidence) -> Check:
    wrong: list[tuple[str, Words]] = []
    for page in chosen:
        if page.by_machine and not page.despite:
            doubt = suspicion(page, evidence)
            if doubt is not None:
                wrong.append((page.address, doubt))
    if wrong:
        return Check(
            "captures",
            False,
            "Bekijk en vervang, of motiveer waarom het zo mag: "
            + "; ".join(f"{address} ({doubt.nl})" for address, doubt in wrong),
            "Look and replace, or give a reason why it may be so: "
            + "; ".join(f"{address} ({doubt.en})" for address, doubt in wrong),
            tuple(address for address, _ in wrong),
        )
    return Check(
        "captures",
        True,
        "Geen pagina lijkt een cookiemuur, inlogpagina of foutpagina.",
        "No page looks like a cookie wall, a login page or an error page.",
    )


def _states(sample: Sample) -> Check:
    if PageState.DEFAULT in sample.states:
        nl, en = ", ".join(s.nl for s in sample.states), ", ".join(s.en for s in sample.states)
        return Check("states", True, f"Te onderzoeken toestanden: {nl}.", f"States to examine: {en}.")
    return Check(
        "states",
        False,
        "Noem de toestanden die worden onderzocht; de standaardtoestand hoort er altijd bij.",
        "Name the states that are examined; the default state is always among them.",
    )


def suspicion(page: SamplePage, evidence: Evidence) -> Words | None:
    """Why the newest capture of *page* may show something else than the page; None when nothing points to that."""
    capture = evidence.captures.get(page.address)
    if capture is None:
        return Words("nog nooit vastgelegd", "never captured yet")
    if capture.status is not None and capture.status >= 400:
        return Words(f"foutpagina, status {capture.status}", f"error page, status {capture.status}")
    if any(note.startswith(_DIALOG) for note in capture.notes):
        return Words("er stond een dialoog voor, zoals een cookiemuur", "a dialog covered it, such as a cookie wall")
    login = PageType.LOGIN in page.types
    asked, landed = (urlsplit(address).path.rstrip("/") for address in (page.address, capture.final_address))
    for kind, words in not_the_page().items():
        told = words_in(capture.title, words) or (landed != asked and words_in(landed, words))
        if told and not (login and kind == "login"):
            return _LOOKS_LIKE[kind]
    clues = evidence.clues.get(page.address)
    if clues is not None and "password" in clues.fields and not login:
        return Words("er staat een wachtwoordveld op: een inlogpagina?", "it has a password field: a login page?")
    return None
