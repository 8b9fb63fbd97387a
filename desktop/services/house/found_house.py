"""FoundHouse: what the form was told becomes the business, the desk and the first manager."""

from dataclasses import replace

from db import house, journal, people
from db.actor import Actor
from db.database import Database, Session
from db.halt import Purpose
from db.states import Role
from desktop.services.domain.house import FirstManager, HouseTold
from desktop.services.domain.recovery_code import bare_recovery_code
from desktop.services.house.checked_house import (
    checked_business,
    checked_desk_code,
    checked_new_pin,
    checked_person_code,
    checked_text,
)
from desktop.services.house.tell_business import write_business
from desktop.services.staff_errors import HouseKnown
from desktop.services.steps.pins import hash_secret


class FoundHouse:
    """All of it in one transaction: a house that is half told is told anew."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, told: HouseTold, *, actor: Actor) -> Actor:
        """Return who acts at the desk from now on: the first manager, where one was told.

        Raises BadRequest, and HouseKnown for a house that has its people or its business.
        """
        told = _checked(told)
        manager = told.manager
        hashes = _hashes(manager) if manager else ("", "")
        with self._database.write(actor, Purpose.REMEDY) as session:
            house.name_desk(session, actor.desk_id, told.desk_name)
            journal.record(session, "DESK_NAMED", {"code": told.desk_code, "name": told.desk_name})
            if told.business is None or manager is None:
                return actor
            is_told = people.are_kept(session) or house.find(session) is not None
            if is_told or not house.claim_founding(session):
                raise HouseKnown
            write_business(session, told.business)
            return _add_manager(session, manager, hashes, actor)


def _add_manager(session: Session, manager: FirstManager, hashes: tuple[str, str], actor: Actor) -> Actor:
    person_id = people.add(
        session,
        code=manager.code,
        name=manager.name,
        role=Role.MANAGER,
        pin_hash=hashes[0],
        recovery_hash=hashes[1],
    )
    content = {"person": person_id, "code": manager.code, "role": Role.MANAGER}
    journal.record(session, "PERSON_ADDED", content)
    return replace(actor, person=manager.name, person_id=person_id)


def _hashes(manager: FirstManager) -> tuple[str, str]:
    return hash_secret(manager.pin), hash_secret(bare_recovery_code(manager.recovery_code))


def _checked(told: HouseTold) -> HouseTold:
    business, manager = told.business, told.manager
    if business is not None:
        business = checked_business(business.name, business.address, business.state_code)
    if manager is not None:
        manager = replace(
            manager,
            code=checked_person_code(manager.code),
            name=checked_text("manager", manager.name),
            pin=checked_new_pin(manager.pin),
        )
    desk_name = checked_text("desk_name", told.desk_name)
    return HouseTold(checked_desk_code(told.desk_code), desk_name, business, manager)
