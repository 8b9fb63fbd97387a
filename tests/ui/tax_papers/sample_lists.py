"""What the page of tax papers shows in tests: something in each list, some of it too long."""

from dataclasses import replace
from datetime import UTC, date, datetime

from db.ids import BookingId, BookingReference, DocumentId
from db.states import DocumentKind
from desktop.services.domain.returns import DueInvoice, MonthState, SeriesState, WaitingPaper
from desktop.ui.runner import Runner
from desktop.ui.tax_papers.tax_lists import TaxList
from desktop.ui.tax_papers.tax_papers_window import TaxPapersWindow
from tests.ui.sample_services import sample_services

NOW = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
WAITING = (
    WaitingPaper(
        DocumentId("d1"),
        DocumentKind.TAX_INVOICE,
        "D1-I-2627-000017",
        date(2026, 11, 3),
        "Lakshmi Venkataraman Subramaniam and Sons",
        "29AAACB1234C1ZX",
        9_99_99_999_00,
        31,
    ),
    WaitingPaper(
        DocumentId("d2"),
        DocumentKind.CREDIT_NOTE,
        "D1-C-2627-000002",
        date(2026, 11, 20),
        "Asha Stores",
        "27AAACB1234C1ZX",
        787_50,
        2,
    ),
)
DUE = (
    DueInvoice(
        BookingId("booking-1"),
        BookingReference("BK-7F3K2Q"),
        "Lakshmi Venkataraman",
        "Deluxe 203, 14-16 Nov",
        datetime(2026, 11, 16, 6, 30, tzinfo=UTC),
        8_400_00,
        7,
    ),
)
MONTHS = (
    MonthState("MH", "2026-10", is_filed=False),
    MonthState("MH", "2026-09", is_filed=True, filed_at=NOW, filed_by="meena"),
    MonthState(
        "MH",
        "2026-08",
        is_filed=False,
        filed_at=NOW,
        filed_by="meena",
        reopened_at=NOW,
        reopened_by="ravi",
        reason="a row was wrong, the accountant had it twice in the file",
    ),
)
SERIES = (
    SeriesState("D1", DocumentKind.TICKET_INVOICE, "MH", 2627, 900_000, "D1-T-2627-900000"),
    SeriesState("D1", DocumentKind.PAYMENT_SLIP, "", 2627, 12, "D1-P-2627-000012"),
)


def tax_papers_page(runner: Runner, which: TaxList) -> TaxPapersWindow:
    """Return the page at one of its lists."""
    services = replace(
        sample_services(),
        list_waiting_papers=lambda: WAITING,
        list_due_invoices=lambda: DUE,
        list_filed_months=lambda: MONTHS,
        list_series=lambda: SERIES,
    )
    window = TaxPapersWindow(services, runner)
    window.start()
    window.choose(which)
    return window
