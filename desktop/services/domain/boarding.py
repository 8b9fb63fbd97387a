"""Which boarding stops of a departure can still be reached: a coach is sold until its last one."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from desktop.services.domain.catalogue import StopPoint


def reached_at(point: StopPoint, starts_at: datetime) -> datetime:
    """Return when the coach is at the stop, and until when it is sold from there."""
    return starts_at + timedelta(minutes=point.after_minutes)


def open_stops(points: Sequence[StopPoint], starts_at: datetime, now: datetime) -> tuple[StopPoint, ...]:
    """Return the stops that are not passed yet, in their order."""
    return tuple(point for point in points if reached_at(point, starts_at) > now)


def next_boarding(points: Sequence[StopPoint], starts_at: datetime, now: datetime) -> datetime:
    """Return the departure; once that is gone, when the first stop that is not passed will be reached."""
    coming = open_stops(points, starts_at, now) if starts_at <= now else ()
    return reached_at(coming[0], starts_at) if coming else starts_at
