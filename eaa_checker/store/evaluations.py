"""Evaluations by others that were read in: the file itself as evidence, and what it proposes for samples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from eaa_checker.domain.manual import AttachmentKind
from eaa_checker.domain.sample import PageState, SamplePage, SampleState
from eaa_checker.domain.trail import Actor
from eaa_checker.store.cases_schema import SAMPLE, SAMPLE_PAGE
from eaa_checker.store.database import Database, insert_new
from eaa_checker.store.findings_schema import ATTACHMENT
from eaa_checker.store.round_seals import require_unsealed
from eaa_checker.store.samples import hold_composing, page_values
from eaa_checker.store.trail import record


@dataclass(frozen=True, slots=True)
class KeptFile:
    """The file, whose bytes are in the evidence store already."""

    name: str
    media_type: str
    sha256: str
    size: int
    note: str


class Evaluations(Database):
    """The part of the store that takes in an evaluation."""

    def take_in(
        self,
        by: Actor,
        case_id: int,
        file: KeptFile,
        pages: Mapping[int, Sequence[SamplePage]],
        details: dict[str, Any],
    ) -> int:
        """Keeps *file* with the case and proposes *pages* (by target), all of it or nothing; gives the pages added.

        A sample is begun where the target has none in the case; pages that are there already stay as they are.
        Raises NotAllowed when a sample was approved meanwhile or the case is sealed.
        """
        with self._writing() as connection:
            require_unsealed(connection, case_id)
            added = 0
            for target_id, proposed in pages.items():
                query = select(SAMPLE.c.id).where(SAMPLE.c.examination_id == case_id, SAMPLE.c.target_id == target_id)
                sample_id = connection.execute(query).scalar()
                if sample_id is None:
                    connection.execute(insert_new(connection, SAMPLE).values(_begun(case_id, target_id)))
                    sample_id = connection.execute(query).scalar_one()
                    begun = {"case": case_id, "target": target_id}
                    record(connection, by, "sample.begun", f"sample:{sample_id}", details=begun)
                hold_composing(connection, sample_id)
                known = 0
                for page in proposed:
                    inserted = insert_new(connection, SAMPLE_PAGE).values(page_values(sample_id, page))
                    known += connection.execute(inserted.execution_options(preserve_rowcount=True)).rowcount
                added += known
                told = {"from": file.sha256, "pages": known}
                record(connection, by, "sample.proposed", f"sample:{sample_id}", details=told)
            connection.execute(
                ATTACHMENT.insert().values(
                    examination_id=case_id,
                    subject=f"case:{case_id}",
                    kind=AttachmentKind.DOCUMENT.value,
                    name=file.name,
                    media_type=file.media_type,
                    sha256=file.sha256,
                    size=file.size,
                    note=file.note,
                    added=datetime.now(UTC),
                    author=by.name,
                )
            )
            about = {"name": file.name, "sha256": file.sha256, "size": file.size, "pages": added, **details}
            record(connection, by, "evaluation.taken-in", f"case:{case_id}", ground=file.note, details=about)
            return added


def _begun(case_id: int, target_id: int) -> dict[str, Any]:
    return {
        "version": 1,
        "examination_id": case_id,
        "target_id": target_id,
        "state": SampleState.DRAFT.value,
        "visits": 3,
        "states": [PageState.DEFAULT.value],
        "seed": "",
        "approved_by": "",
    }
