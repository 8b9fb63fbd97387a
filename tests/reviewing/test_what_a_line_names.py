"""A booking is found by whatever people say of it: its reference, its papers, whoever travels."""

import pytest

from db.ids import BookingReference
from desktop.services.domain.booking import Hold
from desktop.services.domain.financial_year import financial_year
from desktop.services.domain.quote import Guest
from desktop.services.domain.review import FoundBooking, ReviewFilter
from desktop.services.errors import NotFound
from desktop.services.holding import place_hold
from desktop.services.reviewing.find_booking import FindBooking
from desktop.services.reviewing.find_bookings import FindBookings
from desktop.services.reviewing.list_bookings import ListBookings
from tests.counter import Counter


@pytest.fixture
def lettered(any_counter: Counter, monkeypatch: pytest.MonkeyPatch) -> Hold:
    """A booking of before, whose reference has no figure."""
    monkeypatch.setattr(place_hold, "new_reference", lambda: BookingReference("BK-NDRFGP"))
    return any_counter.hold()


def named(counter: Counter, line: str) -> list[FoundBooking]:
    return list(FindBookings(counter.database)(line))


@pytest.mark.parametrize("typed", ["ndrfgp", "BK-NDRFGP", "bk ndrfgp", "BKNDRFGP", "ndr fgp", "BK–ndrfgp"])
def test_a_reference_without_a_figure_is_found(any_counter: Counter, lettered: Hold, typed: str) -> None:
    assert [one.reference for one in named(any_counter, typed)] == ["BK-NDRFGP"]
    assert FindBooking(any_counter.database)(typed).id == lettered.booking_id
    rows = ListBookings(any_counter.database, "Asia/Kolkata")(ReviewFilter(text=typed), None, 5).rows
    assert [row.reference for row in rows] == ["BK-NDRFGP"]


def test_receipt_and_voucher_numbers_find_their_booking(any_counter: Counter) -> None:
    hold = any_counter.hold()
    any_counter.pay(hold)
    any_counter.cancel(hold)
    year = financial_year(any_counter.day(0))
    # Receipt voucher, payment slip, refund voucher, refund slip.
    for letter in "RPFX":
        for typed in (f"D1-{letter}-{year}-000001", f"d1 {letter} {year} 1".lower()):
            assert [one.reference for one in named(any_counter, typed)] == [hold.reference]
            assert FindBooking(any_counter.database)(typed).id == hold.booking_id
            rows = ListBookings(any_counter.database, "Asia/Kolkata")(ReviewFilter(text=typed), None, 5).rows
            assert [row.reference for row in rows] == [hold.reference]


def test_a_number_that_no_paper_has_is_not_found_as_that(any_counter: Counter) -> None:
    assert named(any_counter, "D1-R-2026-000099") == []
    with pytest.raises(NotFound, match="D1-R-2026-000099"):
        FindBooking(any_counter.database)("d1 r 2026 99")


@pytest.mark.parametrize("typed", ["élodie", "ELODIE m", "muller", "Müller Élodie"])
def test_whoever_travels_is_found_by_name(any_counter: Counter, typed: str) -> None:
    seats = any_counter.item("GOA21", "4A", "4B", guests=(Guest("Asha"), Guest("Élodie Müller")))
    hold = any_counter.hold(any_counter.quote(seats))
    booking = any_counter.booking(hold)
    assert named(any_counter, typed) == [FoundBooking(hold.reference, booking.title, "Élodie Müller")]


def test_a_family_on_one_booking_is_one_row(any_counter: Counter) -> None:
    seats = any_counter.item("GOA21", "4A", "4B", guests=(Guest("Ravi Rao"), Guest("Usha Rao")))
    hold = any_counter.hold(any_counter.quote(seats))
    assert [one.reference for one in named(any_counter, "rao")] == [hold.reference]
