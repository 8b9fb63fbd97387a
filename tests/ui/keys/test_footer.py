"""The footer is true: each key that it names does something on its page, or a sentence says why not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.ui import routes

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.keys.busy_desk import BusyDesk

WITH_WORK = "wrong tender", "moving", "payment of a rest"
EMPTY: dict[str, routes.Route] = {
    "home": routes.GoHome(),
    "no customer": routes.OpenCustomer(),
    "nothing to cancel": routes.OpenCancellation(),
    "stock": routes.OpenStock(),
    "review": routes.OpenReview(),
    "no decisions": routes.OpenCases(),
    "set-up": routes.OpenSetup(),
}
# A key whose page is open already does no more than stay there.
LEADS_TO = {"F2": "customer", "F3": "quote", "F4": "quote", "F8": "home", "F10": "cancellation"}
LEADS_TO |= {"F11": "stock", "F12": "review"}


def what_is_seen(desk: BusyDesk) -> tuple[object, ...]:
    window = desk.window
    words = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    return (
        window.pages.name,
        id(window.focusWidget()),
        window.errors.text,
        tuple(words),
        tuple(desk.shown.done),
    )


def promised(desk: BusyDesk) -> list[str]:
    """Every key of the footer but F1, whose sheet would take the keyboard."""
    buttons = desk.window.foot.keys.findChildren(QPushButton)
    keys = [one.text().split()[0] for one in buttons if one.isVisible() and one.isEnabled()]
    return [key for key in keys if key != "F1"]


def silent_keys(desk: BusyDesk, open_page: Callable[[], None]) -> list[str]:
    open_page()
    silent = []
    for name in promised(desk):
        open_page()
        before = what_is_seen(desk)
        key = Qt.Key.Key_Escape if name == "Esc" else Qt.Key(Qt.Key.Key_F1.value + int(name[1:]) - 1)
        desk.hand.strike(key, pause=0.5)
        desk.hand.rest(0.1)
        if what_is_seen(desk) == before and desk.window.pages.name != LEADS_TO.get(name):
            silent.append(name)
    return silent


def test_each_key_of_the_footer_is_answered_on_a_page_with_work(busy_desk: BusyDesk) -> None:
    silent = {name: silent_keys(busy_desk, partial(busy_desk.open, name)) for name in WITH_WORK}
    assert {name: keys for name, keys in silent.items() if keys} == {}


def test_each_key_of_the_footer_is_answered_where_there_is_nothing_to_do(busy_desk: BusyDesk) -> None:
    silent = {name: silent_keys(busy_desk, partial(busy_desk.go, route)) for name, route in EMPTY.items()}
    assert {name: keys for name, keys in silent.items() if keys} == {}


def test_the_footer_of_the_payment_names_the_customers_screen(busy_desk: BusyDesk) -> None:
    busy_desk.open("payment of a rest")
    words = [one.text() for one in busy_desk.window.foot.keys.findChildren(QPushButton) if one.isVisible()]
    assert "F12  customer's screen" in words
