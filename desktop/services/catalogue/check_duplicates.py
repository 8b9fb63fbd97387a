"""Rows that stand twice, in one file or in two."""

from collections.abc import Callable, Hashable, Iterator
from typing import Any

from desktop.services.catalogue.parsing import Parsed
from desktop.services.catalogue.row_kinds import (
    FeeRow,
    MealPlanRow,
    PolicyRow,
    PromoRow,
    RoomRow,
    Row,
    SeatRow,
    ServiceRow,
    SiteRow,
    StopRow,
    TaxRow,
    TourRow,
)
from desktop.services.domain.catalogue_import import ImportFault

# What must be unique: (kinds, column to name, key). Room types, services and tours share one set of codes.
UNIQUE: tuple[tuple[tuple[type[Row], ...], str, Callable[[Any], Hashable]], ...] = (
    ((SiteRow,), "site", lambda row: row.site),
    ((PolicyRow,), "hours_before", lambda row: (row.policy, row.effective_from, row.hours_before)),
    ((RoomRow, ServiceRow, TourRow), "", lambda row: offering_code(row)),
    ((MealPlanRow,), "meal_plan", lambda row: (row.room_type, row.meal_plan)),
    ((SeatRow,), "seat", lambda row: (row.coach, row.seat)),
    ((SeatRow,), "column", lambda row: (row.coach, row.deck, row.row, row.column)),
    ((StopRow,), "stop", lambda row: (row.service, row.direction, row.stop)),
    ((FeeRow,), "effective_from", lambda row: (row.fee_on, row.effective_from)),
    ((TaxRow,), "over", lambda row: (row.tax_on, row.air_conditioned, row.over, row.effective_from)),
    ((PromoRow,), "promo", lambda row: row.promo),
)


def offering_code(row: RoomRow | ServiceRow | TourRow) -> str:
    """Return the code under which the row's offering is sold."""
    if isinstance(row, RoomRow):
        return row.room_type
    return row.service if isinstance(row, ServiceRow) else row.tour


def find_duplicates(parsed: Parsed) -> Iterator[ImportFault]:
    """Yield a fault for each row whose key an earlier row has."""
    for kinds, column, key in UNIQUE:
        seen: dict[Hashable, Row] = {}
        for row in parsed.rows:
            if not isinstance(row, kinds):
                continue
            first = seen.setdefault(key(row), row)
            if first is not row:
                reason = f"repeats {first.file} line {first.line}"
                yield ImportFault(row.file, row.line, column or _code_column(row), reason)


def _code_column(row: Row) -> str:
    return {RoomRow: "room_type", ServiceRow: "service", TourRow: "tour"}[type(row)]
