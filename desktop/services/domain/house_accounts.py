"""Accounts of the house for its own tenders: what each needs, and the UPI code of one. Amounts in paise."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlencode

from db.ids import HouseAccountId
from db.states import Tender
from desktop.services.domain.seen_text import seen_text

NAME_MAX = 40
UPI_LIMIT_PAISE = 1_00_000_00
UPI_LIMIT_PAISE_MAX = 10_00_000_00
# name@handle, as NPCI's linking specification has it.
VPA = re.compile(r"[A-Za-z0-9._-]{2,256}@[A-Za-z][A-Za-z0-9.]{1,63}")
FOUR_FIGURES = re.compile(r"[0-9]{4}")
OF_A_BANK = (Tender.BANK_TRANSFER, Tender.CHEQUE)
WITH_ACCOUNTS = (Tender.OWN_UPI, *OF_A_BANK, Tender.CARD)


class AccountField(StrEnum):
    """What is entered of an account."""

    TENDER = "account_tender"
    NAME = "account_name"
    VPA = "account_vpa"
    PAYEE = "account_payee"
    LAST_FOUR = "account_last_four"
    BANK = "account_bank"
    LIMIT = "account_limit"


@dataclass(frozen=True, slots=True)
class HouseAccount:
    """An account as the clerk knows it; without an id it is one to be entered."""

    tender: Tender
    name: str
    vpa: str = ""
    payee_name: str = ""
    last_four: str = ""
    bank: str = ""
    upi_limit_paise: int = UPI_LIMIT_PAISE
    is_active: bool = True
    id: HouseAccountId | None = None

    def can_draw(self, paise: int) -> bool:
        """Whether a code for so much can be drawn: not above what one UPI payment may be."""
        return bool(self.vpa) and 0 < paise <= self.upi_limit_paise


def plain_account(account: HouseAccount) -> HouseAccount:
    """Return an account as it is kept: no gaps around, and nothing that its tender has no use for."""
    of_upi, of_bank = account.tender is Tender.OWN_UPI, account.tender in (*OF_A_BANK, Tender.CARD)
    return HouseAccount(
        tender=account.tender,
        name=seen_text(account.name),
        vpa=account.vpa.strip() if of_upi else "",
        payee_name=seen_text(account.payee_name) if of_upi else "",
        last_four=account.last_four.strip() if of_bank else "",
        bank=seen_text(account.bank) if of_bank else "",
        upi_limit_paise=account.upi_limit_paise,
        is_active=account.is_active,
        id=account.id,
    )


def account_fault(account: HouseAccount) -> AccountField | None:
    """Return the field that can't be so, the first of them; None where all is well."""
    is_long = any(len(text) > NAME_MAX for text in (account.name, account.payee_name, account.bank))
    checks = {
        AccountField.TENDER: account.tender in WITH_ACCOUNTS,
        AccountField.NAME: bool(account.name) and not is_long,
        AccountField.VPA: account.tender is not Tender.OWN_UPI or bool(VPA.fullmatch(account.vpa)),
        AccountField.PAYEE: account.tender is not Tender.OWN_UPI or bool(account.payee_name),
        # Never a whole number: four figures tell accounts apart, and no more is kept.
        AccountField.LAST_FOUR: account.tender not in OF_A_BANK
        or bool(FOUR_FIGURES.fullmatch(account.last_four)),
        AccountField.BANK: account.tender not in OF_A_BANK or bool(account.bank),
        AccountField.LIMIT: 0 < account.upi_limit_paise <= UPI_LIMIT_PAISE_MAX,
    }
    if account.last_four and not FOUR_FIGURES.fullmatch(account.last_four):
        return AccountField.LAST_FOUR
    return next((field for field, is_well in checks.items() if not is_well), None)


def upi_link(account: HouseAccount, paise: int, reference: str) -> str:
    """Return what the customer's app reads out of the code: payee, amount and the booking's reference."""
    facts = {
        "pa": account.vpa,
        "pn": account.payee_name,
        "am": f"{paise // 100}.{paise % 100:02d}",
        "cu": "INR",
        "tn": reference,
    }
    return f"upi://pay?{urlencode(facts, quote_via=quote, safe='@')}"
