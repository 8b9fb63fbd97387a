"""What is said of printers, of papers on their way, and of what keeps them from coming out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.print_words import (
    CopyMark,
    MailSafety,
    PaperLanguage,
    PaperSize,
    PrinterWay,
    PrintFault,
    PrintState,
)
from desktop.services.domain.printing import TEST_PAGE
from desktop.services.domain.report_papers import DAY_LIST, DAY_SHEET

if TYPE_CHECKING:
    from desktop.services.domain.printing import PrintJob

translate = QCoreApplication.translate


def way_word(way: PrinterWay) -> str:
    """Return how papers get to a printer."""
    return {
        PrinterWay.SYSTEM: translate("Printers", "Printer of this computer"),
        PrinterWay.RAW_QUEUE: translate("Printers", "Slip printer, queue of this computer"),
        PrinterWay.NETWORK: translate("Printers", "Slip printer on the network"),
        PrinterWay.DEVICE: translate("Printers", "Slip printer on a cable"),
        PrinterWay.FILE: translate("Printers", "Folder"),
        PrinterWay.EMAIL: translate("Printers", "E-mail"),
    }[way]


def address_hint(way: PrinterWay) -> str:
    """Return what a printer's address looks like."""
    return {
        PrinterWay.SYSTEM: translate("Printers", "its name in the system's list of printers"),
        PrinterWay.RAW_QUEUE: translate("Printers", "the queue's name in the system's list"),
        PrinterWay.NETWORK: "192.168.1.50:9100",
        PrinterWay.DEVICE: "/dev/usb/lp0",
        PrinterWay.FILE: translate("Printers", "the whole path of the folder"),
        PrinterWay.EMAIL: "accounts@example.org",
    }[way]


def paper_word(paper: PaperSize) -> str:
    """Return how large its paper is."""
    return {
        PaperSize.A4: "A4",
        PaperSize.A5: "A5",
        PaperSize.ROLL_80: translate("Printers", "Roll of 80 mm"),
        PaperSize.ROLL_58: translate("Printers", "Roll of 58 mm"),
    }[paper]


def language_word(language: PaperLanguage) -> str:
    """Return what its papers speak."""
    return "हिन्दी" if language is PaperLanguage.HINDI else "English"


def safety_word(safety: MailSafety) -> str:
    """Return how the talk with a mail server is kept secret."""
    return {
        MailSafety.STARTTLS: translate("Printers", "STARTTLS, as a rule port 587"),
        MailSafety.TLS: translate("Printers", "TLS, as a rule port 465"),
        MailSafety.NONE: translate("Printers", "open, without a password"),
    }[safety]


def state_word(state: PrintState) -> str:
    """Return where a paper is, with a sign of its own."""
    return {
        PrintState.WAITING: translate("Printers", "… waits"),
        PrintState.SENDING: translate("Printers", "→ is being sent"),
        PrintState.SENT: translate("Printers", "✓ sent"),
        PrintState.PRINTED: translate("Printers", "✓ printed"),
        PrintState.UNSURE: translate("Printers", "? may be out"),
        PrintState.FAILED: translate("Printers", "▲ not out"),
        PrintState.GIVEN_UP: translate("Printers", "✗ given up"),
    }[state]


def title_word(job: PrintJob) -> str:
    """Return what a paper is called."""
    words = {
        TEST_PAGE: translate("Printers", "Test page"),
        DAY_LIST: translate("Printers", "List of a day"),
        DAY_SHEET: translate("Printers", "Day sheet"),
    }
    return words.get(job.title, job.title)


def mark_word(job: PrintJob) -> str:
    """Return what it says that it is."""
    if job.mark is CopyMark.DUPLICATE:
        return translate("Printers", "duplicate")
    if not job.copy_number:
        return translate("Printers", "original")
    return translate("Printers", "COPY {number}").format(number=job.copy_number)


def outcome_text(job: PrintJob) -> str:
    """Return what has become of a paper, and what to do where it is stuck."""
    names = {"number": title_word(job), "printer": job.went_to or job.printer}
    if job.state is PrintState.SENT:
        if job.recipient:
            return translate("Printers", "{number} was mailed to {printer}.").format(**names)
        return translate("Printers", "{number} went to {printer}.").format(**names)
    if job.state is PrintState.PRINTED:
        return translate("Printers", "{number} was printed on {printer}.").format(**names)
    if job.is_moving:
        return translate("Printers", "{number} waits for its printer; you can go on.").format(**names)
    if job.state is PrintState.GIVEN_UP:
        return translate("Printers", "{number} was given up.").format(**names)
    why = fault_text(job.fault, job.said)
    if job.state is PrintState.UNSURE:
        said = translate("Printers", "{number} may be out: {why} Look, then answer with Ctrl+Shift+P.")
    else:
        said = translate("Printers", "{number} did not come out: {why} Ctrl+Shift+P shows what waits.")
    return said.format(why=why, **names)


def fault_text(fault: PrintFault, said: str = "") -> str:
    """Return why a paper is stuck, with what printer or server said of it."""
    sentence = _of_printers().get(fault) or _of_mail().get(fault) or ""
    return f"{sentence} “{said}”" if said else sentence


def _of_printers() -> dict[PrintFault, str]:
    return {
        PrintFault.NO_PRINTER: translate(
            "Printers", "No printer is set up on this machine. Type “printers” in the command field."
        ),
        PrintFault.SILENT: translate("Printers", "There was no answer in time."),
        PrintFault.REFUSED: translate("Printers", "Nobody listens at this address. Is it switched on?"),
        PrintFault.UNKNOWN_HOST: translate("Printers", "Nothing on the network has this name."),
        PrintFault.UNREACHABLE: translate("Printers", "It can't be reached. Look at the network."),
        PrintFault.CUT_OFF: translate("Printers", "The connection broke off."),
        PrintFault.OFFLINE: translate("Printers", "The printer says that it is not ready. Is it shut?"),
        PrintFault.NO_PAPER: translate("Printers", "The printer says that its paper is at its end."),
        PrintFault.NO_DEVICE: translate("Printers", "The cable's device is not there, or may not be used."),
        PrintFault.NOT_WRITTEN: translate("Printers", "The folder can't be written to."),
        PrintFault.PRINTER_SAID: translate("Printers", "The print system refused it."),
        PrintFault.NO_WAY: translate("Printers", "This computer has no such way to print."),
        PrintFault.NO_SUCH_PAPER: translate("Printers", "The paper could not be read."),
        PrintFault.BROKEN: translate("Printers", "Printing ended by a fault; the log tells more."),
        PrintFault.KILLED: translate("Printers", "The program ended while it was being sent."),
    }


def _of_mail() -> dict[PrintFault, str]:
    return {
        PrintFault.NO_MAIL_SERVER: translate(
            "Printers", "No mail server is entered. Type “printers”, then press M."
        ),
        PrintFault.NO_KEYRING: translate(
            "Printers", "This computer's keyring does not tell the mail server's password."
        ),
        PrintFault.BAD_CERTIFICATE: translate(
            "Printers", "Nobody vouches for the mail server's certificate: it may be another one."
        ),
        PrintFault.NO_TLS: translate(
            "Printers", "The mail server does not speak TLS in this way, so the password is not told to it."
        ),
        PrintFault.WRONG_PASSWORD: translate("Printers", "The mail server refused user and password."),
        PrintFault.SENDER_REFUSED: translate("Printers", "The mail server refused the sender."),
        PrintFault.RECIPIENT_REFUSED: translate("Printers", "The mail server refused the recipient."),
        PrintFault.MAIL_REFUSED: translate("Printers", "The mail server refused the mail."),
    }


def records() -> dict[str, str]:
    """Return what each record of the journal says."""
    return {
        "PRINTER_SAVED": translate("Printers", "Printer entered or changed"),
        "PRINTER_REMOVED": translate("Printers", "Printer taken off"),
        "PRINT_ANSWERED": translate("Printers", "Told whether a paper came out"),
        "PRINT_GIVEN_UP": translate("Printers", "Paper given up that waited for a printer"),
        "MAIL_SERVER_SET": translate("Printers", "Mail server entered"),
    }
