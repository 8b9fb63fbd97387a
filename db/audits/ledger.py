"""The double-entry ledger against itself and against the bookings it stands for."""

from db.audits.check import Check

ENTRIES_SUM_TO_ZERO = Check(
    "entries_sum_to_zero",
    "SELECT count(*) FROM entry",
    """SELECT * FROM (SELECT 'all' AS entry, sum(amount_paise) AS sum_paise FROM posting) AS whole
    WHERE sum_paise <> 0
    UNION ALL
    SELECT entry_id, sum(amount_paise) FROM posting GROUP BY entry_id HAVING sum(amount_paise) <> 0""",
)

# A wallet is what the house owes: its kept balance is minus the sum of its postings.
WALLETS_EQUAL_POSTINGS = Check(
    "wallets_equal_postings",
    "SELECT count(*) FROM account WHERE kind IN ('wallet', 'reserved_wallet')",
    """SELECT account.kind AS account, account.owner_id AS owner, account.balance_paise AS balance_paise,
        -coalesce(sum(posting.amount_paise), 0) AS posted_paise
    FROM account LEFT JOIN posting ON posting.account_id = account.id
    WHERE account.kind IN ('wallet', 'reserved_wallet')
    GROUP BY account.id
    HAVING account.balance_paise IS NULL OR account.balance_paise < 0
        OR account.balance_paise <> -coalesce(sum(posting.amount_paise), 0)""",
)

RESERVED_SHARES_HAVE_PAYMENTS = Check(
    "reserved_shares_have_payments",
    "SELECT count(*) FROM account WHERE kind = 'reserved_wallet'",
    """SELECT account.owner_id AS booking, account.balance_paise AS balance_paise
    FROM account
    WHERE account.kind = 'reserved_wallet' AND account.balance_paise > 0 AND NOT EXISTS (
        SELECT 1 FROM payment WHERE payment.booking_id = account.owner_id
            AND payment.settled_at IS NULL AND payment.wallet_paise > 0)""",
)

# Money taken before the sale stands as an advance; the sale, the cancellation and the refund settle it.
ADVANCES_ARE_SETTLED = Check(
    "advances_are_settled",
    "SELECT count(*) FROM booking",
    """WITH advance AS (
        SELECT entry.booking_id AS booking_id, -sum(posting.amount_paise) AS open_paise
        FROM account JOIN posting ON posting.account_id = account.id
        JOIN entry ON entry.id = posting.entry_id
        WHERE account.kind = 'advance_received' GROUP BY entry.booking_id),
    expected AS (
        SELECT booking.id AS id, booking.reference AS reference, booking.state AS state,
            CASE WHEN booking.state IN ('held', 'expired') OR booking.state IN ('confirmed', 'completed')
                AND booking.balance_by IS NOT NULL AND booking.sold_at IS NULL THEN
                (SELECT coalesce(sum(amount_paise), 0) FROM payment
                    WHERE payment.booking_id = booking.id AND payment.state = 'captured')
                - (SELECT coalesce(sum(refund.amount_paise), 0) FROM refund
                    JOIN payment ON payment.id = refund.payment_id AND payment.state = 'captured'
                    WHERE refund.booking_id = booking.id AND refund.state <> 'replaced')
                - (SELECT coalesce(sum(line.total_paise - line.refund_paise - line.unpaid_paise), 0)
                    FROM booking_line AS line
                    WHERE line.booking_id = booking.id AND line.cancelled_at IS NOT NULL
                        AND booking.state IN ('confirmed', 'completed'))
            ELSE 0 END AS due_paise
        FROM booking)
    SELECT expected.reference AS booking, expected.state AS state,
        coalesce(advance.open_paise, 0) AS advance_paise, expected.due_paise AS expected_paise
    FROM expected LEFT JOIN advance ON advance.booking_id = expected.id
    WHERE coalesce(advance.open_paise, 0) <> expected.due_paise
    UNION ALL
    SELECT 'none', '', open_paise, 0 FROM advance WHERE booking_id IS NULL AND open_paise <> 0""",
)

# Of a booking with an open balance, or cancelled with one, only what was kept of its ended lines was sold.
SALES_EQUAL_BOOKINGS = Check(
    "sales_equal_bookings",
    "SELECT count(*) FROM booking WHERE state <> 'cancelled' OR balance_by IS NOT NULL",
    """WITH sold AS (
        SELECT entry.booking_id AS booking_id,
            -sum(CASE WHEN account.kind = 'sales' THEN posting.amount_paise ELSE 0 END) AS sales_paise,
            -sum(CASE WHEN account.kind = 'tax_payable' THEN posting.amount_paise ELSE 0 END) AS tax_paise
        FROM account JOIN posting ON posting.account_id = account.id
        JOIN entry ON entry.id = posting.entry_id
        WHERE account.kind IN ('sales', 'tax_payable') GROUP BY entry.booking_id),
    ended AS (
        SELECT booking_id, sum(total_paise) AS total_paise, sum(tax_paise) AS tax_paise,
            sum(refund_paise + unpaid_paise) AS back_paise,
            sum(refund_tax_paise + unpaid_tax_paise) AS back_tax_paise
        FROM booking_line WHERE cancelled_at IS NOT NULL GROUP BY booking_id),
    counted AS (
        SELECT booking.id AS id, booking.reference AS reference, booking.state AS state,
            CASE WHEN is_sold THEN booking.total_paise ELSE coalesce(ended.total_paise, 0) END AS total_paise,
            CASE WHEN is_sold THEN booking.tax_paise ELSE coalesce(ended.tax_paise, 0) END AS tax_paise,
            coalesce(ended.back_paise, 0) AS back_paise,
            coalesce(ended.back_tax_paise, 0) AS back_tax_paise
        FROM (
            SELECT id, reference, state, total_paise, tax_paise, confirmed_at,
                state IN ('confirmed', 'completed')
                    AND (balance_by IS NULL OR sold_at IS NOT NULL) AS is_sold
            FROM booking WHERE state <> 'cancelled' OR balance_by IS NOT NULL) AS booking
        LEFT JOIN ended ON ended.booking_id = booking.id AND booking.confirmed_at IS NOT NULL
            AND booking.state IN ('confirmed', 'completed', 'cancelled')),
    expected AS (
        SELECT id, reference, state, total_paise - tax_paise - back_paise + back_tax_paise AS sales_paise,
            tax_paise - back_tax_paise AS tax_paise FROM counted)
    SELECT expected.reference AS booking, expected.state AS state,
        coalesce(sold.sales_paise, 0) AS sales_paise, expected.sales_paise AS expected_sales_paise,
        coalesce(sold.tax_paise, 0) AS tax_paise, expected.tax_paise AS expected_tax_paise
    FROM expected LEFT JOIN sold ON sold.booking_id = expected.id
    WHERE coalesce(sold.sales_paise, 0) <> expected.sales_paise
        OR coalesce(sold.tax_paise, 0) <> expected.tax_paise""",
)

CHECKS = (
    ENTRIES_SUM_TO_ZERO,
    WALLETS_EQUAL_POSTINGS,
    RESERVED_SHARES_HAVE_PAYMENTS,
    ADVANCES_ARE_SETTLED,
    SALES_EQUAL_BOOKINGS,
)
