"""The facts of a scan as label and value: what it was of, with which versions, how it looked and from where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from eaa_checker import __version__
from eaa_checker.domain.sample import PageState
from eaa_checker.report.content import ScanReport
from eaa_checker.report.norm_words import EDITION, WCAG
from eaa_checker.report.plain_text import cut
from eaa_checker.report.words import duration, moment, number, pick, scan_error
from rules.contract import Words

Fact = tuple[str, str]

_LONGEST = 2_000
"""Characters of one circumstance; a site's robots.txt can be long, and JSON holds it whole."""

_KNOWN: dict[str, Words] = {
    "accept_language": Words(nl="Gevraagde taal", en="Accept-Language"),
    "axe": Words(nl="axe-core", en="axe-core"),
    "browser": Words(nl="Browser", en="Browser"),
    "contact": Words(nl="Contactadres in de user agent", en="Contact address in the user agent"),
    "crawl_delay": Words(nl="Crawl-delay (seconden)", en="Crawl-delay (seconds)"),
    "driver": Words(nl="Besturing van de browser", en="Browser driver"),
    "from": Words(nl="Gescand vanaf", en="Scanned from"),
    "host": Words(nl="Computer", en="Computer"),
    "locale": Words(nl="Taalinstelling", en="Locale"),
    "machine": Words(nl="Computer", en="Computer"),
    "name": Words(nl="naam", en="name"),
    "origin": Words(nl="herkomst", en="origin"),
    "path": Words(nl="pad", en="path"),
    "platform": Words(nl="Besturingssysteem", en="Operating system"),
    "python": Words(nl="Python", en="Python"),
    "requests": Words(nl="Aantal verzoeken aan de site", en="Requests sent to the site"),
    "private_network": Words(nl="Object staat op een privénetwerk", en="Target is on a private network"),
    "robots": Words(nl="robots.txt", en="robots.txt"),
    "robots_ignored": Words(nl="robots.txt niet gevolgd, reden", en="robots.txt not obeyed, reason"),
    "rule_book": Words(nl="Regelboek", en="Rule book"),
    "sandbox": Words(nl="Sandbox", en="Sandbox"),
    "sitemap_notes": Words(nl="Bij de sitemap", en="About the sitemap"),
    "started": Words(nl="Begonnen", en="Started"),
    "state": Words(nl="toestand", en="state"),
    "switches": Words(nl="opties", en="switches"),
    "system": Words(nl="Besturingssysteem", en="Operating system"),
    "text": Words(nl="tekst", en="text"),
    "time_zone": Words(nl="Tijdzone", en="Time zone"),
    "tool": Words(nl="EAA Checker bij de scan", en="EAA Checker at the scan"),
    "user": Words(nl="Uitgevoerd door", en="Run by"),
    "user_agent": Words(nl="User agent", en="User agent"),
    "version": Words(nl="versie", en="version"),
    "viewport": Words(nl="Venster (CSS-pixels)", en="Viewport (CSS pixels)"),
    "who": Words(nl="Uitgevoerd door", en="Run by"),
    "why": Words(nl="reden van de keuze", en="why chosen"),
    "why_chosen": Words(nl="reden van de keuze", en="why chosen"),
    "zone": Words(nl="Tijdzone", en="Time zone"),
}


def subject(report: ScanReport, language: str) -> list[Fact]:
    """What was examined, and when."""
    scan, target = report.scan, report.target
    rows = [
        (pick(language, "Instantie", "Organisation"), scan.organisation_name),
        (pick(language, "Object", "Target"), f"{scan.target_name} ({target.kind.say(language)})"),
        (pick(language, "Startadres", "Start address"), scan.address),
    ]
    hosts = tuple(dict.fromkeys(target.extra_hosts + scan.options.extra_hosts))
    if hosts:
        rows.append((pick(language, "Ook van dit object", "Also of this target"), ", ".join(hosts)))
    rows += [
        (pick(language, "Scan", "Scan"), f"{scan.id} – {scan.state.say(language)}"),
        (pick(language, "Begonnen", "Started"), _moment(report, scan.started, language)),
        (pick(language, "Geëindigd", "Ended"), _moment(report, scan.ended, language)),
    ]
    if scan.started and scan.ended:
        rows.append((pick(language, "Duur", "Duration"), duration(scan.ended - scan.started, language)))
    if scan.error:
        rows.append((pick(language, "Fout", "Error"), scan_error(scan, language)))
    return rows


def versions(report: ScanReport, language: str) -> list[Fact]:
    """With which norm, rules and programme; the versions at the time of the scan stand in :func:`circumstances`."""
    return [
        (pick(language, "Norm", "Norm"), f"EN 301 549 {EDITION}, WCAG {WCAG} A + AA"),
        (pick(language, "Regelboek", "Rule book"), report.rule_book),
        (
            pick(language, "Rapport gemaakt", "Report made"),
            f"{_moment(report, report.made, language)}, EAA Checker {__version__}",
        ),
    ]


def options(report: ScanReport, language: str) -> list[Fact]:
    """The inspector's choices for the scan."""
    o = report.scan.options
    robots = (
        pick(language, f"niet gevolgd; reden: {o.ignore_robots}", f"not obeyed; reason: {o.ignore_robots}")
        if o.ignore_robots
        else pick(language, "gevolgd", "obeyed")
    )
    seconds = pick(language, "seconden", "seconds")
    return [
        (pick(language, "robots.txt", "robots.txt"), robots),
        (pick(language, "Hoogstens pagina’s", "At most pages"), number(o.max_pages, language)),
        (
            pick(language, "Diepte (links vanaf het startadres)", "Depth (links from the start address)"),
            str(o.depth),
        ),
        (pick(language, "Sitemap gelezen", "Sitemap read"), _yes(o.sitemap, language)),
        (pick(language, "Bewaard bewijs", "Evidence kept"), o.profile.say(language)),
        (
            pick(language, "Venster (CSS-pixels)", "Viewport (CSS pixels)"),
            f"{o.viewport[0]} × {o.viewport[1]}",
        ),
        (
            pick(language, "Toestanden van elke pagina", "States of each page"),
            ", ".join(state.say(language) for state in (PageState.DEFAULT, *o.states)),
        ),
        (pick(language, "Taalinstelling", "Locale"), o.locale),
        (pick(language, "Pagina’s tegelijk", "Pages at the same time"), str(o.parallel)),
        (pick(language, "Pauze tussen pagina’s", "Pause between pages"), f"{o.delay:g} {seconds}"),
        (
            pick(language, "Tijd per pagina, hoogstens", "Time per page, at most"),
            f"{o.page_budget:g} {seconds}",
        ),
        (
            pick(language, "Wachten op rust, hoogstens", "Waiting for the page to settle, at most"),
            f"{o.settle_budget:g} {seconds}",
        ),
        (pick(language, "Hoogstens verzoeken", "At most requests"), number(o.max_requests, language)),
        (
            pick(language, "Privénetwerk toegestaan", "Private network allowed"),
            _yes(o.allow_private, language),
        ),
        (pick(language, "Besturing van de browser", "Browser driver"), o.driver),
    ]


def circumstances(report: ScanReport, language: str) -> list[Fact]:
    """Everything the scan recorded of its own circumstances, also what this version has no words for."""
    return list(_flat(report.scan.circumstances, "", language))


def _flat(values: Mapping[str, Any], before: str, language: str) -> Iterator[Fact]:
    for key, value in values.items():
        words = _KNOWN.get(str(key))
        label = words.say(language) if words else str(key).replace("_", " ")
        if before:
            # "Browser: browser" says nothing; its own name is what stands there.
            inner = pick(language, "naam", "name") if label == before else label[:1].lower() + label[1:]
            label = f"{before}: {inner}"
        if isinstance(value, Mapping):
            yield from _flat(value, label, language)
        elif isinstance(value, list | tuple) and any(isinstance(v, Mapping) for v in value):
            for index, item in enumerate(value, 1):
                one = f"{label} {index}" if len(value) > 1 else label
                yield from _flat(item if isinstance(item, Mapping) else {"text": item}, one, language)
        else:
            yield label, cut(_text(value, language), _LONGEST)


def _text(value: Any, language: str) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _yes(value, language)
    if isinstance(value, int):
        return number(value, language)
    if isinstance(value, float):
        return f"{value:g}".replace(".", "," if language == "nl" else ".")
    if isinstance(value, list | tuple):
        # Numbers in a row are sizes or ports, not amounts.
        return ", ".join(str(v) if type(v) is int else _text(v, language) for v in value) or "–"
    return str(value)


def _yes(flag: bool, language: str) -> str:
    return pick(language, "ja", "yes") if flag else pick(language, "nee", "no")


def _moment(report: ScanReport, value: datetime | None, language: str) -> str:
    return moment(report.local(value), language) if value else "–"
