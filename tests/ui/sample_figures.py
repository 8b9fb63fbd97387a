"""A day sheet and settlements for the windows' tests."""

from datetime import date, datetime, timedelta

from db.ids import BookingId, BookingReference, GatewayPaymentId
from desktop.services.domain.day_sheet import (
    Axis,
    ChosenBooking,
    DayAct,
    DaySheet,
    Figure,
    SheetOf,
    add_up,
)
from desktop.services.domain.settlements import (
    Owed,
    OwedAge,
    Settlement,
    SettlementItem,
    SettlementsSeen,
)
from tests.ui.sample_bookings import NOW

DAY = date(2026, 11, 22)
LONG_NAME = "Lakshmi Venkataraman Subrahmanyam"


def act(number: int, hour: int, person: str, kind: str, paise: int, tender: str) -> tuple[DayAct, DayAct]:
    """Return a sale and its payment."""
    at = NOW.replace(hour=hour % 24)
    booking = (at, BookingId(f"booking-{number}"), BookingReference(f"BK-7F3K2{number}"))
    parts = {
        Axis.DAY: DAY.isoformat(),
        Axis.HOUR: f"{hour:02d}",
        Axis.DESK: "D1",
        Axis.PERSON: person,
        Axis.KIND: kind,
    }
    tax = paise * 5 // 105 // 2 * 2
    sold = {
        Figure.SOLD: paise,
        Figure.BASE: paise - tax,
        Figure.NET: paise,
        Figure.TAXABLE: paise - tax,
        Figure.CGST: tax // 2,
        Figure.SGST: tax // 2,
        Figure.TAX: tax,
    }
    return (
        DayAct(*booking, {**parts, Axis.TAX: "room:500"}, sold),
        DayAct(*booking, {**parts, Axis.TENDER: tender}, {Figure.TAKEN: paise, Figure.MONEY: paise}),
    )


ACTS = (
    *act(1, 9, "Ravi", "room", 8_400_00, "cash"),
    *act(2, 11, LONG_NAME, "bus", 1_890_00, "own_upi"),
    *act(3, 11, "Ravi", "tour", 12_345_678_00, "bank_transfer"),
)
SHEET = DaySheet(SheetOf(DAY, DAY), NOW - timedelta(hours=10), NOW + timedelta(hours=14), add_up(ACTS))
CHOSEN = (
    ChosenBooking(BookingId("booking-1"), BookingReference("BK-7F3K21"), NOW, 8_400_00, "Ravi", "D1"),
    ChosenBooking(None, None, NOW, -500_00, LONG_NAME, "D1"),
)


def _payout(number: int, at: datetime) -> Settlement:
    return Settlement(
        f"setl_DGlQ1Rj8os78E{number}",
        f"156817696{number}vxp0rj",
        at,
        3,
        8_400_00,
        1_000_00,
        198_00,
        30_00,
        -10_12,
        7_191_88,
    )


SEEN = SettlementsSeen(
    settlements=(_payout(1, NOW - timedelta(days=1)), _payout(2, NOW - timedelta(days=2))),
    owed=(
        Owed(GatewayPaymentId("pay_AAAAAAAAAAAAAA"), 1_890_00, NOW - timedelta(days=9), None, None),
        Owed(
            GatewayPaymentId("pay_BBBBBBBBBBBBBB"),
            8_400_00,
            NOW - timedelta(days=1),
            BookingId("booking-1"),
            BookingReference("BK-7F3K21"),
        ),
    ),
    ages=(OwedAge(2, 1, 8_400_00), OwedAge(4, 0, 0), OwedAge(7, 0, 0), OwedAge(30, 1, 1_890_00)),
    owed_paise=9_290_00,
    others_paise=-1_000_00,
    read_until=DAY - timedelta(days=1),
)
ITEMS = (
    SettlementItem(
        "pay_AAAAAAAAAAAAAA",
        "payment",
        8_400_00,
        198_00,
        30_00,
        8_202_00,
        True,
        BookingId("booking-1"),
        BookingReference("BK-7F3K21"),
        "",
    ),
    SettlementItem(
        "adj_AAAAAAAAAAAAAA", "adjustment", 10_12, 0, 0, -10_12, False, None, None, "correction of a fee"
    ),
)
