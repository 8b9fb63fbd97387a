"""The sentences of the cancellation window, made from its view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.states import BookingState, InstrumentKind, Tender
from desktop.ui.cancellation.cancellation_view import CancelStage, CancelView, LegView, When
from desktop.ui.formats import amount, moment_text
from desktop.ui.lifecycle_words import booking_word
from desktop.ui.line_words import tier_text
from desktop.ui.tender_words import tender_words

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.domain.booking import Booking
    from desktop.services.domain.cancellation import PolicyTier
    from desktop.ui.cancellation.line_rows import Choice

translate = QCoreApplication.translate


def usual_reasons() -> tuple[str, ...]:
    """Return the reasons that one key chooses, in the order of the keys 1 to 5."""
    return (
        translate("Cancellation", "Plans changed"),
        translate("Cancellation", "Booked by mistake"),
        translate("Cancellation", "Wrong date or unit"),
        translate("Cancellation", "Illness or emergency"),
        translate("Cancellation", "Fault of the house"),
    )


def state_line(booking: Booking, time_zone: str) -> str:
    """Return the booking's state and since when."""
    since = {
        BookingState.HELD: booking.reserved_at,
        BookingState.CONFIRMED: booking.confirmed_at,
        BookingState.CANCELLED: booking.cancelled_at,
    }.get(booking.state)
    word = booking_word(booking.state, was_released=booking.was_released)
    return f"{word} {moment_text(since, time_zone)}" if since else word


def policy_text(tiers: tuple[PolicyTier, ...]) -> str:
    """Return a policy in one line, the most generous part first."""
    parts = [tier_text(tier) for tier in tiers if tier.refund_bp > 0]
    if not parts:
        return translate("Cancellation", "nothing comes back")
    return ", ".join(parts)


def where_text(leg: LegView) -> str:
    """Return where a leg's money goes."""
    if leg.when is When.NEVER:
        return translate("Cancellation", "nothing back")
    if leg.back_to is Tender.RAZORPAY:
        known: dict[InstrumentKind | None, str] = {
            InstrumentKind.QR: translate("Cancellation", "same UPI account"),
            InstrumentKind.CARD_LINK: translate("Cancellation", "same card or account"),
        }
        return known.get(leg.instrument_kind, tender_words(leg.back_to).back)
    where = tender_words(leg.back_to).back
    if leg.in_hand_paise == leg.back_paise:
        return where
    return translate("Cancellation", "{where}, rounded to {amount}").format(
        where=where, amount=amount(leg.in_hand_paise)
    )


def when_text(when: When) -> str:
    """Return when the customer has the money."""
    return {
        When.NOW: translate("Cancellation", "now"),
        When.DAYS: translate("Cancellation", "5–7 days"),
        When.NEVER: "",
    }[when]


def kept_text(view: CancelView) -> str:
    """Return the taxes that are part of what is kept."""
    if not view.kept_paise or not view.kept_tax_paise:
        return ""
    return translate("Cancellation", "of it taxes {taxes}").format(taxes=amount(view.kept_tax_paise))


def drawer_text(view: CancelView) -> str:
    """Return what the cancellation does to this drawer."""
    if not view.drawer_paise:
        return translate("Cancellation", "Nothing leaves this drawer.")
    return translate("Cancellation", "{cash} in cash leaves this drawer.").format(
        cash=amount(view.drawer_paise)
    )


def cancel_label(view: CancelView) -> str:
    """Return what the primary button says."""
    if view.stage is not CancelStage.READY:
        return translate("Cancellation", "Back")
    back = amount(view.given_paise)
    if view.is_void:
        return translate("Cancellation", "Void the sale and give back {amount}").format(amount=back)
    if view.is_after_use:
        return translate("Cancellation", "Give back {amount} after use").format(amount=back)
    if not view.is_part:
        if view.given_paise == 0:
            return translate("Cancellation", "Cancel, nothing goes back")
        return translate("Cancellation", "Cancel and give back {amount}").format(amount=back)
    text = (
        translate("Cancellation", "Cancel {count} of {all} and give back {amount}")
        if view.given_paise
        else translate("Cancellation", "Cancel {count} of {all}, nothing goes back")
    )
    return text.format(count=view.ending_count, all=view.live_count, amount=back)


def choice_text(choice: Choice, booking: Booking) -> str:
    """Return what stands above the lines: what ends, by which keys that is changed."""
    if booking.state is BookingState.HELD:
        return translate("Cancellation", "A hold ends as a whole.")
    if choice.is_void:
        return translate("Cancellation", "The whole sale is voided. V: back to cancelling by its policy.")
    count = translate("Cancellation", "{count} of {all} chosen").format(
        count=len(choice.numbers), all=len(booking.live_lines)
    )
    keys = [translate("Cancellation", "Space one   A all or none   F waive the fee")]
    if len({line.stay for line in booking.lines}) < len(booking.lines):
        keys.append(translate("Cancellation", "→ nights of a stay"))
    return "   ".join((count, *keys))


def beyond_text(view: CancelView) -> str:
    """Return how much of it is more than the rules give."""
    return translate("Cancellation", "{amount} of it is more than the policy gives.").format(
        amount=amount(view.beyond_paise)
    )


def outside_text() -> str:
    """Return how a sale is voided all the same."""
    return translate("Cancellation", "V once more asks for a manager's yes to void it all the same.")


def void_text(booking: Booking, now: datetime) -> str:
    """Return why all of a sale comes back that is voided."""
    sold_at = booking.confirmed_at or now
    minutes = int((now - sold_at).total_seconds()) // 60
    return translate(
        "Cancellation",
        "Sold {minutes} min ago by mistake: all of it comes back, and it counts as voided.",
    ).format(minutes=minutes)


def step_word(view: CancelView | None, *, is_done: bool) -> str:
    """Return what the page's main key does, for the line of keys; nothing where it cancels."""
    if view is None:
        return translate("Cancellation", "open")
    if is_done:
        return translate("Cancellation", "go on")
    return "" if view.stage is CancelStage.READY else translate("Cancellation", "back")


def stage_text(stage: CancelStage) -> str:
    """Return why a booking can't be cancelled, or nothing."""
    return {
        CancelStage.READY: "",
        CancelStage.PAYING: translate(
            "Cancellation", "A payment for it is still open. Check it or stop it first, then cancel."
        ),
        CancelStage.ALREADY: translate("Cancellation", "It is already cancelled. Nothing was changed."),
        CancelStage.TOO_LATE: translate(
            "Cancellation",
            "It is over or was used, so there is nothing left to cancel. F gives something back all the same,"
            " with a manager's yes.",
        ),
    }[stage]
