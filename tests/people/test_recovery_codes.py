"""The code that gives the only manager a new PIN: typed from paper, by hand."""

from collections.abc import Callable

import pytest

from desktop.services.domain.recovery_code import SIGNS, bare_recovery_code, new_recovery_code
from desktop.services.steps.pins import hash_secret, is_secret


def test_a_code_has_five_groups_of_four_and_no_two_are_alike() -> None:
    codes = {new_recovery_code() for _ in range(50)}

    assert len(codes) == 50
    assert all([len(group) for group in code.split("-")] == [4] * 5 for code in codes)
    assert all(bare_recovery_code(code) for code in codes)


def test_no_sign_looks_like_another() -> None:
    for alike in ("0O", "1IL", "5S", "8B", "UV"):
        assert len(set(alike) & set(SIGNS)) <= 1


@pytest.mark.parametrize("typed", [str.lower, lambda code: code.replace("-", " "), lambda code: f" {code} "])
def test_gaps_and_small_letters_do_not_count(typed: Callable[[str], str]) -> None:
    code = new_recovery_code()
    kept = hash_secret(bare_recovery_code(code))

    assert is_secret(kept, bare_recovery_code(typed(code)))


@pytest.mark.parametrize("text", ["", "AAAA", "AAAA-AAAA-AAAA-AAAA-AAA0", "AAAA-AAAA-AAAA-AAAA-AAAAA"])
def test_what_is_no_code_is_told_before_it_is_compared(text: str) -> None:
    assert not bare_recovery_code(text)
