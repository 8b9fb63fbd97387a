"""Enter in the promo field: the code is applied, and the cursor goes on to the hold unless it is refused."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.services.domain.discount_text import read_discount
from desktop.ui.quote.cost.discount_row import DiscountRow
from desktop.ui.quote.cost.price_panel import HoldFoot, PricePanel
from desktop.ui.quote.sale.quote_draft import QuoteDraft


class PromoFlow(QObject):
    """`advance` goes to what is missing while there is nothing that a code could be applied to."""

    def __init__(
        self,
        panel: PricePanel,
        discount: DiscountRow,
        foot: HoldFoot,
        session: QuoteDraft,
        advance: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._field, self._hold, self._discount = panel.promo, foot.hold, discount
        self._session = session
        self._advance = advance
        self._goes_on = False
        panel.promo_entered.connect(self._entered)
        discount.given.connect(self._given)
        self._field.typed.connect(self._stay)
        session.priced.connect(self._priced)
        session.failed.connect(self._stay)

    def use(self, code: str) -> None:
        """Use a promo code, none for an empty one."""
        self._discount.end()
        self._field.set_text(code)
        self._field.clear_error()
        self._session.set_promo(code)

    def use_typed(self) -> bool:
        """Use what stands in the field, typed there without an Enter; False: a reason is missing."""
        if self._asks_why(self._field.text):
            return False
        if self._field.text.upper() != self._session.sale.promo_code:
            self.use(self._field.text)
        return True

    def forget(self) -> None:
        """Empty the field for the next sale."""
        self._field.set_text("")
        self._discount.end()

    def _asks_why(self, text: str) -> bool:
        """Whether it is a discount, whose reason is asked for now."""
        discount = read_discount(text)
        if discount is None:
            return False
        priced = self._session.sale.price.current
        self._discount.ask(discount, priced.quote if priced is not None else None)
        return True

    def _given(self, code: str) -> None:
        self.use(code)
        self._goes_on = True
        self._field.edit.setFocus()

    def _entered(self, code: str) -> None:
        if self._asks_why(code):
            return
        self.use(code)
        self._goes_on = True
        sale = self._session.sale
        if sale.request() is None and sale.offerings and not sale.looking:
            self._advance()

    def _priced(self) -> None:
        goes_on, self._goes_on = self._goes_on, False
        priced = self._session.sale.price.current
        refused = priced is not None and priced.promo_refusal is not None
        if goes_on and not refused and self._field.edit.hasFocus():
            self._hold.setFocus()

    def _stay(self) -> None:
        self._goes_on = False
