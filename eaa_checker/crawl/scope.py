"""Which addresses belong to the target, by host."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from eaa_checker.domain.web_address import host_and_port, host_of, origin_of, parse_address


def site_of(address: str) -> str:
    """Host and port that count as one site: no ``www.``, no default port; ``""`` for what is no web address."""
    host, port = host_and_port(address)
    return bare_host(host) + ("" if port is None else f":{port}") if host else ""


def bare_host(host: str) -> str:
    """*host* in lower case without a leading ``www.`` (kept where only a top-level domain would remain)."""
    host = host.lower()
    rest = host.removeprefix("www.")
    return rest if "." in rest else host


@dataclass(frozen=True)
class Scope:
    """The hosts of a target: that of its start address and those an inspector added.

    ``www.`` and the bare host are the same site, and so are ``http`` and ``https``; another port is another
    site. *start* is an address, *extra_hosts* are hosts or addresses as an inspector types them. Raises
    NotAnAddress for what cannot be read.
    """

    start: str
    extra_hosts: tuple[str, ...] = ()
    _sites: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "start", parse_address(self.start))
        object.__setattr__(self, "_sites", frozenset(site_of(a) for a in self._typed()))

    def _typed(self) -> tuple[str, ...]:
        return (self.start, *(parse_address(host) for host in self.extra_hosts))

    def contains(self, address: str) -> bool:
        """Whether a web address belongs to the target; False for everything that is no web address."""
        return site_of(address) in self._sites

    def identity(self, address: str) -> str:
        """What tells two normalised addresses apart: site, path and parameters; not the scheme, not ``www.``."""
        parts = urlsplit(address)
        return f"{site_of(address)}{parts.path or '/'}" + (f"?{parts.query}" if parts.query else "")

    @property
    def hosts(self) -> frozenset[str]:
        """Every host name in scope, with and without ``www.``, without ports."""
        bare = {bare_host(host_of(a)) for a in self._typed()}
        return frozenset(bare | {f"www.{host}" for host in bare if "." in host and ":" not in host})

    @property
    def origins(self) -> tuple[str, ...]:
        """Scheme, host and port of the start address and of each added host, without repeats."""
        return tuple(dict.fromkeys(origin_of(a) for a in self._typed()))
