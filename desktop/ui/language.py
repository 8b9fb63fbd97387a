"""English or Hindi: which one the screen speaks now, and how it is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QLocale, QTranslator

from desktop.ui.theme import RESOURCES

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

Language = Literal["en", "hi"]
LANGUAGES: tuple[Language, ...] = ("en", "hi")
_installed: list[QTranslator] = []


def speak(application: QCoreApplication, language: Language) -> None:
    """Let every text and date that is made from now on be in this language; figures stay Latin.

    English is what the sources say and needs no file. Raises OSError when the translation is missing.
    """
    while _installed:
        application.removeTranslator(_installed.pop())
    QLocale.setDefault(QLocale(f"{language}_IN"))
    if language == "en":
        return
    translator = QTranslator(application)
    if not translator.load(f"counterfoil_{language}", str(RESOURCES / "translations")):
        raise OSError(f"the translation of the program into {language} is missing")
    application.installTranslator(translator)
    _installed.append(translator)


def spoken() -> Language:
    """Return the language that the screen speaks now."""
    return "hi" if _installed else "en"
