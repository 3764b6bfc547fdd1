"""Evidence: the bytes of captures in files named for their SHA-256, compressed, written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import zstandard

from eaa_checker.errors import EvidenceDamaged
from eaa_checker.store.translation import from_disk

_COMPRESSED = ".zst"
_FOLDER = re.compile("[0-9a-f]{2}")
_NAME = re.compile(r"[0-9a-f]{62}(\.zst)?")
_LARGEST = 2**31
"""Bytes; a file that claims to unpack to more is not ours."""


class Evidence:
    """A folder of evidence. Processes may share it: the same bytes always become the same file."""

    def __init__(self, folder: Path) -> None:
        """*folder* is made when something is first kept in it."""
        self.folder = folder

    def put(self, data: bytes, media_type: str) -> tuple[str, int]:
        """Keep *data*; gives its SHA-256 (hex) and size in bytes. What is there already is not written again.

        Pictures are stored as they are, all else compressed. When this returns, the bytes are on the disk.
        Raises StoreIsFull, StoreIsUnreadable.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        if not self._is_whole(sha256):
            if media_type.startswith("image/") and media_type != "image/svg+xml":
                self._write(self._place(sha256, ""), data)
            else:
                self._write(self._place(sha256, _COMPRESSED), zstandard.ZstdCompressor().compress(data))
        return sha256, len(data)

    def get(self, sha256: str) -> bytes:
        """The bytes with that SHA-256. Raises EvidenceDamaged when they are gone or no longer the same bytes."""
        file = self.path(sha256)
        try:
            data = file.read_bytes()
        except FileNotFoundError as error:
            raise _gone(sha256, self.folder) from error
        except OSError as error:
            raise from_disk(error, file) from error
        return content_of(data, file)

    def files(self) -> Iterator[Path]:
        """Every file that is evidence, in order of their names; what is being written is none yet."""
        if not self.folder.is_dir():
            return
        for folder in sorted(self.folder.iterdir()):
            if _FOLDER.fullmatch(folder.name) and folder.is_dir():
                yield from sorted(file for file in folder.iterdir() if _NAME.fullmatch(file.name))

    def path(self, sha256: str) -> Path:
        """The file that holds the bytes: a picture as it is, else compressed with ``.zst`` at the end of its name.

        Raises EvidenceDamaged when there is none.
        """
        if re.fullmatch("[0-9a-f]{64}", sha256) is None:
            raise _gone(sha256, self.folder)
        for suffix in (_COMPRESSED, ""):
            file = self._place(sha256, suffix)
            if file.is_file():
                return file
        raise _gone(sha256, self.folder)

    def remove(self, sha256: str) -> int:
        """Destroys a piece of evidence; gives the bytes it took on the disk, 0 when it was gone already.

        Only for what a record of destruction stands for. Raises StoreIsUnreadable.
        """
        size = 0
        for suffix in (_COMPRESSED, ""):
            file = self._place(sha256, suffix)
            try:
                size += file.stat().st_size
                file.unlink()
            except FileNotFoundError:
                continue
            except OSError as error:
                raise from_disk(error, file) from error
        return size

    def _is_whole(self, sha256: str) -> bool:
        try:
            self.get(sha256)
        except EvidenceDamaged:
            return False
        return True

    def _place(self, sha256: str, suffix: str) -> Path:
        return self.folder / sha256[:2] / f"{sha256[2:]}{suffix}"

    def _write(self, file: Path, data: bytes) -> None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(prefix=".new-", dir=file.parent)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(data)
                    stream.flush()
                    os.fsync(stream.fileno())
                os.replace(temporary, file)
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise from_disk(error, file) from error
        # The folder is not synchronised: the database, on the same disk, is when it comes to refer to this file.


def content_of(data: bytes, file: Path) -> bytes:
    """The bytes that *data*, the content of the evidence *file*, stands for.

    Raises EvidenceDamaged when they are not those that the file is named for.
    """
    sha256 = file.parent.name + file.name.removesuffix(_COMPRESSED)
    if file.suffix == _COMPRESSED:
        data = _unpacked(data, sha256, file)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise _changed(sha256, file)
    return data


def _unpacked(data: bytes, sha256: str, file: Path) -> bytes:
    try:
        if not 0 <= zstandard.frame_content_size(data) <= _LARGEST:
            raise _changed(sha256, file)
        return zstandard.ZstdDecompressor().decompress(data)
    except zstandard.ZstdError as error:
        raise _changed(sha256, file) from error


def _gone(sha256: str, folder: Path) -> EvidenceDamaged:
    return EvidenceDamaged(
        f"Het bewijsstuk {sha256} ontbreekt in {folder}. Zet de map terug uit een reservekopie.",
        f"Evidence {sha256} is missing from {folder}. Restore the folder from a backup.",
    )


def _changed(sha256: str, file: Path) -> EvidenceDamaged:
    return EvidenceDamaged(
        f"Het bewijsstuk {file} is beschadigd of gewijzigd: de inhoud hoort niet bij het kenmerk {sha256}. "
        "Zet het bestand terug uit een reservekopie.",
        f"Evidence {file} is damaged or was changed: its content does not belong to the hash {sha256}. "
        "Restore the file from a backup.",
    )
