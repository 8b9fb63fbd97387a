"""The likeliest causes of a difference: the true one is named, and nothing is said where nothing differs."""

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from db.ids import BookingId
from db.states import Tender
from desktop.services.domain.difference import Cause, explain
from desktop.services.domain.drawer_day import ActKind, CountedPieces, ShiftAct, ShiftFacts
from desktop.services.domain.mistakes import Mistake, transposed
from tests.drawers import days
from tests.drawers.causes import in_all, measure

NOON = datetime(2026, 11, 29, 6, 30, tzinfo=UTC)
HUNDRED = CountedPieces(100_00, 20)


def act(kind: ActKind, tender: Tender, paise: int, number: int = 1, **more: object) -> ShiftAct:
    return ShiftAct(
        kind,
        f"{kind}-{number}",
        tender,
        days.rounded(paise) if tender is Tender.CASH else paise,
        paise,
        NOON + timedelta(minutes=20 * number),
        "Asha",
        **more,  # type: ignore[arg-type]  # the fields of an act
    )


def closed(*acts: ShiftAct, cash: int, card: int | None = None) -> ShiftFacts:
    """A shift that opened with 2,000 and whose counts are off by so much; `card`: only if it was counted."""
    facts = ShiftFacts(acts, (HUNDRED,), (HUNDRED,), {}, {})
    booked = {
        tender: sum(one.sign * one.amount_paise for one in acts if one.tender is tender)
        for tender in (Tender.CASH, Tender.CARD)
    }
    booked[Tender.CASH] += facts.float_paise
    counted = {Tender.CASH: booked[Tender.CASH] + cash}
    if card is not None:
        counted[Tender.CARD] = booked[Tender.CARD] + card
    return replace(facts, expected=booked, counted=counted)


def named(causes: tuple[Cause, ...]) -> list[Mistake]:
    return [cause.mistake for cause in causes]


def test_nothing_is_said_where_nothing_differs() -> None:
    assert explain(closed(act(ActKind.PAYMENT, Tender.CASH, 840_00), cash=0, card=0)) == ()


def test_cash_that_was_a_card_slip_explains_both_tenders_at_once() -> None:
    card = act(ActKind.PAYMENT, Tender.CASH, 1_890_45, 2, booking_id=BookingId("b2"))
    others = (act(ActKind.PAYMENT, Tender.CASH, 840_00), act(ActKind.PAYMENT, Tender.CARD, 551_00, 3))
    first = explain(closed(card, *others, cash=-1_890_00, card=1_890_45))[0]
    assert first.mistake is Mistake.TENDER_SWAPPED
    assert (first.acts, first.into) == ((card,), (Tender.CARD,))


def test_a_card_total_that_fits_leaves_a_cash_refund_booked_as_upi() -> None:
    refund = act(ActKind.REFUND, Tender.OWN_UPI, 712_00, 4)
    sale = act(ActKind.PAYMENT, Tender.CARD, 712_00, 2)
    first = explain(closed(sale, refund, cash=-712_00, card=0))[0]
    assert first.mistake is Mistake.REFUND_SWAPPED
    assert first.acts == (refund,)


def test_a_tender_that_was_corrected_is_in_question_first() -> None:
    plain = act(ActKind.PAYMENT, Tender.CARD, 682_00, 2)
    corrected = act(ActKind.PAYMENT, Tender.CARD, 682_00, 3, corrected_from=Tender.CASH)
    first = explain(closed(plain, corrected, cash=682_00, card=-682_00))[0]
    assert first.mistake is Mistake.TENDER_SWAPPED
    assert corrected in first.acts


def test_equal_payments_are_told_as_one_cause_that_names_them_all() -> None:
    equal = [act(ActKind.PAYMENT, Tender.CASH, 551_00, number) for number in (1, 2, 3)]
    causes = explain(closed(*equal, cash=-551_00, card=551_00))
    assert causes[0].acts == tuple(equal)
    assert named(causes).count(Mistake.TENDER_SWAPPED) == 1


def test_a_round_sum_is_a_drop_only_as_far_as_the_drawer_had_it() -> None:
    sale = act(ActKind.PAYMENT, Tender.CASH, 4_200_00)
    assert named(explain(closed(sale, cash=-5_000_00)))[0] is Mistake.DROP_NOT_ENTERED
    assert Mistake.DROP_NOT_ENTERED not in named(explain(closed(sale, cash=-9_000_00)))


def test_a_pay_out_with_figures_changed_is_found() -> None:
    wrong = act(ActKind.PAY_OUT, Tender.CASH, 340_00, 2)
    sale = act(ActKind.PAYMENT, Tender.CASH, 4_200_00)
    first = explain(closed(sale, wrong, cash=340_00 - 430_00))[0]
    assert (first.mistake, first.acts) == (Mistake.FIGURES_TRANSPOSED, (wrong,))


def test_change_that_was_not_given_is_found() -> None:
    sale = act(ActKind.PAYMENT, Tender.CASH, 1_837_00, received_paise=2_000_00)
    assert named(explain(closed(sale, cash=163_00)))[0] is Mistake.CHANGE_NOT_GIVEN


def test_the_same_pay_out_twice_within_minutes_is_found() -> None:
    first = act(ActKind.PAY_OUT, Tender.CASH, 240_00, 2)
    again = replace(first, id="again", at=first.at + timedelta(seconds=20))
    found = explain(closed(first, again, cash=240_00))[0]
    assert (found.mistake, found.acts) == (Mistake.PAY_OUT_TWICE, (again,))


def test_money_for_a_hold_that_ended_unpaid_is_found() -> None:
    lapsed = act(ActKind.LAPSED_HOLD, Tender.CASH, 2_314_00, 2)
    found = explain(closed(lapsed, cash=2_314_00))[0]
    assert (found.mistake, found.acts) == (Mistake.NOT_RECORDED, (lapsed,))


def test_a_float_that_differs_from_what_was_left_is_doubted_first() -> None:
    facts = replace(
        closed(act(ActKind.PAYMENT, Tender.CASH, 840_00), cash=-100_00), opening_difference_paise=100_00
    )
    assert named(explain(facts))[0] is Mistake.FLOAT_MISCOUNTED


def test_a_few_coins_are_called_small_change() -> None:
    assert Mistake.SMALL_CHANGE in named(explain(closed(cash=-3_00)))


def test_a_difference_that_nothing_explains_is_left_without_a_cause_or_called_unrecorded() -> None:
    assert named(explain(closed(cash=77_777_00))) == [Mistake.NOT_RECORDED]
    assert explain(closed(cash=-77_777_00)) == ()


def test_causes_are_told_beside_a_desk_that_counts_no_cash() -> None:
    sale = act(ActKind.PAYMENT, Tender.CARD, 1_540_00)
    facts = ShiftFacts((sale,), (), (), {Tender.CARD: 1_540_00}, {Tender.CARD: 1_450_00})
    assert named(explain(facts)) == [Mistake.FIGURES_TRANSPOSED]


def test_only_figures_that_differ_change_places() -> None:
    assert sorted(transposed(1_230_00)) == [1_203_00, 1_320_00, 2_130_00]
    assert list(transposed(555_50)) == []
    assert list(transposed(505_00)) == [550_00]


@pytest.mark.parametrize("seed", [1, 20])
def test_the_true_cause_is_among_the_first_three_in_nine_of_ten(seed: int) -> None:
    hits = measure(60, seed)
    assert in_all(hits).among >= 54, hits


def test_no_kind_of_mistake_is_carried_by_the_others() -> None:
    for kind, row in measure(100, 5).items():
        assert row.among >= 16, (kind, row)


def test_a_day_without_a_mistake_balances() -> None:
    for seed in range(20):
        day = days.opened(random.Random(seed))
        days.play(day, None, 40)
        facts = days.closed(day, closing_off=Counter())
        assert facts.differences[Tender.CASH] == 0
        assert explain(facts) == ()
