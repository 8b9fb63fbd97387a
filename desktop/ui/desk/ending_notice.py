"""What is told of offerings whose days come to an end: nobody's board empties without a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.ids import BookingId
from desktop.ui import formats
from desktop.ui.desk.money_notice import About

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop.services.domain.catalogue import Offering

translate = QCoreApplication.translate
# From so many days before the last one the desk says so; and as long after it.
TOLD_DAYS = 30
NAMES_MAX = 6


@dataclass(frozen=True, slots=True)
class EndingNotice:
    """Offerings whose last day on sale is `last_day`; `key` is theirs together."""

    key: str
    last_day: date
    codes: tuple[str, ...]
    is_over: bool

    # What the strip asks of every notice: it leads to the stock page, and to no booking.
    @property
    def about(self) -> About:
        """Where it leads."""
        return About.STOCK

    @property
    def booking_id(self) -> BookingId:
        """No booking."""
        return BookingId("")

    @property
    def reference(self) -> str:
        """No reference."""
        return ""

    @property
    def text(self) -> str:
        """The sentence of the strip."""
        more = len(self.codes) - NAMES_MAX
        names = ", ".join(self.codes[:NAMES_MAX]) + (f" +{more}" if more > 0 else "")
        if self.is_over:
            told = translate(
                "EndingNotice", "{names}: the last day on sale was {day}. Import rates to go on."
            )
        else:
            told = translate(
                "EndingNotice", "{names}: on sale until {day} only. Import rates for later days."
            )
        return told.format(names=names, day=formats.short_day(self.last_day))


def ends_soon(last_day: date | None, today: date) -> bool:
    """Whether the last day on sale is near, or went by not long ago."""
    return last_day is not None and abs((last_day - today).days) <= TOLD_DAYS


def ending_notices(offerings: Iterable[Offering], today: date) -> list[EndingNotice]:
    """Return one notice for each last day that is near, the earliest first."""
    codes: dict[date, list[str]] = {}
    for offering in offerings:
        if offering.last_day is not None and ends_soon(offering.last_day, today):
            codes.setdefault(offering.last_day, []).append(offering.code)
    return [
        EndingNotice(f"{last_day} {' '.join(found)}", last_day, tuple(found), last_day < today)
        for last_day, found in sorted(codes.items())
    ]
