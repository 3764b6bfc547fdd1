"""What stands on a captured page: films, sound, fields, links, content from elsewhere. Read from its stored tree.

Only what a capture shows surely: an element is in the tree or it is not, in every frame and shadow tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

from eaa_checker.domain.capture import Capture, PartKind
from eaa_checker.errors import EvidenceDamaged
from eaa_checker.store import Store

BOOK = "1"
"""Version of this way of looking; what an older one found is looked up again."""

_NAMES = {
    "video": "video",
    "audio": "audio",
    "bgsound": "audio",
    "iframe": "embedded",
    "frame": "embedded",
    "object": "embedded",
    "embed": "embedded",
    "textarea": "field",
    "select": "field",
}
_BUTTONS = frozenset(("hidden", "submit", "button", "reset", "image"))
_FIELD_ROLES = frozenset(
    ("textbox", "searchbox", "combobox", "listbox", "checkbox", "radio", "switch", "slider", "spinbutton")
)


def things_of(tree: Mapping[str, Any]) -> frozenset[str]:
    """The words of ``rules.questions.requirement_trees.THINGS`` that the tree part of a capture shows."""
    return frozenset(_found(tree))


def _found(tree: Mapping[str, Any]) -> Iterator[str]:
    strings = tree["snapshot"]["strings"]
    for document in tree["snapshot"]["documents"]:
        nodes = document["nodes"]
        for kind, name, pairs in zip(nodes["nodeType"], nodes["nodeName"], nodes["attributes"], strict=True):
            if kind != 1:
                continue
            tag = strings[name].lower()
            if tag in _NAMES:
                yield _NAMES[tag]
            attributes = {strings[pairs[i]].lower(): strings[pairs[i + 1]].lower() for i in range(0, len(pairs), 2)}
            role = attributes.get("role", "").split()
            editable = attributes.get("contenteditable", "false") not in ("false", "inherit")
            typed = tag == "input" and attributes.get("type", "text") not in _BUTTONS
            if typed or editable or _FIELD_ROLES & set(role):
                yield "field"
            if (tag in ("a", "area") and ("href" in attributes or "xlink:href" in attributes)) or "link" in role:
                yield "link"


def things_on(store: Store, captures: Iterable[Capture]) -> dict[int, frozenset[str] | None]:
    """Capture → what stands on it; None where its tree is not there or cannot be read: then nobody knows.

    What was looked up is remembered in the store.
    """
    wanted = {capture.id: capture.part(PartKind.TREE) for capture in captures}
    found: dict[int, frozenset[str] | None] = dict(store.manual.things(list(wanted), BOOK))
    fresh: dict[int, frozenset[str]] = {}
    for number, part in wanted.items():
        if number in found:
            continue
        try:
            if part is not None:
                fresh[number] = things_of(orjson.loads(store.evidence.get(part.sha256)))
        except (EvidenceDamaged, KeyError, ValueError, IndexError, TypeError):
            pass  # a damaged capture proves nothing: the requirement stays to be tested by a person
        found[number] = fresh.get(number)
    if fresh:
        store.manual.keep_things(fresh, BOOK)
    return found
