"""Quote lines as JSON in a quote, and as the rows that a hold inserts."""

import json
from datetime import date, datetime
from typing import NotRequired, TypedDict

from db.catalogue_words import Gender
from db.ids import BookingId, SlotId, UnitId
from db.lines import NewLine
from db.states import BuyerKind, Kind, Supply
from desktop.services.domain.cancellation import PolicyTier
from desktop.services.domain.place_of_supply import Buyer
from desktop.services.domain.quote import QuoteLine


class LineContent(TypedDict):
    """A line as JSON values: day and moment as ISO text, the tiers as their own JSON text."""

    unit_id: str
    slot_id: str
    kind: str
    stay: int
    description: str
    thing: str
    unit_name: str
    day: str
    starts_at: str
    ends_at: str
    boarding_minutes: int
    time_zone: str
    guest_name: str
    guest_gender: str
    adults: int
    children: int
    details: str
    base_paise: int
    discount_paise: int
    fee_paise: int
    tax_paise: int
    total_paise: int
    tax_rate_bp: int
    taxable_paise: int
    cgst_paise: int
    sgst_paise: int
    igst_paise: int
    place_state: str
    tax_class: str
    sac: str
    registration: str
    supply: str
    tiers: str


class BuyerContent(TypedDict):
    """Who the quote was made for, as far as the tax asks."""

    gstin: str
    state: str
    # Missing in a quote of the program before this one.
    kind: NotRequired[str | None]


class TaxedByContent(TypedDict):
    """What decides a line's levies beside the buyer: States, empty where not known, and how it is priced.

    Nothing of it where nobody is registered for the line, so that no buyer makes it taxed.
    """

    supplier: str
    site: str
    boarding: str
    price_with_tax: bool


class TaxRuleContent(TypedDict):
    """A rate as it was in force, its day as ISO text."""

    tax_class: str
    valid_from: str
    over_paise: int
    up_to_paise: int | None
    rate_bp: int


class RulesContent(TypedDict):
    """The rates that made a quote; fees and promo stand beside them."""

    taxes: list[TaxRuleContent]


class QuoteContent(TypedDict):
    """What is read of a stored quote; some of the rules that made it stand beside these."""

    title: str
    lines: list[LineContent]
    base_paise: int
    discount_paise: int
    fee_paise: int
    tax_paise: int
    promo_code: str
    uses_per_customer_max: int | None
    beyond_group_limits: bool
    past_last_sale: bool
    buyer: BuyerContent
    # One for each line, in their order. Missing in a quote of the program before this one.
    taxed_by: NotRequired[list[TaxedByContent | None]]
    rules: RulesContent


class TierContent(TypedDict):
    """A tier as JSON values."""

    hours_before: int
    refund_bp: int


def content_from_text(text: str) -> QuoteContent:
    """Return the content of a quote's row."""
    content: QuoteContent = json.loads(text)
    return content


def buyer_from_json(content: BuyerContent) -> Buyer:
    """Return for whom a quote was made."""
    kind = content.get("kind")
    return Buyer(content["gstin"], content["state"], BuyerKind(kind) if kind else None)


def line_to_json(line: QuoteLine) -> LineContent:
    """Return a line as JSON values."""
    return {
        "unit_id": line.unit_id,
        "slot_id": line.slot_id,
        "kind": line.kind.value,
        "stay": line.stay,
        "description": line.description,
        "thing": line.thing,
        "unit_name": line.unit_name,
        "day": line.day.isoformat(),
        "starts_at": line.starts_at.isoformat(),
        "ends_at": line.ends_at.isoformat(),
        "boarding_minutes": line.boarding_minutes,
        "time_zone": line.time_zone,
        "guest_name": line.guest_name,
        "guest_gender": line.guest_gender.value if line.guest_gender else "",
        "adults": line.adults,
        "children": line.children,
        "details": line.details,
        "base_paise": line.base_paise,
        "discount_paise": line.discount_paise,
        "fee_paise": line.fee_paise,
        "tax_paise": line.tax_paise,
        "total_paise": line.total_paise,
        "tax_rate_bp": line.tax_rate_bp,
        "taxable_paise": line.taxable_paise,
        "cgst_paise": line.cgst_paise,
        "sgst_paise": line.sgst_paise,
        "igst_paise": line.igst_paise,
        "place_state": line.place_state,
        "tax_class": line.tax_class,
        "sac": line.sac,
        "registration": line.registration,
        "supply": line.supply.value if line.supply else "",
        "tiers": tiers_to_text(line.tiers),
    }


def row_from_json(content: LineContent, booking_id: BookingId, number: int) -> NewLine:
    """Return the line that `line_to_json` wrote as a row of `booking_line`."""
    return NewLine(
        booking_id=booking_id,
        number=number,
        unit_id=UnitId(content["unit_id"]),
        slot_id=SlotId(content["slot_id"]),
        kind=Kind(content["kind"]),
        stay=content["stay"],
        description=content["description"],
        thing=content["thing"],
        unit_name=content["unit_name"],
        day=date.fromisoformat(content["day"]),
        starts_at=datetime.fromisoformat(content["starts_at"]),
        ends_at=datetime.fromisoformat(content["ends_at"]),
        boarding_minutes=content["boarding_minutes"],
        time_zone=content["time_zone"],
        guest_name=content["guest_name"] or None,
        guest_gender=Gender(content["guest_gender"]) if content["guest_gender"] else None,
        adults=content["adults"],
        children=content["children"],
        details=content["details"],
        base_paise=content["base_paise"],
        discount_paise=content["discount_paise"],
        fee_paise=content["fee_paise"],
        tax_paise=content["tax_paise"],
        total_paise=content["total_paise"],
        tax_rate_bp=content["tax_rate_bp"],
        taxable_paise=content["taxable_paise"],
        cgst_paise=content["cgst_paise"],
        sgst_paise=content["sgst_paise"],
        igst_paise=content["igst_paise"],
        place_state=content["place_state"],
        tax_class=content["tax_class"],
        sac=content["sac"],
        registration=content["registration"],
        supply=Supply(content["supply"]) if content["supply"] else None,
        policy=content["tiers"],
    )


def tiers_to_text(tiers: tuple[PolicyTier, ...]) -> str:
    """Return cancellation tiers as JSON text, as a line's row keeps them."""
    return json.dumps([{"hours_before": tier.hours_before, "refund_bp": tier.refund_bp} for tier in tiers])


def tiers_from_text(text: str) -> tuple[PolicyTier, ...]:
    """Return the tiers that a policy's row or a line's row holds as JSON text."""
    tiers: list[TierContent] = json.loads(text)
    return tuple(PolicyTier(tier["hours_before"], tier["refund_bp"]) for tier in tiers)
