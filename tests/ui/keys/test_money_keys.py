"""On every page: the key that takes, holds or gives back does so when it is calm, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.ui.keys.busy_desk import ACTS, PAGES

if TYPE_CHECKING:
    from tests.ui.keys.busy_desk import BusyDesk

Key = Qt.Key


@pytest.mark.parametrize("name", PAGES)
def test_only_a_calm_key_changes_the_books(busy_desk: BusyDesk, name: str) -> None:
    key, use_case = ACTS[name]
    hand, done = busy_desk.hand, busy_desk.shown.done
    busy_desk.open(name)
    # At once after the page came, and then as fast as a key that is held down, flagged or not.
    hand.strike(key, pause=0.1)
    for repeat in (False, True):
        for _ in range(8):
            hand.strike(key, pause=0.04, repeat=repeat)
    hand.rest(0.25)
    assert done == [], "it came too soon"
    busy_desk.open(name)
    hand.rest(0.5)
    hand.strike(key, pause=0.1)
    hand.rest(0.2)
    busy_desk.settle()
    assert done == [use_case]
    assert busy_desk.shown.faults == []
