"""Papers and pages tell when to be there, and when to leave, by the clock of the site."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from db.schema import booking_line, slot
from db.states import Kind
from desktop.services.documents.list_documents import ListDocuments
from desktop.services.documents.show_document import FindReceipt
from desktop.services.domain.booking import BookingLine
from desktop.services.domain.spans import Span
from desktop.ui.booking.booking_view import view_booking
from desktop.ui.papers.document_lines import SoldRow, sold_rows
from desktop.ui.papers.lay_out import lay_out
from desktop.ui.quote.cost.price_lines import group_details
from desktop.ui.quote.cost.price_view import PriceGroup
from tests.counter import FACTS, ZONE
from tests.ui.sample_bookings import sample_booking, sample_line

if TYPE_CHECKING:
    from tests.counter import Counter

MADE_ON = date(2026, 11, 22)


def coach(leaves: str = "2026-11-25T22:45:00+05:30", zone: str = ZONE, minutes: int = 120) -> BookingLine:
    """A seat to Goa from the Satara bypass."""
    starts_at = datetime.fromisoformat(leaves).astimezone(UTC)
    ends_at = starts_at + timedelta(hours=10)
    return replace(
        sample_line(1_575_00),
        kind=Kind.BUS,
        thing="Pune-Goa",
        unit_name="4A",
        description="Pune-Goa 22:45 4A",
        day=date.fromisoformat(leaves[:10]),
        starts_at=starts_at,
        starts_now_at=starts_at,
        ends_at=ends_at,
        ends_now_at=ends_at,
        boarding_minutes=minutes,
        boarding_now_minutes=minutes,
        details="Satara bypass - Panaji" if minutes else "Swargate - Panaji",
        time_zone=zone,
    )


def row(*lines: BookingLine) -> SoldRow:
    (found,) = sold_rows(lines, MADE_ON)
    return found


def test_a_stop_after_midnight_is_told_with_its_own_day() -> None:
    told = row(coach())
    assert told.what == "Pune-Goa 22:45 4A"
    assert told.when == "Thu 26 Nov, 00:45, Satara bypass"
    assert "departs Wed 25 Nov, 22:45" in told.note


def test_at_the_origin_the_departure_is_told_once() -> None:
    told = row(coach(minutes=0))
    assert (told.when, "departs" in told.note) == ("Wed 25 Nov, 22:45", False)


@pytest.mark.parametrize("zone", ["Asia/Kathmandu", "Asia/Dubai"])
def test_a_site_in_another_zone_tells_its_own_time(zone: str) -> None:
    offset = {"Asia/Kathmandu": "+05:45", "Asia/Dubai": "+04:00"}[zone]
    told = row(coach(f"2026-11-25T22:45:00{offset}", zone))
    assert (told.what, told.when) == ("Pune-Goa 22:45 4A", "Thu 26 Nov, 00:45, Satara bypass")


def test_a_stay_tells_check_in_check_out_and_the_day_of_leaving() -> None:
    first, day = sample_line(4_830_00), timedelta(days=1)
    second = replace(
        first,
        day=first.day + day,
        starts_at=first.starts_at + day,
        starts_now_at=first.starts_at + day,
        ends_at=first.ends_at + day,
        ends_now_at=first.ends_at + day,
    )
    told = row(first, second)
    assert told.when == "in Tue 24 Nov 14:00, out Thu 26 Nov 11:00"
    assert (told.what, told.amount) == ("Deluxe 203", "9,200.00")


def test_nights_taxed_at_two_rates_name_both() -> None:
    first, day = sample_line(4_830_00), timedelta(days=1)
    second = replace(first, day=first.day + day, tax_rate_bp=1800)
    assert row(first, second).rate == "5 %, 18 %"


def test_what_the_house_moved_is_told_with_both_hours() -> None:
    line = coach("2026-11-25T21:30:00+05:30", minutes=0)
    told = row(replace(line, starts_now_at=line.starts_at - timedelta(hours=3, minutes=30)))
    assert told.what == "Pune-Goa 21:30 4A"
    assert told.when == "Wed 25 Nov, 18:00"
    assert "was 21:30, now 18:00" in told.note


def test_a_move_over_midnight_names_the_days() -> None:
    line = coach()
    told = row(replace(line, starts_now_at=line.starts_at - timedelta(hours=1)))
    assert told.when == "Wed 25 Nov, 23:45, Satara bypass"
    assert "was Thu 26 Nov 00:45, now Wed 25 Nov 23:45" in told.note


def test_the_booking_page_tells_the_same() -> None:
    moved = coach("2026-11-25T21:30:00+05:30", minutes=0)
    moved = replace(moved, starts_now_at=moved.starts_at - timedelta(hours=3, minutes=30))
    booking = replace(sample_booking(), lines=(sample_line(4_830_00), moved))
    stay, ride = view_booking(booking, "Asia/Dubai").lines[:2]
    assert stay.note.startswith("in Tue 24 Nov 14:00, out Wed 25 Nov 11:00")
    assert (ride.what, ride.note.split(" · ")[:2]) == (
        "Pune-Goa 21:30 4A",
        ["Wed 25 Nov, 18:00", "was 21:30, now 18:00"],
    )


def test_the_price_tells_the_boarding_time_and_its_day() -> None:
    line = coach()
    group = PriceGroup(
        kind=line.kind,
        name="Goa 22:45",
        first_day=line.day,
        last_day=None,
        unit_names=("4A",),
        details=line.details,
        base_paise=line.base_paise,
        rows=(),
        span=Span((line,)),
        today=MADE_ON,
    )
    details = group_details(group)
    assert details == "Thu 26 Nov, 00:45 · departs Wed 25 Nov, 22:45 · Satara bypass - Panaji"


def test_papers_of_a_real_sale_tell_the_stop_and_keep_the_hour_they_were_made_with(counter: Counter) -> None:
    seat = counter.item("GOA21", "4A", ahead=2, boarding="Satara bypass")
    stay = counter.item("DLX", "203", ahead=2, nights=2)
    hold = counter.hold(counter.quote(stay, seat))
    counter.pay(hold)
    listed = ListDocuments(counter.database, FACTS)

    def lines() -> list[BookingLine]:
        found = {line.number: line for paper in listed(hold.booking_id) for line in paper.content.lines}
        return [found[number] for number in sorted(found)]

    rows = sold_rows(lines(), MADE_ON)
    assert [told.when for told in rows] == [
        "in Wed 25 Nov 14:00, out Fri 27 Nov 11:00",
        "Wed 25 Nov, 23:30, Satara bypass",
    ]
    bus = lines()[-1]
    later = bus.starts_at + timedelta(hours=2)
    with counter.database.write(counter.actor) as session:
        session.execute(update(slot).where(slot.c.id == bus.slot_id).values(starts_at=later))
    # What was printed stays as it was printed; the booking itself tells the new hour.
    assert sold_rows(lines(), MADE_ON) == rows
    told = sold_rows(counter.booking(hold).lines, MADE_ON)[-1]
    assert told.when == "Thu 26 Nov, 01:30, Satara bypass"
    assert "was Wed 25 Nov 23:30, now Thu 26 Nov 01:30" in told.note


def test_a_paper_keeps_the_units_name_that_it_was_made_with(counter: Counter) -> None:
    hold = counter.hold(counter.quote(counter.item("GOA21", "4A", ahead=2)))
    counter.pay(hold)
    with counter.database.write(counter.actor) as session:
        moved = update(booking_line).where(booking_line.c.booking_id == hold.booking_id)
        session.execute(moved.values(unit_name="9D"))
    paper = lay_out(FindReceipt(counter.database, FACTS)(hold.booking_id)).toPlainText()
    assert "4A" in paper
    assert "9D" not in paper
