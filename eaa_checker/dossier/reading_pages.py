"""The static pages by which a dossier is read: Dutch and English, no script, all text escaped, nothing fetched."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from eaa_checker.domain.sample import PageState
from eaa_checker.dossier.verify_dossier import Check, visible

OWN = {"nl": "index.html", "en": "index.en.html"}
MOST_ROWS = 500
"""Observations shown on one page; the files of the dossier hold all of them."""
MOST_TEXT = 2_000

_VERDICTS = {
    "nl": {"failed": "voldoet niet", "cantTell": "niet te bepalen"},
    "en": {"failed": "failed", "cantTell": "cannot tell"},
}
_FINDING = (
    ("fact", "Feit", "Fact"),
    ("place", "Plaats", "Place"),
    ("state", "Staat", "State"),
    ("requirement", "Toetspunt", "Requirement"),
    ("norm_version", "Normversie", "Norm version"),
    ("stability", "Stabiliteit", "Stability"),
    ("consequence", "Gevolg", "Consequence"),
    ("impact", "Impact", "Impact"),
    ("repair", "Herstelrichting", "Direction of repair"),
    ("evidence", "Bewijs", "Evidence"),
    ("author", "Vastgesteld door", "Established by"),
    ("reviewer", "Beoordeeld door", "Reviewed by"),
)


@dataclass(slots=True)
class Row:
    """One observation as a page shows it."""

    title: Sequence[str]
    explanation: Sequence[str]
    verdict: str
    requirements: str = ""
    pages: int = 0
    count: int = 0
    path: str = ""
    html: str = ""
    fingerprint: str = ""
    crops: list[tuple[str, tuple[str, str]]] = field(default_factory=list)
    """File and Dutch and English words of each picture."""


def seen(text: object, most: int = MOST_TEXT) -> str:
    """*text* from a hostile page on one line, cut, with hidden and reordering characters shown as code points."""
    words = " ".join(str(text if text is not None else "").split())
    return visible(words if len(words) <= most else words[:most] + " … ✂")


def _said(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("eaa_checker.dossier", "template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"seen": seen, "said": _said, "state_words": _state}
    return made


def style() -> bytes:
    return files("eaa_checker.dossier").joinpath("template/style.css").read_bytes()


def _page(template: str, language: str, up: str, values: Mapping[str, Any]) -> bytes:
    other = "en" if language == "nl" else "nl"

    def t(nl: str, en: str) -> str:
        return nl if language == "nl" else en

    text = _environment().get_template(template).render(
        language=language, other_language=other, own=OWN[language], other=OWN[other], up=up, t=t, **values
    )
    return text.encode("utf-8", "replace")


def index(
    language: str,
    matter: Mapping[str, Any],
    checklist: Sequence[Check],
    rows: Iterable[Row],
    more: bool,
    decisions: Sequence[Mapping[str, Any]],
    listed: Sequence[tuple[str, str, str]],
) -> bytes:
    """The first page. *listed*: path, Dutch and English words of the files to read on in."""
    which = 0 if language == "nl" else 1
    values = {
        "matter": matter,
        "checklist": checklist,
        "rows": [_worded(row, which) for row in rows],
        "more": more,
        "decisions": decisions,
        "files": [(path, words[which]) for path, *words in listed],
        "finding_words": [(key, words[which]) for key, *words in _FINDING],
    }
    return _page("index.html", language, "", values)


def capture(
    language: str,
    number: int,
    facts: Mapping[str, Any],
    pictures: Sequence[tuple[str, str, str]],
    rows: Sequence[Row],
    more: bool,
    listed: Sequence[tuple[str, str, str]],
) -> bytes:
    """The page of one capture. *pictures* and *listed*: file, Dutch and English words."""
    which = 0 if language == "nl" else 1
    values = {
        "number": number,
        "capture": facts,
        "pictures": [{"file": file, "words": words[which]} for file, *words in pictures],
        "rows": [_worded(row, which) for row in rows],
        "more": more,
        "files": [(file, words[which]) for file, *words in listed],
        "verdicts": _VERDICTS[language],
    }
    return _page("capture.html", language, "../../", values)


def _worded(row: Row, which: int) -> dict[str, Any]:
    return {
        "title": row.title[which],
        "explanation": row.explanation[which],
        "verdict": row.verdict,
        "requirements": row.requirements,
        "pages": row.pages,
        "count": row.count,
        "path": row.path,
        "html": row.html,
        "fingerprint": row.fingerprint,
        "crops": [(file, words[which]) for file, words in row.crops],
    }


def _state(value: str, language: str) -> str:
    """The state of a page in words."""
    return next((state.say(language) for state in PageState if state.value == value), seen(value))
