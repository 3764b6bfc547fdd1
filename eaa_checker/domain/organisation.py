"""Supervised bodies and what is examined of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from eaa_checker.domain.worded import Worded


class TargetKind(Worded):
    """What sort of thing a target is."""

    WEB_SITE = ("web-site", "website", "web site")
    APP = ("app", "app", "app")
    DOCUMENTS = ("documents", "documenten", "document set")
    CHANNEL_112 = ("112-channel", "112-kanaal", "112 channel")


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
    """Type of body in the register's words, e.g. "Veiligheidsregio"."""


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


@dataclass(frozen=True, slots=True)
class NewTarget:
    """A target that is to be added."""

    name: str
    address: str
    kind: TargetKind = TargetKind.WEB_SITE
    extra_hosts: tuple[str, ...] = ()
    emergency: bool = False


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """An organisation that is to be added, with its targets."""

    name: str
    oin: str = ""
    kvk: str = ""
    kind: str = ""
    targets: tuple[NewTarget, ...] = ()


class Imported(NamedTuple):
    """What adding many organisations at once came to."""

    organisations: int
    """Organisations added."""
    targets: int
    """Targets added."""
    skipped: int
    """Organisations and targets that were known already."""
