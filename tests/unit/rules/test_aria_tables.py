"""The ARIA tables agree with each other, and values are judged by their type."""

from __future__ import annotations

import pytest

from rules.knowledge import aria_attributes as attributes
from rules.knowledge import aria_roles as roles
from rules.knowledge.roles import ROLES, SYNONYMS


def test_the_tables_name_only_roles_that_exist() -> None:
    named = {*roles.REQUIRED, *roles.SUPPORTED, *roles.OWNED, *roles.CONTENTS, *roles.CONTEXT, *roles.UNNAMEABLE}
    for table in (roles.OWNED, roles.CONTENTS, roles.CONTEXT):
        named.update(*table.values())
    assert named <= ROLES
    assert not named & SYNONYMS.keys(), "synonyms are folded before the tables are asked"


def test_the_tables_name_only_attributes_that_exist() -> None:
    for table in (roles.REQUIRED, roles.SUPPORTED):
        for role, names in table.items():
            assert names <= attributes.ATTRIBUTES, role
    assert attributes.GLOBAL <= attributes.ATTRIBUTES
    assert roles.prohibited("generic") <= attributes.GLOBAL


def test_what_a_role_requires_it_also_supports() -> None:
    for role, required in roles.REQUIRED.items():
        assert required <= roles.SUPPORTED[role] | attributes.GLOBAL, role


def test_what_must_stand_in_a_container_may_be_owned_by_it() -> None:
    for role, contexts in roles.CONTEXT.items():
        for context in contexts & roles.OWNED.keys():
            assert role in roles.OWNED[context], (role, context)


def test_every_attribute_has_one_value_type() -> None:
    kinds = [attributes.TOKENS, attributes.TOKEN_LISTS, attributes.ID_REFERENCES, attributes.ID_REFERENCE_LISTS,
             attributes.INTEGERS, attributes.NUMBERS, attributes.STRINGS]  # fmt: skip
    assert sum(len(kind) for kind in kinds) == len(attributes.ATTRIBUTES)


@pytest.mark.parametrize(
    ("attribute", "value", "valid"),
    [
        ("aria-checked", "mixed", True),
        ("aria-selected", "mixed", False),
        ("aria-modal", "undefined", False),
        ("aria-hidden", " True ", True),
        ("aria-relevant", "text  additions", True),
        ("aria-relevant", "text,additions", False),
        ("aria-level", "-1", True),
        ("aria-level", "1.0", False),
        ("aria-valuenow", ".5", True),
        ("aria-valuenow", "1,5", False),
        ("aria-valuenow", "Infinity", False),
        ("aria-activedescendant", "a b", False),
        ("aria-controls", "a b", True),
        ("aria-label", "…", True),
    ],
)
def test_values(attribute: str, value: str, valid: bool) -> None:
    assert attributes.valid_value(attribute, value) is valid
