"""Which table each paper belongs into: 4, 5, 7, 8, 9 and 12 of the return."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from db.ids import DocumentId
from db.states import BuyerKind, DocumentKind
from desktop.services.domain.counted_paper import CountedLine, CountedPaper, Sums
from desktop.services.domain.paper import PaperWord
from desktop.services.domain.tax_return import (
    CodeRow,
    ExemptRow,
    InvoiceRow,
    InvoiceType,
    NoteType,
    PlaceRow,
    RateSums,
)

TYPES: Mapping[BuyerKind | None, InvoiceType] = {
    BuyerKind.SEZ: InvoiceType.ZONE_WITH_TAX,
    BuyerKind.SEZ_UNDER_LUT: InvoiceType.ZONE_UNDER_LUT,
}
NOTES = {DocumentKind.CREDIT_NOTE: NoteType.CREDIT, DocumentKind.DEBIT_NOTE: NoteType.DEBIT}


def place_of(paper: CountedPaper) -> str:
    """Return the State of its supply.

    Where it was not told it is the buyer's of a registered one in another State, else the seller's own.
    """
    return paper.place or (paper.buyer_gstin[:2] if paper.is_inter_state else paper.state)


def is_large(paper: CountedPaper, over_paise: int) -> bool:
    """Whether an invoice to who is not registered stands by itself, in Table 5."""
    taxed = bool(paper.taxed)
    is_over = paper.sums.total_paise > over_paise
    return taxed and not paper.buyer_gstin and paper.is_inter_state and is_over


@dataclass
class SortedSupplies:
    """The tables while they are being filled. `large`: the invoices of Table 5, of whatever month."""

    over_paise: int
    large: Collection[DocumentId]
    b2b: list[InvoiceRow] = field(default_factory=list)
    b2cl: list[InvoiceRow] = field(default_factory=list)
    cdnr: list[InvoiceRow] = field(default_factory=list)
    cdnur: list[InvoiceRow] = field(default_factory=list)
    places: dict[tuple[bool, str, int], Sums] = field(default_factory=lambda: defaultdict(Sums))
    untaxed: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    codes_b2b: dict[tuple[str, int], tuple[str, Sums]] = field(default_factory=dict)
    codes_b2c: dict[tuple[str, int], tuple[str, Sums]] = field(default_factory=dict)

    def add(self, paper: CountedPaper, sac_digits: int) -> None:
        """Put a paper where it belongs; what belongs nowhere is passed over."""
        note = NOTES.get(paper.kind)
        if not (paper.is_invoice or paper.is_exempt_bill or paper.takes_back_bill or note):
            return
        sign = -1 if note is NoteType.CREDIT or paper.takes_back_bill else 1
        if paper.taxed:
            self._add_taxed(paper, note, sign)
        for line in paper.lines:
            if line.is_exempt:
                self.untaxed[_untaxed_type(paper)] += sign * line.sums.value_paise
            self._add_code(paper, line, sign, sac_digits)

    def _add_taxed(self, paper: CountedPaper, note: NoteType | None, sign: int) -> None:
        if paper.buyer_gstin:
            (self.cdnr if note else self.b2b).append(_row(paper, note))
        elif note and any(one in self.large for one, _ in paper.answers):
            self.cdnur.append(_row(paper, note))
        elif not note and is_large(paper, self.over_paise):
            self.b2cl.append(_row(paper, None))
        else:
            for line in paper.taxed:
                key = (paper.is_inter_state, place_of(paper), line.rate_bp)
                self.places[key] += line.sums if sign > 0 else -line.sums

    def _add_code(self, paper: CountedPaper, line: CountedLine, sign: int, digits: int) -> None:
        codes = self.codes_b2b if paper.buyer_gstin else self.codes_b2c
        add_code(codes, line, line.sums if sign > 0 else -line.sums, digits)

    def b2cs_rows(self) -> tuple[PlaceRow, ...]:
        """Return Table 7."""
        return place_rows(self.places)

    def exempt_rows(self) -> tuple[ExemptRow, ...]:
        """Return Table 8."""
        return tuple(ExemptRow(type_, paise) for type_, paise in sorted(self.untaxed.items()) if paise)


def add_code(
    codes: dict[tuple[str, int], tuple[str, Sums]], line: CountedLine, sums: Sums, digits: int
) -> None:
    """Count a line in Table 12, under its service code as far as the registration prints it."""
    key = (line.sac[:digits], 0 if line.is_exempt else line.rate_bp)
    title, had = codes.get(key, (line.tax_class.replace("_", " "), Sums()))
    codes[key] = (title, had + sums)


def code_rows(codes: Mapping[tuple[str, int], tuple[str, Sums]]) -> tuple[CodeRow, ...]:
    """Return Table 12 in order."""
    return tuple(
        CodeRow(sac, title, rate_bp, sums) for (sac, rate_bp), (title, sums) in sorted(codes.items()) if sums
    )


def place_rows(places: Mapping[tuple[bool, str, int], Sums]) -> tuple[PlaceRow, ...]:
    """Return rows by place and rate in order, without those in which nothing is left."""
    return tuple(PlaceRow(*key, sums) for key, sums in sorted(places.items()) if sums)


def by_rate(lines: Iterable[CountedLine]) -> tuple[RateSums, ...]:
    """Return what each rate has, the lowest first."""
    rates: dict[int, Sums] = defaultdict(Sums)
    for line in lines:
        rates[line.rate_bp] += line.sums
    return tuple(RateSums(rate_bp, sums) for rate_bp, sums in sorted(rates.items()))


def _row(paper: CountedPaper, note: NoteType | None) -> InvoiceRow:
    return InvoiceRow(
        gstin=paper.buyer_gstin,
        number=paper.number,
        issued_on=paper.issued_on,
        printed_paise=paper.printed_paise,
        place=place_of(paper),
        type=TYPES.get(paper.buyer_kind, InvoiceType.REGULAR),
        rates=by_rate(paper.taxed),
        note=note,
        waits_for_irn=PaperWord.WAITING_FOR_IRN in paper.words,
    )


def _untaxed_type(paper: CountedPaper) -> str:
    where = "INTR" if paper.is_inter_state else "INTRA"
    return where + ("B2B" if paper.buyer_gstin else "B2C")
