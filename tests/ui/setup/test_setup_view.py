"""What is said about an account and about the books, without widgets."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from db.ids import GatewayPaymentId
from desktop.services.domain.account_report import AccountReport
from desktop.services.domain.reconciliation import Comparison, GatewayDay, Reconciliation, Ruled
from desktop.ui.setup.setup_view import (
    Finding,
    Found,
    Mark,
    account_findings,
    day_finding,
    reconciliation_findings,
)
from desktop.ui.setup.setup_words import finding_text, kept_text

GOOD = AccountReport(True, True, (), 0.4)
PAY_A1, PAY_B2, PAY_C3 = map(GatewayPaymentId, ("pay_A1", "pay_B2", "pay_C3"))
EVEN = Comparison(14, 62_145_00, 62_145_00, 0, 0, (), ())
MATCHING = Reconciliation(True, 2, 0, 0, 0, (), EVEN)
DAY = GatewayDay(date(2026, 11, 21), datetime(2026, 11, 21, 20, tzinfo=UTC), EVEN)


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


def told(report: Reconciliation) -> list[str]:
    return [finding_text(finding) for finding in reconciliation_findings(report)]


def test_books_that_match_say_so() -> None:
    assert told(MATCHING) == [
        "✓  14 payments of ₹62,145.00 in the last days: the books say the same.",
        "✓  Every refund matches.",
        "✓  2 open payments were asked about.",
    ]


def test_what_does_not_match_is_told_line_by_line() -> None:
    differing = replace(
        EVEN,
        undecided_paise=1_200_00,
        amount_differences=(PAY_A1,),
        refund_differences=(PAY_A1, PAY_B2),
    )
    report = Reconciliation(True, 2, 1, 1, 2, (PAY_C3,), differing)
    assert told(report) == [
        "✕  The books hold other amounts than the gateway, or none, for pay_A1.",
        "▲  ₹1,200.00 of it waits for a decision: F6.",
        "✕  Other amounts were given back than the books say: pay_A1, pay_B2.",
        "✕  The gateway does not know pay_C3, which the books hold.",
        "✓  2 open payments were asked about.",
        "▲  1 payment had come unseen and was taken in now.",
        "▲  1 payment is still open and goes on being asked about.",
        "✕  2 payments belong to nothing that this desk sold: decide them with F6.",
    ]


def test_what_belongs_to_another_program_is_counted_and_told() -> None:
    with_others = replace(EVEN, others_count=40, others_paise=61_200_00)
    report = Reconciliation(True, 0, 0, 0, 0, (), with_others, Ruled(1, 1_530_00))
    assert told(report)[1:] == [
        "✓  40 of them, ₹61,200.00, are another program's.",
        "✓  Every refund matches.",
        "✓  1 new payment, ₹1,530.00, is another program's by a rule: F6, R.",
    ]


def test_an_incomplete_comparison_claims_nothing() -> None:
    report = Reconciliation(False, 3, 3, 0, 0, (), None)
    assert [finding.found for finding in reconciliation_findings(report)] == [Found.INCOMPLETE]


def test_money_whose_owner_is_not_known_yet_is_told() -> None:
    assert reconciliation_findings(replace(MATCHING, is_complete=False))[-1].found is Found.OWNER_UNKNOWN


def test_many_names_are_cut_short() -> None:
    names = tuple(f"pay_{number}" for number in range(7))
    text = finding_text(Finding(Mark.BAD, Found.REFUNDS_DIFFER, names=names))
    assert text.endswith("pay_0, pay_1, pay_2, pay_3 and 3 more.")


@pytest.mark.parametrize(
    ("figures", "line"),
    [
        (EVEN, "✓  21 Nov 2026: 14 payments, ₹62,145.00."),
        (
            replace(EVEN, undecided_paise=100),
            "▲  21 Nov 2026: 14 payments, ₹62,145.00; some wait for a decision: F6.",
        ),
        (
            replace(EVEN, refund_differences=(PAY_A1,)),
            "✕  21 Nov 2026: the books say something else of pay_A1.",
        ),
    ],
)
def test_a_day_is_one_line(figures: Comparison, line: str) -> None:
    assert finding_text(day_finding(replace(DAY, comparison=figures))) == line


@pytest.mark.parametrize("what", Found)
@pytest.mark.parametrize("count", [1, 3])
def test_every_finding_has_a_sentence(what: Found, count: int) -> None:
    text = finding_text(Finding(Mark.GOOD, what, count, 100, ("pay_A1",)))
    assert text.endswith(".")
    assert "{" not in text


def test_only_the_end_of_a_kept_key_is_shown() -> None:
    assert kept_text("") == "No key is kept on this computer."
    assert kept_text("wxyz") == "Kept in this computer's keyring: the key ending in wxyz."
