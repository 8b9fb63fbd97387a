"""People of a house for tests: a clerk and a manager with their PINs, and a database that keeps them."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db import ledger, people, shifts
from db.actor import Actor
from db.database import Database
from db.ids import PersonId
from db.states import AccountKind, Role
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.shift import Closing, Opening
from desktop.services.steps.begin_shift import begin_shift
from desktop.services.steps.end_shift import end_shift, seal_shift
from desktop.services.steps.pins import hash_secret
from tests.actors import actor_of

if TYPE_CHECKING:
    from tests.counter import Counter

CLERK_PIN = "482915"
MANAGER_PIN = "730264"


@dataclass(frozen=True)
class Staff:
    """Who works here: each acts at the desk that the database was opened for."""

    clerk: Actor
    manager: Actor


def keep_staff(database: Database) -> Staff:
    """Write down Ravi, a clerk (code 11), and Meena, a manager (code 90): from now on permissions count."""
    at_desk = actor_of(database)
    with database.write(at_desk) as session:
        clerk = people.add(session, code="11", name="Ravi", role=Role.CLERK, pin_hash=hash_secret(CLERK_PIN))
        manager = people.add(
            session, code="90", name="Meena", role=Role.MANAGER, pin_hash=hash_secret(MANAGER_PIN)
        )

    def acting(person_id: PersonId, name: str) -> Actor:
        return replace(at_desk, person=name, person_id=person_id)

    return Staff(acting(clerk, "Ravi"), acting(manager, "Meena"))


def open_next_shift(counter: "Counter") -> None:
    """Count and close the shift of this desk, all of its cash to the safe, and open the next one, empty."""
    with counter.database.write(counter.actor) as session:
        row = shifts.find_open(session, counter.actor.desk_id)
        assert row is not None
        expected = ledger.posted_paise(session, AccountKind.DRAWER, row.id)
        counts = {1_00: expected // 1_00} if expected else {}
        end_shift(session, row, Closing(row.id, counts, left_paise=0))
        seal_shift(session, row, DeskSettings("Asia/Kolkata", practice=True))
        begin_shift(session, row.desk_id, Opening({}), clerk=row.clerk, person_id=row.person_id)
