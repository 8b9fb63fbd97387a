"""No card's number, telephone number, key or secret stands in the log, wherever it comes from."""

from typing import Any
from uuid import UUID

import pytest

from desktop.logs import redact


def logged(**event: Any) -> dict[str, Any]:
    return dict(redact(None, "info", event))


@pytest.mark.parametrize("sign", ["", " ", "-", ".", "\u200b", " / "])
def test_a_cards_number_is_not_logged_however_it_is_written(sign: str) -> None:
    card = sign.join(("4111", "1111", "1111", "1111"))
    assert logged(reason=f"slip {card}, 12/26")["reason"] == "slip [card], 12/26"
    assert logged(event=f"x{card}y")["event"] == "x[card]y"
    shown = card.translate(str.maketrans("0123456789", "०१२३४५६७८९"))
    assert "[card]" in logged(reason=shown)["reason"]


def test_what_stands_deeper_in_an_event_is_looked_at_too() -> None:
    found = logged(guests=[{"name": "4111 1111 1111 1111", "mobile": "9876543210", "password": "x"}])
    assert found["guests"] == [{"name": "[card]", "mobile": "...3210", "password": "[removed]"}]


def test_moments_ids_and_amounts_stay_readable() -> None:
    for number in range(2_000):
        moment = f"2026-11-29T14:04:{number % 60:02}.{number * 499 % 1_000_000:06}+00:00"
        plain = {"at": moment, "booking": str(UUID(int=number * 7919)), "amount_paise": 4111111111111111}
        assert logged(**plain) == plain
