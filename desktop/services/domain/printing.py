"""Printers, papers on their way to them, and what is told to whatever hands a paper over."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from db.ids import DocumentId, PrinterId, PrintJobId
from db.print_words import (
    CopyMark,
    MailServer,
    PaperLanguage,
    PaperSize,
    PrinterWay,
    PrintFault,
    PrintState,
)
from desktop.services.domain.seen_text import seen_text

NAME_MAX = 40
ADDRESS_MAX = 200
PORT = 9100
"""Where a slip printer on the network listens."""
HOST_AND_PORT = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::(?P<port>[0-9]{1,5}))?")
MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
MAIL_MAX = 254
ROLLS = (PaperSize.ROLL_80, PaperSize.ROLL_58)
# They take a slip printer's own bytes and nothing else.
OF_SLIP_PRINTERS = (PrinterWay.NETWORK, PrinterWay.DEVICE, PrinterWay.RAW_QUEUE)
# What comes out there is in nobody else's hands.
ON_PAPER = (*OF_SLIP_PRINTERS, PrinterWay.SYSTEM)
TEST_PAGE = "test_page"
"""The report that a new printer is tried with."""


class PrinterField(StrEnum):
    """What is entered of a printer."""

    NAME = "printer_name"
    ADDRESS = "printer_address"
    PAPER = "printer_paper"


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer of a desk; without an id it is one to be entered."""

    name: str
    way: PrinterWay
    address: str
    paper: PaperSize
    language: PaperLanguage = PaperLanguage.ENGLISH
    is_usual: bool = False
    id: PrinterId | None = None


@dataclass(frozen=True, slots=True)
class PrintRequest:
    """What is to be printed: a document, or a report by its name with what it was asked for, as JSON.

    No printer: the desk's usual one. A recipient: mailed instead. Whether an original or a copy comes out is
    known when it goes out; `mark` asks for the duplicate of the house. No language: the printer's.
    `with_listed`: what a slip lists comes out before it, for what one act made is handed over together.
    """

    document_id: DocumentId | None = None
    report: str = ""
    parameters: str = ""
    printer_id: PrinterId | None = None
    recipient: str = ""
    mark: CopyMark = CopyMark.ORIGINAL
    language: PaperLanguage | None = None
    with_listed: bool = False


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A paper on its way. `title`: its number, or the name of its report; `copy_number` 0: the original."""

    id: PrintJobId
    document_id: DocumentId | None
    title: str
    printer: str
    recipient: str
    mark: CopyMark
    copy_number: int | None
    state: PrintState
    tries: int
    fault: PrintFault
    said: str
    went_to: str
    clerk: str
    queued_at: datetime
    changed_at: datetime

    @property
    def is_moving(self) -> bool:
        """Whether its turn comes, or is now."""
        return self.state in (PrintState.WAITING, PrintState.SENDING)

    @property
    def is_out(self) -> bool:
        """Whether it was handed over."""
        return self.state in (PrintState.SENT, PrintState.PRINTED)


@dataclass(frozen=True, slots=True)
class TestPage:
    """What a printer is tried with."""

    # It is no test of pytest's.
    __test__ = False

    number: str
    printer: str
    practice: bool = False
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Errand:
    """A paper and where it goes: all that the process needs which hands it over. `content` is a paper."""

    title: str
    content: object
    way: PrinterWay
    address: str
    paper: PaperSize
    language: PaperLanguage
    mark: CopyMark = CopyMark.ORIGINAL
    mail: MailServer | None = None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What came of an errand; `where`: the printer's name, the file, the recipient."""

    state: PrintState
    where: str = ""
    fault: PrintFault = PrintFault.NONE
    said: str = ""


def plain_printer(printer: Printer) -> Printer:
    """Return a printer as it is kept: nothing unseen, the port of a slip printer said."""
    address = seen_text(printer.address)
    found = HOST_AND_PORT.fullmatch(address) if printer.way is PrinterWay.NETWORK else None
    if found is not None and found["port"] is None:
        address = f"{address}:{PORT}"
    return Printer(
        name=seen_text(printer.name),
        way=printer.way,
        address=address,
        paper=printer.paper,
        language=printer.language,
        is_usual=printer.is_usual,
        id=printer.id,
    )


def printer_fault(printer: Printer) -> tuple[PrinterField, str] | None:
    """Return the first field that can't be so, and why; None for a printer that can be kept."""
    if not printer.name:
        return PrinterField.NAME, "blank"
    if len(printer.name) > NAME_MAX:
        return PrinterField.NAME, "too_long"
    if not printer.address:
        return PrinterField.ADDRESS, "blank"
    if len(printer.address) > ADDRESS_MAX:
        return PrinterField.ADDRESS, "too_long"
    if not _is_address(printer.way, printer.address):
        return PrinterField.ADDRESS, f"no_{printer.way}"
    if printer.way in OF_SLIP_PRINTERS and printer.paper not in ROLLS:
        return PrinterField.PAPER, "not_a_roll"
    return None


def prints_sheets(printer: Printer) -> bool:
    """Whether it is the desk's usual printer and has sheets: lists and figures have no room on a roll."""
    return printer.is_usual and printer.paper not in ROLLS


def is_mail_address(text: str) -> bool:
    """Whether mail can be sent to it."""
    return len(text) <= MAIL_MAX and MAIL.fullmatch(text) is not None and ".." not in text


def host_and_port(address: str) -> tuple[str, int] | None:
    """Return what a network printer's address says, or None."""
    found = HOST_AND_PORT.fullmatch(address)
    port = int(found["port"] or PORT) if found else 0
    return (found["host"].strip("[]"), port) if found and 0 < port < 65536 else None


def _is_address(way: PrinterWay, address: str) -> bool:
    if way is PrinterWay.NETWORK:
        return host_and_port(address) is not None
    if way is PrinterWay.EMAIL:
        return is_mail_address(address)
    if way in (PrinterWay.DEVICE, PrinterWay.FILE):
        return address.startswith(("/", "\\\\")) or re.match(r"[A-Za-z]:[/\\]", address) is not None
    return not address.startswith("-")
