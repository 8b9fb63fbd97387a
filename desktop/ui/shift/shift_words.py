"""What the page of the shift says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.states import DrawerMoveKind
from desktop.services.domain.shift import OpenWorkKind
from desktop.ui import formats

if TYPE_CHECKING:
    from desktop.services.domain.shift import ClosedShift, OpenWork

translate = QCoreApplication.translate


def drop_reasons() -> tuple[str, ...]:
    """Return why cash goes to the safe: chosen by its digit."""
    return (
        translate("Shift", "too much in the drawer"),
        translate("Shift", "before a break"),
        translate("Shift", "for the bank"),
        translate("Shift", "the manager has asked for it"),
    )


def move_label(kind: DrawerMoveKind, paise: int) -> str:
    """Return what Enter does with an amount."""
    text = {
        DrawerMoveKind.DROP: translate("Shift", "Put {amount} into the safe   Enter"),
        DrawerMoveKind.CASH_IN: translate("Shift", "Put {amount} into the drawer   Enter"),
        DrawerMoveKind.PAY_OUT: translate("Shift", "Pay {amount} out of the drawer   Enter"),
    }[kind]
    return text.format(amount=formats.rupees(paise))


def moved_text(kind: DrawerMoveKind, paise: int) -> str:
    """Return what was moved."""
    text = {
        DrawerMoveKind.DROP: translate("Shift", "{amount} is in the safe."),
        DrawerMoveKind.CASH_IN: translate("Shift", "{amount} is in the drawer."),
        DrawerMoveKind.PAY_OUT: translate("Shift", "{amount} was paid out."),
    }[kind]
    return text.format(amount=formats.rupees(paise))


def beyond_law_text() -> str:
    """Return what the law says of so much cash to one person."""
    return translate(
        "Shift", "This payee got more than ₹10,000.00 in cash today: the tax takes it as no expense."
    )


def difference_text(difference_paise: int) -> str:
    """Return whether something is too much or missing, in words."""
    if not difference_paise:
        return translate("Shift", "✓ The drawer is right to the paisa.")
    if difference_paise > 0:
        text = translate("Shift", "▲ {amount} too much")
    else:
        text = translate("Shift", "▼ {amount} missing")
    return text.format(amount=formats.rupees(abs(difference_paise)))


def sealed_lines(closed: ClosedShift) -> tuple[tuple[str, str], ...]:
    """Return the figures of a sealed close: word and amount."""
    lines = [
        (translate("Shift", "counted"), formats.amount(closed.counted_paise)),
        (translate("Shift", "by the books"), formats.amount(closed.expected_paise)),
        (translate("Shift", "into the safe"), formats.amount(closed.to_safe_paise)),
        (translate("Shift", "stays for the next shift"), formats.amount(closed.left_paise)),
    ]
    if closed.card_counted_paise is not None:
        lines += [
            (translate("Shift", "slip of the card machine"), formats.amount(closed.card_counted_paise)),
            (translate("Shift", "card, by the books"), formats.amount(closed.card_expected_paise)),
        ]
    lines.append((translate("Shift", "seal"), f"{closed.seal_number} · {closed.seal_hash[:12]}"))
    return tuple(lines)


def open_work_text(work: tuple[OpenWork, ...]) -> str:
    """Return what of the desk goes on after the close."""
    if not work:
        return translate("Shift", "Nothing is unfinished at this desk.")
    words = {
        OpenWorkKind.HOLD: translate("Shift", "hold"),
        OpenWorkKind.PAYMENT: translate("Shift", "payment under way"),
        OpenWorkKind.REFUND: translate("Shift", "refund under way"),
        OpenWorkKind.CARD_REFUND: translate("Shift", "card refund without slip"),
    }
    told = "; ".join(f"{words[one.kind]} {one.reference} {formats.amount(one.amount_paise)}" for one in work)
    return translate("Shift", "Still open: {work}").format(work=told)


def card_text(difference_paise: int) -> str:
    """Return by how much the slip of the card machine is other than the books."""
    if difference_paise > 0:
        text = translate("Shift", "▲ The card machine's slip has {amount} more than the books.")
    else:
        text = translate("Shift", "▼ The card machine's slip has {amount} less than the books.")
    return text.format(amount=formats.rupees(abs(difference_paise)))


def opening_hint(counted_paise: int, left_paise: int) -> str:
    """Return what the last close has left, and by how much the count is another."""
    left = translate("Shift", "The last close has left {amount}.").format(amount=formats.rupees(left_paise))
    difference = counted_paise - left_paise
    if not difference:
        return left
    if difference > 0:
        text = translate("Shift", "{left} This is {amount} more: say why.")
    else:
        text = translate("Shift", "{left} This is {amount} less: say why.")
    return text.format(left=left, amount=formats.rupees(abs(difference)))
