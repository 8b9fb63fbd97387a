"""The sentences of what is refused about deposits, balances and companies that may owe."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def requests() -> dict[tuple[str, str], str]:
    """Return what is said about entries that can't be."""
    return {
        ("deposit", "no_part"): translate(
            "Failures", "A deposit is less than the total of {most}, and not below zero. Nothing was taken."
        ),
        ("deposit", "too_late"): translate(
            "Failures", "The rest would have to be paid at once, so no deposit confirms it: take all of it."
        ),
        ("deposit", "not_held"): translate(
            "Failures", "This booking is no longer held: take what is left to pay, not a deposit."
        ),
        ("on_account", "no_company"): translate(
            "Failures", "This customer is no company that may owe. Take another tender."
        ),
        ("amount", "more_than_owed"): translate(
            "Failures", "The company owes {most}: take no more than that."
        ),
        ("until", "past"): translate("Failures", "That moment is over. Keep it until a later one."),
        ("until", "too_far"): translate("Failures", "A booking is kept for {most} days at most."),
        ("limit", "out_of_range"): translate("Failures", "A limit is between 0 and {most}."),
        ("terms", "out_of_range"): translate("Failures", "A company pays within 0 to {most} days."),
        ("covers", "twice"): translate("Failures", "Two rules cover the same: leave one of them out."),
        ("percent", "out_of_range"): translate("Failures", "A share is between 0 and {most} per cent."),
        ("least", "out_of_range"): translate("Failures", "The least amount is between 0 and {most}."),
        ("due", "out_of_range"): translate(
            "Failures", "When the rest is due is out of range: {most} at most."
        ),
    }
