"""PlaceHold: take the units of a quote for exactly ten minutes."""

import json
import secrets
from datetime import datetime, timedelta
from typing import Any

from db import bookings, claims, journal, promos, quotes, rules
from db.database import Database, Session
from db.keys import new_key
from desktop.services.domain.booking import Hold
from desktop.services.domain.lifecycles import Kind
from desktop.services.domain.promo import PromoReason, PromoRefused
from desktop.services.domain.quote import QUOTE_SECONDS, QuoteLine
from desktop.services.errors import (
    BadRequest,
    DepartureCancelled,
    NotFound,
    QuoteOutdated,
    SlotStopped,
    SlotTaken,
)
from desktop.services.events import BookingChanged, Publish, StockChanged
from desktop.services.records.quote_record import line_from_json, line_to_row
from desktop.services.steps.expire_hold import expire_hold

HOLD_SECONDS = 600
# No 0, O, 1, I, L, U: read aloud without mistakes, and no rude words.
REFERENCE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
REFERENCE_TRIES_MAX = 8


class PlaceHold:
    """Insert the booking and its claims, all or nothing."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, quote_id: str, customer_id: str, request_key: str) -> Hold:
        """Return the hold; the same key again returns the same hold.

        Raises SlotTaken, SlotStopped, DepartureCancelled, QuoteOutdated, PromoRefused, NotFound, BadRequest.
        """
        with self._database.write() as session:
            hold, is_new = self._place(session, quote_id, customer_id, request_key)
        if is_new:
            self._publish(StockChanged())
            self._publish(BookingChanged(hold.booking_id))
        return hold

    def _place(
        self, session: Session, quote_id: str, customer_id: str, request_key: str
    ) -> tuple[Hold, bool]:
        quote = quotes.find(session, quote_id)
        if quote is None:
            raise NotFound("quote", quote_id)
        before = bookings.find_by_request(session, request_key)
        if before is not None:
            return _hold(before), False
        if session.now >= quote.made_at + timedelta(seconds=QUOTE_SECONDS):
            raise QuoteOutdated(made_at=quote.made_at)
        content = json.loads(quote.content)
        lines = [line_from_json(line) for line in content["lines"]]
        _check_slots(session, lines)
        booking_id = new_key()
        row = _row(session, booking_id, quote, content, customer_id, request_key)
        row["reference"] = _insert(session, row)
        bookings.add_lines(
            session, [line_to_row(line, booking_id, n) for n, line in enumerate(lines, start=1)]
        )
        cells = [(line.unit_id, line.slot_id) for line in lines]
        if not claims.place(session, cells, booking_id=booking_id, expires_at=row["expires_at"]):
            raise SlotTaken(names=claims.names_of_taken(session, cells))
        if quote.promo_id:
            _reserve_promo(session, quote.promo_id, content, booking_id, customer_id)
        _record(session, row, len(cells))
        return Hold(
            booking_id, row["reference"], row["total_paise"], row["reserved_at"], row["expires_at"]
        ), True


def _row(
    session: Session, booking_id: str, quote: Any, content: dict[str, Any], customer_id: str, request_key: str
) -> dict[str, Any]:
    return {
        "id": booking_id,
        "quote_id": quote.id,
        "customer_id": customer_id,
        "desk_id": session.desk_id,
        "clerk": session.clerk,
        "state": "held",
        "title": content["title"],
        "line_count": len(content["lines"]),
        "base_paise": content["base_paise"],
        "discount_paise": content["discount_paise"],
        "fee_paise": content["fee_paise"],
        "tax_paise": content["tax_paise"],
        "total_paise": quote.total_paise,
        "promo_id": quote.promo_id,
        "reserved_at": session.now,
        "expires_at": session.now + timedelta(seconds=HOLD_SECONDS),
        "request_key": request_key,
    }


def _insert(session: Session, row: dict[str, Any]) -> str:
    """Insert the booking under a reference that nobody has; return it."""
    for _ in range(REFERENCE_TRIES_MAX):
        reference = "BK-" + "".join(secrets.choice(REFERENCE_LETTERS) for _ in range(6))
        if bookings.place(session, {**row, "reference": reference}):
            return reference
    raise AssertionError("no free reference: the number space is used up")


def _check_slots(session: Session, lines: list[QuoteLine]) -> None:
    """Refuse what was stopped or cancelled, or has begun, since the quote was made."""
    by_id = {line.slot_id: line for line in lines}
    for slot in rules.slots_by_id(session, list(by_id)):
        if slot.cancelled:
            raise DepartureCancelled(name=slot.name, day=slot.day)
        if slot.stopped:
            raise SlotStopped(name=slot.name, day=slot.day, reason=slot.stop_reason or "")
        begun: datetime = slot.ends_at if by_id[slot.id].kind is Kind.ROOM else slot.starts_at
        if begun <= session.now:
            raise BadRequest("first_day", "departed")


def _reserve_promo(
    session: Session, promo_id: str, content: dict[str, Any], booking_id: str, customer_id: str
) -> None:
    code = content["promo_code"]
    if not promos.reserve(session, promo_id):
        # Uses of holds that are over but not yet written down as expired are free.
        for expired_id in promos.expired_users(session, promo_id):
            expire_hold(session, bookings.lock(session, expired_id))
        if not promos.reserve(session, promo_id):
            raise PromoRefused(code, PromoReason.USED_UP)
    most = content["uses_per_customer_max"]
    if most is not None and promos.uses_of_customer(session, promo_id, customer_id) >= most:
        for expired_id in promos.expired_users(session, promo_id):
            expire_hold(session, bookings.lock(session, expired_id))
        if promos.uses_of_customer(session, promo_id, customer_id) >= most:
            raise PromoRefused(code, PromoReason.USED_UP_BY_CUSTOMER)
    promos.add_use(session, promo_id, booking_id=booking_id, customer_id=customer_id)


def _record(session: Session, row: dict[str, Any], claims_placed: int) -> None:
    content = {
        "reference": row["reference"],
        "total_paise": row["total_paise"],
        "claims_placed": claims_placed,
        "reserved_at": row["reserved_at"].isoformat(),
        "expires_at": row["expires_at"].isoformat(),
    }
    journal.record(session, "BOOKING_RESERVED", content, booking_id=row["id"])


def _hold(row: Any) -> Hold:
    return Hold(row.id, row.reference, row.total_paise, row.reserved_at, row.expires_at)
