"""Lists drawn at random: the preview tells what the import does, importing again changes nothing, undo restores all."""

from __future__ import annotations

import random
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from eaa_checker.domain.register_import import RowOutcome
from eaa_checker.domain.trail import Actor
from eaa_checker.registers import plan, read_organisations
from eaa_checker.store import Store

ANNE = Actor("Anne")
TODAY = date(2026, 11, 23)
NAMES = [f"Gemeente {x}{y}" for x in ("Aa", "Bee", "Cee") for y in ("dorp", "stad")] + ["Politie Noord", "GA"]


def listed(draw: random.Random) -> str:
    rows = ["Naam;OIN;KvK;Type;TOOI;Website;Contactpersoon;E-mail;Einddatum;Onderdeel van;Labels;Nalevingsstatus"]
    for _ in range(draw.randint(1, 10)):
        cells = (
            [draw.choice(NAMES)],
            ["", "", "", f"{draw.randint(0, 4):020}"],
            ["", "", "", f"{draw.randint(0, 3):08}"],
            ["", "", "Gemeente", "Politie"],
            ["", "", "", f"https://t.example/{draw.randint(0, 4)}"],
            ["", f"h{draw.randint(0, 6)}.example", f"www.h{draw.randint(0, 6)}.example/x"],
            ["", "", "J. Bos"],
            ["", "", "a@b.nl"],
            ["", "", "", "31-12-2027", "1-1-2020"],
            ["", "", "", draw.choice(NAMES)],
            ["", "", "GA", "112"],
            ["", "A", "B"],
        )
        rows.append(";".join(draw.choice(cell) for cell in cells))
    return "\n".join(rows)


def held(store: Store) -> tuple[Any, ...]:
    """All that the registers hold, without numbers and versions."""
    names = {one.id: one.name for one in store.organisations()}
    return (
        [
            (one.name, one.oin, one.kvk, one.kind, one.tooi, one.tags, one.ended, names.get(one.parent_id or 0))
            for one in store.organisations()
        ],
        [(t.name, t.address, t.kind, t.organisation_name, t.statement_status) for t in store.targets()],
        [(c.name, c.email) for number in names for c in store.registers.contacts(number)],
    )


@pytest.mark.sqlite
def test_any_list(store: Store, tmp_path: Path) -> None:
    seen = dict.fromkeys(RowOutcome, 0)
    for seed in range(40):
        draw = random.Random(seed)
        path = tmp_path / f"{seed}.csv"
        path.write_text(listed(draw), encoding="utf-8")
        file = read_organisations(path, TODAY)
        planner = partial(plan, file, accept=range(99) if seed % 2 else (), today=TODAY)
        before = held(store)
        preview = store.imports.plan(planner)
        assert held(store) == before
        done, number = store.imports.carry_out(
            ANNE, planner, file_name=path.name, sha256="0" * 64, file_format="csv", today=TODAY
        )
        assert done == preview
        # What was wrong, held back or unknown the first time may be right now: another row renamed or added a body.
        wrong = {
            line.row
            for line in done.lines
            if line.outcome in (RowOutcome.ERROR, RowOutcome.DUPLICATE)
            or any("is niet bekend" in reason.nl for reason in line.reasons)
        }
        for line in store.imports.plan(planner).lines:
            assert line.row in wrong or line.outcome not in (RowOutcome.NEW, RowOutcome.CHANGED), (seed, line)
        for line in done.lines:
            seen[line.outcome] += 1
        if number is not None and draw.random() < 0.5:
            store.imports.undo(ANNE, number, ground="proef")
            assert held(store) == before, seed
    assert all(count > 5 for outcome, count in seen.items() if outcome is not RowOutcome.PROPOSAL), seen
    assert store.trail.faults() == []
