"""By what a payment of another program is known."""

import pytest

from db.states import SignField
from desktop.services.domain.foreign_money import Marked, Sign, names_in, sign_of


def marked(description: str = "", attempt: str = "", **notes: str) -> Marked:
    return Marked(tuple(sorted(notes.items())), description, attempt)


@pytest.mark.parametrize(
    ("carried", "sign"),
    [
        (marked("Order #1042", shop="x", order="1042"), Sign(SignField.NOTES, "order, shop")),
        (marked("Order #1042"), Sign(SignField.DESCRIPTION, "Order")),
        (marked("Payment for policy no #23456"), Sign(SignField.DESCRIPTION, "Payment for policy no")),
        (marked("Buy fresh groceries"), Sign(SignField.DESCRIPTION, "Buy fresh groceries")),
        (marked("ऑर्डर 1042"), Sign(SignField.DESCRIPTION, "ऑर्डर")),
    ],
)
def test_a_payment_is_known_by_its_notes_or_by_how_it_is_described(carried: Marked, sign: Sign) -> None:
    assert sign_of(carried) == sign


@pytest.mark.parametrize(
    "carried",
    [
        *(marked(), marked("QRv2 Payment"), marked("#Qb2gHrKr01Maky"), marked("#inv_EpitssSmeINDJU")),
        *(marked("No 7"), marked("1042"), marked("Booking BK-7F3K2Q"), marked(order="bk 7f3k2q")),
        marked("QRv2 Payment", attempt="0195f3", attempt_note="0195f3"),
    ],
)
def test_what_every_payment_carries_or_what_may_be_ours_is_no_sign(carried: Marked) -> None:
    assert sign_of(carried) is None


def test_a_name_of_ours_is_found_however_it_is_written() -> None:
    found = names_in(marked("#Qb2gHrKr01Maky", order="ref (7f3k2q), D1-R-2026-000042."))
    assert {"BK-7F3K2Q", "plink_Qb2gHrKr01Maky"} <= found
    assert "D1-R-2026-000042" in found
