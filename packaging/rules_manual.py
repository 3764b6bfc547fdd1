"""Writes the manual of the rules from the rule files: one page per rule and the coverage tables.

python rules_manual.py FOLDER
"""

from __future__ import annotations

import html
import re
import shutil
import sys
from pathlib import Path

from rules import axe, book, norms, questions
from rules.contract import Example, Rule, Verdict
from rules.disagreement import CAUSES

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


def plain(text: str) -> str:
    """*text* as it is to be read, not as markup."""
    return html.escape(text, quote=False)


def example_lines(example: Example) -> list[str]:
    """One example as a code block."""
    word = f" (`{example.word}`)" if example.word else ""
    note = f" – {example.note}" if example.note else ""
    fence = "~~~~" if "~~~" in example.html else "~~~"
    shown = DATA.sub(r"\1…", example.html.strip())
    lines = [f"**{OUTCOMES[example.expected]}**{word}{note}", "", f"{fence}html", shown, fence, ""]
    if example.after:
        lines += ["after these pages of the same site:", "", f"{fence}html"]
        lines += [f"<!-- {path} -->\n{html}" for path, html in example.after]
        lines += [fence, ""]
    return lines


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
        *aims(rule),
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
        f"| `{word}` | {plain(words.nl)} | {plain(words.en)} |" for word, words in rule.sentences.items()
    ]
    lines += ["", *question_lines(rule), "## Examples", "", "Each is a test of the rule, run in a real browser.", ""]
    for example in examples:
        lines += example_lines(example)
    return "\n".join(lines).rstrip() + "\n"


def aims(rule: Rule) -> list[str]:
    """What the rule looks at and expects, from the file's own sentences."""
    file = book.load()[rule.id]
    found = [("Looks at", file.applies.__doc__), ("Says", file.judge.__doc__)]
    lines = [f"**{name}:** {' '.join(text.split())}" for name, text in found if text]
    if rule.compares_pages:
        lines.append("**Needs** other pages of the same scan, judged before this one.")
    elif rule.awaits:
        lines.append(f"**Needs** what the probes saw of the page's behaviour: {', '.join(rule.awaits)}.")
    return ["## What", "", *(line for pair in zip(lines, [""] * len(lines), strict=True) for line in pair)]


def question_lines(rule: Rule) -> list[str]:
    """What a person is asked where the rule cannot tell, and what each answer means."""
    asked = [(word, questions.trees().get(f"rule:{rule.id}/{word}")) for word in rule.sentences]
    lines: list[str] = []
    for word, tree in asked:
        if tree is None:
            continue
        lines += [f"### `{word}`", "", f"Look: {tree.look.en}", "", f"Kijk: {tree.look.nl}", ""]
        for question in tree.questions.values():
            words = question.words or rule.sentences[word]
            lines.append(f"- {plain(words.en)} / {plain(words.nl)}")
            for answer in question.answers:
                leads = OUTCOMES[answer.verdict].lower() if answer.verdict else "one more question"
                lines.append(f"    - {answer.words.en} / {answer.words.nl}: {leads}")
        lines.append("")
    return ["## Questions for a person", "", *lines] if lines else []


def act_table() -> list[str]:
    """Which of our rules implements each ACT rule, and how far a machine gets."""
    rows = sorted((act, rule) for rule in book.load().rules for act in rule.act)
    lines = [
        f"## Coverage of W3C's ACT rules ({len(rows)})",
        "",
        "How well each agrees with W3C's test cases is measured by `make act`; this table says which rule implements",
        "what. *Certain*: ways in which the rule finds a failure by itself; *asks*: points that it leaves to a person.",
        "",
        "| ACT rule | our rule | requirements | certain | asks |",
        "|---|---|---|---|---|",
    ]
    for act, rule in rows:
        asks = sum(f"rule:{rule.id}/{word}" in questions.trees() for word in rule.sentences)
        keys = ", ".join(key.partition(":")[2] for key in rule.requirements) or "none"
        lines.append(
            f"| [{act}]({ACT_PAGE.format(act)}) | [{rule.title.en}]({rule.id}.md) | {keys} "
            f"| {len(rule.sentences) - asks} | {asks} |"
        )
    return lines


def coverage() -> str:
    """All rules with their requirement, the ACT rules they implement, and the matrix with axe-core's."""
    loaded = book.load()
    table = axe.table()
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
        seen_by = ", ".join(a if a in table else f"({a})" for a in rule.axe) or "–"
        lines.append(f"| [{rule.title.en}]({rule.id}.md) | {keys} | {', '.join(rule.act) or '–'} | {seen_by} |")
    lines += [
        "",
        "An axe-core rule in brackets is its counterpart, but no second witness here: it is not of WCAG level A or AA",
        "and is not run.",
        "",
        *act_table(),
        "",
        f"## axe-core {axe.VERSION}: adopted rules and which of ours see the same",
        "",
        "| axe-core | title | requirement | our rules |",
        "|---|---|---|---|",
    ]
    for row in table.values():
        own = [rule.id for rule in loaded.rules if row.id in rule.axe]
        keys = ", ".join(key.partition(":")[2] for key in row.requirements)
        ours = ", ".join(f"[{rule_id}]({rule_id}.md)" for rule_id in own) or "– (axe-core alone)"
        standing = "" if row.standing is axe.Standing.REGULAR else f" *({row.standing})*"
        lines.append(f"| {row.id}{standing} | {row.title.en} | {keys} | {ours} |")
    lines += [
        "",
        "Where both look for the same barrier and disagree: [known causes](disagreements.md).",
        "",
    ]
    return "\n".join(lines)


def disagreements() -> str:
    """The page of known causes why the two witnesses do not say the same."""
    lines = [
        "# Where the two witnesses disagree",
        "",
        "An observation shows both witnesses. Where axe-core says *failed* of an element that our rule for the same",
        "barrier does not fail, the observation is *to be reviewed*; where ours settles what axe-core leaves open,",
        "ours counts (see [decision 6](../decisions/0006-when-two-engines-disagree.md)). Each cause below is a test:",
        "both engines judge its page. They were found by letting both judge the examples of our rules.",
        "",
        "Some hold for all rules: axe-core passes over most of what is hidden, judges the state at one moment (ours",
        "can await what a key, the focus or a turned screen does), does not see into closed shadow trees, and is asked",
        "for level A and AA only, so that its best practices (such as *empty-heading*) do not speak here.",
        "",
        "| our rule | ours | axe-core's rule | axe-core | why |",
        "|---|---|---|---|---|",
    ]
    for number, cause in enumerate(CAUSES, 1):
        theirs = OUTCOMES[cause.axe] if cause.axe else "says nothing"
        place = " (of another element)" if cause.elsewhere else ""
        lines.append(
            f"| [{cause.rule}]({cause.rule}.md) | {OUTCOMES[cause.own]} | {cause.axe_rule} | {theirs}{place} "
            f"| [{number}](#{number}). {plain(cause.why.en)} / {plain(cause.why.nl)} |"
        )
    lines += ["", "## The pages", ""]
    for number, cause in enumerate(CAUSES, 1):
        lines += [f'<a id="{number}"></a>{number}. {plain(cause.why.en)}', "", "~~~html", cause.html, "~~~", ""]
    return "\n".join(lines)


def main(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    loaded = book.load()
    (folder / "README.md").write_text(coverage(), "utf-8")
    (folder / "disagreements.md").write_text(disagreements(), "utf-8")
    for rule in loaded.rules:
        (folder / f"{rule.id}.md").write_text(page(rule, loaded[rule.id].EXAMPLES), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
