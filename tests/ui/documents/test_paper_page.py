"""The page of a paper: size, language and whose copy by keys, and the papers that a slip lists."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import zxingcpp
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest

from db.document_kinds import KINDS
from db.ids import DocumentId, PrintJobId, RequestKey
from db.print_words import PaperSize
from db.states import DocumentKind
from desktop.services.domain.document import Irn
from desktop.services.domain.gstin import STATES
from desktop.services.domain.printing import PrintRequest
from desktop.ui.documents.document_window import DocumentWindow
from desktop.ui.papers.lay_out import lay_out
from desktop.ui.papers.parties import IRN_PICTURE
from desktop.ui.papers.recovery_paper import RecoveryPaper
from desktop.ui.papers.sample_papers import sample_papers
from desktop.ui.papers.state_words import NAMES
from desktop.ui.papers.titles import TITLES
from desktop.ui.routes import OpenDocument
from tests.ui.sample_papers import sample_paper
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from db.actor import Actor
    from desktop.ui.runner import Runner

PAPERS = sample_papers()


@pytest.fixture
def window(qtbot: QtBot, runner: Runner) -> DocumentWindow:
    counted: list[str] = []
    services = replace(
        sample_services(),
        show_document=lambda _id: replace(PAPERS["tax-invoice"], copies=len(counted)),
        count_copy=lambda document_id, *, actor: counted.append(document_id),
    )
    made = DocumentWindow(services, runner)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_size_and_language_are_chosen_by_keys_and_saved_so(
    window: DocumentWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.folder = tmp_path
    window.show_page(PAPERS["tax-invoice"])
    assert (window.size_button.text(), window.language_button.text()) == ("Size A5   Z", "In English   G")
    QTest.keyClick(window, Qt.Key.Key_Z)
    assert window.size_button.text() == "Size 80 mm   Z"
    QTest.keyClick(window, Qt.Key.Key_G)
    assert "कर बीजक (Tax invoice)" in window.paper.accessibleDescription()
    with qtbot.waitSignal(window.saved) as saved:
        QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    (page,) = PdfReader(str((saved.args or [""])[0])).pages
    assert round(float(page.mediabox.width)) == round(576 / 203 * 72)
    for _ in PaperSize:
        QTest.keyClick(window, Qt.Key.Key_Z)
    assert window.size_button.text() == "Size 80 mm   Z"


def test_it_is_printed_in_the_language_that_was_chosen_else_in_the_printers(
    qtbot: QtBot, runner: Runner
) -> None:
    asked: list[PrintRequest] = []

    def queue(request: PrintRequest, request_key: RequestKey, *, actor: Actor) -> PrintJobId:
        assert actor.person
        assert request_key
        asked.append(request)
        return PrintJobId("paper-1")

    services = replace(
        sample_services(), queue_print=queue, find_print_job=lambda job_id: sample_paper(job_id)
    )
    window = DocumentWindow(services, runner)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.show_page(PAPERS["payment-slip"])
    QTest.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: len(asked) == 1 and not window.print_button.busy)
    QTest.keyClick(window, Qt.Key.Key_G)
    QTest.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert [(one.language, one.with_listed) for one in asked] == [(None, False), ("hi", False)]


def test_the_supplier_keeps_a_duplicate(window: DocumentWindow) -> None:
    window.show_page(PAPERS["tax-invoice"])
    assert "ORIGINAL FOR RECIPIENT" in window.paper.accessibleDescription()
    QTest.keyClick(window, Qt.Key.Key_D)
    told = window.paper.accessibleDescription()
    assert "DUPLICATE FOR SUPPLIER" in told
    assert "ORIGINAL" not in told
    window.show_page(PAPERS["receipt-voucher"])
    assert window.copy_button.isHidden()


def test_a_slip_offers_the_papers_that_it_lists(window: DocumentWindow, qtbot: QtBot) -> None:
    window.show_page(PAPERS["payment-slip"])
    told = [button.text() for button in window.listed.buttons if not button.isHidden()]
    assert told == [
        "Receipt voucher  D1-R-2627-000015  4,452.00   1",
        "Ticket / tax invoice  D1-T-2627-000009  1,528.06   2",
    ]
    with qtbot.waitSignal(window.wanted) as wanted:
        QTest.keyClick(window, Qt.Key.Key_2)
    assert wanted.args == [OpenDocument(DocumentId("D1-T-2627-000009"))]
    with qtbot.assertNotEmitted(window.wanted):
        QTest.keyClick(window, Qt.Key.Key_3)


def test_titles_and_states_are_those_of_their_tables() -> None:
    assert {kind: traits.title for kind, traits in KINDS.items()} == dict(TITLES)
    assert dict(NAMES) == dict(STATES)


def test_each_kind_says_what_its_table_of_parts_asks_for() -> None:
    texts = {name: lay_out(paper).toPlainText() for name, paper in PAPERS.items()}
    assert {paper.kind for paper in PAPERS.values()} == set(DocumentKind) - {DocumentKind.Z_SLIP}
    wanted = {
        "tax-invoice": "Bengaluru, PIN 560025, Karnataka (29)|GSTIN 29AAACB1234C1ZE|Reverse charge: No|996311"
        "|Place of supply: Maharashtra (27)|Sets off D1-R-2627-000014 of 22 Nov 2026|Still due|2 nights"
        "|Discount UTSAV10|Authorised signatory|Telephone 020 5550 0100|Deccan Court Hospitality LLP",
        "proforma": "Proforma invoice|Waiting for IRN, not a tax invoice",
        "cancellation-charge": "Tax invoice|Cancellation charge|2,120.00",
        "ticket-invoice": "Ticket / tax invoice|IGST 5 % 72.77|Place of supply: Goa (30)"
        "|I/We hereby declare that though our aggregate turnover",
        "ticket-bill-of-supply": "Ticket / bill of supply|996422",
        "bill-of-supply": "Composition taxable person, not eligible to collect tax on supplies",
        "invoice-cum-bill": "Invoice-cum-bill of supply",
        "consolidated-invoice": "Tax invoice|Consolidated invoice of small sales",
        "receipt-voucher": "Advance taken|The tax is inside the sum.|Place of supply: Maharashtra (27)",
        "refund-voucher": "Answers D1-R-2627-000014 of 22 Nov 2026|Refunded|Kept by the house"
        "|by its policy, 50 %|Reason: plans changed",
        "credit-note": "Credit note|Answers|Kept by the house",
        "debit-note": "Debit note|Answers",
        "deposit-receipt": "Left to pay: ₹500.00, by 24 Nov 2026, 14:00.",
        "complimentary-ticket": "Complimentary ticket|Free of charge",
        "money-receipt": "no supply, no tax|Cash received|Change",
    }
    for name, told in wanted.items():
        for part in told.split("|"):
            assert part in texts[name], (name, part)
    assert not any(word in texts["receipt"] for word in ("CGST", "Reverse charge", "GSTIN"))
    assert "PIN" not in texts["ticket-invoice"]


def test_a_recovery_code_fits_every_size() -> None:
    paper = RecoveryPaper("Deccan Court", "asha", "ABCD-EFGH-JKLM-NPQR")
    for size in PaperSize:
        made = lay_out(paper, size, "hi")
        assert "ABCD-EFGH-JKLM-NPQR" in made.toPlainText()
        assert made.pageCount() == 1


def read_codes(picture: QImage) -> list[str]:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    shape = (grey.height(), grey.bytesPerLine())
    return [code.text for code in zxingcpp.read_barcodes(memoryview(grey.constBits()).cast("B", shape))]


@pytest.mark.usefixtures("qapp")
def test_an_invoice_with_its_irn_is_none_that_waits() -> None:
    signed = "eyJhbGciOiJSUzI1NiJ9." + "abcdefghij" * 70
    acked_at = datetime(2026, 11, 24, 5, 12, tzinfo=UTC)
    irn = Irn("0123456789abcdef" * 4, "112610000012345", acked_at, signed)
    for size in PaperSize:
        waiting = lay_out(PAPERS["proforma"], size, "en").toPlainText()
        made = lay_out(replace(PAPERS["proforma"], irn=irn, copies=0), size, "en")
        told = made.toPlainText().replace("\n", " ")
        assert "Proforma invoice" in waiting
        assert "IRN" in waiting
        assert "Acknowledgement" not in waiting
        assert "Proforma" not in told
        assert "Waiting" not in told
        assert "Tax invoice" in told
        assert "ORIGINAL FOR RECIPIENT" in told
        assert f"IRN {irn.number}" in told
        assert "Acknowledgement 112610000012345 of 24 Nov 2026, 10:42" in told
        picture = made.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(IRN_PICTURE))
        assert isinstance(picture, QImage)
        assert read_codes(picture) == [signed]
