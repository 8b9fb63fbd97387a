"""ReadVouchers: a day's entries of the ledger as vouchers, balanced to the paisa."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from db import accountant
from db.database import Database
from db.day_postings import PostingRow, postings_between
from db.ids import BookingId
from db.patience import READING
from db.states import AccountKind
from desktop.services.domain.counted_paper import CountedPaper
from desktop.services.domain.period import day_of
from desktop.services.domain.voucher import DayVouchers, Voucher, VoucherLine, VoucherType
from desktop.services.returns.ledgers import MONEY, ledger_of
from desktop.services.returns.read_papers import moments_of, papers_between
from desktop.services.returns.split_sale import split_sale

TYPES = {"sale": VoucherType.SALES, "cancellation": VoucherType.CREDIT_NOTE}
SPLIT = (AccountKind.SALES, AccountKind.TAX_PAYABLE)
Papers = Mapping[tuple[BookingId | None, datetime], Sequence[CountedPaper]]


class ReadVouchers:
    """Make one voucher of each entry, or one a day and type of all who are not registered, as is set."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, day: date) -> DayVouchers:
        """Return the vouchers of an Indian day, in the order in which they were posted."""
        first_at, end_at = moments_of(day_of(day))
        with self._database.read(READING) as session:
            rules, names = accountant.rules(session), accountant.ledger_names(session)
            papers: dict[tuple[BookingId | None, datetime], list[CountedPaper]] = defaultdict(list)
            for paper in papers_between(session, day_of(day)):
                papers[paper.booking_id, paper.made_at].append(paper)
            rows = list(postings_between(session, first_at, end_at))
            home = session.home
        made = list(_vouchers(rows, papers, day))
        vouchers = _joined(made, day, home) if rules.tally_summary else [one for one, _ in made]
        used = dict.fromkeys(line.ledger for one in vouchers for line in one.lines)
        ledgers = {key: ledger_of(key, names) for key in used}
        return DayVouchers(day, tuple(vouchers), ledgers, rules.tally_company)


def _vouchers(rows: Iterable[PostingRow], papers: Papers, day: date) -> Iterator[tuple[Voucher, bool]]:
    """Yield each entry's voucher, and whether its buyer is registered or owes on account."""
    for _, grouped in groupby(rows, key=lambda row: row.entry_id):
        postings = list(grouped)
        head = postings[0]
        told = papers.get((head.booking_id, head.at), ())
        lines = _lines(postings, told)
        numbers = tuple(paper.number for paper in told)
        who = next((paper.buyer_name for paper in told), "")
        parts = (head.reference or "", who, head.entry_kind.replace("_", " "), head.desk_code, head.clerk)
        voucher = Voucher(
            id=head.entry_id,
            type=_type(head.entry_kind, postings),
            day=day,
            number=numbers[0] if numbers else head.entry_id,
            papers=numbers,
            narration=", ".join(filter(None, (*parts, *numbers))),
            lines=lines,
        )
        is_named = any(paper.buyer_gstin for paper in told) or any(
            row.account is AccountKind.OWED_BY_COMPANIES for row in postings
        )
        yield voucher, is_named or head.booking_id is None


def _lines(postings: Sequence[PostingRow], papers: Sequence[CountedPaper]) -> tuple[VoucherLine, ...]:
    sums = Counter[str]()
    for row in postings:
        if row.account not in SPLIT:
            sums[row.account] += row.amount_paise
    sales, tax = (sum(row.amount_paise for row in postings if row.account is kind) for kind in SPLIT)
    if sales or tax:
        sums.update(split_sale(sales, tax, papers))
    return _ordered(sums)


def _ordered(sums: Mapping[str, int]) -> tuple[VoucherLine, ...]:
    """Return the debits first."""
    lines = [VoucherLine(ledger, paise) for ledger, paise in sums.items() if paise]
    return tuple(sorted(lines, key=lambda line: line.amount_paise < 0))


def _type(kind: str, postings: Sequence[PostingRow]) -> VoucherType:
    if kind in TYPES:
        return TYPES[kind]
    moved = [row.amount_paise for row in postings if row.account in MONEY]
    if len(moved) == len(postings):
        return VoucherType.CONTRA
    if sum(moved) > 0:
        return VoucherType.RECEIPT
    return VoucherType.PAYMENT if sum(moved) < 0 else VoucherType.JOURNAL


def _joined(made: Iterable[tuple[Voucher, bool]], day: date, home: str) -> list[Voucher]:
    """Put what was sold to who is not registered into one voucher of each type."""
    alone, sums, papers = (
        [],
        defaultdict[VoucherType, Counter[str]](Counter),
        defaultdict[VoucherType, int](int),
    )
    for voucher, stands_alone in made:
        if stands_alone:
            alone.append(voucher)
            continue
        papers[voucher.type] += len(voucher.papers)
        for line in voucher.lines:
            sums[voucher.type][line.ledger] += line.amount_paise
    for type_, ledgers in sums.items():
        number = f"{day:%Y%m%d}-{type_}"
        narration = f"{type_} of {day:%d-%m-%Y} to who is not registered, {papers[type_]} papers"
        lines = _ordered(ledgers)
        if lines:
            alone.append(Voucher(f"{home}-{number}", type_, day, number, (), narration, lines))
    return alone
