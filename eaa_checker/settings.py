"""What the inspector may set once for all scans: where data lives, which browser, and how we make ourselves known.

Read from ``settings.toml`` in the configuration folder and from ``EAA_CHECKER_*`` variables (these win)::

    database = "/srv/eaa/onderzoek.sqlite3"     # or "postgresql://user@server/name", shared by a team
    evidence = "/srv/eaa/bewijs"                # only for a shared database: the folder that the team shares
    browser  = "/usr/bin/chromium"
    contact  = "https://www.example.nl/over-onze-scanner"
    timestamp_authority    = "https://tsa.example.nl/"      # RFC 3161; seals are stamped there
    timestamp_certificates = "/etc/eaa/tsa.pem"             # whom we believe
    language = "nl"
    inspector = "A. de Vries"
    letters  = "/srv/eaa/huisstijl"             # own templates, style.toml, logo.png, style.docx, style.odt
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from eaa_checker import __version__
from eaa_checker.errors import BadInput

NAME = "eaa-checker"
DEFAULT_CONTACT = "https://www.inspectie-jenv.nl/"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force; *source* says where each non-default value came from."""

    database: Path | str
    """A file, or the ``postgresql://`` address of a database that a team shares."""
    browser: str = ""
    """Path of the browser to use; empty lets discovery choose."""
    contact: str = DEFAULT_CONTACT
    """Address in our user agent where a site's owner can read who visits."""
    language: str = "nl"
    inspector: str = ""
    """Name under which decisions are recorded; empty takes the name of the account on this machine."""
    evidence: Path | None = None
    """The shared folder of evidence for a shared database; None takes `default_evidence`. Beside a file it stands
    beside that file."""
    timestamp_authority: str = ""
    """Web address of a time-stamping authority (RFC 3161); empty puts no time-stamp on seals."""
    timestamp_certificates: Path | None = None
    """PEM file with the certificates under which its time-stamps are believed."""
    letters: Path | None = None
    """Folder with the organisation's own letter templates and house style; None uses those of the program."""
    source: Mapping[str, str] = ()  # type: ignore[assignment]

    @property
    def identification(self) -> str:
        """What is added to the browser's own user agent."""
        return f"EAA-Checker/{__version__} (+{self.contact})"


def configuration_file() -> Path:
    """Where ``settings.toml`` is looked for."""
    return platformdirs.user_config_path(NAME) / "settings.toml"


def default_database() -> Path:
    return platformdirs.user_data_path(NAME) / "eaa-checker.sqlite3"


def default_evidence() -> Path:
    return platformdirs.user_data_path(NAME) / "evidence"


def database_of(text: str) -> Path | str:
    """What a person gives as a database: the address of one on a server, or a file."""
    return text if text.startswith(("postgresql:", "postgres:")) else Path(text).expanduser()


def read(environment: Mapping[str, str] | None = None, file: Path | None = None) -> Settings:
    """The settings from *file* and *environment* (defaults: the user's own).

    Raises BadInput when the file cannot be understood or names an unknown setting.
    """
    environment = os.environ if environment is None else environment
    file = configuration_file() if file is None else file
    values: dict[str, str] = {}
    source: dict[str, str] = {}
    known = ("database", "evidence", "browser", "contact", "language", "inspector", "timestamp_authority",
             "timestamp_certificates", "letters")  # fmt: skip
    if file.is_file():
        try:
            raw = tomllib.loads(file.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise BadInput(
                f"Het instellingenbestand {file} is niet te lezen: {error}. Herstel of verwijder het.",
                f"The settings file {file} cannot be read: {error}. Mend or remove it.",
            ) from error
        for key, value in raw.items():
            if key not in known or not isinstance(value, str):
                raise BadInput(
                    f"Onbekende instelling “{key}” in {file}. Toegestaan: {', '.join(known)} (tekst).",
                    f"Unknown setting “{key}” in {file}. Allowed: {', '.join(known)} (text).",
                )
            values[key], source[key] = value, str(file)
    for key in known:
        name = f"EAA_CHECKER_{key.upper()}"
        if environment.get(name):
            values[key], source[key] = environment[name], name
    language = values.get("language", "nl")
    if language not in ("nl", "en"):
        raise BadInput(
            f"Taal “{language}” bestaat niet; kies nl of en.", f"There is no language “{language}”; choose nl or en."
        )
    return Settings(
        database=database_of(values["database"]) if "database" in values else default_database(),
        browser=values.get("browser", ""),
        contact=values.get("contact", DEFAULT_CONTACT),
        language=language,
        inspector=values.get("inspector", ""),
        evidence=Path(values["evidence"]).expanduser() if "evidence" in values else None,
        timestamp_authority=values.get("timestamp_authority", ""),
        timestamp_certificates=(
            Path(values["timestamp_certificates"]).expanduser() if "timestamp_certificates" in values else None
        ),
        letters=Path(values["letters"]).expanduser() if "letters" in values else None,
        source=source,
    )
