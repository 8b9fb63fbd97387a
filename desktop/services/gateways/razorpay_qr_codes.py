"""UPI QR codes for one payment of a fixed amount."""

import math
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from db.ids import InstrumentId
from desktop.services.gateways import razorpay_answers
from desktop.services.gateways.clock_offset import ClockOffset
from desktop.services.gateways.port import (
    NO_NOTES,
    GatewayPayment,
    Instrument,
    Rejected,
    Unknown,
)
from desktop.services.gateways.razorpay_calls import CLOCK_MOVED_SECONDS, Ask, by_steady_clock, listed

SHORTEST_SECONDS = 150
"""Razorpay Docs, "Create a QR Code": two minutes; the rest is for the way and a clock not quite right."""
SHORTEST_IN_OLDER_PAGES_SECONDS = 960
"""Razorpay Docs, "QR Code Entity": 15 minutes, with a minute more for the same reasons."""
OVERLAP_SECONDS = 120
MOST_DESCRIPTION = 255

Ending = Callable[[], int | None]


class RazorpayQrCodes:
    """What the adapter does with QR codes. `clock` is the gateway's, learned from every answer."""

    def __init__(self, ask: Ask, clock: ClockOffset) -> None:
        self._ask = ask
        self._clock = clock

    def open(
        self,
        *,
        attempt_id: str,
        amount_paise: int,
        description: str,
        ends_at: datetime,
        notes: Mapping[str, str] = NO_NOTES,
    ) -> Instrument:
        """Make a code. When its end is refused, a later one is asked for, then none: the caller closes it.

        Raises Rejected with the reason qr_not_enabled when the account has no QR codes, and Unknown when the
        answer names another amount, another attempt or a code that can be paid more than once.
        """
        body = {
            "type": "upi_qr",
            "usage": "single_use",
            "fixed_amount": True,
            "payment_amount": amount_paise,
            "description": description[:MOST_DESCRIPTION],
            "notes": {**notes, razorpay_answers.ATTEMPT_NOTE: attempt_id},
        }
        answer = self._create(body, ends_at)
        made = razorpay_answers.qr_code(answer, self._clock)
        if made.amount_paise != amount_paise:
            raise Unknown("other_amount")
        if made.attempt_id != attempt_id:
            raise Unknown("other_attempt")
        if answer.get("usage") != "single_use" or answer.get("fixed_amount") is not True:
            raise Unknown("other_usage")
        return made

    def find(self, *, attempt_id: str, since: datetime) -> Instrument | None:
        """Return the code whose note names the attempt, among those made since shortly before `since`."""
        return by_steady_clock(self._clock, lambda: self._look_for(attempt_id, since))

    def _look_for(self, attempt_id: str, since: datetime) -> Instrument | None:
        query = {"from": int(self._clock.there(since)) - OVERLAP_SECONDS}
        everything = listed(self._ask, lambda client, page: client.qrcode.all(page), query, urgent=True)
        found = [
            razorpay_answers.qr_code(item, self._clock)
            for item in everything
            if razorpay_answers.note(item, razorpay_answers.ATTEMPT_NOTE) == attempt_id
        ]
        # Were there two, the one that can still be paid is the one to care about.
        return next((one for one in found if one.is_open), found[0] if found else None)

    def close(self, qr_code_id: InstrumentId) -> Instrument:
        """Close it; one that is closed already is returned as it is."""
        try:
            answer = self._ask(lambda client: client.qrcode.close(qr_code_id), urgent=True)
        except Rejected:
            answer = self._ask(lambda client: client.qrcode.fetch(qr_code_id, {}), urgent=True)
            found = self._same(qr_code_id, answer)
            if found.is_open:
                raise
            return found
        return self._same(qr_code_id, answer)

    def payments(self, qr_code_id: InstrumentId) -> tuple[GatewayPayment, ...]:
        """Return the payments under the code, whatever their state."""
        found = listed(self._ask, lambda client, page: client.qrcode.fetch_all_payments(qr_code_id, page))
        return tuple(razorpay_answers.payment(item, self._clock) for item in found)

    def _create(self, body: dict[str, object], ends_at: datetime) -> razorpay_answers.Answer:
        endings = self._endings(ends_at)
        ending = next(endings)
        while True:
            offset_seconds, close_by = self._clock.seconds, ending()
            whole = body if close_by is None else {**body, "close_by": close_by}
            try:
                return self._post(whole)
            except Rejected as refusal:
                if refusal.reason == "url_not_found":
                    raise Rejected(refusal.status, "qr_not_enabled", refusal.description) from None
                if refusal.reason != "close_by":
                    raise
                if abs(self._clock.seconds - offset_seconds) >= CLOCK_MOVED_SECONDS:
                    # Only the refusal taught us the gateway's clock; the same wish is another moment now.
                    continue
                following = next(endings, None)
                if following is None:
                    raise
                ending = following

    def _post(self, body: dict[str, object]) -> razorpay_answers.Answer:
        return self._ask(lambda client: client.qrcode.create(body), urgent=True)

    def _endings(self, ends_at: datetime) -> Iterator[Ending]:
        """Yield the ends to ask for, one after the other; Razorpay's pages differ on what is too soon."""
        yield lambda: self._not_before(ends_at, SHORTEST_SECONDS)
        yield lambda: self._not_before(ends_at, SHORTEST_IN_OLDER_PAGES_SECONDS)
        yield lambda: None

    def _not_before(self, ends_at: datetime, seconds: int) -> int:
        return math.ceil(max(self._clock.there(ends_at), self._clock.gateway_now() + seconds))

    def _same(self, qr_code_id: InstrumentId, answer: razorpay_answers.Answer) -> Instrument:
        found = razorpay_answers.qr_code(answer, self._clock)
        if found.id != qr_code_id:
            raise Unknown("other_id")
        return found
