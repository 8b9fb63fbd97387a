"""Set-up of the gateway: keys are tried before they are kept, and the books are compared on demand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.services.errors import BadRequest
from desktop.ui.failures import explain
from desktop.ui.keys.offer import Offer
from desktop.ui.setup.accounts_card import AccountsCard
from desktop.ui.setup.compare_card import CompareCard
from desktop.ui.setup.house_card import HouseCard
from desktop.ui.setup.keys_card import KeysCard
from desktop.ui.setup.registrations_card import RegistrationsCard
from desktop.ui.theme import scaled
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from desktop.services.application import Services
    from desktop.services.domain.account_report import AccountReport
    from desktop.services.domain.disturbance import GatewayState
    from desktop.services.domain.house import Business
    from desktop.services.domain.reconciliation import Reconciliation
    from desktop.ui.runner import Runner


class SetupWindow(KeyedPage):
    """The secret leaves its field for the trial and the keyring only, and goes when the page goes."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._kept = ""
        self._sure = False
        # Counts what was typed: an answer about other keys than those in the fields is worth nothing.
        self._typed = 0
        self.errors = ErrorBar()
        self.keys = KeysCard()
        self.compare = CompareCard(services.practice)
        self.house = HouseCard()
        self.registrations = RegistrationsCard()
        self.accounts = AccountsCard(services, runner, self.errors)
        self._forget_offer = Offer(self.keys.forget_button)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Set-up of the gateway and of accounts"))
        title.setProperty("role", "heading")
        self.about = QLabel(
            self.tr(
                "Real money moves only when the program is started with --live, with the keys kept here;"
                " practice needs no keys."
            )
            if self._services.practice
            else self.tr(
                "With the keys kept here this desk takes UPI and links by Razorpay from its next start;"
                " without them it sells by wallet, cash, card slip and the house's own tenders."
            )
        )
        self.about.setWordWrap(True)
        page = QVBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.setSpacing(scaled(12))
        parts = (title, self.about, self.errors, self.keys, self.accounts, self.compare, self.house)
        for part in (*parts, self.registrations):
            page.addWidget(part)
        page.addStretch(1)

    def _connect(self) -> None:
        self.setFocusProxy(self.keys.key_id.edit)
        self.keys.key_id.typed.connect(self._edited)
        self.keys.secret.typed.connect(self._edited)
        self.keys.key_id.entered.connect(self.keys.secret.take_focus)
        self.keys.secret.entered.connect(self._try)
        self.keys.try_button.clicked.connect(self._try)
        self.keys.keep_button.clicked.connect(self._keep)
        self.keys.forget_button.clicked.connect(self._forget)
        self.compare.button.clicked.connect(self._compare)
        self.house.save.connect(self._keep_house)
        self.add_key("B", self._keep_house)
        self.add_key("F9", self._go_on)
        self.add_key("T", self._try)
        self.add_key("F", self._forget)
        self.add_key("C", self._compare)
        self.add_key("N", self.show_accounts)
        self.add_key("K", self.accounts.keep)
        self.add_key("X", self.accounts.stop)
        self.add_key("Esc", self._go_back)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no secret behind on a page that nobody looks at."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._forget_typed()
            # A question that nobody looks at any more is asked anew.
            self._sure = False
            self.keys.show_kept(self._kept)

    def refresh(self) -> None:
        """Read again which key is kept and what the last days were like."""
        read = self._services.name_live_keys
        self._runner.run(read, owner=self, done=self._show_kept, failed=self._fail)
        show = self._services.show_gateway
        self._runner.run(show, owner=self, done=self._show_gateway, failed=self._fail)
        house = self._services.show_business
        self._runner.run(house, owner=self, done=self.house.show_business, failed=self._fail)
        days = self._services.list_gateway_days
        self._runner.run(days, owner=self, done=self.compare.show_days, failed=self._fail)
        self.accounts.refresh()
        known = self._services.list_registrations
        self._runner.run(known, owner=self, done=self.registrations.show_known, failed=self._fail)

    def show_accounts(self) -> None:
        """Go to where an account of the house is entered."""
        self.accounts.begin()
        self._see_soon(self.accounts)

    def _show_gateway(self, state: GatewayState) -> None:
        self.compare.set_there(state.is_there)

    def _show_kept(self, last_characters: str) -> None:
        if last_characters != self._kept:
            self._kept, self._sure = last_characters, False
        self.keys.show_kept(self._kept, sure=self._sure)

    def _edited(self, _text: str) -> None:
        self._typed += 1
        self.keys.show_report(None)
        self.errors.clear()

    def _forget_typed(self) -> None:
        self._typed += 1
        self.keys.forget_typed()

    def _go_on(self) -> None:
        if self.keys.keep_button.isHidden():
            self._try()
        else:
            self._keep()

    def _try(self) -> None:
        if self._is_busy():
            return
        for field in (self.keys.key_id, self.keys.secret):
            if not field.text:
                field.show_error(explain(BadRequest("key_id", "blank")))
                field.take_focus()
                return
        self.errors.clear()
        self.keys.show_report(None)
        self.keys.try_button.set_busy(True)
        work = partial(self._services.try_live_keys, self.keys.key_id.text, self.keys.secret.text)
        done, failed = partial(self._tried, self._typed), partial(self._not_tried, self._typed)
        self._runner.run(work, owner=self, done=done, failed=failed)

    def _tried(self, typed: int, report: AccountReport) -> None:
        self.keys.try_button.set_busy(False)
        if typed != self._typed:
            return
        self.keys.show_report(report)
        self._see_soon(self.keys.keep_button if report.can_sell else self.keys.try_button)
        if report.can_sell and self.may_take_focus:
            self.keys.keep_button.setFocus()

    def _not_tried(self, typed: int, error: Exception) -> None:
        self.keys.try_button.set_busy(False)
        if typed == self._typed and isinstance(error, BadRequest):
            self.keys.key_id.show_error(explain(error))
            self.keys.key_id.take_focus()
        elif typed == self._typed:
            self._fail(error)

    def _keep(self) -> None:
        if self._is_busy() or self.keys.keep_button.isHidden() or not self.keys.keep_button.offer.counts():
            return
        self.errors.clear()
        self.keys.keep_button.set_busy(True)
        work = partial(
            self._services.keep_live_keys,
            self.keys.key_id.text,
            self.keys.secret.text,
            actor=self._services.actor(),
        )
        self._runner.run(work, owner=self, done=self._did_keep, failed=self._not_kept)

    def _did_keep(self, _nothing: None) -> None:
        self.keys.keep_button.set_busy(False)
        self._forget_typed()
        self.errors.show_done(
            self.tr("The keys are kept. Start the program with --live to sell with them.")
            if self._services.practice
            else self.tr("The keys are kept. They count from the next start of this desk.")
        )
        if self.may_take_focus:
            self.keys.key_id.take_focus()
        self.refresh()

    def _not_kept(self, error: Exception) -> None:
        self.keys.keep_button.set_busy(False)
        self._fail(error)

    def _forget(self) -> None:
        if not self._kept or self._is_busy():
            return
        if not self._sure:
            self._sure = True
            self.keys.show_kept(self._kept, sure=True)
            self._forget_offer.renew()
            return
        if not self._forget_offer.counts():
            return
        self.errors.clear()
        work = partial(self._services.forget_live_keys, actor=self._services.actor())
        self._runner.run(work, owner=self, done=self._forgotten, failed=self._fail)

    def _forgotten(self, _nothing: None) -> None:
        self.errors.show_done(
            self.tr("The key is gone from this computer. Practice works without one.")
            if self._services.practice
            else self.tr("The key is gone from this computer. From the next start this desk has no gateway.")
        )
        self.refresh()

    def _compare(self) -> None:
        if self.compare.button.busy or not self.compare.is_there:
            return
        self.errors.clear()
        self.compare.set_working(True)
        work = partial(self._services.reconcile, actor=self._services.actor())
        self._runner.run(work, owner=self, done=self._compared, failed=self._not_compared)

    def _compared(self, report: Reconciliation) -> None:
        self.compare.set_working(False)
        self.compare.show_report(report)
        self._see_soon(self.compare)

    def _not_compared(self, error: Exception) -> None:
        self.compare.set_working(False)
        self._fail(error)

    def _keep_house(self) -> None:
        card = self.house
        if card.button.busy or not card.button.offer.counts():
            return
        self.errors.clear()
        for box in card.boxes:
            box.clear_error()
        card.button.set_busy(True)
        tell, actor = self._services.tell_business, self._services.actor()
        work = partial(tell, card.name.text, card.address, card.state.text, actor=actor)
        self._runner.run(work, owner=self, done=self._house_kept, failed=self._house_not_kept)

    def _house_kept(self, business: Business) -> None:
        self.house.button.set_busy(False)
        self.house.kept(business)
        self.errors.show_done(self.tr("{name} stands on every paper from now on.").format(name=business.name))

    def _house_not_kept(self, error: Exception) -> None:
        self.house.button.set_busy(False)
        if isinstance(error, BadRequest):
            self.house.show_mistake(error)
        else:
            self._fail(error)

    def _go_back(self) -> None:
        if self._sure:
            self._sure = False
            self.keys.show_kept(self._kept)
        else:
            self.back.emit()

    def _see_soon(self, widget: QWidget) -> None:
        """Scroll to `widget` once the layout knows how high the report is."""
        QTimer.singleShot(0, self, partial(self.bring_into_sight, widget))

    def _is_busy(self) -> bool:
        return self.keys.try_button.busy or self.keys.keep_button.busy

    def _fail(self, error: Exception) -> None:
        self.errors.show_error(explain(error))
