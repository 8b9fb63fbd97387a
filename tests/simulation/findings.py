"""What must hold when everything has come to rest, for every paisa and every request; and the figures."""

import base64
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from db.database import Database
from desktop.bootstrap import PRACTICE_KEY, PRACTICE_SECRET
from desktop.services.auditing.audit_database import AuditDatabase
from tests.simulation.books import Books, read_books
from tests.simulation.practice import StepPractice
from tests.simulation.requests_made import figures_of_requests, wrong_requests

NUMBERS = re.compile(r"[6-9]\d{9}")
BASIC = base64.b64encode(f"{PRACTICE_KEY}:{PRACTICE_SECRET}".encode()).decode()
SECRETS = (PRACTICE_SECRET, PRACTICE_KEY, BASIC)
SOLD = ("confirmed", "completed")
LOOKED_BACK_WITHIN = timedelta(hours=1)


@dataclass
class Findings:
    """What is wrong, in words, and the figures of a run."""

    faults: list[str] = field(default_factory=list)
    figures: dict[str, Any] = field(default_factory=dict)

    def look_for_leaks(self, where: str, text: str, mobiles: Sequence[str]) -> None:
        """Note each secret and each customer's full number in a text."""
        known = set(mobiles)
        if any(secret in text for secret in SECRETS):
            self.faults.append(f"a key or secret in {where}")
        if any(number in known for number in NUMBERS.findall(text)):
            self.faults.append(f"a full telephone number in {where}")


def examine(
    database: Database, practice: StepPractice, log_files: Iterable[Path], mobiles: Sequence[str]
) -> Findings:
    """Compare the desks' books with the gateway's own, run the audit, look for secrets, count."""
    books = read_books(database, practice)
    with database.read() as session:
        now = session.now
    findings = Findings()
    findings.faults += [
        f"audit {line.name}: {line.faults}" for line in AuditDatabase(database)() if not line.passed
    ]
    findings.faults += [
        *_open(books),
        *_looked_back(books, now),
        *_money(books),
        *_sold(books),
        *_refunds(books),
    ]
    findings.faults += wrong_requests(books)
    for file in log_files:
        findings.look_for_leaks("the program's log", file.read_text(encoding="utf-8"), mobiles)
    findings.look_for_leaks("the practice gateway's log", str(books.log), mobiles)
    findings.figures = _figures(books) | figures_of_requests(books)
    return findings


def _open(books: Books) -> list[str]:
    """Nothing may be left between two states."""
    waiting = [row for row in books.payments.values() if row.settled_at is None]
    unsent = [row for row in books.refunds.values() if row.state in ("planned", "sent", "pending")]
    return [f"still open: payment {row.id} {row.state} {row.last_answer}" for row in waiting] + [
        f"still open: refund {row.id} {row.state} {row.last_error}" for row in unsent
    ]


def _looked_back(books: Books, now: datetime) -> list[str]:
    """Every instrument has been asked a last time some while after its hold."""
    due = {row.id for row in books.bookings.values() if row.expires_at <= now - LOOKED_BACK_WITHIN}
    return [
        f"payment {row.id} {row.state} was not looked back at"
        for row in books.payments.values()
        if row.instrument_id is not None and row.looked_back_at is None and row.booking_id in due
    ]


def _money(books: Books) -> list[str]:
    """Each captured payment: every paisa is kept for a booking, given back, credited, or in the list."""
    faults = []
    live = books.live_refunds()
    cases = {row.gateway_payment_id: row for row in books.cases.values() if row.gateway_payment_id}
    captured = {one["id"]: one for one in books.account["payments"] if one["captured"]}
    faults += [f"money {one} is nowhere at the gateway" for one in books.money if one not in captured]
    for money_id, payment in captured.items():
        row, amount = books.money.get(money_id), payment["amount"]
        if row is None or row.amount_paise != amount:
            faults.append(f"money {money_id} of {amount} is not taken in: {row}")
            continue
        refunds = live[money_id]
        sent_back = sum(
            one["amount"]
            for one in books.account["refunds"]
            if one["payment_id"] == money_id and one["status"] != "failed"
        )
        given = sum(one.amount_paise for one in refunds if one.tender != "razorpay")
        owed = sum(one.amount_paise for one in refunds if one.state == "failed")
        planned = sum(one.amount_paise for one in refunds)
        case = cases.get(money_id)
        if case is not None and case.resolution == "refund" and planned != amount:
            faults.append(f"money {money_id} of {amount} was to go back, but only {planned} does")
        rest = _rest(books, row, case) - planned
        if rest < 0 or rest + sent_back + given + owed != amount:
            faults.append(
                f"money {money_id} of {amount}: {rest} kept or listed, {sent_back} sent back,"
                f" {given} given, {owed} owed"
            )
    return faults


def _rest(books: Books, row: Any, case: Any) -> int:
    """Return what of some money has a place of its own: a booking, a wallet, the list of open cases."""
    if row.use == "applied":
        mine = [
            one
            for one in books.payments.values()
            if one.reference == row.gateway_payment_id and one.state == "captured"
        ]
        is_kept = len(mine) == 1 and books.bookings[mine[0].booking_id].state in (*SOLD, "cancelled")
        return mine[0].amount_paise if is_kept else 0
    return row.amount_paise if case is not None else 0


def _sold(books: Books) -> list[str]:
    """No booking is sold without its money, and none is paid twice."""
    faults = []
    at_gateway = {one["id"]: one["amount"] for one in books.account["payments"] if one["captured"]}
    given = Counter[str]()
    for row in books.refunds.values():
        if row.payment_id and row.state != "replaced":
            given[row.payment_id] += row.amount_paise
    paid, returned = Counter[str](), Counter[str]()
    for row in books.payments.values():
        if row.state != "captured":
            continue
        paid[row.booking_id] += row.amount_paise
        returned[row.booking_id] += given[row.id]
        if row.tender == "razorpay" and at_gateway.get(row.reference) != row.amount_paise:
            faults.append(f"payment {row.id} names money that is not there: {row.reference}")
    for row in books.bookings.values():
        if row.state in SOLD and paid[row.id] - returned[row.id] != row.total_paise:
            faults.append(
                f"{row.reference} of {row.total_paise} is sold for {paid[row.id]} less {returned[row.id]}"
            )
        if paid[row.id] - returned[row.id] > row.total_paise:
            faults.append(
                f"{row.reference} of {row.total_paise} is paid twice: {paid[row.id]} less {returned[row.id]}"
            )
    return faults


def _refunds(books: Books) -> list[str]:
    """Each refund of ours is at the gateway once or never, and both sides agree on its end."""
    faults = []
    at_gateway: dict[str, list[Any]] = {}
    for one in books.account["refunds"]:
        if one["receipt"] is not None:
            at_gateway.setdefault(one["receipt"], []).append(one)
    for receipt, found in at_gateway.items():
        if len(found) > 1:
            faults.append(f"refund {receipt} was made {len(found)} times")
        if receipt not in books.refunds:
            faults.append(f"refund {receipt} is not ours")
    # One without a body was made elsewhere; what it comes to, `_money` follows.
    ours = [row for row in books.refunds.values() if row.tender == "razorpay" and row.body is not None]
    for row in ours:
        there = [one for one in at_gateway.get(row.id, []) if one["status"] == "processed"]
        if bool(there) != (row.state == "done"):
            faults.append(f"refund {row.id} is {row.state} here, {at_gateway.get(row.id)} there")
        elif there and there[0]["amount"] != row.amount_paise:
            faults.append(f"refund {row.id} has another amount at the gateway")
    return faults


def _figures(books: Books) -> dict[str, Any]:
    late = [
        row
        for row in books.bookings.values()
        if row.confirmed_at is not None and row.confirmed_at >= row.expires_at
    ]
    refunds = Counter(f"{row.tender} {row.state}" for row in books.refunds.values())
    cases = Counter(f"{row.kind} {row.state}" for row in books.cases.values())
    return {
        "bookings": dict(Counter(row.state for row in books.bookings.values())),
        "confirmed after the hold's end": len(late),
        "payments": dict(Counter(f"{row.tender} {row.state}" for row in books.payments.values())),
        "refunds": dict(refunds),
        "cases": dict(cases),
        "captured_paise": books.account["captured_paise"],
        "refunded_paise": books.account["refunded_paise"],
    }
