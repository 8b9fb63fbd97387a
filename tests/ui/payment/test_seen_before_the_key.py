"""Whatever keys come, at whatever pace: what changed in the books stood on the page 0.3 s before the key."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.ui.keys.key_rule import QUIET_SECONDS
from tests.ui.hand import HINDI, Hand
from tests.ui.sample_bookings import sample_booking

if TYPE_CHECKING:
    from desktop.ui.keys.key_rule import KeyRule
    from desktop.ui.payment.payment_window import PaymentWindow
    from tests.ui.payment.conftest import FakeDesk

    Open = Callable[[], PaymentWindow]

Key = Qt.Key
PACES = {"hand": (0.09, 0.6), "scanner": (0.002, 0.06), "held": (0.03, 0.04)}
KEYS: tuple[Key | str, ...] = (
    *"cukwonls19 ",
    Key.Key_Return,
    Key.Key_Return,
    Key.Key_F9,
    Key.Key_Tab,
    Key.Key_Backspace,
)
GRAIN = 0.002


class Watched:
    """Notes since when the button has said what it says, and what it said when something was taken."""

    def __init__(self, window: PaymentWindow, desk: FakeDesk, hand: Hand) -> None:
        self._window, self._desk, self._hand = window, desk, hand
        self._label, self._since = window.primary.text(), hand.now - 1
        self._done = len(desk.begun) + len(desk.requests)
        hand.look = self.look

    def look(self) -> None:
        done = len(self._desk.begun) + len(self._desk.requests)
        label, since = self._label, self._since
        if self._window.primary.text() != label:
            self._label, self._since = self._window.primary.text(), self._hand.now
        if done > self._done:
            assert self._hand.struck - since >= QUIET_SECONDS - GRAIN, label
            assert self._hand.struck - self._hand.struck_before >= QUIET_SECONDS - GRAIN, label
        self._done = done


@pytest.mark.parametrize("layout", [{}, HINDI], ids=["Latin", "Hindi"])
@pytest.mark.parametrize("pace", PACES)
@pytest.mark.parametrize("wallet_paise", [0, 150_000, 900_000])
def test_nothing_is_taken_that_was_not_seen(
    desk: FakeDesk,
    open_window: Open,
    keys: KeyRule,
    layout: dict[str, str],
    pace: str,
    wallet_paise: int,
) -> None:
    taken = 0
    for seed in range(4):
        chance = random.Random(f"{seed} {pace} {wallet_paise}")
        desk.booking = sample_booking(840_000, wallet_paise)
        window = open_window()
        hand = Hand(window, keys, layout=layout)
        Watched(window, desk, hand)
        for _ in range(40):
            if chance.random() < 0.1:
                hand.rest(chance.uniform(0.1, 0.9))
            if chance.random() < 0.15:
                hand.busy()
                for _ in range(chance.randint(1, 6)):
                    hand.strike(chance.choice(KEYS), pause=chance.uniform(*PACES[pace]))
                hand.free(0.6)
            else:
                hand.strike(chance.choice(KEYS), pause=chance.uniform(*PACES[pace]))
        window.close()
        taken = len(desk.begun) + len(desk.requests)
    assert taken > 0 or pace != "hand", "calm keys do take money"
