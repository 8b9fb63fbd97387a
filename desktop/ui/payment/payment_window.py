"""The payment window: takes what is due for a held booking, the wallet first."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from db.ids import BookingId, PaymentId, RequestKey
from desktop.services.domain.booking import Booking, Payment
from desktop.services.domain.payment_request import PaymentResult, TakePaymentRequest
from desktop.services.errors import GatewayRejected, GatewayUnreachable, SlipSeen, WrongState
from desktop.ui.attempt import Attempt
from desktop.ui.database_failures import looked_up_text
from desktop.ui.failures import explain, is_refusal
from desktop.ui.keys.offer import Offer
from desktop.ui.payment import payment_words
from desktop.ui.payment.buyer_change_button import BuyerChangeButton
from desktop.ui.payment.customer_display import CustomerDisplay, display_view
from desktop.ui.payment.done_flow import DoneFlow
from desktop.ui.payment.extend_button import ExtendButton
from desktop.ui.payment.payment_assert import PaymentAssert
from desktop.ui.payment.payment_form import GATEWAY_METHODS
from desktop.ui.payment.payment_letters import PaymentLetters
from desktop.ui.payment.payment_page import PaymentPage
from desktop.ui.payment.payment_problem import Problem
from desktop.ui.payment.payment_request import gateway_ask, request_of
from desktop.ui.payment.payment_view import PaymentView, Stage, stage_of, view_payment
from desktop.ui.payment.quote_line import quote_line
from desktop.ui.payment.read_payment import read_payment
from desktop.ui.payment.way_on import WayOn
from desktop.ui.routes import OpenQuote
from desktop.ui.steady_clock import NodeTime, steady_seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.services.application import Services
    from desktop.services.domain.catalogue import Offering
    from desktop.services.domain.people import Customer
    from desktop.ui.payment.payment_form import Method
    from desktop.ui.payment.read_payment import Found
    from desktop.ui.runner import Runner


T = TypeVar("T")


class PaymentWindow(PaymentPage):
    """`show_booking` opens it, `refresh` reads the booking again after an event.

    `finished` carries the PaymentResult when the clerk goes on; `back` leaves hold and payment as they are.
    """

    def __init__(
        self,
        services: Services,
        runner: Runner,
        parent: QWidget | None = None,
        *,
        steady: Callable[[], float] = steady_seconds,
    ) -> None:
        super().__init__(parent, steady)
        self._services = services
        self._runner = runner
        self._steady = steady
        self._booking_id: BookingId | None = None
        self._booking: Booking | None = None
        self._view: PaymentView | None = None
        self._now: NodeTime | None = None
        self._done = DoneFlow(self.receipt, services, runner, self)
        self._reading = self._acts = 0
        self._choose_next: Method | None = None
        self._is_again_refused = False
        self._attempt = Attempt()
        # What was asked for last, and what of it was refused once because its slip was entered before.
        self._asked: TakePaymentRequest | None = None
        self._slip_told: TakePaymentRequest | None = None
        self._assert = PaymentAssert()
        self.display = CustomerDisplay(services.practice, self)
        self.instrument.offer_phone(services.phone_url)
        self.extend = ExtendButton(self, services, runner)
        self.extend.extended.connect(self.refresh)
        self.buyer = BuyerChangeButton(self, services, runner)
        self.buyer.changed.connect(self.refresh)
        self._connect()
        self._render()

    def _connect(self) -> None:
        self.money.wallet_changed.connect(self._render)
        self.tenders.changed.connect(self._render)
        self.deposit.changed.connect(self._render)
        self.tenders.changed.connect(partial(self.bring_into_sight, self.primary))
        self.tenders.cash.named.connect(self._name_occasion)
        self._stop_offer = Offer(self.instrument.stop_button)
        self.primary.clicked.connect(self._do_primary)
        self.instrument.stop_button.clicked.connect(lambda _checked=False: self._stop_gateway(None))
        self.instrument.display_button.clicked.connect(self.toggle_display)
        self._done.finished.connect(self.finished)
        self._done.wanted.connect(self.wanted)
        self._done.failed.connect(self._say_failed)
        self.countdown.ended.connect(self.refresh)
        self.add_key("F9", self._do_primary)
        self.add_key("Return", self._enter)
        self.add_key("F12", self.toggle_display)
        self.add_key("Esc", self.back.emit)
        self.add_key("Ctrl+P", self._done.show_document)
        PaymentLetters(self, self._stop_gateway)

    def show_booking(self, booking_id: BookingId) -> None:
        """Open a booking with an empty form."""
        self._booking_id = booking_id
        self._booking = self._view = None
        self._is_again_refused = False
        self._done.forget()
        self._attempt.close()
        self._slip_told = None
        self.money.reset()
        self.tenders.reset()
        self.deposit.reset()
        self.error_bar.clear()
        self.primary.offer.renew()
        self.setFocus()
        if len(QGuiApplication.screens()) > 1 and self.display.isHidden():
            self.toggle_display()
        self._render()
        self.refresh()

    @property
    def customer_shown(self) -> Customer | None:
        """Whose booking it is."""
        return self._booking.customer if self._booking is not None else None

    def refresh(self) -> None:
        """Read the booking again; what is being typed stays."""
        if not self._booking_id:
            return
        self._reading += 1
        read = partial(read_payment, self._services, self._booking_id)
        self._runner.run(read, owner=self, done=partial(self._show, self._reading), failed=self._say_failed)

    def _show(self, reading: int, found: Found) -> None:
        if reading != self._reading:
            return
        before = self._view.stage if self._view else None
        # Asked before the focused button may hide, for Qt then hands the focus to the window around the page.
        may_take_focus = self.may_take_focus
        is_first = self._booking is None
        self._booking, result, gateway, beside = found
        self.deposit.tell(self._booking, beside.terms, beside.company, is_first)
        self.tenders.know(beside, self._booking.paid_paise)
        self.buyer.show_of(self._booking, beside.change)
        if self._is_again_refused:
            self._booking = replace(self._booking, again_until=None)
        self.tenders.upi_disturbed = any(one.method == "upi" for one in gateway.disturbances)
        self.tenders.set_gateway_away(gateway.is_away, is_there=gateway.is_there)
        self._now = NodeTime(self._booking.as_of, self._steady)
        stage = stage_of(self._booking, self.deposit.balance_from)
        self._done.keep(result if stage is Stage.DONE else None)
        if stage in (Stage.CHOOSING, Stage.ASKING) and not self._booking.owes_balance:
            self.countdown.start(self._booking.expires_at, self._booking.as_of)
        else:
            self.countdown.stop()
        self._render()
        if self._attempt.is_lost:
            self.error_bar.show_error(looked_up_text())
        if self._view is not None and self._view.stage is not before and may_take_focus:
            self._focus_next_step(self._view.stage)
        wanted, self._choose_next = self._choose_next, None
        if wanted is not None:
            self.tenders.choose(wanted)

    def _focus_next_step(self, stage: Stage) -> None:
        (self.receipt.first_button if stage is Stage.DONE else self.primary).setFocus()
        # The layout follows in a later turn of the loop, and only then is known where things stand.
        seen = self.instrument if stage is Stage.ASKING else self.primary
        QTimer.singleShot(0, self, partial(self.bring_into_sight, seen))

    def _render(self) -> None:
        booking = self._booking
        if booking is None:
            self.show_nothing()
            return
        self.primary.show()
        view = self._view = view_payment(booking, self.form)
        self.title.setText(f"{booking.reference}   {booking.title}")
        self.who.setText(f"{booking.customer.name}   {booking.customer.masked_mobile}".strip())
        self._render_body(booking, view)
        self._assert(booking, view, gateway_shown=not self.gateway.isHidden())
        self.display.show_view(display_view(booking, view), self._now)
        self.tell_step(payment_words.step_word(view))

    def _render_body(self, booking: Booking, view: PaymentView) -> None:
        done, asking = view.stage is Stage.DONE, view.stage is Stage.ASKING
        self.money.setVisible(not done)
        self.money.render_view(view)
        self.gateway.setVisible(view.gateway_shown)
        self.tenders.setVisible(view.stage is Stage.CHOOSING)
        is_choosing = view.stage is Stage.CHOOSING and not booking.owes_balance
        self.deposit.render_booking(self._services.time_zone, is_choosing=is_choosing)
        self.instrument.setVisible(asking)
        self.instrument.render_view(booking, view, self._now)
        if view.stage is Stage.CHOOSING:
            self.tenders.render_view(view)
        self.receipt.setVisible(done)
        self.over.setVisible(view.stage is Stage.OVER)
        self.over.setText(payment_words.over_text(view))
        self.note.setText(payment_words.note_text(view))
        self.note.setVisible(view.note is not None)
        self.primary.setVisible(not done)
        is_held = view.stage in (Stage.CHOOSING, Stage.ASKING) and not booking.owes_balance
        self.hold_word.setVisible(is_held)
        if not self.primary.busy:
            about = booking.id, view.method, self.tenders.reference, self.form.account
            self.primary.set_label(f"{payment_words.primary_label(view)}   F9", about)
        problem = view.problem
        self.hint.setVisible(problem is not None and problem is not Problem.REFERENCE_MISSING)
        self.hint.setText(payment_words.problem_text(view))
        self.extend.show_of(booking)
        self.escape.setVisible(not done)
        self.escape.setText(self.tr("Esc  back, the hold stays") if is_held else self.tr("Esc  back"))

    def _do_primary(self) -> None:
        view, booking = self._view, self._booking
        if booking is None or view is None or self.primary.busy:
            return
        if view.stage is Stage.DONE:
            self._done.press_first()
        elif view.stage is Stage.OVER:
            # A key that was on its way when the hold ended was meant for something else.
            if self.primary.offer.counts():
                self._go_on_from_end(booking, view.way_on)
        elif view.stage is Stage.ASKING:
            self._check_gateway()
        elif view.problem is not None:
            self.error_bar.show_error(payment_words.problem_text(view))
            self.focus_problem(view.problem)
        elif not self.primary.offer.counts():
            return
        elif view.gateway_payable_paise and view.method in GATEWAY_METHODS:
            self._begin_gateway(booking, view)
        else:
            self._take(booking, view)

    def _name_occasion(self, occasion: str) -> None:
        if self._booking is not None:
            name = partial(self._services.name_occasion, self._booking.id, occasion)
            self._start(partial(name, actor=self._services.actor()), lambda _done: self.refresh())

    def _enter(self) -> None:
        """Money is taken by F9, and by Enter on the button only: from everywhere else Enter leads there."""
        choosing = self._view is not None and self._view.stage is Stage.CHOOSING
        if choosing and self._view is not None and self._view.problem is None:
            self.primary.setFocus()
        else:
            self._do_primary()

    def _go_on_from_end(self, booking: Booking, way_on: WayOn) -> None:
        if way_on is WayOn.AGAIN:
            again = partial(self._services.hold_again, booking.id, actor=self._services.actor())
            self._start(again, lambda _hold: self.refresh())
        elif way_on is WayOn.QUOTE:
            find = self._services.list_offerings
            self._runner.run(
                find, owner=self, done=partial(self._quote_anew, booking), failed=self._say_failed
            )
        else:
            self.back.emit()

    def _quote_anew(self, booking: Booking, offerings: Sequence[Offering]) -> None:
        self.customer_changed.emit(booking.customer)
        self.wanted.emit(OpenQuote(quote_line(booking, offerings)))

    def _take(self, booking: Booking, view: PaymentView) -> None:
        content = request_of(booking, view, self.form, RequestKey(""))
        if self.asks_about(view, content):
            return
        self._asked = content
        key, again = self._attempt.key_for(content), content == self._slip_told
        request = replace(content, request_key=key, slip_again=again)
        self._start(partial(self._services.take_payment, request, actor=self._services.actor()), self._taken)

    def _taken(self, result: PaymentResult) -> None:
        self._attempt.close()
        self.tenders.reset()
        if result.document_id is not None or result.due_paise == 0:
            self._done.keep(result)
        self.refresh()
        if self._done.result is None and self.may_take_focus:
            self.primary.setFocus()

    def _begin_gateway(self, booking: Booking, view: PaymentView) -> None:
        ask = gateway_ask(booking, view, self.deposit.paise)
        begin, key = self._services.begin_gateway_payment, self._attempt.key_for(ask)
        begin_now = partial(begin, *ask[:3], key, due_now_paise=ask[3], deposit_paise=ask[4])
        self._start(partial(begin_now, actor=self._services.actor()), self._gateway_answered)

    def _gateway_answered(self, _payment: Payment) -> None:
        self._attempt.close()
        self.refresh()

    def _check_gateway(self) -> None:
        check = partial(self._services.check_gateway_payment, actor=self._services.actor())
        self._with_open_payment(check, self._gateway_answered)

    def _stop_gateway(self, then: Method | None) -> None:
        if self.instrument.isHidden() or not self.instrument.stop_button.isEnabled():
            return
        # It gives the wallet's share back, and a code that the customer may be scanning is gone.
        if not self._stop_offer.counts():
            return
        stop = partial(self._services.stop_gateway_payment, actor=self._services.actor())
        # What nobody has seen is given up while its question still waits for an answer.
        self._with_open_payment(stop, partial(self._stopped, then), at_once=self.instrument.is_unseen)

    def _stopped(self, then: Method | None, payment: Payment) -> None:
        self.tenders.forget_choice()
        self._choose_next = then
        self._gateway_answered(payment)

    def _with_open_payment(
        self,
        command: Callable[[PaymentId], Payment],
        done: Callable[[Payment], None],
        *,
        at_once: bool = False,
    ) -> None:
        payment = self._booking.open_payment if self._booking else None
        if payment is not None and (at_once or not self.primary.busy):
            self._start(partial(command, payment.id), done)

    def _start(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self.error_bar.clear()
        self.primary.set_busy(True)
        self._acts += 1
        act, booking = self._acts, self._booking

        def is_left() -> bool:
            return booking is None or booking.id != self._booking_id

        def succeeded(outcome: T) -> None:
            if isinstance(outcome, PaymentResult) and (is_left() or not self.isVisible()):
                self.told_behind.emit(payment_words.taken_text(outcome), True)
            if self._ends(act) and not is_left():
                done(outcome)

        def failed(error: Exception) -> None:
            is_last = self._ends(act)
            if booking is not None and is_left():
                self.told_behind.emit(f"{booking.reference}: {explain(error)}", False)
            elif is_last:
                self._command_failed(error)

        self._runner.run(work, owner=self, done=succeeded, failed=failed)

    def _ends(self, act: int) -> bool:
        """Whether this act is the last one begun: what came of one that was given up is only looked at."""
        if act == self._acts:
            self.primary.set_busy(False)
            return True
        self.refresh()
        return False

    def _command_failed(self, error: Exception) -> None:
        self._attempt.failed(error)
        self._slip_told = self._asked if isinstance(error, SlipSeen) else None
        if isinstance(error, GatewayRejected | GatewayUnreachable):
            self._attempt.close()  # the payment is void: its key would only bring it back
            self.tenders.forget_choice()
        self._say_failed(error)
        if self._view is not None and self._view.stage is Stage.OVER:
            # Another desk may have been faster; whatever else refuses it, a new quote is the way on.
            self._is_again_refused = is_refusal(error) and not isinstance(error, WrongState)
        self.refresh()

    def _say_failed(self, error: Exception) -> None:
        self.error_bar.show_error(explain(self._attempt.still(error)))

    @property
    def booking_id(self) -> BookingId | None:
        """Which booking was opened last."""
        return self._booking_id

    @property
    def customer_id(self) -> str:
        """Whose booking it shows; empty while it shows none."""
        return self._booking.customer.id if self._booking is not None else ""

    def finish(self) -> bool:
        """Go on to the next customer if the booking is paid; tell whether it was."""
        return self._done.finish()

    def toggle_display(self) -> None:
        """Open the customer's screen, on a second monitor when there is one, or close it."""
        self.display.toggle()
