# ruff: noqa: ARG002  the signatures are the port's; nothing is done with what they are given
"""The gateway of a desk that has none: it answers nothing, so that nothing is ever called unpaid by it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NoReturn

from db.ids import GatewayPaymentId, InstrumentId, RequestKey
from db.states import InstrumentKind
from desktop.services.domain.disturbance import Disturbance, GatewayAnswer
from desktop.services.domain.settlements import SettledItem
from desktop.services.gateways.port import (
    NO_NOTES,
    GatewayPayment,
    GatewayRefund,
    Instrument,
    NotThere,
    Probe,
)


class NoGateway:
    """Every question raises NotThere and sends nothing; `missing` says why there is no account."""

    def __init__(self, missing: GatewayAnswer) -> None:
        self._missing = missing

    def _refuse(self) -> NoReturn:
        raise NotThere(self._missing)

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
        """Refuse."""
        self._refuse()

    def find_instrument(self, kind: InstrumentKind, *, attempt_id: str, since: datetime) -> Instrument | None:
        """Refuse: whether there is one is not known."""
        self._refuse()

    def close_instrument(self, kind: InstrumentKind, instrument_id: InstrumentId) -> Instrument:
        """Refuse."""
        self._refuse()

    def send_link(self, instrument_id: InstrumentId, *, mobile: str) -> None:
        """Refuse."""
        self._refuse()

    def payments_of(self, kind: InstrumentKind, instrument_id: InstrumentId) -> tuple[GatewayPayment, ...]:
        """Refuse: what was paid is not known."""
        self._refuse()

    def payments_in_account(
        self, kind: InstrumentKind, instrument_id: InstrumentId, *, amount_paise: int, since: datetime
    ) -> tuple[GatewayPayment, ...]:
        """Refuse: what was paid is not known."""
        self._refuse()

    def fetch_payment(self, gateway_payment_id: GatewayPaymentId) -> GatewayPayment:
        """Refuse."""
        self._refuse()

    def payments_between(self, first: datetime, until: datetime) -> Sequence[GatewayPayment]:
        """Refuse: what was paid is not known."""
        self._refuse()

    def refund(
        self, gateway_payment_id: GatewayPaymentId, *, request_key: RequestKey, body: str
    ) -> GatewayRefund:
        """Refuse."""
        self._refuse()

    def refunds_of(self, gateway_payment_id: GatewayPaymentId) -> tuple[GatewayRefund, ...]:
        """Refuse: what was given back is not known."""
        self._refuse()

    def settled_on(self, day: date, *, skip: int) -> tuple[SettledItem, ...]:
        """Refuse: what was paid out is not known."""
        self._refuse()

    def disturbances(self) -> tuple[Disturbance, ...]:
        """Refuse."""
        self._refuse()

    def probe(self) -> Probe:
        """Refuse."""
        self._refuse()

    def witness(self) -> datetime | None:
        """Bear no witness of the time."""
        return None

    def ask_time(self) -> None:
        """Ask nobody."""

    @property
    def missing(self) -> GatewayAnswer:
        """Why there is no account."""
        return self._missing

    @property
    def clock_offset_seconds(self) -> float:
        """It has no clock."""
        return 0.0
