"""What a row of the list tells, and the CSV of the same rows."""

import csv
import io

from db.database import Database
from db.states import BookingState
from desktop.services.domain.review import ReviewFilter
from desktop.services.reviewing.export_bookings import BLOCK, HEADER, ExportBookings
from desktop.services.reviewing.list_bookings import ListBookings
from tests.reviewing.many_bookings import TENDERS, Known

ZONE = "Asia/Kolkata"


def table(lines: list[str]) -> list[dict[str, str]]:
    """Return what a reader of the CSV gets."""
    return list(csv.DictReader(io.StringIO("".join(lines), newline="")))


def test_a_row_tells_what_was_sold_paid_and_given_back(reviewed: Database, known: list[Known]) -> None:
    by_id = {one.id: one for one in known}
    for row in ListBookings(reviewed, ZONE)(ReviewFilter(), None, 500).rows:
        one = by_id[row.booking_id]
        assert (row.reference, row.state, row.title, row.desk_code) == (
            one.reference,
            one.state,
            one.title,
            one.desk_code,
        )
        assert row.kinds == ", ".join(one.kinds)
        assert row.tenders == ", ".join(tender for tender in TENDERS if tender in one.paid)
        assert (row.total_paise, row.paid_paise, row.refunded_paise) == (
            one.total_paise,
            sum(one.paid.values()),
            one.refunded_paise,
        )
        assert row.masked_mobile == f"...{one.mobile[-4:]}"


def test_the_csv_has_exactly_what_the_list_shows(reviewed: Database) -> None:
    wanted = ReviewFilter(states=frozenset({BookingState.CONFIRMED, BookingState.EXPIRED}))
    page = ListBookings(reviewed, ZONE)(wanted, None, 500)
    lines = list(ExportBookings(reviewed, ZONE)(wanted))
    rows = table(lines)
    assert lines[0] == ",".join(HEADER) + "\r\n"
    assert all(line.endswith("\r\n") for line in lines)
    assert [row["reference"] for row in rows] == [row.reference for row in page.rows]
    assert [row["state"] for row in rows] == [row.state for row in page.rows]
    every = ReviewFilter(states=frozenset({BookingState.CANCELLED}))
    words = [row["state"] for row in table(list(ExportBookings(reviewed, ZONE)(every)))]
    found = ListBookings(reviewed, ZONE)(every, None, 500).rows
    assert words == ["cancelled" if row.was_sold else "released" for row in found]
    assert set(words) == {"cancelled", "released"}
    for row, shown in zip(rows, page.rows, strict=True):
        assert row["total"] == f"{shown.total_paise / 100:.2f}"
        assert row["paid"] == f"{shown.paid_paise / 100:.2f}"
        assert row["refunded"] == f"{shown.refunded_paise / 100:.2f}"


def test_times_are_local_and_numbers_masked(reviewed: Database, known: list[Known]) -> None:
    lines = list(ExportBookings(reviewed, ZONE)(ReviewFilter()))
    assert all(row["reserved_at"].endswith("+05:30") for row in table(lines))
    whole = "".join(lines)
    assert not any(one.mobile.removeprefix("+91") in whole for one in known)


def test_no_value_can_be_taken_for_a_formula(reviewed: Database) -> None:
    rows = table(list(ExportBookings(reviewed, ZONE)(ReviewFilter())))
    assert "'=cmd|' /C calc'!A0" in {row["customer"] for row in rows}
    assert not any(value.lstrip()[:1] in tuple("=+-@") for row in rows for value in row.values() if value)


def test_names_with_commas_quotes_and_other_scripts_survive(reviewed: Database) -> None:
    rows = table(list(ExportBookings(reviewed, ZONE)(ReviewFilter())))
    assert {'Meena, "M"', "आशा"} <= {row["customer"] for row in rows}


def test_a_list_longer_than_a_block_is_exported_whole(reviewed: Database, known: list[Known]) -> None:
    assert len(known) < BLOCK
    export = ExportBookings(reviewed, ZONE, block=7)
    references = [row["reference"] for row in table(list(export(ReviewFilter())))]
    assert sorted(references) == sorted(one.reference for one in known)


def test_nothing_found_is_a_header_alone(reviewed: Database) -> None:
    assert len(list(ExportBookings(reviewed, ZONE)(ReviewFilter(text="zzz")))) == 1
