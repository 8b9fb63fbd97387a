"""How the payment window is put together: heading, error, body, one primary action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.payment.deposit_block import DepositBlock
from desktop.ui.payment.instrument_panel import InstrumentPanel
from desktop.ui.payment.money_panel import MoneyPanel
from desktop.ui.payment.payment_form import PaymentForm
from desktop.ui.payment.payment_problem import Problem
from desktop.ui.payment.payment_view import PaymentView
from desktop.ui.payment.payment_words import much_cash_text
from desktop.ui.payment.receipt_panel import ReceiptPanel
from desktop.ui.payment.tender_block import TenderBlock
from desktop.ui.theme import scaled
from desktop.ui.widgets.busy_button import BusyButton
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.hold_countdown import HoldCountdown
from desktop.ui.widgets.keyed_page import KeyedPage

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH_MAX = 780


class PaymentPage(KeyedPage):
    """The widgets of the payment window. `gateway` holds every tender after the wallet."""

    def __init__(self, parent: QWidget | None, steady: Callable[[], float]) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self.who = QLabel()
        self.who.setProperty("role", "caption")
        self.countdown = HoldCountdown(steady=steady)
        self.extend_place, self.buyer_place = QHBoxLayout(), QHBoxLayout()
        self.hold_word = QLabel(self.tr("hold"))
        self.hold_word.setProperty("role", "caption")
        self.error_bar = ErrorBar()
        self.money = MoneyPanel()
        self.deposit = DepositBlock()
        self.gateway = QFrame()
        self.tenders = TenderBlock()
        self.instrument = InstrumentPanel()
        self.receipt = ReceiptPanel()
        self.over = QLabel()
        self.over.setWordWrap(True)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("role", "warning")
        self.primary = BusyButton(role="primary")
        self.hint = QLabel()
        self.hint.setProperty("role", "error")
        self.escape = QLabel(self.tr("Esc  back, the hold stays"))
        self.escape.setProperty("role", "caption")
        self._lay_out()

    @property
    def form(self) -> PaymentForm:
        """What is entered now."""
        payer = self.tenders.payer
        return PaymentForm(
            use_wallet=self.money.use_wallet.isChecked(),
            wallet_wish_paise=self.money.wish_paise,
            method=self.tenders.method,
            received_paise=self.tenders.received_paise,
            reference=self.tenders.reference,
            has_gateway=self.tenders.has_gateway,
            unreadable=self.money.unreadable or self.tenders.unreadable or self.deposit.unreadable,
            deposit_paise=self.deposit.paise,
            balance_from=self.deposit.balance_from,
            may_owe=self.deposit.may_owe,
            part_paise=payer.part_paise,
            account=payer.account_of(self.tenders.method),
            account_missing=payer.is_account_missing(self.tenders.method),
            pan=self.tenders.cash.pan.text(),
            room=self.tenders.cash.room,
        )

    def asks_about(self, view: PaymentView, request: object) -> bool:
        """Ask once about much cash for what is to be taken; whether it was asked now."""
        if not view.is_much_cash or self.tenders.asked_about == request:
            return False
        self.tenders.asked_about = request
        self.error_bar.show_error(much_cash_text(view))
        # The next press answers the question, and that is to be read first.
        self.primary.offer.renew()
        return True

    def focus_problem(self, problem: Problem) -> None:
        """Put the focus where a problem is mended."""
        if problem in (Problem.REFERENCE_MISSING, Problem.REFERENCE_WRONG):
            self.tenders.focus_entry()
        elif problem in (Problem.PART_WRONG, Problem.QR_ABOVE_LIMIT):
            self.tenders.payer.open_part()
        elif problem is Problem.ACCOUNT_MISSING:
            self.tenders.payer.account_button.setFocus()
        elif problem is Problem.PAN_WANTED:
            self.tenders.cash.pan.setFocus()
        elif self.deposit.unreadable:
            self.deposit.part.setFocus()
        elif problem is Problem.NO_CASH or self.tenders.unreadable:
            self.tenders.received.setFocus()
        else:
            self.money.share.setFocus()

    def show_nothing(self) -> None:
        """Show no booking: it is still being read."""
        shown = (self.money, self.primary, self.gateway, self.deposit, self.note, self.receipt)
        for widget in (*shown, self.over, self.hint, self.hold_word):
            widget.hide()
        self.title.clear()
        self.who.clear()
        self.countdown.stop()

    def _lay_out(self) -> None:
        column = QWidget()
        column.setMaximumWidth(scaled(WIDTH_MAX))
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(scaled(12))
        lines.addWidget(self._heading())
        lines.addWidget(self.error_bar)
        lines.addLayout(self.buyer_place)
        lines.addWidget(self._card())
        lines.addWidget(self._action_row())
        lines.addStretch(1)
        page = QHBoxLayout(self)
        page.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        page.addWidget(column)

    def _heading(self) -> QWidget:
        named, heading = QWidget(), QWidget()
        words = QVBoxLayout(named)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(scaled(2))
        words.addWidget(self.title)
        words.addWidget(self.who)
        row = QHBoxLayout(heading)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(named, 1)
        row.addLayout(self.extend_place)
        row.addWidget(self.hold_word, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.countdown, 0, Qt.AlignmentFlag.AlignVCenter)
        return heading

    def _card(self) -> QFrame:
        between = QVBoxLayout(self.gateway)
        between.setContentsMargins(0, 0, 0, 0)
        between.setSpacing(scaled(16))
        rule = QFrame()
        rule.setProperty("role", "rule")
        between.addWidget(rule)
        between.addWidget(self.tenders)
        between.addWidget(self.instrument)
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(16))
        for widget in (self.money, self.deposit, self.gateway, self.note, self.receipt, self.over):
            column.addWidget(widget)
        return card

    def _action_row(self) -> QWidget:
        actions = QWidget()
        row = QHBoxLayout(actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(16))
        row.addWidget(self.primary)
        row.addWidget(self.hint, 1)
        row.addStretch(1)
        row.addWidget(self.escape)
        return actions
