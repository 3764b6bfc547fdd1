"""The WACZ holds the recorded WARC unchanged, and its index leads to every answer in it."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from eaa_checker.browser.tab import Exchange
from eaa_checker.capture.web_archive import warc
from eaa_checker.domain.capture import Capture
from eaa_checker.dossier.web_archive import WARC, key, wacz
from eaa_checker.errors import EvidenceDamaged

NOON = datetime(2026, 11, 2, 12, 0, 0, 250_000, tzinfo=UTC)
PAGE = b"<!doctype html><title>x</title>"


def exchange(address: str, status: int | None = 200, body: bytes = b"", **more: object) -> Exchange:
    values: dict[str, object] = {
        "address": address, "method": "GET", "instant": NOON, "request_headers": (("Accept", "*/*"),),
        "status": status, "reason": "", "response_headers": (), "body": body,
    }  # fmt: skip
    return Exchange(**{**values, **more})  # type: ignore[arg-type]


EXCHANGES = (
    exchange("https://voorbeeld.test/oud", 301, response_headers=(("Location", "/"),), reason="Verhuisd ❤"),
    exchange(
        "https://voorbeeld.test/",
        body=PAGE,
        response_headers=(("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip"),
                          ("Set-Cookie", "a=1\nb=2"), ("X-Naam", "één\r")),
        remote="127.0.0.1",
    ),
    exchange("https://www.voorbeeld.test/groot.mp4", body=b"", truncated="length"),
    exchange("https://voorbeeld.test/nooit-beantwoord", None),
    exchange("http://127.0.0.1:8080/pad?x=1&y=2", 999),
)  # fmt: skip


def capture(address: str = "https://voorbeeld.test/") -> Capture:
    return Capture(address, address + "#top", NOON, True, 200, 'Titel "x" \ud83d', "nl", "default", ())


def test_the_warc_says_what_was_asked_and_answered() -> None:
    records = []
    for record in ArchiveIterator(io.BytesIO(warc(EXCHANGES, "EAA-Checker"))):
        records.append((record.rec_type, record.rec_headers, record.http_headers, record.content_stream().read()))
    kinds = [kind for kind, *_ in records]
    assert kinds == ["warcinfo", *["response", "request"] * 4]
    _, head, answer, body = next(r for r in records if r[1].get_header("WARC-Target-URI") == "https://voorbeeld.test/")
    assert body == PAGE
    assert head.get_header("WARC-Date") == "2026-11-02T12:00:00.250000Z"
    assert head.get_header("WARC-IP-Address") == "127.0.0.1"
    assert answer.get_statuscode() == "200"
    names = [name for name, _ in answer.headers]
    assert names.count("Set-Cookie") == 2
    assert "Content-Encoding" not in names  # the browser hands out what it unpacked
    assert answer.get_header("Content-Length") == str(len(PAGE))
    assert [h.get_header("WARC-Truncated") for k, h, *_ in records if k == "response"] == [None, None, "length", None]


def test_the_wacz_is_a_package_whose_index_leads_to_every_answer() -> None:
    archive = warc(EXCHANGES)
    with zipfile.ZipFile(io.BytesIO(wacz(archive, capture()))) as package:
        files = {name: package.read(name) for name in package.namelist()}
        assert {entry.compress_type for entry in package.infolist()} == {zipfile.ZIP_STORED}
    assert files[WARC] == archive
    told = json.loads(files["datapackage.json"])
    assert told["wacz_version"] == "1.1.1"
    assert told["mainPageUrl"] == "https://voorbeeld.test/"
    listed = {r["path"]: (r["hash"], r["bytes"]) for r in told["resources"]}
    assert set(files) == {*listed, "datapackage.json", "datapackage-digest.json"}
    for path, (digest, size) in listed.items():
        assert (digest, size) == (f"sha256:{hashlib.sha256(files[path]).hexdigest()}", len(files[path]))
    assert json.loads(files["datapackage-digest.json"])["hash"] == (
        f"sha256:{hashlib.sha256(files['datapackage.json']).hexdigest()}"
    )
    lines = gzip.decompress(files["indexes/index.cdx.gz"]).decode().splitlines()
    assert lines == sorted(lines)
    found = [json.loads(line.split(" ", 2)[2]) for line in lines]
    assert {one["url"] for one in found} == {one.address for one in EXCHANGES if one.status is not None}
    for one in found:
        piece = io.BytesIO(archive[one["offset"] : one["offset"] + one["length"]])
        (record,) = [r for r in ArchiveIterator(piece) if r.rec_headers.get_header("WARC-Target-URI") == one["url"]]
        assert record.rec_type == "response"
    block = json.loads(files["indexes/index.idx"].decode().splitlines()[1].split(" ", 2)[2])
    assert block["length"] == len(files["indexes/index.cdx.gz"])
    pages = files["pages/pages.jsonl"].decode().splitlines()
    assert json.loads(pages[1])["ts"] == "2026-11-02T12:00:00Z"


@pytest.mark.parametrize(
    ("address", "surt"),
    [
        ("https://www.Voorbeeld.test/Pad?B=1", "test,voorbeeld)/pad?b=1"),
        ("http://127.0.0.1:8080", "127.0.0.1:8080)/"),
        ("https://a.b.test:443/x", "test,b,a)/x"),
        ("http://[::1]/x", "::1)/x"),
    ],
)
def test_keys_turn_the_host_round(address: str, surt: str) -> None:
    assert key(address) == surt


@pytest.mark.parametrize(
    "data", [b"geen warc", warc(EXCHANGES)[:-40], gzip.compress(b"nog steeds niet")], ids=["words", "cut", "packed"]
)
def test_a_damaged_warc_is_said(data: bytes) -> None:
    with pytest.raises(EvidenceDamaged):
        wacz(data, capture())


@pytest.mark.skipif(find_spec("wacz") is None, reason="the package wacz is not installed")
def test_the_official_validator_agrees(tmp_path: Path) -> None:
    file = tmp_path / "page.wacz"
    file.write_bytes(wacz(warc(EXCHANGES), capture()))
    command = [sys.executable, "-m", "wacz.main", "validate", "-f", str(file)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Validation succeeded" in said.stdout, said.stdout + said.stderr
