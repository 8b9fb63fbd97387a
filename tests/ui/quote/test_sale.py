"""The state of the sale on the screen, without a window: what each change keeps and what it forgets."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from db.catalogue_words import Gender
from db.ids import OfferingId, UnitId
from desktop.services.domain.quote import Guest
from desktop.services.errors import DatabaseLost
from desktop.ui.quote.sale.choice import Choice, with_offering
from desktop.ui.quote.sale.sale import HoldWish, Price, Priced, Sale, Stock
from tests.ui.quote.small_catalogue import CATALOGUE
from tests.ui.quote.small_desk import TODAY, SmallDesk
from tests.ui.sample_services import CLERK

DLX, GOA21, *_ = CATALOGUE


def looked_at(desk: SmallDesk) -> Sale:
    """A room is looked for, and its stock has come."""
    sale = Sale(offerings=CATALOGUE, looking=True)
    sale = sale.searched(replace(with_offering(Choice(), DLX), first_day=TODAY))
    stock = desk.find_availability(OfferingId("dlx"), TODAY, TODAY + timedelta(days=1), 1)
    return sale.with_stock(Stock(sale.choice, stock, (), stock))[0]


def priced(sale: Sale, desk: SmallDesk) -> Sale:
    """The price that is wanted has come."""
    sale = sale.repriced()
    request = sale.price.wanted
    assert request is not None
    return replace(sale, price=Price(request, Priced(request, desk.make_quote(request, actor=CLERK), None)))


def test_stock_that_came_is_proposed_and_wants_a_price() -> None:
    sale = looked_at(SmallDesk())
    assert sale.choice.unit_ids == ("dlx-101",)
    assert sale.unit_names[UnitId("dlx-101")] == "101"
    assert not sale.looking
    assert not sale.price.pending
    assert sale.repriced().price.pending


def test_another_offering_forgets_stock_and_units_another_day_only_the_units() -> None:
    sale = looked_at(SmallDesk())
    later = sale.searched(replace(sale.choice, first_day=TODAY + timedelta(days=3)))
    assert (later.stock, later.choice.unit_ids) == (sale.stock, ())
    bus = sale.searched(with_offering(sale.choice, GOA21))
    assert (bus.stock, bus.calendar, bus.choice.unit_ids) == (None, None, ())


def test_the_last_price_stays_while_another_is_on_its_way() -> None:
    desk = SmallDesk()
    before = priced(looked_at(desk), desk)
    assert before.repriced() is before
    after = replace(before, promo_code="STAY15").repriced()
    assert after.price.pending
    assert after.price.current is before.price.current
    refused = replace(after.price, refusal=DatabaseLost(busy=True))
    assert refused.refused
    assert refused.current is before.price.current


def test_a_ladies_seat_without_a_word_about_its_guest_has_no_price() -> None:
    desk = SmallDesk()
    stock = desk.find_availability(OfferingId("goa21"), TODAY, TODAY, 1)
    ladies = next(cell.unit.id for cell in stock.cells if cell.unit.ladies_only)
    choice = replace(with_offering(Choice(first_day=TODAY), GOA21), unit_ids=(ladies,), by_hand=True)
    sale = Sale(stock=stock, choice=choice).repriced()
    assert (sale.seat_without_woman(), sale.request()) == (0, None)
    assert (sale.price.refused, sale.price.pending) == (True, False)
    told = replace(sale, choice=replace(choice, guests=(Guest(gender=Gender.FEMALE),))).repriced()
    assert (told.price.refused, told.price.pending) == (False, True)


def test_what_is_chosen_goes_with_the_hold_that_waits_but_not_with_one_under_way() -> None:
    sale = replace(looked_at(SmallDesk()), hold_waits=HoldWish("98765", ""), hold_runs=HoldWish("12345", ""))
    cleared = sale.without_choice(Choice())
    assert (cleared.hold_waits, cleared.hold_runs) == (None, sale.hold_runs)
    assert cleared.busy
    assert cleared.repriced().price == Price()
