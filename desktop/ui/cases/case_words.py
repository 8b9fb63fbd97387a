"""The sentences of open cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from db.states import CaseAnswer, CaseKind, SignField
from desktop.services.domain.money import format_rupees
from desktop.ui import settlement_words
from desktop.ui.cases.case_view import RULE, Age, AgeUnit, CaseGroup, Entry, drawer_paise
from desktop.ui.fact_words import fact_word, value_word
from desktop.ui.formats import amount

if TYPE_CHECKING:
    from desktop.services.domain.foreign_money import CalledNotOurs, Sign
    from desktop.services.domain.review import OpenCase

translate = QCoreApplication.translate


def kind_text(kind: CaseKind) -> str:
    """Return in a few words what is the matter."""
    words = {
        CaseKind.LATE: translate("Cases", "Paid late"),
        CaseKind.DUPLICATE: translate("Cases", "Paid twice"),
        CaseKind.MISMATCH: translate("Cases", "Another amount was paid"),
        CaseKind.FOREIGN: translate("Cases", "Money without a booking"),
        CaseKind.LOST: translate("Cases", "Ours, lost from the books"),
        CaseKind.PART_PAYMENT: translate("Cases", "Part paid, hold ended"),
        CaseKind.REFUND_FAILED: translate("Cases", "Refund failed"),
        **settlement_words.kinds(),
    }
    return words[kind]


def row_text(entry: Entry) -> str:
    """Return what the row of the list says is the matter."""
    if not isinstance(entry, CaseGroup):
        return kind_text(entry.kind)
    count = len(entry.cases)
    if entry.sign is None:
        return translate("Cases", "{count} payments without a booking").format(count=count)
    return translate("Cases", "{count} payments of another program").format(count=count)


def whose_text(entry: Entry) -> str:
    """Return who it is about: booking and customer, or by what a stranger's money is known."""
    if isinstance(entry, CaseGroup):
        return sign_text(entry.sign)
    who = (entry.booking_reference, entry.customer_name, entry.masked_mobile)
    return "   ".join(part for part in who if part) or sign_text(entry.sign)


def sign_text(sign: Sign | None) -> str:
    """Return by what the payments of one other program are known."""
    if sign is None:
        return translate("Cases", "no booking, no customer")
    words = {
        SignField.NOTES: translate("Cases", "notes “{sign}”"),
        SignField.DESCRIPTION: translate("Cases", "described “{sign} …”"),
    }
    return words[sign.field].format(sign=sign.text)


def group_explanation(group: CaseGroup) -> str:
    """Return what the payments have in common and what is to be decided."""
    if group.sign is None:
        return translate(
            "Cases",
            "No payment of this desk asked for them, and nothing in them tells whose they are. O shows them"
            " one by one.",
        )
    return translate(
        "Cases",
        "No payment of this desk asked for them, and all carry the same: they look like those of a web site"
        " or another program on the same account. O shows them one by one.",
    )


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
        CaseKind.LOST: translate(
            "Cases",
            "This desk asked for the money, and the books have lost it: an older copy of them was put back."
            " The note at the gateway tells of the booking as far as it is written below.",
        ),
        CaseKind.PART_PAYMENT: translate(
            "Cases", "A part was taken before the hold ended, and the rest never came. It is the customer's."
        ),
        CaseKind.REFUND_FAILED: translate(
            "Cases", "The money could not be given back the way it was planned."
        ),
        **settlement_words.explanations(),
    }
    if case.looks_ours:
        return translate(
            "Cases",
            "The gateway holds money that no payment of this desk asked for, but it names something of ours"
            " or has the amount of a payment of ours. Look for its owner first.",
        )
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
        RULE: translate("Cases", "Not ours, nor any that come like it"),
        **settlement_words.answers(),
    }
    return words.get(answer, answer.replace("_", " ").capitalize())


def answer_label(case: OpenCase, answer: str) -> str:
    """Return what an answer does with a case, and what is handed over where that is not its amount."""
    cash = drawer_paise(case)
    if case.kind is CaseKind.LOST and answer == CaseAnswer.CONFIRM:
        return translate("Cases", "Make the booking anew and confirm it")
    if answer != CaseAnswer.CASH or cash == case.amount_paise:
        return answer_text(answer)
    return translate("Cases", "{answer}, rounded to {amount}").format(
        answer=answer_text(answer), amount=amount(cash)
    )


def group_answer_text(answer: str, group: CaseGroup) -> str:
    """Return what an answer does with all of a group, and how much that is."""
    words = {
        CaseAnswer.NOT_OURS: translate("Cases", "All {count} not ours ({amount}), send nothing"),
        RULE: translate("Cases", "All {count} not ours ({amount}), nor any that come like them"),
    }
    return words[CaseAnswer(answer) if answer != RULE else RULE].format(
        count=len(group.cases), amount=amount(group.amount_paise)
    )


def called_text(done: CalledNotOurs, *, has_rule: bool) -> str:
    """Return what was done with many payments, for the moment after it."""
    if done.count == 1:
        said = translate("Cases", "{amount} taken out of the books as somebody else's; nothing is sent.")
    else:
        said = translate(
            "Cases",
            "{count} payments, {amount}, taken out of the books as another program's; nothing is sent.",
        )
    sentences = [said.format(count=done.count, amount=amount(done.paise))]
    if has_rule:
        sentences.append(
            translate("Cases", "Those that come like them make no case from now on; R shows the rules.")
        )
    return " ".join(sentences)


def resolved_text(case: OpenCase, answer: str) -> str:
    """Return what has been done with the money, for the moment after it."""
    cash = case.amount_paise if case.cash_paise is None else case.cash_paise
    money = amount(cash if answer == CaseAnswer.CASH else case.amount_paise)
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
        **settlement_words.answered(),
    }
    sentence = sentences.get(answer, f"{{money}}: {answer_text(answer)}")
    if case.kind is CaseKind.LOST and answer == CaseAnswer.CONFIRM:
        sentence = translate("Cases", "{money} taken as paid: the booking is made anew and confirmed.")
    if case.kind == CaseKind.PART_PAYMENT and answer == CaseAnswer.REFUND:
        sentence = translate(
            "Cases",
            "{money} goes back: repeat a card's part on the machine, hand over all the rest in cash.",
        )
        if case.cash_paise is not None:
            sentence = translate(
                "Cases", "{money} goes back: repeat a card's part on the machine, hand over {cash} in cash."
            )
    return sentence.format(cash=amount(cash), money=money, customer=case.customer_name or case.masked_mobile)


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
