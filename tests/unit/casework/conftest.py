"""A store in a fresh folder or on a PostgreSQL server, with one organisation and one web site; two who act on it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from cases_made import examined
from dossiers_made import COMPLETE, dossier_scan
from postgresql_server import Server

from eaa_checker.casework.dossiers import DossierDesk
from eaa_checker.domain.dossier import SealedDossier
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.trail import Actor
from eaa_checker.store import Store

ANNA = Actor("Anna de Vries", "anna@werkplek")
BRAM = Actor("Bram Jansen", "bram@werkplek")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The tests that a file names in ``ON_BOTH`` run on SQLite and on PostgreSQL."""
    if "backend" in metafunc.fixturenames:  # a file with a store of its own does without
        both = metafunc.function.__name__ in getattr(metafunc.module, "ON_BOTH", ())
        metafunc.parametrize("backend", ["sqlite", "postgresql"] if both else ["sqlite"], scope="function")


@pytest.fixture
def shared(server: Server) -> Iterator[str]:
    """The address of a database on the server with all tables in it."""
    address = server.new_store()
    yield address
    server.drop(address)


@pytest.fixture
def store(backend: str, tmp_path: Path, migrated: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    if backend == "postgresql":
        with Store.open(request.getfixturevalue("shared"), evidence=tmp_path / "bewijs", patience=2.0) as opened:
            yield opened
        return
    path = tmp_path / "toezicht.sqlite"
    shutil.copy(migrated, path)
    with Store.open(path, patience=2.0) as opened:
        yield opened


@pytest.fixture
def target(store: Store) -> Target:
    owner = store.add_organisation("Veiligheidsregio Voorbeeld")
    return store.add_target(owner.id, "Website", "https://voorbeeld.test/", emergency=True)


@pytest.fixture
def anna() -> Actor:
    return ANNA


@pytest.fixture
def bram() -> Actor:
    return BRAM


@pytest.fixture(scope="session")
def examined_folder(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Path:
    """A store with case 1 in the phase of action and its approved sample 1, made once, to be copied."""
    folder = tmp_path_factory.mktemp("examined")
    shutil.copy(migrated, folder / "toezicht.sqlite")
    with Store.open(folder / "toezicht.sqlite") as opened:
        owner = opened.add_organisation("Veiligheidsregio Voorbeeld")
        site = opened.add_target(owner.id, "Website", "https://voorbeeld.test/", emergency=True)
        assert (examined(opened, ANNA, site).id, site.id) == (1, 1)
    return folder


@pytest.fixture
def examined_store(tmp_path: Path, examined_folder: Path) -> Iterator[Store]:
    """A copy of it for one test."""
    shutil.copytree(examined_folder, tmp_path / "examined")
    with Store.open(tmp_path / "examined" / "toezicht.sqlite", patience=2.0) as opened:
        yield opened


@pytest.fixture
def sealed(request: pytest.FixtureRequest, store: Store, target: Target) -> SealedDossier:
    """A complete dossier of a scan, sealed by the ``desk`` of the file."""
    desk: DossierDesk = request.getfixturevalue("desk")
    scan = dossier_scan(store, target)
    return desk.make_of_scan(scan.id, COMPLETE, description="De foto op de voorpagina heeft geen naam.")
