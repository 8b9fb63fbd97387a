"""What distinguishes one tender from another, in one table. A new tender is a row here."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from db.states import AccountKind, Tender
from desktop.services.domain.figures import holds_card_number, plain_figures
from desktop.services.domain.money import to_the_rupee
from desktop.services.domain.payment_plan import GATEWAY_MINIMUM_PAISE
from desktop.services.domain.seen_text import seen_text

REFERENCE_MAX = 40
# A slip's reference is short; thirteen to nineteen digits in it would be a card's own number.
CARD_NUMBER = re.compile(r"(?:\d[ -]?){13,19}")
# Every tenth UTR of twelve figures passes for a card's number; longer ones begin with letters.
LONG_RUN = re.compile(r"[0-9]{13,}")
GAPS = re.compile(r"[\s-]")


class ReferenceFault(StrEnum):
    """Why a reference can't be the one of its tender."""

    BLANK = "blank"
    TOO_LONG = "too_long"
    CARD_NUMBER = "card_number"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True)
class ReferenceForm:
    """How a tender's reference looks.

    With a pattern, gaps don't count and letters are capitals. Without one, any text will do that is no card's
    number. `first_letters`: with so many letters at most it may begin. `unlike_days`: for so long no second
    payment has the same one; of a machine beside the desk the numbers of other desks don't count.
    """

    pattern: re.Pattern[str] | None = None
    first_letters: int = 0
    unlike_days: int = 366
    of_desk: bool = False


@dataclass(frozen=True, slots=True)
class TenderTraits:
    """One tender.

    Its money is posted to `account`. `ways_back`: where a refund of it may go, the usual way first; less than
    `least_back_paise` goes the second way. `back_in_days`: what goes back to it reaches the customer days
    later. `back_by_slip`: the clerk gives it back on a machine, and it is done when the slip is entered.
    `reference`: a clerk who takes it has to enter one that looks so. `has_change`: it is handed over and
    change is given. `keeps_balance`: it is the customer's own money here. `is_owed`: the customer owes it, up
    to a limit. `by_gateway`: it is asked of the gateway, and not taken by hand at the desk.
    """

    account: AccountKind
    ways_back: tuple[Tender, ...]
    least_back_paise: int = 0
    back_in_days: bool = False
    back_by_slip: bool = False
    reference: ReferenceForm | None = None
    has_change: bool = False
    keeps_balance: bool = False
    by_gateway: bool = False
    is_owed: bool = False

    @property
    def comes_last(self) -> bool:
        """Whether it pays a hold only where that completes the payment."""
        return self.keeps_balance or self.is_owed

    @property
    def in_drawer(self) -> bool:
        """Whether its money lies in the drawer."""
        return self.account is AccountKind.DRAWER

    def way_back(self, back_paise: int) -> Tender:
        """Return where so much of it usually goes back."""
        return self.ways_back[1 if back_paise < self.least_back_paise else 0]


TENDERS: Mapping[Tender, TenderTraits] = {
    Tender.WALLET: TenderTraits(AccountKind.WALLET, (Tender.WALLET,), keeps_balance=True),
    Tender.CASH: TenderTraits(AccountKind.DRAWER, (Tender.CASH, Tender.WALLET), has_change=True),
    Tender.CARD: TenderTraits(
        AccountKind.CARD_MACHINE,
        (Tender.CARD, Tender.WALLET),
        back_in_days=True,
        back_by_slip=True,
        reference=ReferenceForm(first_letters=2, unlike_days=1, of_desk=True),
    ),
    # UPI on the house's own QR code; its reference (UTR, RRN) has twelve figures.
    Tender.OWN_UPI: TenderTraits(
        AccountKind.OWN_UPI,
        (Tender.CASH, Tender.WALLET),
        reference=ReferenceForm(re.compile(r"[0-9]{12}")),
    ),
    # A transfer's UTR: 22 signs for RTGS, 16 for NEFT, 12 figures for IMPS.
    Tender.BANK_TRANSFER: TenderTraits(
        AccountKind.BANK_TRANSFER,
        (Tender.CASH, Tender.WALLET),
        reference=ReferenceForm(re.compile(r"[0-9]{12}|[A-Z0-9]{16}|[A-Z0-9]{22}")),
    ),
    # Cheques of the RBI's CTS-2010 standard carry a number of six figures.
    Tender.CHEQUE: TenderTraits(
        AccountKind.CHEQUE,
        (Tender.CASH, Tender.WALLET),
        reference=ReferenceForm(re.compile(r"[0-9]{6}")),
    ),
    # What comes back of it lowers what the company owes.
    Tender.ON_ACCOUNT: TenderTraits(AccountKind.OWED_BY_COMPANIES, (Tender.ON_ACCOUNT,), is_owed=True),
    Tender.RAZORPAY: TenderTraits(
        AccountKind.GATEWAY,
        (Tender.RAZORPAY, Tender.WALLET),
        least_back_paise=GATEWAY_MINIMUM_PAISE,
        back_in_days=True,
        by_gateway=True,
    ),
}
# What a clerk takes by hand beside the wallet, in the order in which it is offered.
BY_HAND = tuple(
    tender for tender, traits in TENDERS.items() if not traits.by_gateway and not traits.comes_last
)


def cash_roundings(parts: Sequence[tuple[Tender, int]]) -> list[int]:
    """Return what rounding to the rupee adds to each part of one act, negative: takes.

    What is in cash goes from hand to hand as one sum and is rounded as one. The largest part bears it, and
    none becomes less than nothing.
    """
    in_cash = [place for place, (tender, _) in enumerate(parts) if TENDERS[tender].in_drawer]
    rounding = to_the_rupee(sum(parts[place][1] for place in in_cash))
    found = [0] * len(parts)
    for place in sorted(in_cash, key=lambda place: -parts[place][1]):
        found[place] = max(rounding, -parts[place][1])
        rounding -= found[place]
    return found


def plain_reference(tender: Tender, text: str) -> str:
    """Return a reference as it is kept: without gaps and in capitals where the tender's has a form."""
    form = TENDERS[tender].reference
    text = seen_text(plain_figures(text))
    return GAPS.sub("", text).upper() if form and form.pattern else text


def reference_fault(tender: Tender, text: str) -> ReferenceFault | None:
    """Return what is wrong with a reference; nothing is for a tender that has none."""
    form = TENDERS[tender].reference
    if form is None:
        return None
    plain = plain_reference(tender, text)
    if not plain:
        return ReferenceFault.BLANK
    if form.pattern is not None:
        if any(holds_card_number(run) for run in LONG_RUN.findall(plain)):
            return ReferenceFault.CARD_NUMBER
        return None if form.pattern.fullmatch(plain) else ReferenceFault.MALFORMED
    if len(text) > REFERENCE_MAX:
        return ReferenceFault.TOO_LONG
    is_card = CARD_NUMBER.search(plain) or holds_card_number(plain)
    return ReferenceFault.CARD_NUMBER if is_card else None
