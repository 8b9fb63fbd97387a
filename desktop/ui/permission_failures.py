"""The sentences of what can't be given back, taken off or allowed."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def requests() -> dict[tuple[str, str], str]:
    """Return what is said about entries that can't be."""
    return {
        ("back_paise", "too_much"): translate("Failures", "No more than {most} can come back of this."),
        ("back_paise", "too_little"): translate(
            "Failures", "At least {most} comes back of this; type that much or more."
        ),
        ("discount", "none"): translate("Failures", "Type a discount: 10% or an amount such as 500."),
        ("discount", "not_a_share"): translate("Failures", "A discount is 1 to {most} per cent."),
        ("discount", "not_an_amount"): translate("Failures", "A discount is more than zero, {most} at most."),
        ("limit", "not_an_amount"): translate("Failures", "A limit is an amount of {most} at most."),
        ("limit", "not_a_share"): translate("Failures", "A limit is 0 to {most} per cent."),
        ("limit", "none_and_some"): translate("Failures", "What is never allowed has no limit besides."),
        ("limit", "locks_out"): translate(
            "Failures", "Managers keep these limits: else nobody could change them again."
        ),
    }
