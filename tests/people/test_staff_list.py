"""Who works here: the first manager, others, changes, PINs and the recovery code, tried below the screen."""

from dataclasses import replace
from typing import Any

import pytest

from db import people
from db.actor import Actor
from db.halt import Halt, HaltKind
from db.halts import WritesHalted
from db.ids import PersonId, RequestKey
from db.states import Role
from desktop.database_words import with_words
from desktop.services.customers.get_customer import GetCustomer
from desktop.services.customers.top_up_wallet import TopUpWallet
from desktop.services.domain.recovery_code import bare_recovery_code
from desktop.services.domain.staff import AddedPerson, Person
from desktop.services.errors import BadRequest, DeskError, NotFound, NotPermitted
from desktop.services.staff.add_person import AddPerson
from desktop.services.staff.at_desk import SYSTEM, AtDesk
from desktop.services.staff.change_person import ChangePerson
from desktop.services.staff.follow_person import FollowPerson
from desktop.services.staff.list_people import ListPeople
from desktop.services.staff.recover_by_code import MakeRecoveryCode, RecoverManager
from desktop.services.staff.set_pin import GivePin, SetPin
from desktop.services.staff.sign_in import SignIn
from desktop.services.staff_errors import (
    CodeTaken,
    HasLeft,
    LastManager,
    NeedsOwnPin,
    PinWaits,
    WrongPin,
    WrongRecoveryCode,
)
from desktop.services.steps.pins import check_pin
from tests.conftest import SteppedClock
from tests.counter import Counter
from tests.staff import CLERK_PIN, MANAGER_PIN, Staff, keep_staff

OTHER_PIN = "519384"


class House:
    """The use cases about people at one desk."""

    def __init__(self, counter: Counter, *, keeps_people: bool = False) -> None:
        self.counter = counter
        database, publish = counter.database, counter.publish
        self.at_desk = AtDesk(counter.actor.desk_id, "clerk", keeps_people=keeps_people)
        self.follow = FollowPerson(database, self.at_desk, publish)
        self.add = AddPerson(database, self.at_desk, publish)
        self.change = ChangePerson(database, self.follow, publish)
        self.sign_in = SignIn(database, self.at_desk, publish)
        self.set_pin = SetPin(database)
        self.give_pin = GivePin(database, publish)
        self.recover = RecoverManager(database)
        self.make_code = MakeRecoveryCode(database)

    def people(self) -> dict[str, Person]:
        return {person.code: person for person in ListPeople(self.counter.database)()}

    def begin(self) -> AddedPerson:
        return self.add("90", "Meena", Role.MANAGER, MANAGER_PIN, actor=self.at_desk())

    def refused_change(self, actor: Actor, code: str, **changes: Any) -> type[Exception]:
        now = replace(self.people()[code], **changes)
        with pytest.raises(DeskError) as refused:
            self.change(now.id, name=now.name, role=now.role, has_left=now.has_left, actor=actor)
        return refused.type


@pytest.fixture
def house(any_counter: Counter) -> House:
    return House(any_counter)


def kept(counter: Counter) -> tuple[House, Staff]:
    staff = keep_staff(counter.database)
    return House(counter, keeps_people=True), staff


def leave(house: House, code: str, actor: Actor) -> None:
    person = house.people()[code]
    house.change(person.id, name=person.name, role=person.role, has_left=True, actor=actor)


def test_a_house_begins_with_a_manager_who_is_signed_in_and_gets_a_recovery_code(house: House) -> None:
    with pytest.raises(BadRequest):
        house.add("11", "Ravi", Role.CLERK, CLERK_PIN, actor=house.at_desk())
    added = house.begin()
    assert (house.at_desk().person, house.at_desk.person_id) == ("Meena", added.person.id)
    assert not house.at_desk.is_locked
    groups = added.recovery_code.split("-")
    assert [len(group) for group in groups] == [4] * 5
    house.at_desk.sign_out()
    assert (house.at_desk().person, house.at_desk.is_locked) == (SYSTEM, True)


def test_the_second_needs_a_manager_and_gets_no_recovery_code(house: House) -> None:
    house.begin()
    manager = house.at_desk()
    nobody = house.counter.actor
    with pytest.raises(NotPermitted):
        house.add("11", "Ravi", Role.CLERK, CLERK_PIN, actor=nobody)
    added = house.add("11", "Ravi", Role.CLERK, CLERK_PIN, actor=manager)
    assert added.recovery_code == ""
    clerk = replace(nobody, person="Ravi", person_id=added.person.id)
    with pytest.raises(NotPermitted):
        house.add("12", "Asha", Role.MANAGER, OTHER_PIN, actor=clerk)
    with pytest.raises(CodeTaken):
        house.add("90", "Asha", Role.CLERK, OTHER_PIN, actor=manager)


@pytest.mark.parametrize(
    ("code", "name", "pin"),
    [
        ("9", "Meena", MANAGER_PIN),
        ("९०", "Meena", MANAGER_PIN),
        ("90", "  ", MANAGER_PIN),
        ("90", "x" * 61, MANAGER_PIN),
        ("90", "4111 1111 1111 1111", MANAGER_PIN),
        ("90", "Meena", "12345"),
        ("90", "Meena", "123456"),
        ("90", "Meena", "909090"),
        ("90", "Meena", "901290"),
    ],
)
def test_what_can_not_be_a_person_is_refused(counter: Counter, code: str, name: str, pin: str) -> None:
    house = House(counter)
    with pytest.raises(BadRequest):
        house.add(code, name, Role.MANAGER, pin, actor=house.at_desk())
    assert house.people() == {}


def test_a_given_pin_only_leads_to_an_own_one(any_counter: Counter) -> None:
    house, staff = kept(any_counter)
    house.give_pin(house.people()["11"].id, OTHER_PIN, actor=staff.manager)
    assert house.people()["11"].needs_pin
    with pytest.raises(WrongPin):
        house.sign_in("11", CLERK_PIN)
    with pytest.raises(NeedsOwnPin):
        house.sign_in("11", OTHER_PIN)
    with pytest.raises(NeedsOwnPin):
        check_pin(any_counter.database, staff.clerk, "11", OTHER_PIN)
    with pytest.raises(BadRequest):
        house.set_pin("11", OTHER_PIN, OTHER_PIN, actor=house.at_desk())
    assert not house.set_pin("11", OTHER_PIN, "640281", actor=house.at_desk()).needs_pin
    assert house.sign_in("11", "640281").name == "Ravi"


def test_an_own_pin_is_changed_by_the_old_one_alone(counter: Counter) -> None:
    house, staff = kept(counter)
    with pytest.raises(WrongPin):
        house.set_pin("11", OTHER_PIN, "640281", actor=staff.clerk)
    for pin in ("111111", "112811", "12345", CLERK_PIN):
        with pytest.raises(BadRequest):
            house.set_pin("11", CLERK_PIN, pin, actor=staff.clerk)
    house.set_pin("11", CLERK_PIN, OTHER_PIN, actor=staff.clerk)
    assert house.sign_in("11", OTHER_PIN).name == "Ravi"


def test_guessing_the_old_pin_is_slowed_too(counter: Counter) -> None:
    house, staff = kept(counter)
    for _ in range(3):
        with pytest.raises(WrongPin):
            house.set_pin("90", OTHER_PIN, "640281", actor=staff.clerk)
    with pytest.raises(PinWaits):
        house.set_pin("90", MANAGER_PIN, "640281", actor=staff.clerk)


def test_who_may_give_a_pin_to_whom(counter: Counter) -> None:
    house, staff = kept(counter)
    ids = {code: person.id for code, person in house.people().items()}
    with pytest.raises(NotPermitted):
        house.give_pin(ids["90"], OTHER_PIN, actor=staff.clerk)
    with pytest.raises(BadRequest):
        house.give_pin(ids["90"], OTHER_PIN, actor=staff.manager)
    with pytest.raises(BadRequest):
        house.give_pin(ids["11"], "123456", actor=staff.manager)
    with pytest.raises(NotFound):
        house.give_pin(PersonId("nobody"), OTHER_PIN, actor=staff.manager)
    leave(house, "11", staff.manager)
    with pytest.raises(BadRequest):
        house.give_pin(ids["11"], OTHER_PIN, actor=staff.manager)


def test_the_last_manager_stays_a_manager(any_counter: Counter) -> None:
    house, staff = kept(any_counter)
    assert house.refused_change(staff.manager, "90", has_left=True) is LastManager
    assert house.refused_change(staff.manager, "90", role=Role.CLERK) is LastManager
    assert house.refused_change(staff.clerk, "11", role=Role.MANAGER) is NotPermitted
    ravi = house.people()["11"]
    house.change(ravi.id, name="Ravi K", role=Role.MANAGER, has_left=False, actor=staff.manager)
    leave(house, "90", staff.manager)
    assert {code: (one.name, one.role, one.has_left) for code, one in house.people().items()} == {
        "11": ("Ravi K", Role.MANAGER, False),
        "90": ("Meena", Role.MANAGER, True),
    }


def test_who_has_left_writes_nothing_any_more_and_is_signed_out(any_counter: Counter) -> None:
    house, staff = kept(any_counter)
    database = any_counter.database
    customer = any_counter.customer(wallet_paise=100_00)
    database.person_left = house.follow
    top_up = with_words(TopUpWallet(database), database)
    house.sign_in("11", CLERK_PIN)
    ravi = house.at_desk()
    top_up(customer.id, 50_00, RequestKey("before"), actor=ravi)
    leave(House(any_counter, keeps_people=True), "11", staff.manager)
    with pytest.raises(HasLeft):
        top_up(customer.id, 50_00, RequestKey("after"), actor=ravi)
    assert GetCustomer(database)(customer.id).wallet_paise == 150_00
    assert house.at_desk.is_locked
    with pytest.raises(WrongPin):
        house.sign_in("11", CLERK_PIN)
    house.change(house.people()["11"].id, name="Ravi", role=Role.CLERK, has_left=False, actor=staff.manager)
    assert house.sign_in("11", CLERK_PIN).name == "Ravi"
    top_up(customer.id, 50_00, RequestKey("after"), actor=house.at_desk())
    assert any_counter.faults() == []


def test_a_manager_signs_in_at_a_halted_desk_to_put_it_right(counter: Counter) -> None:
    house, _staff = kept(counter)
    counter.database.halts.put(Halt(HaltKind.BEHIND))
    told = counter.told()
    with pytest.raises(WrongPin):
        house.sign_in("90", CLERK_PIN)
    assert house.sign_in("90", MANAGER_PIN).name == "Meena"
    assert (house.at_desk().person, counter.told()) == ("Meena", told)
    with pytest.raises(WritesHalted):
        house.make_code(actor=house.at_desk())


def test_another_desk_follows_what_was_changed_here(counter: Counter) -> None:
    here, there = House(counter), House(counter)
    here.begin()
    was_locked = there.at_desk.is_locked
    there.follow()
    assert (was_locked, there.at_desk.is_locked) == (False, True)
    there.sign_in("90", MANAGER_PIN)
    meena = here.people()["90"]
    here.change(meena.id, name="Meena Rao", role=Role.MANAGER, has_left=False, actor=here.at_desk())
    assert here.at_desk().person == "Meena Rao"
    there.follow()
    assert there.at_desk().person == "Meena Rao"


def test_a_manager_who_becomes_a_clerk_has_no_rights_and_no_recovery_code(counter: Counter) -> None:
    house = House(counter)
    code = house.begin().recovery_code
    meena = house.at_desk()
    asha = house.add("21", "Asha", Role.MANAGER, OTHER_PIN, actor=meena).person
    house.change(house.people()["90"].id, name="Meena", role=Role.CLERK, has_left=False, actor=meena)
    assert house.refused_change(meena, "21", role=Role.CLERK) is NotPermitted
    with pytest.raises(NotPermitted):
        house.make_code(actor=meena)
    with pytest.raises(NotPermitted):
        house.give_pin(asha.id, "640281", actor=meena)
    with pytest.raises(WrongRecoveryCode):
        house.recover("90", code, "640281", actor=meena)


def test_the_recovery_code_gives_a_new_pin_once_and_another_code(any_counter: Counter) -> None:
    house = House(any_counter)
    code = house.begin().recovery_code
    house.at_desk.sign_out()
    for pin in ("123456", MANAGER_PIN):
        with pytest.raises(BadRequest):
            house.recover("90", code, pin, actor=house.at_desk())
    done = house.recover("90", f" {code.lower().replace('-', ' ')} ", OTHER_PIN, actor=house.at_desk())
    assert done.recovery_code not in ("", code)
    with pytest.raises(WrongRecoveryCode):
        house.recover("90", code, "640281", actor=house.at_desk())
    with pytest.raises(WrongPin):
        house.sign_in("90", MANAGER_PIN)
    assert house.sign_in("90", OTHER_PIN).name == "Meena"
    house.recover("90", done.recovery_code, "640281", actor=house.at_desk())


def test_guessing_recovery_codes_is_slowed_together_with_pins(counter: Counter, clock: SteppedClock) -> None:
    house = House(counter)
    code = house.begin().recovery_code
    with pytest.raises(BadRequest):
        house.recover("90", "MEENA", OTHER_PIN, actor=house.at_desk())
    for _ in range(2):
        with pytest.raises(WrongRecoveryCode):
            house.recover("90", "ACDE-FGHJ-KMNP-QRTV-WXY2", OTHER_PIN, actor=house.at_desk())
    with pytest.raises(WrongPin):
        house.sign_in("90", OTHER_PIN)
    with pytest.raises(PinWaits):
        house.recover("90", code, OTHER_PIN, actor=house.at_desk())
    clock.advance(5)
    house.recover("90", code, OTHER_PIN, actor=house.at_desk())


def test_a_person_without_a_recovery_code_has_none_to_guess(counter: Counter) -> None:
    house, staff = kept(counter)
    for code in ("11", "90", "55"):
        with pytest.raises(WrongRecoveryCode):
            house.recover(code, "ACDE-FGHJ-KMNP-QRTV-WXY2", OTHER_PIN, actor=staff.clerk)


def test_a_new_recovery_code_ends_the_older_one(counter: Counter) -> None:
    house = House(counter)
    old = house.begin().recovery_code
    new = house.make_code(actor=house.at_desk())
    with pytest.raises(WrongRecoveryCode):
        house.recover("90", old, OTHER_PIN, actor=house.at_desk())
    house.recover("90", new, OTHER_PIN, actor=house.at_desk())


def test_no_secret_stands_in_rows_journal_log_or_any_text(counter: Counter) -> None:
    house = House(counter)
    added = house.begin()
    manager = house.at_desk()
    person = house.add("11", "Ravi", Role.CLERK, CLERK_PIN, actor=manager).person
    house.set_pin("11", CLERK_PIN, OTHER_PIN, actor=manager)
    house.give_pin(person.id, "640281", actor=manager)
    done = house.recover("90", added.recovery_code, "208461", actor=manager)
    with pytest.raises(WrongPin) as wrong:
        house.sign_in("90", MANAGER_PIN)
    with counter.database.read() as session:
        rows = people.every(session)
    told = repr((counter.rows(), counter.told(), added, done, rows, wrong.value, str(wrong.value), person))
    secrets = [MANAGER_PIN, CLERK_PIN, OTHER_PIN, "640281", "208461"]
    for code in (added.recovery_code, done.recovery_code):
        secrets += [code, bare_recovery_code(code)]
    assert [secret for secret in secrets if secret in told] == []
    assert "argon2" not in repr(rows)
