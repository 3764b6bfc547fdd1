"""The risk picture: where to look first, why, and how much is known; weights and adjustments with their reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from eaa_checker.domain.risk import (
    Adjustment,
    Factor,
    Facts,
    RiskGroup,
    RiskLine,
    RiskPicture,
    Weighing,
    Weight,
    checked,
    coverage,
    grouped,
    ranked,
    weigh,
)
from eaa_checker.domain.trail import Actor
from eaa_checker.domain.trend import Trend, trend
from eaa_checker.errors import BadInput, NotFound
from eaa_checker.store import Store

MOST = 10.0
"""Points an inspector can add or take: less than the 24 between the lowest and the highest score."""


class RiskDesk:
    """Phase 2 of supervision: what people weigh, and what follows from it. A score ranks; it never judges."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor

    def picture(self, *, sector: str = "", organisation_id: int | None = None, limit: int | None = None) -> RiskPicture:
        """Targets by score, of one sector (a type or tag, case does not matter) or organisation, the first *limit*."""
        weighing, now = self._store.risk.weighing(), datetime.now(UTC)
        facts = [one for one in self._store.risk.facts(organisation_id) if _in_sector(one, sector)]
        lines = ranked(facts, weighing, now)
        return RiskPicture(weighing, coverage(facts), tuple(lines[:limit]), now)

    def target(self, target_id: int) -> RiskLine:
        """One target with every factor. Raises NotFound."""
        for one in self._store.risk.facts():
            if one.target_id == target_id:
                return weigh(one, self._store.risk.weighing(), datetime.now(UTC))
        raise NotFound(
            f"Er is geen object met nummer {target_id} in het risicobeeld.",
            f"There is no target number {target_id} in the risk picture.",
            mend="eaa-checker target list",
        )

    def sectors(self) -> list[RiskGroup]:
        """By type and tag of the organisation; a target of several sectors counts in each."""
        lines = self.picture().lines
        return grouped(lines, ((line, name) for line in lines for name in line.facts.sectors or ("–",)))

    def suppliers(self) -> list[RiskGroup]:
        """By supplier, and by content management system where the site says what it was made with."""
        lines = self.picture().lines
        return grouped(lines, ((line, name) for line in lines for name in _makers(line.facts)))

    def makers(self, line: RiskLine) -> tuple[str, ...]:
        """The groups of `suppliers` that a target belongs to."""
        return tuple(_makers(line.facts))

    def trend(self, *, sector: str = "") -> Trend:
        """Barriers by month, of one sector or all; broken where the engine or the rule book changed."""
        if sector:
            ids = [one.target_id for one in self._store.risk.facts() if _in_sector(one, sector)]
        else:
            ids = self._store.risk.target_ids()
        return trend(self._store.risk.figures(ids), len(ids))

    def weighing(self) -> Weighing:
        """The weights in force."""
        return self._store.risk.weighing()

    def weighings(self) -> list[Weighing]:
        """All versions of the weights, newest first."""
        return self._store.risk.weighings()

    def reweigh(
        self, changes: Mapping[Factor, tuple[float | None, float | None]], reason: str, *, version: int | None = None
    ) -> Weighing:
        """A next version of the weights. *changes*: factor → new weight and new full amount, None keeps either.

        *version*: the number of the weighing that was seen. Raises BadInput without a reason, for unsound numbers,
        and when there is a newer weighing than the one seen.
        """
        now = self._store.risk.weighing()
        if version is not None and version != now.number:
            raise BadInput(
                f"Er is intussen een nieuwere weging ({now.number}, {now.actor}: {now.reason}). Bekijk die eerst.",
                f"There is a newer weighing meanwhile ({now.number}, {now.actor}: {now.reason}). Look at that first.",
                mend="eaa-checker risk weights",
            )
        weights = []
        for old in now.weights:
            weight, full = changes.get(old.factor, (None, None))
            new_weight = old.weight if weight is None else weight
            weights.append(Weight(old.factor, new_weight, old.full if full is None else full))
        return self._store.risk.add_weighing(self._actor, checked(weights), _reason(reason))

    def adjust(self, target_id: int, points: float, reason: str, *, version: int | None = None) -> Adjustment:
        """Adds *points* (−10 to 10) to a target's score, which is shown with the reason.

        *version*: that of the adjustment as it was seen, 0 for none; None takes it as it is now.
        Raises BadInput without a reason and for no points, NotFound, EditedMeanwhile.
        """
        if not points:
            raise BadInput(
                "Nul punten is geen bijstelling. Haal een bijstelling weg om de score te laten zoals zij is.",
                "No points is no adjustment. Take an adjustment away to leave the score as it is.",
                mend="eaa-checker risk adjust … 0",
            )
        if not -MOST <= points <= MOST:
            raise BadInput(
                f"Een bijstelling is ten hoogste {MOST:g} punten naar boven of beneden.",
                f"An adjustment is {MOST:g} points up or down at most.",
            )
        ground = _reason(reason)
        if version is None:
            seen = next((f.adjustment for f in self._store.risk.facts() if f.target_id == target_id), None)
            version = seen.version if seen else 0
        return self._store.risk.adjust(self._actor, target_id, points, ground, version)

    def drop_adjustment(self, target_id: int, reason: str, *, version: int | None = None) -> int:
        """Takes an adjustment away; gives the version that leaves. *version*: as it was seen, None takes any.

        Raises BadInput without a reason, NotFound, EditedMeanwhile.
        """
        return self._store.risk.drop_adjustment(self._actor, target_id, _reason(reason), version)

    def put_back_adjustment(self, target_id: int, before: Adjustment | None, version: int, reason: str) -> int:
        """Stores the adjustment that was there *before* (None: there was none) over *version*; gives the new version.

        *reason* is that of the putting back; the adjustment has its own again. Raises BadInput, EditedMeanwhile.
        """
        ground = _reason(reason)
        if before is None:
            return self._store.risk.drop_adjustment(self._actor, target_id, ground, version)
        return self._store.risk.adjust(
            self._actor, target_id, before.points, before.reason, version, ground=ground
        ).version

    def put_back_weighing(self, before: Weighing, version: int, reason: str) -> int:
        """A next weighing with the weights of *before*, over the weighing *version*; gives its number.

        Raises BadInput when there is a newer one than *version*.
        """
        weights = {one.factor: (one.weight, one.full) for one in before.weights}
        return self.reweigh(dict(weights), reason, version=version).number


def _reason(text: str) -> str:
    if not text.strip():
        raise BadInput(
            "Wie de rangorde verandert, geeft een reden.", "Who changes the ranking gives a reason."
        )
    return text.strip()


def _in_sector(facts: Facts, sector: str) -> bool:
    return not sector or sector.casefold() in (name.casefold() for name in facts.sectors)


def _makers(facts: Facts) -> Iterator[str]:
    yield from facts.suppliers
    product = cms(facts.generator)
    if product:
        yield f"CMS: {product}"
    if not product and not facts.suppliers:
        yield "–"


def cms(generator: str) -> str:
    """The product that a generator text names, without its version: one cluster for “WordPress 6.8.1” and “6.9”."""
    words: Sequence[str] = generator.split()
    kept: list[str] = []
    for word in words:
        if kept and (any(letter.isdigit() for letter in word) or word.startswith(("(", "http", "-", "–"))):
            break
        kept.append(word.strip(";,"))
    return " ".join(kept)
