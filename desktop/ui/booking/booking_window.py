"""A booking as it stands: lines, money in and back, and what can be done to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.ids import BookingId, DocumentId
from db.states import BookingState
from desktop.services.domain.tenders import BY_HAND
from desktop.ui.booking.booking_view import BookingView, Row, view_booking
from desktop.ui.booking.hand_over import HandOver
from desktop.ui.booking.invoice_correction import InvoiceCorrection
from desktop.ui.booking.reopening import Reopening
from desktop.ui.booking.tender_correction import TenderCorrection
from desktop.ui.failures import explain
from desktop.ui.routes import OpenCancellation, OpenDocument, OpenMove, OpenPayment
from desktop.ui.theme import scaled, set_role, theme
from desktop.ui.widgets.error_bar import ErrorBar
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.keyed_page import KeyedPage
from desktop.ui.widgets.paper_buttons import DIGITS, PaperButtons, offered
from desktop.ui.widgets.slip_entry import SlipEntry

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.booking import Booking
    from desktop.services.domain.document import Document
    from desktop.services.domain.people import Customer
    from desktop.ui.runner import Runner

CARD_WIDTH_MAX = 760


class BookingWindow(KeyedPage):
    """Leads on to the payment, the cancellation and the receipt, where the booking has one."""

    def __init__(self, services: Services, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._booking: Booking | None = None
        self._voucher_id: DocumentId | None = None
        self.errors = ErrorBar()
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.state = QLabel()
        self.who = QLabel()
        self.when = QLabel()
        self.when.setProperty("role", "caption")
        for label in (self.title, self.when):
            label.setWordWrap(True)
        self.lines = _Rows()
        self.money = _Rows()
        self.slip = SlipEntry(services, runner, self.errors)
        self.correction = TenderCorrection(services, runner, self.errors)
        self.reopening = Reopening(services, runner)
        self.new_papers = InvoiceCorrection(services, runner)
        self.hand_over = HandOver(services, runner)
        self.papers = PaperButtons()
        self.papers.setAccessibleName(self.tr("Papers of this booking"))
        self.pay = QPushButton(self.tr("Pay   F9"))
        self.pay.setProperty("role", "primary")
        self.receipt = QPushButton()
        self.voucher = QPushButton(self.tr("Voucher   Ctrl+R"))
        self.move_button = QPushButton(self.tr("Another seat or room   M"))
        self.correct = QPushButton(self.tr("Wrong tender   T"))
        self.give = QPushButton(self.tr("It is another customer's   H"))
        self.anew = QPushButton(self.tr("Wrong name or GSTIN on its papers   N"))
        self.reopen = QPushButton(self.tr("It was not used: open it again   O"))
        self.cancel = QPushButton(self.tr("Cancel this booking   X"))
        self.cancel.setProperty("role", "danger")
        self.back_button = QPushButton(self.tr("Back   Esc"))
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._fit)
        self._fit()

    def show_booking(self, booking_id: BookingId) -> None:
        """Read a booking and show it."""
        self.errors.clear()
        find = partial(self._services.find_booking, booking_id)
        self._runner.run(find, owner=self, done=self._show, failed=self._fail)

    @property
    def customer_shown(self) -> Customer | None:
        """Whose booking it is."""
        return self._booking.customer if self._booking is not None else None

    def refresh(self) -> None:
        """Read the booking again."""
        if self._booking is not None:
            self.show_booking(self._booking.id)

    def _show(self, booking: Booking) -> None:
        before, self._booking = self._booking, booking
        # An event reads the booking again: what is being typed about its money stays while that is the same.
        if before is None or (before.id, before.payments) != (booking.id, booking.payments):
            self.correction.hide()
        by_hand = [one for one in booking.payments if one.tender in BY_HAND]
        self.correct.setVisible(bool(by_hand))
        view = view_booking(booking, self._services.time_zone)
        self.title.setText(f"{view.reference}   {view.title}")
        self.state.setText(view.state)
        set_role(self.state, view.role)
        self.who.setText(view.who)
        self.when.setText(view.when)
        self.lines.show_rows(view.lines)
        self.money.show_rows(view.money)
        self.money.setVisible(bool(view.money))
        self.slip.show_of(booking)
        self.reopening.show_of(booking)
        self.new_papers.show_of(booking)
        self.anew.setVisible(self.new_papers.is_for(booking))
        self.hand_over.show_of(booking)
        self.give.setVisible(booking.state in (BookingState.HELD, BookingState.CONFIRMED))
        self._offer(view)
        self._list_papers(booking.id)

    def _list_papers(self, booking_id: BookingId) -> None:
        def told(papers: tuple[Document, ...]) -> None:
            if self._booking is not None and self._booking.id == booking_id:
                self.papers.offer(offered(papers))

        listed = partial(self._services.list_documents, booking_id)
        self._runner.run(listed, owner=self, done=told, failed=self._fail)

    def _open_paper(self, document_id: str) -> None:
        self.wanted.emit(OpenDocument(DocumentId(document_id)))

    def _offer(self, view: BookingView) -> None:
        self.pay.setVisible(view.can_pay)
        self.reopen.setVisible(view.can_reopen)
        self._tell_step()
        self.move_button.setVisible(view.can_move)
        self.cancel.setVisible(view.can_cancel or view.gives_back)
        self.cancel.setText(
            self.tr("Give money back   X") if view.gives_back else self.tr("Cancel this booking   X")
        )
        self.receipt.setVisible(view.has_receipt)
        self.receipt.setText(f"{view.paper}   Ctrl+P")
        self._voucher_id = view.voucher_id
        self.voucher.setVisible(view.voucher_id is not None)
        first = next(b for b in (self.pay, self.receipt, self.back_button) if not b.isHidden())
        # It is read again behind another page too, where Enter is that page's.
        if self.may_take_focus and self._nothing_is_asked:
            first.setFocus()

    @property
    def _nothing_is_asked(self) -> bool:
        return all(
            one.isHidden() for one in (self.correction, self.reopening, self.new_papers, self.hand_over)
        )

    def _connect(self) -> None:
        self.pay.clicked.connect(self._pay)
        self.slip.entered.connect(self._show)
        self.correction.corrected.connect(self._show)
        for card in (self.reopening, self.new_papers):
            card.done.connect(self._show)
            card.changed.connect(self._tell_step)
        self.anew.clicked.connect(self._make_anew)
        self.hand_over.handed_over.connect(self._show)
        self.hand_over.changed.connect(self._tell_step)
        self.give.clicked.connect(self._hand_over)
        self.receipt.clicked.connect(self._print)
        self.voucher.clicked.connect(self._show_voucher)
        self.move_button.clicked.connect(self._move)
        self.correct.clicked.connect(self._correct_tender)
        self.reopen.clicked.connect(self._reopen)
        self.cancel.clicked.connect(self._cancel)
        self.back_button.clicked.connect(self.back)
        self.papers.chosen.connect(self._open_paper)
        for place in range(DIGITS):
            self.add_key(str(place + 1), partial(self.papers.choose, place))
        for key, action in (
            ("Esc", self.back.emit),
            ("F9", self._go_on),
            ("Ctrl+P", self._print),
            ("P", self._print),
            ("Ctrl+R", self._show_voucher),
            ("M", self._move),
            ("X", self._cancel),
            ("T", self._correct_tender),
            ("O", self._reopen),
            ("N", self._make_anew),
            ("H", self._hand_over),
            ("F10", self._cancel),
        ):
            self.add_key(key, action)

    def _tell_step(self) -> None:
        if not self.reopening.isHidden():
            self.tell_step(self.tr("Open it again"))
        elif not self.new_papers.isHidden():
            self.tell_step(self.tr("make the papers anew"))
        elif not self.hand_over.isHidden():
            self.tell_step(self.tr("give it to them"))
        else:
            self.tell_step("" if not self.pay.isHidden() else None)

    def _go_on(self) -> None:
        if not self.reopening.isHidden():
            self.reopening.decide()
        elif not self.new_papers.isHidden():
            self.new_papers.decide()
        elif not self.hand_over.isHidden():
            self.hand_over.decide()
        else:
            self._pay()

    def _pay(self) -> None:
        if self._booking is not None and not self.pay.isHidden():
            self.wanted.emit(OpenPayment(self._booking.id))
        else:
            self.errors.show_error(self.nothing_to_do())

    def _correct_tender(self) -> None:
        if self._booking is not None and not self.correct.isHidden():
            self.correction.ask_about(self._booking)

    def _reopen(self) -> None:
        if not self.reopen.isHidden():
            self.reopening.ask()
            # The layout follows in a later turn of the loop: on a low screen the field was below its end.
            QTimer.singleShot(0, self, partial(self.bring_into_sight, self.reopening))

    def _make_anew(self) -> None:
        if not self.anew.isHidden():
            self.new_papers.ask()
            QTimer.singleShot(0, self, partial(self.bring_into_sight, self.new_papers))

    def _hand_over(self) -> None:
        if not self.give.isHidden():
            self.hand_over.ask()
            QTimer.singleShot(0, self, partial(self.bring_into_sight, self.hand_over))

    def _cancel(self) -> None:
        if self._booking is not None and not self.cancel.isHidden():
            self.wanted.emit(OpenCancellation(self._booking.reference))
        else:
            self.errors.show_error(self.nothing_to_do())

    def _move(self) -> None:
        if self._booking is not None and not self.move_button.isHidden():
            self.wanted.emit(OpenMove(self._booking.id))

    def _show_voucher(self) -> None:
        if self._voucher_id is not None:
            self.wanted.emit(OpenDocument(self._voucher_id))

    def _print(self) -> None:
        if self._booking is None or self.receipt.isHidden():
            return
        find = partial(self._services.find_receipt, self._booking.id)

        def found(receipt: Document) -> None:
            self.wanted.emit(OpenDocument(receipt.id))

        self._runner.run(find, owner=self, done=found, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        self.errors.show_error(explain(error))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        holder = QWidget()
        actions = FlowLayout(holder, spacing=8, line_spacing=8)
        for button in (
            self.pay,
            self.receipt,
            self.voucher,
            self.move_button,
            self.correct,
            self.give,
            self.anew,
            self.reopen,
            self.cancel,
            self.back_button,
        ):
            actions.addWidget(button)
        self._column.addLayout(head)
        for part in (self.who, self.when, self.errors, self.lines, self.money, self.slip):
            self._column.addWidget(part)
        for below in (self.correction, self.reopening, self.new_papers, self.hand_over, holder, self.papers):
            self._column.addWidget(below)
        self._column.addStretch(1)
        for button in (self.pay, self.receipt, self.voucher, self.move_button):
            button.hide()
        for button in (self.correct, self.give, self.anew, self.reopen, self.cancel):
            button.hide()

    def _fit(self) -> None:
        self._column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
        self._column.setSpacing(scaled(10))
        for part in (self.lines, self.money):
            part.setMaximumWidth(scaled(CARD_WIDTH_MAX))


AMOUNT = 2


class _Rows(QFrame):
    """Lines with their amounts in one column."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Replace what stands here."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, row in enumerate(rows):
            roles = ("strong", "caption", "total") if row.heavy else ("plain", "caption", "amount")
            if row.ended:
                roles = ("caption", "caption", "amount")
            for column, (text, role) in enumerate(zip((row.what, row.note, row.amount), roles, strict=True)):
                label = QLabel(text)
                label.setProperty("role", role)
                label.setWordWrap(column == 1)
                label.setAccessibleName(row.what if column == AMOUNT else "")
                self._grid.addWidget(label, place, column)
