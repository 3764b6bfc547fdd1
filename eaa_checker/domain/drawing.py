"""Drawing pages at random so that anybody, on any machine and in any language, draws the same ones again.

The algorithm ``eaa-draw-1``, in full:

1. The frame is the list of addresses without repeats, each in UTF-8, sorted by code point. Its digest is SHA-256 over
   the addresses in that order, each followed by one line feed (U+000A), as 64 lower-case hex digits.
2. The ticket of an address is SHA-256 over ``eaa-draw-1``, line feed, the seed, line feed, the digest, line feed, the
   address; all in UTF-8.
3. The addresses are drawn in the order of their tickets, compared as 64 lower-case hex digits. Those that are in the
   sample already are passed over.

A SHA-256 ticket behaves like a random number that nobody can choose: every address has the same chance to come first,
and no address can be favoured without trying seeds, which is why a seed stays once it was used (WCAG-EM 2, step 3.2).
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection, Iterable

ALGORITHM = "eaa-draw-1"


def frame_of(addresses: Iterable[str]) -> tuple[str, ...]:
    """*addresses* as a frame: each once, sorted by code point."""
    return tuple(sorted(set(addresses)))


def digest_of(frame: Iterable[str]) -> str:
    """The digest of a frame, 64 hex digits."""
    return hashlib.sha256("".join(f"{address}\n" for address in frame).encode()).hexdigest()


def ticket(address: str, seed: str, digest: str) -> str:
    """The ticket of *address*, 64 hex digits; the lowest is drawn first."""
    return hashlib.sha256(f"{ALGORITHM}\n{seed}\n{digest}\n{address}".encode()).hexdigest()


def draw(frame: Collection[str], seed: str, count: int, passing_over: Collection[str] = ()) -> tuple[str, ...]:
    """The first *count* addresses of *frame* in the order of their tickets, without those to pass over.

    Fewer when the frame is exhausted.
    """
    digest = digest_of(frame)
    left = [address for address in frame if address not in passing_over]
    return tuple(sorted(left, key=lambda address: ticket(address, seed, digest))[:count])


def new_seed() -> str:
    """A seed from the machine's source of randomness: 32 hex digits."""
    return secrets.token_hex(16)


def share(structured: int) -> int:
    """Pages to draw beside *structured* ones: at least 10 % of them, rounded up; none beside none.

    WCAG-EM 2, step 3.2; Implementing Decision (EU) 2018/1524, annex I, point 3.2 (g).
    """
    return -(-structured // 10)
