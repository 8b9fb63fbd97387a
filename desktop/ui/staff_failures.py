"""The sentences of what is refused about people."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.services import drawer_errors, errors, staff_errors
from desktop.ui import formats

translate = QCoreApplication.translate


def requests() -> dict[tuple[str, str], str]:
    """Return what is said about entries that can't be."""
    return {
        ("code", "malformed"): translate("Failures", "A code has two figures."),
        ("pin", "malformed"): translate("Failures", "A PIN has six figures."),
        ("pin", "guessed_first"): translate(
            "Failures",
            "This PIN is guessed first. Choose one without a row or a pattern, and without your code.",
        ),
        ("pin", "same"): translate("Failures", "This is the PIN of before. Choose another one."),
        ("recovery_code", "malformed"): translate(
            "Failures", "A recovery code has five groups of four letters or figures, as it was printed."
        ),
        ("role", "first_is_manager"): translate(
            "Failures", "The first person must be a manager: only a manager can add the others."
        ),
        ("person", "has_left"): translate(
            "Failures", "This person does not work here any more. Let them come back first."
        ),
        ("person", "own_by_old"): translate("Failures", "Change your own PIN by the old one: press O."),
        ("code", "several_managers"): translate(
            "Failures", "There are several managers. Name one of them by the code: {text}."
        ),
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


def explain_house_known(_error: staff_errors.HouseKnown) -> str:
    """Return that nothing was told again, and what to do."""
    return translate(
        "Failures", "Whose books these are was told before. Leave with Esc and start this desk again."
    )


def explain_wrong_recovery_code(error: staff_errors.WrongRecoveryCode) -> str:
    """Return that code or recovery code is wrong, and when another one is compared."""
    if not error.wait_seconds:
        return translate("Failures", "Code or recovery code is wrong. Type both again.")
    return translate(
        "Failures", "Code or recovery code is wrong. Wait {count} s, then type both again."
    ).format(count=error.wait_seconds)


def explain_needs_own_pin(error: staff_errors.NeedsOwnPin) -> str:
    """Return that the PIN only leads to an own one."""
    return translate("Failures", "{name}: this PIN was given to you. Choose one of your own first.").format(
        name=error.name
    )


def explain_code_taken(error: staff_errors.CodeTaken) -> str:
    """Return whose code it is."""
    return translate(
        "Failures", "{code} is the code of {name}, and stays theirs. Choose another one."
    ).format(code=error.code, name=error.name)


def explain_last_manager(error: staff_errors.LastManager) -> str:
    """Return why a manager must stay."""
    return translate(
        "Failures", "{name} is the only manager. Make another person a manager first; nothing was changed."
    ).format(name=error.name)


def explain_changed_meanwhile(error: staff_errors.PersonChangedMeanwhile) -> str:
    """Return that the list is older than the row."""
    return translate(
        "Failures", "{name} was changed at another desk just now. Look at the list, then do it again."
    ).format(name=error.name)


def explain_has_left(error: staff_errors.HasLeft) -> str:
    """Return why nothing is written any more under this name."""
    return translate(
        "Failures", "{name} does not work here any more: nothing was written. Let another person sign in."
    ).format(name=error.name)


SENTENCES: Mapping[type[errors.DeskError], Callable[..., str]] = {
    errors.NotPermitted: explain_not_permitted,
    staff_errors.WrongPin: explain_wrong_pin,
    staff_errors.PinWaits: explain_pin_waits,
    drawer_errors.NotClosed: explain_not_closed,
    drawer_errors.ShiftAccepted: explain_shift_accepted,
    staff_errors.HouseKnown: explain_house_known,
    staff_errors.WrongRecoveryCode: explain_wrong_recovery_code,
    staff_errors.NeedsOwnPin: explain_needs_own_pin,
    staff_errors.CodeTaken: explain_code_taken,
    staff_errors.LastManager: explain_last_manager,
    staff_errors.PersonChangedMeanwhile: explain_changed_meanwhile,
    staff_errors.HasLeft: explain_has_left,
}
