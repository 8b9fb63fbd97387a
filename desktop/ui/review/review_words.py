"""The words of the review: columns, periods, and what each step of a story says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.states import BookingState, Tender
from desktop.ui import drawer_words, list_words, settlement_words
from desktop.ui.formats import amount
from desktop.ui.review.review_view import Column, Found, Period
from desktop.ui.tender_words import tender_word

if TYPE_CHECKING:
    from desktop.services.domain.review import StoryStep

translate = QCoreApplication.translate


def period_word(period: Period) -> str:
    """Return a period as it stands on its button."""
    return {
        Period.TODAY: translate("Review", "Today"),
        Period.WEEK: translate("Review", "7 days"),
        Period.MONTH: translate("Review", "This month"),
        Period.ALL: translate("Review", "All"),
        Period.OTHER: translate("Review", "Other days"),
    }[period]


def column_word(column: Column) -> str:
    """Return a column's heading."""
    return {
        Column.MADE: translate("Review", "made"),
        Column.REFERENCE: translate("Review", "reference"),
        Column.STATE: translate("Review", "state"),
        Column.TITLE: translate("Review", "what"),
        Column.CUSTOMER: translate("Review", "customer"),
        Column.TENDERS: translate("Review", "tenders"),
        Column.DESK: translate("Review", "desk"),
        Column.TOTAL: translate("Review", "total"),
        Column.PAID: translate("Review", "paid"),
        Column.REFUNDED: translate("Review", "given back"),
    }[column]


def tenders_word(tenders: str) -> str:
    """Return the tenders of a booking, given as their names with anything between them."""
    names = tenders.replace("+", " ").replace(",", " ").split()
    known = {tender.value for tender in Tender}
    return ", ".join(tender_word(Tender(name)) if name in known else name for name in names)


def step_word(step: StoryStep) -> str:
    """Return what happened in a step; a tag without words of its own is read out."""
    words = {
        "BOOKING_RESERVED": translate("Review", "Held for ten minutes"),
        "BOOKING_CONFIRMED": translate("Review", "Confirmed"),
        "BALANCE_PAID": translate("Review", "The balance is paid"),
        "BALANCE_KEPT": translate("Review", "Kept although the balance was not paid in time"),
        "BOOKING_CANCELLED": translate("Review", "Cancelled"),
        "BOOKING_LINES_CANCELLED": translate("Review", "Cancelled in part"),
        "BOOKING_LINES_MOVED": translate("Review", "Moved to other units"),
        "BOOKING_LINES_RELEASED": translate("Review", "Hold released in part"),
        "BOOKING_TIME_MOVED": translate("Review", "Its time was moved by the house"),
        "BOOKING_COMPLETED": translate("Review", "Completed"),
        "BOOKING_EXPIRED": translate("Review", "The hold ended"),
        "BOOKING_HELD_AGAIN": translate("Review", "Held again for ten minutes, at the same price"),
        "HOLD_EXTENDED": translate("Review", "Hold extended by ten minutes"),
        "HOLD_BROKEN": translate("Review", "Hold ended by another desk"),
        "BROKEN_HOLD_READ": translate("Review", "Read that another desk had ended the hold"),
        "CUSTOMER_CHANGED": translate("Review", "Given to another customer"),
        "BUYER_CHANGED": translate("Review", "Taxes made anew for another GSTIN or State"),
        "IRN_ENTERED": translate("Review", "Number of the e-invoice entered"),
        "INVOICE_CORRECTED": translate("Review", "Papers made anew for the right buyer"),
        "CUSTOMERS_MERGED": translate("Review", "Two customers made one"),
        **settlement_words.records(),
        "NUMBER_CHANGED": translate("Review", "Mobile number changed"),
        "WALLET_DEDUCTED": translate("Review", "Taken from the wallet"),
        "PAYMENT_STARTED": translate("Review", "Payment through the gateway started"),
        "PAYMENT_BEGUN": translate("Review", "Payment begun"),
        "PAYMENT_CAPTURED": translate("Review", "Payment received"),
        "PAYMENT_UNRESOLVED": translate("Review", "Payment that staff must decide about"),
        "PAYMENT_VOID": translate("Review", "Payment ended without money"),
        "PAYMENT_FINALIZE_SUCCESS": translate("Review", "Paid in full"),
        "PAYMENT_CASE_OPENED": translate("Review", "Money that staff must decide about"),
        "GATEWAY_MONEY": translate("Review", "Money found at the gateway"),
        "REFUND_BEGUN": translate("Review", "Refund begun"),
        "REFUND_PLANNED": translate("Review", "Refund planned"),
        "BOOKING_REOPENED": translate("Review", "Confirmed again after a wrong clock"),
        "TENDER_CORRECTED": translate("Review", "Tender corrected"),
        "REFUND_DONE": translate("Review", "Refund done"),
        "REFUND_FAILED": translate("Review", "Refund failed"),
        "REFUND_MADE_ELSEWHERE": translate("Review", "Given back on the gateway's own pages"),
        "REFUND_REPLACED": translate("Review", "Given back another way"),
        "CASE_OPENED": translate("Review", "Case opened"),
        "CASE_REDUCED": translate("Review", "Case decided in part"),
        "CASE_RESOLVED": translate("Review", "Case decided"),
        "RECONCILIATION_DIFFERENCE": translate("Review", "The gateway's books differ"),
        "PAYMENT_PART_TAKEN": translate("Review", "A payer's part received"),
        "PAN_ASKED": translate("Review", "PAN asked for much cash"),
        "OCCASION_NAMED": translate("Review", "Put to an occasion"),
        **_house_words(),
    }
    if step.tag == "BOOKING_CANCELLED" and ("old_status", BookingState.HELD.value) in step.facts:
        return translate("Review", "Hold released")
    if step.tag in words:
        return words[step.tag]
    if step.tag.startswith("LEDGER_"):
        return translate("Review", "Ledger: {kind}").format(
            kind=_entry_word(step.tag.removeprefix("LEDGER_"))
        )
    return step.tag.replace("_", " ").capitalize()


def _house_words() -> dict[str, str]:
    """Return what happens to the house and its people, beside every sale."""
    return {
        "HOUSE_ACCOUNT_OPENED": translate("Review", "Account of the house entered"),
        "HOUSE_ACCOUNT_CHANGED": translate("Review", "Account of the house changed"),
        "SIGNED_IN": translate("Review", "Signed in at the desk"),
        "APPROVAL_GIVEN": translate("Review", "A manager said yes to an act"),
        "PERSON_ADDED": translate("Review", "A person was added to the staff"),
        "PERSON_CHANGED": translate("Review", "A person of the staff was changed"),
        "PIN_CHANGED": translate("Review", "A PIN was changed by its person"),
        "PIN_GIVEN": translate("Review", "A manager gave a new PIN"),
        "RECOVERY_CODE_MADE": translate("Review", "A new recovery code was made"),
        "RECOVERY_CODE_USED": translate("Review", "A PIN was set anew by the recovery code"),
        "STAFF_RECOVERED": translate("Review", "A PIN was set anew from the system account"),
        "ACT_APPROVED": translate("Review", "Done with the yes of a manager"),
        "COMMAND_RUN": translate("Review", "Command run outside the window"),
        "DESK_TAKEN": translate("Review", "Desk taken over by another machine"),
        "DESK_NAMED": translate("Review", "Desk given its name"),
        "BUSINESS_TOLD": translate("Review", "Name and address of the business told"),
        "DISCOUNT_GIVEN": translate("Review", "Discount given"),
        "BOOKS_EXPORTED": translate("Review", "Figures given to the accountant"),
        "LEDGERS_NAMED": translate("Review", "Names of the accountant's ledgers changed"),
        "LIMIT_CHANGED": translate("Review", "Limit changed"),
        **list_words.records(),
    }


def _entry_word(kind: str) -> str:
    words = {
        "COMPANY_PAID": translate("Ledger", "company paid"),
        "SALE": translate("Ledger", "sale"),
        "PAYMENT": translate("Ledger", "payment"),
        "REFUND": translate("Ledger", "refund"),
        "CANCELLATION": translate("Ledger", "cancellation"),
        "REFUND_ELSEWHERE": translate("Ledger", "refund elsewhere"),
        "REFUND_NOT_OURS": translate("Ledger", "refund not ours"),
        "TENDER_CORRECTED": translate("Ledger", "tender corrected"),
        "UNRESOLVED_MONEY": translate("Ledger", "unresolved money"),
        "UNRESOLVED_TO_BOOKING": translate("Ledger", "unresolved to booking"),
        "UNRESOLVED_NOT_OURS": translate("Ledger", "unresolved not ours"),
        "WALLET_RESERVED": translate("Ledger", "wallet reserved"),
        "WALLET_RESERVE_VOIDED": translate("Ledger", "wallet reserve voided"),
        "WALLET_CUSTOMER_CHANGED": translate("Ledger", "wallet of another customer"),
        "WALLET_MERGED": translate("Ledger", "wallets made one"),
        "WALLET_TOP_UP": translate("Ledger", "wallet top up"),
        "WALLET_TOP_UP_REVERSED": translate("Ledger", "wallet top up reversed"),
        **drawer_words.entries(),
        **settlement_words.entries(),
    }
    return words.get(kind) or kind.replace("_", " ").lower()


def found_text(found: Found) -> str:
    """Return how many are found and what their totals come to: sold, and what came to nothing or is held."""
    if found.found_unsold_paise:
        said = translate("ReviewWindow", "{count} found, {total} sold, {unsold} not sold")
    else:
        said = translate("ReviewWindow", "{count} found, {total} sold")
    return said.format(
        count=found.found_count,
        total=amount(found.found_total_paise),
        unsold=amount(found.found_unsold_paise),
    )
