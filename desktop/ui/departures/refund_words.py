"""The sentences of the page that gives back a cancelled departure's money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.states import BookingState
from desktop.ui import formats
from desktop.ui.lifecycle_words import booking_word
from desktop.ui.tender_words import tender_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.domain.departures import DepartureRefund, DepartureRefunded

translate = QCoreApplication.translate


def heading_text(name: str, day: str, reason: str) -> str:
    """Return what does not take place, and why."""
    return translate("Departures", "{name} on {day} does not take place: {reason}").format(
        name=name, day=day, reason=reason
    )


def advice_text(rows: Sequence[DepartureRefund]) -> str:
    """Return how many are hit, what goes back in all, and what of it leaves this drawer."""
    if not rows:
        return translate("Departures", "Nobody has a booking for it any more.")
    now = ready(rows)
    paise = sum(row.plan.given_paise for row in now)
    drawer = sum(row.plan.drawer_paise for row in now)
    one = translate("Departures", "1 booking is hit; {amount} goes back.")
    many = translate("Departures", "{count} bookings are hit; {amount} goes back in all.")
    text = (one if len(rows) == 1 else many).format(count=len(rows), amount=formats.rupees(paise))
    if drawer:
        out = translate("Departures", "{amount} of it in cash out of this drawer.")
        text += " " + out.format(amount=formats.rupees(drawer))
    if waiting := len(rows) - len(now):
        wait_one = translate("Departures", "1 waits until its payment has ended.")
        wait_many = translate("Departures", "{count} wait until their payments have ended.")
        text += " " + (wait_one if waiting == 1 else wait_many).format(count=waiting)
    return text


def primary_text(rows: Sequence[DepartureRefund]) -> str:
    """Return what the main key does, with its amount."""
    paise = sum(row.plan.given_paise for row in ready(rows))
    if not paise:
        return translate("Departures", "Release them all")
    return translate("Departures", "Give all {amount} back").format(amount=formats.amount(paise))


def ready(rows: Sequence[DepartureRefund]) -> tuple[DepartureRefund, ...]:
    """Return the bookings for which no money is under way."""
    return tuple(row for row in rows if not row.is_paying)


def state_text(row: DepartureRefund) -> str:
    """Return how a booking stands, in its shape and word."""
    if row.is_paying:
        return translate("Departures", "◷ a payment is under way")
    return booking_word(row.state)


def what_text(row: DepartureRefund) -> str:
    """Return what happens to a booking: the ways of its money, or what a hold goes on without."""
    if row.taken_out:
        return translate("Departures", "the hold goes on without it")
    if not row.plan.refund_paise:
        held = row.state is BookingState.HELD
        free = translate("Departures", "the hold is released")
        return free if held else translate("Departures", "nothing was paid for it")
    ways = dict.fromkeys(tender_words(leg.back_to).back for leg in row.plan.legs)
    return ", ".join(ways)


def done_text(done: DepartureRefunded) -> str:
    """Return what has been given back."""
    one = translate("Departures", "1 booking is done; {amount} went back.")
    many = translate("Departures", "{count} bookings are done; {amount} went back.")
    text = one if done.done_count == 1 else many
    return text.format(count=done.done_count, amount=formats.rupees(done.refund_paise))


def failed_text(done: DepartureRefunded) -> str:
    """Return which bookings have changed meanwhile and are still to be done."""
    return translate(
        "Departures",
        "{names}: changed since it was listed. Look at the list and give back again.",
    ).format(names=", ".join(done.failed))


def progress_text(done: int, count: int) -> str:
    """Return how far it is."""
    return translate("Departures", "{done} of {count} done").format(done=done, count=count)
