"""What an inspector chooses and writes for one letter; everything else comes from the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from eaa_checker.domain.letter import BlockKind, Order, Signatory
from eaa_checker.errors import BadInput


@dataclass(frozen=True, slots=True)
class LetterChoices:
    """The fields of a letter that no case holds. Empty ones are looked up or left out."""

    sent: date | None = None
    """Day of sending; without one the day on which it is written."""
    addressee_id: int | None = None
    """Organisation it goes to; without one the norm addressee of the first target."""
    attention: str = ""
    """The administrator or official."""
    address: tuple[str, ...] = ()
    """Lines of the postal address."""
    their_reference: str = ""
    handled_by: str = ""
    contact: str = ""
    signatory: Signatory | None = None
    inspector: Signatory | None = None
    """Who established the findings, with function and appointment."""
    norms: tuple[str, ...] = ()
    """Ids of the norm sets that are cited."""
    findings: tuple[str, ...] = ()
    """Numbers (``B-01``); none takes every finding that may be in a letter."""
    reply_by: date | None = None
    repair_by: date | None = None
    done_well: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    not_examined: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    statement_status: str = ""
    statement_date: date | None = None
    contradictions: tuple[str, ...] = ()
    order: Order | None = None
    views: tuple[tuple[str, str], ...] = ()
    forwarded_to: str = ""
    forwarded_because: str = ""
    publication: str = ""
    where: str = ""
    """From where the site was visited."""
    remarks: Mapping[str, str] = field(default_factory=dict)
    """Own text per block."""


_DAYS = ("sent", "reply_by", "repair_by", "statement_date")
_LISTS = ("address", "norms", "findings", "done_well", "asked", "not_examined", "open_questions", "contradictions")


def read_choices(values: Mapping[str, Any]) -> LetterChoices:
    """Choices from plain JSON values, as stored or as given in a file. Raises BadInput naming the field."""
    known = {one.name for one in fields(LetterChoices)}
    unknown = sorted(set(values) - known)
    if unknown:
        raise BadInput(
            f"Onbekend veld in de brief: {', '.join(unknown)}. Toegestaan: {', '.join(sorted(known))}.",
            f"Unknown field of the letter: {', '.join(unknown)}. Allowed: {', '.join(sorted(known))}.",
        )
    taken: dict[str, Any] = {}
    for name, value in values.items():
        try:
            taken[name] = _taken(name, value)
        except (TypeError, ValueError, KeyError) as error:
            raise BadInput(
                f"Het veld “{name}” van de brief kan niet worden gelezen: {value!r}.",
                f"The field “{name}” of the letter cannot be read: {value!r}.",
            ) from error
    for block in taken.get("remarks", {}):
        if block not in set(BlockKind):
            raise BadInput(
                f"Er is geen blok “{block}”. Kies uit: {', '.join(BlockKind)}.",
                f"There is no block “{block}”. Choose from: {', '.join(BlockKind)}.",
            )
    return LetterChoices(**taken)


def _taken(name: str, value: Any) -> Any:
    if name in _DAYS:
        return None if value in (None, "") else _day(value)
    if name in _LISTS:
        if isinstance(value, str):
            raise TypeError
        return tuple(str(one) for one in value)
    if name == "addressee_id":
        return None if value is None else int(value)
    if name in ("signatory", "inspector"):
        return None if value is None else Signatory(**{key: str(text) for key, text in value.items()})
    if name == "order":
        return None if value is None else _order(value)
    if name == "views":
        return tuple((str(point), str(answer)) for point, answer in value)
    if name == "remarks":
        return {str(key): str(text) for key, text in value.items()}
    if not isinstance(value, str):
        raise TypeError
    return value


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _order(value: Mapping[str, Any]) -> Order:
    until = value.get("until")
    return Order(
        provision=str(value["provision"]),
        duty=str(value["duty"]),
        measures=tuple(str(one) for one in value.get("measures", ())),
        until=None if not until else _day(until),
        amount=int(value.get("amount", 0)),
        per=str(value.get("per", "")),
        maximum=int(value.get("maximum", 0)),
        weighing=str(value.get("weighing", "")),
    )


def stored_choices(choices: LetterChoices) -> dict[str, Any]:
    """The choices as plain JSON values, without what is empty; `read_choices` gives them back."""
    found: dict[str, Any] = {}
    for one in fields(LetterChoices):
        value = getattr(choices, one.name)
        if value in (None, "", (), {}):
            continue
        found[one.name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (Order, Signatory)):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return dict(value)
    return value
