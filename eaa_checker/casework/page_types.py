"""What a page is probably for, with the reasons: from its address and title, the links to it and what stands on it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import unquote, urlsplit

from eaa_checker.casework.page_clues import PageClues
from eaa_checker.domain.address import AddressLine, Ending
from eaa_checker.domain.sample import Ground, PageType
from eaa_checker.domain.web_address import host_of

ENOUGH = 2
"""Points that a proposal needs."""
_STATEMENTS = "toegankelijkheidsverklaring.nl"
"""Where Dutch public bodies publish their statements (Logius); the one host outside a target that is proposed."""
_NO_CANDIDATE = frozenset(
    (Ending.DUPLICATE, Ending.TRAP, Ending.ROBOTS, Ending.NOT_FOUND, Ending.REDIRECTED_AWAY, Ending.OUT_OF_SCOPE,
     Ending.CLIENT_ERROR, Ending.UNKNOWN_HOST, Ending.REFUSED, Ending.NOT_ALLOWED)
)  # fmt: skip
_FIELDS = {
    "password": ("er staat een wachtwoordveld op", "it has a password field"),
    "search": ("er staat een zoekveld op", "it has a search field"),
    "form": ("er staat een formulier op", "it has a form"),
}
_CONTENTS = {
    "video": ("video", "video"),
    "audio": ("geluid", "sound"),
    "map": ("een kaart of tekening", "a map or drawing"),
    "table": ("een tabel", "a table"),
    "frame": ("een ingesloten pagina", "an embedded page"),
    "form": ("een formulier", "a form"),
}
_STEP = re.compile(r"(?<![a-z])(stap|step)[-_/=]?(\d{1,2})(?!\d)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_FILE_ENDING = re.compile(r"\.(html?|aspx?|php|jsp)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A page that is proposed for the sample."""

    line: AddressLine
    type: PageType
    grounds: tuple[Ground, ...]
    also: tuple[PageType, ...] = ()
    process: str = ""
    step: int = 0


@dataclass(slots=True)
class _Candidate:
    line: AddressLine
    clues: PageClues
    linked: Counter[str] = field(default_factory=Counter)
    """Text of links to it → number of pages that say so."""
    grounds: dict[PageType, list[Ground]] = field(default_factory=dict)

    def score(self, type: PageType) -> int:
        return sum(ground.weight for ground in self.grounds.get(type, ()))


def proposals(
    start: str,
    lines: Iterable[AddressLine],
    clues: Mapping[str, PageClues],
    *,
    emergency: bool,
) -> list[Proposal]:
    """Proposals from the *lines* of a crawl that began at *start*; *clues* by address of what was captured.

    The order of the crawl plays no part: of equal candidates the one nearest to the start and first in the alphabet
    goes before. *emergency*: the target serves people in need, so emergency routes are looked for.
    """
    candidates = _candidates(lines, clues)
    counted = Counter(name for page in clues.values() for name in page.fields)
    everywhere = {name for name, count in counted.items() if len(clues) > 3 and 2 * count > len(clues)}
    for candidate in candidates:
        _weigh(candidate, start, everywhere)
    chosen: dict[str, list[PageType]] = {}
    for type in PageType:
        if type is PageType.EMERGENCY and not emergency:
            continue
        ranked = sorted(
            (c for c in candidates if c.score(type) >= ENOUGH),
            key=lambda c: (-c.score(type), not c.line.ending.tested, c.line.depth, c.line.address),
        )
        for candidate in ranked[: _types()[type].most]:
            chosen.setdefault(candidate.line.address, []).append(type)
    steps = _processes(candidates)
    found: list[Proposal] = []
    for candidate in candidates:
        address = candidate.line.address
        types = sorted(chosen.get(address, ()), key=lambda t: (t is not PageType.HOME, -candidate.score(t)))
        name, step = steps.get(address, ("", 0))
        if step and PageType.PROCESS not in types:
            types.append(PageType.PROCESS)
        if types:
            grounds = tuple(ground for type in types for ground in candidate.grounds.get(type, ()))
            if step:
                grounds += (Ground(f"stap {step} van een proces", f"step {step} of a process", 3),)
            found.append(Proposal(candidate.line, types[0], grounds, tuple(types[1:]), name, step))
    return found + _distinct(candidates, found)


def words_in(text: str, words: Iterable[str]) -> str:
    """The first of *words* (``*``: any ending) that stands in *text* as a whole word; empty when none does."""
    found = _pattern(tuple(words)).search(_flat(text))
    return found[0].strip() if found else ""


def not_the_page() -> Mapping[str, tuple[str, ...]]:
    """Words in a title that tell a cookie wall, a login or an error page from the page that was meant."""
    return {kind: tuple(words) for kind, words in _data()["not_the_page"].items()}


# -- candidates -----------------------------------------------------------------------------------------------------


def _candidates(lines: Iterable[AddressLine], clues: Mapping[str, PageClues]) -> list[_Candidate]:
    found: dict[str, _Candidate] = {}
    for line in lines:
        outside = line.ending is Ending.OUT_OF_SCOPE and host_of(line.address).endswith(_STATEMENTS)
        if line.ending not in _NO_CANDIDATE or outside:
            found[line.address] = _Candidate(line, clues.get(line.address, PageClues()))
    for page in clues.values():
        for address, text in set(page.links):
            if text and address in found:
                found[address].linked[text] += 1
    return sorted(found.values(), key=lambda c: c.line.address)


def _weigh(candidate: _Candidate, start: str, everywhere: Collection[str]) -> None:
    """Fills the grounds. Fields that stand *everywhere* on the site (a search box in its head) tell nothing."""
    line = candidate.line
    give = candidate.grounds
    if line.address == start:
        give[PageType.HOME] = [Ground("het is het startadres", "it is the start address", 9)]
    if line.ending in (Ending.DOCUMENT, Ending.DOWNLOAD):
        weight = 4 if urlsplit(line.address).path.lower().endswith(".pdf") else 2
        give[PageType.DOCUMENT] = [
            Ground("het is een document om te downloaden", "it is a document to download", weight)
        ]
        return
    path = _FILE_ENDING.sub("", unquote(urlsplit(line.address).path))
    last = path.rstrip("/").rpartition("/")[2]
    for type, spec in _types().items():
        grounds = give.setdefault(type, [])
        if line.address == start and type not in (PageType.HOME, PageType.SEARCH):
            continue  # a home page mentions everything
        if word := words_in(last, spec.words):
            grounds.append(Ground(f"het adres bevat “{word}”", f"its address has “{word}”", 3))
        elif word := words_in(path, spec.words):
            grounds.append(Ground(f"het pad bevat “{word}”", f"its path has “{word}”", 2))
        if word := words_in(line.title, spec.words):
            grounds.append(Ground(f"de titel noemt “{word}”", f"its title says “{word}”", 3))
        grounds += _said_by_links(candidate, spec.words)
        for name in spec.fields:
            if name in candidate.clues.fields and name not in everywhere:
                nl, en = _FIELDS[name]
                grounds.append(Ground(nl, en, 3))


def _said_by_links(candidate: _Candidate, words: Sequence[str]) -> list[Ground]:
    said = [(count, text) for text, count in candidate.linked.items() if len(text) <= 80 and words_in(text, words)]
    if not said:
        return []
    count, text = max(said, key=lambda pair: (pair[0], -len(pair[1]), pair[1]))
    nl = f"{count} pagina's noemen de link erheen “{text}”" if count > 1 else f"een link erheen heet “{text}”"
    en = f"{count} pages call the link to it “{text}”" if count > 1 else f"a link to it is called “{text}”"
    return [Ground(nl, en, 3 if count > 2 else 2)]


def _processes(candidates: Sequence[_Candidate]) -> dict[str, tuple[str, int]]:
    """Address → process and step, for addresses that number the steps of a process (``…/aanvraag/stap-2``)."""
    groups: dict[str, dict[int, str]] = {}
    for candidate in candidates:
        address = candidate.line.address
        found = _STEP.search(address)
        if found:
            groups.setdefault(address[: found.start()] + address[found.end() :], {}).setdefault(int(found[2]), address)
    steps: dict[str, tuple[str, int]] = {}
    for name, numbered in groups.items():
        if len(numbered) > 1:
            for order, number in enumerate(sorted(numbered), 1):
                steps[numbered[number]] = (urlsplit(name).path.strip("/") or "proces", order)
    return steps


def _distinct(candidates: Sequence[_Candidate], found: Sequence[Proposal]) -> list[Proposal]:
    """Pages with content that no proposed page has yet: decision 2018/1524, annex I, point 3.2 (d)."""
    taken = {proposal.line.address for proposal in found}
    shown = {content for c in candidates if c.line.address in taken for content in c.clues.contents}
    more: list[Proposal] = []
    for content, (nl, en) in _CONTENTS.items():
        if content in shown or len(more) >= _types()[PageType.OTHER].most:
            continue
        fit = [c for c in candidates if content in c.clues.contents and c.line.address not in taken]
        if fit:
            first = min(fit, key=lambda c: (c.line.depth, c.line.address))
            ground = Ground(f"een ander soort inhoud: {nl}", f"another kind of content: {en}", 2)
            more.append(Proposal(first.line, PageType.OTHER, (ground,)))
            taken.add(first.line.address)
            shown |= first.clues.contents
    return more


# -- words ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Type:
    most: int
    words: tuple[str, ...]
    fields: tuple[str, ...]


@cache
def _data() -> Any:
    return json.loads(files("eaa_checker.casework").joinpath("page_types.json").read_text("utf-8"))


@cache
def _types() -> Mapping[PageType, _Type]:
    return {
        PageType(name): _Type(row["most"], tuple(row["words"]), tuple(row.get("fields", ())))
        for name, row in _data()["types"].items()
    }


def _flat(text: str) -> str:
    """Letters and digits without case, single spaces, a space at both ends."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return f" {' '.join(_WORD.findall(folded))} "


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    alternatives = "|".join(re.escape(word).replace(r"\*", r"\S*") for word in words)
    return re.compile(f" (?:{alternatives}) ")
