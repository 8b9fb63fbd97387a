"""Days of rates: turned round, gone by, too far, or priced twice."""

from collections.abc import Callable, Iterator
from datetime import date

from desktop.services.catalogue.rate_days import SPAN_DAYS_MAX, days_of, span_of
from desktop.services.catalogue.row_kinds import RateRow
from desktop.services.domain.catalogue_import import ImportFault


def find_rate_faults(rates: tuple[RateRow, ...], today_of: Callable[[str], date]) -> Iterator[ImportFault]:
    """Yield the faults of all rates; `today_of` gives today at the site of an offering's code."""
    priced: dict[tuple[str, date], RateRow] = {}
    for rate in rates:
        today = today_of(rate.offering)
        fault = _span_fault(rate, today)
        if fault is not None:
            yield fault
            continue
        twice = [day for day in days_of(rate, today) if (rate.offering, day) in priced]
        if twice:
            first = priced[rate.offering, twice[0]]
            reason = f"prices {twice[0]}, which {first.file} line {first.line} prices too"
            yield ImportFault(rate.file, rate.line, "offering", reason)
        for day in days_of(rate, today):
            priced.setdefault((rate.offering, day), rate)


def _span_fault(rate: RateRow, today: date) -> ImportFault | None:
    first, last = span_of(rate, today)
    reason = ""
    if last < first:
        reason = f"is before from_day ({first})"
    elif last < today:
        reason = f"is over; today is {today}"
    elif (last - max(first, today)).days >= SPAN_DAYS_MAX:
        reason = f"is more than {SPAN_DAYS_MAX} days away"
    elif (last - first).days > 0 and rate.to_day and not days_of(rate, today):
        reason = "leaves no day with these weekdays and months"
    return ImportFault(rate.file, rate.line, "to_day", reason) if reason else None
