"""A package for outside in the form of BagIt (RFC 8493): what was put in, its digests, and what differs now."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import bagit

from eaa_checker.dossier.bag import DECLARATION, Bag, listing
from eaa_checker.dossier.verify_dossier import MANIFEST, TAG_MANIFEST, safe, visible
from eaa_checker.errors import ExportProblem, NotFound

IDENTIFIER = "EAA-Package"
_MOST_LISTED = 100_000_000
"""Bytes of a list of files; a larger one is none of ours."""


class Parcel(Bag):
    """A package that is being filled in a folder of its own."""

    def close(self, identifier: str, info: Mapping[str, str]) -> tuple[str, dict[str, str]]:
        """Lists everything; gives the digest of the lists and the SHA-256 of every file of the payload.

        Raises ExportProblem when the package was not written properly, OSError.
        """
        told = {
            "Bagging-Date": datetime.now(UTC).astimezone().date().isoformat(),
            "Payload-Oxum": f"{self.bytes}.{self.files}",
            IDENTIFIER: identifier,
            **info,
        }
        text = "".join(f"{name}: {visible(' '.join(value.split()))}\n" for name, value in sorted(told.items()))
        self.tag("bagit.txt", DECLARATION)
        self.tag("bag-info.txt", text.encode())
        self.tag(MANIFEST, listing(self._payload).encode())
        lists = listing(self._tags).encode()
        self._write(TAG_MANIFEST, [lists])
        try:
            bagit.Bag(str(self.folder)).validate()
        except bagit.BagError as error:
            raise ExportProblem(
                f"Het pakket is niet goed weggeschreven en daarom niet bewaard: {error}",
                f"The package was not written properly and was not kept: {error}",
            ) from error
        return hashlib.sha256(lists).hexdigest(), dict(self._payload)


@dataclass(frozen=True, slots=True)
class Checked:
    """A package as it stands somewhere."""

    identifier: str
    digest: str
    files: Mapping[str, str]
    """Path and SHA-256 of every file of the payload as it is now."""
    faults: tuple[tuple[str, str], ...]
    """Every difference with its own lists, in Dutch and English."""


def check(folder: Path) -> Checked:
    """Compares every file of the package in *folder* with its lists. Raises NotFound when it is no package of ours."""
    try:
        lists = _small(folder / TAG_MANIFEST)
        listed = {path: digest for digest, path in _lines(lists)} | {
            path: digest for digest, path in _lines(_small(folder / MANIFEST))
        }
        info = _small(folder / "bag-info.txt").decode("utf-8", "replace")
        there = _there(folder)
    except (OSError, ValueError) as error:
        raise NotFound(
            f"{folder} is geen leesbaar pakket: {error}", f"{folder} is no readable package: {error}"
        ) from error
    pairs = (line.partition(":") for line in info.splitlines())
    identifier = next((value.strip() for name, _, value in pairs if name.strip() == IDENTIFIER), "")
    if not identifier:
        raise NotFound(
            f"{folder} is geen pakket van EAA Checker: het heeft geen kenmerk.",
            f"{folder} is no package of EAA Checker: it has no identifier.",
        )
    faults: list[tuple[str, str]] = []
    for path, digest in sorted(listed.items()):
        found = there.get(path)
        if found is None:
            faults.append((f"{path} ontbreekt", f"{path} is missing"))
        elif found == "link":
            faults.append((f"{path} is een snelkoppeling", f"{path} is a symlink"))
        elif found != digest:
            faults.append((f"{path} is gewijzigd", f"{path} was changed"))
    for path in sorted(set(there) - set(listed) - {TAG_MANIFEST}):
        faults.append((f"{path} is toegevoegd", f"{path} was added"))
    payload = {path: digest for path, digest in there.items() if path.startswith("data/") and digest != "link"}
    return Checked(identifier, hashlib.sha256(lists).hexdigest(), payload, tuple(faults))


def _small(file: Path) -> bytes:
    if file.is_symlink() or file.stat().st_size > _MOST_LISTED:
        raise ValueError(file.name)
    return file.read_bytes()


def _lines(data: bytes) -> list[tuple[str, str]]:
    found = []
    for line in data.decode("utf-8").splitlines():
        digest, _, path = line.partition("  ")
        if len(digest) != 64 or not safe(path):
            raise ValueError(visible(line[:200]))
        found.append((digest, path))
    return found


def _there(folder: Path) -> dict[str, str]:
    """Every file with its SHA-256; ``link`` for a symlink, which is never followed."""
    found: dict[str, str] = {}
    for top, folders, files in os.walk(folder, followlinks=False):
        for name in (*files, *(one for one in folders if (Path(top) / one).is_symlink())):
            file = Path(top) / name
            path = file.relative_to(folder).as_posix()
            if file.is_symlink():
                found[path] = "link"
                continue
            digest = hashlib.sha256()
            with file.open("rb") as stream:
                while block := stream.read(1 << 20):
                    digest.update(block)
            found[path] = digest.hexdigest()
    return found
