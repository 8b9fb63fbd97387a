"""The lines of a booking as rows that can be chosen: a seat one row, a stay one with its nights below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum, auto
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.states import BookingState
from desktop.services.domain.cancellation import Terms
from desktop.services.domain.kinds import TRAITS
from desktop.ui import formats
from desktop.ui.line_times import line_name
from desktop.ui.line_words import before_text, ended_text, rule_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.domain.booking import Booking, BookingLine
    from desktop.services.domain.cancellation import LineRefund, RefundPlan

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to end: some lines, or the whole sale as a mistake, `outside` its drawer or time.

    `back_paise` comes back in all, where that is more than the rules give.
    """

    numbers: frozenset[int]
    is_void: bool = False
    outside: bool = False
    back_paise: int | None = None

    def toggled(self, numbers: frozenset[int]) -> Choice:
        """Return the choice without these lines, or with all of them where one was missing, by the rules."""
        return replace(
            self,
            numbers=self.numbers - numbers if numbers <= self.numbers else self.numbers | numbers,
            back_paise=None,
        )

    def fits(self, plan: RefundPlan | None) -> bool:
        """Whether a plan is the plan of this choice, and there is something to do."""
        if plan is None or not plan.lines:
            return False
        mine, its = Terms(self.is_void, self.outside), replace(plan.terms, back_paise=None)
        by_rules = self.back_paise is None and not plan.beyond_paise
        return (
            plan.numbers == self.numbers
            and mine == its
            and (by_rules or self.back_paise == plan.refund_paise)
        )


def usual_choice(booking: Booking, whole: RefundPlan) -> Choice:
    """Return what is meant as a rule: what the house cancelled of it, else all that can end."""
    if booking.state is BookingState.HELD:
        return Choice(whole.numbers)
    by_house = {line.number for line in booking.endable_lines if line.departure_cancelled}
    return Choice(frozenset(by_house) or whole.numbers)


def void_choice(booking: Booking, *, outside: bool = False) -> Choice:
    """Return the choice of a whole sale as a mistake."""
    numbers = frozenset(line.number for line in booking.live_lines)
    return Choice(numbers, is_void=True, outside=outside)


def beyond_choice(booking: Booking, choice: Choice) -> Choice | None:
    """Return the same lines, all of whose money comes back; those that were used where no other can end."""
    numbers = choice.numbers or frozenset(line.number for line in booking.live_lines)
    paise = sum(line.total_paise for line in booking.live_lines if line.number in numbers)
    held = booking.state is BookingState.HELD
    return None if held or choice.is_void or not paise else Choice(numbers, back_paise=paise)


class Chosen(Enum):
    """How much of a row is chosen."""

    NONE = auto()
    SOME = auto()
    ALL = auto()


@dataclass(frozen=True, slots=True)
class LineRow:
    """One row. `numbers`: the lines that it chooses, none where it can't be; `is_night`: below its stay."""

    what: str
    when: str
    back_paise: int | None
    why: str
    numbers: frozenset[int]
    chosen: Chosen
    is_night: bool = False
    has_nights: bool = False
    is_over: bool = False

    @property
    def structure(self) -> tuple[object, ...]:
        """What makes it another row and not the same one with another choice."""
        return self.what, self.when, self.numbers, self.is_night


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of the lines: what came or comes back of each, what can be chosen, what is."""

    booking: Booking
    refunds: dict[int, LineRefund]
    can_choose: frozenset[int]
    choice: Choice

    def chosen(self, lines: Sequence[BookingLine]) -> Chosen:
        numbers = {line.number for line in lines if line.number in self.refunds}
        taken = numbers & self.choice.numbers
        if not taken:
            return Chosen.NONE
        return Chosen.ALL if taken == numbers else Chosen.SOME


def view_lines(
    booking: Booking, whole: RefundPlan, plan: RefundPlan | None, choice: Choice
) -> tuple[LineRow, ...]:
    """Return the rows: what is chosen with the figures of its plan, the rest with those of the `whole`.

    A hold ends whole and so does a void: nothing is chosen line by line then.
    """
    refunds = {refund.number: refund for refund in whole.lines}
    if plan is not None and choice.fits(plan):
        refunds |= {refund.number: refund for refund in plan.lines}
    is_whole = choice.is_void or booking.state is BookingState.HELD
    can_choose = frozenset() if is_whole else whole.numbers
    told = _Told(booking, refunds, can_choose, choice)
    rows: list[LineRow] = []
    for _, group in groupby(_in_order(booking.lines), key=_group):
        lines = list(group)
        if len(lines) > 1:
            rows.append(_stay_row(told, lines))
        rows += [_line_row(told, line, is_night=len(lines) > 1) for line in lines]
    return tuple(rows)


def _in_order(lines: Sequence[BookingLine]) -> list[BookingLine]:
    """Put the nights of one room below each other, where it stands first."""
    first: dict[tuple[object, ...], int] = {}
    for line in lines:
        first.setdefault(_group(line), line.number)
    return sorted(lines, key=lambda line: (first[_group(line)], line.number))


def _group(line: BookingLine) -> tuple[object, ...]:
    if TRAITS[line.kind].has_nights:
        return line.stay, line.unit_id, ""
    return line.stay, line.unit_id, line.slot_id


def _stay_row(told: _Told, lines: list[BookingLine]) -> LineRow:
    nights = [_line_row(told, line, is_night=True) for line in lines]
    reasons = list(dict.fromkeys(night.why for night in nights))
    backs = [night.back_paise for night in nights if night.back_paise is not None]
    last = lines[-1].day + timedelta(days=1)
    count = translate("CancelLines", "{count} nights").format(count=len(lines))
    return LineRow(
        what=line_name(lines[0]),
        when=f"{formats.days(lines[0].day, last)}, {count}",
        back_paise=sum(backs) if backs else None,
        why=reasons[0] if len(reasons) == 1 else "",
        numbers=frozenset().union(*(night.numbers for night in nights)),
        chosen=told.chosen(lines),
        has_nights=True,
        is_over=all(night.is_over for night in nights),
    )


def _line_row(told: _Told, line: BookingLine, *, is_night: bool) -> LineRow:
    refund = told.refunds.get(line.number)
    if not line.is_live:
        back, why = None, ended_text([line], line.time_zone)
    elif refund is None:
        back, why = None, translate("CancelLines", "used: nothing")
    else:
        back, why = refund.back_paise, rule_text(line, refund.rule, refund.back_paise)
    when = formats.day(line.day)
    return LineRow(
        what=line_name(line),
        when=when if is_night else " · ".join(p for p in (when, line.guest_name, before_text(line)) if p),
        back_paise=back,
        why=why,
        numbers=frozenset({line.number}) & told.can_choose,
        chosen=told.chosen([line]),
        is_night=is_night,
        is_over=refund is None,
    )
