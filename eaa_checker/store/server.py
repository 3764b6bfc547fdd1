"""The shared database: a PostgreSQL server that a team works on together, reached with psycopg 3."""

from __future__ import annotations

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from eaa_checker.errors import BadInput
from eaa_checker.store.translation import unreadable

SCHEMES = ("postgresql", "postgres")

_WRITERS = 0x0EAA
"""Number of the advisory lock that a writing transaction holds; such locks belong to one database."""

_KEEPALIVE = {"keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3", "connect_timeout": "10"}
"""Seconds: a server that is gone is noticed in a minute, not after the two hours of TCP's own default."""


def url_of(address: str) -> URL:
    """The address of a database on a server, ``postgresql://user@host/name``. Raises BadInput."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        url = None
    if url is None or url.drivername not in SCHEMES or not url.database:
        raise BadInput(
            f"“{shown(address)}” is geen adres van een gedeelde database. Geef het als "
            "postgresql://gebruiker@server/naam.",
            f"“{shown(address)}” is not the address of a shared database. Give it as postgresql://user@server/name.",
        )
    return url.set(drivername="postgresql+psycopg")


def shown(address: str) -> str:
    """*address* as people may read it: without password."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        return address.partition(":")[0] + ":…"
    hidden = {key: value for key, value in url.query.items() if key not in ("password", "sslpassword", "passfile")}
    return url._replace(drivername="postgresql", password=None, query=hidden).render_as_string()  # type: ignore[arg-type]


def server_engine(address: str, patience: float) -> Engine:
    """An engine on the database at *address* that waits *patience* seconds for another writer. Raises BadInput."""
    url = url_of(address)
    given = str(url.query.get("options", ""))
    settings = f"-c lock_timeout={max(1, int(patience * 1000))} -c client_encoding=UTF8 -c timezone=UTC"
    options = f"{given} {settings}".strip()
    engine = create_engine(
        url.difference_update_query(["options"]),
        connect_args={"options": options, "application_name": "eaa-checker", **_KEEPALIVE},
        pool_pre_ping=True,  # the server may have been started again since a connection was last used
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # One writer at a time, as SQLite has it. All our code is then right on both: what a transaction has read is still
    # so when it writes, numbers have no gaps, and two workers that store the same texts cannot lock each other out.
    # Storing a page takes some ten milliseconds and loading it a second, so dozens of workers fit.
    if connection.get_execution_options().get("writing", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")


def check_encoding(connection: Connection, name: str) -> None:
    """Raises StoreIsUnreadable when the database cannot hold every text."""
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise unreadable(name, f"tekenset {encoding} in plaats van UTF8", f"encoding {encoding} instead of UTF8")
