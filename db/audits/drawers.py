"""Shifts and their drawers against the accounts of cash, the counts and the journal."""

from db.audits.check import Check

# Where cash lies, or what became of it, beside the drawers themselves: see db/audits/tenders.py.
HOUSE_CASH = Check(
    "house_cash_equals_shifts",
    "SELECT count(*) FROM shift",
    """WITH sides AS (
        SELECT 'safe' AS account, '' AS owner, coalesce(to_safe_paise, 0) AS rows_paise, 0 AS account_paise
        FROM shift
        UNION ALL SELECT 'safe', '', CASE drawer_move.kind WHEN 'drop' THEN drawer_move.amount_paise
            ELSE -drawer_move.amount_paise END, 0
        FROM drawer_move JOIN entry ON entry.id = drawer_move.entry_id
        WHERE drawer_move.kind = 'drop' OR entry.kind = 'cash_in'
        UNION ALL SELECT 'pay_outs', '', amount_paise, 0 FROM drawer_move WHERE kind = 'pay_out'
        UNION ALL SELECT 'cash_over_and_short', '',
            coalesce(expected_paise - counted_paise, 0) - opening_difference_paise, 0 FROM shift
        UNION ALL SELECT 'next_float', desk_id,
            coalesce(left_paise, 0) - float_paise + opening_difference_paise, 0 FROM shift
        UNION ALL SELECT account.kind, account.owner_id, 0, posting.amount_paise
        FROM account JOIN posting ON posting.account_id = account.id
        WHERE account.kind IN ('safe', 'pay_outs', 'cash_over_and_short', 'next_float'))
    SELECT account, owner, sum(account_paise) AS account_paise, sum(rows_paise) AS rows_paise
    FROM sides GROUP BY account, owner
    HAVING sum(sides.account_paise) <> sum(sides.rows_paise)""",
)

CLOSED_DRAWERS = Check(
    "closed_drawers_are_empty",
    "SELECT count(*) FROM shift WHERE closed_at IS NOT NULL",
    """SELECT shift.id AS shift, sum(posting.amount_paise) AS paise
    FROM shift JOIN account ON account.kind = 'drawer' AND account.owner_id = shift.id
    JOIN posting ON posting.account_id = account.id
    WHERE shift.closed_at IS NOT NULL GROUP BY shift.id HAVING sum(posting.amount_paise) <> 0""",
)

# The float of a shift that opened by itself, where no list of people is kept, is nothing.
COUNTS = Check(
    "counts_add_up",
    "SELECT count(*) FROM cash_count",
    """WITH counted AS (
        SELECT shift_id, moment, sum(worth_paise * pieces) AS paise FROM cash_count GROUP BY shift_id, moment)
    SELECT shift.id AS shift, moments.moment AS moment, coalesce(counted.paise, 0) AS counted_paise,
        CASE moments.moment WHEN 'opening' THEN shift.float_paise ELSE coalesce(shift.counted_paise, 0) END
        AS told_paise
    FROM shift CROSS JOIN (SELECT 'opening' AS moment UNION ALL SELECT 'closing') AS moments
    LEFT JOIN counted ON counted.shift_id = shift.id AND counted.moment = moments.moment
    WHERE coalesce(counted.paise, 0) <>
        CASE moments.moment WHEN 'opening' THEN shift.float_paise
        ELSE coalesce(shift.counted_paise, 0) END""",
)

MOVES = Check(
    "drawer_moves_have_entries",
    "SELECT count(*) FROM drawer_move",
    """WITH moved AS (
        SELECT posting.entry_id AS entry_id, account.owner_id AS shift_id,
            sum(posting.amount_paise) AS paise
        FROM posting JOIN account ON account.id = posting.account_id AND account.kind = 'drawer'
        JOIN entry ON entry.id = posting.entry_id
        WHERE entry.kind IN ('cash_in', 'cash_in_from_bank', 'cash_dropped', 'cash_paid_out')
        GROUP BY posting.entry_id, account.owner_id)
    SELECT drawer_move.id AS move, drawer_move.amount_paise AS paise, coalesce(moved.paise, 0) AS posted_paise
    FROM drawer_move LEFT JOIN moved
        ON moved.entry_id = drawer_move.entry_id AND moved.shift_id = drawer_move.shift_id
    WHERE drawer_move.kind <> 'opened' AND coalesce(moved.paise, 0) <>
        CASE drawer_move.kind WHEN 'cash_in' THEN drawer_move.amount_paise
        ELSE -drawer_move.amount_paise END
    UNION ALL
    SELECT moved.entry_id, 0, moved.paise FROM moved
    WHERE NOT EXISTS (SELECT 1 FROM drawer_move WHERE drawer_move.entry_id = moved.entry_id)""",
)

# The record of a close is what its seal names, whichever desk has closed it.
SEALS = Check(
    "closes_are_sealed",
    "SELECT count(*) FROM shift WHERE closed_at IS NOT NULL",
    """SELECT shift.id AS shift, shift.seal_number AS seal_number FROM shift
    WHERE shift.closed_at IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM journal WHERE journal.number = shift.seal_number AND journal.hash = shift.seal_hash
            AND journal.tag = 'SHIFT_CLOSED')""",
)

CHECKS = (HOUSE_CASH, CLOSED_DRAWERS, COUNTS, MOVES, SEALS)
