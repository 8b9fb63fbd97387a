"""The control paths under /__practice: the customer, the clock, resets, faults, and what there is to see."""

from desktop.practice.account.entities import Entity
from desktop.practice.answers.envelopes import Document, Unpayable, invalid
from desktop.practice.api import attempts, payment_links, qr_codes, refunds
from desktop.practice.api.fields import Fields
from desktop.practice.api.listing import whole_of
from desktop.practice.api.means import METHODS
from desktop.practice.control import request_log
from desktop.practice.gateway import Call, Gateway
from desktop.practice.phone import paying

FARTHEST = 10 * 366 * 86400
KINDS = ("customer", "order", "payment", "payment_link", "qr_code", "refund")


def pay(gateway: Gateway, call: Call) -> Document:
    """{target, outcome: approve|decline|authorize, amount?, method?, vpa?, decline_reason?}."""
    fields = Fields(call.body, {"target", "outcome", "amount", "method", "vpa", "decline_reason"})
    wish = {
        "target": fields.text("target", required=True),
        "outcome": fields.choice("outcome", paying.OUTCOMES, required=True),
        "amount": fields.whole("amount"),
        "method": fields.choice("method", METHODS),
        "vpa": fields.text("vpa"),
        "decline_reason": fields.text("decline_reason"),
    }
    try:
        return paying.pay(gateway, call, wish)
    except Unpayable as refusal:
        raise invalid(str(refusal), reason=refusal.reason) from refusal


def late(gateway: Gateway, call: Call) -> Document:
    """{payment_id}: the bank's answer comes after all; failed becomes authorized and captured."""
    fields = Fields(call.body, {"payment_id"})
    payment = gateway.fetch("payment", fields.text("payment_id", required=True) or "")
    if payment.status not in ("created", "failed", "authorized"):
        raise invalid(f"A {payment.status} payment cannot succeed late.", "payment_id", reason=payment.status)
    gateway.schedule.cancel("succeed_late", payment.id)
    attempts.succeed_late(gateway, payment)
    return payment.shown


def clock(gateway: Gateway, call: Call) -> Document:
    """{advance: seconds}; also {frozen: true|false}, which stops the clock or lets it run on."""
    fields = Fields(call.body, {"advance", "frozen"})
    seconds = fields.whole("advance") or 0
    if not 0 <= seconds <= FARTHEST:
        raise invalid("The clock goes forward, at most ten years at a time.", "advance")
    if fields.has("frozen"):
        if fields.flag("frozen"):
            gateway.clock.freeze()
        else:
            gateway.clock.run_again()
    gateway.clock.advance(seconds)
    return {"now": gateway.clock.now(), "frozen": gateway.clock.is_frozen()}


def reset(gateway: Gateway, call: Call) -> Document:
    """{seed}: forgets everything, faults, log and clock included."""
    fields = Fields(call.body, {"seed"})
    seed = fields.whole("seed")
    seed = gateway.identifiers.seed() if seed is None else seed
    gateway.storage.erase()
    gateway.storage.set_setting("seed", str(seed))
    return {"seed": seed, "now": gateway.clock.now()}


def refund(gateway: Gateway, call: Call) -> Document:
    """{status: processed|failed}."""
    fields = Fields(call.body, {"status"})
    status = fields.choice("status", ("processed", "failed", "pending"), required=True) or ""
    found = gateway.fetch("refund", call.parameters["id"])
    refunds.finish(gateway, found, status)
    return found.shown


def set_faults(gateway: Gateway, call: Call) -> Document:
    """{faults: [...]}, as the module `faults.kinds` describes them; replaces the list."""
    Fields(call.body, {"faults"})
    gateway.faults.replace(call.body.get("faults"))
    return faults(gateway, call)


def faults(gateway: Gateway, _call: Call) -> Document:
    return {"faults": gateway.faults.listed()}


def state(gateway: Gateway, _call: Call) -> Document:
    """Everything the account holds, newest first, with the sums in paise that an audit compares."""
    held = {kind: gateway.entities.listed(kind) for kind in KINDS}
    captured = {one.id: one.shown["amount"] for one in held["payment"] if one.shown["captured"]}
    refunded = [
        one.shown["amount"] for one in held["refund"] if one.parent in captured and one.status != "failed"
    ]
    return {
        "now": gateway.clock.now(),
        "frozen": gateway.clock.is_frozen(),
        "seed": gateway.identifiers.seed(),
        "captured_paise": sum(captured.values()),
        "refunded_paise": sum(refunded),
        **{f"{kind}s": [_shown(gateway, one) for one in entities] for kind, entities in held.items()},
    }


def _shown(gateway: Gateway, entity: Entity) -> Document:
    if entity.kind == "payment_link":
        return payment_links.shown(gateway, entity)
    return qr_codes.shown(gateway, entity) if entity.kind == "qr_code" else entity.shown


def log(gateway: Gateway, call: Call) -> Document:
    """Optional query: after (sequence), method, path."""
    query = call.query
    after = whole_of(query.get("after", "0"))
    if after is None or after < 0:
        raise invalid("after must be a sequence number.", "after")
    return request_log.read(gateway.storage, after=after, method=query.get("method"), path=query.get("path"))
