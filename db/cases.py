"""Money found at the gateway, and the open cases in which staff decide about money."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, exists, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.ids import BookingId, CaseId, CustomerId, GatewayPaymentId, PaymentId, RefundId
from db.keys import new_key
from db.record import Shape
from db.schema import booking, customer, gateway_money, open_case, refund
from db.states import CaseAnswer, CaseKind, CaseState, MoneyUse


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as it is stored: see the table for each column."""

    id: CaseId
    kind: CaseKind
    state: CaseState
    booking_id: BookingId | None
    customer_id: CustomerId | None
    gateway_payment_id: GatewayPaymentId | None
    refund_id: RefundId | None
    amount_paise: int
    proposal: CaseAnswer
    facts: str
    opened_at: datetime
    # Money can be kept for the customer: they have a mobile number by which it is found again.
    has_wallet: bool


@dataclass(frozen=True, slots=True)
class ShownCaseRow(CaseRow):
    """A case with booking and customer; what there is none of is empty."""

    reference: str
    name: str
    mobile: str


BUYER = customer.alias("buyer")
HAS_WALLET = exists().where(BUYER.c.id == open_case.c.customer_id, BUYER.c.mobile.is_not(None))
CASE = Shape(CaseRow, open_case, has_wallet=HAS_WALLET)
SHOWN = Shape(
    ShownCaseRow,
    open_case,
    has_wallet=HAS_WALLET,
    reference=func.coalesce(booking.c.reference, ""),
    name=func.coalesce(customer.c.name, ""),
    mobile=func.coalesce(customer.c.mobile, customer.c.landline, ""),
)
# About rows of a payout, which are posted as they are: nothing of a booking waits for them.
OF_SETTLED = (CaseKind.SETTLED_UNKNOWN, CaseKind.SETTLED_OTHERWISE, CaseKind.CHARGEBACK)
IS_OPEN = open_case.c.state == CaseState.OPEN
LOCK = CASE.select().where(open_case.c.id == bindparam("id")).with_for_update(key_share=True)


def take_in(
    session: Session,
    *,
    gateway_payment_id: GatewayPaymentId,
    amount_paise: int,
    use: MoneyUse,
    found_by: str,
    payment_id: PaymentId | None = None,
    booking_id: BookingId | None = None,
) -> bool:
    """Write down gateway money; False when this payment id has been taken in before, by whomever.

    What a rule called another program's is taken over: it was found where it belongs after all.
    """
    make = postgresql.insert if session.on_server else sqlite.insert
    values = {
        "gateway_payment_id": gateway_payment_id,
        "payment_id": payment_id,
        "booking_id": booking_id,
        "amount_paise": amount_paise,
        "use": use,
        "found_by": found_by,
        "found_at": session.now,
        "home": session.home,
    }
    # Without this option an INSERT's count is thrown away on PostgreSQL.
    statement = (
        make(gateway_money)
        .values(values)
        .on_conflict_do_update(
            index_elements=[gateway_money.c.gateway_payment_id],
            set_=values | {"rule_id": None},
            where=gateway_money.c.use == MoneyUse.NOT_OURS,
        )
    )
    return session.execute(statement.execution_options(preserve_rowcount=True)).rowcount == 1


def known_money(session: Session, gateway_payment_ids: Sequence[GatewayPaymentId]) -> set[GatewayPaymentId]:
    """Return those of the gateway's payment ids that have been taken in."""
    statement = select(gateway_money.c.gateway_payment_id).where(
        gateway_money.c.gateway_payment_id.in_(list(gateway_payment_ids))
    )
    return set(session.execute(statement).scalars())


def paise_by_gateway_payment(
    session: Session, gateway_payment_ids: Sequence[GatewayPaymentId]
) -> dict[GatewayPaymentId, int]:
    """Return the amounts of those of the gateway's payments that have been taken in."""
    columns = select(gateway_money.c.gateway_payment_id, gateway_money.c.amount_paise)
    found = columns.where(gateway_money.c.gateway_payment_id.in_(list(gateway_payment_ids)))
    return {row.gateway_payment_id: row.amount_paise for row in session.execute(found)}


def open_about(session: Session, gateway_payment_ids: Sequence[GatewayPaymentId]) -> list[CaseId]:
    """Return the open cases about money of these payments at the gateway, or about a refund of it."""
    wanted = list(gateway_payment_ids)
    statement = (
        select(open_case.c.id)
        .outerjoin(refund, refund.c.id == open_case.c.refund_id)
        .where(IS_OPEN)
        .where(open_case.c.gateway_payment_id.in_(wanted) | refund.c.gateway_payment_id.in_(wanted))
    )
    return list(session.execute(statement).scalars())


def undecided_paise(session: Session, gateway_payment_ids: Sequence[GatewayPaymentId]) -> int:
    """Return how much of the gateway's payments waits in open cases."""
    total = select(func.coalesce(func.sum(open_case.c.amount_paise), 0)).where(IS_OPEN)
    found = total.where(open_case.c.gateway_payment_id.in_(list(gateway_payment_ids)))
    return int(session.execute(found).scalar_one())


def not_ours(session: Session, gateway_payment_ids: Sequence[GatewayPaymentId]) -> set[GatewayPaymentId]:
    """Return those of the gateway's payment ids that staff, or a rule of theirs, call somebody else's."""
    ids = list(gateway_payment_ids)
    decided = open_case.c.resolution == CaseAnswer.NOT_OURS
    found = select(open_case.c.gateway_payment_id).where(decided, open_case.c.gateway_payment_id.in_(ids))
    # Or only when the refund of it had failed.
    refunded = select(refund.c.gateway_payment_id).join(open_case, open_case.c.refund_id == refund.c.id)
    failed = refunded.where(decided, refund.c.gateway_payment_id.in_(ids))
    ruled = select(gateway_money.c.gateway_payment_id).where(
        gateway_money.c.use == MoneyUse.NOT_OURS, gateway_money.c.gateway_payment_id.in_(ids)
    )
    return {one for statement in (found, failed, ruled) for one in session.execute(statement).scalars()}


def found_since(session: Session, moment: datetime) -> set[GatewayPaymentId]:
    """Return the gateway's payment ids that were taken in since `moment`."""
    found = select(gateway_money.c.gateway_payment_id).where(gateway_money.c.found_at >= moment)
    return set(session.execute(found).scalars())


def open_new(
    session: Session,
    *,
    kind: CaseKind,
    amount_paise: int,
    proposal: CaseAnswer,
    facts: str = "{}",
    booking_id: BookingId | None = None,
    customer_id: CustomerId | None = None,
    gateway_payment_id: GatewayPaymentId | None = None,
    refund_id: RefundId | None = None,
) -> CaseId:
    """Open a case and return its id."""
    case_id = CaseId(new_key())
    values = {
        "id": case_id,
        "kind": kind,
        "state": CaseState.OPEN,
        "booking_id": booking_id,
        "customer_id": customer_id,
        "gateway_payment_id": gateway_payment_id,
        "refund_id": refund_id,
        "amount_paise": amount_paise,
        "proposal": proposal,
        "facts": facts,
        "opened_at": session.now,
        "home": session.home,
    }
    session.execute(insert(open_case), values)
    return case_id


def find(session: Session, case_id: CaseId) -> CaseRow | None:
    """Return a case."""
    return CASE.first(session.execute(CASE.select().where(open_case.c.id == case_id)))


def lock(session: Session, case_id: CaseId) -> CaseRow:
    """Return a case and keep others from resolving it until the commit. Its booking is locked before."""
    return CASE.one(session.execute(LOCK, {"id": case_id}))


def lock_many(session: Session, case_ids: Collection[CaseId]) -> list[CaseRow]:
    """Return cases of no booking, and keep others from resolving them until the commit."""
    wanted = CASE.select().where(open_case.c.id.in_(list(case_ids)))
    return CASE.list(session.execute(wanted.order_by(open_case.c.id).with_for_update(key_share=True)))


def resolve(session: Session, case_id: CaseId, resolution: CaseAnswer, *, by_clerk: bool = True) -> bool:
    """Open -> resolved, by the clerk or with nobody asked; False when it was resolved before."""
    statement = update(open_case).where(open_case.c.id == case_id, IS_OPEN)
    values = {
        "state": CaseState.RESOLVED,
        "resolved_at": session.now,
        "resolution": resolution,
        "resolved_by": session.actor.person if by_clerk else None,
    }
    return session.execute(statement.values(**values)).rowcount == 1


def reduce(
    session: Session, case_id: CaseId, *, amount_paise: int, facts: str, refund_id: RefundId | None
) -> bool:
    """Leave less to be decided in an open case; False when it was resolved before.

    `refund_id`: the refund that stands for the rest, if any.
    """
    statement = update(open_case).where(open_case.c.id == case_id, IS_OPEN)
    values = {"amount_paise": amount_paise, "facts": facts, "refund_id": refund_id}
    return session.execute(statement.values(**values)).rowcount == 1


def list_open(session: Session) -> list[ShownCaseRow]:
    """Return the open cases with booking and customer, the oldest first."""
    statement = (
        SHOWN.select()
        .outerjoin(booking, booking.c.id == open_case.c.booking_id)
        .outerjoin(customer, customer.c.id == open_case.c.customer_id)
        .where(IS_OPEN)
        .order_by(open_case.c.opened_at, open_case.c.id)
    )
    return SHOWN.list(session.execute(statement))


def count_open(session: Session) -> int:
    """Return how many cases wait for a decision."""
    return int(session.execute(select(func.count()).where(IS_OPEN)).scalar_one())


def apply_money(session: Session, gateway_payment_id: GatewayPaymentId) -> None:
    """Note that money which waited in a case has been applied to its booking after all."""
    statement = update(gateway_money).where(gateway_money.c.gateway_payment_id == gateway_payment_id)
    session.execute(statement.values(use=MoneyUse.APPLIED))


def resolve_part_payment(session: Session, booking_id: BookingId) -> None:
    """Close the case of what was taken for a hold that ended: it counts towards the booking again."""
    statement = update(open_case).where(
        open_case.c.booking_id == booking_id, open_case.c.kind == CaseKind.PART_PAYMENT, IS_OPEN
    )
    values = {
        "state": CaseState.RESOLVED,
        "resolved_at": session.now,
        "resolution": CaseAnswer.CONFIRM,
        "resolved_by": session.actor.person,
    }
    session.execute(statement.values(**values))


def newest_open(session: Session) -> CaseId | None:
    """Return the id of the open case that was opened last; None when none waits."""
    newest_first = select(open_case.c.id).order_by(open_case.c.opened_at.desc(), open_case.c.id.desc())
    found = newest_first.where(IS_OPEN).limit(1)
    return session.execute(found).scalar_one_or_none()
