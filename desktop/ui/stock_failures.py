"""The sentence for every refusal of what is not to be had: taken, stopped, cancelled, off sale."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.services.errors import (
    DepartureCancelled,
    DeskError,
    NotOnSale,
    SlotStopped,
    SlotTaken,
    TakenOffSale,
)
from desktop.ui import formats

translate = QCoreApplication.translate


def _slot_taken(error: SlotTaken) -> str:
    names = ", ".join(error.names)
    if not names:
        return translate("Failures", "Somebody else has just taken it. Choose another one.")
    return translate("Failures", "{names}: somebody else has just taken it. Choose another one.").format(
        names=names
    )


def _slot_stopped(error: SlotStopped) -> str:
    reason = error.reason or translate("Failures", "no reason given")
    return translate("Failures", "{name} is not sold on {day}: the manager stopped it ({reason}).").format(
        name=error.name, day=formats.day(error.day), reason=reason
    )


def _departure_cancelled(error: DepartureCancelled) -> str:
    return translate("Failures", "{name} on {day} does not take place. Choose another day.").format(
        name=error.name, day=formats.day(error.day)
    )


def _not_on_sale(error: NotOnSale) -> str:
    return translate("Failures", "{name} is not on sale on {day}. Choose another day.").format(
        name=error.name, day=formats.day(error.day)
    )


def _taken_off_sale(error: TakenOffSale) -> str:
    return translate("Failures", "{name} is not sold any more. Choose something else.").format(
        name=error.name
    )


SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    SlotTaken: _slot_taken,
    SlotStopped: _slot_stopped,
    DepartureCancelled: _departure_cancelled,
    NotOnSale: _not_on_sale,
    TakenOffSale: _taken_off_sale,
}
