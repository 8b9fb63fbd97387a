"""The use cases about a day: its figures, what the gateway paid out, its lists and its guests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from db.actor import Actor
    from db.ids import BookingId
    from desktop.services import day_sheet_doors, list_doors, settlement_doors
    from desktop.services.domain.day_lists import DayList, DayListQuery
    from desktop.services.domain.guest_register import FormDue, GuestEntry
    from desktop.services.domain.list_rules import ListRules


@dataclass(frozen=True)
class DayServices:
    """The fields of `Services` about the figures and the lists of a day."""

    # each figure by its own moment, and the bookings whose sum it is
    read_day_sheet: day_sheet_doors.ReadDaySheet
    list_figure: day_sheet_doors.ListFigure
    # asks the gateway what it has paid out
    read_settlements: settlement_doors.ReadSettlements
    list_settlements: settlement_doors.ListSettlements
    show_settlement: settlement_doors.ShowSettlement

    # a list of a day, with telephone numbers as the actor may see them
    show_day_list: Callable[[DayListQuery, Actor], DayList]
    list_day_choices: list_doors.ListDayChoices
    # lines of CSV with a header; or the same into a new workbook
    export_day_list: Callable[[DayListQuery, Actor], Iterator[str]]
    write_day_list_workbook: Callable[[DayListQuery, Actor, Path], None]
    mark_arrival: list_doors.MarkArrival
    show_list_rules: Callable[[], ListRules]
    save_list_rules: list_doors.SaveListRules
    # forms of foreigners that have to be handed in, the most urgent first
    list_forms_due: Callable[[], tuple[FormDue, ...]]
    # what the register knows of a booking's guests
    list_guests: Callable[[BookingId], tuple[GuestEntry, ...]]
    enter_guest: list_doors.EnterGuest
    change_guest: list_doors.ChangeGuest
    mark_form_sent: list_doors.MarkFormSent
    export_guests: list_doors.ExportGuests
    erase_guest: list_doors.EraseGuest
