"""Letters of a case: begun, written, checked, reviewed by a second person, issued, and never made again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

from eaa_checker.casework.grounds import ground
from eaa_checker.casework.letter_matter import LetterGathering
from eaa_checker.domain.case import Case
from eaa_checker.domain.finding import same_person
from eaa_checker.domain.letter import (
    Letter,
    LetterFile,
    LetterKind,
    LetterMatter,
    LetterState,
    Mark,
    TemplateStanding,
)
from eaa_checker.domain.letter_choices import LetterChoices, read_choices, stored_choices
from eaa_checker.domain.reply import ReplyKind
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, NotAllowed
from eaa_checker.letters.composing import compose
from eaa_checker.letters.document import plain_text
from eaa_checker.letters.issuing import files_of, issue
from eaa_checker.letters.kinds import demand_reachable
from eaa_checker.letters.linter import check
from eaa_checker.letters.reply_form import FilledForm, FormRow, read_form
from eaa_checker.letters.templating import Template, template_for
from eaa_checker.report.whole_file import whole_file, worded
from eaa_checker.store import Store


class LetterDesk:
    """What people do with letters. Every change is a decision in the trail; an issued letter never changes.

    *folder*: the organisation's own templates and house style; None uses what comes with the program.
    """

    def __init__(self, store: Store, actor: Actor, folder: Path | None = None) -> None:
        self._store = store
        self._actor = actor
        self._folder = folder
        self._gathering = LetterGathering(store, actor)

    # -- reading --------------------------------------------------------------------------------------------------

    def find(self, case_id: int | None = None) -> list[Letter]:
        """Letters of a case, or all; newest first."""
        return self._store.letters.letters(case_id)

    def show(self, id: int) -> Letter:
        """Raises NotFound."""
        return self._store.letters.letter(id)

    def choices(self, id: int) -> LetterChoices:
        """What was chosen and written for it. Raises NotFound."""
        return read_choices(self._store.letters.choices(id))

    def matter(self, id: int, today: date | None = None) -> LetterMatter:
        """Everything the letter is made of, as the case stands now. Raises NotFound, BadInput."""
        return self._gathering.of(self.show(id), self.choices(id), today or date.today())

    def check(self, id: int, today: date | None = None) -> list[Mark]:
        """What must be mended, then what could be plainer. Raises BadInput for a template that cannot be filled."""
        day = today or date.today()
        composed = compose(self.matter(id, day), self._folder, draft=True)
        return check(composed, today=day, approved=composed.template.digest in self._approved())

    def kinds(
        self, case_id: int, choices: Mapping[str, Any] | None = None
    ) -> list[tuple[LetterKind, NotAllowed | None]]:
        """Every kind of letter, and why it may not be begun in this case; None where it may. Raises NotFound."""
        case = self._store.cases.case(case_id)
        taken, found = read_choices(choices or {}), list[tuple[LetterKind, NotAllowed | None]]()
        for kind in LetterKind:
            refused: NotAllowed | None = None
            try:
                _demand_number(case)
                draft = Letter(0, case_id, kind, "-", LetterState.DRAFT, self._actor.name, case.opened)
                demand_reachable(self._gathering.of(draft, taken, date.today()))
            except NotAllowed as error:
                refused = error
            except BadInput as error:
                refused = NotAllowed(error.nl, error.en, mend=error.mend)
            found.append((kind, refused))
        return found

    def text(self, id: int) -> str:
        """The letter as plain text, as it would be written now, with what is still open. Raises NotFound."""
        return plain_text(compose(self.matter(id), self._folder, draft=True).document)

    def preview(self, id: int, folder: Path) -> list[Path]:
        """Writes the files of a draft to *folder*, each marked as a draft by its name; of an issued letter the files
        as they went out. Raises BadInput, ExportProblem, EvidenceDamaged."""
        letter = self.show(id)
        if letter.state is LetterState.ISSUED:
            files = self.issued_files(id)
        else:
            files = tuple(
                LetterFile(f"concept-{one.name}", one.media_type, one.data)
                for one in files_of(compose(self.matter(id), self._folder, draft=True), self._folder)
            )
        return write_files(files, folder)

    def issued_files(self, id: int) -> tuple[LetterFile, ...]:
        """The files of an issued letter, byte for byte. Raises NotAllowed for a draft, EvidenceDamaged."""
        letter = self.show(id)
        if letter.state is not LetterState.ISSUED:
            raise NotAllowed("Deze brief is nog niet uitgegeven.", "This letter has not been issued yet.")
        return tuple(LetterFile(name, "", self._store.evidence.get(sha256)) for name, sha256 in letter.files)

    # -- writing --------------------------------------------------------------------------------------------------

    def begin(
        self, case_id: int, kind: LetterKind, reference: str, choices: Mapping[str, Any] | None = None
    ) -> Letter:
        """A new draft. Raises NotAllowed when the case has no number, or a decision is out of reach."""
        case = self._store.cases.case(case_id)
        _demand_number(case)
        if not reference.strip():
            raise BadInput("Geef de brief een kenmerk.", "Give the letter a reference.")
        taken = read_choices(choices or {})
        draft = Letter(0, case_id, kind, reference.strip(), LetterState.DRAFT, self._actor.name, case.opened)
        demand_reachable(self._gathering.of(draft, taken, date.today()))
        return self._store.letters.add(self._actor, case_id, kind, reference.strip(), stored_choices(taken))

    def edit(self, id: int, changes: Mapping[str, Any], *, version: int | None = None) -> Letter:
        """Sets the fields in *changes* (names of `LetterChoices`); a letter in review becomes a draft again.

        Raises NotAllowed for an issued letter, EditedMeanwhile, BadInput.
        """
        letter = self._open(id)
        taken = read_choices({**self._store.letters.choices(id), **changes})
        values = {"choices": stored_choices(taken), "state": LetterState.DRAFT.value, "reviewer": ""}
        return self._store.letters.change(self._actor, id, version or letter.version, values, "letter.edited")

    def submit(self, id: int, *, version: int | None = None) -> Letter:
        """Offers a draft for review."""
        letter = self._open(id)
        if letter.state is not LetterState.DRAFT:
            raise NotAllowed(f"De brief is al {letter.state.nl}.", f"The letter is already {letter.state.en}.")
        values = {"state": LetterState.REVIEW.value, "remarks": ""}
        return self._store.letters.change(self._actor, id, version or letter.version, values, "letter.submitted")

    def approve(self, id: int, *, version: int | None = None) -> Letter:
        """A second person approves. Raises NotAllowed for the author (four eyes)."""
        letter = self._for_review(id)
        values = {"state": LetterState.APPROVED.value, "reviewer": self._actor.name}
        return self._store.letters.change(self._actor, id, version or letter.version, values, "letter.approved")

    def send_back(self, id: int, remarks: str, *, version: int | None = None) -> Letter:
        """A second person sends it back. Raises BadInput without remarks."""
        letter = self._for_review(id)
        said = ground(remarks, "waarom de brief terug gaat", "why the letter goes back")
        values = {"state": LetterState.DRAFT.value, "remarks": said}
        return self._store.letters.change(
            self._actor, id, version or letter.version, values, "letter.sent-back", ground=said
        )

    def withdraw(self, id: int, reason: str, *, version: int | None = None) -> Letter:
        """Puts a draft aside for good. Raises NotAllowed for an issued letter."""
        letter = self._open(id)
        values = {"state": LetterState.WITHDRAWN.value}
        why = ground(reason, "waarom de brief vervalt", "why the letter is put aside")
        return self._store.letters.change(
            self._actor, id, version or letter.version, values, "letter.withdrawn", ground=why
        )

    def issue(self, id: int, *, version: int | None = None, today: date | None = None) -> Letter:
        """Issues an approved letter: all its files are made once, kept byte for byte, and never made again.

        Raises NotAllowed with every stop of the check, StoreIsFull, EditedMeanwhile.
        """
        letter = self._open(id)
        if letter.state is not LetterState.APPROVED:
            raise NotAllowed(
                "De brief is nog niet goedgekeurd door een tweede persoon.",
                "The letter has not been approved by a second person.",
            )
        day = today or date.today()
        matter = self.matter(id, day)
        self._keep_reporters_secret(letter, matter)
        files = issue(matter, today=day, approved=self._approved(), folder=self._folder)
        kept = [(one.name, one.media_type, *self._store.evidence.put(one.data, one.media_type)) for one in files]
        return self._store.letters.issue(self._actor, id, version or letter.version, kept, matter.dossier_seal)

    # -- templates and replies ------------------------------------------------------------------------------------

    def template(self, kind: LetterKind) -> tuple[Template, bool]:
        """The template in use, and whether lawyers approved exactly this text."""
        found = template_for(kind, self._folder)
        return found, found.digest in self._approved()

    def template_standing(self, kind: LetterKind) -> TemplateStanding:
        """The template in use with its text, and who approved it. Raises NotFound, BadInput for a faulty file."""
        found = template_for(kind, self._folder)
        return TemplateStanding(
            kind, found.title, found.source, found.valid_from, found.valid_until, found.digest, found.text,
            self._store.letters.template_approval(found.digest),
        )  # fmt: skip

    def approve_template(self, kind: LetterKind, reason: str) -> Template:
        """Records that lawyers approved the template as it is now; any change of its text undoes that."""
        found = template_for(kind, self._folder)
        why = ground(reason, "wie dit sjabloon goedkeurde", "who approved this template")
        self._store.letters.approve_template(self._actor, found.digest, kind, why)
        return found

    def read_reply(self, id: int, path: Path, *, sender: str, received: date) -> tuple[FilledForm, int]:
        """Takes over a filled-in reply form, all rows or none; gives the form and how many replies it held.

        Raises UnreadableFile, and BadInput when it belongs to another letter, has faults or names other findings.
        """
        letter = self.show(id)
        form = read_form(path)
        if form.reference and form.reference != letter.reference:
            raise BadInput(
                f"Dit formulier hoort bij {form.reference}, niet bij {letter.reference}.",
                f"This form belongs to {form.reference}, not to {letter.reference}.",
            )
        known = {one.label: one.id for one in self._store.findings.findings(letter.case_id, limit=100_000)}
        faults = [(f"{fault.finding}: {fault.nl}", f"{fault.finding}: {fault.en}") for fault in form.faults]
        faults += [
            (f"{row.finding} is onbekend.", f"{row.finding} is unknown.")
            for row in form.rows
            if row.finding not in known
        ]
        if faults:
            raise BadInput(
                f"Het formulier is niet overgenomen. {'; '.join(nl for nl, _ in faults)}",
                f"The form was not taken over. {'; '.join(en for _, en in faults)}",
            )
        rows = [(known[row.finding], ReplyKind(row.kind), _said(row)) for row in form.rows]
        self._store.replies.add_all(self._actor, rows, received, sender)
        return form, len(rows)

    # -- rules ----------------------------------------------------------------------------------------------------

    def _approved(self) -> frozenset[str]:
        return self._store.letters.approved_templates()

    def _open(self, id: int) -> Letter:
        letter = self.show(id)
        if letter.state in (LetterState.ISSUED, LetterState.WITHDRAWN):
            raise NotAllowed(
                f"De brief is {letter.state.nl} en kan niet meer veranderen. Maak een nieuwe brief.",
                f"The letter is {letter.state.en} and cannot change any more. Make a new letter.",
            )
        return letter

    def _for_review(self, id: int) -> Letter:
        letter = self._open(id)
        if letter.state is not LetterState.REVIEW:
            raise NotAllowed(
                "De brief is niet ter beoordeling aangeboden.", "The letter was not offered for review."
            )
        author = Actor(letter.author, self._store.letters.author_account(id))
        if same_person(author, self._actor):
            raise NotAllowed(
                "De schrijver van een brief kan hem niet zelf beoordelen (vierogen).",
                "The author of a letter cannot review it (four eyes).",
            )
        return letter

    def _keep_reporters_secret(self, letter: Letter, matter: LetterMatter) -> None:
        case = self._store.cases.case(letter.case_id)
        texts = list(_texts(matter))
        if any(self._store.signals.gives_away(id, *texts) for id in case.signal_ids):
            raise NotAllowed(
                "De brief noemt de melder van een gekoppeld signaal. Laat naam en contactgegevens weg.",
                "The letter names the reporter of a linked signal. Leave name and contact out.",
            )


def _texts(value: object) -> Iterator[str]:
    """Every text in what a letter is made of."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from _texts([*value.keys(), *value.values()])
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _texts(one)


def _demand_number(case: Case) -> None:
    if not case.number.strip():
        raise NotAllowed(
            "Een brief kan pas als het onderzoek een zaaknummer heeft.",
            "A letter needs a case with a number.",
            mend=f"eaa-checker case number {case.id} NUMMER",
        )


def _said(row: FormRow) -> str:
    if row.repaired_on is None:
        return row.body
    return f"Hersteld op {row.repaired_on:%d-%m-%Y}. {row.body}".strip()


def write_files(files: tuple[LetterFile, ...], folder: Path) -> list[Path]:
    """Writes *files* to *folder*, made when it is not there. Raises StoreIsFull, ExportProblem."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise worded(error, folder) from error
    written = []
    for one in files:
        path = folder / one.name
        with whole_file(path) as beside:
            beside.write_bytes(one.data)
        written.append(path)
    return written
