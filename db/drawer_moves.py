"""Cash that went into a drawer or out of it without a sale."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from db.database import Session
from db.ids import DrawerMoveId, EntryId, RequestKey, ShiftId
from db.keys import new_key
from db.record import Shape
from db.schema import account, drawer_move, entry
from db.states import AccountKind, DrawerMoveKind


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A move as stored, with the kind of its entry: see the table for each column."""

    id: DrawerMoveId
    kind: DrawerMoveKind
    shift_id: ShiftId
    entry_kind: str | None
    amount_paise: int
    reason: str
    payee: str
    clerk: str
    made_at: datetime
    request_key: RequestKey


@dataclass(frozen=True, slots=True)
class PaidOut:
    """What a payee was given."""

    payee: str
    amount_paise: int


MOVE = Shape(MoveRow, drawer_move, entry_kind=entry.c.kind)
PAID_OUT = Shape(PaidOut, drawer_move)


def add(
    session: Session,
    kind: DrawerMoveKind,
    *,
    shift_id: ShiftId,
    entry_id: EntryId | None,
    amount_paise: int,
    reason: str,
    request_key: RequestKey,
    payee: str = "",
) -> DrawerMoveId:
    """Write down a move that `entry_id` has posted; return its id."""
    move_id = DrawerMoveId(new_key())
    values = {
        "id": move_id,
        "kind": kind,
        "shift_id": shift_id,
        "entry_id": entry_id,
        "amount_paise": amount_paise,
        "reason": reason,
        "payee": payee,
        "clerk": session.actor.person,
        "made_at": session.now,
        "request_key": request_key,
        "home": session.home,
    }
    session.execute(insert(drawer_move), values)
    return move_id


def find_by_request(session: Session, request_key: RequestKey) -> MoveRow | None:
    """Return the move that the act with this key has made."""
    statement = MOVE.select().select_from(drawer_move).outerjoin(entry, entry.c.id == drawer_move.c.entry_id)
    return MOVE.first(session.execute(statement.where(drawer_move.c.request_key == request_key)))


def of_shift(session: Session, shift_id: ShiftId) -> list[MoveRow]:
    """Return the moves of a shift, the oldest first."""
    statement = MOVE.select().select_from(drawer_move).outerjoin(entry, entry.c.id == drawer_move.c.entry_id)
    found = statement.where(drawer_move.c.shift_id == shift_id)
    return MOVE.list(session.execute(found.order_by(drawer_move.c.made_at, drawer_move.c.id)))


def lock_pay_outs(session: Session) -> None:
    """Let nobody pay out at another desk before this transaction ends: a payee's day is one sum."""
    found = select(account.c.id).where(account.c.kind == AccountKind.PAY_OUTS)
    session.execute(found.with_for_update(key_share=True))


def paid_out_between(session: Session, first: datetime, end: datetime) -> list[PaidOut]:
    """Return every pay-out of all desks from `first` until before `end`."""
    is_then = (drawer_move.c.made_at >= first) & (drawer_move.c.made_at < end)
    statement = PAID_OUT.select().where(drawer_move.c.kind == DrawerMoveKind.PAY_OUT, is_then)
    return PAID_OUT.list(session.execute(statement))
