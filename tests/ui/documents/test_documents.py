"""Receipts and vouchers: the same on the screen, in the PDF and read by a machine."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QPainter, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.actor import Actor
from db.ids import DocumentId, PrintJobId, RequestKey
from db.print_words import PaperLanguage, PaperSize, PrintState
from db.states import BookingState, DocumentKind, RefundRule, RefundState, Tender
from desktop.services.domain.booking import Booking, LineMove
from desktop.services.domain.cancellation import PolicyTier
from desktop.services.domain.document import Document
from desktop.services.domain.paper import GivenBack, PaperContent, Seller, amounts_of
from desktop.services.domain.printing import PrintRequest
from desktop.services.steps.issue_paper import booking_on_paper, buyer_of
from desktop.services.steps.make_sale_papers import paid_by
from desktop.ui.documents.document_window import DocumentWindow
from desktop.ui.papers.document_lines import ended_rows, ticket_rows
from desktop.ui.papers.foot import policy_text
from desktop.ui.papers.lay_out import lay_out
from desktop.ui.papers.paper_size import Edition
from desktop.ui.papers.sum_rows import price_rows, tender_rows
from desktop.ui.papers.write_pdf import write_pdf
from desktop.ui.theme import apply_theme
from tests.ui.sample_bookings import NOW, sample_basket, sample_booking, sample_payment
from tests.ui.sample_papers import sample_paper
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf.generic import DictionaryObject
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

PAPERS: list[PrintRequest] = []
BECOMES = [PrintState.SENT]

HINDI = "राहुल शर्मा"


def paper_of(booking: Booking, **content: Any) -> PaperContent:
    """What a paper of a booking says that counts all of its lines."""
    plain = PaperContent(
        seller=Seller(),
        buyer=buyer_of(booking),
        desk_code=booking.desk_code,
        clerk=booking.clerk,
        booking=booking_on_paper(booking),
        lines=booking.lines,
        amounts=tuple(map(amounts_of, booking.lines)),
        paid=paid_by(booking),
    )
    return replace(plain, **content)


def receipt(booking: Booking | None = None, **fields: Any) -> Document:
    payments = (
        sample_payment(Tender.WALLET, 500_000),
        sample_payment(Tender.RAZORPAY, 340_000, reference="pay_SbX81"),
    )
    if booking is None:
        booking = sample_booking(840_000, payments=payments, state=BookingState.CONFIRMED)
        booking = replace(booking, customer=replace(booking.customer, name=HINDI))
    made = Document(
        DocumentId("d1"),
        DocumentKind.RECEIPT,
        "D1-R-2026-000014",
        NOW,
        NOW.date(),
        True,
        0,
        "Asia/Kolkata",
        paper_of(booking),
    )
    return replace(made, **fields)


def saying(document: Document, **content: Any) -> Document:
    """The paper with something else in it."""
    return replace(document, content=replace(document.content, **content))


def voucher() -> Document:
    """A voucher of before: it kept no amounts of its own."""
    made = receipt()
    back = (
        GivenBack(Tender.WALLET, 250_000, 0, RefundState.DONE),
        GivenBack(Tender.RAZORPAY, 170_000, 0, RefundState.SENT),
    )
    ended = replace(
        made.content.lines[0],
        cancelled_at=NOW,
        refund_rule=RefundRule.POLICY,
        refund_paise=420_000,
        voucher_id=DocumentId("d1"),
    )
    number, kind = "D1-V-2026-000002", DocumentKind.REFUND_VOUCHER
    told = saying(made, lines=(ended,), amounts=(), paid=(), back=back)
    return replace(told, kind=kind, number=number)


def ticket() -> Document:
    """Two seats go on: 3A, and 4B that was moved to 5A before, and to 6A a day later."""
    basket = sample_basket()
    moved_at = NOW - timedelta(minutes=1)
    move = LineMove(moved_at, "4B", "5A", "the seat is broken")
    later = LineMove(NOW + timedelta(days=1), "5A", "6A", "again")
    seats = (basket.lines[3], replace(basket.lines[6], unit_name="5A", moves=(move, later)))
    kind, number = DocumentKind.TICKET, "D1-T-2026-000001"
    made = receipt(basket, kind=kind, number=number)
    return saying(made, lines=seats, amounts=(), paid=())


def picture(document: Document) -> QImage:
    """The first page on white, three times as large as on the screen."""
    paper = lay_out(document)
    size = (paper.pageSize() * 3).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(3, 3)
    paper.drawContents(painter)
    painter.end()
    return image


def test_a_receipt_says_what_was_sold_and_how_it_was_paid() -> None:
    text = lay_out(receipt()).toPlainText()
    for wanted in ("Receipt", "D1-R-2026-000014", "22 Nov 2026, 10:42", "BK-7F3K2Q", HINDI, "...4321"):
        assert wanted in text
    for wanted in ("Deluxe 203", "Tue 24 Nov", "5 %", "CGST", "SGST", "200.00", "₹8,400.00"):
        assert wanted in text
    for wanted in ("Wallet", "5,000.00", "Razorpay pay_SbX81", "3,400.00", "50 % back until 24 h"):
        assert wanted in text
    assert "Rupees eight thousand four hundred only" in text
    assert "9876504321" not in text


def test_a_receipt_names_the_own_upi_code_and_its_reference() -> None:
    paid = sample_payment(Tender.OWN_UPI, 840_000, reference="412233445566")
    document = receipt(replace(sample_booking(840_000), payments=(paid,)))
    assert [(row.word, row.amount) for row in tender_rows(document)] == [
        ("UPI, own QR code  412233445566", "8,400.00")
    ]
    assert "412233445566" in lay_out(document).toPlainText()


@pytest.mark.parametrize(
    ("practice", "copies", "marks"),
    [(True, 0, {"PRACTICE"}), (False, 2, {"COPY 2"}), (True, 1, {"PRACTICE", "COPY 1"}), (False, 0, set())],
)
def test_practice_and_copies_are_marked(practice: bool, copies: int, marks: set[str]) -> None:
    text = lay_out(receipt(practice=practice, copies=copies)).toPlainText()
    assert {mark for mark in ("PRACTICE", "COPY 1", "COPY 2") if mark in text} == marks


def test_the_rows_of_a_receipt_lead_to_its_total() -> None:
    booking = replace(sample_booking(840_000), promo_code="UTSAV10")
    dearer = replace(booking.lines[0], base_paise=8_050_00, discount_paise=100_00, fee_paise=50_00)
    rows = [(row.word, row.amount) for row in price_rows(receipt(replace(booking, lines=(dearer,))))]
    assert rows == [
        ("Before tax", "8,050.00"),
        ("Discount UTSAV10", "-100.00"),
        ("Fee", "50.00"),
        ("Value", "8,000.00"),
        ("CGST", "200.00"),
        ("SGST", "200.00"),
        ("Total", "₹8,400.00"),
    ]


def test_a_voucher_says_where_each_rupee_goes() -> None:
    assert [(row.word, row.amount) for row in tender_rows(voucher())] == [
        ("Wallet, given back", "2,500.00"),
        ("Razorpay, on its way, 5 to 7 days", "1,700.00"),
        ("Given back", "₹4,200.00"),
        ("Kept by the house", "4,200.00"),
    ]
    assert "Refund voucher" in lay_out(voucher()).toPlainText()


def test_a_voucher_lists_only_what_ended_with_it_and_by_which_rule() -> None:
    basket = sample_basket()
    ended = replace(
        basket.lines[6], cancelled_at=NOW, refund_rule=RefundRule.HOUSE_CANCELLED, refund_paise=157_500
    )
    own = GivenBack(Tender.CASH, 157_500, 0, RefundState.DONE)
    document = saying(voucher(), lines=(ended,), back=(own,))
    text = lay_out(document).toPlainText()
    for wanted in ("Pune-Goa 21:30 4B", "cancelled by the house, all of it", "1,575.00", "₹1,575.00"):
        assert wanted in text
    for unwanted in ("4A", "Deluxe", "Kept by the house", "18,900.00"):
        assert unwanted not in text


@pytest.mark.parametrize(
    ("rule", "back", "words"),
    [
        (RefundRule.POLICY, 420_000, "by its policy, 50 %"),
        (RefundRule.POLICY, 0, "by its policy, nothing"),
        (RefundRule.HOUSE_MOVED, 840_000, "its time was changed by the house, all of it"),
        (RefundRule.VOID, 840_000, "sold by mistake, all of it"),
        (RefundRule.HOLD, 100_000, "only held, all that was paid"),
    ],
)
def test_every_rule_has_its_words_on_paper(rule: RefundRule, back: int, words: str) -> None:
    ended = replace(voucher().content.lines[0], refund_rule=rule, refund_paise=back)
    assert [row.note for row in ended_rows(saying(voucher(), lines=(ended,)))] == [f"Asha Rao · {words}"]


def test_of_a_hold_that_was_paid_in_part_nothing_is_kept() -> None:
    ended = replace(voucher().content.lines[0], refund_rule=RefundRule.HOLD, refund_paise=420_000)
    words = [row.word for row in tender_rows(saying(voucher(), lines=(ended,)))]
    assert words[-1] == "Given back"


def test_the_voucher_of_a_part_paid_hold_says_no_more_was_paid_than_was() -> None:
    ended = replace(voucher().content.lines[0], refund_rule=RefundRule.HOLD, refund_paise=100_000)
    (row,) = ended_rows(saying(voucher(), lines=(ended,)))
    assert (row.paid, row.back) == ("1,000.00", "1,000.00")


def test_a_ticket_tells_what_is_valid_where_it_was_and_nothing_of_payments() -> None:
    text = lay_out(ticket()).toPlainText()
    for wanted in ("Ticket", "D1-T-2026-000001", "Pune-Goa 21:30 3A", "Pune-Goa 21:30 5A", "was 4B", "Dev"):
        assert wanted in text
    for unwanted in ("Paid by", "1,575.00", "In words", "6A", "Receipt", "Deluxe"):
        assert unwanted not in text
    # What was moved later has no place on a ticket made before.
    assert [row.note for row in ticket_rows(ticket())] == ["Asha Rao", "was 4B · Dev Rao"]


def test_a_receipt_shows_the_lines_as_they_were_sold() -> None:
    basket = sample_basket()
    document = receipt(basket)
    text = lay_out(document).toPlainText()
    for name in ("3A", "3B", "4A", "4B", "Deluxe 203"):
        assert name in text


def test_policies_are_sentences() -> None:
    assert policy_text((PolicyTier(24, 5_000), PolicyTier(48, 10_000))) == (
        "100 % back until 48 h before the start, 50 % back until 24 h before the start."
    )
    assert policy_text((PolicyTier(0, 10_000),)) == "100 % back until the start."
    assert policy_text((PolicyTier(0, 0),)) == "Not refundable."


def test_the_pdf_holds_fonts_and_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "receipt.pdf"
    write_pdf(receipt(), path)
    page = PdfReader(path).pages[0]
    text = " ".join(page.extract_text().split())
    for wanted in ("D1-R-2026-000014", "BK-7F3K2Q", "Deluxe 203", "8,400.00", "PRACTICE"):
        assert wanted in text
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (420, 595)
    fonts = cast("DictionaryObject", cast("DictionaryObject", page["/Resources"])["/Font"])
    names = {str(cast("DictionaryObject", font.get_object())["/BaseFont"]) for font in fonts.values()}
    assert any("Devanagari" in name for name in names)
    assert all("IBMPlexSans" in name for name in names)


def test_a_long_receipt_goes_on_with_its_head_on_the_next_page(tmp_path: Path) -> None:
    made = receipt()
    path = tmp_path / "long.pdf"
    nights = tuple(replace(made.content.lines[0], number=number, stay=number) for number in range(60))
    write_pdf(saying(made, lines=nights, amounts=tuple(map(amounts_of, nights))), path)
    pages = PdfReader(path).pages
    assert len(pages) > 1
    assert all("Taxable value" in " ".join(page.extract_text().split()) for page in pages[:2])


def test_a4_is_possible_too(tmp_path: Path) -> None:
    path = tmp_path / "a4.pdf"
    write_pdf(receipt(), path, Edition(PaperSize.A4))
    assert round(float(PdfReader(path).pages[0].mediabox.height)) == 842


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="could not be written"):
        write_pdf(receipt(), tmp_path / "missing" / "receipt.pdf")


def test_the_code_on_the_paper_is_the_reference() -> None:
    image = picture(receipt())
    raw = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = Image.frombuffer(
        "L", (raw.width(), raw.height()), bytes(raw.constBits()), "raw", "L", raw.bytesPerLine(), 1
    )
    assert [found.text for found in zxingcpp.read_barcodes(pixels)] == ["BK-7F3K2Q"]


def test_rupees_and_hindi_are_drawn_and_not_left_out() -> None:
    without = receipt()
    nameless = saying(without, buyer=replace(without.content.buyer, name=""))
    assert picture(without) != picture(nameless)
    paper = lay_out(without)
    assert "IBM Plex Sans Devanagari" in paper.defaultFont().families()


def test_paper_is_white_and_its_ink_dark_in_the_dark_theme_too(qapp: QApplication) -> None:
    light = picture(receipt())
    apply_theme(qapp, "dark", 1.0)
    assert picture(receipt()) == light


@pytest.fixture
def window(qtbot: QtBot, runner: Runner) -> DocumentWindow:
    counted: list[str] = []

    def count(document_id: DocumentId, *, actor: Actor) -> None:
        counted.append(document_id)

    def queue(request: PrintRequest, request_key: RequestKey, *, actor: Actor) -> PrintJobId:
        PAPERS.append(request)
        if BECOMES[0] in (PrintState.SENT, PrintState.PRINTED):
            counted.append("d1")
        return PrintJobId("paper")

    PAPERS.clear()
    BECOMES[:] = [PrintState.SENT]
    services = replace(
        sample_services(),
        show_document=lambda _id: receipt(copies=len(counted)),
        count_copy=count,
        queue_print=queue,
        find_print_job=lambda job_id: sample_paper(
            job_id, BECOMES[0], document_id=DocumentId("d1"), title="D1-R-2026-000014"
        ),
    )
    made = DocumentWindow(services, runner)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.show_document(DocumentId("d1"))
    qtbot.waitUntil(lambda: made.title.text() == "D1-R-2026-000014")
    return made


def test_the_page_on_the_screen_can_be_heard(window: DocumentWindow) -> None:
    assert "BK-7F3K2Q" in window.paper.accessibleDescription()
    assert window.paper.sizeHint() == QSize(559, 794)


def test_a_pdf_counts_as_a_printing_and_the_next_is_a_copy(
    window: DocumentWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.folder = tmp_path
    with qtbot.waitSignal(window.saved) as saved:
        QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert saved.args == [str(tmp_path / "D1-R-2026-000014.pdf")]
    qtbot.waitUntil(lambda: "COPY 1" in window.paper.accessibleDescription())
    assert "COPY" not in PdfReader(tmp_path / "D1-R-2026-000014.pdf").pages[0].extract_text()


def test_no_printer_is_no_dead_end(window: DocumentWindow, qtbot: QtBot) -> None:
    BECOMES[:] = [PrintState.FAILED]
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.errors.text))
    assert window.errors.text.startswith("D1-R-2026-000014 did not come out: ")
    assert "COPY" not in window.paper.accessibleDescription()
    assert not window.print_button.busy


def test_a_paper_is_mailed_to_whom_was_typed(window: DocumentWindow, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, Qt.Key.Key_E, control)
    QTest.keyClicks(window.share.recipient.edit, "asha@example.org")
    QTest.keyClick(window.share.recipient.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(PAPERS))
    # It goes in the language that is shown.
    wanted = PrintRequest(DocumentId("d1"), recipient="asha@example.org", language=PaperLanguage.ENGLISH)
    assert [wanted] == PAPERS
    QTest.keyClick(window, Qt.Key.Key_E, control)
    with qtbot.assertNotEmitted(window.back):
        QTest.keyClick(window.share.recipient.edit, Qt.Key.Key_Escape)
    assert window.share.recipient.isHidden()


def test_a_paper_s_text_names_no_customer(window: DocumentWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QApplication.clipboard().text()
    assert text.splitlines()[:2] == ["Receipt D1-R-2026-000014", "BK-7F3K2Q"]
    assert text.splitlines()[-1] == "Total: ₹8,400.00"
    assert HINDI not in text
    assert "4321" not in text


@pytest.mark.parametrize(
    ("key", "shift", "start"),
    [(Qt.Key.Key_M, False, "https://wa.me/?text="), (Qt.Key.Key_E, True, "mailto:?subject=D1-R-2026")],
)
@pytest.mark.parametrize("is_there", [True, False])
def test_another_program_is_opened_and_nothing_is_sent(
    window: DocumentWindow,
    monkeypatch: pytest.MonkeyPatch,
    key: Qt.Key,
    shift: bool,
    start: str,
    is_there: bool,
) -> None:
    opened: list[str] = []

    def open_url(address: QUrl) -> bool:
        opened.append(address.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        return is_there

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    modifiers = Qt.KeyboardModifier.ControlModifier
    if shift:
        modifiers |= Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, key, modifiers)
    assert opened[0].startswith(start)
    assert "BK-7F3K2Q" in opened[0]
    assert ("Nothing is sent before" in window.errors.text) is is_there
    assert PAPERS == []


def test_a_full_disk_is_said_and_nothing_is_counted(window: DocumentWindow, tmp_path: Path) -> None:
    window.folder = tmp_path / "file"
    window.folder.write_text("in the way", encoding="utf-8")
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "could not be written" in window.errors.text
    assert "COPY" not in window.paper.accessibleDescription()


def test_escape_leaves_the_page(window: DocumentWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.back):
        QTest.keyClick(window, Qt.Key.Key_Escape)


def test_the_documents_title_names_it() -> None:
    title = lay_out(receipt()).metaInformation(QTextDocument.MetaInformation.DocumentTitle)
    assert title == "Receipt D1-R-2026-000014"


def test_a_paper_bears_the_business_whose_it_is() -> None:
    lodge = Seller("Sahyadri <Stays>", address=("12 MG Road", "Panaji 403001"), state_code="30")
    for made in (receipt(), voucher(), ticket()):
        text = lay_out(saying(made, seller=lodge)).toPlainText()
        assert "Sahyadri <Stays>\n12 MG Road, Panaji 403001, Goa (30)" in text
        assert "Sahyadri" not in lay_out(made).toPlainText()
