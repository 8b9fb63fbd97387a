"""Promo codes: what they take off, and every reason to refuse one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from db.ids import PromoId
from db.states import Kind
from desktop.services.domain.money import share
from desktop.services.domain.seen_text import seen_text


class PromoReason(StrEnum):
    """Why a promo is refused; each has its own sentence on the screen."""

    BLANK = "blank"
    UNKNOWN = "unknown"
    INACTIVE = "inactive"
    NOT_YET = "not_yet"
    OVER = "over"
    WRONG_KIND = "wrong_kind"
    BELOW_MINIMUM = "below_minimum"
    USED_UP = "used_up"
    USED_UP_BY_CUSTOMER = "used_up_by_customer"
    OTHER_SALE = "other_sale"


class PromoRefused(Exception):
    """A promo that does not apply, with its reason and, below the minimum, that minimum in paise."""

    def __init__(self, code: str, reason: PromoReason, minimum_paise: int = 0) -> None:
        super().__init__(code, reason, minimum_paise)
        self.code = code
        self.reason = reason
        self.minimum_paise = minimum_paise


@dataclass(frozen=True, slots=True)
class Promo:
    """A promo code. `kind` None covers everything; exactly one of `value_paise` and `value_bp` is set."""

    id: PromoId
    code: str
    kind: Kind | None
    value_paise: int | None
    value_bp: int | None
    cap_paise: int | None
    minimum_paise: int
    starts_at: datetime
    ends_at: datetime
    uses_max: int | None
    uses_per_customer_max: int | None
    active: bool

    def covers(self, kind: Kind) -> bool:
        """Whether the promo is for this kind of offering."""
        return self.kind is None or self.kind == kind


def normal_code(text: str) -> str:
    """Return the code as it is stored. Raises PromoRefused for a blank one."""
    code = seen_text(text).upper()
    if not code:
        raise PromoRefused("", PromoReason.BLANK)
    return code


def discount_of(promo: Promo, eligible_paise: int, now: datetime) -> int:
    """Return the discount on the amount the promo covers; never more than it. Raises PromoRefused."""
    if not promo.active:
        raise PromoRefused(promo.code, PromoReason.INACTIVE)
    if now < promo.starts_at:
        raise PromoRefused(promo.code, PromoReason.NOT_YET)
    if now >= promo.ends_at:
        raise PromoRefused(promo.code, PromoReason.OVER)
    if eligible_paise == 0:
        raise PromoRefused(promo.code, PromoReason.WRONG_KIND)
    if eligible_paise < promo.minimum_paise:
        raise PromoRefused(promo.code, PromoReason.BELOW_MINIMUM, promo.minimum_paise)
    if promo.value_paise is not None:
        return min(promo.value_paise, eligible_paise)
    discount = share(eligible_paise, promo.value_bp or 0)
    return discount if promo.cap_paise is None else min(discount, promo.cap_paise)
