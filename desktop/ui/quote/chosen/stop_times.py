"""When a bus is at a stop."""

from datetime import timedelta

from desktop.services.domain.catalogue import Availability, StopPoint
from desktop.ui import formats


def stop_time(stock: Availability | None, point: StopPoint, time_zone: str) -> str:
    """Return `21:50`, or an empty text while no departure is known."""
    if stock is None or not stock.days:
        return ""
    return formats.clock(stock.days[0].starts_at + timedelta(minutes=point.after_minutes), time_zone)
