"""What a line typed into the command field means, and what it may mean while it is being typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.ids import BookingReference, CustomerId
from desktop.services.domain.figures import bare_number, is_whole_number, plain_figures
from desktop.ui.lifecycle_words import kind_word
from desktop.ui.routes import (
    OpenBooking,
    OpenCases,
    OpenCounterActs,
    OpenCustomer,
    OpenQuote,
    OpenReview,
    OpenSetup,
    OpenStock,
)
from desktop.ui.typed.offering_match import match_offerings, split_command

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.domain.catalogue import Offering
    from desktop.services.domain.people import Customer
    from desktop.services.domain.today import LiveHold
    from desktop.ui.routes import Route

translate = QCoreApplication.translate
REFERENCE = re.compile(r"(?:bk-?)?([0-9a-z]{6})", re.IGNORECASE)
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
    """One thing that the line may mean, and what Enter does with it."""

    goal: Route | ServeCustomer | ShowKeys
    title: str
    detail: str = ""


def digits_of(text: str) -> str:
    """Return the figures of a line that is a telephone number or its end, with its plus, else nothing."""
    bare = bare_number(text)
    return bare if len(bare.lstrip("+")) >= NUMBER_DIGITS_MIN else ""


def reference_of(text: str) -> str:
    """Return "BK-7F3K2Q" for a reference however it was typed, else nothing.

    Six letters without the prefix count only with a figure among them: "pungoa" is a route.
    """
    plain = plain_figures(text).strip()
    found = REFERENCE.fullmatch(plain)
    if not found:
        return ""
    prefixed = plain.lower().startswith("bk-")
    letters = found[1].upper()
    has_both = any(c.isdigit() for c in letters) and any(c.isalpha() for c in letters)
    return f"BK-{letters}" if prefixed or has_both else ""


def suggest(
    text: str, offerings: Sequence[Offering], customers: Sequence[Customer], holds: Sequence[LiveHold]
) -> tuple[Suggestion, ...]:
    """Return what the line may mean, the likeliest first; Enter takes the first.

    `customers` are those whom the services found for this very line.
    """
    line = text.strip()
    if not line:
        return ()
    digits = digits_of(line)
    if digits:
        found = [_customer(customer) for customer in customers]
        if not found and is_whole_number(digits):
            found = [new_customer(digits)]
        return tuple(found[:SUGGESTIONS_MAX])
    found = []
    if reference := reference_of(line):
        goal = OpenBooking(BookingReference(reference))
        found.append(Suggestion(goal, reference, translate("Commands", "open booking")))
    found += _quotes(line, offerings)
    found += [_hold(hold) for hold in holds if _means_hold(line, hold) and hold.reference != reference]
    found += [_customer(customer) for customer in customers]
    found += [page for page in _pages() if page.title.casefold().startswith(line.casefold())]
    return tuple(found[:SUGGESTIONS_MAX])


def new_customer(digits: str) -> Suggestion:
    """Return the offer to enter a customer with this number."""
    title, detail = translate("Commands", "New customer"), translate("Commands", "enter the name")
    return Suggestion(OpenCustomer(digits), title, detail)


def _customer(customer: Customer) -> Suggestion:
    return Suggestion(ServeCustomer(customer.id), customer.name, customer.masked_mobile)


def _means_hold(line: str, hold: LiveHold) -> bool:
    return line.casefold() in hold.title.casefold() or line.upper() in hold.reference


def _hold(hold: LiveHold) -> Suggestion:
    goal = OpenBooking(hold.reference)
    return Suggestion(goal, hold.title, translate("Commands", "held, go on with it"))


def _quotes(line: str, offerings: Sequence[Offering]) -> list[Suggestion]:
    command = split_command(line, offerings)
    rest = f"{command.when} {command.count}".strip()
    matched = match_offerings(offerings, command.what)
    whole = len(matched) == 1
    return [
        Suggestion(
            OpenQuote(line if whole else f"{offering.code} {rest}".strip()),
            f"{offering.code}  {offering.name}",
            " · ".join(part for part in (kind_word(offering.kind), rest) if part),
        )
        for offering in matched
    ]


def _pages() -> tuple[Suggestion, ...]:
    return (
        Suggestion(OpenCustomer(), translate("Commands", "Customer and wallet")),
        Suggestion(OpenQuote(), translate("Commands", "Quote")),
        Suggestion(OpenReview(), translate("Commands", "Review of bookings")),
        Suggestion(OpenStock(), translate("Commands", "Stock: stop or block")),
        Suggestion(OpenCases(), translate("Commands", "Cases to decide")),
        Suggestion(OpenCounterActs(), translate("Commands", "Refund slips and counter-acts")),
        Suggestion(OpenSetup(), translate("Commands", "Setup of the gateway")),
        Suggestion(ShowKeys(), translate("Commands", "Keys")),
    )
