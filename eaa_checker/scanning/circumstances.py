"""With what and from where a scan looks: part of its evidence."""

from __future__ import annotations

import getpass
import platform
import socket
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import rules
from eaa_checker import __version__
from eaa_checker.capture import axe
from eaa_checker.crawl.robots import RobotsFile
from eaa_checker.domain.scan import ScanOptions
from eaa_checker.dossier import instrument
from eaa_checker.store.evidence import Evidence


def circumstances(
    evidence: Evidence,
    options: ScanOptions,
    browser: Mapping[str, Any],
    *,
    private: bool,
    robots: Iterable[RobotsFile],
    sitemap_notes: Sequence[Mapping[str, str]],
) -> dict[str, Any]:
    """The circumstances of a scan that begins now, as plain JSON; the instrument itself goes into *evidence*.

    *browser*: as the driver describes it; *private*: the site may be on a private network; *robots*: the robots.txt of
    each origin as read; *sitemap_notes*: what was remarkable about the sitemaps.
    """
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = ""
    return {
        "tool": __version__,
        "rule_book": rules.VERSION,
        "instrument_sha256": evidence.put(instrument.packed(), instrument.MEDIA_TYPE)[0],
        "axe": axe.version(),
        "browser": browser,
        "python": platform.python_version(),
        "system": platform.platform(),
        "machine": socket.gethostname(),
        "user": user,
        "started": datetime.now(UTC).astimezone().isoformat(),
        "time_zone": str(datetime.now().astimezone().tzinfo),
        "viewport": list(options.viewport),
        "locale": options.locale,
        "private_network": private,
        "robots": [
            {"origin": f.origin, "state": str(f.state), "crawl_delay": f.crawl_delay, "text": f.text[:20_000]}
            for f in robots
        ],
        "robots_ignored": options.ignore_robots,
        "sitemap_notes": sitemap_notes,
    }
