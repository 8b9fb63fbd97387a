"""What can be printed besides documents, by its name."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from db.actor import Actor
from db.database import Session
from db.ids import DeskId
from desktop.services.day_sheet.read_day_sheet import make_day_sheet
from desktop.services.day_sheet.span_of import span_of
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.printing import TEST_PAGE, TestPage
from desktop.services.domain.report_papers import (
    DAY_LIST,
    DAY_SHEET,
    PrintedList,
    PrintedSheet,
    asked_list,
    asked_sheet,
    told_list,
    told_sheet,
)
from desktop.services.lists.list_rules import read_list_rules
from desktop.services.lists.read_day_list import numbers_are_shown, read_day_list
from desktop.services.printing.report import Report
from desktop.services.staff.at_desk import SYSTEM

# Who asked was looked at when it began to wait; who belongs to no desk reads all.
HOUSE = Actor(SYSTEM, DeskId(""))


def reports(desk: DeskSettings) -> Mapping[str, Report]:
    """Return each report of a desk by its name."""
    return {TEST_PAGE: TestReport(), DAY_LIST: ListReport(desk), DAY_SHEET: SheetReport(desk)}


class TestReport:
    """The page that a new printer is tried with."""

    # It is no test of pytest's.
    __test__ = False

    def admit(self, _session: Session, told: Mapping[str, object], _actor: Actor) -> Mapping[str, object]:
        """Everybody may print it."""
        return told

    def make(self, _session: Session, told: Mapping[str, object]) -> TestPage:
        """Return the page."""
        return TestPage(number=f"{told['title']}", printer=f"{told['printer']}")


@dataclass(frozen=True, slots=True)
class ListReport:
    """A list of a day; whether it tells whole numbers hangs on who asked, never on what was asked."""

    desk: DeskSettings

    def admit(self, session: Session, told: Mapping[str, object], actor: Actor) -> Mapping[str, object]:
        """Return the list that is asked for, with how its numbers are told."""
        if actor.person == SYSTEM:
            is_whole = read_list_rules(session).evening_numbers
        else:
            is_whole = numbers_are_shown(session, actor)
        return told_list(asked_list(told)) | {"numbers": is_whole}

    def make(self, session: Session, told: Mapping[str, object]) -> PrintedList:
        """Return the list as it is now. Raises ListGone."""
        found = read_day_list(session, asked_list(told), is_whole=told["numbers"] is True)
        return PrintedList(found, self.desk.practice, session.now)


@dataclass(frozen=True, slots=True)
class SheetReport:
    """The figures of days or of a shift."""

    desk: DeskSettings

    def admit(self, session: Session, told: Mapping[str, object], actor: Actor) -> Mapping[str, object]:
        """Return the sheet that is asked for. Raises as `span_of`."""
        of = asked_sheet(told)
        span_of(session, of, ZoneInfo(self.desk.time_zone), actor)
        return told_sheet(of)

    def make(self, session: Session, told: Mapping[str, object]) -> PrintedSheet:
        """Return the sheet as it is now."""
        zone = ZoneInfo(self.desk.time_zone)
        sheet = make_day_sheet(session, asked_sheet(told), zone, HOUSE)
        return PrintedSheet(sheet, self.desk.time_zone, self.desk.practice)
