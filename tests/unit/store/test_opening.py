"""Opening: a new file, an older one, a newer one, and what is no database of ours."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from eaa_checker.errors import StoreIsLocked, StoreIsNewer, StoreIsUnreadable
from eaa_checker.store import Store, opening
from eaa_checker.store.every_table import METADATA


def test_makes_folder_and_file_and_finds_everything_again(database: Path) -> None:
    with Store.open(database) as store:
        made = store.add_organisation("Regio")
    with Store.open(database) as store:
        assert store.organisations() == [made]
    assert [file.name for file in database.parent.iterdir()] == [database.name]


def test_migrations_make_exactly_the_schema(database: Path) -> None:
    database.parent.mkdir()
    database.touch()  # an empty file is a new database
    Store.open(database).close()
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(database))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_the_newest_revision_is_the_one_opening_expects() -> None:
    assert ScriptDirectory(str(opening._MIGRATIONS)).get_current_head() == opening.NEWEST


def test_the_schema_can_be_written_for_postgresql() -> None:
    dialect = postgresql.dialect()
    for table in METADATA.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))
        for index in table.indexes:
            assert "CREATE INDEX" in str(CreateIndex(index).compile(dialect=dialect))


def test_readers_and_a_writer_go_together_and_references_hold(store: Store, database: Path) -> None:
    with store._reading() as connection:
        pragma = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        }
    assert pragma == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 2000, "synchronous": 2}


def test_a_newer_database_is_refused_and_left_untouched(database: Path) -> None:
    Store.open(database).close()
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = database.read_bytes()
    with pytest.raises(StoreIsNewer) as caught:
        Store.open(database)
    assert "nieuwere versie" in caught.value.nl
    assert "newer version" in caught.value.en
    assert database.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"x", b"y" * 511, b"y" * 512, b"%PDF-1.7\n" * 1000, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_what_is_no_database_is_refused_and_left_untouched(database: Path, content: bytes) -> None:
    database.parent.mkdir()
    database.write_bytes(content)
    with pytest.raises(StoreIsUnreadable) as caught:
        Store.open(database)
    assert str(database) in caught.value.nl
    assert database.read_bytes() == content
    assert [file.name for file in database.parent.iterdir()] == [database.name]


def test_another_programs_database_is_refused_and_left_untouched(database: Path) -> None:
    database.parent.mkdir()
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE music (title TEXT)")
    connection.close()
    before = database.read_bytes()
    with pytest.raises(StoreIsUnreadable, match="not a database of EAA Checker"):
        Store.open(database)
    assert database.read_bytes() == before


def test_a_damaged_database_is_said_to_be_unreadable(database: Path) -> None:
    with Store.open(database) as store:
        store.add_organisation("Regio")
    content = bytearray(database.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    database.write_bytes(content)
    with pytest.raises(StoreIsUnreadable), Store.open(database) as store:
        store.organisations()


def test_a_folder_is_not_a_database(tmp_path: Path) -> None:
    with pytest.raises(StoreIsUnreadable) as caught:
        Store.open(tmp_path)
    assert "map" in caught.value.nl
    assert "folder" in caught.value.en


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreIsUnreadable):
        Store.open(tmp_path / "file" / "store.sqlite")


@pytest.mark.parametrize("what", ["file", "folder"])
def test_no_permission(what: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder, "inner", "toezicht.sqlite")
        Store.open(database).close()
        Path(folder).chmod(0o755)
        protected, mode = (database, 0o444) if what == "file" else (database.parent, 0o000)
        protected.chmod(mode)
        user = os.geteuid()
        if user == 0:
            os.seteuid(65534)  # root may do anything, nobody may not
        try:
            with pytest.raises(StoreIsUnreadable) as caught:
                Store.open(database)
        finally:
            if user == 0:
                os.seteuid(user)
            database.parent.chmod(0o755)
        assert str(database) in caught.value.nl


def test_a_database_that_stays_locked(store: Store, database: Path) -> None:
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(database, patience=0.2) as impatient:
        assert impatient.organisations() == []  # reading goes on
        with pytest.raises(StoreIsLocked) as caught:
            impatient.add_organisation("Regio")
        assert "bezet" in caught.value.nl
        other.execute("ROLLBACK")
        impatient.add_organisation("Regio")
    other.close()


def test_locked_while_it_must_be_made(database: Path) -> None:
    database.parent.mkdir()
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreIsLocked):
        Store.open(database, patience=0.2)
    other.close()
    Store.open(database, patience=0.2).close()


def test_a_copy_of_the_file_and_its_evidence_is_a_whole_store(store: Store, database: Path, tmp_path: Path) -> None:
    store.add_organisation("Regio")
    sha256, _ = store.evidence.put(b"<html>", "text/html")
    store.close()
    shutil.copytree(database.parent, tmp_path / "copy")
    with Store.open(tmp_path / "copy" / database.name) as copy:
        assert [found.name for found in copy.organisations()] == ["Regio"]
        assert copy.evidence.get(sha256) == b"<html>"
