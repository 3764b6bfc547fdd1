"""Optimistic locking: an edit says which version it was made on, and is refused when another came between."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, select, update

from eaa_checker.errors import EditedMeanwhile, NotFound


def edit(
    connection: Connection, table: Table, number: int, version: int, values: Mapping[str, Any]
) -> dict[str, Any]:
    """Sets *values* of the row *number* of *table* if it still has *version*; gives the row as it was before.

    The table has columns ``id`` and ``version``. Raises EditedMeanwhile, which carries both versions, and NotFound.
    """
    query = select(table).where(table.c.id == number).with_for_update()
    row = connection.execute(query).mappings().first()
    if row is None:
        raise NotFound(
            "Wat u wilt wijzigen bestaat niet meer: iemand anders heeft het verwijderd.",
            "What you want to change is no longer there: somebody else removed it.",
        )
    if row["version"] != version:
        theirs = {key: row[key] for key in values if key in row and row[key] != values[key]}
        yours = {key: values[key] for key in theirs}
        raise EditedMeanwhile(yours=yours, theirs=theirs, version=row["version"])
    connection.execute(update(table).where(table.c.id == number).values(**values, version=version + 1))
    return {str(key): value for key, value in row.items()}
