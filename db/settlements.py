"""Rows of the gateway's settlements, what of its money was not settled yet, and which days were read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, case, cast, exists, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.ids import BookingId, BookingReference, EntryId, GatewayPaymentId
from db.record import Shape, values_of
from db.schema import (
    account,
    booking,
    gateway_money,
    open_case,
    posting,
    refund,
    settled_row,
    settlement_day,
)
from db.schema.columns import Whole
from db.schema.settlements import SettledPlace
from db.states import AccountKind, CaseAnswer, MoneyUse, RefundState

__all__ = ["SettledPlace", "SettledRow"]
PAYMENT, REFUND = "payment", "refund"


@dataclass(frozen=True, slots=True)
class SettledRow:
    """A row as it is stored: see the table for each column."""

    settlement_id: str
    entity_id: str
    entity_type: str
    utr: str
    settled_at: datetime
    amount_paise: int
    credit_paise: int
    debit_paise: int
    fee_paise: int
    tax_paise: int
    gateway_payment_id: GatewayPaymentId | None
    dispute_id: str
    description: str
    place: SettledPlace
    booking_id: BookingId | None
    entry_id: EntryId


@dataclass(frozen=True, slots=True)
class ShownRow(SettledRow):
    """A row with its booking, if it has one."""

    reference: BookingReference | None


@dataclass(frozen=True, slots=True)
class SettlementRow:
    """One payout: the sums of its rows. `other`: of what is no payment or refund of ours."""

    settlement_id: str
    utr: str
    settled_at: datetime
    rows_count: int
    payments_paise: int
    refunds_paise: int
    fee_paise: int
    tax_paise: int
    bank_paise: int


@dataclass(frozen=True, slots=True)
class OwedRow:
    """Money that the gateway has taken for us and not settled."""

    gateway_payment_id: GatewayPaymentId
    amount_paise: int
    found_at: datetime
    booking_id: BookingId | None
    reference: BookingReference | None


@dataclass(frozen=True, slots=True)
class KnownMoney:
    """What the books have of a payment at the gateway."""

    amount_paise: int
    booking_id: BookingId | None
    is_ours: bool


ROW = Shape(SettledRow, settled_row)
SHOWN = Shape(ShownRow, settled_row, reference=booking.c.reference)
# Staff have called it somebody else's: its case, or that of its refund that failed.
CALLED = exists().where(
    open_case.c.gateway_payment_id == gateway_money.c.gateway_payment_id,
    open_case.c.resolution == CaseAnswer.NOT_OURS,
)
CALLED_LATER = exists().where(
    refund.c.gateway_payment_id == gateway_money.c.gateway_payment_id,
    open_case.c.refund_id == refund.c.id,
    open_case.c.resolution == CaseAnswer.NOT_OURS,
)
IS_OURS = and_(gateway_money.c.use != MoneyUse.NOT_OURS, ~CALLED, ~CALLED_LATER)
OWED = Shape(
    OwedRow,
    gateway_money,
    reference=booking.c.reference,
)


def known(session: Session, keys: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return those of the rows, by settlement and entity, that have been taken in."""
    wanted = set(keys)
    statement = select(settled_row.c.settlement_id, settled_row.c.entity_id).where(
        settled_row.c.entity_id.in_([entity for _, entity in wanted])
    )
    return {(row.settlement_id, row.entity_id) for row in session.execute(statement)} & wanted


def settled_as_ours(session: Session, entity_ids: Sequence[str]) -> set[str]:
    """Return those of the gateway's items that were taken from what it owes."""
    statement = select(settled_row.c.entity_id).where(
        settled_row.c.entity_id.in_(list(entity_ids)), settled_row.c.place == SettledPlace.OURS
    )
    return set(session.execute(statement).scalars())


def known_money(session: Session, ids: Sequence[GatewayPaymentId]) -> dict[GatewayPaymentId, KnownMoney]:
    """Return what the books have of these payments."""
    statement = select(
        gateway_money.c.gateway_payment_id,
        gateway_money.c.amount_paise,
        gateway_money.c.booking_id,
        IS_OURS.label("is_ours"),
    ).where(gateway_money.c.gateway_payment_id.in_(list(ids)))
    return {
        row.gateway_payment_id: KnownMoney(row.amount_paise, row.booking_id, bool(row.is_ours))
        for row in session.execute(statement)
    }


def known_refunds(
    session: Session, refund_ids: Sequence[str], payment_ids: Sequence[GatewayPaymentId]
) -> tuple[dict[str, int], dict[GatewayPaymentId, int]]:
    """Return the amounts of refunds by their names at the gateway, and of those without by their payments."""
    columns = select(
        refund.c.gateway_refund_id, refund.c.gateway_payment_id, refund.c.amount_paise, refund.c.state
    )
    by_id = columns.where(refund.c.gateway_refund_id.in_(list(refund_ids)))
    nameless = columns.where(
        refund.c.gateway_payment_id.in_(list(payment_ids)),
        refund.c.gateway_refund_id.is_(None),
        refund.c.state == RefundState.DONE,
    )
    named = {row.gateway_refund_id: row.amount_paise for row in session.execute(by_id)}
    others: dict[GatewayPaymentId, int] = {}
    for row in session.execute(nameless):
        others[row.gateway_payment_id] = others.get(row.gateway_payment_id, 0) + row.amount_paise
    return named, others


def add(session: Session, row: SettledRow) -> None:
    """Insert a row; its entry has been posted in the same transaction."""
    values = {**values_of(row), "found_at": session.now, "home": session.home}
    session.execute(insert(settled_row), values)


def misplaced(session: Session) -> list[SettledRow]:
    """Return rows that stand beside what the gateway owes and whose payment is ours by now, or the reverse.

    A payment that was settled twice stands beside it the second time, for good.
    """
    money = gateway_money.alias("money")
    again = settled_row.alias("again")
    is_known_ours = exists().where(
        gateway_money.c.gateway_payment_id == settled_row.c.gateway_payment_id, IS_OURS
    )
    twice = exists().where(again.c.entity_id == settled_row.c.entity_id, again.c.place == SettledPlace.OURS)
    is_money = settled_row.c.entity_type.in_((PAYMENT, REFUND))
    late = and_(settled_row.c.place == SettledPlace.OTHER, is_known_ours, ~twice)
    known_now = exists().where(money.c.gateway_payment_id == settled_row.c.gateway_payment_id)
    wrong = and_(settled_row.c.place == SettledPlace.OURS, known_now, ~is_known_ours)
    statement = ROW.select().where(is_money, late | wrong).order_by(settled_row.c.settled_at)
    return ROW.list(session.execute(statement))


def put(session: Session, row: SettledRow, place: SettledPlace) -> bool:
    """Say where a row stands from now on; False when somebody else has said it before."""
    statement = update(settled_row).where(
        settled_row.c.settlement_id == row.settlement_id,
        settled_row.c.entity_id == row.entity_id,
        settled_row.c.place == row.place,
    )
    return session.execute(statement.values(place=place)).rowcount == 1


def last_whole_day(session: Session) -> date | None:
    """Return the last day before which every day that was begun has been read to its end."""
    statement = select(func.max(settlement_day.c.day)).where(settlement_day.c.is_whole == 1)
    last: date | None = session.execute(statement).scalar()
    broken = select(func.min(settlement_day.c.day)).where(settlement_day.c.is_whole == 0)
    first_broken: date | None = session.execute(broken).scalar()
    return last if first_broken is None or last is None or last < first_broken else None


def keep_day(session: Session, wanted: date, *, rows_read: int, is_whole: bool) -> None:
    """Write down how far a day was read."""
    make = postgresql.insert if session.on_server else sqlite.insert
    values = {"rows_read": rows_read, "is_whole": is_whole, "read_at": session.now}
    statement = make(settlement_day).values(day=wanted, home=session.home, **values)
    session.execute(statement.on_conflict_do_update(index_elements=[settlement_day.c.day], set_=values))


def payouts(session: Session, since: datetime, until: datetime) -> list[SettlementRow]:
    """Return the payouts of a time, the newest first."""
    ours = settled_row.c.place == SettledPlace.OURS
    amount = settled_row.c.amount_paise
    sums = (
        func.count(),
        _sum(case((and_(ours, settled_row.c.entity_type == PAYMENT), amount), else_=0)),
        _sum(case((and_(ours, settled_row.c.entity_type == REFUND), amount), else_=0)),
        _sum(settled_row.c.fee_paise),
        _sum(settled_row.c.tax_paise),
        _sum(settled_row.c.credit_paise - settled_row.c.debit_paise),
    )
    at = func.max(settled_row.c.settled_at)
    statement = (
        select(settled_row.c.settlement_id, func.max(settled_row.c.utr), at, *sums)
        .where(settled_row.c.settled_at >= since, settled_row.c.settled_at < until)
        .group_by(settled_row.c.settlement_id)
        .order_by(at.desc(), settled_row.c.settlement_id)
    )
    return [SettlementRow(*tuple(row)) for row in session.execute(statement)]


def _sum(paise: ColumnElement[int]) -> ColumnElement[int]:
    return cast(func.coalesce(func.sum(paise), 0), Whole)


def rows_of(session: Session, settlement_id: str) -> list[ShownRow]:
    """Return the rows of a payout: payments, refunds, then the rest."""
    statement = (
        SHOWN.select()
        .outerjoin(booking, booking.c.id == settled_row.c.booking_id)
        .where(settled_row.c.settlement_id == settlement_id)
        .order_by(settled_row.c.place.desc(), settled_row.c.entity_type, settled_row.c.entity_id)
    )
    return SHOWN.list(session.execute(statement))


def owed(session: Session) -> list[OwedRow]:
    """Return the money of ours that the gateway has and that no payout names, the oldest first."""
    paid_out = exists().where(
        settled_row.c.entity_id == gateway_money.c.gateway_payment_id,
        settled_row.c.place == SettledPlace.OURS,
    )
    statement = (
        OWED.select()
        .select_from(gateway_money)
        .outerjoin(booking, booking.c.id == gateway_money.c.booking_id)
        .where(IS_OURS, ~paid_out)
        .order_by(gateway_money.c.found_at, gateway_money.c.gateway_payment_id)
    )
    return OWED.list(session.execute(statement))


def gateway_paise(session: Session) -> int:
    """Return what the books say that the gateway owes."""
    statement = (
        select(func.coalesce(func.sum(posting.c.amount_paise), 0))
        .join(account, account.c.id == posting.c.account_id)
        .where(account.c.kind == AccountKind.GATEWAY)
    )
    return int(session.execute(statement).scalar_one())
