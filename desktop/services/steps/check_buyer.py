"""Whether the invoice that a payment leads to may leave its buyer's address out: rule 46 (e) and (f)."""

from db import documents, house_rules, taxes
from db.bookings import BookingRow
from db.database import Session
from db.document_kinds import KINDS, Part
from db.states import Supply
from desktop.services.buyer_errors import BuyerWanted
from desktop.services.domain.booking import Booking
from desktop.services.domain.financial_year import issued_on
from desktop.services.domain.which_paper import Event, papers_of
from desktop.services.records.booking_record import read_booking
from desktop.services.steps.make_sale_papers import invoice_when

# Below it no house asks, so that a plain sale reads nothing for it.
LEAST_PAISE = 10_000_00


def check_buyer(session: Session, booking: BookingRow) -> None:
    """Raise BuyerWanted where a tax paper of the booking names who is not registered, and can't.

    Asked before money is taken; what has a paper already goes on.
    """
    if booking.buyer_gstin or booking.total_paise - booking.tax_paise < LEAST_PAISE:
        return
    limit = house_rules.read(session).address_from_paise
    if booking.total_paise - booking.tax_paise < limit or documents.of_booking(session, booking.id):
        return
    read = read_booking(session, booking.id)
    is_told = bool(read.customer.billing.address and read.customer.buyer.state)
    if not is_told and most_on_one_paper(session, read) >= limit:
        raise BuyerWanted(booking.reference, limit)


def most_on_one_paper(session: Session, booking: Booking) -> int:
    """Return the highest taxable value on one paper that names its buyer by the value, in paise."""
    in_force = taxes.in_force(taxes.registrations(session), issued_on(session.now))
    schemes = {code: row.scheme for code, row in in_force.items()}
    when = invoice_when(house_rules.read(session))
    groups = papers_of(Event.SUPPLIED, booking.live_lines, schemes, when, is_registered=False)
    values = (
        sum(line.taxable_paise for line in group.lines if line.supply is not Supply.EXEMPT)
        for group in groups
        if Part.ADDRESS_BY_VALUE in KINDS[group.kind].parts
    )
    return max(values, default=0)
