"""The figures of a scan, counted once when it ends: a risk picture of thousands of scans cannot count each time."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, case, func, select

from eaa_checker.store.figures_schema import SCAN_FIGURE
from eaa_checker.store.passages import statement_of
from eaa_checker.store.schema import OBSERVATION, PASSAGE, SCAN
from rules.contract import Verdict

_FAILED = OBSERVATION.c.verdict == Verdict.FAILED.value


def write_figures(connection: Connection, scan_id: int) -> None:
    """Count what an ended scan saw, in the transaction that ends it."""
    scan = connection.execute(select(SCAN).where(SCAN.c.id == scan_id)).one()
    told: dict[str, Any] = scan.circumstances
    failed, unsure, disputed = connection.execute(
        select(
            _sum(_FAILED),
            _sum(OBSERVATION.c.verdict == Verdict.CANNOT_TELL.value),
            _sum(OBSERVATION.c.disputed),
        ).where(OBSERVATION.c.scan_id == scan_id)
    ).one()
    before = _before(connection, scan.target_id, scan_id) if scan.tested else None
    values = {
        "scan_id": scan_id,
        "target_id": scan.target_id,
        "state": scan.state,
        "ended": scan.ended or scan.created,
        "found": scan.found,
        "tested": scan.tested,
        "unreached": scan.failed,
        "failed": failed,
        "again": None if before is None else _again(connection, scan_id, before),
        "unsure": unsure,
        "disputed": disputed,
        "groups_hit": len(_groups_hit(connection, scan_id)),
        "engine": str(told.get("tool", "")),
        "rule_book": str(told.get("rule_book", "")),
        "generator": str(told.get("generator", "")),
    }
    connection.execute(SCAN_FIGURE.insert().values(values))


def _sum(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _before(connection: Connection, target_id: int, scan_id: int) -> int | None:
    """The last scan before this one that examined a page of the target."""
    query = select(func.max(SCAN_FIGURE.c.scan_id)).where(
        SCAN_FIGURE.c.target_id == target_id, SCAN_FIGURE.c.scan_id != scan_id, SCAN_FIGURE.c.tested > 0
    )
    number: int | None = connection.execute(query).scalar()
    return number


def _again(connection: Connection, scan_id: int, before: int) -> int:
    """Failed observations that had failed in the scan *before* too."""
    earlier = OBSERVATION.alias("earlier")
    query = (
        select(func.count())
        .select_from(OBSERVATION)
        .join(
            earlier,
            (earlier.c.scan_id == before)
            & (earlier.c.fingerprint == OBSERVATION.c.fingerprint)
            & (earlier.c.verdict == OBSERVATION.c.verdict),
        )
        .where(OBSERVATION.c.scan_id == scan_id, _FAILED)
    )
    return int(connection.execute(query).scalar_one())


def _groups_hit(connection: Connection, scan_id: int) -> set[str]:
    """The functional performance statements (EN 301 549, clause 4.2) of what failed: who is shut out."""
    said = select(OBSERVATION.c.statement_id).where(OBSERVATION.c.scan_id == scan_id, _FAILED)
    bodies = connection.execute(select(PASSAGE.c.body).where(PASSAGE.c.id.in_(said))).scalars()
    return {group for body in bodies for group in statement_of(body).hits}
