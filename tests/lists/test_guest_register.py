"""The register of guests: what it may hold, when forms are due, and how what it holds goes again."""

import csv
from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from db.ids import BookingId, GuestEntryId
from db.schema import guest_entry, journal
from desktop.services.domain.booking import Hold
from desktop.services.domain.day_lists import ListKind
from desktop.services.domain.guest_register import (
    GuestEntry,
    GuestTold,
    holds_aadhaar,
    holds_twelve_figures,
    passes_verhoeff,
)
from desktop.services.domain.list_rules import ListRules
from desktop.services.errors import BadRequest, DeskError, NotFound, NotPermitted, WrongState
from desktop.services.list_errors import (
    GuestChangedMeanwhile,
    GuestGone,
    MustBeKept,
    NotExpected,
    NotToBeSent,
    RegisterOff,
    WholeNumber,
)
from desktop.services.lists.enter_guest import ChangeGuest, EnterGuest
from desktop.services.lists.forms_due import ListFormsDue, ListGuests, MarkFormSent
from desktop.services.lists.keep_guests import BlankOldGuests, EraseGuest, ExportGuests
from desktop.services.lists.list_rules import SaveListRules
from tests.conftest import SteppedClock
from tests.counter import ZONE, Counter
from tests.lists.day import ACT, Lists, guests, sell
from tests.staff import keep_staff

DAY = 86_400
# The published example of Verhoeff's scheme: 236 gets the check digit 3; a number of an ID's length by it.
AADHAAR = "499118665246"
CARD = "4111111111111111"
INDIAN = GuestTold("अनिल वर्मा", address="12 MG Road, Nashik", id_kind="Aadhaar", id_last="5246")
FOREIGN = GuestTold(
    "Jane Miller",
    is_foreign=True,
    nationality="United Kingdom",
    passport="ab1234567",
    visa="VJ 887766",
    arrived_from="London",
    going_to="Goa",
    purpose="tourism",
)


def keeps(counter: Counter, register_months: int = 12) -> None:
    rules = ListRules(keeps_register=True, register_months=register_months)
    SaveListRules(counter.database)(rules, actor=counter.actor)


def stay(counter: Counter, nights: int = 2, room: str = "203") -> Hold:
    return sell(counter, counter.item("DLX", room, ahead=0, nights=nights, guests=guests("Jane")))


def enter(
    counter: Counter, hold: Hold, told: GuestTold = FOREIGN, numbers: Collection[int] = (1, 2)
) -> GuestEntry:
    return EnterGuest(counter.database)(hold.booking_id, numbers, told, actor=counter.actor)


def test_the_check_figure_of_aadhaar() -> None:
    assert passes_verhoeff("2363")
    assert not passes_verhoeff("2364")
    assert passes_verhoeff(AADHAAR)
    assert holds_aadhaar("UID 4991 1866 5246.")
    assert holds_aadhaar("४९९१ १८६६ ५२४६")
    assert not holds_aadhaar("4991 1866 5247")
    assert holds_aadhaar("499118665246 9")
    assert not holds_aadhaar("4991186652469")
    assert holds_twelve_figures("4991-1866-5247")


def test_a_house_keeps_no_register_unless_it_says_so(any_counter: Counter) -> None:
    counter = any_counter
    hold = stay(counter)
    with pytest.raises(RegisterOff):
        enter(counter, hold)
    keeps(counter)
    assert enter(counter, hold).told.passport == "AB1234567"


WHOLE = [
    ("id_last", AADHAAR, WholeNumber),
    ("id_last", "4991 1866 5247", WholeNumber),
    ("id_last", "52467", BadRequest),
    ("address", f"12 MG Road, {AADHAAR}", WholeNumber),
    ("name", "Jane 4991 1866 5246", WholeNumber),
    ("passport", "499118665246", WholeNumber),
    ("visa", "४९९११८६६५२४६", WholeNumber),
    ("purpose", f"card {CARD}", WholeNumber),
    ("vehicle", "4111 1111 1111 1111", WholeNumber),
    ("name", "   ", BadRequest),
    ("name", "x" * 121, BadRequest),
    ("passport", "", BadRequest),
    ("nationality", " ", BadRequest),
]


@pytest.mark.parametrize(("field", "typed", "refusal"), WHOLE)
def test_what_may_not_be_kept_is_not_written(
    field: str, typed: str, refusal: type[DeskError], counter: Counter
) -> None:
    keeps(counter)
    hold = stay(counter)
    before = counter.rows()
    with pytest.raises(refusal):
        enter(counter, hold, GuestTold(is_foreign=True, **(FOREIGN.texts | {field: typed})))
    assert counter.rows() == before


def test_the_journal_tells_nothing_of_a_guest(any_counter: Counter) -> None:
    counter = any_counter
    keeps(counter)
    entry = enter(counter, stay(counter))
    ChangeGuest(counter.database)(entry.id, INDIAN, entry.changed_at, actor=counter.actor)
    with counter.database.read() as session:
        told = " ".join(session.execute(select(journal.c.content)).scalars())
    assert entry.id in told
    for word in ("Miller", "AB1234567", "ab1234567", "VJ", "London", "अनिल", "MG Road", "5246"):
        assert word not in told


def test_the_same_once_more_is_the_same_entry(any_counter: Counter) -> None:
    counter = any_counter
    keeps(counter)
    hold = stay(counter)
    one, two = enter(counter, hold), enter(counter, hold)
    other = enter(counter, hold, INDIAN)
    assert one == two
    assert [entry.id for entry in ListGuests(counter.database)(hold.booking_id)] == [one.id, other.id]


def test_two_desks_do_not_change_one_entry_unseen(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    keeps(counter)
    entry = enter(counter, stay(counter))
    change = ChangeGuest(counter.database)
    clock.advance(1)
    change(entry.id, replace(FOREIGN, visa="V2"), entry.changed_at, actor=counter.actor)
    with pytest.raises(GuestChangedMeanwhile):
        change(entry.id, replace(FOREIGN, visa="V3"), entry.changed_at, actor=counter.actor)


def test_nonsense_is_refused(any_counter: Counter) -> None:
    counter = any_counter
    keeps(counter)
    held = counter.hold(counter.quote(counter.item("DLX", "205", ahead=0)))
    bus = sell(counter, counter.item("GOA21", "4A", ahead=0))
    hold = stay(counter)
    before = counter.rows()
    for booking, numbers, refusal in (
        (held, (1,), WrongState),
        (bus, (1,), NotExpected),
        (hold, (1, 9), NotExpected),
        (hold, (), NotExpected),
    ):
        with pytest.raises(refusal):
            enter(counter, booking, numbers=numbers)
    with pytest.raises(NotFound):
        EnterGuest(counter.database)(BookingId("nobody"), (1,), FOREIGN, actor=counter.actor)
    with pytest.raises(GuestGone):
        MarkFormSent(counter.database)(GuestEntryId("gone"), is_departure=False, actor=counter.actor)
    assert counter.rows() == before


def test_a_form_is_due_a_day_after_the_arrival_and_the_departure(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter, lists = any_counter, Lists(any_counter)
    keeps(counter)
    hold = stay(counter)
    lists.mark(lists.rooms(ListKind.ARRIVALS, 0).rows[0])
    arrived_at = clock.now
    clock.advance(3_600)
    entry = enter(counter, hold)
    enter(counter, hold, INDIAN)
    due, sent = ListFormsDue(counter.database), MarkFormSent(counter.database)
    (form,) = due()
    assert (form.is_departure, form.due_at) == (False, arrived_at + timedelta(hours=24))
    assert form.minutes_left == 23 * 60
    with pytest.raises(NotToBeSent):
        sent(entry.id, is_departure=True, actor=counter.actor)
    assert sent(entry.id, is_departure=False, actor=counter.actor)
    assert not sent(entry.id, is_departure=False, actor=counter.actor)
    assert due() == ()
    clock.advance(2 * DAY)
    (leaving,) = lists.rooms(ListKind.DEPARTURES, 0).rows
    lists.mark(leaving, ACT.DEPARTED)
    clock.advance(DAY + 3_600)
    (form,) = due()
    assert (form.is_departure, form.minutes_left) == (True, -60)
    assert sent(entry.id, is_departure=True, actor=counter.actor)
    assert due() == ()


def test_who_did_not_leave_after_all_has_no_form_of_departure(
    any_counter: Counter, clock: SteppedClock
) -> None:
    counter, lists = any_counter, Lists(any_counter)
    keeps(counter)
    hold = stay(counter)
    lists.mark(lists.rooms(ListKind.ARRIVALS, 0).rows[0])
    entry = enter(counter, hold)
    MarkFormSent(counter.database)(entry.id, is_departure=False, actor=counter.actor)
    (row,) = lists.rooms(ListKind.ARRIVALS, 0).rows
    lists.mark(row, ACT.DEPARTED)
    assert len(ListFormsDue(counter.database)()) == 1
    (row,) = lists.rooms(ListKind.ARRIVALS, 0).rows
    lists.mark(row, ACT.NOT_DEPARTED)
    assert ListFormsDue(counter.database)() == ()


def test_the_register_is_saved_as_csv_and_that_is_told(any_counter: Counter) -> None:
    counter = any_counter
    keeps(counter)
    hold = stay(counter)
    enter(counter, hold)
    today = counter.day(0)
    export = ExportGuests(counter.database, ZONE)
    (row,) = csv.DictReader(export(today, today, actor=counter.actor))
    assert (row["name"], row["passport"], row["foreign"]) == ("Jane Miller", "AB1234567", "yes")
    assert len(list(export(counter.day(1), counter.day(3), actor=counter.actor))) == 1
    with pytest.raises(BadRequest):
        export(counter.day(1), today, actor=counter.actor)
    assert [tag for tag, _ in counter.told()].count("GUESTS_EXPORTED") == 2
    staff = keep_staff(counter.database)
    with pytest.raises(NotPermitted):
        export(today, today, actor=staff.clerk)


def everything(counter: Counter) -> str:
    """Return all texts of the register as they are stored."""
    with counter.database.read() as session:
        return " ".join(map(str, session.execute(select(guest_entry)).all()))


def test_a_guest_may_ask_to_be_erased_and_the_law_to_keep(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    keeps(counter)
    hold = stay(counter)
    abroad, home = enter(counter, hold), enter(counter, hold, INDIAN)
    erase = EraseGuest(counter.database, ZONE)
    erase(home.id, actor=counter.actor)
    assert "अनिल" not in everything(counter)
    with pytest.raises(GuestGone):
        erase(home.id, actor=counter.actor)
    with pytest.raises(MustBeKept) as refused:
        erase(abroad.id, actor=counter.actor)
    assert refused.value.until == counter.day(2).replace(year=2027)
    clock.advance(368 * DAY)
    erase(abroad.id, actor=counter.actor)
    assert "Miller" not in everything(counter)
    assert [tag for tag, _ in counter.told()].count("GUEST_ERASED") == 2


def test_after_its_months_an_entry_blanks_itself(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    keeps(counter)
    enter(counter, stay(counter))
    enter(counter, stay(counter, room="204"), INDIAN)
    blank = BlankOldGuests(counter.database, ZONE)
    clock.advance(365 * DAY)
    assert blank(actor=counter.actor) == 0
    clock.advance(3 * DAY)
    assert blank(actor=counter.actor) == 2
    assert blank(actor=counter.actor) == 0
    stored = everything(counter)
    for word in ("Miller", "AB1234567", "London", "अनिल", "5246", "Nashik"):
        assert word not in stored
    told = [content for tag, content in counter.told() if tag == "GUESTS_BLANKED"]
    assert len(told) == 1
    assert '"count":2' in told[0]
    assert ListFormsDue(counter.database)() == ()


def test_the_house_may_keep_longer_never_shorter(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    with pytest.raises(BadRequest):
        keeps(counter, register_months=11)
    keeps(counter, register_months=24)
    enter(counter, stay(counter))
    clock.advance(400 * DAY)
    assert BlankOldGuests(counter.database, ZONE)(actor=counter.actor) == 0


def test_a_blanked_row_can_hold_no_name(any_counter: Counter) -> None:
    counter = any_counter
    keeps(counter)
    enter(counter, stay(counter))
    with pytest.raises(DBAPIError), counter.database.engine.begin() as connection:
        connection.execute(text("UPDATE guest_entry SET blanked_at = 1"))
