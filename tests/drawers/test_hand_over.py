"""One count ends a person's shift and begins the next one's."""

from dataclasses import replace

import pytest

from db import people, shifts
from db.actor import Actor
from db.catalogue_words import CountMoment
from db.ids import PersonId
from db.states import Role
from desktop.services.domain.shift import Closing, HandedOver
from desktop.services.drawer_errors import ShiftClosed
from desktop.services.drawers.hand_over import HandOver
from desktop.services.errors import BadRequest, NotPermitted
from desktop.services.staff_errors import WrongPin
from desktop.services.steps.pins import hash_secret
from tests.counter import FACTS, Counter
from tests.drawers.till import Till, notes
from tests.staff import CLERK_PIN, MANAGER_PIN, Staff, keep_staff

NEXT_PIN = "551207"


class House:
    """Ravi has an open shift with 500.00 and a sale; Lata comes next."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.staff: Staff = keep_staff(counter.database)
        with counter.database.write(self.staff.manager) as session:
            people.add(session, code="12", name="Lata", role=Role.CLERK, pin_hash=hash_secret(NEXT_PIN))
        self.till = Till(counter)
        self.till.close(0)
        self.till.open(500_00, actor=self.staff.clerk, is_shared=False)
        self.signed_in: list[str] = []

    def hand_over(
        self, closing: Closing, code: str = "12", pin: str = NEXT_PIN, actor: Actor | None = None
    ) -> HandedOver:
        """Hand the drawer over."""

        def signs_in(_person_id: PersonId, name: str) -> None:
            self.signed_in.append(name)

        hand_over = HandOver(self.counter.database, FACTS, signs_in, self.counter.publish)
        return hand_over(closing, code, pin, actor=actor or self.staff.clerk)


def test_the_next_one_goes_on_with_what_was_counted(any_counter: Counter) -> None:
    house = House(any_counter)
    closing = house.till.closing(480_00)
    handed = house.hand_over(closing)
    assert (handed.closed.difference_paise, handed.closed.to_safe_paise) == (-20_00, 0)
    assert (handed.clerk, house.signed_in) == ("Lata", ["Lata"])
    with any_counter.database.read() as session:
        row = shifts.find(session, handed.opened_id)
        counted = shifts.counts(session, handed.opened_id, CountMoment.OPENING)
    assert row is not None
    assert (row.clerk, row.float_paise, row.opening_difference_paise) == ("Lata", 480_00, 0)
    assert counted == notes(480_00)
    tags = [tag for tag, _ in any_counter.told()]
    assert tags[-4:] == ["SHIFT_CLOSED", "Z_SLIP_MADE", "SHIFT_OPENED", "SHIFT_HANDED_OVER"]
    assert any_counter.faults() == []


def test_a_hand_over_asked_for_again_is_done_once(any_counter: Counter) -> None:
    house = House(any_counter)
    closing = house.till.closing(480_00)
    first = house.hand_over(closing)
    assert house.hand_over(closing) == first
    with pytest.raises(ShiftClosed):
        house.hand_over(replace(closing, counts=notes(470_00)))
    with pytest.raises(ShiftClosed):
        house.hand_over(closing, "90", MANAGER_PIN)
    assert any_counter.faults() == []


def test_only_by_the_code_of_another_person(any_counter: Counter) -> None:
    house = House(any_counter)
    closing = house.till.closing(500_00)
    with pytest.raises(WrongPin):
        house.hand_over(closing, "12", CLERK_PIN)
    with pytest.raises(BadRequest) as refused:
        house.hand_over(closing, "11", CLERK_PIN)
    assert refused.value.reason == "same_person"
    assert house.signed_in == []


def test_a_manager_takes_over_and_another_clerk_does_not(any_counter: Counter) -> None:
    house = House(any_counter)
    closing = house.till.closing(500_00)
    with any_counter.database.read() as session:
        lata = people.find_by_code(session, "12")
    assert lata is not None
    with pytest.raises(NotPermitted):
        house.hand_over(closing, actor=replace(house.staff.clerk, person="Lata", person_id=lata.id))
    handed = house.hand_over(closing, "90", MANAGER_PIN, actor=house.staff.manager)
    assert handed.clerk == "Meena"
    assert any_counter.faults() == []
