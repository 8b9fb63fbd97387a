"""What each ledger is called in the accountant's program, and in which group it stands there."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from db.states import AccountKind
from desktop.services.domain.voucher import Ledger

_CASH, _BANK, _OWED = "Cash-in-Hand", "Bank Accounts", "Current Liabilities"
_K = AccountKind
USUAL: Mapping[str, Ledger] = {
    ledger.key: ledger
    for ledger in (
        Ledger(_K.DRAWER, "Cash in drawers", _CASH),
        Ledger(_K.SAFE, "Cash in the safe", _CASH),
        Ledger(_K.NEXT_FLOAT, "Cash floats", _CASH),
        Ledger(_K.BANK, "Bank", _BANK),
        Ledger(_K.CARD_MACHINE, "Card machine", _BANK),
        Ledger(_K.OWN_UPI, "UPI", _BANK),
        Ledger(_K.BANK_TRANSFER, "Bank transfers", _BANK),
        Ledger(_K.CHEQUE, "Cheques in hand", _BANK),
        Ledger(_K.GATEWAY, "Payment gateway", _BANK),
        Ledger(_K.WALLET, "Wallets of customers", _OWED),
        Ledger(_K.RESERVED_WALLET, "Wallet money set aside", _OWED),
        # The party of a sale to who stands at the counter.
        Ledger(_K.ADVANCE_RECEIVED, "Cash customers", _OWED),
        Ledger(_K.REFUNDS_PAYABLE, "Refunds payable", _OWED),
        Ledger(_K.UNRESOLVED_MONEY, "Unresolved receipts", _OWED),
        Ledger(_K.OWED_BY_COMPANIES, "Companies on account", "Sundry Debtors"),
        Ledger(_K.PAY_OUTS, "Pay-outs", "Indirect Expenses"),
        Ledger(_K.CASH_OVER_AND_SHORT, "Cash over and short", "Indirect Expenses"),
        Ledger(_K.ROUNDING, "Round off", "Indirect Expenses"),
        # What no paper tells the class of.
        Ledger(_K.SALES, "Sales", "Sales Accounts"),
        Ledger(_K.TAX_PAYABLE, "Tax payable", "Duties & Taxes"),
    )
}
MONEY = frozenset(
    (
        *(_K.DRAWER, _K.SAFE, _K.NEXT_FLOAT, _K.BANK, _K.CARD_MACHINE, _K.OWN_UPI),
        *(_K.BANK_TRANSFER, _K.CHEQUE, _K.GATEWAY),
    )
)
"""Where money lies."""
SALES = "sales"
DUTIES: Mapping[str, tuple[str, str]] = {
    "cgst": ("CGST output", "Central Tax"),
    "sgst": ("SGST output", "State Tax"),
    "igst": ("IGST output", "Integrated Tax"),
}


def sales_key(tax_class: str, rate_bp: int) -> str:
    """Return what the sales of a class at a whole rate are called here: sales:room:5."""
    return f"{SALES}:{tax_class}:{percent(rate_bp)}"


def levy_key(levy: str, rate_bp: int) -> str:
    """Return what a levy at its own rate is called here: cgst:2.5."""
    return f"{levy}:{percent(rate_bp)}"


def percent(rate_bp: int) -> str:
    """Return a rate in per cent, as short as it is: 5, 2.5."""
    return f"{rate_bp / 100:g}"


def ledger_of(key: str, names: Mapping[str, str]) -> Ledger:
    """Return a ledger by what it is here, under the name that the house has told, else the usual one."""
    found = USUAL.get(key) or _by_rate(key)
    return replace(found, name=names[key]) if key in names else found


def ledgers_of(keys: Iterable[str], names: Mapping[str, str]) -> dict[str, Ledger]:
    """Return these ledgers and all usual ones, by what they are here."""
    return {key: ledger_of(key, names) for key in dict.fromkeys((*USUAL, *sorted(keys), *names))}


def is_ledger(key: str) -> bool:
    """Whether a text is what a ledger can be here."""
    head, _, rest = key.partition(":")
    if key in USUAL:
        return True
    tax_class, _, rate = rest.rpartition(":")
    return _is_rate(rest) if head in DUTIES else head == SALES and bool(tax_class) and _is_rate(rate)


def _is_rate(text: str) -> bool:
    return text.isascii() and text.replace(".", "", 1).isdigit()


def _by_rate(key: str) -> Ledger:
    head, _, rest = key.partition(":")
    if head in DUTIES:
        word, duty = DUTIES[head]
        return Ledger(key, f"{word} {rest} %", "Duties & Taxes", duty)
    tax_class, _, rate = rest.rpartition(":")
    return Ledger(key, f"Sales {tax_class.replace('_', ' ')} {rate} %", "Sales Accounts")
