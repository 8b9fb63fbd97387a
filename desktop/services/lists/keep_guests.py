"""ExportGuests, EraseGuest, BlankOldGuests: the register is saved, or what it says of a guest goes."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db import guests, journal
from db.actor import Actor
from db.database import Database
from db.guests import GuestRow
from db.halt import Purpose
from db.ids import GuestEntryId
from desktop.services.domain.list_rules import REGISTER_MONTHS_MIN
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import BadRequest
from desktop.services.list_errors import GuestGone, MustBeKept
from desktop.services.lists.list_rules import read_list_rules
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.csv_line import csv_line

DAYS_MAX = 366
HEADER = (
    *("reference", "arrived_at", "departed_at", "foreign", "name", "nationality", "passport", "visa"),
    *("arrived_from", "going_to", "address", "id_kind", "id_last", "vehicle", "purpose"),
    *("form_sent_at", "departure_form_sent_at"),
)


class ExportGuests:
    """Write the register of some days down. `time_zone` is the desk's."""

    def __init__(self, database: Database, time_zone: str) -> None:
        self._database = database
        self._zone = ZoneInfo(time_zone)

    def __call__(self, first: date, last: date, *, actor: Actor) -> Sequence[str]:
        """Return the header and one line of CSV for each guest who arrived on these days.

        That it was done stands in the journal. Raises NotPermitted, BadRequest for days that are none.
        """
        if not timedelta(0) <= last - first < timedelta(days=DAYS_MAX):
            raise BadRequest("last_day", "out_of_range", most=DAYS_MAX)
        since, until = self._midnight(first), self._midnight(last + timedelta(days=1))
        with self._database.write(actor) as session:
            check_permission(session, ManagerAct.KEEP_REGISTER, f"export {first} {last}")
            found = guests.between(session, since, until)
            content = {"first": first.isoformat(), "last": last.isoformat(), "count": len(found)}
            journal.record(session, "GUESTS_EXPORTED", content)
        return [csv_line(HEADER), *(csv_line(self._cells(row)) for row in found)]

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self._zone)

    def _cells(self, row: GuestRow) -> list[str]:
        cells = [row.reference, self._moment(row.arrived_at), self._moment(row.departed_at)]
        cells.append("yes" if row.is_foreign else "no")
        cells += [getattr(row, name) for name in HEADER[4:-2]]
        return [*cells, self._moment(row.sent_at), self._moment(row.departure_sent_at)]

    def _moment(self, moment: datetime | None) -> str:
        return "" if moment is None else moment.astimezone(self._zone).isoformat(timespec="seconds")


class EraseGuest:
    """Take out of an entry whatever tells who it was, as the guest asks."""

    def __init__(self, database: Database, time_zone: str) -> None:
        self._database = database
        self._zone = ZoneInfo(time_zone)

    def __call__(self, entry_id: GuestEntryId, *, actor: Actor) -> None:
        """Blank it for good. Raises NotPermitted, GuestGone, and MustBeKept for a foreigner within a year."""
        with self._database.write(actor, Purpose.FINAL) as session:
            check_permission(session, ManagerAct.KEEP_REGISTER, f"erase {entry_id}")
            row = guests.find(session, entry_id)
            if row is None:
                raise GuestGone
            law = months_before(session.now, REGISTER_MONTHS_MIN, self._zone)
            if row.is_foreign and row.leaves_at >= law:
                raise MustBeKept(months_after(row.leaves_at, REGISTER_MONTHS_MIN, self._zone).date())
            if not guests.blank(session, entry_id):
                raise GuestGone
            journal.record(session, "GUEST_ERASED", {"entry": entry_id}, booking_id=row.booking_id)


class BlankOldGuests:
    """Blank the entries whose time is over; only their number is told."""

    def __init__(self, database: Database, time_zone: str) -> None:
        self._database = database
        self._zone = ZoneInfo(time_zone)

    def __call__(self, *, actor: Actor) -> int:
        """Return how many were blanked; none while the clock is in question (WritesHalted)."""
        with self._database.read() as session:
            months = read_list_rules(session).register_months
            before = months_before(session.now, months, self._zone)
            if not guests.has_old(session, before):
                return 0
        with self._database.write(actor, Purpose.FINAL) as session:
            count = guests.blank_old(session, before)
            if count:
                content = {"count": count, "months": months, "before": before.isoformat()}
                journal.record(session, "GUESTS_BLANKED", content)
        return count


def months_before(moment: datetime, months: int, zone: ZoneInfo) -> datetime:
    """Return the same day and hour so many months before, the month's last day where it has no such day."""
    return _shifted(moment, -months, zone)


def months_after(moment: datetime, months: int, zone: ZoneInfo) -> datetime:
    """Return the same day and hour so many months after."""
    return _shifted(moment, months, zone)


def _shifted(moment: datetime, months: int, zone: ZoneInfo) -> datetime:
    local = moment.astimezone(zone)
    year, month = divmod(local.year * 12 + local.month - 1 + months, 12)
    next_first = date(year + month // 11, (month + 1) % 12 + 1, 1)
    last = (next_first - timedelta(days=1)).day
    return local.replace(year=year, month=month + 1, day=min(local.day, last))
