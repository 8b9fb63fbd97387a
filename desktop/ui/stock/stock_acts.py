"""Which service does an act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.ui.stock.stock_view import Act

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.services.application import Services
    from desktop.services.domain.catalogue import Unit
    from desktop.ui.stock.stock_view import StockRead


def work_of(
    services: Services, act: Act, stock: StockRead, units: Sequence[Unit], reason: str
) -> Callable[[], Any]:
    """Return the call that does `act` to the chosen days and units; made off the GUI thread."""
    offering_id, first, last = stock.offering.id, stock.first, stock.last
    match act:
        case Act.BLOCK:
            ids = tuple(unit.id for unit in units)
            return partial(
                services.block_units, offering_id, ids, first, last, reason, actor=services.actor()
            )
        case Act.CANCEL:
            return partial(services.cancel_departure, offering_id, first, reason, actor=services.actor())
        case _:
            return partial(
                services.stop_sale, offering_id, first, last, act is Act.STOP, reason, actor=services.actor()
            )
