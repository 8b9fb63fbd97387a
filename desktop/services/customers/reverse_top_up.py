"""ReverseTopUp: a top-up that was a mistake goes back out of the wallet, and the cash out of the drawer."""

from db import customers, journal, ledger, top_ups
from db.actor import Actor
from db.database import Database, Session
from db.errors import BalanceTooLow, KeyUsed
from db.ids import RequestKey, TopUpId
from db.states import AccountKind
from db.top_ups import TopUpRow
from desktop.services.domain.people import Customer
from desktop.services.domain.permission import ManagerAct
from desktop.services.errors import AlreadyDone, NotFound, OtherContent, WalletTooLow
from desktop.services.records.customer_record import read_customer
from desktop.services.steps.check_cash import check_repayment
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_reason import checked_reason
from desktop.services.steps.make_money_receipt import take_back_money_receipt
from desktop.services.steps.open_shift import open_shift_id


class ReverseTopUp:
    """Post the whole amount back, while the wallet holds it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, top_up_id: TopUpId, reason: str, request_key: RequestKey, *, actor: Actor) -> Customer:
        """Return the customer with what the wallet holds then; the same key again takes nothing more.

        In another shift than that of the drawer which took the cash it needs permission, and the cash comes
        out of the drawer that is open now. Raises NotFound, AlreadyDone, NotPermitted, WalletTooLow,
        CashRepaymentForbidden, BadRequest without a reason, OtherContent.
        """
        why = checked_reason(reason)
        with self._database.write(actor) as session:
            seen = top_ups.find(session, top_up_id)
            if seen is None:
                raise NotFound("top_up", top_up_id)
            customers.lock(session, seen.customer_id)
            row = top_ups.get(session, top_up_id)
            if _is_replay(session, row, why, request_key):
                return read_customer(session, row.customer_id)
            if row.reversed_at is not None:
                raise AlreadyDone(what="top_up")
            shift_id = open_shift_id(session, cash=True)
            is_of_now = row.shift_id == shift_id
            act = ManagerAct.REVERSE_TOP_UP if is_of_now else ManagerAct.REVERSE_OF_OTHER_SHIFT
            check_permission(session, act, row.id, amount_paise=row.amount_paise)
            check_repayment(session, row.customer_id, row.amount_paise)
            before = read_customer(session, row.customer_id)
            postings = (
                (ledger.get_account(session, AccountKind.WALLET, row.customer_id), row.amount_paise),
                (ledger.get_account(session, AccountKind.DRAWER, shift_id), -row.amount_paise),
            )
            try:
                entry_id = ledger.post(session, "wallet_top_up_reversed", postings, request_key=request_key)
            except BalanceTooLow as low:
                raise WalletTooLow(
                    needed_paise=low.needed_paise, available_paise=low.available_paise
                ) from low
            except KeyUsed as used:
                raise OtherContent(used.amount_paise) from used
            if not top_ups.reverse(session, row.id, entry_id=entry_id, shift_id=shift_id, reason=why):
                raise AlreadyDone(what="top_up")
            take_back_money_receipt(session, before, row.id, row.amount_paise, why)
            after = read_customer(session, row.customer_id)
            content = {
                "top_up": row.id,
                "customer": row.customer_id,
                "amount_paise": row.amount_paise,
                "reason": why,
                "wallet_before_paise": before.wallet_paise,
                "wallet_after_paise": after.wallet_paise,
            }
            journal.record(session, "WALLET_TOP_UP_REVERSED", content)
        return after


def _is_replay(session: Session, row: TopUpRow, reason: str, request_key: RequestKey) -> bool:
    """Whether this request has taken it back before. Raises OtherContent when it did something else."""
    done = top_ups.find_reversed_by_request(session, request_key)
    if done is None:
        return False
    if (done.id, done.reverse_reason) != (row.id, reason):
        raise OtherContent(done.amount_paise)
    return True
