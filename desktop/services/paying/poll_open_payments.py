"""PollOpenPayments: keep asking, whatever the clerk looks at."""

import random
from datetime import datetime, timedelta
from functools import partial

from db import payments
from db.actor import Actor
from db.database import Database
from db.payments import PaymentRow
from desktop.services.paying.check_gateway_payment import CheckGatewayPayment
from desktop.services.steps.one_by_one import one_by_one

OPEN_LISTED_MAX = 2000
PAYMENTS_PER_RUN_MAX = 50
# Razorpay's advice: every 3 s at first, then every 5 s; longer and longer while it can't answer.
FRESH = timedelta(seconds=120)
PAUSE_FRESH, PAUSE_LATER, PAUSE_TROUBLE = 3.0, 5.0, 10.0
PAUSE_TROUBLE_MAX = 60.0
LONG_CLOSED = timedelta(minutes=5)
JITTER = 0.2
TROUBLE = ("unknown", "unreachable", "busy", "rejected", "misconfigured")


class PollOpenPayments:
    """Ask about every open payment whose pause is over. Windows only watch."""

    def __init__(self, database: Database, check: CheckGatewayPayment) -> None:
        self._database = database
        self._check = check
        self._next_at: dict[str, datetime] = {}
        self._troubles: dict[str, int] = {}

    def __call__(self, *, actor: Actor) -> int:
        """Return how many payments were asked about."""
        with self._database.read() as session:
            now = session.now
            waiting = payments.list_open(session, OPEN_LISTED_MAX)
        open_ids = {payment.id for payment in waiting}
        self._next_at = {key: at for key, at in self._next_at.items() if key in open_ids}
        self._troubles = {key: count for key, count in self._troubles.items() if key in open_ids}
        due = [payment for payment in waiting if self._is_due(payment, now)]
        # Those that never had an answer come first in the list; their pauses give the others their turn.
        due = due[:PAYMENTS_PER_RUN_MAX]
        return len(one_by_one(due, partial(self._ask, now, actor=actor)))

    def _ask(self, now: datetime, payment: PaymentRow, *, actor: Actor) -> None:
        answer = self._check(payment.id, "poll", actor=actor).last_answer
        self._next_at[payment.id] = now + timedelta(seconds=self._pause(payment, answer, now))

    def _is_due(self, payment: PaymentRow, now: datetime) -> bool:
        """Whether to ask: always the first time, and then when this desk's pause is over and no other desk
        has asked meanwhile, so that several desks ask hardly more often than one."""
        if payment.id not in self._next_at:
            return True
        answered_at = payment.answered_at or payment.created_at
        soonest = answered_at + timedelta(seconds=(1 - JITTER) * _calm_pause(payment, now))
        return max(soonest, self._next_at[payment.id]) <= now

    def _pause(self, payment: PaymentRow, answer: str, now: datetime) -> float:
        """Return the seconds until the next question, shaken so that desks do not ask in step."""
        if answer in TROUBLE:
            count = self._troubles[payment.id] = self._troubles.get(payment.id, 0) + 1
            pause = min(PAUSE_TROUBLE * 2.0 ** (count - 1), PAUSE_TROUBLE_MAX)
        else:
            self._troubles.pop(payment.id, None)
            pause = _calm_pause(payment, now)
        return pause * random.uniform(1 - JITTER, 1 + JITTER)


def _calm_pause(payment: PaymentRow, now: datetime) -> float:
    closed_at = payment.instrument_closed_at
    if closed_at is not None and now >= closed_at + LONG_CLOSED:
        return PAUSE_TROUBLE_MAX  # a bank that takes its time: hours or days, and nobody waits at the desk
    return PAUSE_FRESH if now < payment.created_at + FRESH else PAUSE_LATER
