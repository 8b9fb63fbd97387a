"""What the journal tells of each payment and each refund against their rows."""

from db.audits.check import Check, Finding, run
from db.database import Session

NAME = "journal_tells_money"
TAGS = (
    "PAYMENT_CAPTURED",
    "TENDER_CORRECTED",
    "REFUND_PLANNED",
    "REFUND_DONE",
    "REFUND_FAILED",
    "REFUND_REPLACED",
    "REFUND_MADE_ELSEWHERE",
)
GIVEN = "told.tag IN ('REFUND_DONE', 'REFUND_MADE_ELSEWHERE')"

# Rows of an older version, which told less, are left out: all before the first payment that was told.
BROKEN = """WITH told AS (
        SELECT tag, at, CONTENT ->> 'payment' AS payment, CONTENT ->> 'refund' AS refund,
            CONTENT ->> 'tender' AS tender, CONTENT ->> 'new_tender' AS new_tender,
            CAST(CONTENT ->> 'amount_paise' AS bigint) AS paise
        FROM journal WHERE tag IN (TAGS)),
    since AS (SELECT min(at) AS at FROM told WHERE tag = 'PAYMENT_CAPTURED')
    SELECT 'payment' AS what, payment.id AS id, payment.amount_paise AS paise,
        coalesce(sum(told.paise), 0) AS told_paise
    FROM payment JOIN since ON payment.settled_at >= since.at
    LEFT JOIN told ON told.payment = payment.id AND told.tag = 'PAYMENT_CAPTURED'
        AND told.tender = coalesce(payment.corrected_from, payment.tender)
    WHERE payment.state = 'captured'
    GROUP BY payment.id, payment.amount_paise
    HAVING count(told.tag) <> 1 OR sum(told.paise) <> payment.amount_paise
    UNION ALL
    SELECT 'corrected', payment.id, payment.amount_paise, 0 FROM payment
    WHERE payment.corrected_from IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM told WHERE told.tag = 'TENDER_CORRECTED' AND told.payment = payment.id
            AND told.new_tender = payment.tender)
    UNION ALL
    SELECT 'refund', refund.id, refund.amount_paise, coalesce(max(told.paise), 0)
    FROM refund JOIN since ON refund.created_at >= since.at
    LEFT JOIN told ON told.refund = refund.id
    GROUP BY refund.id, refund.amount_paise, refund.state
    HAVING count(told.tag) = 0 OR min(told.paise) <> refund.amount_paise
        OR max(told.paise) <> refund.amount_paise
        OR sum(CASE WHEN GIVEN THEN 1 ELSE 0 END) <> (CASE WHEN refund.state = 'done' THEN 1 ELSE 0 END)
    UNION ALL
    SELECT 'none', coalesce(told.refund, told.payment), 0, told.paise FROM told
    WHERE (told.refund IS NOT NULL AND NOT EXISTS (SELECT 1 FROM refund WHERE refund.id = told.refund))
        OR (told.tag = 'PAYMENT_CAPTURED' AND NOT EXISTS (
            SELECT 1 FROM payment WHERE payment.id = told.payment AND payment.state = 'captured'))"""


def check_told_money(session: Session) -> Finding:
    """Compare each record with the payment or refund that it names, and each of these with its records."""
    tags = ", ".join(f"'{tag}'" for tag in TAGS)
    content = "CAST(content AS json)" if session.on_server else "content"
    broken = BROKEN.replace("CONTENT", content).replace("TAGS", tags).replace("GIVEN", GIVEN)
    return run(session, Check(NAME, f"SELECT count(*) FROM journal WHERE tag IN ({tags})", broken))  # noqa: S608 (words of our own)
