"""Texts that recur, kept once and known by a digest: what a rule said, and the elements it said it of.

A barrier in a shared header says the same on every page. With each distinct text stored once, a scan of a
million places stays small, and what was said then can be read later, whatever the rule book says by now.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring_ascii
from typing import Any

from sqlalchemy import Connection, select

from eaa_checker.domain.observation import Observation, Place, Witness
from eaa_checker.store.database import among, insert_rows
from eaa_checker.store.schema import PASSAGE
from rules.contract import Verdict, Words

_decode = json.JSONDecoder().raw_decode  # three times as quick as json.loads

VERDICTS = {verdict.value: verdict for verdict in Verdict}
"""Quicker than asking the enumeration, tens of thousands of times."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a rule says of every place alike."""

    title: Words
    why: Words
    repair: Words
    requirements: tuple[str, ...]
    clauses: tuple[str, ...]
    hits: tuple[str, ...]


def _list(texts: Iterable[str]) -> str:
    # The quickest way to a JSON list. All but ASCII is escaped, so that what no database can hold, half surrogate
    # pairs and NUL from hostile pages, comes back as it was.
    return f"[{','.join(map(encode_basestring_ascii, texts))}]"


def statement_body(observation: Observation) -> str:
    said = (observation.title, observation.why, observation.repair)
    words = [text for words in said for text in (words.nl, words.en)]
    return json.dumps([*words, observation.requirements, observation.clauses, observation.hits])


def explanation_body(observation: Observation) -> str:
    return _list((observation.explanation.nl, observation.explanation.en))


def witnesses_body(witnesses: Sequence[Witness]) -> str:
    return _list(text for w in witnesses for text in (w.engine, w.rule, w.verdict.value, w.message))


def element_body(place: Place) -> str:
    return _list((place.html, *place.path))


def _read(body: str) -> list[Any]:
    values: list[Any] = _decode(body)[0]
    return values


def statement_of(body: str) -> Statement:
    title_nl, title_en, why_nl, why_en, repair_nl, repair_en, requirements, clauses, hits = _read(body)
    return Statement(
        Words(title_nl, title_en),
        Words(why_nl, why_en),
        Words(repair_nl, repair_en),
        tuple(requirements),
        tuple(clauses),
        tuple(hits),
    )


def explanation_of(body: str) -> Words:
    return Words(*_read(body))


def witnesses_of(body: str) -> tuple[Witness, ...]:
    texts = iter(_read(body))
    return tuple(Witness(*said) for said in zip(texts, texts, map(VERDICTS.__getitem__, texts), texts, strict=True))


def element_of(body: str) -> tuple[tuple[str, ...], str]:
    """Path and HTML."""
    html, *path = _read(body)
    return tuple(path), html


def keep(connection: Connection, bodies: Iterable[str]) -> dict[str, int]:
    """Store the bodies that are new; gives the number of each."""
    digests = {hashlib.blake2b(body.encode(), digest_size=16).hexdigest(): body for body in bodies}
    numbers = _numbers(connection, digests)
    # Numbered in order of arrival and found by their digests: new texts are written side by side, not all over
    # the file, which is what a page costs most.
    new = [row for row in digests.items() if row[0] not in numbers]
    if new:
        insert_rows(connection, PASSAGE, ("digest", "body"), new, known_too=True)
        numbers |= _numbers(connection, [digest for digest, _ in new])
    return {body: numbers[digest] for digest, body in digests.items()}


def _numbers(connection: Connection, digests: Collection[str]) -> dict[str, int]:
    query = select(PASSAGE.c.digest, PASSAGE.c.id).where(among(connection, PASSAGE.c.digest, digests))
    return dict(connection.execute(query).all())


def recall(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """The bodies with these numbers."""
    query = select(PASSAGE.c.id, PASSAGE.c.body).where(among(connection, PASSAGE.c.id, set(numbers)))
    return dict(connection.execute(query).all())
