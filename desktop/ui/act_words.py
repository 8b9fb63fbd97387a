"""The acts that a house may leave to its managers, in words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.permission import ManagerAct
from desktop.ui import formats

translate = QCoreApplication.translate


def act_words() -> Mapping[ManagerAct, str]:
    """Return what each act is called."""
    return _of_catalogue() | _of_money() | _of_sales() | _of_house()


def act_word(act: ManagerAct) -> str:
    """Return what an act is called."""
    return act_words()[act]


def amount_words(amount_paise: int, percent: int) -> str:
    """Return how much of it, and which share; empty where it has neither."""
    parts = [formats.rupees(amount_paise)] if amount_paise else []
    return "   ".join([*parts, f"{percent} %"] if percent else parts)


def _of_catalogue() -> dict[ManagerAct, str]:
    return {
        ManagerAct.IMPORT_CATALOGUE: translate("Acts", "Import a catalogue"),
        ManagerAct.CANCEL_DEPARTURE: translate("Acts", "Cancel a departure"),
        ManagerAct.REFUND_DEPARTURE: translate("Acts", "Give back a cancelled departure"),
        ManagerAct.PASS_GROUP_LIMITS: translate("Acts", "Sell beyond a group limit"),
        ManagerAct.SELL_PAST_LAST_SALE: translate("Acts", "Sell past the last sale"),
    }


def _of_money() -> dict[ManagerAct, str]:
    return {
        ManagerAct.WAIVE_FEE: translate("Acts", "Waive a cancellation fee"),
        ManagerAct.REFUND_COMPLETED: translate("Acts", "Give back after completion"),
        ManagerAct.VOID_SALE: translate("Acts", "Void a sale"),
        ManagerAct.REVERSE_TOP_UP: translate("Acts", "Take back a top-up"),
        ManagerAct.REVERSE_OF_OTHER_SHIFT: translate("Acts", "Undo money of another drawer"),
        ManagerAct.CORRECT_TENDER: translate("Acts", "Correct a tender"),
        ManagerAct.CORRECT_OF_OTHER_SHIFT: translate("Acts", "Correct a tender of another shift"),
        ManagerAct.CALL_MONEY_NOT_OURS: translate("Acts", "Call money not ours"),
        ManagerAct.GIVE_DISCOUNT: translate("Acts", "Give a discount"),
        ManagerAct.PAY_OUT: translate("Acts", "Pay out of the drawer"),
        ManagerAct.PAY_OUT_BEYOND_LAW: translate("Acts", "Pay out more cash than the tax allows"),
        ManagerAct.TAKE_CASH_IN: translate("Acts", "Put cash into the drawer"),
        ManagerAct.OPEN_DRAWER: translate("Acts", "Open the drawer without a sale"),
        ManagerAct.READ_DRAWER: translate("Acts", "See the drawer's balance"),
        ManagerAct.READ_DAY_SHEET: translate("Acts", "See the day sheet and the settlements"),
        ManagerAct.CLOSE_OTHER_SHIFT: translate("Acts", "Close the shift of somebody else"),
        ManagerAct.ACCEPT_SHIFT: translate("Acts", "Accept a closed shift"),
    }


def _of_sales() -> dict[ManagerAct, str]:
    return {
        ManagerAct.REOPEN_COMPLETED: translate("Acts", "Confirm a completed booking again"),
        ManagerAct.CHANGE_CUSTOMER: translate("Acts", "Change whose booking it is"),
        ManagerAct.MERGE_CUSTOMERS: translate("Acts", "Make two customers one"),
        ManagerAct.CHANGE_NUMBER: translate("Acts", "Change a customer's number"),
        ManagerAct.EXTEND_HOLD_AGAIN: translate("Acts", "Extend a hold again"),
        ManagerAct.BREAK_HOLD: translate("Acts", "Break the hold of somebody else"),
        ManagerAct.CONFIRM_ON_LESS: translate("Acts", "Confirm on less than the deposit"),
        ManagerAct.KEEP_OVERDUE: translate("Acts", "Keep an overdue booking"),
        ManagerAct.KEEP_COMPANIES: translate("Acts", "Keep companies and their limits"),
        ManagerAct.OWE_BEYOND_LIMIT: translate("Acts", "Let a company owe beyond its limit"),
    }


def _of_house() -> dict[ManagerAct, str]:
    return {
        ManagerAct.CHANGE_KEYS: translate("Acts", "Change the gateway's keys"),
        ManagerAct.SET_CLOCK_BACK: translate("Acts", "Set the clock back"),
        ManagerAct.ACCEPT_LOSS: translate("Acts", "Go on with books that lack records"),
        ManagerAct.KEEP_STAFF: translate("Acts", "Keep the list of staff"),
        ManagerAct.KEEP_LIMITS: translate("Acts", "Change these limits"),
        ManagerAct.EXPORT_BOOKS: translate("Acts", "Give figures to the accountant"),
        ManagerAct.KEEP_HOUSE: translate("Acts", "Change what the house has set"),
        ManagerAct.REPLACE_BOOKS: translate("Acts", "Replace the books"),
        ManagerAct.SEE_NUMBERS: translate("Acts", "See telephone numbers in lists"),
        ManagerAct.KEEP_REGISTER: translate("Acts", "Save or erase the register of guests"),
        ManagerAct.ENTER_IRN: translate("Acts", "Enter the number of an e-invoice"),
        ManagerAct.FILE_MONTH: translate("Acts", "File a month, or open it again"),
    }
