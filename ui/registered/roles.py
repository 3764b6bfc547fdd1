"""Who has which role at which target: given, ended, handed over, from the side of either. Each edit can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from eaa_checker.domain.organisation import Link as RoleLink
from eaa_checker.domain.organisation import Role
from ui.desk import Desk
from ui.forms.fields import Choice, Day, Line, Pick
from ui.forms.form import PlaceForm
from ui.style import scale
from ui.undoing import GROUND, Edit

if TYPE_CHECKING:
    from eaa_checker.engine import Engine


@dataclass(frozen=True, slots=True)
class Side:
    """From whose page the roles are seen: of a target or of an organisation."""

    number: int
    of_target: bool
    others: Callable[[], Iterable[tuple[int, str]]]
    """Organisations or targets (number, name) that a role can be given to or at; asked when a form begins."""
    links: Sequence[RoleLink]

    @property
    def holding(self) -> list[RoleLink]:
        return [one for one in self.links if one.valid_until is None]

    def name(self, link: RoleLink, language: str) -> str:
        """“Beheerder: Regio Noord”, seen from this side."""
        role = link.role.say(language)
        return f"{role[:1].upper()}{role[1:]}: {link.organisation_name if self.of_target else link.target_name}"


class Roles(QWidget):
    """The forms; their buttons stand where the page puts them. ``stored`` fires when a role is another than before."""

    stored = Signal()

    def __init__(self, desk: Desk, *, of_target: bool) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._desk, self._of_target = desk, of_target
        self.side: Side | None = None
        self.give, self.end, self.hand_over = QPushButton(), QPushButton(), QPushButton()
        self.giving, self.ending = GiveRole(desk, of_target=of_target), EndRole(desk)
        self.handing = HandOver(desk)
        self._forms: dict[QPushButton, RoleForm] = {self.give: self.giving, self.end: self.ending}
        if of_target:
            self._forms[self.hand_over] = self.handing
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.NEAR)
        for button, form in self._forms.items():
            button.clicked.connect(lambda _=False, b=button: self._begin(b))
            form.stored.connect(self.stored)
            form.cancelled.connect(button.setFocus)
            column.addWidget(form)
        if not of_target:
            for widget in (self.hand_over, self.handing):
                widget.setParent(self)
                widget.hide()
        self.dress()
        desk.language.changed.connect(self.dress)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What opens a form, in order."""
        return tuple(self._forms)

    def show_side(self, side: Side) -> None:
        if self.side is not None and self.side.number != side.number:
            for form in self._forms.values():
                form.hide()
        self.side = side
        self.dress()

    def _begin(self, button: QPushButton) -> None:
        if self.side is None:
            return
        for one, form in self._forms.items():
            if one is not button:
                form.hide()
        self._forms[button].begin_with(self.side)

    def dress(self) -> None:
        self.give.setText(self.tr("Give a role …"))
        self.end.setText(self.tr("End a role …"))
        self.hand_over.setText(self.tr("Hand over …"))
        holding = self.side is not None and bool(self.side.holding)
        self.end.setEnabled(holding)


class RoleForm(PlaceForm):
    """What the three have in common."""

    stored = Signal()

    def begin_with(self, side: Side) -> None:
        raise NotImplementedError

    def offer_undo(self, link: RoleLink, new: RoleLink | None, former: Sequence[RoleLink], said: str) -> None:
        """Closes the form, says *said* and offers to undo: *new* never held then, and those *former* hold again."""
        self.done()
        self.stored.emit()

        about, now = former[0] if former else link, self._desk.undoing.now

        def back(engine: Engine, version: int) -> int:
            gone = None if new is None else replace(new, version=now(f"link:{new.id}", new.version))
            again = [replace(former[0], version=version), *former[1:]] if former else []
            held = engine.registers.revert_links(gone, again, ground=GROUND)
            return held[0].version if held else 0

        role = link.role.say(self._desk.language.code)
        what = self.tr("role {0} of {1} at {2}").format(role, link.organisation_name, link.target_name)
        was = about.version - 1 if former else 0
        edit = Edit(f"link:{about.id}", what, was, about.version, back, self.stored.emit)
        self._desk.undoing.offer(edit, said)


class GiveRole(RoleForm):
    """Gives an organisation a role at a target."""

    def __init__(self, desk: Desk, *, of_target: bool) -> None:
        super().__init__(desk, lambda: self.tr("Give a role"), lambda: self.tr("Save"))
        self._side: Side | None = None
        self.other = self.field(
            lambda: self.tr("Organisation") if of_target else self.tr("Target"), Pick()
        )
        self.role = self.field(lambda: self.tr("Role"), Choice(list(Role)))
        self.since = self.field(lambda: self.tr("Holds from (may be left out)"), Day())
        self.finish()
        self.submitted.connect(self._store)
        self.hide()

    def begin_with(self, side: Side) -> None:
        self._side = side
        self.other.offer(side.others())
        self.begin()

    def _store(self) -> None:
        side = self._side
        (known, other), (usable, since) = self.number_of(self.other), self.day_of(self.since)
        if side is None or not known or not usable:
            return
        if other is None:
            self.complain(self.tr("Choose one from the list; type a part of the name."), self.other)
            return
        body, target = (other, side.number) if side.of_target else (side.number, other)
        role = Role(self.role.value)
        self.wait()
        self._desk.bridge.ask(
            self, lambda engine: engine.registers.link(body, target, role, since=since), self._stored, self.refused
        )

    def _stored(self, link: RoleLink) -> None:
        self.offer_undo(link, link, (), self.tr("The role is stored."))


class EndRole(RoleForm):
    """A role ends; it stays visible."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda: self.tr("End a role"), lambda: self.tr("End"))
        self._links: dict[int, RoleLink] = {}
        self.which = self.field(lambda: self.tr("Role"), Pick())
        self.until = self.field(lambda: self.tr("Last day"), Day())
        self.reason = self.field(lambda: self.tr("Reason"), Line())
        self.finish()
        self.submitted.connect(self._store)
        self.hide()

    def begin_with(self, side: Side) -> None:
        self._links = {one.id: one for one in side.holding}
        named = [(one.id, side.name(one, self._desk.language.code)) for one in side.holding]
        self.which.offer(named)
        self.which.choose(named[0][0] if len(named) == 1 else None)
        self.until.set_day(date.today())
        self.begin()

    def _store(self) -> None:
        (known, number), (usable, until) = self.number_of(self.which), self.day_of(self.until)
        if not known or not usable:
            return
        if number is None:
            self.complain(self.tr("Choose one from the list; type a part of the name."), self.which)
            return
        link, last, why = self._links[number], until or date.today(), self.reason.words
        self.wait()
        self._desk.bridge.ask(
            self,
            lambda engine: engine.registers.end_link(link.id, link.version, last, ground=why),
            self._stored,
            self.refused,
        )

    def _stored(self, link: RoleLink) -> None:
        self.offer_undo(link, None, (link,), self.tr("The role has ended."))


class HandOver(RoleForm):
    """The target goes to another organisation in the same role: the old link ends, a new one begins."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, lambda: self.tr("Hand the target over"), lambda: self.tr("Hand over"),
            lambda: self.tr("Who has the role now loses it the day before; both stay visible."),
        )  # fmt: skip
        self._side: Side | None = None
        self.role = self.field(lambda: self.tr("Role"), Choice(list(Role)))
        self.to = self.field(lambda: self.tr("To the organisation"), Pick())
        self.since = self.field(lambda: self.tr("First day there"), Day())
        self.reason = self.field(lambda: self.tr("Reason"), Line())
        self.finish()
        self.submitted.connect(self._store)
        self.hide()

    def begin_with(self, side: Side) -> None:
        self._side = side
        self.to.offer(side.others())
        self.since.set_day(date.today())
        self.begin()

    def _store(self) -> None:
        side = self._side
        (known, to), (usable, since) = self.number_of(self.to), self.day_of(self.since)
        if side is None or not known or not usable:
            return
        if to is None:
            self.complain(self.tr("Choose one from the list; type a part of the name."), self.to)
            return
        role, first, why = Role(self.role.value), since or date.today(), self.reason.words
        target, before = side.number, [one.id for one in side.holding if one.role is role]

        def work(engine: Engine) -> tuple[RoleLink, list[RoleLink]]:
            new = engine.registers.hand_over(target, to, first, ground=why, role=role)
            return new, [one for one in engine.registers.links(target_id=target) if one.id in before]

        self.wait()
        self._desk.bridge.ask(self, work, self._stored, self.refused)

    def _stored(self, links: tuple[RoleLink, Iterable[RoleLink]]) -> None:
        new, former = links
        self.offer_undo(new, new, tuple(former), self.tr("The target was handed over."))
