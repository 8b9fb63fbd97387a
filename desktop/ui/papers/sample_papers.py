"""One paper of each kind, as a house in Pune would print it: for pictures and for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from db.document_kinds import KINDS
from db.ids import BookingId, BookingReference, DocumentId, SlotId, UnitId
from db.states import DocumentKind, Kind, RefundRule, RefundState, Scheme, Supply, Tender
from desktop.services.domain.booking import BookingLine
from desktop.services.domain.cancellation import PolicyTier
from desktop.services.domain.document import Document
from desktop.services.domain.kinds import TRAITS
from desktop.services.domain.paper import (
    GivenBack,
    LineAmounts,
    Named,
    PaidBy,
    PaperBooking,
    PaperBuyer,
    PaperContent,
    PaperWord,
    Seller,
    amounts_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

MADE_AT = datetime(2026, 11, 22, 5, 12, tzinfo=UTC)
STARTS_AT = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
ZONE = "Asia/Kolkata"
SELLER = Seller(
    name="Deccan Court",
    legal_name="Deccan Court Hospitality LLP",
    address=("12 Bund Garden Road", "Pune 411001"),
    state_code="27",
    gstin="27AAAAA0000A1Z2",
    telephone="020 5550 0100",
    scheme=Scheme.REGULAR,
    registration="MH",
)
SMALL_SELLER = replace(SELLER, gstin="", scheme=Scheme.NONE, registration="")
COMPOSITION_SELLER = replace(SELLER, scheme=Scheme.COMPOSITION)
BUYER = PaperBuyer(name="राहुल शर्मा", masked_mobile="...4321")
COMPANY = PaperBuyer(
    name="Bengal Traders Pvt Ltd",
    masked_mobile="...8800",
    gstin="29AAACB1234C1ZE",
    address=("14 Residency Road", "Bengaluru"),
    pin_code="560025",
    state_code="29",
)
BOOKING = PaperBooking(BookingId("b1"), BookingReference("BK-7F3K2Q"), "Deluxe 203, 24-26 Nov", "UTSAV10")
_K = DocumentKind
Papers = dict[str, tuple[DocumentKind, PaperContent]]


def sample_line(kind: Kind, number: int = 1, *, rate_bp: int = 500, is_inter: bool = False) -> BookingLine:
    """Return one night, seat or place; of a night the discount and the fee are told."""
    thing, unit, base, discount, fee = {
        Kind.ROOM: ("Deluxe", "203", 4_600_00, 460_00, 100_00),
        Kind.BUS: ("Pune-Goa", f"{number}A", 1_455_30, 0, 0),
        Kind.TOUR: ("Old Pune on foot", str(number), 1_600_00, 0, 0),
    }[kind]
    value = base - discount + fee
    half, whole = (value * rate_bp + 10_000) // 20_000, (value * rate_bp + 5_000) // 10_000
    levies = (0, 0, whole) if is_inter else (half, half, 0)
    traits = TRAITS[kind]
    later = timedelta(days=number - 1 if traits.has_nights else 0)
    starts_at = STARTS_AT + later
    ends_at = starts_at + timedelta(hours=21)
    return BookingLine(
        unit_id=UnitId(f"unit-{unit}"),
        slot_id=SlotId(f"slot-{number}"),
        kind=kind,
        stay=1 if traits.has_nights else number + 1,
        description=f"{thing} {unit}",
        thing=thing,
        unit_name=unit,
        day=date(2026, 11, 24) + later,
        starts_at=starts_at,
        ends_at=ends_at,
        boarding_minutes=0,
        time_zone=ZONE,
        guest_name="Asha Rao",
        guest_gender=None,
        adults=2 if traits.has_nights else 1,
        children=0,
        details="Swargate - Panaji" if traits.has_route else "",
        base_paise=base,
        discount_paise=discount,
        fee_paise=fee,
        tax_paise=sum(levies),
        total_paise=value + sum(levies),
        tax_rate_bp=rate_bp,
        taxable_paise=value,
        cgst_paise=levies[0],
        sgst_paise=levies[1],
        igst_paise=levies[2],
        place_state="30" if is_inter else "27",
        tax_class=kind.value if rate_bp else "bus_plain",
        sac={Kind.ROOM: "996311", Kind.BUS: "996422", Kind.TOUR: "998555"}[kind],
        registration="MH",
        supply=Supply.TAXABLE if rate_bp else Supply.EXEMPT,
        tiers=(PolicyTier(48, 10_000), PolicyTier(24, 5_000)),
        number=number,
        starts_now_at=starts_at,
        ends_now_at=ends_at,
        boarding_now_minutes=0,
        departure_cancelled=False,
        is_over=False,
        cancelled_at=None,
        cancel_reason="",
        refund_rule=None,
        refund_paise=0,
        voucher_id=None,
        moves=(),
    )


def named(kind: DocumentKind, number: str, total_paise: int) -> Named:
    """Return a paper that another one names."""
    return Named(DocumentId(number), kind, number, date(2026, 11, 22), total_paise)


def sample_paper(kind: DocumentKind, number: str, content: PaperContent) -> Document:
    """Return a paper that says `content`."""
    return Document(DocumentId(number), kind, number, MADE_AT, MADE_AT.date(), False, 0, ZONE, content)


def sold(*lines: BookingLine, **more: object) -> PaperContent:
    """Return what a paper says that counts lines which are paid in cash, handed over in whole hundreds."""
    total = sum(line.total_paise for line in lines)
    content = PaperContent(
        seller=SELLER,
        buyer=BUYER,
        desk_code="D1",
        clerk="meena",
        booking=BOOKING,
        place_state=lines[0].place_state if lines else "",
        lines=lines,
        amounts=tuple(map(amounts_of, lines)),
        paid=(PaidBy(None, Tender.CASH, total, received_paise=-(-total // 100_00) * 100_00),)
        if total
        else (),
    )
    return replace(content, **more)  # type: ignore[arg-type]  # the samples name fields of the content


def gone(line: BookingLine, part_bp: int = 5_000) -> tuple[BookingLine, LineAmounts]:
    """Return a line that ended with a part of it given back, and what a note counts of it."""
    whole = amounts_of(line)
    value, cgst, sgst, igst = (
        (amount * part_bp + 5_000) // 10_000
        for amount in (whole.value_paise, whole.cgst_paise, whole.sgst_paise, whole.igst_paise)
    )
    back = LineAmounts(line.number, value, cgst, sgst, igst)
    ended = replace(
        line,
        cancelled_at=MADE_AT,
        cancel_reason="plans changed",
        refund_rule=RefundRule.POLICY,
        refund_paise=back.total_paise,
    )
    return ended, back


def given(kind: DocumentKind, number: str, line: BookingLine, answered: DocumentKind) -> Document:
    """Return a paper of what goes back of a line."""
    ended, back = gone(line)
    amounts = (back,) if kind is not _K.FINANCIAL_NOTE else (LineAmounts(line.number, back.total_paise),)
    content = replace(
        sold(ended),
        amounts=amounts,
        paid=(),
        back=(GivenBack(Tender.CASH, back.total_paise, 0, RefundState.DONE),),
        answers=(named(answered, "D1-R-2627-000014", line.total_paise),),
        reason="plans changed",
    )
    return sample_paper(kind, number, content)


def sample_papers() -> Mapping[str, Document]:
    """Return the papers by the name of their picture."""
    night, seat = sample_line(Kind.ROOM), sample_line(Kind.BUS)
    untaxed = replace(sample_line(Kind.BUS, 3, rate_bp=0), tax_class="", sac="", supply=None)
    papers = {**_invoices(), **_slips(), **_untaxed(untaxed)}
    made = {
        name: sample_paper(kind, f"D1-{KINDS[kind].letter}-2627-000014", content)
        for name, (kind, content) in papers.items()
    }
    return made | {
        "refund-voucher": given(_K.REFUND_VOUCHER, "D1-F-2627-000002", night, _K.RECEIPT_VOUCHER),
        "credit-note": given(_K.CREDIT_NOTE, "D1-C-2627-000003", seat, _K.TICKET_INVOICE),
        "debit-note": given(_K.DEBIT_NOTE, "D1-D-2627-000001", seat, _K.TICKET_INVOICE),
        "financial-note": given(_K.FINANCIAL_NOTE, "D1-G-2627-000001", seat, _K.TAX_INVOICE),
        "refund-receipt": given(_K.REFUND_RECEIPT, "D1-N-2627-000001", untaxed, _K.RECEIPT),
    }


def _invoices() -> Papers:
    night = sample_line(Kind.ROOM)
    seat, far = sample_line(Kind.BUS), sample_line(Kind.BUS, 2, is_inter=True)
    plain, place = sample_line(Kind.BUS, 3, rate_bp=0), sample_line(Kind.TOUR, 4, rate_bp=1_800)
    stay, (part, kept) = sold(night, sample_line(Kind.ROOM, 2)), gone(night)
    advance = (named(_K.RECEIPT_VOUCHER, "D1-R-2627-000014", 5_000_00),)
    invoice = replace(stay, answers=advance, advance_paise=5_000_00, buyer=COMPANY)
    charge = replace(sold(part), amounts=(kept,), words=(PaperWord.CANCELLATION_CHARGE,))
    composed = replace(
        night,
        tax_class="",
        tax_rate_bp=0,
        cgst_paise=0,
        sgst_paise=0,
        tax_paise=0,
        total_paise=night.taxable_paise,
    )
    return {
        "receipt-voucher": (_K.RECEIPT_VOUCHER, stay),
        "tax-invoice": (_K.TAX_INVOICE, invoice),
        "proforma": (_K.TAX_INVOICE, replace(stay, buyer=COMPANY, words=(PaperWord.WAITING_FOR_IRN,))),
        "cancellation-charge": (_K.TAX_INVOICE, charge),
        "ticket-invoice": (_K.TICKET_INVOICE, sold(far, words=(PaperWord.IRN_NOT_REQUIRED,))),
        "ticket-bill-of-supply": (_K.BILL_OF_SUPPLY, sold(plain)),
        "bill-of-supply": (_K.BILL_OF_SUPPLY, sold(composed, seller=COMPOSITION_SELLER)),
        "invoice-cum-bill": (_K.INVOICE_CUM_BILL, sold(seat, plain)),
        "consolidated-invoice": (_K.CONSOLIDATED_INVOICE, sold(place, booking=None, paid=())),
    }


def _untaxed(line: BookingLine) -> Papers:
    left = {"left_paise": 500_00, "balance_by": STARTS_AT}
    return {
        "receipt": (_K.RECEIPT, sold(line, seller=SMALL_SELLER)),
        "deposit-receipt": (_K.DEPOSIT_RECEIPT, sold(line, seller=SMALL_SELLER, **left)),
    }


def _slips() -> Papers:
    night, seat = sample_line(Kind.ROOM), sample_line(Kind.BUS)
    part, _ = gone(night)
    made = (
        named(_K.RECEIPT_VOUCHER, "D1-R-2627-000015", night.total_paise),
        named(_K.TICKET_INVOICE, "D1-T-2627-000009", seat.total_paise),
    )
    refunded = replace(
        sold(part, amounts=(), paid=(), reason="plans changed"),
        back=(GivenBack(Tender.CASH, part.refund_paise, 0, RefundState.DONE),),
        listed=(named(_K.REFUND_VOUCHER, "D1-F-2627-000002", part.refund_paise),),
    )
    free = sold(seat, amounts=(), paid=(), words=(PaperWord.COMPLIMENTARY,))
    topped = (PaidBy(None, Tender.CASH, 5_000_00, received_paise=5_500_00),)
    return {
        "ticket": (_K.TICKET, sold(seat, amounts=(), paid=())),
        "complimentary-ticket": (_K.TICKET, free),
        "payment-slip": (_K.PAYMENT_SLIP, sold(night, seat, lines=(), amounts=(), listed=made)),
        "refund-slip": (_K.REFUND_SLIP, refunded),
        "money-receipt": (_K.MONEY_RECEIPT, sold(booking=None, paid=topped)),
    }
