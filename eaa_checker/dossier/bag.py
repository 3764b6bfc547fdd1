"""A BagIt package (RFC 8493) under construction: written beside its place, sealed, and put there whole or not at
all."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import bagit

from eaa_checker.dossier.verify_dossier import MANIFEST, SEAL, TAG_MANIFEST, TOKEN, safe, seal_text, visible
from eaa_checker.errors import AlreadyExists, EaaCheckerError, ExportProblem, StoreIsFull

_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class Bag:
    """A bag that is being filled. Paths are relative with ``/``; the payload stands under ``data/``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bytes = 0
        self._payload: dict[str, str] = {}
        self._tags: dict[str, str] = {}

    @property
    def files(self) -> int:
        """Files of the payload so far."""
        return len(self._payload)

    def __contains__(self, path: str) -> bool:
        return path in self._payload

    def add(self, path: str, content: bytes | Iterable[bytes]) -> str:
        """Writes one file of the payload; gives its SHA-256. Raises OSError, and ValueError for an unsafe path."""
        if not safe(path) or not path.startswith("data/") or path in self._payload:
            raise ValueError(f"not a new path inside the payload: {path!r}")
        digest, size = self._write(path, [content] if isinstance(content, bytes) else content)
        self._payload[path] = digest
        self.bytes += size
        return digest

    def tag(self, path: str, content: bytes) -> None:
        """Writes a file about the payload, such as a reading guide, beside it."""
        self._tags[path], _ = self._write(path, [content])

    def seal(self, number: int, previous: str, instant: datetime, about: Mapping[str, str]) -> tuple[str, str, str]:
        """Lists everything and seals it on top of *previous*; gives seal, tag manifest and bag information."""
        when = instant.isoformat(timespec="microseconds")
        info = {
            "Bagging-Date": instant.date().isoformat(),
            "Payload-Oxum": f"{self.bytes}.{self.files}",
            "EAA-Seal-Number": str(number),
            "EAA-Previous-Seal": previous,
            "EAA-Sealed": when,
            **about,
        }
        bag_info = "".join(f"{name}: {visible(' '.join(value.split()))}\n" for name, value in sorted(info.items()))
        self.tag("bagit.txt", DECLARATION)
        self.tag("bag-info.txt", bag_info.encode())
        self.tag(MANIFEST, listing(self._payload).encode())
        tag_manifest = listing(self._tags)
        self._write(TAG_MANIFEST, [tag_manifest.encode()])
        seal = hashlib.sha256(tag_manifest.encode()).hexdigest()
        self._write(SEAL, [seal_text(number, when, previous, seal, "")])
        try:
            bagit.Bag(str(self.folder)).validate()
        except bagit.BagError as error:
            raise ExportProblem(
                f"Het dossier is niet goed weggeschreven en daarom niet bewaard: {error}",
                f"The dossier was not written properly and was not kept: {error}",
            ) from error
        return seal, tag_manifest, bag_info

    def _write(self, path: str, blocks: Iterable[bytes]) -> tuple[str, int]:
        file = self.folder.joinpath(*path.split("/"))
        file.parent.mkdir(parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        with file.open("xb") as stream:
            for block in blocks:
                digest.update(block)
                size += len(block)
                stream.write(block)
            stream.flush()
            os.fsync(stream.fileno())
        return digest.hexdigest(), size


def listing(digests: Mapping[str, str]) -> str:
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))


@contextmanager
def building(parent: Path) -> Iterator[Bag]:
    """A bag in a temporary folder in *parent*. It is gone when the block ends, unless `put` put it in its place.

    Raises StoreIsFull and ExportProblem for what the disk does.
    """
    beside = parent / f".new-dossier-{secrets.token_hex(6)}"
    try:
        beside.mkdir(parents=True)
        try:
            yield Bag(beside)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise worded(error, parent) from error


def put(bag: Bag, place: Path) -> None:
    """Puts the sealed bag in its place. Raises AlreadyExists when something stands there, OSError."""
    free(place)
    os.rename(bag.folder, place)


def free(place: Path) -> None:
    """Raises AlreadyExists when something stands at *place*."""
    if os.path.lexists(place):
        raise AlreadyExists(
            f"{place} bestaat al; een dossier wordt nooit overschreven. Kies een andere map.",
            f"{place} exists already; a dossier is never written over. Choose another folder.",
        )


def add_token(folder: Path, token: bytes) -> None:
    """Puts a time-stamp token beside the seal of a finished dossier. Raises StoreIsFull, ExportProblem."""
    try:
        told = json.loads((folder / SEAL).read_bytes())
        text = seal_text(
            told["number"], told["instant"], told["previous"], told["seal"], hashlib.sha256(token).hexdigest()
        )
        for name, data in ((TOKEN, token), (SEAL, text)):
            beside = folder.parent / f".new-{secrets.token_hex(6)}"
            try:
                with beside.open("xb") as stream:
                    stream.write(data)
                    stream.flush()
                    os.fsync(stream.fileno())
                os.replace(beside, folder / name)
            finally:
                beside.unlink(missing_ok=True)
    except OSError as error:
        raise worded(error, folder) from error
    except (ValueError, KeyError, TypeError) as error:
        nl, en = f"{folder / SEAL} is beschadigd: {error}", f"{folder / SEAL} is damaged: {error}"
        raise ExportProblem(nl, en, mend="eaa-checker dossier verify") from error


def worded(error: OSError, place: Path) -> EaaCheckerError:
    """*error* of the operating system while a dossier was written at *place*, as an error of ours."""
    if error.errno in _FULL:
        return StoreIsFull(
            f"De schijf is vol; het dossier {place} is niet gemaakt en er is niets van achtergebleven. "
            "Maak ruimte vrij en verzegel opnieuw.",
            f"The disk is full; the dossier {place} was not made and nothing of it was left behind. "
            "Make room and seal again.",
        )
    reason = error.strerror or str(error)
    return ExportProblem(
        f"Het dossier {place} kon niet worden geschreven ({reason}); er is niets van achtergebleven.",
        f"The dossier {place} could not be written ({reason}); nothing of it was left behind.",
    )
