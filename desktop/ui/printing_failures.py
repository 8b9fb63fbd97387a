"""The sentences of what is refused about printers and papers on their way."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.services import errors, printing_errors
from desktop.ui.printer_words import state_word

translate = QCoreApplication.translate


def requests() -> dict[tuple[str, str], str]:
    """Return what is said about entries that can't be."""
    return {
        ("printer_name", "blank"): translate("Failures", "Give the printer a name that the desk knows."),
        ("printer_name", "too_long"): translate("Failures", "A printer's name has 40 characters at most."),
        ("printer_name", "taken"): translate("Failures", "Another printer of this desk has this name."),
        ("printer_address", "blank"): translate("Failures", "Say where the printer is."),
        ("printer_address", "too_long"): translate("Failures", "This is too long for an address."),
        ("printer_address", "no_system"): translate("Failures", "A printer's name begins with no dash."),
        ("printer_address", "no_raw_queue"): translate("Failures", "A queue's name begins with no dash."),
        ("printer_address", "no_network"): translate(
            "Failures",
            "An address on the network is a name or number, a colon and a port: 192.168.1.50:9100.",
        ),
        ("printer_address", "no_device"): translate(
            "Failures", "A device is told by its whole path, such as /dev/usb/lp0."
        ),
        ("printer_address", "no_file"): translate("Failures", "A folder is told by its whole path."),
        ("printer_address", "no_email"): translate(
            "Failures", "This is no e-mail address. It looks like name@example.org."
        ),
        ("printer_paper", "not_a_roll"): translate(
            "Failures", "A slip printer has a roll of 80 or 58 mm. Choose one of them."
        ),
        ("printer", "unknown"): translate("Failures", "This printer was taken off. Choose another one."),
        ("paper", "unknown"): translate("Failures", "There is no such paper to print."),
        ("recipient", "malformed"): translate(
            "Failures", "This is no e-mail address. It looks like name@example.org."
        ),
        ("mail_host", "malformed"): translate(
            "Failures", "The mail server's name is a word with dots, such as smtp.example.org."
        ),
        ("mail_port", "malformed"): translate("Failures", "A port is a number from 1 to 65535."),
        ("mail_user", "malformed"): translate("Failures", "The user's name can't be so."),
        ("mail_sender", "malformed"): translate(
            "Failures", "The sender is an e-mail address, such as desk@example.org."
        ),
        ("mail_safety", "needs_tls"): translate(
            "Failures", "With a password the mail server needs TLS or STARTTLS: else all can read it."
        ),
    }


def explain_paper_moved(error: printing_errors.PaperMoved) -> str:
    """Return where the paper is by now."""
    return translate("Failures", "{name}: {state} by now. Look at the list, then do it again.").format(
        name=error.name, state=state_word(error.print_state)
    )


def explain_printer_changed(error: printing_errors.PrinterChanged) -> str:
    """Return that the list is older than the row."""
    return translate(
        "Failures", "{name} was changed or taken off just now. Look at the list, then do it again."
    ).format(name=error.name)


def explain_nothing_to_reprint(_error: printing_errors.NothingToReprint) -> str:
    """Return that there is no paper yet."""
    return translate("Failures", "This desk has made no paper yet that could be printed again.")


SENTENCES: Mapping[type[errors.DeskError], Callable[..., str]] = {
    printing_errors.PaperMoved: explain_paper_moved,
    printing_errors.PrinterChanged: explain_printer_changed,
    printing_errors.NothingToReprint: explain_nothing_to_reprint,
}
