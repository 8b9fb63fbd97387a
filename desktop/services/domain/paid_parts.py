"""What was paid by what: the parts of a sale by tender, which add up to what was paid for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from db.states import InstrumentKind, Tender
from desktop.services.domain.tenders import TENDERS


@dataclass(frozen=True, slots=True)
class PaidPart:
    """What one tender gave; through the gateway, by one of its instruments.

    `account`: of the house, to which it went. In cash `rounding_paise` more may have been handed over for
    it, or less.
    """

    tender: Tender
    instrument_kind: InstrumentKind | None
    amount_paise: int
    rounding_paise: int = 0
    account: str = ""

    @property
    def taken_paise(self) -> int:
        """What changed hands."""
        return self.amount_paise + self.rounding_paise


def paid_parts(found: Iterable[PaidPart]) -> tuple[PaidPart, ...]:
    """Return one part for each way of paying, in the order in which tenders stand everywhere; none is 0."""
    sums: dict[tuple[Tender, InstrumentKind | None, str], tuple[int, int]] = {}
    for part in found:
        way = part.tender, part.instrument_kind, part.account
        paise, rounding = sums.get(way, (0, 0))
        sums[way] = paise + part.amount_paise, rounding + part.rounding_paise
    order = list(TENDERS)
    ways = sorted(sums, key=lambda way: (order.index(way[0]), way[1] or "", way[2]))
    return tuple(PaidPart(*way[:2], *sums[way], way[2]) for way in ways if sums[way][0])
