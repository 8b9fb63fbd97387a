"""The language of a paper: a parameter of its layout, whatever the screen speaks. Figures stay Latin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTranslator

from desktop.ui.theme import RESOURCES

if TYPE_CHECKING:
    from desktop.ui.language import Language

CONTEXT = "Documents"


def translate(_context: str, text: str) -> str:
    """Return the text as it stands: so it is collected here, and a PaperLanguage says it."""
    return text


@dataclass(frozen=True, slots=True)
class PaperLanguage:
    """Says the texts and days of one paper."""

    code: Language
    locale: QLocale
    texts: QTranslator | None = None

    def translate(self, context: str, text: str) -> str:
        """Return a text in this language. Called like Qt's, so that the texts are collected."""
        return (self.texts.translate(context, text) if self.texts else "") or text

    def say(self, text: str) -> str:
        """Return a text of papers that was collected elsewhere."""
        return self.translate(CONTEXT, text)


@lru_cache
def paper_language(code: str) -> PaperLanguage:
    """Return the language of a code; of an unknown one English. Raises OSError without its file."""
    if code != "hi":
        return PaperLanguage("en", QLocale("en_IN"))
    texts = QTranslator()
    if not texts.load("counterfoil_hi", str(RESOURCES / "translations")):
        raise OSError("the translation of the papers into hi is missing")
    return PaperLanguage("hi", QLocale("hi_IN"), texts)


ENGLISH = paper_language("en")
