"""Vouchers as an accountant's program takes them. Amounts in paise, positive: debit; each adds up to zero."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class VoucherType(StrEnum):
    """What Tally calls it."""

    SALES = "Sales"
    CREDIT_NOTE = "Credit Note"
    RECEIPT = "Receipt"
    PAYMENT = "Payment"
    CONTRA = "Contra"
    JOURNAL = "Journal"


@dataclass(frozen=True, slots=True)
class VoucherLine:
    """What a ledger is debited (positive) or credited. `ledger` is what it is here, not what it is called."""

    ledger: str
    amount_paise: int


@dataclass(frozen=True, slots=True)
class Voucher:
    """One voucher. `id` is the same whenever it is written; `papers` are the numbers that tell of it."""

    id: str
    type: VoucherType
    day: date
    number: str
    papers: tuple[str, ...]
    narration: str
    lines: tuple[VoucherLine, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger: what it is here, what it is called there, and the group in which it stands there."""

    key: str
    name: str
    group: str
    # Of a levy: what Tally calls it.
    duty: str = ""


@dataclass(frozen=True, slots=True)
class DayVouchers:
    """All vouchers of a day, with the ledgers that they use, by what those are here."""

    day: date
    vouchers: tuple[Voucher, ...]
    ledgers: dict[str, Ledger]
    company: str

    @property
    def debit_paise(self) -> int:
        """All that was debited; as much was credited."""
        return sum(line.amount_paise for one in self.vouchers for line in one.lines if line.amount_paise > 0)
