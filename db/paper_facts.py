"""What the papers of an act need to know besides the booking, read in one statement."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, exists, func, select, true

from db.database import Session
from db.house import BUSINESS, BusinessRow
from db.house_rules import NAMES, HouseRules, rules_from
from db.ids import BookingId
from db.schema import business, desk, document, line_move, refund, registration, setting
from db.taxes import REGISTRATION, RegistrationRow


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """The acting desk's code, who may sell, and which rows a booking has at all.

    `registrations`: every one, past and future, in the order in which they were written.
    """

    desk_code: str
    registrations: Sequence[RegistrationRow]
    business: BusinessRow | None
    rules: HouseRules
    has_papers: bool
    has_moves: bool
    has_refunds: bool


RULES = (
    select(func.aggregate_strings(setting.c.name + "=" + setting.c.value, ","))
    .where(setting.c.name.in_(NAMES))
    .scalar_subquery()
)
NEWEST = select(business.c.id).order_by(business.c.created_at.desc(), business.c.id.desc()).limit(1)
BOOKING = bindparam("booking", type_=document.c.booking_id.type)
FACTS = (
    select(
        desk.c.code,
        RULES,
        exists().where(document.c.booking_id == BOOKING),
        exists().where(line_move.c.booking_id == BOOKING),
        exists().where(refund.c.booking_id == BOOKING),
        business.c.id,
        *BUSINESS.columns,
        registration.c.id,
        *REGISTRATION.columns,
    )
    .select_from(desk)
    .outerjoin(business, business.c.id == NEWEST.scalar_subquery())
    .outerjoin(registration, true())
    .where(desk.c.id == bindparam("desk"))
    .order_by(registration.c.id)
)
# Papers of one desk take several series each, and two acts in two orders would wait for each other for ever:
# a server lets one act of a desk make its papers after the other. In a file there is one writer anyway.
PAPERS = 73
IN_TURN = FACTS.add_columns(func.pg_advisory_xact_lock(PAPERS, func.hashtext(desk.c.id)))
BUSINESS_AT = 5
REGISTRATION_AT = BUSINESS_AT + 1 + len(BUSINESS.columns)
END = REGISTRATION_AT + 1 + len(REGISTRATION.columns)


def read(session: Session, booking_id: BookingId | None) -> PaperFacts:
    """Return the facts; without a booking it has nothing. Call it before the first number is taken."""
    params = {"desk": session.actor.desk_id, "booking": booking_id or ""}
    rows = [tuple(row) for row in session.execute(IN_TURN if session.on_server else FACTS, params)]
    code, rules, has_papers, has_moves, has_refunds, *_ = rows[0]
    told = [one.split("=") for one in rules.split(",")] if rules else []
    return PaperFacts(
        desk_code=code,
        registrations=[
            RegistrationRow(*row[REGISTRATION_AT + 1 : END])
            for row in rows
            if row[REGISTRATION_AT] is not None
        ],
        business=BusinessRow(*rows[0][BUSINESS_AT + 1 : REGISTRATION_AT]) if rows[0][BUSINESS_AT] else None,
        rules=rules_from((name, value) for name, value in told),
        has_papers=bool(has_papers),
        has_moves=bool(has_moves),
        has_refunds=bool(has_refunds),
    )
