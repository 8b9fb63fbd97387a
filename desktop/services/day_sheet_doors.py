"""The signatures of the use cases about the day sheet, by their parameters' names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.actor import Actor
    from desktop.services.domain.day_sheet import Choice, ChosenBooking, DaySheet, SheetOf


class ReadDaySheet(Protocol):
    """The figures of days or of a shift."""

    def __call__(self, of: SheetOf, *, actor: Actor) -> DaySheet: ...


class ListFigure(Protocol):
    """The bookings whose sum a figure is."""

    def __call__(self, of: SheetOf, choice: Choice, *, actor: Actor) -> tuple[ChosenBooking, ...]: ...
