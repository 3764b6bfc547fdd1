"""Which of WCAG's input purposes a field clearly asks for, by its label in Dutch or English and its type.

Source: WCAG 2.1, section 7 "Input Purposes for User Interface Components". Only labels that say nothing else count:
“Postcode” does, “Postcode van het ongeval” does not.
"""

from __future__ import annotations

import re

_LABELS = {
    "name": "naam|volledige naam|(?:voor ?naam en|voor- en) ?achternaam|voor- en achternaam|name|full name|your name",
    "given-name": "voornaam|voornamen|roepnaam|first name|given names?|forename",
    "family-name": "achternaam|familienaam|geslachtsnaam|last name|family name|surname",
    "email": "e-?mail|e-?mail ?adres|e-?mail ?address",
    "tel": "telefoon|telefoonnummer|telefoon ?nr|tel|mobiel|mobiele telefoon|mobiel nummer|mobiele nummer|"
    "mobiel telefoonnummer|06-nummer|phone|phone number|telephone|telephone number|mobile|mobile number|mobile phone",
    "address-line1": "adres|straat|straatnaam|straat en (?:huis)?nummer|straatnaam en huisnummer|adresregel 1|"
    "street|street address|street name|address line 1|address",
    "postal-code": "postcode|zip|zip code|postal code|post code",
    "address-level2": "woonplaats|city|town|town or city|city or town",
    "country-name": "land|woonland|land van verblijf|country|country of residence",
    "bday": "geboortedatum|date of birth|birth date|birthdate|birthday",
    "username": "gebruikersnaam|inlognaam|user ?name|login name",
    "current-password": "wachtwoord|huidige? wachtwoord|password|current password",
    "new-password": "nieuwe? wachtwoord|nieuw wachtwoord|kies een wachtwoord|herhaal (?:het )?wachtwoord|new password|"
    "choose a password|confirm password|repeat password",
    "organization": "organisatie|naam organisatie|organisatienaam|bedrijf|bedrijfsnaam|naam bedrijf|organi[sz]ation|"
    "organi[sz]ation name|company|company name",
}
_PURPOSE = {token: re.compile(f"(?:{words})") for token, words in _LABELS.items()}
_REMARK = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_MARK = re.compile(r"[*:•?]+|\b(?:verplicht|verplicht veld|optioneel|niet verplicht|required|optional)\b")
_ADDRESSED = re.compile(r"^(?:vul (?:hier )?|typ )?(?:uw|je|jouw|your|enter your) |(?: in)$")
_PASSWORDS = ("current-password", "new-password")


def purpose_asked(label: str, kind: str) -> str:
    """The autocomplete token for what a field with this *label* and input type *kind* asks for; empty when unclear.

    *kind* is lower case; empty for a select or a text area.
    """
    plain = _MARK.sub(" ", _REMARK.sub(" ", label.lower())).strip(" ,.-–")
    plain = _ADDRESSED.sub("", " ".join(plain.split())).strip(" ,.-–")
    token = next((t for t, pattern in _PURPOSE.items() if pattern.fullmatch(plain)), "")
    # What a type contradicts is no purpose: “Postcode” as a date, “Wachtwoord” in a text area.
    if (token in _PASSWORDS) != (kind == "password"):
        return ""
    if kind == "date":
        return token if token == "bday" else ""
    if kind in ("email", "tel"):
        return token if token == kind else ""
    return "" if kind == "number" and token not in ("tel", "postal-code") else token
