"""Who may do what: every act that a house may leave to its managers, in one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from db.states import Role


class ManagerAct(StrEnum):
    """An act that a house may want to leave to its managers."""

    IMPORT_CATALOGUE = "import_catalogue"
    CANCEL_DEPARTURE = "cancel_departure"
    REFUND_DEPARTURE = "refund_departure"
    EXPORT_BOOKS = "export_books"
    CHANGE_KEYS = "change_keys"
    CALL_MONEY_NOT_OURS = "call_money_not_ours"
    SET_CLOCK_BACK = "set_clock_back"
    REOPEN_COMPLETED = "reopen_completed"
    REVERSE_OF_OTHER_SHIFT = "reverse_of_other_shift"
    ACCEPT_LOSS = "accept_loss"
    PASS_GROUP_LIMITS = "pass_group_limits"  # noqa: S105  an act, no password
    WAIVE_FEE = "waive_fee"
    REFUND_COMPLETED = "refund_completed"
    VOID_SALE = "void_sale"
    REVERSE_TOP_UP = "reverse_top_up"
    CORRECT_TENDER = "correct_tender"
    CORRECT_OF_OTHER_SHIFT = "correct_of_other_shift"
    CHANGE_CUSTOMER = "change_customer"
    MERGE_CUSTOMERS = "merge_customers"
    CHANGE_NUMBER = "change_number"
    EXTEND_HOLD_AGAIN = "extend_hold_again"
    BREAK_HOLD = "break_hold"
    SELL_PAST_LAST_SALE = "sell_past_last_sale"
    GIVE_DISCOUNT = "give_discount"
    CONFIRM_ON_LESS = "confirm_on_less"
    KEEP_OVERDUE = "keep_overdue"
    KEEP_COMPANIES = "keep_companies"
    OWE_BEYOND_LIMIT = "owe_beyond_limit"
    PAY_OUT = "pay_out"
    PAY_OUT_BEYOND_LAW = "pay_out_beyond_law"
    TAKE_CASH_IN = "take_cash_in"
    OPEN_DRAWER = "open_drawer"
    READ_DRAWER = "read_drawer"
    READ_DAY_SHEET = "read_day_sheet"
    CLOSE_OTHER_SHIFT = "close_other_shift"
    ACCEPT_SHIFT = "accept_shift"
    KEEP_STAFF = "keep_staff"
    KEEP_LIMITS = "keep_limits"
    KEEP_HOUSE = "keep_house"
    REPLACE_BOOKS = "replace_books"
    SEE_NUMBERS = "see_numbers"
    KEEP_REGISTER = "keep_register"
    ENTER_IRN = "enter_irn"
    FILE_MONTH = "file_month"


@dataclass(frozen=True, slots=True)
class Allowed:
    """Whether a role may do an act by right, and up to how much. None: without a limit."""

    is_allowed: bool
    most_paise: int | None = None
    most_percent: int | None = None

    def covers(self, amount_paise: int, percent: int) -> bool:
        """Tell whether so much, of such a share, is inside."""
        in_paise = self.most_paise is None or amount_paise <= self.most_paise
        in_percent = self.most_percent is None or percent <= self.most_percent
        return self.is_allowed and in_paise and in_percent


@dataclass(frozen=True, slots=True)
class Limit:
    """What a role may do of an act by right, and whether the house has said so itself."""

    role: Role
    act: ManagerAct
    allowed: Allowed
    is_set: bool


NEVER = Allowed(is_allowed=False)
ALWAYS = Allowed(is_allowed=True)
# What a clerk may do by right where the house has no row of its own; every other act needs a manager.
USUAL_FOR_CLERKS: Mapping[ManagerAct, Allowed] = {
    ManagerAct.VOID_SALE: Allowed(True, most_paise=20_000_00),
    ManagerAct.REVERSE_TOP_UP: Allowed(True, most_paise=20_000_00),
    ManagerAct.CORRECT_TENDER: Allowed(True, most_paise=20_000_00),
    ManagerAct.GIVE_DISCOUNT: Allowed(True, most_paise=1_000_00, most_percent=5),
    ManagerAct.PAY_OUT: Allowed(True, most_paise=500_00),
    ManagerAct.OPEN_DRAWER: ALWAYS,
    ManagerAct.CHANGE_NUMBER: ALWAYS,
}
# A manager may do everything by right, except for these, which have a limit of their own.
USUAL_FOR_MANAGERS: Mapping[ManagerAct, Allowed] = {}


def usual(role: Role, act: ManagerAct) -> Allowed:
    """Return what a role may do where the house has set nothing else."""
    if role is Role.MANAGER:
        return USUAL_FOR_MANAGERS.get(act, ALWAYS)
    return USUAL_FOR_CLERKS.get(act, NEVER)
