"""Writes the report as a folder, or a zip of it: an index and one page per requirement, to be read without network and
without script.

Choosing what is shown is done by the style sheet (radio buttons and ``:has()``); a browser that cannot do that shows
everything. The policy in every page forbids scripts altogether; what pages said is escaped as in `html_templates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from eaa_checker.report.album import MOST_IN_A_FOLDER, PictureFolder
from eaa_checker.report.chosen import MOST_PER_CRITERION, Chosen, Group, Shown, choose
from eaa_checker.report.content import ScanReport
from eaa_checker.report.html_file import CriterionRow, report_values
from eaa_checker.report.html_templates import asset, environment, page_policy
from eaa_checker.report.norm_words import WCAG, who
from eaa_checker.report.whole_folder import whole_folder
from eaa_checker.report.words import pick
from rules import norms

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class RequirementPage:
    """One page of the report. *state* as in `CriterionRow`."""

    file: str
    name: str
    num: str
    """Number of the success criterion; empty for other norms, and for good practice."""
    level: str
    url: str
    state: str
    words: str
    barriers: int
    questions: int
    hits: tuple[str, ...]
    barrier_items: tuple[Shown, ...]
    question_items: tuple[Shown, ...]
    barriers_hidden: int
    questions_hidden: int
    elsewhere: tuple[tuple[Shown, str, str], ...] = ()
    """Observations that bear on this requirement too: with the file and name of the page where they stand."""

    @property
    def items(self) -> tuple[Shown, ...]:
        return (*self.barrier_items, *self.question_items)


def write(
    report: ScanReport,
    path: Path,
    language: str | None = None,
    *,
    most_per_criterion: int = MOST_PER_CRITERION,
    most_picture_bytes: int = MOST_IN_A_FOLDER,
) -> None:
    """Writes *report* to the new folder *path*, or to a zip where *path* ends in ``.zip``.

    At most *most_per_criterion* observations of each criterion are shown, and *most_picture_bytes* bytes of pictures
    put in; the report says what it leaves out. Raises AlreadyExists, StoreIsFull, ExportProblem: nothing is left then.
    """
    language = "nl" if (language or report.language) == "nl" else "en"
    chosen = choose(report, language, most_per_criterion)
    with whole_folder(path) as folder:
        album = PictureFolder(report.picture, folder / pick(language, "beeld", "pictures"), most_picture_bytes)
        values = report_values(report, chosen, album, language)
        templates = environment(language)
        pages = list(_pages(values["criteria"], chosen, language))
        values |= _shared(pages, language)
        _page(templates, folder, INDEX, "folder_index.html", values, language)
        for number, page in enumerate(pages):
            mine = values | {"r": _around(pages, number, language)}
            _page(templates, folder, page.file, "folder_requirement.html", mine, language)
        _page(templates, folder, values["pages_at"], "folder_pages.html", values, language)
        method = pick(language, "werkwijze.html", "method.html")
        _page(templates, folder, method, "folder_method.html", values, language)


def _page(
    templates: Environment, folder: Path, file: str, template: str, values: dict[str, Any], language: str
) -> None:
    parts = (
        (pick(language, "Samenvatting en toetspunten", "Summary and requirements"), INDEX),
        (pick(language, "Pagina’s", "Pages"), str(values["pages_at"])),
        (pick(language, "Werkwijze", "Method"), pick(language, "werkwijze.html", "method.html")),
    )
    with (folder / file).open("x", encoding="utf-8", newline="\n") as stream:
        stream.writelines(templates.get_template(template).generate(values, here=file, parts=parts))


def _shared(pages: list[RequirementPage], language: str) -> dict[str, Any]:
    """What the index and every page need."""
    hits = sorted({hit for page in pages for hit in page.hits})
    numbers = {hit: number for number, hit in enumerate(hits)}
    people = [(numbers[hit], who([hit], language)[0]) for hit in hits]
    style = asset("style.css") + asset("folder.css") + _people_style(numbers.values())
    rows = [
        {
            "file": page.file, "name": page.name, "level": page.level, "state": page.state, "words": page.words,
            "barriers": page.barriers, "questions": page.questions,
            "who_numbers": " ".join(str(numbers[hit]) for hit in page.hits),
        }
        for page in pages
    ]  # fmt: skip
    words = (
        ("all", "alle", "all"), ("barrier", "barrière gezien", "barrier seen"),
        ("question", "vraag aan een mens", "question for a person"),
        ("partly", "geen barrière gezien", "no barrier seen"), ("untested", "niet getest", "not tested"),
    )  # fmt: skip
    return {
        "style": Markup(style),
        "policy": page_policy(style),
        "pages_at": pick(language, "paginas.html", "pages.html"),
        "requirements": rows,
        "hits": people,
        "outcomes": [
            (value, pick(language, nl, en), sum(value in ("all", page.state) for page in pages))
            for value, nl, en in words
        ],
    }


def _people_style(numbers: Iterable[int]) -> str:
    rules = [f'main:has(#wie-{n}:checked) tr[data-who]:not([data-who~="{n}"])' for n in numbers]
    return "@media screen { " + ",\n".join(rules) + " { display: none; } }\n" if rules else ""


def _pages(criteria: list[CriterionRow], chosen: Chosen, language: str) -> Iterator[RequirementPage]:
    """The success criteria in order, each with its page, then whatever observations point to besides."""
    barriers = {group.key: group for group in chosen.barriers}
    questions = {group.key: group for group in chosen.questions}
    made: list[RequirementPage] = []
    for row in criteria:
        key = f"wcag:{row.num}"
        hits = norms.hits(norms.clauses((key,)))
        made.append(
            _made(f"wcag-{row.num}.html", f"{row.num} {row.title}", row, barriers.pop(key, None),
                  questions.pop(key, None), tuple(hits))
        )  # fmt: skip
    for number, key in enumerate(dict.fromkeys((*barriers, *questions)), 1):
        seen, asked = barriers.get(key), questions.get(key)
        norm = seen.norm if seen else asked.norm if asked else None
        name = norm.text if norm else pick(language, "Goede praktijk, geen norm", "Good practice, no norm")
        state, nl, en = (
            ("barrier", "barrière gezien", "barrier seen")
            if seen
            else ("question", "vraag aan een mens", "question for a person")
        )
        row = CriterionRow(
            "", name, norm.level if norm else "", norm.url if norm else "", state, pick(language, nl, en),
            seen.total if seen else 0, asked.total if asked else 0,
        )  # fmt: skip
        slug = re.sub(r"[^a-z0-9.]+", "-", key.lower()).strip("-.") or "praktijk"
        made.append(_made(f"overig-{number}-{slug[:40]}.html", name, row, seen, asked, ()))
    yield from _linked(made)


def _made(
    file: str, name: str, row: CriterionRow, seen: Group | None, asked: Group | None, hits: tuple[str, ...]
) -> RequirementPage:
    return RequirementPage(
        file=file,
        name=name,
        num=row.num,
        level=row.level,
        url=row.url,
        state=row.state,
        words=row.words,
        barriers=row.barriers,
        questions=row.questions,
        hits=hits,
        barrier_items=tuple(seen.items) if seen else (),
        question_items=tuple(asked.items) if asked else (),
        barriers_hidden=seen.hidden if seen else 0,
        questions_hidden=asked.hidden if asked else 0,
    )


def _linked(pages: list[RequirementPage]) -> Iterator[RequirementPage]:
    """The pages, each with the observations on other pages that bear on it too."""
    elsewhere: dict[str, list[tuple[Shown, str, str]]] = {}
    for page in pages:
        for item in page.items:
            for norm in item.norms:
                if norm.key.startswith("wcag:") and norm.key != f"wcag:{page.num}":
                    elsewhere.setdefault(norm.key, []).append((item, page.file, page.name))
    for page in pages:
        yield replace(page, elsewhere=tuple(elsewhere.get(f"wcag:{page.num}", ())))


def _around(pages: list[RequirementPage], number: int, language: str) -> dict[str, Any]:
    """The values of one page, with its neighbours."""
    page = pages[number]
    facts = []
    if page.num:
        clauses = ", ".join(f"EN 301 549 {clause}" for clause in norms.clauses((f"wcag:{page.num}",)))
        facts.append((pick(language, "Norm", "Norm"), f"WCAG {WCAG} {page.num}; {clauses}".rstrip("; ")))
    if page.hits:
        facts.append((pick(language, "Voor wie dit telt", "For whom this counts"), "\n".join(who(page.hits, language))))
    before = pages[number - 1] if number else None
    after = pages[number + 1] if number + 1 < len(pages) else None
    indicative = [item.indicative for item in page.items]
    disputed = [item.disputed for item in page.items]
    mixed = any(indicative) and not all(indicative), any(disputed) and not all(disputed)
    return {
        "name": page.name, "num": page.num, "level": page.level, "url": page.url, "state": page.state,
        "words": page.words, "barriers": page.barriers, "questions": page.questions,
        "barrier_items": page.barrier_items, "question_items": page.question_items,
        "barriers_hidden": page.barriers_hidden, "questions_hidden": page.questions_hidden,
        "elsewhere": page.elsewhere, "facts": facts,
        "some_indicative": mixed[0], "some_disputed": mixed[1],
        "filterable": any(mixed) or bool(page.barrier_items and page.question_items),
        "before": (before.name, before.file) if before else None,
        "after": (after.name, after.file) if after else None,
    }  # fmt: skip
