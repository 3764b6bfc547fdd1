"""Makes a WACZ web archive (specification 1.1.1) of one page state out of its recorded WARC, for replay in a browser.

See https://specs.webrecorder.net/wacz/1.1.1/. What lies in it is what the server sent during our visit.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from eaa_checker import __version__
from eaa_checker.domain.capture import Capture
from eaa_checker.domain.storable import clean
from eaa_checker.errors import EvidenceDamaged

WARC = "archive/data.warc.gz"
_INDEX, _BLOCKS, _PAGES = "indexes/index.cdx.gz", "indexes/index.idx", "pages/pages.jsonl"
_PER_BLOCK = 3000
_EPOCH = (1980, 1, 1, 0, 0, 0)


def wacz(warc: bytes, capture: Capture) -> bytes:
    """The WACZ with *warc* inside, byte for byte, and its index. Raises EvidenceDamaged when it is no WARC."""
    try:
        _check_whole(warc)
        entries = sorted(_entries(warc))
    except (ArchiveLoadFailed, ValueError, EOFError, OSError, zlib.error) as error:
        raise EvidenceDamaged(
            f"Het webarchief van {capture.address} is beschadigd: {error}",
            f"The web archive of {capture.address} is damaged: {error}",
        ) from error
    index, blocks = _compressed(entries)
    pages = [
        {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"},
        {
            "id": hashlib.sha256(f"{capture.address}\n{capture.state}".encode()).hexdigest()[:20],
            "url": _main(entries, capture),
            "ts": _stamp(capture.instant, "%Y-%m-%dT%H:%M:%SZ"),
            "title": clean(capture.title),
        },
    ]
    files = {
        WARC: warc,
        _INDEX: index,
        _BLOCKS: blocks,
        _PAGES: "".join(json.dumps(page) + "\n" for page in pages).encode(),
    }
    package = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "software": f"EAA Checker {__version__}",
        "created": _stamp(capture.instant, "%Y-%m-%dT%H:%M:%SZ"),
        "title": clean(capture.title or capture.address),
        "mainPageUrl": pages[1]["url"],
        "mainPageDate": pages[1]["ts"],
        "resources": [
            {"name": path.rpartition("/")[2].lower(), "path": path, "hash": _hash(data), "bytes": len(data)}
            for path, data in files.items()
        ],
    }
    described = json.dumps(package, indent=2).encode()
    files["datapackage.json"] = described
    files["datapackage-digest.json"] = json.dumps({"path": "datapackage.json", "hash": _hash(described)}).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path, _EPOCH), data)
    return out.getvalue()


def _hash(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _stamp(instant: datetime, form: str) -> str:
    return instant.astimezone(UTC).strftime(form)


def _check_whole(warc: bytes) -> None:
    """Raises ValueError when a record's compressed bytes do not end: the library would pass over it in silence."""
    rest = warc
    while rest:
        member = zlib.decompressobj(31)
        while not member.eof:
            if not member.decompress(rest, 1 << 20) and not member.eof:
                raise ValueError("it is cut off")
            rest = member.unconsumed_tail or member.unused_data


def _entries(warc: bytes) -> Iterator[str]:
    """CDXJ lines of the responses: key, time and where each stands in the WARC."""
    stream = ArchiveIterator(io.BytesIO(warc))
    for record in stream:
        head, answer = record.rec_headers, record.http_headers
        record.content_stream().read()  # only then is the length known
        if record.rec_type != "response":
            continue
        url = head.get_header("WARC-Target-URI")
        status = answer.get_statuscode() if answer else ""
        mime = (answer.get_header("content-type") or "") if answer else ""
        when = datetime.fromisoformat(head.get_header("WARC-Date").replace("Z", "+00:00"))
        fields = {
            "url": url,
            "digest": head.get_header("WARC-Payload-Digest") or "",
            "mime": mime.partition(";")[0].strip() or "unk",
            "offset": stream.get_record_offset(),
            "length": stream.get_record_length(),
            "status": int(status) if status.isdigit() else 0,
            "filename": "data.warc.gz",
        }
        yield f"{key(url)} {_stamp(when, '%Y%m%d%H%M%S')} {json.dumps(fields)}\n"


def key(address: str) -> str:
    """The SURT key of an address: host name turned round, so that what belongs together sorts together."""
    parts = urlsplit(address.lower())
    host = parts.hostname or ""
    host = host.removeprefix("www.")
    named = host if host.replace(".", "").isdigit() or ":" in host else ",".join(reversed(host.split(".")))
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    return f"{named}{port}){parts.path or '/'}{'?' + parts.query if parts.query else ''}"


def _compressed(lines: list[str]) -> tuple[bytes, bytes]:
    """The index in gzip blocks, and the list of these blocks."""
    index = b""
    blocks = ['!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}\n']
    for start in range(0, len(lines), _PER_BLOCK):
        data = gzip.compress("".join(lines[start : start + _PER_BLOCK]).encode(), mtime=0)
        where = {"offset": len(index), "length": len(data), "digest": _hash(data), "filename": "index.cdx.gz"}
        first, when, _ = lines[start].split(" ", 2)
        blocks.append(f"{first} {when} {json.dumps(where)}\n")
        index += data
    return index or gzip.compress(b"", mtime=0), "".join(blocks).encode()


def _main(entries: list[str], capture: Capture) -> str:
    """The address in the archive under which the page was answered, without fragment."""
    wanted = [address.partition("#")[0] for address in (capture.final_address, capture.address)]
    there = {json.loads(line.split(" ", 2)[2])["url"] for line in entries}
    return next((address for address in wanted if address in there), wanted[0])
