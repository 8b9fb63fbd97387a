"""The day sheets of two days at two desks say what the postings say, and so do those of their shifts."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from db.ids import ShiftId
from db.schema import shift
from desktop.config import TIME_ZONE
from desktop.services.domain.day_sheet import Axis, Choice, DayKind, DaySheet, Figure, SheetOf
from tests.day_sheet.by_ledger import by_ledger, of_sheet
from tests.two_days.shop import Shop, open_shop
from tests.two_days.test_two_days import SEED, first_day, over_midnight, second_day

ADDS_UP = (Axis.DAY, Axis.HOUR, Axis.DESK, Axis.PERSON, Axis.KIND)


@pytest.fixture
def shop(engine_url: str, tmp_path: Path) -> Iterator[Shop]:
    with open_shop(engine_url, tmp_path, SEED) as opened:
        yield opened


def adds_up(shop: Shop, sheet: DaySheet) -> None:
    """Whatever a figure is divided by, its parts are the figure; so are the bookings behind each of them."""
    desk = shop.at("D1", "90")
    for choice, cell in sheet.cells.items():
        if choice.axis is None:
            for axis in (*ADDS_UP, Axis.TENDER):
                parts = [
                    c.paise for o, c in sheet.cells.items() if (o.figure, o.axis) == (choice.figure, axis)
                ]
                assert not parts or sum(parts) == cell.paise or axis is Axis.TENDER, (choice, axis)
                assert parts or axis is Axis.TENDER
    for choice in (
        Choice(Figure.NET),
        Choice(Figure.MONEY, Axis.TENDER, "cash"),
        Choice(Figure.SOLD, Axis.PERSON, "Ravi"),
        Choice(Figure.GIVEN_BACK),
    ):
        if choice in sheet.cells:
            found = desk.services.list_figure(sheet.of, choice, actor=desk.actor)
            assert sum(one.paise for one in found) == sheet.cells[choice].paise
            assert len(found) == sheet.cells[choice].count


def test_two_days_are_what_the_postings_say(shop: Shop) -> None:
    day = shop.today()
    first_day(shop)
    over_midnight(shop)
    second_day(shop)
    manager = shop.at("D1", "90")
    read = manager.services.read_day_sheet
    first, second = day, day + timedelta(days=1)
    whole = read(SheetOf(first, second), actor=manager.actor)
    each = [read(SheetOf(one, one), actor=manager.actor) for one in (first, second)]
    for sheet in (whole, *each):
        assert of_sheet(sheet) == by_ledger(manager.database, sheet.since, sheet.until, TIME_ZONE)
        adds_up(shop, sheet)
    # A day has its own acts only, and the days make the range.
    for figure in Figure:
        assert whole.paise(figure) == sum(sheet.paise(figure) for sheet in each), figure
    assert each[1].paise(Figure.CANCELLED) > 0
    assert whole.paise(Figure.DEPOSITS) > 0
    assert whole.paise(Figure.BALANCES) > 0
    assert whole.paise(Figure.BILLS) == 500_00
    _business_days(shop, whole)
    _shifts(shop)


def _business_days(shop: Shop, whole: DaySheet) -> None:
    """What was done after midnight is the day's before, until the night ends."""
    manager = shop.at("D1", "90")
    of = SheetOf(whole.of.first, whole.of.first, DayKind.BUSINESS)
    night = manager.services.read_day_sheet(of, actor=manager.actor)
    assert (night.until - whole.since) == timedelta(days=1, hours=6)
    assert night.parts(Axis.DAY, Figure.MONEY) == (whole.of.first.isoformat(),)
    assert of_sheet(night).total()
    found = of_sheet(night)
    told = by_ledger(manager.database, night.since, night.until, TIME_ZONE)
    for axis in (None, Axis.HOUR, Axis.DESK, Axis.PERSON, Axis.TENDER):
        kept = {key: paise for key, paise in found.items() if key[1] is axis}
        assert kept == {key: paise for key, paise in told.items() if key[1] is axis}


def _shifts(shop: Shop) -> None:
    """A shift's sheet is what its slip says."""
    manager = shop.at("D1", "90")
    with manager.database.read() as session:
        closed = session.execute(select(shift.c.id).where(shift.c.closed_at.is_not(None))).scalars().all()
    for shift_id in closed:
        figures = manager.services.read_shift(ShiftId(shift_id), actor=manager.actor)
        sheet = manager.services.read_day_sheet(
            SheetOf(shop.today(), shop.today(), shift_id=ShiftId(shift_id)), actor=manager.actor
        )
        taken: Counter[str] = Counter()
        back: Counter[str] = Counter()
        for part in figures.days:
            taken.update({str(tender): paise for tender, paise in part.taken.items()})
            back.update({str(tender): paise for tender, paise in part.given_back.items()})
        tenders = sheet.parts(Axis.TENDER, Figure.TAKEN, Figure.PUT_RIGHT, Figure.BILLS, Figure.GIVEN_BACK)
        here = Counter(
            {
                tender: sum(
                    sheet.paise(figure, Axis.TENDER, tender)
                    for figure in (Figure.TAKEN, Figure.PUT_RIGHT, Figure.BILLS)
                )
                for tender in tenders
            }
        )
        assert +here == +taken
        assert (
            +Counter({tender: sheet.paise(Figure.GIVEN_BACK, Axis.TENDER, tender) for tender in tenders})
            == +back
        )
        for figure, paise in (
            (Figure.TOP_UPS, sum(part.topped_up_paise for part in figures.days)),
            (Figure.TOP_UPS_BACK, sum(part.top_ups_reversed_paise for part in figures.days)),
            (Figure.CASH_IN, sum(part.cash_in_paise for part in figures.days)),
            (Figure.DROPPED, sum(part.dropped_paise for part in figures.days)),
            (Figure.PAID_OUT, sum(part.paid_out_paise for part in figures.days)),
        ):
            assert sheet.paise(figure) == paise, figure
        assert sheet.desk
