"""The sentences of what the law refuses of cash: each names the way out."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.services import cash_errors
from desktop.services.domain.cash_law import CashCounter
from desktop.services.domain.house_accounts import AccountField
from desktop.services.errors import DeskError
from desktop.ui import formats

translate = QCoreApplication.translate


def requests() -> dict[tuple[str, str], str]:
    """Return what is said about entries that can't be."""
    return {
        ("pan", "malformed"): translate(
            "Failures", "A PAN has five letters, four figures and a letter. Type it anew, or leave it out."
        ),
        ("account", "missing"): translate(
            "Failures", "Several accounts take this tender: choose with I to which one the money goes."
        ),
        ("account", "unknown"): translate(
            "Failures", "This account does not take this tender. Choose another one."
        ),
        ("account", "changed"): translate(
            "Failures", "Another desk has just changed this account. Look at it again, then change it."
        ),
        ("account_name", "taken"): translate("Failures", "Another account of this tender has this name."),
        ("due_now", "out_of_range"): translate(
            "Failures", "A part is at least ₹1.00 and at most what is left to pay."
        ),
        ("qr", "above_limit"): translate(
            "Failures",
            "One UPI payment is {most} at most, so no code is drawn. Let several payers pay a part each, or"
            " take a link or another tender.",
        ),
        **account_requests(),
        ("occasion", "too_long"): translate("Failures", "The occasion's name is too long: 60 signs at most."),
    }


def account_requests() -> dict[tuple[str, str], str]:
    """Return what is said about the fields of an account of the house."""
    words = {
        AccountField.TENDER: translate("Failures", "Only UPI, transfer, cheque and card have accounts."),
        AccountField.NAME: translate("Failures", "Give the account a name of at most 40 signs."),
        AccountField.VPA: translate("Failures", "A UPI address looks like name@bank."),
        AccountField.PAYEE: translate("Failures", "Enter the payee's name as the bank has it."),
        AccountField.LAST_FOUR: translate(
            "Failures", "Enter the last four figures of the account, and no more of it."
        ),
        AccountField.BANK: translate("Failures", "Enter the IFSC or the bank's name."),
        AccountField.LIMIT: translate("Failures", "A limit is more than nothing and ₹10,00,000.00 at most."),
    }
    return {(field.value, "malformed"): sentence for field, sentence in words.items()}


def counter_word(counter: CashCounter) -> str:
    """Return over what cash is added up."""
    return {
        CashCounter.DAY: translate("CashLaw", "from one person in a day"),
        CashCounter.BOOKING: translate("CashLaw", "for one booking"),
        CashCounter.OCCASION: translate("CashLaw", "for one occasion"),
    }[counter]


def explain_cash(error: cash_errors.CashForbidden) -> str:
    """Return what is forbidden, what may still be taken, and the way out."""
    sentence = translate(
        "Failures",
        "The law forbids {limit} or more in cash {counter}; {counted} came before. Take {most} in cash at"
        " most and the rest by UPI, card or transfer.",
    )
    if not error.most_paise:
        sentence = translate(
            "Failures",
            "The law forbids {limit} or more in cash {counter}; {counted} came before. Take this by UPI, card"
            " or transfer.",
        )
    return sentence.format(
        limit=formats.rupees(error.limit_paise),
        counter=counter_word(error.counter),
        counted=formats.rupees(error.counted_paise),
        most=formats.rupees(error.most_paise),
    )


def explain_deposit(error: cash_errors.CashDepositForbidden) -> str:
    """Return why no more cash goes into the wallet."""
    return translate(
        "Failures",
        "Unspent cash in a wallet stays below {limit} by law, and {counted} is there. Put in {most} at most,"
        " or take the money for a booking.",
    ).format(
        limit=formats.rupees(error.limit_paise),
        counted=formats.rupees(error.counted_paise),
        most=formats.rupees(error.most_paise),
    )


def explain_repayment(error: cash_errors.CashRepaymentForbidden) -> str:
    """Return why it is not paid back in cash."""
    return translate(
        "Failures",
        "The law forbids to pay {limit} or more back in cash out of a wallet. Pay it back by bank transfer,"
        " or let it be spent on bookings.",
    ).format(limit=formats.rupees(error.limit_paise))


def explain_pan(error: cash_errors.PanWanted) -> str:
    """Return that the PAN is asked, and how it is answered."""
    return translate(
        "Failures",
        "For {limit} in cash for a hotel bill the PAN is asked first. Type it, or say that you saw it or that"
        " it was declined; then take the cash.",
    ).format(limit=formats.rupees(error.limit_paise))


SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    cash_errors.CashForbidden: explain_cash,
    cash_errors.CashDepositForbidden: explain_deposit,
    cash_errors.CashRepaymentForbidden: explain_repayment,
    cash_errors.PanWanted: explain_pan,
}
