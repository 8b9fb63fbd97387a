"""The lines that stand in the lists of a day: who arrives, stays, leaves, travels. Reads only."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from db.catalogue_words import Gender
from db.database import Session
from db.deposits import BALANCE
from db.ids import BookingId, BookingReference, ClosureId, OfferingId, SiteId, SlotId, UnitId
from db.record import Shape
from db.schema import arrival, booking, booking_line, claim, customer, line_move, offering, site, slot, unit
from db.states import BookingState, Kind

SOLD = (BookingState.CONFIRMED, BookingState.COMPLETED)
NIGHT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A sold line with whose it is, its slot as that is now, and its mark; `balance_paise` is the booking's.

    `landline` is the customer's where there is no mobile number.
    """

    booking_id: BookingId
    number: int
    reference: BookingReference
    kind: Kind
    stay: int
    unit_id: UnitId
    slot_id: SlotId
    unit_name: str
    thing: str
    day: date
    starts_at: datetime
    boarding_minutes: int
    boarding_now_minutes: int
    starts_now_at: datetime
    ends_now_at: datetime
    time_zone: str
    guest_name: str | None
    guest_gender: Gender | None
    adults: int
    children: int
    details: str
    cancelled_at: datetime | None
    departure_cancelled: bool
    customer_name: str
    telephone: str
    balance_paise: int
    arrived_at: datetime | None
    departed_at: datetime | None

    @property
    def boards_at(self) -> datetime:
        """When it begins now: at the chosen stop, for a coach."""
        return self.starts_now_at + timedelta(minutes=self.boarding_now_minutes)

    @property
    def over_at(self) -> datetime:
        """When nothing of it is left to be used; see db/lines.py."""
        return max(self.ends_now_at, self.starts_at + timedelta(minutes=self.boarding_minutes))


@dataclass(frozen=True, slots=True)
class SlotUnit:
    """A seat or place of a slot, and who has it: a booking, a block or nobody."""

    unit_id: UnitId
    name: str
    rank: int
    active: bool
    ladies_only: bool
    booking_id: BookingId | None
    closure_id: ClosureId | None
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class MovedFrom:
    """Where a line was before."""

    booking_id: BookingId
    number: int
    from_name: str


@dataclass(frozen=True, slots=True)
class ListedSlot:
    """A departure or tour date of a day, and how many of its units are taken for good."""

    slot_id: SlotId
    offering_id: OfferingId
    code: str
    name: str
    kind: Kind
    day: date
    starts_at: datetime
    time_zone: str
    cancelled: bool
    sold: int


@dataclass(frozen=True, slots=True)
class ListedSite:
    """A site with rooms."""

    id: SiteId
    code: str
    name: str
    time_zone: str
    night_ends_minute: int


LINE = Shape(
    ListedLine,
    booking_line,
    booking,
    arrival,
    boarding_now_minutes=func.coalesce(booking_line.c.boarding_now_minutes, booking_line.c.boarding_minutes),
    starts_now_at=slot.c.starts_at,
    ends_now_at=slot.c.ends_at,
    departure_cancelled=slot.c.cancelled,
    customer_name=customer.c.name,
    telephone=func.coalesce(customer.c.mobile, customer.c.landline, ""),
    balance_paise=BALANCE,
)
SLOT_UNIT = Shape(
    SlotUnit,
    unit,
    claim,
    unit_id=unit.c.id,
)
MOVED = Shape(MovedFrom, line_move)
TAKEN = (
    select(func.count())
    .select_from(claim)
    .where(claim.c.slot_id == slot.c.id, claim.c.booking_id.is_not(None), claim.c.expires_at.is_(None))
    .correlate(slot)
    .scalar_subquery()
)
SLOT = Shape(ListedSlot, slot, offering, site, slot_id=slot.c.id, name=offering.c.name, sold=TAKEN)
SITE = Shape(ListedSite, site)


def room_lines(session: Session, site_id: SiteId, day: date, kinds: Collection[Kind]) -> list[ListedLine]:
    """Return all live nights of these kinds at a site, of bookings with one on `day` or the night before.

    By booking and line; each with its whole stay, so that its first and last night are known.
    """
    of_site = (offering.c.site_id == site_id, offering.c.kind.in_(kinds))
    there = (
        select(claim.c.booking_id)
        .join(slot, slot.c.id == claim.c.slot_id)
        .join(offering, offering.c.id == slot.c.offering_id)
        .where(*of_site, slot.c.day.in_((day - NIGHT, day)), claim.c.expires_at.is_(None))
        .where(claim.c.booking_id.is_not(None))
    )
    statement = _lines(booking_line.c.booking_id.in_(there), booking_line.c.cancelled_at.is_(None))
    statement = statement.join(offering, offering.c.id == slot.c.offering_id).where(*of_site)
    return LINE.list(session.execute(statement))


def slot_lines(session: Session, slot_id: SlotId) -> list[ListedLine]:
    """Return the lines of a departure or date: the live ones, and those that were sold and cancelled."""
    there = select(claim.c.booking_id).where(claim.c.slot_id == slot_id, claim.c.booking_id.is_not(None))
    of_slot = booking_line.c.slot_id == slot_id
    live = and_(of_slot, booking_line.c.booking_id.in_(there), booking_line.c.cancelled_at.is_(None))
    ended = and_(of_slot, booking_line.c.cancelled_at.is_not(None))
    found = LINE.list(session.execute(_lines(live)))
    return found + LINE.list(session.execute(_lines(ended, of_sold=booking.c.confirmed_at.is_not(None))))


def _lines(*wanted: ColumnElement[bool], of_sold: ColumnElement[bool] | None = None) -> Select[tuple[object]]:
    is_sold = booking.c.state.in_(SOLD) if of_sold is None else of_sold
    return (
        LINE.select()
        .select_from(booking_line)
        .join(booking, booking.c.id == booking_line.c.booking_id)
        .join(customer, customer.c.id == booking.c.customer_id)
        .join(slot, slot.c.id == booking_line.c.slot_id)
        .outerjoin(
            arrival,
            and_(
                arrival.c.booking_id == booking_line.c.booking_id,
                arrival.c.number == booking_line.c.number,
            ),
        )
        .where(is_sold, *wanted)
        .order_by(booking_line.c.booking_id, booking_line.c.number)
    )


def slot_units(session: Session, slot_id: SlotId) -> list[SlotUnit]:
    """Return the units of a slot by their rank: those on sale, and those that somebody has."""
    statement = (
        SLOT_UNIT.select()
        .select_from(slot)
        .join(unit, unit.c.offering_id == slot.c.offering_id)
        .outerjoin(claim, and_(claim.c.slot_id == slot.c.id, claim.c.unit_id == unit.c.id))
        .where(slot.c.id == slot_id, or_(unit.c.active == 1, claim.c.unit_id.is_not(None)))
        .order_by(unit.c.rank, unit.c.name)
    )
    return SLOT_UNIT.list(session.execute(statement))


def moved_from(session: Session, booking_ids: Collection[BookingId]) -> list[MovedFrom]:
    """Return where lines of these bookings were before, the oldest move first."""
    if not booking_ids:
        return []
    statement = (
        MOVED.select()
        .where(line_move.c.booking_id.in_(list(booking_ids)))
        .order_by(line_move.c.moved_at, line_move.c.id)
    )
    return MOVED.list(session.execute(statement))


def slots_of_day(session: Session, day: date, kinds: Collection[Kind]) -> list[ListedSlot]:
    """Return the slots of these kinds on a day by their hour; those that were cancelled too."""
    return _slots(session, slot.c.day == day, offering.c.kind.in_(kinds))


def find_slot(session: Session, slot_id: SlotId) -> ListedSlot | None:
    """Return one departure or date."""
    found = _slots(session, slot.c.id == slot_id)
    return found[0] if found else None


def _slots(session: Session, *wanted: ColumnElement[bool]) -> list[ListedSlot]:
    statement = (
        SLOT.select()
        .select_from(slot)
        .join(offering, offering.c.id == slot.c.offering_id)
        .join(site, site.c.id == offering.c.site_id)
        .where(*wanted)
        .order_by(slot.c.starts_at, offering.c.code)
    )
    return SLOT.list(session.execute(statement))


def sites_with(session: Session, kinds: Collection[Kind]) -> Sequence[ListedSite]:
    """Return the sites that have or had something of these kinds, by their codes."""
    has_some = select(offering.c.site_id).where(offering.c.kind.in_(kinds))
    statement = SITE.select().where(site.c.id.in_(has_some)).order_by(site.c.code)
    return SITE.list(session.execute(statement))
