"""Payment links: by SMS, or opened beside the customer and restricted to card and net banking."""

import math
from collections.abc import Mapping
from datetime import datetime

from db.ids import GatewayPaymentId, InstrumentId
from db.states import InstrumentKind
from desktop.services.gateways import razorpay_answers, razorpay_ids
from desktop.services.gateways.clock_offset import ClockOffset
from desktop.services.gateways.port import (
    NO_NOTES,
    GatewayPayment,
    Instrument,
    Rejected,
    Unknown,
)
from desktop.services.gateways.razorpay_answers import Answer
from desktop.services.gateways.razorpay_calls import CLOCK_MOVED_SECONDS, Ask

SHORTEST_SECONDS = 960
"""Razorpay Docs, "Create a Standard Payment Link": 15 minutes; a minute more for the way and the clocks."""
MOST_DESCRIPTION = 2048
"""From the same page, `description`."""
CARD_AND_NETBANKING = {"card": True, "netbanking": True, "upi": False, "wallet": False}
MOBILE_DIGITS = 10


class RazorpayLinks:
    """What the adapter does with links. `clock` is the gateway's, learned from every answer."""

    def __init__(self, ask: Ask, clock: ClockOffset) -> None:
        self._ask = ask
        self._clock = clock

    def open(
        self,
        kind: InstrumentKind,
        *,
        attempt_id: str,
        amount_paise: int,
        description: str,
        ends_at: datetime,
        mobile: str,
        notes: Mapping[str, str] = NO_NOTES,
    ) -> Instrument:
        """Make a link, or return the one that an earlier try made: the attempt's id is unique over there.

        Nothing is sent to the customer. Raises Unknown when the answer names another amount or attempt.
        """
        body: dict[str, object] = {
            "amount": amount_paise,
            "currency": "INR",
            "accept_partial": False,
            "reference_id": attempt_id,
            "description": description[:MOST_DESCRIPTION],
            "notify": {"sms": False, "email": False},
            "reminder_enable": False,
            "notes": {**notes, razorpay_answers.ATTEMPT_NOTE: attempt_id},
        }
        if mobile:
            body["customer"] = {"contact": mobile}
        if kind is InstrumentKind.CARD_LINK:
            body["options"] = {"checkout": {"method": CARD_AND_NETBANKING}}
        made = self._create(kind, body, attempt_id, ends_at)
        if made.amount_paise != amount_paise:
            raise Unknown("other_amount")
        if made.attempt_id != attempt_id:
            raise Unknown("other_attempt")
        return made

    def find(self, kind: InstrumentKind, *, attempt_id: str) -> Instrument | None:
        """Return the link of an attempt, or None. Raises Unknown when several claim to be it."""
        answer = self._ask(lambda client: client.payment_link.all({"reference_id": attempt_id}), urgent=True)
        # The filter is the gateway's; what it lets through is looked at again.
        found = [
            razorpay_answers.link(kind, item, self._clock)
            for item in razorpay_answers.items(answer, "payment_links")
            if item.get("reference_id") == attempt_id
        ]
        if len(found) > 1:
            raise Unknown("several_links")
        return found[0] if found else None

    def of_payment(self, payment_id: GatewayPaymentId) -> InstrumentId | None:
        """Return the link under which a payment was made, or None. Raises Unknown when several claim it."""
        answer = self._ask(lambda client: client.payment_link.all({"payment_id": payment_id}))
        found = [item.get("id") for item in razorpay_answers.items(answer, "payment_links")]
        if len(found) > 1:
            raise Unknown("several_links")
        is_link = found and isinstance(found[0], str) and razorpay_ids.LINK.fullmatch(found[0])
        return InstrumentId(str(found[0])) if is_link else None

    def close(self, kind: InstrumentKind, link_id: InstrumentId) -> Instrument:
        """Cancel it; one that is paid, cancelled or expired already is returned as it is."""
        try:
            answer = self._ask(lambda client: client.payment_link.cancel(link_id), urgent=True)
        except Rejected:
            found = self._same(kind, link_id, self._document(link_id, urgent=True))
            if found.is_open:
                raise
            return found
        return self._same(kind, link_id, answer)

    def send(self, link_id: InstrumentId, *, mobile: str) -> None:
        """Have the SMS sent. It goes to the number the link was made with: Rejected (status 0) with the
        reason no_mobile or other_mobile when that is not `mobile`."""
        customer = razorpay_answers.child(self._document(link_id, urgent=True), "customer")
        contact = customer.get("contact") if customer is not None else None
        if not isinstance(contact, str) or not contact:
            raise Rejected(razorpay_ids.NOT_SENT, "no_mobile", "the link was made without a number")
        if _national(contact) != _national(mobile):
            raise Rejected(razorpay_ids.NOT_SENT, "other_mobile", "the link was made for another number")
        answer = self._ask(lambda client: client.payment_link.notifyBy(link_id, "sms"), urgent=True)
        if answer.get("success") is not True:
            raise Unknown("not_sent_for_sure")

    def payments(self, link_id: InstrumentId) -> tuple[GatewayPayment, ...]:
        """Return the payments of the link's order, and any other that the link itself names."""
        answer = self._document(link_id)
        found: dict[GatewayPaymentId, GatewayPayment] = {}
        order_id = answer.get("order_id")
        if isinstance(order_id, str) and razorpay_ids.ORDER.fullmatch(order_id):
            # No page is asked for: this list documents none, and the link names what was captured.
            answer_of_order = self._ask(lambda client: client.order.payments(order_id, {}))
            for item in razorpay_answers.items(answer_of_order):
                payment = razorpay_answers.payment(item, self._clock)
                found[payment.id] = payment
        for payment_id in map(GatewayPaymentId, _payment_ids(answer)):
            if payment_id not in found:
                found[payment_id] = self._payment(payment_id)
        return tuple(found.values())

    def _create(
        self, kind: InstrumentKind, body: dict[str, object], attempt_id: str, ends_at: datetime
    ) -> Instrument:
        while True:
            offset_seconds = self._clock.seconds
            least = self._clock.gateway_now() + SHORTEST_SECONDS
            whole = {**body, "expire_by": math.ceil(max(self._clock.there(ends_at), least))}
            try:
                answer = self._post(whole)
            except Rejected as refusal:
                moved = abs(self._clock.seconds - offset_seconds) >= CLOCK_MOVED_SECONDS
                if refusal.reason == "expire_by" and moved:
                    # Only the refusal taught us the gateway's clock; the same wish is another moment now.
                    continue
                if refusal.reason != "already_attempted":
                    raise
                earlier = self.find(kind, attempt_id=attempt_id)
                if earlier is None:
                    raise Unknown("not_listed_yet") from None
                return earlier
            return razorpay_answers.link(kind, answer, self._clock)

    def _post(self, body: dict[str, object]) -> Answer:
        return self._ask(lambda client: client.payment_link.create(body), urgent=True)

    def _payment(self, payment_id: GatewayPaymentId) -> GatewayPayment:
        answer = self._ask(lambda client: client.payment.fetch(payment_id, {}))
        return razorpay_answers.payment(answer, self._clock)

    def _document(self, link_id: InstrumentId, *, urgent: bool = False) -> Answer:
        return self._ask(lambda client: client.payment_link.fetch(link_id, {}), urgent=urgent)

    def _same(self, kind: InstrumentKind, link_id: InstrumentId, answer: Answer) -> Instrument:
        found = razorpay_answers.link(kind, answer, self._clock)
        if found.id != link_id:
            raise Unknown("other_id")
        return found


def _payment_ids(answer: Answer) -> list[str]:
    """Return the ids under `payments`, which is null or empty until something was captured."""
    if not answer.get("payments"):
        return []
    ids = [item.get("payment_id") for item in razorpay_answers.items(answer, "payments")]
    if not all(isinstance(one, str) and razorpay_ids.PAYMENT.fullmatch(one) for one in ids):
        raise Unknown("bad_payments")
    return [str(one) for one in ids]


def _national(mobile: str) -> str:
    """Return the last ten digits: a contact comes back with or without its country."""
    return "".join(filter(str.isdigit, mobile))[-MOBILE_DIGITS:]
