"""What a desk sees at a glance: the live holds and the figures of its day."""

from dataclasses import dataclass
from datetime import datetime

from db.ids import BookingId, BookingReference, CaseId, CustomerId
from db.states import Kind


@dataclass(frozen=True, slots=True)
class LiveHold:
    """One row of the desk's list of holds. `paying`: a payment through the gateway is open.

    `units_title` is the title with what tells two holds of one thing apart first: "203, 24-26 Nov · Deluxe".
    """

    booking_id: BookingId
    reference: BookingReference
    title: str
    kind: Kind
    masked_mobile: str
    total_paise: int
    expires_at: datetime
    desk_code: str
    paying: bool
    paid_paise: int = 0
    customer_name: str = ""
    customer_id: CustomerId | None = None
    units_title: str = ""
    # Its time is over; it can be taken again at its price.
    is_over: bool = False
    # Who holds it, whether at this desk, and how often it was extended.
    clerk: str = ""
    is_own: bool = True
    extensions: int = 0


@dataclass(frozen=True, slots=True)
class BrokenHold:
    """A hold of this desk that another one has ended, until that was read."""

    booking_id: BookingId
    reference: BookingReference
    title: str
    clerk: str
    desk_code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Today:
    """What stands in the desk's side column.

    The day's numbers are this desk's since its midnight: sold when and where the money came, cancelled and
    given back when and where that was done; a hold that was only released is no cancellation. `as_of` is the
    database node's clock, for every countdown. `newest_case_id` is the open case that was opened last, None
    when none waits: it changes with every case that comes, even when another one is decided meanwhile and the
    count stays.
    """

    as_of: datetime
    holds: tuple[LiveHold, ...]
    sold_count: int
    sold_paise: int
    cancelled_count: int
    open_case_count: int
    newest_case_id: CaseId | None = None
    refunded_paise: int = 0
    # Holds whose time is over and that can be taken again, the last to end first.
    over: tuple[LiveHold, ...] = ()
    # What other desks have ended here and nobody has read yet, the oldest first.
    broken: tuple[BrokenHold, ...] = ()
