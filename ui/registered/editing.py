"""The forms that edit an organisation and a target, in place on their pages. Each edit can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from eaa_checker.domain.organisation import Criticality, Organisation, Target, TargetKind
from ui.desk import Desk
from ui.forms.editing import EditForm
from ui.forms.fields import Choice, Line, Pick
from ui.undoing import GROUND, Edit

if TYPE_CHECKING:
    from eaa_checker.engine import Engine


def parted(words: str) -> tuple[str, ...]:
    """What stands between commas, each once."""
    return tuple(dict.fromkeys(" ".join(part.split()) for part in words.replace("\n", ",").split(",") if part.strip()))


def _joined(value: Any) -> str:
    """Tags or hosts, as the store or the domain holds them, in one line."""
    return ", ".join(value.split("\n") if isinstance(value, str) else value)


class OrganisationEdit(EditForm):
    """``stored`` fires when the register holds something else than before, also when an edit was undone."""

    stored = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda: self.tr("Edit the organisation"), lambda: self.tr("Save"))
        self._before: Organisation | None = None
        self._names: dict[int, str] = {}
        self.name = self.keyed("name", lambda: self.tr("Name"), Line())
        self.kind = self.keyed("kind", lambda: self.tr("Type; several are parted by a comma"), Line())
        self.oin = self.keyed("oin", lambda: self.tr("OIN (20 digits)"), Line())
        self.kvk = self.keyed("kvk", lambda: self.tr("KvK number (8 digits)"), Line())
        self.tooi = self.keyed("tooi", lambda: self.tr("Identifier in TOOI or in a register"), Line())
        self.parent_body = self.keyed("parent_id", lambda: self.tr("Part of"), Pick())
        self.tags = self.keyed("tags", lambda: self.tr("Tags, parted by commas"), Line())
        self.reason = self.field(lambda: self.tr("Reason (may be left out)"), Line())
        self.finish()
        self.submitted.connect(self._store)
        self.hide()

    def begin_with(self, organisation: Organisation, others: Iterable[Organisation]) -> None:
        """*others*: what it can be a part of."""
        self._before = organisation
        self._names = {one.id: one.name for one in others if one.id != organisation.id}
        self.parent_body.offer(self._names.items())
        for key in self._keys:
            self.put(key, getattr(organisation, key))
        self.reason.clear()
        self.begin()

    def put(self, key: str, value: Any) -> None:
        if key == "parent_id":
            self.parent_body.choose(value)
            return
        field = self._keys[key][0]
        assert isinstance(field, Line)
        field.setText(_joined(value) if key == "tags" else str(value or ""))
        field.setCursorPosition(0)

    def said(self, key: str, value: Any) -> str:
        if key == "parent_id":
            return self._names.get(value, "") if value else ""
        return _joined(value) if key == "tags" else str(value or "")

    def began(self, key: str) -> str:
        return self.said(key, getattr(self._before, key))

    def met(self, version: int, theirs: dict[str, Any]) -> None:
        assert self._before is not None
        known = dict(theirs)
        if "tags" in known:
            known["tags"] = parted(_joined(known["tags"]))
        self._before = replace(self._before, version=version, **known)

    def _store(self) -> None:
        before = self._before
        usable, parent = self.number_of(self.parent_body)
        if not usable or before is None:
            return
        if not self.name.words:
            self.complain(self.tr("Type the name of the organisation."), self.name)
            return
        now: dict[str, Any] = {
            "name": self.name.words, "kind": self.kind.words, "oin": self.oin.words, "kvk": self.kvk.words,
            "tooi": self.tooi.words, "parent_id": parent or 0, "tags": parted(self.tags.words),
        }  # fmt: skip
        changed = {key: value for key, value in now.items() if value != (getattr(before, key) or _nothing(key))}
        if not changed:
            self.complain(self.tr("Nothing was changed."))
            return
        number, version, why = before.id, before.version, self.reason.words
        self.wait()
        self._desk.bridge.ask(
            self,
            lambda engine: engine.registers.edit_organisation(number, version, ground=why, **changed),
            lambda stored: self._stored(before, stored, tuple(changed)),
            self.refused,
        )

    def _stored(self, before: Organisation, stored: Organisation, keys: Iterable[str]) -> None:
        self.done()
        self.stored.emit()
        old = {key: getattr(before, key) or _nothing(key) for key in keys}

        def back(engine: Engine, version: int) -> int:
            return engine.registers.edit_organisation(stored.id, version, ground=GROUND, **old).version

        edit = Edit(
            f"organisation:{stored.id}", stored.name, stored.version - 1, stored.version, back, self.stored.emit
        )
        self._desk.undoing.offer(edit, self.tr("{0} is stored.").format(stored.name))


def _nothing(key: str) -> Any:
    """What an empty field sends."""
    return 0 if key == "parent_id" else () if key == "tags" else ""


class TargetEdit(EditForm):
    """``stored`` fires when the register holds something else than before, also when an edit was undone."""

    stored = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda: self.tr("Edit the target"), lambda: self.tr("Save"))
        self._before: Target | None = None
        self.name = self.keyed("name", lambda: self.tr("Name"), Line())
        self.kind = self.keyed("kind", lambda: self.tr("Kind of target"), Choice(list(TargetKind)))
        self.address = self.keyed("address", lambda: self.tr("Address, or where it is in words"), Line())
        self.hosts = self.keyed(
            "extra_hosts", lambda: self.tr("Other hosts that belong to it, parted by commas"), Line()
        )
        self.criticality = self.keyed("criticality", lambda: self.tr("Importance to 112"), Choice(list(Criticality)))
        self.emergency = self.keyed(
            "emergency", lambda: self.tr("Serves people in need: a crisis freeze stops every scan of it"), QCheckBox()
        )
        self.reason = self.field(lambda: self.tr("Reason (may be left out)"), Line())
        self.finish()
        self.submitted.connect(self._store)
        self.hide()

    def begin_with(self, target: Target) -> None:
        self._before = target
        for key in self._keys:
            self.put(key, getattr(target, key))
        self.reason.clear()
        self.begin()

    def put(self, key: str, value: Any) -> None:
        field = self._keys[key][0]
        if isinstance(field, Choice):
            field.choose(_CHOICES[key](value))
        elif isinstance(field, QCheckBox):
            field.setChecked(bool(value))
        else:
            assert isinstance(field, Line)
            field.setText(_joined(value) if key == "extra_hosts" else str(value))
            field.setCursorPosition(0)

    def said(self, key: str, value: Any) -> str:
        if key in _CHOICES:
            return str(_CHOICES[key](value).say(self._desk.language.code))
        if key == "emergency":
            return self.tr("yes") if value else self.tr("no")
        return _joined(value) if key == "extra_hosts" else str(value)

    def began(self, key: str) -> str:
        return self.said(key, getattr(self._before, key))

    def met(self, version: int, theirs: dict[str, Any]) -> None:
        assert self._before is not None
        known = dict(theirs)
        for key in _CHOICES.keys() & known.keys():
            known[key] = _CHOICES[key](known[key])
        if "extra_hosts" in known:
            known["extra_hosts"] = tuple(known["extra_hosts"])
        self._before = replace(self._before, version=version, **known)

    def _store(self) -> None:
        before = self._before
        if before is None:
            return
        if not self.name.words:
            self.complain(self.tr("Type a name for the target."), self.name)
            return
        now: dict[str, Any] = {
            "name": self.name.words, "kind": TargetKind(self.kind.value), "address": self.address.words,
            "extra_hosts": parted(self.hosts.words), "criticality": Criticality(self.criticality.value),
            "emergency": self.emergency.isChecked(),
        }  # fmt: skip
        changed = {key: value for key, value in now.items() if value != getattr(before, key)}
        if "kind" in changed:
            changed["address"] = now["address"]  # what a kind may have as its address differs
        if not changed:
            self.complain(self.tr("Nothing was changed."))
            return
        number, version, why = before.id, before.version, self.reason.words
        self.wait()
        self._desk.bridge.ask(
            self,
            lambda engine: engine.registers.edit_target(number, version, ground=why, **changed),
            lambda stored: self._stored(before, stored, tuple(changed)),
            self.refused,
        )

    def _stored(self, before: Target, stored: Target, keys: Iterable[str]) -> None:
        self.done()
        self.stored.emit()
        old = {key: getattr(before, key) for key in keys}

        def back(engine: Engine, version: int) -> int:
            return engine.registers.edit_target(stored.id, version, ground=GROUND, **old).version

        edit = Edit(f"target:{stored.id}", stored.name, stored.version - 1, stored.version, back, self.stored.emit)
        self._desk.undoing.offer(edit, self.tr("{0} is stored.").format(stored.name))


_CHOICES: dict[str, Callable[[Any], TargetKind | Criticality]] = {"kind": TargetKind, "criticality": Criticality}
