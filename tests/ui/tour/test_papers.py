"""A desk's printers and its stuck papers in the real window, by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from db.ids import RequestKey
from db.print_words import PaperSize, PrinterWay, PrintFault, PrintState
from desktop import paper_errand
from desktop.services.domain.printing import Errand, HandedOver, PrintRequest

if TYPE_CHECKING:
    from tests.ui.tour.clerk import Clerk

Key = Qt.Key


class Hand:
    """Stands in for all printers: says what it was told to say."""

    def __init__(self) -> None:
        self.answer = HandedOver(PrintState.UNSURE, "Slips", PrintFault.SILENT)
        self.errands: list[Errand] = []

    def __call__(self, errand: Errand, _password: str) -> HandedOver:
        self.errands.append(errand)
        return self.answer


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Hand:
    made = Hand()
    monkeypatch.setattr(paper_errand, "hand_over", made)
    return made


def test_a_printer_is_entered_from_the_command_field(clerk: Clerk, hand: Hand) -> None:
    clerk.line(QCoreApplication.translate("Commands", "Printers, what waits for them, e-mail"))
    clerk.see_page("printers")
    page = clerk.window.pages.printers.page
    assert page is not None
    clerk.press(Key.Key_N)
    clerk.see(lambda: not page.form.isHidden())
    clerk.type("Slips")
    clerk.press(Key.Key_Return, Key.Key_Down, Key.Key_Down, Key.Key_Tab)
    clerk.type("192.168.1.50")
    clerk.press(Key.Key_F9)
    clerk.see(lambda: page.printers.rowCount() == 1)
    (printer,) = clerk.services.list_printers(clerk.services.actor())
    assert (printer.way, printer.address, printer.paper, printer.is_usual) == (
        PrinterWay.NETWORK,
        "192.168.1.50:9100",
        PaperSize.ROLL_80,
        True,
    )
    clerk.press(Key.Key_T)
    clerk.see(lambda: len(hand.errands) == 1)
    assert hand.errands[0].address == "192.168.1.50:9100"


def test_a_paper_that_may_be_out_is_asked_about_and_printed_again_as_the_original(
    clerk: Clerk, hand: Hand
) -> None:
    hold = clerk.hold("9876500001", "DLX")
    clerk.take(hold, cash_paise=hold.total_paise)
    receipt = clerk.services.find_receipt(hold.booking_id)
    request = PrintRequest(receipt.id)
    clerk.services.queue_print(request, RequestKey("first"), actor=clerk.services.actor())
    window = clerk.window
    clerk.see(lambda: "Did it come out of the printer?" in window.papers.text)
    hand.answer = HandedOver(PrintState.SENT, "Slips")
    clerk.keys = 0
    clerk.shifted(Key.Key_P)
    clerk.see_page("printers")
    page = window.pages.printers.page
    assert page is not None
    clerk.see(page.jobs.hasFocus)
    clerk.press(Key.Key_O)
    clerk.see(lambda: len(hand.errands) == 2)
    clerk.see(lambda: window.papers.text == "")
    assert clerk.keys == 4
    assert [getattr(errand.content, "copies", None) for errand in hand.errands] == [0, 0]
    clerk.see(lambda: clerk.services.show_document(receipt.id).copies == 1)
