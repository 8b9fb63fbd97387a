"""What is told when practice is left: one business, one desk, one manager, written at once or not at all."""

import json
from dataclasses import replace

import pytest

from db import documents, house, people
from db.database import Database
from db.ids import BookingId, DocumentId
from db.states import DocumentKind, Role
from desktop.services.documents.show_document import ShowDocument
from desktop.services.domain.house import Business, FirstManager, HouseTold
from desktop.services.domain.recovery_code import bare_recovery_code, new_recovery_code
from desktop.services.errors import BadRequest, NotPermitted
from desktop.services.house.found_house import FoundHouse
from desktop.services.house.tell_business import ShowBusiness, TellBusiness
from desktop.services.staff_errors import HouseKnown
from desktop.services.steps.pins import check_pin, is_secret
from tests.actors import actor_of
from tests.conftest import Recorder, SteppedClock
from tests.counter import FACTS, Counter
from tests.staff import keep_staff

CODE = new_recovery_code()
LODGE = Business("Sahyadri Stays", ("12 MG Road", "Panaji 403001"), "30")
TOLD = HouseTold("D1", "Front desk", LODGE, FirstManager("90", "Meena Naik", "730264", CODE))


def test_a_house_is_told_whole(any_counter: Counter) -> None:
    database = any_counter.database
    actor = FoundHouse(database)(TOLD, actor=actor_of(database))

    assert ShowBusiness(database)() == LODGE
    with database.read() as session:
        (manager,) = people.every(session)
    assert (manager.code, manager.name, manager.role) == ("90", "Meena Naik", Role.MANAGER)
    assert (actor.person, actor.person_id) == ("Meena Naik", manager.id)
    assert check_pin(database, actor, "90", "730264").id == manager.id
    assert is_secret(manager.recovery_hash, bare_recovery_code(CODE))
    told = dict(any_counter.told())
    assert json.loads(told["BUSINESS_TOLD"])["new"] == ["Sahyadri Stays", "12 MG Road", "Panaji 403001", "30"]
    assert not any("730264" in content or CODE in content for content in told.values())
    assert any_counter.faults() == []


MANAGER = TOLD.manager
assert MANAGER is not None


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (replace(TOLD, business=replace(LODGE, name=" \u200b ")), "business"),
        (replace(TOLD, business=replace(LODGE, name="x" * 81)), "business"),
        (replace(TOLD, business=replace(LODGE, address=("", "Panaji"))), "address"),
        (replace(TOLD, business=replace(LODGE, address=("a", "b", "c", "d"))), "address"),
        (replace(TOLD, business=replace(LODGE, state_code="Atlantis")), "house_state"),
        (replace(TOLD, business=replace(LODGE, state_code="97")), "house_state"),
        (replace(TOLD, desk_code="DESK1"), "desk_code"),
        (replace(TOLD, desk_code=""), "desk_code"),
        (replace(TOLD, desk_code="D-1"), "desk_code"),
        (replace(TOLD, desk_name=""), "desk_name"),
        (replace(TOLD, manager=replace(MANAGER, code="9")), "code"),
        (replace(TOLD, manager=replace(MANAGER, name="4111 1111 1111 1111")), "manager"),
        (replace(TOLD, manager=replace(MANAGER, pin="12345")), "pin"),
        (replace(TOLD, manager=replace(MANAGER, pin="123456")), "pin"),
    ],
)
def test_one_mistake_and_nothing_is_written(counter: Counter, told: HouseTold, field: str) -> None:
    before = counter.rows()
    with pytest.raises(BadRequest) as refused:
        FoundHouse(counter.database)(told, actor=counter.actor)
    assert refused.value.field == field
    assert counter.rows() == before


def test_what_fails_half_way_leaves_nothing(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    before = counter.rows()

    def fail(*_arguments: object, **_fields: object) -> None:
        raise RuntimeError("the program ends here")

    monkeypatch.setattr(people, "add", fail)
    with pytest.raises(RuntimeError):
        FoundHouse(counter.database)(TOLD, actor=counter.actor)
    assert counter.rows() == before


def test_a_house_is_founded_once(any_counter: Counter) -> None:
    found = FoundHouse(any_counter.database)
    found(TOLD, actor=any_counter.actor)
    with pytest.raises(HouseKnown):
        found(replace(TOLD, business=replace(LODGE, name="Other")), actor=any_counter.actor)
    assert ShowBusiness(any_counter.database)() == LODGE


def test_a_second_desk_is_named_and_nothing_else(any_counter: Counter) -> None:
    actor = FoundHouse(any_counter.database)(HouseTold("D2", "Gate"), actor=any_counter.actor)
    assert actor == any_counter.actor
    assert ShowBusiness(any_counter.database)() is None


def test_a_manager_changes_the_name_and_the_journal_tells_old_and_new(any_counter: Counter) -> None:
    staff = keep_staff(any_counter.database)
    tell = TellBusiness(any_counter.database, any_counter.publish)
    tell("Old Name", ("Here",), "goa", actor=staff.manager)
    tell("New Name", ("Here",), "30", actor=staff.manager)
    tell("New Name", ("Here",), "30", actor=staff.manager)
    with pytest.raises(NotPermitted):
        tell("Ravi's", ("Here",), "30", actor=staff.clerk)
    contents = [json.loads(content) for tag, content in any_counter.told() if tag == "BUSINESS_TOLD"]
    assert [(content["old"], content["new"]) for content in contents] == [
        ([], ["Old Name", "Here", "30"]),
        (["Old Name", "Here", "30"], ["New Name", "Here", "30"]),
    ]


def slip_of(counter: Counter, booking_id: BookingId) -> DocumentId:
    """Return the slip of a sale: the house's own paper, whichever registration supplies."""
    with counter.database.read() as session:
        slip = documents.newest_of_booking(session, booking_id, (DocumentKind.PAYMENT_SLIP,))
    assert slip is not None
    return slip.id


def test_papers_bear_the_name_of_the_day_on_which_they_were_made(
    counter: Counter, clock: SteppedClock
) -> None:
    show = ShowDocument(counter.database, FACTS)
    tell = TellBusiness(counter.database, counter.publish)
    papers = []
    for name in ("", "Old Name", "New Name"):
        if name:
            tell(name, ("Here",), "30", actor=counter.actor)
        clock.advance(60)
        result = counter.pay(counter.hold(counter.quote(counter.item("DLX")), counter.customer()))
        papers.append(slip_of(counter, result.booking_id))
        clock.advance(60)
    sellers = [show(paper).content.seller for paper in papers]
    assert [seller.name for seller in sellers] == ["", "Old Name", "New Name"]


def test_of_one_moment_the_newer_row_counts(database: Database, publish: Recorder) -> None:
    tell = TellBusiness(database, publish)
    for name in ("First", "Second"):
        tell(name, ("Here",), "30", actor=actor_of(database))
    with database.read() as session:
        found = house.find(session)
    assert found is not None
    assert found.name == "Second"
