"""One calculation makes every price: base -> discount -> fee -> tax -> total -> wallet -> gateway."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from db.states import Kind
from desktop.services.domain.levies import Levies, Levying, levies_in, levies_on
from desktop.services.domain.money import share, split
from desktop.services.domain.payment_plan import PaymentPlan, split_payment
from desktop.services.domain.promo import Promo, discount_of


@dataclass(frozen=True, slots=True)
class TaxRate:
    """A class's rate for values (discounted, with the fee) above `over_paise` up to `up_to_paise` itself."""

    tax_class: str
    valid_from: date
    over_paise: int
    up_to_paise: int | None
    rate_bp: int


@dataclass(frozen=True, slots=True)
class FeeRule:
    """The house's fee on a discounted amount, with an optional cap for each line."""

    kind: Kind
    rate_bp: int
    cap_paise: int | None
    effective_from: date


@dataclass(frozen=True, slots=True)
class Rules:
    """All tax and fee rows, past and future; the day of the sale picks the ones in force."""

    taxes: tuple[TaxRate, ...]
    fees: tuple[FeeRule, ...]


@dataclass(frozen=True, slots=True)
class BaseLine:
    """One unit in one slot, before discount, fee and tax."""

    kind: Kind
    tax_class: str
    base_paise: int
    levying: Levying = Levying.OWN_STATE
    # `base_paise` is what the customer pays: each levy is its share of it, the base the rest.
    price_with_tax: bool = False


@dataclass(frozen=True, slots=True)
class PricedLine:
    """One unit in one slot with its whole price; `total = base - discount + fee + tax`."""

    base_paise: int
    discount_paise: int
    fee_paise: int
    levies: Levies
    tax_rate_bp: int

    @property
    def taxable_paise(self) -> int:
        """The value that the levies were worked out from: all that is charged for the unit, less discount."""
        return self.base_paise - self.discount_paise + self.fee_paise

    @property
    def tax_paise(self) -> int:
        """The sum of the levies."""
        return self.levies.tax_paise

    @property
    def total_paise(self) -> int:
        """What this line costs."""
        return self.taxable_paise + self.tax_paise


@dataclass(frozen=True, slots=True)
class Price:
    """The price of a basket, line by line, and how it would be paid."""

    lines: tuple[PricedLine, ...]
    base_paise: int
    discount_paise: int
    fee_paise: int
    tax_paise: int
    total_paise: int
    payment: PaymentPlan


class NoTaxRule(LookupError):
    """No tax row covers a line on the day of the sale; selling it would be a guess."""

    def __init__(self, kind: Kind, amount_paise: int, day: date) -> None:
        super().__init__(kind, amount_paise, day)
        self.kind = kind


def price(
    lines: Sequence[BaseLine],
    rules: Rules,
    promo: Promo | None,
    wallet_paise: int,
    now: datetime,
    today: date,
) -> Price:
    """Price a basket. `today` is the day of the sale at the site.

    The fee and each levy are rounded half up once for each line. Raises PromoRefused, NoTaxRule.
    """
    eligible = [line.base_paise if promo and promo.covers(line.kind) else 0 for line in lines]
    discount = discount_of(promo, sum(eligible), now) if promo else 0
    discounts = split(discount, eligible)
    priced = tuple(_price_line(line, less, rules, today) for line, less in zip(lines, discounts, strict=True))
    total = sum(line.total_paise for line in priced)
    return Price(
        lines=priced,
        base_paise=sum(line.base_paise for line in priced),
        discount_paise=discount,
        fee_paise=sum(line.fee_paise for line in priced),
        tax_paise=sum(line.tax_paise for line in priced),
        total_paise=total,
        payment=split_payment(total, wallet_paise),
    )


def _price_line(line: BaseLine, discount_paise: int, rules: Rules, today: date) -> PricedLine:
    amount = line.base_paise - discount_paise
    return levied(line, discount_paise, _fee(line, amount, rules, today), rules, today)


def levied(line: BaseLine, discount_paise: int, fee: int, rules: Rules, today: date) -> PricedLine:
    """Return a line with its levies, whose discount and fee are known. Raises NoTaxRule."""
    # The fee serves the unit: it belongs to the value that is taxed, and that the slab looks at.
    value = line.base_paise - discount_paise + fee
    if line.levying is Levying.NONE:
        return PricedLine(line.base_paise, discount_paise, fee, Levies(), 0)
    if line.price_with_tax:
        rate = _rate_inside_bp(line, value, rules, today)
        inside = levies_in(value, rate, line.levying)
        return PricedLine(line.base_paise - inside.tax_paise, discount_paise, fee, inside, rate)
    rate = tax_rate_bp(line, value, rules, today)
    return PricedLine(line.base_paise, discount_paise, fee, levies_on(value, rate, line.levying), rate)


def _rate_inside_bp(line: BaseLine, sum_paise: int, rules: Rules, today: date) -> int:
    """Return the rate whose slab holds the value that it leaves of a sum with tax.

    Just above the end of a slab no rate does: the value at the lower one is above it, at the higher one below
    it. There the higher one is right, for the sum is more than the lower slab can be with its tax.
    """
    in_force = {rate.rate_bp for rate in rules.taxes if rate.tax_class == line.tax_class}
    for rate in sorted(in_force):
        value = sum_paise - levies_in(sum_paise, rate, line.levying).tax_paise
        if tax_rate_bp(line, value, rules, today) == rate:
            return rate
    return tax_rate_bp(line, sum_paise, rules, today)


def tax_rate_bp(line: BaseLine, value_paise: int, rules: Rules, today: date) -> int:
    """Return the rate for what is charged for the unit by the newest table in force. Raises NoTaxRule.

    The slabs of one class and day are one table, and the newest decides alone: an amount that it leaves out
    does not fall back to an older one. Where slabs overlap, which no import allows, the narrower wins,
    whatever the order of the rows.
    """
    in_force = [rate for rate in rules.taxes if rate.tax_class == line.tax_class and rate.valid_from <= today]
    newest = max((rate.valid_from for rate in in_force), default=None)
    matching = [
        rate
        for rate in in_force
        if rate.valid_from == newest
        and rate.over_paise < value_paise
        and (rate.up_to_paise is None or value_paise <= rate.up_to_paise)
    ]
    if not matching:
        raise NoTaxRule(line.kind, value_paise, today)
    return max(matching, key=lambda rate: (rate.over_paise, rate.rate_bp)).rate_bp


def _fee(line: BaseLine, amount_paise: int, rules: Rules, today: date) -> int:
    matching = [rule for rule in rules.fees if rule.kind == line.kind and rule.effective_from <= today]
    if not matching:
        return 0
    rule = max(matching, key=lambda rule: rule.effective_from)
    fee = share(amount_paise, rule.rate_bp)
    return fee if rule.cap_paise is None else min(fee, rule.cap_paise)
