"""All tables together, for the migrations and their tests: each part of the house keeps its own file."""

from __future__ import annotations

from eaa_checker.store import schema, trail_schema
from eaa_checker.store.columns import METADATA

__all__ = ["METADATA", "schema", "trail_schema"]
