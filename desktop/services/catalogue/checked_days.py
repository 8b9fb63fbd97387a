"""What every change of stock asks first."""

from datetime import date

from db import catalogue
from db.catalogue import OfferingRow
from db.database import Session
from db.ids import OfferingId
from desktop.services.errors import BadRequest, NotFound

REASON_LENGTH_MAX = 200


def checked_reason(reason: str) -> str:
    """Return the reason without spaces at its ends. Raises BadRequest when it is blank or too long."""
    text = reason.strip()
    if not text:
        raise BadRequest("reason", "blank")
    if len(text) > REASON_LENGTH_MAX:
        raise BadRequest("reason", "too_long", most=REASON_LENGTH_MAX)
    return text


def check_order(first_day: date, last_day: date) -> None:
    """Raise BadRequest when the last day is before the first."""
    if last_day < first_day:
        raise BadRequest("last_day", "before_first")


def get_offering(session: Session, offering_id: OfferingId) -> OfferingRow:
    """Return an offering, active or not. Raises NotFound."""
    row = catalogue.find_offering(session, offering_id)
    if row is None:
        raise NotFound("offering", offering_id)
    return row
