"""What every tender is called: in lists, on paper, on its button, and what is asked with it. One row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from db.states import InstrumentKind, Tender
from desktop.services.domain.tenders import ReferenceFault
from desktop.ui import paper_language

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """What is asked with a tender: the field's word, a hint, what is said of none and of a wrong one."""

    label: str
    spoken: str
    hint: str
    blank: str
    wrong: str


@dataclass(frozen=True, slots=True)
class TenderWords:
    """A tender's words. The last five are for what is taken by hand; `back`: where a refund to it goes."""

    name: str
    printed: str
    back: str = ""
    key: str = ""
    button: str = ""
    take: str = ""
    take_with_wallet: str = ""
    reference: ReferenceWords | None = None


def tender_words(tender: Tender) -> TenderWords:
    """Return the words of a tender in the language of now; a PaperLanguage says what is printed."""
    return WORDS[tender]()


def tender_word(tender: Tender, instrument_kind: InstrumentKind | None = None) -> str:
    """Return a tender; what came through the gateway by the name of its instrument, where it is known."""
    instruments: dict[InstrumentKind | None, str] = {
        InstrumentKind.QR: translate("Lifecycle", "UPI"),
        InstrumentKind.LINK: translate("Lifecycle", "payment link"),
        InstrumentKind.CARD_LINK: translate("Lifecycle", "card or netbanking"),
    }
    return instruments.get(instrument_kind, tender_words(tender).name)


def fault_text(tender: Tender, fault: ReferenceFault) -> str:
    """Return what is wrong with a tender's reference and what would do."""
    words = tender_words(tender).reference
    if words is None:
        raise AssertionError(f"{tender} has no reference")
    return words.blank if fault is ReferenceFault.BLANK else words.wrong


def _wallet() -> TenderWords:
    return TenderWords(
        name=translate("Lifecycle", "wallet"),
        printed=paper_language.translate("Documents", "Wallet"),
        back=translate("Cancellation", "wallet"),
    )


def _cash() -> TenderWords:
    return TenderWords(
        name=translate("Lifecycle", "cash"),
        printed=paper_language.translate("Documents", "Cash"),
        back=translate("Cancellation", "cash from this drawer"),
        key="C",
        button=translate("Payment", "Cash"),
        take=translate("Payment", "Take {now} in cash"),
        take_with_wallet=translate("Payment", "Take {now} in cash and {wallet} from the wallet"),
    )


def _card() -> TenderWords:
    return TenderWords(
        name=translate("Lifecycle", "card slip"),
        printed=paper_language.translate("Documents", "Card machine"),
        back=translate("Cancellation", "same card, on the card machine"),
        key="K",
        button=translate("Payment", "Card slip"),
        take=translate("Payment", "Take {now} by card"),
        take_with_wallet=translate("Payment", "Take {now} by card and {wallet} from the wallet"),
        reference=ReferenceWords(
            label=translate("TenderBlock", "Slip reference"),
            spoken=translate("TenderBlock", "Reference of the card slip"),
            hint=translate("TenderBlock", "approval code as printed, never the card's number"),
            blank=translate("Payment", "Enter the reference printed on the card slip."),
            wrong=translate(
                "Payment",
                "This looks like a card number, which is never kept. Enter the slip's approval code instead.",
            ),
        ),
    )


def _own_upi() -> TenderWords:
    return TenderWords(
        name=translate("Lifecycle", "own UPI code"),
        printed=paper_language.translate("Documents", "UPI, own QR code"),
        key="O",
        button=translate("Payment", "Own UPI code"),
        take=translate("Payment", "Take {now} by UPI on the own code"),
        take_with_wallet=translate(
            "Payment", "Take {now} by UPI on the own code and {wallet} from the wallet"
        ),
        reference=ReferenceWords(
            label=translate("TenderBlock", "UPI reference"),
            spoken=translate("TenderBlock", "Reference of the UPI payment, 12 figures"),
            hint=translate("TenderBlock", "12 figures, UTR or RRN in the payment message"),
            blank=translate("Payment", "Enter the 12 figures of the UPI payment (UTR or RRN)."),
            wrong=translate(
                "Payment", "A UPI reference has exactly 12 figures. Read it again from the payment message."
            ),
        ),
    )


def _bank_transfer() -> TenderWords:
    return TenderWords(
        name=translate("Lifecycle", "bank transfer"),
        printed=paper_language.translate("Documents", "Bank transfer"),
        key="B",
        button=translate("Payment", "Bank transfer"),
        take=translate("Payment", "Take {now} by bank transfer"),
        take_with_wallet=translate("Payment", "Take {now} by bank transfer and {wallet} from the wallet"),
        reference=ReferenceWords(
            label=translate("TenderBlock", "UTR"),
            spoken=translate("TenderBlock", "Reference of the bank transfer, UTR"),
            hint=translate("TenderBlock", "12, 16 or 22 signs, as the bank shows it"),
            blank=translate(
                "Payment", "Enter the UTR of the bank transfer, once the money is in the account."
            ),
            wrong=translate(
                "Payment",
                "A UTR has 12, 16 or 22 letters and figures. Read it again from the bank's message.",
            ),
        ),
    )


def _cheque() -> TenderWords:
    return TenderWords(
        name=translate("Lifecycle", "cheque"),
        printed=paper_language.translate("Documents", "Cheque"),
        key="Q",
        button=translate("Payment", "Cheque"),
        take=translate("Payment", "Take {now} by cheque"),
        take_with_wallet=translate("Payment", "Take {now} by cheque and {wallet} from the wallet"),
        reference=ReferenceWords(
            label=translate("TenderBlock", "Cheque number"),
            spoken=translate("TenderBlock", "Number of the cheque, 6 figures"),
            hint=translate("TenderBlock", "6 figures, at the foot of the cheque"),
            blank=translate("Payment", "Enter the number of the cheque, 6 figures."),
            wrong=translate(
                "Payment", "A cheque's number has exactly 6 figures. Read it at the foot of the cheque."
            ),
        ),
    )


def _on_account() -> TenderWords:
    return TenderWords(
        name=translate("Lifecycle", "on account"),
        printed=paper_language.translate("Documents", "On account"),
        back=translate("Cancellation", "less to pay on account"),
        key="A",
        button=translate("Payment", "On account"),
        take=translate("Payment", "Put {now} on the account"),
        take_with_wallet=translate("Payment", "Put {now} on the account and take {wallet} from the wallet"),
    )


def _razorpay() -> TenderWords:
    return TenderWords(
        name=translate("Lifecycle", "gateway"),
        printed=paper_language.translate("Documents", "Razorpay"),
        back=translate("Cancellation", "same account"),
    )


WORDS: Mapping[Tender, Callable[[], TenderWords]] = {
    Tender.WALLET: _wallet,
    Tender.CASH: _cash,
    Tender.CARD: _card,
    Tender.OWN_UPI: _own_upi,
    Tender.BANK_TRANSFER: _bank_transfer,
    Tender.CHEQUE: _cheque,
    Tender.ON_ACCOUNT: _on_account,
    Tender.RAZORPAY: _razorpay,
}
