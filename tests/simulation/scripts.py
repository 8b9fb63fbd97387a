"""What the clerk does in each scenario of the killing; every act may be the last one of its process."""

import contextlib
from collections.abc import Mapping

from db.ids import PaymentId
from db.states import BookingState, CaseAnswer
from desktop.services.errors import DeskError, PaymentUncertain
from tests.simulation.clerk import Clerk, Script

WALLET_PAISE = 1_000_00


def wallet(clerk: Clerk) -> None:
    """The wallet pays for all of it."""
    hold = clerk.hold()
    clerk.take(hold, wallet_paise=hold.total_paise)


def cash_and_card(clerk: Clerk) -> None:
    """Notes and a slip of the card machine."""
    hold = clerk.hold()
    clerk.take(hold, cash_paise=1_000_00, card_paise=hold.total_paise - 1_000_00, card_reference="SLIP 42")


def qr(clerk: Clerk) -> None:
    """A QR code for all of it, found by the poll."""
    clerk.ask(clerk.hold())
    clerk.outside("pay")
    clerk.step(3)
    clerk.desk.built.poll_open_payments(actor=clerk.desk.built.services.actor())


def wallet_and_qr(clerk: Clerk) -> None:
    """The wallet's share is reserved while the customer scans."""
    payment_id = clerk.ask(clerk.hold(), wallet_paise=WALLET_PAISE)
    clerk.outside("pay")
    clerk.services.check_gateway_payment(PaymentId(payment_id), actor=clerk.services.actor())


def link(clerk: Clerk) -> None:
    """A link by SMS, after a part in cash."""
    hold = clerk.hold()
    clerk.take(hold, cash_paise=500_00)
    payment_id = clerk.ask(hold, "link")
    clerk.outside("pay")
    clerk.services.check_gateway_payment(PaymentId(payment_id), actor=clerk.services.actor())


def lost_reply(clerk: Clerk) -> None:
    """The reply to the creation is lost; the code is looked up."""
    hold = clerk.hold()
    clerk.outside("fault", "drop_after_commit", {"method": "POST", "path": "qr_codes$"})
    payment_id = clerk.ask(hold, wallet_paise=WALLET_PAISE)
    clerk.outside("pay")
    clerk.services.check_gateway_payment(PaymentId(payment_id), actor=clerk.services.actor())


def stopped(clerk: Clerk) -> None:
    """The customer would rather pay in cash."""
    hold = clerk.hold()
    payment_id = clerk.ask(hold, wallet_paise=WALLET_PAISE)
    with contextlib.suppress(PaymentUncertain):
        clerk.services.stop_gateway_payment(PaymentId(payment_id), actor=clerk.services.actor())
    clerk.take(hold, cash_paise=clerk.booking(hold).due_paise)


def refunds(clerk: Clerk) -> None:
    """Cash, wallet and a QR code, then everything back the same way."""
    _sell_by_three(clerk)
    clerk.desk.built.send_refunds(actor=clerk.desk.built.services.actor())


def refund_with_lost_reply(clerk: Clerk) -> None:
    """The same; the gateway has made the refund but its reply is lost, and then it is pending."""
    _sell_by_three(clerk)
    clerk.outside("fault", "drop_after_commit", {"method": "POST", "path": "/refund$"})
    clerk.desk.built.send_refunds(actor=clerk.desk.built.services.actor())
    clerk.step(120)
    clerk.desk.built.send_refunds(actor=clerk.desk.built.services.actor())


def refund_that_fails(clerk: Clerk) -> None:
    """The gateway has no balance for the refund; staff give it to the wallet."""
    _sell_by_three(clerk)
    clerk.outside("fault", "refund_insufficient_balance", {})
    clerk.desk.built.send_refunds(actor=clerk.desk.built.services.actor())
    _answer_cases(clerk, CaseAnswer.WALLET)


def _sell_by_three(clerk: Clerk) -> None:
    hold = clerk.hold()
    with contextlib.suppress(DeskError):  # done already when it is done again
        clerk.take(hold, cash_paise=700_00)
        payment_id = clerk.ask(hold, wallet_paise=WALLET_PAISE)
        clerk.outside("pay")
        clerk.services.check_gateway_payment(PaymentId(payment_id), actor=clerk.services.actor())
    if clerk.booking(hold).state is BookingState.CONFIRMED:
        clerk.cancel(hold)


def late_confirmed(clerk: Clerk) -> None:
    """Money after everything was closed; the room is free, so it is taken again."""
    _pay_late(clerk)
    _answer_cases(clerk, CaseAnswer.CONFIRM)


def late_refunded(clerk: Clerk) -> None:
    """The same; the customer wants it back."""
    _pay_late(clerk)
    _answer_cases(clerk, CaseAnswer.REFUND)
    clerk.desk.built.send_refunds(actor=clerk.desk.built.services.actor())


def _pay_late(clerk: Clerk) -> None:
    hold = clerk.hold()
    payment_id = clerk.ask(hold, wallet_paise=WALLET_PAISE)
    clerk.step(600)
    clerk.desk.built.release_expired_holds(actor=clerk.desk.built.services.actor())
    clerk.services.check_gateway_payment(PaymentId(payment_id), actor=clerk.services.actor())
    clerk.step(121)
    clerk.services.check_gateway_payment(PaymentId(payment_id), actor=clerk.services.actor())
    clerk.outside("fault", "pay_after_close", {})
    clerk.outside("pay")
    clerk.desk.built.reconcile_payments(actor=clerk.desk.built.services.actor())


def _answer_cases(clerk: Clerk, answer: CaseAnswer) -> None:
    for case in clerk.services.list_open_cases():
        if answer in case.answers:
            clerk.services.resolve_case(case.id, answer, actor=clerk.services.actor())


SCRIPTS: Mapping[str, Script] = {
    "wallet": wallet,
    "cash and card": cash_and_card,
    "QR": qr,
    "wallet and QR": wallet_and_qr,
    "cash and link": link,
    "lost reply": lost_reply,
    "stopped for cash": stopped,
    "cancelled, three refunds": refunds,
    "refund with lost reply": refund_with_lost_reply,
    "refund that fails": refund_that_fails,
    "late, confirmed": late_confirmed,
    "late, refunded": late_refunded,
}
