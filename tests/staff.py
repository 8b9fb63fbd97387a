"""People of a house for tests: a clerk and a manager with their PINs, and a database that keeps them."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from db import people
from db.actor import Actor
from db.database import Database
from db.ids import PersonId
from db.keys import new_key
from db.schema import shift
from db.states import Role
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
    """Close the shift of this desk and open the next one, as far as money is asked."""
    with counter.database.write(counter.actor) as session:
        row = session.execute(select(shift).where(shift.c.closed_at.is_(None))).mappings().one()
        session.execute(update(shift).where(shift.c.id == row["id"]).values(closed_at=session.now))
        session.execute(insert(shift), {**row, "id": new_key(), "opened_at": session.now})
