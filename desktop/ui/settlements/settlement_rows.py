"""What the page of settlements shows, as values; and the same as lines of CSV."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.day_sheet.sheet_file import plain_text, rupees
from desktop.ui import formats
from desktop.ui.settlement_words import type_word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from db.ids import BookingId
    from desktop.services.domain.settlements import (
        Owed,
        OwedAge,
        Settlement,
        SettlementItem,
        SettlementsRead,
        SettlementsSeen,
    )

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A row of the right table; `booking_id`: what Enter opens."""

    texts: tuple[str, ...]
    booking_id: BookingId | None = None


def payout_texts(one: Settlement, time_zone: str) -> tuple[str, ...]:
    """Return when, UTR, rows, payments, refunds, fee with tax, other, and what the bank got."""
    return (
        formats.day_and_year(formats.local_day(one.settled_at, time_zone)),
        one.utr or translate("Settlements", "no UTR"),
        str(one.rows_count),
        formats.amount(one.payments_paise),
        formats.amount(-one.refunds_paise),
        formats.amount(-one.fee_paise),
        formats.amount(one.other_paise),
        formats.amount(one.bank_paise),
    )


def item_row(one: SettlementItem) -> ItemRow:
    """Return a row of a payout."""
    what = type_word(one.entity_type)
    if not one.is_ours:
        what = translate("Settlements", "▲ {what}, not ours").format(what=what)
    amounts = (one.amount_paise, -one.fee_paise, one.bank_paise)
    name = one.reference or one.description or one.entity_id
    return ItemRow((what, name, *(formats.amount(paise) for paise in amounts)), one.booking_id)


def owed_row(one: Owed, time_zone: str) -> ItemRow:
    """Return money that the gateway owes."""
    since = formats.moment_text(one.since, time_zone)
    what = translate("Settlements", "owed since {moment}").format(moment=since)
    name = one.reference or one.gateway_payment_id
    return ItemRow((what, name, formats.amount(one.amount_paise), "", ""), one.booking_id)


def owed_text(seen: SettlementsSeen) -> str:
    """Return what the gateway owes, by its age, and what is taken off it."""
    words = translate("Settlements", "The gateway owes {amount}")
    said = [words.format(amount=formats.rupees(seen.owed_paise))]
    said += [age_text(age) for age in seen.ages if age.count]
    if seen.others_paise:
        words = translate("Settlements", "refunds and differences {amount}")
        said.append(words.format(amount=formats.amount(seen.others_paise)))
    return "   ·   ".join(said)


def age_text(age: OwedAge) -> str:
    """Return what is owed for so long."""
    if age.days_max is None:
        words = translate("Settlements", "▲ longer: {amount} ({count})")
    else:
        words = translate("Settlements", "up to {days} days: {amount} ({count})")
    return words.format(days=age.days_max, count=age.count, amount=formats.amount(age.paise))


def until_text(seen: SettlementsSeen) -> str:
    """Return up to which day the report was read."""
    if seen.read_until is None:
        return translate("Settlements", "No day has been read yet.")
    words = translate("Settlements", "Read up to {day}.")
    return words.format(day=formats.day_and_year(seen.read_until))


def read_text(brought: SettlementsRead) -> str:
    """Return what asking the gateway has brought."""
    words = translate("Settlements", "{rows} new rows, {amount} to the bank, {cases} to look at.")
    return words.format(rows=brought.rows, amount=formats.rupees(brought.paise), cases=brought.cases)


HEADER = (
    *("settled_at", "settlement", "utr", "rows", "payments", "refunds", "fee_with_tax", "tax", "other"),
    "bank",
)


def csv_of(settlements: tuple[Settlement, ...]) -> Iterator[str]:
    """Yield the header and one line a payout, each ending in CR LF. Amounts are rupees."""
    yield ",".join(HEADER) + "\r\n"
    for one in settlements:
        amounts = (one.payments_paise, one.refunds_paise, one.fee_paise, one.tax_paise, one.other_paise)
        words = (_moment(one.settled_at), _quoted(one.id), _quoted(one.utr), str(one.rows_count))
        yield ",".join((*words, *(rupees(paise) for paise in (*amounts, one.bank_paise)))) + "\r\n"


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _quoted(text: str) -> str:
    return '"' + plain_text(text).replace('"', '""') + '"'
