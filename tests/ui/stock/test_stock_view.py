"""What the stock page offers and understands, without widgets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.catalogue_words import ClosureKind
from db.ids import UnitId
from desktop.services.domain.catalogue import CellState, Offering
from desktop.ui.on_sale.unit_view import UnitState
from desktop.ui.stock.read_stock import read_stock
from desktop.ui.stock.stock_view import (
    Act,
    ActsView,
    SaleMark,
    StockRead,
    acts_view,
    mark_of,
    shown_days,
    units_as_drawn,
    write_days,
)
from desktop.ui.stock.unit_text import TypedUnits, parse_units, write_units
from desktop.ui.typed.day_text import parse_stay
from tests.ui.stock.small_stock import DLX, GOA, PAINTING, TODAY, SmallStock

ROOMS = ("201", "202", "203", "204", "205")
DAY = timedelta(days=1)


def look(stock: SmallStock, offering: Offering = DLX, days: int = 1) -> StockRead:
    return read_stock(stock.services(), offering, TODAY, TODAY + (days - 1) * DAY, (TODAY, TODAY + 34 * DAY))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ()),
        ("203", ("203",)),
        ("203, 201", ("201", "203")),
        ("202-204", ("202", "203", "204")),
        ("204 - 202 205", ("202", "203", "204", "205")),
        ("all", ROOMS),
    ],
)
def test_units_are_typed_as_names_ranges_or_all(text: str, names: tuple[str, ...]) -> None:
    assert parse_units(text, ROOMS) == TypedUnits(names)
    assert parse_units(write_units(names), ROOMS).names == names


def test_words_that_name_no_unit_are_told() -> None:
    assert parse_units("201 999 201-998 2", ROOMS) == TypedUnits(("201",), ("999", "201-998", "2"))
    assert parse_units("1a u3", ("1A", "U3")).names == ("1A", "U3")


@pytest.mark.parametrize("ahead", [0, 3, 200, 400, -20])
def test_written_days_are_read_as_the_same_days(ahead: int) -> None:
    first = TODAY + timedelta(days=ahead)
    assert parse_stay(write_days(first, first, TODAY), TODAY) == (first, None)
    assert parse_stay(write_days(first, first + 40 * DAY, TODAY), TODAY) == (first, first + 40 * DAY)


def test_the_strip_stays_while_the_chosen_days_are_in_it() -> None:
    first, last = shown_days(TODAY, TODAY, TODAY, None)
    assert (first, last) == (TODAY, TODAY + 34 * DAY)
    assert shown_days(TODAY + 30 * DAY, TODAY + 31 * DAY, TODAY, (first, last)) == (first, last)
    far = TODAY + 60 * DAY
    assert shown_days(far, far + 50 * DAY, TODAY, (first, last)) == (far, far + 50 * DAY)


def test_a_day_says_cancelled_before_stopped_before_full() -> None:
    stock = SmallStock(stopped={TODAY: "wedding", TODAY + DAY: "wedding"}, cancelled={TODAY})
    stock.taken = dict.fromkeys(("201", "202", "203", "204"), CellState.SOLD)
    marks = [mark_of(sale) for sale in look(stock).strip.days[:3]]
    assert marks == [SaleMark.CANCELLED, SaleMark.STOPPED, SaleMark.FULL]
    assert mark_of(look(SmallStock()).strip.days[0]) is SaleMark.OPEN


def test_the_main_act_follows_what_is_chosen() -> None:
    assert acts_view(look(SmallStock()), 0, armed=False) == ActsView(Act.STOP, ())
    assert acts_view(look(SmallStock()), 2, armed=False) == ActsView(Act.BLOCK, (Act.STOP,))
    stopped = SmallStock(stopped={TODAY: "wedding"})
    assert acts_view(look(stopped), 0, armed=False) == ActsView(Act.OPEN, ())
    assert acts_view(look(stopped, days=2), 0, armed=False) == ActsView(Act.STOP, (Act.OPEN,))


def test_only_a_single_departure_can_be_cancelled_and_never_by_the_main_button_unasked() -> None:
    assert acts_view(look(SmallStock(), GOA), 0, armed=False) == ActsView(Act.STOP, (Act.CANCEL,))
    assert acts_view(look(SmallStock(), GOA), 0, armed=True) == ActsView(Act.CANCEL, ())
    assert acts_view(look(SmallStock(), GOA, days=2), 0, armed=False).others == ()
    gone = SmallStock(cancelled={TODAY})
    assert acts_view(look(gone, GOA), 0, armed=False) == ActsView(Act.REFUND, ())


def test_a_unit_of_a_stopped_day_can_be_kept_back_but_not_one_of_a_block() -> None:
    stock = SmallStock(stopped={date(2026, 11, 24): "wedding"}, blocks=[PAINTING])
    stock.taken = {"201": CellState.SOLD}
    seen = read_stock(stock.services(), DLX, PAINTING.first_day, PAINTING.last_day, (TODAY, TODAY + 34 * DAY))
    looks = [view.state for view in units_as_drawn(seen, {UnitId("dlx-202")}, lambda _at: 0)]
    assert looks == [UnitState.SOLD, UnitState.CHOSEN, UnitState.FREE, UnitState.BLOCKED]


def test_no_unit_of_a_cancelled_day_looks_free() -> None:
    stock = SmallStock(stopped={TODAY: "landslide"}, cancelled={TODAY})
    views = units_as_drawn(look(stock, GOA), {UnitId("goa21-1A")}, lambda _at: 0)
    assert {view.state for view in views} == {UnitState.BLOCKED}


def test_a_day_without_a_price_can_be_stopped_and_opened_again() -> None:
    seen = look(SmallStock())
    bare = replace(seen, strip=replace(seen.strip, days=()))
    assert acts_view(bare, 0, armed=False) == ActsView(Act.STOP, ())
    assert acts_view(bare, 1, armed=False) == ActsView(Act.BLOCK, (Act.STOP,))
    stop = replace(PAINTING, kind=ClosureKind.STOP, unit_names=(), first_day=TODAY, last_day=TODAY)
    assert acts_view(replace(bare, blocks=(stop,)), 0, armed=False) == ActsView(Act.OPEN, ())
    gone = replace(bare, first=TODAY - DAY, last=TODAY - DAY)
    assert acts_view(gone, 1, armed=False) == ActsView(None, ())
