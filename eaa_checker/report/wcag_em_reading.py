"""Reads a file of W3C's WCAG-EM Report Tool, version 3: as the tool writes it, or as `wcag_em_file` does.

The compact form is read, not any JSON-LD that means the same: ``id`` or ``@id``, ``type`` or ``@type``, a text or its
``@value``. What is no evaluation, too large or of another version is refused as a whole; a row that cannot be used
is told with its place, and the rest is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from eaa_checker.domain.evaluation import Assertion, EvaluatedPage, Evaluation, RowProblem
from eaa_checker.domain.manual import Outcome
from eaa_checker.errors import UnreadableFile
from eaa_checker.report.plain_text import cut, plain
from eaa_checker.report.wcag_em_file import OUTCOMES, WHOLE, slug
from rules import norms
from rules.contract import Words

LARGEST = 20_000_000
"""Bytes of a file; the tool's own are a few megabytes at most."""
LONGEST = 10_000
"""Characters of one text; what is longer is cut, and said so."""
MOST_PAGES = 1_000
MOST_ASSERTIONS = 100_000
_READ_VERSIONS = "3."
_TEST = re.compile(r"(?:WCAG\d{0,2}:|https?://www\.w3\.org/TR/WCAG\d{0,2}/#)([a-z0-9-]+)\Z", re.IGNORECASE)
_OUTCOME = re.compile(r"(?:earl:|http://www\.w3\.org/ns/earl#)(\w+)\Z")
_KNOWN_OUTCOMES = {value.partition(":")[2]: outcome for outcome, (value, _, _) in OUTCOMES.items()}


def read_evaluation(data: bytes, name: str) -> tuple[Evaluation, tuple[RowProblem, ...]]:
    """The evaluation in *data* (the bytes of the file *name*), and the rows that cannot be used.

    Raises UnreadableFile when it is no evaluation of version 3 of the tool, or too large.
    """
    return _Reading(_parsed(data, name), name).evaluation()


def file_bytes(file: Path) -> bytes:
    """The bytes of *file*. Raises UnreadableFile when it is gone, may not be read or is too large."""
    try:
        # A device or a pipe has no size and may never end.
        if file.exists() and not file.is_file():
            raise UnreadableFile(f"{file} is geen bestand.", f"{file} is no file.")
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise _too_large(file.name)
        return data
    except OSError as error:
        raise UnreadableFile(
            f"{file} kan niet worden gelezen: {error.strerror or error}.",
            f"{file} cannot be read: {error.strerror or error}.",
        ) from error


def _too_large(name: str) -> UnreadableFile:
    limit = LARGEST // 1_000_000
    return UnreadableFile(
        f"{name} is groter dan {limit} MB. Een verslag van het WCAG-EM-hulpmiddel is dat niet.",
        f"{name} is larger than {limit} MB. A report of the WCAG-EM tool is not.",
    )


def _parsed(data: bytes, name: str) -> dict[str, Any]:
    if len(data) > LARGEST:
        raise _too_large(name)
    try:
        # JSON has no NaN and no Infinity; Python's reader would take them.
        found = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise UnreadableFile(
            f"{name} is geen leesbaar JSON-bestand. Sla het verslag in het WCAG-EM-hulpmiddel opnieuw op.",
            f"{name} is not a readable JSON file. Save the report in the WCAG-EM tool again.",
        ) from error
    if not isinstance(found, dict) or "Evaluation" not in _types(found):
        older = isinstance(found, dict) and "@graph" in found
        raise UnreadableFile(
            f"{name} is geen verslag van het WCAG-EM-hulpmiddel"
            + (", of van een oudere versie. Open het in versie 3 en sla het opnieuw op." if older else "."),
            f"{name} is not a report of the WCAG-EM tool"
            + (", or of an older version. Open it in version 3 and save it again." if older else "."),
        )
    version = _text(found.get("reportToolVersion"))
    if not version.startswith(_READ_VERSIONS):
        said = plain(cut(version, 40)) or "?"
        raise UnreadableFile(
            f"{name} is gemaakt met versie {said} van het WCAG-EM-hulpmiddel; versie 3 wordt gelezen. Open het daarin "
            "en sla het opnieuw op.",
            f"{name} was made with version {said} of the WCAG-EM tool; version 3 is read. Open it there and save it "
            "again.",
        )
    return found


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


class _Reading:
    """One file being read."""

    def __init__(self, found: dict[str, Any], name: str) -> None:
        self._found = found
        self._name = name
        self._problems: list[RowProblem] = []
        self._pages: dict[str, EvaluatedPage] = {}

    def evaluation(self) -> tuple[Evaluation, tuple[RowProblem, ...]]:
        defined, explored = self._part("defineScope"), self._part("exploreTarget")
        sample, told = self._part("selectSample"), self._part("reportFindings")
        scope = defined.get("scope")
        scope = scope if isinstance(scope, dict) else {"title": scope}
        for part, random in (("structuredSample", False), ("randomSample", True)):
            for number, row in enumerate(self._rows(sample, part, MOST_PAGES), 1):
                self._page(f"{part} {number}", row, random)
        assertions = [
            done
            for number, row in enumerate(self._rows(self._found, "auditSample", MOST_ASSERTIONS), 1)
            if (done := self._assertion(f"auditSample {number}", row)) is not None
        ]
        technologies = _listed(explored.get("technologiesReliedUpon"))
        made = Evaluation(
            site=self._long("defineScope", scope.get("title")),
            scope=self._long("defineScope", scope.get("description")),
            wcag=_text(defined.get("wcagVersion")) or "2.1",
            level=_text(defined.get("conformanceTarget")).removeprefix("WAI:WCAG2").removesuffix("-Conformance"),
            baseline=self._long("defineScope", defined.get("accessibilitySupportBaseline")),
            further_requirements=self._long("defineScope", defined.get("additionalEvaluationRequirements")),
            essential=self._long("exploreTarget", explored.get("essentialFunctionality")),
            variety=self._long("exploreTarget", explored.get("pageTypeVariety")),
            technologies=tuple(
                _text(one.get("title") if isinstance(one, dict) else one)[:LONGEST] for one in technologies
            ),
            pages=tuple(self._pages.values()),
            assertions=tuple(assertions),
            title=self._long("reportFindings", told.get("title")),
            commissioner=self._long("reportFindings", told.get("commissioner")),
            evaluator=self._long("reportFindings", told.get("evaluator")),
            date=self._long("reportFindings", told.get("date")),
            summary=self._long("reportFindings", told.get("summary")),
            specifics=self._long("reportFindings", told.get("evaluationSpecifics")),
            tool=_text(self._found.get("reportToolVersion"))[:40],
            language=_text(self._found.get("language"))[:20] or "en",
        )
        if made.wcag not in ("2.0", "2.1", "2.2"):
            said = plain(cut(made.wcag, 20))
            raise UnreadableFile(
                f"{self._name} gaat over WCAG {said}; gelezen worden 2.0, 2.1 en 2.2.",
                f"{self._name} is about WCAG {said}; 2.0, 2.1 and 2.2 are read.",
            )
        return made, tuple(self._problems)

    def _part(self, name: str) -> dict[str, Any]:
        """One of the five steps. Raises UnreadableFile when it is missing or no object."""
        found = self._found.get(name)
        if not isinstance(found, dict):
            raise UnreadableFile(
                f"In {self._name} ontbreekt het deel “{name}”; het is geen volledig verslag van het "
                "WCAG-EM-hulpmiddel.",
                f"{self._name} lacks the part “{name}”; it is no complete report of the WCAG-EM tool.",
            )
        return found

    def _rows(self, where: dict[str, Any], name: str, most: int) -> Iterator[Any]:
        rows = _listed(where.get(name))
        if len(rows) > most:
            raise UnreadableFile(
                f"{self._name} heeft {len(rows)} rijen in “{name}”; {most} is het meeste dat wordt gelezen.",
                f"{self._name} has {len(rows)} rows in “{name}”; {most} is the most that is read.",
            )
        return iter(rows)

    def _page(self, where: str, row: Any, random: bool) -> None:
        id = _id(row)
        if not id or not isinstance(row, dict):
            self._tell(where, "de pagina heeft geen id", "the page has no id")
            return
        if id in self._pages:
            self._tell(where, f"id {id} komt twee keer voor", f"id {id} is there twice")
            return
        address, title = self._long(where, row.get("description")), self._long(where, row.get("title"))
        self._pages[id] = EvaluatedPage(id, address, title, random)

    def _assertion(self, where: str, row: Any) -> Assertion | None:
        if not isinstance(row, dict):
            self._tell(where, "geen oordeel", "no assertion")
            return None
        criterion = self._criterion(where, row.get("test"))
        result = row.get("result")
        if not isinstance(result, dict):
            self._tell(where, "er staat geen uitkomst", "there is no result")
            return None
        outcome = self._outcome(where, result.get("outcome"))
        subject = row.get("subject")
        id = _id(subject)
        whole = id not in self._pages and (id == WHOLE or (isinstance(subject, dict) and "Website" in _types(subject)))
        if not whole and id not in self._pages:
            said = plain(cut(id, 80)) or "?"
            self._tell(where, f"pagina {said} staat niet in de steekproef", f"page {said} is not in the sample")
            return None
        if criterion is None or outcome is None:
            return None
        mode = row.get("mode")
        mode = mode.get("@value") or _id(mode) if isinstance(mode, dict) else mode
        return Assertion(
            criterion=criterion,
            outcome=outcome,
            text=self._long(where, result.get("description")),
            page="" if whole else id,
            instant=_instant(result.get("date") or row.get("date")),
            automatic=_text(mode).rpartition(":")[2].rpartition("#")[2] in ("automatic", "semiAuto"),
        )

    def _criterion(self, where: str, test: Any) -> str | None:
        named = _id(test)
        match = _TEST.match(named)
        known = _numbers().get(match[1].lower()) if match else None
        if known is None and isinstance(test, dict) and not named:
            known = _numbers().get(_text(test.get("num")))
        if known is None:
            said = plain(cut(named, 80)) or "?"
            self._tell(where, f"onbekend succescriterium {said}", f"unknown success criterion {said}")
        return known

    def _outcome(self, where: str, value: Any) -> Outcome | None:
        named = _id(value)
        match = _OUTCOME.match(named)
        known = _KNOWN_OUTCOMES.get(match[1]) if match else None
        if known is None:
            said = plain(cut(named, 80)) or "?"
            self._tell(where, f"onbekende uitkomst {said}", f"unknown outcome {said}")
        return known

    def _long(self, where: str, value: Any) -> str:
        text = _text(value)
        if len(text) > LONGEST:
            self._tell(
                where,
                f"een tekst van {len(text)} tekens is afgekapt op {LONGEST}",
                f"a text of {len(text)} characters was cut at {LONGEST}",
            )
        return cut(text, LONGEST)

    def _tell(self, where: str, nl: str, en: str) -> None:
        self._problems.append(RowProblem(where, Words(nl, en)))


@cache
def _numbers() -> dict[str, str]:
    """Slug or number of each criterion of any version of WCAG 2 → its number."""
    found: dict[str, str] = {}
    for version in ("2.0", "2.1", "2.2"):
        for criterion in norms.criteria(version, ("A", "AA", "AAA")):
            found[slug(criterion)] = found[criterion.num] = criterion.num
    return found


def _listed(value: Any) -> list[Any]:
    """JSON-LD writes a single value without its list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def _types(value: dict[str, Any]) -> list[str]:
    named = _listed(value.get("type", value.get("@type")))
    return [one.rpartition(":")[2] for one in named if isinstance(one, str)]


def _id(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("id", value.get("@id"))
    return value.strip() if isinstance(value, str) else ""


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("@value", value.get("id", value.get("@id")))
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    return plain(value).strip() if isinstance(value, str) else ""


def _instant(value: Any) -> datetime | None:
    """The moment, when it is one with a zone; what cannot be read as such says nothing."""
    try:
        found = datetime.fromisoformat(_text(value))
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
