"""From when until when a sheet counts, for whoever may see it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db import day_span, shift_list
from db.actor import Actor
from db.database import Session
from db.day_span import Span
from desktop.services.domain.business_date import NIGHT_ENDS_MINUTE
from desktop.services.domain.day_sheet import DayKind, SheetOf
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest, NotFound, NotPermitted
from desktop.services.steps.drawer_sight import may_by_right
from desktop.services.steps.shift_sight import check_sight

# As many days as a year has.
DAYS_MAX = 366


@dataclass(frozen=True, slots=True)
class SheetSpan:
    """A span with its zone, when a day of it begins, and whose shift it is, if it is one's."""

    span: Span
    zone: ZoneInfo
    begins_minute: int = 0
    whose: str = ""
    desk: str = ""
    is_open: bool = False


def span_of(session: Session, of: SheetOf, zone: ZoneInfo, actor: Actor) -> SheetSpan:
    """Return what a sheet counts.

    The house's figures are for whoever may read the day sheet; a shift's for them and, once it is closed, for
    whoever answered for it or closed it. Raises NotPermitted, NotFound, and BadRequest for days that end
    before they begin, are more than DAYS_MAX, or are beyond the calendar.
    """
    if of.shift_id is not None:
        return _shift(session, of, zone, actor)
    if actor.desk_id and not may_by_right(session, actor, ManagerAct.READ_DAY_SHEET):
        raise NotPermitted(ManagerAct.READ_DAY_SHEET, f"{of.first} {of.last}")
    if of.last < of.first:
        raise BadRequest("last_day", "before_first")
    if (of.last - of.first).days >= DAYS_MAX:
        raise BadRequest("last_day", "too_many", most=DAYS_MAX)
    is_business = of.days is DayKind.BUSINESS
    begins = day_span.night_ends_minute(session, NIGHT_ENDS_MINUTE) if is_business else 0
    try:
        span = Span(_moment(of.first, begins, zone), _moment(of.last + timedelta(days=1), begins, zone))
    except OverflowError as beyond:
        raise BadRequest("first_day", "beyond") from beyond
    return SheetSpan(span, zone, begins)


def _moment(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    return (datetime.combine(day, time(), zone) + timedelta(minutes=minutes)).astimezone(UTC)


def _shift(session: Session, of: SheetOf, zone: ZoneInfo, actor: Actor) -> SheetSpan:
    row = shift_list.find(session, of.shift_id) if of.shift_id else None
    if row is None:
        raise NotFound("shift", of.shift_id or "")
    if not actor.desk_id or not may_by_right(session, actor, ManagerAct.READ_DAY_SHEET):
        check_sight(session, row, actor)
    elif row.closed_at is None and not may_by_right(session, actor, ManagerAct.READ_DRAWER):
        # Whoever may count it must not know it before.
        raise NotPermitted(ManagerAct.READ_DRAWER, row.id)
    until = row.closed_at or session.now
    span = Span(row.opened_at, until, row.desk_id, row.id)
    return SheetSpan(span, zone, 0, row.clerk, row.desk_code, row.closed_at is None)
