"""The draw is the same on every machine: the values here were worked out with sha256sum and sort, not with the code."""

from __future__ import annotations

import hashlib
import shutil
import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eaa_checker.domain import drawing

FRAME = drawing.frame_of(f"https://voorbeeld.test/{name}" for name in ("a", "b", "c", "d", "e", "é", "z?x=1"))
KNOWN = (
    "https://voorbeeld.test/d",
    "https://voorbeeld.test/é",
    "https://voorbeeld.test/a",
)


def test_the_frame_is_each_address_once_by_code_point() -> None:
    assert drawing.frame_of(["b", "é", "B", "b", "z"]) == ("B", "b", "z", "é")


def test_the_digest_is_over_lines() -> None:
    assert drawing.digest_of(["a", "é"]) == hashlib.sha256(b"a\n\xc3\xa9\n").hexdigest()
    assert drawing.digest_of([]) == hashlib.sha256(b"").hexdigest()


@pytest.mark.skipif(not (shutil.which("sha256sum") and shutil.which("sort")), reason="needs coreutils")
def test_a_shell_draws_the_same() -> None:
    """Another implementation of the algorithm, from its description alone."""
    script = r"""
    frame=$(cat); digest=$(printf '%s\n' "$frame" | sha256sum | cut -c1-64)
    printf '%s\n' "$frame" | while IFS= read -r it; do
      printf '%s %s\n' "$(printf 'eaa-draw-1\n%s\n%s\n%s' "$1" "$digest" "$it" | sha256sum | cut -c1-64)" "$it"
    done | LC_ALL=C sort | cut -c66-
    """
    told = subprocess.run(
        ["sh", "-c", script, "sh", "zaad 7"], input="\n".join(FRAME), capture_output=True, text=True, check=True
    )
    assert tuple(told.stdout.splitlines()) == drawing.draw(FRAME, "zaad 7", len(FRAME))


def test_a_known_draw() -> None:
    assert drawing.draw(FRAME, "2026-11-23", 3) == KNOWN
    assert drawing.draw(FRAME, "2026-11-24", 3) != KNOWN


def test_passing_over_only_moves_the_others_up() -> None:
    order = drawing.draw(FRAME, "s", 99)
    assert sorted(order) == sorted(FRAME)
    assert drawing.draw(FRAME, "s", 2, {order[0]}) == order[1:3]
    assert drawing.draw(FRAME, "s", 0) == ()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no failure
@given(st.sets(st.text(alphabet="abcdefghijk/é", min_size=1), max_size=30), st.text(max_size=10), st.integers(0, 40))
def test_more_is_drawn_after_what_was_drawn(addresses: set[str], seed: str, count: int) -> None:
    frame = drawing.frame_of(addresses)
    all_of_it = drawing.draw(frame, seed, 99)
    assert drawing.draw(frame, seed, count) == all_of_it[:count]


def test_every_address_has_the_same_chance() -> None:
    first = [drawing.draw(FRAME, str(seed), 1)[0] for seed in range(1400)]
    counts = [first.count(address) for address in FRAME]
    assert sum(counts) == 1400
    assert all(150 < count < 250 for count in counts)  # 200 each; the seeds are fixed, so this cannot change


@pytest.mark.parametrize(("structured", "wanted"), [(0, 0), (1, 1), (10, 1), (11, 2), (20, 2), (21, 3), (101, 11)])
def test_a_tenth_rounded_up(structured: int, wanted: int) -> None:
    assert drawing.share(structured) == wanted


def test_seeds_differ() -> None:
    assert len({drawing.new_seed() for _ in range(50)}) == 50
