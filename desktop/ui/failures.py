"""The sentence for every refusal: what happened and what to do about it."""

from __future__ import annotations

from functools import singledispatch

from PySide6.QtCore import QCoreApplication

from desktop.services import errors
from desktop.services.domain.disturbance import NO_GATEWAY, GatewayAnswer
from desktop.services.domain.held_again import NotHeldAgain
from desktop.services.domain.payment_plan import GatewayCannotTake
from desktop.services.domain.promo import PromoRefused
from desktop.ui import (
    buyer_failures,
    cash_failures,
    clock_words,
    database_failures,
    drawer_failures,
    formats,
    halt_words,
    hold_failures,
    list_failures,
    printing_failures,
    request_failures,
    return_failures,
    staff_failures,
    stock_failures,
)

translate = QCoreApplication.translate

# Each has the sentences of its area beside the kinds of refusals that they explain.
AREAS = (
    buyer_failures,
    cash_failures,
    clock_words,
    database_failures,
    drawer_failures,
    halt_words,
    hold_failures,
    printing_failures,
    list_failures,
    request_failures,
    return_failures,
    staff_failures,
    stock_failures,
)


def is_refusal(error: Exception) -> bool:
    """Whether a service refused for a reason that `explain` knows; anything else is a fault."""
    return isinstance(error, errors.DeskError | PromoRefused | NotHeldAgain | GatewayCannotTake)


def explain(error: Exception) -> str:
    """Return one clear sentence or two: what happened, what to do. Never the exception's own text."""
    if isinstance(error, PromoRefused):
        return request_failures.explain_promo(error)
    if isinstance(error, NotHeldAgain):
        return request_failures.explain_not_again(error)
    if isinstance(error, GatewayCannotTake):
        return translate(
            "Failures", "The gateway takes no less than ₹1.00: take {amount} in cash or from the wallet."
        ).format(amount=formats.rupees(error.payable_paise))
    if isinstance(error, errors.BadRequest):
        return request_failures.explain_request(error)
    if isinstance(error, errors.DeskError):
        return _sentence(error)
    return _fault()


def _fault() -> str:
    return translate(
        "Failures",
        "Something went wrong inside the program; the log has it. Nothing was half done: try again.",
    )


@singledispatch
def _sentence(_error: errors.DeskError) -> str:
    """Return the sentence of a refusal; each kind has its own below."""
    return _fault()


@_sentence.register
def _quote_outdated(_error: errors.QuoteOutdated) -> str:
    return translate(
        "Failures", "This price is older than ten minutes. Press F5 for a new one, then hold it."
    )


@_sentence.register
def _price_unknown(error: errors.PriceUnknown) -> str:
    return translate(
        "Failures", "No tax rule covers this {kind} on that day. The manager has to enter one first."
    ).format(kind=error.kind)


@_sentence.register
def _hold_expired(error: errors.HoldExpired) -> str:
    return translate(
        "Failures", "The ten minutes of {reference} are over and its units are free again. Quote it anew."
    ).format(reference=error.reference)


@_sentence.register
def _wrong_state(error: errors.WrongState) -> str:
    words = {
        "held": translate("Failures", "still held"),
        "part_paid": translate("Failures", "paid in part"),
        "confirmed": translate("Failures", "already confirmed"),
        "expired": translate("Failures", "expired"),
        "cancelled": translate("Failures", "already cancelled"),
        "completed": translate("Failures", "already completed"),
        "paid_otherwise": translate("Failures", "paid another way in part"),
    }
    return translate("Failures", "{reference} is {state}, so this can't be done to it.").format(
        reference=error.reference, state=words[error.state]
    )


@_sentence.register
def _wrong_lines(error: errors.WrongLines) -> str:
    if error.inside_stay:
        return translate(
            "Failures",
            "A night in the middle of a stay can't be given back by itself. Choose nights at its beginning or"
            " its end.",
        )
    return translate(
        "Failures",
        "What was chosen of {reference} has ended, was used, or is part of a hold. Read it again with F5.",
    ).format(reference=error.reference)


@_sentence.register
def _not_voidable(error: errors.NotVoidable) -> str:
    why = {
        "too_late": translate("Failures", "the time for that is over"),
        "used": translate("Failures", "it has begun since it was sold"),
        "in_part": translate("Failures", "a part of it has ended already"),
        "other_drawer": translate("Failures", "another drawer took the money"),
    }
    return translate("Failures", "{reference} can't be voided: {why}. Cancel it by its policy.").format(
        reference=error.reference, why=why[error.reason]
    )


@_sentence.register
def _not_correctable(error: errors.NotCorrectable) -> str:
    why = {
        "not_by_hand": translate("Failures", "it was not taken by hand"),
        "other_drawer": translate("Failures", "another drawer took it"),
        "given_back": translate("Failures", "a part of it has gone back"),
    }
    return translate("Failures", "The tender can't be corrected: {why}. Cancel and sell it again.").format(
        why=why[error.reason]
    )


@_sentence.register
def _not_found(error: errors.NotFound) -> str:
    sentences = {
        "customer": translate("Failures", "No customer is known by {text}. Press F2 to enter a new one."),
        "booking": translate("Failures", "There is no booking {text}. Check the reference on the receipt."),
        "offering": translate("Failures", "The desk sells nothing called {text}."),
        "unit": translate("Failures", "There is no {text} here. Choose one from the list."),
        "document": translate("Failures", "There is no document for {text} yet."),
        "quote": translate("Failures", "This price is no longer known. Press F5 for a new one."),
        "hold": translate("Failures", "The answer was lost, and nothing was held. Press once more to hold."),
    }
    general = translate("Failures", "Nothing was found for {text}.")
    return sentences.get(error.what, general).format(text=error.text)


@_sentence.register
def _wallet_too_low(error: errors.WalletTooLow) -> str:
    return translate(
        "Failures",
        "The wallet holds {available}, and {needed} were asked of it. Take less from it or top it up.",
    ).format(available=formats.rupees(error.available_paise), needed=formats.rupees(error.needed_paise))


@_sentence.register
def _tenders_do_not_match(error: errors.TendersDoNotMatch) -> str:
    return translate(
        "Failures", "Nothing was taken: {offered} were offered, but {due} are due. Correct the amounts."
    ).format(offered=formats.rupees(error.offered_paise), due=formats.rupees(error.due_paise))


@_sentence.register
def _payment_under_way(error: errors.PaymentUnderWay) -> str:
    return translate(
        "Failures",
        "A payment for {reference} is still open. Check it or stop it before anything else is taken.",
    ).format(reference=error.reference)


@_sentence.register
def _plan_changed(error: errors.PlanChanged) -> str:
    return translate(
        "Failures",
        "What comes back has changed from {shown} to {now} since it was shown. Confirm the new plan.",
    ).format(shown=formats.rupees(error.shown_paise), now=formats.rupees(error.now_paise))


@_sentence.register
def _already_done(_error: errors.AlreadyDone) -> str:
    return translate("Failures", "This has been done before. Nothing was changed.")


@_sentence.register
def _not_given_back(error: errors.NotGivenBack) -> str:
    return translate(
        "Failures",
        "The gateway shows nothing of these {amount} as given back that the books don't know. Nothing was"
        " changed.",
    ).format(amount=formats.rupees(error.amount_paise))


@_sentence.register
def _gateway_rejected(error: errors.GatewayRejected) -> str:
    reason = error.reason or translate("Failures", "no reason given")
    return translate(
        "Failures", "The gateway refused and took nothing ({reason}). Take another tender or try again."
    ).format(reason=reason)


@_sentence.register
def _slip_seen(error: errors.SlipSeen) -> str:
    return translate(
        "Failures",
        "{slip} was entered for {reference} before. Once more takes it all the same.",
    ).format(slip=error.slip, reference=error.reference)


@_sentence.register
def _gateway_unreachable(error: errors.GatewayUnreachable) -> str:
    if error.answer in NO_GATEWAY:
        return request_failures.explain_no_gateway(error.answer)
    if error.answer in (GatewayAnswer.PC_BEHIND, GatewayAnswer.PC_AHEAD):
        return clock_words.explain_certificate(error.answer)
    return translate(
        "Failures",
        "The gateway can't be reached and nothing was sent. Cash, card slip and wallet still work.",
    )


@_sentence.register
def _payment_uncertain(error: errors.PaymentUncertain) -> str:
    if error.promised:
        return translate(
            "Failures",
            "The customer's bank has promised this money: it is on its way. Take nothing else, check again.",
        )
    return translate(
        "Failures",
        "The gateway gave no clear answer: the money may be on its way. Keep the customer and check again.",
    )


for _area in AREAS:
    for _kind, _explain in _area.SENTENCES.items():
        _sentence.register(_kind, _explain)
