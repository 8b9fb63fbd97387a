"""What the adapter calls of the SDK, which has no types itself: whatever it returns is read strictly."""

from collections.abc import Mapping
from typing import Protocol

Query = Mapping[str, object]


class Payments(Protocol):
    """Payments of the account."""

    def fetch(self, payment_id: str, data: Query) -> object: ...

    def all(self, data: Query) -> object: ...

    def fetch_multiple_refund(self, payment_id: str, data: Query) -> object: ...

    def fetchDownTime(self) -> object: ...


class Orders(Protocol):
    """Orders, which stand behind links."""

    def payments(self, order_id: str, data: Query) -> object: ...


class QrCodes(Protocol):
    """QR codes."""

    def create(self, data: Query) -> object: ...

    def fetch(self, qrcode_id: str, data: Query) -> object: ...

    def close(self, qrcode_id: str) -> object: ...

    def all(self, data: Query) -> object: ...

    def fetch_all_payments(self, qrcode_id: str, data: Query) -> object: ...


class PaymentLinks(Protocol):
    """Payment links."""

    def create(self, data: Query) -> object: ...

    def fetch(self, payment_link_id: str, data: Query) -> object: ...

    def cancel(self, payment_link_id: str) -> object: ...

    def all(self, data: Query) -> object: ...

    def notifyBy(self, payment_link_id: str, medium: str) -> object: ...


class Settlements(Protocol):
    """What was paid out to the bank."""

    def report(self, data: Query) -> object: ...


class Client(Protocol):
    """A client with its keys."""

    payment: Payments
    order: Orders
    qrcode: QrCodes
    payment_link: PaymentLinks
    settlement: Settlements

    def request(self, method: str, path: str, *, data: bytes, headers: Mapping[str, str]) -> object: ...

    def set_app_details(self, app_details: Mapping[str, str]) -> object: ...
