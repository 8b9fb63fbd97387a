"""Stored quotes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, ScalarSelect, bindparam, func, insert, select, update

from db.database import Session, to_json
from db.ids import CustomerId, PromoId, QuoteId, RequestKey
from db.keys import new_key
from db.prepared import Prepared
from db.record import Shape
from db.schema import booking, customer, quote, setting
from db.schema.columns import from_microseconds
from db.states import BuyerKind

CATALOGUE_CHANGED_AT = "catalogue_changed_at"


MERGED = customer.alias("merged")
ASKED = select(func.coalesce(MERGED.c.merged_into, MERGED.c.id)).where(MERGED.c.id == bindparam("customer"))
# Kept as it is until the hold is placed: two customers may be made one at this moment.
LIVING = ASKED.with_for_update(read=True, key_share=True)


def _of_customer(column: Column[str]) -> ScalarSelect[str]:
    return select(column).where(customer.c.id == ASKED.scalar_subquery()).scalar_subquery()


OPENING = Prepared(
    lambda _: select(
        quote.c.made_at,
        quote.c.content,
        quote.c.total_paise,
        quote.c.promo_id,
        LIVING.scalar_subquery(),
        _of_customer(customer.c.gstin),
        _of_customer(customer.c.state_code),
        _of_customer(customer.c.buyer_kind),
        select(booking.c.id).where(booking.c.request_key == bindparam("request")).scalar_subquery(),
        select(setting.c.value).where(setting.c.name == CATALOGUE_CHANGED_AT).scalar_subquery(),
    ).where(quote.c.id == bindparam("quote"))
)


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A stored quote; `content` is JSON: its lines and the rules that made them."""

    id: QuoteId
    made_at: datetime
    content: str
    total_paise: int
    promo_id: PromoId | None


QUOTE = Shape(QuoteRow, quote)
BY_ID = QUOTE.select().where(quote.c.id == bindparam("id"))


def store(
    session: Session, *, content: Mapping[str, object], total_paise: int, promo_id: PromoId | None
) -> QuoteId:
    """Keep a quote with the rules that made it; return its id."""
    quote_id = QuoteId(new_key())
    row = {"id": quote_id, "made_at": session.now, "content": to_json(content), "total_paise": total_paise}
    session.execute(insert(quote), row | {"promo_id": promo_id, "home": session.home})
    return quote_id


def find(session: Session, quote_id: QuoteId) -> QuoteRow | None:
    """Return a stored quote."""
    return QUOTE.first(session.execute(BY_ID, {"id": quote_id}))


@dataclass(frozen=True, slots=True)
class Opening:
    """What placing a hold begins with: the quote, whether the customer exists, what the act made before."""

    made_at: datetime
    content: str
    total_paise: int
    promo_id: PromoId | None
    # None: there is no such customer. One that was merged is whom they were made one with.
    customer_id: CustomerId | None
    # As they are now: empty where they are not known.
    gstin: str
    state_code: str
    buyer_kind: BuyerKind | None
    is_placed: bool
    # Whether an import has changed the catalogue since the quote was made.
    is_overtaken: bool


def open_for_hold(
    session: Session, quote_id: QuoteId, *, customer_id: CustomerId, request_key: RequestKey
) -> Opening | None:
    """Return the quote with what a hold needs beside it, in one question; None for an unknown quote."""
    params = {"quote": quote_id, "customer": customer_id, "request": request_key}
    found = OPENING.run(session, params).fetchone()
    if found is None:
        return None
    made_at, content, total_paise, promo_id, known, gstin, state_code, kind, placed, changed_at = found
    made = from_microseconds(made_at)
    return Opening(
        made_at=made,
        content=content,
        total_paise=total_paise,
        promo_id=promo_id,
        customer_id=known,
        gstin=gstin or "",
        state_code=state_code or "",
        buyer_kind=BuyerKind(kind) if kind else None,
        is_placed=placed is not None,
        is_overtaken=changed_at is not None and made < datetime.fromisoformat(changed_at),
    )


def overtake(session: Session) -> None:
    """Let no quote of before this moment be held: the catalogue has changed under it."""
    value = {"value": session.now.isoformat()}
    done = session.execute(update(setting).where(setting.c.name == CATALOGUE_CHANGED_AT).values(value))
    if done.rowcount == 0:
        session.execute(insert(setting), {"name": CATALOGUE_CHANGED_AT, "home": session.home} | value)
