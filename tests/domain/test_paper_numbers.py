"""Numbers of papers: never too long, never two alike, and read however they are typed."""

from datetime import UTC, datetime
from itertools import product

import pytest

from db.document_kinds import (
    KINDS,
    NUMBER_LENGTH_MAX,
    NUMBERS_A_YEAR_MAX,
    OLD_LETTERS,
    number_begin,
    number_of,
)
from db.states import DocumentKind
from desktop.services.domain.financial_year import financial_year, issued_on
from desktop.services.domain.references import read_paper_number

# One to four signs, with figures and with letters that are kinds' as well.
CODES = ("D", "7", "D1", "AR", "R2", "GOA", "D1R", "DESK", "R2R2", "1234")
DIGITS = ("", "2", "9", "10", "26", "36", "99")
YEARS = (2122, 2526, 2627, 2728, 9900)


def every() -> list[tuple[str, DocumentKind, int, str]]:
    """Return every series that those desks could have."""
    return list(product(CODES, KINDS, YEARS, DIGITS))


def test_no_number_is_longer_than_the_law_allows() -> None:
    numbers = [number_of(code, kind, year, NUMBERS_A_YEAR_MAX, digit) for code, kind, year, digit in every()]
    assert max(map(len, numbers)) == NUMBER_LENGTH_MAX
    assert all(set(number) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-") for number in numbers)
    assert not any(number.startswith("-") for number in numbers)


def test_no_two_series_share_a_number() -> None:
    new = [number_begin(code, kind, year, digit) for code, kind, year, digit in every()]
    old = [number_begin(code, kind, 2026) for code in CODES for kind in OLD_LETTERS]
    assert len({*new, *old}) == len(new) + len(old)


def test_the_number_after_the_last_of_a_year_is_none() -> None:
    with pytest.raises(AssertionError, match="used up"):
        number_of("D1", DocumentKind.TAX_INVOICE, 2627, NUMBERS_A_YEAR_MAX + 1)


@pytest.mark.parametrize("own", [1, 42, 123456])
def test_every_number_is_read_as_it_stands_and_without_its_dashes(own: int) -> None:
    for code, kind, year, digit in every():
        number = number_of(code, kind, year, own, digit)
        for typed in (number, number.lower(), f"Paper {number}", number.replace("-", " ")):
            assert read_paper_number(typed) == number, typed


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("d1 r2 2627 42", "D1R2-2627-000042"),
        ("D1-R-2627-42", "D1-R-2627-000042"),
        ("D1R262742", "D1-R-2627-000042"),
        ("डेस्क D1-I-२६२७-०००००१", "D1-I-2627-000001"),
        ("DESKI2-2627-7", "DESKI22627000007"),
        ("D1-V-2026-3", "D1-V-2026-000003"),
        # No series of before told registrations apart, and none had this letter.
        ("D1-R2-2026-3", ""),
        ("D1-I-2026-3", ""),
        # No financial year.
        ("D1-R-2628-3", ""),
    ],
)
def test_a_number_is_read_however_it_is_typed(typed: str, number: str) -> None:
    assert read_paper_number(typed) == number


@pytest.mark.parametrize(
    ("moment", "year"),
    [
        (datetime(2027, 3, 31, 18, 29, 59, tzinfo=UTC), 2627),  # 23:59:59 in India
        (datetime(2027, 3, 31, 18, 30, tzinfo=UTC), 2728),  # midnight
        (datetime(2100, 3, 31, tzinfo=UTC), 9900),
    ],
)
def test_the_year_of_a_paper_is_the_indian_financial_year(moment: datetime, year: int) -> None:
    assert financial_year(issued_on(moment)) == year


def test_a_key_of_ours_is_no_number_of_a_paper() -> None:
    assert read_paper_number("01a22a87-15b4-6667-0000-06ab12345678") == ""
    assert read_paper_number("01a22a6b-07b2-7282-9006-000000000042") == ""
