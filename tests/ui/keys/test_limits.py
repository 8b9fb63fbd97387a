"""How long is calm, how fast is a scanner, how short is a text: each limit a step to either side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.ui.keys.offer import Offer
from tests.ui.hand import Hand

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.keys.key_rule import KeyRule

Key = Qt.Key


class Page(QWidget):
    """One button that takes money, and what it has taken."""

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton("Take 100.00")
        self.offer = Offer(self.button)
        self.taken = 0
        QVBoxLayout(self).addWidget(self.button)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self._take)

    def _take(self) -> None:
        self.taken += self.offer.counts()


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    """Shown, with the keyboard on its button."""
    page = Page()
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.button.setFocus()
    return page


@pytest.mark.parametrize(("pause", "taken"), [(0.29, 0), (0.295, 0), (0.3, 1), (0.305, 1)])
def test_a_key_counts_three_tenths_of_a_second_after_another(
    page: Page, keys: KeyRule, pause: float, taken: int
) -> None:
    hand = Hand(page, keys)
    hand.rest(5)
    hand.strike(Key.Key_Tab)
    page.button.setFocus()
    hand.strike(Key.Key_Space, pause=pause)
    assert page.taken == taken


@pytest.mark.parametrize(("pause", "taken"), [(0.29, 0), (0.295, 0), (0.3, 1), (0.305, 1)])
def test_a_key_counts_three_tenths_of_a_second_after_what_it_does_stood_there(
    page: Page, keys: KeyRule, pause: float, taken: int
) -> None:
    hand = Hand(page, keys)
    hand.rest(5)
    page.button.setText("Take 200.00")
    page.offer.says("Take 200.00")
    page.repaint()
    hand.strike(Key.Key_Space, pause=pause)
    assert page.taken == taken


@pytest.mark.parametrize(
    ("text", "gap", "is_scan"),
    [("7F3K", 0.06, True), ("7F3K", 0.062, False), ("7F3", 0.01, False), ("7F3K2", 0.06, True)],
)
def test_a_scan_has_four_signs_each_within_sixty_milliseconds(
    page: Page, keys: KeyRule, text: str, gap: float, is_scan: bool
) -> None:
    hand, offered = Hand(page, keys), list[str]()
    keys.scanned.connect(offered.append)
    hand.rest(5)
    hand.scan(text, (Key.Key_Return,), pause=gap)
    hand.rest(5)
    assert offered == ([text] if is_scan else [])
