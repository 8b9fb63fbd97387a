"""What the desk asks to be taken by which tender, and what came of it."""

from dataclasses import dataclass
from datetime import datetime

from db.ids import BookingId, BookingReference, DocumentId, HouseAccountId, RequestKey
from db.states import BookingState, Tender
from desktop.services.domain.paid_parts import PaidPart
from desktop.services.domain.tenders import TENDERS


@dataclass(frozen=True, slots=True)
class TenderPart:
    """What one tender gives in an act. Where change is given, `received_paise` None is the exact amount.

    `rounding_paise`: what stood on the page as taken in cash beyond the amount, negative: short of it.
    `account_id`: to which account of the house it goes; None is the only one of its tender.
    """

    tender: Tender
    amount_paise: int
    reference: str = ""
    received_paise: int | None = None
    rounding_paise: int = 0
    account_id: HouseAccountId | None = None

    @property
    def taken_paise(self) -> int:
        """What the tender gives, which in cash may be rounded."""
        return self.amount_paise + self.rounding_paise


@dataclass(frozen=True, slots=True)
class TakePaymentRequest:
    """Tenders taken at the desk in one act, each once. `request_key` makes a double click pay once.

    `slip_again`: whoever takes them was told that a slip was entered before, and takes it all the same.

    `pan`: what a payer of much cash answered when the PAN was asked: see `pan_answer`.

    Anything still due afterwards stays due (the booking stays held); the sum never exceeds what is due.
    `deposit_paise`: the part of the total, with what was paid before, against which a hold is confirmed;
    None: all of it. Of a booking that a part has confirmed, its balance is paid.
    """

    booking_id: BookingId
    request_key: RequestKey
    parts: tuple[TenderPart, ...] = ()
    slip_again: bool = False
    pan: str = ""
    deposit_paise: int | None = None

    @property
    def cash_paise(self) -> int:
        """What goes into the drawer."""
        return sum(part.taken_paise for part in self.parts if TENDERS[part.tender].in_drawer)

    def paise_by(self, tender: Tender) -> int:
        """What this act takes by one tender."""
        return sum(part.amount_paise for part in self.parts if part.tender is tender)


@dataclass(frozen=True, slots=True)
class PaymentResult:
    """What taking money answers. `document_id` once the booking is confirmed."""

    booking_id: BookingId
    reference: BookingReference
    state: BookingState
    due_paise: int
    change_paise: int
    wallet_used_paise: int
    wallet_balance_paise: int
    document_id: DocumentId | None
    # What was paid so far by what, all acts together: they add up to the total less `due_paise`.
    parts: tuple[PaidPart, ...] = ()
    # Of a booking that a part has confirmed: until when the rest has to be paid.
    balance_by: datetime | None = None
