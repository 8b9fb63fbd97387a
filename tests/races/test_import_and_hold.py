"""An import and a hold of the same moment: whoever comes second sees what the first has done."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.database import Database
from db.ids import RequestKey
from desktop.services.auditing.audit_database import AuditDatabase
from desktop.services.errors import NotFound, QuoteOutdated
from desktop.services.holding.place_hold import PlaceHold
from tests.actors import actor_of
from tests.catalogue.changes import bring_in, lines_of, rooms
from tests.conftest import Recorder, SteppedClock, open_database
from tests.counter import Counter

ROUNDS = 6
REFUSED = (NotFound, QuoteOutdated)


def both(*acts: Callable[[], object]) -> list[object]:
    """Let all act at once, each in a thread with connections of its own; return answers or errors."""
    barrier = threading.Barrier(len(acts))
    answers: list[object] = [None] * len(acts)

    def run(place: int) -> None:
        barrier.wait()
        try:
            answers[place] = acts[place]()
        except Exception as error:  # noqa: BLE001  whatever comes is the answer, and is judged below
            answers[place] = error

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.fixture
def clock() -> SteppedClock:
    """Return the sample's morning."""
    return SteppedClock(datetime(2026, 11, 23, 4, 30, tzinfo=UTC))


def test_no_hold_slips_onto_a_room_that_moves(engine_url: str, clock: SteppedClock, tmp_path: Path) -> None:
    desk = open_database(engine_url, clock, Recorder())
    office = open_database(engine_url, clock, Recorder(), desk_code="D2")
    away, back = rooms(DLX="201-211", EXE="301-308 212"), rooms(DLX="201-212", EXE="301-308")
    for turn in range(ROUNDS):
        counter = Counter(desk, clock, Recorder())
        quote = counter.quote(counter.item("DLX", "212", ahead=10 + turn))
        customer = counter.customer()
        held, report = both(
            lambda: hold(desk, quote.id, customer.id, f"race-{turn}"),  # noqa: B023  run in this very turn
            lambda: bring_in(office, tmp_path, rooms=away),
        )
        assert not isinstance(report, Exception), report
        assert not isinstance(held, Exception) or isinstance(held, REFUSED), held
        if not isinstance(held, Exception):
            look = Counter(desk, clock, Recorder()).look("EXE", ahead=10 + turn)
            assert [cell.state for cell in look.cells if cell.unit.name == "212"] == ["held"]
        assert [line.name for line in AuditDatabase(desk)() if not line.passed] == []
        assert not bring_in(office, tmp_path, rooms=back).faults
    desk.close()
    office.close()


def test_no_hold_keeps_the_old_hour(engine_url: str, clock: SteppedClock, tmp_path: Path) -> None:
    desk = open_database(engine_url, clock, Recorder())
    office = open_database(engine_url, clock, Recorder(), desk_code="D2")
    for turn in range(ROUNDS):
        counter = Counter(desk, clock, Recorder())
        hour = ("18:00", "21:30")[turn % 2]
        quote = counter.quote(counter.item("GOA21", ahead=10 + turn))
        customer = counter.customer()
        services = lines_of("services.csv", {"GOA21": {"departs": hour, "coach": ""}})
        held, report = both(
            lambda: hold(desk, quote.id, customer.id, f"race-{turn}"),  # noqa: B023  run in this very turn
            lambda: bring_in(office, tmp_path, services=services),  # noqa: B023  run in this very turn
        )
        assert not isinstance(report, Exception), report
        assert not isinstance(held, Exception) or isinstance(held, REFUSED), held
        with desk.read() as session:
            titles = session.connection.exec_driver_sql("SELECT title FROM booking").scalars().all()
        assert all(hour in title for title in titles)
    desk.close()
    office.close()


def hold(database: Database, quote_id: object, customer_id: object, key: str) -> object:
    """Place a hold."""
    place = PlaceHold(database, lambda _: None)
    return place(quote_id, customer_id, RequestKey(key), actor=actor_of(database))  # type: ignore[arg-type]  # ids as they came
