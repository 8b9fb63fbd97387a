"""Does everything that became due since the file was last touched, in order, each at its own instant."""

from collections.abc import Callable, Mapping

from desktop.practice.account.entities import Entity
from desktop.practice.account.schedule import Due
from desktop.practice.answers.envelopes import Unpayable
from desktop.practice.api import attempts, payment_links, qr_codes, refunds
from desktop.practice.gateway import Call, Gateway
from desktop.practice.phone import paying

Action = Callable[[Gateway, Entity], None]


def catch_up(gateway: Gateway) -> None:
    now = gateway.clock.now()
    while (due := gateway.schedule.take(now)) is not None:
        gateway.clock.pinned_at = due.at
        try:
            _do(gateway, due)
        finally:
            gateway.clock.pinned_at = None


def _do(gateway: Gateway, due: Due) -> None:
    if due.action == "pay":
        _pay(gateway, due)
        return
    kind, act = ACTIONS[due.action]
    entity = gateway.entities.find(kind, due.target)
    if entity is not None:
        act(gateway, entity)


def _pay(gateway: Gateway, due: Due) -> None:
    """A customer who waited: if it can't be paid any more, the bank's app refuses and nothing happens."""
    faults = due.detail["faults"]
    try:
        paying.pay(gateway, Call("POST", "/__practice/pay", faults=faults), due.detail["wish"])
    except Unpayable:
        return


def _capture(gateway: Gateway, payment: Entity) -> None:
    if payment.status == "authorized":
        attempts.capture(gateway, payment)


def _auto_refund(gateway: Gateway, payment: Entity) -> None:
    if payment.status == "authorized":
        attempts.give_back(gateway, payment)


def _succeed_late(gateway: Gateway, payment: Entity) -> None:
    if payment.status in ("created", "failed"):
        attempts.succeed_late(gateway, payment)


def _process(gateway: Gateway, refund: Entity) -> None:
    if refund.status == "pending":
        refunds.finish(gateway, refund, "processed")


def _fail(gateway: Gateway, refund: Entity) -> None:
    if refund.status == "pending":
        refunds.finish(gateway, refund, "failed")


ACTIONS: Mapping[str, tuple[str, Action]] = {
    "auto_refund": ("payment", _auto_refund),
    "capture": ("payment", _capture),
    "expire_payment_link": ("payment_link", payment_links.expire),
    "expire_qr_code": ("qr_code", lambda gateway, qr_code: qr_codes.end(gateway, qr_code, "expired")),
    "fail_refund": ("refund", _fail),
    "note_arn": ("refund", refunds.note_arn),
    "process_refund": ("refund", _process),
    "succeed_late": ("payment", _succeed_late),
}
