"""What the desk sells and what is left of it today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.services.domain.lifecycles import Kind
from desktop.ui import formats

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.application import Services
    from desktop.services.domain.catalogue import Offering


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One offering today; `free_count` None when it can't be sold today, `price_paise` one unit's base."""

    code: str
    name: str
    kind: Kind
    starts: str
    free_count: int | None
    price_paise: int


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that the desk sells."""

    offerings: tuple[Offering, ...]
    rows: tuple[BoardRow, ...]


def read_board(services: Services, today: date) -> Board:
    """Ask for every offering what is left of it today: a query each, so never on the GUI thread."""
    offerings = services.list_offerings()
    return Board(offerings, tuple(_row(services, offering, today) for offering in offerings))


def _row(services: Services, offering: Offering, today: date) -> BoardRow:
    found = services.find_availability(offering.id, today, today + timedelta(days=1), 1)
    sale = next((sale for sale in found.days if sale.day == today), None)
    if sale is None:
        return BoardRow(offering.code, offering.name, offering.kind, "", None, 0)
    has_left = offering.kind is not Kind.ROOM and sale.starts_at <= found.as_of
    sellable = not (sale.stopped or sale.cancelled or has_left)
    return BoardRow(
        code=offering.code,
        name=offering.name,
        kind=offering.kind,
        starts=_starts(offering, sale.starts_at),
        free_count=sale.free_count if sellable else None,
        price_paise=sale.price_paise,
    )


def _starts(offering: Offering, starts_at: datetime) -> str:
    return "" if offering.kind is Kind.ROOM else formats.clock(starts_at, offering.time_zone)
