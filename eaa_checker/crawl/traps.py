"""Endless series of addresses, recognised and bounded, each with its reason."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import unquote_plus, urlsplit

from eaa_checker.crawl.scope import site_of
from eaa_checker.domain.worded import Worded


class Trap(Worded):
    """Why an address counts as one of an endless series."""

    TOO_LONG = ("too-long", "adres langer dan 2.000 tekens", "address longer than 2,000 characters")
    TOO_DEEP = ("too-deep", "pad met te veel delen", "path with too many parts")
    REPEATED = ("repeated", "delen van het pad herhalen zich", "parts of the path repeat")
    SESSION = ("session", "sessiesleutel in het adres", "session key in the address")
    CALENDAR = ("calendar", "kalender zonder einde", "calendar without end")
    SERIES = ("series", "genummerde reeks zonder einde", "numbered series without end")
    COMBINATIONS = (
        "combinations",
        "te veel combinaties van parameters bij één pagina",
        "too many combinations of parameters of one page",
    )


@dataclass(frozen=True, slots=True)
class TrapLimits:
    """How many addresses of each kind are visited before the rest counts as a trap."""

    longest: int = 2_000
    """Characters."""
    deepest: int = 15
    """Parts of the path."""
    calendar: int = 24
    """Addresses that differ in their date only."""
    series: int = 40
    """Addresses that differ in their numbers only."""
    combinations: int = 25
    """Sets of parameters of one page."""
    identities: int = 200
    """Sets of parameters of one path that name a page (``?id=12``), for sites that address everything so."""
    sessions: int = 5
    """Addresses that differ in a long random value only."""

    @classmethod
    def for_pages(cls, max_pages: int) -> TrapLimits:
        """Limits that grow with the size of the scan, so that a large honest site can be scanned whole."""
        half = max_pages // 2
        return cls(
            calendar=max(24, half // 2),
            series=max(40, max_pages),
            combinations=max(25, half // 2),
            identities=max(200, 2 * max_pages),
        )


_DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d[-_./]?(?:0?[1-9]|1[0-2])(?:[-_./]?(?:0?[1-9]|[12]\d|3[01]))?"
    r"|(?:0?[1-9]|[12]\d|3[01])[-_.](?:0?[1-9]|1[0-2])[-_.](?:19|20)\d\d"
    r"|(?:0?[1-9]|1[0-2])[-_.](?:19|20)\d\d)(?!\d)"
)
_DATE_AT_END = re.compile(
    r"[/_-](?:(?:19|20)\d\d(?:[-_/]w?\d{1,2}){1,2}|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|"
    r"\d{1,2}[-_/]\d{1,2}[-_/](?:19|20)\d\d)/?\Z"
)
_DATE_NAMES = frozenset(
    ("date", "datum", "day", "dag", "week", "month", "maand", "year", "jaar", "cal", "begindatum", "einddatum")
)
_IDENTITY_NAMES = frozenset(
    ("id", "p", "pid", "page_id", "pageid", "nid", "node", "nodeid", "item", "itemid", "art", "artid", "artikel",
     "article", "doc", "docid", "cat", "post", "pagina_id", "objectid", "sid")
)  # fmt: skip
_VARIANT_NAMES = frozenset(
    ("print", "printable", "printversion", "printview", "pdf", "share", "delen", "replytocom", "sort", "sortby",
     "sort_by", "sorteer", "sortering", "sort_order", "order", "orderby", "order_by", "orderdir", "dir", "direction",
     "volgorde", "filter", "filters", "facet", "facets", "fontsize", "contrast", "highlight", "returnurl",
     "return_url", "redirect", "redirect_to", "destination", "backurl", "referrer", "ref")
)  # fmt: skip
_VARIANT_PREFIXES = ("filter[", "filter_", "facet[", "f[", "sort[")
_VARIANT_VALUES = {"format": ("print",), "view": ("print",), "layout": ("print",), "tmpl": ("component", "print")}
_PRINT_PARTS = ("print", "printversie", "printversion")
_SESSION_NAME = re.compile(r"sess|token|ticket|nonce|csrf|visitor|auth|hash|(?:\A|_)sid\Z", re.IGNORECASE)
_SESSION_VALUE = re.compile(r"[A-Za-z0-9%._~-]{12,}\Z|(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{8,}\Z", re.IGNORECASE)
_COOKIELESS = re.compile(r"/\([A-Z]\([A-Za-z0-9]{10,}\)\)", re.IGNORECASE)  # ASP.NET: /(S(abc…))/page
_DIGITS = re.compile(r"\d+")


class Traps:
    """Counts the addresses of each pattern; *check* looks, *count* remembers an address that will be visited."""

    def __init__(self, limits: TrapLimits | None = None) -> None:
        self.limits = limits or TrapLimits()
        self._counts: Counter[tuple[Trap, str]] = Counter()

    def check(self, address: str) -> Trap | None:
        """Why the normalised *address* is not to be visited; None when it is no trap."""
        limits = self.limits
        if len(address) > limits.longest:
            return Trap.TOO_LONG
        segments = [s for s in urlsplit(address).path.split("/") if s]
        if len(segments) > limits.deepest:
            return Trap.TOO_DEEP
        if _repeats(segments):
            return Trap.REPEATED
        for trap, pattern, most in self._patterns(address):
            if self._counts[trap, pattern] >= most:
                return trap
        return None

    def count(self, address: str) -> None:
        """Remember that *address* is visited."""
        for trap, pattern, _ in self._patterns(address):
            self._counts[trap, pattern] += 1

    def _patterns(self, address: str) -> list[tuple[Trap, str, int]]:
        """The series *address* belongs to: kind, what its members have in common, how many are visited."""
        limits = self.limits
        parts = urlsplit(address)
        site = site_of(address)
        path = parts.path
        found: list[tuple[Trap, str, int]] = []
        sessionless = _COOKIELESS.sub("/(S)", path)
        parameters = [p.partition("=")[::2] for p in parts.query.split("&") if p]
        keys = sorted(name for name, value in parameters if _is_session(name, value))
        if sessionless != path or keys:
            found.append((Trap.SESSION, f"{site}{sessionless}?{'&'.join(keys)}", limits.sessions))
        dated_path = _DATE_AT_END.sub("/<date>", path)
        dated_names = sorted(name for name, value in parameters if _is_date(name, value))
        if dated_path != path or dated_names:
            pattern = f"{site}{_DIGITS.sub('#', dated_path)}?{'&'.join(dated_names)}"
            found.append((Trap.CALENDAR, pattern, limits.calendar))
        elif _DIGITS.search(path):
            # Titles stay what they are: two reports differ in more than their numbers.
            found.append((Trap.SERIES, f"{site}{_DIGITS.sub('#', path)}?{_names(parameters)}", limits.series))
        if parameters:
            identity = identity_parameters(address)
            common = f"{site}{_DIGITS.sub('#', path)}?"
            found.append((Trap.COMBINATIONS, common + identity, limits.combinations))
            if identity:
                found.append((Trap.COMBINATIONS, f"{common}*", limits.identities))
        return found


def identity_parameters(address: str) -> str:
    """The parameters that name a page (``id=12``), sorted; ``""`` when there are none."""
    parameters = [p for p in urlsplit(address).query.split("&") if p.partition("=")[0].lower() in _IDENTITY_NAMES]
    return "&".join(sorted(parameters))


def _names(parameters: list[tuple[str, str]]) -> str:
    return "&".join(sorted(name for name, _ in parameters))


def _is_session(name: str, value: str) -> bool:
    return _SESSION_NAME.search(name) is not None and _SESSION_VALUE.match(value) is not None


def _is_date(name: str, value: str) -> bool:
    name, value = unquote_plus(name), unquote_plus(value)
    if _DATE.fullmatch(value.partition("T")[0]):
        return True
    own = re.sub(r"^.*[\[._-]([a-z]+)\]?$", r"\1", name.lower())
    return own in _DATE_NAMES and value.isascii() and value[:1].isdigit()


def _repeats(segments: list[str]) -> bool:
    """The same one to four parts three times in a row, or one part five times anywhere."""
    names = [s for s in segments if not s.isdigit()]
    if names and Counter(names).most_common(1)[0][1] >= 5:
        return True
    for size in range(1, 5):
        for start in range(len(segments) - 3 * size + 1):
            first = segments[start : start + size]
            if all(s.isdigit() for s in first):
                continue
            if first == segments[start + size : start + 2 * size] == segments[start + 2 * size : start + 3 * size]:
                return True
    return False


def plain_form(address: str) -> str:
    """*address* without what only prints, shares, sorts or filters the same page; the same when it has none of it.

    ``/nieuws/brand/print?sort=asc`` → ``/nieuws/brand``. *address* is normalised, and so is what comes out.
    """
    parts = urlsplit(address)
    kept = "&".join(p for p in parts.query.split("&") if p and not _is_variant(p))
    segments = parts.path.split("/")
    if len(segments) > 2 and segments[-1].lower() in _PRINT_PARTS:
        segments = segments[:-1]
    elif len(segments) > 2 and segments[1].lower() in _PRINT_PARTS:
        segments = [segments[0], *segments[2:]]
    return f"{parts.scheme}://{parts.netloc}{'/'.join(segments)}" + (f"?{kept}" if kept else "")


def _is_variant(parameter: str) -> bool:
    name, _, value = parameter.partition("=")
    name = unquote_plus(name).lower()
    if name in _VARIANT_NAMES or name.startswith(_VARIANT_PREFIXES):
        return True
    return value.lower() in _VARIANT_VALUES.get(name, ())
