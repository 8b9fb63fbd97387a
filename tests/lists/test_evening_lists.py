"""Tomorrow's lists are there in the evening: once for the house, late rather than not, on the right day."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import select

from db import list_prints
from db.schema import list_print
from desktop.services.domain.day_lists import ListKind
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.evening_lists import EveningLists, day_wanted
from desktop.services.domain.list_rules import ListRules
from desktop.services.errors import BadRequest
from desktop.services.lists.list_rules import SaveListRules, ShowListRules
from desktop.services.lists.print_evening_lists import PrintEveningLists
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import FACTS, ZONE, Counter
from tests.lists.day import guests, sell
from tests.staff import keep_staff

HOUR = 3_600


@dataclass
class Paper:
    """Takes the lists that are put on paper; breaks `jams` times before."""

    taken: list[EveningLists] = field(default_factory=list)
    jams: int = 0

    def __call__(self, lists: EveningLists) -> None:
        """Take one evening's."""
        if self.jams:
            self.jams -= 1
            raise OSError("no space left on device")
        self.taken.append(lists)

    @property
    def days(self) -> list[date]:
        """Whose days' lists were put on paper."""
        return [one.day for one in self.taken]


def evening(counter: Counter, paper: Paper, desk: DeskSettings = FACTS) -> int | None:
    return PrintEveningLists(counter.database, desk, paper)(actor=counter.actor)


def busy_house(counter: Counter) -> None:
    for ahead in (0, 1, 2):
        sell(counter, counter.item("DLX", "203", ahead=ahead, guests=guests("Asha")))
        sell(counter, counter.item("GOA21", "4A", ahead=ahead))


@pytest.fixture
def other(any_counter: Counter, clock: SteppedClock) -> Iterator[Counter]:
    """Another desk on the same books."""
    url = any_counter.database.engine.url.render_as_string(hide_password=False)
    database = open_database(url, clock, Recorder(), "D2")
    yield Counter(database, clock, any_counter.publish)
    database.close()


def test_tomorrows_lists_are_made_at_eight_in_the_evening(any_counter: Counter, clock: SteppedClock) -> None:
    counter, paper = any_counter, Paper()
    busy_house(counter)
    assert evening(counter, paper) == 2  # in the morning: today's, nobody was there yesterday evening
    clock.advance(9.9 * HOUR)
    assert evening(counter, paper) is None
    clock.advance(0.2 * HOUR)
    assert evening(counter, paper) == 3
    assert evening(counter, paper) is None
    assert paper.days == [counter.day(0), counter.day(1)]
    kinds = [one.query.kind for one in paper.taken[1].lists]
    assert kinds == [ListKind.ARRIVALS, ListKind.DEPARTURES, ListKind.CHART]
    assert {one.query.day for one in paper.taken[1].lists} == {counter.day(1)}
    assert [tag for tag, _ in counter.told()].count("LISTS_PRINTED") == 2


def test_a_desk_that_starts_after_midnight_makes_the_lists_of_the_day(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter, paper = any_counter, Paper()
    busy_house(counter)
    clock.advance(14.25 * HOUR)  # 00:15 on Tuesday
    assert evening(counter, paper)
    assert paper.days == [counter.day(0)]
    clock.advance(20 * HOUR)  # 20:15 on Tuesday
    assert evening(counter, paper)
    assert paper.days == [counter.day(0), counter.day(1)]


def test_several_desks_make_them_once(any_counter: Counter, other: Counter, clock: SteppedClock) -> None:
    counter, paper, together = any_counter, Paper(), Barrier(2)
    busy_house(counter)

    def at(desk: Counter) -> int | None:
        together.wait()
        return evening(desk, paper)

    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(at, (counter, other)))
    assert sorted(made, key=str) == [2, None]
    assert len(paper.taken) == 1


def test_what_could_not_be_written_is_due_again(any_counter: Counter, other: Counter) -> None:
    counter, paper = any_counter, Paper(jams=1)
    busy_house(counter)
    with pytest.raises(OSError, match="no space"):
        evening(counter, paper)
    assert evening(other, paper) == 2


def test_a_desk_that_was_killed_leaves_them_to_another_one(
    any_counter: Counter, other: Counter, clock: SteppedClock
) -> None:
    counter, paper = any_counter, Paper()
    busy_house(counter)

    with counter.database.write(counter.actor) as session:
        assert list_prints.take(session, counter.day(0))
    assert evening(other, paper) is None
    clock.advance(601)
    assert evening(other, paper) == 2


def test_nothing_is_made_where_nobody_comes_and_the_day_is_done(any_counter: Counter) -> None:
    counter, paper = any_counter, Paper()
    assert evening(counter, paper) == 0
    assert evening(counter, paper) is None
    assert paper.taken == []
    with counter.database.read() as session:
        (row,) = session.execute(select(list_print)).all()
    assert row.done_at is not None


def test_the_house_sets_the_hour_or_none(any_counter: Counter, clock: SteppedClock) -> None:
    counter, paper = any_counter, Paper()
    busy_house(counter)
    save = SaveListRules(counter.database)
    rules = save(ListRules(evening_minute=None), actor=counter.actor)
    assert ShowListRules(counter.database)() == rules
    assert evening(counter, paper) is None
    save(ListRules(evening_minute=9 * 60, paper_hindi=True), actor=counter.actor)
    assert evening(counter, paper)
    assert paper.days == [counter.day(1)]
    assert paper.taken[0].is_hindi
    with pytest.raises(BadRequest):
        save(ListRules(evening_minute=1440), actor=counter.actor)


def test_numbers_stay_masked_unless_the_house_wants_them(any_counter: Counter, clock: SteppedClock) -> None:
    counter, paper = any_counter, Paper()
    busy_house(counter)
    staff = keep_staff(counter.database)
    evening(counter, paper)
    SaveListRules(counter.database)(ListRules(evening_numbers=True), actor=staff.manager)
    clock.advance(11 * HOUR)
    evening(counter, paper)
    told = [{row.telephone for one in lists.lists for row in one.rows} for lists in paper.taken]
    assert told == [{"...3210"}, {"+919876543210"}]


@pytest.mark.parametrize("days", range(0, 800, 7))
def test_the_day_is_right_on_any_date(days: int) -> None:
    noon = datetime(2026, 11, 23, 6, 30, tzinfo=UTC) + timedelta(days=days)
    day = noon.date()
    assert day_wanted(noon, ZONE, 1200) == day
    assert day_wanted(noon + timedelta(hours=8), ZONE, 1200) == day + timedelta(days=1)
    assert day_wanted(noon + timedelta(hours=12), ZONE, 1200) == day + timedelta(days=1)


def test_the_clock_on_the_wall_counts_when_summer_ends() -> None:
    before = datetime(2026, 10, 25, 18, 59, tzinfo=UTC)  # 19:59 in Berlin, after the hour was put back
    assert day_wanted(before, "Europe/Berlin", 1200) == date(2026, 10, 25)
    assert day_wanted(before + timedelta(minutes=1), "Europe/Berlin", 1200) == date(2026, 10, 26)
