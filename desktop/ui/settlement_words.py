"""The words of settlements: in the story of the books, in cases, and on their page."""

from PySide6.QtCore import QCoreApplication

from db.states import CaseAnswer, CaseKind

translate = QCoreApplication.translate


def records() -> dict[str, str]:
    """Return what each record of the journal says."""
    return {
        "SETTLEMENT_TAKEN_IN": translate("Settlements", "Payout of the gateway taken into the books"),
        "SETTLED_ROW_PLACED": translate("Settlements", "Row of a payout put where it belongs"),
    }


def entries() -> dict[str, str]:
    """Return what each entry of the ledger says."""
    return {
        "SETTLED": translate("Ledger", "paid out by the gateway"),
        "SETTLED_PLACED": translate("Ledger", "payout put where it belongs"),
    }


def kinds() -> dict[CaseKind, str]:
    """Return what is the matter with a row of a payout."""
    return {
        CaseKind.SETTLED_UNKNOWN: translate("Cases", "Paid out, and not ours"),
        CaseKind.SETTLED_OTHERWISE: translate("Cases", "Paid out otherwise"),
        CaseKind.CHARGEBACK: translate("Cases", "Taken back by a bank"),
    }


def explanations() -> dict[str, str]:
    """Return what happened to a row of a payout and what is to be done."""
    return {
        CaseKind.SETTLED_UNKNOWN: translate(
            "Cases",
            "The gateway has paid out or taken something that is no payment or refund of these books: a"
            " transfer, an adjustment, or money of another program. It stands beside what is owed.",
        ),
        CaseKind.SETTLED_OTHERWISE: translate(
            "Cases",
            "The gateway has paid out another amount than the books have, or the same twice. What the bank"
            " got is posted as it is; ask the gateway about the rest.",
        ),
        CaseKind.CHARGEBACK: translate(
            "Cases",
            "A bank has taken money back through the gateway: the customer disputes the payment. Answer on"
            " the gateway's own pages before its day is over.",
        ),
    }


def answers() -> dict[str, str]:
    """Return what the answer to such a case does."""
    return {CaseAnswer.SEEN: translate("Cases", "Seen; nothing is posted")}


def answered() -> dict[str, str]:
    """Return what has been done, for the moment after it."""
    return {CaseAnswer.SEEN: translate("Cases", "{money}: seen. What the bank got stays as it is posted.")}


def facts() -> dict[str, str]:
    """Return the names of what is known of a row."""
    return {
        "settlement": translate("Facts", "payout"),
        "item": translate("Facts", "row"),
        "entity": translate("Facts", "row"),
        "entity_type": translate("Facts", "kind there"),
        "utr": translate("Facts", "UTR"),
        "description": translate("Facts", "described"),
        "dispute": translate("Facts", "dispute"),
        "amount_there": translate("Facts", "amount there"),
        "rows": translate("Facts", "rows"),
        "bank": translate("Facts", "bank"),
        "ours": translate("Facts", "ours"),
    }


def type_word(entity_type: str) -> str:
    """Return what a row of a payout is."""
    words = {
        "payment": translate("Settlements", "payment"),
        "refund": translate("Settlements", "refund"),
        "transfer": translate("Settlements", "transfer"),
        "adjustment": translate("Settlements", "adjustment"),
        "dispute": translate("Settlements", "dispute"),
    }
    return words.get(entity_type) or entity_type.replace("_", " ")
