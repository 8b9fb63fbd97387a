"""What the payment window says, line by line, in the cases that matter most."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from db.states import BookingState, Tender
from tests.ui.sample_bookings import sample_booking, sample_payment

if TYPE_CHECKING:
    from desktop.ui.payment.payment_window import PaymentWindow
    from tests.ui.payment.conftest import FakeDesk

    Open = Callable[[], PaymentWindow]
    Snapshot = Callable[[QWidget], str]

HEAD = """\
label "BK-7F3K2Q   Deluxe 203, 2 nights"
label "Asha Rao   ...4321"
"""
CLOCK = """\
label "hold"
label "08:17"
button "10 minutes more, until 11:00:17   E"
"""
WALLET_COVERS_ALL = """\
label "Total"
label "4,200.00"
button "Wallet   W" [x]
field 'Share from the wallet' = "4,200.00"
label "of 5,000.00, afterwards 800.00"
label "Left to pay"
label "0.00"
button "Confirm with 4,200.00 from the wallet   F9"
label "Esc  back, the hold stays"
"""
REST_IN_CASH = """\
label "Total"
label "8,400.00"
button "Wallet   W" [x]
field 'Share from the wallet' = "5,000.00"
label "of 5,000.00, afterwards 0.00"
label "Left to pay"
label "3,400.00"
button "UPI QR   U" [ ]
button "Cash   C" [x]
button "Card slip   K" [ ]
button "Own UPI code   O" [ ]
button "Bank transfer   B" [ ]
button "Cheque   Q" [ ]
button "Link by SMS   L" [ ]
button "Card and netbanking link   N" [ ]
label "Received"
field 'Cash received' = ""
label "exact amount, no change"
button "3,400.00   1"
button "3,500.00   2"
button "4,000.00   3"
button "Occasion   G"
button "Take 3,400.00 in cash and 5,000.00 from the wallet   F9"
label "Esc  back, the hold stays"
"""
NOTHING_TO_PAY = """\
label "Total"
label "0.00"
button "Confirm, nothing to pay   F9"
label "Esc  back, the hold stays"
"""
CONFIRMED = """\
label "✓  BK-7F3K2Q is confirmed"
label "Paid 8,400.00: wallet 8,400.00"
label "The receipt is not ready yet; it can be printed later from the review."
label "From the wallet"
label "8,400.00"
label "Wallet now"
label "5,000.00"
button "Next   Enter"
button "Print   Ctrl+P" (off)
"""


def plain(text: str) -> str:
    return "".join(f"{line.strip()}\n" for line in text.splitlines())


def test_the_wallet_covers_everything(desk: FakeDesk, open_window: Open, snapshot: Snapshot) -> None:
    desk.booking = sample_booking(420_000, 500_000)
    assert plain(snapshot(open_window())) == HEAD + CLOCK + WALLET_COVERS_ALL


def test_the_rest_is_taken_in_cash(open_window: Open, snapshot: Snapshot) -> None:
    window = open_window()
    window.tenders.choose(Tender.CASH)
    QApplication.processEvents()
    assert plain(snapshot(window)) == HEAD + CLOCK + REST_IN_CASH


def test_nothing_is_to_be_paid(desk: FakeDesk, open_window: Open, snapshot: Snapshot) -> None:
    desk.booking = sample_booking(0, 500_000)
    assert plain(snapshot(open_window())) == HEAD + CLOCK + NOTHING_TO_PAY


def test_it_is_confirmed(desk: FakeDesk, open_window: Open, snapshot: Snapshot) -> None:
    paid = sample_payment(Tender.WALLET, 840_000)
    desk.booking = sample_booking(payments=(paid,), state=BookingState.CONFIRMED)
    assert plain(snapshot(open_window())) == HEAD + CONFIRMED
