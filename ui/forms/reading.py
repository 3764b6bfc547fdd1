"""A text to read and copy whose links lead to other places; built from escaped words only."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote, unquote

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

from ui.desk import Desk
from ui.place import Link

LEAST_LINES = 7
_SCHEME = "go"


class Reading(QTextBrowser):
    """Headings, facts and links. Tab walks the links, Enter follows one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, lines: int = LEAST_LINES) -> None:
        super().__init__(parent)
        self._desk, self._lines = desk, lines
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._follow)
        self.document().setDocumentMargin(10)
        self.setTabChangesFocus(True)

    def show_parts(self, parts: Iterable[str]) -> None:
        """Shows the HTML that the methods below make."""
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * self._lines)
        self.setHtml("".join(parts))

    def title(self, words: str) -> str:
        size = self._desk.look.type.number
        return f'<p style="margin:0 0 6px 0; font-size:{size}pt; font-weight:600">{escape(words)}</p>'

    def heading(self, words: str) -> str:
        return f'<h4 style="margin:10px 0 1px 0; color:{self._desk.look.palette.soft}">{escape(words)}</h4>'

    def line(self, words: str, colour: str = "") -> str:
        """*colour*: one of the palette's by its use."""
        ink = f"; color:{getattr(self._desk.look.palette, colour)}" if colour else ""
        text = escape(words).replace("\n", "<br>")
        return f'<p style="margin:0 0 2px 0{ink}">{text}</p>'

    def html_line(self, html: str) -> str:
        return f'<p style="margin:0 0 2px 0">{html}</p>'

    def fact(self, label: str, words: str, link: Link | None = None) -> str:
        """“label: words” on a line; *words* lead somewhere when there is a *link*."""
        said = escape(words) if link is None else self.anchor(words, link)
        soft = self._desk.look.palette.soft
        return f'<p style="margin:0 0 2px 0"><span style="color:{soft}">{escape(label)}:</span> {said}</p>'

    def anchor(self, words: str, link: Link) -> str:
        address = quote("/".join((link.place, link.kind, str(link.key))))
        colour = self._desk.look.palette.accent
        return f'<a href="{_SCHEME}:{address}" style="color:{colour}">{escape(words)}</a>'

    def _follow(self, address: QUrl) -> None:
        if address.scheme() == _SCHEME:
            place, kind, key = unquote(address.path()).split("/", 2)
            self._desk.links.follow(Link(place, kind, int(key) if key.isdecimal() else key))
