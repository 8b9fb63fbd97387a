"""What is asked for, and the quote that answers: a price with the rules that made it."""

from dataclasses import dataclass
from datetime import date, datetime

from db.catalogue_words import Gender
from db.ids import CustomerId, OfferingId, PromoId, QuoteId, SlotId, UnitId
from db.states import Kind, Supply
from desktop.services.domain.cancellation import PolicyTier
from desktop.services.domain.catalogue import RoomPart
from desktop.services.domain.payment_plan import PaymentPlan


@dataclass(frozen=True, slots=True)
class Guest:
    """Who uses one unit. A ladies' seat needs to be told of a woman."""

    name: str = ""
    gender: Gender | None = None
    adults: int = 1
    children: int = 0


@dataclass(frozen=True, slots=True)
class BasketItem:
    """Some units of one offering from `first_day`.

    Rooms: nights from `first_day` up to, not including, `last_day`. Bus and tour: `last_day` is ignored.
    `guests` has one for each unit; a shorter tuple is filled with one adult each. With a `change` of room
    the units are its rooms, and the guest of the stay is the first of `guests`.
    """

    offering_id: OfferingId
    unit_ids: tuple[UnitId, ...]
    first_day: date
    last_day: date | None = None
    guests: tuple[Guest, ...] = ()
    meal_plan: str = ""
    boarding: str = ""
    dropping: str = ""
    change: tuple[RoomPart, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteRequest:
    """A basket of any kinds, with a promo code ('' for none) and the customer, if known yet.

    `beyond_group_limits` sells fewer or more places of one slot than are sold together, `past_last_sale` what
    is sold no more: set on purpose only.
    """

    items: tuple[BasketItem, ...]
    promo_code: str = ""
    customer_id: CustomerId | None = None
    beyond_group_limits: bool = False
    past_last_sale: bool = False


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One unit in one slot, as it will be held, printed and refunded.

    Lines of one `stay` were chosen as one item. `thing` is the offering or the route without its hour. The
    chosen boarding stop is reached `boarding_minutes` after `starts_at`. Times belong to `time_zone`.
    """

    unit_id: UnitId
    slot_id: SlotId
    kind: Kind
    stay: int
    description: str
    thing: str
    unit_name: str
    day: date
    starts_at: datetime
    ends_at: datetime
    boarding_minutes: int
    time_zone: str
    guest_name: str
    guest_gender: Gender | None
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
    # The code of the registration that supplies it, NONE without one; empty: nobody has said.
    registration: str
    supply: Supply | None
    tiers: tuple[PolicyTier, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A stored quote. It takes no stock and can be held for QUOTE_SECONDS after `made_at`.

    `beyond_group_limits`: a group limit is passed, `past_last_sale`: a last sale; the hold needs permission.
    """

    id: QuoteId
    title: str
    made_at: datetime
    lines: tuple[QuoteLine, ...]
    base_paise: int
    discount_paise: int
    fee_paise: int
    tax_paise: int
    total_paise: int
    promo_id: PromoId | None
    promo_code: str
    payment: PaymentPlan
    beyond_group_limits: bool = False
    past_last_sale: bool = False


QUOTE_SECONDS = 600
