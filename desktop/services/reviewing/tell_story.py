"""TellStory: everything that happened to one booking, each change and each paisa."""

import json
from collections.abc import Collection, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from db import bookings, payments, refunds, stories
from db.database import Database, Session
from db.ids import BookingId
from db.patience import READING
from db.payments import PaymentRow
from db.refunds import RefundRow
from desktop.services.domain.review import StoryStep
from desktop.services.errors import NotFound

# At one moment: the change, the money that came or went, what became of it, and the ledger last.
CHANGE, MONEY, CASE, LEDGER = range(4)
PAYMENT_FACTS = (
    "tender",
    "amount_paise",
    "rounding_paise",
    "wallet_paise",
    "received_paise",
    "reference",
    "instrument_kind",
    "instrument_id",
)
REFUND_FACTS = ("tender", "amount_paise", "rounding_paise", "attempts", "gateway_refund_id", "last_error")
MONEY_FACTS = ("gateway_payment_id", "amount_paise", "use", "found_by")
CASE_FACTS = ("kind", "amount_paise", "proposal", "gateway_payment_id")
RESOLUTION_FACTS = ("kind", "amount_paise", "resolution")
# Under which names the journal's records tell which payment or refund they are about.
NAMED = ("payment", "refund")
Ranked = tuple[int, StoryStep]
Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"


class TellStory:
    """Merge journal, payments, refunds, gateway money, cases and ledger of a booking."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, booking: str) -> tuple[StoryStep, ...]:
        """Return the steps in the order of time for an id or reference. Raises NotFound.

        `tag` is the journal's, or PAYMENT_, REFUND_, CASE_, LEDGER_ with the row's own word, or
        GATEWAY_MONEY; what the journal has told of a payment or refund is not told again. A fact is named
        as its column or account, with its unit last; a posting above zero is a debit. Facts that are empty
        are left out, and so are desk and clerk where no row tells them.
        """
        with self._database.read(READING) as session:
            row = bookings.find(session, BookingId(booking))
            if row is None:
                raise NotFound("booking", booking)
            changes = list(_changes(session, row.id))
            told = {(step.tag, value) for _, step in changes for name, value in step.facts if name in NAMED}
            steps = [*changes, *_money(session, row.id, told)]
            steps += [*_cases(session, row.id), *_ledger(session, row.id)]
        # Sorting is stable: within one moment and rank the order of the rows stays.
        steps.sort(key=lambda ranked: (ranked[1].at, ranked[0]))
        return tuple(step for _, step in steps)


def _changes(session: Session, booking_id: BookingId) -> Iterator[Ranked]:
    for row in stories.records(session, booking_id):
        content: dict[str, Json] = json.loads(row.content)
        facts = tuple(_flat("", content))
        yield CHANGE, StoryStep(row.at, row.desk_code, row.clerk, row.tag, facts)


def _money(session: Session, booking_id: BookingId, told: Collection[tuple[str, str]]) -> Iterator[Ranked]:
    moved: list[tuple[str, tuple[str, ...], PaymentRow | RefundRow]] = [
        *(("PAYMENT", PAYMENT_FACTS, row) for row in payments.of_booking(session, booking_id)),
        *(("REFUND", REFUND_FACTS, row) for row in refunds.of_booking(session, booking_id)),
    ]
    for word, names, row in moved:
        if row.settled_at != row.created_at and ("REFUND_PLANNED", row.id) not in told:
            yield MONEY, StoryStep(row.created_at, "", "", f"{word}_BEGUN", _facts(row, names))
        tag = f"{word}_{row.state.upper()}"
        if row.settled_at is not None and (tag, row.id) not in told:
            yield MONEY, StoryStep(row.settled_at, "", "", tag, _facts(row, names))
    for found in stories.found_money(session, booking_id):
        yield MONEY, StoryStep(found.found_at, "", "", "GATEWAY_MONEY", _facts(found, MONEY_FACTS))


def _cases(session: Session, booking_id: BookingId) -> Iterator[Ranked]:
    for row in stories.open_cases(session, booking_id):
        yield CASE, StoryStep(row.opened_at, "", "", "CASE_OPENED", _facts(row, CASE_FACTS))
        if row.resolved_at is not None:
            facts = _facts(row, RESOLUTION_FACTS)
            yield CASE, StoryStep(row.resolved_at, "", row.resolved_by or "", "CASE_RESOLVED", facts)


def _ledger(session: Session, booking_id: BookingId) -> Iterator[Ranked]:
    for _, group in groupby(stories.postings(session, booking_id), key=lambda row: row.entry_id):
        rows = list(group)
        first = rows[0]
        facts = tuple((f"{row.account}_paise", str(row.amount_paise)) for row in rows)
        yield LEDGER, StoryStep(first.at, first.desk_code, "", f"LEDGER_{first.kind.upper()}", facts)


def _facts(row: object, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    values: list[tuple[str, object]] = [(name, getattr(row, name)) for name in names]
    return tuple((name, str(value)) for name, value in values if value not in (None, "", 0))


def _flat(prefix: str, content: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    """Yield `outer.inner` names, sorted, with values as text."""
    for name, value in sorted(content.items(), key=itemgetter(0)):
        if isinstance(value, dict):
            yield from _flat(f"{prefix}{name}.", value)
        elif isinstance(value, str):
            yield f"{prefix}{name}", value
        else:
            yield f"{prefix}{name}", json.dumps(value, ensure_ascii=False)
