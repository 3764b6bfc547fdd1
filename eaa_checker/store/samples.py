"""Samples: their pages, explanations, frozen frame and visits."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update

from eaa_checker.domain.address import FoundBy
from eaa_checker.domain.sample import (
    Absence,
    Frame,
    Ground,
    PageDecision,
    PageState,
    PageType,
    Sample,
    SamplePage,
    SamplePart,
    SampleState,
)
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import NotAllowed, NotFound
from eaa_checker.store.addresses import address_key
from eaa_checker.store.cases_schema import SAMPLE, SAMPLE_ABSENCE, SAMPLE_FRAME, SAMPLE_PAGE
from eaa_checker.store.database import insert_new
from eaa_checker.store.round_seals import require_unsealed
from eaa_checker.store.sample_visits import SampleVisits, case_of
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit


class Samples(SampleVisits):
    """The part of the store that knows samples. Every change of a page makes a new version of its sample too, so
    that a sample is approved as it was checked or not at all."""

    # -- reading ------------------------------------------------------------------------------------------------

    def sample(self, id: int) -> Sample:
        """Raises NotFound."""
        with self._reading() as connection:
            return _read(connection, id)

    def samples(self, case_id: int) -> list[Sample]:
        """The samples of a case, by target."""
        query = select(SAMPLE).where(SAMPLE.c.examination_id == case_id).order_by(SAMPLE.c.target_id)
        with self._reading() as connection:
            return [_sample(connection, row) for row in connection.execute(query).all()]

    def pages(self, sample_id: int, decisions: Collection[PageDecision] = ()) -> list[SamplePage]:
        """The pages of a sample, by type, process and step. Raises NotFound."""
        query = select(SAMPLE_PAGE).where(SAMPLE_PAGE.c.sample_id == sample_id)
        if decisions:
            query = query.where(SAMPLE_PAGE.c.decision.in_([decision.value for decision in decisions]))
        with self._reading() as connection:
            _read(connection, sample_id)
            found = [_page(row) for row in connection.execute(query)]
        types = list(PageType)
        parts = list(SamplePart)
        return sorted(
            found, key=lambda p: (parts.index(p.part), types.index(p.type), p.process, p.step, p.address)
        )

    def page(self, id: int) -> SamplePage:
        """Raises NotFound."""
        with self._reading() as connection:
            return _read_page(connection, id)

    def absences(self, sample_id: int) -> list[Absence]:
        """The page types that the target does not have, as explained."""
        query = select(SAMPLE_ABSENCE).where(SAMPLE_ABSENCE.c.sample_id == sample_id).order_by(SAMPLE_ABSENCE.c.type)
        with self._reading() as connection:
            return [
                Absence(PageType(row.type), row.reason, row.decided_by, row.decided)
                for row in connection.execute(query)
            ]

    def frame(self, sample_id: int) -> Frame | None:
        """The frozen frame of the random part, once it was drawn."""
        with self._reading() as connection:
            row = connection.execute(select(SAMPLE_FRAME).where(SAMPLE_FRAME.c.sample_id == sample_id)).first()
        if row is None:
            return None
        addresses = tuple(json.loads(row.addresses))
        return Frame(row.sample_id, row.scan_id, row.made, row.digest, row.algorithm, addresses)

    # -- composing ----------------------------------------------------------------------------------------------

    def begin(self, by: Actor, case_id: int, target_id: int, visits: int) -> Sample:
        """The sample of that target in that case; a new one when there is none yet."""
        values = {
            "version": 1,
            "examination_id": case_id,
            "target_id": target_id,
            "state": SampleState.DRAFT.value,
            "visits": visits,
            "states": [PageState.DEFAULT.value],
            "seed": "",
            "approved_by": "",
        }
        query = select(SAMPLE).where(SAMPLE.c.examination_id == case_id, SAMPLE.c.target_id == target_id)
        with self._writing() as connection:
            known = connection.execute(query).first()
            if known is not None:
                return _sample(connection, known)
            require_unsealed(connection, case_id)
            # Passed over when somebody else was first on PostgreSQL: both then go on with the same sample.
            made = connection.execute(
                insert_new(connection, SAMPLE).values(values).execution_options(preserve_rowcount=True)
            )
            row = connection.execute(query).one()
            if made.rowcount:
                details = {"case": case_id, "target": target_id}
                record(connection, by, "sample.begun", f"sample:{row.id}", details=details)
            return _sample(connection, row)

    def set(
        self, by: Actor, id: int, version: int, values: Mapping[str, Any], action: str, *, ground: str = ""
    ) -> Sample:
        """Sets *values* of the sample itself and records *action*. Raises NotFound, EditedMeanwhile."""
        with self._writing() as connection:
            require_unsealed(connection, case_of(connection, id))
            before = edit(connection, SAMPLE, id, version, values)
            told = {
                name: [_plain(before[name]), _plain(value)] for name, value in values.items() if before[name] != value
            }
            record(connection, by, action, f"sample:{id}", ground=ground, details=told)
            return _read(connection, id)

    def propose(self, by: Actor, id: int, scan_id: int, pages: Sequence[SamplePage]) -> None:
        """Puts *pages* in place of what a scan proposed before; what was decided stays, and what another evaluation
        proposes. Raises NotFound, NotAllowed."""
        with self._writing() as connection:
            hold_composing(connection, id)
            connection.execute(
                delete(SAMPLE_PAGE).where(
                    SAMPLE_PAGE.c.sample_id == id,
                    SAMPLE_PAGE.c.decision == PageDecision.PROPOSED.value,
                    SAMPLE_PAGE.c.found != FoundBy.EVALUATION.value,
                )
            )
            for page in pages:
                connection.execute(insert_new(connection, SAMPLE_PAGE).values(page_values(id, page)))
            connection.execute(update(SAMPLE).where(SAMPLE.c.id == id).values(scan_id=scan_id))
            details = {"scan": scan_id, "pages": len(pages)}
            record(connection, by, "sample.proposed", f"sample:{id}", details=details)

    def add_page(self, by: Actor, page: SamplePage, ground: str) -> SamplePage:
        """A page that the inspector names. Its address must be new to the sample. Raises NotFound, NotAllowed."""
        with self._writing() as connection:
            hold_composing(connection, page.sample_id)
            added = connection.execute(SAMPLE_PAGE.insert().values(page_values(page.sample_id, page)))
            key = added.inserted_primary_key
            assert key is not None
            details = {"page": int(key[0]), "address": page.address, "type": page.type.value}
            record(connection, by, "sample.page-added", f"sample:{page.sample_id}", ground=ground, details=details)
            return _read_page(connection, int(key[0]))

    def decide(
        self, by: Actor, id: int, version: int, values: Mapping[str, Any], action: str, ground: str
    ) -> SamplePage:
        """Sets *values* of a page and records *action*. Raises NotFound, NotAllowed, EditedMeanwhile."""
        with self._writing() as connection:
            page = _read_page(connection, id)
            hold_composing(connection, page.sample_id)
            edit(connection, SAMPLE_PAGE, id, version, {**values, "decided_by": by.name, "decided": datetime.now(UTC)})
            details = {"page": id, "address": page.address, **{k: v for k, v in values.items() if k != "reason"}}
            record(connection, by, action, f"sample:{page.sample_id}", ground=ground, details=details)
            return _read_page(connection, id)

    def explain(self, by: Actor, id: int, type: PageType, reason: str) -> None:
        """The target has no page of *type*, for *reason*; an empty one takes the explanation back.

        Raises NotFound, NotAllowed.
        """
        with self._writing() as connection:
            hold_composing(connection, id)
            connection.execute(
                delete(SAMPLE_ABSENCE).where(SAMPLE_ABSENCE.c.sample_id == id, SAMPLE_ABSENCE.c.type == type.value)
            )
            if reason:
                connection.execute(
                    SAMPLE_ABSENCE.insert().values(
                        sample_id=id, type=type.value, reason=reason, decided_by=by.name, decided=datetime.now(UTC)
                    )
                )
            action = "sample.absence-explained" if reason else "sample.absence-withdrawn"
            record(connection, by, action, f"sample:{id}", ground=reason, details={"type": type.value})

    def draw(
        self,
        by: Actor,
        sample: Sample,
        frame: Frame,
        seed: str,
        new: Sequence[SamplePage],
        ground: str = "",
        *,
        anew: bool = False,
    ) -> Sample:
        """Freezes *frame* unless it is, and adds the pages drawn; one that was refused is taken up again.

        *anew*: what was drawn before and the frame go first. Raises NotFound, NotAllowed, EditedMeanwhile.
        """
        with self._writing() as connection:
            hold_composing(connection, sample.id)
            # hold_composing made a new version, so the one that was looked at is one less than what stands there now.
            edit(connection, SAMPLE, sample.id, sample.version + 1, {"seed": seed})
            if anew:
                drawn = SAMPLE_PAGE.c.part == SamplePart.RANDOM.value
                connection.execute(delete(SAMPLE_PAGE).where(SAMPLE_PAGE.c.sample_id == sample.id, drawn))
                connection.execute(delete(SAMPLE_FRAME).where(SAMPLE_FRAME.c.sample_id == sample.id))
            frozen = select(SAMPLE_FRAME.c.digest).where(SAMPLE_FRAME.c.sample_id == sample.id)
            if connection.execute(frozen).first() is None:
                values = {**dataclasses.asdict(frame), "addresses": json.dumps(frame.addresses, ensure_ascii=False)}
                connection.execute(SAMPLE_FRAME.insert().values(values))
            for page in new:
                connection.execute(
                    delete(SAMPLE_PAGE).where(
                        SAMPLE_PAGE.c.sample_id == sample.id, SAMPLE_PAGE.c.address_key == address_key(page.address)
                    )
                )
                connection.execute(SAMPLE_PAGE.insert().values(page_values(sample.id, page)))
            details = {
                "seed": seed,
                "algorithm": frame.algorithm,
                "frame": frame.digest,
                "frame_size": len(frame.addresses),
                "drawn": [page.address for page in new],
            }
            action = "sample.drawn-anew" if anew else "sample.drawn"
            record(connection, by, action, f"sample:{sample.id}", ground=ground, details=details)
            return _read(connection, sample.id)


def hold_composing(connection: Connection, id: int) -> None:
    """Makes a new version of the sample. Raises NotAllowed when it was approved or sealed, NotFound."""
    require_unsealed(connection, case_of(connection, id))
    row = connection.execute(select(SAMPLE).where(SAMPLE.c.id == id).with_for_update()).first()
    if row is None:
        raise _unknown(id)
    if row.state != SampleState.DRAFT.value:
        raise NotAllowed(
            f"Steekproef {id} is goedgekeurd; de pagina's staan vast. Heropen de steekproef om iets te wijzigen.",
            f"Sample {id} was approved; its pages are fixed. Reopen the sample to change anything.",
            mend=f"eaa-checker sample reopen {id} --reason …",
        )
    connection.execute(update(SAMPLE).where(SAMPLE.c.id == id).values(version=row.version + 1))


def _unknown(id: int) -> NotFound:
    return NotFound(f"Er is geen steekproef met nummer {id}.", f"There is no sample number {id}.")


def _read(connection: Connection, id: int) -> Sample:
    row = connection.execute(select(SAMPLE).where(SAMPLE.c.id == id)).first()
    if row is None:
        raise _unknown(id)
    return _sample(connection, row)


def _sample(connection: Connection, row: Any) -> Sample:
    digest = connection.execute(select(SAMPLE_FRAME.c.digest).where(SAMPLE_FRAME.c.sample_id == row.id)).scalar()
    return Sample(
        id=row.id,
        case_id=row.examination_id,
        target_id=row.target_id,
        state=SampleState(row.state),
        visits=row.visits,
        states=tuple(PageState(state) for state in row.states),
        scan_id=row.scan_id,
        seed=row.seed,
        frame_digest=digest or "",
        approved=row.approved,
        approved_by=row.approved_by,
        version=row.version,
    )


def _read_page(connection: Connection, id: int) -> SamplePage:
    row = connection.execute(select(SAMPLE_PAGE).where(SAMPLE_PAGE.c.id == id)).first()
    if row is None:
        raise NotFound(
            f"Er is geen steekproefpagina met nummer {id}.", f"There is no page number {id} in a sample."
        )
    return _page(row)


def _page(row: Any) -> SamplePage:
    return SamplePage(
        id=row.id,
        sample_id=row.sample_id,
        address=row.address,
        title=row.title,
        type=PageType(row.type),
        decision=PageDecision(row.decision),
        part=SamplePart(row.part),
        grounds=tuple(Ground(**ground) for ground in row.grounds),
        found=row.found,
        found_on=row.found_on,
        ending=row.ending,
        reason=row.reason,
        despite=row.despite,
        also=tuple(PageType(type) for type in row.also),
        process=row.process,
        step=row.step,
        by_machine=row.by_machine,
        decided_by=row.decided_by,
        decided=row.decided,
        version=row.version,
    )


def page_values(sample_id: int, page: SamplePage) -> dict[str, Any]:
    """The row of *page* in the sample of that number."""
    return {
        "version": 1,
        "sample_id": sample_id,
        "address_key": address_key(page.address),
        "address": page.address,
        "title": page.title,
        "type": page.type.value,
        "decision": page.decision.value,
        "part": page.part.value,
        "grounds": [dataclasses.asdict(ground) for ground in page.grounds],
        "found": page.found,
        "found_on": page.found_on,
        "ending": page.ending,
        "reason": page.reason,
        "despite": page.despite,
        "also": [type.value for type in page.also],
        "process": page.process,
        "step": page.step,
        "by_machine": page.by_machine,
        "decided_by": page.decided_by,
        "decided": page.decided,
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
