"""Publication of a case: stakeholders heard first, personal data left out, never before its day."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from eaa_checker.casework.case_ending import CaseEnding
from eaa_checker.casework.grounds import ground, not_too_long
from eaa_checker.casework.publication_matter import PublicationMatter
from eaa_checker.casework.publication_package import PublicationPackage
from eaa_checker.casework.publication_time import publication_time
from eaa_checker.domain.case import Case
from eaa_checker.domain.deadline import SIX_WEEKS, Length, count_term
from eaa_checker.domain.letter import LetterKind
from eaa_checker.domain.organisation import Organisation
from eaa_checker.domain.package import (
    Hearing,
    HearingOutcome,
    Package,
    PackageKind,
    PublicationTime,
    Redacted,
    Redaction,
)
from eaa_checker.domain.trail import Actor
from eaa_checker.dossier.parcel import Parcel
from eaa_checker.errors import BadInput, NotAllowed, NotFound
from eaa_checker.report.whole_folder import remove, whole_folder
from eaa_checker.store import Store

LONGEST_ARTICLE = 300


@dataclass(frozen=True, slots=True)
class Published:
    """A publication package that was made."""

    package: Package
    time: PublicationTime
    redacted: tuple[Redacted, ...]
    draft: bool


class PublicationDesk:
    """What people do to make a case public. Every step is a decision in the trail."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor
        self._matter = PublicationMatter(store, actor)
        self._ending = CaseEnding(store, actor)

    # -- hearing ------------------------------------------------------------------------------------------------

    def stakeholders(self, case_id: int) -> Sequence[Organisation]:
        """Who must be heard first. Raises NotFound."""
        return self._matter.stakeholders(self._store.cases.case(case_id))

    def hearings(self, case_id: int) -> Sequence[Hearing]:
        """What is recorded of the hearings. Raises NotFound."""
        self._store.cases.case(case_id)
        return self._store.packages.hearings(case_id)

    def ask(
        self, case_id: int, organisation_id: int, asked: date | None = None, *, length: Length = SIX_WEEKS
    ) -> Hearing:
        """Records that a stakeholder was asked (default: today), and until when they can answer.

        The last day is moved off weekends and holidays. Raises BadInput, AlreadyExists, NotFound.
        """
        case = self._store.cases.case(case_id)
        day = asked or _today()
        if day > _today():
            raise BadInput("De dag van vragen ligt in de toekomst.", "The day of asking lies in the future.")
        if length.count < 1:
            raise BadInput("De termijn is ten minste één dag.", "The term is one day at least.")
        if organisation_id not in {one.id for one in self._matter.stakeholders(case)}:
            raise BadInput(
                f"Instantie {organisation_id} hoort niet bij een object van onderzoek {case_id}.",
                f"Organisation {organisation_id} has no role at a target of case {case_id}.",
                mend=f"eaa-checker publication when {case_id}",
            )
        due = count_term(day, length, statutory=False).due
        return self._store.packages.ask(self._actor, case_id, organisation_id, day, due)

    def hear(
        self,
        case_id: int,
        organisation_id: int,
        outcome: HearingOutcome,
        *,
        heard: date | None = None,
        view: str = "",
        answer: str = "",
        hold_until: date | None = None,
    ) -> Hearing:
        """Records what a stakeholder said, or that they said nothing within the term.

        Who objects gets an *answer*; *hold_until* gives them time to go to court. Raises BadInput, NotAllowed (they
        were not asked, or their term still runs), EditedMeanwhile, NotFound.
        """
        case = self._store.cases.case(case_id)
        known = {one.organisation_id: one for one in self._store.packages.hearings(case_id)}.get(organisation_id)
        if known is None:
            raise NotAllowed(
                "Deze instantie is nog niet gevraagd.", "This organisation was not asked yet.",
                mend=f"eaa-checker publication ask {case_id} {organisation_id}",
            )  # fmt: skip
        day, said, weighed = heard or _today(), not_too_long(view.strip()), not_too_long(answer.strip())
        if outcome is HearingOutcome.ASKED or day < known.asked or day > _today():
            raise BadInput(
                "Een antwoord komt na de vraag en niet in de toekomst.",
                "An answer comes after the question and not in the future.",
            )
        if outcome is HearingOutcome.SILENT and day <= known.due:
            raise NotAllowed(
                f"De termijn loopt nog tot en met {known.due:%d-%m-%Y}.",
                f"The term runs up to and including {known.due.isoformat()}.",
            )
        if outcome is HearingOutcome.OBJECTS and not (said and weighed):
            raise BadInput(
                "Leg vast wat het bezwaar is, en hoe het is gewogen.",
                "Record what the objection is, and how it was weighed.",
            )
        if self._matter.gives_reporter_away(case, (said, weighed)):
            raise BadInput(
                "De tekst noemt de melder van een gekoppeld signaal. Laat naam en contactgegevens weg.",
                "The text names the reporter of a linked signal. Leave name and contact out.",
            )
        values = {"outcome": outcome.value, "heard": day, "view": said, "answer": weighed, "hold_until": hold_until}
        return self._store.packages.hear(self._actor, known, values)

    # -- words left out -----------------------------------------------------------------------------------------

    def redactions(self, case_id: int) -> Sequence[Redaction]:
        """The words that people had left out. Raises NotFound."""
        self._store.cases.case(case_id)
        return self._store.packages.redactions(case_id)

    def redact(self, case_id: int, words: str, *, kind: str, article: str, reason: str) -> Redaction:
        """Has *words* left out of what is made public; *kind* stands in their place. *article*: as a lawyer gives it.

        Raises BadInput, NotFound.
        """
        self._store.cases.case(case_id)
        why = ground(reason, "om woorden weg te laten", "to leave words out")
        given, instead = " ".join(words.split()), " ".join(kind.split())
        if len(given) < 2 or len(given) > 500 or not instead or len(instead) > 60:
            raise BadInput(
                "Geef de woorden die weg moeten (2 tot 500 tekens) en wat er komt te staan (tot 60 tekens).",
                "Give the words to leave out (2 to 500 characters) and what stands in their place (up to 60).",
            )
        return self._store.packages.redact(self._actor, case_id, given, instead, _article(article), why)

    def restore(self, case_id: int, redaction_id: int, reason: str) -> None:
        """Leaves these words out no longer. Raises BadInput, NotFound."""
        why = ground(reason, "om woorden niet langer weg te laten", "to leave words out no longer")
        found = next((one for one in self.redactions(case_id) if one.id == redaction_id), None)
        if found is None:
            raise NotFound(
                f"Onderzoek {case_id} laat niets weg met nummer {redaction_id}.",
                f"Case {case_id} leaves nothing out with number {redaction_id}.",
            )
        self._store.packages.restore(self._actor, found, why)

    # -- publishing ---------------------------------------------------------------------------------------------

    def when(self, case_id: int, irrevocable: date | None = None, *, today: date | None = None) -> PublicationTime:
        """From when the case may be published, or what is lacking. *irrevocable*: of the last decision in it.

        Raises BadInput, NotFound.
        """
        case = self._store.cases.case(case_id)
        decided = [
            letter.issued.astimezone().date()
            for letter in self._store.letters.letters(case_id)
            if letter.kind is LetterKind.DECISION and letter.issued is not None
        ]
        return publication_time(
            self._matter.stakeholders(case),
            self._store.packages.hearings(case_id),
            today=today or _today(),
            sealed=self._ending.sealed_in(case) is not None,
            decided=decided,
            irrevocable=irrevocable,
        )

    def packages(self, case_id: int | None = None) -> Sequence[Package]:
        """Publication packages that were made, newest first."""
        return self._store.packages.packages(case_id, PackageKind.PUBLICATION)

    def make(
        self,
        case_id: int,
        path: Path,
        *,
        article: str,
        irrevocable: date | None = None,
        draft: bool = False,
        language: str = "nl",
        today: date | None = None,
    ) -> Published:
        """Makes the package in the new folder *path* (or a zip, where it ends in ``.zip``).

        *article*: the provision on which personal data are left out, as a lawyer gives it: the program cites none of
        its own. *draft*: for the stakeholders, before they are heard; marked as such. Raises NotAllowed before the
        earliest day, while something is lacking, or where by-catch was not blurred; BadInput, AlreadyExists,
        StoreIsFull, ExportProblem: then nothing is left behind.
        """
        case = self._store.cases.case(case_id)
        cited, day = _article(article), today or _today()
        time = self.when(case_id, irrevocable, today=day)
        if not draft:
            _refuse_early(case, time, day)
        identifier = f"EAA-P-{day:%Y%m%d}-{secrets.token_hex(6)}"
        language = "nl" if language == "nl" else "en"
        with whole_folder(path, replace=False) as folder:
            parcel = Parcel(folder)
            package = PublicationPackage(self._store, self._matter, case, language)
            redacted = package.fill(parcel, identifier, cited, time, draft=draft)
            digest, files = parcel.close(identifier, {"External-Identifier": case.number or f"case:{case.id}"})
        try:
            kept = self._store.packages.add(
                self._actor, PackageKind.PUBLICATION, identifier, case.id, ground=cited, files=files, digest=digest,
                parts=("draft",) if draft else (), place=str(path.absolute()),
            )  # fmt: skip
        except BaseException:
            remove(path)
            raise
        return Published(kept, time, redacted, draft)


def _refuse_early(case: Case, time: PublicationTime, day: date) -> None:
    if time.lacking:
        raise NotAllowed(
            f"Onderzoek {case.id} kan nog niet openbaar worden gemaakt. Eerst: "
            f"{'; '.join(one.nl for one in time.lacking)}.",
            f"Case {case.id} cannot be made public yet. First: {'; '.join(one.en for one in time.lacking)}.",
            mend=f"eaa-checker publication when {case.id}",
        )
    if time.earliest is not None and day < time.earliest:
        raise NotAllowed(
            f"Onderzoek {case.id} mag niet eerder openbaar worden gemaakt dan op {time.earliest:%d-%m-%Y}.",
            f"Case {case.id} may not be made public before {time.earliest.isoformat()}.",
            mend=f"eaa-checker publication when {case.id}",
        )


def _article(text: str) -> str:
    given = " ".join(text.split())
    if not given or len(given) > LONGEST_ARTICLE or not given.isprintable():
        raise BadInput(
            "Geef het artikel waarop wordt weggelaten, zoals uw jurist het opgeeft; het programma noemt er zelf geen.",
            "Give the article on which words are left out, as your lawyer gives it; the program cites none of its own.",
            mend="--article …",
        )
    return given


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
