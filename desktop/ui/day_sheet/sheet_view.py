"""What the day sheet shows, as values: figures in their order, and what the marked one is divided into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.day_sheet import Axis, Choice, DaySheet, Figure
from desktop.ui import formats
from desktop.ui.day_sheet.sheet_words import figure_word, part_word

if TYPE_CHECKING:
    from collections.abc import Sequence

translate = QCoreApplication.translate
# Those that stand on every sheet, whatever was done; the others where something was added to them.
ALWAYS = frozenset((Figure.SOLD, Figure.NET, Figure.TAKEN, Figure.GIVEN_BACK, Figure.MONEY))
SUMS = frozenset((Figure.NET, Figure.TAX, Figure.MONEY))
AXES = (Axis.TENDER, Axis.DESK, Axis.PERSON, Axis.KIND, Axis.HOUR, Axis.DAY, Axis.TAX)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row: a heading without a choice, or a sum with its bookings."""

    text: str
    choice: Choice | None = None
    amount: str = ""
    count: str = ""
    is_sum: bool = False


def groups() -> tuple[tuple[str, tuple[Figure, ...]], ...]:
    """Return the figures below their headings."""
    return (
        (
            translate("DaySheet", "SALES"),
            (
                Figure.SOLD,
                Figure.BASE,
                Figure.DISCOUNT,
                Figure.FEE,
                Figure.CANCELLED,
                Figure.BACK,
                Figure.KEPT,
                Figure.FORFEITED,
                Figure.NET,
            ),
        ),
        (
            translate("DaySheet", "TAXES"),
            (Figure.TAXABLE, Figure.CGST, Figure.SGST, Figure.UTGST, Figure.IGST, Figure.TAX),
        ),
        (
            translate("DaySheet", "MONEY"),
            (
                Figure.TAKEN,
                Figure.GIVEN_BACK,
                Figure.PUT_RIGHT,
                Figure.BILLS,
                Figure.TOP_UPS,
                Figure.TOP_UPS_BACK,
                Figure.MONEY,
            ),
        ),
        (
            translate("DaySheet", "OF WHAT WAS TAKEN"),
            (
                Figure.WALLET_SPENT,
                Figure.ON_ACCOUNT,
                Figure.DEPOSITS,
                Figure.BALANCES,
                Figure.ROUNDING,
            ),
        ),
        (
            translate("DaySheet", "BESIDE IT"),
            (
                Figure.SET_ASIDE,
                Figure.DECIDED,
                Figure.CASH_IN,
                Figure.DROPPED,
                Figure.PAID_OUT,
            ),
        ),
    )


def figure_rows(sheet: DaySheet) -> tuple[FigureRow, ...]:
    """Return the rows of the sheet; a group in which nothing happened is left out."""
    rows: list[FigureRow] = []
    for heading, figures in groups():
        shown = [figure for figure in figures if figure in ALWAYS or Choice(figure) in sheet.cells]
        if shown:
            rows.append(FigureRow(heading))
            rows += [_row(sheet, Choice(figure), figure_word(figure)) for figure in shown]
    return tuple(rows)


def part_rows(sheet: DaySheet, figure: Figure, axis: Axis) -> tuple[FigureRow, ...]:
    """Return the parts of a figure on an axis; none where it is not divided so."""
    return tuple(
        _row(sheet, Choice(figure, axis, part), part_word(axis, part)) for part in sheet.parts(axis, figure)
    )


def axes_of(sheet: DaySheet, figure: Figure) -> tuple[Axis, ...]:
    """Return by what a figure can be divided."""
    return tuple(axis for axis in AXES if sheet.parts(axis, figure))


def nearest_axis(sheet: DaySheet, figure: Figure, wanted: Axis) -> Axis | None:
    """Return the axis that is wanted, or the first on which the figure has parts."""
    found: Sequence[Axis] = axes_of(sheet, figure)
    return wanted if wanted in found else next(iter(found), None)


def _row(sheet: DaySheet, choice: Choice, text: str) -> FigureRow:
    cell = sheet.cells.get(choice)
    amount = formats.amount(cell.paise if cell else 0)
    count = str(cell.count) if cell else "0"
    return FigureRow(text, choice, amount, count, choice.axis is None and choice.figure in SUMS)
