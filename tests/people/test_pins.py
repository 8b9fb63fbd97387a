"""PINs: right, wrong, guessed at two desks and across restarts."""

from dataclasses import replace

import pytest

from db import people
from db.database import Database
from db.ids import DeskId
from desktop.services.domain.pin_delay import FREE_OF_PERSON, LONGEST, delay_after
from desktop.services.domain.staff import is_guessed_first
from desktop.services.errors import BadRequest
from desktop.services.staff.at_desk import SYSTEM, AtDesk
from desktop.services.staff.sign_in import SignIn, SignOut
from desktop.services.staff_errors import PinWaits, WrongPin
from desktop.services.steps.pins import check_pin
from tests.actors import actor_of
from tests.conftest import SteppedClock
from tests.counter import Counter
from tests.staff import CLERK_PIN, keep_staff


def guess(counter: Counter, pin: str, code: str = "11", desk: str = "") -> None:
    actor = actor_of(counter.database)
    check_pin(counter.database, replace(actor, desk_id=DeskId(desk or actor.desk_id)), code, pin)


def guess_wrong(counter: Counter, times: int) -> None:
    for _ in range(times):
        with pytest.raises(WrongPin):
            guess(counter, "999999")


def test_the_right_pin_signs_in_and_the_journal_tells_it(any_counter: Counter) -> None:
    keep_staff(any_counter.database)
    actor = any_counter.actor
    at_desk = AtDesk(actor.desk_id, "clerk", keeps_people=True)
    assert at_desk().person == SYSTEM
    assert SignIn(any_counter.database, at_desk, any_counter.publish)("11", CLERK_PIN).name == "Ravi"
    assert (at_desk().person, at_desk().person_id is not None) == ("Ravi", True)
    SignOut(at_desk, any_counter.publish)()
    assert (at_desk().person, at_desk().person_id) == (SYSTEM, None)
    assert [tag for tag, _ in any_counter.told()][-1] == "SIGNED_IN"


def test_wrong_pins_cost_more_and_more_time_and_the_right_one_waits_too(
    counter: Counter, clock: SteppedClock
) -> None:
    keep_staff(counter.database)
    guess_wrong(counter, FREE_OF_PERSON)
    with pytest.raises(PinWaits) as waits:
        guess(counter, CLERK_PIN)
    assert waits.value.seconds == 5
    clock.advance(5)
    guess_wrong(counter, 1)
    clock.advance(5)
    with pytest.raises(PinWaits):
        guess(counter, CLERK_PIN)
    clock.advance(5)
    guess(counter, CLERK_PIN)
    guess_wrong(counter, FREE_OF_PERSON)


def test_another_desk_and_a_restart_give_no_free_guess(counter: Counter) -> None:
    keep_staff(counter.database)
    guess_wrong(counter, FREE_OF_PERSON)
    again = Database(counter.database.engine, clock=counter.now, home="h")
    with pytest.raises(PinWaits):
        check_pin(again, counter.actor, "11", CLERK_PIN)
    with pytest.raises(PinWaits):
        guess(counter, CLERK_PIN, desk="another")


def test_a_guess_counts_before_it_is_compared(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    staff = keep_staff(counter.database)

    def killed(_kept: str, _secret: str) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop.services.steps.pins.is_secret", killed)
    with pytest.raises(KeyboardInterrupt):
        guess(counter, CLERK_PIN)
    with counter.database.read() as session:
        assert staff.clerk.person_id is not None
        assert [row.failures for row in people.guards(session, staff.clerk.person_id)] == [1]


def test_guessing_codes_that_are_nobodys_slows_the_desk(counter: Counter) -> None:
    keep_staff(counter.database)
    for number in range(20, 30):
        with pytest.raises(WrongPin):
            guess(counter, "999999", code=str(number))
    with pytest.raises(PinWaits):
        guess(counter, CLERK_PIN)


@pytest.mark.parametrize(("code", "pin"), [("1", CLERK_PIN), ("११", CLERK_PIN), ("11", "12345"), ("11", "")])
def test_what_has_not_the_form_of_a_code_or_pin_is_no_guess(counter: Counter, code: str, pin: str) -> None:
    keep_staff(counter.database)
    with pytest.raises(BadRequest):
        guess(counter, pin, code=code)
    with counter.database.read() as session:
        assert people.guards(session, counter.actor.desk_id) == []


def test_no_pin_stands_in_the_database_or_the_journal(counter: Counter) -> None:
    keep_staff(counter.database)
    guess(counter, CLERK_PIN)
    assert CLERK_PIN not in repr(counter.rows())
    assert CLERK_PIN not in repr(counter.told())


def test_the_delay_ends_at_a_quarter_of_an_hour() -> None:
    assert [delay_after(n, 3).total_seconds() for n in (2, 3, 4, 5)] == [0, 5, 10, 20]
    assert delay_after(500, 3) == LONGEST


@pytest.mark.parametrize(
    ("pin", "easy"),
    [("000000", True), ("123456", True), ("987654", True), ("121212", True), ("482915", False)],
)
def test_the_pins_that_are_tried_first_are_known(pin: str, easy: bool) -> None:
    assert is_guessed_first(pin) is easy
