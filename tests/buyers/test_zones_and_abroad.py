"""What goes into a special economic zone leaves the State, whatever it is; a foreigner buys as anybody."""

import pytest
from sqlalchemy import update

from db.schema import offering, slot, unit
from db.states import BuyerKind
from desktop.services.domain.people import NOT_TOLD, Customer
from desktop.services.errors import QuoteOutdated
from tests.actors import actor_of
from tests.buyers.buyers_at_hand import KARNATAKA, MAHARASHTRA, save
from tests.counter import Counter

IN_ZONE = (BuyerKind.SEZ, BuyerKind.SEZ_UNDER_LUT)


def cost(counter: Counter, paise: int) -> None:
    """Let everything of the sample cost so much."""
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(slot).values(price_paise=paise))
        session.execute(update(unit).values(supplement_paise=0))


def zone(counter: Counter, kind: BuyerKind, number: str = MAHARASHTRA) -> Customer:
    return save(counter, counter.customer(), number, kind=kind)


@pytest.mark.parametrize(("paise", "igst"), [(9_000_00, 1_620_00), (4_600_00, 230_00)])
def test_a_room_in_the_own_state_for_a_zone_bears_the_other_levy(
    any_counter: Counter, paise: int, igst: int
) -> None:
    cost(any_counter, paise)
    buyer = zone(any_counter, BuyerKind.SEZ)
    (line,) = any_counter.quote(any_counter.item("DLX"), customer=buyer).lines
    assert (line.cgst_paise, line.sgst_paise, line.igst_paise) == (0, 0, igst)
    assert (line.total_paise, line.place_state) == (paise + igst, "27")


def test_under_a_letter_of_undertaking_nothing_is_taxed_and_it_is_said_what_would_be(
    counter: Counter,
) -> None:
    cost(counter, 9_000_00)
    buyer = zone(counter, BuyerKind.SEZ_UNDER_LUT)
    quote = counter.quote(counter.item("DLX"), counter.item("GOA21"), counter.item("HERI"), customer=buyer)
    assert {line.tax_paise for line in quote.lines} == {line.tax_rate_bp for line in quote.lines} == {0}
    assert all(line.tax_class and line.place_state and line.sac for line in quote.lines)
    hold = counter.hold(quote, buyer)
    counter.pay(hold)
    assert counter.booking(hold).buyer_kind is BuyerKind.SEZ_UNDER_LUT
    assert counter.faults() == []


def test_a_fare_with_its_tax_inside_stays_what_is_paid(counter: Counter) -> None:
    cost(counter, 1_500_00)
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(offering).where(offering.c.code == "GOA21").values(price_with_tax=True))
    for kind, value, igst in ((BuyerKind.SEZ, 1_428_57, 71_43), (BuyerKind.SEZ_UNDER_LUT, 1_500_00, 0)):
        (line,) = counter.quote(counter.item("GOA21"), customer=zone(counter, kind)).lines
        assert (line.base_paise, line.igst_paise, line.total_paise) == (value, igst, 1_500_00)


@pytest.mark.parametrize("kind", IN_ZONE)
def test_a_quote_for_anybody_is_not_held_for_a_zone_not_even_a_room(
    any_counter: Counter, kind: BuyerKind
) -> None:
    quote = any_counter.quote(any_counter.item("DLX"))
    with pytest.raises(QuoteOutdated):
        any_counter.hold(quote, zone(any_counter, kind))


def test_a_quote_for_a_zone_is_not_held_for_anybody_else(counter: Counter) -> None:
    buyer = zone(counter, BuyerKind.SEZ)
    quote = counter.quote(counter.item("DLX"), customer=buyer)
    save(counter, buyer, MAHARASHTRA)
    with pytest.raises(QuoteOutdated):
        counter.hold(quote, buyer)


def test_what_was_held_for_a_zone_stays_so_whatever_is_written_down_later(counter: Counter) -> None:
    buyer = zone(counter, BuyerKind.SEZ)
    hold = counter.hold(counter.quote(counter.item("DLX"), customer=buyer), buyer)
    save(counter, buyer, KARNATAKA, billing=NOT_TOLD)
    held = counter.booking(hold)
    assert (held.buyer_gstin, held.buyer_kind) == (MAHARASHTRA, BuyerKind.SEZ)
    assert held.customer.buyer.gstin == KARNATAKA


def test_a_foreigner_pays_as_anybody_and_tours_are_where_they_are_made(counter: Counter) -> None:
    abroad = save(counter, counter.customer(), "", "96", kind=BuyerKind.FOREIGNER)
    items = [counter.item(code) for code in ("DLX", "GOA21", "HERI")]
    quote = counter.quote(*items, customer=abroad)
    assert [line.place_state for line in quote.lines] == ["27", "27", "27"]
    assert quote.total_paise == counter.quote(*items).total_paise
    resident = save(counter, abroad, "", "29", kind=BuyerKind.FOREIGNER)
    assert [line.place_state for line in counter.quote(*items, customer=resident).lines] == ["27", "27", "29"]
