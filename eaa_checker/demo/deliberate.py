"""What was put on the demo site on purpose: barriers to find, and correct counterparts to leave alone."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LIST = Path(__file__).with_name("barriers.yaml")
EVERY_PAGE = "*"


class Kind(enum.StrEnum):
    """Whether a place must be reported or must be left alone."""

    BARRIER = "barrier"
    COUNTERPART = "counterpart"


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is: the path of the page, and one CSS selector per document or shadow tree, outermost first."""

    page: str
    selector: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrier:
    """One deliberate barrier, or one deliberately correct counterpart that a careless checker would report."""

    id: str
    kind: Kind
    page: str
    """Path on the demo site, or ``"*"``: on every page of ``pages()``, in the shared header or footer."""
    selector: tuple[str, ...]
    """One CSS selector per document or shadow tree, outermost first, as in ``Element.path``. Where the last one
    matches several elements (an id used twice) they are together one barrier."""
    rule: str
    """Id of the own rule that must fail here (barrier) or must not fail here (counterpart)."""
    wcag: tuple[str, ...]
    """Success criteria that fail (barrier) or that a careless checker would say fail (counterpart)."""
    axe: tuple[str, ...]
    """The axe-core rules of WCAG level A and AA that report this barrier as a violation; often none."""
    nl: str
    en: str

    @property
    def on_every_page(self) -> bool:
        return self.page == EVERY_PAGE

    @property
    def places(self) -> tuple[Place, ...]:
        """All places where it stands: one, or one per page."""
        return tuple(Place(page, self.selector) for page in (pages() if self.on_every_page else (self.page,)))


def barriers(kind: Kind | None = None) -> list[Barrier]:
    """All entries of ``barriers.yaml`` in order, or those of one *kind*.

    Raises ValueError when an entry is not as documented, OSError when the list cannot be read.
    """
    found = [_barrier(entry) for entry in _list(LIST)["entries"]]
    return [b for b in found if kind is None or b.kind is kind]


def pages() -> tuple[str, ...]:
    """Paths of the pages that a scan of the demo site should visit; all carry the shared header and footer."""
    return tuple(str(path) for path in _list(LIST)["pages"])


def frames() -> tuple[str, ...]:
    """Paths of the documents that are only shown inside a frame of another page."""
    return tuple(str(path) for path in _list(LIST)["frames"])


@cache
def _list(file: Path) -> Mapping[str, Any]:
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    if not isinstance(content, dict) or not {"pages", "frames", "entries"} <= content.keys():
        raise ValueError(f"{file.name}: expected the keys pages, frames and entries")
    return content


def _barrier(entry: Mapping[str, Any]) -> Barrier:
    try:
        selector = entry["selector"]
        return Barrier(
            id=str(entry["id"]),
            kind=Kind(entry["kind"]),
            page=str(entry["page"]),
            selector=(selector,) if isinstance(selector, str) else tuple(str(step) for step in selector),
            rule=str(entry["rule"]),
            wcag=tuple(str(criterion) for criterion in entry["wcag"]),
            axe=tuple(str(rule) for rule in entry["axe"]),
            nl=str(entry["nl"]),
            en=str(entry["en"]),
        )
    except KeyError as missing:
        raise ValueError(f"{LIST.name}: entry {entry.get('id', '?')} has no {missing}") from missing
