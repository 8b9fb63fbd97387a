"""What was paid by what: the parts of a sale by tender, which add up to what was paid for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from db.states import InstrumentKind, Tender
from desktop.services.domain.tenders import TENDERS


@dataclass(frozen=True, slots=True)
class PaidPart:
    """What one tender gave; through the gateway, by one of its instruments."""

    tender: Tender
    instrument_kind: InstrumentKind | None
    amount_paise: int


def paid_parts(found: Iterable[PaidPart]) -> tuple[PaidPart, ...]:
    """Return one part for each way of paying, in the order in which tenders stand everywhere; none is 0."""
    sums: dict[tuple[Tender, InstrumentKind | None], int] = {}
    for part in found:
        way = part.tender, part.instrument_kind
        sums[way] = sums.get(way, 0) + part.amount_paise
    order = list(TENDERS)
    ways = sorted(sums, key=lambda way: (order.index(way[0]), way[1] or ""))
    return tuple(PaidPart(*way, sums[way]) for way in ways if sums[way])
