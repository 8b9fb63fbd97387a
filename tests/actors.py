"""Who acts in tests: the clerk of the desk that a database was opened for."""

from typing import TypeVar
from weakref import WeakKeyDictionary

from db.actor import Actor
from db.database import Database
from db.install import Installed
from desktop.services.staff.at_desk import AtDesk

D = TypeVar("D", bound=Database)
_ACTORS: WeakKeyDictionary[Database, Actor] = WeakKeyDictionary()


def works_at(database: D, who: Installed, person: str = "clerk") -> D:
    """Remember who acts on this database, and return it."""
    _ACTORS[database] = Actor(person, who.desk_id)
    return database


def actor_of(database: Database) -> Actor:
    """Return who acts on a database that was opened with `works_at`."""
    return _ACTORS[database]


def at_desk_of(database: Database) -> AtDesk:
    """Return who stands at that desk, as a start without a list of people has it."""
    actor = actor_of(database)
    return AtDesk(actor.desk_id, actor.person, keeps_people=False)
