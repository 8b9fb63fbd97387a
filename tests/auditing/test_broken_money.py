"""Money broken by hand, past every guard of the database: one line fails, and no other."""

from collections.abc import Callable

import pytest

from db.audits.check import FAULTS_MAX, MORE
from db.audits.tenders import ACCOUNTS
from db.database import Database
from desktop.services.auditing.audit_database import AuditDatabase
from desktop.services.domain.tenders import TENDERS as TRAITS

POSTED = (
    "INSERT INTO posting SELECT entry.id, NUMBER, account.id, PAISE, entry.home FROM entry, account"
    " WHERE entry.kind = 'sale' AND entry.booking_id = @CONF AND account.kind = 'KIND'"
)
MONEY = "UPDATE gateway_money SET CHANGE WHERE PLACE"


def posted(number: int, kind: str, paise: int) -> str:
    """Return the statement that adds a posting to a sale that was in order."""
    return POSTED.replace("NUMBER", str(number)).replace("PAISE", str(paise)).replace("KIND", kind)


def shifted(kind: str, paise: int = 100) -> str:
    """Return the statements that move money between an account and the one for rounding."""
    return f"{posted(8, kind, paise)}; {posted(9, 'rounding', -paise)}"


def money(change: str, where: str) -> str:
    """Return the statement that changes gateway money."""
    return MONEY.replace("CHANGE", change).replace("PLACE", where)


LESS = money("amount_paise = amount_paise - 500", "booking_id = @DONE AND gateway_payment_id <> 'pay_twice'")
SECOND = (
    "INSERT INTO gateway_money SELECT 'pay_twice', payment_id, booking_id, 500, use, found_at, found_by,"
    " home, rule_id FROM gateway_money WHERE booking_id = @DONE"
)
TWICE = f"{SECOND}; {LESS}"
NEGATIVE = "UPDATE account SET balance_paise = -1 WHERE kind = 'reserved_wallet'"
NO_CASE = "DELETE FROM open_case"
LARGER_CASE = "UPDATE open_case SET amount_paise = 105100"
SMALLER_CASE = "UPDATE open_case SET amount_paise = 104900"
OTHER_TAX = (
    "UPDATE booking_line SET fee_paise = 2, tax_paise = tax_paise - 2, cgst_paise = cgst_paise - 1,"
    " sgst_paise = sgst_paise - 1 WHERE booking_id = @DONE"
)
UNLIKE = (
    "UPDATE booking_line SET cgst_paise = cgst_paise + 1, sgst_paise = sgst_paise - 1"
    " WHERE booking_id = @DONE"
)
# Another program's, by no rule.
NO_RULE = (
    "INSERT INTO gateway_money SELECT 'ruled', NULL, NULL, 7, 'not_ours', 1, 'sweep', id, NULL FROM node"
)
EXTRA = (
    "INSERT INTO gateway_money SELECT 'extra_NUMBER', NULL, NULL, 1, 'case', 1, 'poll', id, NULL FROM node"
)
CASH_BACK = (
    "INSERT INTO refund (id, booking_id, tender, state, amount_paise, request_key, created_at, settled_at,"
    " home) SELECT 'extra', id, 'cash', 'done', 52501, 'extra', 1, 1, home FROM booking WHERE id = @BACK"
)
LESS_CASH = "UPDATE payment SET amount_paise = 4999 WHERE booking_id = @CONF AND tender = 'cash'"
LESS_BY_CARD = "UPDATE payment SET amount_paise = 999 WHERE booking_id = @HELD AND tender = 'card'"
NOT_PAID = "DELETE FROM payment WHERE booking_id = @CONF"
MORE_TO_WALLET = "UPDATE refund SET amount_paise = 5001 WHERE tender = 'wallet'"
BELOW_ZERO = f"{NEGATIVE}; {shifted('reserved_wallet', 20_001)}"
# What a tender's rows come to is compared with its account, too.
ROUNDED = (
    "UPDATE payment SET rounding_paise = 6, received_paise = received_paise + 6"
    " WHERE booking_id = @CONF AND tender = 'cash'"
)
ROWS_OF_A_TENDER = (LESS_CASH, LESS_BY_CARD, NOT_PAID, MORE_TO_WALLET, CASH_BACK, BELOW_ZERO, ROUNDED)
TENDERS, ROUNDING = "accounts_equal_tenders", "rounding_equals_rows"
# What the journal tells of a payment or refund is compared with its row.
TOLD = "journal_tells_money"
TOLD_ROWS = (LESS_CASH, LESS_BY_CARD, NOT_PAID)
SLIP = (
    "UPDATE posting SET account_id = (SELECT id FROM account WHERE kind = 'WRONG' ORDER BY id LIMIT 1)"
    " WHERE account_id IN (SELECT id FROM account WHERE kind = 'RIGHT')"
    " AND entry_id IN (SELECT id FROM entry WHERE kind = 'ACT')"
)
OTHER_AMOUNTS = f"{money('amount_paise = amount_paise + 7', 'booking_id = @DONE')};" + money(
    "amount_paise = amount_paise - 7", "booking_id = @BACK"
)


def failed(database: Database) -> set[str]:
    """Return the lines of the audit that fail; SQLite's own line sees rows that break a CHECK as well."""
    return {found.name for found in AuditDatabase(database)() if not found.passed} - {"pages_are_sound"}


def also_broken(damage: str) -> set[str]:
    """Return the lines that see such a damage beside the one that looks for it."""
    # A voucher tells what its refunds come to: an amount that was changed shows there as well.
    is_amount = damage.startswith("UPDATE refund SET") and "amount_paise" in damage
    amounts = {"vouchers_follow_lines", TOLD} if is_amount else set()
    told = {TOLD} if damage in TOLD_ROWS else set()
    # The papers of a booking count what was taken for it less what goes back.
    papers = {"papers_and_sales"} if is_amount or damage in (LESS_CASH, NOT_PAID) else set()
    rounding = {ROUNDING} if "'rounding'" in damage else set()
    return amounts | told | papers | rounding | ({TENDERS} if damage in ROWS_OF_A_TENDER else set())


@pytest.mark.parametrize(
    ("line", "damage"),
    [
        ("lines_add_up", "UPDATE booking_line SET base_paise = base_paise + 1 WHERE booking_id = @CONF"),
        ("lines_add_up", OTHER_TAX),
        ("levies_are_alike", UNLIKE),
        ("lines_add_up", "UPDATE booking SET line_count = 3 WHERE reference = 'BK-CONF'"),
        ("confirmed_are_paid", NOT_PAID),
        ("confirmed_are_paid", LESS_CASH),
        (
            "lines_end_with_bookings",
            "UPDATE booking_line SET cancelled_at = 1, refund_rule = 'hold' WHERE booking_id = @GONE",
        ),
        (
            "vouchers_follow_lines",
            "UPDATE booking_line SET refund_paise = refund_paise - 1 WHERE booking_id = @BACK",
        ),
        ("promo_uses_are_counted", "UPDATE promo SET uses = 3"),
        ("promo_uses_are_counted", "UPDATE promo SET uses = 0"),
        ("promo_uses_within_limits", "UPDATE promo SET uses_max = 1"),
        ("promo_uses_within_limits", "UPDATE promo SET uses_per_customer_max = 0"),
        ("promo_uses_have_bookings", "UPDATE promo_use SET booking_id = @GONE WHERE booking_id = @HELD"),
        ("promo_uses_have_bookings", "UPDATE booking SET promo_id = NULL WHERE reference = 'BK-CONF'"),
    ],
)
def test_a_broken_sale_fails_its_own_line_only(
    database: Database, breaks: Callable[[str], None], line: str, damage: str
) -> None:
    breaks(damage)
    assert failed(database) == {line} | also_broken(damage)


@pytest.mark.parametrize(
    ("line", "damage"),
    [
        ("entries_sum_to_zero", posted(9, "rounding", 5)),
        (
            "wallets_equal_postings",
            "UPDATE account SET balance_paise = balance_paise + 1 WHERE kind = 'wallet'",
        ),
        ("wallets_equal_postings", BELOW_ZERO),
        (
            "reserved_shares_have_payments",
            "UPDATE payment SET state = 'void', settled_at = created_at WHERE wallet_paise > 0",
        ),
        (ROUNDING, ROUNDED),
        ("advances_are_settled", shifted("advance_received")),
        ("advances_are_settled", LESS_BY_CARD),
        ("sales_equal_bookings", shifted("sales")),
        ("sales_equal_bookings", shifted("tax_payable")),
        ("gateway_account_equals_money", shifted("gateway")),
        ("settled_accounts_equal_rows", shifted("gateway_fees")),
        ("settled_accounts_equal_rows", shifted("gateway_fee_tax")),
        ("settled_rows_are_posted", "UPDATE entry SET kind = 'paid_out' WHERE kind = 'settled'"),
        ("unresolved_money_equals_cases", shifted("unresolved_money")),
        ("refunds_payable_equals_refunds", shifted("refunds_payable")),
        ("refunds_payable_equals_refunds", "UPDATE refund SET amount_paise = 49999 WHERE state = 'planned'"),
        (
            "refunds_payable_equals_refunds",
            "UPDATE refund SET state = 'failed', amount_paise = 50001 WHERE state = 'planned'",
        ),
    ],
)
def test_a_broken_ledger_fails_its_own_line_only(
    database: Database, breaks: Callable[[str], None], line: str, damage: str
) -> None:
    breaks(damage)
    assert failed(database) == {line} | also_broken(damage)


@pytest.mark.parametrize(
    ("line", "damage"),
    [
        ("gateway_money_applied_once", TWICE),
        ("gateway_money_applied_once", OTHER_AMOUNTS),
        ("gateway_money_applied_once", money("booking_id = @GONE", "booking_id = @DONE")),
        ("gateway_money_applied_once", "UPDATE payment SET reference = 'other' WHERE booking_id = @DONE"),
        ("gateway_money_applied_once", "UPDATE payment SET reference = NULL WHERE booking_id = @DONE"),
        ("gateway_money_has_a_place", f"{NO_CASE}; {shifted('unresolved_money', 105_000)}"),
        ("gateway_money_has_a_place", NO_RULE),
        (
            "gateway_money_has_a_place",
            f"{LARGER_CASE}; {shifted('unresolved_money', -100)}",
        ),
        (
            "gateway_money_has_a_place",
            f"{SMALLER_CASE}; {shifted('unresolved_money', 100)}",
        ),
        ("refunds_within_payments", MORE_TO_WALLET),
        (
            "refunds_within_payments",
            "UPDATE refund SET gateway_payment_id = 'other' WHERE tender = 'razorpay'",
        ),
        ("refunds_within_payments", CASH_BACK),
    ],
)
def test_broken_gateway_money_fails_its_own_line_only(
    database: Database, breaks: Callable[[str], None], line: str, damage: str
) -> None:
    breaks(damage)
    assert failed(database) == {line} | also_broken(damage)


def test_a_database_full_of_faults_names_the_first_ones_only(
    database: Database, breaks: Callable[[str], None]
) -> None:
    extra = "; ".join(EXTRA.replace("NUMBER", str(n)) for n in range(FAULTS_MAX + 5))
    breaks(extra)
    (found,) = (line for line in AuditDatabase(database)() if line.name == "gateway_money_has_a_place")
    assert len(found.faults) == FAULTS_MAX + 1
    assert found.faults[-1] == MORE


def test_late_money_may_be_applied_to_another_payment_than_it_came_for(
    database: Database, breaks: Callable[[str], None]
) -> None:
    breaks(
        "UPDATE gateway_money SET payment_id = (SELECT id FROM payment WHERE state = 'waiting')"
        " WHERE booking_id = @DONE"
    )
    assert all(line.passed for line in AuditDatabase(database)())


@pytest.mark.parametrize(
    ("right", "wrong", "act"),
    [
        ("card_machine", "drawer", "payment"),
        ("drawer", "card_machine", "payment"),
        ("drawer", "own_upi", "wallet_top_up"),
        ("card_machine", "cheque", "payment"),
        ("card_machine", "bank_transfer", "payment"),
    ],
)
def test_money_of_one_tender_in_the_account_of_another_is_seen(
    database: Database, breaks: Callable[[str], None], right: str, wrong: str, act: str
) -> None:
    breaks(SLIP.replace("WRONG", wrong).replace("RIGHT", right).replace("ACT", act))
    found = {line.name: line.faults for line in AuditDatabase(database)() if not line.passed}
    assert found.keys() == {TENDERS}
    assert {fault.split()[0] for fault in found[TENDERS]} == {f"account={right}", f"account={wrong}"}


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE payment SET tender = 'cash' WHERE booking_id = @HELD AND tender = 'card'",
        "UPDATE payment SET shift_id = 'other' WHERE tender = 'cash'",
        "UPDATE top_up SET amount_paise = amount_paise + 1",
        "UPDATE top_up SET reversed_at = 1, reversed_shift_id = shift_id",
        "DELETE FROM top_up",
    ],
)
def test_rows_that_say_otherwise_than_the_drawer_are_seen(
    database: Database, breaks: Callable[[str], None], damage: str
) -> None:
    breaks(damage)
    # The payment of the held booking went to an account of the house that takes cards.
    moved = {TOLD, "house_accounts_fit_tenders"} if "payment SET tender" in damage else set()
    assert failed(database) == {TENDERS} | moved


def test_every_tender_is_compared_with_the_account_that_it_is_posted_to() -> None:
    by_hand = {tender: traits.account for tender, traits in TRAITS.items() if not traits.by_gateway}
    assert by_hand == ACCOUNTS
