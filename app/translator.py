# SPDX-License-Identifier: GPL-3.0-or-later
"""The language of the window: our catalogue and Qt's own, turned together."""

from __future__ import annotations

from PyQt6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from coding.language import current_language, preferred_language, set_language


class Translator:
    """Turns the program and Qt's own buttons to one language."""

    def __init__(self) -> None:
        self._qt = QTranslator()

    def use(self, choice: str) -> None:
        """``choice`` is fr, en, or system."""
        set_language(preferred_language() if choice == "system" else choice)
        QLocale.setDefault(QLocale(current_language()))
        QCoreApplication.removeTranslator(self._qt)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt.load(f"qtbase_{current_language()}", folder):
            QCoreApplication.installTranslator(self._qt)
