"""One look at an offering's days, units and blocks; made off the GUI thread."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from desktop.services.domain.kinds import TRAITS
from desktop.ui.stock.stock_view import StockRead

if TYPE_CHECKING:
    from desktop.services.application import Services
    from desktop.services.domain.catalogue import Offering


def read_catalogue(services: Services) -> tuple[tuple[Offering, ...], datetime]:
    """Read what is sold, and the time by the database's clock."""
    return services.list_offerings(), services.show_today().as_of


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
