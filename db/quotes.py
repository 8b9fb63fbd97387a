"""Stored quotes."""

from typing import Any

from sqlalchemy import Row, bindparam, insert, select

from db.database import Session, to_json
from db.keys import new_key
from db.schema import quote

BY_ID = select(quote).where(quote.c.id == bindparam("id"))


def store(session: Session, *, content: dict[str, Any], total_paise: int, promo_id: str | None) -> str:
    """Keep a quote with the rules that made it; return its id."""
    quote_id = new_key()
    row = {"id": quote_id, "made_at": session.now, "content": to_json(content), "total_paise": total_paise}
    session.execute(insert(quote), row | {"promo_id": promo_id, "home": session.home})
    return quote_id


def find(session: Session, quote_id: str) -> Row[Any] | None:
    """Return a stored quote."""
    return session.execute(BY_ID, {"id": quote_id}).one_or_none()
