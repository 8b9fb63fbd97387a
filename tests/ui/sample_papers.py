"""Papers on their way, as the services tell them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from db.ids import DocumentId, PrinterId, PrintJobId
from db.print_words import CopyMark, PaperLanguage, PaperSize, PrinterWay, PrintFault, PrintState
from desktop.services.domain.printing import Printer, PrintJob

NOW = datetime(2026, 11, 22, 5, 12, 7, tzinfo=UTC)
PRINTER = "Counter laser"
SLIP = Printer(
    "Slip printer",
    PrinterWay.NETWORK,
    "192.168.1.50:9100",
    PaperSize.ROLL_80,
    PaperLanguage.HINDI,
    is_usual=True,
    id=PrinterId("printer-1"),
)
LASER = Printer(
    "Laser in the back office", PrinterWay.SYSTEM, "HP_LaserJet", PaperSize.A4, id=PrinterId("printer-2")
)


def sample_paper(
    job_id: PrintJobId = PrintJobId("paper-1"),  # noqa: B008  a text
    state: PrintState = PrintState.SENT,
    **fields: Any,
) -> PrintJob:
    """Return a receipt that was queued, in this state."""
    stuck = {PrintState.UNSURE: PrintFault.SILENT, PrintState.FAILED: PrintFault.REFUSED}
    job = PrintJob(
        id=job_id,
        document_id=DocumentId("document-1"),
        title="D1-R-000001",
        printer=PRINTER,
        recipient="",
        mark=CopyMark.ORIGINAL,
        copy_number=0,
        state=state,
        tries=1,
        fault=stuck.get(state, PrintFault.NONE),
        said="",
        went_to=PRINTER,
        clerk="meena",
        queued_at=NOW,
        changed_at=NOW,
    )
    return replace(job, **fields)
