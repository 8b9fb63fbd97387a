"""The words of the stock page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.catalogue_words import ClosureKind
from db.states import Kind
from desktop.ui import formats
from desktop.ui.on_sale.unit_view import unit_name
from desktop.ui.stock.stock_view import Act, SaleMark, mark_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.services.domain.blocks import Block, SaleChange
    from desktop.services.domain.catalogue import DaySale, Offering, Unit
    from desktop.ui.stock.stock_view import StockRead

translate = QCoreApplication.translate
NAMES_MAX = 3


def act_text(act: Act, stock: StockRead, units: Sequence[Unit], armed: bool) -> str:
    """Return what a button does, with its days and units."""
    days = formats.days(stock.first, stock.last)
    match act:
        case Act.STOP:
            return translate("Stock", "Stop the sale {days}").format(days=days)
        case Act.OPEN:
            return translate("Stock", "Sell {days} again").format(days=days)
        case Act.BLOCK:
            names = units_text(units, stock.offering.kind)
            return translate("Stock", "Keep {names} back {days}").format(names=names, days=days)
        case Act.CANCEL if armed:
            return translate("Stock", "Cancel {day} for good").format(day=formats.day(stock.first))
        case Act.CANCEL:
            return translate("Stock", "Cancel {day} …").format(day=formats.day(stock.first))
        case Act.REFUND:
            return translate("Stock", "Give the money of {day} back …").format(day=formats.day(stock.first))


def done_text(act: Act, stock: StockRead, units: Sequence[Unit], change: SaleChange) -> str:
    """Return what was done to the days; blocking changes none of them."""
    days = formats.days(stock.first, stock.last)
    if act is Act.BLOCK:
        names = units_text(units, stock.offering.kind)
        return translate("Stock", "{names} kept back {days}.").format(names=names, days=days)
    if not change.days_count:
        return translate("Stock", "Nothing had to be changed.")
    if change.slots_count < change.days_count:
        if act is Act.STOP:
            told = translate("Stock", "Off sale {days}: {count} days, {changed} of them were on sale.")
        else:
            told = translate("Stock", "Open again {days}: {count} days, {changed} of them are on sale.")
        return told.format(days=days, count=change.days_count, changed=change.slots_count)
    if act is Act.STOP:
        one, many = translate("Stock", "1 day is off sale."), translate("Stock", "{count} days are off sale.")
    else:
        one = translate("Stock", "1 day is on sale again.")
        many = translate("Stock", "{count} days are on sale again.")
    return one if change.days_count == 1 else many.format(count=change.days_count)


def armed_text(stock: StockRead) -> str:
    """Return what cancelling the chosen departure means, before it is done."""
    sale = stock.chosen_days[0]
    sentence = translate(
        "Stock",
        "▲ {name} on {day}: {taken} of {all} are taken. All of them get everything back; the list comes next."
        " This can't be undone.",
    )
    taken = sale.unit_count - sale.free_count
    return sentence.format(
        name=stock.offering.name, day=formats.day(sale.day), taken=taken, all=sale.unit_count
    )


def units_text(units: Sequence[Unit], kind: Kind) -> str:
    """Return "Room 203", "203, 204" or "12 rooms"."""
    if len(units) == 1:
        return unit_name(units[0], kind)
    if len(units) <= NAMES_MAX:
        return ", ".join(unit.name for unit in units)
    words = {
        Kind.ROOM: translate("Stock", "{count} rooms"),
        Kind.BUS: translate("Stock", "{count} seats"),
        Kind.TOUR: translate("Stock", "{count} places"),
    }
    return words[kind].format(count=len(units))


def mark_text(sale: DaySale) -> str:
    """Return a day's state as shape and word, with the manager's reason."""
    words = {
        SaleMark.OPEN: translate("Stock", "● on sale"),
        SaleMark.FULL: translate("Stock", "◆ full"),
        SaleMark.STOPPED: translate("Stock", "■ stopped"),
        SaleMark.CANCELLED: translate("Stock", "✕ cancelled"),
    }
    word = words[mark_of(sale)]
    return f"{word}: {sale.stop_reason}" if sale.stop_reason else word


def closed_text(block: Block) -> str:
    """Return what is closed: the units of a block, or the sale of whole days."""
    if block.kind is ClosureKind.STOP:
        return translate("Stock", "■ sale stopped")
    return ", ".join(block.unit_names)


def lifted_text(block: Block) -> str:
    """Return that a block or a stop is no more."""
    if block.kind is ClosureKind.STOP:
        return translate("Stock", "The stop {days} is lifted.").format(days=block_days_text(block))
    names = ", ".join(block.unit_names)
    return translate("Stock", "{names} on sale again.").format(names=names)


def block_days_text(block: Block) -> str:
    """Return the days of a block."""
    return formats.days(block.first_day, block.last_day)


def offering_note(offering: Offering) -> str:
    """Return what was chosen and until when it has prices."""
    if offering.last_day is None:
        return translate("Stock", "{name}, no day on sale yet").format(name=offering.name)
    return translate("Stock", "{name}, on sale until {day}").format(
        name=offering.name, day=formats.short_day(offering.last_day)
    )


def days_note(first: date, last: date) -> str:
    """Return which days were understood."""
    if first == last:
        return formats.day(first)
    count = (last - first).days + 1
    return translate("Stock", "{first} – {last}, {count} days").format(
        first=formats.day(first), last=formats.day(last), count=count
    )
