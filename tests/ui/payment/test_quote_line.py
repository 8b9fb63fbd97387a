"""A new quote of what a hold was for starts with the line that a clerk would type for it."""

import re
from collections.abc import Callable

import pytest

from desktop.services.catalogue.list_offerings import ListOfferings
from desktop.services.domain.quote import BasketItem
from desktop.ui.payment.quote_line import quote_line
from tests.counter import Counter

DAY = r"\d{1,2} \w{3}( \d{4})?"


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (lambda counter: counter.item("DLX", "203", nights=2), rf"DLX \d.*-{DAY}"),
        (lambda counter: counter.item("SINH"), rf"SINH {DAY} 1"),
        (lambda counter: counter.item("GOA21", "4A", "4B"), rf"GOA21 {DAY} 2"),
    ],
)
def test_it_names_what_when_and_how_many(
    counter: Counter, item: Callable[[Counter], BasketItem], line: str
) -> None:
    held = counter.booking(counter.hold(counter.quote(item(counter))))
    offerings = ListOfferings(counter.database)()
    assert re.fullmatch(line, quote_line(held, offerings))


def test_what_is_no_longer_sold_starts_an_empty_quote(counter: Counter) -> None:
    assert quote_line(counter.booking(counter.hold()), ()) == ""
