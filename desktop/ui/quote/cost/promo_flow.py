"""Enter in the promo field: the code is applied, and the cursor goes on to the hold unless it is refused."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.ui.quote.cost.price_panel import HoldFoot, PricePanel
from desktop.ui.quote.sale.quote_draft import QuoteDraft


class PromoFlow(QObject):
    """`advance` goes to what is missing while there is nothing that a code could be applied to."""

    def __init__(
        self,
        panel: PricePanel,
        foot: HoldFoot,
        session: QuoteDraft,
        advance: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._field, self._hold = panel.promo, foot.hold
        self._session = session
        self._advance = advance
        self._goes_on = False
        panel.promo_entered.connect(self._entered)
        self._field.typed.connect(self._stay)
        session.priced.connect(self._priced)
        session.failed.connect(self._stay)

    def use(self, code: str) -> None:
        """Use a promo code, none for an empty one."""
        self._field.set_text(code)
        self._field.clear_error()
        self._session.set_promo(code)

    def use_typed(self) -> None:
        """Use what stands in the field, if it was typed there without an Enter."""
        if self._field.text.upper() != self._session.sale.promo_code:
            self.use(self._field.text)

    def forget(self) -> None:
        """Empty the field for the next sale."""
        self._field.set_text("")

    def _entered(self, code: str) -> None:
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
