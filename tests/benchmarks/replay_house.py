"""A hotel for a replay: a room type for each in the file, with fewer rooms than its peak needs."""

import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from db.database import Database, Session
from db.keys import new_key
from db.schema import offering, policy, site, slot, tax_rate, unit
from tests.actors import actor_of
from tests.benchmarks.hotel_file import Stay

ZONE = ZoneInfo("Asia/Kolkata")
# Of the rooms that would be needed if nobody were turned away.
ROOMS_PERCENT = 80
PERSONS_MAX = 6
CHECK_IN, LENGTH = time(14), timedelta(hours=21)
PAISE_PER_RATE = 40_00
TIERS = '[{"hours_before":168,"refund_bp":10000},{"hours_before":24,"refund_bp":5000}]'


def rooms_needed(stays: Sequence[Stay]) -> dict[str, int]:
    """Return each type's rooms at its fullest night if every stay that was not cancelled were sold."""
    nights: dict[str, Counter[date]] = {}
    for stay in stays:
        full = nights.setdefault(stay.room_type, Counter())
        if stay.cancelled_on is None:
            full.update(stay.arrival + timedelta(days=ahead) for ahead in range(stay.nights))
    return {room_type: max(full.values(), default=1) for room_type, full in nights.items()}


def build_hotel(database: Database, stays: Sequence[Stay]) -> Mapping[str, list[str]]:
    """Put the hotel on sale for all days of the stays; return the units' ids by room type."""
    needed = rooms_needed(stays)
    with database.write(actor_of(database)) as session:
        home = {"home": session.home}
        place = {"id": "hotel", "code": "H", "name": "Hotel", "city": "Pune", "time_zone": ZONE.key}
        session.execute(insert(site), place | home)
        long_ago = {"effective_from": date(2000, 1, 1)} | home
        rule = {"id": new_key(), "code": "FLEX", "name": "a week, a day", "tiers": TIERS}
        session.execute(insert(policy), rule | long_ago)
        from_2000 = {"valid_from": date(2000, 1, 1)} | home
        for over, up_to, rate_bp in ((-1, 7_500_00, 500), (7_500_00, None, 1_800)):
            slab = {"id": new_key(), "tax_class": "room", "over_paise": over, "up_to_paise": up_to}
            session.execute(insert(tax_rate), slab | {"rate_bp": rate_bp} | from_2000)
        return {
            room_type: _room_type(
                session,
                room_type,
                max(count * ROOMS_PERCENT // 100, 1),
                [stay for stay in stays if stay.room_type == room_type],
            )
            for room_type, count in sorted(needed.items())
        }


def _room_type(session: Session, name: str, count: int, stays: Sequence[Stay]) -> list[str]:
    home = {"home": session.home}
    words = {"code": name, "name": f"Type {name}", "description": "", "policy_code": "FLEX", "kind": "room"}
    limits = {"persons_max": PERSONS_MAX, "tax_class": "room"}
    session.execute(insert(offering), {"id": name, "site_id": "hotel"} | words | limits | home)
    units = [
        {"id": new_key(), "offering_id": name, "name": f"{name}{n}", "rank": n} | home
        for n in range(1, count + 1)
    ]
    session.execute(insert(unit), units)
    price_paise = max(round(statistics.median(stay.rate for stay in stays)), 1) * PAISE_PER_RATE
    days = sorted({stay.arrival + timedelta(days=ahead) for stay in stays for ahead in range(stay.nights)})
    if days:
        session.execute(insert(slot), [_night(name, day, price_paise) | home for day in days])
    return [str(row["id"]) for row in units]


def _night(room_type: str, day: date, price_paise: int) -> dict[str, Any]:
    starts = datetime.combine(day, CHECK_IN, ZONE)
    # Fridays and Saturdays cost a quarter more.
    price = price_paise * 5 // 4 if day.weekday() in (4, 5) else price_paise
    row = {"id": new_key(), "offering_id": room_type, "day": day, "price_paise": price}
    return row | {"starts_at": starts, "ends_at": starts + LENGTH}
