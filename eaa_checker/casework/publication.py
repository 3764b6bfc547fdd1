"""Publication of a case: stakeholders heard first, personal data left out, never before its day."""

from __future__ import annotations

import csv
import io
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from eaa_checker import __version__
from eaa_checker.casework.case_ending import CaseEnding
from eaa_checker.casework.grounds import ground, not_too_long
from eaa_checker.casework.publication_matter import Picture, PublicationMatter
from eaa_checker.casework.publication_time import publication_time
from eaa_checker.casework.redacting import Redactor
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
from eaa_checker.dossier.facts import document
from eaa_checker.dossier.parcel import Parcel
from eaa_checker.errors import BadInput, NotAllowed, NotFound
from eaa_checker.report import words
from eaa_checker.report.plain_text import cell
from eaa_checker.report.publication_page import page
from eaa_checker.report.whole_folder import remove, whole_folder
from eaa_checker.store import Store
from rules.contract import Words

PUBLISHER = "Inspectie Justitie en Veiligheid"
LONGEST_ARTICLE = 300
_ABOUT = Words("Onderzoek naar digitale toegankelijkheid", "Examination of digital accessibility")


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
            redacted = self._fill(parcel, case, cited, time, draft=draft, language=language, identifier=identifier)
            digest, files = parcel.close(identifier, {"External-Identifier": case.number or f"case:{case.id}"})
        try:
            package = self._store.packages.add(
                self._actor, PackageKind.PUBLICATION, identifier, case.id, ground=cited, files=files, digest=digest,
                parts=("draft",) if draft else (), place=str(path.absolute()),
            )  # fmt: skip
        except BaseException:
            remove(path)
            raise
        return Published(package, time, redacted, draft)

    def _fill(
        self,
        parcel: Parcel,
        case: Case,
        article: str,
        time: PublicationTime,
        *,
        draft: bool,
        language: str,
        identifier: str,
    ) -> tuple[Redacted, ...]:
        matter, redactor = self._matter, self._matter.redactor(case)
        findings: list[dict[str, Any]] = []
        blurred = 0
        for finding, told in matter.findings(case, redactor, language):
            told["pictures"] = [_shown(one) for one in _put(parcel, matter, finding, told, language)]
            blurred += sum(one["blurred"] for one in told["pictures"])
            findings.append(told)
        verdicts = matter.verdicts(case, redactor, language)
        sample = matter.sample(case, redactor, language)
        targets = [
            {"name": redactor.text(one.name), "kind": one.kind.say(language), "address": redactor.text(one.address)}
            for one in matter.targets(case)
        ]
        title = redactor.text(case.title)
        bodies = [redactor.text(one.name) for one in matter.stakeholders(case)]
        seal = next((d for d in reversed(self._store.dossiers.dossiers(f"case:{case.id}"))), None)
        redacted = tuple(self._list(case, redactor, article, blurred))
        heard = [_heard(one, language) for one in self._store.packages.hearings(case.id)]
        metadata = {
            "identifier": identifier,
            "title": title,
            "description": _ABOUT.say(language),
            "publisher": PUBLISHER,
            "language": language,
            "made": datetime.now(UTC),
            "available_from": time.earliest,
            "available_until_at_latest": time.latest,
            "to_verify": time.to_verify.say(language) if time.to_verify else None,
            "draft": draft,
            "case_number": case.number,
            "kind": case.kind.value,
            "norm": f"EN 301 549 {case.edition}",
            "examination_date": case.examination_date,
            "organisations": bodies,
            "dossier_seal": seal.seal if seal else None,
            "heard": heard,
            "tool": f"EAA Checker {__version__}",
            "files": ["index.html", "open-data/findings.json", "open-data/findings.csv", "open-data/verdicts.csv",
                      "open-data/sample.csv", "redactions.json"],
        }  # fmt: skip
        listed = [(one.what.say(language), one.times or "–", one.article) for one in redacted]
        values = {
            "title": title, "organisations": ", ".join(bodies), "draft": draft, "targets": targets, "sample": sample,
            "findings": findings, "verdicts": verdicts, "redacted": listed, "heard": heard,
            "made": words.moment(datetime.now(UTC).astimezone(), language), "masthead": _masthead(case, seal, language),
            "data": _data(language),
        }  # fmt: skip
        open_findings = [{k: v for k, v in told.items() if k != "pictures"} for told in findings]
        texts = {
            "data/metadata.json": document(metadata),
            "data/redactions.json": document(redacted),
            "data/open-data/findings.json": document(open_findings),
            "data/open-data/findings.csv": _table(open_findings),
            "data/open-data/verdicts.csv": _table(verdicts),
            "data/open-data/sample.csv": _table(sample),
            "data/index.html": page(values, language),
        }
        self._last_look(case, redactor, texts)
        for path, data in texts.items():
            parcel.add(path, data)
        return redacted

    def _last_look(self, case: Case, redactor: Redactor, texts: dict[str, bytes]) -> None:
        """What must not be in the package is not in it, wherever it came from."""
        for path, data in texts.items():
            text = data.decode("utf-8")
            if self._matter.gives_reporter_away(case, (text,)):
                raise NotAllowed(
                    f"{path.removeprefix('data/')} zou de melder van een signaal verraden. Er is niets gemaakt.",
                    f"{path.removeprefix('data/')} would give away who reported a signal. Nothing was made.",
                )
            left = redactor.left(text)
            if left:
                raise NotAllowed(
                    f"In {path.removeprefix('data/')} staat nog iets dat weg moet ({left[0].instead}). Er is niets "
                    "gemaakt.",
                    f"{path.removeprefix('data/')} still has something to be left out ({left[0].instead}). Nothing was "
                    "made.",
                )

    def _list(self, case: Case, redactor: Redactor, article: str, blurred: int) -> list[Redacted]:
        counts = redactor.counts
        lines = [
            Redacted(Words("namen van inspecteurs", "names of inspectors"), counts["inspector"], article),
            Redacted(
                Words("namen en gegevens van contactpersonen", "names and details of contacts"),
                counts["contact"] + counts["desk"], article,
            ),
            Redacted(Words("e-mailadressen", "e-mail addresses"), counts["email"], article),
            Redacted(Words("telefoonnummers", "telephone numbers"), counts["phone"], article),
            Redacted(Words("burgerservicenummers", "citizen service numbers"), counts["number"], article),
            Redacted(Words("vlakken in beelden", "areas in pictures"), blurred, article),
            Redacted(Words("signalen en wie ze meldde (in hun geheel)", "signals and who reported (as a whole)"), 0,
                     article),
            Redacted(Words("aanleiding, brieven, bijlagen en HTML-fragmenten (in hun geheel)",
                           "occasion, letters, attachments and HTML fragments (as a whole)"), 0, article),
        ]  # fmt: skip
        for one in self._store.packages.redactions(case.id):
            lines.append(Redacted(Words(one.kind, one.kind), counts[f"word:{one.id}"], one.article))
        return lines


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


def _put(
    parcel: Parcel, matter: PublicationMatter, finding: Any, told: dict[str, Any], language: str
) -> list[Picture]:
    alternative = f"{'Beeld bij' if language == 'nl' else 'Picture with'} {told['number']}: {told['fact']}"[:400]
    found = list(matter.pictures(finding, alternative))
    for one in found:
        parcel.add(f"data/{one.file}", one.data)
    return found


def _shown(one: Picture) -> dict[str, Any]:
    return {"file": one.file, "width": one.width, "height": one.height, "alternative": one.alternative,
            "blurred": one.blurred}  # fmt: skip


def _heard(one: Hearing, language: str) -> str:
    when = one.heard or one.asked
    day = f"{when:%d-%m-%Y}" if language == "nl" else when.isoformat()
    return f"{one.organisation_name}: {one.outcome.say(language)} ({day})"


def _masthead(case: Case, seal: Any, language: str) -> list[tuple[str, str]]:
    nl = language == "nl"
    found = [
        ("Zaaknummer" if nl else "Case number", case.number or str(case.id)),
        ("Soort onderzoek" if nl else "Kind of examination", case.kind.say(language)),
        ("Norm", f"EN 301 549 {case.edition}"),
        ("Peildatum" if nl else "Examination date", case.examination_date.isoformat()),
    ]
    return [*found, ("Dossierzegel" if nl else "Dossier seal", f"{seal.seal[:16]}…")] if seal else found


def _data(language: str) -> list[tuple[str, str]]:
    nl = language == "nl"
    return [
        ("open-data/findings.json", "Bevindingen (JSON)" if nl else "Findings (JSON)"),
        ("open-data/findings.csv", "Bevindingen (CSV)" if nl else "Findings (CSV)"),
        ("open-data/verdicts.csv", "Oordelen (CSV)" if nl else "Verdicts (CSV)"),
        ("open-data/sample.csv", "Steekproef (CSV)" if nl else "Sample (CSV)"),
        ("metadata.json", "Metagegevens (JSON)" if nl else "Metadata (JSON)"),
        ("redactions.json", "Wat is weggelaten (JSON)" if nl else "What was left out (JSON)"),
    ]


def _table(rows: Sequence[dict[str, Any]]) -> bytes:
    """A CSV file of plain values; what a spreadsheet would take for a formula is defused."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
    for row in rows:
        values = [" | ".join(value) if isinstance(value, list) else value for value in row.values()]
        writer.writerow([cell(value) if isinstance(value, str) else value for value in values])
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
