"""MoveCash: cash goes into the drawer or out of it without a sale."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from db import drawer_moves, journal, ledger
from db.actor import Actor
from db.database import Database, Session
from db.drawer_moves import MoveRow
from db.errors import KeyUsed
from db.ids import RequestKey, ShiftId
from db.search_key import search_key
from db.states import AccountKind, DrawerMoveKind
from desktop.services.domain.cash_move import LAW_PAY_OUT_PAISE, CashMove, CashMoved
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.seen_text import seen_text
from desktop.services.domain.shift import CashSource
from desktop.services.drawer_errors import DrawerTooLow
from desktop.services.errors import BadRequest, OtherContent
from desktop.services.events import Publish, ShiftChanged
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_counts import checked_paise
from desktop.services.steps.checked_reason import checked_reason
from desktop.services.steps.drawer_sight import may_by_right
from desktop.services.steps.open_shift import open_shift_id

PAYEE_MAX = 100
TAGS = {
    DrawerMoveKind.CASH_IN: "CASH_PUT_IN",
    DrawerMoveKind.DROP: "CASH_DROPPED",
    DrawerMoveKind.PAY_OUT: "CASH_PAID_OUT",
}
ENTRIES = {
    (DrawerMoveKind.CASH_IN, CashSource.SAFE): ("cash_in", AccountKind.SAFE),
    (DrawerMoveKind.CASH_IN, CashSource.BANK): ("cash_in_from_bank", AccountKind.BANK),
    (DrawerMoveKind.DROP, CashSource.SAFE): ("cash_dropped", AccountKind.SAFE),
    (DrawerMoveKind.PAY_OUT, CashSource.SAFE): ("cash_paid_out", AccountKind.PAY_OUTS),
}


class MoveCash:
    """Into the drawer by permission; to the safe by whoever sells; to a payee up to a limit for a day."""

    def __init__(self, database: Database, desk: DeskSettings, publish: Publish) -> None:
        self._database = database
        self._zone = ZoneInfo(desk.time_zone)
        self._publish = publish

    def __call__(self, move: CashMove, request_key: RequestKey, *, actor: Actor) -> CashMoved:
        """Return what was moved; the same key with the same content moves nothing more.

        Raises BadRequest, NoOpenShift, NotYourShift, NoDrawer, NotPermitted, DrawerTooLow, OtherContent.
        """
        checked = _checked(move)
        with self._database.write(actor) as session:
            done = drawer_moves.find_by_request(session, request_key)
            if done is not None:
                if not _is_same(done, checked):
                    raise OtherContent(done.amount_paise)
                return CashMoved(done.id, checked, self._paid_today(session, checked))
            shift_id = open_shift_id(session, cash=True, alone=True)
            day_paise = 0
            if checked.kind is DrawerMoveKind.PAY_OUT:
                drawer_moves.lock_pay_outs(session)
                day_paise = self._paid_today(session, checked) + checked.amount_paise
            _check_may(session, shift_id, checked, day_paise)
            drawer = ledger.posted_paise(session, AccountKind.DRAWER, shift_id)
            if checked.kind is not DrawerMoveKind.CASH_IN and checked.amount_paise > drawer:
                knows = may_by_right(session, actor, ManagerAct.READ_DRAWER)
                raise DrawerTooLow(checked.amount_paise, drawer if knows else None)
            moved = _move(session, shift_id, checked, request_key, day_paise)
        self._publish(ShiftChanged())
        return moved

    def _paid_today(self, session: Session, move: CashMove) -> int:
        """Return what the payee got today at all desks, whatever way the name was written."""
        if move.kind is not DrawerMoveKind.PAY_OUT:
            return 0
        today = session.now.astimezone(self._zone).date()
        first = datetime.combine(today, time(), self._zone)
        end = datetime.combine(today + timedelta(days=1), time(), self._zone)
        payee = search_key(move.payee)
        paid = drawer_moves.paid_out_between(session, first, end)
        return sum(row.amount_paise for row in paid if search_key(row.payee) == payee)


def _checked(move: CashMove) -> CashMove:
    if (move.kind, move.source) not in ENTRIES:
        raise BadRequest("move", "unknown", text=f"{move.kind} {move.source}")
    checked_paise("amount", move.amount_paise, least_paise=1)
    reason = checked_reason(move.reason)
    payee = seen_text(move.payee)
    if move.kind is not DrawerMoveKind.PAY_OUT:
        payee = ""
    elif not search_key(payee):
        raise BadRequest("payee", "blank")
    elif len(payee) > PAYEE_MAX:
        raise BadRequest("payee", "too_long", most=PAYEE_MAX)
    return CashMove(move.kind, move.amount_paise, reason, payee, move.source)


def _is_same(row: MoveRow, move: CashMove) -> bool:
    kind, _ = ENTRIES[move.kind, move.source]
    asked = (move.kind, kind, move.amount_paise, move.reason, move.payee)
    return (row.kind, row.entry_kind, row.amount_paise, row.reason, row.payee) == asked


def _check_may(session: Session, shift_id: ShiftId, move: CashMove, day_paise: int) -> None:
    """A drop makes the drawer safer: whoever sells into it may. A payee counts with all of the day."""
    subject = f"{shift_id} {move.kind} {move.amount_paise} {search_key(move.payee)}".strip()
    if move.kind is DrawerMoveKind.CASH_IN:
        check_permission(session, ManagerAct.TAKE_CASH_IN, subject, amount_paise=move.amount_paise)
    if move.kind is DrawerMoveKind.PAY_OUT:
        beyond = day_paise > LAW_PAY_OUT_PAISE
        act = ManagerAct.PAY_OUT_BEYOND_LAW if beyond else ManagerAct.PAY_OUT
        check_permission(session, act, subject, amount_paise=day_paise)


def _move(
    session: Session, shift_id: ShiftId, move: CashMove, request_key: RequestKey, day_paise: int
) -> CashMoved:
    kind, account = ENTRIES[move.kind, move.source]
    into = move.amount_paise if move.kind is DrawerMoveKind.CASH_IN else -move.amount_paise
    postings = (
        (ledger.get_account(session, AccountKind.DRAWER, shift_id), into),
        (ledger.get_account(session, account), -into),
    )
    try:
        entry_id = ledger.post(session, kind, postings, request_key=request_key)
    except KeyUsed as used:
        raise OtherContent(used.amount_paise) from used
    move_id = drawer_moves.add(
        session,
        move.kind,
        shift_id=shift_id,
        entry_id=entry_id,
        amount_paise=move.amount_paise,
        reason=move.reason,
        request_key=request_key,
        payee=move.payee,
    )
    content = {
        "move": move_id,
        "shift": shift_id,
        "amount_paise": move.amount_paise,
        "reason": move.reason,
        "payee": move.payee,
        "source": move.source,
        "payee_day_paise": day_paise,
    }
    journal.record(session, TAGS[move.kind], content)
    return CashMoved(move_id, move, day_paise)
