"""Days with what is left of them, and what stands in the way of a sale."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.services.domain.catalogue import Availability, DaySale


class DayMark(StrEnum):
    """Why a day can't be sold; OPEN when it can."""

    OPEN = "open"
    TOO_FEW = "too_few"
    FULL = "full"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class DayView:
    """One day of a list: price from, how much is left, and what stands in the way."""

    day: date
    starts_at: datetime
    price_paise: int
    free_count: int
    unit_count: int
    mark: DayMark
    reason: str
    time_zone: str


def day_views(stock: Availability, wanted: int) -> tuple[DayView, ...]:
    """Return the days of a calendar for `wanted` units."""
    return tuple(
        DayView(
            day=sale.day,
            starts_at=sale.starts_at,
            price_paise=sale.price_paise,
            free_count=sale.free_count,
            unit_count=sale.unit_count,
            mark=_mark(sale, stock, wanted),
            reason=sale.stop_reason,
            time_zone=stock.offering.time_zone,
        )
        for sale in stock.days
    )


def has_left(sale: DaySale, stock: Availability) -> bool:
    """Whether it is too late: the night has ended, the coach has passed its last boarding stop."""
    return sale.sold_until <= stock.as_of


def _mark(sale: DaySale, stock: Availability, wanted: int) -> DayMark:
    if sale.cancelled:
        return DayMark.CANCELLED
    if sale.stopped:
        return DayMark.STOPPED
    if has_left(sale, stock):
        return DayMark.GONE
    if sale.free_count == 0:
        return DayMark.FULL
    return DayMark.TOO_FEW if sale.free_count < wanted else DayMark.OPEN
