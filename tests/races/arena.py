"""A small catalogue to fight over: one room, one seat, one place, and eight rooms, on many days."""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import func, insert, select

from db.database import Database, Session
from db.engine import open_engine
from db.install import install
from db.keys import new_key
from db.migrate import migrate
from db.node_clock import Clock, NodeClock
from db.schema import offering, policy, site, slot, tax_rate, unit
from tests.actors import actor_of, works_at

# Far enough ahead that no duel, an hour after the one before, ever reaches it.
FIRST_AHEAD = 98
DAYS = 420
THINGS = {"ROOM": ("room", 1), "SEAT": ("bus", 1), "PLACE": ("tour", 1), "ROOMS": ("room", 8)}
PRICE_PAISE = 1_000_00
TIERS = '[{"hours_before": 0, "refund_bp": 10000}]'


def open_arena(url: str, desk_code: str, clock: Clock | None = None) -> Database:
    """Open a migrated database as one desk, with its own engine and the node's clock."""
    engine = open_engine(url)
    migrate(engine)
    who = install(engine, desk_code=desk_code, clerk=desk_code)
    if clock is None and engine.dialect.name == "sqlite":
        clock = NodeClock(engine)
    return works_at(Database(engine, clock=clock, home=who.home), who, desk_code)


def build_arena(database: Database) -> None:
    """Put everything on sale from FIRST_AHEAD days on, for DAYS days at PRICE_PAISE."""
    with database.write(actor_of(database)) as session:
        first_day = session.now.date() + timedelta(days=FIRST_AHEAD)
        home = {"home": session.home}
        place = {"id": "site", "code": "S", "name": "S", "city": "Pune", "time_zone": "Asia/Kolkata"}
        session.execute(insert(site), place | home)
        long_ago = {"effective_from": date(2020, 1, 1)} | home
        rule = {"id": "policy", "code": "ALL", "name": "all", "tiers": TIERS}
        session.execute(insert(policy), rule | long_ago)
        for kind in ("room", "bus", "tour"):
            tax = {"id": f"tax-{kind}", "tax_class": kind, "over_paise": -1, "rate_bp": 500}
            session.execute(insert(tax_rate), tax | {"valid_from": date(2020, 1, 1)} | home)
        for code, (kind, count) in THINGS.items():
            _thing(session, code, kind, count, first_day)


def first_day(database: Database) -> date:
    """Return the first day on sale."""
    with database.read() as session:
        found: date = session.execute(select(func.min(slot.c.day, type_=slot.c.day.type))).scalar_one()
    return found


def _thing(session: Session, code: str, kind: str, count: int, first_day: date) -> None:
    home = {"home": session.home}
    words = {"code": code, "name": code, "description": "", "policy_code": "ALL", "kind": kind}
    words["tax_class"] = kind
    session.execute(insert(offering), {"id": code, "site_id": "site"} | words | home)
    units = [
        {"id": f"{code}-{number}", "offering_id": code, "name": f"{code}-{number}", "rank": number} | home
        for number in range(count)
    ]
    session.execute(insert(unit), units)
    slots = []
    for ahead in range(DAYS):
        day = first_day + timedelta(days=ahead)
        starts = datetime.combine(day, time(9), UTC)
        times = {"day": day, "starts_at": starts, "ends_at": starts + timedelta(hours=20)}
        row = {"id": new_key(), "offering_id": code, "price_paise": PRICE_PAISE}
        slots.append(row | times | home)
    session.execute(insert(slot), slots)
