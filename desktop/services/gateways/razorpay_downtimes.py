"""Downtimes: the ways of paying that fail at the moment, at a bank or between the banks."""

from desktop.services.domain.disturbance import Disturbance, Severity
from desktop.services.gateways import razorpay_answers
from desktop.services.gateways.clock_offset import ClockOffset
from desktop.services.gateways.port import Unknown
from desktop.services.gateways.razorpay_answers import Answer
from desktop.services.gateways.razorpay_calls import Ask

METHODS = ("upi", "card", "netbanking")
"""Those in which a customer of the desk can pay, in the order in which they are told."""
BEGUN = ("started", "updated")
OVER = ("resolved", "cancelled")
ANOTHER_FLOW = ("collect", ["collect"])
"""A request sent to the customer's UPI address. Ours scans a code or opens a link, which is another way."""
WORST_FIRST = tuple(Severity)


def disturbances(ask: Ask, clock: ClockOffset) -> tuple[Disturbance, ...]:
    """Return each way that is disturbed at the gateway's present, once, with its worst severity."""
    listed = razorpay_answers.items(ask(lambda client: client.payment.fetchDownTime()))
    now = clock.gateway_now()
    found: dict[str, Severity] = {}
    for item in listed:
        method = item.get("method")
        if method in METHODS and _is_ours(item) and _is_now(item, now):
            severity = _severity(item)
            found[method] = min(found.get(method, severity), severity, key=WORST_FIRST.index)
    return tuple(Disturbance(method, found[method]) for method in METHODS if method in found)


def _is_ours(item: Answer) -> bool:
    instrument = razorpay_answers.child(item, "instrument")
    return instrument is None or instrument.get("flow") not in ANOTHER_FLOW


def _is_now(item: Answer, now: float) -> bool:
    """The moments decide; the status does where there are none."""
    if item.get("status") in OVER:
        return False
    begin, end = _seconds(item, "begin"), _seconds(item, "end")
    has_begun = item.get("status") in BEGUN if begin is None else begin <= now
    return has_begun and (end is None or now < end)


def _seconds(item: Answer, name: str) -> int | None:
    value = item.get(name)
    if value is not None and type(value) is not int:
        raise Unknown(f"bad_{name}")
    return value


def _severity(item: Answer) -> Severity:
    value = item.get("severity")
    return Severity(value) if isinstance(value, str) and value in WORST_FIRST else Severity.UNKNOWN
