"""The use cases about the day sheet."""

from typing import TypedDict

from desktop.services.day_sheet.read_day_sheet import ListFigure, ReadDaySheet
from desktop.use_cases.given import Given


class FigureCases(TypedDict):
    """Its fields in `Services`."""

    read_day_sheet: ReadDaySheet
    list_figure: ListFigure


def figure_cases(given: Given) -> FigureCases:
    """Return what is read of days and shifts."""
    return {
        "read_day_sheet": ReadDaySheet(given.database, given.desk),
        "list_figure": ListFigure(given.database, given.desk),
    }
