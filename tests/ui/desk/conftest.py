"""A desk with a small catalogue, three holds and two customers, without a database."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from db.actor import Actor
from db.ids import BookingId, BookingReference, CustomerId, OfferingId, SlotId
from db.states import Kind
from desktop.services.domain.booking import Booking
from desktop.services.domain.catalogue import Availability, DaySale, Suggestion
from desktop.services.domain.document import Document
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.people import Customer
from desktop.services.domain.review import FoundBooking, OpenCase
from desktop.services.domain.today import LiveHold, Today
from desktop.services.errors import NotFound
from desktop.ui.desk_window import DeskWindow
from desktop.ui.event_relay import EventRelay
from tests.ui.sample_offerings import OFFERINGS
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.application import Services
    from desktop.ui.runner import Runner

NOW = datetime(2026, 11, 22, 5, 12, 7, tzinfo=UTC)


def hold(number: int, title: str, seconds: int, kind: Kind, total_paise: int) -> LiveHold:
    return LiveHold(
        booking_id=BookingId(f"booking-{number}"),
        reference=BookingReference(f"BK-7F3K2{number}"),
        title=title,
        kind=kind,
        masked_mobile=f"...432{number}",
        total_paise=total_paise,
        expires_at=NOW + timedelta(seconds=seconds),
        desk_code="D1",
        paying=number == 2,
        customer_name=("", "Asha Rao", "Ravi Kulkarni", "Lakshmi Venkataraman")[number],
        units_title=title,
    )


ASHA = Customer(CustomerId("customer-1"), "+919876504321", "Asha Rao", 500_000)
RAVI = Customer(CustomerId("customer-2"), "+919876511111", "Ravi Kulkarni", 0)


@dataclass
class FakeDesk:
    """What the services would answer, and what reached them."""

    holds: tuple[LiveHold, ...] = (
        hold(3, "Sinhagad sunrise trek 29 Nov x3", 72, Kind.TOUR, 283_500),
        hold(2, "Goa 21:30 22 Nov 4A 4B", 242, Kind.BUS, 214_200),
        hold(1, "Deluxe 203, 24-26 Nov", 581, Kind.ROOM, 840_000),
    )
    customers: tuple[Customer, ...] = (ASHA, RAVI)
    released: list[str] = field(default_factory=list)
    failure: Exception | None = None
    refusal: Exception | None = None
    case_count: int = 1
    bookings: dict[str, Booking] = field(default_factory=dict)
    cases: tuple[OpenCase, ...] = ()
    named: dict[str, tuple[FoundBooking, ...]] = field(default_factory=dict)

    def find_booking(self, name: str) -> Booking:
        if name not in self.bookings:
            raise NotFound("booking", name)
        return self.bookings[name]

    def find_receipt(self, name: str) -> Document:
        raise NotFound("document", name)

    def today(self) -> Today:
        if self.failure is not None:
            raise self.failure
        newest = max(self.cases, key=lambda case: case.opened_at).id if self.cases else None
        return Today(NOW, self.holds, 14, 6_214_500, 2, self.case_count, newest)

    def find(self, text: str) -> tuple[Customer, ...]:
        digits = "".join(letter for letter in text if letter.isdigit())
        return tuple(
            customer
            for customer in self.customers
            if (digits and digits in customer.mobile)
            or (not digits and text.lower() in customer.name.lower())
        )

    def availability(
        self, offering_id: OfferingId, first_day: date, last_day: date, wanted_count: int
    ) -> Availability:
        index, found = next((i, o) for i, o in enumerate(OFFERINGS) if o.id == offering_id)
        starts = datetime(2026, 11, 22, 0, 30, tzinfo=UTC) + timedelta(hours=2 * index)
        free = 0 if found.code == "FAM" else found.unit_count - index
        sale = DaySale(
            SlotId(f"slot-{index}"),
            first_day,
            starts,
            240_000 + index * 31_000,
            free,
            20,
            False,
            "",
            False,
            TRAITS[found.kind].sold_until(starts, starts + timedelta(hours=21)),
        )
        return Availability(found, NOW, (sale,), (), (), Suggestion.NOTHING_FREE)

    def release(self, booking_id: BookingId, *, actor: Actor) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.released.append(booking_id)
        self.holds = tuple(hold for hold in self.holds if hold.booking_id != booking_id)

    def services(self) -> Services:
        return replace(
            sample_services(),
            show_today=self.today,
            list_offerings=lambda: OFFERINGS,
            find_availability=self.availability,
            find_customers=self.find,
            get_customer=lambda key: next(c for c in self.customers if c.id == key),
            release_hold=self.release,
            find_booking=self.find_booking,
            find_bookings=lambda line: self.named.get(line, ()),
            find_receipt=self.find_receipt,
            list_open_cases=lambda: self.cases,
        )


@pytest.fixture
def fake() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def desk(qtbot: QtBot, runner: Runner, fake: FakeDesk) -> DeskWindow:
    """The desk window, attached, active, with everything read."""
    window = DeskWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.attach(fake.services(), runner, EventRelay())
    qtbot.waitUntil(lambda: window.side.hold_count.text() == "3")
    return window
