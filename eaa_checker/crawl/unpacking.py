"""Unpacking gzip without trusting it."""

from __future__ import annotations

import zlib

GZIP_MAGIC = b"\x1f\x8b"
MOST_MEMBERS = 1_000
"""Each member costs a copy of what follows it; honest files have one or a few."""


def gunzip(data: bytes, limit: int) -> tuple[bytes, str]:
    """The unpacked bytes of gzip *data* and what went wrong (``""``, ``"too large"``, ``"damaged"``).

    At most *limit* bytes are ever unpacked (a decompression bomb gives its first *limit* bytes); of damaged or
    cut data comes what was readable. Several gzip members in a row are one text (RFC 1952, 2.2).
    """
    out = bytearray()
    for _ in range(MOST_MEMBERS):
        unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        try:
            # In pieces, so that what stands before the damage is kept.
            for start in range(0, len(data), 65_536):
                piece = data[start : start + 65_536]
                while piece and not unpacker.eof:
                    out += unpacker.decompress(piece, limit + 1 - len(out))
                    if len(out) > limit:
                        return bytes(out[:limit]), "too large"
                    piece = unpacker.unconsumed_tail
                if unpacker.eof:
                    data = unpacker.unused_data + data[start + 65_536 :]
                    break
            else:
                return bytes(out), "damaged"
        except zlib.error:
            return bytes(out), "damaged"
        if not data.startswith(GZIP_MAGIC):
            return bytes(out), ""  # the end, or padding after the last member
    return bytes(out), "damaged"
