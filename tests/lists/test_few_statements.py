"""A list of two hundred bookings asks its database as often as a list of two."""

import pytest
from sqlalchemy import event

from desktop.services.domain.day_lists import DayListQuery, ListKind
from desktop.services.domain.quote import BasketItem
from desktop.services.lists.read_day_list import ReadDayList
from tests.counter import Counter
from tests.lists.day import Lists, sell

MOST = 14


def statements(counter: Counter, query: DayListQuery) -> tuple[int, int]:
    """Return how many statements a list takes, and how many rows it has."""
    found: list[str] = []

    def ran(*said: object) -> None:
        found.append(str(said[2]))

    event.listen(counter.database.engine, "before_cursor_execute", ran)
    rows = len(ReadDayList(counter.database)(query, counter.actor).rows)
    event.remove(counter.database.engine, "before_cursor_execute", ran)
    return len(found), rows


@pytest.mark.timeout(120)
def test_a_long_list_takes_no_more_statements_than_a_short_one(counter: Counter) -> None:
    day = counter.day(3)
    sell(counter, counter.item("DLX", "201", ahead=3))
    rooms = DayListQuery(ListKind.ARRIVALS, day)
    short = statements(counter, rooms)
    for code in ("STD", "DLX", "FAM", "EXE"):
        free = [cell.unit.id for cell in counter.look(code, 3).cells if cell.state.value == "free"]
        for unit_id in free:
            item = BasketItem(counter.offering(code).id, (unit_id,), day, counter.day(4))
            sell(counter, item)
    long = statements(counter, rooms)
    assert long[1] > 40 * short[1]
    assert long[0] == short[0] <= MOST


def test_a_full_coach_takes_few_statements(counter: Counter) -> None:
    lists = Lists(counter)
    free = [cell.unit.name for cell in counter.look("MUM06", 3).cells if not cell.unit.ladies_only]
    for name in free:
        sell(counter, counter.item("MUM06", name, ahead=3))
    query = lists.slot("MUM06", 3).query
    count, rows = statements(counter, query)
    assert rows == len(free)
    assert count <= MOST
