"""The use cases about the day sheet and the settlements of the gateway."""

from typing import TypedDict

from desktop.services.day_sheet.read_day_sheet import ListFigure, ReadDaySheet
from desktop.services.settlements.list_settlements import ListSettlements, ShowSettlement
from desktop.services.settlements.read_settlements import ReadSettlements
from desktop.use_cases.given import Given


class FigureCases(TypedDict):
    """Its fields in `Services`."""

    read_day_sheet: ReadDaySheet
    list_figure: ListFigure
    read_settlements: ReadSettlements
    list_settlements: ListSettlements
    show_settlement: ShowSettlement


def figure_cases(given: Given) -> FigureCases:
    """Return what is read of days and shifts."""
    return {
        "read_day_sheet": ReadDaySheet(given.database, given.desk),
        "list_figure": ListFigure(given.database, given.desk),
        "read_settlements": ReadSettlements(given.database, given.gateway, given.publish),
        "list_settlements": ListSettlements(given.database),
        "show_settlement": ShowSettlement(given.database),
    }
