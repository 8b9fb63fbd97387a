"""What a person with a pencil would have written down: every act by who did it, with the money of it.

Nothing of it is read from the database. At the end it must say the same as the ledger.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from db.states import AccountKind, Tender

TAKEN_ON = {
    Tender.CASH: AccountKind.DRAWER,
    Tender.CARD: AccountKind.CARD_MACHINE,
    Tender.OWN_UPI: AccountKind.OWN_UPI,
    Tender.BANK_TRANSFER: AccountKind.BANK_TRANSFER,
    Tender.CHEQUE: AccountKind.CHEQUE,
    Tender.WALLET: AccountKind.WALLET,
    Tender.RAZORPAY: AccountKind.GATEWAY,
    Tender.ON_ACCOUNT: AccountKind.OWED_BY_COMPANIES,
}


@dataclass
class HandBook:
    """Money by person and account, by drawer, by customer's wallet; in paise, what came in is positive."""

    by_person: Counter[tuple[str, AccountKind]] = field(default_factory=Counter)
    drawers: Counter[str] = field(default_factory=Counter)
    wallets: Counter[str] = field(default_factory=Counter)
    # By shift, day of the desk and tender: what was sold for and topped up, what went back.
    by_day: Counter[tuple[str, date, Tender]] = field(default_factory=Counter)
    acts: Counter[str] = field(default_factory=Counter)

    def note(self, act: str) -> None:
        """One more of this act was done."""
        self.acts[act] += 1

    def move(self, person: str, kind: AccountKind, paise: int, owner: str = "") -> None:
        """Money came to an account of its owner (a shift, a customer), or left it."""
        self.by_person[person, kind] += paise
        if kind is AccountKind.DRAWER:
            self.drawers[owner] += paise
        if kind is AccountKind.WALLET:
            # What lies in a wallet is owed: as it grows, the account is credited.
            self.wallets[owner] -= paise

    def took(
        self, person: str, tender: Tender, paise: int, *, shift: str, customer: str, day: date | None = None
    ) -> None:
        """A customer paid; negative: got it back. `day`: where it counts among the sales of a shift."""
        kind = TAKEN_ON[tender]
        if day is not None:
            self.by_day[shift, day, tender] += paise
        owner = {AccountKind.DRAWER: shift, AccountKind.WALLET: customer}.get(kind, "")
        self.move(person, kind, paise, owner)
