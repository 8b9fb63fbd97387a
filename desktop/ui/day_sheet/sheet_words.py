"""The words of the day sheet."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from db.states import Kind, Tender
from desktop.services.domain.day_sheet import Axis, DayKind, DaySheet, Figure
from desktop.ui import formats
from desktop.ui.lifecycle_words import kind_word
from desktop.ui.tender_words import tender_word

translate = QCoreApplication.translate


def figure_word(figure: Figure) -> str:
    """Return what is added up."""
    return _of_sales().get(figure) or _of_money()[figure]


def _of_sales() -> dict[Figure, str]:
    return {
        Figure.SOLD: translate("DaySheet", "Sold"),
        Figure.BASE: translate("DaySheet", "Prices before discount"),
        Figure.DISCOUNT: translate("DaySheet", "Discounts"),
        Figure.FEE: translate("DaySheet", "Fees"),
        Figure.CANCELLED: translate("DaySheet", "Cancelled, as it was sold"),
        Figure.BACK: translate("DaySheet", "Of it for the customers"),
        Figure.KEPT: translate("DaySheet", "Of it kept"),
        Figure.FORFEITED: translate("DaySheet", "Kept of deposits"),
        Figure.NET: translate("DaySheet", "Sales of the day"),
        Figure.TAXABLE: translate("DaySheet", "Taxable value"),
        Figure.CGST: translate("DaySheet", "CGST"),
        Figure.SGST: translate("DaySheet", "SGST"),
        Figure.UTGST: translate("DaySheet", "UTGST"),
        Figure.IGST: translate("DaySheet", "IGST"),
        Figure.TAX: translate("DaySheet", "Taxes together"),
    }


def _of_money() -> dict[Figure, str]:
    return {
        Figure.TAKEN: translate("DaySheet", "Taken for bookings"),
        Figure.GIVEN_BACK: translate("DaySheet", "Given back"),
        Figure.PUT_RIGHT: translate("DaySheet", "Tenders put right later"),
        Figure.BILLS: translate("DaySheet", "Paid by companies"),
        Figure.TOP_UPS: translate("DaySheet", "Paid into wallets"),
        Figure.TOP_UPS_BACK: translate("DaySheet", "Taken back out of wallets"),
        Figure.MONEY: translate("DaySheet", "Money, in less out"),
        Figure.WALLET_SPENT: translate("DaySheet", "Paid from wallets"),
        Figure.ON_ACCOUNT: translate("DaySheet", "Owed by companies"),
        Figure.DEPOSITS: translate("DaySheet", "Deposits taken"),
        Figure.BALANCES: translate("DaySheet", "Balances taken"),
        Figure.ROUNDING: translate("DaySheet", "Rounding of cash"),
        Figure.SET_ASIDE: translate("DaySheet", "Gateway money without a booking"),
        Figure.DECIDED: translate("DaySheet", "Decided of such money"),
        Figure.CASH_IN: translate("DaySheet", "Cash put in"),
        Figure.DROPPED: translate("DaySheet", "Cash to the safe"),
        Figure.PAID_OUT: translate("DaySheet", "Cash paid out"),
    }


def axis_word(axis: Axis) -> str:
    """Return what a figure is divided by."""
    return {
        Axis.DAY: translate("DaySheet", "by day"),
        Axis.HOUR: translate("DaySheet", "by hour"),
        Axis.DESK: translate("DaySheet", "by desk"),
        Axis.PERSON: translate("DaySheet", "by person"),
        Axis.KIND: translate("DaySheet", "by kind"),
        Axis.TENDER: translate("DaySheet", "by tender"),
        Axis.TAX: translate("DaySheet", "by class and rate of tax"),
    }[axis]


def part_word(axis: Axis, part: str) -> str:
    """Return what a part of a figure is called."""
    if axis is Axis.DAY:
        return formats.day_and_year(date.fromisoformat(part))
    if axis is Axis.HOUR:
        return f"{part}:00 – {part}:59"
    if axis is Axis.TENDER:
        return tender_word(Tender(part))
    if axis is Axis.KIND:
        return _kind(part)
    if axis is Axis.TAX:
        tax_class, _, rate = part.rpartition(":")
        return "  ".join(word for word in (tax_class, formats.per_cent(int(rate))) if word)
    return part or translate("DaySheet", "nobody named")


def _kind(part: str) -> str:
    if part in tuple(Kind):
        return kind_word(Kind(part))
    return translate("DaySheet", "several kinds") if part else translate("DaySheet", "no booking")


def title_text(sheet: DaySheet, time_zone: str) -> str:
    """Return which days the sheet counts, or whose shift."""
    if sheet.of.shift_id is not None:
        words = (
            translate("DaySheet", "Shift of {person} at {desk}, {begin} until now")
            if sheet.is_open
            else translate("DaySheet", "Shift of {person} at {desk}, {begin} – {end}")
        )
        return words.format(
            person=sheet.whose,
            desk=sheet.desk,
            begin=formats.moment_text(sheet.since, time_zone),
            end=formats.moment_text(sheet.until, time_zone),
        )
    first, last = formats.day_and_year(sheet.of.first), formats.day_and_year(sheet.of.last)
    named = first if first == last else f"{first} – {last}"
    if sheet.of.days is DayKind.BUSINESS:
        words = translate("DaySheet", "Business day {days}, {begin} – {end}")
        return words.format(
            days=named,
            begin=formats.moment_text(sheet.since, time_zone),
            end=formats.moment_text(sheet.until, time_zone),
        )
    return translate("DaySheet", "Calendar day {days}").format(days=named)
