"""A small desk with every state of a booking and of money in it, sound to the last paisa."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Table, insert, text

from db import drawer_moves, journal, ledger, shifts
from db.database import Session
from db.ids import BookingId, CustomerId, RequestKey, ShiftId
from db.keys import new_key
from db.mark import raise_series
from db.schema import (
    booking,
    booking_line,
    claim,
    closure,
    closure_unit,
    customer,
    document,
    gateway_money,
    house_account,
    offering,
    open_case,
    payment,
    promo,
    promo_use,
    quote,
    refund,
    shift,
    site,
    slot,
    top_up,
    unit,
)
from db.states import AccountKind, DrawerMoveKind
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.financial_year import issued_on
from desktop.services.domain.shift import Closing, Opening
from desktop.services.steps.begin_shift import begin_shift
from desktop.services.steps.end_shift import end_shift, seal_shift
from desktop.services.steps.open_shift import open_shift_id
from tests.auditing.settled import settle
from tests.auditing.sound_papers import add_papers

NOW = datetime(2026, 11, 22, 5, 12, 7, tzinfo=UTC)
HOLD = timedelta(seconds=600)
HOUSE = {"card": "card_machine", "razorpay": "gateway"}
Cell = tuple[str, str]


class Builder:
    """Writes rows as the use cases do: 1,050.00 a booking, of it 50.00 tax."""

    total_paise = 105_000
    tax_paise = 5_000

    def __init__(self, session: Session) -> None:
        self.session = session
        self.number = 0
        self.told: list[tuple[str, BookingId, dict[str, Any]]] = []

    def put(self, table: Table, **row: Any) -> str:
        """Insert a row with a key of its own, if the table has one."""
        values = {"id": new_key(), **row} if "id" in table.c else dict(row)
        self.session.execute(insert(table), {**values, "home": self.session.home})
        return str(values.get("id", ""))

    def post(self, kind: str, moves: Mapping[str, int], booking_id: str | None, owner: str = "") -> str:
        """Post an entry and return its id; `owner` is the customer whose wallet is meant."""
        about = BookingId(booking_id) if booking_id else None
        owners = {"wallet": CustomerId(owner), "reserved_wallet": about, "drawer": self.shift}
        postings = [
            (ledger.get_account(self.session, AccountKind(account), owners.get(account)), paise)
            for account, paise in moves.items()
        ]
        return ledger.post(self.session, kind, postings, booking_id=about)

    @property
    def shift(self) -> ShiftId:
        """This desk's open shift."""
        return open_shift_id(self.session)

    def customer(self, name: str, mobile: str, wallet_paise: int) -> str:
        """Add a customer who has paid cash into the wallet."""
        found = self.put(customer, name=name, mobile=mobile, created_at=NOW)
        posted = self.post("wallet_top_up", {"drawer": wallet_paise, "wallet": -wallet_paise}, None, found)
        self.put(
            top_up,
            entry_id=posted,
            customer_id=found,
            amount_paise=wallet_paise,
            shift_id=self.shift,
            clerk="asha",
        )
        return found

    def book(self, name: str, owner: str, cells: list[Cell], *, age: timedelta, promo_id: str = "") -> str:
        """Place a hold `age` ago; its cost is shared by its lines."""
        self.number += 1
        reserved = NOW - age
        quoted = self.put(quote, made_at=reserved, content="{}", total_paise=self.total_paise)
        sums = self._price(self.total_paise, self.tax_paise, 10_000 if promo_id else 0)
        found = self.put(
            booking,
            reference=f"BK-{name}",
            quote_id=quoted,
            customer_id=owner,
            desk_id=self.session.actor.desk_id,
            clerk="asha",
            state="held",
            title="Deluxe",
            line_count=len(cells),
            promo_id=promo_id or None,
            reserved_at=reserved,
            expires_at=reserved + HOLD,
            request_key=name,
            **sums,
        )
        for number, (unit_id, slot_id) in enumerate(cells, start=1):
            self._line(found, number, unit_id, slot_id, len(cells), promo_id)
            self.put(claim, unit_id=unit_id, slot_id=slot_id, booking_id=found, expires_at=reserved + HOLD)
        if promo_id:
            self.put(promo_use, booking_id=found, promo_id=promo_id, customer_id=owner)
            self.session.execute(text("UPDATE promo SET uses = uses + 1"))
        journal.record(
            self.session, "BOOKING_RESERVED", {"booking": f"BK-{name}"}, booking_id=BookingId(found)
        )
        return found

    def _price(self, total: int, tax: int, discount: int) -> dict[str, int]:
        return {
            "base_paise": total - tax + discount,
            "discount_paise": discount,
            "fee_paise": 0,
            "tax_paise": tax,
            "total_paise": total,
        }

    def _line(
        self, booking_id: str, number: int, unit_id: str, slot_id: str, count: int, promo_id: str
    ) -> None:
        discount = 10_000 // count if promo_id else 0
        self.put(
            booking_line,
            booking_id=booking_id,
            number=number,
            unit_id=unit_id,
            slot_id=slot_id,
            kind="room",
            stay=number,
            description="Deluxe",
            thing="Deluxe",
            unit_name="1",
            day=NOW.date(),
            starts_at=NOW,
            ends_at=NOW + timedelta(days=1),
            boarding_minutes=0,
            time_zone="Asia/Kolkata",
            adults=1,
            children=0,
            details="",
            tax_rate_bp=500,
            taxable_paise=(self.total_paise - self.tax_paise) // count,
            cgst_paise=self.tax_paise // count // 2,
            sgst_paise=self.tax_paise // count // 2,
            policy="[]",
            **self._price(self.total_paise // count, self.tax_paise // count, discount),
        )

    def pay(self, booking_id: str, owner: str, **tenders: int) -> dict[str, str]:
        """Take captured money; return the payments' ids by tender."""
        paid = {}
        for tender, paise in tenders.items():
            account = HOUSE.get(tender, "drawer" if tender == "cash" else tender)
            self.post("payment", {account: paise, "advance_received": -paise}, booking_id, owner)
            paid[tender] = self.put(
                payment,
                booking_id=booking_id,
                tender=tender,
                state="captured",
                amount_paise=paise,
                request_key=new_key(),
                created_at=NOW,
                settled_at=NOW,
                shift_id=None if tender == "razorpay" else self.shift,
                reference=f"pay_{self.number}" if tender == "razorpay" else None,
            )
            self.tell("PAYMENT_CAPTURED", booking_id, payment=paid[tender], tender=tender, amount_paise=paise)
            if tender == "razorpay":
                self.find_money(f"pay_{self.number}", booking_id, paise, "applied", paid[tender])
        return paid

    def tell(self, tag: str, booking_id: str, **content: Any) -> None:
        """Tell the journal of money, at the end of everything."""
        self.told.append((tag, BookingId(booking_id), content))

    def find_money(
        self, gateway_id: str, booking_id: str, paise: int, use: str, payment_id: str | None
    ) -> None:
        """Take in money that the gateway tells of."""
        self.put(
            gateway_money,
            gateway_payment_id=gateway_id,
            payment_id=payment_id,
            booking_id=booking_id,
            amount_paise=paise,
            use=use,
            found_at=NOW,
            found_by="poll",
        )

    def move(self, booking_id: str, state: str, **moments: datetime) -> None:
        """Put a booking into another state, its claims with it."""
        changes = {"confirmed": "NULL", "completed": "NULL"}.get(state)
        query = "UPDATE claim SET expires_at = NULL WHERE booking_id = :id"
        self.session.execute(
            text(query if changes else "DELETE FROM claim WHERE booking_id = :id"), {"id": booking_id}
        )
        values = {"state": state, **moments}
        self.session.execute(booking.update().where(booking.c.id == booking_id).values(**values))
        content = {"new_status": state}
        journal.record(self.session, f"BOOKING_{state.upper()}", content, booking_id=BookingId(booking_id))

    def confirm(self, booking_id: str, state: str = "confirmed") -> None:
        """Confirm a booking that has been paid."""
        sale = {"sales": -(self.total_paise - self.tax_paise), "tax_payable": -self.tax_paise}
        self.post("sale", {"advance_received": self.total_paise, **sale}, booking_id)
        self.move(booking_id, state, confirmed_at=NOW)


def build(session: Session) -> None:
    """Fill a desk: rooms 1 to 3 for two nights, a bus with two seats, one booking in each state."""
    make = Builder(session)
    place = make.put(site, code="S", name="Sea View", city="Goa", time_zone="Asia/Kolkata")
    cells = {
        "room": _offering(make, place, "room", units=3, days=2),
        "bus": _offering(make, place, "bus", units=2, days=1),
    }
    (one, two, three), (first, second) = cells["room"]
    (seat, other_seat), (departure,) = cells["bus"]
    asha = make.customer("Asha", "+919876543210", 300_000)
    ravi = make.customer("Ravi", "+919876501234", 50_000)
    ten = make.put(
        promo,
        code="TEN",
        kind="any",
        discount="flat",
        value_paise=10_000,
        starts_at=NOW - timedelta(days=1),
        ends_at=NOW + timedelta(days=9),
        uses_max=5,
        uses_per_customer_max=1,
    )
    minute = timedelta(minutes=1)
    confirmed = make.book("CONF", asha, [(one, first), (one, second)], age=90 * minute, promo_id=ten)
    make.pay(confirmed, asha, wallet=100_000, cash=5_000)
    make.confirm(confirmed)
    held = make.book("HELD", ravi, [(two, first)], age=3 * minute, promo_id=ten)
    _to_an_account(make, make.pay(held, ravi, card=1_000)["card"], "card")
    _reserve_share(make, held, ravi)
    make.book("OVER", ravi, [(three, first)], age=11 * minute)
    gone = make.book("GONE", ravi, [(three, second)], age=60 * minute)
    make.move(gone, "expired", expired_at=NOW - 50 * minute)
    _money_that_came_late(make, gone)
    sold = make.book("DONE", asha, [(seat, departure)], age=50 * minute)
    make.pay(sold, asha, razorpay=105_000)
    make.confirm(sold, "completed")
    _cancel(make, make.book("BACK", asha, [(two, second)], age=40 * minute), asha)
    blocked = make.put(
        closure,
        kind="block",
        offering_id="bus",
        first_day=date(2026, 11, 24),
        last_day=date(2026, 11, 24),
        reason="broken",
        clerk="asha",
        created_at=NOW,
    )
    make.put(closure_unit, closure_id=blocked, unit_id=other_seat)
    make.put(claim, unit_id=other_seat, slot_id=departure, closure_id=blocked)
    add_papers(session)
    for tag, about, content in make.told:
        journal.record(session, tag, content, booking_id=about)
    _close_a_shift(make)
    settle(session, NOW)
    journal.record(session, "STOCK_BLOCKED", {"closure": blocked})


def _to_an_account(make: Builder, payment_id: str, tender: str) -> None:
    """Name the account of the house that a payment went to."""
    account = make.put(house_account, tender=tender, name="Front desk", created_at=NOW)
    chosen = payment.update().where(payment.c.id == payment_id)
    make.session.execute(chosen.values(house_account_id=account))


def _close_a_shift(make: Builder) -> None:
    """Beside the one that sells: a float of 500.00, 100.00 of it dropped, 1.00 too little at the close."""
    session = make.session
    desk_id, sells = session.actor.desk_id, shift.update().where(shift.c.id == make.shift)
    session.execute(sells.values(closed_at=NOW))
    opening = Opening({100_00: 5}, "first float")
    shift_id = begin_shift(session, desk_id, opening, clerk="ravi", person_id=None)
    drawer = ledger.get_account(session, AccountKind.DRAWER, shift_id)
    safe = ledger.get_account(session, AccountKind.SAFE)
    drawer_moves.add(
        session,
        DrawerMoveKind.DROP,
        shift_id=shift_id,
        entry_id=ledger.post(session, "cash_dropped", ((drawer, -100_00), (safe, 100_00))),
        amount_paise=100_00,
        reason="as every noon",
        request_key=RequestKey("drop"),
    )
    row = shifts.lock(session, shift_id)
    assert row is not None
    end_shift(session, row, Closing(shift_id, {100_00: 3, 1_00: 99}, left_paise=200_00))
    seal_shift(session, row, DeskSettings("Asia/Kolkata", practice=True))
    session.execute(sells.values(closed_at=None))


def _offering(make: Builder, place: str, kind: str, *, units: int, days: int) -> tuple[list[str], list[str]]:
    make.put(
        offering, id=kind, site_id=place, kind=kind, code=kind, name=kind, description="", policy_code="std"
    )
    names = [make.put(unit, offering_id=kind, name=f"{kind} {n}", rank=n) for n in range(units)]
    slots = [
        make.put(
            slot,
            offering_id=kind,
            day=date(2026, 11, 24) + timedelta(days=n),
            starts_at=NOW + timedelta(days=2 + n),
            ends_at=NOW + timedelta(days=3 + n),
            price_paise=100_000,
        )
        for n in range(days)
    ]
    return names, slots


def _reserve_share(make: Builder, booking_id: str, owner: str) -> None:
    make.post("reserve", {"wallet": 20_000, "reserved_wallet": -20_000}, booking_id, owner)
    make.put(
        payment,
        booking_id=booking_id,
        tender="razorpay",
        state="waiting",
        amount_paise=84_000,
        wallet_paise=20_000,
        request_key=new_key(),
        created_at=NOW,
    )


def _money_that_came_late(make: Builder, booking_id: str) -> None:
    make.find_money("pay_late", booking_id, 105_000, "case", None)
    make.post("late", {"gateway": 105_000, "unresolved_money": -105_000}, booking_id)
    make.put(
        open_case,
        kind="late",
        state="open",
        booking_id=booking_id,
        gateway_payment_id="pay_late",
        amount_paise=105_000,
        proposal="confirm",
        facts="{}",
        opened_at=NOW,
    )


def _cancel(make: Builder, booking_id: str, owner: str) -> None:
    """Half of everything goes back: the wallet's share at once, the gateway's when it answers."""
    paid = make.pay(booking_id, owner, wallet=5_000, razorpay=100_000)
    make.confirm(booking_id)
    make.post("cancel", {"sales": 50_000, "tax_payable": 2_500, "refunds_payable": -52_500}, booking_id)
    make.post("refund", {"refunds_payable": 2_500, "wallet": -2_500}, booking_id, owner)
    legs = (("wallet", "done", 2_500, None), ("razorpay", "planned", 50_000, f"pay_{make.number}"))
    for tender, state, paise, gateway_id in legs:
        given = make.put(
            refund,
            booking_id=booking_id,
            payment_id=paid[tender],
            gateway_payment_id=gateway_id,
            tender=tender,
            state=state,
            amount_paise=paise,
            request_key=new_key(),
            created_at=NOW,
            settled_at=NOW if state == "done" else None,
        )
        tag = f"REFUND_{state.upper()}"
        make.tell(tag, booking_id, refund=given, payment=paid[tender], tender=tender, amount_paise=paise)
    make.move(booking_id, "cancelled", cancelled_at=NOW)
    raise_series(make.session, "refund_slip", 2627, 1)
    slip = {"kind": "refund_slip", "number": "D1-X-2627-000001", "issued_on": issued_on(NOW)}
    voucher = make.put(document, **slip, booking_id=booking_id, made_at=NOW)
    make.session.execute(refund.update().where(refund.c.booking_id == booking_id).values(document_id=voucher))
    back = {"refund_paise": 52_500, "refund_tax_paise": 2_500, "voucher_id": voucher}
    ended = booking_line.update().where(booking_line.c.booking_id == booking_id)
    make.session.execute(ended.values(cancelled_at=NOW, cancel_reason="ill", refund_rule="policy", **back))
