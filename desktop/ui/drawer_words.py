"""The words of shifts and drawers in the story of the books."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def records() -> dict[str, str]:
    """Return what each record of the journal says."""
    return {
        "SHIFT_OPENED": translate("Drawer", "Shift opened with its float"),
        "SHIFT_CLOSED": translate("Drawer", "Shift counted, closed and sealed"),
        "SHIFT_RECOUNTED": translate("Drawer", "Drawer counted once more before the seal"),
        "SHIFT_HANDED_OVER": translate("Drawer", "Drawer handed over"),
        "CASH_PUT_IN": translate("Drawer", "Cash put into the drawer"),
        "CASH_DROPPED": translate("Drawer", "Cash put into the safe"),
        "CASH_PAID_OUT": translate("Drawer", "Cash paid out of the drawer"),
    }


def entries() -> dict[str, str]:
    """Return what each entry of the ledger says."""
    return {
        "SHIFT_OPENED": translate("Ledger", "float of a shift"),
        "SHIFT_CLOSED": translate("Ledger", "close of a shift"),
        "CASH_IN": translate("Ledger", "cash from the safe"),
        "CASH_IN_FROM_BANK": translate("Ledger", "cash from the bank"),
        "CASH_DROPPED": translate("Ledger", "cash into the safe"),
        "CASH_PAID_OUT": translate("Ledger", "cash paid out"),
    }
