"""The payment's letters: keys of the page, in an amount too, that never leave it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from db.states import PanAnswer
from desktop.ui.payment.cash_block import DECLINED_KEY, SEEN_KEY
from desktop.ui.payment.note_sums import SUMS_MAX
from desktop.ui.payment.tender_block import METHOD_KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.payment.payment_form import Method
    from desktop.ui.payment.payment_page import PaymentPage


class PaymentLetters(QObject):
    """Makes the letters keys of the page; one without a use now is answered in words.

    None of them moves money. `stop` ends an open payment and chooses the given method in its place.
    """

    def __init__(self, page: PaymentPage, stop: Callable[[Method | None], object]) -> None:
        super().__init__(page)
        self._page = page
        self._stop = stop
        page.add_key("W", self._toggle_wallet)
        page.add_key("D", self._take_deposit)
        page.add_key("S", self._stop_it)
        page.add_key("P", self._open_phone)
        page.add_key("T", page.tenders.payer.open_part)
        page.add_key("I", page.tenders.payer.next_account)
        page.add_key("G", page.tenders.cash.open_occasion)
        for place in range(SUMS_MAX):
            page.add_key(str(place + 1), partial(page.tenders.cash.choose_sum, place))
        page.add_key(SEEN_KEY, partial(page.tenders.cash.answer_pan, PanAnswer.SEEN))
        page.add_key(DECLINED_KEY, partial(page.tenders.cash.answer_pan, PanAnswer.DECLINED))
        for method, letter in METHOD_KEYS.items():
            page.add_key(letter, partial(self._choose, method))
        page.primary.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Space from the button that takes money: Enter and F9 do."""
        is_key = isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.KeyPress,
            QEvent.Type.KeyRelease,
        )
        if is_key and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            return True
        return super().eventFilter(watched, event)

    @property
    def _is_asking(self) -> bool:
        return not self._page.gateway.isHidden() and not self._page.instrument.isHidden()

    def _choose(self, method: Method) -> None:
        page = self._page
        if self._is_asking and page.instrument.is_unseen:
            self._stop(method)
        elif self._is_asking:
            page.instrument.say_stop_first()
        elif page.gateway.isHidden():
            self._say_nothing_left()
        elif page.tenders.buttons[method].isHidden():
            page.error_bar.show_done(self.tr("This can’t be paid that way: choose one of the tenders shown."))
        else:
            page.tenders.choose(method)

    def _toggle_wallet(self) -> None:
        page = self._page
        if self._is_asking:
            page.instrument.say_stop_first()
        elif not page.money.isHidden() and not page.money.use_wallet.isHidden():
            page.money.use_wallet.toggle()
        elif page.gateway.isHidden():
            self._say_nothing_left()
        else:
            page.error_bar.show_done(self.tr("There is nothing in a wallet that could pay."))

    def _take_deposit(self) -> None:
        page = self._page
        if self._is_asking:
            page.instrument.say_stop_first()
        elif not page.over.isHidden() or not page.deposit.press():
            page.error_bar.show_done(self.tr("All of this has to be paid now: no deposit confirms it."))

    def _stop_it(self) -> None:
        page = self._page
        if not self._is_asking:
            page.error_bar.show_done(self.tr("No code and no link is open: there is nothing to stop."))
        elif page.instrument.stop_button.isEnabled():
            self._stop(None)
        else:
            page.instrument.say_stop_first()

    def _open_phone(self) -> None:
        if not self._is_asking or not self._page.instrument.open_phone():
            self._page.error_bar.show_done(self.tr("Nothing waits on a practice phone now."))

    def _say_nothing_left(self) -> None:
        page = self._page
        if not page.over.isHidden():
            page.error_bar.show_done(self.tr("The hold has ended: nothing can be paid on it now."))
        elif page.title.text():
            page.error_bar.show_done(self.tr("Nothing is left to pay: no tender has to be chosen."))
