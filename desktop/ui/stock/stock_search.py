"""Which offering and which days: what was typed or selected, and what it means."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.services.domain.business_date import business_date, first_day_on_sale
from desktop.services.errors import BadRequest
from desktop.ui import formats
from desktop.ui.failures import explain
from desktop.ui.stock.stock_view import DAYS_MAX, write_days
from desktop.ui.stock.stock_words import days_note, offering_note
from desktop.ui.typed.day_text import parse_stay
from desktop.ui.typed.offering_match import match_offerings

if TYPE_CHECKING:
    from desktop.services.domain.catalogue import Offering
    from desktop.ui.stock.stock_page import StockPage


class StockSearch(QObject):
    """Works the fields "what" and "days" of the page, and its lists.

    `settled` comes when the stock is to be read at once, `moved` when the cursor runs over days.
    """

    offering_changed = Signal()
    days_changed = Signal()
    settled = Signal()
    moved = Signal()

    def __init__(self, page: StockPage, time_zone: str) -> None:
        super().__init__(page)
        self._page = page
        self._all: tuple[Offering, ...] = ()
        self._time_zone = time_zone
        self._now: datetime | None = None
        self.offering: Offering | None = None
        self.days: tuple[date, date] | None = None
        page.what.typed.connect(self._typed)
        page.what.steered.connect(page.offerings.steer)
        page.what.entered.connect(self._take_offering)
        page.offerings.accepted.connect(self._choose)
        page.days.entered.connect(self._take_days)
        page.days.steered.connect(lambda by: page.sales.setFocus() if by > 0 else None)
        page.sales.days_chosen.connect(self._days_selected)

    @property
    def today(self) -> date | None:
        """The business date of the offering, or the desk's day without one; None before the answer."""
        if self._now is None:
            return None
        if self.offering is None:
            return formats.local_day(self._now, self._time_zone)
        return business_date(self.offering, self._now)

    def show_catalogue(self, found: tuple[tuple[Offering, ...], datetime]) -> None:
        """Offer everything that is sold, as of now."""
        self._all, self._now = found
        self._page.offerings.set_offerings(match_offerings(self._all, self._page.what.text))

    def see(self, now: datetime) -> None:
        """Take the time of a later look: a page that stays open over night has another today."""
        self._now = now

    def _typed(self, text: str) -> None:
        self._page.errors.clear()
        self._page.turn_to(self._page.offerings)
        self._page.offerings.set_offerings(match_offerings(self._all, text))

    def _take_offering(self) -> None:
        page = self._page
        if page.shown is page.sales and self.offering is not None:
            page.days.take_focus()
        elif (offering := page.offerings.current()) is not None:
            self._choose(offering)
        else:
            sentence = self.tr("The desk sells nothing called “{text}”.")
            page.what.show_error(sentence.format(text=page.what.text))

    def _choose(self, offering: Offering) -> None:
        page = self._page
        page.what.clear_error()
        page.what.set_text(offering.code)
        page.what.set_note(offering_note(offering))
        changed = self.offering is None or offering.id != self.offering.id
        self.offering = offering
        if changed:
            self.offering_changed.emit()
        else:
            page.turn_to(page.sales)
        if self.days is None and self.today is not None:
            self.days = (self.today, self.today)
        self._write()
        self.settled.emit()
        page.days.take_focus()

    def _take_days(self) -> None:
        field = self._page.days
        if self.today is None:
            return
        found = parse_stay(field.text, self.today, self._earliest())
        if found is None:
            sentence = self.tr("“{text}” is no day. Try 24 nov, 24-26 nov, sat, +3 or today.")
            field.show_error(sentence.format(text=field.text))
            return
        first, last = found[0], found[1] or found[0]
        if last < first:
            field.show_error(explain(BadRequest("last_day", "before_first")))
        elif (last - first).days >= DAYS_MAX:
            field.show_error(self.tr("{most} days at most.").format(most=DAYS_MAX))
        elif self.offering is None:
            self._set(first, last)
            self._page.what.take_focus()
        else:
            self._set(first, last)
            self.settled.emit()
            self._page.foot.units.take_focus()

    def _earliest(self) -> date | None:
        if self.offering is None or self._now is None:
            return None
        minutes = self.offering.last_boarding_minutes
        return first_day_on_sale(self.offering, self._now, boarding_minutes=minutes)

    def _days_selected(self, first: date, last: date) -> None:
        self._set(first, last)
        self.moved.emit()

    def _set(self, first: date, last: date) -> None:
        if self.days != (first, last):
            self.days = (first, last)
            self.days_changed.emit()
        self._write()

    def _write(self) -> None:
        if self.days is not None and self.today is not None:
            self._page.days.clear_error()
            self._page.days.set_text(write_days(*self.days, self.today))
            self._page.days.set_note(days_note(*self.days))
