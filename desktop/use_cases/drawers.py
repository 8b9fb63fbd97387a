"""The use cases about shifts and their drawers."""

from collections.abc import Callable
from typing import TypedDict

from db.actor import Actor
from db.ids import DocumentId, ShiftId
from desktop.services.documents.show_z_slip import ShowZSlip
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.shift import DrawerSight, ShiftNow, ShiftSight
from desktop.services.domain.shift_review import Explained, ShiftsSeen
from desktop.services.domain.z_slip import ZSlip
from desktop.services.drawers.accept_shift import AcceptShift
from desktop.services.drawers.close_forgotten import CloseForgotten
from desktop.services.drawers.close_shift import CloseShift
from desktop.services.drawers.explain_difference import ExplainDifference
from desktop.services.drawers.hand_over import HandOver
from desktop.services.drawers.list_shifts import ListShifts
from desktop.services.drawers.move_cash import MoveCash
from desktop.services.drawers.open_drawer import OpenDrawer
from desktop.services.drawers.open_shift import OpenShift
from desktop.services.drawers.read_drawer import DrawerHolds, ReadDrawer
from desktop.services.drawers.read_shift import ReadShift
from desktop.services.drawers.show_shift import ListOpenShifts, ShowShift
from desktop.use_cases.given import Given


class DrawerCases(TypedDict):
    """Its fields in `Services`."""

    open_shift: OpenShift
    move_cash: MoveCash
    close_shift: CloseShift
    close_forgotten: CloseForgotten
    hand_over: HandOver
    show_shift: Callable[[Actor], ShiftNow]
    list_open_shifts: Callable[[], tuple[ShiftSight, ...]]
    read_shift: ReadShift
    read_drawer: Callable[[Actor], int]
    drawer_holds: Callable[[int, Actor], DrawerSight]
    list_shifts: Callable[[Actor], ShiftsSeen]
    explain_difference: Callable[[ShiftId, Actor], Explained]
    show_z_slip: Callable[[DocumentId, Actor], ZSlip]
    accept_shift: AcceptShift
    open_drawer: OpenDrawer


def drawer_cases(given: Given) -> DrawerCases:
    """Return what is done about shifts."""
    database, publish = given.database, given.publish
    desk: DeskSettings = given.desk
    return {
        "open_shift": OpenShift(database, publish),
        "move_cash": MoveCash(database, desk, publish),
        "close_shift": CloseShift(database, desk, publish),
        "close_forgotten": CloseForgotten(database, desk, publish),
        "hand_over": HandOver(database, desk, given.actor.sign_in, publish),
        "show_shift": ShowShift(database),
        "list_open_shifts": ListOpenShifts(database),
        "read_shift": ReadShift(database, desk),
        "read_drawer": ReadDrawer(database),
        "drawer_holds": DrawerHolds(database),
        "list_shifts": ListShifts(database),
        "explain_difference": ExplainDifference(database),
        "show_z_slip": ShowZSlip(database, desk),
        "accept_shift": AcceptShift(database, publish),
        "open_drawer": OpenDrawer(database, publish),
    }
