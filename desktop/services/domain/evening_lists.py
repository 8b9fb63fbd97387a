"""The lists of a day that are put on paper by themselves, and which day's it is time for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from desktop.services.domain.day_lists import DayList


@dataclass(frozen=True, slots=True)
class EveningLists:
    """The lists of `day`, each with at least one row."""

    day: date
    lists: tuple[DayList, ...]
    is_hindi: bool
    practice: bool


# Puts the lists where they are wanted: a folder, a printer's queue. Raises what it can't do.
PutOnPaper = Callable[[EveningLists], None]


def day_wanted(now: datetime, time_zone: str, evening_minute: int) -> date:
    """Return the day whose lists should be there now: tomorrow's from that minute on, by the clock on the
    wall; before it today's, for a desk that was not on in the evening.
    """
    wall = now.astimezone(ZoneInfo(time_zone)).replace(tzinfo=None)
    return (wall - timedelta(minutes=evening_minute)).date() + timedelta(days=1)
