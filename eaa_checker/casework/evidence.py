"""Reads what a capture holds for whoever judges it: keyboard walk, accessibility tree, and what each visit brought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from eaa_checker.casework.testing import pages_of, round_of
from eaa_checker.domain.capture import Capture, PartKind, StateOutcome
from eaa_checker.domain.observation import Observation
from eaa_checker.domain.page_evidence import Branch, PageEvidence, PageLine, Region, StateCell, Stop
from eaa_checker.errors import EvidenceDamaged
from eaa_checker.judging.places import box_on_page
from eaa_checker.store import Store
from rules.contract import Verdict, Words
from rules.focus import tab_index
from rules.page import Document, Element, Node, Page, Text

MOST_PLACES = 200
"""Of one observation on one page."""
_TOLD = ("level", "checked", "pressed", "expanded", "selected", "required", "invalid", "disabled", "readonly",
         "modal", "multiselectable", "hasPopup", "autocomplete", "valuetext")  # fmt: skip
"""States that a screen reader says."""
_TWO_SIDED = ("expanded", "pressed", "checked")
"""Said also when they do not hold."""
_PASSED_OVER = frozenset(("", "none", "generic", "presentation", "statictext", "inlinetextbox"))


class EvidenceRoom:
    """Looks only; nothing is decided or changed here."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def pages(self, case_id: int, round_number: int | None = None) -> tuple[PageLine, ...]:
        """The pages of the case's sample × the states in which a round (default: the current one) visited them.

        Raises NotFound.
        """
        wanted = pages_of(self._store, case_id)
        titles: dict[str, str] = {}
        found: dict[str, dict[str, StateCell]] = {address: {} for address in wanted}
        for scan_id in round_of(self._store, case_id, round_number).scan_ids:
            for capture in self._store.captures(scan_id):
                if capture.address in found:
                    cells = found[capture.address]
                    before = cells.get(capture.state, StateCell())
                    settled = capture.settled and before.settled
                    cells[capture.state] = StateCell(before.captures + 1, settled, capture)
                    titles[capture.address] = capture.title
            for line in self._store.addresses(scan_id):
                if line.address in found and line.ending.failed:
                    found[line.address].setdefault(
                        "default", StateCell(problem=Words(line.ending.nl, line.ending.en))
                    )
            for state in self._store.state_lines(scan_id):
                if state.address in found and state.outcome is not StateOutcome.CAPTURED:
                    why = Words(state.nl or state.outcome.nl, state.en or state.outcome.en)
                    found[state.address].setdefault(state.state.value, StateCell(problem=why))
        return tuple(PageLine(address, titles.get(address, ""), found[address]) for address in wanted)

    def seen(self, case_id: int, requirement: str, address: str, page_state: str = "default") -> list[Observation]:
        """What the machine saw against a requirement on one page in the current round, with the places there.

        Each observation once, from the last visit that has it; barriers first. Raises NotFound.
        """
        found: dict[tuple[str, Verdict], Observation] = {}
        for scan_id in reversed(round_of(self._store, case_id).scan_ids):
            for one in self._store.observations(scan_id, verdicts=(Verdict.FAILED, Verdict.CANNOT_TELL), places=0):
                if requirement not in one.requirements or (one.fingerprint, one.verdict) in found:
                    continue
                places = self._store.observation_places(scan_id, one.fingerprint, verdict=one.verdict)
                here = [p for p in places if p.address == address and p.state == page_state]
                if here:
                    found[one.fingerprint, one.verdict] = _with(one, here[:MOST_PLACES])
        return sorted(found.values(), key=lambda one: one.verdict is not Verdict.FAILED)

    def latest(self, scan_id: int, address: str) -> Capture | None:
        """The last capture of an address in a scan, also one that goes on; None when it has none."""
        return self._store.capture_at(scan_id, address)

    def page(self, capture_id: int) -> PageEvidence:
        """Walk and tree of a capture. Raises NotFound, EvidenceDamaged (also when it was recorded without a tree)."""
        capture = self._store.capture(capture_id)
        # Loaded when it is first needed: the picture of a page in progress must not wait for it.
        from eaa_checker.capture.taking import page_of

        tree, records = capture.part(PartKind.TREE), capture.part(PartKind.RECORDS)
        if tree is None:
            raise EvidenceDamaged(
                f"Van momentopname {capture_id} is geen boom bewaard. Bezoek de pagina opnieuw.",
                f"No tree was kept of capture {capture_id}. Visit the page again.",
            )
        data = self._store.evidence.get(tree.sha256)
        behaviour = self._store.evidence.get(records.sha256) if records is not None else b""
        try:
            page = page_of(data, behaviour)
        except (KeyError, ValueError, IndexError, TypeError) as error:
            raise EvidenceDamaged(
                f"De boom van momentopname {capture_id} kan niet worden gelezen. Bezoek de pagina opnieuw.",
                f"The tree of capture {capture_id} cannot be read. Visit the page again.",
            ) from error
        return PageEvidence(capture_id, tuple(_stops(page)), _walk_words(page), tuple(_branches(page)))


def _with(observation: Observation, places: Iterable[Any]) -> Observation:
    here = tuple(places)
    return replace(observation, places=here, count=len(here), pages=1)


# -- the keyboard walk ------------------------------------------------------------------------------------------------


def _stops(page: Page) -> Iterator[Stop]:
    """The stops in the order of the Tab key, as the Standard computes it from what was captured.

    Source: HTML Standard, 6.6.3 (tab index) and 6.6.4 (a document, a shadow tree and a slot are a scope each).
    """
    shown = _focus_shown(page)
    trapped = _trapped(page)
    order = _scope([page.document.root]) if page.document.root is not None else []
    for number, element in enumerate(_without_other_radios(order), 1):
        yield Stop(
            number, element.role, element.name, element.path, _region(element), shown.get(element), element in trapped
        )


def _scope(nodes: Iterable[Node]) -> list[Element]:
    """The stops of one scope: those with a tab index above 0 first, in its order, then the rest as they stand."""
    entries: list[tuple[int, list[Element]]] = []
    stack = [*reversed(list(nodes))]
    while stack:
        node = stack.pop()
        if not isinstance(node, Element):
            continue
        own = [node] if node.in_tab_order and node.content_document is None else []
        inner: list[Element] = []
        if node.content_document is not None and node.content_document.root is not None:
            inner = _scope([node.content_document.root])
        elif (node.shadow_root is not None and not node.shadow_root.user_agent) or node.tag == "slot":
            inner = _scope(node.flat_children)
        else:
            stack += reversed(node.flat_children)
        if own or inner:
            entries.append((max(0, tab_index(node) or 0), own + inner))
    entries.sort(key=lambda entry: entry[0] or 1 << 31)  # stable: what has no order of its own stays as it stands
    return [element for _, group in entries for element in group]


def _without_other_radios(order: list[Element]) -> Iterator[Element]:
    """Of the radio buttons of one group only the checked one is a stop, or the first when none is checked."""
    groups: dict[tuple[int, int, str], list[Element]] = {}

    def group(element: Element) -> tuple[int, int, str] | None:
        radio = element.tag == "input" and element.get("type").strip().lower() == "radio" and element.get("name")
        form = element.closest("form")
        return (id(element.document), form.index if form is not None else -1, element.get("name")) if radio else None

    for element in order:
        key = group(element)
        if key is not None:
            groups.setdefault(key, []).append(element)
    for element in order:
        key = group(element)
        if key is None or element is next((one for one in groups[key] if one.checked), groups[key][0]):
            yield element


def _focus_shown(page: Page) -> dict[Element, bool | None]:
    found: dict[Element, bool | None] = {}
    for document in page.documents:
        for row in document.record("focusing") or ():
            element = document.element_at(row["path"])
            if element is not None:
                found[element] = row["shown"]
    return found


def _walk(page: Page) -> dict[str, Any] | None:
    record: dict[str, Any] | None = page.document.record("keyboard")
    return record


def _trapped(page: Page) -> set[Element]:
    frames: dict[str, Document] = {document.frame_id: document for document in page.documents}
    found: set[Element] = set()
    for trap in (_walk(page) or {}).get("traps", ()):
        for frame, path in trap["elements"]:
            element = frames[frame].element_at(path) if frame in frames else None
            if element is not None:
                found.add(element)
    return found


def _walk_words(page: Page) -> Words:
    record = _walk(page)
    if record is None:
        return Words(
            "De volgorde volgt uit de vastgelegde pagina; de Tab-toets is tijdens het bezoek niet beproefd.",
            "The order follows from the captured page; the Tab key was not tried out during the visit.",
        )
    state = record.get("state")
    if state == "trapped":
        return Words(
            "Tijdens het bezoek kwam de focus niet verder dan de gemarkeerde haltes: een toetsenbordval.",
            "During the visit the focus did not get past the marked stops: a keyboard trap.",
        )
    if state == "free":
        return Words(
            f"Tijdens het bezoek kwam de Tab-toets langs {record.get('stops', 0)} haltes en overal weer weg.",
            f"During the visit the Tab key came by {record.get('stops', 0)} stops and got away from each.",
        )
    if state == "far":
        return Words(
            "Tijdens het bezoek is niet de hele pagina met de Tab-toets doorlopen; loop de rest zelf na.",
            "During the visit not the whole page was walked with the Tab key; walk the rest yourself.",
        )
    return Words(
        "Geen script op de pagina luistert naar toetsen of focus; de volgorde volgt uit de vastgelegde pagina.",
        "No script on the page listens to keys or focus; the order follows from the captured page.",
    )


# -- the accessibility tree -------------------------------------------------------------------------------------------


def _branches(page: Page) -> Iterator[Branch]:
    if page.document.root is None:
        return
    stack: list[tuple[Node, int, str]] = [(page.document.root, 0, "")]
    while stack:
        node, depth, around = stack.pop()
        if isinstance(node, Text):
            branch = _text_branch(node, depth, around)
            if branch is not None:
                yield branch
            continue
        if not isinstance(node, Element) or node.hidden_from_at:
            continue
        told = node.ax is not None and not node.ax.ignored and node.role.lower() not in _PASSED_OVER
        named = told and bool(node.name)
        if told:
            yield _branch(node, depth)
            depth += 1
        inside: list[Node] = [*node.flat_children]
        if node.content_document is not None and node.content_document.root is not None:
            inside.append(node.content_document.root)
        words = " ".join(node.name.split()) if named else around
        stack += [(child, depth, words) for child in reversed(inside)]


def _branch(element: Element, depth: int) -> Branch:
    assert element.ax is not None
    states = []
    for state in _TOLD:
        value = element.ax.properties.get(state)
        said = "" if value is None else str(value).lower()
        if said and (said != "false" or state in _TWO_SIDED):
            states.append(state if said == "true" else f"{state} {said}")
    description = " ".join(element.ax.description.split())
    name = " ".join(element.name.split())
    return Branch(depth, element.role, name, tuple(states), description, element.path, _region(element))


def _text_branch(node: Text, depth: int, around: str) -> Branch | None:
    words = " ".join(node.data.split())
    holder = node.parent_element
    if not words or holder is None or not holder.visible or words in around:
        return None
    return Branch(depth, "text", words, (), "", holder.path, _region(holder))


def _region(element: Element) -> Region | None:
    box = box_on_page(element)
    if box is None or box.area <= 0:
        return None
    return (round(box.x, 1), round(box.y, 1), round(box.width, 1), round(box.height, 1))
