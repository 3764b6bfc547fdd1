"""What is said of one observation: what was seen, why it matters, who is hit, how to repair it, which norm."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QTextBrowser, QWidget

from eaa_checker.domain.observation import Observation, Witness
from ui.desk import Desk
from ui.words import SIGNS, VERDICTS

LEAST_LINES = 7
_ENGINES = {"own": "EAA Checker", "axe": "axe-core"}


class Explanation(QTextBrowser):
    """A text to read, select and copy; built from escaped words only, for pages are hostile input."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item: Observation | None = None
        self.setOpenLinks(False)
        self.anchorClicked.connect(QDesktopServices.openUrl)
        self.document().setDocumentMargin(10)
        self.setTabChangesFocus(True)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def show_item(self, item: Observation | None) -> None:
        place = self.verticalScrollBar().value() if item is not None and self._same(item) else 0
        self._item = item
        self.dress()
        self.verticalScrollBar().setValue(place)

    def _same(self, item: Observation) -> bool:
        return self._item is not None and item.fingerprint == self._item.fingerprint

    def dress(self) -> None:
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * LEAST_LINES)
        self.setAccessibleName(self.tr("Explanation of the observation"))
        if self._item is None:
            words = escape(self.tr("Choose an observation."))
            self.setHtml(f'<p style="color:{self._desk.look.palette.soft}">{words}</p>')
        else:
            self.setHtml(self._as_html(self._item))

    def _as_html(self, item: Observation) -> str:
        palette, sizes, language = self._desk.look.palette, self._desk.look.type, self._desk.language.code
        engine = self._desk.bridge.engine
        colour = getattr(palette, SIGNS[item.verdict][1])
        notes = []
        if item.indicative:
            notes.append(self.tr("Indication only: the page had not come to rest."))
        if item.disputed:
            notes.append(self.tr("The engines disagree about this element; look at it yourself."))
        norms = [self._norm(key, language) for key in item.requirements]
        if item.clauses:
            norms.append(escape("EN 301 549 V3.2.1: " + ", ".join(item.clauses)))
        hit = ", ".join(engine.statement_words(key, language) for key in item.hits)
        sections = [
            (self.tr("What was seen"), [escape(item.explanation.say(language))]),
            (self.tr("Why it matters"), [escape(item.why.say(language))]),
            (self.tr("Who is hit"), [escape(hit[:1].upper() + hit[1:])] if hit else []),
            (self.tr("How to repair it"), [escape(item.repair.say(language))]),
            (self.tr("Norm"), norms or [escape(self.tr("No norm demands this; it is good practice."))]),
            (self.tr("Seen by"), [escape(self._witness(witness, language)) for witness in item.witnesses]),
        ]
        parts = [
            f'<p style="margin:0 0 2px 0; color:{colour}; font-weight:600">'
            f"{escape(VERDICTS[item.verdict].say(language))}</p>",
            f'<p style="margin:0 0 6px 0; font-size:{sizes.number}pt; font-weight:600">'
            f"{escape(item.title.say(language))}</p>",
        ]
        parts += [f'<p style="margin:0 0 6px 0; color:{palette.ask}">{escape(note)}</p>' for note in notes]
        for heading, texts in sections:
            if not texts:
                continue
            parts.append(f'<h4 style="margin:10px 0 1px 0; color:{palette.soft}">{escape(heading)}</h4>')
            parts += [f'<p style="margin:0 0 2px 0">{text}</p>' for text in texts]
        return "".join(parts)

    def _norm(self, key: str, language: str) -> str:
        engine = self._desk.bridge.engine
        words, url = escape(engine.requirement_words(key, language)), engine.requirement_url(key)
        if not url.startswith("https://"):
            return words
        return f'<a href="{escape(url)}" style="color:{self._desk.look.palette.accent}">{words}</a>'

    def _witness(self, witness: Witness, language: str) -> str:
        said = f"{_ENGINES.get(witness.engine, witness.engine)}: {witness.rule}"
        outcome = VERDICTS[witness.verdict].say(language).lower()
        return f"{said} – {outcome}" + (f" ({witness.message})" if witness.message else "")
