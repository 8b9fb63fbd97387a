"""ListSettlements: payouts and what is owed, without a network; ShowSettlement: the rows of one payout."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from db import settlements
from db.actor import Actor
from db.database import Database, Session
from db.patience import READING
from db.settlements import SettledPlace, ShownRow
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.settlements import (
    Owed,
    OwedAge,
    Settlement,
    SettlementItem,
    SettlementsSeen,
)
from desktop.services.errors import NotPermitted
from desktop.services.steps.drawer_sight import may_by_right

# A payout comes two working days after the payment; what is older than a week is late.
AGES_DAYS = (2, 4, 7, 30)
DAYS_SHOWN = 400


class ListSettlements:
    """Read what was taken into the books."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, *, actor: Actor) -> SettlementsSeen:
        """Return the payouts of the last DAYS_SHOWN days and everything that is owed. Raises NotPermitted."""
        with self._database.read(READING) as session:
            check_may_see(session, actor)
            now = session.now
            rows = settlements.payouts(session, now - timedelta(days=DAYS_SHOWN), now + timedelta(days=1))
            owed = tuple(
                Owed(one.gateway_payment_id, one.amount_paise, one.found_at, one.booking_id, one.reference)
                for one in settlements.owed(session)
            )
            books = settlements.gateway_paise(session)
            last = settlements.last_whole_day(session)
        return SettlementsSeen(
            settlements=tuple(_settlement(row) for row in rows),
            owed=owed,
            ages=ages_of(owed, now),
            owed_paise=books,
            others_paise=books - sum(one.amount_paise for one in owed),
            read_until=last,
        )


class ShowSettlement:
    """Read the rows of one payout."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, settlement_id: str, *, actor: Actor) -> tuple[SettlementItem, ...]:
        """Return the rows, ours first; none of a payout that was not read. Raises NotPermitted."""
        with self._database.read() as session:
            check_may_see(session, actor)
            rows = settlements.rows_of(session, settlement_id)
        return tuple(_item(row) for row in rows)


def check_may_see(session: Session, actor: Actor) -> None:
    """Raise NotPermitted for whom the house's figures are not; who reads a book belongs to no desk."""
    if actor.desk_id and not may_by_right(session, actor, ManagerAct.READ_DAY_SHEET):
        raise NotPermitted(ManagerAct.READ_DAY_SHEET, "settlements")


def ages_of(owed: Sequence[Owed], now: datetime) -> tuple[OwedAge, ...]:
    """Return what is owed by its age, the youngest first; the last has no upper end."""
    counts, sums = dict.fromkeys((*AGES_DAYS, None), 0), dict.fromkeys((*AGES_DAYS, None), 0)
    for one in owed:
        days = next((most for most in AGES_DAYS if now - one.since <= timedelta(days=most)), None)
        counts[days] += 1
        sums[days] += one.amount_paise
    return tuple(OwedAge(days, counts[days], sums[days]) for days in counts)


def _settlement(row: settlements.SettlementRow) -> Settlement:
    ours = row.payments_paise - row.refunds_paise
    return Settlement(
        id=row.settlement_id,
        utr=row.utr,
        settled_at=row.settled_at,
        rows_count=row.rows_count,
        payments_paise=row.payments_paise,
        refunds_paise=row.refunds_paise,
        fee_paise=row.fee_paise,
        tax_paise=row.tax_paise,
        other_paise=row.bank_paise + row.fee_paise - ours,
        bank_paise=row.bank_paise,
    )


def _item(row: ShownRow) -> SettlementItem:
    return SettlementItem(
        entity_id=row.entity_id,
        entity_type=row.entity_type,
        amount_paise=row.amount_paise,
        fee_paise=row.fee_paise,
        tax_paise=row.tax_paise,
        bank_paise=row.credit_paise - row.debit_paise,
        is_ours=row.place is SettledPlace.OURS,
        booking_id=row.booking_id,
        reference=row.reference,
        description=row.description,
    )
