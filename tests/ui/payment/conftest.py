"""A desk behind the payment window: one booking, and the requests that reached the services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from db.actor import Actor
from db.ids import BookingId, DocumentId, PaymentId, PrintJobId, RequestKey
from db.print_words import PrintState
from db.states import BookingState, DocumentKind, InstrumentKind, PaymentState, Tender
from desktop.services.application import Services
from desktop.services.domain.booking import Booking, Hold, Payment
from desktop.services.domain.cash_law import CashCounter, CashRoom
from desktop.services.domain.disturbance import Disturbance, GatewayAnswer, GatewayState
from desktop.services.domain.document import Document
from desktop.services.domain.house_accounts import HouseAccount
from desktop.services.domain.payment_request import PaymentResult, TakePaymentRequest
from desktop.services.domain.printing import Printer, PrintJob, PrintRequest
from desktop.services.errors import DatabaseLost, NotFound
from desktop.ui.payment.payment_window import PaymentWindow
from tests.ui.documents.test_documents import paper_of
from tests.ui.sample_bookings import NOW, sample_booking, sample_payment
from tests.ui.sample_papers import sample_paper
from tests.ui.sample_services import sample_services

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.ui.runner import Runner

NO_CASH_YET = CashRoom(dict.fromkeys(CashCounter, 0), 2_00_000_00, 90)


@dataclass
class FakeDesk:
    """Keeps one booking in memory and changes it as the services would."""

    booking: Booking = field(default_factory=sample_booking)
    requests: list[TakePaymentRequest] = field(default_factory=list)
    begun: list[tuple[BookingId, int, InstrumentKind, RequestKey]] = field(default_factory=list)
    checked: list[str] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    # Papers that were queued, and what becomes of the next ones.
    papers: list[PrintRequest] = field(default_factory=list)
    paper_state: PrintState = PrintState.SENT
    printers: tuple[Printer, ...] = ()
    failure: Exception | None = None
    # After the failure nothing can be read either.
    is_away_after: bool = False
    seconds: float = 0.0
    disturbances: tuple[Disturbance, ...] = ()
    gateway: GatewayAnswer = GatewayAnswer.GOOD
    held_again: list[str] = field(default_factory=list)
    accounts: tuple[HouseAccount, ...] = ()
    room: CashRoom = NO_CASH_YET
    occasions: list[str] = field(default_factory=list)
    asked_now: list[int | None] = field(default_factory=list)

    def services(self) -> Services:
        """The use cases of this desk."""
        return replace(
            sample_services(),
            find_booking=self._find,
            find_receipt=self._find_receipt,
            show_document=self._show_document,
            queue_print=self._queue_print,
            find_print_job=self._find_print_job,
            list_printers=lambda _actor: self.printers,
            take_payment=self._take,
            begin_gateway_payment=self._begin,
            check_gateway_payment=self._check,
            stop_gateway_payment=self._stop,
            hold_again=self._hold_again,
            list_offerings=lambda: (),
            list_house_accounts=lambda: self.accounts,
            read_cash_room=lambda _booking_id: self.room,
            name_occasion=self._name_occasion,
            show_gateway=lambda: GatewayState(self.gateway, self.disturbances),
        )

    def _name_occasion(self, booking_id: BookingId, occasion: str, *, actor: Actor) -> None:
        self.occasions.append(occasion)
        self.room = replace(self.room, occasion=occasion.lower())

    def _queue_print(self, request: PrintRequest, request_key: RequestKey, *, actor: Actor) -> PrintJobId:
        if self.failure is not None:
            raise self.failure
        self.papers.append(request)
        return PrintJobId(f"paper-{len(self.papers)}")

    def _find_print_job(self, job_id: PrintJobId) -> PrintJob:
        return sample_paper(job_id, self.paper_state)

    def _find(self, _name: str) -> Booking:
        if self.is_away_after and self.failure is None:
            raise DatabaseLost
        return self.booking

    def _find_receipt(self, name: str) -> Document:
        raise NotFound("document", name)

    def _show_document(self, document_id: DocumentId) -> Document:
        self._fail()
        return Document(
            id=document_id,
            kind=DocumentKind.RECEIPT,
            number="D1-R-000001",
            made_at=NOW,
            issued_on=NOW.date(),
            practice=True,
            copies=0,
            time_zone="Asia/Kolkata",
            content=paper_of(self.booking),
        )

    def _fail(self) -> None:
        failure, self.failure = self.failure, None
        if failure is not None:
            raise failure

    def _take(self, request: TakePaymentRequest, *, actor: Actor) -> PaymentResult:
        self.requests.append(request)
        self._fail()
        payments = tuple(sample_payment(part.tender, part.amount_paise) for part in request.parts)
        wallet_paise = request.paise_by(Tender.WALLET)
        balance = self.booking.customer.wallet_paise - wallet_paise
        booking = replace(
            self.booking,
            payments=self.booking.payments + payments,
            customer=replace(self.booking.customer, wallet_paise=balance),
        )
        paid = booking.due_paise == 0
        self.booking = replace(booking, state=BookingState.CONFIRMED) if paid else booking
        return PaymentResult(
            booking_id=booking.id,
            reference=booking.reference,
            state=self.booking.state,
            due_paise=booking.due_paise,
            change_paise=sum(
                part.received_paise - part.amount_paise
                for part in request.parts
                if part.received_paise is not None
            ),
            wallet_used_paise=wallet_paise,
            wallet_balance_paise=balance,
            document_id=DocumentId("document-1") if paid else None,
            parts=booking.paid_parts,
        )

    def _begin(
        self,
        booking_id: BookingId,
        wallet_paise: int,
        kind: InstrumentKind,
        request_key: RequestKey,
        *,
        actor: Actor,
        due_now_paise: int | None = None,
        deposit_paise: int | None = None,
    ) -> Payment:
        self.begun.append((booking_id, wallet_paise, kind, request_key))
        self.asked_now.append(due_now_paise)
        self._fail()
        amount = (due_now_paise or self.booking.due_paise) - wallet_paise
        payment = sample_payment(
            Tender.RAZORPAY, amount, PaymentState.WAITING, wallet_paise=wallet_paise, instrument_kind=kind
        )
        balance = self.booking.customer.wallet_paise - wallet_paise
        self.booking = replace(
            self.booking,
            payments=(*self.booking.payments, payment),
            customer=replace(self.booking.customer, wallet_paise=balance),
        )
        return payment

    def _check(self, payment_id: PaymentId, *, actor: Actor) -> Payment:
        self.checked.append(payment_id)
        self._fail()
        return self.booking.payments[-1]

    def _stop(self, payment_id: PaymentId, *, actor: Actor) -> Payment:
        self.stopped.append(payment_id)
        self._fail()
        payment = replace(self.booking.payments[-1], state=PaymentState.VOID)
        balance = self.booking.customer.wallet_paise + payment.wallet_paise
        self.booking = replace(
            self.booking,
            payments=(*self.booking.payments[:-1], payment),
            customer=replace(self.booking.customer, wallet_paise=balance),
        )
        return payment

    def _hold_again(self, booking_id: BookingId, *, actor: Actor) -> Hold:
        self.held_again.append(booking_id)
        self._fail()
        until = self.booking.as_of + timedelta(seconds=600)
        self.booking = replace(self.booking, state=BookingState.HELD, expires_at=until, again_until=None)
        return Hold(booking_id, self.booking.reference, self.booking.total_paise, self.booking.as_of, until)

    def hold_ends(self, *, can_again: bool = True) -> None:
        """The ten minutes are over."""
        until = NOW + timedelta(minutes=15) if can_again else None
        self.booking = replace(self.booking, state=BookingState.EXPIRED, again_until=until)

    def gateway_captures(self) -> None:
        """The customer has paid, and the poll has found it."""
        payment = replace(self.booking.payments[-1], state=PaymentState.CAPTURED)
        wallet = sample_payment(Tender.WALLET, payment.wallet_paise)
        self.booking = replace(
            self.booking,
            payments=(*self.booking.payments[:-1], payment, wallet),
            state=BookingState.CONFIRMED,
        )


@pytest.fixture
def desk() -> FakeDesk:
    """A desk with a booking of 8,400.00 and a wallet of 5,000.00."""
    return FakeDesk()


@pytest.fixture
def open_window(
    desk: FakeDesk, qtbot: QtBot, qapp: QApplication, runner: Runner
) -> Callable[[], PaymentWindow]:
    """A function that opens the window on the desk's booking, shown and past its first 300 ms."""

    def open_() -> PaymentWindow:
        window = PaymentWindow(desk.services(), runner, steady=lambda: desk.seconds)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
        window.show_booking(desk.booking.id)
        qapp.processEvents()
        desk.seconds += 1
        return window

    return open_
