"""Shifts for the windows' tests: open, forgotten, closed with a difference, accepted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from db.ids import BookingId, BookingReference, DocumentId, ShiftId
from db.states import Tender
from desktop.services.domain.difference import Cause
from desktop.services.domain.drawer_day import ActKind, ShiftAct
from desktop.services.domain.mistakes import Mistake
from desktop.services.domain.shift_review import (
    Acceptance,
    Explained,
    ListedShift,
    ShiftClose,
    ShiftsSeen,
    ShiftState,
)
from desktop.services.domain.z_slip import ZDay, ZFigures, ZOpen, ZSlip

OPENED = datetime(2026, 11, 28, 3, 30, tzinfo=UTC)
HASH = "3fa1b0c2" + "0" * 48 + "9d27e4aa"
CLOSE = ShiftClose(
    closed_at=OPENED + timedelta(hours=9),
    closed_by="Ravi",
    by_other=False,
    counted_paise=8_110_00,
    expected_paise=10_000_00,
    card_difference_paise=1_890_00,
    to_safe_paise=6_110_00,
    left_paise=2_000_00,
    seal_number=412,
    seal_hash=HASH,
    note="counted twice",
    document_id=DocumentId("slip-1"),
)
OPEN = ListedShift(ShiftId("shift-3"), "D2", "Meena", OPENED, True, ShiftState.OPEN)
CLOSED = ListedShift(ShiftId("shift-1"), "D1", "Ravi", OPENED, True, ShiftState.CLOSED, CLOSE)
EVEN = replace(
    CLOSED,
    id=ShiftId("shift-2"),
    clerk="Asha",
    close=replace(CLOSE, counted_paise=10_000_00, card_difference_paise=0, closed_by="Meena", by_other=True),
)
ACCEPTED = replace(
    EVEN,
    id=ShiftId("shift-0"),
    state=ShiftState.ACCEPTED,
    acceptance=Acceptance(OPENED + timedelta(days=2), "Meena", "recounted", of_own=True),
)
FORGOTTEN = replace(OPEN, id=ShiftId("shift-4"), state=ShiftState.FORGOTTEN)
EVERY = ShiftsSeen((CLOSED, EVEN, OPEN, FORGOTTEN, ACCEPTED), is_whole=True)


def sale(number: int) -> ShiftAct:
    return ShiftAct(
        ActKind.PAYMENT,
        f"payment-{number}",
        Tender.CASH,
        1_890_00,
        1_890_00,
        OPENED + timedelta(hours=number),
        "Ravi",
        booking_id=BookingId(f"booking-{number}"),
        reference=BookingReference(f"BK-7F3K2{number}"),
    )


EXPLAINED = Explained(
    CLOSED.id,
    -1_890_00,
    1_890_00,
    (
        Cause(
            Mistake.TENDER_SWAPPED,
            {Tender.CASH: -1_890_00, Tender.CARD: 1_890_00},
            0,
            0.9,
            (sale(2), sale(3)),
            (Tender.CARD,),
            acts_in_all=2,
        ),
        Cause(
            Mistake.CLOSE_MISCOUNTED, {Tender.CASH: -2_000_00}, 110_00, 0.02, worth_paise=200_00, pieces=-10
        ),
    ),
)
SLIP = ZSlip(
    DocumentId("slip-1"),
    "D1-Z-2026-000007",
    CLOSE.closed_at,
    True,
    0,
    "Asia/Kolkata",
    ZFigures(
        desk_code="D1",
        clerk="Ravi",
        opened_at=OPENED,
        closed_at=CLOSE.closed_at,
        closed_by="Ravi",
        has_drawer=True,
        float_paise=2_000_00,
        opening_difference_paise=0,
        days=(
            ZDay(
                date(2026, 11, 28),
                23,
                {Tender.CASH: 31_420_00, Tender.CARD: 12_310_00, Tender.OWN_UPI: 44_105_50},
                {Tender.CASH: 2_100_00},
                {ActKind.TOP_UP: 5_000_00, ActKind.DROP: 26_000_00, ActKind.PAY_OUT: 320_00},
            ),
            ZDay(date(2026, 11, 29), 2, {Tender.CASH: 1_890_00}),
        ),
        counted_paise=8_110_00,
        expected_paise=10_000_00,
        card_counted_paise=14_200_00,
        card_expected_paise=12_310_00,
        to_safe_paise=6_110_00,
        left_paise=2_000_00,
        note="counted twice",
        still_open=(ZOpen("hold", "BK-7F3K2Q", 4_200_00), ZOpen("card_refund", "BK-9K2M4A", 1_050_00)),
        seal_number=412,
        seal_hash=HASH,
        series=("D1-R-2026-000214", "D1-V-2026-000012", "D1-Z-2026-000006"),
    ),
)
