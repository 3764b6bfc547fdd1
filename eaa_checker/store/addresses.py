"""The crawl's lines: one per address of a scan."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select, update

from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.store.columns import clean
from eaa_checker.store.database import Database, insert_new
from eaa_checker.store.scans import changeable, known
from eaa_checker.store.schema import ADDRESS_LINE


class Addresses(Database):
    """The part of the store that knows the addresses of a scan."""

    def add_addresses(self, scan_id: int, lines: Sequence[AddressLine]) -> int:
        """Add lines in this order; addresses that the scan knows stay as they are. Gives the number added.

        Raises NotFound, EndedScanIsImmutable.
        """
        with self._writing() as connection:
            changeable(connection, scan_id)
            return insert_lines(connection, scan_id, lines)

    def addresses(self, scan_id: int) -> list[AddressLine]:
        """All lines of the scan in the order they were found. Raises NotFound."""
        return self._lines(scan_id)

    def waiting(self, scan_id: int) -> list[AddressLine]:
        """The lines not visited yet, in the order they were found. Raises NotFound."""
        return self._lines(scan_id, ADDRESS_LINE.c.ending == Ending.WAITING.value)

    def set_line(self, scan_id: int, line: AddressLine) -> None:
        """Record how a visit ended that gave no capture; an address that is new to the scan is added.

        How a known address was found stays as it was. Raises NotFound, EndedScanIsImmutable.
        """
        with self._writing() as connection:
            changeable(connection, scan_id)
            write_line(connection, scan_id, line)

    def _lines(self, scan_id: int, *conditions: Any) -> list[AddressLine]:
        with self._reading() as connection:
            known(connection, scan_id)
            return lines_of(connection, scan_id, *conditions)


def lines_of(connection: Connection, scan_id: int, *conditions: Any) -> list[AddressLine]:
    """The lines of a scan that meet the conditions, in the order they were found."""
    query = select(ADDRESS_LINE).where(ADDRESS_LINE.c.scan_id == scan_id, *conditions)
    return [_line(row) for row in connection.execute(query.order_by(ADDRESS_LINE.c.id))]


def insert_lines(connection: Connection, scan_id: int, lines: Sequence[AddressLine]) -> int:
    """Insert the lines whose address the scan does not know; gives their number."""
    if not lines:
        return 0
    rows = [
        {"scan_id": scan_id, "address_key": address_key(line.address), **_found(line), **_visit(line)} for line in lines
    ]
    insert = insert_new(connection, ADDRESS_LINE).execution_options(preserve_rowcount=True)
    return int(connection.execute(insert, rows).rowcount)


def write_line(connection: Connection, scan_id: int, line: AddressLine) -> int:
    """Update the line, or insert it; gives its number."""
    query = select(ADDRESS_LINE.c.id).where(
        ADDRESS_LINE.c.scan_id == scan_id, ADDRESS_LINE.c.address_key == address_key(line.address)
    )
    number = connection.execute(query).scalar()
    if number is None:
        insert_lines(connection, scan_id, [line])
        return int(connection.execute(query).scalar_one())
    connection.execute(update(ADDRESS_LINE).where(ADDRESS_LINE.c.id == number).values(_visit(line)))
    return int(number)


def address_key(address: str) -> bytes:
    return hashlib.sha256(clean(address).encode()).digest()


def _found(line: AddressLine) -> dict[str, Any]:
    return {
        "address": line.address,
        "found_by": line.found_by.value,
        "depth": line.depth,
        "found_on": line.found_on,
    }


def _visit(line: AddressLine) -> dict[str, Any]:
    return {
        "ending": line.ending.value,
        "detail": line.detail,
        "final_address": line.final_address,
        "status": line.status,
        "media_type": line.media_type,
        "title": line.title,
        "attempts": line.attempts,
        "visited": line.visited,
    }


def _line(row: Any) -> AddressLine:
    return AddressLine(
        address=row.address,
        found_by=FoundBy(row.found_by),
        depth=row.depth,
        found_on=row.found_on,
        ending=Ending(row.ending),
        detail=row.detail,
        final_address=row.final_address,
        status=row.status,
        media_type=row.media_type,
        title=row.title,
        attempts=row.attempts,
        visited=row.visited,
    )
