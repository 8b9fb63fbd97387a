"""The use cases about buyers, and about what is told to the tax."""

from collections.abc import Callable
from typing import TypedDict

from db.ids import BookingId
from desktop.services.customers.change_buyer import ChangeBuyer, PreviewBuyerChange
from desktop.services.customers.save_buyer import SaveBuyer
from desktop.services.domain.buyer_change import BuyerChange
from desktop.services.domain.e_invoice import PortalAnswer
from desktop.services.domain.returns import (
    DueInvoice,
    MonthState,
    RegistrationsKnown,
    SeriesState,
    WaitingPaper,
)
from desktop.services.returns.enter_irn import EnterIrn, read_portal_file
from desktop.services.returns.export_e_invoices import ExportEInvoices
from desktop.services.returns.file_month import FileMonth, ListFiledMonths, ReopenMonth
from desktop.services.returns.list_due_invoices import ListDueInvoices
from desktop.services.returns.list_registrations import ListRegistrations
from desktop.services.returns.list_series import ListSeries
from desktop.services.returns.list_waiting import ListWaiting
from desktop.use_cases.given import Given


class BuyerCases(TypedDict):
    """Its fields in `Services`."""

    save_buyer: SaveBuyer
    preview_buyer_change: Callable[[BookingId], BuyerChange | None]
    change_buyer: ChangeBuyer
    list_waiting_papers: Callable[[], tuple[WaitingPaper, ...]]
    read_portal_file: Callable[[str], tuple[PortalAnswer, ...]]
    enter_irn: EnterIrn
    export_e_invoices: Callable[[], str]
    list_due_invoices: Callable[[], tuple[DueInvoice, ...]]
    list_filed_months: Callable[[], tuple[MonthState, ...]]
    file_month: FileMonth
    reopen_month: ReopenMonth
    list_series: Callable[[], tuple[SeriesState, ...]]
    list_registrations: Callable[[], RegistrationsKnown]


def buyer_cases(given: Given) -> BuyerCases:
    """Return what is done about buyers and returns."""
    database, publish = given.database, given.publish
    return {
        "save_buyer": SaveBuyer(database),
        "preview_buyer_change": PreviewBuyerChange(database),
        "change_buyer": ChangeBuyer(database, publish),
        "list_waiting_papers": ListWaiting(database),
        "read_portal_file": read_portal_file,
        "enter_irn": EnterIrn(database, publish),
        "export_e_invoices": ExportEInvoices(database),
        "list_due_invoices": ListDueInvoices(database),
        "list_filed_months": ListFiledMonths(database),
        "file_month": FileMonth(database),
        "reopen_month": ReopenMonth(database),
        "list_series": ListSeries(database),
        "list_registrations": ListRegistrations(database),
    }
