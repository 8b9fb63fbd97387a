"""What the desk asks of a gateway, and the four ways in which it may fail to answer.

Every call may block for as long as the adapter's time-outs; none is made inside a transaction.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from db.ids import GatewayPaymentId, GatewayRefundId, InstrumentId, RequestKey
from db.states import InstrumentKind
from desktop.services.domain.disturbance import Disturbance, GatewayAnswer
from desktop.services.domain.foreign_money import Marked
from desktop.services.domain.settlements import SettledItem

NO_NOTES: Mapping[str, str] = {}


class GatewayTrouble(Exception):
    """The gateway did not do what was asked, or did not say so. `answer`: what that tells of the gateway."""

    answer: GatewayAnswer = GatewayAnswer.GOOD


class Rejected(GatewayTrouble):
    """It refused and surely did nothing: HTTP's status, a short reason and its own sentence.

    Status 0: the adapter itself refused before sending (an id of the wrong form, less than 100 paise).
    Reasons for a screen: qr_not_enabled, amount_above_limit, amount_below_minimum, insufficient_balance,
    fully_refunded, above_captured, not_captured, too_old, unknown_id, no_mobile, other_mobile; others exist.
    Long numbers in `description` are masked.
    """

    def __init__(self, status: int, reason: str, description: str) -> None:
        super().__init__(status, reason, description)
        self.status = status
        self.reason = reason
        self.description = description


class Misconfigured(Rejected):
    """The keys are wrong or revoked (401): nothing goes until somebody has seen to them."""

    answer = GatewayAnswer.KEYS_REFUSED


class Busy(GatewayTrouble):
    """Too many requests, or the same one is in progress: not done by this call. Wait, then ask again."""

    def __init__(self, retry_after_seconds: float | None = None) -> None:
        super().__init__(retry_after_seconds)
        self.retry_after_seconds = retry_after_seconds


class Unknown(GatewayTrouble):
    """It may have been done: time-out, lost reply, 5xx, an unreadable answer. Look before repeating.

    Its one argument is a word for the log, such as timeout, http_502, not_json or other_amount.
    """

    answer = GatewayAnswer.SILENT


class Unreachable(GatewayTrouble):
    """Nothing was sent: no connection could be made."""

    answer = GatewayAnswer.SILENT


class NotThere(Unreachable):
    """Nothing was sent: this desk has no account at a gateway."""

    def __init__(self, answer: GatewayAnswer) -> None:
        super().__init__("no_gateway")
        self.answer = answer


class ClockWrong(Unreachable):
    """Nothing was sent: by this PC's clock the gateway's certificate is over, or not valid yet.

    Either that clock is wrong, or somebody else answers; a time that came with it is a hint and no more.
    """

    def __init__(self, *, behind: bool) -> None:
        super().__init__("certificate_not_yet_valid" if behind else "certificate_over")
        self.answer = GatewayAnswer.PC_BEHIND if behind else GatewayAnswer.PC_AHEAD


@dataclass(frozen=True, slots=True)
class Instrument:
    """A QR code or link. `content` is what to draw or open; `is_open`: it can still be paid by the book.

    `content` of a QR code is empty when the account gives none: then `image_url` has a picture of it.
    `attempt_id` is empty for one that no attempt of ours made. `ends_at` None: at no set time.
    """

    kind: InstrumentKind
    id: InstrumentId
    amount_paise: int
    content: str
    image_url: str
    ends_at: datetime | None
    is_open: bool
    attempt_id: str


@dataclass(frozen=True, slots=True)
class GatewayPayment:
    """Money at the gateway. `captured` is the only state in which it is ours.

    `status`: created, authorized, captured, refunded, failed (which may still succeed), or returned: went
    back by itself without ever having been captured. `marked`: what tells whose it is.
    """

    id: GatewayPaymentId
    amount_paise: int
    currency: str
    status: str
    method: str
    refunded_paise: int
    created_at: datetime
    order_id: str
    marked: Marked

    @property
    def captured(self) -> bool:
        """Whether the money is ours (a fully refunded one was)."""
        return self.status in ("captured", "refunded")


@dataclass(frozen=True, slots=True)
class GatewayRefund:
    """Money on its way back: pending, processed or failed. `receipt` is our refund's id."""

    id: GatewayRefundId
    payment_id: GatewayPaymentId
    amount_paise: int
    status: str
    receipt: str


@dataclass(frozen=True, slots=True)
class Probe:
    """What an account can and can't do.

    `lacks` holds words the ui knows: keys, qr, image_content, link, amount (it takes less than Rs 1,00,000
    in one payment). `reachable` is False when there was no clear answer; `lacks` is empty then.
    """

    reachable: bool
    lacks: tuple[str, ...]
    clock_offset_seconds: float


class PaymentGateway(Protocol):
    """One account at one gateway. Each method raises a GatewayTrouble; ids are checked before sending.

    Every moment that goes in or comes out is by this machine's clock; the adapter knows the gateway's.
    """

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
        """Make an instrument for exactly this amount and read it back.

        `attempt_id` (at most 40 characters) finds it again when the reply is lost. `ends_at` is a wish: the
        gateway's own limits may move it (a QR code lives two minutes at least, a link 15), so read it back
        and close the instrument when it has to end. `mobile` (E.164) is the number that `send_link` can use
        later: a link takes it only now. A link's SMS is not sent by this.
        `notes` stay with the money: at most 14, of 256 characters each.

        A second call with the same attempt returns the same link, but makes another QR code: look for the
        first one before. Raises Unknown when the answer names another amount, and Rejected with the reason
        qr_not_enabled when the account has no QR codes.
        """
        ...

    def find_instrument(self, kind: InstrumentKind, *, attempt_id: str, since: datetime) -> Instrument | None:
        """Return the instrument of an attempt whose reply was lost, or None when there surely is none.

        `since` is when the attempt was stored. None right after a time-out is true of that moment only: the
        request may still be on its way. What then comes of it was never shown, so it can't be paid.
        """
        ...

    def close_instrument(self, kind: InstrumentKind, instrument_id: InstrumentId) -> Instrument:
        """Close or cancel it; one that is closed, paid or expired already is returned as it is.

        Money may still arrive for a closed one. Raises Rejected for a link that is paid in part.
        """
        ...

    def send_link(self, instrument_id: InstrumentId, *, mobile: str) -> None:
        """Have the link sent by SMS. Rejected (no_mobile, other_mobile) unless it was made for `mobile`."""
        ...

    def payments_of(self, kind: InstrumentKind, instrument_id: InstrumentId) -> tuple[GatewayPayment, ...]:
        """Return every payment found under the instrument, whatever its state.

        A failed try to pay a link may be missing until another one succeeds.
        """
        ...

    def payments_in_account(
        self, kind: InstrumentKind, instrument_id: InstrumentId, *, amount_paise: int, since: datetime
    ) -> tuple[GatewayPayment, ...]:
        """Return what the account's own list holds under the instrument since then, and is not failed.

        A link names nothing before it was captured: money that a bank has only promised stands nowhere else.
        Nothing is asked for a QR code, whose own list holds everything.
        """
        ...

    def fetch_payment(self, gateway_payment_id: GatewayPaymentId) -> GatewayPayment:
        """Return one payment."""
        ...

    def payments_between(self, first: datetime, until: datetime) -> Sequence[GatewayPayment]:
        """Return all payments made in that time, each once, however many pages there are."""
        ...

    def refund(
        self, gateway_payment_id: GatewayPaymentId, *, request_key: RequestKey, body: str
    ) -> GatewayRefund:
        """Send a refund. `body` is JSON text that goes out as it is with every try of the same key.

        It needs an `amount` of 100 paise or more. The key has 10 to 100 letters, digits, hyphens or
        underscores. Raises Busy while the same key is in progress, and Unknown when the answer names another
        amount. Look into `refunds_of` before a repeat.
        """
        ...

    def refunds_of(self, gateway_payment_id: GatewayPaymentId) -> tuple[GatewayRefund, ...]:
        """Return the refunds of a payment."""
        ...

    def settled_on(self, day: date, *, skip: int) -> tuple[SettledItem, ...]:
        """Return a page of what was paid out to the bank on a day of India, after `skip` rows of it.

        An empty page ends the day.
        """
        ...

    def disturbances(self) -> tuple[Disturbance, ...]:
        """Return the ways of paying that are disturbed now, each once; announced and ended ones are not."""
        ...

    def probe(self) -> Probe:
        """Try the keys and say what the account lacks. What it makes for that is closed again at once.

        Raises Busy when it is asked too often.
        """
        ...

    def witness(self) -> datetime | None:
        """Return the gateway's time of now where two answers of it agree, else None. Asks nobody.

        A stand-in on this PC has this PC's clock: it bears witness only where it was given another one.
        """
        ...

    def ask_time(self) -> None:
        """Ask something small, for the time that its answer carries; silence teaches nothing."""
        ...

    @property
    def missing(self) -> GatewayAnswer | None:
        """Why there is no account behind it, so that nothing is ever asked; None where there is one."""
        ...

    @property
    def clock_offset_seconds(self) -> float:
        """How far the gateway's clock is ahead of this machine's, by its last answer."""
        ...
