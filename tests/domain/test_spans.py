"""Nights in a row in one room are one stay; everything else is told line by line."""

from dataclasses import replace
from datetime import timedelta

from db.states import Kind
from desktop.services.domain.booking import BookingLine
from desktop.services.domain.spans import spans_of
from tests.ui.sample_bookings import sample_line

NIGHT = timedelta(days=1)


def night(ahead: int, **fields: object) -> BookingLine:
    line = sample_line(4_200_00)
    moved = {"day": line.day + ahead * NIGHT, "starts_at": line.starts_at + ahead * NIGHT}
    return replace(line, **moved, **fields)  # type: ignore[arg-type]  # the tests name the fields they change


def shapes(*lines: BookingLine) -> list[tuple[str, int]]:
    return [(span.first.unit_name, len(span.lines)) for span in spans_of(lines)]


def test_a_stay_is_one_row() -> None:
    assert shapes(night(0), night(1), night(2)) == [("203", 3)]


def test_two_rooms_are_two_rows_in_any_order_of_their_nights() -> None:
    first, second = (night(0), night(1)), (night(0, unit_name="204"), night(1, unit_name="204"))
    assert (
        shapes(*first, *second)
        == shapes(first[0], second[0], first[1], second[1])
        == [("203", 2), ("204", 2)]
    )


def test_a_change_of_room_is_a_row_for_each_room() -> None:
    assert shapes(night(0), night(1, unit_name="204"), night(2)) == [("203", 1), ("204", 1), ("203", 1)]


def test_a_night_between_two_stays_parts_them() -> None:
    assert shapes(night(0), night(2)) == [("203", 1), ("203", 1)]
    assert shapes(night(0), night(1, stay=2)) == [("203", 1), ("203", 1)]


def test_rides_of_two_days_are_two_rows() -> None:
    seats = [night(ahead, kind=Kind.BUS, unit_name="4A") for ahead in (0, 1)]
    assert shapes(*seats) == [("4A", 1), ("4A", 1)]


def test_what_has_ended_is_not_joined_to_what_goes_on() -> None:
    lines = [night(0), night(1, cancel_reason="flood"), night(2, cancel_reason="flood")]
    spans = spans_of(lines, lambda line: line.cancel_reason)
    assert [len(span.lines) for span in spans] == [1, 2]
