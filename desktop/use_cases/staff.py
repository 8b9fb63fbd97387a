"""The use cases about people: who acts, and who may."""

from collections.abc import Callable
from typing import TypedDict

from desktop.services.domain.staff import Person, Recovery
from desktop.services.quoting.give_discount import GiveDiscount
from desktop.services.staff.add_person import AddPerson
from desktop.services.staff.approve import Approve
from desktop.services.staff.change_person import ChangePerson
from desktop.services.staff.follow_person import FollowPerson
from desktop.services.staff.list_limits import ListLimits
from desktop.services.staff.list_people import ListPeople, ListRecoveries
from desktop.services.staff.recover_by_code import MakeRecoveryCode, RecoverManager
from desktop.services.staff.set_limit import SetLimit
from desktop.services.staff.set_pin import GivePin, SetPin
from desktop.services.staff.sign_in import SignIn, SignOut
from desktop.use_cases.given import Given


class StaffCases(TypedDict):
    """Its fields in `Services`."""

    is_locked: Callable[[], bool]
    sign_in: SignIn
    sign_out: Callable[[], None]
    approve: Approve
    list_limits: ListLimits
    set_limit: SetLimit
    follow_person: Callable[[], None]
    list_people: Callable[[], tuple[Person, ...]]
    list_recoveries: Callable[[], tuple[Recovery, ...]]
    add_person: AddPerson
    change_person: ChangePerson
    set_pin: SetPin
    give_pin: GivePin
    recover_manager: RecoverManager
    make_recovery_code: MakeRecoveryCode
    give_discount: GiveDiscount


def staff_cases(given: Given) -> StaffCases:
    """Return what is done about people."""
    database, at_desk, publish = given.database, given.actor, given.publish
    follow = FollowPerson(database, at_desk, publish)
    database.person_left = follow
    return {
        "list_limits": ListLimits(database),
        "set_limit": SetLimit(database),
        "is_locked": lambda: at_desk.is_locked,
        "sign_in": SignIn(database, at_desk, publish),
        "sign_out": SignOut(at_desk, publish),
        "approve": Approve(database),
        "follow_person": follow,
        "list_people": ListPeople(database),
        "list_recoveries": ListRecoveries(database),
        "add_person": AddPerson(database, at_desk, publish),
        "change_person": ChangePerson(database, follow, publish),
        "set_pin": SetPin(database),
        "give_pin": GivePin(database, publish),
        "recover_manager": RecoverManager(database),
        "make_recovery_code": MakeRecoveryCode(database),
        "give_discount": GiveDiscount(database),
    }
