"""ShowToday: the live holds with their deadlines, and the day's numbers."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from db import broken_holds, cases, lines, today
from db.broken_holds import BrokenRow
from db.database import Database, Session
from db.ids import BookingId, DeskId
from db.lines import LineRow
from db.today import HoldRow
from desktop.services.domain.held_again import HELD_AGAIN_WITHIN
from desktop.services.domain.people import mask_mobile
from desktop.services.domain.titles import units_first
from desktop.services.domain.today import BrokenHold, LiveHold, Today
from desktop.services.steps.retitle import sold_line


class ShowToday:
    """Read what stands in the desk's side column. `time_zone` says when the day began."""

    def __init__(self, database: Database, desk_id: DeskId, time_zone: str) -> None:
        self._database = database
        self._desk_id = desk_id
        self._zone = ZoneInfo(time_zone)

    def __call__(self) -> Today:
        """Return every desk's live holds and this desk's numbers of today.

        This desk's own holds stand first, and of each the next to end.
        """
        with self._database.read() as session:
            local = session.now.astimezone(self._zone)
            midnight = datetime.combine(local.date(), time(), self._zone)
            day = today.since(session, self._desk_id, midnight)
            holds = sorted(_holds(session, self._desk_id), key=lambda hold: not hold.is_own)
            broken = broken_holds.unread(session, self._desk_id)
            return Today(
                as_of=session.now,
                holds=tuple(hold for hold in holds if not hold.is_over),
                over=tuple(reversed([hold for hold in holds if hold.is_over])),
                sold_count=day.sold,
                sold_paise=day.sold_paise,
                cancelled_count=day.cancelled,
                open_case_count=cases.count_open(session),
                newest_case_id=cases.newest_open(session),
                refunded_paise=day.refunded_paise,
                broken=tuple(_broken(row) for row in broken),
            )


def _broken(row: BrokenRow) -> BrokenHold:
    return BrokenHold(row.booking_id, row.reference, row.title, row.clerk, row.desk_code, row.reason)


def _holds(session: Session, desk_id: DeskId) -> list[LiveHold]:
    rows = today.holds(session, over_since=session.now - HELD_AGAIN_WITHIN)
    held: dict[BookingId, list[LineRow]] = {}
    for line in lines.of_bookings(session, [row.id for row in rows]):
        held.setdefault(line.booking_id, []).append(line)
    return [_hold(row, held.get(row.id, []), session.now, desk_id) for row in rows]


def _hold(row: HoldRow, held: list[LineRow], now: datetime, desk_id: DeskId) -> LiveHold:
    day = now.astimezone(ZoneInfo(held[0].time_zone)).date() if held else now.date()
    return LiveHold(
        booking_id=row.id,
        reference=row.reference,
        title=row.title,
        kind=row.kind,
        customer_name=row.name,
        masked_mobile=mask_mobile(row.mobile),
        total_paise=row.total_paise,
        expires_at=row.expires_at,
        desk_code=row.desk_code,
        paying=row.paying,
        paid_paise=row.paid_paise,
        customer_id=row.customer_id,
        units_title=units_first([sold_line(line) for line in held], day) or row.title,
        is_over=row.is_over,
        clerk=row.clerk,
        is_own=row.desk_id == desk_id or not desk_id,
        extensions=row.extensions,
    )
