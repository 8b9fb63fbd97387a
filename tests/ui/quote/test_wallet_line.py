"""What the wallet holds is read again when the quote is seen again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.ui.quote.small_desk import PRIYA, SmallDesk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.quote.quote_window import QuoteWindow


def test_a_wallet_that_was_used_meanwhile_is_shown_and_priced_anew(
    window: QuoteWindow, desk: SmallDesk, qtbot: QtBot
) -> None:
    window.set_customer(PRIYA)
    window.start("dlx 2")
    qtbot.waitUntil(lambda: "wallet 5,000.00" in window.parts.foot.wallet.text())
    assert window.parts.customer.mobile.note == "known · wallet ₹5,000.00"
    desk.customers[0] = replace(PRIYA, wallet_paise=1_000_00)
    window.hide()
    with qtbot.waitSignal(window.customer_changed) as told:
        window.show()
    assert told.args[0].wallet_paise == 1_000_00
    assert window.parts.customer.mobile.note == "known · wallet ₹1,000.00"
    qtbot.waitUntil(lambda: "wallet 1,000.00" in window.parts.foot.wallet.text())
    assert window.session.sale.choice.unit_ids == ("dlx-101",)


def test_who_left_meanwhile_is_not_brought_back(window: QuoteWindow, desk: SmallDesk, qtbot: QtBot) -> None:
    window.set_customer(PRIYA)
    desk.customers[0] = replace(PRIYA, wallet_paise=1_000_00)
    window.hide()
    window.show()
    window.next_customer()
    qtbot.waitUntil(lambda: bool(desk.asked("get_customer")))
    window.start("dlx 2")
    qtbot.waitUntil(lambda: window.session.sale.price.current is not None)
    assert window.session.sale.customer is None
    assert window.parts.customer.mobile.text == ""
