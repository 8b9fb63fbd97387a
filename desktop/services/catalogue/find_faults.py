"""What is wrong with rows that could be read one by one: doubles, unknown codes, misfits, days of rates."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date

from desktop.services.catalogue.find_rule_faults import find_rule_faults
from desktop.services.catalogue.find_tax_faults import tax_keys, tax_misfits, unknown_tax_codes
from desktop.services.catalogue.known import Known
from desktop.services.catalogue.parsing import Parsed, columns_of
from desktop.services.catalogue.room_owners import room_faults
from desktop.services.catalogue.row_form import Row
from desktop.services.catalogue.row_kinds import (
    MealPlanRow,
    OfferingLine,
    PolicyRow,
    PromoRow,
    RateRow,
    RoomRow,
    SeatRow,
    ServiceRow,
    SiteRow,
    StopRow,
    TourRow,
)
from desktop.services.catalogue.wanted_rows import coach_of
from desktop.services.domain.catalogue_import import ImportFault
from desktop.services.domain.kinds import TRAITS, KindTraits

# A price further ahead has its year typed wrong, or fills the calendar for years.
AHEAD_DAYS_MAX = 800


def find_faults(parsed: Parsed, known: Known, today_of: Callable[[str], date]) -> Iterator[ImportFault]:
    """Yield every fault between rows; `today_of` gives today at the site of an offering's code."""
    yield from _duplicates(parsed)
    yield from room_faults(parsed, known)
    yield from _unknown_codes(parsed, known)
    yield from _misfits(parsed, known.promo_uses)
    yield from find_rule_faults(parsed)
    yield from _rate_faults(parsed.of(RateRow), today_of)


def _fault(row: Row, column: str, reason: str) -> ImportFault:
    return ImportFault(row.file, row.line, column, reason)


# Rows that stand twice, in one file or in two.


def _duplicates(parsed: Parsed) -> Iterator[ImportFault]:
    seen: dict[Hashable, Row] = {}
    kinds: dict[str, OfferingLine] = {}
    for row in parsed.rows:
        if isinstance(row, OfferingLine):
            named = kinds.setdefault(row.code, row)
            if named.kind is not row.kind:
                yield _fault(row, _code_column(row), f"repeats {named.file} line {named.line}")
        for column, key in _keys(row):
            first = seen.setdefault(key, row)
            if first is not row:
                yield _fault(row, column, f"repeats {first.file} line {first.line}")


def _keys(row: Row) -> Iterator[tuple[str, Hashable]]:
    """Yield what must be unique, as the column to name and the key."""
    match row:
        case SiteRow():
            yield "site", ("site", row.site)
        case PolicyRow():
            yield "hours_before", ("policy", row.policy, row.effective_from, row.hours_before)
        case RoomRow() | ServiceRow() | TourRow():
            yield _code_column(row), _offering_key(row)
        case MealPlanRow():
            yield "meal_plan", ("meal plan", row.room_type, row.meal_plan)
        case SeatRow():
            yield "seat", ("seat", row.coach, row.seat)
            yield "column", ("place", row.coach, row.deck, row.row, row.column)
        case StopRow():
            yield "stop", ("stop", row.service, row.direction, row.stop)
        case PromoRow():
            yield "promo", ("promo", row.promo)
        case _:
            yield from tax_keys(row)


def _offering_key(row: OfferingLine) -> Hashable:
    """A room type has a line for each building."""
    return row.kind, row.code, row.building.casefold() if isinstance(row, RoomRow) else ""


def _code_column(row: Row) -> str:
    return columns_of(type(row))[0].name


# Codes that neither the files nor the database know, or know as something else.


def _unknown_codes(parsed: Parsed, known: Known) -> Iterator[ImportFault]:
    """A code whose own line has a fault is not complained of again; with a file that could not be read at
    all every code might be in it, so nothing is said.
    """
    if not parsed.complete:
        return
    sites = {row.site for row in parsed.of(SiteRow)} | set(known.sites) | parsed.codes_in_doubt(SiteRow)
    policies = {row.policy for row in parsed.of(PolicyRow)} | known.policies
    policies |= parsed.codes_in_doubt(PolicyRow)
    traits = _traits_of_codes(parsed, known)
    yield from unknown_tax_codes(parsed, known)
    for row in parsed.rows:
        match row:
            case RoomRow() | ServiceRow() | TourRow():
                yield from _offering_faults(row, sites, policies, known)
            case MealPlanRow() if not any(one.has_meal_plans for one in traits.get(row.room_type, ())):
                yield _unknown(row, "room_type", row.room_type, "room type")
            case StopRow() if not any(one.has_route for one in traits.get(row.service, ())):
                yield _unknown(row, "service", row.service, "bus service")
            case RateRow() if row.offering not in traits:
                yield _unknown(row, "offering", row.offering, "room type, bus service or tour")
    yield from _coach_faults(parsed, known)


def _traits_of_codes(parsed: Parsed, known: Known) -> dict[str, list[KindTraits]]:
    """Return what a code may stand for: in the database, in the files, in a line that has a fault."""
    found = {code: [TRAITS[offering.kind]] for code, offering in known.offerings.items()}
    for row in parsed.offerings:
        found.setdefault(row.code, []).append(TRAITS[row.kind])
    for kind in (RoomRow, ServiceRow, TourRow):
        for code in parsed.codes_in_doubt(kind):
            found.setdefault(code, []).append(TRAITS[kind.kind])
    return found


def _offering_faults(
    row: OfferingLine, sites: set[str], policies: set[str], known: Known
) -> Iterator[ImportFault]:
    if row.site not in sites:
        yield _unknown(row, "site", row.site, "site")
    if row.policy not in policies:
        yield _unknown(row, "policy", row.policy, "cancellation policy")
    stored = known.offerings.get(row.code)
    if stored is not None and stored.kind is not row.kind:
        yield _fault(row, _code_column(row), f"is the code of a {stored.kind} already ({row.code})")


def _coach_faults(parsed: Parsed, known: Known) -> Iterator[ImportFault]:
    coaches = {row.coach for row in parsed.of(SeatRow)} | parsed.codes_in_doubt(SeatRow)
    faults = []
    for row in parsed.of(ServiceRow):
        stored = known.offerings.get(row.service)
        if row.coach and row.coach not in coaches and (stored is None or stored.coach != row.coach):
            faults.append(_unknown(row, "coach", row.coach, "coach with seats in these files"))
        elif not row.coach and stored is None:
            faults.append(_fault(row, "coach", "is empty, and the service has no seats yet"))
    # A service whose line has a fault, or names no coach that is there, may be the one that is missed.
    if not faults and not parsed.codes_in_doubt(ServiceRow):
        faults.extend(_coaches_of_nobody(parsed, known))
    yield from faults


def _coaches_of_nobody(parsed: Parsed, known: Known) -> Iterator[ImportFault]:
    here = {row.service: coach_of(row, known) for row in parsed.of(ServiceRow)}
    used = set(({code: stored.coach for code, stored in known.offerings.items()} | here).values())
    first = {row.coach: row for row in reversed(parsed.of(SeatRow))}
    for coach in first.keys() - used:
        yield _unknown(first[coach], "coach", coach, "coach of a service")


def _unknown(row: Row, column: str, code: str, what: str) -> ImportFault:
    return _fault(row, column, f"is no known {what} ({code})")


# Values that are right one by one but do not fit each other.


def _misfits(parsed: Parsed, promo_uses: Mapping[str, int]) -> Iterator[ImportFault]:
    for row in parsed.rows:
        for column, reason in _misfits_of(row, promo_uses):
            yield _fault(row, column, reason)


def _misfits_of(row: Row, promo_uses: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    if isinstance(row, RoomRow):
        if row.persons_max < row.adults_max:
            yield "persons_max", "is below adults_max"
        if row.persons_max > row.adults_max + row.children_max:
            yield "persons_max", "is above adults_max and children_max together"
    elif isinstance(row, TourRow):
        if row.persons_max < row.persons_min:
            yield "persons_max", "is below persons_min"
        if row.persons_max > row.places:
            yield "persons_max", "is above the number of places"
    elif isinstance(row, PromoRow):
        yield from _promo_misfits(row, promo_uses.get(row.promo, 0))
    else:
        yield from tax_misfits(row)


def _promo_misfits(row: PromoRow, uses: int) -> Iterator[tuple[str, str]]:
    if (row.amount is None) == (row.percent is None):
        yield "amount", "or percent must be filled, and not both"
    if row.amount == 0:
        yield "amount", "must be above zero"
    if row.percent == 0:
        yield "percent", "must be above zero"
    if row.cap is not None and row.percent is None:
        yield "cap", "fits a percentage only"
    if row.to_day < row.from_day:
        yield "to_day", "is before from_day"
    if row.uses_max is not None and row.uses_max < uses:
        yield "uses_max", f"is below the {uses} uses already taken"


# Days of rates: turned round, gone by, too far, or priced twice.


def _rate_faults(rates: tuple[RateRow, ...], today_of: Callable[[str], date]) -> Iterator[ImportFault]:
    priced: dict[tuple[str, date], RateRow] = {}
    for rate in rates:
        today = today_of(rate.offering)
        fault = _span_fault(rate, today)
        if fault is not None:
            yield fault
            continue
        twice = [day for day in rate.days(today) if (rate.offering, day) in priced]
        if twice:
            first = priced[rate.offering, twice[0]]
            reason = f"prices {twice[0]}, which {first.file} line {first.line} prices too"
            yield _fault(rate, "offering", reason)
        for day in rate.days(today):
            priced.setdefault((rate.offering, day), rate)


def _span_fault(rate: RateRow, today: date) -> ImportFault | None:
    first, last = rate.span(today)
    column, reason = "to_day", ""
    if last < first:
        reason = f"is before from_day ({first})"
    elif last < today:
        reason = f"is over; today is {today}"
    elif (last - today).days >= AHEAD_DAYS_MAX:
        column = "from_day" if (first - today).days >= AHEAD_DAYS_MAX else column
        reason = f"is more than {AHEAD_DAYS_MAX} days away"
    elif (last - first).days > 0 and rate.to_day and not rate.days(today):
        reason = "leaves no day with these weekdays and months"
    return _fault(rate, column, reason) if reason else None
