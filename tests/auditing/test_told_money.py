"""The journal can't be changed unseen, so payments and refunds that were changed by hand show against it."""

from collections.abc import Callable

import pytest

from db.database import Database
from desktop.services.auditing.audit_database import AuditDatabase

TOLD = "journal_tells_money"
CASH = "UPDATE payment SET CHANGE WHERE tender = 'cash'"
REFUND = "UPDATE refund SET CHANGE WHERE tender = 'razorpay'"
CORRECTED = "INSERT INTO journal SELECT desk_id, 99, at, 'TENDER_CORRECTED', booking_id, clerk, replace("
CORRECTED += "replace(content, 'tender', 'new_tender'), 'cash', 'cheque'), hash, hash, home FROM journal"
CORRECTED += " WHERE content LIKE '%\"cash\"%'"


def failed(database: Database) -> set[str]:
    """Return the lines of the audit that fail."""
    return {line.name for line in AuditDatabase(database)() if not line.passed}


@pytest.mark.parametrize(
    "damage",
    [
        CASH.replace("CHANGE", "amount_paise = 4999"),
        CASH.replace("CHANGE", "tender = 'cheque'"),
        CASH.replace("CHANGE", "tender = 'cheque', corrected_from = 'cash'"),
        CASH.replace("CHANGE", "id = 'other'"),
        REFUND.replace("CHANGE", "amount_paise = amount_paise - 1"),
        REFUND.replace("CHANGE", "state = 'done', settled_at = created_at"),
        REFUND.replace("CHANGE", "id = 'other'"),
        "UPDATE refund SET state = 'planned', settled_at = NULL WHERE tender = 'wallet'",
        "DELETE FROM refund WHERE tender = 'wallet'",
    ],
)
def test_a_row_that_the_journal_tells_otherwise_is_a_fault(
    database: Database, breaks: Callable[[str], None], damage: str
) -> None:
    breaks(damage)
    assert TOLD in failed(database)


def test_a_tender_that_was_corrected_and_told_is_no_fault_of_this_line(
    database: Database, breaks: Callable[[str], None]
) -> None:
    changed = CASH.replace("CHANGE", "tender = 'cheque', corrected_from = 'cash'")
    breaks(f"{changed}; {CORRECTED}")
    assert TOLD not in failed(database)


def test_rows_of_an_older_version_which_told_less_are_no_fault(
    database: Database, breaks: Callable[[str], None]
) -> None:
    breaks("DELETE FROM journal WHERE tag LIKE 'PAYMENT%' OR tag LIKE 'REFUND%'")
    assert failed(database) == {"journal_chain_unbroken"}
