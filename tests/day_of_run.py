"""On which day a test run plays: `pytest --day 2028-02-29` moves every clock that the program reads.

This process and every process that a test starts are moved by time-machine (tests/in_children), PostgreSQL by
a function in the tests' own databases. The program has no setting for it.
"""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.engine import make_url

from tests.in_children.sitecustomize import RUN, SHIFT_SECONDS, end_with_parent, move_clocks

IN_CHILDREN = Path(__file__).with_name("in_children")
# Found before the server's own because the search path says so.
SERVER_CLOCK = """
CREATE OR REPLACE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE
AS 'SELECT pg_catalog.clock_timestamp() + {seconds} * interval ''1 second'''
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.addoption(
        "--day", metavar="DAY", help="play on this day, or from this moment on (2026-12-31T18:29:50Z)"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Move this process's clocks and prepare what its children read; xdist's workers are such children."""
    is_worker = hasattr(config, "workerinput")
    day = config.getoption("--day")
    if day and not is_worker:
        os.environ[SHIFT_SECONDS] = str(shift_seconds(day, datetime.now(UTC)))
    move_clocks()
    if is_worker:
        end_with_parent()
    elif config.getoption("dist", "no") != "no":
        return  # its workers run the tests, and keep the signals as this process has them
    os.environ[RUN] = str(os.getpid())
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(IN_CHILDREN), os.environ.get("PYTHONPATH"))))


def shift_seconds(day: str, now: datetime) -> float:
    """Return how far a day, a moment or a number of days (+365) is away; a day keeps the time of day."""
    if day.startswith("+"):
        return timedelta(days=int(day)).total_seconds()
    if len(day) == len("2028-02-29"):
        moment = datetime.combine(date.fromisoformat(day), now.timetz())
    else:
        moment = datetime.fromisoformat(day)
    return (moment - now).total_seconds()


def move_server_clock(connection: Connection, url: str) -> None:
    """Move a database's `clock_timestamp()` like this process's clock, for all who connect from now on."""
    seconds = float(os.environ.get(SHIFT_SECONDS) or 0)
    if not seconds:
        return
    name = make_url(url).database
    connection.execute(text(f"ALTER DATABASE {name} SET search_path = public, pg_catalog"))
    inside = create_engine(url)
    with inside.begin() as made:
        made.execute(text(SERVER_CLOCK.format(seconds=seconds)))
    inside.dispose()
