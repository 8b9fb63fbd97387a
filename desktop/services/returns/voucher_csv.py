"""A day's vouchers as CSV: voucher by voucher, and as one that holds the whole day."""

from collections import Counter
from collections.abc import Iterator

from desktop.services.domain.cells import Row, csv_text
from desktop.services.domain.voucher import DayVouchers
from desktop.services.returns.return_json import rupees


def vouchers_csv(day: DayVouchers) -> str:
    """Return a line for each ledger of each voucher."""
    return csv_text(_each(day))


def day_csv(day: DayVouchers) -> str:
    """Return one balanced voucher: each ledger with all that was debited and credited that day."""
    return csv_text(_whole(day))


def _each(day: DayVouchers) -> Iterator[Row]:
    yield ("date", "type", "number", "papers", "ledger", "group", "debit", "credit", "narration", "id")
    for one in day.vouchers:
        for line in one.lines:
            ledger = day.ledgers[line.ledger]
            debit, credit = rupees(max(line.amount_paise, 0)), rupees(max(-line.amount_paise, 0))
            head = (one.day, one.type, one.number, " ".join(one.papers), ledger.name, ledger.group)
            yield (*head, debit, credit, one.narration, one.id)


def _whole(day: DayVouchers) -> Iterator[Row]:
    debits, credits_ = Counter[str](), Counter[str]()
    for one in day.vouchers:
        for line in one.lines:
            (debits if line.amount_paise > 0 else credits_)[line.ledger] += abs(line.amount_paise)
    yield ("date", "ledger", "group", "debit", "credit")
    for key, ledger in sorted(day.ledgers.items(), key=lambda item: item[1].name):
        yield (day.day, ledger.name, ledger.group, rupees(debits[key]), rupees(credits_[key]))
    yield (day.day, "", "", rupees(debits.total()), rupees(credits_.total()))
