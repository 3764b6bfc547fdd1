"""What a field clearly asks for, by its label and type."""

from __future__ import annotations

import pytest

from rules.knowledge.autofill import fault
from rules.knowledge.input_purposes import purpose_asked


@pytest.mark.parametrize(
    ("label", "kind", "token"),
    [
        ("Voornaam*", "text", "given-name"),
        ("Uw naam (verplicht)", "text", "name"),
        ("Your e-mail address", "email", "email"),
        ("Vul uw e-mailadres in", "text", "email"),
        ("Zip code:", "text", "postal-code"),
        ("Straat en huisnummer", "text", "address-line1"),
        ("Geboortedatum", "date", "bday"),
        ("Land", "", "country-name"),
        ("Herhaal wachtwoord", "password", "new-password"),
        ("Telefoonnummer (optioneel)", "tel", "tel"),
    ],
)
def test_a_plain_label_tells_the_purpose(label: str, kind: str, token: str) -> None:
    assert purpose_asked(label, kind) == token
    assert fault(token) == ("", "")


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Postcode van het ongeval", "text"),
        ("Naam van de straat", "text"),
        ("Plaats", "text"),
        ("Wachtwoord", "text"),
        ("Datum", "date"),
        ("Postcode", "date"),
        ("Naam", "number"),
        ("", "email"),
    ],
)
def test_what_says_more_or_something_else_tells_none(label: str, kind: str) -> None:
    assert purpose_asked(label, kind) == ""
