"""Turns the browser's own words for a failed navigation into a typed ending."""

from __future__ import annotations

from eaa_checker.domain.address import Ending

_BY_NET_ERROR = (
    ("ERR_NAME_NOT_RESOLVED", Ending.UNKNOWN_HOST),
    ("ERR_NAME_RESOLUTION_FAILED", Ending.UNKNOWN_HOST),
    ("ERR_DNS_", Ending.UNKNOWN_HOST),
    ("ERR_ICANN_NAME_COLLISION", Ending.UNKNOWN_HOST),
    ("ERR_CONNECTION_REFUSED", Ending.REFUSED),
    ("ERR_TOO_MANY_REDIRECTS", Ending.REDIRECT_LOOP),
    ("ERR_CERT_", Ending.TLS_ERROR),
    ("ERR_SSL_", Ending.TLS_ERROR),
    ("ERR_BAD_SSL", Ending.TLS_ERROR),
    ("ERR_TIMED_OUT", Ending.TIMEOUT),
    ("ERR_CONNECTION_TIMED_OUT", Ending.TIMEOUT),
    ("ERR_INVALID_AUTH_CREDENTIALS", Ending.SIGN_IN),
    ("ERR_UNEXPECTED_PROXY_AUTH", Ending.SIGN_IN),
    ("ERR_BLOCKED_BY_PRIVATE_NETWORK", Ending.NOT_ALLOWED),
    ("ERR_BLOCKED_BY_LOCAL_NETWORK", Ending.NOT_ALLOWED),
    ("ERR_BLOCKED_BY_CLIENT", Ending.NOT_ALLOWED),
    ("ERR_UNSAFE_PORT", Ending.NOT_ALLOWED),
)


def of_net_error(words: str) -> Ending:
    """The ending for Chromium's ``net::ERR_…`` in *words*."""
    return next((ending for sign, ending in _BY_NET_ERROR if sign in words), Ending.NETWORK_ERROR)


def of_status(status: int) -> Ending:
    """The ending for an HTTP status: CAPTURED for 2xx and for 3xx that the browser showed."""
    if status in (401, 407):
        return Ending.SIGN_IN
    if status in (404, 410):
        return Ending.NOT_FOUND
    if status in (403, 429, 451):
        return Ending.BLOCKED
    if status == 503 or status >= 500:
        return Ending.SERVER_ERROR
    if status >= 400:
        return Ending.CLIENT_ERROR
    return Ending.CAPTURED


PAGE_TYPES = frozenset(("text/html", "application/xhtml+xml", "image/svg+xml", "application/xml", "text/xml", ""))
"""Media types that are a page to us; anything else is recorded as a document."""


def of_media_type(media_type: str) -> Ending:
    """CAPTURED for a web page, DOCUMENT for anything else."""
    return Ending.CAPTURED if media_type in PAGE_TYPES or media_type.endswith("+xml") else Ending.DOCUMENT
