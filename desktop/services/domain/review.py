"""What a manager asks of the bookings, and the answers."""

from dataclasses import dataclass
from datetime import date, datetime

from db.ids import BookingId, BookingReference, CaseId
from db.states import BookingState, CaseAnswer, CaseKind, Kind, Tender
from desktop.services.domain.foreign_money import Sign


@dataclass(frozen=True, slots=True)
class ReviewFilter:
    """Every field narrows the list; they combine with "and". Empty means all.

    Days are those on which the booking was made, both included, in the desk's time zone. `text` finds
    references, customers' names, the last digits of their numbers and what was sold.
    """

    text: str = ""
    first_day: date | None = None
    last_day: date | None = None
    kinds: frozenset[Kind] = frozenset()
    states: frozenset[BookingState] = frozenset()
    tenders: frozenset[Tender] = frozenset()
    desk_codes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One booking of the list. `was_sold` once it was paid for, whatever came later."""

    booking_id: BookingId
    reference: BookingReference
    reserved_at: datetime
    state: BookingState
    was_sold: bool
    kinds: str
    title: str
    customer_name: str
    masked_mobile: str
    desk_code: str
    clerk: str
    tenders: str
    total_paise: int
    paid_paise: int
    refunded_paise: int
    # Of the house, to which the money went.
    accounts: str = ""
    # Of one that a part has confirmed: what is left to pay.
    balance_paise: int = 0

    @property
    def was_released(self) -> bool:
        """Whether it was given up while it was only held."""
        return self.state is BookingState.CANCELLED and not self.was_sold


@dataclass(frozen=True, slots=True)
class FoundBooking:
    """A booking that a line names; `guest` is who travels with it, where that was looked for."""

    reference: BookingReference
    title: str
    guest: str = ""


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A page of bookings, newest first; `next_after` continues it, None at the end.

    The totals are those of everything the filter finds, not of the page; `found_total_paise` is what was sold
    of it, cancelled later or not, and `found_unsold_paise` the rest: both together are all rows' totals.
    """

    rows: tuple[ReviewRow, ...]
    next_after: str | None
    found_count: int
    found_total_paise: int
    found_unsold_paise: int = 0


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One change of a booking, or one movement of money: exactly what the journal or the ledger holds."""

    at: datetime
    desk_code: str
    clerk: str
    tag: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Money that staff must decide about, with the proposed answer.

    `sign`: by what a stranger's money is known, None where nothing tells it. `looks_ours`: a stranger's that
    names something of ours, or has the amount of a payment of ours: it is decided alone.
    """

    id: CaseId
    kind: CaseKind
    amount_paise: int
    booking_reference: BookingReference
    customer_name: str
    masked_mobile: str
    proposal: CaseAnswer
    answers: tuple[CaseAnswer, ...]
    opened_at: datetime
    facts: tuple[tuple[str, str], ...]
    # What an answer takes out of the drawer, as it is handed over: all of it or, of a part payment, what goes
    # back in cash; it may be rounded to the rupee. None: no answer does, or it is the amount.
    cash_paise: int | None = None
    sign: Sign | None = None
    looks_ours: bool = False
