"""Addresses of a crawl: how each was found and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from eaa_checker.domain.worded import Worded


class FoundBy(Worded):
    """How the crawl came to know an address."""

    START = ("start", "startadres", "start address")
    LINK = ("link", "link", "link")
    SITEMAP = ("sitemap", "sitemap", "sitemap")
    CANONICAL = ("canonical", "canoniek adres", "canonical address")
    REDIRECT = ("redirect", "doorverwijzing", "redirect")
    FRAME = ("frame", "frame", "frame")
    INSPECTOR = ("inspector", "door de inspecteur", "by the inspector")
    EVALUATION = ("evaluation", "in een andere evaluatie", "in another evaluation")
    """Only of pages in a sample: no crawl finds an address so."""


class Ending(Worded):
    """How a visit to an address ended. *Not tested* is never *passed*: each ending but CAPTURED is a gap."""

    WAITING = ("waiting", "nog niet bezocht", "not visited yet")
    CAPTURED = ("captured", "vastgelegd", "captured")
    NOT_SETTLED = (
        "not-settled",
        "vastgelegd, maar de pagina kwam niet tot rust",
        "captured, but the page did not settle",
    )
    DOCUMENT = ("document", "document, geen webpagina", "document, not a web page")
    DUPLICATE = ("duplicate", "zelfde pagina als een ander adres", "same page as another address")
    REDIRECTED_AWAY = ("redirected-away", "verwijst door naar buiten het object", "redirects outside the target")
    OUT_OF_SCOPE = ("out-of-scope", "buiten het object", "outside the target")
    ROBOTS = ("robots", "niet toegestaan door robots.txt", "disallowed by robots.txt")
    LIMIT = ("limit", "niet bezocht: grens van de scan bereikt", "not visited: limit of the scan reached")
    TRAP = ("trap", "niet bezocht: eindeloze reeks adressen", "not visited: endless series of addresses")
    UNKNOWN_HOST = ("unknown-host", "onbekende hostnaam", "unknown host")
    REFUSED = ("refused", "verbinding geweigerd", "connection refused")
    TLS_ERROR = ("tls-error", "beveiligde verbinding mislukt (certificaat)", "secure connection failed (certificate)")
    REDIRECT_LOOP = ("redirect-loop", "verwijst eindeloos door", "redirect loop")
    TIMEOUT = ("timeout", "geen antwoord binnen de tijd", "no answer in time")
    TOO_LARGE = ("too-large", "pagina te groot om te verwerken", "page too large to handle")
    CLIENT_ERROR = (
        "client-error",
        "de server weigert of kent de pagina niet",
        "the server refuses or does not know the page",
    )
    NOT_FOUND = ("not-found", "pagina bestaat niet", "page does not exist")
    SIGN_IN = ("sign-in", "inloggen vereist", "sign-in required")
    BLOCKED = ("blocked", "de site blokkeert de scanner", "the site blocks the scanner")
    SERVER_ERROR = ("server-error", "fout in de server", "server error")
    RENDERER_CRASHED = ("renderer-crashed", "de pagina laat de browser vastlopen", "the page crashes the browser")
    BROWSER_DIED = ("browser-died", "de browser is weggevallen", "the browser died")
    DOWNLOAD = ("download", "download, geen webpagina", "download, not a web page")
    NOT_ALLOWED = ("not-allowed", "adres niet toegestaan (privénetwerk)", "address not allowed (private network)")
    NETWORK_ERROR = ("network-error", "netwerkfout", "network error")
    STOPPED = ("stopped", "scan gestopt voordat dit adres aan de beurt was", "scan stopped before this address")
    INTERNAL_ERROR = ("internal-error", "fout in EAA Checker", "error in EAA Checker")

    @property
    def tested(self) -> bool:
        """A capture was judged."""
        return self in (Ending.CAPTURED, Ending.NOT_SETTLED)

    @property
    def failed(self) -> bool:
        """The page should have been captured and could not be."""
        return self in _FAILED

    @property
    def transient(self) -> bool:
        """Trying again later may help; permanent endings stay as they are."""
        return self in _TRANSIENT


_TRANSIENT = frozenset(
    (Ending.UNKNOWN_HOST, Ending.REFUSED, Ending.TIMEOUT, Ending.BLOCKED, Ending.SERVER_ERROR, Ending.BROWSER_DIED,
     Ending.NETWORK_ERROR, Ending.STOPPED, Ending.WAITING, Ending.INTERNAL_ERROR)
)  # fmt: skip
_FAILED = frozenset(
    (Ending.UNKNOWN_HOST, Ending.REFUSED, Ending.TLS_ERROR, Ending.REDIRECT_LOOP, Ending.TIMEOUT, Ending.TOO_LARGE,
     Ending.CLIENT_ERROR, Ending.NOT_FOUND, Ending.SIGN_IN, Ending.BLOCKED, Ending.SERVER_ERROR,
     Ending.RENDERER_CRASHED, Ending.BROWSER_DIED, Ending.NOT_ALLOWED, Ending.NETWORK_ERROR, Ending.INTERNAL_ERROR)
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AddressLine:
    """One line of a crawl: an address, how it was found and how it ended."""

    address: str
    """Normalised address; unique within a scan."""
    found_by: FoundBy
    depth: int
    """Links from a start address."""
    found_on: str = ""
    """Address of the page, sitemap or redirect that named it."""
    ending: Ending = Ending.WAITING
    detail: str = ""
    """The browser's or server's own words, for a person who looks into it."""
    final_address: str = ""
    status: int | None = None
    """HTTP status of the final answer."""
    media_type: str = ""
    title: str = ""
    attempts: int = 0
    visited: datetime | None = None
