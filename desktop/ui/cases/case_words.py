"""The sentences of open cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.states import CaseAnswer, CaseKind
from desktop.services.domain.money import format_rupees
from desktop.ui.cases.case_view import Age, AgeUnit
from desktop.ui.fact_words import fact_word, value_word
from desktop.ui.formats import amount

if TYPE_CHECKING:
    from desktop.services.domain.review import OpenCase

translate = QCoreApplication.translate


def kind_text(kind: CaseKind) -> str:
    """Return in a few words what is the matter."""
    words = {
        CaseKind.LATE: translate("Cases", "Paid late"),
        CaseKind.DUPLICATE: translate("Cases", "Paid twice"),
        CaseKind.MISMATCH: translate("Cases", "Another amount was paid"),
        CaseKind.FOREIGN: translate("Cases", "Money without a booking"),
        CaseKind.PART_PAYMENT: translate("Cases", "Part paid, hold ended"),
        CaseKind.REFUND_FAILED: translate("Cases", "Refund failed"),
    }
    return words[kind]


def explanation(case: OpenCase) -> str:
    """Return what happened and what is to be decided."""
    sentences: dict[str, str] = {
        CaseKind.LATE: translate(
            "Cases",
            "The customer paid through the gateway when the hold was over or the payment stopped. The money"
            " is here.",
        ),
        CaseKind.DUPLICATE: translate("Cases", "The booking was paid already; this money came on top of it."),
        CaseKind.MISMATCH: translate("Cases", "The gateway holds another amount than was asked for."),
        CaseKind.FOREIGN: translate(
            "Cases",
            "The gateway holds money that no payment of this desk asked for. If another program or a web site"
            " uses the same account, it is theirs.",
        ),
        CaseKind.PART_PAYMENT: translate(
            "Cases", "A part was taken before the hold ended, and the rest never came. It is the customer's."
        ),
        CaseKind.REFUND_FAILED: translate(
            "Cases", "The money could not be given back the way it was planned."
        ),
    }
    return sentences.get(case.kind, "")


def answer_text(answer: str) -> str:
    """Return what an answer does."""
    words: dict[str, str] = {
        CaseAnswer.WALLET: translate("Cases", "Into the customer's wallet"),
        CaseAnswer.CONFIRM: translate("Cases", "Take the same units and confirm"),
        CaseAnswer.REFUND: translate("Cases", "Back to where it came from"),
        CaseAnswer.CASH: translate("Cases", "In cash from this drawer"),
        CaseAnswer.GONE: translate("Cases", "It has gone back already"),
        CaseAnswer.NOT_OURS: translate("Cases", "Not ours, send nothing"),
    }
    return words.get(answer, answer.replace("_", " ").capitalize())


def resolved_text(case: OpenCase, answer: str) -> str:
    """Return what has been done with the money, for the moment after it."""
    in_cash = answer == CaseAnswer.CASH and case.cash_paise is not None
    money = amount(case.cash_paise if in_cash and case.cash_paise is not None else case.amount_paise)
    if case.booking_reference:
        money = translate("Cases", "{amount} of {reference}").format(
            amount=money, reference=case.booking_reference
        )
    sentences: dict[str, str] = {
        CaseAnswer.WALLET: translate("Cases", "{money} given to {customer}'s wallet."),
        CaseAnswer.CONFIRM: translate(
            "Cases", "{money} taken as paid: the booking is confirmed with the same units."
        ),
        CaseAnswer.REFUND: translate("Cases", "{money} goes back to where it came from."),
        CaseAnswer.CASH: translate("Cases", "{money} given back in cash: hand it over from this drawer."),
        CaseAnswer.GONE: translate("Cases", "{money}: what the gateway has given back is written down."),
        CaseAnswer.NOT_OURS: translate(
            "Cases", "{money} taken out of the books as somebody else's; nothing is sent."
        ),
    }
    sentence = sentences.get(answer, f"{{money}}: {answer_text(answer)}")
    if case.kind == CaseKind.PART_PAYMENT and answer == CaseAnswer.REFUND:
        sentence = translate(
            "Cases",
            "{money} goes back: repeat a card's part on the machine, hand over all the rest in cash.",
        )
    return sentence.format(money=money, customer=case.customer_name or case.masked_mobile)


def age_text(age: Age) -> str:
    """Return how long a case has been open."""
    return {
        AgeUnit.MINUTES: translate("Cases", "{count} min"),
        AgeUnit.HOURS: translate("Cases", "{count} h"),
        AgeUnit.DAYS: translate("Cases", "{count} days"),
    }[age.unit].format(count=age.count)


def facts_text(case: OpenCase) -> str:
    """Return what else is known, in one line."""
    return ", ".join(f"{fact_word(name)} {_value(name, value)}" for name, value in case.facts if value)


def _value(name: str, value: str) -> str:
    if name.endswith("_paise") and value.lstrip("-").isdigit():
        return format_rupees(int(value))
    return value_word(value)
