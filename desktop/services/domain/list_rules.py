"""What a house sets about its lists and its register of guests."""

from dataclasses import dataclass

# Papers and law, 5.5: particulars of foreigners are handed in within a day and kept for a year at least.
FORM_HOURS_MAX = 24
REGISTER_MONTHS_MIN = 12
REGISTER_MONTHS_MAX = 120
DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class ListRules:
    """`evening_minute`: when tomorrow's lists are made by themselves, after midnight in the desk's zone; None
    makes none. They tell whole numbers with `evening_numbers`, and are in Hindi with `paper_hindi`.

    An entry of the register is kept `register_months` after the guest has left.
    """

    evening_minute: int | None = 20 * 60
    evening_numbers: bool = False
    paper_hindi: bool = False
    keeps_register: bool = False
    register_months: int = REGISTER_MONTHS_MIN
    form_hours: int = FORM_HOURS_MAX
