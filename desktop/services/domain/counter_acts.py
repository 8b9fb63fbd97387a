"""What was undone or put right, and card refunds that wait for their slip, as a manager sees them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from db.ids import BookingId, BookingReference
from db.states import Tender
from desktop.services.domain.permission import ManagerAct


class CounterActKind(StrEnum):
    """What it is."""

    SLIP_WAITS = "slip_waits"
    TOP_UP_REVERSED = "top_up_reversed"
    TENDER_CORRECTED = "tender_corrected"
    REOPENED = "reopened"
    DRAWER_OPENED = "drawer_opened"
    OWN_CLOSE_ACCEPTED = "own_close_accepted"
    SYSTEM_ACT = "system_act"
    HOLD_EXTENDED = "hold_extended"
    HOLD_BROKEN = "hold_broken"
    CUSTOMER_CHANGED = "customer_changed"
    CUSTOMERS_MERGED = "customers_merged"
    NUMBER_CHANGED = "number_changed"
    APPROVED = "approved"
    WAIVED = "waived"
    AFTER_USE = "after_use"
    VOIDED = "voided"
    DISCOUNT = "discount"
    LIMIT = "limit"
    PIN_RECOVERED = "pin_recovered"


@dataclass(frozen=True, slots=True)
class CounterAct:
    """One row: what was done to whose money, when, by whom and why.

    A top-up has no booking; the tenders are told of a correction. Without a reason a booking was reopened
    because the clock was set. A drawer is named by its desk instead of a customer; of a close the amount is
    its difference. What a login of the system did has no customer; `reason` is the command.
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
    # Of a yes: to what, who asked, whether it was used; `own_act`: whoever said yes had asked.
    act: ManagerAct | None = None
    percent: int = 0
    asked_by: str = ""
    own_act: bool = False
    was_used: bool = False
