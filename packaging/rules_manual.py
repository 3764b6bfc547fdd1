"""Writes the manual of the rules from the rule files: one page per rule and the coverage tables.

python rules_manual.py FOLDER
"""

from __future__ import annotations

import html
import re
import shutil
import sys
from pathlib import Path

from rules import axe, book, norms
from rules.contract import Example, Rule, Verdict

OUTCOMES = {
    Verdict.PASSED: "Passes",
    Verdict.FAILED: "Fails",
    Verdict.CANNOT_TELL: "Asks a person",
    Verdict.INAPPLICABLE: "Does not apply",
}
DATA = re.compile(r"(data:[\w/+.;=-]*,[^\"'\s>]{40})[^\"'\s>]+")
"""Long data addresses, of which a reader needs the beginning only."""
ACT_PAGE = "https://www.w3.org/WAI/standards-guidelines/act/rules/{}/"


def requirement_line(key: str) -> str:
    """A requirement with its Dutch and English title and link."""
    found = norms.requirement(key)
    level = f", level {found.level}" if found.level else ""
    title = f"{key.partition(':')[2]} {found.title.en} / {found.title.nl}{level}"
    return f"[{title}]({found.url})" if found.url else title


def example_lines(example: Example) -> list[str]:
    """One example as a code block."""
    word = f" (`{example.word}`)" if example.word else ""
    note = f" – {example.note}" if example.note else ""
    fence = "~~~~" if "~~~" in example.html else "~~~"
    shown = DATA.sub(r"\1…", example.html.strip())
    return [f"**{OUTCOMES[example.expected]}**{word}{note}", "", f"{fence}html", shown, fence, ""]


def page(rule: Rule, examples: tuple[Example, ...]) -> str:
    """The manual page of one rule."""
    clauses = norms.clauses(rule.reported)
    hits = rule.hits or norms.hits(clauses)
    lines = [
        f"# {rule.title.en}",
        "",
        f"*{rule.title.nl}*",
        "",
        f"Rule id: `{rule.id}`",
        "",
        "## Why",
        "",
        rule.why.nl,
        "",
        rule.why.en,
        "",
        "## Direction of repair",
        "",
        rule.repair.nl,
        "",
        rule.repair.en,
        "",
        "## Norms",
        "",
    ]
    lines += [f"- {requirement_line(key)}" for key in rule.reported] or [
        "- none: good practice, or part of another rule"
    ]
    if clauses:
        lines.append(f"- EN 301 549 V3.2.1: {', '.join(clauses)}")
    if rule.secondary:
        lines.append(f"- can also fail: {', '.join(rule.secondary)}")
    if hits:
        lines += ["", "Who is hit: " + "; ".join(norms.statement(hit).who.en for hit in hits) + "."]
    if rule.act:
        links = ", ".join(f"[{act}]({ACT_PAGE.format(act)})" for act in rule.act)
        lines += ["", f"W3C ACT rule: {links}."]
    if rule.axe:
        lines += ["", f"Second witness: axe-core's {', '.join(f'`{a}`' for a in rule.axe)}."]
    lines += ["", "## What it can say", "", "| word | Dutch | English |", "|---|---|---|"]
    lines += [
        f"| `{word}` | {html.escape(words.nl)} | {html.escape(words.en)} |" for word, words in rule.sentences.items()
    ]
    lines += ["", "## Examples", "", "Each is a test of the rule, run in a real browser.", ""]
    for example in examples:
        lines += example_lines(example)
    return "\n".join(lines).rstrip() + "\n"


def coverage() -> str:
    """All rules with their ACT rule, requirement and axe-core's counterparts."""
    loaded = book.load()
    by_axe = {a: rule.id for rule in loaded.rules for a in rule.axe}
    lines = [
        "# Rules",
        "",
        "Made from the rule files by `make rules-manual`; `make act` prints how well they agree with W3C's test cases.",
        "",
        f"## Our own rules ({len(loaded.rules)})",
        "",
        "| rule | requirement | ACT | axe-core |",
        "|---|---|---|---|",
    ]
    for rule in loaded.rules:
        keys = ", ".join(key.partition(":")[2] for key in rule.reported) or "–"
        lines.append(
            f"| [{rule.title.en}]({rule.id}.md) | {keys} | {', '.join(rule.act) or '–'} "
            f"| {', '.join(rule.axe) or '–'} |"
        )
    lines += [
        "",
        f"## axe-core {axe.VERSION}: adopted rules and which of ours sees the same",
        "",
        "| axe-core | title | requirement | our rule |",
        "|---|---|---|---|",
    ]
    for row in axe.table().values():
        own = by_axe.get(row.id, "")
        keys = ", ".join(key.partition(":")[2] for key in row.requirements)
        lines.append(f"| {row.id} | {row.title.en} | {keys} | {f'[{own}]({own}.md)' if own in loaded.files else '–'} |")
    lines += [
        "",
        "## Where the engines may disagree",
        "",
        "An observation shows both witnesses. Where axe-core says *failed* of an element that our rule for the same",
        "barrier does not fail, it is marked for review. Known causes: a name that exists only through `title` or",
        "`placeholder`; names from hidden references; text over pictures and gradients; elements that are painted but",
        "clipped or scrolled away; elements that axe-core judges though they are not exposed.",
        "",
    ]
    return "\n".join(lines)


def main(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    loaded = book.load()
    (folder / "README.md").write_text(coverage(), "utf-8")
    for rule in loaded.rules:
        (folder / f"{rule.id}.md").write_text(page(rule, loaded[rule.id].EXAMPLES), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
