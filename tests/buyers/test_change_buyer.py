"""A GSTIN that comes after the hold: the levies are made anew by the rules of the quote, before any money."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from db.ids import BookingId
from db.schema import offering, slot, tax_rate, unit
from db.states import BookingState, BuyerKind
from desktop.services.buyer_errors import BuyerFixed
from desktop.services.correcting_errors import OtherThanShown
from desktop.services.customers.change_buyer import ChangeBuyer, PreviewBuyerChange
from desktop.services.domain.booking import Hold
from desktop.services.domain.buyer_change import BuyerChange
from desktop.services.errors import HoldExpired, NotFound, WrongState
from tests.actors import actor_of
from tests.buyers.buyers_at_hand import KARNATAKA, MAHARASHTRA, save
from tests.conftest import SteppedClock
from tests.counter import Counter


def seat(counter: Counter, paise: int = 1_455_30) -> Hold:
    """Hold the seat of vector 12."""
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(slot).values(price_paise=paise))
        session.execute(update(unit).values(supplement_paise=0))
    return counter.hold(counter.quote(counter.item("GOA21")))


def preview(counter: Counter, hold: Hold) -> BuyerChange:
    found = PreviewBuyerChange(counter.database)(hold.booking_id)
    assert found is not None
    return found


def change(counter: Counter, hold: Hold, shown_paise: int | None = None) -> BuyerChange:
    shown = preview(counter, hold).total_paise if shown_paise is None else shown_paise
    return ChangeBuyer(counter.database, counter.publish)(hold.booking_id, shown, actor=counter.actor)


def test_the_tax_becomes_one_levy_and_the_total_one_paisa_more(any_counter: Counter) -> None:
    hold = seat(any_counter)
    save(any_counter, any_counter.customer(), KARNATAKA)
    shown = preview(any_counter, hold)
    assert (shown.old_total_paise, shown.total_paise, shown.more_paise) == (1_528_06, 1_528_07, 1)
    change(any_counter, hold)
    held = any_counter.booking(hold)
    (line,) = held.lines
    assert (line.igst_paise, line.cgst_paise, line.place_state, line.total_paise) == (
        72_77,
        0,
        "29",
        1_528_07,
    )
    assert (held.buyer_gstin, held.total_paise, held.expires_at) == (KARNATAKA, 1_528_07, hold.expires_at)
    assert [tag for tag, _ in any_counter.told()][-1] == "BUYER_CHANGED"
    any_counter.pay(replace(hold, total_paise=1_528_07))
    assert any_counter.faults() == []


def test_asked_for_twice_it_changes_nothing_more_and_back_again_it_is_as_before(counter: Counter) -> None:
    hold = seat(counter)
    before = counter.booking(hold)
    buyer = save(counter, counter.customer(), KARNATAKA)
    change(counter, hold)
    rows = counter.rows()
    assert change(counter, hold, 1_528_07).more_paise == 0
    assert counter.rows() == rows
    assert PreviewBuyerChange(counter.database)(hold.booking_id) is None
    save(counter, buyer)
    change(counter, hold)
    after = counter.booking(hold)
    assert (after.lines, after.total_paise, after.buyer_gstin) == (before.lines, before.total_paise, "")


def test_the_own_state_changes_no_paisa_but_who_buys(counter: Counter) -> None:
    hold = seat(counter)
    save(counter, counter.customer(), MAHARASHTRA)
    assert preview(counter, hold).more_paise == 0
    change(counter, hold)
    assert counter.booking(hold).buyer_gstin == MAHARASHTRA


@pytest.mark.parametrize(("kind", "igst"), [(BuyerKind.SEZ, True), (BuyerKind.SEZ_UNDER_LUT, False)])
def test_a_zone_changes_rooms_too_and_leaving_it_brings_the_rates_back(
    counter: Counter, kind: BuyerKind, igst: bool
) -> None:
    basket = counter.item("DLX"), counter.item("GOA21"), counter.item("HERI")
    hold = counter.hold(counter.quote(*basket, promo="UTSAV10"))
    before = counter.booking(hold)
    buyer = save(counter, counter.customer(), MAHARASHTRA, kind=kind)
    change(counter, hold)
    zoned = counter.booking(hold)
    assert [bool(line.igst_paise) for line in zoned.lines] == [igst] * 3
    assert sum(line.cgst_paise for line in zoned.lines) == 0
    assert (zoned.discount_paise, zoned.promo_code) == (before.discount_paise, "UTSAV10")
    assert counter.faults() == []
    save(counter, buyer)
    change(counter, hold)
    assert counter.booking(hold).lines == before.lines


def test_the_rules_are_those_of_the_quote_whatever_was_imported_since(counter: Counter) -> None:
    hold = seat(counter)
    save(counter, counter.customer(), KARNATAKA)
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(tax_rate).values(rate_bp=2_800))
        session.execute(update(offering).values(price_with_tax=True))
    assert preview(counter, hold).total_paise == 1_528_07


def test_a_fare_with_its_tax_inside_stays_what_is_paid(counter: Counter) -> None:
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(offering).where(offering.c.code == "GOA21").values(price_with_tax=True))
    hold = seat(counter, 1_500_00)
    save(counter, counter.customer(), KARNATAKA)
    change(counter, hold)
    (line,) = counter.booking(hold).lines
    assert (line.base_paise, line.igst_paise, line.total_paise) == (1_428_57, 71_43, 1_500_00)
    assert counter.faults() == []


def test_a_state_that_comes_after_the_hold_moves_the_tour(counter: Counter) -> None:
    hold = counter.hold(counter.quote(counter.item("DLX"), counter.item("HERI")))
    save(counter, counter.customer(), "", "29")
    change(counter, hold)
    assert [line.place_state for line in counter.booking(hold).lines] == ["27", "29"]


def test_after_money_was_taken_it_is_refused_and_nothing_is_offered(any_counter: Counter) -> None:
    paid, part = seat(any_counter), any_counter.hold(any_counter.quote(any_counter.item("DLX")))
    any_counter.pay(paid)
    any_counter.pay(part, cash_paise=100_00)
    save(any_counter, any_counter.customer(), KARNATAKA)
    for hold in (paid, part):
        assert PreviewBuyerChange(any_counter.database)(hold.booking_id) is None
        with pytest.raises(BuyerFixed):
            change(any_counter, hold, hold.total_paise)


def test_what_is_over_is_refused(counter: Counter, clock: SteppedClock) -> None:
    hold = seat(counter)
    save(counter, counter.customer(), KARNATAKA)
    clock.advance(600)
    with pytest.raises(HoldExpired):
        change(counter, hold, 1_528_07)
    counter.sweep()
    with pytest.raises(WrongState):
        change(counter, hold, 1_528_07)
    assert counter.booking(hold).state is BookingState.EXPIRED


def test_another_total_than_was_shown_is_refused(any_counter: Counter) -> None:
    hold = seat(any_counter)
    save(any_counter, any_counter.customer(), KARNATAKA)
    before = any_counter.rows()
    with pytest.raises(OtherThanShown):
        change(any_counter, hold, 1_528_06)
    assert any_counter.rows() == before


def test_what_is_no_booking_is_said(counter: Counter) -> None:
    with pytest.raises(NotFound):
        ChangeBuyer(counter.database, counter.publish)(BookingId("none"), 0, actor=counter.actor)
