"""ReadDayList: one list of a day as it is now; ListDayChoices: which lists a day has."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from db import day_lists, people, rules
from db.actor import Actor
from db.catalogue_words import StopDirection
from db.database import Database, Session
from db.day_lists import ListedLine, ListedSite, ListedSlot
from db.ids import BookingId, SiteId
from desktop.services.domain.business_date import night_of
from desktop.services.domain.day_lists import (
    LIST_OF,
    ROOM_LISTS,
    DayChoices,
    DayList,
    DayListQuery,
    ListKind,
    ListRow,
    SiteChoice,
    SlotChoice,
)
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.people import mask_mobile
from desktop.services.domain.permission import ManagerAct
from desktop.services.list_errors import ListGone
from desktop.services.lists.ride_rows import chart_rows, stop_counts, tour_rows, units_left
from desktop.services.lists.stays import stay_rows
from desktop.services.steps.drawer_sight import may_by_right

BY_NIGHT = tuple(kind for kind, traits in TRAITS.items() if traits.has_nights)


class ReadDayList:
    """Read one list: few statements, however many bookings stand in it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, query: DayListQuery, actor: Actor) -> DayList:
        """Return the list with telephone numbers as `actor` may see them.

        Whole for who has the right of SEE_NUMBERS in a house that keeps a list of its people; masked for
        everybody else. Raises ListGone.
        """
        with self._database.read() as session:
            return read_day_list(session, query, is_whole=numbers_are_shown(session, actor))


class ListDayChoices:
    """Read which sites have rooms, and the departures and tour dates of a day."""

    def __init__(self, database: Database, time_zone: str) -> None:
        self._database = database
        self._zone = ZoneInfo(time_zone)

    def __call__(self, day: date | None = None) -> DayChoices:
        """Return the choices of a day; None is today in the zone of the desk. `today` is each site's own."""
        with self._database.read() as session:
            wanted = day or session.now.astimezone(self._zone).date()
            return read_choices(session, wanted)


def numbers_are_shown(session: Session, actor: Actor) -> bool:
    """Tell whether `actor` may see whole telephone numbers in lists."""
    return people.are_kept(session) and may_by_right(session, actor, ManagerAct.SEE_NUMBERS)


def read_choices(session: Session, day: date) -> DayChoices:
    """Return what lists a day has."""
    sites = [_site_choice(one, session.now) for one in day_lists.sites_with(session, BY_NIGHT)]
    slots = [_slot_choice(one) for one in day_lists.slots_of_day(session, day, tuple(LIST_OF))]
    return DayChoices(day, tuple(sites), tuple(slots))


def read_day_list(session: Session, query: DayListQuery, *, is_whole: bool) -> DayList:
    """Return a list; numbers are masked unless `is_whole`. Raises ListGone."""
    found = _of_site(session, query) if query.kind in ROOM_LISTS else _of_slot(session, query)
    if is_whole:
        return found
    rows = tuple(replace(row, telephone=mask_mobile(row.telephone)) for row in found.rows)
    return replace(found, rows=rows)


def _of_site(session: Session, query: DayListQuery) -> DayList:
    site = _find_site(day_lists.sites_with(session, BY_NIGHT), query.site_id)
    if site is None:
        raise ListGone(query.day)
    lines = day_lists.room_lines(session, site.id, query.day, BY_NIGHT)
    moved = day_lists.moved_from(session, _bookings(lines))
    rows = stay_rows(lines, query.kind, query.day, moved, session.now)
    query = replace(query, site_id=site.id, slot_id=None)
    return DayList(query, site.name, site.code, site.time_zone, session.now, tuple(rows))


def _find_site(sites: Sequence[ListedSite], site_id: SiteId | None) -> ListedSite | None:
    """Return the site of an id; without one the first."""
    return next((site for site in sites if site_id in (None, site.id)), None)


def _of_slot(session: Session, query: DayListQuery) -> DayList:
    slot = day_lists.find_slot(session, query.slot_id) if query.slot_id is not None else None
    if slot is None or slot.kind not in LIST_OF:
        raise ListGone(query.day)
    lines, units = day_lists.slot_lines(session, slot.slot_id), day_lists.slot_units(session, slot.slot_id)
    moved = day_lists.moved_from(session, _bookings(lines))
    rows: list[ListRow]
    if LIST_OF[slot.kind] is ListKind.CHART:
        points = rules.stop_points(session, slot.offering_id, StopDirection.BOARDING)
        rows = chart_rows(lines, units, points, moved, session.now)
        stops = stop_counts(rows)
    else:
        rows, stops = tour_rows(lines, moved, session.now), ()
    free, held, blocked = units_left(slot, units, session.now)
    return DayList(
        query=DayListQuery(LIST_OF[slot.kind], slot.day, slot_id=slot.slot_id),
        title=slot.name,
        code=slot.code,
        time_zone=slot.time_zone,
        as_of=session.now,
        rows=tuple(rows),
        starts_at=slot.starts_at,
        is_cancelled=slot.cancelled,
        stops=stops,
        free=free,
        held=held,
        blocked=blocked,
    )


def _bookings(lines: Sequence[ListedLine]) -> list[BookingId]:
    return sorted({line.booking_id for line in lines})


def _site_choice(site: ListedSite, now: datetime) -> SiteChoice:
    today = night_of(now, site.time_zone, site.night_ends_minute)
    return SiteChoice(site.id, site.code, site.name, today)


def _slot_choice(slot: ListedSlot) -> SlotChoice:
    return SlotChoice(
        slot.slot_id,
        slot.code,
        slot.name,
        LIST_OF[slot.kind],
        slot.starts_at,
        slot.time_zone,
        slot.cancelled,
        slot.sold,
    )
