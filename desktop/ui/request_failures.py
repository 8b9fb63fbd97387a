"""The sentence for every entry that can't be: which field, what is wrong, what would do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.disturbance import GatewayAnswer
from desktop.services.domain.held_again import NotAgainReason
from desktop.services.domain.promo import PromoReason, PromoRefused
from desktop.services.domain.tenders import BY_HAND, TENDERS, ReferenceFault
from desktop.services.errors import BadRequest, DeskError, KnownByOtherName, NoKeyring, NumberOfAnother
from desktop.ui import (
    buyer_failures,
    cash_failures,
    deposit_failures,
    drawer_failures,
    figure_failures,
    formats,
    hold_failures,
    house_failures,
    list_failures,
    permission_failures,
    printing_failures,
    staff_failures,
)
from desktop.ui.tender_words import fault_text

if TYPE_CHECKING:
    from desktop.services.domain.held_again import NotHeldAgain

translate = QCoreApplication.translate


def knows_request(field: str, reason: str) -> bool:
    """Whether this pair has a sentence of its own."""
    return (field, reason) in _sentences() or reason in _reasons()


def explain_request(error: BadRequest) -> str:
    """Return the sentence for the reason at the field, with the facts in it."""
    general = translate("Failures", "{field}: this can't be. Correct it and try again.")
    known = _sentences().get((error.field, error.reason)) or _reasons().get(error.reason)
    return (known or general).format(
        field=error.field,
        name=error.name,
        text=error.text,
        most=_limit(error.most) if error.most_paise is None else formats.rupees(error.most_paise),
        least=_limit(error.least),
    )


def explain_known_by_other_name(error: KnownByOtherName) -> str:
    """Return whose number it is, and both ways on."""
    return translate(
        "Failures",
        "This number is known as “{known}”, not as “{name}”. Enter goes on with {known}; correct the number,"
        " or rename {known} on the customer’s page (F2).",
    ).format(known=error.known, name=error.name)


def explain_number_of_another(error: NumberOfAnother) -> str:
    """Return whose number it is already."""
    return translate(
        "Failures",
        "This number is {known}’s, so {name} does not get it. Correct the number, or find {known} by it.",
    ).format(known=error.known, name=error.name)


def _limit(count: int | None) -> str:
    return "?" if count is None else str(count)


def _sentences() -> dict[tuple[str, str], str]:
    return {
        ("first_day", "past"): translate("Failures", "This day is over. Choose today or later."),
        ("first_day", "departed"): translate("Failures", "This has already left. Choose a later one."),
        ("boarding", "departed"): translate(
            "Failures", "The coach has passed this boarding point. Choose a later one."
        ),
        ("last_day", "not_after_first"): translate("Failures", "Check-out must be after check-in."),
        ("last_day", "too_long"): translate("Failures", "One stay has {most} nights at most."),
        **_of_persons(),
        **staff_failures.requests(),
        **printing_failures.requests(),
        **house_failures.requests(),
        **cash_failures.requests(),
        **permission_failures.requests(),
        **drawer_failures.requests(),
        **deposit_failures.requests(),
        **list_failures.requests(),
        **figure_failures.requests(),
        **buyer_failures.requests(),
        **hold_failures.requests(),
        ("gender", "ladies_seat"): translate("Failures", "{name} is for ladies only. Choose another seat."),
        ("last_day", "before_first"): translate("Failures", "The last day is before the first one."),
        ("units", "none"): translate("Failures", "Choose what is to be sold first."),
        ("units", "not_each_night"): translate("Failures", "Choose one room for each night of the stay."),
        ("units", "twice"): translate("Failures", "The same unit was chosen twice. Take one of them out."),
        **_of_customers(),
        ("link", "no_mobile"): translate(
            "Failures", "There is no mobile number to send a link to. Take another tender."
        ),
        ("amount", "out_of_range"): translate("Failures", "Enter an amount between ₹1.00 and {most}."),
        ("amount", "not_positive"): translate("Failures", "Enter an amount above zero."),
        ("reason", "blank"): translate("Failures", "Say why, in a word or two."),
        **_of_references(),
        ("tender", "twice"): translate("Failures", "Each tender can be taken once in one payment."),
        ("tender", "by_gateway"): translate(
            "Failures", "The gateway takes this itself: it can't be entered by hand."
        ),
        ("time", "too_short"): translate(
            "Failures", "Less than {least} s are left: too short for a payment by phone. Take another tender."
        ),
        ("cash_received", "too_low"): translate("Failures", "The cash received is less than the cash due."),
        ("after", "malformed"): translate("Failures", "The list has changed since. Read it again with F5."),
        ("key_id", "not_a_key"): translate(
            "Failures", "This is no key id: copy it from the gateway's dashboard, it begins with rzp_live_."
        ),
        ("meal_plan", "unknown"): translate("Failures", "There is no meal plan {text} here."),
        ("boarding", "unknown"): translate(
            "Failures", "The bus does not stop at {text}: choose from the list."
        ),
        ("dropping", "unknown"): translate(
            "Failures", "The bus does not stop at {text}: choose from the list."
        ),
    }


def _of_customers() -> dict[tuple[str, str], str]:
    """Return what is said of a customer's name and numbers, and of the buyer whom papers name."""
    return {
        ("mobile", "not_mobile"): translate(
            "Failures", "That is no mobile number: a wallet is found by a mobile number alone."
        ),
        ("mobile", "not_a_number"): translate(
            "Failures",
            "This is no telephone number. Enter ten digits, a landline with its area code, or + and the"
            " country’s code; a name alone will do as well.",
        ),
        ("gstin", "not_a_number"): translate(
            "Failures", "This is no GSTIN, or one of its 15 characters is wrong: type it again."
        ),
        ("state", "unknown"): translate(
            "Failures", "{text} is no State. Type its name, such as Karnataka, or its two digits, such as 29."
        ),
        ("gstin", "our_own"): translate("Failures", "This is the GSTIN of the house itself."),
        ("name", "too_long"): translate("Failures", "The name has {most} letters at most."),
        ("guest_name", "too_long"): translate("Failures", "The name has {most} letters at most."),
        ("name", "blank"): translate("Failures", "Enter the name."),
        ("wallet", "no_mobile"): translate(
            "Failures", "{name} has no mobile number, and so no wallet. Enter one to keep money for them."
        ),
    }


def _of_persons() -> dict[tuple[str, str], str]:
    return {
        ("persons", "not_positive"): translate("Failures", "Enter one person at least."),
        ("persons", "adult_needed"): translate("Failures", "One adult at least has to be with them."),
        ("persons", "too_many_adults"): translate("Failures", "Adults here: {most} at most."),
        ("persons", "too_many_children"): translate("Failures", "Children here: {most} at most."),
        ("persons", "over_capacity"): translate("Failures", "Persons here: {most} at most."),
        ("persons", "group_too_small"): translate(
            "Failures", "At least {least} in one booking. Press Ctrl+G to sell to a smaller group."
        ),
        ("persons", "group_too_large"): translate(
            "Failures", "At most {most} in one booking. Press Ctrl+G to sell to a larger group."
        ),
        ("persons", "one_each"): translate("Failures", "One person sits on each place."),
    }


def _of_references() -> dict[tuple[str, str], str]:
    """Return what is said of the references of tenders; one that is too long has its reason's sentence."""
    return {
        (f"{tender}_reference", fault): fault_text(tender, fault)
        for tender in BY_HAND
        for fault in ReferenceFault
        if TENDERS[tender].reference is not None and fault is not ReferenceFault.TOO_LONG
    }


def _reasons() -> dict[str, str]:
    return {
        "blank": translate("Failures", "Something is missing here: fill in the empty field."),
        "unknown": translate("Failures", "“{text}” is not known here. Choose one from the list."),
        "card_number": translate(
            "Failures", "This could be the number of a card, which is never kept. Leave it out."
        ),
        "too_long": translate("Failures", "This is too long: {most} letters at most."),
        "not_positive": translate("Failures", "Enter a number above zero."),
        "out_of_range": translate("Failures", "This is out of range: {most} at most."),
    }


def explain_promo(error: PromoRefused) -> str:
    """Return what is wrong with a promo code."""
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
        PromoReason.OTHER_SALE: translate(
            "Failures", "Discount {code} was given for something else. Give one for what is chosen now."
        ),
    }
    return sentences[error.reason].format(code=error.code, minimum=formats.rupees(error.minimum_paise))


def explain_not_again(error: NotHeldAgain) -> str:
    """Return why a hold that is over can't be taken again, and what to do instead."""
    sentence = {
        NotAgainReason.TOO_LATE: translate(
            "Failures", "{reference} ended too long ago to be held again at its price. Make a new quote."
        ),
        NotAgainReason.DONE_BEFORE: translate(
            "Failures", "{reference} was held again before, which goes once. Make a new quote."
        ),
    }[error.reason]
    return sentence.format(reference=error.reference)


def explain_no_keyring(error: NoKeyring) -> str:
    """Return that no live keys can be kept, or that it is not known whether they are."""
    if error.silent:
        return translate(
            "Failures",
            "This computer's keyring does not answer. Unlock it or log in anew, then look which keys are kept"
            " before you try again; practice needs no keys.",
        )
    return translate(
        "Failures",
        "This computer's keyring can't be used, so no live keys are kept here. Unlock or install it, then"
        " try again; practice needs no keys.",
    )


def explain_no_gateway(answer: GatewayAnswer) -> str:
    """Return why this desk has no gateway, and what gives it one."""
    if answer is GatewayAnswer.NO_KEYRING:
        return translate(
            "Failures",
            "This desk has no gateway now: the keyring did not hand out the keys at the start. Nothing was"
            " sent. Unlock the keyring and start again.",
        )
    return translate(
        "Failures",
        "This desk has no gateway: no keys are kept on this computer. Nothing was sent. Put them in with"
        " F7 and start again.",
    )


SENTENCES: Mapping[type[DeskError], Callable[[Any], str]] = {
    KnownByOtherName: explain_known_by_other_name,
    NumberOfAnother: explain_number_of_another,
    NoKeyring: explain_no_keyring,
}
