"""What an act has held whose answer was lost is found by its key."""

import pytest

from db.ids import RequestKey
from desktop.services.errors import NotFound
from desktop.services.holding.find_hold import FindHold
from tests.counter import Counter


def test_a_hold_is_found_by_its_key_as_long_as_it_is_held(any_counter: Counter) -> None:
    find = FindHold(any_counter.database)
    hold = any_counter.hold(key="lost")
    assert find(RequestKey("lost")) == hold
    with pytest.raises(NotFound):
        find(RequestKey("never asked"))
    any_counter.pay(hold)
    with pytest.raises(NotFound):
        find(RequestKey("lost"))
