"""Drawers, wallets and the accounts of tenders against the rows that feed them."""

from collections.abc import Mapping

from db.audits.check import Check
from db.states import AccountKind, Tender

# Of every tender that is taken or given by hand, and of the wallet: where its money lies. What the gateway
# takes is compared with what was found there: see db/audits/gateway.py.
ACCOUNTS: Mapping[Tender, AccountKind] = {
    Tender.WALLET: AccountKind.WALLET,
    Tender.CASH: AccountKind.DRAWER,
    Tender.CARD: AccountKind.CARD_MACHINE,
    Tender.OWN_UPI: AccountKind.OWN_UPI,
    Tender.BANK_TRANSFER: AccountKind.BANK_TRANSFER,
    Tender.CHEQUE: AccountKind.CHEQUE,
    Tender.ON_ACCOUNT: AccountKind.OWED_BY_COMPANIES,
}
KIND = "CASE moved.tender {} END".format(
    " ".join(f"WHEN '{tender}' THEN '{kind}'" for tender, kind in ACCOUNTS.items())
)
KINDS = ", ".join(f"'{kind}'" for kind in ACCOUNTS.values())

# Each row that moves money of a tender, as a debit of its account, with the shift and the customer of it. A
# drawer begins with its float, and what the books had in it left it at the close. A tender put right after
# its shift stays with that one as it was, and moved in the later one.
MOVED = """SELECT payment.tender AS tender, coalesce(payment.moved_shift_id, payment.shift_id) AS shift_id,
        booking.customer_id AS customer_id, payment.amount_paise + payment.rounding_paise AS paise
    FROM payment JOIN booking ON booking.id = payment.booking_id WHERE payment.state = 'captured'
    UNION ALL SELECT payment.moved_from, payment.shift_id, booking.customer_id,
        payment.amount_paise + payment.moved_rounding_paise
    FROM payment JOIN booking ON booking.id = payment.booking_id WHERE payment.moved_shift_id IS NOT NULL
    UNION ALL SELECT payment.moved_from, payment.moved_shift_id, booking.customer_id,
        -payment.amount_paise - payment.moved_rounding_paise
    FROM payment JOIN booking ON booking.id = payment.booking_id WHERE payment.moved_shift_id IS NOT NULL
    UNION ALL SELECT refund.tender, refund.shift_id, booking.customer_id,
        -refund.amount_paise - refund.rounding_paise
    FROM refund LEFT JOIN booking ON booking.id = refund.booking_id WHERE refund.state = 'done'
    UNION ALL SELECT 'cash', shift_id, customer_id, amount_paise FROM top_up
    UNION ALL SELECT 'wallet', shift_id, customer_id, -amount_paise FROM top_up
    UNION ALL SELECT 'cash', reversed_shift_id, customer_id, -amount_paise
    FROM top_up WHERE reversed_at IS NOT NULL
    UNION ALL SELECT 'wallet', reversed_shift_id, customer_id, amount_paise
    FROM top_up WHERE reversed_at IS NOT NULL
    UNION ALL SELECT 'cash', id, NULL, float_paise - coalesce(expected_paise, 0) FROM shift
    UNION ALL SELECT 'cash', shift_id, NULL, CASE kind WHEN 'cash_in' THEN amount_paise ELSE -amount_paise END
    FROM drawer_move
    UNION ALL SELECT tender, shift_id, customer_id, amount_paise FROM company_receipt
    UNION ALL SELECT 'on_account', shift_id, customer_id, -amount_paise FROM company_receipt
    UNION ALL SELECT 'wallet', NULL, customer_id, -amount_paise FROM open_case
    WHERE resolution = 'wallet' AND gateway_payment_id IS NOT NULL"""

# What of a wallet is reserved beside a payment that is asked for is still the customer's.
ACCOUNTS_EQUAL_TENDERS = Check(
    "accounts_equal_tenders",
    f"SELECT count(*) FROM account WHERE kind IN ({KINDS})",  # noqa: S608 (words of our own)
    f"""WITH moved AS ({MOVED}),
    sides AS (
        SELECT {KIND} AS account,
            coalesce(CASE moved.tender WHEN 'cash' THEN moved.shift_id WHEN 'wallet' THEN moved.customer_id
                WHEN 'on_account' THEN moved.customer_id
                ELSE '' END, 'none') AS owner, moved.paise AS rows_paise, 0 AS account_paise
        FROM moved WHERE moved.tender <> 'razorpay'
        UNION ALL
        SELECT account.kind, account.owner_id, 0, posting.amount_paise
        FROM account JOIN posting ON posting.account_id = account.id WHERE account.kind IN ({KINDS})
        UNION ALL
        SELECT 'wallet', booking.customer_id, 0, posting.amount_paise
        FROM account JOIN posting ON posting.account_id = account.id
        JOIN booking ON booking.id = account.owner_id WHERE account.kind = 'reserved_wallet')
    SELECT account, owner, sum(account_paise) AS account_paise, sum(rows_paise) AS rows_paise
    FROM sides GROUP BY account, owner
    HAVING sum(sides.account_paise) <> sum(sides.rows_paise)""",  # noqa: S608 (words of our own)
)

# What cash was rounded by, in both directions: in favour of the house a credit.
ROUNDING_EQUALS_ROWS = Check(
    "rounding_equals_rows",
    "SELECT count(*) FROM payment",
    """SELECT account_paise, rows_paise FROM (SELECT
        (SELECT coalesce(sum(posting.amount_paise), 0) FROM posting
            JOIN account ON account.id = posting.account_id WHERE account.kind = 'rounding') AS account_paise,
        (SELECT coalesce(sum(rounding_paise), 0) FROM refund WHERE state = 'done')
        - (SELECT coalesce(sum(rounding_paise), 0) FROM payment WHERE state = 'captured') AS rows_paise
    ) AS both_sides
    WHERE account_paise <> rows_paise""",
)

# Money went to an account that takes its tender; a tender put right takes its account with it.
HOUSE_ACCOUNTS_FIT_TENDERS = Check(
    "house_accounts_fit_tenders",
    "SELECT count(*) FROM payment WHERE house_account_id IS NOT NULL",
    """SELECT payment.id AS payment, payment.tender AS tender, house_account.tender AS account_tender
    FROM payment LEFT JOIN house_account ON house_account.id = payment.house_account_id
    WHERE payment.house_account_id IS NOT NULL
        AND (house_account.id IS NULL OR house_account.tender <> payment.tender)""",
)

CHECKS = (ACCOUNTS_EQUAL_TENDERS, ROUNDING_EQUALS_ROWS, HOUSE_ACCOUNTS_FIT_TENDERS)
