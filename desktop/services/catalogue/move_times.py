"""A start or an end that an import moved: the price is frozen, the time is live, whom it hits is named."""

from datetime import datetime
from zoneinfo import ZoneInfo

from db import holders, journal
from db.catalogue import SlotRow
from db.database import Session
from db.holders import HolderRow
from db.ids import SlotId
from desktop.services.catalogue.hits import HOUR_COLUMN, code_of, fault_at, grouped, what
from desktop.services.catalogue.write_rows import CatalogueWriter
from desktop.services.domain.catalogue_import import HitKind, ImportFault, ImportHit
from desktop.services.steps.retitle import retitle


def move_times(session: Session, writer: CatalogueWriter) -> tuple[list[ImportFault], list[ImportHit]]:
    """Name and retitle every booking with a live line in a slot that has another time now.

    A start that the import would put into the past is a fault where somebody has bought: nobody could come.
    """
    old = {slot.id: slot for slot, _ in writer.moved}
    if not old:
        return [], []
    offering_ids = {slot.offering_id for slot in old.values()}
    holders.lock(session, offering_ids)
    from_day = min(slot.day for slot in old.values())
    found = [one for one in holders.list_holders(session, offering_ids, from_day) if one.slot_id in old]
    late = grouped([one for one in found if one.starts_at <= session.now], lambda one: one.offering_id)
    if late:
        faults = []
        for offering_id, those in late.items():
            names = ", ".join(dict.fromkeys(one.reference for one in those))
            reason = f"would start at {_hour(those[0].starts_at, those[0])}, which is over, for {names}"
            faults.append(fault_at(writer, offering_id, HOUR_COLUMN, reason))
        return faults, []
    groups = grouped(found, lambda one: (one.booking_id, one.offering_id))
    return [], [_tell(session, writer, old, those) for those in groups.values()]


def _tell(
    session: Session, writer: CatalogueWriter, old: dict[SlotId, SlotRow], those: list[HolderRow]
) -> ImportHit:
    first = those[0]
    was, now = _words(old[first.slot_id], first)
    days = what(code_of(writer, first.offering_id), (one.day for one in those))
    retitle(session, first.booking_id)
    content = {"reference": first.reference, "what": days, "was": was, "now": now}
    journal.record(session, "BOOKING_TIME_MOVED", content, booking_id=first.booking_id)
    return ImportHit(first.booking_id, first.reference, HitKind.TIME_MOVED, days, was, now)


def _words(old: SlotRow, one: HolderRow) -> tuple[str, str]:
    if old.starts_at != one.starts_at:
        return _hour(old.starts_at, one), _hour(one.starts_at, one)
    return f"until {_hour(old.ends_at, one)}", f"until {_hour(one.ends_at, one)}"


def _hour(moment: datetime, one: HolderRow) -> str:
    return f"{moment.astimezone(ZoneInfo(one.time_zone)):%H:%M}"
