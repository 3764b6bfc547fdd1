"""Findings: made of steady observations and answers, numbered for good, reviewed by another person."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cases_made import PAGES, STATEMENT, Examined
from pages_made import observation
from scans_made import SITE, Made, fingerprint, scan_made

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.finding_sources import proposed_text
from eaa_checker.casework.findings import FindingDesk
from eaa_checker.casework.manual import ManualDesk
from eaa_checker.casework.signals import SignalDesk
from eaa_checker.casework.text_blocks import TextBlockDesk
from eaa_checker.domain.finding import Exemption, FindingState, FindingText, Impact, ProofKind
from eaa_checker.domain.manual import Defect, NewAnswer, Scope, Step
from eaa_checker.domain.signal import NewSignal, Reporter, SignalSource
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists, BadInput, EditedMeanwhile, NotAllowed, NotFound
from eaa_checker.store import Store
from rules.contract import Words

LOGO, MENU, FILM = (fingerprint(name) for name in ("logo", "menu", "film"))
WHO = "Mensen die niet kunnen zien, weten niet van wie de site is."
ANNA, CAROL = Actor("Anna de Vries", "anna@werkplek"), Actor("Carol", "carol@werkplek")


@pytest.fixture(scope="module")
def visited(tmp_path_factory: pytest.TempPathFactory, examined_folder: Path) -> Path:
    """Three visits: the logo fails on two pages each time, the menu once; the film is a question."""
    folder = tmp_path_factory.mktemp("visited") / "store"
    shutil.copytree(examined_folder, folder)
    home = Made("/", "Home", failed=("logo",), asked=("film",))
    contact = Made("/contact", "Contact", failed=("logo",))
    with Store.open(folder / "toezicht.sqlite") as opened:
        Examined(opened, ANNA, 1, 1).visited(
            [home, contact, STATEMENT],
            [Made("/", "Home", failed=("logo", "menu"), asked=("film",)), contact, STATEMENT],
            [home, contact, STATEMENT],
        )
    return folder


@pytest.fixture
def store(tmp_path: Path, visited: Path) -> Iterator[Store]:
    shutil.copytree(visited, tmp_path / "store")
    with Store.open(tmp_path / "store" / "toezicht.sqlite", patience=2.0) as opened:
        yield opened


@pytest.fixture
def case(store: Store) -> Examined:
    return Examined(store, ANNA, 1, 1)


@pytest.fixture
def desk(store: Store, anna: Actor) -> FindingDesk:
    return FindingDesk(store, anna)


@pytest.fixture
def reviewer(store: Store, bram: Actor) -> FindingDesk:
    return FindingDesk(store, bram)


def test_a_finding_of_an_observation(desk: FindingDesk, case: Examined, store: Store) -> None:
    one = desk.add(case.id, observations=[LOGO[:12]])
    assert (one.label, one.state, one.requirement) == ("B-01", FindingState.DRAFT, "wcag:1.1.1")
    assert one.edition == "EN 301 549 V3.2.1"
    assert {(p.address, p.seen, p.visits) for p in one.places} == {(PAGES[0], 3, 3), (PAGES[1], 3, 3)}
    assert one.stability.nl == "vast (3 van 3)"
    assert one.text.fact == "De afbeelding logo heeft geen naam."
    assert one.text.consequence == ""  # who cannot do what is for a person to say
    kinds = [proof.kind for proof in one.proofs]
    assert kinds.count(ProofKind.OBSERVATION) == 3  # one scan each
    assert kinds.count(ProofKind.CAPTURE) == 2
    assert store.trail.entries(f"finding:{one.id}")[0].action == "finding.added"


def test_numbers_are_never_used_again(desk: FindingDesk, case: Examined) -> None:
    first = desk.add(case.id, observations=[LOGO])
    desk.withdraw(first.id, "het logo is versiering")
    second = desk.add(case.id, observations=[LOGO])
    assert (first.label, second.label) == ("B-01", "B-02")
    assert desk.numbered(case.id, 1).withdrawn_because == "het logo is versiering"
    with pytest.raises(NotAllowed):
        desk.edit(first.id, fact="toch niet")
    assert [one.label for one in desk.find(case.id)] == ["B-01", "B-02"]


def test_what_came_once_never_enters_a_letter(desk: FindingDesk, reviewer: FindingDesk, case: Examined) -> None:
    one = desk.add(case.id, observations=[MENU])
    desk.edit(one.id, consequence=WHO)
    desk.submit(one.id)
    reviewer.approve(one.id)
    (reason,) = desk.hindrances(one.id)
    assert "1 van 3" in reason.nl
    fit, unfit = desk.for_letter(case.id)
    assert (fit, [f.id for f, _ in unfit]) == ([], [one.id])


def test_one_scan_is_never_steady(desk: FindingDesk, case: Examined, store: Store) -> None:
    scan = scan_made(store, store.target(1), [Made("/", failed=("banner",))])
    one = desk.add(case.id, observations=[fingerprint("banner")], scan_id=scan.id)
    assert (one.places[0].seen, one.places[0].visits) == (1, 1)
    assert any("1 van 1" in reason.nl for reason in desk.hindrances(one.id))


UNSEEN = (Step("any", "yes"), Step("decoration", "yes"), Step("meaning", "no"))


def test_cannot_tell_is_no_violation_until_a_person_says_so(desk: FindingDesk, case: Examined, store: Store) -> None:
    with pytest.raises(NotAllowed, match="could not tell"):
        desk.add(case.id, observations=[FILM])
    manual = ManualDesk(store, case.actor)
    passed = manual.answer(case.id, NewAnswer("wcag:1.1.1", (Step("any", "no"),), address=PAGES[1]))
    with pytest.raises(NotAllowed, match="only “failed”"):
        desk.add(case.id, observations=[FILM], answers=[passed.id])
    defects = (Defect("de film heeft geen naam", "video"), Defect("de poster ook niet", "video + img"))
    failed = manual.answer(case.id, NewAnswer("wcag:1.1.1", UNSEEN, address=PAGES[0], defects=defects))
    one = desk.add(case.id, observations=[FILM], answers=[failed.id])
    assert [place.description for place in one.places][-2:] == ["de film heeft geen naam", "de poster ook niet"]
    assert any(proof.reference == f"answer:{failed.id}" for proof in one.proofs)


def test_a_finding_by_hand(desk: FindingDesk, reviewer: FindingDesk, case: Examined, store: Store) -> None:
    whole = NewAnswer("wcag:2.4.7", (Step("any", "yes"), Step("seen", "no")), Scope.SHARED, element="kop")
    answer = ManualDesk(store, case.actor).answer(case.id, whole)
    with pytest.raises(BadInput, match="title and a fact"):
        desk.add(case.id, answers=[answer.id])
    text = FindingText("Focus onzichtbaar", "In de kop is geen focus te zien.", WHO, Impact.CRITICAL, "Toon de focus.")
    one = desk.add(case.id, answers=[answer.id], text=text)
    assert (one.by_hand, one.requirement, one.places[0].address) == (True, "wcag:2.4.7", "kop")
    desk.submit(one.id)
    reviewer.approve(one.id, "zelf nagekeken")
    assert desk.hindrances(one.id) == ()


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({}, BadInput),
        ({"observations": ["deadbeef"]}, NotFound),
        ({"observations": [LOGO[:4]]}, NotFound),  # too short to be sure
        ({"observations": [LOGO], "requirement": "wcag:1.4.3"}, BadInput),
        ({"observations": [LOGO], "pages": [f"{SITE}/toegankelijkheid"]}, BadInput),
        ({"observations": [LOGO], "answers": [99]}, NotFound),
        ({"observations": [LOGO], "text": FindingText("", "")}, BadInput),
        ({"observations": [LOGO], "text": FindingText("t", "f", exemption=Exemption.THIRD_PARTY)}, BadInput),
        ({"observations": [LOGO], "text": FindingText("t", "f" * 10_001)}, BadInput),
    ],
)
def test_bad_input_makes_nothing(
    desk: FindingDesk, case: Examined, store: Store, given: dict[str, Any], error: type[Exception]
) -> None:
    head = store.trail.head()
    with pytest.raises(error):
        desk.add(case.id, **given)
    assert desk.find(case.id) == []
    assert store.trail.head() == head


def test_the_same_observation_is_one_finding(desk: FindingDesk, case: Examined) -> None:
    one = desk.add(case.id, observations=[LOGO], pages=[PAGES[0]])
    with pytest.raises(AlreadyExists, match="B-01"):
        desk.add(case.id, observations=[LOGO])
    other = desk.add(case.id, observations=[LOGO], pages=[PAGES[1]])
    assert [{p.address for p in f.places} for f in (one, other)] == [{PAGES[0]}, {PAGES[1]}]


# -- four eyes ---------------------------------------------------------------------------------------------------------


def test_four_eyes(desk: FindingDesk, reviewer: FindingDesk, case: Examined, store: Store) -> None:
    one = desk.add(case.id, observations=[LOGO])
    with pytest.raises(NotAllowed, match="who cannot do what"):
        desk.submit(one.id)
    one = desk.edit(one.id, consequence=WHO, impact=Impact.SIGNIFICANT)
    with pytest.raises(NotAllowed):
        reviewer.approve(one.id)  # not submitted yet
    one = desk.submit(one.id)
    with pytest.raises(NotAllowed, match="four eyes"):
        desk.approve(one.id)
    same_account = FindingDesk(store, Actor("Iemand anders", case.actor.account))
    with pytest.raises(NotAllowed, match="four eyes"):
        same_account.approve(one.id)
    with pytest.raises(BadInput):
        reviewer.send_back(one.id, " ")
    back = reviewer.send_back(one.id, "op welke pagina's?")
    assert (back.state, back.reviewer) == (FindingState.RETURNED, "")
    desk.submit(desk.edit(one.id, fact="Het logo heeft op twee pagina's geen naam.").id)
    done = reviewer.approve(one.id)
    assert (done.state, done.reviewer) == (FindingState.APPROVED, "Bram Jansen")
    assert [(r.approved, r.text) for r in done.remarks] == [(False, "op welke pagina's?"), (True, "")]
    assert desk.hindrances(one.id) == ()
    actions = [e.action for e in store.trail.entries(f"finding:{one.id}")]
    assert actions[-3:] == ["finding.edited", "finding.submitted", "finding.approved"]


def approved(desk: FindingDesk, reviewer: FindingDesk, case: Examined) -> int:
    one = desk.add(case.id, observations=[LOGO])
    desk.edit(one.id, consequence=WHO)
    desk.submit(one.id)
    return reviewer.approve(one.id).id


def test_any_edit_after_approval_needs_a_new_review(desk: FindingDesk, reviewer: FindingDesk, case: Examined) -> None:
    id = approved(desk, reviewer, case)
    with pytest.raises(BadInput, match="reason"):
        desk.edit(id, fact="Anders.")
    assert desk.show(id).state is FindingState.APPROVED
    assert desk.edit(id, fact=desk.show(id).text.fact, reason="niets").state is FindingState.APPROVED  # nothing changed
    changed = desk.edit(id, fact="Anders.", reason="duidelijker")
    assert (changed.state, changed.reviewer, changed.reviewed) == (FindingState.DRAFT, "", None)
    assert any("tweede persoon" in reason.nl for reason in desk.hindrances(id))


def test_a_reviewer_who_edits_becomes_a_writer(
    desk: FindingDesk, reviewer: FindingDesk, case: Examined, store: Store
) -> None:
    id = approved(desk, reviewer, case)
    reviewer.edit(id, fact="Anders.", reason="beter zo")
    reviewer.submit(id)
    for own in (desk, reviewer):
        with pytest.raises(NotAllowed, match="four eyes"):
            own.approve(id)
    assert FindingDesk(store, CAROL).approve(id).reviewer == "Carol"


def test_a_reviewer_approves_what_they_read(desk: FindingDesk, reviewer: FindingDesk, case: Examined) -> None:
    one = desk.add(case.id, observations=[LOGO])
    desk.edit(one.id, consequence=WHO)
    read = desk.submit(one.id).version
    desk.submit(desk.edit(one.id, fact="Iets heel anders.").id)
    with pytest.raises(EditedMeanwhile):
        reviewer.approve(one.id, version=read)
    assert desk.show(one.id).state is FindingState.SUBMITTED


def test_two_people_edit_at_once(desk: FindingDesk, reviewer: FindingDesk, case: Examined) -> None:
    one = desk.add(case.id, observations=[LOGO])
    desk.edit(one.id, one.version, fact="Van Anna.")
    with pytest.raises(EditedMeanwhile) as caught:
        reviewer.edit(one.id, one.version, fact="Van Bram.")
    assert (caught.value.theirs["fact"], caught.value.yours["fact"]) == ("Van Anna.", "Van Bram.")
    assert desk.show(one.id).text.fact == "Van Anna."


def test_a_stopped_case_takes_no_findings(desk: FindingDesk, case: Examined, store: Store) -> None:
    one = desk.add(case.id, observations=[LOGO])
    CaseDesk(store, case.actor).stop(case.id, "dubbel")
    with pytest.raises(NotAllowed, match="Reopen"):
        desk.edit(one.id, fact="x")
    with pytest.raises(NotAllowed, match="Reopen"):
        desk.add(case.id, observations=[MENU])


def test_filters(desk: FindingDesk, case: Examined) -> None:
    desk.edit(desk.add(case.id, observations=[LOGO]).id, impact=Impact.CRITICAL, consequence="100% van de bezoekers")
    desk.add(case.id, observations=[MENU])
    assert [f.label for f in desk.find(impacts=[Impact.CRITICAL])] == ["B-01"]
    assert [f.label for f in desk.find(case.id, requirement="wcag:1.1.1")] == ["B-01", "B-02"]
    assert [f.label for f in desk.find(words="MENU")] == ["B-02"]
    assert [f.label for f in desk.find(words="100% van")] == ["B-01"]
    assert desk.find(words="%zzz") == []
    assert [f.label for f in desk.find(organisation_id=1)] == ["B-01", "B-02"]
    assert desk.find(organisation_id=99) == []
    assert [f.label for f in desk.find(limit=1, offset=1)] == ["B-02"]


# -- texts -------------------------------------------------------------------------------------------------------------


def test_text_blocks_have_versions(desk: FindingDesk, case: Examined, store: Store, bram: Actor) -> None:
    blocks = TextBlockDesk(store, case.actor)
    block = blocks.add("Niet zien", "consequence", WHO, "wcag:1.1.1")
    other = blocks.add("Contrast", "consequence", "Wie slecht ziet.", "wcag:1.4.3")
    with pytest.raises(AlreadyExists):
        blocks.add("Niet zien", "consequence", "nog eens")
    with pytest.raises(BadInput):
        blocks.add("x", "kleur", "y")
    assert [b.name for b in blocks.find("consequence", "wcag:1.1.1")] == ["Niet zien"]
    one = desk.use_block(desk.add(case.id, observations=[LOGO]).id, block.id)
    assert (one.text.consequence, one.text.blocks) == (WHO, ((block.id, 1),))
    newer = blocks.change(block.id, "Nieuwe tekst.", version=1)
    assert newer.number == 2
    with pytest.raises(EditedMeanwhile):
        TextBlockDesk(store, bram).change(block.id, "Van Bram.", version=1)
    assert desk.show(one.id).text.consequence == WHO  # what was found keeps its words
    assert store.text_blocks.block(block.id, 1).body == WHO
    with pytest.raises(NotAllowed):
        desk.use_block(one.id, other.id)
    blocks.change(block.id, retired=True)
    assert blocks.find("consequence", "wcag:1.1.1") == []
    with pytest.raises(NotAllowed):
        desk.use_block(one.id, block.id)


def test_a_reporter_is_never_named(desk: FindingDesk, store: Store, case: Examined, bram: Actor) -> None:
    signals = SignalDesk(store, bram)
    new = NewSignal(SignalSource.REPORT, date(2026, 11, 1), "De site is onleesbaar", confidential=True)
    signals.link(signals.add(new, Reporter("Pietje Puk", "pp@voorbeeld.test")).id, case.id)
    with pytest.raises(BadInput, match="reporter"):
        desk.add(case.id, observations=[LOGO], text=FindingText("Logo", "Volgens Pietje Puk is het logo onleesbaar."))




@pytest.mark.parametrize(
    ("fact", "title"),
    [
        ("De knop heeft geen naam.", "De knop heeft geen naam"),
        ("De knop heeft geen naam. Wie een schermlezer gebruikt, hoort alleen ‘knop’.", "De knop heeft geen naam"),
        ("Is dit de naam van de knop?", "Voldoet niet aan: Knop heeft een naam"),
        ("De tekst ‘Bel 112. Of klik hier’ is te licht.", "Voldoet niet aan: Knop heeft een naam"),
        ("De knop " + "met een lang verhaal " * 8 + "heeft geen naam.", "Voldoet niet aan: Knop heeft een naam"),
    ],
)
def test_a_proposed_title_names_the_barrier_and_never_the_norm_alone(fact: str, title: str) -> None:
    norm = Words("Knop heeft een naam", "Button has a name")
    seen = replace(observation("naamloos", []), explanation=Words(fact, "x"), title=norm)
    text = proposed_text([seen])
    assert (text.title, text.fact) == (title, fact)
