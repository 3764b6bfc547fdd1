"""Cases written to files that others read: the WCAG-EM Report Tool, and JSON in a published form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from eaa_checker.casework.testing import requirements_of, round_of
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput
from eaa_checker.report import case_json, wcag_em_case
from eaa_checker.report.case_content import CaseContent, SampleContent
from eaa_checker.store import Store
from rules import norms

_WRITERS: dict[str, Callable[[CaseContent, Path, str | None], object]] = {
    "wcag-em": wcag_em_case.write,
    "json": case_json.write,
}
FORMATS = tuple(_WRITERS)
_MOST_FINDINGS = 100_000


class ExportDesk:
    """What leaves a case as a file. Reading a case changes nothing, so nothing of it is in the trail."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor

    def content(self, case_id: int, round_number: int | None = None, language: str = "nl") -> CaseContent:
        """Everything that an export of the case draws on, of one round (default: the last). Raises NotFound."""
        store = self._store
        case = store.cases.case(case_id)
        round_ = round_of(store, case_id, round_number)
        edition = next((e for e in norms.editions() if e.id == case.edition), None)
        return CaseContent(
            case=case,
            wcag=edition.wcag if edition is not None else "2.1",
            targets=tuple(store.target(id) for id in case.target_ids),
            samples=tuple(
                SampleContent(
                    sample, tuple(store.samples.pages(sample.id)), tuple(store.samples.absences(sample.id))
                )
                for sample in store.samples.samples(case_id)
            ),
            rounds=tuple(store.cases.rounds(case_id)),
            round=round_,
            requirements=requirements_of(store, case),
            verdicts=store.manual.verdicts(case_id, round_.number),
            answers=tuple(store.manual.answers(case_id, round_.number)),
            findings=tuple(store.findings.findings(case_id, limit=_MOST_FINDINGS)),
            language=language,
        )

    def write(
        self, case_id: int, format: str, path: Path, *, round_number: int | None = None, language: str = "nl"
    ) -> Path:
        """Writes a round of the case (default: the last) to *path*; gives the path.

        Raises BadInput for an unknown format, NotFound; ExportProblem or StoreIsFull when it cannot be written:
        *path* is then as it was.
        """
        writer = _WRITERS.get(format)
        if writer is None:
            raise BadInput(
                f"Onbekend formaat “{format}”. Kies uit: {', '.join(FORMATS)}.",
                f"Unknown format “{format}”. Choose from: {', '.join(FORMATS)}.",
            )
        writer(self.content(case_id, round_number, language), path, language)
        return path
