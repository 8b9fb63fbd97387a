"""The words of printers and of what waits for them: every layer may use them.

print job   waiting -> sending -> sent | printed | unsure | failed;  failed -> waiting | given_up
            waiting -> given_up;  unsure -> printed | waiting (once more as the same paper)
"""

from dataclasses import dataclass
from enum import StrEnum


class PrinterWay(StrEnum):
    """How a paper gets to a printer."""

    # A printer of the operating system, which lays out pages itself.
    SYSTEM = "system"
    # A queue of the system that passes on a slip printer's own bytes as they are.
    RAW_QUEUE = "raw_queue"
    # A slip printer's port on the network.
    NETWORK = "network"
    # The file of a device, such as /dev/usb/lp0.
    DEVICE = "device"
    # A folder that the paper is written into.
    FILE = "file"
    EMAIL = "email"


class PaperSize(StrEnum):
    """How large the paper of a printer is; a slip printer's roll by its width."""

    A4 = "A4"
    A5 = "A5"
    ROLL_80 = "80mm"
    ROLL_58 = "58mm"


class PaperLanguage(StrEnum):
    """What a printer's papers speak."""

    ENGLISH = "en"
    HINDI = "hi"


class CopyMark(StrEnum):
    """What a paper says that it is; only copies have a number."""

    ORIGINAL = "original"
    # The one that the house keeps.
    DUPLICATE = "duplicate"
    COPY = "copy"


class PrintState(StrEnum):
    """Where a paper is on its way."""

    WAITING = "waiting"
    SENDING = "sending"
    # Handed over; nobody said that it came out.
    SENT = "sent"
    PRINTED = "printed"
    # It may have come out, and may not: whoever looks says so.
    UNSURE = "unsure"
    # It has not come out.
    FAILED = "failed"
    GIVEN_UP = "given_up"


class PrintAnswer(StrEnum):
    """What somebody says who looked whether a paper came out."""

    PRINTED = "printed"
    AGAIN = "again"


class PrintFault(StrEnum):
    """Why a paper did not come out, or may not have."""

    NONE = ""
    NO_PRINTER = "no_printer"
    # A printer, a print server or a mail server said nothing within its time.
    SILENT = "silent"
    REFUSED = "refused"
    UNKNOWN_HOST = "unknown_host"
    UNREACHABLE = "unreachable"
    CUT_OFF = "cut_off"
    OFFLINE = "offline"
    NO_PAPER = "no_paper"
    NO_DEVICE = "no_device"
    NOT_WRITTEN = "not_written"
    # The print system gave its own reason.
    PRINTER_SAID = "printer_said"
    # The way is not there on this system.
    NO_WAY = "no_way"
    NO_SUCH_PAPER = "no_such_paper"
    BROKEN = "broken"
    # The program ended while it was sending.
    KILLED = "killed"
    NO_MAIL_SERVER = "no_mail_server"
    NO_KEYRING = "no_keyring"
    BAD_CERTIFICATE = "bad_certificate"
    NO_TLS = "no_tls"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105  the name of a fault
    SENDER_REFUSED = "sender_refused"
    RECIPIENT_REFUSED = "recipient_refused"
    MAIL_REFUSED = "mail_refused"


class MailSafety(StrEnum):
    """How the talk with a mail server is kept secret."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over, and in whose name; `user` is empty where nobody has to log in."""

    host: str
    port: int
    safety: MailSafety
    user: str
    sender: str


# What has not come to its end.
OPEN_PRINT = (PrintState.WAITING, PrintState.SENDING, PrintState.UNSURE, PrintState.FAILED)
