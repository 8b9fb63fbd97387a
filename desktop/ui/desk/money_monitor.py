"""Finds out which open payments became money, and which cases are new, whoever found them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.ids import BookingId, CaseId
from desktop.services.errors import DatabaseLost
from desktop.ui.desk.money_notice import notice_of_payment, notices_of_cases

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking
    from desktop.services.domain.review import OpenCase
    from desktop.services.domain.today import Today
    from desktop.ui.runner import Runner


class MoneyMonitor(QObject):
    """`came` carries a MoneyNotice, once for each payment and case; `open_cases` the ids of all open cases.

    Looks at every reading of the day's numbers, so that it sees what another desk's program found, too.
    """

    came = Signal(object)
    open_cases = Signal(object)

    def __init__(self, services: Services, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._paying: set[BookingId] = set()
        self._asked: set[BookingId] = set()
        self._told: set[str] = set()
        self._began_at: datetime | None = None
        self._cases: tuple[int, CaseId | None] = (0, None)
        self._cases_changed = False

    def payment_changed(self, booking_id: BookingId) -> None:
        """An open payment of this booking moved on: see what came of it at the next reading."""
        self._paying.add(booking_id)

    def cases_changed(self) -> None:
        """Cases were opened or decided: see which at the next reading."""
        self._cases_changed = True

    def look(self, today: Today) -> None:
        """Compare a reading with the one before."""
        paying = {hold.booking_id: hold.desk_code for hold in today.holds if hold.paying}
        self._paying |= {key for key, desk in paying.items() if desk == self._services.desk_code}
        for booking_id in self._paying - paying.keys() - self._asked:
            self._asked.add(booking_id)
            find = partial(self._services.find_booking, booking_id)
            failed = partial(self._not_found, booking_id)
            self._runner.run(find, owner=self, done=self._found, failed=failed)
        # The count alone stays the same when one case is decided and another one comes.
        open_cases = (today.open_case_count, today.newest_case_id)
        if self._began_at is None:
            self._began_at, self._cases = today.as_of, open_cases
        if self._cases_changed or open_cases != self._cases:
            self._cases_changed, self._cases = False, open_cases
            self._runner.run(
                self._services.list_open_cases, owner=self, done=self._listed, failed=self._not_listed
            )

    def _found(self, booking: Booking) -> None:
        self._asked.discard(booking.id)
        if booking.open_payment is not None and booking.desk_code == self._services.desk_code:
            return  # its hold is over, and its money may still come
        self._paying.discard(booking.id)
        notice = notice_of_payment(booking)
        if notice is None or notice.key in self._told or booking.desk_code != self._services.desk_code:
            return
        self._told.add(notice.key)
        self.came.emit(notice)

    def _not_found(self, booking_id: BookingId, error: Exception) -> None:
        self._asked.discard(booking_id)
        if not isinstance(error, DatabaseLost):
            self._paying.discard(booking_id)

    def _listed(self, cases: tuple[OpenCase, ...]) -> None:
        self.open_cases.emit(frozenset(case.id for case in cases))
        began_at = self._began_at
        new = [
            case for case in cases if began_at and case.opened_at >= began_at and case.id not in self._told
        ]
        self._told |= {case.id for case in new}
        for notice in notices_of_cases(new):
            self.came.emit(notice)

    def _not_listed(self, error: Exception) -> None:
        self._cases_changed = isinstance(error, DatabaseLost)
