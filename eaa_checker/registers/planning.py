"""From the rows of a register to what importing them does: new, known, changed, held back or wrong, each with why.

A pure function of the file and of what the registers hold; the store runs it inside the transaction that stores the
outcome, so that the preview and the import cannot tell different stories.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from eaa_checker.domain.contact import NewContact
from eaa_checker.domain.organisation import NewOrganisation, NewTarget, Organisation, name_key
from eaa_checker.domain.register_import import FieldChange, ImportLine, Known, Plan, Reason, RowOutcome
from eaa_checker.registers.agreement import contradictions, hear, other_numbers
from eaa_checker.registers.drafts import Body, Draft
from eaa_checker.registers.likeness import Names, address_key, host_key
from eaa_checker.registers.reasons import (
    abbreviation,
    accepted,
    address_elsewhere,
    has_ended,
    host_elsewhere,
    kvk_elsewhere,
    not_a_target_yet,
    numbers_disagree,
    parent_circle,
    parent_unknown,
    similar_name,
    unknown_body,
)
from eaa_checker.registers.rows import RegisterFile, RegisterRow
from eaa_checker.registers.sheet_rows import APP_STORES

_FIELDS = ("oin", "kvk", "kind", "tooi")


def plan(file: RegisterFile, known: Known, *, accept: Collection[int] = (), today: date) -> Plan:
    """What importing *file* does to registers that hold *known*.

    *accept*: numbers of rows that a person looked at and wants stored although they seem double, or are proposals.
    """
    planner = _Planner(known, accept, today, file.place)
    for row in file.rows:
        planner.take(row)
    for row in file.ended:
        planner.end(row)
    planner.finish()
    lines = planner.lines
    notes: dict[int, list[Reason]] = {}
    for error in file.errors:
        reason = Reason(error.nl, error.en)
        if error.skipped:
            outcome = RowOutcome.DUPLICATE if error.duplicate else RowOutcome.ERROR
            lines.append(ImportLine(error.row, outcome, error.column, reasons=(reason,), place=error.place))
        else:
            notes.setdefault(error.row, []).append(reason)
    lines = [replace(one, reasons=(*one.reasons, *notes.get(one.row, ()))) for one in lines]
    lines.sort(key=lambda one: one.row)
    return Plan(tuple(lines), tuple(step.made() for step in planner.steps))


class _Planner:
    def __init__(self, known: Known, accept: Collection[int], today: date, place: tuple[str, str]) -> None:
        self._accept = accept
        self._today = today
        self._place = place
        self.lines: list[ImportLine] = []
        self.steps: list[Draft] = []
        self._by_name: dict[str, Body] = {}
        self._by_number: dict[tuple[str, str], Body] = {}
        self._by_kvk: dict[str, Body] = {}
        self._owners: dict[str, list[tuple[Body, int | None, str]]] = {}
        """Address → bodies that have it, with the number and statement status of the target."""
        self._hosts: dict[str, Body] = {}
        self._contacts = set(known.contacts)
        self._bodies: list[Body] = []
        self._names = Names()
        self._by_tag: dict[str, Body] = {}
        self._orphans: list[tuple[int, Draft, str]] = []
        """New bodies whose parent had not been named yet: index of the line, step, name of the parent."""
        self._parents: dict[tuple[str, int], Body] = {}
        by_id: dict[int, Body] = {}
        for one in known.organisations:
            body = Body(one.name, one, one.id)
            by_id[one.id] = body
            self._enter(body, one)
        for one in known.organisations:
            if one.parent_id in by_id:
                self._parents["known", one.id] = by_id[one.parent_id]
        for target in known.targets:
            for number in target.organisation_ids:
                self._own(by_id[number], target.address, target.id, target.statement_status)

    def _enter(self, body: Body, one: Organisation | NewOrganisation) -> None:
        self._by_name.setdefault(name_key(one.name), body)
        self._numbers(body)
        for tag in one.tags:
            self._by_tag.setdefault(name_key(tag), body)
        self._names.add(one.name, len(self._bodies))
        self._bodies.append(body)

    def _numbers(self, body: Body) -> None:
        for which in ("oin", "tooi"):
            if number := getattr(body.now, which):
                self._by_number.setdefault((which, number), body)
        if body.now.kvk:
            self._by_kvk.setdefault(body.now.kvk, body)

    def _own(self, body: Body, address: str, target: int | None, status: str) -> None:
        self._owners.setdefault(address_key(address), []).append((body, target, status))
        if host := host_key(address):
            self._hosts.setdefault(host, body)

    # -- one row -----------------------------------------------------------------------------------------------------

    def take(self, row: RegisterRow) -> None:
        new = row.organisation
        found = [self._by_number[key] for key in (("oin", new.oin), ("tooi", new.tooi)) if key in self._by_number]
        named = self._by_name.get(name_key(row.part)) if row.part and not found else None
        named = named or (self._by_name.get(name_key(new.name)) if new.name else None)
        tagged = self._by_tag.get(name_key(new.name)) if new.name else None
        if named is None and not found and tagged is not None and row.number in self._accept:
            # A person confirmed the abbreviation; it is no new name.
            named = tagged
        if named is not None and name_key(named.name) != name_key(new.name) and not found:
            # The type in the row is that of the whole.
            row = replace(row, organisation=replace(new, name="", kind=""))
            new = row.organisation
        bodies = [*found, *([named] if named else [])]
        if not new.name and not bodies:
            self._line(row, RowOutcome.ERROR, new.tooi, (unknown_body(new.tooi),))
            return
        if any(body is not bodies[0] for body in bodies):
            self._line(row, RowOutcome.ERROR, new.name, (numbers_disagree(bodies[0].name, bodies[-1].name),))
            return
        if bodies:
            self._known(row, bodies[0])
        else:
            self._new(row)

    def finish(self) -> None:
        """Finds the parents that stand further on in the file than their parts."""
        for place, draft, name in self._orphans:
            parent = self._by_name.get(name_key(name))
            if parent is not None and not self._is_part_of(parent, draft.body):
                draft.parent_id, draft.parent_step = parent.id, parent.step if parent.id is None else None
                self._parents[draft.body.token] = parent
                line = self.lines[place]
                gone = parent_unknown(name)
                self.lines[place] = replace(line, reasons=tuple(one for one in line.reasons if one != gone))

    def end(self, row: RegisterRow) -> None:
        """A body that the register says exists no longer: ended where it is known, passed over otherwise."""
        body = self._by_number.get(("tooi", row.organisation.tooi))
        if body is None or not isinstance(body.now, Organisation) or body.now.ended is not None:
            return
        self._known(replace(row, organisation=NewOrganisation("", ended=row.organisation.ended), parent=""), body)

    def _new(self, row: RegisterRow) -> None:
        new = row.organisation
        if new.ended is not None and new.ended < self._today:
            self._line(row, RowOutcome.ERROR, new.name, (has_ended(new.ended),))
            return
        doubts: list[Reason] = []
        like: Body | None = None
        if new.kvk and new.kvk in self._by_kvk:
            other = self._by_kvk[new.kvk]
            # Branches of one body share the number; another OIN or TOOI identifier tells them apart.
            apart = any(getattr(new, f) and getattr(other.now, f) for f in ("oin", "tooi"))
            if not apart:
                doubts.append(kvk_elsewhere(new.kvk, other.name, other.id))
                like = other
        if tagged := self._by_tag.get(name_key(new.name)):
            doubts.append(abbreviation(new.name, tagged.name, tagged.id))
            like = like or tagged
        doubts += self._elsewhere(new, tagged)
        hints = []
        number = self._names.like(new.name)
        if number is not None:
            hints.append(similar_name(self._bodies[number].name, self._bodies[number].id))
            like = like or self._bodies[number]
        hints += self._hints(new, None) if not doubts else []
        if doubts and row.number not in self._accept:
            self._line(row, RowOutcome.DUPLICATE, new.name, (*doubts, *hints), like)
            return
        body = Body(new.name, new, step=len(self.steps))
        draft = Draft(row.number, body, makes=new, contacts=list(new.contacts))
        self.steps.append(draft)
        self._enter(body, new)
        self._parent(row, draft, hints)
        hear(body.said, row)
        for target in new.targets:
            draft.targets.append(target)
            self._own(body, target.address, None, target.statement_status)
        addresses = tuple(target.address for target in new.targets)
        reasons = (accepted(), *doubts, *hints) if doubts else tuple(hints)
        self.lines.append(
            ImportLine(
                row.number, RowOutcome.NEW, new.name, None, reasons, (), addresses, len(new.contacts), self._place
            )
        )

    def _known(self, row: RegisterRow, body: Body) -> None:
        new = row.organisation
        wrong = other_numbers(body.now, new) or contradictions(body.said, row, self._place)
        if wrong:
            self._line(row, RowOutcome.ERROR, new.name, wrong, body)
            return
        hints: list[Reason] = []
        draft = Draft(row.number, body, joins=body.step if body.id is None else None)
        changes = self._values(body, new, draft)
        doubts = self._elsewhere(new, body)
        fresh = [target for target in new.targets if not self._has(body, target)]
        if row.proposal:
            # A domain of the body that is a host of one of its targets already needs no proposal.
            fresh = [target for target in fresh if self._hosts.get(host_key(target.address)) is not body]
        name = new.name or body.name
        if (doubts or (row.proposal and fresh)) and row.number not in self._accept:
            outcome = RowOutcome.DUPLICATE if doubts else RowOutcome.PROPOSAL
            held = tuple(doubts) or (not_a_target_yet(fresh[0].address),)
            self._line(row, outcome, name, held, body)
            return
        if doubts:
            hints = [accepted(), *doubts]
        draft.targets = fresh
        for target in new.targets:
            self._status(body, target, draft, changes)
        for target in fresh:
            self._own(body, target.address, None, target.statement_status)
        draft.contacts = [one for one in new.contacts if self._is_new_contact(body, one)]
        self._parent(row, draft, hints, changes)
        if changes and body.id is not None:
            body.now = replace(body.now, **draft.values)  # type: ignore[arg-type]
            self._numbers(body)
            self._by_name.setdefault(name_key(body.now.name), body)
        hear(body.said, row)
        outcome = RowOutcome.KNOWN
        if changes or draft.targets or draft.contacts:
            self._keep(draft)
            outcome = RowOutcome.CHANGED if body.id is not None else RowOutcome.NEW
        addresses = tuple(target.address for target in draft.targets)
        self.lines.append(
            ImportLine(
                row.number, outcome, name, body.id, tuple(hints), tuple(changes), addresses, len(draft.contacts),
                self._place,
            )
        )  # fmt: skip

    def _keep(self, draft: Draft) -> None:
        """Values of one organisation are set in one step, the first: a second would meet the first's version."""
        body = draft.body
        if body.id is not None and (draft.values or draft.parent_step is not None):
            if body.step is not None:
                first = self.steps[body.step]
                first.values |= draft.values
                first.parent_step = first.parent_step if draft.parent_step is None else draft.parent_step
                draft.values, draft.parent_step = {}, None
            else:
                body.step = len(self.steps)
                draft.version = body.now.version if isinstance(body.now, Organisation) else 1
        self.steps.append(draft)

    def _values(self, body: Body, new: NewOrganisation, draft: Draft) -> list[FieldChange]:
        """What the row says of a known organisation that the register does not; what it leaves open stays."""
        now = body.now
        if not isinstance(now, Organisation):
            # Made by an earlier row of this file: what that row left open is filled in.
            joined = {one: getattr(now, one) or getattr(new, one) for one in (*_FIELDS, "ended")}
            joined["tags"] = tuple(dict.fromkeys((*now.tags, *new.tags)))
            body.now = self.steps[body.step or 0].makes = replace(now, **joined)
            self._numbers(body)
            return []
        changes: list[FieldChange] = []
        for one in _FIELDS:
            said, was = getattr(new, one), getattr(now, one)
            if said and said != was and not (one == "kind" and said.casefold() == was.casefold()):
                changes.append(FieldChange(one, was, said))
                draft.values[one] = said
        if new.name and name_key(new.name) != name_key(now.name):
            changes.append(FieldChange("name", now.name, new.name))
            draft.values["name"] = new.name
        if new.ended is not None and new.ended != now.ended:
            changes.append(FieldChange("ended", now.ended.isoformat() if now.ended else "", new.ended.isoformat()))
            draft.values["ended"] = new.ended
        tags = tuple(dict.fromkeys((*now.tags, *new.tags)))
        if tags != now.tags:
            changes.append(FieldChange("tags", ", ".join(now.tags), ", ".join(tags)))
            draft.values["tags"] = tags
        return changes

    def _parent(
        self, row: RegisterRow, draft: Draft, hints: list[Reason], changes: list[FieldChange] | None = None
    ) -> None:
        if not row.parent:
            return
        parent = self._by_name.get(name_key(row.parent))
        if parent is None:
            hints.append(parent_unknown(row.parent))
            if draft.body.id is None:
                self._orphans.append((len(self.lines), self.steps[draft.body.step or 0], row.parent))
            return
        if self._is_part_of(parent, draft.body):
            hints.append(parent_circle(row.parent))
            return
        now = draft.body.now
        if changes is not None and isinstance(now, Organisation):
            if self._parents.get(draft.body.token) is parent:
                return
            changes.append(FieldChange("parent", str(now.parent_id or ""), parent.name))
            if parent.id is not None:
                draft.values["parent_id"] = parent.id
            draft.parent_step = parent.step if parent.id is None else None
            self._parents[draft.body.token] = parent
        elif draft.body.id is None:
            maker = self.steps[draft.body.step or 0]
            maker.parent_id, maker.parent_step = parent.id, parent.step if parent.id is None else None
            self._parents[draft.body.token] = parent

    def _is_part_of(self, one: Body, other: Body) -> bool:
        """*one* is *other*, or stands somewhere below it."""
        above: Body | None = one
        seen: set[tuple[str, int]] = set()
        while above is not None and above.token not in seen:
            if above is other:
                return True
            seen.add(above.token)
            above = self._parents.get(above.token)
        return False

    def _has(self, body: Body, target: NewTarget) -> bool:
        return any(owner is body for owner, _, _ in self._owners.get(address_key(target.address), ()))

    def _status(self, body: Body, target: NewTarget, draft: Draft, changes: list[FieldChange]) -> None:
        for owner, number, status in self._owners.get(address_key(target.address), ()):
            if owner is body and number and target.statement_status and target.statement_status != status:
                draft.statuses[number] = target.statement_status
                changes.append(FieldChange("statement_status", status, target.statement_status))

    def _is_new_contact(self, body: Body, one: NewContact) -> bool:
        key = (body.id or -1 - (body.step or 0), name_key(one.name), one.email.casefold())
        fresh = key not in self._contacts
        self._contacts.add(key)
        return fresh

    def _elsewhere(self, new: NewOrganisation, body: Body | None) -> list[Reason]:
        """Targets of the row that are, at the same address, targets of another body and not yet of this one."""
        found: list[Reason] = []
        for target in new.targets:
            owners = self._owners.get(address_key(target.address), ())
            if owners and not any(owner is body for owner, _, _ in owners):
                owner, number, _ = owners[0]
                found.append(address_elsewhere(target.address, owner.name, number))
        return found

    def _hints(self, new: NewOrganisation, body: Body | None) -> list[Reason]:
        found: list[Reason] = []
        for target in new.targets:
            host = host_key(target.address)
            other = self._hosts.get(host)
            if other is not None and other is not body and host not in APP_STORES:
                found.append(host_elsewhere(host, other.name))
        return found

    def _line(
        self,
        row: RegisterRow,
        outcome: RowOutcome,
        name: str,
        reasons: tuple[Reason, ...],
        body: Body | None = None,
    ) -> None:
        self.lines.append(
            ImportLine(row.number, outcome, name, body.id if body else None, reasons, place=self._place)
        )
