"""Which levies a quote freezes: by site, boarding stop and buyer; and none without a registration."""

import pytest
from sqlalchemy import update

from db import quotes
from db.schema import offering, site, slot, stop_point, tax_rate, unit
from desktop.services.customers.save_buyer import SaveBuyer
from desktop.services.domain.gstin import check_character
from desktop.services.domain.people import Customer
from desktop.services.domain.quote import QuoteLine
from desktop.services.errors import BadRequest, QuoteOutdated
from tests.actors import actor_of
from tests.conftest import SteppedClock
from tests.counter import Counter

KARNATAKA = "29AAACB1234C1Z" + check_character("29AAACB1234C1Z")


def levies(line: QuoteLine) -> tuple[int, int, int]:
    return line.cgst_paise, line.sgst_paise, line.igst_paise


def board_in(counter: Counter, state: str) -> None:
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(stop_point).values(state_code=state))


def register(counter: Counter, customer: Customer, gstin: str, state: str = "") -> None:
    SaveBuyer(counter.database)(customer.id, gstin, state, actor=counter.actor)


def test_a_line_freezes_where_it_is_supplied_and_as_what(counter: Counter) -> None:
    hold = counter.hold(counter.quote(counter.item("DLX"), counter.item("GOA21"), counter.item("HERI")))
    lines = counter.booking(hold).lines
    assert [(line.place_state, line.tax_class, line.sac) for line in lines] == [
        ("27", "room", "996311"),
        ("27", "bus_ac", "996422"),
        ("27", "tour_other", "998555"),
    ]
    assert all(line.cgst_paise == line.sgst_paise > 0 == line.igst_paise for line in lines)
    assert counter.faults() == []


def test_a_seat_from_a_stop_in_another_state_bears_one_levy(any_counter: Counter) -> None:
    board_in(any_counter, "30")
    (line,) = any_counter.quote(any_counter.item("GOA21")).lines
    assert (line.place_state, line.cgst_paise, line.sgst_paise) == ("30", 0, 0)
    assert line.igst_paise == line.tax_paise > 0


def test_a_buyer_registered_elsewhere_takes_ride_and_tour_along_but_not_the_room(counter: Counter) -> None:
    buyer = counter.customer()
    register(counter, buyer, KARNATAKA)
    quote = counter.quote(counter.item("DLX"), counter.item("GOA21"), counter.item("HERI"), customer=buyer)
    assert [line.place_state for line in quote.lines] == ["27", "29", "29"]
    held = counter.booking(counter.hold(quote, buyer))
    assert [levies(line) for line in held.lines] == [levies(line) for line in quote.lines]
    assert [bool(line.igst_paise) for line in held.lines] == [False, True, True]


def test_a_tour_is_supplied_where_the_address_on_record_is(counter: Counter) -> None:
    buyer = counter.customer()
    register(counter, buyer, "", "29")
    quote = counter.quote(counter.item("GOA21"), counter.item("HERI"), customer=buyer)
    assert [line.place_state for line in quote.lines] == ["27", "29"]


def test_a_quote_for_nobody_is_not_held_for_who_is_registered_elsewhere(counter: Counter) -> None:
    buyer = counter.customer()
    ride, room = counter.quote(counter.item("GOA21")), counter.quote(counter.item("DLX"))
    register(counter, buyer, KARNATAKA)
    with pytest.raises(QuoteOutdated):
        counter.hold(ride, buyer)
    assert counter.hold(room, buyer).total_paise == room.total_paise


@pytest.mark.parametrize("code", ["DLX", "GOA21", "HERI"])
def test_where_nobody_is_registered_there_is_no_tax_and_no_word_of_it(counter: Counter, code: str) -> None:
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(site).values(registration="NONE"))
    (line,) = counter.quote(counter.item(code)).lines
    assert (line.tax_paise, line.tax_rate_bp, line.total_paise) == (0, 0, line.base_paise)
    assert (line.place_state, line.tax_class, line.sac) == ("", "", "")


def test_a_service_that_nobody_is_registered_for_has_no_tax_beside_a_room_that_has(counter: Counter) -> None:
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(offering).where(offering.c.code == "GOA21").values(registration="NONE"))
    ride, room = counter.quote(counter.item("GOA21"), counter.item("DLX")).lines
    assert (ride.tax_paise, ride.place_state, ride.tax_class) == (0, "", "")
    assert room.tax_paise > 0


def test_a_rate_that_an_import_changes_after_the_hold_changes_nothing_held(
    counter: Counter, clock: SteppedClock
) -> None:
    quote = counter.quote(counter.item("GOA21"))
    hold = counter.hold(quote)
    late = counter.quote(counter.item("GOA21", ahead=6))
    clock.advance(1)
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(tax_rate).values(rate_bp=2_800))
        quotes.overtake(session)
    (line,) = counter.booking(hold).lines
    assert levies(line) == levies(quote.lines[0])
    counter.pay(hold)
    with pytest.raises(QuoteOutdated):
        counter.hold(late, counter.customer(mobile="9876500000"))
    assert counter.quote(counter.item("GOA21", ahead=6)).lines[0].tax_rate_bp == 2_800
    assert counter.faults() == []


def test_a_fare_with_its_tax_inside_is_what_the_customer_pays(any_counter: Counter) -> None:
    with any_counter.database.write(actor_of(any_counter.database)) as session:
        session.execute(update(offering).where(offering.c.code == "GOA21").values(price_with_tax=True))
        session.execute(update(slot).values(price_paise=1_500_00))
        session.execute(update(unit).values(supplement_paise=0))
    hold = any_counter.hold(any_counter.quote(any_counter.item("GOA21")))
    (line,) = any_counter.booking(hold).lines
    assert (line.base_paise, *levies(line), line.total_paise) == (1_428_58, 35_71, 35_71, 0, 1_500_00)
    any_counter.pay(hold)
    assert any_counter.faults() == []


@pytest.mark.parametrize(
    ("gstin", "reason"), [("29AAACB1234C1Z0", "not_a_number"), ("27AAAAA0000A1Z2", "our_own")]
)
def test_a_wrong_gstin_and_our_own_are_refused(counter: Counter, gstin: str, reason: str) -> None:
    with pytest.raises(BadRequest) as refusal:
        register(counter, counter.customer(), gstin)
    assert refusal.value.reason == reason
