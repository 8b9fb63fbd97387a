"""What the law lets a shop take and give back in cash: s. 186, 185 and 188 of the Income-tax Act 2025.

One limit is counted three ways: from one person in a day, for one booking over all days, for one occasion
over all its bookings. Amounts in paise.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from db.states import PanAnswer
from desktop.services.domain.figures import plain_figures

# The law's day is India's, at whichever desk and in whichever zone of the machine.
INDIA = ZoneInfo("Asia/Kolkata")
# Five letters, of which the fourth tells who it is (a person, a company, ...), four figures, a letter.
PAN = re.compile(r"[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z]")
OCCASION_MAX = 60


class CashCounter(StrEnum):
    """Over what cash is added up."""

    DAY = "day"
    BOOKING = "booking"
    OCCASION = "occasion"


@dataclass(frozen=True, slots=True)
class CashRoom:
    """What was taken in cash before, over each counter, and what may still be.

    `occasion`: its name, where the booking belongs to one. `asks_pan_at_paise`: with so much more the PAN is
    asked; None where it is not asked or was answered.
    """

    counted_paise: dict[CashCounter, int]
    stop_paise: int
    near_percent: int
    asks_pan_at_paise: int | None = None
    occasion: str = ""

    @property
    def fullest(self) -> CashCounter:
        """The counter that has the least room."""
        return max(CashCounter, key=lambda one: self.counted_paise[one])

    @property
    def most_paise(self) -> int:
        """What may still be taken: with the limit itself it is reached."""
        return max(self.stop_paise - 1 - self.counted_paise[self.fullest], 0)

    def is_near(self, paise: int) -> bool:
        """Whether so much more comes near the limit."""
        after = self.counted_paise[self.fullest] + paise
        return paise > 0 and after * 100 >= self.stop_paise * self.near_percent

    def asks_pan(self, paise: int) -> bool:
        """Whether the PAN is asked before so much more is taken."""
        return self.asks_pan_at_paise is not None and paise > 0 and paise >= self.asks_pan_at_paise


def day_of_law(moment: datetime) -> tuple[datetime, datetime]:
    """Return where the day of a moment begins and ends."""
    begins = moment.astimezone(INDIA).replace(hour=0, minute=0, second=0, microsecond=0)
    return begins, begins + timedelta(days=1)


def pan_answer(text: str) -> tuple[PanAnswer, str] | None:
    """Return what was answered, and the PAN where it was told; None for what is neither.

    `text` is a PAN, or the word of an answer without one.
    """
    plain = re.sub(r"[\s-]", "", plain_figures(text)).upper()
    if PAN.fullmatch(plain):
        return PanAnswer.GIVEN, plain
    words = {PanAnswer.SEEN, PanAnswer.DECLINED}
    return next(((word, "") for word in words if word.upper() == plain), None)
