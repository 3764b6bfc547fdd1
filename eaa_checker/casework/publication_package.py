"""What goes into a publication of a case: the page, open data, metadata, pictures, and the list of what is left out."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from eaa_checker import __version__
from eaa_checker.casework.publication_matter import Picture, PublicationMatter
from eaa_checker.domain.case import Case
from eaa_checker.domain.package import Hearing, PublicationTime, Redacted
from eaa_checker.dossier.facts import document
from eaa_checker.dossier.parcel import Parcel
from eaa_checker.errors import NotAllowed
from eaa_checker.report import words
from eaa_checker.report.plain_text import cell
from eaa_checker.report.publication_page import page
from eaa_checker.store import Store
from rules.contract import Words

PUBLISHER = "Inspectie Justitie en Veiligheid"
_ABOUT = Words("Onderzoek naar digitale toegankelijkheid", "Examination of digital accessibility")


class PublicationPackage:
    """One publication of one case, in one language. Reads the store; changes nothing."""

    def __init__(self, store: Store, matter: PublicationMatter, case: Case, language: str) -> None:
        self._store = store
        self._matter = matter
        self._case = case
        self._language = language
        self._redactor = matter.redactor(case)

    def fill(
        self, parcel: Parcel, identifier: str, article: str, time: PublicationTime, *, draft: bool
    ) -> tuple[Redacted, ...]:
        """Puts everything into *parcel*; gives what was left out of it.

        *article*: the provision on which words are left out; *draft*: for the stakeholders, before they are heard.
        Raises NotAllowed when something that must be left out would be in it after all.
        """
        case, language, matter, redactor = self._case, self._language, self._matter, self._redactor
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
        redacted = tuple(self._left_out(article, blurred))
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
        self._last_look(texts)
        for path, data in texts.items():
            parcel.add(path, data)
        return redacted

    def _last_look(self, texts: dict[str, bytes]) -> None:
        """What must not be in the package is not in it, wherever it came from."""
        for path, data in texts.items():
            text = data.decode("utf-8")
            if self._matter.gives_reporter_away(self._case, (text,)):
                raise NotAllowed(
                    f"{path.removeprefix('data/')} zou de melder van een signaal verraden. Er is niets gemaakt.",
                    f"{path.removeprefix('data/')} would give away who reported a signal. Nothing was made.",
                )
            left = self._redactor.left(text)
            if left:
                raise NotAllowed(
                    f"In {path.removeprefix('data/')} staat nog iets dat weg moet ({left[0].instead}). Er is niets "
                    "gemaakt.",
                    f"{path.removeprefix('data/')} still has something to be left out ({left[0].instead}). Nothing was "
                    "made.",
                )

    def _left_out(self, article: str, blurred: int) -> list[Redacted]:
        counts = self._redactor.counts
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
        for one in self._store.packages.redactions(self._case.id):
            lines.append(Redacted(Words(one.kind, one.kind), counts[f"word:{one.id}"], one.article))
        return lines


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
