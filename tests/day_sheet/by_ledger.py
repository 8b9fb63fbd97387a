"""The figures of a day sheet once more, from the postings alone: no row of a booking or payment is read."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select

from db.database import Database
from db.schema import account, desk, entry, posting
from db.states import AccountKind, Tender
from desktop.services.domain.day_sheet import Axis, DaySheet, Figure

TENDERS = {
    AccountKind.WALLET: Tender.WALLET,
    AccountKind.RESERVED_WALLET: Tender.WALLET,
    AccountKind.DRAWER: Tender.CASH,
    AccountKind.CARD_MACHINE: Tender.CARD,
    AccountKind.OWN_UPI: Tender.OWN_UPI,
    AccountKind.BANK_TRANSFER: Tender.BANK_TRANSFER,
    AccountKind.CHEQUE: Tender.CHEQUE,
    AccountKind.OWED_BY_COMPANIES: Tender.ON_ACCOUNT,
    AccountKind.GATEWAY: Tender.RAZORPAY,
}
MONEY = {
    "payment": Figure.TAKEN,
    "unresolved_to_booking": Figure.TAKEN,
    "tender_corrected": Figure.TAKEN,
    "refund": Figure.GIVEN_BACK,
    "refund_elsewhere": Figure.GIVEN_BACK,
    "company_paid": Figure.BILLS,
    "wallet_top_up": Figure.TOP_UPS,
    "wallet_top_up_reversed": Figure.TOP_UPS_BACK,
    "cash_in": Figure.CASH_IN,
    "cash_in_from_bank": Figure.CASH_IN,
    "cash_dropped": Figure.DROPPED,
    "cash_paid_out": Figure.PAID_OUT,
}
GOES_OUT = (Figure.GIVEN_BACK, Figure.TOP_UPS_BACK, Figure.DROPPED, Figure.PAID_OUT)
# The other side of the same act, which is no money of a tender.
OTHER_SIDE = {
    "company_paid": (AccountKind.OWED_BY_COMPANIES,),
    "wallet_top_up": (AccountKind.WALLET,),
    "wallet_top_up_reversed": (AccountKind.WALLET,),
}
AXES = (None, Axis.DAY, Axis.HOUR, Axis.DESK, Axis.PERSON, Axis.TENDER)
Sums = Counter[tuple[Figure, Axis | None, str]]


@dataclass(frozen=True)
class Posted:
    """A posting with its entry."""

    kind: str
    at: datetime
    desk: str
    clerk: str
    account: AccountKind
    paise: int


def postings(database: Database) -> list[Posted]:
    """Return every posting of the books."""
    statement = (
        select(entry.c.kind, entry.c.at, desk.c.code, entry.c.clerk, account.c.kind, posting.c.amount_paise)
        .join(posting, posting.c.entry_id == entry.c.id)
        .join(account, account.c.id == posting.c.account_id)
        .join(desk, desk.c.id == entry.c.desk_id)
    )
    with database.read() as session:
        return [Posted(*tuple(row)) for row in session.execute(statement)]


def figures_of(one: Posted) -> Iterator[tuple[Figure, int, Tender | None]]:
    """Yield what a posting is of a day sheet."""
    if one.account is AccountKind.SALES:
        yield Figure.NET, -one.paise, None
        yield Figure.TAXABLE, -one.paise, None
    elif one.account is AccountKind.TAX_PAYABLE:
        yield Figure.NET, -one.paise, None
        yield Figure.TAX, -one.paise, None
    elif one.account is AccountKind.ROUNDING:
        yield Figure.ROUNDING, -one.paise, None
    elif one.account is AccountKind.UNRESOLVED_MONEY:
        yield (Figure.SET_ASIDE if one.paise < 0 else Figure.DECIDED), abs(one.paise), None
        if one.kind == "unresolved_to_booking":
            yield Figure.TAKEN, one.paise, Tender.RAZORPAY
            yield Figure.MONEY, one.paise, Tender.RAZORPAY
    elif one.account in TENDERS and one.kind in MONEY and one.account not in OTHER_SIDE.get(one.kind, ()):
        figure, tender = MONEY[one.kind], TENDERS[one.account]
        yield figure, -one.paise if figure in GOES_OUT else one.paise, tender
        if figure not in (Figure.CASH_IN, Figure.DROPPED, Figure.PAID_OUT):
            yield Figure.MONEY, one.paise, tender


def by_ledger(database: Database, since: datetime, until: datetime, zone: str) -> Sums:
    """Return the sums of the acts in this time; what was put right is among what was taken."""
    sums: Sums = Counter()
    for one in postings(database):
        if not since <= one.at < until:
            continue
        local = one.at.astimezone(ZoneInfo(zone))
        for figure, paise, tender in figures_of(one):
            parts = {
                None: "",
                Axis.DAY: local.date().isoformat(),
                Axis.HOUR: f"{local.hour:02d}",
                Axis.DESK: one.desk,
                Axis.PERSON: one.clerk,
            }
            if tender is not None:
                parts[Axis.TENDER] = str(tender)
            for axis, part in parts.items():
                sums[figure, axis, part] += paise
    return Counter({key: paise for key, paise in sums.items() if paise})


def of_sheet(sheet: DaySheet) -> Sums:
    """Return the same sums as a sheet has them."""
    known = {figure for _, figure in [*MONEY.items()]} | {
        Figure.NET,
        Figure.TAXABLE,
        Figure.TAX,
        Figure.ROUNDING,
        Figure.SET_ASIDE,
        Figure.DECIDED,
        Figure.MONEY,
    }
    sums: Sums = Counter()
    for choice, cell in sheet.cells.items():
        figure = Figure.TAKEN if choice.figure is Figure.PUT_RIGHT else choice.figure
        is_rounding_of_tender = figure is Figure.ROUNDING and choice.axis is Axis.TENDER
        aside = figure in (Figure.SET_ASIDE, Figure.DECIDED) and choice.axis is Axis.TENDER
        if figure in known and choice.axis in AXES and not is_rounding_of_tender and not aside:
            sums[figure, choice.axis, choice.part] += cell.paise
    return Counter({key: paise for key, paise in sums.items() if paise})
