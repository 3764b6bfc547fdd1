"""Observations as plain values in one fixed form, so that then and now can be compared byte for byte.

Pictures are left out: a crop shows what was judged, it is no part of the judgement.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from eaa_checker.domain.dossier import Difference, Flip
from eaa_checker.domain.observation import Observation, Place
from eaa_checker.domain.storable import clean
from rules.contract import Words

Plain = dict[str, Any]
"""An observation as JSON values."""


def plain(observation: Observation, capture_of: Mapping[int, int]) -> Plain:
    """*observation* as JSON values; *capture_of* gives the number in the dossier of each capture id."""
    return {
        "fingerprint": observation.fingerprint,
        "rule": clean(observation.rule),
        "verdict": observation.verdict.value,
        "title": _words(observation.title),
        "explanation": _words(observation.explanation),
        "why": _words(observation.why),
        "repair": _words(observation.repair),
        "requirements": list(observation.requirements),
        "clauses": list(observation.clauses),
        "hits": list(observation.hits),
        "witnesses": [[w.engine, w.rule, w.verdict.value, w.message] for w in observation.witnesses],
        "element": clean(observation.element),
        "disputed": observation.disputed,
        "count": observation.count,
        "pages": observation.pages,
        "places": [_place(place, capture_of[place.capture_id]) for place in observation.places],
    }


def _words(words: Words) -> list[str]:
    return [words.nl, words.en]


def _place(place: Place, capture: int) -> Plain:
    return {
        "capture": capture,
        "address": clean(place.address),
        "path": list(place.path),
        "html": place.html,
        "box": None if place.box is None else [float(one) for one in place.box],
        "indicative": place.indicative,
    }


def line(value: Plain) -> bytes:
    """One line of ``observations.jsonl``: sorted keys, no spaces, ASCII only."""
    return json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"


def lines(values: Iterable[Plain]) -> Iterator[bytes]:
    """All lines, in order of fingerprint and verdict."""
    return iter(sorted(line(value) for value in values))


def merge(pages: Iterable[Sequence[Plain]], address_of: Mapping[int, str]) -> list[Plain]:
    """The observations of single captures as those of the whole scan, exactly as the store makes them one.

    The first capture's words stand, witnesses are united, places follow each other. *address_of*: the address of
    each capture by its number; two states of one address count as one page.
    """
    merged: dict[tuple[str, str], Plain] = {}
    for page in pages:
        for one in page:
            key = (one["fingerprint"], one["verdict"])
            whole = merged.get(key)
            if whole is None:
                merged[key] = {**one, "places": list(one["places"]), "witnesses": _united(one["witnesses"])}
                continue
            whole["places"] += one["places"]
            whole["witnesses"] = _united([*whole["witnesses"], *one["witnesses"]])
            whole["disputed"] = whole["disputed"] or one["disputed"]
    for whole in merged.values():
        whole["count"] = len(whole["places"])
        whole["pages"] = len({address_of[place["capture"]] for place in whole["places"]})
    return list(merged.values())


def _united(witnesses: Iterable[list[str]]) -> list[list[str]]:
    said: dict[tuple[str, str, str], list[str]] = {}
    for witness in witnesses:
        said.setdefault((witness[0], witness[1], witness[2]), witness)
    return list(said.values())


def differences(
    then: Iterable[Plain], now: Iterable[Plain], passed_then: Mapping[str, int], passed_now: Mapping[str, int]
) -> list[Difference]:
    """Every difference between what was observed and what is now, verdicts that flip first."""
    before, after = _by_fingerprint(then), _by_fingerprint(now)
    found: list[Difference] = []
    for fingerprint in sorted(before.keys() | after.keys()):
        old, new = before.get(fingerprint, {}), after.get(fingerprint, {})
        for verdict in sorted(old.keys() & new.keys()):
            if line(old[verdict]) != line(new[verdict]):
                fields = tuple(name for name in sorted(old[verdict]) if old[verdict][name] != new[verdict].get(name))
                found.append(_difference(Flip.CHANGED, old[verdict], verdict, verdict, fields))
        lost, won = sorted(old.keys() - new.keys()), sorted(new.keys() - old.keys())
        if lost and won:
            found.append(_difference(Flip.VERDICT, old[lost[0]], ", ".join(lost), ", ".join(won)))
            continue
        found += [_difference(Flip.GONE, old[verdict], verdict, "") for verdict in lost]
        found += [_difference(Flip.NEW, new[verdict], "", verdict) for verdict in won]
    for rule in sorted(passed_then.keys() | passed_now.keys()):
        was, is_now = passed_then.get(rule, 0), passed_now.get(rule, 0)
        if was != is_now:
            found.append(Difference(Flip.PASSED, rule, "", str(was), str(is_now)))
    rank = {Flip.VERDICT: 0, Flip.NEW: 1, Flip.GONE: 2, Flip.CHANGED: 3, Flip.PASSED: 4}
    return sorted(found, key=lambda difference: (rank[difference.flip], difference.rule))


def _by_fingerprint(values: Iterable[Plain]) -> dict[str, dict[str, Plain]]:
    found: dict[str, dict[str, Plain]] = {}
    for value in values:
        found.setdefault(value["fingerprint"], {})[value["verdict"]] = value
    return found


def _difference(flip: Flip, value: Plain, then: str, now: str, fields: tuple[str, ...] = ()) -> Difference:
    places = value["places"]
    address = places[0]["address"] if places else ""
    return Difference(flip, value["rule"], value["fingerprint"], then, now, value["element"], address, fields)
