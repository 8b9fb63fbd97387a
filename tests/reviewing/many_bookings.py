"""Bookings of every kind, state, tender and desk, known in plain Python as well."""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import insert

from db.database import Session
from db.keys import new_key
from db.schema import (
    booking,
    booking_line,
    customer,
    desk,
    offering,
    payment,
    quote,
    refund,
    site,
    slot,
    unit,
)
from db.search_key import search_key
from db.states import Tender

NOW = datetime(2026, 11, 22, 5, 12, 7, tzinfo=UTC)
KINDS = ("room", "bus", "tour")
TENDERS = tuple(tender.value for tender in Tender)
STATES = ("held", "confirmed", "expired", "cancelled", "completed")
TITLES = (
    "Deluxe 203, 24-26 Nov",
    "Goa 21:30 24 Nov 4A 4B",
    "Sunrise trek 29 Nov x3",
    "100% off_season",
    "सैर",
)
NAMES = ("Asha Patil", "Ravi O'Neil", "आशा", "=cmd|' /C calc'!A0", 'Meena, "M"')


@dataclass(frozen=True)
class Known:
    """A booking as the test knows it."""

    id: str
    reference: str
    reserved_at: datetime
    stored_state: str
    kinds: tuple[str, ...]
    title: str
    name: str
    mobile: str
    desk_code: str
    paid: dict[str, int]
    open_tender: bool
    total_paise: int
    refunded_paise: int

    @property
    def was_sold(self) -> bool:
        """Whether it was ever paid for: every other one of the cancelled was."""
        often = self.stored_state == "cancelled" and self.total_paise % 2
        return self.stored_state in ("confirmed", "completed") or bool(often)

    @property
    def state(self) -> str:
        """The state by the clock."""
        over = self.reserved_at + timedelta(seconds=600) <= NOW
        return "expired" if self.stored_state == "held" and over else self.stored_state


def invent(count: int) -> list[Known]:
    """Return bookings of the last three days, the same every time; some at the same moment."""
    dice = random.Random(22)
    return [_one(dice, number) for number in range(count)]


def _one(dice: random.Random, number: int) -> Known:
    minutes = dice.choice((0, 9, 10, 11, dice.randrange(4_320), dice.randrange(4_320)))
    total = dice.randrange(1, 900_000)
    paid = {tender: dice.randrange(100, 9_999) for tender in dice.sample(TENDERS, dice.randrange(3))}
    person = dice.randrange(len(NAMES))
    return Known(
        id=new_key(),
        reference=f"BK-{number:06X}",
        reserved_at=NOW - timedelta(minutes=minutes),
        stored_state=dice.choice(STATES),
        kinds=tuple(dice.sample(KINDS, dice.randrange(1, 4))),
        title=dice.choice(TITLES),
        name=NAMES[person],
        mobile=f"+9198765432{person}0",
        desk_code=dice.choice(("D1", "D2")),
        paid=paid,
        open_tender="razorpay" not in paid and dice.random() < 0.3,
        total_paise=total,
        refunded_paise=dice.randrange(1, 99) if "cash" in paid else 0,
    )


def write(session: Session, known: list[Known]) -> None:
    """Write the bookings, and no more of the rest than the keys ask for."""
    home = {"home": session.home}
    empty_desk = {"id": "two", "code": "D2", "name": "Desk 2", "journal_hash": "0" * 64}
    session.execute(insert(desk), empty_desk | home)
    place = {"id": "s", "code": "S", "name": "S", "city": "Goa", "time_zone": "Asia/Kolkata"}
    session.execute(insert(site), place | home)
    session.execute(insert(quote), {"id": "q", "made_at": NOW, "content": "{}", "total_paise": 0} | home)
    for kind in KINDS:
        words = {"name": kind, "code": kind, "description": "", "policy_code": "std"}
        session.execute(insert(offering), {"id": kind, "site_id": "s", "kind": kind} | words | home)
        session.execute(insert(unit), {"id": kind, "offering_id": kind, "name": kind, "rank": 1} | home)
        day = {"day": date(2026, 11, 24), "starts_at": NOW, "ends_at": NOW + timedelta(days=1)}
        session.execute(insert(slot), {"id": kind, "offering_id": kind, "price_paise": 1} | day | home)
    for number, name in enumerate(NAMES):
        row = {"id": name, "mobile": f"+9198765432{number}0", "name": name, "created_at": NOW}
        row["search_key"] = search_key(name)
        session.execute(insert(customer), row | home)
    for one in known:
        _write_one(session, one, home)


def _write_one(session: Session, one: Known, home: dict[str, str]) -> None:
    amounts = {"base_paise": one.total_paise, "discount_paise": 0, "fee_paise": 0, "tax_paise": 0}
    amounts["total_paise"] = one.total_paise
    row = {
        "id": one.id,
        "reference": one.reference,
        "quote_id": "q",
        "customer_id": one.name,
        "desk_id": session.actor.desk_id if one.desk_code == "D1" else "two",
        "clerk": "asha",
        "state": one.stored_state,
        "title": one.title,
        "line_count": len(one.kinds),
        "reserved_at": one.reserved_at,
        "expires_at": one.reserved_at + timedelta(seconds=600),
        "confirmed_at": NOW if one.was_sold else None,
        "expired_at": NOW if one.stored_state == "expired" else None,
        "cancelled_at": NOW if one.stored_state == "cancelled" else None,
        "request_key": one.id,
    }
    session.execute(insert(booking), row | amounts | home)
    for number, kind in enumerate(one.kinds, start=1):
        line = {"booking_id": one.id, "number": number, "unit_id": kind, "slot_id": kind, "kind": kind}
        words = {"description": kind, "details": "", "policy": "[]", "day": NOW.date(), "starts_at": NOW}
        words |= {"stay": number, "thing": kind, "unit_name": kind, "time_zone": "Asia/Kolkata"}
        words |= {"ends_at": NOW + timedelta(days=1), "boarding_minutes": 0}
        counts = {"adults": 1, "children": 0, "tax_rate_bp": 0, "taxable_paise": one.total_paise}
        session.execute(insert(booking_line), line | words | counts | amounts | home)
    paid = [_pay(session, one, tender, "captured", paise, home) for tender, paise in one.paid.items()]
    if one.open_tender:
        _pay(session, one, "razorpay", "waiting", 500, home)
    if one.refunded_paise:
        # What another refund took the place of, and money that was never the sale's, give nothing of it back.
        back = (("done", one.refunded_paise, paid[0]), ("replaced", 7, paid[0]), ("done", 9, None))
        for state, paise, payment_id in back:
            source: dict[str, str | None] = {"gateway_payment_id": "pay_1", "tender": "razorpay"}
            source |= {"state": state, "payment_id": payment_id}
            amount = {"amount_paise": paise, "request_key": new_key(), "created_at": NOW, "settled_at": NOW}
            session.execute(insert(refund), {"id": new_key(), "booking_id": one.id} | source | amount | home)


def _pay(session: Session, one: Known, tender: str, state: str, paise: int, home: dict[str, str]) -> str:
    settled = NOW if state == "captured" else None
    row = {"id": new_key(), "booking_id": one.id, "tender": tender, "state": state, "amount_paise": paise}
    times = {"request_key": new_key(), "created_at": NOW, "settled_at": settled}
    session.execute(insert(payment), row | times | home)
    return str(row["id"])
