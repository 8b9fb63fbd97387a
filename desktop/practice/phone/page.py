"""The customer's phone: a page of plain forms to approve or decline what the desk asks for."""

import re
from dataclasses import replace
from html import escape
from io import BytesIO
from string import Template
from urllib.parse import parse_qsl, quote

import segno

from desktop.practice.account.entities import Entity
from desktop.practice.account.identifiers import is_id
from desktop.practice.answers.envelopes import Document, Unpayable, invalid, url_not_found
from desktop.practice.answers.replies import Reply, html_reply
from desktop.practice.api import qr_codes
from desktop.practice.api.payment_links import OPEN
from desktop.practice.gateway import Call, Gateway
from desktop.practice.phone import paying

LATER_SECONDS = 40
BUTTONS = (
    ("approve", "Approve", "primary"),
    ("decline", "Decline", ""),
    ("later", f"Approve after {LATER_SECONDS} s", ""),
    ("late", "Pay, but the bank is late", ""),
)
DONE = {
    "approve": "Approved.",
    "decline": "Declined.",
    "later": f"Will be approved in {LATER_SECONDS} seconds.",
    "late": "Paid; the bank reports a failure first and the money a minute later.",
}
PAGE = Template("""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Practice phone</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
$refresh
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 32rem; margin: 0 auto; padding: 16px; }
.band { background: #b45309; color: #fff; padding: 8px 16px; border-radius: 8px; font-weight: 600; }
article { border: 1px solid #8888; border-radius: 12px; padding: 16px; margin: 16px 0; }
h1 { font-size: 1.25rem; } h2 { font-size: 1rem; margin: 0; }
.amount { font-size: 1.75rem; font-variant-numeric: tabular-nums; margin: 4px 0; }
.quiet { opacity: .75; margin: 0 0 12px; overflow-wrap: anywhere; }
form { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
button, input { font: inherit; padding: 8px 12px; border-radius: 8px; border: 1px solid #8888; }
button.primary { background: #15803d; border-color: #15803d; color: #fff; }
:focus-visible { outline: 3px solid #2563eb; outline-offset: 2px; }
</style></head><body>
<p class="band">PRACTICE: no money moves</p>
<h1>The customer's phone</h1>
$notice
$cards
</body></html>
""")


def fault_path(path: str) -> str:
    """Pressing a button counts as paying through the control path."""
    return "/__practice/pay" if path == "/phone/pay" else path


def answer(gateway: Gateway, call: Call) -> Reply:
    """GET /phone and /phone/<id>, GET /phone/qr/<id>.png, POST /phone/pay. ApiError for anything else."""
    if call.method == "POST" and call.path == "/phone/pay":
        return _press(gateway, call)
    if call.method != "GET":
        raise url_not_found()
    if call.path == "/phone":
        return _page(gateway, call, _payable(gateway))
    name = call.path.removeprefix("/phone/")
    if name.startswith("qr/"):
        return _picture(gateway, name.removeprefix("qr/").removesuffix(".png"))
    if is_id(name, "plink"):
        return _page(gateway, call, [gateway.fetch("payment_link", name)])
    raise url_not_found()


def _press(gateway: Gateway, call: Call) -> Reply:
    form = _form(call.raw)
    action, target = form.get("action", ""), form.get("target", "")
    if action not in DONE:
        raise invalid("Nothing was chosen.", "action")
    amount = form.get("rupees", "")
    wish: Document = {"target": target, "outcome": "decline" if action == "decline" else "approve"}
    wish["decline_reason"] = "payment_cancelled" if action == "decline" else None
    if amount:
        wish["amount"] = _paise(amount)
    faults = dict(call.faults)
    if action == "late":
        faults.setdefault("late_success", {"seconds": paying.LATE_AFTER})
    paid = Call("POST", fault_path(call.path), faults=faults)
    try:
        if action == "later":
            paying.check(gateway, paid, wish)
            due = gateway.clock.now() + LATER_SECONDS
            gateway.schedule.add(due, "pay", target, wish=wish, faults=faults)
        else:
            paying.pay(gateway, paid, wish)
    except Unpayable as refusal:
        page = _page(gateway, call, _payable(gateway), f"Not paid. {refusal}")
        return replace(page, status=409)
    return Reply(303, b"", "text/html", {"location": f"/phone?notice={quote(action)}"})


def _form(raw: bytes) -> dict[str, str]:
    return dict(parse_qsl(raw.decode(errors="replace"), keep_blank_values=True))


def _payable(gateway: Gateway) -> list[Entity]:
    """Everything that waits for the customer, newest first."""
    links = [link for status in OPEN for link in gateway.entities.listed("payment_link", status=status)]
    behind_links = {link.hidden.get("order_id") for link in links}
    waiting = [
        *gateway.entities.listed("qr_code", status="active"),
        *links,
        *(
            order
            for status in ("created", "attempted")
            for order in gateway.entities.listed("order", status=status)
            if order.id not in behind_links
        ),
    ]
    return sorted(waiting, key=lambda entity: entity.created_at, reverse=True)


def _page(gateway: Gateway, call: Call, entities: list[Entity], notice: str = "") -> Reply:
    done = notice or DONE.get(call.query.get("notice", ""), "")
    here = "/phone" if call.method == "POST" else call.path
    # Where a person types an amount, a refresh would wipe it out.
    typing = any(_facts(entity)[1] is None for entity in entities)
    cards = "\n".join(_card(gateway, entity) for entity in entities)
    page = PAGE.substitute(
        refresh="" if typing else f'<meta http-equiv="refresh" content="5;url={escape(here, quote=True)}">',
        notice=f'<p role="status">{escape(done)}</p>' if done else "",
        cards=cards or '<p class="quiet">Nothing to pay. The page looks again every five seconds.</p>',
    )
    return html_reply(page.encode())


def _card(gateway: Gateway, entity: Entity) -> str:
    kind, paise, until = _facts(entity)
    left = "" if not until else f" · {max(0, until - gateway.clock.now())} s left"
    picture = ""
    if entity.kind == "qr_code":
        picture = f'<img src="/phone/qr/{entity.id}.png" alt="QR code" width="132" height="132">'
    amount = (
        '<label>Rupees <input name="rupees" inputmode="decimal" required size="8"></label>'
        if paise is None
        else ""
    )
    open_now = entity.status in ("active", "attempted", *OPEN)
    buttons = "".join(
        f'<button name="action" value="{value}" class="{style}">{escape(label)}</button>'
        for value, label, style in BUTTONS
    )
    form = (
        f'<form method="post" action="/phone/pay"><input type="hidden" name="target" value="{entity.id}">'
        f"{amount}{buttons}</form>"
    )
    shown_amount = "any amount" if paise is None else f"₹{paise // 100:,}.{paise % 100:02d}"
    about = escape(str(entity.shown.get("description") or ""))
    return (
        f'<article><h2>{kind}</h2><p class="amount">{shown_amount}</p>'
        f'<p class="quiet">{about} {entity.id} · {escape(entity.status)}{left}</p>'
        f"{picture}{form if open_now else ''}</article>"
    )


def _facts(entity: Entity) -> tuple[str, int | None, int]:
    """Its name, the paise still due (None: the customer chooses), and when it ends (0: never)."""
    if entity.kind == "qr_code":
        return "UPI QR code", entity.shown["payment_amount"], entity.shown["close_by"] or 0
    if entity.kind == "payment_link":
        due = int(entity.shown["amount"]) - int(entity.shown["amount_paid"])
        return "Payment link", due, entity.shown["expire_by"]
    return "Order", int(entity.shown["amount_due"]), 0


def _picture(gateway: Gateway, qr_code_id: str) -> Reply:
    qr_code = gateway.fetch("qr_code", qr_code_id)
    picture = BytesIO()
    segno.make(qr_codes.content(qr_code), micro=False).save(picture, kind="png", scale=6)
    return Reply(200, picture.getvalue(), "image/png")


def _paise(rupees: str) -> int:
    whole, _, part = rupees.partition(".")
    if not (re.fullmatch(r"[0-9]{1,9}", whole) and re.fullmatch(r"[0-9]{0,2}", part)):
        raise invalid("The amount must be rupees, such as 12.50.", "rupees")
    return int(whole) * 100 + int(part.ljust(2, "0"))
