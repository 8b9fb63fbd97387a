"""Two hotels and two days: each list has its own guests, wherever their rooms are sold under."""

from datetime import timedelta
from pathlib import Path

from desktop.services.domain.day_lists import DayListQuery, ListKind, Mark
from desktop.services.lists.read_day_list import ListDayChoices, ReadDayList
from tests.catalogue.changes import bring_in, rooms
from tests.catalogue.small_files import SMALL
from tests.conftest import SteppedClock
from tests.counter import ZONE, Counter
from tests.lists.day import ACT, Lists, guests, sell, told

DAY = 86_400
ARRIVALS, IN_HOUSE, DEPARTURES = ListKind.ARRIVALS, ListKind.IN_HOUSE, ListKind.DEPARTURES
WANTED = ("sites", "policies", "rooms", "meals", "services", "seats", "stops", "tours", "rates")


def of_site(counter: Counter, code: str, kind: ListKind, ahead: int) -> list[str]:
    """Return the rows of a list of one hotel."""
    day = counter.day(ahead)
    sites = ListDayChoices(counter.database, ZONE)(day).sites
    (site,) = (one for one in sites if one.code == code)
    found = ReadDayList(counter.database)(DayListQuery(kind, day, site_id=site.id), counter.actor)
    assert found.code == code
    return told(found.rows)


def test_two_hotels_over_two_days(any_counter: Counter, clock: SteppedClock, tmp_path: Path) -> None:
    counter = any_counter
    texts = {name: SMALL[name] for name in WANTED}
    report = bring_in(counter.database, tmp_path, False, **texts)
    assert report.faults == ()
    # The small hotel has rates from 1 December on.
    clock.now += timedelta(days=8)
    sell(
        counter,
        counter.item("DLX", "203", ahead=0, nights=2, guests=guests("Asha")),
        counter.item("TWIN", "101", ahead=1, nights=2, guests=guests("Asha")),
    )
    sell(counter, counter.item("TWIN", "102", ahead=0, guests=guests("सीता")))
    assert of_site(counter, "DCR", ARRIVALS, 0) == ["203 Asha"]
    assert of_site(counter, "INN", ARRIVALS, 0) == ["102 सीता"]
    assert of_site(counter, "INN", ARRIVALS, 1) == ["101 Asha"]
    assert of_site(counter, "INN", DEPARTURES, 1) == ["102 सीता"]
    assert of_site(counter, "DCR", DEPARTURES, 2) == ["203 Asha"]
    assert of_site(counter, "DCR", IN_HOUSE, 1) == ["203 Asha"]
    assert of_site(counter, "INN", DEPARTURES, 3) == ["101 Asha"]
    assert of_site(counter, "DCR", ARRIVALS, 1) == []


def test_a_guest_whose_room_goes_to_another_type_stays_in_the_list(
    any_counter: Counter, clock: SteppedClock, tmp_path: Path
) -> None:
    counter, lists = any_counter, Lists(any_counter)
    sell(counter, counter.item("DLX", "212", ahead=0, nights=2, guests=guests("Asha")))
    lists.mark(lists.rooms(ARRIVALS, 0).rows[0])
    clock.advance(DAY / 2)
    bring_in(counter.database, tmp_path, rooms=rooms(DLX="201-211", EXE="301-308 212"))
    (row,) = lists.rooms(ARRIVALS, 0).rows
    assert (row.unit_name, row.guest_name, row.mark) == ("212", "Asha", Mark.ARRIVED)
    assert lists.mark(row, ACT.NOT_ARRIVED) == 2
    assert counter.faults() == []
