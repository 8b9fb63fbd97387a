"""From the session to what the window shows: units, the price, refusals that the stock itself tells."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from db.states import Kind
from desktop.services.domain.catalogue import Availability
from desktop.services.domain.quote import BasketItem
from desktop.services.errors import BadRequest, DepartureCancelled, DeskError, NotOnSale, SlotStopped
from desktop.ui.on_sale.unit_view import UnitView, unit_views
from desktop.ui.quote.cost.price_view import Named, SaleView, price_view
from desktop.ui.quote.sale.choice import BasketEntry, Choice
from desktop.ui.quote.sale.quote_session import QuoteSession
from desktop.ui.quote.sale.stock_work import units_of


def units_on_screen(session: QuoteSession) -> tuple[UnitView, ...]:
    """Return every unit of the stock with its look now."""
    if session.stock is None or session.node_time is None:
        return ()
    packed = units_of(session.basket.items, session.choice)
    return unit_views(session.stock, session.choice.unit_ids, packed, session.node_time.seconds_until)


def stock_refusal(stock: Availability, choice: Choice) -> DeskError | None:
    """Return why the days asked for can't be sold at all, whatever is free."""
    name, known = stock.offering.name, {sale.day: sale for sale in stock.days}
    for day in _days_of(choice):
        sale = known.get(day)
        if sale is None:
            return NotOnSale(name=name, day=day)
        if sale.cancelled:
            return DepartureCancelled(name=name, day=day)
        if sale.stopped:
            return SlotStopped(name=name, day=day, reason=sale.stop_reason)
        # A room may still be taken in the evening of its day; a bus that has left may not.
        if stock.offering.kind is not Kind.ROOM and sale.starts_at <= stock.as_of:
            return BadRequest("first_day", "departed")
    return None


def sale_view(session: QuoteSession) -> SaleView:
    """Return what the right side shows."""
    priced = session.pricing.current
    view = None
    in_basket = 0
    if priced is not None:
        view = price_view(priced.quote, _named(session, priced.request.items))
        basket = session.basket.items
        in_basket = len(basket) if priced.request.items[: len(basket)] == basket else 0
        if session.pricing.refused:
            view = replace(view, groups=view.groups[:in_basket])
    removed = session.basket.removed
    return SaleView(
        price=view,
        basket_count=in_basket,
        pending=session.pricing.pending and not session.pricing.refused,
        refused=session.pricing.refused,
        can_add=session.choice.item() is not None,
        removed_title=entry_title(removed[1]) if removed else "",
    )


def entry_title(entry: BasketEntry) -> str:
    """Return what a line of the basket is called when it is taken out."""
    offering = entry.choice.offering
    name = offering.name if offering else ""
    if offering is not None and offering.kind is Kind.TOUR:
        return f"{name} × {len(entry.unit_names)}"
    return f"{name} {' '.join(entry.unit_names)}"


def _named(session: QuoteSession, items: Iterable[BasketItem]) -> tuple[Named, ...]:
    offerings = {offering.id: offering for offering in session.offerings}
    return tuple(
        Named(item, offering.kind, offering.name, session.unit_names)
        for item in items
        if (offering := offerings.get(item.offering_id)) is not None
    )


def _days_of(choice: Choice) -> tuple[date, ...]:
    if choice.first_day is None:
        return ()
    count = 1 if choice.last_day is None else (choice.last_day - choice.first_day).days
    return tuple(choice.first_day + timedelta(days=ahead) for ahead in range(count))
