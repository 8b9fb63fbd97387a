"""What was undone or put right, and card refunds that wait for their slip, as a manager sees them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from db.ids import BookingId, BookingReference
from db.states import Tender


class CounterActKind(StrEnum):
    """What it is."""

    SLIP_WAITS = "slip_waits"
    TOP_UP_REVERSED = "top_up_reversed"
    TENDER_CORRECTED = "tender_corrected"
    REOPENED = "reopened"
    PIN_RECOVERED = "pin_recovered"


@dataclass(frozen=True, slots=True)
class CounterAct:
    """One row: what was done to whose money, when, by whom and why.

    A top-up has no booking; the tenders are told of a correction. Without a reason a booking was reopened
    because the clock was set.
    """

    kind: CounterActKind
    at: datetime
    customer_name: str
    amount_paise: int
    clerk: str = ""
    reason: str = ""
    booking_id: BookingId | None = None
    reference: BookingReference | None = None
    old_tender: Tender | None = None
    new_tender: Tender | None = None
