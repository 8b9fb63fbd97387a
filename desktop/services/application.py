"""Every use case that windows and commands may call."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from db.states import CaseAnswer
from desktop.services.domain.account_report import AccountReport
from desktop.services.domain.auditing import AuditLine
from desktop.services.domain.blocks import Block
from desktop.services.domain.booking import (
    Booking,
    CancellationResult,
    Document,
    Hold,
    Payment,
    PaymentResult,
    TakePaymentRequest,
    Today,
)
from desktop.services.domain.cancellation import RefundPlan
from desktop.services.domain.catalogue import Availability, Offering
from desktop.services.domain.catalogue_import import ImportReport
from desktop.services.domain.departures import CancelledDeparture
from desktop.services.domain.disturbance import GatewayState
from desktop.services.domain.people import Customer
from desktop.services.domain.quote import Quote, QuoteRequest
from desktop.services.domain.reconciliation import GatewayDay, Reconciliation
from desktop.services.domain.review import OpenCase, ReviewFilter, ReviewPage, StoryStep


@dataclass(frozen=True)
class Services:
    """One field for each use case; each one's own file says what it promises and raises.

    Every call may take milliseconds or, where a gateway is asked, seconds: never on the GUI thread.
    """

    # desk_code, clerk, practice: who this program is; time_zone: the desk's, for days and clocks on screens.
    desk_code: str
    clerk: str
    practice: bool
    time_zone: str
    # where a practice customer approves a payment; '' when money is real
    phone_url: str

    list_offerings: Callable[[], tuple[Offering, ...]]
    # (offering_id, first_day, last_day, wanted_count); rooms: last_day not included
    find_availability: Callable[[str, date, date, int], Availability]
    # (text): mobile number or its last digits, or a name
    find_customers: Callable[[str], tuple[Customer, ...]]
    get_customer: Callable[[str], Customer]
    # (mobile, name): makes the customer or renames the one with this number
    save_customer: Callable[[str, str], Customer]
    # (customer_id, amount_paise, request_key): cash into the wallet
    top_up_wallet: Callable[[str, int, str], Customer]

    make_quote: Callable[[QuoteRequest], Quote]
    # (quote_id, customer_id, request_key)
    place_hold: Callable[[str, str, str], Hold]
    # (booking_id): the clerk gives the units back; nothing may have been paid
    release_hold: Callable[[str], None]
    show_today: Callable[[], Today]
    # (reference or id)
    find_booking: Callable[[str], Booking]

    take_payment: Callable[[TakePaymentRequest], PaymentResult]
    # (booking_id, wallet_paise, instrument kind 'qr' | 'link' | 'card_link', request_key)
    begin_gateway_payment: Callable[[str, int, str, str], Payment]
    # (payment_id): ask the gateway now and settle what it says
    check_gateway_payment: Callable[[str], Payment]
    # (payment_id): close the instrument; raises PaymentUncertain while it may still be paid
    stop_gateway_payment: Callable[[str], Payment]
    # whether the gateway answers and which ways of paying it calls disturbed, as learned last; asks nobody
    show_gateway: Callable[[], GatewayState]
    list_open_cases: Callable[[], tuple[OpenCase, ...]]
    # (case_id, answer): one of the case's answers
    resolve_case: Callable[[str, CaseAnswer], None]

    preview_cancellation: Callable[[str], RefundPlan]
    # (booking_id, reason, shown plan, payment ids whose money goes to the wallet instead, request_key)
    cancel_booking: Callable[[str, str, RefundPlan, frozenset[str], str], CancellationResult]

    # (document_id)
    show_document: Callable[[str], Document]
    # (booking_id): the newest document of a booking
    find_receipt: Callable[[str], Document]
    # (document_id): it has been printed; the next printing is a copy
    count_copy: Callable[[str], None]

    # (filter, after, rows_max)
    list_bookings: Callable[[ReviewFilter, str | None, int], ReviewPage]
    tell_story: Callable[[str], tuple[StoryStep, ...]]
    # lines of CSV with a header, everything the filter finds
    export_bookings: Callable[[ReviewFilter], Iterator[str]]

    # (offering_id, first_day, last_day included, stopped, reason)
    stop_sale: Callable[[str, date, date, bool, str], int]
    # (offering_id, unit_ids, first_day, last_day included, reason) -> block id
    block_units: Callable[[str, tuple[str, ...], date, date, str], str]
    lift_block: Callable[[str], int]
    # (offering_id, from_day): the blocks that stand on that day or later
    list_blocks: Callable[[str, date], tuple[Block, ...]]

    # (offering_id, day, reason): the house cancels it; its bookings get everything back when cancelled
    cancel_departure: Callable[[str, date, str], CancelledDeparture]

    # (key id, key secret): tries them, keeps nothing
    try_live_keys: Callable[[str, str], AccountReport]
    keep_live_keys: Callable[[str, str], None]
    forget_live_keys: Callable[[], None]
    # the last characters of the kept key's id, '' without
    name_live_keys: Callable[[], str]
    # what matches with the gateway and what does not; asks the gateway
    reconcile: Callable[[], Reconciliation]
    list_gateway_days: Callable[[], tuple[GatewayDay, ...]]

    import_catalogue: Callable[[tuple[Path, ...], bool], ImportReport]
    audit: Callable[[], tuple[AuditLine, ...]]
