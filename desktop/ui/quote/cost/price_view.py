"""The price as it will be printed: base lines, promo, taxes and fees, total."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from db.ids import UnitId
from db.states import Kind
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.quote import BasketItem, Quote, QuoteLine
from desktop.services.domain.spans import Span, spans_of
from desktop.ui.levy_words import LevyGroup, is_in_tax, levy_groups
from desktop.ui.quote.sale.choice import BasketEntry
from desktop.ui.quote.sale.sale import Sale


@dataclass(frozen=True, slots=True)
class BaseRow:
    """`count` times the same amount: which units and, where they differ in price, which nights."""

    unit_names: tuple[str, ...]
    days: tuple[date, ...]
    count: int
    each_paise: int


@dataclass(frozen=True, slots=True)
class PriceGroup:
    """One line of the basket with its rows; `today` is the day of the quote."""

    kind: Kind
    name: str
    first_day: date
    last_day: date | None
    unit_names: tuple[str, ...]
    details: str
    base_paise: int
    rows: tuple[BaseRow, ...]
    # When it is, told of the first unit, or of all rooms in turn; None while the quote has no line of it.
    span: Span[QuoteLine] | None
    today: date
    # Where a stay changes its room: each room with its nights.
    change: tuple[tuple[str, date, date], ...] = ()


@dataclass(frozen=True, slots=True)
class PriceView:
    """Everything between the first base line and the total. `fee_paise` and `taxes` make "Taxes & fees"."""

    groups: tuple[PriceGroup, ...]
    base_paise: int
    promo_code: str
    discount_paise: int
    fee_paise: int
    tax_paise: int
    taxes: tuple[LevyGroup, ...]
    total_paise: int
    wallet_paise: int
    beyond_group_limits: bool = False
    # Where nobody is registered there is no word of tax.
    in_tax: bool = True

    @property
    def taxes_and_fees_paise(self) -> int:
        """The one amount that stands on the label."""
        return self.fee_paise + self.tax_paise


@dataclass(frozen=True, slots=True)
class SaleView:
    """`pending`: the price is still to come; `refused`: there is none, the lines are the last ones."""

    price: PriceView | None = None
    basket_count: int = 0
    pending: bool = False
    refused: bool = False
    can_add: bool = False
    removed_title: str = ""

    @property
    def settled(self) -> bool:
        """Whether the price on the screen is that of what is chosen."""
        return self.price is not None and not self.pending and not self.refused


@dataclass(frozen=True, slots=True)
class Named:
    """An item of the request with the words that the screen has for it."""

    item: BasketItem
    kind: Kind
    name: str
    unit_names: Mapping[UnitId, str]


def price_view(quote: Quote, named: Iterable[Named]) -> PriceView:
    """Return the view of a quote made for these items, in their order."""
    return PriceView(
        groups=tuple(_group(quote, one) for one in named),
        base_paise=quote.base_paise,
        promo_code=quote.promo_code,
        discount_paise=quote.discount_paise,
        fee_paise=quote.fee_paise,
        tax_paise=quote.tax_paise,
        taxes=levy_groups(quote.lines),
        total_paise=quote.total_paise,
        wallet_paise=quote.payment.wallet_applied_paise,
        beyond_group_limits=quote.beyond_group_limits,
        in_tax=any(is_in_tax(line) for line in quote.lines),
    )


def _group(quote: Quote, named: Named) -> PriceGroup:
    item = named.item
    lines = [line for line in quote.lines if _belongs(line, item)]
    return PriceGroup(
        kind=named.kind,
        name=named.name,
        first_day=item.first_day,
        last_day=item.last_day,
        unit_names=tuple(named.unit_names.get(unit, "") for unit in item.unit_ids),
        details=lines[0].details if lines else "",
        base_paise=sum(line.base_paise for line in lines),
        rows=_rows(lines, named),
        span=(Span(tuple(lines)) if item.change else spans_of(lines)[0]) if lines else None,
        today=quote.made_at.astimezone(ZoneInfo(lines[0].time_zone)).date() if lines else item.first_day,
        change=tuple(
            (named.unit_names.get(part.unit_id, ""), part.first_day, part.last_day) for part in item.change
        ),
    )


def _belongs(line: QuoteLine, item: BasketItem) -> bool:
    if line.unit_id not in item.unit_ids:
        return False
    if item.last_day is None:
        return line.day == item.first_day
    return item.first_day <= line.day < item.last_day


def _rows(lines: list[QuoteLine], named: Named) -> tuple[BaseRow, ...]:
    by_amount: dict[int, list[QuoteLine]] = {}
    for line in lines:
        by_amount.setdefault(line.base_paise, []).append(line)
    return tuple(
        BaseRow(
            unit_names=tuple(dict.fromkeys(named.unit_names.get(line.unit_id, "") for line in same)),
            days=tuple(dict.fromkeys(line.day for line in same)),
            count=len(same),
            each_paise=each,
        )
        for each, same in by_amount.items()
    )


def sale_view(sale: Sale) -> SaleView:
    """Return what the right side shows."""
    priced = sale.price.current
    view = None
    in_basket = 0
    if priced is not None:
        view = price_view(priced.quote, _named(sale, priced.request.items))
        basket = sale.basket.items
        in_basket = len(basket) if priced.request.items[: len(basket)] == basket else 0
        if sale.price.refused:
            view = replace(view, groups=view.groups[:in_basket])
    removed = sale.basket.removed
    return SaleView(
        price=view,
        basket_count=in_basket,
        pending=sale.price.pending and not sale.price.refused,
        refused=sale.price.refused,
        can_add=sale.choice.item() is not None,
        removed_title=_title(removed[1]) if removed else "",
    )


def _title(entry: BasketEntry) -> str:
    """Return what a line of the basket is called when it is taken out."""
    offering = entry.choice.offering
    name = offering.name if offering else ""
    if offering is not None and not TRAITS[offering.kind].has_named_units:
        return f"{name} × {len(entry.unit_names)}"
    return f"{name} {' '.join(entry.unit_names)}"


def _named(sale: Sale, items: Iterable[BasketItem]) -> tuple[Named, ...]:
    offerings = {offering.id: offering for offering in sale.offerings}
    return tuple(
        Named(item, offering.kind, offering.name, sale.unit_names)
        for item in items
        if (offering := offerings.get(item.offering_id)) is not None
    )
