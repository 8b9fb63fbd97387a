"""The use cases about papers: made, printed, named for a buyer, and told to the tax office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from db.actor import Actor
    from db.ids import BookingId, DocumentId, PrintJobId
    from db.print_words import MailServer
    from desktop.services import buyer_doors, doors, printing_doors, return_doors
    from desktop.services.domain.buyer_change import BuyerChange
    from desktop.services.domain.document import Document
    from desktop.services.domain.e_invoice import PortalAnswer
    from desktop.services.domain.printing import Printer, PrintJob
    from desktop.services.domain.returns import (
        DueInvoice,
        MonthState,
        RegistrationsKnown,
        SeriesState,
        WaitingPaper,
    )
    from desktop.services.domain.voucher import DayVouchers


@dataclass(frozen=True)
class PaperServices:
    """The fields of `Services` about documents, their printing, the buyers in them and the returns."""

    show_document: Callable[[DocumentId], Document]
    # the newest document of a booking
    find_receipt: Callable[[BookingId], Document]
    # every paper of a booking, the oldest first
    list_documents: Callable[[BookingId], tuple[Document, ...]]
    # it has been printed; the next printing is a copy
    count_copy: doors.CountCopy

    # of this desk; none: its papers go to the system's own
    list_printers: Callable[[Actor], tuple[Printer, ...]]
    save_printer: printing_doors.SavePrinter
    remove_printer: printing_doors.RemovePrinter
    queue_print: printing_doors.QueuePrint
    reprint_last: printing_doors.ReprintLast
    list_print_jobs: Callable[[Actor], tuple[PrintJob, ...]]
    # what may not have come out, and what has not
    list_stuck_papers: Callable[[Actor], tuple[PrintJob, ...]]
    find_print_job: Callable[[PrintJobId], PrintJob]
    answer_print: printing_doors.AnswerPrint
    retry_print: printing_doors.MovePrint
    give_up_print: printing_doors.MovePrint
    # by which papers are mailed; None before it was entered
    read_mail_server: Callable[[], MailServer | None]
    keep_mail_server: printing_doors.KeepMailServer

    save_buyer: doors.SaveBuyer
    # what another GSTIN or State makes of a held booking's levies; None: nothing
    preview_buyer_change: Callable[[BookingId], BuyerChange | None]
    change_buyer: buyer_doors.ChangeBuyer
    # papers that are no invoices before the portal has given their number
    list_waiting_papers: Callable[[], tuple[WaitingPaper, ...]]
    read_portal_file: Callable[[str], tuple[PortalAnswer, ...]]
    enter_irn: buyer_doors.EnterIrn
    export_e_invoices: Callable[[], str]
    list_due_invoices: Callable[[], tuple[DueInvoice, ...]]
    list_filed_months: Callable[[], tuple[MonthState, ...]]
    file_month: buyer_doors.FileMonth
    reopen_month: buyer_doors.ReopenMonth
    list_series: Callable[[], tuple[SeriesState, ...]]
    # who supplies, and of which sites nobody has said it
    list_registrations: Callable[[], RegistrationsKnown]

    # Code and GSTIN of each registration that files a return.
    list_gstins: Callable[[], tuple[tuple[str, str], ...]]
    read_return: return_doors.ReadReturn
    save_return: return_doors.SaveReturn
    read_vouchers: Callable[[date], DayVouchers]
    save_vouchers: return_doors.SaveVouchers
    save_paper_list: return_doors.SavePaperList
    # The file of ledger names, to be edited and read again.
    show_ledger_names: Callable[[], str]
    keep_ledger_names: return_doors.KeepLedgerNames
