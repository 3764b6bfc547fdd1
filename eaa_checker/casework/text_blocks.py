"""Reusable texts for findings, in versions."""

from __future__ import annotations

from eaa_checker.casework.grounds import not_too_long
from eaa_checker.domain.finding import PARTS, TextBlock
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput
from eaa_checker.store import Store


class TextBlockDesk:
    """What people do with text blocks. A finding keeps the words of the version that was put into it."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor

    def find(self, part: str = "", requirement: str = "", *, retired: bool = False) -> list[TextBlock]:
        """Reusable texts: of one *part*, fit for one *requirement*."""
        return self._store.text_blocks.blocks(part, requirement, retired=retired)

    def add(self, name: str, part: str, body: str, requirement: str = "") -> TextBlock:
        """A new text block. Raises BadInput, AlreadyExists."""
        if part not in PARTS:
            raise BadInput(
                f"“{part}” is geen deel van een bevinding; kies uit {', '.join(PARTS)}.",
                f"“{part}” is no part of a finding; choose from {', '.join(PARTS)}.",
            )
        title = " ".join(name.split())
        if not title or not body.strip():
            raise BadInput("Een tekstblok heeft een naam en een tekst.", "A text block has a name and a text.")
        return self._store.text_blocks.add_block(
            self._actor, title, part, requirement, not_too_long(body.strip())
        )

    def change(
        self, id: int, body: str | None = None, *, retired: bool | None = None, version: int | None = None
    ) -> TextBlock:
        """A new version of a text block, or out of use. Raises BadInput, EditedMeanwhile, NotFound."""
        block = self._store.text_blocks.block(id)
        if body is not None and not body.strip():
            raise BadInput("Een tekstblok heeft een tekst.", "A text block has a text.")
        text = None if body is None else not_too_long(body.strip())
        return self._store.text_blocks.change_block(
            self._actor, id, version or block.number, text, retired=retired
        )
