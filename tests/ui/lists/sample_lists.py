"""Lists and a register as full as they get, for tests over all pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.catalogue_words import Gender
from db.ids import BookingId, BookingReference, GuestEntryId, SiteId, SlotId
from desktop.services.domain.day_lists import (
    DayChoices,
    DayList,
    DayListQuery,
    ListKind,
    ListRow,
    Mark,
    SiteChoice,
    SlotChoice,
    StopCount,
)
from desktop.services.domain.guest_register import FormDue, GuestEntry, GuestTold
from desktop.services.domain.list_rules import ListRules
from desktop.ui.lists.lists_window import ListsWindow
from desktop.ui.lists.register_window import RegisterWindow
from tests.ui.sample_bookings import NOW
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from desktop.ui.runner import Runner

DAY = date(2026, 11, 23)
ZONE = "Asia/Kolkata"
ROW = ListRow(
    booking_id=BookingId("booking-1"),
    reference=BookingReference("BK-7F3K2Q"),
    numbers=frozenset({1}),
    unit_name="12B",
    guest_name="Lakshmi Venkataraman Subramaniam",
    customer_name="Mohammed Abdul Rahman Shaikh",
    telephone="+919876543210",
    gender=Gender.FEMALE,
    adults=2,
    children=1,
    begins_at=NOW,
    first_day=DAY,
    until=DAY + timedelta(days=3),
    stop="Katraj bypass, opposite the petrol pump",
    details="Mapusa bus stand",
    came_from="11A",
    balance_paise=99_999_900,
    mark=Mark.EXPECTED,
    arrived_at=None,
    departed_at=None,
)
ROWS = tuple(
    replace(ROW, booking_id=BookingId(f"b{number}"), mark=mark, arrived_at=NOW if "rr" in mark else None)
    for number, mark in enumerate((*Mark, *Mark, *Mark, *Mark))
)
UNITS = tuple(f"{row}{column}" for row in range(1, 12) for column in "ABCD")
SITE = SiteChoice(SiteId("s"), "DCR", "Deccan Court Residency and Convention Centre", DAY)
SLOT = SlotChoice(SlotId("g"), "GOA21", "Goa 21:30", ListKind.CHART, NOW, ZONE, False, 28)
FULL = DayList(
    query=DayListQuery(ListKind.CHART, DAY, slot_id=SlotId("g")),
    title="Goa 21:30, sleeper with air-conditioning",
    code="GOA21",
    time_zone=ZONE,
    as_of=NOW,
    rows=ROWS,
    starts_at=NOW,
    is_cancelled=True,
    stops=(StopCount("Swargate", NOW, 12), StopCount("Katraj bypass", NOW, 16)),
    free=UNITS,
    held=UNITS[:4],
    blocked=UNITS[:3],
)
ENTRY = GuestEntry(
    id=GuestEntryId("e1"),
    booking_id=BookingId("booking-1"),
    reference=BookingReference("BK-7F3K2Q"),
    number=1,
    told=GuestTold(
        "Maximilian Alexander von Hohenstein-Breitenbach",
        is_foreign=True,
        nationality="United Kingdom of Great Britain and Northern Ireland",
        passport="AB1234567",
        address="12 Long Street, " * 8,
    ),
    arrived_at=NOW,
    departed_at=None,
    sent_at=None,
    departure_sent_at=None,
    clerk="meena",
    changed_at=NOW,
)
FORMS = (
    FormDue(ENTRY, False, NOW - timedelta(hours=2), -120),
    FormDue(replace(ENTRY, id=GuestEntryId("e2")), True, NOW + timedelta(hours=23), 1380),
)


def settle() -> None:
    """Let what was asked for come."""
    for _ in range(6):
        QApplication.processEvents()


def lists_page(runner: Runner, found: DayList = FULL) -> ListsWindow:
    """A list as full as it gets, or an empty one."""
    services = replace(
        sample_services(),
        list_day_choices=lambda _day=None: DayChoices(DAY, (SITE,), (SLOT,)),
        show_day_list=lambda _query, _actor: found,
    )
    window = ListsWindow(services, runner)
    window.start(found.query.kind)
    settle()
    return window


def empty_page(runner: Runner) -> ListsWindow:
    """A list with nobody in it."""
    query = DayListQuery(ListKind.ARRIVALS, DAY, site_id=SITE.id)
    return lists_page(runner, DayList(query, SITE.name, SITE.code, ZONE, NOW, ()))


def register_page(
    runner: Runner, *, keeps: bool = True, of_stay: bool = False, key: str = ""
) -> RegisterWindow:
    """The register: switched off, with forms that are due, of a stay, or the house's rules."""
    services = replace(
        sample_services(),
        show_list_rules=lambda: ListRules(keeps_register=keeps),
        list_forms_due=lambda: FORMS if keeps else (),
        list_guests=lambda _booking_id: (ENTRY,),
    )
    window = RegisterWindow(services, runner)
    if of_stay:
        window.start(ENTRY.booking_id, frozenset({1}), "Lakshmi Venkataraman Subramaniam")
    else:
        window.start()
    settle()
    if of_stay:
        window.form.entries.setCurrentIndex(1)
        window.form.entries.activated.emit(1)
    if key:
        window.setFocus()
        window.press(Qt.Key(ord(key)) if len(key) == 1 else Qt.Key.Key_Delete)
    settle()
    return window
