"""Which path is answered by which function."""

import re
from collections.abc import Iterable

from desktop.practice.api import (
    availability,
    customers,
    orders,
    payment_links,
    payments,
    qr_codes,
    refunds,
    settlements,
)
from desktop.practice.control import paths as control
from desktop.practice.gateway import Handler

API: tuple[tuple[str, str, Handler], ...] = (
    ("POST", "/v1/orders", orders.create),
    ("GET", "/v1/orders", orders.fetch_all),
    ("GET", "/v1/orders/{id}", orders.fetch),
    ("PATCH", "/v1/orders/{id}", orders.edit),
    ("GET", "/v1/orders/{id}/payments", orders.fetch_payments),
    ("POST", "/v1/payments/qr_codes", qr_codes.create),
    ("GET", "/v1/payments/qr_codes", qr_codes.fetch_all),
    ("GET", "/v1/payments/qr_codes/{id}", qr_codes.fetch),
    ("PATCH", "/v1/payments/qr_codes/{id}", qr_codes.edit),
    ("POST", "/v1/payments/qr_codes/{id}/close", qr_codes.close),
    ("GET", "/v1/payments/qr_codes/{id}/payments", qr_codes.fetch_payments),
    ("GET", "/v1/payments/downtimes", availability.downtimes),
    ("GET", "/v1/payments", payments.fetch_all),
    ("GET", "/v1/payments/{id}", payments.fetch),
    ("PATCH", "/v1/payments/{id}", payments.edit),
    ("POST", "/v1/payments/{id}/capture", payments.capture),
    ("POST", "/v1/payments/{id}/refund", refunds.create_for_payment),
    ("GET", "/v1/payments/{id}/refunds", refunds.fetch_of_payment),
    ("GET", "/v1/payments/{id}/refunds/{refund_id}", refunds.fetch_one_of_payment),
    ("POST", "/v1/refunds", refunds.create),
    ("GET", "/v1/refunds", refunds.fetch_all),
    ("GET", "/v1/refunds/{id}", refunds.fetch),
    ("PATCH", "/v1/refunds/{id}", refunds.edit),
    ("POST", "/v1/payment_links", payment_links.create),
    ("GET", "/v1/payment_links", payment_links.fetch_all),
    ("GET", "/v1/payment_links/{id}", payment_links.fetch),
    ("PATCH", "/v1/payment_links/{id}", payment_links.edit),
    ("POST", "/v1/payment_links/{id}/cancel", payment_links.cancel),
    ("POST", "/v1/payment_links/{id}/notify_by/{medium}", payment_links.notify),
    ("POST", "/v1/customers", customers.create),
    ("GET", "/v1/customers", customers.fetch_all),
    ("GET", "/v1/customers/{id}", customers.fetch),
    ("PUT", "/v1/customers/{id}", customers.edit),
    ("GET", "/v1/settlements/recon/combined", settlements.combined),
    ("GET", "/v1/settlements", settlements.fetch_all),
    ("GET", "/v1/settlements/{id}", settlements.fetch),
    ("GET", "/v1/methods", availability.methods),
)
CONTROL: tuple[tuple[str, str, Handler], ...] = (
    ("POST", "/__practice/pay", control.pay),
    ("POST", "/__practice/clock", control.clock),
    ("POST", "/__practice/reset", control.reset),
    ("POST", "/__practice/late", control.late),
    ("POST", "/__practice/refunds/{id}", control.refund),
    ("POST", "/__practice/faults", control.set_faults),
    ("GET", "/__practice/faults", control.faults),
    ("GET", "/__practice/state", control.state),
    ("GET", "/__practice/log", control.log),
)


def _compiled(routes: Iterable[tuple[str, str, Handler]]) -> list[tuple[str, re.Pattern[str], Handler]]:
    return [
        (method, re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path)), handler)
        for method, path, handler in routes
    ]


ROUTES = _compiled([*API, *CONTROL])


def find(method: str, path: str) -> tuple[Handler, dict[str, str]] | None:
    """The function for a path without a trailing slash, and the ids in it; None for anything unknown."""
    for route_method, pattern, handler in ROUTES:
        if route_method == method and (match := pattern.fullmatch(path)) is not None:
            return handler, match.groupdict()
    return None
