"""What the commands for letters tell a person who fills in a letter for the first time."""

from __future__ import annotations

from dataclasses import fields

import yaml

from eaa_checker.cli.letters import EXAMPLES
from eaa_checker.domain.letter_choices import LetterChoices, read_choices, stored_choices


def test_there_is_an_example_of_every_field_and_each_can_be_read() -> None:
    assert set(EXAMPLES) == {one.name for one in fields(LetterChoices)}
    for name, example in EXAMPLES.items():
        assert name in stored_choices(read_choices({name: yaml.safe_load(example)})), name
