"""A PostgreSQL server of our own for the tests: made in a scratch folder, reached by a socket, gone afterwards."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

MISSING = "no PostgreSQL on this machine: packaging/prepare-database.sh could not install it"

GUEST = "gast"
"""A user who needs a password: ``geheim``."""

_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "log_min_messages": "error",
    "max_connections": "60",
    "shared_buffers": "32MB",
    "jit": "off",
    "autovacuum": "off",
}


def programs() -> Path | None:
    """The folder with ``initdb`` and ``pg_ctl``; Debian keeps them out of the search path."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[4]))
    return found[-1].parent if found else None


class Server:
    """A running server. ``new()`` makes a database, empty or with all our tables."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self._folder = folder
        self._numbers = itertools.count(1)
        self._templates: set[str] = set()
        self._process: subprocess.Popen[bytes] | None = None

    def _command(self, program: str, *arguments: str, until_we_end: bool = False) -> list[str]:
        """The command line of a program of PostgreSQL, which refuses to run as root."""
        options = ["--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
        if until_we_end and shutil.which("setpriv"):
            options.append("--pdeathsig=QUIT")  # also when these tests are killed
        before = ["setpriv", *options] if options else []
        return [*before, str(self._programs / program), *arguments]

    def _run(self, program: str, *arguments: str) -> None:
        command = self._command(program, *arguments)
        log = self._folder / "commands.log"
        with log.open("ab") as stream:
            done = subprocess.run(command, stdout=stream, stderr=stream, cwd="/", check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{program} failed:\n{log.read_text(errors='replace')[-3000:]}")

    def make(self) -> None:
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(self._folder, owner.pw_uid, owner.pw_gid)
        data = self._folder / "data"
        self._run(
            "initdb", "--no-sync", "--username=inspectie", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8",
            f"--pgdata={data}",
        )  # fmt: skip
        rules = data / "pg_hba.conf"
        rules.write_text(f"local all {GUEST} scram-sha-256\nlocal all all trust\n")
        self.start()
        self.sql(f"CREATE ROLE {GUEST} LOGIN PASSWORD 'geheim'")

    def start(self) -> None:
        import psycopg

        settings = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
        arguments = ["-D", str(self._folder / "data"), "-k", str(self._folder), *settings]
        with (self._folder / "server.log").open("ab") as log:
            command = self._command("postgres", *arguments, until_we_end=True)
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd="/")
        until = time.monotonic() + 60
        while True:
            try:
                return self.sql("SELECT 1")
            except psycopg.OperationalError:
                if self._process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError((self._folder / "server.log").read_text(errors="replace")[-3000:]) from None
                time.sleep(0.05)

    def stop(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)  # at once; nothing of it is kept
            self._process.wait(30)

    def address(self, database: str, user: str = "inspectie", password: str = "") -> str:
        who = f"{user}:{password}" if password else user
        return f"postgresql://{who}@/{database}?host={quote(str(self._folder))}"

    def sql(self, statement: str, database: str = "postgres") -> None:
        import psycopg

        with psycopg.connect(self.address(database), autocommit=True) as connection:
            connection.execute(statement)

    def new(self, template: str = "template0") -> str:
        """The address of a new database, a copy of *template*."""
        name = f"toets_{next(self._numbers)}"
        self.sql(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.address(name)

    def new_store(self) -> str:
        """The address of a new database that has all our tables already."""
        from eaa_checker.store import Store

        if not self._templates:
            self.sql("CREATE DATABASE ingericht TEMPLATE template0")
            Store.open(self.address("ingericht"), evidence=self._folder / "evidence").close()
            self._templates.add("ingericht")
        return self.new("ingericht")

    def drop(self, address: str) -> None:
        name = address.partition("@/")[2].partition("?")[0]
        self.sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@contextmanager
def running() -> Iterator[Server | None]:
    """A server while the context lasts; None where there is none to run."""
    found = programs()
    if found is None:
        yield None
        return
    # Not pytest's own folder: the path of a socket may have 107 bytes at most, and only root may look into it.
    folder = Path(tempfile.mkdtemp(prefix="eaa-pg-", dir="/tmp"))
    server = Server(found, folder)
    try:
        server.make()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
