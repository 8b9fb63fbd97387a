"""What a desk does by itself, each job in one call."""

from sqlalchemy import select

from db import payments
from db.schema import refund
from db.states import RefundState, Tender
from desktop.services.domain.reconciliation import Reconciliation
from tests.simulation.opening import OpenDesk


def poll_open_payments(desk: OpenDesk) -> int:
    """Ask about every payment whose pause is over."""
    return desk.built.poll_open_payments(actor=desk.built.services.actor())


def ask_about_all(desk: OpenDesk) -> int:
    """Ask about every open payment at once, as clerks do who press the key."""
    with desk.database.read() as session:
        waiting = payments.list_open(session, 5)
    for payment in waiting:
        desk.built.services.check_gateway_payment(payment.id, actor=desk.built.services.actor())
    return len(waiting)


def release_expired_holds(desk: OpenDesk) -> int:
    """Write down the holds that are over."""
    return desk.built.release_expired_holds(actor=desk.built.services.actor())


def send_refunds(desk: OpenDesk) -> int:
    """Send what waits for the gateway, and enter the slips of what went back on the card machine."""
    waits = select(refund.c.id).where(refund.c.tender == Tender.CARD, refund.c.state == RefundState.PLANNED)
    with desk.database.read() as session:
        by_card = list(session.execute(waits).scalars())
    for refund_id in by_card:
        desk.built.services.enter_refund_slip(refund_id, "SLIP 43", actor=desk.built.services.actor())
    return desk.built.send_refunds(actor=desk.built.services.actor())


def reconcile_payments(desk: OpenDesk) -> Reconciliation:
    """Compare the books with the gateway."""
    return desk.built.reconcile_payments(actor=desk.built.services.actor())


def recheck_payments(desk: OpenDesk) -> int:
    """Ask a last time about each payment whose hold ended a while ago."""
    return desk.built.recheck_payments(actor=desk.built.services.actor()).count
