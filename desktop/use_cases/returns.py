"""The use cases for the accountant."""

from collections.abc import Callable
from datetime import date
from typing import TypedDict

from desktop.services.domain.voucher import DayVouchers
from desktop.services.returns.keep_names import KeepNames, ShowNames
from desktop.services.returns.read_return import ListGstins, ReadReturn
from desktop.services.returns.read_vouchers import ReadVouchers
from desktop.services.returns.save_list import SaveList
from desktop.services.returns.save_return import SaveReturn
from desktop.services.returns.save_vouchers import SaveVouchers
from desktop.use_cases.given import Given


class ReturnCases(TypedDict):
    """Its fields in `Services`."""

    list_gstins: Callable[[], tuple[tuple[str, str], ...]]
    read_return: ReadReturn
    save_return: SaveReturn
    read_vouchers: Callable[[date], DayVouchers]
    save_vouchers: SaveVouchers
    save_paper_list: SaveList
    show_ledger_names: Callable[[], str]
    keep_ledger_names: KeepNames


def return_cases(given: Given) -> ReturnCases:
    """Return what is made for the accountant."""
    database = given.database
    return {
        "list_gstins": ListGstins(database),
        "read_return": ReadReturn(database),
        "save_return": SaveReturn(database),
        "read_vouchers": ReadVouchers(database),
        "save_vouchers": SaveVouchers(database),
        "save_paper_list": SaveList(database),
        "show_ledger_names": ShowNames(database),
        "keep_ledger_names": KeepNames(database),
    }
