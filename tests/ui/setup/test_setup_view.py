"""What is said about an account and about the books, without widgets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.services.domain.account_report import AccountReport
from desktop.services.domain.reconciliation import Reconciliation
from desktop.ui.setup.setup_view import Finding, Found, Mark, account_findings, reconciliation_findings
from desktop.ui.setup.setup_words import finding_text, kept_text

GOOD = AccountReport(True, True, (), 0.4)
MATCHING = Reconciliation(True, 2, 14, 62_145_00, 0, 0, ())


def found(report: AccountReport) -> list[tuple[Mark, Found]]:
    return [(finding.mark, finding.found) for finding in account_findings(report)]


def test_an_account_that_can_do_everything_says_so() -> None:
    assert found(GOOD) == [(Mark.GOOD, Found.LIVE), (Mark.GOOD, Found.QR), (Mark.GOOD, Found.LINK)]


@pytest.mark.parametrize(
    ("lacks", "mark", "what"),
    [
        ("qr", Mark.BAD, Found.NO_QR),
        ("image_content", Mark.CAREFUL, Found.QR_AS_PICTURE),
        ("link", Mark.CAREFUL, Found.NO_LINK),
        ("amount", Mark.CAREFUL, Found.AMOUNT_LIMIT),
        ("payouts", Mark.CAREFUL, Found.OTHER_LACK),
    ],
)
def test_each_lack_has_its_own_line(lacks: str, mark: Mark, what: Found) -> None:
    assert (mark, what) in found(replace(GOOD, lacks=(lacks,)))


def test_wrong_keys_and_silence_are_told_alone() -> None:
    assert found(replace(GOOD, lacks=("keys",))) == [(Mark.BAD, Found.WRONG_KEYS)]
    assert found(AccountReport(False, True, (), 900.0)) == [(Mark.BAD, Found.UNREACHABLE)]


def test_test_keys_are_never_taken_for_real_ones() -> None:
    assert found(replace(GOOD, is_live=False))[0] == (Mark.CAREFUL, Found.TEST)


@pytest.mark.parametrize(
    ("offset", "lines"),
    [
        (60.0, []),
        (-60.0, []),
        (61.2, [Finding(Mark.CAREFUL, Found.CLOCK_BEHIND, 61)]),
        (-120.0, [Finding(Mark.CAREFUL, Found.CLOCK_AHEAD, 120)]),
    ],
)
def test_a_clock_is_warned_of_from_a_minute_on(offset: float, lines: list[Finding]) -> None:
    clocks = (Found.CLOCK_AHEAD, Found.CLOCK_BEHIND)
    findings = account_findings(replace(GOOD, clock_offset_seconds=offset))
    assert [finding for finding in findings if finding.found in clocks] == lines


def test_books_that_match_say_so() -> None:
    assert [finding_text(finding) for finding in reconciliation_findings(MATCHING)] == [
        "✓  14 payments were in the books already; ₹62,145.00 came in all.",
        "✓  2 open payments were asked about.",
        "✓  Every refund matches.",
    ]


def test_what_does_not_match_is_told_line_by_line() -> None:
    report = replace(MATCHING, taken_in_count=1, foreign_count=2, refund_differences=("pay_A1", "pay_B2"))
    assert [finding_text(finding) for finding in reconciliation_findings(report)] == [
        "✓  11 payments were in the books already; ₹62,145.00 came in all.",
        "✓  2 open payments were asked about.",
        "▲  1 payment had come unseen and was taken in now.",
        "✕  2 payments belong to nothing that this desk sold: decide them with F6.",
        "✕  Other amounts were given back than the books say: pay_A1, pay_B2.",
    ]


def test_an_incomplete_comparison_claims_nothing() -> None:
    report = Reconciliation(False, 3, 0, 0, 0, 0, ())
    assert [finding.found for finding in reconciliation_findings(report)] == [Found.INCOMPLETE]


@pytest.mark.parametrize("what", Found)
@pytest.mark.parametrize("count", [1, 3])
def test_every_finding_has_a_sentence(what: Found, count: int) -> None:
    text = finding_text(Finding(Mark.GOOD, what, count, 100, ("pay_A1",)))
    assert text.endswith(".")
    assert "{" not in text


def test_only_the_end_of_a_kept_key_is_shown() -> None:
    assert kept_text("") == "No key is kept on this computer."
    assert kept_text("wxyz") == "Kept in this computer's keyring: the key ending in wxyz."
