"""What the desk asks of a gateway, and the four ways in which it may fail to answer.

Every call may block for as long as the adapter's time-outs; none is made inside a transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class GatewayTrouble(Exception):
    """The gateway did not do what was asked, or did not say so."""


class Rejected(GatewayTrouble):
    """It refused and surely did nothing: HTTP's status, a short reason and its own sentence."""

    def __init__(self, status: int, reason: str, description: str) -> None:
        super().__init__(status, reason, description)
        self.status = status
        self.reason = reason
        self.description = description


class Misconfigured(Rejected):
    """The keys are wrong or revoked (401): stop asking until somebody has seen to them."""


class Busy(GatewayTrouble):
    """Too many requests, or the same one is in progress: not done by this call. Wait, then ask again."""

    def __init__(self, retry_after_seconds: float | None = None) -> None:
        super().__init__(retry_after_seconds)
        self.retry_after_seconds = retry_after_seconds


class Unknown(GatewayTrouble):
    """It may have been done: time-out, lost reply, 5xx, an unreadable answer. Look before repeating."""


class Unreachable(GatewayTrouble):
    """Nothing was sent: no connection could be made."""


class InstrumentKind(StrEnum):
    """How the customer is asked for money."""

    QR = "qr"
    LINK = "link"
    CARD_LINK = "card_link"


@dataclass(frozen=True, slots=True)
class Instrument:
    """A QR code or link. `content` is what to draw or open; `is_open`: it can still be paid by the book."""

    kind: InstrumentKind
    id: str
    amount_paise: int
    content: str
    image_url: str
    ends_at: datetime | None
    is_open: bool
    attempt_id: str


@dataclass(frozen=True, slots=True)
class GatewayPayment:
    """Money at the gateway. `captured` is the only state in which it is ours."""

    id: str
    amount_paise: int
    currency: str
    status: str
    method: str
    refunded_paise: int
    created_at: datetime
    order_id: str
    rrn: str

    @property
    def captured(self) -> bool:
        """Whether the money is ours (a fully refunded one was)."""
        return self.status in ("captured", "refunded")


@dataclass(frozen=True, slots=True)
class GatewayRefund:
    """Money on its way back: pending, processed or failed. `receipt` is our refund's id."""

    id: str
    payment_id: str
    amount_paise: int
    status: str
    receipt: str


@dataclass(frozen=True, slots=True)
class Probe:
    """What an account can and can't do. `lacks` holds words the ui knows: qr, image_content, keys."""

    reachable: bool
    lacks: tuple[str, ...]
    clock_offset_seconds: float


class PaymentGateway(Protocol):
    """One account at one gateway. Each method raises a GatewayTrouble; ids are checked before sending."""

    def open_instrument(
        self, kind: InstrumentKind, *, attempt_id: str, amount_paise: int, description: str, ends_at: datetime
    ) -> Instrument:
        """Make an instrument for exactly this amount and read it back.

        `attempt_id` (at most 40 characters) finds it again when the reply is lost. `ends_at` is a wish: the
        gateway's own limits may move it (links live 15 minutes at least). A link's SMS is not sent by this.
        Raises Unknown when the answer names another amount.
        """
        ...

    def find_instrument(self, kind: InstrumentKind, *, attempt_id: str, since: datetime) -> Instrument | None:
        """Return the instrument of an attempt whose reply was lost, or None when there surely is none."""
        ...

    def fetch_instrument(self, kind: InstrumentKind, instrument_id: str) -> Instrument:
        """Return the instrument as it is now."""
        ...

    def close_instrument(self, kind: InstrumentKind, instrument_id: str) -> Instrument:
        """Close or cancel it; one that is closed, paid or expired already is returned as it is."""
        ...

    def send_link(self, instrument_id: str, *, mobile: str) -> None:
        """Have the link sent by SMS."""
        ...

    def payments_of(self, kind: InstrumentKind, instrument_id: str) -> tuple[GatewayPayment, ...]:
        """Return every payment found under the instrument, whatever its state."""
        ...

    def fetch_payment(self, gateway_payment_id: str) -> GatewayPayment:
        """Return one payment."""
        ...

    def payments_between(self, first: datetime, until: datetime) -> Sequence[GatewayPayment]:
        """Return all payments made in that time, each once, however many pages there are."""
        ...

    def refund(self, gateway_payment_id: str, *, request_key: str, body: str) -> GatewayRefund:
        """Send a refund. `body` is JSON text that goes out as it is with every try of the same key."""
        ...

    def refunds_of(self, gateway_payment_id: str) -> tuple[GatewayRefund, ...]:
        """Return the refunds of a payment."""
        ...

    def probe(self) -> Probe:
        """Try the keys and say what the account lacks."""
        ...

    @property
    def clock_offset_seconds(self) -> float:
        """How far the gateway's clock is ahead of this machine's, by its last answer."""
        ...
