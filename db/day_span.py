"""Which acts a day sheet counts: those of a time, at every desk or as one shift has them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Text, and_, case, func, or_, select, type_coerce

from db.ids import DeskId, ShiftId
from db.schema import booking_line, entry, offering, site
from db.session import Session
from db.states import Kind, Tender

# What a booking of several kinds is called, and an act that is about none.
SEVERAL, NO_KIND = "several", ""


@dataclass(frozen=True, slots=True)
class Span:
    """From `since` until just before `until`. A shift: what it answers for, to its very end, at its desk."""

    since: datetime
    until: datetime
    desk_id: DeskId | None = None
    shift_id: ShiftId | None = None

    def has(self, moment: ColumnElement[datetime]) -> ColumnElement[bool]:
        """Tell whether a moment is in it."""
        return and_(moment >= self.since, moment < self.until)

    def has_at(self, moment: ColumnElement[datetime], desk: ColumnElement[str]) -> ColumnElement[bool]:
        """Tell whether an act that names no shift is in it: a shift has those of its desk."""
        if self.desk_id is None:
            return self.has(moment)
        return and_(moment >= self.since, moment <= self.until, desk == self.desk_id)

    def has_of(self, moment: ColumnElement[datetime], shift: ColumnElement[str]) -> ColumnElement[bool]:
        """Tell whether an act that names its shift is in it."""
        return self.has(moment) if self.shift_id is None else shift == self.shift_id

    def has_money(
        self,
        moment: ColumnElement[datetime],
        shift: ColumnElement[str],
        tender: ColumnElement[Tender],
        desk: ColumnElement[str],
    ) -> ColumnElement[bool]:
        """Tell whether money is in it: the gateway's is in no drawer, and counts where it was settled."""
        if self.shift_id is None:
            return self.has(moment)
        meanwhile = and_(tender == Tender.RAZORPAY, desk == self.desk_id, self.has(moment))
        return or_(shift == self.shift_id, meanwhile)


def kind_of(booking_id: ColumnElement[str]) -> ColumnElement[str]:
    """Return the kind of all lines of a booking, SEVERAL where they differ, NO_KIND without a booking."""
    first, last = func.min(booking_line.c.kind), func.max(booking_line.c.kind)
    one = case((first == last, type_coerce(first, Text)), else_=SEVERAL)
    found = select(one).where(booking_line.c.booking_id == booking_id).scalar_subquery()
    return case((booking_id.is_(None), NO_KIND), else_=found)


def person_of(
    booking_id: ColumnElement[str], moment: ColumnElement[datetime], *kinds: str
) -> ColumnElement[str]:
    """Return who posted an act about a booking: an act and its entry are of the same moment."""
    statement = select(func.min(entry.c.clerk)).where(
        entry.c.booking_id == booking_id, entry.c.at == moment, entry.c.kind.in_(kinds)
    )
    return func.coalesce(statement.scalar_subquery(), "")


def night_ends_minute(session: Session, usual: int) -> int:
    """Return the minute at which the night of the last site with rooms ends; `usual` where none has."""
    statement = (
        select(func.max(site.c.night_ends_minute))
        .join(offering, offering.c.site_id == site.c.id)
        .where(offering.c.kind == Kind.ROOM)
    )
    found = session.execute(statement).scalar()
    return usual if found is None else int(found)
