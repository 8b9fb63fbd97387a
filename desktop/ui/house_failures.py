"""The sentences of what is typed wrong about the house."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def requests() -> dict[tuple[str, str], str]:
    """Return what is said about entries that can't be."""
    state = translate(
        "Failures", "Enter the State where the business is: its name, such as Goa, or its digits, such as 30."
    )
    card = translate("Failures", "This looks like the number of a card, which is never kept.")
    long = translate("Failures", "This has {most} letters at most.")
    return {
        ("business", "blank"): translate("Failures", "Enter the name of the business."),
        ("business", "too_long"): long,
        ("business", "card_number"): card,
        ("address", "blank"): translate("Failures", "Enter the address, as it stands on papers."),
        ("address", "too_long"): long,
        ("address", "card_number"): card,
        ("house_state", "blank"): state,
        ("house_state", "unknown"): translate(
            "Failures",
            "“{text}” is no State of today. Type its name, such as Goa, or its digits, such as 30.",
        ),
        ("desk_code", "malformed"): translate(
            "Failures",
            "A desk’s code has one to four letters or figures, such as D1: it stands in every number.",
        ),
        ("desk_name", "blank"): translate("Failures", "Enter the desk’s name, such as Front desk."),
        ("desk_name", "too_long"): long,
        ("desk_name", "card_number"): card,
        ("manager", "blank"): translate("Failures", "Enter the manager’s name."),
        ("manager", "too_long"): long,
        ("manager", "card_number"): card,
        ("pin", "guessed"): translate(
            "Failures", "This PIN is tried first by whoever guesses. Choose another one."
        ),
        ("pin_again", "differs"): translate("Failures", "The two PINs differ. Type both again."),
    }
