"""A booking's price and its policy are those of its quote, whatever is edited during its hold."""

import json
from dataclasses import fields
from typing import Any

from sqlalchemy import insert, select, update

from db.keys import new_key
from db.schema import fee_rule, policy, promo, slot, tax_rate, unit
from desktop.services.domain.booking import Booking
from desktop.services.domain.quote import QuoteLine
from tests.actors import actor_of
from tests.counter import Counter


def as_quoted(booking: Booking) -> tuple[QuoteLine, ...]:
    """Return a booking's lines without what may happen to them later."""
    names = [field.name for field in fields(QuoteLine)]
    return tuple(QuoteLine(**{name: getattr(line, name) for name in names}) for line in booking.lines)


def edit_everything(counter: Counter) -> None:
    """Edit the rows in place and add newer ones: prices, taxes, fees, promos and policies."""
    never = json.dumps([{"hours_before": 0, "refund_bp": 0}])
    with counter.database.write(actor_of(counter.database)) as session:
        session.execute(update(slot).values(price_paise=slot.c.price_paise * 3))
        session.execute(update(unit).values(supplement_paise=9_999))
        session.execute(update(tax_rate).values(rate_bp=2_800))
        session.execute(update(promo).values(active=0, cap_paise=1, minimum_paise=99_99_999))
        session.execute(update(policy).values(tiers=never))
        fee = {"id": new_key(), "kind": "room", "rate_bp": 500, "effective_from": counter.day(0)}
        session.execute(insert(fee_rule), fee | {"home": session.home})
        for code in session.execute(select(policy.c.code).distinct()).scalars().all():
            row = {"id": new_key(), "code": code, "name": "never", "effective_from": counter.day(0)}
            session.execute(insert(policy), row | {"tiers": never, "home": session.home})


def test_edits_between_quote_and_hold_change_nothing(counter: Counter) -> None:
    quote = counter.quote(promo="UTSAV10")
    edit_everything(counter)
    hold = counter.hold(quote)
    assert hold.total_paise == quote.total_paise
    assert as_quoted(counter.booking(hold)) == quote.lines


def test_edits_during_the_hold_change_neither_price_nor_refund(any_counter: Counter, clock: Any) -> None:
    counter = any_counter
    basket = (counter.item("DLX", "203", nights=2), counter.item("GOA21", "4A"), counter.item("HERI"))
    quote = counter.quote(*basket, promo="UTSAV10")
    hold = counter.hold(quote)
    held = counter.booking(hold)
    edit_everything(counter)
    clock.advance(300)
    paid = counter.pay(hold)
    booking = counter.booking(hold)
    assert paid.due_paise == 0
    assert as_quoted(booking) == as_quoted(held) == quote.lines
    for name in ("base_paise", "discount_paise", "fee_paise", "tax_paise", "total_paise", "expires_at"):
        assert getattr(booking, name) == getattr(held, name)
    assert counter.plan(hold).refund_paise == quote.total_paise
    assert counter.cancel(hold).refund_paise == quote.total_paise
    assert counter.quote(basket[0]).total_paise > quote.lines[0].total_paise * 2
    assert counter.faults() == []
