"""What a booking tells the gateway of itself, and what of such a note these books know."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select, update

from db.database import Session
from db.ids import BookingId, BookingReference, CaseId, CustomerId, GatewayPaymentId, OfferingId, UnitId
from db.mark import ACCEPTED
from db.schema import (
    booking,
    booking_line,
    customer,
    gateway_money,
    journal,
    offering,
    open_case,
    payment,
    promo,
    slot,
    unit,
)
from db.states import CaseAnswer, CaseKind, CaseState


@dataclass(frozen=True, slots=True)
class Cell:
    """One unit on one day, by the names that the catalogue gives them."""

    offering_code: str
    unit_name: str
    day: date


@dataclass(frozen=True, slots=True)
class Asking:
    """A booking as the gateway is asked for its money: held, or confirmed with a balance."""

    reference: BookingReference
    expires_at: datetime
    customer_id: CustomerId
    mobile: str
    total_paise: int
    promo_code: str
    confirmed_at: datetime | None
    cells: tuple[Cell, ...]


def asking(session: Session, booking_id: BookingId) -> Asking:
    """Return what the gateway is told of a booking, read in one statement."""
    code = func.coalesce(promo.c.code, "").label("promo_code")
    mobile = func.coalesce(customer.c.mobile, "").label("mobile")
    cells = (offering.c.code, booking_line.c.unit_name, booking_line.c.day)
    moments = (booking.c.expires_at, booking.c.confirmed_at)
    whole = (booking.c.reference, *moments, booking.c.customer_id, booking.c.total_paise)
    statement = (
        select(*whole, code, mobile, *cells)
        .select_from(booking)
        .join(customer, customer.c.id == booking.c.customer_id)
        .outerjoin(promo, promo.c.id == booking.c.promo_id)
        .join(booking_line, booking_line.c.booking_id == booking.c.id)
        .join(slot, slot.c.id == booking_line.c.slot_id)
        .join(offering, offering.c.id == slot.c.offering_id)
        .where(booking.c.id == booking_id)
        .order_by(booking_line.c.number)
    )
    rows = session.execute(statement).all()
    first = rows[0]
    return Asking(
        reference=first.reference,
        expires_at=first.expires_at,
        customer_id=first.customer_id,
        mobile=first.mobile,
        total_paise=first.total_paise,
        promo_code=first.promo_code,
        confirmed_at=first.confirmed_at,
        cells=tuple(Cell(row.code, row.unit_name, row.day) for row in rows),
    )


def known_attempts(session: Session, attempts: Collection[str]) -> set[str]:
    """Return those of the attempts that these books have asked for."""
    wanted = select(payment.c.id).where(payment.c.id.in_(sorted(attempts)))
    return set(session.execute(wanted).scalars())


def has_accepted_loss(session: Session) -> bool:
    """Whether these books stand in the place of others, or of newer ones."""
    wanted = select(journal.c.number).where(journal.c.tag == ACCEPTED).limit(1)
    return session.execute(wanted).scalar() is not None


def units_named(session: Session, code: str, names: Collection[str]) -> tuple[OfferingId, tuple[UnitId, ...]]:
    """Return an offering and its active units of these names, in the order of the names; () without one."""
    wanted = (
        select(offering.c.id.label("offering_id"), unit.c.id, unit.c.name)
        .join(unit, unit.c.offering_id == offering.c.id)
        .where(offering.c.code == code, unit.c.name.in_(list(names)), unit.c.active == 1)
    )
    rows = session.execute(wanted).all()
    ids = {row.name: UnitId(row.id) for row in rows}
    whole = tuple(ids[name] for name in names if name in ids)
    return OfferingId(rows[0].offering_id if rows else ""), whole if len(whole) == len(names) else ()


def foreign_cases(session: Session, found: Collection[GatewayPaymentId]) -> dict[GatewayPaymentId, CaseId]:
    """Return the open cases in which such a payment is called a stranger's."""
    wanted = select(open_case.c.gateway_payment_id, open_case.c.id).where(
        open_case.c.gateway_payment_id.in_(list(found)),
        open_case.c.kind == CaseKind.FOREIGN,
        open_case.c.state == CaseState.OPEN,
    )
    return {row.gateway_payment_id: row.id for row in session.execute(wanted)}


def call_lost(
    session: Session, case_id: CaseId, *, customer_id: CustomerId | None, proposal: CaseAnswer, facts: str
) -> bool:
    """Let an open case of a stranger's money be one of ours that the books have lost; False if it is not."""
    is_open = open_case.c.state == CaseState.OPEN
    statement = update(open_case).where(
        open_case.c.id == case_id, is_open, open_case.c.kind == CaseKind.FOREIGN
    )
    values = {"kind": CaseKind.LOST, "customer_id": customer_id, "proposal": proposal, "facts": facts}
    return session.execute(statement.values(**values)).rowcount == 1


def belong_to(
    session: Session,
    case_id: CaseId,
    gateway_payment_id: GatewayPaymentId,
    booking_id: BookingId,
    customer_id: CustomerId,
) -> None:
    """Write down to which booking a case's money belongs after all."""
    session.execute(
        update(open_case)
        .where(open_case.c.id == case_id)
        .values(booking_id=booking_id, customer_id=customer_id)
    )
    session.execute(
        update(gateway_money)
        .where(gateway_money.c.gateway_payment_id == gateway_payment_id)
        .values(booking_id=booking_id)
    )


def name_customer(session: Session, case_id: CaseId, customer_id: CustomerId) -> None:
    """Write down whose money a case is about."""
    session.execute(update(open_case).where(open_case.c.id == case_id).values(customer_id=customer_id))
