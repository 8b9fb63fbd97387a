"""Money that came after the hold's end: the same units, if nobody has them, are taken again for good."""

from db import bookings, cases, claims, lines, promos, refunds, rules
from db.bookings import BookingRow
from db.database import Session
from desktop.services.domain.kinds import TRAITS
from desktop.services.errors import SlotTaken
from desktop.services.steps.ladies_seat import seats_of_others
from desktop.services.steps.open_balance import confirming_paise
from desktop.services.steps.retitle import retitle


def can_revive(session: Session, booking: BookingRow, *, coming_paise: int) -> bool:
    """Whether an expired booking would be paid with what comes now (all of it, or the part that was agreed),
    every unit of it is free and still on sale to its guest, its slots take place and none has begun."""
    if refunds.kept_paise(session, booking.id) + coming_paise != confirming_paise(booking):
        return False
    rows = lines.of_booking(session, booking.id)
    for row in rows:
        sold_until = TRAITS[row.kind].sold_until(
            row.starts_now_at, row.ends_now_at, boarding_minutes=row.boarding_now_minutes
        )
        if row.departure_cancelled or sold_until <= session.now:
            return False
    if rules.retired_units(session, {line.unit_id for line in rows}) or seats_of_others(session, rows):
        return False
    return not claims.taken_by_others(session, [(line.unit_id, line.slot_id) for line in rows], booking.id)


def revive_booking(session: Session, booking: BookingRow) -> None:
    """Expired -> confirmed with its units and its promo use; the sale is still to be posted.

    Before any wallet is touched, as `keep_units`. Raises SlotTaken: roll back then.
    """
    cells = [(line.unit_id, line.slot_id) for line in lines.of_booking(session, booking.id)]
    if not claims.place_for_good(session, cells, booking_id=booking.id) or not bookings.revive(
        session, booking.id
    ):
        raise SlotTaken(names=claims.names_of_taken(session, cells, booking.id))
    # What the house moved meanwhile was told to those who had the units.
    retitle(session, booking.id)
    cases.resolve_part_payment(session, booking.id)
    # The price stands as it was held; the use counts again where one is left.
    if booking.promo_id and promos.reserve(session, booking.promo_id):
        promos.add_use(session, booking.promo_id, booking_id=booking.id, customer_id=booking.customer_id)
