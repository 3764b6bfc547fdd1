"""The registers: who is supervised, what is examined of them, who answers for it, and lists that are imported."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eaa_checker.casework.grounds import plain_ground
from eaa_checker.casework.list_imports import ListImports
from eaa_checker.domain.contact import Contact, NewContact
from eaa_checker.domain.organisation import (
    Criticality,
    Link,
    Organisation,
    Role,
    Target,
    TargetKind,
    bare_number,
    is_kvk,
    is_oin,
)
from eaa_checker.domain.web_address import parse_address
from eaa_checker.errors import BadInput
from eaa_checker.registers.sheet_rows import check_email


@dataclass(frozen=True, slots=True)
class OrganisationFile:
    """An organisation with all that hangs from it."""

    organisation: Organisation
    parent: Organisation | None
    parts: tuple[Organisation, ...]
    contacts: tuple[Contact, ...]
    """Ended ones too."""
    links: tuple[Link, ...]
    """Ended ones too."""


class Registers(ListImports):
    """Organisations, targets, their links and contacts, and imports. Every change stands in the decision trail."""

    # -- organisations -----------------------------------------------------------------------------------------------

    def file(self, id_or_name: int | str) -> OrganisationFile:
        """An organisation with its contacts and links, past ones too. Raises NotFound."""
        found = self._store.organisation(id_or_name)
        parent = None if found.parent_id is None else self._store.organisation(found.parent_id)
        return OrganisationFile(
            found,
            parent,
            tuple(self._store.registers.parts(found.id)),
            tuple(self._store.registers.contacts(found.id)),
            tuple(self._store.registers.links(organisation_id=found.id)),
        )

    def add_organisation(
        self, name: str, *, oin: str = "", kvk: str = "", kind: str = "", tooi: str = ""
    ) -> Organisation:
        """Adds an organisation. Raises BadInput for a number that cannot be right, AlreadyExists."""
        return self._store.add_organisation(
            name, oin=_oin(oin), kvk=_kvk(kvk), kind=kind, tooi=tooi.strip(), by=self._actor
        )

    def edit_organisation(
        self,
        number: int,
        version: int,
        *,
        name: str | None = None,
        oin: str | None = None,
        kvk: str | None = None,
        kind: str | None = None,
        tooi: str | None = None,
        parent_id: int | None = None,
        tags: Sequence[str] | None = None,
        ground: str = "",
    ) -> Organisation:
        """Sets what is given; what is None stays. *parent_id* 0: part of nothing. *version*: the one it was read in.

        Raises EditedMeanwhile with both versions when somebody else was first, NotFound, AlreadyExists, BadInput.
        """
        values: dict[str, object] = {}
        if name is not None:
            values["name"] = _filled(name, "De naam van de instantie", "The name of the organisation")
        if oin is not None:
            values["oin"] = _oin(oin)
        if kvk is not None:
            values["kvk"] = _kvk(kvk)
        if kind is not None:
            values["kind"] = " ".join(kind.split())
        if tooi is not None:
            values["tooi"] = tooi.strip()
        if parent_id is not None:
            values["parent_id"] = parent_id or None
        if tags is not None:
            values["tags"] = tuple(dict.fromkeys(" ".join(tag.split()) for tag in tags if tag.strip()))
        _something(values)
        action = "organisation.renamed" if set(values) == {"name"} else "organisation.edited"
        return self._store.registers.edit_organisation(
            self._actor, number, version, values, action=action, ground=ground
        )

    def end_organisation(self, number: int, version: int, on: date, *, ground: str) -> Organisation:
        """The organisation exists no longer after *on*. Its targets, links and contacts stay as they are."""
        return self._store.registers.edit_organisation(
            self._actor, number, version, {"ended": on}, action="organisation.ended", ground=plain_ground(ground)
        )

    def organisation_exists(self, number: int, version: int, *, ground: str) -> Organisation:
        """Takes its ending back: it exists again. Raises BadInput (no ground, not ended), EditedMeanwhile, NotFound."""
        now = self._store.organisation(number)
        if now.ended is None:
            raise BadInput(f"“{now.name}” is niet beëindigd.", f"“{now.name}” has not ended.")
        why, action = plain_ground(ground), "organisation.exists-again"
        return self._store.registers.edit_organisation(
            self._actor, number, version, {"ended": None}, action=action, ground=why
        )

    def targets_that_exist(self, on: date) -> list[Target]:
        """Targets that have not ended before *on*, and whose organisation has not: those that can be scanned."""
        gone = {one.id for one in self._store.organisations() if one.ended is not None and one.ended < on}
        return [
            one
            for one in self._store.targets()
            if one.organisation_id not in gone and (one.ended is None or one.ended >= on)
        ]

    # -- targets -----------------------------------------------------------------------------------------------------

    def add_target(
        self,
        organisation_id: int,
        name: str,
        address: str,
        *,
        kind: TargetKind = TargetKind.WEB_SITE,
        extra_hosts: Collection[str] = (),
        emergency: bool = False,
        criticality: Criticality = Criticality.NOT_ASSESSED,
    ) -> Target:
        """Adds a target. A web site and an app have a web address; document sets and 112 channels may have any
        description of where they are. Raises NotAnAddress, NotFound, AlreadyExists, BadInput."""
        start = _address(kind, address)
        hosts = tuple(host for host in extra_hosts if parse_address(host))
        return self._store.add_target(
            organisation_id, name or start, start, kind=kind, extra_hosts=hosts, emergency=emergency,
            criticality=criticality, by=self._actor,
        )  # fmt: skip

    def edit_target(
        self,
        number: int,
        version: int,
        *,
        name: str | None = None,
        address: str | None = None,
        kind: TargetKind | None = None,
        extra_hosts: Collection[str] | None = None,
        emergency: bool | None = None,
        criticality: Criticality | None = None,
        ground: str = "",
    ) -> Target:
        """Sets what is given; what is None stays. Raises EditedMeanwhile, NotFound, NotAnAddress, BadInput."""
        values: dict[str, object] = {}
        if name is not None:
            values["name"] = _filled(name, "De naam van het object", "The name of the target")
        if kind is not None:
            values["kind"] = kind.value
        if address is not None:
            values["address"] = _address(kind or self._store.target(number).kind, address)
        if extra_hosts is not None:
            values["extra_hosts"] = [host for host in extra_hosts if parse_address(host)]
        if emergency is not None:
            values["emergency"] = emergency
        if criticality is not None:
            values["criticality"] = criticality.value
        _something(values)
        return self._store.registers.edit_target(
            self._actor, number, version, values, action="target.edited", ground=ground
        )

    def end_target(self, number: int, version: int, on: date, *, ground: str) -> Target:
        """The target exists no longer after *on*; what was examined of it stays."""
        return self._store.registers.edit_target(
            self._actor, number, version, {"ended": on}, action="target.ended", ground=plain_ground(ground)
        )

    def target_exists(self, number: int, version: int, *, ground: str) -> Target:
        """Takes its ending back: it exists again. Raises BadInput (no ground, not ended), EditedMeanwhile, NotFound."""
        now = self._store.target(number)
        if now.ended is None:
            raise BadInput(f"“{now.name}” is niet beëindigd.", f"“{now.name}” has not ended.")
        why, action = plain_ground(ground), "target.exists-again"
        return self._store.registers.edit_target(
            self._actor, number, version, {"ended": None}, action=action, ground=why
        )

    def links(self, *, organisation_id: int | None = None, target_id: int | None = None) -> list[Link]:
        """Who has or had which role at which target; ended links last."""
        return self._store.registers.links(organisation_id=organisation_id, target_id=target_id)

    def link(
        self, organisation_id: int, target_id: int, role: Role, *, since: date | None = None, ground: str = ""
    ) -> Link:
        """Gives an organisation a role at a target. *since* None: since before it was recorded. Raises NotFound,
        AlreadyExists."""
        return self._store.registers.add_link(
            self._actor, organisation_id, target_id, role, since, ground=ground
        )

    def end_link(self, number: int, version: int, until: date, *, ground: str) -> Link:
        """Ends a role; *until* is its last day. Raises NotFound, BadInput, EditedMeanwhile."""
        return self._store.registers.end_link(self._actor, number, version, until, ground=plain_ground(ground))

    def hand_over(
        self, target_id: int, to_organisation: int, since: date, *, ground: str, role: Role = Role.RESPONSIBLE
    ) -> Link:
        """The target (its host) goes to another organisation: the old link ends, a new one begins; both stay visible.

        Raises NotFound, AlreadyExists, BadInput.
        """
        return self._store.registers.hand_over(
            self._actor, target_id, to_organisation, role, since, ground=plain_ground(ground)
        )

    def revert_links(self, new: Link | None, former: Sequence[Link], *, ground: str) -> list[Link]:
        """Undoes an edit of links: *new* never held, those *former* hold again. Nobody may have changed them since.

        Gives the latter. Raises NotFound, AlreadyExists, EditedMeanwhile, BadInput without a ground.
        """
        made = None if new is None else (new.id, new.version)
        ended = [(one.id, one.version) for one in former]
        return self._store.registers.revert_links(self._actor, made, ended, ground=plain_ground(ground))

    # -- contacts ----------------------------------------------------------------------------------------------------

    def contacts(self, organisation_id: int) -> list[Contact]:
        """Every contact the organisation has or had."""
        return self._store.registers.contacts(organisation_id)

    def add_contact(
        self,
        organisation_id: int,
        name: str,
        *,
        position: str = "",
        email: str = "",
        phone: str = "",
        since: date | None = None,
    ) -> Contact:
        """Adds a contact. Raises BadInput without a name or with an impossible e-mail address, NotFound."""
        new = _new_contact(name, position, email, phone)
        return self._store.registers.add_contact(self._actor, organisation_id, new, since or date.today())

    def edit_contact(
        self,
        number: int,
        version: int,
        *,
        name: str | None = None,
        position: str | None = None,
        email: str | None = None,
        phone: str | None = None,
        since: date | None = None,
    ) -> Contact:
        """Sets what is given. With *since* things changed on that day: the old contact ends the day before and stays
        visible, a new one is given back. Without, it was wrong and is corrected.

        Raises BadInput, NotFound, EditedMeanwhile.
        """
        now = self._store.registers.contact(number)
        new = _new_contact(
            now.name if name is None else name,
            now.position if position is None else position,
            now.email if email is None else email,
            now.phone if phone is None else phone,
        )
        if since is not None:
            return self._store.registers.replace_contact(self._actor, number, version, new, since)
        fields = {"name": name, "position": position, "email": email, "phone": phone}
        values = {field: getattr(new, field) for field, given in fields.items() if given is not None}
        _something(values)
        return self._store.registers.correct_contact(self._actor, number, version, values)

    def end_contact(self, number: int, version: int, until: date, *, ground: str = "") -> Contact:
        """The contact holds no longer after *until*; it stays visible. Raises NotFound, BadInput, EditedMeanwhile."""
        return self._store.registers.end_contact(self._actor, number, version, until, ground=ground)

    def revert_contacts(self, new: Contact | None, former: Sequence[Contact], *, ground: str) -> list[Contact]:
        """Undoes an edit of contacts, as `revert_links` does of links. Raises NotFound, EditedMeanwhile, BadInput."""
        made = None if new is None else (new.id, new.version)
        ended = [(one.id, one.version) for one in former]
        return self._store.registers.revert_contacts(self._actor, made, ended, ground=plain_ground(ground))


def _something(values: Mapping[str, object]) -> None:
    if not values:
        raise BadInput("Er is niets opgegeven om te wijzigen.", "Nothing was given to change.")


def _filled(text: str, nl: str, en: str) -> str:
    plain = " ".join(text.split())
    if not plain:
        raise BadInput(f"{nl} is leeg. Vul {nl.lower()} in.", f"{en} is empty. Fill in {en.lower()}.")
    return plain


def _oin(text: str) -> str:
    number = bare_number(text)
    if number and not is_oin(number):
        raise BadInput(
            f"Een OIN heeft 20 cijfers; “{text[:60]}” niet.", f"An OIN has 20 digits; “{text[:60]}” does not."
        )
    return number


def _kvk(text: str) -> str:
    number = bare_number(text)
    if number and not is_kvk(number):
        raise BadInput(
            f"Een KvK-nummer heeft 8 cijfers; “{text[:60]}” niet.",
            f"A Chamber of Commerce number has 8 digits; “{text[:60]}” does not.",
        )
    return number


def _address(kind: TargetKind, text: str) -> str:
    if kind in (TargetKind.WEB_SITE, TargetKind.APP):
        return parse_address(text)
    return _filled(text, "De vindplaats van het object", "Where the target is")


def _new_contact(name: str, position: str, email: str, phone: str) -> NewContact:
    if not name.strip():
        raise BadInput("Een contactpersoon heeft een naam nodig.", "A contact needs a name.")
    address = email.strip()
    if address and not check_email(address):
        raise BadInput(f"Dit is geen e-mailadres: {address[:60]}.", f"This is no e-mail address: {address[:60]}.")
    return NewContact(" ".join(name.split()), " ".join(position.split()), address, " ".join(phone.split()))
