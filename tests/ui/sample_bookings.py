"""Believable bookings for the windows' tests; handed out by fixtures."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from db.ids import BookingId, BookingReference, CustomerId, PaymentId, SlotId, UnitId
from db.states import BookingState, InstrumentKind, Kind, PaymentState, Supply, Tender
from desktop.services.domain.booking import Booking, BookingLine, Payment
from desktop.services.domain.cancellation import PolicyTier
from desktop.services.domain.people import Customer

NOW = datetime(2026, 11, 22, 5, 12, tzinfo=UTC)
STARTS_AT = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
TIERS = (PolicyTier(24, 5_000),)


def sample_line(total_paise: int) -> BookingLine:
    """One room-night whose tax is a twenty-first of its total, as at 5 %."""
    tax = total_paise // 21
    return BookingLine(
        unit_id=UnitId("unit-203"),
        slot_id=SlotId("slot-1"),
        kind=Kind.ROOM,
        stay=1,
        description="Deluxe 203",
        thing="Deluxe",
        unit_name="203",
        day=date(2026, 11, 24),
        starts_at=STARTS_AT,
        ends_at=STARTS_AT + timedelta(hours=21),
        boarding_minutes=0,
        time_zone="Asia/Kolkata",
        guest_name="Asha Rao",
        guest_gender=None,
        adults=2,
        children=0,
        details="",
        base_paise=total_paise - tax,
        discount_paise=0,
        fee_paise=0,
        tax_paise=tax,
        total_paise=total_paise,
        tax_rate_bp=500,
        taxable_paise=total_paise - tax,
        cgst_paise=tax - tax // 2,
        sgst_paise=tax // 2,
        igst_paise=0,
        place_state="27",
        tax_class="room",
        sac="996311",
        registration="MH",
        supply=Supply.TAXABLE,
        tiers=TIERS,
        number=1,
        starts_now_at=STARTS_AT,
        ends_now_at=STARTS_AT + timedelta(hours=21),
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


def sample_payment(
    tender: Tender, amount_paise: int, state: PaymentState = PaymentState.CAPTURED, **fields: object
) -> Payment:
    """A payment; an open one through the gateway has a QR's content and 8 minutes left."""
    through_gateway = tender is Tender.RAZORPAY
    payment = Payment(
        id=PaymentId(f"pay-{tender}"),
        booking_id=BookingId("booking-1"),
        tender=tender,
        state=state,
        amount_paise=amount_paise,
        wallet_paise=0,
        reference="",
        created_at=NOW,
        instrument_kind=InstrumentKind.QR if through_gateway else None,
        instrument_content="upi://pay?pa=desk@upi&am=34.00&tr=abc" if through_gateway else "",
        instrument_ends_at=NOW + timedelta(seconds=467) if through_gateway else None,
        answered_at=NOW - timedelta(seconds=2) if through_gateway else None,
        last_answer="",
    )
    return replace(payment, **fields)  # type: ignore[arg-type]  # the tests name the fields they change


def sample_booking(
    total_paise: int = 840_000,
    wallet_paise: int = 500_000,
    payments: tuple[Payment, ...] = (),
    state: BookingState = BookingState.HELD,
) -> Booking:
    """A room for two nights, held 103 seconds ago."""
    reserved_at = NOW - timedelta(seconds=103)
    sold = state is not BookingState.HELD
    line = sample_line(total_paise)
    return Booking(
        id=BookingId("booking-1"),
        reference=BookingReference("BK-7F3K2Q"),
        state=state,
        as_of=NOW,
        customer=Customer(CustomerId("customer-1"), "+919876504321", "Asha Rao", wallet_paise),
        title="Deluxe 203, 2 nights",
        lines=(line,),
        base_paise=line.base_paise,
        discount_paise=0,
        fee_paise=0,
        tax_paise=line.tax_paise,
        total_paise=total_paise,
        promo_code="",
        reserved_at=reserved_at,
        expires_at=reserved_at + timedelta(seconds=600),
        grace_seconds=0,
        confirmed_at=NOW if sold else None,
        cancelled_at=NOW if state is BookingState.CANCELLED else None,
        cancel_reason="",
        desk_code="D1",
        clerk="meena",
        payments=payments,
        refunds=(),
    )


def sample_basket(state: BookingState = BookingState.CONFIRMED) -> Booking:
    """Room 203 for three nights, lines 1 to 3, and seats 3A 3B 4A 4B of one coach, lines 4 to 7; cash."""
    nights = [
        replace(
            sample_line(420_000),
            number=number,
            slot_id=SlotId(f"night-{number}"),
            day=date(2026, 11, 23 + number),
            starts_at=STARTS_AT + timedelta(days=number - 1),
            starts_now_at=STARTS_AT + timedelta(days=number - 1),
            ends_at=STARTS_AT + timedelta(days=number, hours=-3),
            ends_now_at=STARTS_AT + timedelta(days=number, hours=-3),
        )
        for number in (1, 2, 3)
    ]
    leaves = datetime(2026, 11, 28, 16, 0, tzinfo=UTC)
    seats = [
        replace(
            sample_line(157_500),
            kind=Kind.BUS,
            stay=2,
            number=number,
            unit_id=UnitId(f"seat-{name}"),
            slot_id=SlotId("ride"),
            description=f"Pune-Goa 21:30 {name}",
            thing="Pune-Goa",
            unit_name=name,
            guest_name=guest,
            day=date(2026, 11, 28),
            starts_at=leaves,
            starts_now_at=leaves,
            ends_at=leaves + timedelta(hours=10),
            ends_now_at=leaves + timedelta(hours=10),
            tiers=(PolicyTier(48, 10_000), PolicyTier(4, 2_500)),
        )
        for number, (name, guest) in enumerate(
            (("3A", "Asha Rao"), ("3B", "Kiran Rao"), ("4A", "Meera Rao"), ("4B", "Dev Rao")), 4
        )
    ]
    lines = (*nights, *seats)
    total = sum(line.total_paise for line in lines)
    paid = () if state is BookingState.HELD else (sample_payment(Tender.CASH, total),)
    return replace(
        sample_booking(total, payments=paid, state=state),
        title="Deluxe 203, 24-27 Nov; Pune-Goa 21:30 28 Nov 3A 3B 4A 4B",
        lines=lines,
        base_paise=sum(line.base_paise for line in lines),
        tax_paise=sum(line.tax_paise for line in lines),
    )
