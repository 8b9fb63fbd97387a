"""StopSale: take days of an offering off sale, or put them back on."""

from datetime import date, timedelta

from db import closures, journal, stock
from db.actor import Actor
from db.catalogue_words import ClosureKind
from db.closures import ClosureRow
from db.database import Database, Session
from db.ids import OfferingId
from desktop.services.catalogue.checked_days import REASON_LENGTH_MAX, check_days, get_offering
from desktop.services.domain.blocks import SaleChange
from desktop.services.events import Publish, StockChanged
from desktop.services.steps.checked_reason import checked_reason


class StopSale:
    """Stop or open days, whether or not they are on the calendar yet; what is held or sold already stays."""

    def __init__(self, database: Database, publish: Publish) -> None:
        self._database = database
        self._publish = publish

    def __call__(
        self,
        offering_id: OfferingId,
        first_day: date,
        last_day: date,
        stopped: bool,
        reason: str,
        *,
        actor: Actor,
    ) -> SaleChange:
        """Return how many days that covers, and how many on the calendar it changed; both days included.

        Opening ends every stop over those days and leaves what lies before and after. Cancelled departures
        stay as they are. The same again changes nothing. Stopping needs a reason. Raises NotFound,
        NotOnSale (days gone by without a slot), BadRequest.
        """
        why = checked_reason(reason, REASON_LENGTH_MAX) if stopped or reason.strip() else ""
        with self._database.write(actor) as session:
            offering = get_offering(session, offering_id)
            check_days(session, offering, first_day, last_day)
            closures.keep_still(session, [offering.id])
            standing = closures.stops(session, offering.id, first_day, last_day)
            if stopped:
                change = _stop(session, offering.id, standing, first_day, last_day, why)
            else:
                change = _open(session, offering.id, standing, first_day, last_day)
            if change.days_count:
                content = {
                    "offering": offering.code,
                    "first_day": first_day.isoformat(),
                    "last_day": last_day.isoformat(),
                    "stopped": stopped,
                    "reason": why,
                    "days": change.days_count,
                    "slots_changed": change.slots_count,
                }
                journal.record(session, "STOCK_STOPPED", content)
        if change.days_count:
            self._publish(StockChanged())
        return change


def _stop(
    session: Session, offering_id: OfferingId, standing: list[ClosureRow], first: date, last: date, why: str
) -> SaleChange:
    if any((one.first_day, one.last_day, one.reason) == (first, last, why) for one in standing):
        return SaleChange(0, 0)
    closures.add(session, ClosureKind.STOP, offering_id, first, last, why)
    count = stock.stop_slots(session, offering_id, first, last, why)
    return SaleChange((last - first).days + 1, count)


def _open(
    session: Session, offering_id: OfferingId, standing: list[ClosureRow], first: date, last: date
) -> SaleChange:
    closed: set[date] = set()
    for stop in standing:
        begins, ends = max(first, stop.first_day), min(last, stop.last_day)
        closed.update(begins + timedelta(days=ahead) for ahead in range((ends - begins).days + 1))
        closures.cut_out(session, stop, first, last)
    return SaleChange(len(closed), stock.open_slots(session, offering_id, first, last))
