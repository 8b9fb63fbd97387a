"""The sentences of what is refused about buyers, the portal's numbers and filed months."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.services import buyer_errors, errors
from desktop.ui import formats

translate = QCoreApplication.translate


def requests() -> dict[tuple[str, str], str]:
    """Return what is said about entries that can't be."""
    return {
        ("gstin", "zone_without"): translate(
            "Failures", "Who buys for a special economic zone is registered: type the GSTIN, too."
        ),
        ("gstin", "of_foreigner"): translate(
            "Failures", "A foreigner has no GSTIN: leave it empty, or choose another kind of buyer."
        ),
        ("pin_code", "malformed"): translate("Failures", "A PIN code has six figures, such as 411045."),
        ("address", "too_long"): translate(
            "Failures", "An address has four lines at most, each of {most} letters."
        ),
        ("address", "card_number"): translate(
            "Failures", "This looks like the number of a card. It is kept nowhere: type the address."
        ),
        ("irn", "malformed"): translate("Failures", "An IRN has 64 figures from 0 to 9 and a to f."),
        ("ack_number", "malformed"): translate(
            "Failures", "The acknowledgement number has figures only, 20 at most."
        ),
        ("acked_at", "malformed"): translate(
            "Failures",
            "Type the portal’s date and time, such as 24-11-2026 10:20. It is not before the paper.",
        ),
        ("signed_qr", "malformed"): translate(
            "Failures", "This is not the signed text of this number. Copy all of it from the portal."
        ),
        ("irn_file", "malformed"): translate(
            "Failures", "This is no answer of the portal: choose the JSON file that it gave."
        ),
        ("registration", "unknown"): translate(
            "Failures", "{text} is no registration of this house. Choose a row of the list."
        ),
        ("month", "malformed"): translate("Failures", "{text} is no month. Type it such as 2026-11."),
    }


def explain_buyer_wanted(error: buyer_errors.BuyerWanted) -> str:
    """Return what is missing, and where it is entered."""
    return translate(
        "Failures",
        "From {limit} on the invoice names the buyer: enter address and State with F2. Nothing was taken.",
    ).format(limit=formats.rupees(error.limit_paise))


def explain_buyer_fixed(error: buyer_errors.BuyerFixed) -> str:
    """Return why the levies stay, and the way out."""
    return translate(
        "Failures",
        "Money was taken for {reference}: its papers name the buyer of then. Another buyer needs a credit"
        " note and a new invoice.",
    ).format(reference=error.reference)


def explain_month_filed(error: buyer_errors.MonthFiled) -> str:
    """Return why no paper is made."""
    return translate(
        "Failures",
        "The return of {month} is filed, so no paper is dated in it. Look at the clock of this desk: it may"
        " be set back. A manager can open the month again.",
    ).format(month=error.month)


def explain_numbers_used_up(error: buyer_errors.NumbersUsedUp) -> str:
    """Return where to sell until the next year."""
    return translate(
        "Failures",
        "The numbers {begin} of this desk are used up until 1 April. Work at another desk, or set up one"
        " more. Nothing was written.",
    ).format(begin=error.begin)


def explain_month_not_over(error: buyer_errors.MonthNotOver) -> str:
    """Return when it can be filed."""
    return translate("Failures", "{month} is not over: its return is filed afterwards.").format(
        month=error.month
    )


def explain_month_changed(error: buyer_errors.MonthChanged) -> str:
    """Return that the list is older than the books."""
    return translate(
        "Failures", "{month} is not filed, or was opened again at another desk. Look at the list once more."
    ).format(month=error.month)


def explain_irn_known(error: buyer_errors.IrnKnown) -> str:
    """Return that one of the two is taken."""
    return translate(
        "Failures",
        "{number} has its IRN, or this IRN stands on another paper: each is entered once. Nothing was"
        " changed.",
    ).format(number=error.number)


def explain_irn_not_wanted(error: buyer_errors.IrnNotWanted) -> str:
    """Return that the paper needs none."""
    return translate("Failures", "{number} waits for no IRN. Nothing was changed.").format(
        number=error.number
    )


def explain_irn_of_other(error: buyer_errors.IrnOfOther) -> str:
    """Return which paper the answer is about."""
    return translate(
        "Failures", "This answer of the portal is about {told}, not about {number}. Nothing was changed."
    ).format(number=error.number, told=error.told)


SENTENCES: Mapping[type[errors.DeskError], Callable[..., str]] = {
    buyer_errors.BuyerWanted: explain_buyer_wanted,
    buyer_errors.BuyerFixed: explain_buyer_fixed,
    buyer_errors.MonthFiled: explain_month_filed,
    buyer_errors.NumbersUsedUp: explain_numbers_used_up,
    buyer_errors.MonthNotOver: explain_month_not_over,
    buyer_errors.MonthChanged: explain_month_changed,
    buyer_errors.IrnKnown: explain_irn_known,
    buyer_errors.IrnNotWanted: explain_irn_not_wanted,
    buyer_errors.IrnOfOther: explain_irn_of_other,
}
