"""Where a tender that was entered wrong is put right: which payment, what it was, its slip, and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from db.states import PaymentState, Tender
from desktop.services.cash_errors import PanWanted
from desktop.services.domain.tenders import BY_HAND, TENDERS
from desktop.services.errors import BadRequest, SlipSeen
from desktop.ui import formats
from desktop.ui.failures import explain
from desktop.ui.tender_words import tender_word
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from db.ids import PaymentId
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking
    from desktop.services.domain.house_accounts import HouseAccount
    from desktop.ui.runner import Runner


class TenderCorrection(QWidget):
    """`corrected` carries the booking afterwards."""

    corrected = Signal(object)

    def __init__(
        self, services: Services, runner: Runner, errors: ErrorBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._errors = errors
        self._booking: Booking | None = None
        # A payment and slip that were refused once because the slip was entered before.
        self._told: tuple[object, ...] = ()
        self.payment = QComboBox()
        self.payment.setAccessibleName(self.tr("Payment that was entered wrong"))
        self.tender = QComboBox()
        self.tender.setAccessibleName(self.tr("What it was"))
        self.slip = QLineEdit()
        self.slip.setPlaceholderText(self.tr("Reference of the slip"))
        self.slip.setAccessibleName(self.tr("Reference of the slip"))
        self.account = QComboBox()
        self.account.setAccessibleName(self.tr("To which account"))
        self._accounts: tuple[HouseAccount, ...] = ()
        self.pan = QLineEdit()
        self.pan.setPlaceholderText(self.tr("PAN, seen or declined"))
        self.pan.setAccessibleName(self.tr("PAN, seen or declined"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Why"))
        self.reason.setAccessibleName(self.tr("Why"))
        self.button = BusyButton(self.tr("Correct the tender"))
        # What has no room in the line goes into the next one: at 200 % a tender's name was cut.
        row = FlowLayout(self, spacing=8, line_spacing=8)
        parts = (self.payment, self.tender, self.account, self.slip, self.pan, self.reason, self.button)
        for part in parts:
            row.addWidget(part)
        self.payment.currentIndexChanged.connect(lambda _index: self._fill_tenders())
        self.tender.currentIndexChanged.connect(lambda _index: self._fill_accounts())
        self.account.currentIndexChanged.connect(lambda _index: self._render())
        for field in (self.slip, self.reason):
            field.textChanged.connect(lambda _text: self._render())
            field.returnPressed.connect(self._correct)
        self.button.clicked.connect(self._correct)
        self.hide()

    def ask_about(self, booking: Booking) -> None:
        """Show what of a booking can be corrected; say so where nothing can."""
        self._booking = booking
        self.payment.clear()
        for one in booking.payments:
            if one.tender in BY_HAND and one.state is PaymentState.CAPTURED:
                text = f"{formats.amount(one.taken_paise)}  {tender_word(one.tender)}  {one.reference}"
                self.payment.addItem(text.strip(), one.id)
        self.slip.clear()
        self.pan.clear()
        self.pan.hide()
        self.reason.clear()
        self._runner.run(
            self._services.list_house_accounts, owner=self, done=self._know, failed=self._say_failed
        )
        self.setVisible(self.payment.count() > 0)
        if self.payment.count():
            self.tender.setFocus()
        else:
            self._errors.show_error(self.tr("Nothing of this booking was taken by hand."))

    def _know(self, accounts: tuple[HouseAccount, ...]) -> None:
        self._accounts = tuple(one for one in accounts if one.is_active)
        self._fill_accounts()

    def _fill_accounts(self) -> None:
        tender = self.tender.currentData()
        self.account.clear()
        for one in self._accounts:
            if one.tender == tender:
                self.account.addItem(one.name, one.id)
        self.account.setVisible(self.account.count() > 0)
        self._render()

    def _say_failed(self, error: Exception) -> None:
        self._errors.show_error(explain(error))

    def _fill_tenders(self) -> None:
        self.tender.clear()
        for tender in BY_HAND:
            self.tender.addItem(tender_word(tender), tender)
        self._render()

    def _render(self) -> None:
        tender = self.tender.currentData()
        self.slip.setVisible(tender is not None and TENDERS[Tender(tender)].reference is not None)
        self.button.set_ready(bool(self.reason.text().strip()))
        texts = self.slip.text(), self.reason.text(), self.pan.text()
        self.button.offer.says((self.payment.currentData(), tender, self.account.currentData(), *texts))

    def _correct(self) -> None:
        booking, reason = self._booking, self.reason.text().strip()
        if booking is None or self.button.busy or self.payment.currentData() is None:
            return
        if not reason:
            self._errors.show_error(explain(BadRequest("reason", "blank")))
            self.reason.setFocus()
            return
        if not self.button.offer.counts():
            return
        payment_id: PaymentId = self.payment.currentData()
        correct = partial(
            self._services.correct_tender,
            payment_id,
            Tender(self.tender.currentData()),
            self.slip.text(),
            reason,
            actor=self._services.actor(),
            pan=self.pan.text(),
            account_id=self.account.currentData(),
            again=(asked := (payment_id, self.tender.currentData(), self.slip.text())) == self._told,
        )

        def correct_and_read() -> Booking:
            correct()
            return self._services.find_booking(booking.id)

        def done(after: Booking) -> None:
            self.button.set_busy(False)
            self._errors.clear()
            self.hide()
            self.corrected.emit(after)

        def failed(error: Exception) -> None:
            self.button.set_busy(False)
            self._told = asked if isinstance(error, SlipSeen) else ()
            self._say_failed(error)
            if isinstance(error, PanWanted):
                self.pan.show()
                self.pan.setFocus()

        self.button.set_busy(True)
        self._runner.run(correct_and_read, owner=self, done=done, failed=failed)
