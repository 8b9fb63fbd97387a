"""Every act that needs permission, below the screen: no yes, a yes for something else, its own yes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from db import approvals, people
from db.actor import Actor
from db.ids import QuoteId, RequestKey, TopUpId
from db.schema import policy
from db.states import Role, Tender
from desktop.services.cancelling.cancel_booking import CancelBooking
from desktop.services.cancelling.preview_cancellation import PreviewCancellation
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.customers.list_top_ups import ListTopUps
from desktop.services.customers.reverse_top_up import ReverseTopUp
from desktop.services.domain.booking import Hold
from desktop.services.domain.counter_acts import CounterActKind
from desktop.services.domain.permission import Allowed, ManagerAct
from desktop.services.domain.promo import PromoReason, PromoRefused
from desktop.services.domain.quote import QuoteRequest
from desktop.services.errors import BadRequest, NotPermitted
from desktop.services.holding.complete_bookings import CompleteBookings
from desktop.services.holding.place_hold import PlaceHold
from desktop.services.paying.correct_tender import CorrectTender
from desktop.services.quoting.give_discount import GiveDiscount
from desktop.services.quoting.make_quote import MakeQuote
from desktop.services.reviewing.list_counter_acts import ListCounterActs
from desktop.services.staff.approve import Approve
from desktop.services.staff.set_limit import SetLimit
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter
from tests.people.further_acts import FURTHER, Case
from tests.quoting.test_group_limits import places
from tests.staff import MANAGER_PIN, Staff, keep_staff, open_next_shift

DAY = 86_400
ROOT = Path(__file__).resolve().parents[2]


def sold(counter: Counter, ahead: int = 5) -> Hold:
    hold = counter.hold(counter.quote(counter.item("DLX", ahead=ahead)))
    counter.pay(hold)
    return hold


def cancel(counter: Counter, hold: Hold, key: str, **terms: Any) -> Callable[[Actor], object]:
    """Return the act that carries out the plan of these terms, as it is shown now."""
    plan = PreviewCancellation(counter.database)(hold.booking_id, **terms)
    act = CancelBooking(counter.database, FACTS, counter.publish)
    return lambda actor: act(
        hold.booking_id, "plans changed", plan, frozenset(), RequestKey(key), actor=actor, note="a regular"
    )


def waiver(counter: Counter, clock: SteppedClock) -> Case:
    with counter.database.write(counter.actor) as session:
        session.execute(update(policy).values(tiers='[{"hours_before": 0, "refund_bp": 5000}]'))
    hold = sold(counter)
    by_policy = counter.plan(hold)
    all_of_it = by_policy.paid_paise
    assert by_policy.refund_paise < all_of_it
    return Case(
        ManagerAct.WAIVE_FEE,
        cancel(counter, hold, "w", back_paise=all_of_it),
        cancel(counter, hold, "w", back_paise=all_of_it - 100),
    )


def after_completion(counter: Counter, clock: SteppedClock) -> Case:
    hold = sold(counter, ahead=1)
    clock.advance(3 * DAY)
    assert CompleteBookings(counter.database, counter.publish)(actor=counter.actor) == 1
    return Case(
        ManagerAct.REFUND_COMPLETED,
        cancel(counter, hold, "c", back_paise=50_000),
        cancel(counter, hold, "c", back_paise=40_000),
    )


def limit(counter: Counter, act: ManagerAct) -> None:
    with counter.database.write(counter.actor) as session:
        people.put_permission(session, Role.CLERK, act, is_allowed=True, most_paise=1_00, most_percent=None)


def void(counter: Counter, clock: SteppedClock) -> Case:
    limit(counter, ManagerAct.VOID_SALE)
    return Case(
        ManagerAct.VOID_SALE,
        cancel(counter, sold(counter), "v", void=True),
        cancel(counter, sold(counter, 6), "v", void=True),
    )


def void_too_late(counter: Counter, clock: SteppedClock) -> Case:
    one, two = sold(counter), sold(counter, 6)
    clock.advance(3_600)
    return Case(
        ManagerAct.REVERSE_OF_OTHER_SHIFT,
        cancel(counter, one, "v", void=True, outside=True),
        cancel(counter, two, "v", void=True, outside=True),
    )


def top_up(counter: Counter, clock: SteppedClock) -> Case:
    limit(counter, ManagerAct.REVERSE_TOP_UP)
    acts = []
    for mobile in ("9876543210", "9876543211"):
        customer = counter.customer(wallet_paise=500_00, mobile=mobile)
        (row,) = ListTopUps(counter.database)(customer.id)
        acts.append(_take_back(counter, row.id))
    return Case(ManagerAct.REVERSE_TOP_UP, acts[0], acts[1])


def _take_back(counter: Counter, top_up_id: TopUpId) -> Callable[[Actor], object]:
    act = ReverseTopUp(counter.database)
    return lambda actor: act(top_up_id, "typed wrong", RequestKey("t"), actor=actor)


def correct(counter: Counter, act: ManagerAct) -> Case:
    (payment,) = counter.booking(sold(counter)).payments
    if act is ManagerAct.CORRECT_OF_OTHER_SHIFT:
        open_next_shift(counter)
    else:
        limit(counter, act)
    correct = CorrectTender(counter.database, counter.publish)

    def to_card(slip: str) -> Callable[[Actor], object]:
        return lambda actor: correct(payment.id, Tender.CARD, slip, "wrong key", actor=actor)

    return Case(act, to_card("A1 77"), to_card("B2 88"))


def group(counter: Counter, clock: SteppedClock) -> Case:
    def hold(last: int) -> Callable[[Actor], object]:
        request = QuoteRequest((places(counter, 1, last),), beyond_group_limits=True)
        quote = MakeQuote(counter.database)(request, actor=counter.actor)
        return _hold(counter, quote.id, f"g{last}")

    return Case(ManagerAct.PASS_GROUP_LIMITS, hold(9), hold(10))


def _hold(counter: Counter, quote_id: QuoteId, key: str) -> Callable[[Actor], object]:
    customer, place = counter.customer(), PlaceHold(counter.database, counter.publish)
    return lambda actor: place(quote_id, customer.id, RequestKey(key), actor=actor)


def past(counter: Counter, clock: SteppedClock) -> Case:
    items = [counter.item("GOA21", seat, ahead=0) for seat in ("4A", "4B")]
    clock.advance(DAY * 0.75)

    def hold(index: int) -> Callable[[Actor], object]:
        request = QuoteRequest((items[index],), past_last_sale=True)
        quote = MakeQuote(counter.database)(request, actor=counter.actor)
        assert quote.past_last_sale
        return _hold(counter, quote.id, f"p{index}")

    return Case(ManagerAct.SELL_PAST_LAST_SALE, hold(0), hold(1))


def discount(counter: Counter, clock: SteppedClock) -> Case:
    quote, give = counter.quote(), GiveDiscount(counter.database)
    return Case(
        ManagerAct.GIVE_DISCOUNT,
        lambda actor: give(quote.id, "staff", percent=50, actor=actor),
        lambda actor: give(quote.id, "staff", percent=40, actor=actor),
    )


def limits(counter: Counter, clock: SteppedClock) -> Case:
    act = SetLimit(counter.database)

    def put(paise: int) -> Callable[[Actor], object]:
        allowed = Allowed(True, most_paise=paise)
        return lambda actor: act(Role.CLERK, ManagerAct.WAIVE_FEE, allowed, actor=actor)

    return Case(ManagerAct.KEEP_LIMITS, put(100_00), put(900_00))


def departure(counter: Counter, clock: SteppedClock) -> Case:
    act, bus = CancelDeparture(counter.database, counter.publish), counter.offering("GOA21").id
    return Case(
        ManagerAct.CANCEL_DEPARTURE,
        lambda actor: act(bus, counter.day(2), "landslide", actor=actor),
        lambda actor: act(bus, counter.day(3), "landslide", actor=actor),
    )


# A completed booking is confirmed again after the clock ran wrong: tests/timing/test_reopen_booking.py asks.
CASES: dict[str, Callable[[Counter, SteppedClock], Case]] = {
    "waiver": waiver,
    "after completion": after_completion,
    "void": void,
    "void too late": void_too_late,
    "top-up": top_up,
    "tender": lambda counter, _clock: correct(counter, ManagerAct.CORRECT_TENDER),
    "tender of another shift": lambda counter, _clock: correct(counter, ManagerAct.CORRECT_OF_OTHER_SHIFT),
    "group": group,
    "past the last sale": past,
    "discount": discount,
    "limits": limits,
    "departure": departure,
    **{act.value: case for act, case in FURTHER.items()},
}
# What the cases above that are named by themselves ask for.
ACTS = {
    "waiver": ManagerAct.WAIVE_FEE,
    "after completion": ManagerAct.REFUND_COMPLETED,
    "void": ManagerAct.VOID_SALE,
    "void too late": ManagerAct.REVERSE_OF_OTHER_SHIFT,
    "top-up": ManagerAct.REVERSE_TOP_UP,
    "tender": ManagerAct.CORRECT_TENDER,
    "tender of another shift": ManagerAct.CORRECT_OF_OTHER_SHIFT,
    "group": ManagerAct.PASS_GROUP_LIMITS,
    "past the last sale": ManagerAct.SELL_PAST_LAST_SALE,
    "discount": ManagerAct.GIVE_DISCOUNT,
    "limits": ManagerAct.KEEP_LIMITS,
    "departure": ManagerAct.CANCEL_DEPARTURE,
    **{act.value: act for act in FURTHER},
}
# What has its own tests: acts of the gateway, of files and clocks, and what is only read.
ELSEWHERE = {
    ManagerAct.IMPORT_CATALOGUE: "tests/test_permission.py",
    ManagerAct.CHANGE_KEYS: "tests/test_permission.py",
    ManagerAct.CALL_MONEY_NOT_OURS: "tests/gateway_money/test_other_programs.py",
    ManagerAct.REOPEN_COMPLETED: "tests/timing/test_reopen_booking.py",
    ManagerAct.SET_CLOCK_BACK: "tests/timing/test_wrong_clocks.py",
    ManagerAct.READ_DRAWER: "tests/drawers/test_move_cash.py",
    ManagerAct.READ_DAY_SHEET: "tests/day_sheet/test_day_sheet.py",
    ManagerAct.ACCEPT_LOSS: "tests/keeping/test_mark_at_the_start.py",
    ManagerAct.REPLACE_BOOKS: "tests/commands/test_who_acts.py",
    ManagerAct.SEE_NUMBERS: "tests/lists/test_day_lists.py",
}


def refusal(case: Case, do: Callable[[Actor], object], actor: Actor) -> NotPermitted:
    with pytest.raises(NotPermitted) as refused:
        do(actor)
    assert refused.value.act is case.act
    return refused.value


def say_yes(counter: Counter, staff: Staff, refused: NotPermitted) -> Actor:
    yes = Approve(counter.database)(refused, "90", MANAGER_PIN, "a regular", actor=staff.clerk)
    return replace(staff.clerk, approval_id=yes)


@pytest.mark.parametrize("name", CASES)
def test_only_the_yes_to_what_was_shown_counts(name: str, any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    case = CASES[name](counter, clock)
    assert case.act is ACTS[name]
    staff = keep_staff(counter.database)
    before = counter.rows()
    refused = refusal(case, case.do, staff.clerk)
    assert counter.rows() == before
    elsewhere = say_yes(counter, staff, refusal(case, case.other, staff.clerk))
    refusal(case, case.do, elsewhere)
    allowed = say_yes(counter, staff, refused)
    case.do(allowed)
    assert allowed.approval_id is not None
    with counter.database.read() as session:
        assert approvals.was_used(session, allowed.approval_id)
        assert elsewhere.approval_id is not None
        assert not approvals.was_used(session, elsewhere.approval_id)
    told = [tag for tag, _content in counter.told()]
    assert told.count("ACT_APPROVED") == 1
    assert counter.faults() == []


def test_every_act_is_tried_without_a_yes() -> None:
    assert set(ACTS) == set(CASES)
    assert set(ACTS.values()) | set(ELSEWHERE) == set(ManagerAct)
    assert [file for file in ELSEWHERE.values() if not (ROOT / file).is_file()] == []


@pytest.mark.parametrize("name", CASES)
def test_a_manager_does_it_by_right(name: str, counter: Counter, clock: SteppedClock) -> None:
    case = CASES[name](counter, clock)
    staff = keep_staff(counter.database)
    case.do(staff.manager)
    assert "ACT_APPROVED" not in [tag for tag, _content in counter.told()]
    assert counter.faults() == []


def test_every_yes_and_what_was_given_stand_in_the_list(counter: Counter, clock: SteppedClock) -> None:
    case = waiver(counter, clock)
    staff = keep_staff(counter.database)
    refused = refusal(case, case.do, staff.clerk)
    say_yes(counter, staff, refused)
    case.do(say_yes(counter, staff, refused))
    own = Approve(counter.database)(refused, "90", MANAGER_PIN, "my own", actor=staff.manager)
    GiveDiscount(counter.database)(counter.quote().id, "goodwill", percent=3, actor=staff.clerk)
    listed = ListCounterActs(counter.database)()
    kinds = [act.kind for act in listed]
    assert kinds.count(CounterActKind.APPROVED) == 3
    assert {CounterActKind.WAIVED, CounterActKind.DISCOUNT} <= set(kinds)
    yeses = [act for act in listed if act.kind is CounterActKind.APPROVED]
    assert sorted((act.was_used, act.own_act) for act in yeses) == [
        (False, False),
        (False, True),
        (True, False),
    ]
    assert {act.asked_by for act in yeses} == {"Ravi", "Meena"}
    assert own


@pytest.mark.parametrize(("back", "reason"), [(-1, "too_little"), (1, "too_little"), (10**9, "too_much")])
def test_no_more_comes_back_than_was_paid(
    back: int, reason: str, counter: Counter, clock: SteppedClock
) -> None:
    waiver(counter, clock)
    hold = sold(counter, 6)
    with pytest.raises(BadRequest) as refused:
        PreviewCancellation(counter.database)(hold.booking_id, back_paise=back)
    assert refused.value.reason == reason


@pytest.mark.parametrize("off", [{"percent": 0}, {"percent": 101}, {"paise": -5}, {"paise": 10**9}, {}])
def test_a_discount_of_nonsense_is_refused(off: dict[str, int], counter: Counter) -> None:
    quote = counter.quote()
    before = counter.rows()
    with pytest.raises(BadRequest):
        GiveDiscount(counter.database)(quote.id, "staff", actor=counter.actor, **off)
    assert counter.rows() == before


def test_a_discount_is_for_what_it_was_given_for(counter: Counter) -> None:
    code = GiveDiscount(counter.database)(counter.quote().id, "staff", percent=100, actor=counter.actor)
    other = counter.item("DLX", ahead=9)
    with pytest.raises(PromoRefused) as refused:
        counter.quote(other, promo=code)
    assert refused.value.reason is PromoReason.OTHER_SALE
    assert counter.quote(promo=code).total_paise == 0
