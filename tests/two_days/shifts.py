"""How drawers are opened, moved and closed, each written down by hand as it is done."""

from dataclasses import replace

import pytest

from db.ids import ShiftId
from db.states import AccountKind, DrawerMoveKind
from desktop.services.domain.cash_move import CashMove
from desktop.services.domain.shift import RARE_WORTHS, WORTHS, CashSource, ClosedShift, Closing, Opening
from desktop.services.errors import NotPermitted
from tests.two_days.selling import approved
from tests.two_days.shop import Desk, Shop

# The smallest coin there is: a drawer whose books end in other paise can't be counted to the paisa.
COIN_PAISE = 50


def counts(paise: int) -> dict[int, int]:
    """Return the fewest notes and coins that make so much, less what no coin makes."""
    left, found = paise, {}
    for worth in (*WORTHS, RARE_WORTHS[-1]):
        if left >= worth:
            found[worth], left = divmod(left, worth)
    return found


def open_shift(shop: Shop, desk: Desk, paise: int = 0, *, is_shared: bool) -> None:
    """Open with what the last shift left."""
    opening = Opening(counts(paise), is_shared=is_shared)
    desk.shift = desk.services.open_shift(opening, shop.key(), actor=desk.actor)
    shop.book.move(desk.person, AccountKind.DRAWER, paise, desk.shift)
    shop.book.move(desk.person, AccountKind.NEXT_FLOAT, -paise)
    shop.book.note("shift")


def move_cash(
    shop: Shop,
    desk: Desk,
    kind: DrawerMoveKind,
    paise: int,
    reason: str,
    payee: str = "",
    source: str = "safe",
) -> None:
    """Move cash; where it needs a manager, Meena says yes to it."""
    move = CashMove(kind, paise, reason, payee, CashSource(source))
    actor = desk.actor
    try:
        desk.services.move_cash(move, shop.key(), actor=actor)
    except NotPermitted as refused:
        desk.services.move_cash(move, shop.key(), actor=approved(shop, desk, refused))
    into = paise if kind is DrawerMoveKind.CASH_IN else -paise
    other = {
        DrawerMoveKind.CASH_IN: AccountKind(source),
        DrawerMoveKind.DROP: AccountKind.SAFE,
        DrawerMoveKind.PAY_OUT: AccountKind.PAY_OUTS,
    }[kind]
    shop.book.move(desk.person, AccountKind.DRAWER, into, desk.shift)
    shop.book.move(desk.person, other, -into)
    shop.book.note(kind)


def close(
    shop: Shop, desk: Desk, shift: str, left_paise: int, missing_paise: int = 0, *, forgotten: bool = False
) -> ClosedShift:
    """Count what lies there by the hand book, less what is missing, and close."""
    books = shop.book.drawers[shift]
    counted = (books - missing_paise) // COIN_PAISE * COIN_PAISE
    closing = Closing(ShiftId(shift), counts(counted), None, left_paise)
    if not forgotten:
        closed = desk.services.close_shift(closing, actor=desk.actor)
    else:
        with pytest.raises(NotPermitted):
            desk.services.close_forgotten(closing, actor=replace(desk.actor, person_id=None))
        closed = desk.services.close_forgotten(closing, actor=desk.actor)
    assert (closed.expected_paise, closed.counted_paise) == (books, counted)
    assert closed.by_other is forgotten
    shop.book.move(desk.person, AccountKind.DRAWER, -books, shift)
    shop.book.move(desk.person, AccountKind.SAFE, counted - left_paise)
    shop.book.move(desk.person, AccountKind.NEXT_FLOAT, left_paise)
    shop.book.move(desk.person, AccountKind.CASH_OVER_AND_SHORT, books - counted)
    shop.book.note("close")
    return closed
