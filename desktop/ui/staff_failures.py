"""The sentences of what is refused about people."""

from PySide6.QtCore import QCoreApplication

from desktop.services import drawer_errors, errors, staff_errors
from desktop.ui import formats

translate = QCoreApplication.translate


def requests() -> dict[tuple[str, str], str]:
    """Return what is said about entries that can't be."""
    return {
        ("code", "malformed"): translate("Failures", "A code has two figures."),
        ("pin", "malformed"): translate("Failures", "A PIN has six figures."),
    }


def explain_not_permitted(error: errors.NotPermitted) -> str:
    """Return who may do it instead."""
    if error.most_paise is not None:
        return translate(
            "Failures",
            "You may do this up to {most} by yourself. A manager can say yes to more; nothing was changed.",
        ).format(most=formats.amount(error.most_paise))
    return translate("Failures", "This needs a manager. Ask one to do it at this desk; nothing was changed.")


def explain_not_closed(error: drawer_errors.NotClosed) -> str:
    """Return that the count comes first."""
    return translate("Failures", "{clerk}'s shift is still open. It is counted and closed first.").format(
        clerk=error.clerk
    )


def explain_shift_accepted(error: drawer_errors.ShiftAccepted) -> str:
    """Return who was faster."""
    return translate("Failures", "{clerk} has accepted this close already. Nothing was changed.").format(
        clerk=error.accepted_by
    )


def explain_wrong_pin(error: staff_errors.WrongPin) -> str:
    """Return that code or PIN is wrong, and when another one is compared."""
    if not error.wait_seconds:
        return translate("Failures", "Code or PIN is wrong. Type both again.")
    return translate("Failures", "Code or PIN is wrong. Wait {count} s, then type both again.").format(
        count=error.wait_seconds
    )


def explain_pin_waits(error: staff_errors.PinWaits) -> str:
    """Return how long nothing is compared."""
    return translate("Failures", "Too many wrong PINs. Wait {count} s, then type code and PIN again.").format(
        count=error.seconds
    )
