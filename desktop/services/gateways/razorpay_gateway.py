"""The payment gateway over Razorpay's Python SDK, and the only place that imports it."""

import contextlib
import math
import re
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from weakref import WeakSet

from db.ids import GatewayPaymentId, InstrumentId, RequestKey
from db.node_clock import CLOSE, wall_clock
from db.states import InstrumentKind
from desktop.services.domain.disturbance import Disturbance, GatewayAnswer
from desktop.services.domain.settlements import SettledItem
from desktop.services.gateways import (
    razorpay_answers,
    razorpay_downtimes,
    razorpay_ids,
    razorpay_probe,
    razorpay_refunds,
    razorpay_settlements,
)
from desktop.services.gateways.clock_offset import ClockOffset
from desktop.services.gateways.port import (
    NO_NOTES,
    GatewayPayment,
    GatewayRefund,
    GatewayTrouble,
    Instrument,
    Misconfigured,
    Probe,
    Unknown,
    Unreachable,
)
from desktop.services.gateways.rate_limit import RateLimit
from desktop.services.gateways.razorpay_calls import by_steady_clock, listed
from desktop.services.gateways.razorpay_client import Client
from desktop.services.gateways.razorpay_links import RazorpayLinks
from desktop.services.gateways.razorpay_qr_codes import RazorpayQrCodes

if TYPE_CHECKING:
    from desktop.services.gateways.razorpay_session import RazorpaySession

# To connect, and for the whole of a call. A dripping answer has no more time than a silent one.
TIMEOUTS_SECONDS = (3.05, 15.0)
PRACTICE_URL = re.compile(r"http://127\.0\.0\.1:[1-9][0-9]{0,4}")
PRACTICE_KEY = re.compile(r"rzp_test_[0-9A-Za-z]+")
KEY = re.compile(r"rzp_(live|test)_[0-9A-Za-z]+")
# In these states money neither is ours nor can become so of itself.
OVER = ("failed", "returned")
# The account's list is read to a little after now: its clock differs.
LISTED_AHEAD = timedelta(minutes=5)
SECRET = re.compile(r"[!-~]+")


class WrongAccount(ValueError):
    """Keys or an address that do not belong to the mode: practice with live keys, live with another host."""


class RazorpayGateway:
    """PaymentGateway over one Razorpay account, or over the practice gateway that stands in for it.

    `now` is this machine's clock. Practice takes an address on this computer and test keys only, and looks at
    no proxy; live takes no address. May be used from any thread; each gets a client of its own. Nothing is
    ever repeated by itself, except what was refused for its end (see `open_instrument`).
    """

    missing: GatewayAnswer | None = None

    def __init__(
        self,
        key_id: str,
        key_secret: str,
        *,
        base_url: str | None = None,
        practice: bool,
        now: Callable[[], datetime],
        sleep: Callable[[float], None] = time.sleep,
        rate_limit: RateLimit | None = None,
        timeouts_seconds: tuple[float, float] = TIMEOUTS_SECONDS,
    ) -> None:
        """Raises WrongAccount. `rate_limit` is for gateways that share a key, and for simulations."""
        _check_account(key_id, key_secret, base_url, practice=practice)
        self._keys = (key_id, key_secret)
        self._base_url = base_url
        self._now = now
        self._practice = practice
        self._rate_limit = rate_limit or RateLimit(sleep=sleep)
        self._timeouts_seconds = timeouts_seconds
        self._clock = ClockOffset(now)
        self._of_thread = threading.local()
        self._sessions: WeakSet[RazorpaySession] = WeakSet()
        self._qr_codes = RazorpayQrCodes(self._ask, self._clock)
        self._links = RazorpayLinks(self._ask, self._clock)

    @property
    def clock_offset_seconds(self) -> float:
        """Seconds by which the gateway's clock is ahead of `now`, by its last answer; 0 before the first."""
        return self._clock.seconds

    def witness(self) -> datetime | None:
        """See PaymentGateway."""
        told = self._clock.witness()
        is_this_pc = self._practice and told is not None and abs(told - wall_clock()) <= CLOSE
        return None if is_this_pc else told

    def ask_time(self) -> None:
        """See PaymentGateway."""
        with contextlib.suppress(GatewayTrouble):
            self._ask(lambda client: client.payment.all({"count": 1}))

    def open_instrument(
        self,
        kind: InstrumentKind,
        *,
        attempt_id: str,
        amount_paise: int,
        description: str,
        ends_at: datetime,
        mobile: str = "",
        notes: Mapping[str, str] = NO_NOTES,
    ) -> Instrument:
        """See PaymentGateway. A QR code whose end was refused is asked for again with a later one and then
        with none; a link is asked for twice only if the first refusal showed that our clock was wrong."""
        razorpay_ids.check_form(razorpay_ids.ATTEMPT, attempt_id, "bad_attempt")
        razorpay_ids.check_amount(amount_paise)
        if mobile:
            razorpay_ids.check_form(razorpay_ids.MOBILE, mobile, "bad_mobile")
        try:
            self._learn_clock()
        except Unknown as silent:
            # Only the time was asked for: nothing was made, whatever became of that question.
            raise Unreachable() from silent
        if kind is InstrumentKind.QR:
            return self._qr_codes.open(
                attempt_id=attempt_id,
                amount_paise=amount_paise,
                description=description,
                ends_at=ends_at,
                notes=notes,
            )
        return self._links.open(
            kind,
            attempt_id=attempt_id,
            amount_paise=amount_paise,
            description=description,
            ends_at=ends_at,
            mobile=mobile,
            notes=notes,
        )

    def find_instrument(self, kind: InstrumentKind, *, attempt_id: str, since: datetime) -> Instrument | None:
        """See PaymentGateway. QR codes have no reference: those made since are read to the end."""
        razorpay_ids.check_form(razorpay_ids.ATTEMPT, attempt_id, "bad_attempt")
        if kind is InstrumentKind.QR:
            self._learn_clock()
            return self._qr_codes.find(attempt_id=attempt_id, since=since)
        return self._links.find(kind, attempt_id=attempt_id)

    def close_instrument(self, kind: InstrumentKind, instrument_id: InstrumentId) -> Instrument:
        """See PaymentGateway."""
        razorpay_ids.check_form(razorpay_ids.INSTRUMENT[kind], instrument_id, "bad_id")
        if kind is InstrumentKind.QR:
            return self._qr_codes.close(instrument_id)
        return self._links.close(kind, instrument_id)

    def send_link(self, instrument_id: InstrumentId, *, mobile: str) -> None:
        """See PaymentGateway."""
        razorpay_ids.check_form(razorpay_ids.LINK, instrument_id, "bad_id")
        razorpay_ids.check_form(razorpay_ids.MOBILE, mobile, "bad_mobile")
        self._links.send(instrument_id, mobile=mobile)

    def payments_of(self, kind: InstrumentKind, instrument_id: InstrumentId) -> tuple[GatewayPayment, ...]:
        """See PaymentGateway."""
        razorpay_ids.check_form(razorpay_ids.INSTRUMENT[kind], instrument_id, "bad_id")
        if kind is InstrumentKind.QR:
            return self._qr_codes.payments(instrument_id)
        return self._links.payments(instrument_id)

    def payments_in_account(
        self, kind: InstrumentKind, instrument_id: InstrumentId, *, amount_paise: int, since: datetime
    ) -> tuple[GatewayPayment, ...]:
        """See PaymentGateway."""
        razorpay_ids.check_form(razorpay_ids.INSTRUMENT[kind], instrument_id, "bad_id")
        if kind is InstrumentKind.QR:
            return ()
        found = self.payments_between(since, self._now() + LISTED_AHEAD)
        maybe = (one for one in found if one.amount_paise == amount_paise and one.status not in OVER)
        return tuple(one for one in maybe if self._links.of_payment(one.id) == instrument_id)

    def fetch_payment(self, gateway_payment_id: GatewayPaymentId) -> GatewayPayment:
        """See PaymentGateway."""
        razorpay_ids.check_form(razorpay_ids.PAYMENT, gateway_payment_id, "bad_id")
        answer = self._ask(lambda client: client.payment.fetch(gateway_payment_id, {}))
        found = razorpay_answers.payment(answer, self._clock)
        if found.id != gateway_payment_id:
            raise Unknown("other_id")
        return found

    def payments_between(self, first: datetime, until: datetime) -> Sequence[GatewayPayment]:
        """See PaymentGateway."""
        self._learn_clock()
        return by_steady_clock(self._clock, lambda: self._payments_between(first, until))

    def _payments_between(self, first: datetime, until: datetime) -> tuple[GatewayPayment, ...]:
        query = {"from": math.floor(self._clock.there(first)), "to": math.ceil(self._clock.there(until))}
        found = listed(self._ask, lambda client, page: client.payment.all(page), query)
        return tuple(razorpay_answers.payment(item, self._clock) for item in found)

    def refund(
        self, gateway_payment_id: GatewayPaymentId, *, request_key: RequestKey, body: str
    ) -> GatewayRefund:
        """See PaymentGateway."""
        razorpay_ids.check_form(razorpay_ids.PAYMENT, gateway_payment_id, "bad_id")
        razorpay_ids.check_form(razorpay_ids.REQUEST_KEY, request_key, "bad_key")
        return razorpay_refunds.send_refund(self._ask, gateway_payment_id, request_key=request_key, body=body)

    def refunds_of(self, gateway_payment_id: GatewayPaymentId) -> tuple[GatewayRefund, ...]:
        """See PaymentGateway."""
        razorpay_ids.check_form(razorpay_ids.PAYMENT, gateway_payment_id, "bad_id")
        return razorpay_refunds.refunds_of(self._ask, gateway_payment_id)

    def settled_on(self, day: date, *, skip: int) -> tuple[SettledItem, ...]:
        """See PaymentGateway."""
        return razorpay_settlements.settled_on(self._ask, self._clock, day, skip=skip)

    def disturbances(self) -> tuple[Disturbance, ...]:
        """See PaymentGateway."""
        return razorpay_downtimes.disturbances(self._ask, self._clock)

    def probe(self) -> Probe:
        """See PaymentGateway."""
        try:
            self._ask(lambda client: client.payment.all({"count": 1}), urgent=True)
            lacks = (
                *razorpay_probe.lacks_of_qr_codes(self._qr_codes, self._now()),
                *razorpay_probe.lacks_of_links(self._links, self._now()),
            )
        except Misconfigured:
            return Probe(True, ("keys",), self._clock.seconds)
        except (Unknown, Unreachable):
            return Probe(False, (), self._clock.seconds)
        return Probe(True, lacks, self._clock.seconds)

    def close(self) -> None:
        """Close the connections of all threads. The gateway may be used again; it then opens new ones."""
        for session in list(self._sessions):
            session.close()

    def _learn_clock(self) -> None:
        """Know the gateway's clock before anything is asked by time.

        After a flat battery this machine may be days away: an end would be refused as past, a list would look
        at other days. The first answer of a process tells; a restarted desk asks for one. Raises
        GatewayTrouble.
        """
        if not self._clock.has_answered:
            self._ask(lambda client: client.payment.all({"count": 1}), urgent=True)

    def _ask(self, call: Callable[[Client], object], *, urgent: bool = False) -> razorpay_answers.Answer:
        client = self._client()
        self._rate_limit.wait_turn(urgent=urgent)
        answer = call(client)
        if not isinstance(answer, dict):
            raise Unknown("not_an_object")
        return answer

    def _client(self) -> Client:
        """Return this thread's client. The SDK shares cookies and connections between a client's users."""
        client: Client | None = getattr(self._of_thread, "client", None)
        if client is not None:
            return client
        # Here, because both imports cost more than the desk's first window can wait for.
        import razorpay

        from desktop.services.gateways.razorpay_session import RazorpaySession

        session = RazorpaySession(
            timeouts=self._timeouts_seconds, use_proxies=self._base_url is None, clock_offset=self._clock
        )
        self._sessions.add(session)
        options = {} if self._base_url is None else {"base_url": self._base_url}
        made: Client = razorpay.Client(session=session, auth=self._keys, **options)
        made.set_app_details({"title": "Counterfoil"})
        self._of_thread.client = made
        return made


def _check_account(key_id: str, key_secret: str, base_url: str | None, *, practice: bool) -> None:
    if (PRACTICE_KEY if practice else KEY).fullmatch(key_id) is None:
        raise WrongAccount("practice takes test keys only" if practice else "not a key of Razorpay's")
    if SECRET.fullmatch(key_secret) is None:
        raise WrongAccount("the secret is empty or holds what no secret can hold")
    if practice and (base_url is None or PRACTICE_URL.fullmatch(base_url) is None):
        raise WrongAccount("practice needs the address of a practice gateway on this computer")
    if not practice and base_url is not None:
        raise WrongAccount("live payments go to Razorpay and nowhere else")
