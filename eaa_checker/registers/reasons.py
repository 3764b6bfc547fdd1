"""The sentences that say why a row of a register is what it is."""

from __future__ import annotations

from datetime import date

from eaa_checker.domain.register_import import Reason


def _numbered(name: str, number: int | None) -> tuple[str, str]:
    if number is None:
        return f"“{name}” (eerder in dit bestand)", f"“{name}” (earlier in this file)"
    return f"“{name}” (nummer {number})", f"“{name}” (number {number})"


def abbreviation(name: str, owner: str, number: int | None) -> Reason:
    nl, en = _numbered(owner, number)
    return Reason(
        f"“{name}” staat als label bij {nl}. Is die instantie bedoeld, neem de rij dan uitdrukkelijk op.",
        f"“{name}” is a tag of {en}. If that is the organisation meant, accept the row.",
    )


def accepted() -> Reason:
    return Reason("Toch opgenomen, omdat u dat aangaf.", "Taken all the same, because you said so.")


def address_elsewhere(address: str, owner: str, target: int | None) -> Reason:
    """The same address is a target of another body."""
    nl, en = (f"object {target}", f"target {target}") if target else ("een object", "a target")
    return Reason(
        f"Het adres {address} is al {nl} van “{owner}”. Ging het over naar een andere instantie? Leg dat vast met "
        "“target hand-over”; neem de rij anders uitdrukkelijk op.",
        f"The address {address} is {en} of “{owner}” already. Did it change hands? Record that with “target "
        "hand-over”; otherwise accept the row.",
    )


def has_ended(day: date) -> Reason:
    return Reason(
        f"Deze instantie bestaat niet meer sinds {day:%d-%m-%Y} en wordt niet toegevoegd.",
        f"This organisation ended on {day.isoformat()} and is not added.",
    )


def host_elsewhere(host: str, owner: str) -> Reason:
    return Reason(
        f"Op {host} staat ook een object van “{owner}”.", f"There is a target of “{owner}” at {host} too."
    )


def kvk_elsewhere(kvk: str, owner: str, number: int | None) -> Reason:
    nl, en = _numbered(owner, number)
    return Reason(
        f"Het KvK-nummer {kvk} is al van {nl}. Is het dezelfde instantie, geef haar dan dezelfde naam.",
        f"The Chamber of Commerce number {kvk} is that of {en} already. If it is the same body, give it one name.",
    )


def not_a_target_yet(address: str) -> Reason:
    return Reason(
        f"Het domein is geregistreerd, maar of op {address} een website staat, zegt het register niet.",
        f"The domain is registered, but the register does not say whether there is a web site at {address}.",
    )


def numbers_disagree(one: str, other: str) -> Reason:
    return Reason(
        f"De nummers en de naam wijzen naar verschillende instanties: “{one}” en “{other}”.",
        f"The numbers and the name point to different organisations: “{one}” and “{other}”.",
    )


def other_number(label: str, name: str, was: str, said: str) -> Reason:
    return Reason(
        f"“{name}” staat geregistreerd met een ander nummer ({label}): {was}, niet {said}.",
        f"“{name}” is registered with another number ({label}): {was}, not {said}.",
    )


def parent_circle(name: str) -> Reason:
    return Reason(
        f"“{name}” is zelf een onderdeel van deze instantie; dat is niet overgenomen.",
        f"“{name}” is itself part of this organisation; that was not taken.",
    )


def parent_unknown(name: str) -> Reason:
    return Reason(
        f"De instantie waar zij onder valt is niet bekend: “{name}”.",
        f"The organisation that it is part of is not known: “{name}”.",
    )


_FIELDS = {
    "name": ("naam", "name"),
    "oin": ("OIN", "OIN"),
    "tooi": ("TOOI-code", "TOOI identifier"),
    "kvk": ("KvK-nummer", "Chamber of Commerce number"),
    "kind": ("type", "type"),
    "ended": ("einddatum", "end date"),
    "parent": ("bovenliggende instantie", "parent organisation"),
}


def said_differently(field: str, said: str, row: int, now: str, place: tuple[str, str]) -> Reason:
    """Two rows of one file say different things of one body."""
    nl, en = _FIELDS.get(field, ("status van de toegankelijkheidsverklaring", "status of the accessibility statement"))
    return Reason(
        f"{place[0]} {row} noemt een andere waarde ({nl}): “{said}”, niet “{now}”.",
        f"{place[1]} {row} gives another value ({en}): “{said}”, not “{now}”.",
    )


def similar_name(name: str, number: int | None) -> Reason:
    nl, en = _numbered(name, number)
    return Reason(f"De naam lijkt op {nl}.", f"The name is like {en}.")


def unknown_body(tooi: str) -> Reason:
    return Reason(
        f"Er is geen instantie met TOOI-code {tooi}. Importeer eerst het Register van Overheidsorganisaties.",
        f"There is no organisation with TOOI identifier {tooi}. Import the register of government bodies first.",
    )
