"""Where the desk can go: a small type for each page, with what the page must know to open.

A route is a value, so that mypy reports one that does not exist and one without its facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from db.ids import BookingId, BookingReference, DocumentId, OfferingId, ShiftId
    from desktop.services.domain.day_lists import ListKind


class PageName(StrEnum):
    """Which page is open."""

    HOME = "home"
    QUOTE = "quote"
    PAYMENT = "payment"
    CANCELLATION = "cancellation"
    REVIEW = "review"
    CASES = "cases"
    COUNTER_ACTS = "counter_acts"
    CUSTOMER = "customer"
    BOOKING = "booking"
    STOCK = "stock"
    DEPARTURE_REFUNDS = "departure_refunds"
    MOVE = "move"
    SETUP = "setup"
    DOCUMENT = "document"
    BOOKS = "books"
    LIMITS = "limits"
    STAFF = "staff"
    SHIFTS = "shifts"
    SHIFT = "shift"
    PRINTERS = "printers"
    LISTS = "lists"
    REGISTER = "register"
    DAY_SHEET = "day_sheet"
    SETTLEMENTS = "settlements"
    TAX_PAPERS = "tax_papers"
    ACCOUNTANT = "accountant"


class ShiftPart(StrEnum):
    """What the page of the shift is opened for."""

    LOOK = "look"
    OPEN = "open"
    DROP = "drop"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class GoHome:
    """To the desk itself; every hold goes on."""


@dataclass(frozen=True, slots=True)
class OpenQuote:
    """A new line of the sale for whoever stands at the desk; None goes on with what was entered."""

    line: str | None = None


@dataclass(frozen=True, slots=True)
class OpenPromo:
    """The quote, at its promo code."""


@dataclass(frozen=True, slots=True)
class OpenPayment:
    """The payment of a held booking."""

    booking_id: BookingId


@dataclass(frozen=True, slots=True)
class OpenBooking:
    """A held booking leads to its payment, any other shows what can be done to it."""

    booking: BookingId | BookingReference


@dataclass(frozen=True, slots=True)
class OpenCancellation:
    """The refund plan of a booking; None looks for one."""

    reference: BookingReference | None = None


@dataclass(frozen=True, slots=True)
class OpenCustomer:
    """A new customer with this number; None shows whoever stands at the desk, or finds somebody."""

    new_mobile: str | None = None


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A receipt or voucher."""

    document_id: DocumentId


@dataclass(frozen=True, slots=True)
class OpenReview:
    """Every booking, with fresh rows."""


@dataclass(frozen=True, slots=True)
class OpenCases:
    """Money that waits for a decision."""


@dataclass(frozen=True, slots=True)
class OpenCounterActs:
    """Slips that are missing, and what was undone or put right."""


@dataclass(frozen=True, slots=True)
class OpenStock:
    """What is on sale, stopped and blocked."""


@dataclass(frozen=True, slots=True)
class OpenDepartureRefunds:
    """Whom a cancelled departure hits; `name` and `reason` are told as they stand."""

    offering_id: OfferingId
    name: str
    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class OpenMove:
    """Another seat or room for a booking."""

    booking_id: BookingId


@dataclass(frozen=True, slots=True)
class OpenSetup:
    """The gateway's keys, and accounts of the house."""

    at_accounts: bool = False


@dataclass(frozen=True, slots=True)
class OpenBooks:
    """The condition of the books."""


@dataclass(frozen=True, slots=True)
class OpenLimits:
    """What each role may do by right."""


@dataclass(frozen=True, slots=True)
class OpenStaff:
    """Who works here."""


@dataclass(frozen=True, slots=True)
class OpenShifts:
    """Closes with their differences, at one of them; or why the drawer is opened without a sale."""

    shift_id: ShiftId | None = None
    opens_drawer: bool = False


@dataclass(frozen=True, slots=True)
class OpenDaySheet:
    """The figures of today, or of a shift."""

    shift_id: ShiftId | None = None


@dataclass(frozen=True, slots=True)
class OpenSettlements:
    """What the gateway has paid out, and what it owes."""


@dataclass(frozen=True, slots=True)
class OpenZSlip:
    """The slip of a closed shift."""

    document_id: DocumentId


@dataclass(frozen=True, slots=True)
class OpenShiftPage:
    """The shift of this desk and its drawer."""

    part: ShiftPart = ShiftPart.LOOK


@dataclass(frozen=True, slots=True)
class OpenPrinters:
    """Where papers go, and what waits for a printer; at what somebody has to look after."""

    at_stuck: bool = False


@dataclass(frozen=True, slots=True)
class OpenLists:
    """A list of today, or of the day that `when` says: of the first site, or whose name has `what` in it."""

    kind: ListKind
    what: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class OpenRegister:
    """The forms of guests that are due; with a stay its guests."""

    booking_id: BookingId | None = None
    numbers: frozenset[int] = frozenset()
    guest_name: str = ""


@dataclass(frozen=True, slots=True)
class OpenTaxPapers:
    """What waits for the portal of the tax, and what is told to it; `at_due`: at the invoices due."""

    at_due: bool = False


@dataclass(frozen=True, slots=True)
class OpenAccountant:
    """Returns, vouchers and lists for the accountant."""


Route = (
    GoHome
    | OpenQuote
    | OpenPromo
    | OpenPayment
    | OpenBooking
    | OpenCancellation
    | OpenCustomer
    | OpenDocument
    | OpenReview
    | OpenCases
    | OpenCounterActs
    | OpenStock
    | OpenDepartureRefunds
    | OpenMove
    | OpenSetup
    | OpenBooks
    | OpenLimits
    | OpenStaff
    | OpenShifts
    | OpenZSlip
    | OpenShiftPage
    | OpenPrinters
    | OpenLists
    | OpenRegister
    | OpenDaySheet
    | OpenSettlements
    | OpenTaxPapers
    | OpenAccountant
)
