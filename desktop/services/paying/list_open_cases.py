"""ListOpenCases: money that waits for a decision, the oldest first."""

import json
from typing import Any

from db import cases
from db.database import Database
from desktop.services.domain.people import mask_mobile
from desktop.services.domain.review import OpenCase

ANSWERS = {
    "late": ("wallet", "confirm", "refund"),
    "duplicate": ("refund", "wallet"),
    "mismatch": ("refund", "wallet"),
    "foreign": ("refund",),
    "part_payment": ("wallet", "refund"),
    "refund_failed": ("wallet", "cash", "refund"),
}


class ListOpenCases:
    """Read the open cases with the answers each one allows, the proposed one first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[OpenCase, ...]:
        """Return every open case."""
        with self._database.read() as session:
            return tuple(_case(row) for row in cases.list_open(session))


def answers_of(row: Any) -> tuple[str, ...]:
    """Return what staff may decide; a stranger has no wallet and does not stand at the desk for cash."""
    answers = ANSWERS[row.kind]
    return answers if row.customer_id is not None else tuple(one for one in answers if one == "refund")


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
        proposal=row.proposal if row.proposal in answers else answers[0],
        answers=answers,
        opened_at=row.opened_at,
        facts=tuple((name, str(value)) for name, value in sorted(facts.items())),
    )
