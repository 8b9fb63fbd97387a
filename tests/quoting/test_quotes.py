"""A quote is stored with the rules that made it, and says what the receipt will say."""

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from db.catalogue_words import Gender
from db.keys import new_key
from db.schema import promo, quote, slot, tax_rate
from desktop.services.domain.promo import PromoReason, PromoRefused
from desktop.services.domain.quote import Guest
from tests.actors import actor_of
from tests.counter import Counter


def price_of(counter: Counter, code: str, ahead: int, price_paise: int) -> None:
    with counter.database.write(actor_of(counter.database)) as session:
        nights = update(slot).where(slot.c.offering_id == counter.offering(code).id)
        session.execute(nights.where(slot.c.day == counter.day(ahead)).values(price_paise=price_paise))


def test_each_night_of_a_stay_is_taxed_by_its_own_price(any_counter: Counter) -> None:
    for ahead, price_paise in enumerate((7_499_00, 7_500_00, 7_501_00), start=5):
        price_of(any_counter, "DLX", ahead, price_paise)
    found = any_counter.quote(any_counter.item("DLX", "203", nights=3, meal_plan="RO"))
    assert [line.tax_rate_bp for line in found.lines] == [500, 500, 1_800]
    assert found.total_paise == 7_873_96 + 7_875_00 + 8_851_18
    assert found.title == "Deluxe 203, 28 Nov-1 Dec"


def test_a_flat_rule_of_18_percent_with_a_wallet(counter: Counter) -> None:
    price_of(counter, "DLX", 5, 2_000_00)
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(tax_rate).values(rate_bp=1_800))
    found = counter.quote(counter.item("DLX", "203", meal_plan="RO"), customer=counter.customer(1_000_00))
    assert found.total_paise == 2_360_00
    assert found.payment.wallet_applied_paise == 1_000_00
    assert found.payment.gateway_payable_paise == 1_360_00


def test_meals_windows_and_berths_cost_what_the_rows_say(counter: Counter) -> None:
    plain = counter.quote(counter.item("DLX", "203", meal_plan="RO")).base_paise
    assert counter.quote(counter.item("DLX", "203", meal_plan="MAP")).base_paise == plain + 1_300_00
    inside = counter.quote(counter.item("GOA21", "4B")).base_paise
    assert counter.quote(counter.item("GOA21", "4A")).base_paise == inside + 50_00


def test_a_basket_mixes_kinds_in_one_quote(any_counter: Counter) -> None:
    found = any_counter.quote(
        any_counter.item("DLX", "203", nights=2, guests=(Guest("Asha Rao", Gender.FEMALE, 2, 1),)),
        any_counter.item("GOA21", "4A", "4B", boarding="Swargate"),
        any_counter.item("HERI"),
    )
    assert [line.kind.value for line in found.lines] == ["room", "room", "bus", "bus", "tour"]
    assert found.total_paise == sum(line.total_paise for line in found.lines)
    assert found.title.startswith("Deluxe 203, 28-30 Nov; Pune-Goa 21:30 28 Nov 4A 4B; Old Pune")
    assert (found.lines[0].guest_name, found.lines[0].adults, found.lines[0].children) == ("Asha Rao", 2, 1)
    assert found.lines[2].details.startswith("Swargate - ")


def test_the_stored_quote_has_the_rules_that_made_it(counter: Counter) -> None:
    found = counter.quote(promo="utsav10 ")
    with counter.database.read() as session:
        row = session.execute(select(quote).where(quote.c.id == found.id)).one()
    content = json.loads(row.content)
    assert row.total_paise == found.total_paise
    assert content["rules"]["promo"]["code"] == "UTSAV10"
    assert {rule["rate_bp"] for rule in content["rules"]["taxes"]} >= {500, 1_800}
    assert sum(line["total_paise"] for line in content["lines"]) == found.total_paise


def test_a_quote_takes_no_stock_and_no_use(counter: Counter) -> None:
    before = counter.free("DLX")
    counter.quote(promo="HOUSE")
    with counter.database.read() as session:
        assert session.execute(select(promo.c.uses).where(promo.c.code == "HOUSE")).scalar() == 0
    assert counter.free("DLX") == before


def test_a_rule_of_tomorrow_is_not_used_today(counter: Counter) -> None:
    before = counter.quote().total_paise
    with counter.database.write(actor_of(counter.database)) as session:
        row = {"id": new_key(), "tax_class": "room", "over_paise": -1, "rate_bp": 2_800, "home": session.home}
        session.execute(insert(tax_rate), row | {"valid_from": counter.day(1)})
    assert counter.quote().total_paise == before
    with counter.database.write(actor_of(counter.database)) as session:
        tomorrow = tax_rate.c.valid_from == counter.day(1)
        session.execute(update(tax_rate).where(tomorrow).values(valid_from=counter.day(0)))
    assert counter.quote().total_paise > before


def add_promo(counter: Counter, code: str, **values: object) -> None:
    start = counter.now() - timedelta(days=1)
    row = {"id": new_key(), "code": code, "kind": "any", "discount": "percent", "value_bp": 1_000}
    window: dict[str, object] = {"starts_at": start, "ends_at": start + timedelta(days=9)}
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(insert(promo), row | window | {"home": session.home} | values)


def refused(counter: Counter, code: str) -> PromoReason:
    with pytest.raises(PromoRefused) as refusal:
        counter.quote(promo=code)
    return refusal.value.reason


def test_each_refusal_of_a_promo_has_its_own_reason(counter: Counter) -> None:
    later: datetime = counter.now() + timedelta(days=1)
    add_promo(counter, "OFF", active=0)
    add_promo(counter, "SOON", starts_at=later)
    add_promo(counter, "LOTS", minimum_paise=1_00_000_00)
    add_promo(counter, "GONE", uses_max=3, uses=3)
    before = counter.rows()
    assert refused(counter, "  ") is PromoReason.BLANK
    assert refused(counter, "NOSUCH") is PromoReason.UNKNOWN
    assert refused(counter, "off") is PromoReason.INACTIVE
    assert refused(counter, "SOON") is PromoReason.NOT_YET
    assert refused(counter, "MONSOON") is PromoReason.OVER
    assert refused(counter, "BUS50") is PromoReason.WRONG_KIND
    assert refused(counter, "LOTS") is PromoReason.BELOW_MINIMUM
    assert refused(counter, "GONE") is PromoReason.USED_UP
    assert counter.rows() == before


def test_a_customer_who_has_used_a_promo_is_told_so(counter: Counter) -> None:
    customer = counter.customer()
    counter.hold(counter.quote(promo="NAMASTE", customer=customer), customer)
    with pytest.raises(PromoRefused) as refusal:
        counter.quote(counter.item("DLX", "205"), promo="NAMASTE", customer=customer)
    assert refusal.value.reason is PromoReason.USED_UP_BY_CUSTOMER
    other = counter.customer(mobile="9876543211")
    assert counter.quote(counter.item("DLX", "205"), promo="NAMASTE", customer=other).discount_paise == 200_00


def test_the_day_of_a_sale_is_the_sites_and_not_utcs(counter: Counter, clock: Any) -> None:
    assert counter.day(0) == date(2026, 11, 23)
    clock.advance(15 * 3_600)
    assert counter.day(0) == date(2026, 11, 24)
    assert counter.quote(counter.item("DLX", "203", ahead=0)).lines[0].day == date(2026, 11, 24)
