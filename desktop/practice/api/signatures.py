"""The signatures that Razorpay puts on what reaches the customer's browser."""

import hashlib
import hmac


def hmac_sha256(secret: str, message: bytes) -> str:
    """Lower-case hexadecimal HMAC-SHA256."""
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


def checkout_signature(secret: str, order_id: str, payment_id: str) -> str:
    return hmac_sha256(secret, f"{order_id}|{payment_id}".encode())


def link_signature(secret: str, link_id: str, reference_id: str, status: str, payment_id: str) -> str:
    """A link without a reference signs an empty field in its place."""
    return hmac_sha256(secret, f"{link_id}|{reference_id}|{status}|{payment_id}".encode())
