"""What bookings say of themselves, of their payments and of promo codes."""

from db.audits.check import Check

LINES_ADD_UP = Check(
    "lines_add_up",
    "SELECT count(*) FROM booking",
    """SELECT booking.reference AS booking, booking.total_paise AS total_paise,
        coalesce(sum(line.total_paise), 0) AS lines_paise, count(line.number) AS lines
    FROM booking LEFT JOIN booking_line AS line ON line.booking_id = booking.id
    GROUP BY booking.id
    HAVING count(line.number) <> booking.line_count
        OR coalesce(sum(line.base_paise), 0) <> booking.base_paise
        OR coalesce(sum(line.discount_paise), 0) <> booking.discount_paise
        OR coalesce(sum(line.fee_paise), 0) <> booking.fee_paise
        OR coalesce(sum(line.tax_paise), 0) <> booking.tax_paise
        OR coalesce(sum(line.total_paise), 0) <> booking.total_paise""",
)

# That they make the tax, and with the value the total, the table itself keeps.
LEVIES_ARE_ALIKE = Check(
    "levies_are_alike",
    "SELECT count(*) FROM booking_line",
    """SELECT booking.reference AS booking, line.number AS line, line.cgst_paise AS cgst_paise,
        line.sgst_paise AS sgst_paise, line.igst_paise AS igst_paise
    FROM booking_line AS line JOIN booking ON booking.id = line.booking_id
    WHERE line.cgst_paise <> line.sgst_paise OR (line.igst_paise <> 0 AND line.cgst_paise <> 0)""",
)

# A part that was given back when the hold ended pays for nothing: late money may have paid the whole. What a
# deposit left open is less than was paid, but with nothing cancelled no less than the deposit was paid.
CONFIRMED_ARE_PAID = Check(
    "confirmed_are_paid",
    "SELECT count(*) FROM booking WHERE state IN ('confirmed', 'completed')",
    """WITH back AS (
        SELECT payment.booking_id AS booking_id, sum(refund.amount_paise) AS paise
        FROM refund JOIN payment ON payment.id = refund.payment_id AND payment.state = 'captured'
        WHERE refund.state <> 'replaced' GROUP BY payment.booking_id)
    SELECT * FROM (
        SELECT booking.reference AS booking, booking.total_paise AS total_paise,
            booking.balance_by IS NOT NULL AND booking.sold_at IS NULL AS is_open,
            CASE WHEN EXISTS (SELECT 1 FROM booking_line AS line WHERE line.booking_id = booking.id
                AND line.cancelled_at IS NOT NULL) THEN 0 ELSE booking.deposit_paise END AS least_paise,
            (SELECT coalesce(sum(line.refund_paise + line.unpaid_paise), 0) FROM booking_line AS line
                WHERE line.booking_id = booking.id) AS back_paise,
            coalesce(sum(payment.amount_paise), 0) - coalesce(max(back.paise), 0) AS paid_paise
        FROM booking LEFT JOIN payment ON payment.booking_id = booking.id AND payment.state = 'captured'
        LEFT JOIN back ON back.booking_id = booking.id
        WHERE booking.state IN ('confirmed', 'completed')
        GROUP BY booking.id) AS paid
    WHERE (NOT is_open AND paid_paise <> total_paise - back_paise)
        OR (is_open AND (paid_paise >= total_paise - back_paise OR paid_paise < least_paise))""",
)

# A booking lives while a line of it lives; an expired hold keeps its lines as they were.
LINES_END_WITH_BOOKINGS = Check(
    "lines_end_with_bookings",
    "SELECT count(*) FROM booking_line",
    """SELECT * FROM (
        SELECT booking.reference AS booking, booking.state AS state, count(line.number) AS lines,
            count(line.cancelled_at) AS ended
        FROM booking JOIN booking_line AS line ON line.booking_id = booking.id GROUP BY booking.id) AS ends
    WHERE (state = 'cancelled' AND ended < lines) OR (state IN ('confirmed', 'completed') AND ended = lines)
        OR (state IN ('held', 'expired') AND ended > 0)""",
)

# A refund whose place another way has taken leaves the voucher to that one; what gives back of no payment of
# the booking was never the sale's, and stands on no voucher.
VOUCHERS_FOLLOW_LINES = Check(
    "vouchers_follow_lines",
    """SELECT count(*) FROM document
    WHERE kind = 'refund_slip' OR kind = 'refund_voucher' AND registration = ''""",
    """SELECT * FROM (
        SELECT document.number AS voucher,
            (SELECT coalesce(sum(line.refund_paise), 0) FROM booking_line AS line
                WHERE line.booking_id = document.booking_id AND line.voucher_id = document.id) AS lines_paise,
            (SELECT coalesce(sum(refund.amount_paise), 0) FROM refund
                WHERE refund.document_id = document.id AND refund.state <> 'replaced'
                    AND refund.payment_id IS NOT NULL) AS refunds_paise
        FROM document WHERE document.kind = 'refund_slip'
            -- Before there were slips a voucher told of what went back.
            OR document.kind = 'refund_voucher' AND document.registration = '') AS vouchers
    WHERE lines_paise <> refunds_paise
    UNION ALL
    SELECT 'none', 0, amount_paise FROM refund
    WHERE document_id IS NOT NULL AND payment_id IS NULL""",
)

PROMO_USES_ARE_COUNTED = Check(
    "promo_uses_are_counted",
    "SELECT count(*) FROM promo",
    """SELECT promo.code AS promo, promo.uses AS uses, count(promo_use.booking_id) AS use_rows
    FROM promo LEFT JOIN promo_use ON promo_use.promo_id = promo.id
    GROUP BY promo.id HAVING count(promo_use.booking_id) <> promo.uses""",
)

PROMO_USES_WITHIN_LIMITS = Check(
    "promo_uses_within_limits",
    "SELECT count(*) FROM promo_use",
    """SELECT code AS promo, '' AS customer, uses AS uses, uses_max AS uses_max
    FROM promo WHERE uses > uses_max OR uses < 0
    UNION ALL
    SELECT promo.code, promo_use.customer_id, count(*), promo.uses_per_customer_max
    FROM promo JOIN promo_use ON promo_use.promo_id = promo.id
    WHERE promo.uses_per_customer_max IS NOT NULL
        -- Each row that was made one with another had its own uses by then.
        AND promo_use.customer_id NOT IN (SELECT merged_into FROM customer WHERE merged_into IS NOT NULL)
    GROUP BY promo.id, promo_use.customer_id HAVING count(*) > promo.uses_per_customer_max""",
)

PROMO_USES_HAVE_BOOKINGS = Check(
    "promo_uses_have_bookings",
    "SELECT count(*) FROM booking WHERE promo_id IS NOT NULL",
    """SELECT booking.reference AS booking, booking.state AS state, promo_use.promo_id AS promo
    FROM promo_use JOIN booking ON booking.id = promo_use.booking_id
    WHERE booking.state IN ('expired', 'cancelled') OR booking.customer_id <> promo_use.customer_id
        OR booking.promo_id IS DISTINCT FROM promo_use.promo_id
    UNION ALL
    SELECT booking.reference, booking.state, booking.promo_id
    FROM booking LEFT JOIN promo_use ON promo_use.booking_id = booking.id
    WHERE booking.promo_id IS NOT NULL AND promo_use.booking_id IS NULL
        AND booking.state IN ('held', 'confirmed', 'completed')""",
)

CHECKS = (
    LINES_ADD_UP,
    LEVIES_ARE_ALIKE,
    CONFIRMED_ARE_PAID,
    LINES_END_WITH_BOOKINGS,
    VOUCHERS_FOLLOW_LINES,
    PROMO_USES_ARE_COUNTED,
    PROMO_USES_WITHIN_LIMITS,
    PROMO_USES_HAVE_BOOKINGS,
)
