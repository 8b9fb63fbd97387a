"""What is told of money that moved while the clerk looked elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.ids import BookingId, CaseId, PaymentId
from db.states import BookingState, CaseKind, InstrumentKind, PaymentState, Tender
from desktop.ui.cases.case_view import CaseGroup, entries_of
from desktop.ui.formats import rupees

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.services.domain.booking import Booking
    from desktop.services.domain.review import OpenCase

translate = QCoreApplication.translate


class About(StrEnum):
    """What a notice leads to."""

    BOOKING = "booking"
    CASE = "case"
    STOCK = "stock"
    SCAN = "scan"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class MoneyNotice:
    """`key` is the payment's or the (first) case's id, `how` the instrument's or the case's kind.

    `name`: the customer's, where there is one; `count`: of so many cases at once.
    """

    about: About
    key: PaymentId | CaseId
    booking_id: BookingId
    reference: str
    amount_paise: int
    how: InstrumentKind | CaseKind | None
    name: str = ""
    count: int = 1


def notice_of_payment(booking: Booking) -> MoneyNotice | None:
    """Return the notice of a booking that the gateway's money has confirmed; None for any other."""
    came = [
        payment
        for payment in booking.payments
        if payment.tender is Tender.RAZORPAY and payment.state is PaymentState.CAPTURED
    ]
    if booking.state is not BookingState.CONFIRMED or not came:
        return None
    last = came[-1]
    return MoneyNotice(
        About.BOOKING, last.id, booking.id, booking.reference, last.amount_paise, last.instrument_kind
    )


def notices_of_cases(cases: Iterable[OpenCase]) -> list[MoneyNotice]:
    """Return the notices of money that waits for a decision: one for all of a group on their page."""
    found = []
    for row in entries_of(tuple(cases), frozenset()):
        first, count = (row.cases[0], len(row.cases)) if isinstance(row, CaseGroup) else (row, 1)
        reference, name = first.booking_reference or "", first.customer_name
        found.append(
            MoneyNotice(
                About.CASE, first.id, BookingId(""), reference, row.amount_paise, first.kind, name, count
            )
        )
    return found


def notice_text(notice: MoneyNotice) -> str:
    """Return the sentence of a notice: whose, how much, how it came, and what became of it."""
    amount = rupees(notice.amount_paise)
    if isinstance(notice.how, CaseKind):
        from desktop.ui.cases.case_words import kind_text

        if notice.count > 1:
            waits = translate(
                "MoneyNotice", "{count} payments of nobody we know: {money}. They wait for a decision."
            )
            return waits.format(count=notice.count, money=amount)
        parts = [part for part in (notice.reference, notice.name, amount) if part]
        waits = translate("MoneyNotice", "{what}: {money}. It waits for a decision.")
        return waits.format(what=kind_text(notice.how), money=", ".join(parts))
    by_card = translate("MoneyNotice", "{reference}: {amount} by card or netbanking came in, confirmed.")
    by_link = translate("MoneyNotice", "{reference}: {amount} by link came in, confirmed.")
    by_upi = translate("MoneyNotice", "{reference}: {amount} by UPI came in, confirmed.")
    sentences: dict[InstrumentKind | None, str] = {
        InstrumentKind.LINK: by_link,
        InstrumentKind.CARD_LINK: by_card,
    }
    sentence = sentences.get(notice.how, by_upi)
    return sentence.format(reference=notice.reference, amount=amount)
