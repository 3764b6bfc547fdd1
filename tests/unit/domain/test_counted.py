"""One of something is said in the singular."""

from __future__ import annotations

import pytest

from eaa_checker.domain.counted import counted


@pytest.mark.parametrize(
    ("count", "nl", "en"),
    [(0, "0 reacties", "0 replies"), (1, "1 reactie", "1 reply"), (2, "2 reacties", "2 replies")],
)
def test_the_noun_follows_the_number(count: int, nl: str, en: str) -> None:
    said = counted(count, ("reactie", "reply"), ("reacties", "replies"))
    assert (said.nl, said.en) == (nl, en)
