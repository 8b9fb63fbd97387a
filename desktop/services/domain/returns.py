"""What waits for the portal of the tax, or is told to it: papers, months, series. Amounts in paise."""

from dataclasses import dataclass
from datetime import date, datetime

from db.ids import BookingId, BookingReference, DocumentId
from db.states import DocumentKind, Scheme

# A list asks about what waits longer; the law's end is 30 days after the supply.
DUE_DAYS = 3
LAW_DAYS = 30
# So many numbers of a year are near the end of six figures.
SERIES_NEAR = 900_000


@dataclass(frozen=True, slots=True)
class WaitingPaper:
    """A paper that waits for the portal's number. Above ten crore the law gives it 30 days."""

    id: DocumentId
    kind: DocumentKind
    number: str
    issued_on: date
    buyer: str
    gstin: str
    total_paise: int
    days: int

    @property
    def is_late(self) -> bool:
        """Whether the law's days are over."""
        return self.days > LAW_DAYS


@dataclass(frozen=True, slots=True)
class DueInvoice:
    """A supply that is over and has no invoice: `days` are Indian days since it was."""

    booking_id: BookingId
    reference: BookingReference
    customer: str
    title: str
    over_at: datetime
    total_paise: int
    days: int

    @property
    def is_told(self) -> bool:
        """Whether it waits longer than it should."""
        return self.days > DUE_DAYS

    @property
    def is_late(self) -> bool:
        """Whether the law's days are over."""
        return self.days > LAW_DAYS


@dataclass(frozen=True, slots=True)
class MonthState:
    """A month of a registration that is over: filed by whom and when, or open, or opened again.

    `month`: such as 2026-11.
    """

    registration: str
    month: str
    is_filed: bool
    filed_at: datetime | None = None
    filed_by: str = ""
    reopened_at: datetime | None = None
    reopened_by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SeriesState:
    """A series of papers. `year`: a financial year, such as 2627; `number`: the last one as it is printed."""

    desk_code: str
    kind: DocumentKind
    registration: str
    year: int
    last_number: int
    number: str

    @property
    def is_near_end(self) -> bool:
        """Whether its figures run out soon."""
        return self.last_number >= SERIES_NEAR


@dataclass(frozen=True, slots=True)
class RegistrationShown:
    """Who supplies under one number, in one State, as papers say it."""

    code: str
    gstin: str
    state_code: str
    name: str
    legal_name: str
    address: str
    telephone: str
    scheme: Scheme
    sac_digits: int
    e_invoice: bool


@dataclass(frozen=True, slots=True)
class RegistrationsKnown:
    """The registrations in force, and the names of sites of which nobody has said who supplies."""

    registrations: tuple[RegistrationShown, ...]
    sites_without: tuple[str, ...]


def month_of(day: date) -> str:
    """Return the month of a day, such as 2026-11."""
    return f"{day:%Y-%m}"
