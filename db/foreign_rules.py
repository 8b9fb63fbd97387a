"""Rules that say which payments at the gateway another program asked for, and what they have ruled."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.database import Session
from db.ids import ForeignRuleId, GatewayPaymentId
from db.keys import new_key
from db.record import Shape
from db.schema import booking, document, foreign_payment_rule, gateway_money, payment
from db.states import MoneyUse, SignField


@dataclass(frozen=True, slots=True)
class ForeignRuleRow:
    """A rule as it is stored, with what it has ruled: how many payments, and how much."""

    id: ForeignRuleId
    field: SignField
    sign: str
    made_at: datetime
    made_by: str
    ruled_count: int
    ruled_paise: int


@dataclass(frozen=True, slots=True)
class RuledMoney:
    """One payment at the gateway that a rule calls another program's."""

    gateway_payment_id: GatewayPaymentId
    amount_paise: int


def _sum_of(function: str) -> ColumnElement[int]:
    amounts = getattr(func, function)(gateway_money.c.amount_paise)
    ruled = select(func.coalesce(amounts, 0)).where(gateway_money.c.rule_id == foreign_payment_rule.c.id)
    return ruled.correlate(foreign_payment_rule).scalar_subquery()


RULE = Shape(ForeignRuleRow, foreign_payment_rule, ruled_count=_sum_of("count"), ruled_paise=_sum_of("sum"))
RULED = Shape(RuledMoney, gateway_money)
IS_ACTIVE = foreign_payment_rule.c.revoked_at.is_(None)


def list_active(session: Session) -> list[ForeignRuleRow]:
    """Return the rules that count, the oldest first."""
    return RULE.list(session.execute(RULE.select().where(IS_ACTIVE).order_by(foreign_payment_rule.c.id)))


def find(session: Session, rule_id: ForeignRuleId) -> ForeignRuleRow | None:
    """Return a rule, revoked or not."""
    return RULE.first(session.execute(RULE.select().where(foreign_payment_rule.c.id == rule_id)))


def by_sign(session: Session) -> dict[tuple[SignField, str], ForeignRuleId]:
    """Return the rules that count by what they know payments by; none is revoked before the commit."""
    columns = select(foreign_payment_rule.c.field, foreign_payment_rule.c.sign, foreign_payment_rule.c.id)
    rows = session.execute(columns.where(IS_ACTIVE).with_for_update(read=True))
    return {(SignField(row.field), row.sign): row.id for row in rows}


def add(session: Session, field: SignField, sign: str) -> ForeignRuleId:
    """Make a rule for payments that carry this sign."""
    rule_id = ForeignRuleId(new_key())
    values = {
        "id": rule_id,
        "field": field,
        "sign": sign,
        "made_at": session.now,
        "made_by": session.actor.person,
        "home": session.home,
    }
    session.execute(insert(foreign_payment_rule), values)
    return rule_id


def revoke(session: Session, rule_id: ForeignRuleId) -> bool:
    """End a rule; False when it was ended before."""
    statement = update(foreign_payment_rule).where(foreign_payment_rule.c.id == rule_id, IS_ACTIVE)
    values = {"revoked_at": session.now, "revoked_by": session.actor.person}
    return session.execute(statement.values(**values)).rowcount == 1


def rule_out(
    session: Session, rule_id: ForeignRuleId, gateway_payment_id: GatewayPaymentId, amount_paise: int
) -> bool:
    """Write down a payment as another program's; False when it has been taken in before, by whomever."""
    make = postgresql.insert if session.on_server else sqlite.insert
    values = {
        "gateway_payment_id": gateway_payment_id,
        "amount_paise": amount_paise,
        "use": MoneyUse.NOT_OURS,
        "rule_id": rule_id,
        "found_by": "sweep",
        "found_at": session.now,
        "home": session.home,
    }
    statement = make(gateway_money).values(values).on_conflict_do_nothing()
    return session.execute(statement.execution_options(preserve_rowcount=True)).rowcount == 1


def list_ruled(session: Session, rule_id: ForeignRuleId, limit: int) -> list[RuledMoney]:
    """Return some of what a rule has ruled and nobody is asked about."""
    statement = RULED.select().where(gateway_money.c.rule_id == rule_id)
    return RULED.list(session.execute(statement.order_by(gateway_money.c.gateway_payment_id).limit(limit)))


def take_back(session: Session, gateway_payment_id: GatewayPaymentId) -> bool:
    """Ask staff about a ruled payment after all; False when it is ruled no more."""
    statement = update(gateway_money).where(
        gateway_money.c.gateway_payment_id == gateway_payment_id, gateway_money.c.use == MoneyUse.NOT_OURS
    )
    return session.execute(statement.values(use=MoneyUse.CASE, rule_id=None)).rowcount == 1


def names_of_ours(session: Session, names: Collection[str]) -> set[str]:
    """Return those of the names that stand for a booking, payment, instrument or paper of this house."""
    wanted: Sequence[str] = sorted(names)
    found: set[str] = set()
    for column in (booking.c.reference, payment.c.id, payment.c.instrument_id, document.c.number):
        found |= set(session.execute(select(column).where(column.in_(wanted))).scalars())
    return found
