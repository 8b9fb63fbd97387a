"""The sentences of what is refused about the day sheet and the settlements."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def requests() -> dict[tuple[str, str], str]:
    """Return what is said of days that are none."""
    return {
        ("last_day", "too_many"): translate("Failures", "One sheet has {most} days at most."),
        ("first_day", "beyond"): translate("Failures", "There is no such day in the calendar."),
        ("settled_day", "out_of_range"): translate(
            "Failures", "The gateway can be asked about days of the last ten years until today."
        ),
    }
