"""MakeQuote: the one calculation, stored with the rules that made it."""

from dataclasses import asdict, dataclass
from datetime import date
from zoneinfo import ZoneInfo

from db import promos, quotes, rules, taxes
from db.actor import Actor
from db.database import Database, Session
from db.ids import SlotId, UnitId
from db.states import ANY_KIND, Kind
from db.taxes import TaxRateRow
from desktop.services.domain.discount import fits
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.place_of_supply import NOBODY, Buyer
from desktop.services.domain.pricing import (
    BaseLine,
    FeeRule,
    NoTaxRule,
    Price,
    PricedLine,
    Rules,
    TaxRate,
    price,
)
from desktop.services.domain.promo import Promo, PromoReason, PromoRefused, normal_code
from desktop.services.domain.quote import Quote, QuoteLine, QuoteRequest
from desktop.services.domain.seen_text import seen_text
from desktop.services.domain.titles import Sold, thing_with_hour, title_of
from desktop.services.errors import BadRequest, PriceUnknown
from desktop.services.quoting.check_guests import check_groups
from desktop.services.quoting.read_item import Wanted, read_item
from desktop.services.quoting.taxation import LineTax, read_taxation
from desktop.services.records.customer_record import read_customer
from desktop.services.records.quote_record import TaxedByContent, line_to_json


class MakeQuote:
    """Price a basket. It takes no stock and reserves no promo use."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, request: QuoteRequest, *, actor: Actor) -> Quote:
        """Return the stored quote.

        What passes a limit on purpose needs permission when it is held. Raises BadRequest, NotFound,
        NotOnSale, SlotStopped, DepartureCancelled, PromoRefused, PriceUnknown.
        """
        with self._database.write(actor) as session:
            wanted = [
                one
                for stay, item in enumerate(request.items, start=1)
                for one in read_item(session, item, stay, past_last_sale=request.past_last_sale)
            ]
            if not wanted:
                raise BadRequest("units", "none")
            if len({(one.unit.id, one.slot.id) for one in wanted}) != len(wanted):
                raise BadRequest("units", "twice")
            passed = Passed(
                group_limits=_passes_group_limits(wanted, request),
                last_sale=any(one.is_past for one in wanted),
            )
            promo = _find_promo(session, request, [(one.unit.id, one.slot.id) for one in wanted])
            customer = read_customer(session, request.customer_id) if request.customer_id else None
            wallet = customer.wallet_paise if customer else 0
            buyer = customer.buyer if customer else NOBODY
            today = session.now.astimezone(ZoneInfo(wanted[0].offering.time_zone)).date()
            rates = taxes.rates(session)
            used_rules = _rules(session, rates)
            taxation = read_taxation(session, rates, today)
            taxed = [taxation.of_line(one.offering, one.boarding_state, buyer) for one in wanted]
            bases = [_base(one, tax) for one, tax in zip(wanted, taxed, strict=True)]
            try:
                found = price(bases, used_rules, promo, wallet, session.now, today)
            except NoTaxRule as missing:
                raise PriceUnknown(kind=missing.kind, day=today) from missing
            lines = tuple(
                _line(one, priced, tax) for one, priced, tax in zip(wanted, found.lines, taxed, strict=True)
            )
            title = title_of([_sold(one) for one in wanted], today)
            content = _content(title, lines, found, promo, used_rules, buyer, passed)
            content["taxed_by"] = [_taxed_by(one, tax) for one, tax in zip(wanted, taxed, strict=True)]
            return _store(session, content, lines, found, promo, passed)


def _rules(session: Session, rows: list[TaxRateRow]) -> Rules:
    rates = tuple(
        TaxRate(row.tax_class, row.valid_from, row.over_paise, row.up_to_paise, row.rate_bp) for row in rows
    )
    fees = tuple(
        FeeRule(row.kind, row.rate_bp, row.cap_paise, row.effective_from) for row in rules.fees(session)
    )
    return Rules(rates, fees)


@dataclass(frozen=True, slots=True)
class Passed:
    """Which limits a quote passes on purpose: the hold asks for permission."""

    group_limits: bool
    last_sale: bool


def _passes_group_limits(wanted: list[Wanted], request: QuoteRequest) -> bool:
    """Tell whether a group limit is passed on purpose; refuse it where it is not."""
    try:
        check_groups([(one.offering, one.slot.id) for one in wanted])
    except BadRequest:
        if not request.beyond_group_limits:
            raise
        return True
    return False


def _find_promo(session: Session, request: QuoteRequest, cells: list[tuple[UnitId, SlotId]]) -> Promo | None:
    if not request.promo_code:
        return None
    code = normal_code(request.promo_code)
    row = promos.find(session, code)
    if row is None:
        raise PromoRefused(code, PromoReason.UNKNOWN)
    if not fits(code, cells):
        raise PromoRefused(code, PromoReason.OTHER_SALE)
    # The hold decides about uses; here they only spare the clerk a surprise.
    freed = len(promos.expired_users(session, row.id))
    if row.uses_max is not None and row.uses - freed >= row.uses_max:
        raise PromoRefused(code, PromoReason.USED_UP)
    if request.customer_id and row.uses_per_customer_max is not None:
        used = promos.uses_of_customer(session, row.id, request.customer_id, only_live=True)
        if used >= row.uses_per_customer_max:
            raise PromoRefused(code, PromoReason.USED_UP_BY_CUSTOMER)
    return Promo(
        id=row.id,
        code=row.code,
        kind=None if row.kind == ANY_KIND else Kind(row.kind),
        value_paise=row.value_paise,
        value_bp=row.value_bp,
        cap_paise=row.cap_paise,
        minimum_paise=row.minimum_paise,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        uses_max=row.uses_max,
        uses_per_customer_max=row.uses_per_customer_max,
        active=row.active,
    )


def _base(one: Wanted, tax: LineTax) -> BaseLine:
    base = one.slot.price_paise + one.unit.supplement_paise + one.extra_paise
    return BaseLine(one.offering.kind, one.offering.tax_class, base, tax.levying, one.offering.price_with_tax)


def _sold(one: Wanted) -> Sold:
    offering = one.offering
    thing = f"{offering.origin}-{offering.destination}" if TRAITS[offering.kind].has_route else offering.name
    slot = one.slot
    return Sold(offering.kind, thing, one.unit.name, slot.day, slot.starts_at, offering.time_zone, one.stay)


def _taxed_by(one: Wanted, tax: LineTax) -> TaxedByContent | None:
    if tax.places is None:
        return None
    return {
        "supplier": tax.places.supplier,
        "site": tax.places.site,
        "boarding": tax.places.boarding,
        "price_with_tax": one.offering.price_with_tax,
    }


def _content(
    title: str,
    lines: tuple[QuoteLine, ...],
    found: Price,
    promo: Promo | None,
    used: Rules,
    buyer: Buyer,
    passed: Passed,
) -> dict[str, object]:
    return {
        "title": title,
        "lines": [line_to_json(line) for line in lines],
        "base_paise": found.base_paise,
        "discount_paise": found.discount_paise,
        "fee_paise": found.fee_paise,
        "tax_paise": found.tax_paise,
        "promo_code": promo.code if promo else "",
        "uses_per_customer_max": promo.uses_per_customer_max if promo else None,
        "beyond_group_limits": passed.group_limits,
        "past_last_sale": passed.last_sale,
        "buyer": asdict(buyer),
        "rules": {
            "taxes": [_plain(rule) for rule in used.taxes],
            "fees": [_plain(rule) for rule in used.fees],
            "promo": _plain(promo) if promo else None,
        },
    }


def _store(
    session: Session,
    content: dict[str, object],
    lines: tuple[QuoteLine, ...],
    found: Price,
    promo: Promo | None,
    passed: Passed,
) -> Quote:
    promo_id = promo.id if promo else None
    quote_id = quotes.store(session, content=content, total_paise=found.total_paise, promo_id=promo_id)
    return Quote(
        id=quote_id,
        title=str(content["title"]),
        made_at=session.now,
        lines=lines,
        base_paise=found.base_paise,
        discount_paise=found.discount_paise,
        fee_paise=found.fee_paise,
        tax_paise=found.tax_paise,
        total_paise=found.total_paise,
        promo_id=promo_id,
        promo_code=promo.code if promo else "",
        payment=found.payment,
        beyond_group_limits=passed.group_limits,
        past_last_sale=passed.last_sale,
    )


def _line(one: Wanted, priced: PricedLine, tax: LineTax) -> QuoteLine:
    sold = _sold(one)
    return QuoteLine(
        unit_id=one.unit.id,
        slot_id=one.slot.id,
        kind=one.offering.kind,
        stay=one.stay,
        description=f"{thing_with_hour(sold)} {one.unit.name}",
        thing=sold.thing,
        unit_name=one.unit.name,
        day=one.slot.day,
        starts_at=one.slot.starts_at,
        ends_at=one.slot.ends_at,
        boarding_minutes=one.boarding_minutes,
        time_zone=one.offering.time_zone,
        guest_name=seen_text(one.guest.name),
        guest_gender=one.guest.gender,
        adults=one.guest.adults,
        children=one.guest.children,
        details=one.details,
        base_paise=priced.base_paise,
        discount_paise=priced.discount_paise,
        fee_paise=priced.fee_paise,
        tax_paise=priced.tax_paise,
        total_paise=priced.total_paise,
        tax_rate_bp=priced.tax_rate_bp,
        taxable_paise=priced.taxable_paise,
        cgst_paise=priced.levies.cgst_paise,
        sgst_paise=priced.levies.sgst_paise,
        igst_paise=priced.levies.igst_paise,
        place_state=tax.place_state,
        tax_class=tax.tax_class,
        sac=tax.sac,
        registration=tax.registration,
        supply=tax.supply,
        tiers=one.tiers,
    )


def _plain(rule: TaxRate | FeeRule | Promo) -> dict[str, object]:
    """Return a rule as JSON values: days and moments as ISO text."""
    values: dict[str, object] = asdict(rule)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
