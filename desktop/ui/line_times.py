"""When a line begins and ends, in the time of its own site: the same words on paper and on the screen.

`translate` and `locale` are the paper's for what is printed; without them the screen's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.booking import BookingLine
from desktop.services.domain.kinds import TRAITS, Begins
from desktop.ui import formats

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtCore import QLocale

    from desktop.services.domain.quote import QuoteLine
    from desktop.services.domain.spans import Span

STOPS = " - "


@dataclass(frozen=True, slots=True)
class LineTimes:
    """Writes the times of spans."""

    translate: Callable[[str, str], str] = QCoreApplication.translate
    locale: QLocale | None = None

    def when(self, span: Span[QuoteLine] | Span[BookingLine], today: date) -> str:
        """Return check-in and check-out of a stay, else day and hour at the chosen stop or of the start.

        The year is told where it is not that of `today`.
        """
        first, last = span.first, span.last
        if TRAITS[first.kind].begins is Begins.CHECK_IN:
            translate = self.translate
            return translate("LineTimes", "in {check_in}, out {check_out}").format(
                check_in=self._moment(_starts_at(first), first, today, " "),
                check_out=self._moment(_ends_at(last), last, today, " "),
            )
        return self._moment(_boards_at(first), first, today)

    def stop(self, span: Span[QuoteLine] | Span[BookingLine]) -> str:
        """Return the name of a stop that is reached after the departure; nothing for the origin."""
        line = span.first
        return line.details.split(STOPS)[0] if line.boarding_minutes else ""

    def notes(self, span: Span[QuoteLine] | Span[BookingLine], today: date) -> tuple[str, ...]:
        """Return when the coach leaves its origin, where that is not when they get in, and what was moved."""
        translate, first, last = self.translate, span.first, span.last
        found = []
        if first.boarding_minutes:
            departs = translate("LineTimes", "departs {moment}")
            found.append(departs.format(moment=self._moment(_starts_at(first), first, today)))
        if isinstance(first, BookingLine) and first.is_moved:
            text = translate("LineTimes", "was {before}, now {now}")
            found.append(self._change(text, first.sold_boards_at, first.boards_at, first, today))
        is_stay = TRAITS[first.kind].begins is Begins.CHECK_IN
        if is_stay and isinstance(last, BookingLine) and last.ends_at != last.ends_now_at:
            text = translate("LineTimes", "check-out was {before}, now {now}")
            found.append(self._change(text, last.ends_at, last.ends_now_at, last, today))
        return tuple(found)

    def _change(self, text: str, before: datetime, now: datetime, line: QuoteLine, today: date) -> str:
        """The hours alone where both are of the same day."""
        days = {formats.local_day(moment, line.time_zone) for moment in (before, now)}
        if len(days) == 1:
            hours = (formats.clock(moment, line.time_zone) for moment in (before, now))
        else:
            hours = (self._moment(moment, line, today, " ") for moment in (before, now))
        return text.format(before=next(hours), now=next(hours))

    def _moment(self, moment: datetime, line: QuoteLine, today: date, between: str = ", ") -> str:
        day = formats.dated(formats.local_day(moment, line.time_zone), today, self.locale)
        return f"{day}{between}{formats.clock(moment, line.time_zone)}"


def line_name(line: QuoteLine) -> str:
    """Return "Pune-Goa 21:30 4A" with the hour as it was sold and the unit as the line names it."""
    hour = f" {formats.clock(line.starts_at, line.time_zone)}" if TRAITS[line.kind].has_route else ""
    return f"{line.thing}{hour} {line.unit_name}"


def _starts_at(line: QuoteLine) -> datetime:
    return line.starts_now_at if isinstance(line, BookingLine) else line.starts_at


def _ends_at(line: QuoteLine) -> datetime:
    return line.ends_now_at if isinstance(line, BookingLine) else line.ends_at


def _boards_at(line: QuoteLine) -> datetime:
    if isinstance(line, BookingLine):
        return line.boards_at
    return line.starts_at + timedelta(minutes=line.boarding_minutes)
