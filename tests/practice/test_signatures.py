"""Signatures, compared with vectors that Razorpay's own library and pages publish."""

import json
from pathlib import Path

import pytest

from desktop.practice.api import signatures

VECTORS = Path(__file__).resolve().parents[3] / "shared/data/razorpay-samples/signature_vectors.json"


def test_checkout() -> None:
    expected = "0d4e745a1838664ad6c9c9902212a32d627d68e917290b0ad5f08ff4561bc50f"
    secret = "EnLs21M47BllR3X8PSFtjtbd"
    made = signatures.checkout_signature(secret, "order_IEIaMR65cu6nz3", "pay_IH4NVgf4Dreq1l")
    assert made == expected


def test_link_redirect_with_and_without_a_reference() -> None:
    secret, link, payment = "EnLs21M47BllR3X8PSFtjtbd", "plink_IH3cNucfVEgV68", "pay_IH3d0ara9bSsjQ"
    expected = "07ae18789e35093e51d0a491eb9922646f3f82773547e5b0f67ee3f2d3bf7d5b"
    assert signatures.link_signature(secret, link, "TSsd1989", "paid", payment) == expected
    without = signatures.hmac_sha256(secret, f"{link}||paid|{payment}".encode())
    assert signatures.link_signature(secret, link, "", "paid", payment) == without


def test_every_published_vector_comes_out_the_same() -> None:
    if not VECTORS.exists():
        pytest.skip("the published vectors lie beside the checkout and are not here")
    recomputed = 0
    for vector in json.loads(VECTORS.read_text(encoding="utf-8")):
        if "message" in vector:
            assert signatures.hmac_sha256(vector["secret"], vector["message"].encode()) == vector["expected"]
            recomputed += 1
            continue
        body = VECTORS.parent / vector["message_file"]
        if body.exists():
            assert signatures.hmac_sha256(vector["secret"], body.read_bytes()) == vector["expected"]
            recomputed += 1
    assert recomputed >= 4
