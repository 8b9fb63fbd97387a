"""One look at an offering's days, units and blocks; made off the GUI thread."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.services.domain.kinds import TRAITS
from desktop.ui import formats
from desktop.ui.stock.stock_view import StockRead

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.catalogue import Offering


def read_catalogue(services: Services) -> tuple[tuple[Offering, ...], date]:
    """Read what is sold, and today by the database's clock."""
    today = formats.local_day(services.show_today().as_of, services.time_zone)
    return services.list_offerings(), today


def read_stock(
    services: Services, offering: Offering, first: date, last: date, shown: tuple[date, date]
) -> StockRead:
    """Read the days shown and the units over the chosen ones; all days included."""
    # The last night of a stay is not included; the last departure is.
    more = timedelta(days=1 if TRAITS[offering.kind].has_nights else 0)
    return StockRead(
        strip=services.find_availability(offering.id, shown[0], shown[1] + more, 1),
        chosen=services.find_availability(offering.id, first, last + more, 1),
        first=first,
        last=last,
        shown_first=shown[0],
        shown_last=shown[1],
        blocks=services.list_blocks(offering.id, shown[0]),
    )
