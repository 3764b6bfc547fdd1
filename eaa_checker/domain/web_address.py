"""Web addresses: what an inspector types and what stands on pages, brought to one spelling.

The spelling follows the URL Standard (https://url.spec.whatwg.org/) as far as ``http`` and ``https`` go, and
normalises percent-encoding after RFC 3986 section 6.2.2. Nothing here looks a name up.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import unquote

import idna

from eaa_checker.errors import NotAnAddress

LONGEST_TYPED = 2_000
"""Characters of an address that a person may type; the crawl calls longer ones a trap."""

_DEFAULT_PORTS = {"http": 80, "https": 443}
_C0_OR_SPACE = "".join(map(chr, range(0x21)))
_UNRESERVED = "A-Za-z0-9._~-"
_SUB_DELIMS = "!$&'()*+,;="
_PATH_ODD = re.compile(rf"%[0-9A-Fa-f]{{2}}|[^{_SUB_DELIMS}:@/{_UNRESERVED}]")
_QUERY_ODD = re.compile(rf"%[0-9A-Fa-f]{{2}}|[^{_SUB_DELIMS}:@/?{_UNRESERVED}]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_LABEL = r"[a-z0-9_-]{1,63}"
_NAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\Z")
_NUMBER_LABEL = re.compile(r"(?:[0-9]+|0x[0-9a-f]*)\Z")
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid)=[^/;]*", re.IGNORECASE)

_ALWAYS_DROPPED = frozenset(
    ("gclid", "dclid", "gbraid", "wbraid", "fbclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid", "_ga",
     "_gl", "phpsessid", "jsessionid", "aspsessionid", "cfid", "cftoken")
)  # fmt: skip
_DROPPED_WHEN_LONG = frozenset(("sid", "sessionid", "session_id"))
_SESSION_VALUE = re.compile(r"[A-Za-z0-9%._~-]{16,}\Z")

_NOT_WEB = frozenset(
    ("mailto", "tel", "sms", "callto", "sip", "skype", "whatsapp", "javascript", "data", "file", "blob",
     "about", "view-source", "chrome", "ftp", "ftps", "sftp", "ws", "wss", "geo", "urn", "magnet", "news",
     "intent", "market")
)  # fmt: skip
_PRIVATE_SUFFIXES = (
    "localhost", "local", "localdomain", "internal", "intranet", "lan", "home.arpa", "test", "invalid",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Parts:
    scheme: str
    host: str
    """In brackets when it is an IPv6 address."""
    port: int | None
    path: str
    query: str | None

    def joined(self) -> str:
        port = "" if self.port is None else f":{self.port}"
        query = "" if self.query is None else f"?{self.query}"
        return f"{self.scheme}://{self.host}{port}{self.path}{query}"


def parse_address(text: str) -> str:
    """The normalised address an inspector meant by *text*; ``https://`` is added where no scheme stands.

    Raises NotAnAddress, with a sentence that says what is wrong, for everything that is not an ``http`` or
    ``https`` address of a host. Ports are kept; an internationalised host name becomes punycode; a fragment
    is dropped.
    """
    typed = text.strip()
    shown = typed if len(typed) <= 80 else f"{typed[:79]}…"
    if not typed:
        raise NotAnAddress(
            "Er is geen adres ingevuld. Typ bijvoorbeeld www.voorbeeld.nl.",
            "No address was given. Type, for example, www.example.nl.",
        )
    if len(typed) > LONGEST_TYPED:
        raise NotAnAddress(
            f"Dit adres is te lang: {len(typed)} tekens. Er zijn er hooguit {LONGEST_TYPED} toegestaan.",
            f"This address is too long: {len(typed)} characters. At most {LONGEST_TYPED} are allowed.",
        )
    if any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in typed):
        raise NotAnAddress(
            "In dit adres staan onzichtbare tekens. Typ het adres over in plaats van het te plakken.",
            "This address holds invisible characters. Type the address instead of pasting it.",
        )
    if any(c.isspace() for c in typed):
        raise NotAnAddress(
            f"In een internetadres mogen geen spaties staan: {shown}",
            f"A web address cannot hold spaces: {shown}",
        )
    with_scheme = typed if _scheme_of(typed) else f"https://{typed.lstrip('/')}"
    _, _, after = with_scheme.partition(":")
    authority = re.split(r"[/\\?#]", after.lstrip("/\\"), maxsplit=1)[0]
    if "@" in authority:
        # Not repeated in the message: it may hold a password.
        raise NotAnAddress(
            "In dit adres staat een gebruikersnaam, wachtwoord of e-mailadres (een @ voor de hostnaam). Laat dat weg.",
            "This address holds a user name, password or e-mail address (an @ before the host name). Leave that out.",
        )
    parts = _parse(with_scheme, None)
    bare_word = with_scheme != typed and ":" not in authority and "." not in authority.strip(".")
    if parts is None or (bare_word and parts.host != "localhost"):
        raise NotAnAddress(
            f"Dit is geen internetadres: {shown}. Typ bijvoorbeeld www.voorbeeld.nl.",
            f"This is not a web address: {shown}. Type, for example, www.example.nl.",
        )
    return parts.joined()


def _scheme_of(typed: str) -> str:
    """``http``, ``https``, or ``""`` where none stands (``example.nl:8080`` holds a port)."""
    match = _SCHEME.match(typed)
    if match is None:
        return ""
    scheme, rest = match[1].lower(), typed[match.end() :]
    if scheme in _DEFAULT_PORTS:
        return scheme
    if scheme not in _NOT_WEB and re.match(r"\d+(?:[/?#]|\Z)|[^/?#]*@", rest):
        return ""
    raise NotAnAddress(
        f"Een adres dat met “{match[0]}” begint, kan niet worden onderzocht. "
        "Geef een adres dat met https:// of http:// begint.",
        f"An address that starts with “{match[0]}” cannot be examined. "
        "Give an address that starts with https:// or http://.",
    )


def normalise(address: str, base: str | None = None) -> str | None:
    """One spelling of a link's *address*, resolved against *base*; None when it is no ``http(s)`` address.

    Scheme and host in lower case, no default port, no dot segments, percent-encoding normalised, no fragment,
    no user name or password, no tracking or session parameters. The other parameters keep their order. Never
    raises; normalising twice changes nothing.
    """
    # Most links stand in full; reading the base for each of them would double the work.
    in_full = address[:8].lower().startswith(("http://", "https://"))
    outer = _parse(base, None) if base is not None and not in_full else None
    parts = _parse(address, outer)
    return parts.joined() if parts is not None else None


def host_of(address: str) -> str:
    """The host of an address in lower case, IPv6 without brackets; ``""`` when it is not ``http(s)``."""
    parts = _parse(address, None)
    return parts.host.strip("[]") if parts is not None else ""


def origin_of(address: str) -> str:
    """Scheme, host and port (``https://example.nl:8443``); ``""`` when it is no ``http(s)`` address."""
    parts = _parse(address, None)
    if parts is None:
        return ""
    return _Parts(parts.scheme, parts.host, parts.port, "", None).joined()


def host_and_port(address: str) -> tuple[str, int | None]:
    """The host as ``host_of`` gives it, and the port when it is not the default one of the scheme, else None."""
    parts = _parse(address, None)
    return (parts.host.strip("[]"), parts.port) if parts is not None else ("", None)


def is_private_host(host: str) -> bool:
    """Whether *host* (a name, or an IP address in any spelling browsers accept) is not a public one.

    Loopback, private, link-local, shared (CGNAT), multicast, reserved and unspecified addresses are private
    (IANA special-purpose registries), also when wrapped in IPv6 (mapped, 6to4, NAT64, Teredo); so are
    ``localhost``, names without a dot and local-only suffixes. What cannot be read as a host is private.
    """
    bare = host.strip().strip("[]")
    read = _host(f"[{bare}]" if ":" in bare else bare)
    if read is None:
        return True
    try:
        return _private_ip(ipaddress.ip_address(read.strip("[]")))
    except ValueError:
        return "." not in read or any(read.endswith(f".{suffix}") for suffix in _PRIVATE_SUFFIXES)


def _private_ip(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in ipaddress.IPv6Network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is None and int(ip) >> 32 == 0:  # the deprecated IPv4-compatible form, ``::`` and ``::1``
            inner = ipaddress.IPv4Address(int(ip))
        if inner is not None:
            return _private_ip(inner)
        return not ip.is_global or ip.is_multicast or ip.is_reserved or ip.is_site_local
    return not ip.is_global or ip.is_multicast or ip.is_reserved


# -- reading ---------------------------------------------------------------------------------------------


def _parse(text: str, base: _Parts | None) -> _Parts | None:
    # Lone surrogates become U+FFFD, as browsers do, so that everything can be encoded.
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = re.sub(r"[\t\r\n]", "", text.strip(_C0_OR_SPACE))
    text = text.split("#", 1)[0]
    before, mark, query_text = text.partition("?")
    before = before.replace("\\", "/")
    query = query_text if mark else None
    scheme = ""
    match = _SCHEME.match(before)
    if match is not None:
        scheme = match[1].lower()
        if scheme not in _DEFAULT_PORTS:
            return None
        before = before[match.end() :]
        # ``https:page`` is relative to a base of the same scheme (URL Standard, special relative state).
        if base is None or base.scheme != scheme or before.startswith("//"):
            return _absolute(scheme, before.lstrip("/"), query)
    if base is None:
        return None
    if before.startswith("//"):
        return _absolute(base.scheme, before.lstrip("/"), query)
    if before.startswith("/"):
        path = before
    elif before:
        path = base.path.rpartition("/")[0] + "/" + before
    else:
        path = base.path
        query = base.query if query is None else query
    return _Parts(base.scheme, base.host, base.port, _path(path), _query(query))


def _absolute(scheme: str, rest: str, query: str | None) -> _Parts | None:
    authority, slash, path = rest.partition("/")
    host_text = authority.rpartition("@")[2]
    found = re.fullmatch(r"(\[[^\]]*\]|[^:]*)(?::([0-9]*))?", host_text)
    if found is None:
        return None
    host = _host(found[1])
    if host is None:
        return None
    digits = (found[2] or "").lstrip("0")
    if len(digits) > 5 or (digits and int(digits) > 65_535) or (found[2] and not digits):
        return None
    port = int(digits) if digits and int(digits) != _DEFAULT_PORTS[scheme] else None
    return _Parts(scheme, host, port, _path(slash + path), _query(query))


def _host(text: str) -> str | None:
    if text.startswith("["):
        inner = text[1:-1]
        if not text.endswith("]") or "%" in inner:
            return None
        try:
            return f"[{ipaddress.IPv6Address(inner).compressed}]"
        except ValueError:
            return None
    name = unquote(text)
    if not name or len(name) > 253:
        return None
    if not name.isascii():
        try:
            name = idna.encode(name, uts46=True).decode("ascii")
        except idna.IDNAError:
            return None
    name = name.lower().removesuffix(".")
    if _NAME.match(name) is None:
        return None
    if _NUMBER_LABEL.match(name.rpartition(".")[2]):
        return _ipv4(name)
    return name


def _ipv4(name: str) -> str | None:
    """The IPv4 address that decimal, octal, hexadecimal and shortened spellings stand for (URL Standard)."""
    labels = name.split(".")
    if len(labels) > 4:
        return None
    numbers: list[int] = []
    for label in labels:
        if _NUMBER_LABEL.match(label) is None or len(label) > 40:
            return None
        if label.startswith("0x"):
            numbers.append(int(label[2:] or "0", 16))
        elif label.startswith("0") and len(label) > 1:
            if not set(label) <= set("01234567"):
                return None
            numbers.append(int(label, 8))
        else:
            numbers.append(int(label))
    *front, last = numbers
    if any(n > 255 for n in front) or last >= 256 ** (5 - len(numbers)):
        return None
    value = last + sum(n << 8 * (3 - place) for place, n in enumerate(front))
    return str(ipaddress.IPv4Address(value))


def _path(text: str) -> str:
    clean = _PATH_SESSION.sub("", _PATH_ODD.sub(_encoded, text))
    kept: list[str] = []
    segments = clean.split("/")[1:]
    for place, segment in enumerate(segments):
        last = place == len(segments) - 1
        if segment == "..":
            if kept:
                kept.pop()
            if last:
                kept.append("")
        elif segment != ".":
            kept.append(segment)
        elif last:
            kept.append("")
    return "/" + "/".join(kept)


def _query(text: str | None) -> str | None:
    if text is None:
        return None
    kept = [p for p in _QUERY_ODD.sub(_encoded, text).split("&") if p and not _dropped(p)]
    return "&".join(kept) or None


def _dropped(parameter: str) -> bool:
    name, _, value = parameter.partition("=")
    name = name.lower()
    if name in _DROPPED_WHEN_LONG:
        # ``sid=12`` may well be a section of the site; only what looks like a session's key is dropped.
        return _SESSION_VALUE.match(value) is not None
    return name in _ALWAYS_DROPPED or name.startswith("utm_")


def _encoded(match: re.Match[str]) -> str:
    text = match[0]
    if len(text) == 3:
        character = chr(int(text[1:], 16))
        return character if re.match(rf"[{_UNRESERVED}]", character) else text.upper()
    return "".join(f"%{byte:02X}" for byte in text.encode())
