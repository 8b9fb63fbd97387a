"""TopUpWallet: cash across the desk into a customer's wallet."""

from db import customers, house_rules, journal, ledger, top_ups
from db.actor import Actor
from db.database import Database
from db.errors import KeyUsed
from db.ids import CustomerId, RequestKey
from db.states import AccountKind, Tender
from desktop.services.domain.people import Customer
from desktop.services.errors import BadRequest, OtherContent
from desktop.services.records.customer_record import read_customer
from desktop.services.steps.check_cash import check_deposit
from desktop.services.steps.make_money_receipt import make_money_receipt
from desktop.services.steps.open_shift import open_shift_id

TOP_UP_PAISE_MAX = 1_00_000_00
"""The house's own for one top-up, whatever the limits of the law are set to (steps/check_cash.py)."""


class TopUpWallet:
    """Post the cash to this desk's drawer and the customer's wallet in one entry."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self, customer_id: CustomerId, amount_paise: int, request_key: RequestKey, *, actor: Actor
    ) -> Customer:
        """Return the customer with the new balance; the same key again posts nothing.

        Raises BadRequest, NotFound, CashForbidden, CashDepositForbidden, and OtherContent for a key under
        which something else went in.
        """
        if not 0 < amount_paise <= TOP_UP_PAISE_MAX:
            raise BadRequest("amount", "out_of_range", most_paise=TOP_UP_PAISE_MAX)
        with self._database.write(actor) as session:
            owner = customers.lock(session, customer_id)
            before = read_customer(session, customer_id)
            if not before.has_wallet:
                raise BadRequest("wallet", "no_mobile", name=before.name)
            done = top_ups.find_by_request(session, request_key)
            if done is not None:
                if (done.customer_id, done.amount_paise) != (owner, amount_paise):
                    raise OtherContent(done.amount_paise)
                return before
            check_deposit(session, owner, amount_paise)
            shift_id = open_shift_id(session, cash=True)
            drawer = ledger.get_account(session, AccountKind.DRAWER, shift_id)
            wallet = ledger.get_account(session, AccountKind.WALLET, owner)
            postings = ((drawer, amount_paise), (wallet, -amount_paise))
            try:
                entry_id = ledger.post(session, "wallet_top_up", postings, request_key=request_key)
            except KeyUsed as used:
                raise OtherContent(used.amount_paise) from used
            top_up_id = top_ups.add(
                session, entry_id=entry_id, customer_id=owner, amount_paise=amount_paise, shift_id=shift_id
            )
            make_money_receipt(session, before, Tender.CASH, amount_paise, top_up_id=top_up_id)
            after = read_customer(session, customer_id)
            facts = {"wallet_before_paise": before.wallet_paise, "wallet_after_paise": after.wallet_paise}
            journal.record(
                session, "WALLET_TOPPED_UP", {"customer": owner, "amount_paise": amount_paise, **facts}
            )
        return after


class UnusualTopUp:
    """Read above which amount a top-up is asked about once, in paise."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> int:
        """Return the house's limit."""
        with self._database.read() as session:
            return house_rules.read(session).unusual_top_up_paise
