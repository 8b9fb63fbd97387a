"""The payment's letters: a tender, the wallet, stopping, the practice phone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.payment.tender_block import METHOD_KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.payment.payment_form import Method
    from desktop.ui.payment.payment_page import PaymentPage


class PaymentLetters(QObject):
    """Makes the letters keys of the page. None of them moves money; `stop` ends an open payment."""

    def __init__(self, page: PaymentPage, stop: Callable[[], object]) -> None:
        super().__init__(page)
        self._page = page
        acts: dict[str, Callable[[], object]] = {
            "W": self._toggle_wallet,
            "S": stop,
            "P": page.instrument.open_phone,
        }
        for method, letter in METHOD_KEYS.items():
            acts[letter] = partial(self._choose, method)
        for letter, act in acts.items():
            page.add_key(letter, act)

    @property
    def _is_asking(self) -> bool:
        return not self._page.instrument.isHidden()

    def _choose(self, method: Method) -> None:
        if self._is_asking:
            self._page.instrument.say_stop_first()
        else:
            self._page.tenders.choose(method)

    def _toggle_wallet(self) -> None:
        if self._is_asking:
            self._page.instrument.say_stop_first()
        elif not self._page.money.use_wallet.isHidden():
            self._page.money.use_wallet.toggle()
