"""Supervised bodies and what is examined of them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from eaa_checker.domain.contact import NewContact
from eaa_checker.domain.worded import Worded


class TargetKind(Worded):
    """What sort of thing a target is."""

    WEB_SITE = ("web-site", "website", "web site")
    APP = ("app", "app", "app")
    DOCUMENTS = ("documents", "documenten", "document set")
    CHANNEL_112 = ("112-channel", "112-kanaal", "112 channel")


class Role(Worded):
    """What an organisation has to do with a target."""

    RESPONSIBLE = ("responsible", "beheerder", "responsible")
    COMMISSIONER = ("commissioner", "opdrachtgever", "commissioner")
    SUPPLIER = ("supplier", "leverancier", "supplier")
    NORM_ADDRESSEE = ("norm-addressee", "normadressaat", "norm addressee")
    """The body that the norm binds; where nobody is recorded as such, the responsible one."""


class Criticality(Worded):
    """How much the answering of 112 depends on a target, from none to most. Not assessed is not the same as none."""

    NOT_ASSESSED = ("not-assessed", "niet beoordeeld", "not assessed")
    NONE = ("none", "niet van belang voor 112", "of no importance to 112")
    INFORMATION = ("information", "informatie over 112 of bij een crisis", "information about 112 or in a crisis")
    SUPPORT = ("support", "nodig voor de hulpverlening", "needed by the emergency services")
    ROUTE = ("route", "noodroute: hierlangs vragen mensen om hulp", "emergency route: people ask for help here")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A supervised body (*instantie*). Names are unique without regard to case."""

    id: int
    name: str
    created: datetime
    oin: str = ""
    """Organisatie-identificatienummer, 20 digits, or empty."""
    kvk: str = ""
    """Chamber of Commerce number, 8 digits, or empty."""
    kind: str = ""
    """Type of body in the register's words, e.g. "Veiligheidsregio"; several are parted by a comma."""
    tooi: str = ""
    """Identifier in the government's TOOI register (an address), or the register's own key; or empty."""
    parent_id: int | None = None
    """The organisation it is part of."""
    tags: tuple[str, ...] = ()
    ended: date | None = None
    """Last day on which it existed; None: it exists. Organisations are ended, not deleted."""
    version: int = 1

    @property
    def kinds(self) -> tuple[str, ...]:
        """Each type by itself."""
        return tuple(part.strip() for part in self.kind.split(",") if part.strip())


@dataclass(frozen=True, slots=True)
class Target:
    """A web site, app, document set or 112 channel (*object*) of one or more organisations."""

    id: int
    name: str
    address: str
    """Start address for a web site."""
    kind: TargetKind
    organisation_id: int
    organisation_name: str
    created: datetime
    extra_hosts: tuple[str, ...] = ()
    """Hosts besides the start address's own that belong to the target."""
    emergency: bool = False
    """Serves people in need (112, crisis information): stopped by a crisis freeze."""
    criticality: Criticality = Criticality.NOT_ASSESSED
    statement_status: str = ""
    """Status of its accessibility statement as the register gives it: A to E, or other text; or empty."""
    statement_seen: date | None = None
    """Day on which that status was imported."""
    ended: date | None = None
    """Last day on which it existed; None: it exists."""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Link:
    """An organisation's role at a target, for as long as it lasts. Ended links stay visible."""

    id: int
    version: int
    organisation_id: int
    organisation_name: str
    target_id: int
    target_name: str
    role: Role
    valid_from: date | None = None
    """First day; None: since before it was recorded."""
    valid_until: date | None = None
    """Last day; None: it still holds."""

    def holds_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True, slots=True)
class NewTarget:
    """A target that is to be added."""

    name: str
    address: str
    kind: TargetKind = TargetKind.WEB_SITE
    extra_hosts: tuple[str, ...] = ()
    emergency: bool = False
    criticality: Criticality = Criticality.NOT_ASSESSED
    statement_status: str = ""


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """An organisation that is to be added, with its targets and contacts."""

    name: str
    oin: str = ""
    kvk: str = ""
    kind: str = ""
    targets: tuple[NewTarget, ...] = ()
    tooi: str = ""
    tags: tuple[str, ...] = ()
    ended: date | None = None
    contacts: tuple[NewContact, ...] = ()


def name_key(name: str) -> str:
    """What makes two names the same: letters without case or width, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def bare_number(text: str) -> str:
    """*text* without the spaces, dots and dashes that people put between digits."""
    return re.sub(r"[\s.'’-]", "", text)


def is_oin(number: str) -> bool:
    """Twenty digits. See https://www.logius.nl/domeinen/toegang/organisatie-identificatienummer."""
    return re.fullmatch("[0-9]{20}", number) is not None


def is_kvk(number: str) -> bool:
    """Eight digits."""
    return re.fullmatch("[0-9]{8}", number) is not None
