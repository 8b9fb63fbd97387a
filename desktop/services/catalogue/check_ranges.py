"""Values that are right one by one but do not fit each other."""

from collections.abc import Iterator, Mapping

from desktop.services.catalogue.parsing import Parsed
from desktop.services.catalogue.row_kinds import PromoRow, RoomRow, Row, TaxRow, TourRow
from desktop.services.domain.catalogue_import import ImportFault


def find_misfits(parsed: Parsed, promo_uses: Mapping[str, int]) -> Iterator[ImportFault]:
    """Yield a fault for each pair of values that contradict each other within a row or a set of slabs."""
    for row in parsed.rows:
        for column, reason in _misfits(row, promo_uses):
            yield ImportFault(row.file, row.line, column, reason)
    yield from _overlapping_slabs(parsed.of(TaxRow))


def _misfits(row: Row, promo_uses: Mapping[str, int]) -> Iterator[tuple[str, str]]:
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
    elif isinstance(row, TaxRow):
        if row.up_to is not None and row.up_to <= row.over:
            yield "up_to", "is not above over"
    elif isinstance(row, PromoRow):
        yield from _promo_misfits(row, promo_uses.get(row.promo, 0))


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


def _overlapping_slabs(rows: tuple[TaxRow, ...]) -> Iterator[ImportFault]:
    for place, row in enumerate(rows):
        for first in rows[:place]:
            if _overlap(first, row) and (first.over, first.air_conditioned) != (
                row.over,
                row.air_conditioned,
            ):
                reason = f"overlaps the slab of {first.file} line {first.line}"
                yield ImportFault(row.file, row.line, "over", reason)


def _overlap(one: TaxRow, other: TaxRow) -> bool:
    same = (one.tax_on, one.effective_from) == (other.tax_on, other.effective_from)
    both = one.air_conditioned is None or other.air_conditioned is None
    return (
        same
        and (both or one.air_conditioned == other.air_conditioned)
        and (one.up_to is None or other.over < one.up_to)
        and (other.up_to is None or one.over < other.up_to)
    )
