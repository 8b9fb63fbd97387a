"""On every page: the key that takes, holds or gives back does so when it is calm, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.keys.busy_desk import ACTS, KINDS

if TYPE_CHECKING:
    from tests.ui.keys.busy_desk import BusyDesk


@pytest.mark.parametrize("kind", KINDS)
def test_only_a_calm_key_changes_the_books(busy_desk: BusyDesk, kind: str) -> None:
    hand, done = busy_desk.hand, busy_desk.shown.done
    for name in KINDS[kind]:
        key, use_case = ACTS[name]
        done.clear()
        busy_desk.open(name)
        # At once after the page came, and then as fast as a key that is held down, flagged or not.
        hand.strike(key, pause=0.1)
        for repeat in (False, True):
            for _ in range(5):
                hand.strike(key, pause=0.04, repeat=repeat)
        hand.rest(0.25)
        assert done == [], f"{name}: it came too soon"
        busy_desk.open(name)
        hand.rest(0.5)
        hand.strike(key, pause=0.1)
        hand.rest(0.2)
        assert done == [use_case], name
        assert busy_desk.shown.faults == []
