"""Reusable texts for findings, kept in every version they ever had."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from eaa_checker.domain.finding import TextBlock
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists, NotFound
from eaa_checker.store.database import Database, insert_new
from eaa_checker.store.findings_schema import TEXT_BLOCK, TEXT_BLOCK_VERSION
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit


class TextBlocks(Database):
    """The part of the store that keeps text blocks."""

    def blocks(self, part: str = "", requirement: str = "", *, retired: bool = False) -> list[TextBlock]:
        """The newest version of each block, by name; of one *part*, and fit for one *requirement* (or for any).

        *retired*: those that are out of use too.
        """
        query = _newest().order_by(TEXT_BLOCK.c.part, TEXT_BLOCK.c.name)
        if part:
            query = query.where(TEXT_BLOCK.c.part == part)
        if requirement:
            query = query.where(TEXT_BLOCK.c.requirement.in_(["", requirement]))
        if not retired:
            query = query.where(TEXT_BLOCK.c.retired.is_(False))
        with self._reading() as connection:
            return [_block(row) for row in connection.execute(query)]

    def block(self, id: int, number: int | None = None) -> TextBlock:
        """A block in its newest version, or in version *number*. Raises NotFound."""
        with self._reading() as connection:
            return _read(connection, id, number)

    def add_block(self, by: Actor, name: str, part: str, requirement: str, body: str) -> TextBlock:
        """A new block in its first version. Raises AlreadyExists when the part has one of that name."""
        with self._writing() as connection:
            values = {"version": 1, "name": name, "part": part, "requirement": requirement, "retired": False}
            inserted = insert_new(connection, TEXT_BLOCK).values(values)
            if not connection.execute(inserted.execution_options(preserve_rowcount=True)).rowcount:
                raise AlreadyExists(
                    f"Er is al een tekstblok “{name}” voor dit deel; wijzig dat of kies een andere naam.",
                    f"There is a text block “{name}” for this part already; change it or choose another name.",
                )
            where = (TEXT_BLOCK.c.part == part) & (TEXT_BLOCK.c.name == name)
            id = int(connection.execute(select(TEXT_BLOCK.c.id).where(where)).scalar_one())
            _put(connection, by, id, 1, body)
            details = {"name": name, "part": part, "requirement": requirement, "body": body}
            record(connection, by, "text-block.added", f"text-block:{id}", details=details)
            return _read(connection, id, None)

    def change_block(
        self, by: Actor, id: int, number: int, body: str | None = None, *, retired: bool | None = None, ground: str = ""
    ) -> TextBlock:
        """Adds a version with *body* after version *number*, or takes the block out of (or back into) use.

        Findings that used an older version keep what they said. Raises EditedMeanwhile, NotFound.
        """
        with self._writing() as connection:
            now = _read(connection, id, None)
            values = {} if retired is None else {"retired": retired}
            edit(connection, TEXT_BLOCK, id, number, values)
            # Version of the row and of the text go together: also taking out of use makes a version of the text.
            _put(connection, by, id, number + 1, now.body if body is None else body)
            details = {"body": [now.body, body], "retired": [now.retired, retired]}
            record(connection, by, "text-block.changed", f"text-block:{id}", ground=ground, details=details)
            return _read(connection, id, None)


def _put(connection: Connection, by: Actor, id: int, number: int, body: str) -> None:
    connection.execute(
        TEXT_BLOCK_VERSION.insert().values(
            text_block_id=id, number=number, body=body, author=by.name, instant=datetime.now(UTC)
        )
    )


def _joined() -> Select[Any]:
    return select(
        TEXT_BLOCK.c.id,
        TEXT_BLOCK.c.name,
        TEXT_BLOCK.c.part,
        TEXT_BLOCK.c.requirement,
        TEXT_BLOCK.c.retired,
        TEXT_BLOCK_VERSION.c.number,
        TEXT_BLOCK_VERSION.c.body,
        TEXT_BLOCK_VERSION.c.author,
        TEXT_BLOCK_VERSION.c.instant,
    ).join(TEXT_BLOCK_VERSION, TEXT_BLOCK_VERSION.c.text_block_id == TEXT_BLOCK.c.id)


def _newest() -> Select[Any]:
    last = select(func.max(TEXT_BLOCK_VERSION.c.number)).where(TEXT_BLOCK_VERSION.c.text_block_id == TEXT_BLOCK.c.id)
    return _joined().where(TEXT_BLOCK_VERSION.c.number == last.correlate(TEXT_BLOCK).scalar_subquery())


def _read(connection: Connection, id: int, number: int | None) -> TextBlock:
    query = _newest() if number is None else _joined().where(TEXT_BLOCK_VERSION.c.number == number)
    row = connection.execute(query.where(TEXT_BLOCK.c.id == id)).first()
    if row is None:
        raise NotFound(f"Er is geen tekstblok {id} (versie {number or 'nieuwste'}).", f"There is no text block {id}.")
    return _block(row)


def _block(row: Any) -> TextBlock:
    return TextBlock(
        id=row.id,
        name=row.name,
        part=row.part,
        requirement=row.requirement,
        number=row.number,
        body=row.body,
        author=row.author,
        instant=row.instant,
        retired=row.retired,
    )
