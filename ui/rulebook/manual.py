"""The manual page of a rule, of our own or adopted from axe-core, as HTML for reading in the window."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QCoreApplication

from rules import axe, book, norms
from rules.contract import Example, Rule, Verdict
from ui.style.palette import Palette
from ui.words import number_of

ACT_PAGE = "https://www.w3.org/WAI/standards-guidelines/act/rules/{}/"
AXE_PAGE = "https://dequeuniversity.com/rules/axe/4.12/{}"
_LONG_DATA = re.compile(r"(data:[\w/+.;=-]*,[^\"'\s>]{40})[^\"'\s>]+")
MOST_EXAMPLES = 12


class Manual:
    """Writes pages in one language and the colours of one palette. Every word of a page is escaped."""

    def __init__(self, language: str, palette: Palette) -> None:
        self._language = language
        self._palette = palette

    def page(self, rule_id: str) -> str:
        """The page of that rule; empty when the rule book does not know it."""
        files = book.load().files
        if rule_id in files:
            return self._own(files[rule_id].RULE, files[rule_id].EXAMPLES)
        adopted = axe.adopted(rule_id)
        return self._adopted(adopted) if adopted is not None else ""

    def _own(self, rule: Rule, examples: tuple[Example, ...]) -> str:
        translate, language = QCoreApplication.translate, self._language
        notes = []
        if rule.experimental:
            notes.append(translate("Manual", "Indication only; it can never be evidence by itself."))
        if rule.routine:
            notes.append(translate("Manual", "Asked of every element of the kind: work to be done by hand."))
        if rule.compares_pages:
            notes.append(translate("Manual", "Compares a page with those that the same scan judged before it."))
        parts = [*self._head(rule.title.say(language), rule.id, notes)]
        parts += self._section(translate("Manual", "Why it matters"), [escape(rule.why.say(language))])
        parts += self._section(translate("Manual", "How to repair it"), [escape(rule.repair.say(language))])
        parts += self._norms(rule.reported, rule.hits)
        seen = [self._link(ACT_PAGE.format(act), f"W3C ACT {act}") for act in rule.act]
        seen += [self._link(AXE_PAGE.format(one), f"axe-core: {one}") for one in rule.axe]
        parts += self._section(translate("Manual", "The same barrier elsewhere"), seen)
        if rule.sentences:
            rows = "".join(
                f'<tr><td style="padding:2px 14px 2px 0"><code>{escape(word)}</code></td>'
                f'<td style="padding:2px 0">{escape(words.say(language))}</td></tr>'
                for word, words in rule.sentences.items()
            )
            parts += self._section(translate("Manual", "What it can say"), [f"<table>{rows}</table>"])
        parts += self._examples(examples)
        return "".join(parts)

    def _adopted(self, row: axe.Adopted) -> str:
        translate, language = QCoreApplication.translate, self._language
        notes = [translate("Manual", "Adopted from axe-core, the second engine.")]
        if row.experimental:
            notes.append(translate("Manual", "Indication only; it can never be evidence by itself."))
        said = [
            f"{escape(translate('Manual', 'Barrier'))}: {escape(row.explanation_failed.say(language))}",
            f"{escape(translate('Manual', 'Question'))}: {escape(row.explanation_question.say(language))}",
        ]
        parts = [*self._head(row.title.say(language), row.id, notes)]
        parts += self._section(translate("Manual", "Why it matters"), [escape(row.why.say(language))])
        parts += self._section(translate("Manual", "How to repair it"), [escape(row.repair.say(language))])
        parts += self._norms(row.requirements, row.hits)
        parts += self._section(translate("Manual", "What it can say"), said)
        act = [self._link(ACT_PAGE.format(one), f"W3C ACT {one}") for one in row.act]
        parts += self._section(
            translate("Manual", "The same barrier elsewhere"),
            [*act, self._link(AXE_PAGE.format(row.id), f"axe-core: {row.id}")],
        )
        return "".join(parts)

    def _head(self, title: str, rule_id: str, notes: list[str]) -> list[str]:
        soft = self._palette.soft
        return [
            f'<h2 style="margin:0 0 2px 0">{escape(title)}</h2>',
            f'<p style="margin:0 0 6px 0; color:{soft}"><code>{escape(rule_id)}</code></p>',
            *(f'<p style="margin:0 0 4px 0; color:{self._palette.ask}">{escape(note)}</p>' for note in notes),
        ]

    def _norms(self, keys: tuple[str, ...], hits: tuple[str, ...]) -> list[str]:
        translate, lines = QCoreApplication.translate, []
        for key in keys:
            found = norms.requirement(key)
            level = f" ({found.level})" if found.level else ""
            lines.append(self._link(found.url, f"{number_of(key)} {found.title.say(self._language)}{level}"))
        clauses = norms.clauses(keys)
        if clauses:
            lines.append(escape(f"EN 301 549 {norms.CITED}: {', '.join(clauses)}"))
        if not lines:
            lines.append(escape(translate("Manual", "No norm demands this; it is good practice.")))
        who = "; ".join(norms.statement(hit).who.say(self._language) for hit in hits or norms.hits(clauses))
        parts = self._section(translate("Manual", "Norm"), lines)
        return parts + self._section(
            translate("Manual", "Who is hit"), [escape(who[:1].upper() + who[1:])] if who else []
        )

    def _examples(self, examples: tuple[Example, ...]) -> list[str]:
        translate = QCoreApplication.translate
        words = {
            Verdict.PASSED: translate("Manual", "In order"),
            Verdict.FAILED: translate("Manual", "Barrier"),
            Verdict.CANNOT_TELL: translate("Manual", "Question"),
            Verdict.INAPPLICABLE: translate("Manual", "Does not apply"),
        }
        colours = {Verdict.PASSED: self._palette.passed, Verdict.FAILED: self._palette.failed,
                   Verdict.CANNOT_TELL: self._palette.ask, Verdict.INAPPLICABLE: self._palette.soft}  # fmt: skip
        shown = []
        for example in examples[:MOST_EXAMPLES]:
            note = f" ({example.word})" if example.word else ""
            pages = [example.html.strip(), *(f"<!-- {path} -->\n{html}" for path, html in example.after)]
            code = escape(_LONG_DATA.sub(r"\1…", "\n".join(pages)))
            shown.append(
                f'<p style="margin:8px 0 2px 0; color:{colours[example.expected]}">'
                f"<b>{escape(words[example.expected])}</b>{escape(note)}</p>"
                f'<pre style="margin:0; white-space:pre-wrap; background:{self._palette.sunken}">{code}</pre>'
            )
        if len(examples) > MOST_EXAMPLES:
            more = translate("Manual", "And {0} more in the rule's file.").format(len(examples) - MOST_EXAMPLES)
            shown.append(f"<p>{escape(more)}</p>")
        heading = translate("Manual", "Examples, which are its tests")
        return [f'<h4 style="margin:12px 0 2px 0">{escape(heading)}</h4>', *shown] if shown else []

    def _section(self, heading: str, lines: list[str]) -> list[str]:
        if not lines:
            return []
        parts = [f'<h4 style="margin:12px 0 1px 0; color:{self._palette.soft}">{escape(heading)}</h4>']
        return parts + [
            line if line.startswith("<table") else f'<p style="margin:0 0 2px 0">{line}</p>' for line in lines
        ]

    def _link(self, url: str, words: str) -> str:
        if not url.startswith("https://"):
            return escape(words)
        return f'<a href="{escape(url)}" style="color:{self._palette.accent}">{escape(words)}</a>'
