"""Which paper is given when: papers-and-law, section 2, as one table.

A tax paper is of one registration, one place of supply and one buyer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from db.states import DocumentKind, Kind, Scheme, Supply
from desktop.services.domain.booking import BookingLine


class Event(StrEnum):
    """What makes papers due."""

    PART_PAID = "part_paid"
    PAID = "paid"
    # The last of it was used, or it was paid when that had been.
    SUPPLIED = "supplied"


class Ground(StrEnum):
    """How a line stands before the tax."""

    TAXED = "taxed"
    EXEMPT = "exempt"
    # The house pays by turnover and may not collect tax.
    COMPOSITION = "composition"
    # No registration supplies it, or nobody has said which.
    PLAIN = "plain"


class When(StrEnum):
    """When the invoice of a trade is made."""

    AT_PAYMENT = "at_payment"
    AT_SUPPLY = "at_supply"


@dataclass(frozen=True, slots=True)
class InvoiceWhen:
    """When the house makes the invoice of each trade."""

    room: When = When.AT_SUPPLY
    bus: When = When.AT_PAYMENT
    tour: When = When.AT_PAYMENT

    def of(self, kind: Kind) -> When:
        """Return when that of a trade is made."""
        return {Kind.ROOM: self.room, Kind.BUS: self.bus, Kind.TOUR: self.tour}[kind]


_E, _G, _W, _D = Event, Ground, When, DocumentKind
PAPERS: Mapping[tuple[Event, Ground, When], DocumentKind] = {
    (_E.PART_PAID, _G.TAXED, _W.AT_PAYMENT): _D.RECEIPT_VOUCHER,
    (_E.PART_PAID, _G.TAXED, _W.AT_SUPPLY): _D.RECEIPT_VOUCHER,
    (_E.PART_PAID, _G.EXEMPT, _W.AT_PAYMENT): _D.DEPOSIT_RECEIPT,
    (_E.PART_PAID, _G.EXEMPT, _W.AT_SUPPLY): _D.DEPOSIT_RECEIPT,
    (_E.PART_PAID, _G.COMPOSITION, _W.AT_PAYMENT): _D.DEPOSIT_RECEIPT,
    (_E.PART_PAID, _G.COMPOSITION, _W.AT_SUPPLY): _D.DEPOSIT_RECEIPT,
    (_E.PART_PAID, _G.PLAIN, _W.AT_PAYMENT): _D.DEPOSIT_RECEIPT,
    (_E.PART_PAID, _G.PLAIN, _W.AT_SUPPLY): _D.DEPOSIT_RECEIPT,
    (_E.PAID, _G.TAXED, _W.AT_PAYMENT): _D.TAX_INVOICE,
    (_E.PAID, _G.TAXED, _W.AT_SUPPLY): _D.RECEIPT_VOUCHER,
    (_E.PAID, _G.EXEMPT, _W.AT_PAYMENT): _D.BILL_OF_SUPPLY,
    (_E.PAID, _G.EXEMPT, _W.AT_SUPPLY): _D.DEPOSIT_RECEIPT,
    (_E.PAID, _G.COMPOSITION, _W.AT_PAYMENT): _D.BILL_OF_SUPPLY,
    (_E.PAID, _G.COMPOSITION, _W.AT_SUPPLY): _D.DEPOSIT_RECEIPT,
    # Nobody waits for the bill of a house without registration.
    (_E.PAID, _G.PLAIN, _W.AT_PAYMENT): _D.RECEIPT,
    (_E.PAID, _G.PLAIN, _W.AT_SUPPLY): _D.RECEIPT,
    (_E.SUPPLIED, _G.TAXED, _W.AT_PAYMENT): _D.TAX_INVOICE,
    (_E.SUPPLIED, _G.TAXED, _W.AT_SUPPLY): _D.TAX_INVOICE,
    (_E.SUPPLIED, _G.EXEMPT, _W.AT_PAYMENT): _D.BILL_OF_SUPPLY,
    (_E.SUPPLIED, _G.EXEMPT, _W.AT_SUPPLY): _D.BILL_OF_SUPPLY,
    (_E.SUPPLIED, _G.COMPOSITION, _W.AT_PAYMENT): _D.BILL_OF_SUPPLY,
    (_E.SUPPLIED, _G.COMPOSITION, _W.AT_SUPPLY): _D.BILL_OF_SUPPLY,
    (_E.SUPPLIED, _G.PLAIN, _W.AT_PAYMENT): _D.RECEIPT,
    (_E.SUPPLIED, _G.PLAIN, _W.AT_SUPPLY): _D.RECEIPT,
}
# The ticket of a bus is its tax invoice.
OWN_PAPERS: Mapping[tuple[Kind, DocumentKind], DocumentKind] = {(Kind.BUS, _D.TAX_INVOICE): _D.TICKET_INVOICE}


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand on one paper of a kind."""

    kind: DocumentKind
    registration: str
    place_state: str
    lines: tuple[BookingLine, ...]

    @property
    def total_paise(self) -> int:
        """What its lines were sold for."""
        return sum(line.total_paise for line in self.lines)


def ground_of(line: BookingLine, scheme: Scheme | None) -> Ground:
    """Return how a line stands before the tax; `scheme` of its registration, None where none is told."""
    if scheme is Scheme.COMPOSITION:
        return Ground.COMPOSITION
    if scheme is not Scheme.REGULAR:
        return Ground.PLAIN
    return Ground.EXEMPT if line.supply is Supply.EXEMPT else Ground.TAXED


def papers_of(
    event: Event,
    lines: Iterable[BookingLine],
    schemes: Mapping[str, Scheme],
    invoice_when: InvoiceWhen,
    *,
    is_registered: bool,
) -> tuple[Group, ...]:
    """Return which papers an event makes of live lines, in the order of their first lines.

    `is_registered`: the buyer has a GSTIN; taxed and exempt seats then have a paper each. What is free of
    charge has a plain ticket. What is paid for when its supply is over has its invoice at once.
    """
    found: dict[tuple[DocumentKind, str, str], list[BookingLine]] = {}
    for line in lines:
        kind = _paper_of(event, line, schemes.get(line.registration), invoice_when)
        registration = line.registration if line.registration in schemes else ""
        found.setdefault((kind, registration, line.place_state), []).append(line)
    groups = tuple(Group(*key, tuple(lines)) for key, lines in found.items())
    return tuple(_free(group) for group in (groups if is_registered else _joined(groups)))


def _paper_of(
    event: Event, line: BookingLine, scheme: Scheme | None, invoice_when: InvoiceWhen
) -> DocumentKind:
    if event is Event.PAID and line.is_over:
        event = Event.SUPPLIED
    kind = PAPERS[event, ground_of(line, scheme), invoice_when.of(line.kind)]
    return OWN_PAPERS.get((line.kind, kind), kind)


def _joined(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Put a ticket and a bill of supply of one registration and place on one paper (rule 46A)."""
    parts = (DocumentKind.TICKET_INVOICE, DocumentKind.BILL_OF_SUPPLY)
    places: dict[tuple[str, str], list[Group]] = {}
    for group in groups:
        if group.kind in parts:
            places.setdefault((group.registration, group.place_state), []).append(group)
    mixed = {place for place, both in places.items() if len(both) == len(parts)}
    result: list[Group] = []
    for group in groups:
        place = (group.registration, group.place_state)
        if group.kind not in parts or place not in mixed:
            result.append(group)
        elif both := places.pop(place, None):
            lines = sorted((line for one in both for line in one.lines), key=lambda line: line.number)
            result.append(Group(DocumentKind.INVOICE_CUM_BILL, *place, tuple(lines)))
    return tuple(result)


def _free(group: Group) -> Group:
    if group.total_paise:
        return group
    return Group(DocumentKind.TICKET, group.registration, group.place_state, group.lines)
