"""The rows of a cancelled departure's list add up to what is said above it and on its key."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from db.ids import BookingId, BookingReference
from db.states import BookingState
from desktop.services.domain.cancellation import RefundPlan
from desktop.services.domain.departures import DepartureRefund
from desktop.ui import formats
from desktop.ui.departures.refund_table import RefundTable
from desktop.ui.departures.refund_words import advice_text, primary_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

BACK = 4


def refund(number: int, paise: int, *, is_paying: bool) -> DepartureRefund:
    return DepartureRefund(
        BookingId(f"booking-{number}"),
        BookingReference(f"BK-7F3K{number:02}"),
        "Asha Rao",
        "...4321",
        BookingState.CONFIRMED,
        1,
        RefundPlan((), paise, paise, 0, 0),
        frozenset(),
        is_paying,
    )


@pytest.mark.parametrize("seed", range(20))
def test_the_amounts_of_the_list_add_up_to_its_sum_and_its_key(seed: int, qtbot: QtBot) -> None:
    dice = random.Random(seed)
    rows = [
        refund(number, dice.randrange(0, 5_000_000), is_paying=dice.random() < 0.3)
        for number in range(dice.randrange(1, 40))
    ]
    table = RefundTable()
    qtbot.addWidget(table)
    table.show_rows(rows)
    cells = [table.item(row, BACK) for row in range(table.rowCount())]
    shown = sum(round(float(cell.text().replace(",", "")) * 100) for cell in cells if cell and cell.text())
    assert formats.rupees(shown) in advice_text(rows)
    assert not shown or formats.amount(shown) in primary_text(rows)
