"""What a line in the command field means."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from db.ids import BookingId, BookingReference, CustomerId
from db.states import Kind
from desktop.services.domain.people import Customer
from desktop.services.domain.review import FoundBooking
from desktop.services.domain.today import LiveHold
from desktop.ui.commands import ServeCustomer, ShowKeys, Suggestion, digits_of, reference_of, suggest
from desktop.ui.routes import OpenBooking, OpenCustomer, OpenQuote, OpenReview, Route
from tests.ui.sample_offerings import OFFERINGS

ASHA = Customer(CustomerId("c1"), "+919876504321", "Asha Rao", 0)
HOLD = LiveHold(
    booking_id=BookingId("b1"),
    reference=BookingReference("BK-7F3K2Q"),
    title="Goa 21:30 24 Nov 4A 4B",
    kind=Kind.BUS,
    masked_mobile="...4321",
    total_paise=214_200,
    expires_at=datetime(2026, 11, 22, 5, 20, tzinfo=UTC),
    desk_code="D1",
    paying=False,
)


@pytest.mark.parametrize(
    ("line", "digits"),
    [
        ("9876504321", "9876504321"),
        ("+91 98765 04321", "+919876504321"),
        ("+44 7911 123456", "+447911123456"),
        ("९८७६५ ११०५०", "9876511050"),
        ("(022) 2345-6789", "02223456789"),
        ("04321", "04321"),
        ("12", ""),
        ("dlx 2", ""),
        ("2a1c", ""),
    ],
)
def test_digits_are_a_telephone_number(line: str, digits: str) -> None:
    assert digits_of(line) == digits


@pytest.mark.parametrize(
    ("line", "reference"),
    [
        ("BK-7F3K2Q", "BK-7F3K2Q"),
        ("bk-7f3k2q", "BK-7F3K2Q"),
        ("7f3k2q", "BK-7F3K2Q"),
        (" 7F3K2Q ", "BK-7F3K2Q"),
        ("BK-ABCDEF", "BK-ABCDEF"),
        ("bk abcdef", "BK-ABCDEF"),
        ("BKABCDEF", "BK-ABCDEF"),
        ("pungoa", ""),
        ("123456", ""),
        ("7f3k2", ""),
    ],
)
def test_references_however_they_are_typed(line: str, reference: str) -> None:
    assert reference_of(line) == reference


SERVE_ASHA = ServeCustomer(CustomerId("c1"))
GO_ON_WITH_HOLD = OpenBooking(BookingReference("BK-7F3K2Q"))


def goals(line: str, customers: tuple[Customer, ...] = ()) -> list[Route | ServeCustomer | ShowKeys]:
    return [s.goal for s in suggest(line, OFFERINGS, customers, (HOLD,))]


def test_an_empty_line_means_nothing() -> None:
    assert goals("   ") == []


def test_a_number_means_the_customers_found_for_it() -> None:
    assert goals("4321", (ASHA,)) == [SERVE_ASHA]


def test_a_whole_number_that_nobody_has_means_a_new_customer() -> None:
    assert goals("9000000001") == [OpenCustomer("9000000001")]
    assert goals("90000") == []


def test_a_code_with_how_long_means_that_quote() -> None:
    assert goals("dlx 2")[0] == OpenQuote("dlx 2")


def test_what_is_on_sale_comes_before_what_is_held() -> None:
    found = goals("goa")
    assert isinstance(found[0], OpenQuote)
    assert GO_ON_WITH_HOLD in found


def test_a_reference_comes_first_and_once() -> None:
    assert goals("BK-7F3K2Q") == [GO_ON_WITH_HOLD]


LETTERED = FoundBooking(BookingReference("BK-NDRFGP"), "Deluxe 203, 24-26 Nov")
TRAVELS = FoundBooking(BookingReference("BK-7F3K2Z"), "Goa 21:30 24 Nov 4A", "Asha Mehta")


def test_six_letters_that_are_a_reference_open_that_booking() -> None:
    (found,) = suggest("ndrfgp", OFFERINGS, (), (), (LETTERED,))
    assert found == Suggestion(OpenBooking(LETTERED.reference), "BK-NDRFGP", "Deluxe 203, 24-26 Nov")


def test_a_route_comes_before_a_reference_of_the_same_letters() -> None:
    pungoa = FoundBooking(BookingReference("BK-PUNGOA"), "Deluxe 203")
    found = [one.goal for one in suggest("pungoa", OFFERINGS, (), (), (pungoa,))]
    assert isinstance(found[0], OpenQuote)
    assert found[-1] == OpenBooking(pungoa.reference)


def test_a_passenger_is_offered_after_the_customers_of_that_name() -> None:
    found = suggest("asha", OFFERINGS, (ASHA,), (), (TRAVELS,))
    assert [one.goal for one in found] == [SERVE_ASHA, OpenBooking(TRAVELS.reference)]
    assert found[1].title == "Asha Mehta"
    assert found[1].detail == "BK-7F3K2Z · Goa 21:30 24 Nov 4A"


def test_names_find_people_and_pages() -> None:
    assert SERVE_ASHA in goals("asha", (ASHA,))
    assert goals("revi") == [OpenReview()]


def test_no_more_suggestions_than_fit() -> None:
    assert len(goals("e")) <= 7


@pytest.mark.parametrize("line", ["dlx 31 nov", "goa21 4a-5b", "dlx two nights"])
def test_a_known_code_opens_its_quote_which_says_what_it_cannot_read(line: str) -> None:
    assert goals(line) == [OpenQuote(line)]
    assert goals(line, (ASHA,)) == [ServeCustomer(ASHA.id)]


def test_a_day_alone_means_no_tour() -> None:
    assert goals("Sun 29 Nov – Mon 30 Nov") == []
