"""The use cases about the house's own tenders and the law's counters of cash."""

from collections.abc import Callable
from typing import TypedDict

from db.ids import BookingId
from desktop.services.domain.cash_law import CashRoom
from desktop.services.domain.house_accounts import HouseAccount
from desktop.services.paying.correct_tender import CorrectTender
from desktop.services.paying.name_occasion import NameOccasion, ReadCashRoom
from desktop.services.setting_up.keep_house_account import (
    ChangeHouseAccount,
    KeepHouseAccount,
    ListHouseAccounts,
)
from desktop.use_cases.given import Given


class TenderCases(TypedDict):
    """Its fields in `Services`."""

    list_house_accounts: Callable[[], tuple[HouseAccount, ...]]
    keep_house_account: KeepHouseAccount
    change_house_account: ChangeHouseAccount
    name_occasion: NameOccasion
    correct_tender: CorrectTender
    read_cash_room: Callable[[BookingId], CashRoom]


def tender_cases(given: Given) -> TenderCases:
    """Return what is done about the house's own tenders and cash."""
    database = given.database
    return {
        "list_house_accounts": ListHouseAccounts(database),
        "keep_house_account": KeepHouseAccount(database),
        "change_house_account": ChangeHouseAccount(database),
        "correct_tender": CorrectTender(database, given.publish),
        "name_occasion": NameOccasion(database, given.publish),
        "read_cash_room": ReadCashRoom(database),
    }
