"""The use cases about people: who acts, and who may."""

from collections.abc import Callable
from typing import TypedDict

from desktop.services.quoting.give_discount import GiveDiscount
from desktop.services.staff.approve import Approve
from desktop.services.staff.list_limits import ListLimits
from desktop.services.staff.set_limit import SetLimit
from desktop.services.staff.sign_in import SignIn, SignOut
from desktop.use_cases.given import Given


class StaffCases(TypedDict):
    """Its fields in `Services`."""

    sign_in: SignIn
    sign_out: Callable[[], None]
    approve: Approve
    list_limits: ListLimits
    set_limit: SetLimit
    give_discount: GiveDiscount


def staff_cases(given: Given) -> StaffCases:
    """Return what is done about people."""
    return {
        "sign_in": SignIn(given.database, given.actor, given.publish),
        "sign_out": SignOut(given.actor, given.publish),
        "approve": Approve(given.database),
        "list_limits": ListLimits(given.database),
        "set_limit": SetLimit(given.database),
        "give_discount": GiveDiscount(given.database),
    }
