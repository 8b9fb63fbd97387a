"""A reference is read however it is written, and none is made that could be a word or a number."""

import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.domain.references import (
    REFERENCE_LENGTH,
    REFERENCE_LETTERS,
    is_surely_reference,
    new_reference,
    read_paper_number,
    read_reference,
)

LETTERS = st.text(REFERENCE_LETTERS, min_size=REFERENCE_LENGTH, max_size=REFERENCE_LENGTH)


@given(draws=st.lists(LETTERS, min_size=1))
def test_a_reference_is_made_with_a_figure_and_a_letter(draws: list[str]) -> None:
    signs = iter("".join([*draws, "NDRFG7"]))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(secrets, "choice", lambda _letters: next(signs))
        made = new_reference().removeprefix("BK-")
    assert any(sign.isdigit() for sign in made)
    assert any(sign.isalpha() for sign in made)
    assert len(made) == REFERENCE_LENGTH
    assert is_surely_reference(made)


@given(letters=LETTERS)
@pytest.mark.parametrize(
    "form",
    [
        *("BK-{0}", "bk-{1}", "BK{0}", "bk{1}", "BK {0}", "BK - {0}", "BK–{0}", "BK−{0}", "  bk-{1} "),
        *("{0}", "{1}", "BK-{2} {3}", "bk {2}-{3}", "{2} {3}", "{2}-{3}", "\u2066BK-{0}\u2069", "ＢＫ－{0}"),
        *(
            "#BK-{0}",
            "(bk-{1})",
            "BK-{0},",
            "BK_{0}",
            "BK: {0}",
            "ref BK-{0}",
            "Booking no. BK-{0} is confirmed",
        ),
        *("BK-{0}   Deluxe 201, 29-30 Nov", "BK-{0} / BK-{0}"),
    ],
)
def test_every_form_of_a_reference_is_read(form: str, letters: str) -> None:
    typed = form.format(letters, letters.lower(), letters[:3], letters[3:])
    assert read_reference(typed) == f"BK-{letters}"


def test_two_references_in_one_line_are_none() -> None:
    assert read_reference("BK-7F3K2Q and BK-NDRFGP") == ""


@pytest.mark.parametrize("typed", ["BK-7F3K2", "BK-7F3K2QQ", "goa21", "deluxe", "", "BK-", "seven 7"])
def test_what_has_not_six_signs_is_no_reference(typed: str) -> None:
    assert read_reference(typed) in ("", "BK-DELUXE", "BK-SEVEN7")
    assert not is_surely_reference(typed)


@pytest.mark.parametrize(
    ("typed", "sure"),
    [
        *(("BK-NDRFGP", True), ("bk ndrfgp", True), ("BKNDRFGP", True), ("7f3k2q", True), ("७f3k2q", True)),
        *(("ndrfgp", False), ("pungoa", False), ("dlx 2 2a", False), ("234567", False)),
    ],
)
def test_a_word_that_may_be_something_else_is_no_sure_reference(typed: str, sure: bool) -> None:
    assert is_surely_reference(typed) is sure


@pytest.mark.parametrize(
    "typed",
    [
        *("D1-R-2026-000042", "d1-r-2026-000042", "D1 R 2026 42", "d1r2026000042", "D1–R–2026–000042"),
        *("Receipt D1-R-2026-000042", "(D1-R-2026-000042)", "No. d1-r-2026-42, 1 page"),
        *("D1/R/2026/42", "D1-R-२०२६-०००४२"),
    ],
)
def test_the_number_of_a_paper_is_read_however_it_is_typed(typed: str) -> None:
    assert read_paper_number(typed) == "D1-R-2026-000042"


@pytest.mark.parametrize(
    "typed",
    ["dlx 2", "D1-R-2026-0000421", "BK-7F3K2Q", "goa21 4a 4b", "D1-R-2026", "9876543210", "D1-X-2026-1"],
)
def test_other_lines_are_no_number_of_a_paper(typed: str) -> None:
    assert read_paper_number(typed) == ""
