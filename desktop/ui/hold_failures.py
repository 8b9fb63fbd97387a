"""The sentences of what is refused about holds that others see, and about customers put right."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.services import correcting_errors, hold_errors
from desktop.services.correcting_errors import NotHandedOverReason

translate = QCoreApplication.translate


def _extended_enough(error: hold_errors.ExtendedEnough) -> str:
    return translate(
        "Failures", "{reference} was extended {count} times, and no hold is extended more often."
    ).format(reference=error.reference, count=error.count)


def _end_moved(error: hold_errors.EndMoved) -> str:
    return translate(
        "Failures", "{reference} has another end by now: look at its clock. Nothing was changed."
    ).format(reference=error.reference)


def _own_hold(error: hold_errors.OwnHold) -> str:
    return translate("Failures", "{reference} is this desk's own hold: Del gives it back.").format(
        reference=error.reference
    )


def _not_handed_over(error: correcting_errors.NotHandedOver) -> str:
    words = {
        NotHandedOverReason.SAME: translate("Failures", "{reference} is this customer's already."),
        NotHandedOverReason.REFUNDED: translate(
            "Failures",
            "Money of {reference} went back already, so it stays with its customer. Cancel it and sell anew.",
        ),
        NotHandedOverReason.CASE_OPEN: translate(
            "Failures", "Money of {reference} waits for a decision. F6 shows it: decide that first."
        ),
        NotHandedOverReason.OTHER_GSTIN: translate(
            "Failures",
            "The papers of {reference} name another GSTIN than this customer's. Cancel it and sell anew.",
        ),
    }
    return words[NotHandedOverReason(error.because)].format(reference=error.reference)


def _other_than_shown(_error: correcting_errors.OtherThanShown) -> str:
    return translate(
        "Failures",
        "What would move has changed meanwhile, so nothing was done. Look again, then press.",
    )


def _one_customer(error: correcting_errors.OneCustomer) -> str:
    return translate("Failures", "Both are {name}: there is nothing to make one.").format(name=error.name)


def _other_gstins(error: correcting_errors.OtherGstins) -> str:
    return translate(
        "Failures",
        "The two have different GSTINs, {kept} and {gone}. Press once more if they are one customer all the"
        " same: {kept} stays.",
    ).format(kept=error.kept, gone=error.gone)


def _no_wallet(error: correcting_errors.NoWalletToKeep) -> str:
    return translate(
        "Failures",
        "{name} has no mobile number, so a wallet could not be found there. Keep the one with the number.",
    ).format(name=error.name)


SENTENCES: Mapping[type, Callable[[Any], str]] = {
    hold_errors.ExtendedEnough: _extended_enough,
    hold_errors.EndMoved: _end_moved,
    hold_errors.OwnHold: _own_hold,
    correcting_errors.NotHandedOver: _not_handed_over,
    correcting_errors.OtherThanShown: _other_than_shown,
    correcting_errors.OneCustomer: _one_customer,
    correcting_errors.OtherGstins: _other_gstins,
    correcting_errors.NoWalletToKeep: _no_wallet,
}


def requests() -> dict[tuple[str, str], str]:
    """Return why the papers of a booking are not made anew for another buyer."""
    return {
        ("gstin", "other_place"): translate(
            "Failures", "With this GSTIN the tax is that of another State: cancel it and sell it anew."
        ),
        ("buyer", "same"): translate("Failures", "The papers name this buyer already."),
        ("invoice", "too_late"): translate("Failures", "It is too late for a credit note: the papers stay."),
    }
