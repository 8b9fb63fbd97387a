"""A card's number is never kept, whatever stands between its figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.figures import (
    bare_number,
    holds_card_number,
    is_whole_number,
    passes_luhn,
    plain_figures,
    without_card_numbers,
)

CARDS = (
    *("4111111111111111", "5555555555554444", "378282246310005"),
    *("6521111111111117", "501800000009", "4222222222222"),
)


@pytest.mark.parametrize("card", [card for card in CARDS if passes_luhn(card)])
@pytest.mark.parametrize("sign", ["", " ", "-", ".", "/", " - ", "_", "\u200b", "\n", "·", "  "])
def test_a_cards_number_is_seen_however_it_is_written(card: str, sign: str) -> None:
    groups = [card[at : at + 4] for at in range(0, len(card), 4)]
    assert holds_card_number(f"paid by {sign.join(groups)}, 12/26")
    assert holds_card_number(sign.join(card))
    assert holds_card_number(card.translate(str.maketrans("0123456789", "०१२३४५६७८९")))


@given(st.text("0123456789 -,x०१", max_size=60))
def test_what_is_left_without_card_numbers_holds_none(text: str) -> None:
    assert not holds_card_number(without_card_numbers(text))
    assert (without_card_numbers(text) == text) == (not holds_card_number(text))


@given(st.integers(10**11, 10**19 - 1))
def test_every_row_of_figures_is_judged_by_its_check_digit(number: int) -> None:
    digits = str(number)
    mobile = len(digits) == 12 and digits[:2] == "91" and digits[2] in "6789"
    assert holds_card_number(f"x {digits} y") == (passes_luhn(digits) and not mobile)


@pytest.mark.parametrize(
    "text", ["", "203", "called 98765 11050", "+91 98765 11050", "BK-7F3K2Q", "0000 0000 0000 0000", "10:42"]
)
def test_what_is_no_card_is_kept(text: str) -> None:
    assert not holds_card_number(text)


@given(st.text(max_size=40))
def test_no_text_breaks_the_readers(text: str) -> None:
    holds_card_number(text)
    assert plain_figures(plain_figures(text)) == plain_figures(text)
    assert bare_number(bare_number(text)) == bare_number(text)


def with_check_digit(length: int) -> str:
    """Return so many figures that pass for a card's number."""
    body = ("4539578763621486" * 2)[: length - 1]
    return next(f"{body}{last}" for last in range(10) if passes_luhn(f"{body}{last}"))


@pytest.mark.parametrize(("length", "is_card"), [(11, False), (12, True), (19, True), (20, False)])
def test_a_cards_number_has_twelve_to_nineteen_figures(length: int, is_card: bool) -> None:
    assert holds_card_number(with_check_digit(length)) is is_card


@pytest.mark.parametrize(
    ("length", "alone", "with_plus"),
    [
        (7, False, False),
        (8, False, True),
        (9, False, True),
        (10, True, True),
        (15, True, True),
        (16, False, False),
    ],
)
def test_a_whole_number_has_ten_figures_or_eight_behind_a_plus_and_fifteen_at_most(
    length: int, alone: bool, with_plus: bool
) -> None:
    assert (is_whole_number("9" * length), is_whole_number("+" + "9" * length)) == (alone, with_plus)
