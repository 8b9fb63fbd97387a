"""Money through the gateway, and money back."""

from db.audits.check import Check

# The gateway's payment id is what ties money to the payment it was applied to: late money may have been
# applied to another payment than the one under whose instrument it came.
GATEWAY_MONEY_APPLIED_ONCE = Check(
    "gateway_money_applied_once",
    """SELECT count(*) FROM gateway_money WHERE use = 'applied'""",
    """WITH captured AS (SELECT * FROM payment WHERE tender = 'razorpay' AND state = 'captured'),
    applied AS (SELECT * FROM gateway_money WHERE use = 'applied')
    SELECT applied.gateway_payment_id AS money, count(captured.id) AS times,
        applied.amount_paise AS amount_paise, coalesce(sum(captured.amount_paise), 0) AS captured_paise
    FROM applied LEFT JOIN captured ON captured.reference = applied.gateway_payment_id
        AND captured.booking_id = applied.booking_id
    GROUP BY applied.gateway_payment_id, applied.amount_paise
    HAVING count(captured.id) <> 1 OR coalesce(sum(captured.amount_paise), 0) <> applied.amount_paise
    UNION ALL
    SELECT coalesce(captured.reference, 'none'), 0, 0, captured.amount_paise
    FROM captured LEFT JOIN applied ON applied.gateway_payment_id = captured.reference
    WHERE applied.gateway_payment_id IS NULL""",
)

# What of it somebody gave back on the gateway's own pages (a refund without a body) needs no decision.
# Nor does what a rule calls another program's: it has that rule, no booking, and no case.
GATEWAY_MONEY_HAS_A_PLACE = Check(
    "gateway_money_has_a_place",
    "SELECT count(*) FROM gateway_money",
    """WITH elsewhere AS (
        SELECT gateway_payment_id, sum(amount_paise) AS amount_paise FROM refund
        WHERE tender = 'razorpay' AND state = 'done' AND body IS NULL GROUP BY gateway_payment_id)
    SELECT money.gateway_payment_id AS money, money.amount_paise AS amount_paise,
        open_case.amount_paise AS case_paise
    FROM gateway_money AS money
    LEFT JOIN open_case ON open_case.gateway_payment_id = money.gateway_payment_id
    LEFT JOIN elsewhere ON elsewhere.gateway_payment_id = money.gateway_payment_id
    WHERE money.use = 'case' AND (open_case.id IS NULL OR open_case.amount_paise > money.amount_paise
        OR open_case.amount_paise + coalesce(elsewhere.amount_paise, 0) < money.amount_paise)
        OR (money.use = 'not_ours') <> (money.rule_id IS NOT NULL)
        OR money.use = 'not_ours' AND (money.booking_id IS NOT NULL OR open_case.id IS NOT NULL)""",
)

# Money that staff have found to be somebody else's has left the books, but not the list of what was seen;
# what a rule says is another program's never entered them. What was paid out has left it.
GATEWAY_ACCOUNT_EQUALS_MONEY = Check(
    "gateway_account_equals_money",
    "SELECT count(*) FROM gateway_money",
    """SELECT * FROM (SELECT
        (SELECT coalesce(sum(posting.amount_paise), 0) FROM account
            JOIN posting ON posting.account_id = account.id WHERE account.kind = 'gateway') AS account_paise,
        (SELECT coalesce(sum(amount_paise), 0) FROM gateway_money WHERE use <> 'not_ours')
            - (SELECT coalesce(sum(amount_paise), 0) FROM open_case
                WHERE resolution = 'not_ours') AS money_paise,
        (SELECT coalesce(sum(amount_paise), 0) FROM refund
            WHERE tender = 'razorpay' AND state = 'done') AS refunded_paise,
        (SELECT coalesce(sum(CASE entity_type WHEN 'payment' THEN amount_paise WHEN 'refund'
            THEN -amount_paise ELSE 0 END), 0) FROM settled_row WHERE place = 'ours') AS settled_paise
    ) AS sums
    WHERE account_paise <> money_paise - refunded_paise - settled_paise""",
)

# A payment or refund of ours leaves the gateway with its fee; all else that was paid out stands beside it.
SETTLED_ACCOUNTS_EQUAL_ROWS = Check(
    "settled_accounts_equal_rows",
    "SELECT count(*) FROM settled_row",
    """WITH sides AS (
        SELECT 'gateway_fees' AS account, fee_paise - tax_paise AS rows_paise, 0 AS account_paise
        FROM settled_row
        UNION ALL SELECT 'gateway_fee_tax', tax_paise, 0 FROM settled_row
        UNION ALL SELECT 'settled_other', CASE WHEN place = 'other' THEN 0 WHEN entity_type = 'payment'
            THEN amount_paise WHEN entity_type = 'refund' THEN -amount_paise ELSE 0 END
            - (credit_paise - debit_paise) - fee_paise, 0 FROM settled_row
        UNION ALL SELECT account.kind, 0, posting.amount_paise
        FROM account JOIN posting ON posting.account_id = account.id
        WHERE account.kind IN ('gateway_fees', 'gateway_fee_tax', 'settled_other'))
    SELECT account, sum(account_paise) AS account_paise, sum(rows_paise) AS rows_paise
    FROM sides GROUP BY account HAVING sum(account_paise) <> sum(rows_paise)""",
)

# What the bank got of each row stands in its own entry, and no entry stands without a row.
SETTLED_ROWS_ARE_POSTED = Check(
    "settled_rows_are_posted",
    "SELECT count(*) FROM settled_row",
    """WITH banked AS (
        SELECT entry.id AS entry_id, coalesce(sum(CASE WHEN account.kind = 'bank'
            THEN posting.amount_paise ELSE 0 END), 0) AS paise
        FROM entry LEFT JOIN posting ON posting.entry_id = entry.id
        LEFT JOIN account ON account.id = posting.account_id
        WHERE entry.kind = 'settled' GROUP BY entry.id)
    SELECT settled_row.entity_id AS item, settled_row.credit_paise - settled_row.debit_paise AS row_paise,
        coalesce(banked.paise, 0) AS posted_paise
    FROM settled_row LEFT JOIN banked ON banked.entry_id = settled_row.entry_id
    WHERE banked.entry_id IS NULL OR banked.paise <> settled_row.credit_paise - settled_row.debit_paise
    UNION ALL
    SELECT banked.entry_id, 0, banked.paise FROM banked
    WHERE NOT EXISTS (SELECT 1 FROM settled_row WHERE settled_row.entry_id = banked.entry_id)""",
)

UNRESOLVED_MONEY_EQUALS_CASES = Check(
    "unresolved_money_equals_cases",
    "SELECT count(*) FROM open_case WHERE state = 'open'",
    """SELECT * FROM (SELECT
        (SELECT -coalesce(sum(posting.amount_paise), 0) FROM account
            JOIN posting ON posting.account_id = account.id
            WHERE account.kind = 'unresolved_money') AS account_paise,
        (SELECT coalesce(sum(amount_paise), 0) FROM open_case
            WHERE state = 'open' AND gateway_payment_id IS NOT NULL) AS cases_paise) AS sums
    WHERE account_paise <> cases_paise""",
)

# Money that came but became no payment (late, twice, short) can go back too.
REFUNDS_WITHIN_PAYMENTS = Check(
    "refunds_within_payments",
    "SELECT count(*) FROM refund",
    """WITH live AS (SELECT * FROM refund WHERE state <> 'replaced'),
    stray AS (SELECT * FROM gateway_money WHERE use = 'case'),
    by_payment AS (
        SELECT payment_id AS id, sum(amount_paise) AS back_paise FROM live
        WHERE payment_id IS NOT NULL GROUP BY payment_id),
    by_booking AS (
        SELECT booking_id AS id, sum(amount_paise) AS back_paise FROM live
        WHERE booking_id IS NOT NULL GROUP BY booking_id),
    limits AS (
        SELECT 'payment' AS refunded, by_payment.id AS id, by_payment.back_paise AS back_paise,
            (SELECT coalesce(sum(amount_paise), 0) FROM payment
                WHERE payment.id = by_payment.id AND state = 'captured')
            + (SELECT coalesce(sum(amount_paise), 0) FROM stray
                WHERE stray.payment_id = by_payment.id) AS paid_paise
        FROM by_payment
        UNION ALL
        SELECT 'booking', by_booking.id, by_booking.back_paise,
            (SELECT coalesce(sum(amount_paise), 0) FROM payment
                WHERE payment.booking_id = by_booking.id AND state = 'captured')
            + (SELECT coalesce(sum(amount_paise), 0) FROM stray WHERE stray.booking_id = by_booking.id)
        FROM by_booking
        UNION ALL
        SELECT 'gateway_money', live.gateway_payment_id, sum(live.amount_paise),
            coalesce(max(money.amount_paise), 0)
        FROM live LEFT JOIN gateway_money AS money ON money.gateway_payment_id = live.gateway_payment_id
        WHERE live.gateway_payment_id IS NOT NULL GROUP BY live.gateway_payment_id)
    SELECT * FROM limits WHERE back_paise > paid_paise""",
)

REFUNDS_PAYABLE_EQUALS_REFUNDS = Check(
    "refunds_payable_equals_refunds",
    "SELECT count(*) FROM refund WHERE state NOT IN ('done', 'replaced')",
    """SELECT coalesce(booking.reference, owed.booking_id) AS booking, owed.account_paise AS account_paise,
        owed.refunds_paise AS refunds_paise
    FROM (
        SELECT booking_id, sum(account_paise) AS account_paise, sum(refund_paise) AS refunds_paise
        FROM (
            SELECT coalesce(entry.booking_id, 'none') AS booking_id, -posting.amount_paise AS account_paise,
                0 AS refund_paise
            FROM account JOIN posting ON posting.account_id = account.id
            JOIN entry ON entry.id = posting.entry_id
            WHERE account.kind = 'refunds_payable'
            UNION ALL
            SELECT coalesce(booking_id, 'none'), 0, amount_paise FROM refund
            WHERE state NOT IN ('done', 'replaced')) AS both_sides
        GROUP BY booking_id) AS owed
    LEFT JOIN booking ON booking.id = owed.booking_id
    WHERE owed.account_paise <> owed.refunds_paise""",
)

CHECKS = (
    GATEWAY_MONEY_APPLIED_ONCE,
    GATEWAY_MONEY_HAS_A_PLACE,
    GATEWAY_ACCOUNT_EQUALS_MONEY,
    SETTLED_ACCOUNTS_EQUAL_ROWS,
    SETTLED_ROWS_ARE_POSTED,
    UNRESOLVED_MONEY_EQUALS_CASES,
    REFUNDS_WITHIN_PAYMENTS,
    REFUNDS_PAYABLE_EQUALS_REFUNDS,
)
