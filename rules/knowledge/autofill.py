"""The ``autocomplete`` attribute: which tokens in which order.

Source: HTML Standard, section 4.10.18.7 "Autofill", the tables of autofill fields and autofill detail tokens.
"""

from __future__ import annotations

PURPOSES = frozenset(
    (
        "name", "honorific-prefix", "given-name", "additional-name", "family-name", "honorific-suffix", "nickname",
        "username", "new-password", "current-password", "one-time-code", "organization-title", "organization",
        "street-address", "address-line1", "address-line2", "address-line3", "address-level4", "address-level3",
        "address-level2", "address-level1", "country", "country-name", "postal-code", "cc-name", "cc-given-name",
        "cc-additional-name", "cc-family-name", "cc-number", "cc-exp", "cc-exp-month", "cc-exp-year", "cc-csc",
        "cc-type", "transaction-currency", "transaction-amount", "language", "bday", "bday-day", "bday-month",
        "bday-year", "sex", "url", "photo",
    )
)  # fmt: skip
"""Fields that take no word for home or work before them."""

CONTACT = frozenset(
    (
        "tel", "tel-country-code", "tel-national", "tel-area-code", "tel-local", "tel-local-prefix", "tel-local-suffix",
        "tel-extension", "email", "impp",
    )
)  # fmt: skip
"""Fields that may have a word for home or work before them."""

_KINDS = frozenset(("home", "work", "mobile", "fax", "pager"))


def tokens(value: str) -> list[str]:
    """The tokens of an attribute value, lower case."""
    return value.lower().split()


def fault(value: str) -> tuple[str, str]:
    """What is wrong with the tokens: ``("", "")`` if nothing, else a word and the token concerned.

    Words: ``unknown`` (no such field), ``order`` (a known token in the wrong place), ``missing`` (no field at all).
    """
    rest = tokens(value)
    if rest and rest[0].startswith("section-"):
        rest.pop(0)
    if rest and rest[0] in ("shipping", "billing"):
        rest.pop(0)
    kind = rest.pop(0) if rest and rest[0] in _KINDS else ""
    if not rest:
        return "missing", value.strip()
    field = rest.pop(0)
    if field not in PURPOSES and field not in CONTACT:
        return ("order" if _known(field) else "unknown"), field
    if kind and field not in CONTACT:
        return "order", kind
    if rest and rest[0] == "webauthn":
        rest.pop(0)
    if rest:
        return ("order" if _known(rest[0]) else "unknown"), rest[0]
    return "", ""


def _known(token: str) -> bool:
    return (
        token in PURPOSES
        or token in CONTACT
        or token in _KINDS
        or token in ("shipping", "billing", "webauthn", "on", "off")
        or token.startswith("section-")
    )
