"""The use cases about lists of the day and the register of guests."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypedDict

from db.actor import Actor
from db.ids import BookingId
from desktop.services.domain.day_lists import DayList, DayListQuery
from desktop.services.domain.guest_register import FormDue, GuestEntry
from desktop.services.domain.list_rules import ListRules
from desktop.services.lists.enter_guest import ChangeGuest, EnterGuest
from desktop.services.lists.export_day_list import ExportDayList, WriteDayListWorkbook
from desktop.services.lists.forms_due import ListFormsDue, ListGuests, MarkFormSent
from desktop.services.lists.keep_guests import EraseGuest, ExportGuests
from desktop.services.lists.list_rules import SaveListRules, ShowListRules
from desktop.services.lists.mark_arrival import MarkArrival
from desktop.services.lists.read_day_list import ListDayChoices, ReadDayList
from desktop.use_cases.given import Given


class ListCases(TypedDict):
    """Its fields in `Services`."""

    show_day_list: Callable[[DayListQuery, Actor], DayList]
    list_day_choices: ListDayChoices
    export_day_list: Callable[[DayListQuery, Actor], Iterator[str]]
    write_day_list_workbook: Callable[[DayListQuery, Actor, Path], None]
    mark_arrival: MarkArrival
    show_list_rules: Callable[[], ListRules]
    save_list_rules: SaveListRules
    list_forms_due: Callable[[], tuple[FormDue, ...]]
    list_guests: Callable[[BookingId], tuple[GuestEntry, ...]]
    enter_guest: EnterGuest
    change_guest: ChangeGuest
    mark_form_sent: MarkFormSent
    export_guests: ExportGuests
    erase_guest: EraseGuest


def list_cases(given: Given) -> ListCases:
    """Return what is done about lists and guests."""
    database, time_zone = given.database, given.config.time_zone
    read = ReadDayList(database)
    return {
        "show_day_list": read,
        "list_day_choices": ListDayChoices(database, time_zone),
        "export_day_list": ExportDayList(read),
        "write_day_list_workbook": WriteDayListWorkbook(read),
        "mark_arrival": MarkArrival(database, given.publish),
        "show_list_rules": ShowListRules(database),
        "save_list_rules": SaveListRules(database),
        "list_forms_due": ListFormsDue(database),
        "list_guests": ListGuests(database),
        "enter_guest": EnterGuest(database),
        "change_guest": ChangeGuest(database),
        "mark_form_sent": MarkFormSent(database),
        "export_guests": ExportGuests(database, time_zone),
        "erase_guest": EraseGuest(database, time_zone),
    }
