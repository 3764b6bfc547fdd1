"""Where a sealed dossier stands: the register keeps where it was made for good, a restored database has its own."""

from __future__ import annotations

import re
from pathlib import Path


def default_folder(database: Path) -> Path:
    """The folder of dossiers that belongs to *database*, beside it."""
    return database.with_name(f"{database.name}.dossiers")


def folder_name(number: int, place: str) -> str:
    """The name of dossier *number* in the default folder and in a backup, made in *place*, on whatever system."""
    last = re.split(r"[\\/]+", place.rstrip("\\/"))[-1]
    return last if re.fullmatch(rf"{number:04}-[a-z0-9-]{{1,80}}", last) else f"{number:04}-dossier"


def standing(database: Path, number: int, place: str) -> str:
    """Where dossier *number*, made in *place*, stands now.

    The database's own folder goes first: a backup that was restored beside the original must not lead to the dossiers
    of the original, which it could then destroy.
    """
    own = default_folder(database) / folder_name(number, place)
    return str(own) if own.is_dir() else place
