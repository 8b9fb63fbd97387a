"""PlaceHold: take the units of a quote for exactly ten minutes."""

from dataclasses import replace
from datetime import timedelta

from db import bookings, claims, customers, journal, lines, promos, quotes
from db.actor import Actor
from db.bookings import NewBooking
from db.database import Database, Session
from db.halt import Purpose
from db.ids import BookingId, BookingReference, CustomerId, QuoteId, RequestKey
from db.keys import new_key
from db.states import BookingState, Kind
from desktop.services.domain.booking import Hold
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.place_of_supply import Buyer
from desktop.services.domain.promo import PromoReason, PromoRefused
from desktop.services.domain.quote import QUOTE_SECONDS
from desktop.services.domain.references import new_reference
from desktop.services.errors import (
    NotFound,
    OtherContent,
    QuoteOutdated,
    SlotTaken,
)
from desktop.services.events import BookingChanged, Publish, StockChanged
from desktop.services.holding.release_expired_holds import expire_one
from desktop.services.records.quote_record import (
    QuoteContent,
    buyer_from_json,
    content_from_text,
    row_from_json,
)
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.still_sold import check_still_sold

HOLD_SECONDS = 600
REFERENCE_TRIES_MAX = 8
USED_UP = (PromoReason.USED_UP, PromoReason.USED_UP_BY_CUSTOMER)


class PlaceHold:
    """Insert the booking and its claims, all or nothing."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(
        self,
        quote_id: QuoteId,
        customer_id: CustomerId,
        request_key: RequestKey,
        *,
        actor: Actor,
        reference: BookingReference | None = None,
    ) -> Hold:
        """Return the hold; the same key again returns the same hold.

        `reference` is for a booking that is made anew, as long as nobody has it; else a new one is made.
        Raises NotPermitted, SlotTaken, SlotStopped, DepartureCancelled, TakenOffSale, QuoteOutdated,
        PromoRefused, NotFound, BadRequest, and OtherContent for a key under which another quote, or another
        customer's, is held.
        """
        try:
            hold, is_new = self._write(quote_id, customer_id, request_key, reference, actor=actor)
        except PromoRefused as refused:
            if refused.reason not in USED_UP or not self._free_uses(quote_id, actor=actor):
                raise
            hold, is_new = self._write(quote_id, customer_id, request_key, reference, actor=actor)
        if is_new:
            self._publish(StockChanged())
            self._publish(BookingChanged(hold.booking_id))
        return hold

    def _free_uses(self, quote_id: QuoteId, *, actor: Actor) -> bool:
        """Write down the holds that are over but still have a use of the quote's promo; whether any had.

        Each in its own transaction: inside the hold's, two desks could wait for each other crosswise.
        """
        with self._database.read() as session:
            quote = quotes.find(session, quote_id)
            over = promos.expired_users(session, quote.promo_id) if quote and quote.promo_id else []
        done = [booking_id for booking_id in over if expire_one(self._database, booking_id, actor=actor)]
        for booking_id in done:
            self._publish(BookingChanged(booking_id))
        return bool(over)

    def _write(
        self,
        quote_id: QuoteId,
        customer_id: CustomerId,
        request_key: RequestKey,
        reference: BookingReference | None,
        *,
        actor: Actor,
    ) -> tuple[Hold, bool]:
        with self._database.write(actor, Purpose.HOLD) as session:
            quote = quotes.open_for_hold(
                session,
                quote_id,
                customer_id=customer_id,
                request_key=request_key,
            )
            if quote is None:
                raise NotFound("quote", quote_id)
            if quote.is_placed:
                return _placed_before(session, quote_id, customer_id, request_key), False
            if quote.customer_id is None:
                raise NotFound("customer", customer_id)
            if session.now >= quote.made_at + timedelta(seconds=QUOTE_SECONDS):
                raise QuoteOutdated(made_at=quote.made_at)
            return _place(session, quote, quote_id, quote.customer_id, request_key, reference)


def _place(
    session: Session,
    quote: quotes.Opening,
    quote_id: QuoteId,
    customer_id: CustomerId,
    request_key: RequestKey,
    reference: BookingReference | None,
) -> tuple[Hold, bool]:
    content = content_from_text(quote.content)
    if any("registration" not in line for line in content["lines"]):
        raise QuoteOutdated(made_at=quote.made_at)  # made by the program before this one
    _check_buyer(content, quote)
    booking_id = BookingId(new_key())
    rows = [row_from_json(line, booking_id, number) for number, line in enumerate(content["lines"], start=1)]
    starts = {line.slot_id: line.starts_at for line in rows}
    is_past = content.get("past_last_sale", False)
    check_still_sold(session, rows, starts, quote.made_at, past_last_sale=is_past)
    if quote.is_overtaken:
        # A seat may be for ladies since, a stop, a meal or a promo may be gone: all of that the quote asks.
        raise QuoteOutdated(made_at=quote.made_at)
    _check_permission(session, content, quote.total_paise)
    new = _insert(
        session,
        NewBooking(
            id=booking_id,
            reference=reference or new_reference(),
            quote_id=quote_id,
            customer_id=customer_id,
            desk_id=session.actor.desk_id,
            clerk=session.actor.person,
            state=BookingState.HELD,
            title=content["title"],
            line_count=len(rows),
            base_paise=content["base_paise"],
            discount_paise=content["discount_paise"],
            fee_paise=content["fee_paise"],
            tax_paise=content["tax_paise"],
            total_paise=quote.total_paise,
            promo_id=quote.promo_id if quote.promo_id else None,
            buyer_gstin=quote.gstin,
            buyer_kind=quote.buyer_kind,
            reserved_at=session.now,
            expires_at=session.now + timedelta(seconds=HOLD_SECONDS),
            request_key=request_key,
        ),
    )
    if new is None:
        return _placed_before(session, quote_id, customer_id, request_key), False
    lines.add(session, rows)
    cells = [(line.unit_id, line.slot_id) for line in rows]
    if not claims.place(session, cells, booking_id=booking_id, expires_at=new.expires_at):
        raise SlotTaken(names=claims.names_of_taken(session, cells, booking_id))
    _reserve_promo(session, new, content)
    _record(session, new, len(cells), content)
    return _hold(new), True


def _check_permission(session: Session, content: QuoteContent, total_paise: int) -> None:
    """Ask for a limit that the quote passes on purpose; a quote of the program before this one tells none."""
    beyond, past = content.get("beyond_group_limits", False), content.get("past_last_sale", False)
    if beyond or past:
        cells = ",".join(sorted(f"{line['slot_id']}:{line['unit_id']}" for line in content["lines"]))
        act = ManagerAct.SELL_PAST_LAST_SALE if past else ManagerAct.PASS_GROUP_LIMITS
        subject = f"{cells}:{'group' if beyond else ''}"
        check_permission(session, act, subject, amount_paise=total_paise)


def _check_buyer(content: QuoteContent, quote: quotes.Opening) -> None:
    """Refuse a quote for another buyer where the place of supply, and so the tax, may hang on who buys."""
    told, now = buyer_from_json(content["buyer"]), Buyer(quote.gstin, quote.state_code, quote.buyer_kind)
    if told == now:
        return
    is_placed_by_buyer = any(TRAITS[Kind(line["kind"])].is_placed_by_buyer for line in content["lines"])
    if is_placed_by_buyer or told.zone is not now.zone:
        raise QuoteOutdated(made_at=quote.made_at)


def _insert(session: Session, new: NewBooking) -> NewBooking | None:
    """Insert the booking under a reference that nobody has and return it as it was placed.

    None when another desk or another click has just placed a booking for this act.
    """
    for _ in range(REFERENCE_TRIES_MAX):
        if bookings.place(session, new):
            return new
        if bookings.find_by_request(session, new.request_key) is not None:
            return None
        new = replace(new, reference=new_reference())
    raise AssertionError("no free reference: the number space is used up")


def _reserve_promo(session: Session, new: NewBooking, content: QuoteContent) -> None:
    if new.promo_id is None:
        return
    if not promos.reserve(session, new.promo_id):
        raise PromoRefused(content["promo_code"], PromoReason.USED_UP)
    most = content["uses_per_customer_max"]
    if most is not None:
        used = promos.uses_of_customer(session, new.promo_id, new.customer_id, only_live=False)
        if used >= most:
            raise PromoRefused(content["promo_code"], PromoReason.USED_UP_BY_CUSTOMER)
    promos.add_use(session, new.promo_id, booking_id=new.id, customer_id=new.customer_id)


def _record(session: Session, new: NewBooking, claims_placed: int, quoted: QuoteContent) -> None:
    content: dict[str, object] = {
        "reference": new.reference,
        "total_paise": new.total_paise,
        "claims_placed": claims_placed,
        "reserved_at": new.reserved_at.isoformat(),
        "expires_at": new.expires_at.isoformat(),
    }
    # A quote of the program before this one does not tell them.
    passed = ("beyond_group_limits", "past_last_sale")
    content |= {name: True for name in passed if quoted.get(name, False)}
    journal.record(session, "BOOKING_RESERVED", content, booking_id=new.id)


def _placed_before(
    session: Session, quote_id: QuoteId, customer_id: CustomerId, request_key: RequestKey
) -> Hold:
    placed = bookings.find_by_request(session, request_key)
    if placed is None:
        raise AssertionError("the booking that this act placed is gone")
    known = customers.find(session, customer_id)
    if known is None or (placed.quote_id, placed.customer_id) != (quote_id, known.id):
        raise OtherContent(placed.total_paise)
    return _hold(placed)


def _hold(placed: NewBooking) -> Hold:
    return Hold(placed.id, placed.reference, placed.total_paise, placed.reserved_at, placed.expires_at)
