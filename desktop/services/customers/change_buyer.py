"""ChangeBuyer: a GSTIN that comes after the hold makes its levies anew, before any money is taken."""

from datetime import date
from zoneinfo import ZoneInfo

from db import bookings, buyer_changes, cash, journal, payments, quotes
from db.actor import Actor
from db.bookings import BookingRow
from db.buyer_changes import NewLevies
from db.database import Database, Session
from db.ids import BookingId
from db.states import BookingState, PaymentState
from desktop.services.buyer_errors import BuyerFixed
from desktop.services.correcting_errors import OtherThanShown
from desktop.services.domain.booking import Booking
from desktop.services.domain.buyer_change import (
    BuyerChange,
    LeviedLine,
    TaxedBy,
    differs,
    relevied,
    sum_of,
)
from desktop.services.domain.levies import Levies
from desktop.services.domain.place_of_supply import Buyer, Places
from desktop.services.domain.pricing import NoTaxRule, Rules, TaxRate
from desktop.services.errors import HoldExpired, NotFound, PaymentUnderWay, PriceUnknown, WrongState
from desktop.services.events import BookingChanged, Publish
from desktop.services.records.booking_record import read_booking
from desktop.services.records.quote_record import QuoteContent, TaxedByContent, content_from_text
from desktop.services.steps.give_up_unseen import UNANSWERED, give_up_unseen


class PreviewBuyerChange:
    """What would change, as the screen shows it before the key; reads only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, booking_id: BookingId) -> BuyerChange | None:
        """Return the change, None where nothing would or nothing can change. Raises NotFound."""
        with self._database.read() as session:
            booking = read_booking(session, booking_id)
            if booking.state is not BookingState.HELD or booking.paid_paise:
                return None
            change = _change(session, booking)
            return change if change.is_needed else None


class ChangeBuyer:
    """Freeze the lines of a held booking anew by the rules of its quote. Its promo and its clock go on."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(self, booking_id: BookingId, shown_total_paise: int, *, actor: Actor) -> BuyerChange:
        """Return the change; asked for again it changes nothing more.

        `shown_total_paise`: the total that stood on the screen as the new one. Raises NotFound, WrongState,
        HoldExpired, PaymentUnderWay, OtherThanShown, PriceUnknown, and BuyerFixed where money was taken.
        """
        with self._database.write(actor) as session:
            # Customer and booking in the order of every act that takes cash.
            row = cash.lock_booking(session, booking_id)
            if row is None:
                raise NotFound("booking", booking_id)
            _check(session, row)
            change = _change(session, read_booking(session, booking_id))
            if change.total_paise != shown_total_paise:
                raise OtherThanShown()
            if change.is_needed:
                _freeze(session, row, change)
        self._publish(BookingChanged(booking_id))
        return change


def _check(session: Session, row: BookingRow) -> None:
    taken = any(one.state is PaymentState.CAPTURED for one in payments.of_booking(session, row.id))
    if taken:
        raise BuyerFixed(row.reference)
    if row.state is not BookingState.HELD:
        raise WrongState(row.reference, row.state)
    if row.expires_at <= session.now:
        raise HoldExpired(row.reference, row.expires_at)
    if give_up_unseen(session, row, among=UNANSWERED):
        raise PaymentUnderWay(reference=row.reference)


def _change(session: Session, booking: Booking) -> BuyerChange:
    stored = quotes.find(session, bookings.get(session, booking.id).quote_id)
    if stored is None:
        raise AssertionError("a booking is placed from a quote, and no quote is ever removed")
    content, buyer = content_from_text(stored.content), booking.customer.buyer
    made_on = stored.made_at.astimezone(ZoneInfo(booking.lines[0].time_zone)).date()
    rules, taxed_by = _rules(content), _taxed_by(content, len(booking.lines))
    try:
        lines = tuple(
            relevied(line, by, rules, buyer, made_on)
            for line, by in zip(booking.lines, taxed_by, strict=True)
        )
    except NoTaxRule as missing:
        raise PriceUnknown(kind=missing.kind, day=made_on) from missing
    held = Buyer(booking.buyer_gstin, "", booking.buyer_kind)
    is_other = (held.gstin, held.kind) != (buyer.gstin, buyer.kind)
    return BuyerChange(
        reference=booking.reference,
        old=held,
        new=buyer,
        old_levies=Levies(
            sum(line.cgst_paise for line in booking.lines),
            sum(line.sgst_paise for line in booking.lines),
            sum(line.igst_paise for line in booking.lines),
        ),
        levies=sum_of(lines),
        old_total_paise=booking.total_paise,
        total_paise=sum(line.priced.total_paise for line in lines),
        lines=lines,
        is_needed=is_other or any(map(differs, booking.lines, lines)),
    )


def _rules(content: QuoteContent) -> Rules:
    rates = (
        TaxRate(
            one["tax_class"],
            date.fromisoformat(one["valid_from"]),
            one["over_paise"],
            one["up_to_paise"],
            one["rate_bp"],
        )
        for one in content["rules"]["taxes"]
    )
    return Rules(tuple(rates), ())


def _taxed_by(content: QuoteContent, count: int) -> list[TaxedBy | None]:
    """Return what decided each line; a quote of the program before this one tells nothing of it."""
    told: list[TaxedByContent | None] = content.get("taxed_by") or [None] * count
    return [
        TaxedBy(Places(one["supplier"], one["site"], one["boarding"]), one["price_with_tax"]) if one else None
        for one in told
    ]


def _freeze(session: Session, row: BookingRow, change: BuyerChange) -> None:
    base = sum(line.priced.base_paise for line in change.lines)
    is_frozen = buyer_changes.freeze_lines(session, row.id, list(map(_new, change.lines)))
    if not is_frozen or not buyer_changes.freeze(
        session,
        row.id,
        old_total_paise=change.old_total_paise,
        base_paise=base,
        tax_paise=change.levies.tax_paise,
        total_paise=change.total_paise,
        buyer_gstin=change.new.gstin,
        buyer_kind=change.new.kind,
    ):
        raise WrongState(row.reference, row.state)
    content = {
        "reference": row.reference,
        "old_gstin": change.old.gstin,
        "gstin": change.new.gstin,
        "old_kind": change.old.kind or "",
        "kind": change.new.kind or "",
        "old_total_paise": change.old_total_paise,
        "total_paise": change.total_paise,
        "cgst_paise": change.levies.cgst_paise,
        "sgst_paise": change.levies.sgst_paise,
        "igst_paise": change.levies.igst_paise,
    }
    journal.record(session, "BUYER_CHANGED", content, booking_id=row.id)


def _new(line: LeviedLine) -> NewLevies:
    priced = line.priced
    return NewLevies(
        number=line.number,
        base_paise=priced.base_paise,
        tax_paise=priced.tax_paise,
        total_paise=priced.total_paise,
        tax_rate_bp=priced.tax_rate_bp,
        taxable_paise=priced.taxable_paise,
        cgst_paise=priced.levies.cgst_paise,
        sgst_paise=priced.levies.sgst_paise,
        igst_paise=priced.levies.igst_paise,
        place_state=line.place_state,
    )
