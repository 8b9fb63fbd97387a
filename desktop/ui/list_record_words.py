"""What the journal's records about lists of the day and guests are called."""

from PySide6.QtCore import QCoreApplication


def records() -> dict[str, str]:
    """Return the words by tags."""
    translate = QCoreApplication.translate
    return {
        "GUEST_ARRIVED": translate("Review", "Guest or passenger came"),
        "GUEST_ARRIVAL_TAKEN_BACK": translate("Review", "Did not come after all"),
        "GUEST_DEPARTED": translate("Review", "Guest left"),
        "GUEST_DEPARTURE_TAKEN_BACK": translate("Review", "Did not leave after all"),
        "GUEST_ENTERED": translate("Review", "Guest entered in the register"),
        "GUEST_CHANGED": translate("Review", "Entry of the register changed"),
        "GUEST_ERASED": translate("Review", "Entry of the register erased"),
        "GUEST_FORM_SENT": translate("Review", "Form of a guest handed in"),
        "GUESTS_BLANKED": translate("Review", "Old entries of the register erased"),
        "GUESTS_EXPORTED": translate("Review", "Register of guests saved as a file"),
        "LISTS_PRINTED": translate("Review", "Lists of a day made by themselves"),
        "LIST_RULES_SAVED": translate("Review", "Rules of lists and register changed"),
    }
