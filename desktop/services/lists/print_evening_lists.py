"""PrintEveningLists: tomorrow's lists are put on paper by themselves, once for the whole house."""

from collections.abc import Iterator
from datetime import date

from db import journal, list_prints
from db.actor import Actor
from db.database import Database, Session
from db.patience import READING
from desktop.services.domain.day_lists import ROOM_LISTS, DayList, DayListQuery
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.evening_lists import EveningLists, PutOnPaper, day_wanted
from desktop.services.domain.list_rules import ListRules
from desktop.services.lists.list_rules import read_list_rules
from desktop.services.lists.read_day_list import read_choices, read_day_list


class PrintEveningLists:
    """Called every minute; works where the lists of a day are due and no other desk has made them.

    A desk that was off at the hour makes them when it is on again; one that was ended in the middle leaves
    them to whoever comes ten minutes later.
    """

    def __init__(self, database: Database, desk: DeskSettings, put_on_paper: PutOnPaper) -> None:
        self._database = database
        self._desk = desk
        self._put_on_paper = put_on_paper

    def __call__(self, *, actor: Actor) -> int | None:
        """Return how many lists were put on paper; None where nothing was due here. Raises what putting them
        there raises; then they are due again.
        """
        with self._database.read() as session:
            rules = read_list_rules(session)
            if rules.evening_minute is None:
                return None
            day = day_wanted(session.now, self._desk.time_zone, rules.evening_minute)
            if not list_prints.is_due(session, day):
                return None
        with self._database.write(actor) as session:
            if not list_prints.take(session, day):
                return None
        try:
            count = self._make(day, rules)
        except BaseException:
            with self._database.write(actor) as session:
                list_prints.give_back(session, day)
            raise
        with self._database.write(actor) as session:
            if list_prints.finish(session, day, count) and count:
                journal.record(session, "LISTS_PRINTED", {"day": day.isoformat(), "lists": count})
        return count

    def _make(self, day: date, rules: ListRules) -> int:
        with self._database.read(READING) as session:
            lists = tuple(_lists(session, day, is_whole=rules.evening_numbers))
        if lists:
            self._put_on_paper(EveningLists(day, lists, rules.paper_hindi, self._desk.practice))
        return len(lists)


def _lists(session: Session, day: date, *, is_whole: bool) -> Iterator[DayList]:
    """Yield every list of a day that has a row."""
    choices = read_choices(session, day)
    of_sites = [DayListQuery(kind, day, site_id=site.id) for site in choices.sites for kind in ROOM_LISTS]
    of_slots = [DayListQuery(slot.kind, day, slot_id=slot.id) for slot in choices.slots if slot.sold]
    for query in (*of_sites, *of_slots):
        found = read_day_list(session, query, is_whole=is_whole)
        if found.rows:
            yield found
