"""A second computation of the return: plain loops over rows of papers and postings, nothing of the program's.

A paper's text is read as JSON; what is open of an advance is counted anew for each line at a period's begin
and end, instead of being followed.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from db.database import Database
from db.schema import account, document, entry, posting

INVOICES = ("tax_invoice", "ticket_invoice", "invoice_cum_bill", "consolidated_invoice")
INDIA = timedelta(hours=5, minutes=30)
Place = tuple[str, int]
Money = tuple[int, int, int, int]


@dataclass(frozen=True)
class Paper:
    """A row of `document` with its text taken apart."""

    kind: str
    number: str
    day: date
    content: dict[str, Any]

    @property
    def booking(self) -> str:
        return str(self.content["booking"]["id"]) if self.content["booking"] else ""

    @property
    def is_registered(self) -> bool:
        return bool(self.content["buyer"]["gstin"])

    def lines(self) -> Iterable[tuple[dict[str, Any], Money]]:
        """Return each counted line with value, CGST, SGST, IGST."""
        of = {line["number"]: line for line in self.content["lines"]}
        for one in self.content["amounts"]:
            money = (one["value_paise"], one["cgst_paise"], one["sgst_paise"], one["igst_paise"])
            yield of[one["number"]], money

    def answers(self, *kinds: str) -> bool:
        return any(one["kind"] in kinds for one in self.content["answers"])


def all_papers(database: Database) -> list[Paper]:
    """Return every paper in the order of its making."""
    columns = (document.c.kind, document.c.number, document.c.issued_on, document.c.content)
    with database.read() as session:
        rows = session.execute(select(*columns).order_by(document.c.id)).all()
    return [
        Paper(row.kind, row.number, row.issued_on, json.loads(row.content)) for row in rows if row.content
    ]


def supplied(papers: Iterable[Paper], first: date, last: date) -> Mapping[tuple[bool, str, int], list[int]]:
    """Return value and levies of what was supplied, by registered or not, place and rate; exempt has none."""
    found: dict[tuple[bool, str, int], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for paper in papers:
        if not first <= paper.day <= last or paper.content["seller"]["registration"] != "MH":
            continue
        sign = 1 if paper.kind in (*INVOICES, "debit_note") else -1 if paper.kind == "credit_note" else 0
        for line, money in paper.lines():
            if line["supply"] == "exempt" or not sign:
                continue
            key = (paper.is_registered, paper.content["place_state"], line["tax_rate_bp"])
            found[key] = [had + sign * one for had, one in zip(found[key], money, strict=True)]
    return {key: money for key, money in found.items() if any(money)}


def exempt_paise(papers: Iterable[Paper], first: date, last: date) -> int:
    """Return the value of all exempt seats."""
    total = 0
    for paper in papers:
        if not first <= paper.day <= last or paper.content["seller"]["registration"] != "MH":
            continue
        if paper.kind in (*INVOICES, "bill_of_supply"):
            sign = 1
        elif paper.kind == "credit_note" or (
            paper.kind == "refund_receipt" and paper.answers("bill_of_supply")
        ):
            sign = -1
        else:
            continue
        is_bill = paper.kind in ("bill_of_supply", "refund_receipt")
        total += sum(
            sign * money[0] for line, money in paper.lines() if is_bill or line["supply"] == "exempt"
        )
    return total


def open_advances(papers: Iterable[Paper], until: date) -> Mapping[Place, list[int]]:
    """Return what was open of advances at the end of a day, by place and rate: vouchers less what went back,
    of lines that no invoice has."""
    papers = [paper for paper in papers if paper.day <= until]
    billed = {
        (paper.booking, line["number"])
        for paper in papers
        if paper.kind in INVOICES
        for line, _ in paper.lines()
    }
    found: dict[Place, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for paper in papers:
        sign = {"receipt_voucher": 1, "refund_voucher": -1}.get(paper.kind, 0)
        for line, money in paper.lines() if sign else ():
            if (paper.booking, line["number"]) not in billed:
                key = (paper.content["place_state"], line["tax_rate_bp"])
                found[key] = [had + sign * one for had, one in zip(found[key], money, strict=True)]
    return {key: money for key, money in found.items() if any(money)}


@dataclass(frozen=True)
class Posted:
    """A posting with its day in India."""

    entry: str
    kind: str
    booking: str
    day: date
    account: str
    paise: int


def all_postings(database: Database) -> list[Posted]:
    """Return every posting of the ledger."""
    on = account.c.kind.label("on")
    joined = select(
        entry.c.id, entry.c.kind, entry.c.booking_id, entry.c.at, on, posting.c.amount_paise
    ).where(posting.c.entry_id == entry.c.id, posting.c.account_id == account.c.id)
    with database.read() as session:
        rows = session.execute(joined).all()
    return [
        Posted(row.id, row.kind, row.booking_id or "", _day(row.at), row.on, row.amount_paise) for row in rows
    ]


def _day(moment: datetime) -> date:
    return (moment.astimezone(UTC) + INDIA).date()


def by_account(postings: Iterable[Posted], day: date) -> Counter[str]:
    """Return the debits less credits of a day by account."""
    found = Counter[str]()
    for one in postings:
        if one.day == day:
            found[one.account] += one.paise
    return found
