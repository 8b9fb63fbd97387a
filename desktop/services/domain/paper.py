"""What a paper says, kept as data when it is made: it is shown and printed again from this alone.

All amounts in paise, all moments aware UTC. Nobody changes a content; another paper answers it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from db.ids import BookingId, BookingReference, CustomerId, DocumentId, PaymentId, TopUpId
from db.states import BuyerKind, DocumentKind, InstrumentKind, RefundState, Scheme, Tender
from desktop.services.domain.booking import BookingLine
from desktop.services.domain.levies import Levies


class PaperWord(StrEnum):
    """What is told of a paper apart from its figures."""

    # The charge of a cancellation is its supply.
    CANCELLATION_CHARGE = "cancellation_charge"
    NO_SHOW = "no_show"
    COMPLIMENTARY = "complimentary"
    # The house cancelled: all goes back.
    BY_HOUSE = "by_house"
    # It stands in the place of another, of a wrong buyer, rate or amount.
    CORRECTED = "corrected"
    # The sale is one of those that the day's consolidated invoice takes together.
    SMALL_SALE = "small_sale"
    # Made before papers kept their content: frozen later from what was still known.
    FROZEN_LATE = "frozen_late"
    # To a registered buyer, of a registration that needs an e-invoice number.
    WAITING_FOR_IRN = "waiting_for_irn"
    # Of such a registration, to whom none is needed.
    IRN_NOT_REQUIRED = "irn_not_required"


@dataclass(frozen=True, slots=True)
class Seller:
    """Whose paper it is: the registration that supplies, or the house. Empty: not told."""

    name: str = ""
    legal_name: str = ""
    address: tuple[str, ...] = ()
    state_code: str = ""
    gstin: str = ""
    telephone: str = ""
    scheme: Scheme | None = None
    sac_digits: int = 6
    registration: str = ""


@dataclass(frozen=True, slots=True)
class PaperBuyer:
    """Who bought, as known when it was made; the number as papers may show it."""

    customer_id: CustomerId | None = None
    name: str = ""
    masked_mobile: str = ""
    gstin: str = ""
    address: tuple[str, ...] = ()
    pin_code: str = ""
    state_code: str = ""
    kind: BuyerKind | None = None


@dataclass(frozen=True, slots=True)
class PaperBooking:
    """The booking that it is about."""

    id: BookingId
    reference: BookingReference
    title: str
    promo_code: str = ""


@dataclass(frozen=True, slots=True)
class LineAmounts:
    """What the paper counts of one of its lines: its value and each levy, all of them positive."""

    number: int
    value_paise: int
    cgst_paise: int = 0
    sgst_paise: int = 0
    igst_paise: int = 0

    @property
    def levies(self) -> Levies:
        """Its levies together."""
        return Levies(self.cgst_paise, self.sgst_paise, self.igst_paise)

    @property
    def total_paise(self) -> int:
        """The value with the levies."""
        return self.value_paise + self.levies.tax_paise


@dataclass(frozen=True, slots=True)
class Named:
    """Another paper: one that it answers, or that a slip lists. `total_paise` is what that one counts."""

    id: DocumentId
    kind: DocumentKind
    number: str
    issued_on: date
    total_paise: int


@dataclass(frozen=True, slots=True)
class PaidBy:
    """One tender's money in. `received_paise`: what was handed over, where that is known."""

    payment_id: PaymentId | None
    tender: Tender
    amount_paise: int
    rounding_paise: int = 0
    account: str = ""
    reference: str = ""
    instrument_kind: InstrumentKind | None = None
    corrected_from: Tender | None = None
    received_paise: int | None = None

    @property
    def taken_paise(self) -> int:
        """What was taken: in cash it may be rounded to the rupee."""
        return self.amount_paise + self.rounding_paise

    @property
    def change_paise(self) -> int:
        """What of the cash that was handed over went back at once."""
        return 0 if self.received_paise is None else self.received_paise - self.taken_paise


@dataclass(frozen=True, slots=True)
class GivenBack:
    """One tender's money back, as it stood when the paper was made."""

    tender: Tender
    amount_paise: int
    rounding_paise: int
    state: RefundState
    reference: str = ""

    @property
    def given_paise(self) -> int:
        """What goes back: in cash it may be rounded to the rupee."""
        return self.amount_paise + self.rounding_paise


@dataclass(frozen=True, slots=True)
class PaperContent:
    """All that a paper says.

    `lines` are what it is about, as they were then; `amounts` what it counts of them, one for each line in
    the same order; a slip and a plain ticket count nothing. `answers`: the papers that it answers;
    `advance_paise`: what they set off. `listed`: the papers of a slip. `left_paise` and `balance_by`: what is
    left to pay, until when. `language`: in which it was printed first, en or hi.
    """

    seller: Seller
    buyer: PaperBuyer
    desk_code: str
    clerk: str
    booking: PaperBooking | None = None
    place_state: str = ""
    lines: tuple[BookingLine, ...] = ()
    amounts: tuple[LineAmounts, ...] = ()
    answers: tuple[Named, ...] = ()
    advance_paise: int = 0
    listed: tuple[Named, ...] = ()
    paid: tuple[PaidBy, ...] = ()
    back: tuple[GivenBack, ...] = ()
    left_paise: int = 0
    balance_by: datetime | None = None
    kept_before_paise: int = 0
    replaces: str = ""
    reason: str = ""
    words: tuple[PaperWord, ...] = ()
    language: str = "en"
    # In which its moments are told; empty in the first papers of all: then that of the desk.
    time_zone: str = ""
    version: int = 1
    # Of a money receipt: the top-up that it tells of.
    top_up_id: TopUpId | None = None

    @property
    def value_paise(self) -> int:
        """What is taxed, or bears no tax, in all."""
        return sum(one.value_paise for one in self.amounts)

    @property
    def levies(self) -> Levies:
        """Each levy in all: the sum of what each line says."""
        return Levies(
            sum(one.cgst_paise for one in self.amounts),
            sum(one.sgst_paise for one in self.amounts),
            sum(one.igst_paise for one in self.amounts),
        )

    @property
    def total_paise(self) -> int:
        """What it counts in all: of a slip what was taken or goes back."""
        if self.amounts:
            return sum(one.total_paise for one in self.amounts)
        return sum(one.amount_paise for one in self.paid) + sum(one.amount_paise for one in self.back)

    @property
    def counted_lines(self) -> tuple[BookingLine, ...]:
        """The lines with the paper's own amounts in the place of those of the sale."""
        of_line: Mapping[int, LineAmounts] = {one.number: one for one in self.amounts}
        return tuple(_counted(line, of_line[line.number]) for line in self.lines if line.number in of_line)


def _counted(line: BookingLine, amounts: LineAmounts) -> BookingLine:
    if amounts == amounts_of(line):
        return line
    return replace(
        line,
        base_paise=amounts.value_paise,
        discount_paise=0,
        fee_paise=0,
        taxable_paise=amounts.value_paise,
        cgst_paise=amounts.cgst_paise,
        sgst_paise=amounts.sgst_paise,
        igst_paise=amounts.igst_paise,
        tax_paise=amounts.levies.tax_paise,
        total_paise=amounts.total_paise,
    )


def amounts_of(line: BookingLine) -> LineAmounts:
    """Return what a line is sold for, as a paper counts it."""
    value = line.total_paise - line.tax_paise
    return LineAmounts(line.number, value, line.cgst_paise, line.sgst_paise, line.igst_paise)
