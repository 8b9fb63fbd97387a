"""The sentences of the cancellation window, made from its view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.states import BookingState, InstrumentKind, Tender
from desktop.ui.cancellation.cancellation_view import CancelStage, CancelView, LegView, When
from desktop.ui.formats import amount, moment_text, per_cent
from desktop.ui.lifecycle_words import booking_word
from desktop.ui.tender_words import tender_words

if TYPE_CHECKING:
    from desktop.services.domain.booking import Booking
    from desktop.services.domain.cancellation import PolicyTier

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
    parts = [_tier_text(tier) for tier in tiers if tier.refund_bp > 0]
    if not parts:
        return translate("Cancellation", "nothing comes back")
    return ", ".join(parts)


def _tier_text(tier: PolicyTier) -> str:
    rate = per_cent(tier.refund_bp)
    if tier.hours_before == 0:
        return translate("Cancellation", "{rate} until the start").format(rate=rate)
    days, hours = divmod(tier.hours_before, 24)
    if hours or days < 2:
        return translate("Cancellation", "{rate} until {hours} h before the start").format(
            rate=rate, hours=tier.hours_before
        )
    return translate("Cancellation", "{rate} until {days} days before the start").format(rate=rate, days=days)


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
    return tender_words(leg.back_to).back


def when_text(when: When) -> str:
    """Return when the customer has the money."""
    return {
        When.NOW: translate("Cancellation", "now"),
        When.DAYS: translate("Cancellation", "5–7 days"),
        When.NEVER: "",
    }[when]


def kept_text(view: CancelView) -> str:
    """Return the taxes that are part of what is kept."""
    if not view.kept_paise:
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
    if view.refund_paise == 0:
        return translate("Cancellation", "Cancel, nothing goes back")
    return translate("Cancellation", "Cancel and give back {amount}").format(amount=amount(view.refund_paise))


def stage_text(stage: CancelStage) -> str:
    """Return why a booking can't be cancelled, or nothing."""
    return {
        CancelStage.READY: "",
        CancelStage.PAYING: translate(
            "Cancellation", "A payment for it is still open. Check it or stop it first, then cancel."
        ),
        CancelStage.ALREADY: translate("Cancellation", "It is already cancelled. Nothing was changed."),
        CancelStage.TOO_LATE: translate(
            "Cancellation", "It is neither held nor confirmed, so there is nothing to cancel."
        ),
    }[stage]
