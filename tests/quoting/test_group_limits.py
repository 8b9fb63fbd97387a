"""How many places of one tour date are sold together counts over the whole basket."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import insert, select

from db.ids import RequestKey, UnitId
from db.keys import new_key
from db.schema import journal, quote, unit
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.quote import BasketItem, Quote, QuoteRequest
from desktop.services.errors import BadRequest, NotPermitted
from desktop.services.holding.place_hold import PlaceHold
from desktop.services.quoting.make_quote import MakeQuote
from tests.counter import Counter
from tests.staff import keep_staff

SATURDAY, SUNDAY = 5, 6


def places(counter: Counter, first: int, last: int, *, ahead: int = SATURDAY) -> BasketItem:
    """So many places of the sunrise trek, which takes at most 8 together."""
    names = [str(place) for place in range(first, last + 1)]
    with counter.database.read() as session:
        rows = session.execute(select(unit).where(unit.c.offering_id == counter.offering("SINH").id)).all()
    ids = {row.name: UnitId(row.id) for row in rows}
    return replace(counter.item("SINH", ahead=ahead), unit_ids=tuple(ids[name] for name in names))


def ask(counter: Counter, *items: BasketItem, beyond: bool) -> Quote:
    """Quote a basket, or a group beyond the limits on purpose."""
    request = QuoteRequest(items, beyond_group_limits=beyond)
    return MakeQuote(counter.database)(request, actor=counter.actor)


def test_a_tour_of_eight_is_not_sold_to_sixteen_in_two_lines(counter: Counter) -> None:
    before = counter.rows()
    with pytest.raises(BadRequest) as refused:
        counter.quote(places(counter, 1, 8), places(counter, 9, 16))
    assert (refused.value.reason, refused.value.most) == ("group_too_large", 8)
    assert counter.rows() == before


def test_nine_are_refused_where_eight_are_sold(counter: Counter) -> None:
    assert len(counter.quote(places(counter, 1, 8)).lines) == 8
    with pytest.raises(BadRequest, match="group_too_large"):
        counter.quote(places(counter, 1, 9))


def test_two_days_are_two_groups(counter: Counter) -> None:
    found = counter.quote(places(counter, 1, 8), places(counter, 1, 8, ahead=SUNDAY))
    assert (len(found.lines), found.beyond_group_limits) == (16, False)


def test_one_place_in_each_of_two_lines_is_a_group_of_two(counter: Counter) -> None:
    one = counter.item("KAAS", ahead=SATURDAY)
    others = counter.look("KAAS", SATURDAY, wanted=2).suggested_unit_ids
    with pytest.raises(BadRequest) as refused:
        counter.quote(one)
    assert (refused.value.reason, refused.value.least) == ("group_too_small", 2)
    assert len(counter.quote(*(replace(one, unit_ids=(place,)) for place in others)).lines) == 2


def test_the_same_place_in_two_lines_is_refused(counter: Counter) -> None:
    with pytest.raises(BadRequest) as refused:
        counter.quote(places(counter, 1, 2), places(counter, 2, 3))
    assert (refused.value.field, refused.value.reason) == ("units", "twice")


def test_a_school_of_forty_is_sold_on_purpose_and_the_books_tell_it(any_counter: Counter) -> None:
    counter = any_counter
    trek = counter.offering("SINH").id
    with counter.database.write(counter.actor) as session:
        row = session.execute(select(unit).where(unit.c.offering_id == trek)).mappings().first()
        assert row is not None
        more = [{**row, "id": new_key(), "name": str(n), "rank": n} for n in range(21, 41)]
        session.execute(insert(unit), more)
    found = ask(counter, places(counter, 1, 30), places(counter, 31, 40), beyond=True)
    assert found.beyond_group_limits
    hold = counter.hold(found)
    counter.pay(hold)
    assert len(counter.booking(hold).live_lines) == 40
    assert counter.booking(hold).title == "Sinhagad sunrise trek 28 Nov x40"
    with counter.database.read() as session:
        stored = session.execute(select(quote.c.content).where(quote.c.id == found.id)).scalar_one()
        reserved = session.execute(select(journal.c.content).where(journal.c.tag == "BOOKING_RESERVED"))
        assert json.loads(stored)["beyond_group_limits"] is True
        assert json.loads(reserved.scalar_one())["beyond_group_limits"] is True
    assert counter.faults() == []


def test_a_flag_that_passes_nothing_is_not_written_down(counter: Counter) -> None:
    assert not ask(counter, places(counter, 1, 8), beyond=True).beyond_group_limits


def test_who_may_not_does_not_hold_beyond_the_limits(counter: Counter) -> None:
    clerk, who = keep_staff(counter.database).clerk, counter.customer()
    make, hold = MakeQuote(counter.database), PlaceHold(counter.database, counter.publish)
    within = make(QuoteRequest((places(counter, 1, 8),), beyond_group_limits=True), actor=clerk)
    beyond = make(QuoteRequest((places(counter, 9, 17),), beyond_group_limits=True), actor=clerk)
    assert hold(within.id, who.id, RequestKey("within"), actor=clerk).total_paise == within.total_paise
    before = counter.rows()
    with pytest.raises(NotPermitted) as refused:
        hold(beyond.id, who.id, RequestKey("beyond"), actor=clerk)
    assert refused.value.act is ManagerAct.PASS_GROUP_LIMITS
    assert refused.value.amount_paise == beyond.total_paise
    assert counter.rows() == before
