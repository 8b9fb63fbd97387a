"""ListCounterActs: card refunds that wait for their slip, what was undone, and who said yes to what."""

import json
from datetime import timedelta

from db import approvals, counter_acts, customers, put_right, recoveries
from db.approvals import ApprovalRow
from db.counter_acts import CommandRow, CorrectedRow, ReopenedRow, ToldRow
from db.database import Database, Session
from db.ids import BookingReference, CustomerId
from db.put_right import PutRightRow
from db.states import RefundRule, Tender
from desktop.services.domain.counter_acts import CounterAct, CounterActKind
from desktop.services.domain.permission import ManagerAct
from desktop.services.steps.put_clock import CLOCK_SET

BACK = timedelta(days=31)


class ListCounterActs:
    """Read what a manager looks at: what is still to be done first, then what was done, the newest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[CounterAct, ...]:
        """Return every missing slip, and what a manager may ask about of the last 31 days."""
        with self._database.read() as session:
            since = session.now - BACK
            waiting = counter_acts.waiting_slips(session)
            taken_back = counter_acts.reversed_top_ups(session, since)
            corrected = counter_acts.corrected_tenders(session, since)
            reopened = counter_acts.reopened_bookings(session, since)
            opened = counter_acts.opened_drawers(session, since)
            own_closes = counter_acts.own_closes_accepted(session, since)
            commands = counter_acts.system_commands(session, since)
            done = [_put_right(session, row) for row in put_right.since(session, since)]
            told = counter_acts.told_acts(session, since)
            said = approvals.since(session, since)
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
        done += [
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
        done += [
            CounterAct(CounterActKind.DRAWER_OPENED, row.made_at, row.desk_code, 0, row.clerk, row.reason)
            for row in opened
        ]
        done += [
            CounterAct(
                CounterActKind.OWN_CLOSE_ACCEPTED,
                row.accepted_at,
                row.desk_code,
                row.counted_paise - row.expected_paise,
                row.accepted_by,
                row.acceptance_note,
            )
            for row in own_closes
        ]
        done += [_reopened(row) for row in reopened]
        done += [_command(row) for row in commands]
        done += [_told(row) for row in told]
        done += [_approved(row) for row in said]
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


KIND_OF = {
    "HOLD_EXTENDED": CounterActKind.HOLD_EXTENDED,
    "HOLD_BROKEN": CounterActKind.HOLD_BROKEN,
    "CUSTOMER_CHANGED": CounterActKind.CUSTOMER_CHANGED,
    "CUSTOMERS_MERGED": CounterActKind.CUSTOMERS_MERGED,
    "NUMBER_CHANGED": CounterActKind.NUMBER_CHANGED,
}


def _put_right(session: Session, row: PutRightRow) -> CounterAct:
    told = json.loads(row.content)
    # A customer alone: what moved is the wallet, and nothing where only a number changed.
    who = CustomerId(told.get("kept") or told.get("customer") or "")
    customer = customers.find(session, who) if row.booking_id is None else None
    return CounterAct(
        KIND_OF[row.tag],
        row.at,
        customer.name if customer else row.name or "",
        told.get("wallet_paise", 0) if row.amount_paise is None else row.amount_paise,
        row.clerk,
        told.get("reason", ""),
        row.booking_id,
        row.reference,
    )


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


def _command(row: CommandRow) -> CounterAct:
    told = json.loads(row.content)
    reason = f"{told['command']} {told['subject']}".strip()
    return CounterAct(CounterActKind.SYSTEM_ACT, row.at, "", 0, row.clerk, reason)


def _approved(row: ApprovalRow) -> CounterAct:
    return CounterAct(
        CounterActKind.APPROVED,
        row.approved_at,
        "",
        row.amount_paise,
        row.approved_by,
        row.reason,
        act=ManagerAct(row.act),
        percent=row.percent,
        asked_by=row.clerk,
        own_act=row.clerk == row.approved_by,
        was_used=row.used_at is not None,
    )


def _told(row: ToldRow) -> CounterAct:
    """Return what a record tells: a discount, a limit, or a cancellation beyond the rules."""
    told = json.loads(row.content)
    reference = BookingReference(row.reference) if row.reference else None
    if row.tag == "DISCOUNT_GIVEN":
        kind, paise, why = CounterActKind.DISCOUNT, told["amount_paise"], told["reason"]
    elif row.tag == "LIMIT_CHANGED":
        act = ManagerAct(told["act"])
        why = f"{told['role']}: {told['old']} → {told['new']}"
        return CounterAct(CounterActKind.LIMIT, row.at, "", 0, row.clerk, why, act=act)
    elif RefundRule.VOID in told["rules"]:
        kind, paise, why = CounterActKind.VOIDED, told["refund_paise"], told["reason"]
    else:
        is_after_use = RefundRule.AFTER_USE in told["rules"]
        kind = CounterActKind.AFTER_USE if is_after_use else CounterActKind.WAIVED
        paise, why = told["beyond_paise"], told["note"]
    return CounterAct(kind, row.at, row.name or "", paise, row.clerk, why, row.booking_id, reference)


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
