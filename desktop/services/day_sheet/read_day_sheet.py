"""ReadDaySheet: the figures of days or of a shift; ListFigure: the bookings whose sum one of them is."""

from zoneinfo import ZoneInfo

from db.actor import Actor
from db.database import Database, Session
from db.patience import READING
from desktop.services.day_sheet.read_acts import read_acts
from desktop.services.day_sheet.span_of import span_of
from desktop.services.domain.day_sheet import (
    Choice,
    ChosenBooking,
    DaySheet,
    SheetOf,
    add_up,
    bookings_of,
)
from desktop.services.domain.desk_settings import DeskSettings


class ReadDaySheet:
    """As the database has them now: what is put right later stands at the moment at which it was."""

    def __init__(self, database: Database, desk: DeskSettings) -> None:
        self._database = database
        self._zone = ZoneInfo(desk.time_zone)

    def __call__(self, of: SheetOf, *, actor: Actor) -> DaySheet:
        """Return every sum. Raises as `span_of`."""
        with self._database.read(READING) as session:
            return make_day_sheet(session, of, self._zone, actor)


class ListFigure:
    """The same acts once more, those of one figure."""

    def __init__(self, database: Database, desk: DeskSettings) -> None:
        self._database = database
        self._zone = ZoneInfo(desk.time_zone)

    def __call__(self, of: SheetOf, choice: Choice, *, actor: Actor) -> tuple[ChosenBooking, ...]:
        """Return the bookings, the one that was changed first before the others. Raises as `span_of`."""
        with self._database.read(READING) as session:
            seen = span_of(session, of, self._zone, actor)
            return bookings_of(read_acts(session, seen.span, seen.zone, seen.begins_minute), choice)


def make_day_sheet(session: Session, of: SheetOf, zone: ZoneInfo, actor: Actor) -> DaySheet:
    """Return a sheet as the session sees it. Raises as `span_of`."""
    seen = span_of(session, of, zone, actor)
    cells = add_up(read_acts(session, seen.span, seen.zone, seen.begins_minute))
    return DaySheet(of, seen.span.since, seen.span.until, cells, seen.whose, seen.desk, is_open=seen.is_open)
