"""The kinds of papers: one table of what sets each apart.

Titles and rules are those of the CGST Rules 2017: tax invoice rule 46, ticket rule 54(4), bill of supply
rule 49, invoice-cum-bill of supply rule 46A, receipt voucher rule 50, refund voucher rule 51, credit and
debit note rule 53(1A). A paper without a rule is the house's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from db.states import DocumentKind

NUMBER_LENGTH_MAX = 16
"""Rules 46 and 50: at most so many characters."""
NUMBERS_A_YEAR_MAX = 999_999
FIRST_FINANCIAL_YEAR = 2122
"""Series of before were numbered by calendar years, which are all lower until 2099."""


class Part(StrEnum):
    """A part of a paper that only some kinds have: section 3 of the law's table of fields."""

    # The buyer's address and State are asked for by the value too, not only of a registered buyer.
    ADDRESS_BY_VALUE = "address_by_value"
    ADDRESS_ALWAYS = "address_always"
    SAC = "sac"
    LEVIES = "levies"
    ADVANCE = "advance"
    ANSWERED = "answered"
    REVERSE_CHARGE = "reverse_charge"
    SIGNATURE = "signature"
    # Original for the recipient and duplicate for the supplier.
    COPY_MARK = "copy_mark"
    PLACE_OF_SUPPLY = "place_of_supply"
    TENDERS = "tenders"
    POLICY = "policy"


@dataclass(frozen=True, slots=True)
class KindOfDocument:
    """What sets a kind of paper apart.

    `letter` stands in its numbers. `table_13` is its number in the return's list of documents, None for the
    house's own papers. `answers`: the kinds that it answers by number.
    """

    letter: str
    title: str
    rule: str = ""
    table_13: int | None = None
    parts: frozenset[Part] = frozenset()
    answers: tuple[DocumentKind, ...] = ()

    @property
    def is_tax_paper(self) -> bool:
        """Whether the law asks for it."""
        return bool(self.rule)


def _parts(*parts: Part) -> frozenset[Part]:
    return frozenset(parts)


_K, _P = DocumentKind, Part
_INVOICE = _parts(
    _P.ADDRESS_BY_VALUE,
    _P.SAC,
    _P.LEVIES,
    _P.REVERSE_CHARGE,
    _P.SIGNATURE,
    _P.COPY_MARK,
    _P.PLACE_OF_SUPPLY,
    _P.TENDERS,
    _P.POLICY,
)
INVOICES = (_K.TAX_INVOICE, _K.TICKET_INVOICE, _K.INVOICE_CUM_BILL, _K.CONSOLIDATED_INVOICE)
"""What carries the tax of a supply."""
BILLS = (*INVOICES, _K.BILL_OF_SUPPLY, _K.RECEIPT)
"""What is given for a supply, with tax or without."""
ADVANCES = (_K.RECEIPT_VOUCHER, _K.DEPOSIT_RECEIPT)
NOTES = (_K.CREDIT_NOTE, _K.DEBIT_NOTE, _K.FINANCIAL_NOTE)
E_INVOICED = (_K.TAX_INVOICE, _K.CREDIT_NOTE, _K.DEBIT_NOTE)
"""What needs the portal's number where it goes to a registered buyer; tickets of carriers need none."""
BACK = (_K.REFUND_VOUCHER, _K.CREDIT_NOTE, _K.FINANCIAL_NOTE, _K.REFUND_RECEIPT)
"""What tells that money goes back."""

KINDS: Mapping[DocumentKind, KindOfDocument] = {
    _K.TAX_INVOICE: KindOfDocument("I", "Tax invoice", "46", 1, _INVOICE, (_K.RECEIPT_VOUCHER,)),
    _K.TICKET_INVOICE: KindOfDocument(
        "T",
        "Ticket / tax invoice",
        "54(4)",
        1,
        _INVOICE - _parts(_P.ADDRESS_BY_VALUE, _P.SIGNATURE, _P.COPY_MARK),
        (_K.RECEIPT_VOUCHER,),
    ),
    _K.BILL_OF_SUPPLY: KindOfDocument(
        "B",
        "Bill of supply",
        "49",
        1,
        _parts(_P.SAC, _P.SIGNATURE, _P.COPY_MARK, _P.TENDERS, _P.POLICY),
        (_K.DEPOSIT_RECEIPT,),
    ),
    _K.INVOICE_CUM_BILL: KindOfDocument(
        "K", "Invoice-cum-bill of supply", "46A", 1, _INVOICE, (_K.RECEIPT_VOUCHER, _K.DEPOSIT_RECEIPT)
    ),
    _K.CONSOLIDATED_INVOICE: KindOfDocument(
        "L", "Tax invoice", "46", 1, _INVOICE - _parts(_P.ADDRESS_BY_VALUE, _P.TENDERS, _P.POLICY)
    ),
    _K.RECEIPT_VOUCHER: KindOfDocument(
        "R",
        "Receipt voucher",
        "50",
        6,
        _parts(
            _P.ADVANCE,
            _P.LEVIES,
            _P.REVERSE_CHARGE,
            _P.SIGNATURE,
            _P.PLACE_OF_SUPPLY,
            _P.TENDERS,
            _P.POLICY,
        ),
    ),
    _K.REFUND_VOUCHER: KindOfDocument(
        "F",
        "Refund voucher",
        "51",
        8,
        _parts(_P.ADVANCE, _P.LEVIES, _P.ANSWERED, _P.REVERSE_CHARGE, _P.SIGNATURE, _P.TENDERS),
        (_K.RECEIPT_VOUCHER,),
    ),
    _K.CREDIT_NOTE: KindOfDocument(
        "C",
        "Credit note",
        "53(1A)",
        5,
        _parts(
            _P.ADDRESS_ALWAYS, _P.LEVIES, _P.ANSWERED, _P.REVERSE_CHARGE, _P.SIGNATURE, _P.TENDERS, _P.SAC
        ),
        INVOICES,
    ),
    _K.DEBIT_NOTE: KindOfDocument(
        "D",
        "Debit note",
        "53(1A)",
        4,
        _parts(
            _P.ADDRESS_ALWAYS, _P.LEVIES, _P.ANSWERED, _P.REVERSE_CHARGE, _P.SIGNATURE, _P.TENDERS, _P.SAC
        ),
        INVOICES,
    ),
    _K.FINANCIAL_NOTE: KindOfDocument("G", "Financial note", answers=INVOICES, parts=_parts(_P.ANSWERED)),
    _K.RECEIPT: KindOfDocument(
        "H", "Receipt", parts=_parts(_P.TENDERS, _P.POLICY), answers=(_K.DEPOSIT_RECEIPT,)
    ),
    _K.DEPOSIT_RECEIPT: KindOfDocument(
        "E", "Receipt for a deposit", parts=_parts(_P.ADVANCE, _P.TENDERS, _P.POLICY)
    ),
    _K.REFUND_RECEIPT: KindOfDocument(
        "N",
        "Receipt for a refund",
        parts=_parts(_P.ANSWERED, _P.TENDERS),
        answers=(_K.RECEIPT, _K.DEPOSIT_RECEIPT, _K.BILL_OF_SUPPLY, _K.MONEY_RECEIPT),
    ),
    _K.TICKET: KindOfDocument("S", "Ticket", parts=_parts(_P.POLICY)),
    _K.PAYMENT_SLIP: KindOfDocument("P", "Payment slip", parts=_parts(_P.TENDERS)),
    _K.REFUND_SLIP: KindOfDocument("X", "Refund slip", parts=_parts(_P.TENDERS)),
    _K.MONEY_RECEIPT: KindOfDocument("M", "Money receipt", parts=_parts(_P.TENDERS)),
    _K.Z_SLIP: KindOfDocument("Z", "Z slip"),
}
OLD_LETTERS = {
    _K.RECEIPT: "R",
    _K.REFUND_VOUCHER: "V",
    _K.TICKET: "T",
    _K.Z_SLIP: "Z",
    _K.DEPOSIT_RECEIPT: "D",
}


def series_of(kind: DocumentKind, registration: str) -> str:
    """Return what a series is called: the kind, and behind a colon the registration that has it."""
    return f"{kind}:{registration}" if registration else kind.value


def kind_of(series: str) -> DocumentKind:
    """Return the kind of a series."""
    return DocumentKind(series.partition(":")[0])


def number_begin(desk_code: str, kind: DocumentKind, year: int, digit: str = "") -> str:
    """Return what stands before the last six figures of each number of a series, such as D1-R-2627-.

    `year` is a financial year (2627), or the calendar year of a series of before. `digit` tells the series of
    further registrations apart. A long code of a desk takes the place of dashes. No two begin alike.
    """
    if year < FIRST_FINANCIAL_YEAR:
        return f"{desk_code}-{OLD_LETTERS.get(kind, KINDS[kind].letter)}-{year}-"
    letter = KINDS[kind].letter + digit
    room = NUMBER_LENGTH_MAX - len(f"{desk_code}{letter}{year}") - len(str(NUMBERS_A_YEAR_MAX))
    if room < 0:  # the tenth registration at a desk with a long code: the year's second half is left out
        return f"{desk_code}{letter}-{year // 100}"
    first, second, third = ("-" if room > place else "" for place in (2, 1, 0))
    return f"{desk_code}{first}{letter}{second}{year}{third}"


def number_of(desk_code: str, kind: DocumentKind, year: int, taken: int, digit: str = "") -> str:
    """Return a number as it stands on paper. Raises AssertionError beyond the last one of a year."""
    if taken > NUMBERS_A_YEAR_MAX:
        raise AssertionError(f"{desk_code} has used up the numbers of {kind} in {year}")
    return f"{number_begin(desk_code, kind, year, digit)}{taken:06d}"
