"""Gzip that cannot be trusted."""

from __future__ import annotations

import gzip
import zlib

from hypothesis import given
from hypothesis import strategies as st

from eaa_checker.crawl.unpacking import MOST_MEMBERS, gunzip


def test_whole_and_joined_members() -> None:
    assert gunzip(gzip.compress(b"abc") + gzip.compress(b"def"), 100) == (b"abcdef", "")
    assert gunzip(gzip.compress(b"abc") + b"\x00" * 20, 100) == (b"abc", "")
    big = bytes(range(256)) * 4_000
    assert gunzip(gzip.compress(big), len(big)) == (big, "")


def test_a_bomb_gives_no_more_than_the_limit() -> None:
    bomb = gzip.compress(b"\x00" * 30_000_000)
    assert len(bomb) < 100_000
    assert gunzip(bomb, 1_000) == (b"\x00" * 1_000, "too large")


def test_damage_keeps_what_stood_before_it() -> None:
    import random

    text = random.Random(1).randbytes(300_000)
    packed = gzip.compress(text)
    readable, wrong = gunzip(packed[:200_000], 1_000_000)
    assert wrong == "damaged"
    assert len(readable) > 100_000
    assert text.startswith(readable)
    assert gunzip(b"\x1f\x8bnot really", 100) == (b"", "damaged")


def test_a_chain_of_empty_members_ends() -> None:
    assert gunzip(gzip.compress(b"") * (MOST_MEMBERS + 1), 100) == (b"", "damaged")


@given(st.binary(max_size=300), st.integers(0, 200))
def test_never_raises_and_never_exceeds(data: bytes, limit: int) -> None:
    for packed in (data, b"\x1f\x8b" + data, zlib.compress(data), gzip.compress(data)):
        assert len(gunzip(packed, limit)[0]) <= limit
