"""Value and levies on a paper: line by line, each under its own name, and every sum can be made anew."""

from dataclasses import replace
from datetime import timedelta

from db.states import BookingState
from desktop.services.domain.booking import Booking
from desktop.services.domain.money import format_rupees
from desktop.ui.levy_words import half_rate, levies_of
from desktop.ui.papers.document_lines import sold_rows
from desktop.ui.papers.lay_out import lay_out
from desktop.ui.papers.sum_rows import price_rows
from tests.ui.documents.test_documents import receipt
from tests.ui.sample_bookings import NOW, sample_basket, sample_booking


def split_promo(state: str = "27") -> Booking:
    """Three places of 850.00 after a promo of 100.00, split as it is split at the hold."""
    booking = sample_booking(2_572_52, state=BookingState.CONFIRMED)
    values = (816_67, 816_67, 816_66)
    lines = tuple(
        replace(
            booking.lines[0],
            number=number,
            stay=number,
            unit_name=str(number),
            base_paise=850_00,
            discount_paise=850_00 - value,
            taxable_paise=value,
            tax_paise=40_84,
            total_paise=value + 40_84,
            cgst_paise=20_42,
            sgst_paise=20_42,
            place_state=state,
        )
        for number, value in enumerate(values, start=1)
    )
    return replace(booking, base_paise=2_550_00, discount_paise=100_00, tax_paise=122_52, lines=lines)


def test_value_and_levies_stand_line_by_line_and_each_sum_can_be_made_anew() -> None:
    booking = split_promo()
    told = [row.levies for row in sold_rows(booking.lines, NOW.date())]
    assert told == [
        ("816.67: CGST 2.5 % 20.42 + SGST 2.5 % 20.42",),
        ("816.67: CGST 2.5 % 20.42 + SGST 2.5 % 20.42",),
        ("816.66: CGST 2.5 % 20.42 + SGST 2.5 % 20.42",),
    ]
    rows = [(row.word, row.amount) for row in price_rows(receipt(booking))]
    assert rows == [
        ("Before tax", "2,550.00"),
        ("Discount", "-100.00"),
        ("Value", "2,450.00"),
        ("CGST", "61.26"),
        ("SGST", "61.26"),
        ("Total", "₹2,572.52"),
    ]
    text = lay_out(receipt(booking)).toPlainText()
    assert text.count("CGST 2.5 % 20.42") == 3


def test_nights_that_are_alike_are_told_once_with_their_number() -> None:
    first = sample_basket().lines[0]
    nights = [replace(first, day=first.day + timedelta(days=ahead)) for ahead in range(2)]
    (row,) = sold_rows(nights, NOW.date())
    half = format_rupees(first.cgst_paise)
    assert row.levies == (
        f"2 × {format_rupees(first.taxable_paise)}: each CGST 2.5 % {half} + SGST 2.5 % {half}",
    )


def test_the_second_levy_of_a_union_territory_and_the_one_levy_of_another_state_have_their_names() -> None:
    territory = split_promo("31").lines[0]
    elsewhere = replace(territory, place_state="30", cgst_paise=0, sgst_paise=0, igst_paise=40_83)
    of_before = replace(elsewhere, place_state="")
    names = [[levy.name for levy in levies_of(line)] for line in (territory, elsewhere, of_before)]
    assert names == [["CGST", "UTGST"], ["IGST"], ["GST"]]


def test_half_a_rate_is_told_exactly() -> None:
    assert [half_rate(rate) for rate in (500, 1_800, 25, 1)] == ["2.5 %", "9 %", "0.125 %", "0.005 %"]
