"""Another GSTIN or State after the hold: what it makes of the taxes stands on a key before money is taken."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.ui import formats
from desktop.ui.failures import explain
from desktop.ui.widgets.busy_button import BusyButton

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking
    from desktop.services.domain.buyer_change import BuyerChange
    from desktop.ui.payment.payment_page import PaymentPage
    from desktop.ui.runner import Runner


class BuyerChangeButton(BusyButton):
    """Stands above the money with the new total on it; `changed` comes when the hold has the new taxes."""

    changed = Signal()

    def __init__(self, page: PaymentPage, services: Services, runner: Runner) -> None:
        super().__init__()
        self._page = page
        self._services = services
        self._runner = runner
        self._booking: Booking | None = None
        self._change: BuyerChange | None = None
        page.buyer_place.addWidget(self)
        page.add_key("Y", self.press)
        self.clicked.connect(self.press)
        self.hide()

    def show_of(self, booking: Booking, change: BuyerChange | None) -> None:
        """Offer it where the customer is somebody else to the tax than when it was held."""
        self._booking, self._change = booking, change
        self.setVisible(change is not None)
        if change is not None and not self.busy:
            about = (booking.id, change.new, change.levies, change.total_paise)
            self.set_label(f"{self._label_of(change)}   Y", about)

    def _label_of(self, change: BuyerChange) -> str:
        sign = "+" if change.more_paise >= 0 else "-"
        more = f"{sign}{formats.amount(abs(change.more_paise))}"
        amount = {"total": formats.amount(change.total_paise), "more": more}
        if change.levies == change.old_levies:
            return self.tr("Take over the buyer: the total stays {total}").format(**amount)
        if not change.levies.tax_paise:
            said = self.tr("Take over the buyer: no tax, total {more} = {total}")
        elif change.levies.igst_paise and not change.levies.cgst_paise:
            said = self.tr("Take over the buyer: the tax becomes IGST, total {more} = {total}")
        elif change.levies.cgst_paise and not change.levies.igst_paise:
            said = self.tr("Take over the buyer: the tax becomes CGST and SGST, total {more} = {total}")
        else:
            said = self.tr("Take over the buyer: other taxes, total {more} = {total}")
        return said.format(**amount)

    def press(self) -> None:
        """Freeze the lines anew with the total that is shown."""
        booking, change = self._booking, self._change
        if booking is None or change is None or self.isHidden():
            self._page.error_bar.show_done(self.tr("The taxes are those of this buyer already."))
            return
        if self.busy or not self.offer.counts():
            return
        self.set_busy(True)
        actor = self._services.actor()
        act = partial(self._services.change_buyer, booking.id, change.total_paise, actor=actor)
        self._runner.run(act, owner=self, done=self._done, failed=self._failed)

    def _done(self, change: BuyerChange) -> None:
        self.set_busy(False)
        self.changed.emit()
        said = self.tr("The taxes are those of this buyer now. The total is {total}.")
        self._page.error_bar.show_done(said.format(total=formats.amount(change.total_paise)))

    def _failed(self, error: Exception) -> None:
        self.set_busy(False)
        self.changed.emit()
        self._page.error_bar.show_error(explain(error))
