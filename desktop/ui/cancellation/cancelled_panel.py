"""What came of a cancellation: the booking's state and the refunds' states, each for itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.states import BookingState, RefundRule, RefundState
from desktop.ui import formats
from desktop.ui.formats import amount
from desktop.ui.lifecycle_words import refund_text
from desktop.ui.line_times import line_name
from desktop.ui.tender_words import tender_word
from desktop.ui.theme import scaled

if TYPE_CHECKING:
    from desktop.services.domain.booking import Booking, BookingLine, Refund
    from desktop.services.domain.cancellation import CancellationResult

ROLES = {RefundState.DONE: "ok", RefundState.FAILED: "error"}
SIGNS = {RefundState.DONE: "✓", RefundState.FAILED: "▲"}


class CancelledPanel(QFrame):
    """Shown after a cancellation, and for a booking that was cancelled before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = QLabel()
        self._head.setProperty("role", "title")
        self._head.setWordWrap(True)
        self._ended = QLabel()
        self._ended.setWordWrap(True)
        self._goes_on = QLabel()
        self._goes_on.setProperty("role", "strong")
        self._goes_on.setWordWrap(True)
        self._released = QLabel()
        self._wallet = QLabel()
        self._holder = QFrame()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(20))
        self._grid.setVerticalSpacing(scaled(8))
        self._grid.setColumnMinimumWidth(0, scaled(132))
        self._grid.setColumnMinimumWidth(1, scaled(104))
        self._grid.setColumnStretch(3, 1)
        self.next_button = QPushButton(self.tr("Next   Enter"))
        self.next_button.setAccessibleName(self.tr("Next"))
        self.next_button.setProperty("role", "primary")
        self.print_button = QPushButton(self.tr("Print voucher   Ctrl+P"))
        self.print_button.setAccessibleName(self.tr("Print voucher"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.next_button)
        buttons.addWidget(self.print_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        for widget in (self._head, self._ended, self._goes_on, self._released, self._holder, self._wallet):
            column.addWidget(widget)
        column.addLayout(buttons)
        self._column = column

    def take_in(self, part: QWidget) -> None:
        """Show a part of the page above the buttons."""
        self._column.insertWidget(self._column.count() - 1, part)

    def show_result(self, booking: Booking, result: CancellationResult | None) -> None:
        """Show the refunds as they stand; the counts only where this window has cancelled."""
        self._head.setText(_head_text(booking, result))
        self._show_ended(booking, result)
        refunds = booking.refunds_of_sale
        if result is not None and result.state is not BookingState.CANCELLED:
            refunds = tuple(one for one in refunds if one.document_id == result.document_id)
        self._released.setVisible(result is not None)
        self._wallet.setVisible(result is not None)
        self.print_button.setVisible(result is not None and result.document_id is not None)
        if result is not None:
            self._released.setText(
                self.tr("Free for sale again: {count}").format(count=result.claims_released)
                if result.claims_released
                else self.tr("Its units were free already")
            )
            self._wallet.setText(
                self.tr("Wallet now {balance}").format(balance=amount(result.wallet_balance_paise))
            )
        self._show_refunds(refunds)

    def _show_ended(self, booking: Booking, result: CancellationResult | None) -> None:
        is_part = result is not None and result.state is not BookingState.CANCELLED
        self._ended.setVisible(is_part)
        self._goes_on.setVisible(is_part)
        if result is None or not is_part:
            return
        ended = [line for line in booking.lines if _ended_with(line, result, booking)]
        names = (f"{line_name(line)}, {formats.day(line.day)}" for line in ended)
        self._ended.setText(self.tr("Ended: {lines}").format(lines="; ".join(names)))
        self._goes_on.setText(self.tr("Goes on: {title}").format(title=booking.title))

    def _show_refunds(self, refunds: tuple[Refund, ...]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not refunds:
            self._grid.addWidget(QLabel(self.tr("Nothing goes back.")), 0, 0, 1, 3)
        for row, refund in enumerate(refunds):
            paise = QLabel(amount(refund.given_paise))
            paise.setProperty("role", "amount")
            state = QLabel(f"{SIGNS.get(refund.state, '○')}  {refund_text(refund)}")
            state.setProperty("role", ROLES.get(refund.state, "warning"))
            to = self.tr("back to {tender}").format(tender=tender_word(refund.tender))
            paise.setAccessibleName(to)
            for column, label in enumerate((QLabel(to), paise, state)):
                self._grid.addWidget(label, row, column)


def _head_text(booking: Booking, result: CancellationResult | None) -> str:
    translate = QCoreApplication.translate
    if result is not None and result.state is not BookingState.CANCELLED:
        ended = sum(_ended_with(line, result, booking) for line in booking.lines)
        return translate(
            "CancelledPanel", "✓  {reference}: {count} of {all} cancelled, the rest goes on"
        ).format(reference=booking.reference, count=ended, all=ended + len(booking.live_lines))
    if booking.lines and all(line.refund_rule is RefundRule.VOID for line in booking.lines):
        return translate("CancelledPanel", "✓  {reference} is voided").format(reference=booking.reference)
    return translate("CancelledPanel", "✓  {reference} is cancelled").format(reference=booking.reference)


def _ended_with(line: BookingLine, result: CancellationResult, booking: Booking) -> bool:
    """Whether a line ended in the act that this result tells of: its voucher names it, or it was the last."""
    if result.document_id is not None:
        return line.voucher_id == result.document_id
    last = max((one.cancelled_at for one in booking.lines if one.cancelled_at is not None), default=None)
    return line.cancelled_at is not None and line.cancelled_at == last
