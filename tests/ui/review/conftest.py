"""A desk with some hundred bookings behind the review."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from db.ids import BookingId, BookingReference
from db.states import BookingState
from desktop.services.application import Services
from desktop.services.domain.review import ReviewFilter, ReviewPage, ReviewRow, StoryStep
from desktop.ui.review.review_window import ReviewWindow
from tests.ui.sample_bookings import NOW
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

TODAY = date(2026, 11, 22)
TITLES = ("Deluxe 203, 2 nights", "Pune to Goa 21:30, seats 4A 4B", "Sinhagad sunrise trek, 3 places")
STATES = (BookingState.CONFIRMED, BookingState.CANCELLED, BookingState.HELD, BookingState.EXPIRED)


def sample_row(number: int) -> ReviewRow:
    """Booking number `number`, each an hour older than the one before."""
    state = STATES[number % 4]
    total = 120_000 + 12_345 * (number % 40)
    confirmed = state in (BookingState.CONFIRMED, BookingState.CANCELLED)
    return ReviewRow(
        booking_id=BookingId(f"booking-{number}"),
        reference=BookingReference(f"BK-{number:06d}"),
        reserved_at=NOW - timedelta(hours=number),
        state=state,
        was_sold=confirmed,
        kinds=("room", "bus", "tour")[number % 3],
        title=TITLES[number % 3],
        customer_name=("Asha Rao", "Imran Shaikh", "Lakshmi Venkataraman")[number % 3],
        masked_mobile=f"...{4000 + number}",
        desk_code=f"D{1 + number % 2}",
        clerk="meena",
        tenders="wallet, razorpay" if number % 2 else "cash",
        total_paise=total,
        paid_paise=total if confirmed else 0,
        refunded_paise=total // 2 if state is BookingState.CANCELLED else 0,
    )


@dataclass
class FakeDesk:
    """Answers from a list and remembers what it was asked."""

    rows: tuple[ReviewRow, ...] = field(default_factory=lambda: tuple(map(sample_row, range(250))))
    asked: list[tuple[ReviewFilter, str | None]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    failure: Exception | None = None

    def services(self) -> Services:
        """The use cases of the review."""
        return replace(
            sample_services(), list_bookings=self._list, tell_story=self._tell, export_bookings=self._export
        )

    def _list(self, wanted: ReviewFilter, after: str | None, rows_max: int) -> ReviewPage:
        self.asked.append((wanted, after))
        if self.failure is not None:
            raise self.failure
        rows = [row for row in self.rows if _matches(row, wanted)]
        first = int(after or 0)
        last = first + rows_max
        following = str(last) if last < len(rows) else None
        return ReviewPage(tuple(rows[first:last]), following, len(rows), sum(r.total_paise for r in rows))

    def _tell(self, booking: str) -> tuple[StoryStep, ...]:
        self.told.append(booking)
        return (
            StoryStep(
                NOW,
                "D1",
                "meena",
                "BOOKING_RESERVED",
                (("total_paise", "840000"), ("expires_at", "2026-11-22T05:22:00+00:00")),
            ),
            StoryStep(NOW, "", "", "PAYMENT_CAPTURED", (("tender", "wallet"), ("amount_paise", "500000"))),
            StoryStep(
                NOW, "D1", "", "LEDGER_PAYMENT", (("wallet_paise", "500000"), ("sales_paise", "-500000"))
            ),
            StoryStep(NOW, "D1", "meena", "BOOKING_CONFIRMED", (("reference", "BK-000000"),)),
        )

    def _export(self, wanted: ReviewFilter) -> Iterator[str]:
        yield "reference,total\r\n"
        for row in self.rows:
            if _matches(row, wanted):
                yield f"{row.reference},{row.total_paise}\r\n"


def _matches(row: ReviewRow, wanted: ReviewFilter) -> bool:
    text = f"{row.reference} {row.customer_name} {row.title} {row.masked_mobile}".casefold()
    return (
        wanted.text.casefold() in text
        and (not wanted.states or row.state in wanted.states)
        and (not wanted.kinds or row.kinds in {kind.value for kind in wanted.kinds})
        and (not wanted.desk_codes or row.desk_code in wanted.desk_codes)
    )


@pytest.fixture
def desk() -> FakeDesk:
    """A desk with 250 bookings."""
    return FakeDesk()


@pytest.fixture
def open_window(desk: FakeDesk, qtbot: QtBot, runner: Runner, tmp_path: Path) -> Callable[[], ReviewWindow]:
    """A function that opens the review with the first rows on the screen."""

    def open_() -> ReviewWindow:
        window = ReviewWindow(desk.services(), runner, today=lambda: TODAY, folder=tmp_path / "lists")
        qtbot.addWidget(window)
        window.resize(1080, 640)
        with qtbot.waitActive(window):
            window.show()
        for _ in range(3):
            QApplication.processEvents()
        return window

    return open_
