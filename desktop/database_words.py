"""Database trouble in words that windows know, for every use case alike."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from functools import wraps
from typing import Any

from db.database import Database
from db.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseReadsOnly,
    DatabaseTrouble,
    OutcomeUnknown,
    PersonLeft,
)
from db.halt import Halt, HaltKind
from db.halts import WritesHalted
from db.troubles import damage_halt
from desktop.services.application import Services
from desktop.services.errors import DatabaseLost
from desktop.services.given_yes import carries_yes
from desktop.services.halted import SalesHalted
from desktop.services.outside import off_the_desk
from desktop.services.staff_errors import HasLeft


def translated_services(services: Services, database: Database) -> Services:
    """Return the services with database trouble in words that windows know."""
    changed: dict[str, Any] = {
        field.name: with_words(carries_yes(off_the_desk(field.name, getattr(services, field.name))), database)
        for field in fields(services)
        if callable(getattr(services, field.name))
    }
    return replace(services, **changed)


def with_words(use_case: Callable[..., Any], database: Database) -> Callable[..., Any]:
    """Return the use case with DatabaseLost for database trouble.

    Trouble after a commit of the same use case leaves unknown what the whole has come to.
    """

    @contextlib.contextmanager
    def words() -> Iterator[None]:
        before = database.commits
        try:
            yield
        except WritesHalted as halted:
            raise SalesHalted(halted.halt) from halted
        except PersonLeft as left:
            raise HasLeft(str(left)) from left
        except DatabaseDamaged as damaged:
            if database.commits > before:
                raise DatabaseLost(unknown=True) from damaged
            raise SalesHalted(damage_halt(damaged.tables, (damaged.found,))) from damaged
        except DatabaseReadsOnly as only:
            raise SalesHalted(Halt(HaltKind.STANDBY)) from only
        except DatabaseTrouble as trouble:
            unknown = isinstance(trouble, OutcomeUnknown) or database.commits > before
            raise DatabaseLost(busy=isinstance(trouble, DatabaseBusy), unknown=unknown) from trouble

    def told(found: Iterator[Any]) -> Iterator[Any]:
        with words():
            yield from found

    @wraps(use_case, updated=())
    def call(*args: Any, **kwargs: Any) -> Any:
        with words():
            answer = use_case(*args, **kwargs)
        # What is read while it is handed out fails there, after the call itself.
        return told(answer) if isinstance(answer, Iterator) else answer

    return call
