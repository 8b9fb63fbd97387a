"""The fonts that are shipped draw every letter of the Hindi texts, and dates are written in Hindi."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QRawFont, QTextLayout

from desktop.ui import formats
from desktop.ui.language import speak, spoken
from desktop.ui.papers.foot import policy_text
from desktop.ui.preferences import Preferences
from desktop.ui.theme import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[3]
TEXTS = ROOT / "resources" / "translations" / "counterfoil_hi.ts"
DAY = date(2026, 11, 22)


@pytest.fixture
def hindi(qapp: QApplication) -> Iterator[None]:
    """The screen speaks Hindi."""
    speak(qapp, "hi")
    yield
    speak(qapp, "en")


@pytest.mark.parametrize("weight", ["Regular", "SemiBold"])
def test_no_letter_is_without_a_glyph(weight: str) -> None:
    letters = set(re.findall("[\u0900-\u097f]", TEXTS.read_text(encoding="utf-8")))
    assert len(letters) > 50
    font = QRawFont(str(ROOT / "resources" / "fonts" / f"IBMPlexSansDevanagari-{weight}.ttf"), 12)
    assert sorted(letter for letter in letters if not font.supportsCharacter(ord(letter))) == []


def test_conjuncts_are_joined_by_the_shipped_font() -> None:
    layout = QTextLayout("कन्फ़र्म, स्क्रीन, क्लर्क", QFont(FAMILIES, 12))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert {run.rawFont().familyName() for run in runs} <= set(FAMILIES)
    assert all(index != 0 for run in runs for index in run.glyphIndexes())


@pytest.mark.usefixtures("hindi")
def test_days_and_months_are_hindi_and_figures_latin() -> None:
    assert formats.day(DAY) == "रवि 22 नव॰"
    assert formats.days(DAY, date(2026, 12, 2)) == "22 नव॰ – 2 दिस॰"
    assert formats.moment_text(datetime(2026, 11, 22, 5, 12, tzinfo=UTC), "Asia/Kolkata") == "22 नव॰, 10:42"
    assert formats.rupees(12_345_600) == "₹1,23,456.00"


@pytest.mark.usefixtures("hindi")
def test_paper_stays_english() -> None:
    assert policy_text(()) == "Not refundable."


@pytest.mark.usefixtures("hindi")
def test_the_words_of_dialogs_are_ours() -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "रहने दें"


def test_english_again_leaves_no_hindi(qapp: QApplication) -> None:
    speak(qapp, "hi")
    speak(qapp, "en")
    assert spoken() == "en"
    assert formats.day(DAY) == "Sun 22 Nov"
    assert QCoreApplication.translate("Lifecycle", "room") == "room"


def test_the_language_is_remembered(tmp_path: Path) -> None:
    assert Preferences(tmp_path / "settings.ini").language == "en"
    Preferences(tmp_path / "settings.ini").language = "hi"
    assert Preferences(tmp_path / "settings.ini").language == "hi"
