"""The steps of a case in the window: sample, findings, letter, follow-up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from case_sample import ANNA, BRAM, MENU, NUMBER
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.letters import LetterDesk
from eaa_checker.casework.samples import SampleDesk
from eaa_checker.domain.case import CasePhase
from eaa_checker.domain.finding import FindingState, Impact
from eaa_checker.domain.letter import AT_TEMPLATE, LetterKind, LetterState, MarkKind
from eaa_checker.domain.reply import Effect, ReplyKind
from eaa_checker.domain.sample import PageDecision, SampleState
from eaa_checker.store import Store
from eaa_checker.store.letters_schema import LETTER
from ui.cases.findings import FindingsStep
from ui.cases.follow_up import AGAIN, DOSSIER, REPLIES, FollowUpStep
from ui.cases.letter import LetterStep
from ui.cases.part import Part
from ui.cases.place import Cases
from ui.cases.sample import SampleStep
from ui.place import Link
from ui.window import Window

Settle = Callable[[Window], None]
P = TypeVar("P", bound=Part)


@pytest.fixture
def window(case_window: Window) -> Window:
    return case_window


def step(window: Window, settle: Settle, name: str, kind: type[P], case_id: int = 1) -> P:
    place = window.go(Link("cases", "case", f"{case_id}/{name}"))
    settle(window)
    assert isinstance(place, Cases)
    part = place.page.part(place.page.step)
    assert isinstance(part, kind)
    return part


def reason(window: Window, settle: Settle, words: str) -> None:
    place = window.place("cases")
    assert isinstance(place, Cases)
    QTest.keyClicks(place.page.asker.reason, words)
    QTest.keyClick(place.page.asker.reason, Qt.Key.Key_Return)
    settle(window)


# -- sample ----------------------------------------------------------------------------------------------------------


def test_a_sample_is_composed_checked_and_approved(window: Window, settle: Settle, store: Store) -> None:
    cases = CaseDesk(store, ANNA)
    first = cases.show(1)
    cases.edit(2, purpose="doel", occasion="aanleiding", planned_from=first.planned_from,
               planned_until=first.planned_until)  # fmt: skip
    cases.move(2, CasePhase.ANALYSIS, "verder")
    cases.move(2, CasePhase.ACTION, "verder", uncertain_because="mandaat volgt")
    part = step(window, settle, "sample", SampleStep, 2)
    part.begin.click()
    settle(window)
    samples = SampleDesk(store, ANNA)
    sample = samples.list(2)[0]
    pages = part.pages
    assert pages.listing.items
    assert {page.decision for page in pages.listing.items} == {PageDecision.PROPOSED}
    assert not part.gate.approve.isEnabled()
    assert any(not check.passed for check in part.gate.checks.items)
    assert all(pages.listing.table.cells(row)[4] for row in range(pages.listing.table.rowCount()))  # why
    count = len(pages.listing.items)
    for _ in range(count):  # each with Enter; the next one that is not decided is chosen by itself
        field = pages.sheet.fields["reason"]
        field.setFocus()
        QTest.keyClicks(field, "laat de site zien")
        QTest.keyClick(field, Qt.Key.Key_Return)
        settle(window)
    assert {page.decision for page in samples.pages(sample.id)} == {PageDecision.CONFIRMED}
    while part.gate.absent.value is not None:
        part.gate.explain.click()
        reason(window, settle, "niet gevonden op de site")
    assert [check.en for check in part.gate.checks.items if not check.passed] == []
    part.gate.approve.click()
    settle(window)
    assert samples.show(sample.id).state is SampleState.APPROVED
    assert part.visits.plan.isVisible()
    part.visits.plan.click()
    settle(window)
    assert [row.visit.number for row in part.visits.visits.items] == [1, 2, 3]
    part.visits.extra.click()
    reason(window, settle, "een bezoek zal mislukken")
    assert len(part.visits.visits.items) == 4
    part.gate.reopen.click()
    reason(window, settle, "een pagina vergeten")
    assert samples.show(sample.id).state is SampleState.DRAFT


def test_what_came_back_is_shown_as_k_of_n(window: Window, settle: Settle) -> None:
    part = step(window, settle, "sample", SampleStep)
    rows = part.visits.settled
    assert rows.table.cells(0)[0] == "vast (3 van 3)"
    assert {row.settled.fingerprint for row in rows.items} >= {MENU}
    assert len(part.visits.visits.items) == 3
    assert not part.visits.start.isEnabled()


# -- findings --------------------------------------------------------------------------------------------------------


def test_a_finding_is_written_stored_and_taken_back(window: Window, settle: Settle, store: Store) -> None:
    part = step(window, settle, "findings", FindingsStep)
    assert [row.finding.label for row in part.listing.items] == ["B-01", "B-02", "B-03"]
    part.choose(1)
    form = part.form
    assert "voorbeeld.test" in form.facts.text()
    assert "vast (3 van 3)" in form.facts.text()
    assert "Niet vastgesteld door een tweede persoon" in form.hindrances.text()
    field = form.sheet.fields["consequence"]
    field.setFocus()
    QTest.keyClicks(field, "Blinden ")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.sheet.values()["consequence"] == "Wie niet ziet, kan dit niet gebruiken."
    form.impact.choose(Impact.CRITICAL)
    QTest.keyClicks(field, "Blinden: ")
    form.sheet.submit.click()
    settle(window)
    stored = FindingDesk(store, ANNA).show(1).text
    assert (stored.impact, stored.consequence[:8]) == (Impact.CRITICAL, "Blinden:")
    assert "B-01 is opgeslagen" in window.messages.text
    window.messages._action.click()
    settle(window)
    again = FindingDesk(store, ANNA).show(1).text
    assert (again.impact, again.consequence) == (Impact.SIGNIFICANT, "Wie niet ziet, kan dit niet gebruiken.")


def test_two_people_write_in_one_finding(window: Window, settle: Settle, store: Store) -> None:
    part = step(window, settle, "findings", FindingsStep)
    part.choose(1)
    FindingDesk(store, BRAM).edit(1, repair="van Bram")
    part.form.sheet.fields["repair"].setPlainText("van mij")  # type: ignore[union-attr]
    part.form.sheet.submit.click()
    settle(window)
    conflict = part.form.sheet.conflict
    assert conflict.isVisible()
    assert "van Bram" in conflict.both.text()
    conflict.take_theirs.click()
    assert part.form.sheet.values()["repair"] == "van Bram"


def test_a_second_person_reviews_and_the_author_may_not(window: Window, settle: Settle, store: Store) -> None:
    part = step(window, settle, "findings", FindingsStep)
    part.choose(2)
    part.send_back.click()
    reason(window, settle, "Noem de pagina erbij.")
    assert FindingDesk(store, ANNA).show(2).state is FindingState.RETURNED
    assert "Noem de pagina erbij." in part.form.facts.text()
    part.form.sheet.fields["fact"].setPlainText("Het menu op de startpagina heeft geen naam.")  # type: ignore[union-attr]
    part.form.sheet.submit.click()
    settle(window)
    part.submit.click()
    settle(window)
    part.approve.click()
    reason(window, settle, "")
    assert "vierogenprincipe" in part.wrong.text()  # whoever wrote in it may not review it
    assert FindingDesk(store, ANNA).show(2).state is FindingState.SUBMITTED


def test_a_finding_is_made_of_what_was_seen(window: Window, settle: Settle, store: Store) -> None:
    part = step(window, settle, "findings", FindingsStep)
    part.new.click()
    settle(window)
    assert len(part.sources.items) == 1
    assert QApplication.focusWidget() is part.sources.view
    QTest.keyClick(part.sources.view, Qt.Key.Key_Return)
    settle(window)
    made = FindingDesk(store, ANNA).numbered(1, 4)
    assert made.text.consequence == ""
    assert part.listing.view.current is not None
    assert part.listing.view.current.finding.label == "B-04"
    part.submit.click()
    settle(window)
    assert "gevolg (wie kan wat niet)" in part.wrong.text()


def test_a_text_block_takes_the_place_of_its_part(window: Window, settle: Settle, store: Store) -> None:
    part = step(window, settle, "findings", FindingsStep)
    part.choose(1)
    settle(window)
    part.form.use.click()
    settle(window)
    assert FindingDesk(store, ANNA).show(1).text.repair == "Geef elk element een naam die zegt wat het doet."
    window.messages._action.click()
    settle(window)
    assert FindingDesk(store, ANNA).show(1).text.repair == "Geef een naam."
    assert FindingDesk(store, ANNA).show(1).text.blocks == ()


# -- letter ----------------------------------------------------------------------------------------------------------


def test_kinds_of_letter_say_why_they_cannot_be_begun(window: Window, settle: Settle, store: Store) -> None:
    part = step(window, settle, "letter", LetterStep)
    part.new.click()
    settle(window)
    refused = {row.kind: row.refused for row in part.kinds.items}
    assert set(refused) == set(LetterKind)
    assert refused[LetterKind.FINDINGS] is None
    decision = refused[LetterKind.DECISION]
    assert decision is not None
    assert "bevoegdheid" in decision.nl
    assert part.begin.said("reference") == f"{NUMBER}/2"
    part.kinds.view.choose(LetterKind.DECISION)
    part.begin.submit.click()
    settle(window)
    assert "bevoegdheid" in part.begin.wrong.text()
    part.kinds.view.choose(LetterKind.FORWARDING)
    part.begin.submit.click()
    settle(window)
    assert LetterDesk(store, ANNA).find(1)[0].kind is LetterKind.FORWARDING


def test_a_letter_is_filled_checked_and_reviewed(window: Window, settle: Settle, store: Store) -> None:
    part = step(window, settle, "letter", LetterStep)
    part.choose(1)
    form = part.form
    form.fields["reply_by"].setText("22-12-2026")  # type: ignore[union-attr]
    form.fields["contact"].setText("070 123 45 67")  # type: ignore[union-attr]
    form.fields["address"].setPlainText("Postbus 1\n1000 AA Voorbeeld")  # type: ignore[union-attr]
    form.fields["attention"].setText("de voorzitter")  # type: ignore[union-attr]
    form.submit.click()
    settle(window)
    choices = LetterDesk(store, ANNA).choices(1)
    assert choices.reply_by == date(2026, 12, 22)
    assert choices.address == ("Postbus 1", "1000 AA Voorbeeld")
    marks = [row.mark.kind for row in part.marks.items]
    assert marks or part._unwritable is not None
    assert marks == sorted(marks, key=lambda kind: kind is not MarkKind.STOP)
    part.submit.click()
    settle(window)
    assert LetterDesk(store, ANNA).show(1).state is LetterState.REVIEW
    part.approve.click()  # the window's person is not Anna
    settle(window)
    assert LetterDesk(store, ANNA).show(1).state is LetterState.APPROVED
    part.issue.click()
    settle(window)
    assert part.wrong.text()  # the template was not approved by lawyers, or something is missing
    assert LetterDesk(store, ANNA).show(1).state is LetterState.APPROVED


def test_lawyers_approve_the_text_of_a_template(window: Window, settle: Settle, store: Store) -> None:
    part = step(window, settle, "letter", LetterStep)
    part.choose(1)
    settle(window)
    kind = LetterDesk(store, ANNA).show(1).kind
    part.tabs.setCurrentIndex(1)
    part.marks.view.choose(next(row.number for row in part.marks.items if row.mark.place == AT_TEMPLATE))
    QTest.keyClick(part.marks.view, Qt.Key.Key_Return)
    assert part.template.isVisible()
    assert part.template.approve.hasFocus()
    assert "nog niet goedgekeurd" in part.template.state.text()
    assert "Deze brief is geen besluit" not in part.template.state.text()
    assert part.template.text.toPlainText() == LetterDesk(store, ANNA).template(kind)[0].text
    part.template.approve.click()
    assert part.asker.isVisible()
    part.asker.do.click()  # nothing said: nothing recorded
    settle(window)
    assert not LetterDesk(store, ANNA).template(kind)[1]
    part.template.approve.click()
    part.asker.reason.setText("mr. J. Jansen, 20 november 2026, memo 12")
    part.asker.do.click()
    settle(window)
    assert LetterDesk(store, ANNA).template(kind)[1]
    assert "mr. J. Jansen, 20 november 2026, memo 12" in part.template.state.text()
    assert part.template.approve.isHidden()
    assert not [row for row in part.marks.items if row.mark.place == AT_TEMPLATE]


def test_letters_are_said_in_the_language_that_was_switched_to(window: Window, settle: Settle) -> None:
    part = step(window, settle, "letter", LetterStep)
    said = []
    for code in ("nl", "en", "nl"):
        window.desk.language.switch(code)
        settle(window)
        said.append(part.letters.table.index(0, 1).data())
    assert said == ["bevindingenbrief", "findings letter", "bevindingenbrief"]


def test_the_order_of_a_decision_is_filled_in(window: Window, settle: Settle, store: Store) -> None:
    desk = LetterDesk(store, ANNA)
    with store._writing() as connection:  # what makes an intention reachable is tested with the letters
        connection.execute(LETTER.update().where(LETTER.c.id == 1).values(kind=LetterKind.INTENTION.value))
    part = step(window, settle, "letter", LetterStep)
    part.choose(1)
    settle(window)
    form = part.form
    assert form.fields["duty"].isVisibleTo(form)
    for key, said in (("provision", "artikel 3"), ("until", "01-03-2027"), ("amount", "€ 5.000"), ("per", "week"),
                      ("maximum", "veel")):  # fmt: skip
        form.fields[key].setText(said)  # type: ignore[union-attr]
    form.fields["duty"].setPlainText("Het formulier is te bedienen met het toetsenbord.")  # type: ignore[union-attr]
    form.submit.click()
    settle(window)
    assert "hele euro" in form.wrong.text()
    assert desk.choices(1).order is None
    form.fields["maximum"].setText("50000")  # type: ignore[union-attr]
    form.submit.click()
    settle(window)
    order = desk.choices(1).order
    assert order is not None
    assert (order.provision, order.amount, order.per, order.maximum) == ("artikel 3", 5000, "week", 50000)
    assert order.until == date(2027, 3, 1)


# -- follow-up -------------------------------------------------------------------------------------------------------


def test_a_term_is_extended_for_a_reason_and_stands_on_the_calendar(
    window: Window, settle: Settle, store: Store
) -> None:
    part = step(window, settle, "follow-up", FollowUpStep)
    terms = part.deadlines
    assert terms.missed.isVisible()
    terms.extend.click()
    terms.extension.fields["due"].setText("15-12-2026")  # type: ignore[union-attr]
    terms.extension.submit.click()
    settle(window)
    assert "Geef een reden" in terms.extension.wrong.text()
    terms.extension.fields["reason"].setText("leverancier heeft meer tijd nodig")  # type: ignore[union-attr]
    terms.extension.submit.click()
    settle(window)
    term = store.deadlines.deadlines(1)[0]
    assert (term.due, term.extensions[0].reason) == (date(2026, 12, 15), "leverancier heeft meer tijd nodig")
    figure = terms.chart.figure
    assert figure is not None
    assert ["2026-12-15", "hersteltermijn"] in figure.table()[1]
    terms.new.click()
    terms.kind.choose("follow-up")
    terms.sheet.fields["count"].setText("2")  # type: ignore[union-attr]
    terms.sheet.submit.click()
    settle(window)
    assert len(store.deadlines.deadlines(1)) == 2
    window.messages._action.click()  # taken back: cancelled, with the reason that it was a mistake
    settle(window)
    assert {term.state.value for term in store.deadlines.deadlines(1)} == {"running", "cancelled"}


def test_a_reply_is_recorded_and_answered(window: Window, settle: Settle, store: Store) -> None:
    part = step(window, settle, "follow-up", FollowUpStep)
    part.tabs.setCurrentIndex(REPLIES)
    settle(window)
    replies = part.replies
    assert not replies.take_over.isEnabled()  # no letter was issued
    replies.add.click()
    replies.kind.choose(ReplyKind.DISPUTED)
    replies.adding.fields["body"].setPlainText("Er staat wel een naam.")  # type: ignore[union-attr]
    replies.adding.submit.click()
    settle(window)
    assert replies.listing.table.cells(0)[0] == "B-03"
    replies.effect.choose(Effect.STANDS)
    replies.answer.fields["answer"].setPlainText("Wij zagen die bij drie bezoeken niet.")  # type: ignore[union-attr]
    replies.answer.submit.click()
    settle(window)
    assert store.replies.replies(1)[0].effect is Effect.STANDS


def test_a_form_that_is_dropped_is_read(window: Window, settle: Settle, store: Store, tmp_path: Path) -> None:
    sha256, size = store.evidence.put(b"%PDF brief", "application/pdf")
    letter = store.letters.letter(1)
    store.letters.issue(ANNA, 1, letter.version, [("brief.pdf", "application/pdf", sha256, size)], "")
    part = step(window, settle, "follow-up", FollowUpStep)
    part.tabs.setCurrentIndex(REPLIES)
    settle(window)
    file = tmp_path / "antwoord.html"
    file.write_text("<p>geen formulier</p>")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                      Qt.KeyboardModifier.NoModifier)  # fmt: skip
    part.replies.dropEvent(drop)
    settle(window)
    assert "antwoord.html" in part.replies.wrong.text()
    assert store.replies.replies(1) == []


def test_a_dossier_is_red_until_complete_then_sealed_and_verified(
    window: Window, settle: Settle, store: Store
) -> None:
    part = step(window, settle, "follow-up", FollowUpStep)
    part.tabs.setCurrentIndex(DOSSIER)
    settle(window)
    dossier = part.dossier
    red = {row.key for row in dossier.checks.items if row.missing}
    assert {"who", "signed", "dated"} <= red
    for key, words in (("function", "toezichthouder"), ("designation", "aanwijzing 2026-4")):
        dossier.sheet.fields[key].setText(words)  # type: ignore[union-attr]
    dossier.sheet.fields["sign"].setChecked(True)  # type: ignore[union-attr]
    dossier.look.click()
    settle(window)
    assert not {"who", "signed", "dated"} & {row.key for row in dossier.checks.items if row.missing}
    dossier.sheet.submit.click()
    settle(window)
    sealed = store.dossiers.dossiers("case:1")
    assert len(sealed) == 1
    dossier.verify.click()
    settle(window)
    assert "ongeschonden: elke byte" in dossier.outcome.text()
    fact = next((Path(sealed[0].place) / "data").glob("matter.json"))
    fact.chmod(0o600)
    fact.write_bytes(fact.read_bytes() + b" ")
    dossier.verify.click()
    settle(window)
    assert "NIET ongeschonden" in dossier.outcome.text()


def test_a_reinspection_is_begun_for_a_reason(window: Window, settle: Settle, store: Store) -> None:
    part = step(window, settle, "follow-up", FollowUpStep)
    part.tabs.setCurrentIndex(AGAIN)
    settle(window)
    again = part.reinspection
    again.begin.click()
    reason(window, settle, "de termijn is om")
    assert len(store.cases.rounds(1)) == 2
    again.propose.click()
    settle(window)
    assert again.wrong.text()  # the visits of this round have not been made yet
