"""Promo codes and their uses. The counter with its CHECK is what stops the use too many."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, func, insert, or_, select, update

from db.database import Session
from db.ids import BookingId, CustomerId, PromoId
from db.keys import new_key
from db.record import Shape
from db.schema import booking, promo, promo_use
from db.states import ANY_KIND, BookingState


@dataclass(frozen=True, slots=True)
class PromoRow:
    """A promo as it is stored: see the table for each column."""

    id: PromoId
    code: str
    kind: str
    discount: str
    value_paise: int | None
    value_bp: int | None
    cap_paise: int | None
    minimum_paise: int
    starts_at: datetime
    ends_at: datetime
    uses_max: int | None
    uses_per_customer_max: int | None
    uses: int
    active: bool


PROMO = Shape(PromoRow, promo)

RESERVE = (
    update(promo)
    .where(promo.c.id == bindparam("promo"), or_(promo.c.uses_max.is_(None), promo.c.uses < promo.c.uses_max))
    .values(uses=promo.c.uses + 1)
)
FREE = update(promo).where(promo.c.id == bindparam("promo"), promo.c.uses > 0).values(uses=promo.c.uses - 1)


def find(session: Session, code: str) -> PromoRow | None:
    """Return the promo with this trimmed, upper-case code."""
    return PROMO.first(session.execute(PROMO.select().where(promo.c.code == code)))


def get(session: Session, promo_id: PromoId) -> PromoRow:
    """Return a promo that is there."""
    return PROMO.one(session.execute(PROMO.select().where(promo.c.id == promo_id)))


def give(
    session: Session,
    code: str,
    *,
    value_paise: int | None,
    value_bp: int | None,
    cap_paise: int,
    ends_at: datetime,
) -> None:
    """Make a promo for one use from now on, which takes off `cap_paise` at most."""
    values = {
        "id": PromoId(new_key()),
        "code": code,
        "kind": ANY_KIND,
        "discount": "flat" if value_bp is None else "percent",
        "value_paise": value_paise,
        "value_bp": value_bp,
        "cap_paise": cap_paise,
        "starts_at": session.now,
        "ends_at": ends_at,
        "uses_max": 1,
        "uses_per_customer_max": 1,
        "uses": 0,
        "home": session.home,
    }
    session.execute(insert(promo), values)


def reserve(session: Session, promo_id: PromoId) -> bool:
    """Count one use more; False when all are gone. Keeps the promo's row locked until the commit."""
    return session.execute(RESERVE, {"promo": promo_id}).rowcount == 1


def add_use(session: Session, promo_id: PromoId, *, booking_id: BookingId, customer_id: CustomerId) -> None:
    """Write down whose booking has the reserved use."""
    row = {"promo_id": promo_id, "booking_id": booking_id, "customer_id": customer_id, "home": session.home}
    session.execute(insert(promo_use), row)


def uses_of_customer(session: Session, promo_id: PromoId, customer_id: CustomerId, *, only_live: bool) -> int:
    """Return how many uses a customer's bookings have; `only_live` leaves out holds that are over.

    Those keep their use until their end has been written down.
    """
    is_over = and_(booking.c.state == BookingState.HELD, booking.c.expires_at <= session.now)
    statement = (
        select(func.count())
        .select_from(promo_use)
        .join(booking, booking.c.id == promo_use.c.booking_id)
        .where(promo_use.c.promo_id == promo_id, promo_use.c.customer_id == customer_id)
    )
    found = statement.where(~is_over) if only_live else statement
    return int(session.execute(found).scalar_one())


def free(session: Session, booking_id: BookingId) -> None:
    """Give a booking's use back, if it has one."""
    held = session.execute(select(promo_use.c.promo_id).where(promo_use.c.booking_id == booking_id)).scalar()
    if held is None:
        return
    session.execute(delete(promo_use).where(promo_use.c.booking_id == booking_id))
    session.execute(FREE, {"promo": held})


def expired_users(session: Session, promo_id: PromoId) -> list[BookingId]:
    """Return bookings whose hold is over but that still have a use of this promo."""
    statement = (
        select(booking.c.id)
        .join(promo_use, promo_use.c.booking_id == booking.c.id)
        .where(
            promo_use.c.promo_id == promo_id,
            booking.c.state == BookingState.HELD,
            booking.c.expires_at <= session.now,
        )
    )
    return [BookingId(one) for one in session.execute(statement).scalars()]
