"""A line moves to another seat or room at the price that it was sold at; the old paper stays as it was."""

import pytest
from sqlalchemy import update

from db.catalogue_words import Gender
from db.ids import UnitId
from db.schema import unit
from db.states import DocumentKind
from desktop.services.documents.show_document import ShowDocument
from desktop.services.domain.booking import Hold
from desktop.services.domain.quote import Guest
from desktop.services.errors import AlreadyDone, BadRequest, SlotTaken, WrongLines, WrongState
from desktop.services.moving.list_free_units import ListFreeUnits
from desktop.services.moving.move_booking_lines import MoveBookingLines
from tests.conftest import SteppedClock
from tests.counter import FACTS, Counter


def unit_id(counter: Counter, code: str, name: str) -> UnitId:
    return counter.units(code, name)[0]


def move(counter: Counter, hold: Hold, numbers: list[int], code: str, name: str) -> object:
    services = MoveBookingLines(counter.database, FACTS, counter.publish)
    return services(
        hold.booking_id, numbers, unit_id(counter, code, name), "wants the window", actor=counter.actor
    )


def offered(counter: Counter, hold: Hold, numbers: list[int]) -> list[str]:
    return [one.name for one in ListFreeUnits(counter.database)(hold.booking_id, numbers)]


def test_a_sold_seat_moves_and_its_old_seat_is_free_again(any_counter: Counter, clock: SteppedClock) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(counter.item("GOA21", "4A", "4B")))
    receipt = counter.pay(hold).document_id
    before, free = counter.booking(hold), counter.free("GOA21")
    clock.advance(1)
    ticket = move(counter, hold, [2], "GOA21", "5B")
    after = counter.booking(hold)
    assert counter.free("GOA21") == free
    assert [line.unit_name for line in after.lines] == ["4A", "5B"]
    assert [(one.from_name, one.to_name) for one in after.lines[1].moves] == [("4B", "5B")]
    assert (after.total_paise, after.payments) == (before.total_paise, before.payments)
    assert after.title.endswith("4A 5B")
    show = ShowDocument(counter.database, FACTS)
    assert receipt is not None
    assert [line.unit_name for line in show(receipt).content.lines] == ["4A", "4B"]
    assert isinstance(ticket, str)
    valid = show(ticket)  # type: ignore[arg-type]  # a document's id is a text
    assert (valid.kind, [line.unit_name for line in valid.content.lines]) == (
        DocumentKind.TICKET,
        ["4A", "5B"],
    )
    assert counter.faults() == []


def test_a_stay_moves_with_all_its_nights_and_a_hold_keeps_its_deadline(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(counter.item("DLX", "203", nights=3)))
    assert move(counter, hold, [1, 2, 3], "DLX", "205") is None
    booking = counter.booking(hold)
    assert {line.unit_name for line in booking.lines} == {"205"}
    assert booking.expires_at == hold.expires_at
    assert counter.faults() == []
    counter.pay(hold)
    assert counter.faults() == []


def test_only_units_that_are_free_every_night_are_offered_and_none_of_another_price(
    any_counter: Counter,
) -> None:
    counter = any_counter
    other = counter.hold(counter.quote(counter.item("DLX", "204", ahead=6)))
    with counter.database.write(counter.actor) as session:
        session.execute(update(unit).where(unit.c.name == "206").values(supplement_paise=100))
    hold = counter.hold(counter.quote(counter.item("DLX", "203", nights=2)))
    names = offered(counter, hold, [1, 2])
    assert "205" in names
    assert not {"203", "204", "206"} & set(names)
    before = counter.rows()
    for name in ("204", "206"):
        with pytest.raises(SlotTaken):
            move(counter, hold, [1, 2], "DLX", name)
    assert counter.rows() == before
    assert counter.booking(other).lines[0].unit_name == "204"


def test_a_ladies_seat_is_offered_to_a_woman_only(any_counter: Counter) -> None:
    counter = any_counter
    ladies = [cell.unit.name for cell in counter.look("GOA21").cells if cell.unit.ladies_only]
    guests = (Guest("Asha", Gender.FEMALE), Guest("Ravi", Gender.MALE))
    hold = counter.hold(counter.quote(counter.item("GOA21", "4A", "4B", guests=guests)))
    if not ladies:
        with counter.database.write(counter.actor) as session:
            session.execute(update(unit).where(unit.c.name == "1A").values(ladies_only=True))
        ladies = ["1A"]
    assert set(ladies) & set(offered(counter, hold, [1]))
    assert not set(ladies) & set(offered(counter, hold, [2]))


def test_what_can_not_move_says_so(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(counter.item("GOA21", "4A", "4B")))
    counter.pay(hold)
    with pytest.raises(WrongLines):
        move(counter, hold, [1, 2], "GOA21", "5A")
    with pytest.raises(WrongLines):
        move(counter, hold, [7], "GOA21", "5A")
    with pytest.raises(AlreadyDone):
        move(counter, hold, [1], "GOA21", "4A")
    with pytest.raises(BadRequest):
        MoveBookingLines(counter.database, FACTS, counter.publish)(
            hold.booking_id, [1], unit_id(counter, "GOA21", "5A"), " ", actor=counter.actor
        )
    counter.cancel(hold, counter.plan(hold, [1]))
    with pytest.raises(WrongLines):
        move(counter, hold, [1], "GOA21", "5A")
    counter.cancel(hold)
    with pytest.raises(WrongState):
        move(counter, hold, [2], "GOA21", "5A")


def test_a_moved_line_is_cancelled_on_its_new_unit(any_counter: Counter) -> None:
    counter = any_counter
    hold = counter.hold(counter.quote(counter.item("GOA21", "4A")))
    counter.pay(hold)
    free = counter.free("GOA21")
    move(counter, hold, [1], "GOA21", "5A")
    move(counter, hold, [1], "GOA21", "4A")
    move(counter, hold, [1], "GOA21", "6A")
    assert counter.cancel(hold).claims_released == 1
    assert counter.free("GOA21") == free + 1
    assert counter.faults() == []
