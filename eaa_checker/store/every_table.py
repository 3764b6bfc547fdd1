"""All tables together, for the migrations and their tests: each part of the house keeps its own file."""

from __future__ import annotations

from eaa_checker.store import (
    cases_schema,
    dossiers_schema,
    figures_schema,
    findings_schema,
    letters_schema,
    packages_schema,
    registers_schema,
    schema,
    trail_schema,
)
from eaa_checker.store.columns import METADATA

__all__ = [
    "METADATA",
    "cases_schema",
    "dossiers_schema",
    "figures_schema",
    "findings_schema",
    "letters_schema",
    "packages_schema",
    "registers_schema",
    "schema",
    "trail_schema",
]
