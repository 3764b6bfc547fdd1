"""The registers of an older store come along: every link stays, and gets room for a history."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import text

from eaa_checker.domain.organisation import Criticality, Role
from eaa_checker.store import Store
from eaa_checker.store.database import sqlite_engine
from eaa_checker.store.opening import migrate


def test_links_of_an_older_store_are_kept(database: Path) -> None:
    database.parent.mkdir()
    engine = sqlite_engine(database, 2.0)
    with engine.execution_options(writing=True).connect() as connection, connection.begin():
        migrate(connection, "0002")
        for statement in (
            "INSERT INTO organisation (id, name, name_key, oin, kvk, kind, created) "
            "VALUES (1, 'Regio', 'regio', '', '', 'Veiligheidsregio', '2026-01-01'), "
            "(2, 'Bouwer', 'bouwer', '', '', '', '2026-01-01')",
            "INSERT INTO target (id, name, name_key, address, kind, extra_hosts, emergency, created) "
            "VALUES (1, 'Site', 'site', 'https://regio.test/', 'web-site', '[]', 1, '2026-01-01')",
            "INSERT INTO organisation_target (organisation_id, target_id, role) "
            "VALUES (2, 1, 'supplier'), (1, 1, 'responsible')",
        ):
            connection.execute(text(statement))
    engine.dispose()
    with Store.open(database) as store:
        assert {(link.organisation_name, link.role, link.valid_from) for link in store.registers.links()} == {
            ("Bouwer", Role.SUPPLIER, None),
            ("Regio", Role.RESPONSIBLE, None),
        }
        target = store.target("Site")
        assert (target.organisation_name, target.criticality, target.version) == ("Regio", Criticality.NOT_ASSESSED, 1)
        organisation = store.organisation("Regio")
        assert (organisation.tags, organisation.tooi, organisation.parent_id, organisation.version) == ((), "", None, 1)
