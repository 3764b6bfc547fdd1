"""Writes the report a person reads: one self-contained, accessible HTML file that needs no network and no script.

What enters the template is made plain and escaped, and the file forbids whatever might slip through: `html_templates`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from markupsafe import Markup

from eaa_checker import __version__
from eaa_checker.domain.address import AddressLine, Ending
from eaa_checker.report import facts, words
from eaa_checker.report.album import MOST_BYTES, Album
from eaa_checker.report.chosen import MOST_PER_CRITERION, Chosen, choose
from eaa_checker.report.content import ScanReport, endings, is_gap
from eaa_checker.report.html_templates import asset, digest, environment
from eaa_checker.report.norm_words import EDITION, WCAG, examined_criteria, who
from eaa_checker.report.whole_file import whole_file
from eaa_checker.report.words import AUTOMATIC, NOT_PASSED, UNFINISHED, moment, pick, scan_error
from rules.contract import Verdict

MOST_LINES = 1_000
"""Addresses shown per table of pages; the other formats hold all of them."""


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """What the machine can say of one success criterion. *state*: barrier, question, partly, untested."""

    num: str
    title: str
    level: str
    url: str
    state: str
    words: str
    barriers: int
    questions: int


@dataclass(frozen=True, slots=True)
class PageTable:
    """One table of addresses; *lines* may be only the first of *total*."""

    id: str
    title: str
    lines: list[AddressLine]
    total: int
    folded: bool = False


def write(
    report: ScanReport,
    path: Path,
    language: str | None = None,
    *,
    most_per_criterion: int = MOST_PER_CRITERION,
    most_picture_bytes: int = MOST_BYTES,
) -> None:
    """Writes *report* to *path*. Raises StoreIsFull, ExportProblem; *path* is then as it was.

    At most *most_per_criterion* observations of each criterion are shown in full, and *most_picture_bytes* bytes of
    pictures embedded; the report says what it leaves out.
    """
    language = "nl" if (language or report.language) == "nl" else "en"
    chosen = choose(report, language, most_per_criterion)
    album = Album(report.picture, most_picture_bytes)
    template = environment(language).get_template("report.html")
    with whole_file(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(template.generate(report_values(report, chosen, album, language)))


def report_values(report: ScanReport, chosen: Chosen, album: Album, language: str) -> dict[str, Any]:
    """What the templates of a scan's report name, but for what differs between a file and a folder."""
    style, script = asset("style.css"), asset("filter.js")
    rows = list(_criteria(report, chosen, language))
    gaps = endings(line for line in report.lines if is_gap(line))
    scan = report.scan
    return {
        "policy": (
            f"default-src 'none'; img-src data:; style-src {digest(style)}; script-src {digest(script)}; "
            "base-uri 'none'; form-action 'none'"
        ),
        # The assets are ours and go into raw-text elements, where escaping would break them.
        "style": Markup(style),
        "script": Markup(script),
        "tool_version": __version__,
        "edition": EDITION,
        "wcag": WCAG,
        "scan": scan,
        "started": _moment(report, scan.started or scan.created, language),
        "made": _moment(report, report.made, language),
        "automatic": AUTOMATIC.say(language),
        "not_passed": NOT_PASSED.say(language),
        "unfinished": "" if scan.state.ended else UNFINISHED.say(language),
        "error": scan_error(scan, language) if scan.error else "",
        "tally": chosen.tally,
        "barriers": chosen.barriers,
        "questions": chosen.questions,
        "groups_hit": _hit(chosen, language),
        "criteria": rows,
        "states": {s: sum(r.state == s for r in rows) for s in ("barrier", "question", "partly", "untested")},
        "examined": sum(line.ending.tested for line in report.lines),
        "not_settled": sum(line.ending is Ending.NOT_SETTLED for line in report.lines),
        "lines_total": len(report.lines),
        "gaps_total": sum(gaps.values()),
        "gaps": [(ending.say(language), count) for ending, count in gaps.items()],
        "page_tables": list(_page_tables(report.lines, language)),
        "states_of": lambda line: report.states.get(line.address, ()),
        "time_of": lambda instant: f"{report.local(instant):%H:%M:%S}",
        "times": _zones(report, language),
        "pages_at": "",
        "album": album,
        "subject": facts.subject(report, language),
        "versions": facts.versions(report, language),
        "options": facts.options(report, language),
        "circumstances": facts.circumstances(report, language),
    }


def _criteria(report: ScanReport, chosen: Chosen, language: str) -> Iterator[CriterionRow]:
    looked_at = report.looked_at()
    for criterion in examined_criteria():
        key = f"wcag:{criterion.num}"
        counts = chosen.tally.by_requirement.get(key, {})
        barriers, questions = counts.get(Verdict.FAILED, 0), counts.get(Verdict.CANNOT_TELL, 0)
        if barriers:
            state, said = "barrier", pick(language, "barrière gezien", "barrier seen")
        elif questions:
            state, said = "question", pick(language, "vraag aan een mens", "question for a person")
        elif counts or key in looked_at:
            state, said = "partly", pick(language, "geen barrière gezien", "no barrier seen")
        else:
            state, said = "untested", pick(language, "niet getest", "not tested")
        title, url = criterion.handle.say(language), criterion.understanding_url
        yield CriterionRow(criterion.num, title, criterion.level, url, state, said, barriers, questions)


def _hit(chosen: Chosen, language: str) -> list[tuple[str, int]]:
    counts = sorted(chosen.tally.by_hit.items(), key=lambda item: (-item[1], item[0]))
    return [(who([hit], language)[0], count) for hit, count in counts]


def _page_tables(lines: Iterable[AddressLine], language: str) -> Iterator[PageTable]:
    tested = [line for line in lines if line.ending.tested]
    gaps = [line for line in lines if is_gap(line)]
    rest = [line for line in lines if not line.ending.tested and not is_gap(line)]
    # What failed comes before what was left out on purpose.
    gaps.sort(key=lambda line: not line.ending.failed)
    for name, nl, en, some_lines, folded in (
        ("onderzocht", "Onderzocht", "Examined", tested, False),
        ("niet-onderzocht", "Niet onderzocht", "Not examined", gaps, False),
        ("buiten-het-object", "Buiten het object, of dubbel", "Outside the target, or double", rest, True),
    ):
        yield PageTable(name, pick(language, nl, en), list(islice(some_lines, MOST_LINES)), len(some_lines), folded)


def _zones(report: ScanReport, language: str) -> str:
    """The day and zone of the visits, once for the whole table."""
    visits = [report.local(line.visited) for line in report.lines if line.visited]
    if not visits:
        return ""
    first, last = min(visits), max(visits)
    days = dict.fromkeys((words.day(first, language), words.day(last, language)))
    return f"{' – '.join(days)}, {words.zone(first, language)}"


def _moment(report: ScanReport, instant: datetime, language: str) -> str:
    return moment(report.local(instant), language)
