"""The sentences of what is refused about lists of the day and the register of guests."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.services import list_errors
from desktop.services.errors import DeskError
from desktop.ui import formats

translate = QCoreApplication.translate


def requests() -> dict[tuple[str, str], str]:
    """Return what is said about entries that can't be."""
    return {
        ("guest_name", "blank"): translate("Failures", "Enter the name of the guest."),
        ("guest_nationality", "blank"): translate(
            "Failures", "Enter the nationality: the form of a guest from abroad asks for it."
        ),
        ("guest_passport", "blank"): translate(
            "Failures", "Enter the passport's number: the form of a guest from abroad asks for it."
        ),
        ("guest_id_last", "too_long"): translate(
            "Failures", "Of the ID's number only the last {most} letters or figures are kept."
        ),
        ("evening_minute", "out_of_range"): translate(
            "Failures", "Enter the hour as 20:00, or nothing for no lists."
        ),
        ("register_months", "out_of_range"): translate(
            "Failures", "The register is kept for {least} to {most} months."
        ),
        ("form_hours", "out_of_range"): translate(
            "Failures", "The form is handed in within {least} to {most} hours."
        ),
    }


def explain_list_gone(_error: list_errors.ListGone) -> str:
    """Return that the list is not there any more."""
    return translate("Failures", "There is nothing of this kind on that day. Choose another day or list.")


def explain_marked_otherwise(error: list_errors.MarkedOtherwise) -> str:
    """Return who was faster."""
    if error.has_left:
        return translate(
            "Failures", "{clerk} has noted that the guest left. Take that back first, in the departures."
        ).format(clerk=error.clerk)
    return translate(
        "Failures",
        "{clerk} has marked {reference} anew meanwhile. The list is read again; nothing was changed.",
    ).format(clerk=error.clerk, reference=error.reference)


def explain_too_early(error: list_errors.TooEarlyToArrive) -> str:
    """Return that it is another day's list."""
    return translate(
        "Failures",
        "{reference} starts more than a day from now. Look at the day of the list; nothing was marked.",
    ).format(reference=error.reference)


def explain_not_expected(error: list_errors.NotExpected) -> str:
    """Return that nobody is expected for these lines."""
    return translate(
        "Failures", "This part of {reference} was cancelled: nobody arrives for it. Nothing was changed."
    ).format(reference=error.reference)


def explain_register_off(_error: list_errors.RegisterOff) -> str:
    """Return that the house keeps no register."""
    return translate(
        "Failures", "This house keeps no register of guests. Switch it on on the register's page."
    )


def explain_guest_gone(_error: list_errors.GuestGone) -> str:
    """Return that the entry was erased."""
    return translate("Failures", "This entry of the register was erased meanwhile. Nothing was changed.")


def explain_guest_changed(error: list_errors.GuestChangedMeanwhile) -> str:
    """Return who changed it."""
    return translate(
        "Failures", "{clerk} has changed this entry meanwhile. It is shown anew; type your change again."
    ).format(clerk=error.clerk)


def explain_must_be_kept(error: list_errors.MustBeKept) -> str:
    """Return until when the law asks to keep it."""
    return translate(
        "Failures", "The law asks to keep the entry of a guest from abroad until {day}. Nothing was erased."
    ).format(day=formats.day_and_year(error.until))


def explain_not_to_be_sent(_error: list_errors.NotToBeSent) -> str:
    """Return that there is no such form."""
    return translate("Failures", "There is no form to hand in for this guest now. Nothing was changed.")


def explain_whole_number(error: list_errors.WholeNumber) -> str:
    """Return what is never kept."""
    if error.is_card:
        return translate("Failures", "This could be the number of a card, which is never kept. Leave it out.")
    return translate(
        "Failures", "This could be a whole Aadhaar number, which is never kept. Enter its last four figures."
    )


SENTENCES: Mapping[type[DeskError], Callable[..., str]] = {
    list_errors.ListGone: explain_list_gone,
    list_errors.MarkedOtherwise: explain_marked_otherwise,
    list_errors.TooEarlyToArrive: explain_too_early,
    list_errors.NotExpected: explain_not_expected,
    list_errors.RegisterOff: explain_register_off,
    list_errors.GuestGone: explain_guest_gone,
    list_errors.GuestChangedMeanwhile: explain_guest_changed,
    list_errors.MustBeKept: explain_must_be_kept,
    list_errors.NotToBeSent: explain_not_to_be_sent,
    list_errors.WholeNumber: explain_whole_number,
}
