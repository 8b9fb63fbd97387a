"""The sentences of open cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.services.domain.money import format_rupees
from desktop.ui.cases.case_view import Age, AgeUnit
from desktop.ui.fact_words import fact_word, value_word
from desktop.ui.formats import amount

if TYPE_CHECKING:
    from desktop.services.domain.review import OpenCase

translate = QCoreApplication.translate


def kind_text(kind: str) -> str:
    """Return in a few words what is the matter."""
    words = {
        "late": translate("Cases", "Paid late"),
        "duplicate": translate("Cases", "Paid twice"),
        "mismatch": translate("Cases", "Another amount was paid"),
        "foreign": translate("Cases", "Money without a booking"),
        "part_payment": translate("Cases", "Part paid, hold ended"),
        "refund_failed": translate("Cases", "Refund failed"),
    }
    return words.get(kind, kind.replace("_", " ").capitalize())


def explanation(case: OpenCase) -> str:
    """Return what happened and what is to be decided."""
    sentences = {
        "late": translate(
            "Cases",
            "The customer paid through the gateway when the hold was over or the payment stopped. The money"
            " is here.",
        ),
        "duplicate": translate("Cases", "The booking was paid already; this money came on top of it."),
        "mismatch": translate("Cases", "The gateway holds another amount than was asked for."),
        "foreign": translate(
            "Cases",
            "The gateway holds money that no payment of this desk asked for. If another program or a web site"
            " uses the same account, it is theirs.",
        ),
        "part_payment": translate(
            "Cases", "A part was taken before the hold ended, and the rest never came. It is the customer's."
        ),
        "refund_failed": translate("Cases", "The money could not be given back the way it was planned."),
    }
    return sentences.get(case.kind, "")


def answer_text(answer: str) -> str:
    """Return what an answer does."""
    words = {
        "wallet": translate("Cases", "Into the customer's wallet"),
        "confirm": translate("Cases", "Take the same units and confirm"),
        "refund": translate("Cases", "Back to where it came from"),
        "cash": translate("Cases", "In cash from this drawer"),
        "gone": translate("Cases", "It has gone back already"),
        "not_ours": translate("Cases", "Not ours, send nothing"),
    }
    return words.get(answer, answer.replace("_", " ").capitalize())


def resolved_text(case: OpenCase, answer: str) -> str:
    """Return what has been done with the money, for the moment after it."""
    money = amount(case.amount_paise)
    if case.booking_reference:
        money = translate("Cases", "{amount} of {reference}").format(
            amount=money, reference=case.booking_reference
        )
    sentences = {
        "wallet": translate("Cases", "{money} given to {customer}'s wallet."),
        "confirm": translate("Cases", "{money} taken as paid: the booking is confirmed with the same units."),
        "refund": translate("Cases", "{money} goes back to where it came from."),
        "cash": translate("Cases", "{money} given back in cash: hand it over from this drawer."),
        "gone": translate("Cases", "{money}: what the gateway has given back is written down."),
        "not_ours": translate("Cases", "{money} taken out of the books as somebody else's; nothing is sent."),
    }
    sentence = sentences.get(answer, f"{{money}}: {answer_text(answer)}")
    if case.kind == "part_payment" and answer == "refund":
        sentence = translate(
            "Cases",
            "{money} goes back the way it was paid: hand over what was cash, repeat a card's on the machine.",
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
