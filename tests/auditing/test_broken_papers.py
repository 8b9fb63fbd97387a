"""Papers broken by hand, past every guard of the database: each damage fails its own line, and no other."""

from collections.abc import Callable

import pytest

from db.database import Database
from desktop.services.auditing.audit_database import AuditDatabase
from tests.auditing.test_broken_money import failed

TOLD, ANSWERS, SALES = "papers_say_what_was_told", "papers_answer_papers", "papers_and_sales"
NUMBERS = "paper_numbers_run_on"
CHANGED = "UPDATE document SET content = replace(content, '{old}', '{new}') WHERE {where}"
DONE = "kind = 'tax_invoice' AND booking_id = @DONE"
CONF = "kind = 'tax_invoice' AND booking_id = @CONF"
NOTE = "kind = 'credit_note'"
VOUCHER = "kind = 'receipt_voucher'"
UNTOLD = (
    "UPDATE journal SET content = replace(content, 'D1-I-', 'D1-J-') WHERE tag = 'PAPERS_MADE'"
    " AND booking_id = @DONE"
)
OTHER_HOUSE = "UPDATE document SET registration = 'GA' WHERE kind = 'tax_invoice' AND booking_id = @DONE"
GONE = "DELETE FROM document WHERE kind = 'tax_invoice' AND booking_id = @DONE"
LEVIES, OTHER_LEVIES = '"cgst_paise":1250,"number":1,"sgst_paise":1250', '"number":1,"sgst_paise":2501'
FORGET = (
    "DELETE FROM document_answer WHERE document_id IN (SELECT id FROM document WHERE kind = 'credit_note')"
)
AGAIN = (
    "INSERT INTO document_answer SELECT id, (SELECT id FROM document WHERE kind = 'receipt_voucher'), home"
    " FROM document WHERE kind = 'tax_invoice' AND booking_id = @DONE"
)
# Whoever changes a record breaks the chain, and with it the seal of a close.
OF_THE_JOURNAL = {"journal_chain_unbroken", "closes_are_sealed"}


def changed(old: str, new: str, where: str) -> str:
    """Return the statement that lets a paper say something else."""
    return CHANGED.format(old=old, new=new, where=where)


@pytest.mark.parametrize(
    ("lines", "damage"),
    [
        # What a paper says was changed: a word, what it counts, all of it.
        ({TOLD}, changed('"seller":', '"clerk":"x","seller":', VOUCHER)),
        ({TOLD, SALES}, changed('"value_paise":100000', '"value_paise":100001', DONE)),
        ({TOLD}, "UPDATE document SET content = '' WHERE kind = 'refund_slip'"),
        # A paper is gone: its number shows, and that it was told.
        ({TOLD, NUMBERS, SALES}, GONE),
        # A paper that nobody told of, and one that is told and is not there.
        ({TOLD}, UNTOLD),
        ({ANSWERS}, FORGET),
        ({ANSWERS}, AGAIN),
        ({ANSWERS, NUMBERS}, OTHER_HOUSE),
        # The note takes more back than the invoice had, in one levy alone.
        ({ANSWERS, TOLD}, f"{changed(LEVIES, OTHER_LEVIES, NOTE)}; {changed('50000', '49999', NOTE)}"),
        # The invoice sets off more than was paid in advance.
        ({ANSWERS, TOLD, SALES}, changed('"advance_paise":105000', '"advance_paise":105001', CONF)),
    ],
)
def test_a_broken_paper_fails_its_own_line(
    database: Database, breaks: Callable[[str], None], lines: set[str], damage: str
) -> None:
    breaks(damage)
    assert failed(database) - OF_THE_JOURNAL == lines


def test_a_paper_that_is_told_twice_is_seen(database: Database, breaks: Callable[[str], None]) -> None:
    breaks(
        "INSERT INTO journal SELECT desk_id, number + 1000, at, tag, booking_id, clerk, content,"
        " previous_hash, hash, home FROM journal WHERE tag = 'PAPERS_MADE' AND booking_id = @DONE"
    )
    found = {line.name: line.faults for line in AuditDatabase(database)()}
    assert [fault.split()[1] for fault in found[TOLD]] == ["fault=told_again"]
