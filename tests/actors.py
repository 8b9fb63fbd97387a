"""Who acts in tests: the clerk of the desk that a database was opened for."""

from typing import TypeVar
from weakref import WeakKeyDictionary

from db.actor import Actor
from db.database import Database
from db.install import Installed

D = TypeVar("D", bound=Database)
_ACTORS: WeakKeyDictionary[Database, Actor] = WeakKeyDictionary()


def works_at(database: D, who: Installed, person: str = "clerk") -> D:
    """Remember who acts on this database, and return it."""
    _ACTORS[database] = Actor(person, who.desk_id)
    return database


def actor_of(database: Database) -> Actor:
    """Return who acts on a database that was opened with `works_at`."""
    return _ACTORS[database]
