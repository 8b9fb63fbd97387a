"""Money found at the gateway, and the open cases in which staff decide about money."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.keys import new_key
from db.schema import booking, customer, gateway_money, open_case, refund

LOCK = select(open_case).where(open_case.c.id == bindparam("id")).with_for_update(key_share=True)


def take_in(session: Session, row: Mapping[str, Any]) -> bool:
    """Write down gateway money; False when this payment id has been taken in before, by whomever."""
    make = postgresql.insert if session.on_server else sqlite.insert
    values = {**row, "found_at": session.now, "home": session.home}
    # Without this option an INSERT's count is thrown away on PostgreSQL.
    statement = make(gateway_money).values(values).on_conflict_do_nothing()
    return session.execute(statement.execution_options(preserve_rowcount=True)).rowcount == 1


def known_money(session: Session, gateway_payment_ids: Sequence[str]) -> set[str]:
    """Return those of the gateway's payment ids that have been taken in."""
    statement = select(gateway_money.c.gateway_payment_id).where(
        gateway_money.c.gateway_payment_id.in_(list(gateway_payment_ids))
    )
    return set(session.execute(statement).scalars())


def paise_by_gateway_payment(session: Session, gateway_payment_ids: Sequence[str]) -> dict[str, int]:
    """Return the amounts of those of the gateway's payments that have been taken in."""
    columns = select(gateway_money.c.gateway_payment_id, gateway_money.c.amount_paise)
    found = columns.where(gateway_money.c.gateway_payment_id.in_(list(gateway_payment_ids)))
    return {row.gateway_payment_id: row.amount_paise for row in session.execute(found)}


def open_about(session: Session, gateway_payment_ids: Sequence[str]) -> list[str]:
    """Return the open cases about money of these payments at the gateway, or about a refund of it."""
    wanted = list(gateway_payment_ids)
    statement = (
        select(open_case.c.id)
        .outerjoin(refund, refund.c.id == open_case.c.refund_id)
        .where(open_case.c.state == "open")
        .where(open_case.c.gateway_payment_id.in_(wanted) | refund.c.gateway_payment_id.in_(wanted))
    )
    return list(session.execute(statement).scalars())


def undecided_paise(session: Session, gateway_payment_ids: Sequence[str]) -> int:
    """Return how much of the gateway's payments waits in open cases."""
    total = select(func.coalesce(func.sum(open_case.c.amount_paise), 0)).where(open_case.c.state == "open")
    found = total.where(open_case.c.gateway_payment_id.in_(list(gateway_payment_ids)))
    return int(session.execute(found).scalar_one())


def not_ours(session: Session, gateway_payment_ids: Sequence[str]) -> set[str]:
    """Return those of the gateway's payment ids that staff have found to be somebody else's."""
    ids = list(gateway_payment_ids)
    decided = open_case.c.resolution == "not_ours"
    found = select(open_case.c.gateway_payment_id).where(decided, open_case.c.gateway_payment_id.in_(ids))
    # Or only when the refund of it had failed.
    refunded = select(refund.c.gateway_payment_id).join(open_case, open_case.c.refund_id == refund.c.id)
    failed = refunded.where(decided, refund.c.gateway_payment_id.in_(ids))
    return {*session.execute(found).scalars(), *session.execute(failed).scalars()}


def found_since(session: Session, moment: datetime) -> set[str]:
    """Return the gateway's payment ids that were taken in since `moment`."""
    found = select(gateway_money.c.gateway_payment_id).where(gateway_money.c.found_at >= moment)
    return set(session.execute(found).scalars())


def open_new(session: Session, row: Mapping[str, Any]) -> str:
    """Open a case and return its id."""
    case_id = new_key()
    values = {"id": case_id, "state": "open", "opened_at": session.now, "home": session.home, **row}
    session.execute(insert(open_case), values)
    return case_id


def find(session: Session, case_id: str) -> Row[Any] | None:
    """Return a case."""
    return session.execute(select(open_case).where(open_case.c.id == case_id)).one_or_none()


def lock(session: Session, case_id: str) -> Row[Any] | None:
    """Return a case and keep others from resolving it until the commit. Its booking is locked before."""
    return session.execute(LOCK, {"id": case_id}).one_or_none()


def resolve(session: Session, case_id: str, resolution: str, *, by_clerk: bool = True) -> bool:
    """Open -> resolved, by the clerk or with nobody asked; False when it was resolved before."""
    statement = update(open_case).where(open_case.c.id == case_id, open_case.c.state == "open")
    values = {
        "state": "resolved",
        "resolved_at": session.now,
        "resolution": resolution,
        "resolved_by": session.clerk if by_clerk else None,
    }
    return session.execute(statement.values(**values)).rowcount == 1


def reduce(session: Session, case_id: str, *, amount_paise: int, facts: str, refund_id: str | None) -> bool:
    """Leave less to be decided in an open case; False when it was resolved before.

    `refund_id`: the refund that stands for the rest, if any.
    """
    statement = update(open_case).where(open_case.c.id == case_id, open_case.c.state == "open")
    values = {"amount_paise": amount_paise, "facts": facts, "refund_id": refund_id}
    return session.execute(statement.values(**values)).rowcount == 1


def list_open(session: Session) -> Sequence[Row[Any]]:
    """Return the open cases with booking and customer, the oldest first."""
    statement = (
        select(
            open_case,
            func.coalesce(booking.c.reference, "").label("reference"),
            func.coalesce(customer.c.name, "").label("name"),
            func.coalesce(customer.c.mobile, "").label("mobile"),
        )
        .outerjoin(booking, booking.c.id == open_case.c.booking_id)
        .outerjoin(customer, customer.c.id == open_case.c.customer_id)
        .where(open_case.c.state == "open")
        .order_by(open_case.c.opened_at, open_case.c.id)
    )
    return session.execute(statement).all()


def count_open(session: Session) -> int:
    """Return how many cases wait for a decision."""
    return int(session.execute(select(func.count()).where(open_case.c.state == "open")).scalar_one())


def apply_money(session: Session, gateway_payment_id: str) -> None:
    """Note that money which waited in a case has been applied to its booking after all."""
    statement = update(gateway_money).where(gateway_money.c.gateway_payment_id == gateway_payment_id)
    session.execute(statement.values(use="applied"))


def resolve_part_payment(session: Session, booking_id: str) -> None:
    """Close the case of what was taken for a hold that ended: it counts towards the booking again."""
    statement = update(open_case).where(
        open_case.c.booking_id == booking_id, open_case.c.kind == "part_payment", open_case.c.state == "open"
    )
    values = {
        "state": "resolved",
        "resolved_at": session.now,
        "resolution": "confirm",
        "resolved_by": session.clerk,
    }
    session.execute(statement.values(**values))


def newest_open(session: Session) -> str:
    """Return the id of the open case that was opened last; empty when none waits."""
    newest_first = select(open_case.c.id).order_by(open_case.c.opened_at.desc(), open_case.c.id.desc())
    found = newest_first.where(open_case.c.state == "open").limit(1)
    return session.execute(found).scalar_one_or_none() or ""
