"""The sentences of what is refused about shifts and drawers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.services import drawer_errors
from desktop.services.errors import DeskError
from desktop.ui import formats

translate = QCoreApplication.translate


def requests() -> dict[tuple[str, str], str]:
    """Return what is said about counts and moves that can't be."""
    return {
        ("count", "unknown_worth"): translate("Failures", "There is no note or coin worth so much."),
        ("count", "out_of_range"): translate("Failures", "A count has 0 to {most} pieces of each worth."),
        ("count", "no_drawer"): translate("Failures", "This shift has no drawer, so nothing is counted."),
        ("left", "out_of_range"): translate("Failures", "No more than the counted {most} can stay."),
        ("card", "out_of_range"): translate("Failures", "Enter the total of the card machine's slip."),
        ("note", "too_long"): translate("Failures", "The note has {most} letters at most."),
        ("payee", "blank"): translate("Failures", "Say who gets the money."),
        ("payee", "too_long"): translate("Failures", "The name has {most} letters at most."),
        ("move", "unknown"): translate("Failures", "Cash does not move this way."),
        ("code", "same_person"): translate(
            "Failures", "{name} answers for this drawer already. Another person takes it over."
        ),
    }


def explain_no_open_shift(_error: drawer_errors.NoOpenShift) -> str:
    """Return that the drawer is counted first, and the key."""
    return translate(
        "Failures", "No shift is open at this desk. Ctrl+Shift+O opens one; nothing was taken or given."
    )


def explain_not_signed_in(_error: drawer_errors.NotSignedIn) -> str:
    """Return what comes first."""
    return translate(
        "Failures", "Nobody has signed in at this desk. Sign in first; nothing was taken or given."
    )


def explain_not_your_shift(error: drawer_errors.NotYourShift) -> str:
    """Return whose drawer it is."""
    return translate(
        "Failures",
        "The open shift is {clerk}'s alone. Let {clerk} do it, or take the drawer over with a count.",
    ).format(clerk=error.clerk)


def explain_shift_open(error: drawer_errors.ShiftOpen) -> str:
    """Return whose shift is open already."""
    return translate("Failures", "{clerk}'s shift is open at this desk. Close it first.").format(
        clerk=error.clerk
    )


def explain_shift_closed(error: drawer_errors.ShiftClosed) -> str:
    """Return who was faster; a sealed close is never changed."""
    return translate(
        "Failures", "{clerk} has closed this shift with another count. Its seal stays as it is."
    ).format(clerk=error.closed_by)


def explain_no_drawer(_error: drawer_errors.NoDrawer) -> str:
    """Return what else would do."""
    return translate(
        "Failures", "This shift was opened without a drawer, so no cash moves. Take another tender."
    )


def explain_drawer_too_low(error: drawer_errors.DrawerTooLow) -> str:
    """Return how much there is, to who may know it."""
    if error.available_paise is None:
        return translate("Failures", "{needed} is more than this drawer can hold out. Count again.").format(
            needed=formats.rupees(error.needed_paise)
        )
    return translate("Failures", "By the books this drawer holds {held}, less than {needed}.").format(
        held=formats.rupees(max(error.available_paise, 0)), needed=formats.rupees(error.needed_paise)
    )


SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    drawer_errors.NoOpenShift: explain_no_open_shift,
    drawer_errors.NotSignedIn: explain_not_signed_in,
    drawer_errors.NotYourShift: explain_not_your_shift,
    drawer_errors.ShiftOpen: explain_shift_open,
    drawer_errors.ShiftClosed: explain_shift_closed,
    drawer_errors.NoDrawer: explain_no_drawer,
    drawer_errors.DrawerTooLow: explain_drawer_too_low,
}
"""Each refusal with its sentence."""
