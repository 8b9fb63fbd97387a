"""What every change of stock asks first."""

from datetime import date
from zoneinfo import ZoneInfo

from db import availability, catalogue
from db.catalogue import OfferingRow
from db.database import Session
from db.ids import OfferingId
from desktop.services.errors import BadRequest, NotFound, NotOnSale

# Of a reason why something of the stock is closed.
REASON_LENGTH_MAX = 200
# Three years: a longer span is a year mistyped.
DAYS_MAX = 1_100


def check_days(session: Session, offering: OfferingRow, first_day: date, last_day: date) -> None:
    """Raise BadRequest or NotOnSale when these days can't be closed: turned round, too many, or gone by."""
    if last_day < first_day:
        raise BadRequest("last_day", "before_first")
    if (last_day - first_day).days >= DAYS_MAX:
        raise BadRequest("last_day", "too_long", most=DAYS_MAX)
    today = session.now.astimezone(ZoneInfo(offering.time_zone)).date()
    if last_day < today and not availability.list_slots(session, offering.id, first_day, last_day):
        raise NotOnSale(name=offering.name, day=first_day)


def get_offering(session: Session, offering_id: OfferingId) -> OfferingRow:
    """Return an offering, active or not. Raises NotFound."""
    row = catalogue.find_offering(session, offering_id)
    if row is None:
        raise NotFound("offering", offering_id)
    return row
