"""What the risk picture draws on: facts of each target, weights with their versions, adjustments by an inspector."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select

from eaa_checker.domain.organisation import Criticality, Role
from eaa_checker.domain.risk import Adjustment, Factor, Facts, Standing, Weighing, Weight, checked
from eaa_checker.domain.signal import SignalSource, SignalState, SignalWeight
from eaa_checker.domain.trail import Actor
from eaa_checker.domain.trend import ScanFigure
from eaa_checker.errors import NotFound
from eaa_checker.store.cases_schema import SIGNAL
from eaa_checker.store.database import Database, among
from eaa_checker.store.figures_schema import RISK_ADJUSTMENT, RISK_WEIGHING, SCAN_FIGURE
from eaa_checker.store.schema import ORGANISATION, ORGANISATION_TARGET, TARGET
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit

_CRITICALITIES = {one.value: one for one in Criticality}
_WEIGHTS = {SignalWeight.LIGHT.value: 1.0, SignalWeight.ORDINARY.value: 2.0, SignalWeight.HEAVY.value: 4.0}


class RiskBook(Database):
    """The part of the store that the risk picture is made from."""

    def facts(self, organisation_id: int | None = None) -> list[Facts]:
        """What is known of every target that still exists, of organisations that do, or of the one."""
        now = datetime.now(UTC).date()
        with self._reading() as connection:
            organisations = {row.id: row for row in connection.execute(_ORGANISATIONS)}
            owners, suppliers = _links(connection, now)
            if organisation_id is not None:
                owners = {target: owner for target, owner in owners.items() if owner == organisation_id}
            few = None if organisation_id is None else among(connection, SCAN_FIGURE.c.target_id, owners)
            seen = {figure[0]: figure for figure in connection.execute(_last_examined(few))}
            last = dict(connection.execute(_last_attempt(few)).all())
            signals = _signals(connection)
            adjustments = connection.execute(select(RISK_ADJUSTMENT).where(RISK_ADJUSTMENT.c.points != 0))
            adjusted = {row.target_id: _adjustment(row) for row in adjustments}
            query = _TARGETS.where(or_(TARGET.c.ended.is_(None), TARGET.c.ended >= now))
            if organisation_id is not None:
                query = query.where(among(connection, TARGET.c.id, owners))
            targets = connection.execute(query).all()
        gone = {number for number, row in organisations.items() if row.ended is not None and row.ended < now}
        sectors = {number: _sectors(row) for number, row in organisations.items()}
        found = []
        for number, name, criticality, emergency, statement in targets:
            owner = owners.get(number)
            if owner is None or owner in gone:
                continue
            count, weight, about_statement = _together(signals, number, owner)
            found.append(
                Facts(
                    number,
                    name,
                    owner,
                    organisations[owner].name,
                    sectors[owner],
                    tuple(organisations[one].name for one in suppliers.get(number, ())),
                    _CRITICALITIES[criticality],
                    emergency,
                    statement,
                    count,
                    weight,
                    about_statement,
                    adjusted.get(number),
                    *_seen(seen.get(number), last.get(number)),
                )
            )
        return found

    def target_ids(self) -> list[int]:
        """The targets that `facts` is about, without all that is known of them."""
        now = datetime.now(UTC).date()
        with self._reading() as connection:
            owners, _ = _links(connection, now)
            gone = set(connection.execute(select(ORGANISATION.c.id).where(ORGANISATION.c.ended < now)).scalars())
            query = select(TARGET.c.id).where(or_(TARGET.c.ended.is_(None), TARGET.c.ended >= now))
            return [one for one in connection.execute(query).scalars() if owners.get(one, 0) not in gone | {0}]

    def figures(self, target_ids: Sequence[int] | None = None) -> Iterator[ScanFigure]:
        """The figures of every ended scan, of these targets or all, in order of ending."""
        columns = ("scan_id", "target_id", "ended", "tested", "failed", "engine", "rule_book")
        query = select(*(SCAN_FIGURE.c[name] for name in columns)).order_by(SCAN_FIGURE.c.ended, SCAN_FIGURE.c.scan_id)
        wanted = None if target_ids is None else frozenset(target_ids)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        yield from (ScanFigure(*row) for row in rows if wanted is None or row[1] in wanted)

    def weighings(self) -> list[Weighing]:
        """All versions of the weights, newest first; there is at least one."""
        with self._reading() as connection:
            rows = connection.execute(select(RISK_WEIGHING).order_by(RISK_WEIGHING.c.number.desc())).all()
        return [_weighing(row) for row in rows]

    def weighing(self) -> Weighing:
        """The weights in force."""
        query = select(RISK_WEIGHING).order_by(RISK_WEIGHING.c.number.desc()).limit(1)
        with self._reading() as connection:
            return _weighing(connection.execute(query).one())

    def add_weighing(self, by: Actor, weights: Sequence[Weight], reason: str) -> Weighing:
        """A next version of the weights, in force from now on."""
        stored = [{"factor": one.factor.value, "weight": one.weight, "full": one.full} for one in weights]
        with self._writing() as connection:
            number = int(connection.execute(select(func.max(RISK_WEIGHING.c.number))).scalar_one()) + 1
            connection.execute(
                RISK_WEIGHING.insert().values(
                    number=number, instant=datetime.now(UTC), actor=by.name, reason=reason, weights=stored
                )
            )
            record(connection, by, "risk.weighed", f"risk:{number}", ground=reason, details={"weights": stored})
            return _weighing(connection.execute(select(RISK_WEIGHING).where(RISK_WEIGHING.c.number == number)).one())

    def adjust(
        self, by: Actor, target_id: int, points: float, reason: str, version: int, *, ground: str = ""
    ) -> Adjustment:
        """Sets the adjustment of a target; *version* is that of the one seen, 0 where there was none.

        *reason* stands with the adjustment, *ground* in the decision trail: the same unless it is given.
        Raises NotFound, and EditedMeanwhile when somebody else adjusted it first.
        """
        with self._writing() as connection:
            row = _row_of(connection, target_id)
            if row is None:
                if connection.execute(select(TARGET.c.id).where(TARGET.c.id == target_id)).first() is None:
                    raise _no_target(target_id)
                if version:
                    raise _gone()
                values = {"points": points, "reason": reason, "actor": by.name, "instant": datetime.now(UTC)}
                connection.execute(RISK_ADJUSTMENT.insert().values(target_id=target_id, version=1, **values))
                before = None
            else:
                if not row.points and version == 0:  # none is seen where one was taken away
                    version = row.version
                if not row.points and version != row.version:
                    raise _gone()
                before = _set(connection, row.id, by, points, reason, version)["points"] or None
            details = {"points": points, "before": before}
            record(connection, by, "risk.adjusted", f"target:{target_id}", ground=ground or reason, details=details)
            return _adjustment(_row_of(connection, target_id))

    def drop_adjustment(self, by: Actor, target_id: int, reason: str, version: int | None = None) -> int:
        """Takes the adjustment of a target away; gives the version that leaves.

        The row stays, with no points: versions go on, so that nobody's edit is taken for another one. *version*: that
        of the adjustment seen; None takes any. Raises NotFound when there is none (any more), EditedMeanwhile.
        """
        with self._writing() as connection:
            row = _row_of(connection, target_id)
            if row is None or not row.points:
                raise _gone()
            seen = row.version if version is None else version
            before = _set(connection, row.id, by, 0.0, "", seen)
            record(
                connection, by, "risk.adjustment-dropped", f"target:{target_id}", ground=reason,
                details={"before": before["points"]},
            )  # fmt: skip
            return seen + 1


_ORGANISATIONS = select(
    ORGANISATION.c.id, ORGANISATION.c.name, ORGANISATION.c.kind, ORGANISATION.c.tags, ORGANISATION.c.ended
)
_TARGETS = select(
    TARGET.c.id, TARGET.c.name, TARGET.c.criticality, TARGET.c.emergency, TARGET.c.statement_status
)
_FIGURE = (
    "target_id", "scan_id", "ended", "failed", "again", "unsure", "groups_hit", "found", "tested", "engine",
    "rule_book", "generator",
)  # fmt: skip


def _last_examined(few: Any) -> Any:
    """The figures of the last scan of each target that examined a page; *few*: a condition on the targets."""
    last = select(func.max(SCAN_FIGURE.c.scan_id)).where(SCAN_FIGURE.c.tested > 0).group_by(SCAN_FIGURE.c.target_id)
    last = last if few is None else last.where(few)
    return select(*(SCAN_FIGURE.c[name] for name in _FIGURE)).where(SCAN_FIGURE.c.scan_id.in_(last))


def _last_attempt(few: Any) -> Any:
    """The last scan of each target, whatever came of it."""
    query = select(SCAN_FIGURE.c.target_id, func.max(SCAN_FIGURE.c.scan_id)).group_by(SCAN_FIGURE.c.target_id)
    return query if few is None else query.where(few)


def _links(connection: Connection, now: Any) -> tuple[dict[int, int], dict[int, list[int]]]:
    """Target → organisation that answers for it; target → its suppliers."""
    link = ORGANISATION_TARGET.c
    query = select(link.target_id, link.organisation_id, link.role).where(
        or_(link.valid_until.is_(None), link.valid_until >= now)
    )
    owners: dict[int, int] = {}
    suppliers: dict[int, list[int]] = {}
    for target, organisation, role in connection.execute(query.order_by(link.role != Role.RESPONSIBLE.value, link.id)):
        if role == Role.SUPPLIER.value:
            suppliers.setdefault(target, []).append(organisation)
        else:
            owners.setdefault(target, organisation)
    return owners, suppliers


def _sectors(owner: Any) -> tuple[str, ...]:
    kinds = (part.strip() for part in owner.kind.split(","))
    return tuple(dict.fromkeys(name for name in (*kinds, *owner.tags.splitlines()) if name))


_Key = tuple[str, int]


def _signals(connection: Connection) -> dict[_Key, tuple[int, float, int]]:
    """Open signals of each target and organisation: number, weight together, how many about the statement."""
    open_ = [state.value for state in SignalState if not state.settled]
    columns = (SIGNAL.c.target_id, SIGNAL.c.organisation_id, SIGNAL.c.weight, SIGNAL.c.source)
    query = select(*columns, func.count()).where(SIGNAL.c.state.in_(open_)).group_by(*columns)
    found: dict[_Key, tuple[int, float, int]] = {}
    for target, organisation, weight, source, number in connection.execute(query):
        key = ("organisation", organisation) if target is None else ("target", target)
        count, together, about = found.get(key, (0, 0.0, 0))
        about += number if source == SignalSource.STATEMENT.value else 0
        found[key] = (count + number, together + number * _WEIGHTS[weight], about)
    return found


def _together(signals: dict[_Key, tuple[int, float, int]], target: int, owner: int) -> tuple[int, float, int]:
    """Signals about the target itself and those about its organisation as a whole."""
    none = (0, 0.0, 0)
    one, other = signals.get(("target", target), none), signals.get(("organisation", owner), none)
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


def _seen(figure: Sequence[Any] | None, last: int | None) -> tuple[Any, ...]:
    """The values of `Facts` from *standing* to *last_attempt_failed*."""
    if figure is None:
        standing = Standing.NEVER if last is None else Standing.ONLY_FAILED
        return standing, None, 0, None, 0, 0, 0, 0, "", "", "", False
    _, scan_id, ended, *counts = figure
    return Standing.EXAMINED, ended, *counts, last is not None and last > scan_id


def _weighing(row: Any) -> Weighing:
    weights = [Weight(Factor(one["factor"]), one["weight"], one["full"]) for one in row.weights]
    return Weighing(row.number, row.instant, row.actor, row.reason, checked(weights))


def _row_of(connection: Connection, target_id: int) -> Any:
    return connection.execute(select(RISK_ADJUSTMENT).where(RISK_ADJUSTMENT.c.target_id == target_id)).first()


def _set(
    connection: Connection, id: int, by: Actor, points: float, reason: str, version: int
) -> dict[str, Any]:
    values = {"points": points, "reason": reason, "actor": by.name, "instant": datetime.now(UTC)}
    return edit(connection, RISK_ADJUSTMENT, id, version, values)


def _adjustment(row: Any) -> Adjustment:
    return Adjustment(row.target_id, row.points, row.reason, row.actor, row.instant, row.version)


def _no_target(target_id: int) -> NotFound:
    return NotFound(
        f"Er is geen object met nummer {target_id}. Bekijk welke objecten er zijn.",
        f"There is no target number {target_id}. See which targets there are.",
        mend="eaa-checker target list",
    )


def _gone() -> NotFound:
    return NotFound(
        "Er is geen bijstelling (meer): iemand anders heeft die weggehaald.",
        "There is no adjustment (any more): somebody else took it away.",
        mend="eaa-checker risk show",
    )
