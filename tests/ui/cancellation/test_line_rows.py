"""The rows of the lines that can be cancelled, without Qt."""

from dataclasses import replace
from datetime import timedelta

from db.ids import UnitId
from db.states import BookingState, RefundRule
from desktop.services.domain.booking import LineMove
from desktop.services.domain.cancellation import RefundPlan
from desktop.ui.cancellation.line_rows import Choice, Chosen, LineRow, usual_choice, view_lines, void_choice
from tests.ui.cancellation.line_desk import LineDesk
from tests.ui.sample_bookings import NOW, sample_basket


def rows(desk: LineDesk, choice: Choice | None = None, plan: RefundPlan | None = None) -> list[LineRow]:
    whole = desk.preview(desk.booking.id)
    chosen = choice or usual_choice(desk.booking, whole)
    return list(view_lines(desk.booking, whole, plan or whole, chosen))


def test_a_seat_is_one_row_and_a_stay_one_with_its_nights() -> None:
    shown = rows(LineDesk())
    assert [(row.what, row.is_night, sorted(row.numbers)) for row in shown] == [
        ("Deluxe 203", False, [1, 2, 3]),
        ("Deluxe 203", True, [1]),
        ("Deluxe 203", True, [2]),
        ("Deluxe 203", True, [3]),
        ("Pune-Goa 21:30 3A", False, [4]),
        ("Pune-Goa 21:30 3B", False, [5]),
        ("Pune-Goa 21:30 4A", False, [6]),
        ("Pune-Goa 21:30 4B", False, [7]),
    ]
    assert shown[0].when == "24–27 Nov, 3 nights"
    assert shown[0].back_paise == sum(row.back_paise or 0 for row in shown[1:4])


def test_two_rooms_of_one_stay_are_two_rows() -> None:
    desk = LineDesk()
    desk.change_line(2, unit_id=UnitId("unit-204"), unit_name="204", description="Deluxe 204")
    assert [row.what for row in rows(desk) if not row.is_night][:2] == ["Deluxe 203", "Deluxe 204"]


def test_every_line_says_why() -> None:
    desk = LineDesk()
    leaves = desk.booking.lines[5].starts_at
    desk.change_line(1, is_over=True)
    desk.change_line(4, departure_cancelled=True)
    desk.change_line(5, starts_now_at=leaves - timedelta(minutes=210))
    desk.change_line(6, starts_now_at=leaves + timedelta(days=1))
    desk.change_line(
        7,
        cancelled_at=NOW,
        cancel_reason="one is ill",
        refund_rule=RefundRule.POLICY,
        refund_paise=39_375,
    )
    why = {number: row.why for row in rows(desk) for number in (row.numbers if not row.has_nights else ())}
    assert why[2] == "50 % until 24 h before the start"
    assert why[4] == "the house cancelled it: all"
    assert why[5] == "the house moved it from 21:30 to 18:00: all"
    assert why[6] == "the house moved it from 28 Nov, 21:30 to 29 Nov, 21:30: all"
    told = {
        row.when if row.is_night else row.what: (row.why, row.back_paise, row.is_over) for row in rows(desk)
    }
    assert told["Tue 24 Nov"] == ("used: nothing", None, True)
    assert told["Pune-Goa 21:30 4B"] == (
        "× cancelled 22 Nov, 10:42 · one is ill · 25 % until 4 h before the start · 393.75 back",
        None,
        True,
    )


def test_a_policy_that_is_over_says_that_it_gives_nothing() -> None:
    desk = LineDesk()
    for number in (1, 2, 3):
        desk.change_line(number, tiers=())
    assert rows(desk)[1].why == "its policy gives nothing back now"


def test_a_line_is_called_by_the_unit_where_it_is_now() -> None:
    desk = LineDesk()
    desk.change_line(7, unit_name="5A", moves=(LineMove(NOW, "4B", "5A", "broken"),))
    last = rows(desk)[-1]
    assert (last.what, last.when) == ("Pune-Goa 21:30 5A", "Sat 28 Nov · Dev Rao · 5A, before 4B")


def test_what_is_chosen_is_marked_and_a_split_stay_in_part() -> None:
    shown = rows(LineDesk(), Choice(frozenset({3, 7})))
    assert [row.chosen for row in shown] == [
        Chosen.SOME,
        Chosen.NONE,
        Chosen.NONE,
        Chosen.ALL,
        *[Chosen.NONE] * 3,
        Chosen.ALL,
    ]


def test_what_the_house_cancelled_is_meant_first_and_of_a_hold_all() -> None:
    desk = LineDesk()
    desk.change_line(7, departure_cancelled=True)
    whole = desk.preview(desk.booking.id)
    assert usual_choice(desk.booking, whole) == Choice(frozenset({7}))
    held = replace(desk.booking, state=BookingState.HELD)
    assert usual_choice(held, whole) == Choice(whole.numbers)


def test_a_hold_and_a_void_are_chosen_whole() -> None:
    held = LineDesk(booking=sample_basket(BookingState.HELD))
    assert all(not row.numbers and row.chosen is Chosen.ALL for row in rows(held))
    assert {row.why for row in rows(held)} == {"only held: all that was paid"}
    sold = LineDesk()
    sold.booking = replace(sold.booking, void_until=NOW + timedelta(minutes=9))
    choice = void_choice(sold.booking)
    plan = sold.preview(sold.booking.id, void=True)
    shown = rows(sold, choice, plan)
    assert choice.fits(plan)
    assert not choice.fits(sold.preview(sold.booking.id))
    assert all(not row.numbers for row in shown)
    assert {row.why for row in shown} == {"sold by mistake: all"}


def test_taking_a_row_takes_all_of_it_and_then_leaves_it() -> None:
    choice = Choice(frozenset({3}))
    both = choice.toggled(frozenset({2, 3}))
    assert both.numbers == {2, 3}
    assert both.toggled(frozenset({2, 3})).numbers == frozenset()


def test_nothing_chosen_fits_no_plan() -> None:
    assert not Choice(frozenset()).fits(RefundPlan((), 0, 0, 0, 0))
