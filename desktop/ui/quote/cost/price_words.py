"""How the price's lines are worded; one place, so that screen and screen reader say the same."""

from PySide6.QtCore import QCoreApplication

from db.states import Kind
from desktop.ui import formats
from desktop.ui.quote.cost.price_view import BaseRow, PriceGroup, TaxRow

translate = QCoreApplication.translate
NAMES_MAX = 8


def group_title(group: PriceGroup) -> str:
    """Return "Deluxe 203 204", "Goa 21:30 4A 4B" or "Sinhagad sunrise trek × 3"."""
    if group.kind is Kind.TOUR:
        return f"{group.name} × {len(group.unit_names)}"
    return f"{group.name} {_names(group.unit_names)}"


def group_details(group: PriceGroup) -> str:
    """Return the days and what was chosen with them."""
    days = formats.day(group.first_day)
    if group.last_day is not None:
        nights = (group.last_day - group.first_day).days
        word = (
            translate("QuoteWindow", "1 night") if nights == 1 else translate("QuoteWindow", "{count} nights")
        )
        days = f"{formats.days(group.first_day, group.last_day)} · {word.format(count=nights)}"
    return f"{days} · {group.details}" if group.details else days


def row_text(row: BaseRow, group: PriceGroup) -> str:
    """Return "2 × 3,400.00", and for which nights or seats where the amounts differ."""
    times = f"{row.count} × {formats.amount(row.each_paise)}"
    if len(group.rows) == 1 or group.kind is Kind.TOUR:
        return times
    if group.kind is Kind.ROOM:
        days = ", ".join(formats.day(day) for day in row.days)
        return f"{days}   {times}"
    return f"{_names(row.unit_names)}   {times}"


def tax_text(row: TaxRow) -> str:
    """Return "GST 5 % on 6,800.00"."""
    return translate("QuoteWindow", "GST {rate} on {amount}").format(
        rate=formats.per_cent(row.rate_bp), amount=formats.amount(row.taxable_paise)
    )


def _names(names: tuple[str, ...]) -> str:
    if len(names) <= NAMES_MAX:
        return " ".join(names)
    return f"{' '.join(names[: NAMES_MAX - 1])} … {names[-1]}"
