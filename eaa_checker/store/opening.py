"""Opens the store: makes the file or brings it up to date, and refuses what is not ours to touch."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, inspect, text

from eaa_checker.settings import default_evidence
from eaa_checker.store.addresses import Addresses
from eaa_checker.store.books import Books
from eaa_checker.store.database import sqlite_engine
from eaa_checker.store.evidence import Evidence
from eaa_checker.store.observations import Observations
from eaa_checker.store.organisations import Organisations
from eaa_checker.store.pages import Pages
from eaa_checker.store.scans import Scans
from eaa_checker.store.server import check_encoding, server_engine, shown
from eaa_checker.store.translation import newer, not_a_store, translating, unreadable

NEWEST = "0010"
"""The newest revision of ``migrations/versions``. Known here so that opening need not load Alembic."""

_SMALLEST = 512
"""Bytes; SQLite takes a smaller file for an empty one and writes over it."""

_MIGRATIONS = Path(__file__).parent / "migrations"


class Store(Books, Organisations, Scans, Addresses, Pages, Observations):
    """The store of one database and the evidence that belongs to it. Every method raises only `StoreProblem` for
    what the database or disk does, and says which other errors it knows."""

    def __init__(self, path: Path, engine: Engine, evidence: Path | None = None) -> None:
        """*evidence*: the folder of evidence when it does not stand beside the database."""
        super().__init__(path, engine)
        self.evidence = Evidence(evidence or path.with_name(f"{path.name}.evidence"))

    @classmethod
    def open(cls, database: Path | str, *, evidence: Path | None = None, patience: float = 10.0) -> Self:
        """Open *database*, a file or the ``postgresql://`` address of one on a server, made or brought up to date.

        A file stands with its folder of evidence beside it. For a database on a server, which must exist but may be
        empty, *evidence* is a folder that all who work on it share (default: in the user's own data folder).
        *patience*: seconds to wait for another process that writes, now and later.
        Raises StoreIsNewer and StoreIsUnreadable (both leave the database as it was), StoreIsLocked, StoreIsFull,
        StoreIsUnreachable, and BadInput for an address that is none.
        """
        if isinstance(database, str):
            return cls._open_shared(database, evidence or default_evidence(), patience)
        path = Path(os.path.abspath(database))
        with translating(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            _look(path)
        engine = sqlite_engine(path, patience)
        try:
            with translating(path):
                _bring_up_to_date(engine, path, patience)
        except BaseException:
            engine.dispose()
            raise
        return cls(path, engine)

    @classmethod
    def _open_shared(cls, address: str, evidence: Path, patience: float) -> Self:
        engine = server_engine(address, patience)
        name = shown(address)
        folder = Path(os.path.abspath(evidence))
        try:
            with translating(folder):
                folder.mkdir(parents=True, exist_ok=True)
            with translating(name):
                _bring_up_to_date(engine, name, patience)
        except BaseException:
            engine.dispose()
            raise
        # Files that belong to the database as a whole, such as the crisis freeze, stand in the shared folder too.
        return cls(folder / str(engine.url.database), engine, folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _look(path: Path) -> None:
    """Raises StoreIsUnreadable when *path* cannot be our database.

    Never opens the file: closing it again would drop the locks that SQLite holds for this process.
    See https://www.sqlite.org/howtocorrupt.html, section 2.2.
    """
    if path.is_dir():
        raise unreadable(path, "het is een map", "it is a folder")
    if not path.exists():
        return
    if 0 < path.stat().st_size < _SMALLEST:
        raise not_a_store(path)
    # SQLite would read a protected file and fail only later.
    if not os.access(path, os.R_OK | os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise unreadable(path, "geen toestemming om te lezen en te schrijven", "no permission to read and write")


def _bring_up_to_date(engine: Engine, name: Path | str, patience: float) -> None:
    with engine.connect() as connection, connection.begin():
        if isinstance(name, str):
            check_encoding(connection, name)
        revision = _revision(connection, name)
    if revision != NEWEST:
        if revision is not None and not is_known(revision):
            raise newer(name)
        if isinstance(name, Path):
            use_write_ahead_log(engine, patience)
        with engine.execution_options(writing=True).connect() as connection, connection.begin():
            # Looked at again now that nobody else can write: another process may have been first.
            if _revision(connection, name) != NEWEST:
                migrate(connection)


def _revision(connection: Connection, name: Path | str) -> str | None:
    """The revision of the database; None when it is empty. Raises StoreIsUnreadable when it is another program's."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            raise not_a_store(name)
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return revision


def use_write_ahead_log(engine: Engine, patience: float) -> None:
    """Readers and one writer at the same time. Stays so in the file, so it is done once."""
    until = time.monotonic() + patience
    while True:
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            # SQLite does not wait by itself for this one.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.05)
        finally:
            raw.close()


def is_known(revision: str) -> bool:
    from alembic.script import ScriptDirectory

    return any(script.revision == revision for script in ScriptDirectory(str(_MIGRATIONS)).walk_revisions())


def migrate(connection: Connection, revision: str = "head") -> None:
    """Run the migrations up to *revision* inside the transaction of *connection*."""
    # Here and not above: loading Alembic takes longer than all the rest of opening.
    from alembic import command
    from alembic.config import Config

    configuration = Config()
    configuration.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    configuration.attributes["connection"] = connection
    command.upgrade(configuration, revision)
