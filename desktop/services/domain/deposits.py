"""What has to be paid to confirm a booking, by the rules of the house, and until when the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db.catalogue_words import BalanceDue
from db.states import ANY_KIND, Kind
from desktop.services.domain.kinds import TRAITS, Begins
from desktop.services.domain.money import share

MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class DepositRule:
    """What the house takes at least, in hundredths of a per cent of a line, and when the rest is due.

    `covers` is a kind, "any", or the code of an offering. `due_value`: hours before the start, or minutes
    after midnight of the first day.
    """

    covers: str
    percent_bp: int
    least_paise: int = 0
    due: BalanceDue = BalanceDue.AT_ARRIVAL
    due_value: int = 0
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class DepositLine:
    """What of a line decides its deposit; it begins as its slot is now."""

    kind: Kind
    offering_code: str
    total_paise: int
    day: date
    time_zone: str
    starts_at: datetime
    boarding_minutes: int


@dataclass(frozen=True, slots=True)
class DepositTerms:
    """`least_paise` confirms the booking by right; the rest is due at `balance_by`.

    Without a rule the least is the whole total. Where `balance_by` is over it is too late for a part.
    """

    total_paise: int
    least_paise: int
    balance_by: datetime

    def is_possible(self, now: datetime) -> bool:
        """Whether a part may confirm at all: the rest would not be due at once."""
        return self.balance_by > now and self.total_paise > 0

    @property
    def has_rule(self) -> bool:
        """Whether the house takes less than all by right."""
        return self.least_paise < self.total_paise

    @property
    def percent(self) -> int:
        """The least part in per cent of the total, rounded down."""
        return self.least_paise * 100 // self.total_paise if self.total_paise else 100


def terms_of(lines: Sequence[DepositLine], rules: Sequence[DepositRule]) -> DepositTerms:
    """Return the terms of a booking: each line by its nearest rule, the least amount of a rule once.

    A line without a rule is paid whole. What comes out is raised to a full rupee, and the earliest moment of
    all lines counts.
    """
    by_cover = {rule.covers: rule for rule in rules if rule.is_active}
    total = sum(line.total_paise for line in lines)
    parts: dict[str, tuple[DepositRule, int, int]] = {}
    least, moments = 0, []
    for line in lines:
        rule = _rule_of(line, by_cover)
        moments.append(_due_at(line, rule))
        if rule is None:
            least += line.total_paise
            continue
        _, asked, whole = parts.get(rule.covers, (rule, 0, 0))
        parts[rule.covers] = (
            rule,
            asked + share(line.total_paise, rule.percent_bp),
            whole + line.total_paise,
        )
    least += sum(min(max(asked, rule.least_paise), whole) for rule, asked, whole in parts.values())
    return DepositTerms(total, min(-(-least // 100) * 100, total), min(moments))


def _rule_of(line: DepositLine, by_cover: Mapping[str, DepositRule]) -> DepositRule | None:
    covers = (line.offering_code, line.kind, ANY_KIND)
    return next((by_cover[one] for one in covers if one in by_cover), None)


def _due_at(line: DepositLine, rule: DepositRule | None) -> datetime:
    """Return when the rest of a line is due; at arrival: at the stop, or the end of a room's first day."""
    zone = ZoneInfo(line.time_zone)
    if rule is not None and rule.due is BalanceDue.BEFORE_START:
        return line.starts_at - timedelta(hours=rule.due_value)
    if rule is not None and rule.due is BalanceDue.BY_CLOCK:
        clock = time(rule.due_value // 60, rule.due_value % 60)
        return datetime.combine(line.day, clock, zone).astimezone(line.starts_at.tzinfo)
    if TRAITS[line.kind].begins is Begins.CHECK_IN:
        next_day = line.day + timedelta(days=1)
        return datetime.combine(next_day, MIDNIGHT, zone).astimezone(line.starts_at.tzinfo)
    return line.starts_at + timedelta(minutes=line.boarding_minutes)
