"""ListCounterActs: card refunds that wait for their slip, and what was reversed, corrected or reopened."""

import json
from datetime import timedelta

from db import counter_acts, recoveries
from db.counter_acts import CorrectedRow, ReopenedRow
from db.database import Database
from db.ids import BookingReference
from db.states import Tender
from desktop.services.domain.counter_acts import CounterAct, CounterActKind
from desktop.services.steps.put_clock import CLOCK_SET

BACK = timedelta(days=31)


class ListCounterActs:
    """Read what a manager looks at: what is still to be done first, then what was done, the newest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[CounterAct, ...]:
        """Return every missing slip, and what was reversed, corrected or reopened in the last 31 days."""
        with self._database.read() as session:
            since = session.now - BACK
            waiting = counter_acts.waiting_slips(session)
            taken_back = counter_acts.reversed_top_ups(session, since)
            corrected = counter_acts.corrected_tenders(session, since)
            reopened = counter_acts.reopened_bookings(session, since)
            recovered = recoveries.since(session, since)
        slips = [
            CounterAct(
                CounterActKind.SLIP_WAITS,
                row.created_at,
                row.name,
                row.amount_paise,
                booking_id=row.booking_id,
                reference=row.reference,
            )
            for row in waiting
        ]
        done = [
            CounterAct(
                CounterActKind.TOP_UP_REVERSED,
                row.reversed_at,
                row.name,
                row.amount_paise,
                row.reversed_by,
                row.reverse_reason,
            )
            for row in taken_back
        ]
        done += [_corrected(row) for row in corrected]
        done += [_reopened(row) for row in reopened]
        done += [
            CounterAct(
                CounterActKind.PIN_RECOVERED,
                row.at,
                row.name,
                0,
                f"system: {row.login}" if row.login else row.name,
            )
            for row in recovered
        ]
        return (*slips, *sorted(done, key=lambda act: act.at, reverse=True))


def _reopened(row: ReopenedRow) -> CounterAct:
    reason = json.loads(row.content)["reason"]
    return CounterAct(
        CounterActKind.REOPENED,
        row.at,
        row.name,
        row.amount_paise,
        row.clerk,
        "" if reason == CLOCK_SET else reason,
        row.booking_id,
        row.reference,
    )


def _corrected(row: CorrectedRow) -> CounterAct:
    told = json.loads(row.content)
    return CounterAct(
        CounterActKind.TENDER_CORRECTED,
        row.at,
        row.name,
        told["amount_paise"],
        row.clerk,
        told["reason"],
        row.booking_id,
        BookingReference(told["reference"]),
        Tender(told["old_tender"]),
        Tender(told["new_tender"]),
    )
