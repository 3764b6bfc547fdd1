"""Opens the store: makes the file or brings it up to date, and refuses what is not ours to touch."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, inspect, text

from eaa_checker.store.addresses import Addresses
from eaa_checker.store.database import sqlite_engine
from eaa_checker.store.evidence import Evidence
from eaa_checker.store.observations import Observations
from eaa_checker.store.organisations import Organisations
from eaa_checker.store.pages import Pages
from eaa_checker.store.scans import Scans
from eaa_checker.store.trail import TrailBook
from eaa_checker.store.translation import newer, not_a_store, translating, unreadable

NEWEST = "0006"
"""The newest revision of ``migrations/versions``. Known here so that opening need not load Alembic."""

_SMALLEST = 512
"""Bytes; SQLite takes a smaller file for an empty one and writes over it."""

_MIGRATIONS = Path(__file__).parent / "migrations"


class Store(Organisations, Scans, Addresses, Pages, Observations):
    """The store of one database file and the evidence beside it. Every method raises only `StoreProblem` for
    what the database or disk does, and says which other errors it knows."""

    def __init__(self, path: Path, engine: Engine) -> None:
        super().__init__(path, engine)
        self.evidence = Evidence(path.with_name(f"{path.name}.evidence"))
        self.trail = TrailBook(path, engine)

    @classmethod
    def open(cls, path: Path, *, patience: float = 10.0) -> Self:
        """Open *path*; folder and file are made when there are none, an older file is brought up to date.

        *patience*: seconds to wait for another process that writes, now and later.
        Raises StoreIsNewer and StoreIsUnreadable (both leave the file as it was), StoreIsLocked, StoreIsFull.
        """
        path = Path(os.path.abspath(path))
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


def _bring_up_to_date(engine: Engine, path: Path, patience: float) -> None:
    with engine.connect() as connection, connection.begin():
        revision = _revision(connection, path)
    if revision != NEWEST:
        if revision is not None and not _is_known(revision):
            raise newer(path)
        _use_write_ahead_log(engine, patience)
        with engine.execution_options(writing=True).connect() as connection, connection.begin():
            # Looked at again now that nobody else can write: another process may have been first.
            if _revision(connection, path) != NEWEST:
                _migrate(connection)


def _revision(connection: Connection, path: Path) -> str | None:
    """The revision of the database; None when it is empty. Raises StoreIsUnreadable when it is another program's."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            raise not_a_store(path)
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return revision


def _use_write_ahead_log(engine: Engine, patience: float) -> None:
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


def _is_known(revision: str) -> bool:
    from alembic.script import ScriptDirectory

    return any(script.revision == revision for script in ScriptDirectory(str(_MIGRATIONS)).walk_revisions())


def _migrate(connection: Connection) -> None:
    """Run the migrations inside the transaction of *connection*."""
    # Here and not above: loading Alembic takes longer than all the rest of opening.
    from alembic import command
    from alembic.config import Config

    configuration = Config()
    configuration.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    configuration.attributes["connection"] = connection
    command.upgrade(configuration, "head")
