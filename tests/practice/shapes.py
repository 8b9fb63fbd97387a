"""Compares the shape of an answer with a documented one: which keys there are, and of what JSON type."""

from typing import Any

# Keys that depend on features which a counter never uses, or that only some of the pages show.
OPTIONAL = {
    "payment": {
        "amount_captured",
        "amount_transferred",
        "base_amount",
        "card",
        "customer_id",
        "emi_plan",
        "fee_bearer",
        "provider",
        "reward",
        "token_id",
        "upi",
    },
    "order": {"offers", "payments"},
    "payment_link": {"order_id", "source", "source_id"},
    "qr_code": {"tax_invoice", "image_content"},
    "customer": set[str](),
    "refund": set[str](),
    "payment.downtime": set[str](),
    "settlement": set[str](),
}


def json_type(value: object) -> str:
    return "null" if value is None else type(value).__name__


def differences(documented: dict[str, Any], ours: dict[str, Any], kind: str) -> list[str]:
    """What a client that was written for `documented` would trip over in `ours`; null goes with every type,
    and an empty list with an object, as notes do."""
    found = [
        f"{name} is missing"
        for name in documented
        if name.strip() not in ours and name.strip() not in OPTIONAL[kind]
    ]
    for name, value in documented.items():
        mine = ours.get(name.strip())
        types = {json_type(value), json_type(mine)}
        if "null" in types or len(types) == 1 or (types == {"dict", "list"} and not (value and mine)):
            continue
        found.append(f"{name} is {json_type(mine)}, not {json_type(value)}")
    return found
