"""Until when a credit note is declared: section 34 of the CGST Act."""

from datetime import date

from desktop.services.domain.financial_year import APRIL

NOVEMBER, LAST_OF_NOVEMBER = 11, 30


def last_day_of_note(supplied_on: date) -> date:
    """Return 30 November after the financial year of a supply: later money goes back, and tax does not."""
    ends_in = supplied_on.year + 1 if supplied_on.month >= APRIL else supplied_on.year
    return date(ends_in, NOVEMBER, LAST_OF_NOVEMBER)


def is_too_late(supplied_on: date, today: date) -> bool:
    """Whether a credit note of a supply is too late on an Indian date."""
    return today > last_day_of_note(supplied_on)
