"""The sentences of the payment window, made from its view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.states import BookingState, InstrumentKind, LinkSms, Tender
from desktop.ui.formats import amount, rupees
from desktop.ui.payment.payment_form import Method
from desktop.ui.payment.payment_problem import Problem
from desktop.ui.payment.payment_view import (
    Asking,
    PaymentView,
    Stage,
)
from desktop.ui.payment.take_now import Note, gives_change
from desktop.ui.payment.way_on import WayOn
from desktop.ui.tender_words import fault_text, tender_word, tender_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from desktop.services.domain.paid_parts import PaidPart
    from desktop.services.domain.payment_request import PaymentResult

translate = QCoreApplication.translate
OF_REFERENCE = (Problem.REFERENCE_MISSING, Problem.REFERENCE_WRONG)


def method_word(method: Method) -> str:
    """Return a method as it stands on its button."""
    if isinstance(method, Tender):
        return tender_words(method).button
    return {
        InstrumentKind.QR: translate("Payment", "UPI QR"),
        InstrumentKind.LINK: translate("Payment", "Link by SMS"),
        InstrumentKind.CARD_LINK: translate("Payment", "Card and netbanking link"),
    }[method]


def primary_label(view: PaymentView) -> str:
    """Return what the primary button says: the amount, where it comes from, and nothing else."""
    if view.stage is Stage.ASKING:
        return translate("Payment", "Check now")
    if view.stage is not Stage.CHOOSING:
        return {
            WayOn.AGAIN: translate("Payment", "Hold again at the same price, {total}"),
            WayOn.QUOTE: translate("Payment", "New quote"),
            WayOn.BACK: translate("Payment", "Back"),
        }[view.way_on].format(total=amount(view.total_paise))
    wallet = amount(view.wallet_now_paise)
    if view.due_paise == 0 and view.balance_paise:
        return translate("Payment", "Confirm without money, {left} is left to pay").format(
            left=amount(view.balance_paise)
        )
    if view.due_paise == 0:
        return translate("Payment", "Confirm, nothing to pay")
    if view.gateway_payable_paise == 0:
        return translate("Payment", "Confirm with {wallet} from the wallet").format(wallet=wallet)
    if view.stays_due_paise and not gives_change(view.method):
        return translate("Payment", "{take}, {rest} stays to be paid").format(
            take=_alone(view.method).format(now=amount(view.taken_paise)), rest=amount(view.stays_due_paise)
        )
    if view.stays_due_paise:
        return translate("Payment", "Take {now} in cash, {rest} stays to be paid").format(
            now=amount(view.now_paise), rest=amount(view.stays_due_paise)
        )
    sentence = _with_wallet(view.method) if view.wallet_now_paise else _alone(view.method)
    return sentence.format(now=amount(view.taken_paise), wallet=wallet)


def _with_wallet(method: Method) -> str:
    if isinstance(method, Tender):
        return tender_words(method).take_with_wallet
    return {
        InstrumentKind.QR: translate("Payment", "Take {now} by UPI and {wallet} from the wallet"),
        InstrumentKind.LINK: translate("Payment", "Send a link for {now}, {wallet} from the wallet"),
        InstrumentKind.CARD_LINK: translate("Payment", "Open a link for {now}, {wallet} from the wallet"),
    }[method]


def _alone(method: Method) -> str:
    if isinstance(method, Tender):
        return tender_words(method).take
    return {
        InstrumentKind.QR: translate("Payment", "Take {now} by UPI"),
        InstrumentKind.LINK: translate("Payment", "Send a link for {now}"),
        InstrumentKind.CARD_LINK: translate("Payment", "Open a link for {now}"),
    }[method]


def problem_text(view: PaymentView) -> str:
    """Return what is missing and what to do about it, or nothing."""
    if view.problem is None:
        return ""
    if view.reference_fault is not None and view.problem in OF_REFERENCE:
        return fault_text(Tender(view.method), view.reference_fault)
    return {
        Problem.NO_CASH: translate("Payment", "No cash would be taken. Enter what was received."),
        Problem.UNREADABLE: translate("Payment", "An amount can't be read. Enter rupees, such as 1,500.00."),
        Problem.PART_WRONG: translate("Payment", "A part is at least 1.00 and at most what is left to pay."),
        Problem.ACCOUNT_MISSING: translate("Payment", "Choose with I to which account the money goes."),
        Problem.QR_ABOVE_LIMIT: translate(
            "Payment", "Too much for one UPI code: type a part (T), or use a link."
        ),
        Problem.PAN_WANTED: translate("Payment", "Ask for the PAN first: type it, or 5 seen, 6 declined."),
    }[view.problem]


def much_cash_text(view: PaymentView) -> str:
    """Return the question about more cash than a banknote explains."""
    return translate(
        "Payment",
        "{received} in cash is much for {taken}: {change} would go back as change. Count it, and press once"
        " more if it is right.",
    ).format(
        received=rupees(view.taken_paise + view.change_paise),
        taken=rupees(view.taken_paise),
        change=rupees(view.change_paise),
    )


def note_text(view: PaymentView) -> str:
    """Return why an amount is not the one that was expected, or nothing."""
    if view.note is None:
        return ""
    return {
        Note.WALLET_GIVES_WAY: translate(
            "Payment", "The gateway takes no less than 1.00, so the wallet gives that much less."
        ),
        Note.CASH_GIVES_WAY: translate(
            "Payment", "Less cash is taken, so that 1.00 is left: no other tender takes less."
        ),
        Note.TOO_SMALL_FOR_GATEWAY: translate(
            "Payment", "Below 1.00 the gateway takes nothing: take it in cash or by card slip."
        ),
    }[view.note]


def parts_text(parts: Iterable[PaidPart]) -> str:
    """Return what each tender gave, in one line."""
    return ", ".join(
        f"{tender_word(part.tender, part.instrument_kind)} {part.account} {amount(part.taken_paise)}".replace(
            "  ", " "
        )
        for part in parts
    )


def paid_text(result: PaymentResult) -> str:
    """Return what was paid by what; the parts add up to the whole, and the change was never a part of it."""
    if not result.parts and result.due_paise:
        return translate("Payment", "Nothing was paid yet")
    if not result.parts:
        return translate("Payment", "Paid {total}: nothing was to pay").format(total=amount(0))
    paid = amount(sum(part.taken_paise for part in result.parts))
    sentence = translate("Payment", "Paid {paid}: {parts}")
    if result.change_paise:
        sentence = translate("Payment", "Paid {paid}: {parts}, change {change}")
    return sentence.format(paid=paid, parts=parts_text(result.parts), change=amount(result.change_paise))


def step_word(view: PaymentView) -> str:
    """Return what the page's main key does, for the line of keys; nothing where it pays."""
    if view.stage is Stage.ASKING:
        return translate("Payment", "check now")
    if view.stage is Stage.DONE:
        return translate("Payment", "go on")
    if view.stage is Stage.CHOOSING:
        return ""
    return {
        WayOn.AGAIN: translate("Payment", "hold again"),
        WayOn.QUOTE: translate("Payment", "new quote"),
        WayOn.BACK: translate("Payment", "back"),
    }[view.way_on]


def over_text(view: PaymentView) -> str:
    """Return why no money can be taken now, whether it can be held again, and what of money taken before."""
    if view.way_on is WayOn.AGAIN:
        again = translate(
            "Payment",
            "The hold has ended. What nobody has taken meanwhile can be held for ten minutes more at the same"
            " price, once.",
        )
        if not view.paid_paise:
            return again
        counts = translate("Payment", "{paid} taken before counts towards it then.")
        return f"{again} {counts.format(paid=amount(view.paid_paise))}"
    ended = translate("Payment", "This booking is no longer held, so nothing can be taken for it.")
    if not view.paid_paise:
        return ended
    paid = translate("Payment", "{paid} taken before must be given back or decided under open cases.")
    return f"{ended} {paid.format(paid=amount(view.paid_paise))}"


def asking_text(asking: Asking, answered_at: datetime | None, now: datetime) -> str:
    """Return where an open payment stands and when the gateway last answered."""
    sentence = {
        Asking.PREPARING: translate("Payment", "Asking the gateway for the payment"),
        Asking.WAITING: translate("Payment", "Waiting for the customer to pay"),
        Asking.RECEIVED: translate("Payment", "Payment seen, waiting until it is final"),
        Asking.DECLINED: translate("Payment", "The bank declined it; the customer can pay again"),
        Asking.SILENT: translate("Payment", "The gateway does not answer; it goes on being asked"),
        Asking.CLOSING: translate("Payment", "Closing it; money already on its way still counts"),
        Asking.UNKNOWN: translate(
            "Payment", "No clear answer yet: it may have been paid. Take no other money for it"
        ),
        Asking.UNSEEN: translate(
            "Payment",
            "The gateway gave no answer. Nothing was shown, so nothing can have been paid: S or another"
            " tender's key gives it up at once",
        ),
    }[asking]
    if answered_at is None:
        return translate("Payment", "{state}, no answer yet").format(state=sentence)
    seconds = max(int((now - answered_at).total_seconds()), 0)
    if seconds < 60:
        return translate("Payment", "{state}, asked {seconds} s ago").format(state=sentence, seconds=seconds)
    return translate("Payment", "{state}, asked {minutes} min ago").format(
        state=sentence, minutes=seconds // 60
    )


def link_sms_text(link_sms: LinkSms | None) -> str:
    """Return what became of a link's SMS, or nothing for what is not sent by SMS."""
    words = {
        LinkSms.ASKED: translate("Payment", "SMS: asked for, no clear answer yet; it is asked for again"),
        LinkSms.SENT: translate("Payment", "SMS: sent to the customer"),
        LinkSms.REFUSED: translate(
            "Payment", "SMS: refused by the gateway. Show the link, or take another way"
        ),
    }
    return words[link_sms] if link_sms else ""


def taken_text(result: PaymentResult) -> str:
    """Return what a payment came to, for a clerk who looks at something else by now."""
    if result.due_paise and result.state is BookingState.CONFIRMED:
        said = translate("Payment", "{reference} is confirmed, {due} is left to pay.")
    elif result.due_paise:
        said = translate("Payment", "{reference}: the money is taken, {due} is left to pay.")
    else:
        said = translate("Payment", "{reference} is paid and confirmed.")
    told = said.format(reference=result.reference, due=rupees(result.due_paise))
    if result.change_paise:
        change = translate("Payment", "Change to give: {change}.").format(change=rupees(result.change_paise))
        return f"{told} {change}"
    return told
