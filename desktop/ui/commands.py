"""What a line typed into the command field means, and what it may mean while it is being typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.ids import BookingReference, CustomerId
from desktop.services.domain.figures import bare_number, is_whole_number
from desktop.services.domain.references import is_surely_reference, read_paper_number, read_reference
from desktop.ui.lifecycle_words import kind_word
from desktop.ui.list_commands import list_pages, named_lists
from desktop.ui.number_words import told_apart
from desktop.ui.routes import (
    OpenAccountant,
    OpenBooking,
    OpenBooks,
    OpenCases,
    OpenCounterActs,
    OpenCustomer,
    OpenDaySheet,
    OpenLimits,
    OpenPrinters,
    OpenQuote,
    OpenReview,
    OpenSettlements,
    OpenSetup,
    OpenShiftPage,
    OpenShifts,
    OpenStaff,
    OpenStock,
    OpenTaxPapers,
)
from desktop.ui.typed.offering_match import Command, match_offerings, split_command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.domain.catalogue import Offering
    from desktop.services.domain.people import Customer
    from desktop.services.domain.review import FoundBooking
    from desktop.services.domain.today import LiveHold
    from desktop.ui.routes import Route

translate = QCoreApplication.translate
NUMBER_DIGITS_MIN = 3
SUGGESTIONS_MAX = 7


@dataclass(frozen=True, slots=True)
class ServeCustomer:
    """This customer stands at the desk."""

    customer_id: CustomerId


@dataclass(frozen=True, slots=True)
class ShowKeys:
    """The sheet of keys."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that the line may mean, and what Enter does with it.

    A person `is_one_of_many`: Enter takes one that nobody has seen only where there is no other.
    """

    goal: Route | ServeCustomer | ShowKeys
    title: str
    detail: str = ""
    is_one_of_many: bool = False


def digits_of(text: str) -> str:
    """Return the figures of a line that is a telephone number or its end, with its plus, else nothing."""
    bare = bare_number(text)
    return bare if len(bare.lstrip("+")) >= NUMBER_DIGITS_MIN else ""


def reference_of(text: str) -> str:
    """Return "BK-7F3K2Q" for what is surely a reference, however it was typed, else nothing.

    Six letters without the prefix count only with a figure among them: "pungoa" is a route.
    """
    return read_reference(text) if is_surely_reference(text) else ""


def suggest(
    text: str,
    offerings: Sequence[Offering],
    customers: Sequence[Customer],
    holds: Sequence[LiveHold],
    bookings: Sequence[FoundBooking] = (),
) -> tuple[Suggestion, ...]:
    """Return what the line may mean, the likeliest first; Enter takes the first.

    `customers` and `bookings` are those that the services found for this very line.
    """
    line = text.strip()
    if not line:
        return ()
    named = [_booking(booking) for booking in bookings if not booking.guest]
    digits = digits_of(line)
    if digits:
        found = _people(customers, holds)
        if not found and is_whole_number(digits):
            found = [new_customer(digits)]
        return tuple((found + named)[:SUGGESTIONS_MAX])
    found = []
    reference = reference_of(line)
    if reference and not named:
        goal = OpenBooking(BookingReference(reference))
        named = [Suggestion(goal, reference, translate("Commands", "open booking"))]
    if reference or read_paper_number(line):
        found, named = named, []
    command = split_command(line, offerings)
    quotes = _quotes(line, command, offerings)
    found += named if command.unread else quotes + named
    found = [Suggestion(*named_list) for named_list in named_lists(line, offerings)] + found
    shown = {reference, *(booking.reference for booking in bookings)}
    found += [_hold(hold) for hold in holds if _means_hold(line, hold) and hold.reference not in shown]
    found += [one for one in _people(customers, holds) if one not in found]
    found += [_booking(booking) for booking in bookings if booking.guest]
    found += [page for page in _pages() if page.title.casefold().startswith(line.casefold())]
    if command.unread and not found:
        found = quotes
    return tuple(found[:SUGGESTIONS_MAX])


def new_customer(digits: str) -> Suggestion:
    """Return the offer to enter a customer with this number."""
    title, detail = translate("Commands", "New customer"), translate("Commands", "enter the name")
    return Suggestion(OpenCustomer(digits), title, detail)


def _people(customers: Sequence[Customer], holds: Sequence[LiveHold]) -> list[Suggestion]:
    """Return each customer with what is held for them below; those who wait for something held first."""
    held: dict[CustomerId, list[LiveHold]] = {customer.id: [] for customer in customers}
    for hold in holds:
        if hold.customer_id in held:
            held[hold.customer_id].append(hold)
    told = dict(zip(held, told_apart(customers), strict=True))
    found = []
    for customer in sorted(customers, key=lambda customer: not held[customer.id]):
        goal = ServeCustomer(customer.id)
        found.append(Suggestion(goal, customer.name, told[customer.id], is_one_of_many=True))
        found += [_hold(hold) for hold in held[customer.id]]
    return found


def _booking(booking: FoundBooking) -> Suggestion:
    goal = OpenBooking(booking.reference)
    if not booking.guest:
        return Suggestion(goal, booking.reference, booking.title)
    detail = f"{booking.reference} · {booking.title}"
    return Suggestion(goal, booking.guest, detail, is_one_of_many=True)


def _means_hold(line: str, hold: LiveHold) -> bool:
    text = line.casefold()
    return (
        text in hold.title.casefold()
        or text in hold.customer_name.casefold()
        or line.upper() in hold.reference
    )


def _hold(hold: LiveHold) -> Suggestion:
    """What is held, then for whom: sixty holds of one trek differ in nothing else."""
    who = " ".join(part for part in (hold.customer_name, hold.masked_mobile) if part)
    held = translate("Commands", "held, go on with it")
    detail = " · ".join(part for part in (held, who, hold.reference) if part)
    return Suggestion(OpenBooking(hold.reference), hold.units_title or hold.title, detail)


def _quotes(line: str, command: Command, offerings: Sequence[Offering]) -> list[Suggestion]:
    rest = f"{command.when} {command.count}".strip()
    matched = match_offerings(offerings, command.what)
    whole = len(matched) == 1
    names = [offering.name for offering in matched]
    return [
        Suggestion(
            OpenQuote(line if whole else f"{offering.code} {rest}".strip()),
            f"{offering.code}  {offering.name}",
            " · ".join(part for part in (*_place(offering, names), kind_word(offering.kind), rest) if part),
        )
        for offering in matched
    ]


def _place(offering: Offering, names: Sequence[str]) -> tuple[str, ...]:
    """Return where it is, where another one has the same name."""
    return (offering.site_name,) if names.count(offering.name) > 1 else ()


def _pages() -> tuple[Suggestion, ...]:
    return (
        Suggestion(OpenCustomer(), translate("Commands", "Customer and wallet")),
        Suggestion(OpenQuote(), translate("Commands", "Quote")),
        Suggestion(OpenReview(), translate("Commands", "Review of bookings")),
        Suggestion(OpenStock(), translate("Commands", "Stock: stop or block")),
        Suggestion(OpenCases(), translate("Commands", "Cases to decide")),
        Suggestion(OpenCounterActs(), translate("Commands", "Refund slips and counter-acts")),
        Suggestion(OpenSetup(), translate("Commands", "Setup of the gateway")),
        Suggestion(OpenSetup(at_accounts=True), translate("Commands", "Accounts of the house")),
        Suggestion(OpenBooks(), translate("Commands", "Books: check, backup, clock, server")),
        Suggestion(OpenLimits(), translate("Commands", "Limits of clerks and managers")),
        Suggestion(OpenStaff(), translate("Commands", "Staff: who works here, codes and PINs")),
        Suggestion(OpenShifts(), translate("Commands", "Shifts: differences, Z slips, acceptance")),
        Suggestion(OpenShifts(opens_drawer=True), translate("Commands", "Open the drawer without a sale")),
        Suggestion(OpenShiftPage(), translate("Commands", "Shift and its drawer")),
        Suggestion(OpenPrinters(), translate("Commands", "Printers, what waits for them, e-mail")),
        *(Suggestion(goal, title) for goal, title in list_pages()),
        Suggestion(OpenDaySheet(), translate("Commands", "Day sheet: sold, given back, taken")),
        Suggestion(OpenSettlements(), translate("Commands", "Settlements of the gateway")),
        Suggestion(OpenTaxPapers(), translate("Commands", "Tax papers: IRN, filed months, series")),
        Suggestion(OpenTaxPapers(at_due=True), translate("Commands", "Invoices due")),
        Suggestion(OpenAccountant(), translate("Commands", "Accountant: GSTR-1, vouchers, list of papers")),
        Suggestion(OpenAccountant(), translate("Commands", "GSTR1: the return of a month")),
        Suggestion(OpenAccountant(), translate("Commands", "Tally: the vouchers of a day")),
        Suggestion(ShowKeys(), translate("Commands", "Keys")),
    )
