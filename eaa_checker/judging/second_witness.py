"""Reads axe-core's raw result: which of its rules said what of which element of our page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rules.contract import Verdict
from rules.page import Document, Element, Page, ShadowRoot

_STEP = re.compile(r"^(?P<tag>[^:\s]+?)(?::nth-child\((?P<number>\d+)\))?$")


@dataclass(frozen=True, slots=True)
class Testimony:
    """What axe-core said of one element. *element* is None when it could not be found again in the capture."""

    rule: str
    verdict: Verdict
    element: Element | None
    selector: tuple[str, ...]
    html: str
    message: str


def testimonies(page: Page, result: Mapping[str, Any]) -> Iterator[Testimony]:
    """Every violation (failed) and every incomplete result (cannot tell) of axe-core's raw *result*."""
    for group, verdict in (("violations", Verdict.FAILED), ("incomplete", Verdict.CANNOT_TELL)):
        for rule in result.get(group, ()):
            for node in rule.get("nodes", ()):
                selector = _flat(node.get("target", ()))
                yield Testimony(
                    rule=str(rule["id"]),
                    verdict=verdict,
                    element=find(page, node.get("ancestry", ())),
                    selector=selector,
                    html=str(node.get("html", ""))[:2_000],
                    message=_message(node),
                )


def _message(node: Mapping[str, Any]) -> str:
    checks = [c for kind in ("any", "all", "none") for c in node.get(kind, ())]
    return "; ".join(dict.fromkeys(str(c.get("message", "")) for c in checks if c.get("message")))[:500]


def _flat(target: Sequence[Any]) -> tuple[str, ...]:
    """axe's target: a selector per frame, each a string or a list of strings for shadow trees."""
    flat: list[str] = []
    for part in target:
        flat.extend([part] if isinstance(part, str) else [str(p) for p in part])
    return tuple(flat)


def find(page: Page, ancestry: Sequence[Any]) -> Element | None:
    """The element that axe's *ancestry* (full paths of ``tag:nth-child(n)``, per frame, per shadow tree) leads to."""
    if not ancestry or not page.documents:
        return None
    document: Document | None = page.document
    element: Element | None = None
    for number, part in enumerate(ancestry):
        if number:
            document = element.content_document if element is not None else None
        if document is None or document.root is None:
            return None
        trees = [part] if isinstance(part, str) else list(part)
        element = None
        for depth, selector in enumerate(trees):
            if depth == 0:
                start: Sequence[Element] = [document.root]
            else:
                root: ShadowRoot | None = element.shadow_root if element is not None else None
                if root is None:
                    return None
                start = [c for c in root.children if isinstance(c, Element)]
            element = _walk(start, selector)
            if element is None:
                return None
    return element


def _walk(start: Sequence[Element], selector: str) -> Element | None:
    level, element = start, None
    for step in selector.split(" > "):
        match = _STEP.match(step.strip())
        if match is None:
            return None
        tag = match["tag"].replace("\\", "").lower()
        if match["number"]:
            position = int(match["number"]) - 1
            candidate = level[position] if position < len(level) else None
        else:
            same = [e for e in level if e.tag.lower() == tag]
            candidate = same[0] if same else None
        if candidate is None or candidate.tag.lower() != tag:
            return None
        element, level = candidate, candidate.element_children
    return element
