"""Signals: what may be done with them, and that a reporter never leaves the store."""

from __future__ import annotations

import ast
import json
import pickle
import zipfile
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path

import pytest
from scans_made import Made, scan_made
from sqlalchemy import event

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.casework.signals import SignalDesk
from eaa_checker.cli.speaking import plain
from eaa_checker.domain.case import CaseKind, NewCase
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.signal import NewSignal, Reporter, Signal, SignalSource, SignalState, SignalWeight
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, EditedMeanwhile, NotAllowed, NotFound
from eaa_checker.store import Store

ROOT = Path(__file__).parents[3]
SECRET = Reporter("Petronella Geheim", "06-87654321", "belt na zessen")
SECRETS = ("Petronella", "Geheim", "87654321", "na zessen")

ON_BOTH = (
    "test_merging_keeps_the_heavier_and_the_confidential",
    "test_two_people_at_once",
    "test_looking_at_the_reporter_is_recorded",
)


@pytest.fixture
def desk(store: Store, anna: Actor) -> SignalDesk:
    return SignalDesk(store, anna)


def new(description: str = "Het formulier werkt niet met het toetsenbord.", **more: object) -> NewSignal:
    return NewSignal(SignalSource.REPORT, date(2026, 11, 2), description, **more)  # type: ignore[arg-type]


def case(store: Store, anna: Actor, *signals: Signal, target: Target | None = None) -> int:
    targets = (target.id,) if target else ()
    opened = NewCase(CaseKind.SIMPLIFIED, "Onderzoek", occasion="melding", target_ids=targets,
                     signal_ids=tuple(s.id for s in signals))  # fmt: skip
    return CaseDesk(store, anna).open(opened).id


def actions(store: Store, subject: str) -> list[str]:
    return [entry.action for entry in store.trail.entries(subject)]


def test_taking_in(desk: SignalDesk, store: Store, target: Target) -> None:
    taken = desk.add(new(weight=SignalWeight.HEAVY, confidential=True, target_id=target.id))
    assert (taken.state, taken.organisation_id) == (SignalState.NEW, target.organisation_id)
    assert taken.entered_by == "Anna de Vries"
    assert desk.show(taken.id) == taken
    assert desk.list(states=[SignalState.NEW], source=SignalSource.REPORT, target_id=target.id) == [taken]
    assert desk.list(source=SignalSource.MEDIA) == []
    assert actions(store, f"signal:{taken.id}") == ["signal.added"]


@pytest.mark.parametrize(
    "wrong",
    [
        new("   "),
        new("x" * 10_001),
        NewSignal(SignalSource.OWN, date.today() + timedelta(days=1), "morgen"),
    ],
)
def test_bad_input_leaves_nothing(desk: SignalDesk, store: Store, wrong: NewSignal) -> None:
    with pytest.raises(BadInput):
        desk.add(wrong)
    assert desk.list() == []
    assert store.trail.head()[0] == 0


def test_an_unknown_target_leaves_nothing(desk: SignalDesk, store: Store) -> None:
    with pytest.raises(NotFound):
        desk.add(new(target_id=77), SECRET)
    assert desk.list() == []
    assert store.trail.head()[0] == 0


def test_linking(desk: SignalDesk, store: Store, anna: Actor) -> None:
    taken = desk.add(new())
    number = case(store, anna)
    assert desk.link(taken.id, number).case_id == number
    assert store.cases.case(number).signal_ids == (taken.id,)
    assert actions(store, f"case:{number}")[-1] == "case.signal-linked"
    with pytest.raises(NotAllowed):
        desk.put_aside(taken.id, "hoort bij een lopend onderzoek")
    CaseDesk(store, anna).stop(number, "dubbel")
    assert desk.put_aside(taken.id, "niets mee te doen").state is SignalState.ASIDE
    fresh = desk.add(new())
    with pytest.raises(NotAllowed):
        desk.link(fresh.id, number)


def test_merging_keeps_the_heavier_and_the_confidential(desk: SignalDesk, store: Store, target: Target) -> None:
    first = desk.add(new(weight=SignalWeight.HEAVY, confidential=True, target_id=target.id))
    second = desk.add(new(weight=SignalWeight.LIGHT))
    goes_on = desk.merge(first.id, second.id, "zelfde formulier")
    assert (goes_on.id, goes_on.weight, goes_on.confidential, goes_on.target_id, goes_on.state) == (
        second.id, SignalWeight.HEAVY, True, target.id, SignalState.NEW,
    )  # fmt: skip
    gone = desk.show(first.id)
    assert (gone.state, gone.merged_into_id, gone.reason) == (SignalState.MERGED, second.id, "zelfde formulier")
    for act in (
        lambda: desk.merge(first.id, second.id, "nog eens"),
        lambda: desk.merge(second.id, first.id, "terug"),
        lambda: desk.put_aside(first.id, "weg"),
        lambda: desk.reopen(first.id, "toch"),
    ):
        with pytest.raises(NotAllowed):
            act()
    with pytest.raises(BadInput):
        desk.merge(second.id, second.id, "zichzelf")


def test_signals_of_two_cases_do_not_merge(desk: SignalDesk, store: Store, anna: Actor) -> None:
    first, second = desk.add(new()), desk.add(new())
    case(store, anna, first)
    case(store, anna, second)
    with pytest.raises(NotAllowed):
        desk.merge(first.id, second.id, "zelfde")
    assert desk.show(first.id).state is SignalState.LINKED


def test_forwarding_names_the_body_and_can_be_undone(desk: SignalDesk, store: Store) -> None:
    taken = desk.add(new())
    with pytest.raises(BadInput):
        desk.forward(taken.id, " ", "niet bevoegd")
    with pytest.raises(BadInput):
        desk.forward(taken.id, "RDI", "")
    gone = desk.forward(taken.id, "RDI", "de RDI is bevoegd")
    assert (gone.state, gone.forwarded_to, gone.reason) == (SignalState.FORWARDED, "RDI", "de RDI is bevoegd")
    back = desk.reopen(taken.id, "RDI stuurde terug")
    assert (back.state, back.forwarded_to) == (SignalState.NEW, "")
    entry = store.trail.entries(f"signal:{taken.id}")[1]
    assert (entry.action, entry.ground, entry.details) == ("signal.forwarded", "de RDI is bevoegd", {"to": "RDI"})


def test_two_people_at_once(desk: SignalDesk, store: Store, bram: Actor) -> None:
    taken = desk.add(new())
    SignalDesk(store, bram).edit(taken.id, taken.version, weight=SignalWeight.HEAVY)
    with pytest.raises(EditedMeanwhile) as caught:
        desk.edit(taken.id, taken.version, weight=SignalWeight.LIGHT)
    assert caught.value.yours == {"weight": "light"}
    assert caught.value.theirs == {"weight": "heavy"}
    with pytest.raises(EditedMeanwhile):
        desk.put_aside(taken.id, "oud", version=taken.version)
    assert desk.show(taken.id).weight is SignalWeight.HEAVY
    assert actions(store, f"signal:{taken.id}") == ["signal.added", "signal.edited"]


def test_confidentiality_is_lifted_for_a_reason_only(desk: SignalDesk) -> None:
    taken = desk.add(new(confidential=True))
    with pytest.raises(BadInput):
        desk.edit(taken.id, taken.version, confidential=False)
    assert not desk.edit(taken.id, taken.version, confidential=False, reason="melder stemt toe").confidential


# -- who reported ---------------------------------------------------------------------------------------------------


def test_looking_at_the_reporter_is_recorded(desk: SignalDesk, store: Store) -> None:
    taken = desk.add(new(), SECRET)
    assert taken.reporter_kept
    with pytest.raises(BadInput):
        desk.reporter(taken.id, " ")
    seen = desk.reporter(taken.id, "terugbellen met een vraag")
    assert seen is not None
    assert (seen.name, seen.contact, seen.remark) == (SECRET.name, SECRET.contact, SECRET.remark)
    last = store.trail.entries()[-1]
    assert (last.action, last.ground, last.details) == ("signal.reporter-seen", "terugbellen met een vraag", {})
    gone = desk.forget_reporter(taken.id, "bewaartermijn voorbij")
    assert not gone.reporter_kept
    assert desk.reporter(taken.id, "controle") is None


@pytest.mark.parametrize("text", ["petronella  GEHEIM belde", "bel 06-87654321"])
def test_texts_that_others_read_may_not_name_the_reporter(
    desk: SignalDesk, store: Store, anna: Actor, target: Target, text: str
) -> None:
    with pytest.raises(BadInput):
        desk.add(new(text), SECRET)
    taken = desk.add(new(), SECRET)
    other = desk.add(new("Nog een melding."))
    cases = CaseDesk(store, anna)
    number = case(store, anna, taken)
    for act in (
        lambda: desk.edit(taken.id, taken.version, description=text),
        lambda: desk.reporter(taken.id, text),
        lambda: desk.put_aside(taken.id, text),
        lambda: desk.merge(taken.id, other.id, text),
        lambda: desk.forward(taken.id, text, "niet bevoegd"),
        lambda: desk.forget_reporter(taken.id, text),
        lambda: desk.link(taken.id, number, reason=text),
        lambda: cases.open(NewCase(CaseKind.QUICK, text, signal_ids=(taken.id,))),
        lambda: cases.edit(number, purpose=text),
        lambda: cases.stop(number, text),
    ):
        with pytest.raises((BadInput, NotAllowed)):
            act()
    assert text not in repr(store.trail.entries())


def test_a_reporter_cannot_be_printed_or_sent() -> None:
    assert repr(SECRET) == str(SECRET) == "<Reporter>"
    with pytest.raises(TypeError):
        pickle.dumps(SECRET)
    with pytest.raises(TypeError):
        json.dumps(plain(SECRET))
    assert not {field.name for field in fields(Signal)} & {"name", "contact", "remark", "reporter"}


def test_nothing_that_leaves_the_store_reads_who_reported(
    desk: SignalDesk, store: Store, anna: Actor, target: Target, tmp_path: Path
) -> None:
    """Every export format, the trail and everything that the desks give out, watched at the database itself."""
    from eaa_checker import settings
    from eaa_checker.engine import Engine

    taken = desk.add(new(target_id=target.id, confidential=True), SECRET)
    number = case(store, anna, taken, target=target)
    desk.edit(taken.id, desk.show(taken.id).version, weight=SignalWeight.LIGHT)
    scan = scan_made(store, target, [Made("/", "Home", failed=("logo",))])
    store.close()

    read: list[str] = []
    chosen = settings.read(environment={"EAA_CHECKER_DATABASE": str(store.path)}, file=tmp_path / "none.toml")
    with Engine.open(chosen=chosen) as engine:
        event.listen(engine._store._engine, "before_cursor_execute", lambda *call: read.append(call[2]))
        told = [repr(engine.trail.entries()), json.dumps(plain(engine.trail.entries()))]
        shown = (engine.signals.list(), engine.signals.show(taken.id), engine.cases.show(number))
        told += [json.dumps(plain(value)) for value in (*shown, engine.cases.rounds(number))]
        for format_ in ("csv", "xlsx", "json", "earl", "html"):
            for language in ("nl", "en"):
                path = engine.export(scan.id, format_, tmp_path / f"uit-{language}.{format_}", language=language)
                told.append(_content(path))
    assert read
    assert not [statement for statement in read if "signal_reporter" in statement]
    for text in told:
        assert not [secret for secret in SECRETS if secret in text]


def _content(path: Path) -> str:
    """What stands in an exported file, in its parts when it is a spreadsheet."""
    if path.suffix != ".xlsx":
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as parts:
        return "".join(parts.read(name).decode("utf-8") for name in parts.namelist())


def test_only_the_store_of_signals_knows_the_table() -> None:
    """No other module names the table of reporters, in code or in SQL."""
    allowed = {"store/signals.py", "store/cases_schema.py", "store/migrations/versions/0004_cases.py"}
    package = ROOT / "eaa_checker"
    for file in [*package.rglob("*.py"), *(ROOT / "ui").rglob("*.py"), *(ROOT / "rules").rglob("*.py")]:
        name = file.relative_to(package).as_posix() if file.is_relative_to(package) else file.name
        text = file.read_text("utf-8")
        if name not in allowed and "signal" in text.lower():
            names = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
            assert "signal_reporter" not in text, file
            assert "SIGNAL_REPORTER" not in names, file


def test_only_the_desk_and_the_command_ask_for_the_reporter() -> None:
    """``.reporter(`` is called where a person looks at it after giving a reason, and nowhere else."""
    callers = {
        file.relative_to(ROOT).as_posix()
        for folder in ("eaa_checker", "ui")
        for file in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "reporter"
    }
    assert callers <= {"eaa_checker/casework/signals.py", "eaa_checker/cli/signals.py", "ui/signals/reporter.py"}
