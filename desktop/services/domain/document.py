"""Papers as screens and use cases see them."""

from dataclasses import dataclass
from datetime import datetime

from db.ids import DocumentId
from db.states import DocumentKind
from desktop.services.domain.booking import Booking, BookingLine, Refund
from desktop.services.domain.house import Business


@dataclass(frozen=True, slots=True)
class Document:
    """A receipt or refund voucher as it was made; `copies` is how often it has been printed before."""

    id: DocumentId
    kind: DocumentKind
    number: str
    made_at: datetime
    practice: bool
    copies: int
    booking: Booking
    refunds: tuple[Refund, ...]
    time_zone: str
    # The lines that it is about, with the names of their units as they were when it was made.
    lines: tuple[BookingLine, ...]
    # Whose paper it is, as the business was known when it was made; None before it was told.
    seller: Business | None = None
    # Of one that a part has confirmed, as of then: left to pay, until when, kept of lines that had ended.
    left_paise: int = 0
    balance_by: datetime | None = None
    kept_before_paise: int = 0
    # The number of the paper of another customer in whose place it was made.
    replaces: str = ""
