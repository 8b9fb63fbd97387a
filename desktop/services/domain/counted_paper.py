"""A paper as a return counts it: what is left of its content when all but figures and parties is dropped.

All amounts in paise and positive; whether a paper adds or takes away is its kind's matter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from db.document_kinds import ADVANCES, BACK, BILLS, INVOICES
from db.ids import BookingId, DocumentId
from db.states import BuyerKind, DocumentKind, Supply
from desktop.services.domain.paper import LineAmounts, PaperContent, PaperWord, amounts_of


@dataclass(frozen=True, slots=True)
class Sums:
    """A value and each levy on it."""

    value_paise: int = 0
    cgst_paise: int = 0
    sgst_paise: int = 0
    igst_paise: int = 0

    def __add__(self, other: "Sums") -> "Sums":
        """Return both together."""
        return Sums(
            self.value_paise + other.value_paise,
            self.cgst_paise + other.cgst_paise,
            self.sgst_paise + other.sgst_paise,
            self.igst_paise + other.igst_paise,
        )

    def __neg__(self) -> "Sums":
        """Return the same with the other sign."""
        return Sums(-self.value_paise, -self.cgst_paise, -self.sgst_paise, -self.igst_paise)

    def __sub__(self, other: "Sums") -> "Sums":
        """Return what is left."""
        return self + -other

    def __bool__(self) -> bool:
        """Whether any of it is not zero."""
        return any((self.value_paise, self.cgst_paise, self.sgst_paise, self.igst_paise))

    @property
    def tax_paise(self) -> int:
        """All levies together."""
        return self.cgst_paise + self.sgst_paise + self.igst_paise

    @property
    def total_paise(self) -> int:
        """The value with the levies."""
        return self.value_paise + self.tax_paise


def sum_of(many: Iterable[Sums]) -> Sums:
    """Return all of them together."""
    result = Sums()
    for one in many:
        result = result + one
    return result


@dataclass(frozen=True, slots=True)
class CountedLine:
    """What a paper counts of one of its lines, and what decided the levies when it was sold."""

    number: int
    tax_class: str
    sac: str
    rate_bp: int
    is_exempt: bool
    sums: Sums


@dataclass(frozen=True, slots=True)
class CountedPaper:
    """One paper. `booking_id` is None of a consolidated invoice; `place` the code of a State, '' unknown.

    `answers`: the papers that it answers, with their kinds. `total_paise` is what is printed: with the round
    off of cash, where the paper alone was paid with it.
    """

    id: DocumentId
    kind: DocumentKind
    number: str
    made_at: datetime
    issued_on: date
    booking_id: BookingId | None
    registration: str
    gstin: str
    state: str
    buyer_gstin: str
    buyer_name: str
    buyer_kind: BuyerKind | None
    place: str
    printed_paise: int
    lines: tuple[CountedLine, ...]
    # What the same lines were sold for, whole.
    sold: tuple[CountedLine, ...]
    answers: tuple[tuple[DocumentId, DocumentKind], ...]
    words: tuple[PaperWord, ...]

    @property
    def sums(self) -> Sums:
        """All that it counts."""
        return sum_of(line.sums for line in self.lines)

    @property
    def taxed(self) -> tuple[CountedLine, ...]:
        """The lines that bear tax, or would but for the buyer."""
        return tuple(line for line in self.lines if not line.is_exempt)

    @property
    def is_inter_state(self) -> bool:
        """Whether it was supplied to another State, or to who counts as one."""
        if any(line.sums.igst_paise for line in self.lines):
            return True
        is_zone = self.buyer_kind in (BuyerKind.SEZ, BuyerKind.SEZ_UNDER_LUT)
        return is_zone or bool(self.place and self.state and self.place != self.state)

    @property
    def is_of_small_sale(self) -> bool:
        """Whether the day's consolidated invoice takes it together with others."""
        return PaperWord.SMALL_SALE in self.words and self.kind is not DocumentKind.CONSOLIDATED_INVOICE

    @property
    def is_invoice(self) -> bool:
        """Whether it carries the tax of a supply."""
        return self.kind in INVOICES and not self.is_of_small_sale

    @property
    def is_exempt_bill(self) -> bool:
        """Whether it is the bill of an exempt supply."""
        return self.kind is DocumentKind.BILL_OF_SUPPLY and not self.is_of_small_sale

    @property
    def takes_back_bill(self) -> bool:
        """Whether it takes back what a bill of supply counted."""
        bill = DocumentKind.BILL_OF_SUPPLY
        return self.kind is DocumentKind.REFUND_RECEIPT and any(kind is bill for _, kind in self.answers)

    @property
    def is_advance(self) -> bool:
        """Whether it tells of money before the supply."""
        return self.kind in ADVANCES

    @property
    def is_advance_back(self) -> bool:
        """Whether it gives back what was paid before the supply."""
        return self.kind in BACK and any(kind in ADVANCES for _, kind in self.answers)

    @property
    def is_bill(self) -> bool:
        """Whether it is given for a supply, with tax or without."""
        return self.kind in BILLS


def count_paper(
    document_id: DocumentId,
    kind: DocumentKind,
    number: str,
    made_at: datetime,
    issued_on: date,
    content: PaperContent,
) -> CountedPaper:
    """Return what a return counts of a paper."""
    of_line = {line.number: line for line in content.lines}
    is_untaxed = kind in (DocumentKind.BILL_OF_SUPPLY, DocumentKind.RECEIPT, DocumentKind.DEPOSIT_RECEIPT)

    def counted(amounts: Iterable[LineAmounts]) -> tuple[CountedLine, ...]:
        return tuple(
            CountedLine(
                one.number,
                of_line[one.number].tax_class,
                of_line[one.number].sac,
                of_line[one.number].tax_rate_bp,
                is_untaxed or of_line[one.number].supply is Supply.EXEMPT,
                Sums(one.value_paise, one.cgst_paise, one.sgst_paise, one.igst_paise),
            )
            for one in amounts
            if one.number in of_line
        )

    paid = sum(one.amount_paise for one in content.paid)
    rounding = sum(one.rounding_paise for one in content.paid) if paid == content.total_paise else 0
    return CountedPaper(
        id=document_id,
        kind=kind,
        number=number,
        made_at=made_at,
        issued_on=issued_on,
        booking_id=content.booking.id if content.booking else None,
        registration=content.seller.registration,
        gstin=content.seller.gstin,
        state=content.seller.state_code,
        buyer_gstin=content.buyer.gstin,
        buyer_name=content.buyer.name,
        buyer_kind=content.buyer.kind,
        place=content.place_state or (content.lines[0].place_state if content.lines else ""),
        printed_paise=content.total_paise + rounding,
        lines=counted(content.amounts),
        sold=counted(map(amounts_of, content.lines)),
        answers=tuple((one.id, one.kind) for one in content.answers),
        words=content.words,
    )
