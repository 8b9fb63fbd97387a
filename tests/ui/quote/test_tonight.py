"""What is proposed for "tonight" and for a coach on its way, on a desk with the sample catalogue."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update

from db.schema import site
from db.states import Kind
from desktop.services.catalogue.find_availability import FindAvailability
from desktop.services.catalogue.list_offerings import ListOfferings
from desktop.services.holding.show_today import ShowToday
from desktop.ui.desk.board import BoardRow, read_board
from desktop.ui.on_sale.day_view import day_views
from desktop.ui.quote.chosen.details_panel import DetailsPanel, stop_views
from desktop.ui.quote.quote_window import QuoteWindow
from desktop.ui.quote.sale.choice import Choice, with_offering
from desktop.ui.quote.sale.sale import Sale
from desktop.ui.quote.sale.stock_query import find_stock
from tests.actors import actor_of
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from db.database import Database
    from desktop.services.application import Services
    from desktop.services.domain.catalogue import Offering
    from desktop.ui.runner import Runner

NIGHT, DAY = date(2026, 11, 23), date(2026, 11, 24)


def ist(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}:00+05:30").astimezone(UTC)


@pytest.fixture
def services(database: Database) -> Services:
    """What is asked of the desk, on the stepped clock."""
    return replace(
        sample_services(),
        list_offerings=ListOfferings(database),
        show_today=ShowToday(database, actor_of(database).desk_id, "Asia/Kolkata"),
        find_availability=FindAvailability(database),
    )


@pytest.fixture
def offering(services: Services) -> Callable[[str], Offering]:
    """Find what is sold by its code."""
    return lambda code: next(one for one in services.list_offerings() if one.code == code)


def board_row(services: Services, now: datetime, code: str) -> BoardRow:
    return next(row for row in read_board(services, now).rows if row.code == code)


@pytest.mark.parametrize(
    ("now", "night"),
    [
        ("24T00:30", NIGHT),
        ("24T05:00", NIGHT),
        ("24T05:59", NIGHT),
        ("24T06:00", DAY),
        ("24T10:30", DAY),
        ("24T23:00", DAY),
    ],
)
def test_a_room_without_a_day_is_for_tonight(
    services: Services, offering: Callable[[str], Offering], clock: Any, now: str, night: date
) -> None:
    clock.now = ist(now)
    stock = find_stock(services, with_offering(Choice(), offering("DLX")), (), clock.now)
    assert stock.choice.first_day == night
    assert stock.found is not None
    assert stock.found.free_count == 12


def test_the_board_says_since_when_tonight_is(services: Services, clock: Any) -> None:
    clock.now = ist("24T05:00")
    row = board_row(services, clock.now, "DLX")
    assert (row.starts, row.free_count) == ("since 23 Nov", 12)
    clock.now = ist("24T06:00")
    row = board_row(services, clock.now, "DLX")
    assert (row.starts, row.free_count) == ("", 12)


def test_the_board_asks_each_site_for_its_own_night(
    services: Services, database: Database, clock: Any
) -> None:
    with database.write(actor_of(database)) as session:
        session.execute(update(site).values(time_zone="Asia/Kathmandu"))
    clock.now = datetime(2026, 11, 24, 0, 14, 59, tzinfo=UTC)  # 05:59:59 in Kathmandu
    assert board_row(services, clock.now, "DLX").starts == "since 23 Nov"
    clock.advance(1)
    assert board_row(services, clock.now, "DLX").starts == ""


def test_the_board_shows_a_coach_at_the_stop_that_it_will_reach_next(services: Services, clock: Any) -> None:
    clock.now = ist("23T21:29")
    assert board_row(services, clock.now, "GOA21").starts == "today 21:30"
    clock.now = ist("23T21:46")
    assert board_row(services, clock.now, "GOA21").starts == "today 23:30"
    clock.now = ist("23T23:30")
    assert board_row(services, clock.now, "GOA21").starts == "Tue 21:30"


@pytest.mark.parametrize(
    ("now", "day", "stop"),
    [
        ("23T21:29", NIGHT, "Swargate"),
        ("23T21:32", NIGHT, "Katraj"),
        ("23T23:29", NIGHT, "Satara bypass"),
        ("23T23:30", DAY, "Swargate"),
    ],
)
def test_a_coach_is_proposed_from_the_first_stop_not_passed(
    services: Services, offering: Callable[[str], Offering], clock: Any, now: str, day: date, stop: str
) -> None:
    clock.now = ist(now)
    stock = find_stock(services, with_offering(Choice(), offering("GOA21")), (), clock.now)
    sale, _lost = Sale(choice=stock.choice).with_stock(stock)
    assert (sale.choice.first_day, sale.choice.boarding) == (day, stop)


def test_a_stop_that_was_passed_says_so_and_can_not_be_taken(
    services: Services, offering: Callable[[str], Offering], clock: Any, qtbot: QtBot
) -> None:
    clock.now = ist("23T21:32")
    stock = find_stock(services, with_offering(Choice(), offering("GOA21")), (), clock.now)
    sale, _lost = Sale(choice=stock.choice).with_stock(stock)
    assert sale.stock is not None
    panel = DetailsPanel()
    qtbot.addWidget(panel)
    panel.show_choice(sale.choice, sale.stock)
    texts = [panel.boarding.itemText(row) for row in range(panel.boarding.count())]
    assert texts == ["Swargate  21:30  ✕ passed", "Katraj  21:45", "Satara bypass  23:30"]
    model = panel.boarding.model()
    flags = [bool(model.flags(model.index(row, 0)).value) for row in range(3)]
    assert flags == [False, True, True]
    assert panel.boarding.currentData() == "Katraj"
    clock.now = ist("23T21:50")
    stock = find_stock(services, sale.choice, (), clock.now)
    sale, _lost = sale.with_stock(stock)
    panel.show_choice(sale.choice, sale.stock)
    assert panel.boarding.itemText(1) == "Katraj  21:45  ✕ passed"
    assert panel.boarding.currentData() == "Satara bypass"


def test_stops_and_days_are_told_in_the_zone_of_the_site(
    services: Services, database: Database, offering: Callable[[str], Offering], clock: Any
) -> None:
    with database.write(actor_of(database)) as session:
        session.execute(update(site).values(time_zone="Asia/Kathmandu"))
    stock = find_stock(services, with_offering(Choice(), offering("GOA21")), (), clock.now)
    assert stock.calendar is not None
    # The departures lie at 16:00 UTC.
    assert {view.time_zone for view in day_views(stock.calendar, 1)} == {"Asia/Kathmandu"}
    assert [stop.time for stop in stop_views(stock.found)][:3] == ["21:45", "22:00", "23:45"]


def test_a_stop_after_midnight_names_its_day(services: Services, offering: Callable[[str], Offering]) -> None:
    coach = offering("GOA21")
    late = replace(coach, boarding=(replace(coach.boarding[0], name="Karad", after_minutes=200),))
    found = services.find_availability(coach.id, DAY, DAY, 1)
    (stop, *_rest) = stop_views(replace(found, offering=late))
    assert (stop.name, stop.time) == ("Karad", "Wed 25 Nov, 00:50")


def ready(window: QuoteWindow, qtbot: QtBot, line: str) -> str:
    """Look for what is typed; return what stands under "when"."""
    window.start(line)
    qtbot.waitUntil(lambda: not window.session.sale.looking)
    return window.parts.search.when.note


@pytest.mark.parametrize(
    ("now", "typed", "note"),
    [
        ("24T00:30", "dlx", "Mon 23 Nov – Tue 24 Nov · tonight, since 23 Nov"),
        ("24T05:00", "dlx tonight", "Mon 23 Nov – Tue 24 Nov · tonight, since 23 Nov"),
        ("24T05:00", "dlx tomorrow", "Tue 24 Nov – Wed 25 Nov · tomorrow"),
        ("24T05:00", "dlx 24 nov", "Tue 24 Nov – Wed 25 Nov · tomorrow"),
        ("24T10:30", "dlx", "Tue 24 Nov – Wed 25 Nov · today"),
        ("24T10:30", "dlx tonight", "Tue 24 Nov – Wed 25 Nov · today"),
        ("24T10:30", "dlx 23 nov", "Mon 23 Nov – Tue 24 Nov · last night"),
        ("24T10:59", "dlx 23/11/2026", "Mon 23 Nov – Tue 24 Nov · last night"),
        ("24T00:30", "goa21 today", "Tue 24 Nov · today"),
    ],
)
def test_words_for_days_are_those_of_the_business_date(
    services: Services, runner: Runner, clock: Any, qtbot: QtBot, now: str, typed: str, note: str
) -> None:
    clock.now = ist(now)
    window = QuoteWindow(services, runner)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: bool(window.session.sale.offerings))
    assert ready(window, qtbot, typed) == note


def test_last_night_is_over_at_check_out(
    services: Services, runner: Runner, clock: Any, qtbot: QtBot
) -> None:
    clock.now = ist("24T11:00")
    window = QuoteWindow(services, runner)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: bool(window.session.sale.offerings))
    assert "This day is over" in ready(window, qtbot, "dlx 23/11/2026")
    assert window.session.sale.choice.unit_ids == ()


def test_every_kind_has_rows_on_the_board_after_midnight(services: Services, clock: Any) -> None:
    clock.now = ist("24T00:30")
    rows = read_board(services, clock.now).rows
    assert {row.kind for row in rows if row.free_count} == set(Kind)
