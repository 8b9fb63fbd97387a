"""ListOpenCases: money that waits for a decision, the oldest first."""

import json
from typing import Any

from db import cases
from db.database import Database
from desktop.services.domain.payment_plan import GATEWAY_MINIMUM_PAISE
from desktop.services.domain.people import mask_mobile
from desktop.services.domain.review import OpenCase

ANSWERS = {
    "late": ("wallet", "confirm", "refund", "gone"),
    "duplicate": ("refund", "wallet", "gone"),
    "mismatch": ("refund", "wallet", "gone"),
    "part_payment": ("wallet", "refund"),
    "refund_failed": ("wallet", "cash", "refund", "gone"),
}
# A stranger has no wallet and does not stand at the desk for cash. Another program on the same account takes
# money too; what it sold is not for this desk to give back. What the gateway won't give back ends so, too.
FOR_STRANGERS = {
    "foreign": ("not_ours", "refund", "gone"),
    "refund_failed": ("refund", "not_ours", "gone"),
}
NOTHING_LEFT = ("fully_refunded", "above_captured")


class ListOpenCases:
    """Read the open cases with the answers each one allows, the proposed one first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[OpenCase, ...]:
        """Return every open case."""
        with self._database.read() as session:
            return tuple(_case(row) for row in cases.list_open(session))


def answers_of(row: Any) -> tuple[str, ...]:
    """Return what staff may decide.

    Money of which a part has gone back pays for no booking any more, and what is below the gateway's minimum
    can't go back there; of a part payment, each tender's own goes back.
    """
    barred = set()
    if json.loads(row.facts).get("refunded_paise"):
        barred.add("confirm")
    if row.kind != "part_payment" and row.amount_paise < GATEWAY_MINIMUM_PAISE:
        barred.add("refund")
    answers = FOR_STRANGERS[row.kind] if row.customer_id is None else ANSWERS[row.kind]
    return tuple(one for one in answers if one not in barred)


def _proposal(row: Any, answers: tuple[str, ...], facts: dict[str, Any]) -> str:
    """Return the answer to look at first: the one that is left, by what the gateway says of its refusal."""
    if facts.get("reason") in NOTHING_LEFT:
        return "gone"
    if facts.get("reason") == "unknown_id" and "not_ours" in answers:
        return "not_ours"
    return row.proposal if row.proposal in answers else answers[0]


def _case(row: Any) -> OpenCase:
    answers = answers_of(row)
    facts = json.loads(row.facts)
    return OpenCase(
        id=row.id,
        kind=row.kind,
        amount_paise=row.amount_paise,
        booking_reference=row.reference,
        customer_name=row.name,
        masked_mobile=mask_mobile(row.mobile) if row.mobile else "",
        proposal=_proposal(row, answers, facts),
        answers=answers,
        opened_at=row.opened_at,
        facts=tuple((name, str(value)) for name, value in sorted(facts.items())),
    )
