"""The sentence for every refusal: what happened and what to do about it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services import errors
from desktop.services.domain.payment_plan import GatewayCannotTake
from desktop.services.domain.promo import PromoReason, PromoRefused
from desktop.ui import formats, request_failures

if TYPE_CHECKING:
    from collections.abc import Callable

    Facts = dict[str, object]

translate = QCoreApplication.translate


def is_refusal(error: Exception) -> bool:
    """Whether a service refused for a reason that `explain` knows; anything else is a fault."""
    return isinstance(error, errors.DeskError | PromoRefused | GatewayCannotTake)


def explain(error: Exception) -> str:
    """Return one clear sentence or two: what happened, what to do. Never the exception's own text."""
    if isinstance(error, PromoRefused):
        return _promo_refused(error)
    if isinstance(error, GatewayCannotTake):
        return translate(
            "Failures", "The gateway takes no less than ₹1.00: take {amount} in cash or from the wallet."
        ).format(amount=formats.rupees(error.payable_paise))
    if isinstance(error, errors.BadRequest):
        return request_failures.explain_request(error.field, error.reason, error.facts)
    if isinstance(error, errors.DeskError):
        for kind in type(error).__mro__:
            if kind in _SENTENCES:
                return _SENTENCES[kind](error.facts)
    return translate(
        "Failures",
        "Something went wrong inside the program; the log has it. Nothing was half done: try again.",
    )


def _paise(facts: Facts, name: str) -> str:
    value = facts.get(name)
    return formats.rupees(value) if isinstance(value, int) else "?"


def _day(facts: Facts) -> str:
    value = facts.get("day")
    return formats.day(value) if isinstance(value, date) else str(value or "?")


def _text(facts: Facts, name: str) -> str:
    value = facts.get(name, "")
    return ", ".join(map(str, value)) if isinstance(value, list | tuple | set | frozenset) else str(value)


def _slot_taken(facts: Facts) -> str:
    names = _text(facts, "names")
    if not names:
        return translate("Failures", "Somebody else has just taken it. Choose another one.")
    return translate("Failures", "{names}: somebody else has just taken it. Choose another one.").format(
        names=names
    )


def _slot_stopped(facts: Facts) -> str:
    reason = _text(facts, "reason") or translate("Failures", "no reason given")
    return translate("Failures", "{name} is not sold on {day}: the manager stopped it ({reason}).").format(
        name=_text(facts, "name"), day=_day(facts), reason=reason
    )


def _departure_cancelled(facts: Facts) -> str:
    return translate("Failures", "{name} on {day} does not take place. Choose another day.").format(
        name=_text(facts, "name"), day=_day(facts)
    )


def _not_on_sale(facts: Facts) -> str:
    return translate("Failures", "{name} is not on sale on {day}. Choose another day.").format(
        name=_text(facts, "name"), day=_day(facts)
    )


def _quote_outdated(_facts: Facts) -> str:
    return translate(
        "Failures", "This price is older than ten minutes. Press F5 for a new one, then hold it."
    )


def _price_unknown(facts: Facts) -> str:
    return translate(
        "Failures", "No tax rule covers this {kind} on that day. The manager has to enter one first."
    ).format(kind=_text(facts, "kind"))


def _hold_expired(facts: Facts) -> str:
    return translate(
        "Failures", "The ten minutes of {reference} are over and its units are free again. Quote it anew."
    ).format(reference=_text(facts, "reference"))


def _wrong_state(facts: Facts) -> str:
    words = {
        "held": translate("Failures", "still held"),
        "part_paid": translate("Failures", "paid in part"),
        "confirmed": translate("Failures", "already confirmed"),
        "expired": translate("Failures", "expired"),
        "cancelled": translate("Failures", "already cancelled"),
        "completed": translate("Failures", "already completed"),
        "paid_otherwise": translate("Failures", "paid another way in part"),
    }
    state = _text(facts, "state")
    return translate("Failures", "{reference} is {state}, so this can't be done to it.").format(
        reference=_text(facts, "reference"), state=words.get(state, state)
    )


def _not_found(facts: Facts) -> str:
    text = _text(facts, "text")
    sentences = {
        "customer": translate("Failures", "No customer is known by {text}. Press F2 to enter a new one."),
        "booking": translate("Failures", "There is no booking {text}. Check the reference on the receipt."),
        "offering": translate("Failures", "The desk sells nothing called {text}."),
        "unit": translate("Failures", "There is no {text} here. Choose one from the list."),
        "document": translate("Failures", "There is no document for {text} yet."),
        "quote": translate("Failures", "This price is no longer known. Press F5 for a new one."),
    }
    general = translate("Failures", "Nothing was found for {text}.")
    return sentences.get(_text(facts, "what"), general).format(text=text)


def _wallet_too_low(facts: Facts) -> str:
    return translate(
        "Failures",
        "The wallet holds {available}, and {needed} were asked of it. Take less from it or top it up.",
    ).format(available=_paise(facts, "available_paise"), needed=_paise(facts, "needed_paise"))


def _tenders_do_not_match(facts: Facts) -> str:
    return translate(
        "Failures", "Nothing was taken: {offered} were offered, but {due} are due. Correct the amounts."
    ).format(offered=_paise(facts, "offered_paise"), due=_paise(facts, "due_paise"))


def _payment_under_way(facts: Facts) -> str:
    return translate(
        "Failures",
        "A payment for {reference} is still open. Check it or stop it before anything else is taken.",
    ).format(reference=_text(facts, "reference"))


def _plan_changed(facts: Facts) -> str:
    return translate(
        "Failures",
        "What comes back has changed from {shown} to {now} since it was shown. Confirm the new plan.",
    ).format(shown=_paise(facts, "shown_paise"), now=_paise(facts, "now_paise"))


def _already_done(_facts: Facts) -> str:
    return translate("Failures", "This has been done before. Nothing was changed.")


def _not_given_back(facts: Facts) -> str:
    return translate(
        "Failures",
        "The gateway shows nothing of these {amount} as given back that the books don't know. Nothing was"
        " changed.",
    ).format(amount=_paise(facts, "amount_paise"))


def _gateway_rejected(facts: Facts) -> str:
    reason = _text(facts, "reason") or translate("Failures", "no reason given")
    return translate(
        "Failures", "The gateway refused and took nothing ({reason}). Take another tender or try again."
    ).format(reason=reason)


def _gateway_unreachable(_facts: Facts) -> str:
    return translate(
        "Failures",
        "The gateway can't be reached and nothing was sent. Cash, card slip and wallet still work.",
    )


def _payment_uncertain(_facts: Facts) -> str:
    return translate(
        "Failures",
        "The gateway gave no clear answer: the money may be on its way. Keep the customer and check again.",
    )


def _database_lost(facts: Facts) -> str:
    if facts.get("busy"):
        return translate("Failures", "The database is busy; nothing was written. Try again in a moment.")
    return translate(
        "Failures",
        "The database can't be reached; nothing was written. Check the connection, then try again.",
    )


def _other_mode(facts: Facts) -> str:
    if facts.get("practice"):
        return translate(
            "Failures",
            "This database is for practice and takes no real money. Start without --live, or name another"
            " database.",
        )
    return translate(
        "Failures",
        "This database is for real money and not for practice. Start with --live, or name another database.",
    )


def _no_keyring(_facts: Facts) -> str:
    return translate(
        "Failures",
        "This computer's keyring can't be used, so no live keys are kept here. Unlock or install it, then"
        " try again; practice needs no keys.",
    )


def _import_refused(facts: Facts) -> str:
    faults = facts.get("faults")
    count = len(faults) if isinstance(faults, list | tuple) else 0
    if count == 1:
        return translate("Failures", "The files have one fault; nothing was changed. Correct it.")
    return translate("Failures", "The files have {count} faults; nothing was changed. Correct them.").format(
        count=count
    )


def _promo_refused(error: PromoRefused) -> str:
    sentences = {
        PromoReason.BLANK: translate("Failures", "Enter a promo code, or leave the field."),
        PromoReason.UNKNOWN: translate("Failures", "There is no promo {code}. Check the spelling."),
        PromoReason.INACTIVE: translate("Failures", "Promo {code} is switched off."),
        PromoReason.NOT_YET: translate("Failures", "Promo {code} has not started yet."),
        PromoReason.OVER: translate("Failures", "Promo {code} is over."),
        PromoReason.WRONG_KIND: translate("Failures", "Promo {code} is not for what is being sold here."),
        PromoReason.BELOW_MINIMUM: translate("Failures", "Promo {code} needs a sale of {minimum} or more."),
        PromoReason.USED_UP: translate("Failures", "Promo {code} is used up."),
        PromoReason.USED_UP_BY_CUSTOMER: translate(
            "Failures", "This customer has used promo {code} as often as it may be used."
        ),
    }
    return sentences[error.reason].format(code=error.code, minimum=formats.rupees(error.minimum_paise))


_SENTENCES: dict[type[object], Callable[[Facts], str]] = {
    errors.SlotTaken: _slot_taken,
    errors.SlotStopped: _slot_stopped,
    errors.DepartureCancelled: _departure_cancelled,
    errors.NotOnSale: _not_on_sale,
    errors.QuoteOutdated: _quote_outdated,
    errors.PriceUnknown: _price_unknown,
    errors.HoldExpired: _hold_expired,
    errors.WrongState: _wrong_state,
    errors.NotFound: _not_found,
    errors.WalletTooLow: _wallet_too_low,
    errors.TendersDoNotMatch: _tenders_do_not_match,
    errors.PaymentUnderWay: _payment_under_way,
    errors.PlanChanged: _plan_changed,
    errors.AlreadyDone: _already_done,
    errors.NotGivenBack: _not_given_back,
    errors.GatewayRejected: _gateway_rejected,
    errors.GatewayUnreachable: _gateway_unreachable,
    errors.PaymentUncertain: _payment_uncertain,
    errors.DatabaseLost: _database_lost,
    errors.OtherMode: _other_mode,
    errors.NoKeyring: _no_keyring,
    errors.ImportRefused: _import_refused,
}
