"""The likeliest causes of a difference in words, with the acts to look at below each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.drawer_day import ActKind
from desktop.services.domain.mistakes import Mistake
from desktop.ui import formats
from desktop.ui.tender_words import tender_word

if TYPE_CHECKING:
    from db.ids import BookingId
    from desktop.services.domain.difference import Cause
    from desktop.services.domain.drawer_day import ShiftAct
    from desktop.services.domain.shift_review import Explained

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CauseRow:
    """A line of the list. `booking_id`: what Enter opens; None: nothing."""

    text: str
    booking_id: BookingId | None = None
    is_act: bool = False


def cause_rows(explained: Explained, time_zone: str) -> tuple[CauseRow, ...]:
    """Return the causes, the likeliest first, each followed by its acts."""
    rows: list[CauseRow] = []
    for number, cause in enumerate(explained.causes, start=1):
        only = cause.acts[0].booking_id if len(cause.acts) == 1 else None
        rows.append(CauseRow(f"{number}  {cause_text(cause)}", only))
        rows += [CauseRow(f"      {act_text(act, time_zone)}", act.booking_id, True) for act in cause.acts]
        if cause.acts_in_all > len(cause.acts):
            more = translate("Causes", "and {count} more").format(count=cause.acts_in_all - len(cause.acts))
            rows.append(CauseRow(f"      {more}"))
    return tuple(rows)


def cause_text(cause: Cause) -> str:
    """Return what may have happened, and how much of the difference it leaves."""
    text = _what(cause)
    if cause.left_paise:
        left = translate("Causes", "{amount} in coins besides").format(amount=signed(cause.left_paise))
        return f"{text}, {left}"
    return text


def _what(cause: Cause) -> str:
    amount = formats.rupees(max((abs(paise) for paise in cause.effect.values()), default=0))
    counted = (Mistake.FLOAT_MISCOUNTED, Mistake.CLOSE_MISCOUNTED)
    if cause.mistake in counted:
        return _miscount(cause)
    if cause.mistake in (Mistake.TENDER_SWAPPED, Mistake.REFUND_SWAPPED) and cause.acts:
        words = (
            translate("Causes", "Entered as {entered}, but it was taken as {other}: {amount}")
            if cause.mistake is Mistake.TENDER_SWAPPED
            else translate(
                "Causes", "Refund entered as {entered}, but it was given back as {other}: {amount}"
            )
        )
        other = " / ".join(tender_word(tender) for tender in cause.into)
        return words.format(entered=tender_word(cause.acts[0].tender), other=other, amount=amount)
    if cause.mistake is Mistake.NOT_RECORDED and cause.acts:
        return translate("Causes", "A hold that ended unpaid was paid after all: {amount}").format(
            amount=amount
        )
    return _words()[cause.mistake].format(amount=amount)


def _words() -> dict[Mistake, str]:
    return {
        Mistake.FIGURES_TRANSPOSED: translate("Causes", "Two figures changed places, {amount} off"),
        Mistake.DROP_NOT_ENTERED: translate("Causes", "Put into the safe and not entered: {amount}"),
        Mistake.DROP_NOT_MADE: translate(
            "Causes", "Entered as put into the safe, still in the drawer: {amount}"
        ),
        Mistake.CASH_IN_NOT_ENTERED: translate("Causes", "Put into the drawer and not entered: {amount}"),
        Mistake.PAY_OUT_NOT_ENTERED: translate("Causes", "Paid out and not entered: {amount}"),
        Mistake.CHANGE_NOT_GIVEN: translate("Causes", "Change not given: {amount}"),
        Mistake.CHANGE_TWICE: translate("Causes", "Change given twice: {amount}"),
        Mistake.PAY_OUT_TWICE: translate("Causes", "Pay-out entered twice: {amount}"),
        Mistake.SALE_TWICE: translate("Causes", "Payment entered twice: {amount}"),
        Mistake.NOT_RECORDED: translate("Causes", "Taken without a record: {amount}"),
        Mistake.SMALL_CHANGE: translate("Causes", "Small change went astray: {amount}"),
        Mistake.TENDER_SWAPPED: translate("Causes", "A tender was taken for another: {amount}"),
        Mistake.REFUND_SWAPPED: translate("Causes", "A refund went another way: {amount}"),
    }


def _miscount(cause: Cause) -> str:
    is_float = cause.mistake is Mistake.FLOAT_MISCOUNTED
    if cause.worth_paise is None or cause.pieces is None:
        return translate("Causes", "The float was not counted as the last shift has left it")
    if cause.pieces > 0:
        words = (
            translate("Causes", "Float counted with {count} × {worth} too many")
            if is_float
            else translate("Causes", "Close counted with {count} × {worth} too many")
        )
    else:
        words = (
            translate("Causes", "Float counted with {count} × {worth} too few")
            if is_float
            else translate("Causes", "Close counted with {count} × {worth} too few")
        )
    return words.format(count=abs(cause.pieces), worth=formats.rupees(cause.worth_paise))


def act_text(act: ShiftAct, time_zone: str) -> str:
    """Return one act: its booking or what it was, tender, amount, when and by whom."""
    kinds = {
        ActKind.REFUND: translate("Causes", "refund"),
        ActKind.TOP_UP: translate("Causes", "top-up"),
        ActKind.TOP_UP_REVERSED: translate("Causes", "top-up taken back"),
        ActKind.CASH_IN: translate("Causes", "cash put in"),
        ActKind.DROP: translate("Causes", "into the safe"),
        ActKind.PAY_OUT: translate("Causes", "pay-out"),
        ActKind.LAPSED_HOLD: translate("Causes", "hold that ended"),
    }
    parts = [
        act.reference or "",
        kinds.get(act.kind, ""),
        tender_word(act.tender) if act.kind in (ActKind.PAYMENT, ActKind.REFUND) else "",
        formats.amount(act.amount_paise),
        formats.moment_text(act.at, time_zone),
        act.clerk,
    ]
    return "  ".join(part for part in parts if part)


def signed(paise: int) -> str:
    """Return an amount with its sign, a plus too: what is over and what is short are not to be mixed up."""
    return f"+{formats.amount(paise)}" if paise > 0 else formats.amount(paise)
