"""The language of the window: reads the translation files themselves and switches while the window runs.

Source strings are English. The ``.ts`` files (``PART_nl.ts`` and ``PART_en.ts``) are read as they are: no compiled copy
can be missing or out of date, and no tool is needed on the user's machine. ``translations/README.md`` says how to
refresh them.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).parent / "translations"
LANGUAGES = {"nl": "Nederlands", "en": "English"}
_LOCALES = {
    "nl": QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Translation(QTranslator):
    """The messages of ``.ts`` files. Both Dutch and English have two plural forms: one, and any other number."""

    def __init__(self, files: Iterable[Path], parent: QObject) -> None:
        super().__init__(parent)
        self._texts: dict[tuple[str, str], tuple[str, ...]] = {}
        for file in files:
            self._read(file)

    def _read(self, file: Path) -> None:
        for context in ElementTree.parse(file).getroot().iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                target = message.find("translation")
                if target is None or target.get("type") in ("unfinished", "vanished", "obsolete"):
                    continue
                forms = tuple(f.text or "" for f in target.iter("numerusform")) or (target.text or "",)
                if all(forms):
                    self._texts[name, message.findtext("source", "")] = forms

    def isEmpty(self) -> bool:
        return not self._texts

    def translate(
        self, context: bytes | str, source: bytes | str, disambiguation: bytes | str | None = None, n: int = -1
    ) -> str | None:
        """The translation, or None so that Qt asks the next translator and at last shows the source."""
        forms = self._texts.get((_text(context), _text(source)))
        if forms is None:
            return None
        return forms[0] if n in (-1, 1) else forms[-1]


class Language(QObject):
    """The language in force. ``changed`` fires after Qt's own and the window's translations are in place."""

    changed = Signal()

    def __init__(self, application: QApplication, code: str = "nl") -> None:
        """*code*: ``nl`` or ``en``."""
        super().__init__(application)
        self._application = application
        self._installed: list[QTranslator] = []
        self.code = ""
        self.switch(code)

    def switch(self, code: str) -> None:
        """Shows everything in *code* from now on; ValueError for a language there is no translation of."""
        if code not in LANGUAGES:
            raise ValueError(f"no translation for {code!r}")
        if code == self.code:
            return
        self.close()
        self.code = code
        QLocale.setDefault(self.locale)
        qt_own = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._installed = [Translation(sorted(FOLDER.glob(f"*_{code}.ts")), self)]
        if qt_own.load(f"qtbase_{code}", folder):  # English needs none
            self._installed.append(qt_own)
        for translator in self._installed:
            self._application.installTranslator(translator)
        self.changed.emit()

    def close(self) -> None:
        """Takes its translations away from the application."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = []

    @property
    def locale(self) -> QLocale:
        """Form of dates and numbers."""
        return _LOCALES[self.code]


def _text(value: bytes | str) -> str:
    return value if isinstance(value, str) else value.decode()
