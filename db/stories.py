"""Everything that the database holds about one booking: changes and movements of money. Reads only."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select

from db.database import Session
from db.ids import BookingId, CaseId, EntryId, GatewayPaymentId
from db.record import Shape
from db.schema import account, desk, entry, gateway_money, journal, open_case, posting
from db.states import AccountKind, CaseAnswer, CaseKind, CaseState, MoneyUse


@dataclass(frozen=True, slots=True)
class Told:
    """A journal record; `content` is JSON."""

    at: datetime
    desk_code: str
    clerk: str
    tag: str
    content: str


@dataclass(frozen=True, slots=True)
class Posted:
    """One posting with its entry and the kind of its account."""

    entry_id: EntryId
    kind: str
    at: datetime
    desk_code: str
    account: AccountKind
    amount_paise: int


@dataclass(frozen=True, slots=True)
class FoundMoney:
    """Money of the gateway, and what it became."""

    gateway_payment_id: GatewayPaymentId
    amount_paise: int
    use: MoneyUse
    found_at: datetime
    found_by: str


@dataclass(frozen=True, slots=True)
class StoryCase:
    """A case that staff had or have to decide."""

    id: CaseId
    kind: CaseKind
    state: CaseState
    amount_paise: int
    proposal: CaseAnswer
    gateway_payment_id: GatewayPaymentId | None
    opened_at: datetime
    resolved_at: datetime | None
    resolution: str | None
    resolved_by: str | None


TOLD = Shape(Told, journal, desk_code=desk.c.code)
POSTED = Shape(Posted, entry, posting, desk_code=desk.c.code, account=account.c.kind)
FOUND_MONEY = Shape(FoundMoney, gateway_money)
STORY_CASE = Shape(StoryCase, open_case)


def records(session: Session, booking_id: BookingId) -> list[Told]:
    """Return a booking's journal records."""
    statement = (
        TOLD.select().join(desk, desk.c.id == journal.c.desk_id).where(journal.c.booking_id == booking_id)
    )
    return TOLD.list(session.execute(statement.order_by(journal.c.at, journal.c.desk_id, journal.c.number)))


def postings(session: Session, booking_id: BookingId) -> list[Posted]:
    """Return a booking's postings, entry by entry."""
    statement = (
        POSTED.select()
        .join(posting, posting.c.entry_id == entry.c.id)
        .join(account, account.c.id == posting.c.account_id)
        .join(desk, desk.c.id == entry.c.desk_id)
        .where(entry.c.booking_id == booking_id)
    )
    return POSTED.list(session.execute(statement.order_by(entry.c.at, entry.c.id, posting.c.number)))


def found_money(session: Session, booking_id: BookingId) -> list[FoundMoney]:
    """Return the gateway's money that was found for a booking."""
    statement = FOUND_MONEY.select().where(gateway_money.c.booking_id == booking_id)
    ordered = statement.order_by(gateway_money.c.found_at, gateway_money.c.gateway_payment_id)
    return FOUND_MONEY.list(session.execute(ordered))


def open_cases(session: Session, booking_id: BookingId) -> list[StoryCase]:
    """Return the cases that staff had or have to decide about a booking, open or not."""
    of_money = select(gateway_money.c.gateway_payment_id).where(gateway_money.c.booking_id == booking_id)
    statement = STORY_CASE.select().where(
        or_(open_case.c.booking_id == booking_id, open_case.c.gateway_payment_id.in_(of_money))
    )
    return STORY_CASE.list(session.execute(statement.order_by(open_case.c.opened_at, open_case.c.id)))
