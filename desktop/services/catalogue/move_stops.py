"""A boarding stop that an import moved or took away: whoever boards there is told, or it is refused."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from db import holders, journal, lines
from db.catalogue import StopPointRow
from db.catalogue_words import StopDirection
from db.database import Session
from db.holders import HolderRow
from db.ids import OfferingId
from db.lines import LineRow
from desktop.services.catalogue.hits import code_of, grouped, what
from desktop.services.catalogue.row_kinds import StopRow
from desktop.services.catalogue.write_rows import CatalogueWriter
from desktop.services.domain.catalogue_import import HitKind, ImportFault, ImportHit

ONE_DAY = timedelta(days=1)
BETWEEN = " - "


def move_stops(session: Session, writer: CatalogueWriter) -> tuple[list[ImportFault], list[ImportHit]]:
    """Bring lines to the new minutes of their stops and name their bookings.

    A fault where the stop of somebody who has not boarded yet is gone, or its new time is over already.
    """
    if not writer.stops_before:
        return [], []
    holders.lock(session, writer.stops_before)
    # A coach may be on the road since yesterday, wherever the site is.
    found = holders.list_holders(session, writer.stops_before, session.now.date() - 2 * ONE_DAY)
    faults: list[ImportFault] = []
    hits: list[ImportHit] = []
    for (booking_id, _), those in grouped(found, lambda one: (one.booking_id, one.slot_id)).items():
        rows = {row.number: row for row in lines.of_booking(session, booking_id)}
        moved = []
        for one in those:
            row = rows[one.number]
            if one.starts_at + timedelta(minutes=row.boarding_now_minutes) <= session.now:
                continue
            gone, minutes = _after(writer, one.offering_id, row)
            over = one.starts_at + timedelta(minutes=minutes) <= session.now
            if gone or over:
                why = f"would leave {one.reference} without its stop {gone} on {one.day}"
                if not gone:
                    why = f"would be at the stop of {one.reference} on {one.day} at a time that is over"
                faults.append(_fault(writer, one.offering_id, why))
            elif minutes != row.boarding_now_minutes:
                lines.board_after(session, booking_id, one.number, minutes)
                moved.append((one, row.boarding_now_minutes, minutes))
        if moved:
            hits.append(_told(session, writer, *moved[0]))
    return ([*dict.fromkeys(faults)], []) if faults else ([], hits)


def _after(writer: CatalogueWriter, offering_id: OfferingId, row: LineRow) -> tuple[str, int]:
    """Return the line's stop that is gone, if one is, and the minutes to its boarding stop now."""
    service = code_of(writer, offering_id)
    now = [stop for stop in writer.parsed.of(StopRow) if stop.service == service]
    names = {(stop.direction, stop.stop): stop.after_minutes for stop in now}
    minutes = row.boarding_now_minutes
    for direction in StopDirection:
        before = [stop for stop in writer.stops_before[offering_id] if stop.direction is direction]
        name = _chosen(before, row.details, direction)
        if name and (direction, name) not in names:
            return name, minutes
        if name and direction is StopDirection.BOARDING:
            minutes = names[direction, name]
    return "", minutes


def _chosen(points: Iterable[StopPointRow], details: str, direction: StopDirection) -> str:
    """Return the stop that the line's words begin or end with; a name may have a dash of its own."""
    if direction is StopDirection.BOARDING:
        names = [one.name for one in points if f"{details}{BETWEEN}".startswith(f"{one.name}{BETWEEN}")]
    else:
        names = [one.name for one in points if f"{BETWEEN}{details}".endswith(f"{BETWEEN}{one.name}")]
    return max(names, key=len, default="")


def _told(session: Session, writer: CatalogueWriter, one: HolderRow, before: int, after: int) -> ImportHit:
    days = what(code_of(writer, one.offering_id), [one.day])
    was, now = (_hour(one.starts_at + timedelta(minutes=minutes), one) for minutes in (before, after))
    content = {"reference": one.reference, "what": days, "was": was, "now": now}
    journal.record(session, "BOOKING_TIME_MOVED", content, booking_id=one.booking_id)
    return ImportHit(one.booking_id, one.reference, HitKind.TIME_MOVED, days, was, now)


def _hour(moment: datetime, one: HolderRow) -> str:
    return f"{moment.astimezone(ZoneInfo(one.time_zone)):%H:%M}"


def _fault(writer: CatalogueWriter, offering_id: OfferingId, reason: str) -> ImportFault:
    service = code_of(writer, offering_id)
    row = next(stop for stop in writer.parsed.of(StopRow) if stop.service == service)
    return ImportFault(row.file, row.line, "stop", reason)
