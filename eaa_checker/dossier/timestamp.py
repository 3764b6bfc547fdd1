"""Time-stamps over a seal from an authority (RFC 3161): asking for one, and checking one that is there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import httpx
from cryptography import x509
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from eaa_checker.errors import BadInput, EaaCheckerError, ExportProblem

_GRANTED = (0, 1)
"""PKIStatus granted and grantedWithMods (RFC 3161, section 2.4.2)."""
_MOST = 1_000_000


def ask(
    tag_manifest: bytes, authority: str, roots: Iterable[x509.Certificate], *, seconds: float = 30.0
) -> tuple[bytes, datetime]:
    """Asks *authority* (a web address) for a time-stamp over *tag_manifest*, whose SHA-256 is the seal.

    Gives the token and the time in it. What comes back is checked against *roots* before it is given.
    Raises ExportProblem when the authority cannot be reached or gives no valid time-stamp.
    """
    seal = hashlib.sha256(tag_manifest).hexdigest()
    request = TimestampRequestBuilder(tag_manifest, HashAlgorithm.SHA256, nonce=True, cert_req=True).build()
    try:
        with httpx.Client(timeout=seconds, follow_redirects=False) as client:
            answer = client.post(
                authority, content=request.as_bytes(), headers={"Content-Type": "application/timestamp-query"}
            )
        answer.raise_for_status()
        if len(answer.content) > _MOST:
            raise ValueError("the answer is too large")
        response = decode_timestamp_response(answer.content)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise _refused(authority, str(error)) from error
    if response.status not in _GRANTED:
        raise _refused(authority, f"status {response.status} {' '.join(response.status_string)}")
    if response.tst_info.nonce != request.nonce:
        raise _refused(authority, "the nonce is not ours")
    why = _fault(response, seal, roots)
    if why:
        raise _refused(authority, why)
    return answer.content, response.tst_info.gen_time.astimezone(UTC)


def fault(token: bytes, seal: str, roots: Iterable[x509.Certificate]) -> str:
    """Why *token* is no valid time-stamp over *seal* by an authority under *roots*; empty when it is (English)."""
    try:
        return _fault(decode_timestamp_response(token), seal, roots)
    except ValueError as error:
        return f"cannot be read: {error}"


def time_in(token: bytes) -> datetime | None:
    """The time that the token states, or None when it cannot be read."""
    try:
        return decode_timestamp_response(token).tst_info.gen_time.astimezone(UTC)
    except ValueError:
        return None


def _fault(response: TimeStampResponse, seal: str, roots: Iterable[x509.Certificate]) -> str:
    if response.tst_info.message_imprint.message != bytes.fromhex(seal):
        return "it is not over this seal"
    builder = VerifierBuilder()
    count = 0
    for root in roots:
        builder = builder.add_root_certificate(root)
        count += 1
    if not count:
        return "no certificate of the authority is known"
    try:
        builder.build().verify(response, bytes.fromhex(seal))
    except (VerificationError, ValueError) as error:
        return str(error)
    return ""


def certificates(file: Path) -> list[x509.Certificate]:
    """The certificates in a PEM file. Raises BadInput."""
    try:
        return x509.load_pem_x509_certificates(file.read_bytes())
    except (OSError, ValueError) as error:
        raise BadInput(
            f"Het certificaat van de tijdstempeldienst in {file} is niet te lezen: {error}",
            f"The certificate of the time-stamping authority in {file} cannot be read: {error}",
        ) from error


def _refused(authority: str, reason: str) -> EaaCheckerError:
    return ExportProblem(
        f"De tijdstempeldienst {authority} gaf geen geldig tijdstempel: {reason}. Het dossier is wel verzegeld; vraag "
        "het tijdstempel later opnieuw.",
        f"The time-stamping authority {authority} gave no valid time-stamp: {reason}. The dossier is sealed all the "
        "same; ask for the time-stamp again later.",
        mend="eaa-checker dossier timestamp",
    )
