"""A letter of the cancellation page that can do nothing now says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui import routes

if TYPE_CHECKING:
    from tests.ui.keys.busy_desk import BusyDesk


@pytest.mark.parametrize("letter", ["w", "a", "v"])
def test_a_letter_on_what_is_cancelled_already_says_that_it_does_nothing(
    busy_desk: BusyDesk, letter: str
) -> None:
    hold = busy_desk.sold()
    busy_desk.counter.cancel(hold)
    busy_desk.go(routes.OpenCancellation(busy_desk.counter.booking(hold).reference))
    page = busy_desk.window.pages.make(busy_desk.window.pages.cancellation)
    page.error_bar.clear()
    busy_desk.hand.type(letter)
    assert page.error_bar.text == page.nothing_to_do()


def test_a_letter_that_chooses_says_nothing(busy_desk: BusyDesk) -> None:
    busy_desk.open("cancellation")
    page = busy_desk.window.pages.make(busy_desk.window.pages.cancellation)
    page.error_bar.clear()
    busy_desk.hand.type("a")
    busy_desk.settle()
    assert page.error_bar.text == ""
