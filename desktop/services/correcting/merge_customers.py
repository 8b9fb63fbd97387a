"""MergeCustomers: two rows of one person become one."""

from db import companies, corrections, customers, journal, ledger
from db.actor import Actor
from db.database import Database, Session
from db.ids import CustomerId
from db.states import AccountKind
from desktop.services.correcting_errors import (
    NoWalletToKeep,
    OneCustomer,
    OtherGstins,
    OtherThanShown,
)
from desktop.services.domain.corrections import MergePlan
from desktop.services.domain.people import NOT_TOLD, Customer
from desktop.services.domain.permission import ManagerAct
from desktop.services.domain.place_of_supply import NOBODY
from desktop.services.errors import NotFound
from desktop.services.records.customer_record import read_customer
from desktop.services.steps.check_permission import check_permission
from desktop.services.steps.checked_reason import checked_reason


class PreviewMerge:
    """What would move, as the screen shows it before the key; reads only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self, kept: CustomerId, gone: CustomerId) -> MergePlan:
        """Return the plan. Raises NotFound, and OneCustomer where both are one already."""
        with self._database.read() as session:
            return _plan(session, kept, gone)


class MergeCustomers:
    """Wallet, bookings, top-ups, cases, promo uses and what is owed follow; the old row stays as a pointer.

    Of two companies the terms of the one that is kept go on; where it has none, those of the other do.

    There is no counter-act: afterwards nobody can tell which booking, and which rupee of one wallet, was
    whose. The journal names both and what moved, and a booking can go to another customer by hand.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self,
        kept: CustomerId,
        gone: CustomerId,
        reason: str,
        shown: MergePlan,
        *,
        actor: Actor,
        despite_gstins: bool = False,
    ) -> Customer:
        """Return who is kept; the same two again change nothing.

        Raises NotFound, OneCustomer, NotPermitted, OtherThanShown, OtherGstins unless told, NoWalletToKeep,
        BadRequest without a reason.
        """
        why = checked_reason(reason)
        with self._database.write(actor) as session:
            # Whoever pays or cancels has a booking first and then touches a wallet: so does this.
            corrections.lock_bookings(session, gone)
            corrections.lock_alone(session, kept, gone)
            corrections.lock_bookings(session, gone)
            for customer_id in sorted((kept, gone)):
                companies.lock(session, customer_id)
            if corrections.is_merged(session, gone) == kept:
                return read_customer(session, kept)
            plan = _plan(session, kept, gone)
            _check(plan, shown, despite_gstins=despite_gstins)
            subject = f"{kept} {gone} {plan.wallet_paise} {plan.booking_count} {plan.owed_paise}"
            moved = plan.wallet_paise + abs(plan.owed_paise)
            check_permission(session, ManagerAct.MERGE_CUSTOMERS, subject, amount_paise=moved)
            _merge(session, plan, why)
            return read_customer(session, kept)


def _plan(session: Session, kept_id: CustomerId, gone_id: CustomerId) -> MergePlan:
    kept, gone = read_customer(session, kept_id), read_customer(session, gone_id)
    if kept.id == gone.id:
        raise OneCustomer(kept.name)
    if (kept.id, gone.id) != (kept_id, gone_id):
        # One of them was made one with somebody else meanwhile: these two are not what is on the screen.
        raise NotFound("customer", gone_id if gone.id != gone_id else kept_id)
    differ = bool(kept.buyer.gstin and gone.buyer.gstin and kept.buyer.gstin != gone.buyer.gstin)
    owed = companies.owed_paise(session, gone.id)
    count = corrections.count_bookings(session, gone.id)
    return MergePlan(kept, gone, gone.wallet_paise, count, differ, owed)


def _check(plan: MergePlan, shown: MergePlan, *, despite_gstins: bool) -> None:
    if _moving(plan) != _moving(shown):
        raise OtherThanShown()
    if plan.gstins_differ and not despite_gstins:
        raise OtherGstins(plan.kept.buyer.gstin, plan.gone.buyer.gstin)
    if plan.gone.has_wallet and not plan.kept.has_wallet:
        raise NoWalletToKeep(plan.kept.name)


def _moving(plan: MergePlan) -> tuple[int, int, int]:
    return plan.booking_count, plan.wallet_paise, plan.owed_paise


def _merge(session: Session, plan: MergePlan, why: str) -> None:
    kept, gone = plan.kept, plan.gone
    companies.join(session, gone.id, kept.id)
    # First everything that names the customer: whoever is writing to one of these rows is waited for, and
    # what they put into the wallet is there when it is read.
    moved = corrections.merge(session, gone.id, kept.id, why)
    _join_buyers(session, kept, gone)
    wallet_paise = ledger.balance_paise(session, AccountKind.WALLET, gone.id)
    owed_paise = companies.owed_paise(session, gone.id)
    if (moved, wallet_paise, owed_paise) != _moving(plan):
        raise OtherThanShown()
    kinds = ((AccountKind.WALLET, wallet_paise), (AccountKind.OWED_BY_COMPANIES, -owed_paise))
    postings = [
        (ledger.get_account(session, kind, owner), paise)
        for kind, left in kinds
        if left
        for owner, paise in ((gone.id, left), (kept.id, -left))
    ]
    if postings:
        ledger.post(session, "wallet_merged", postings)
    content = {
        "kept": kept.id,
        "kept_mobile": kept.masked_mobile,
        "gone": gone.id,
        "gone_mobile": gone.masked_mobile,
        "wallet_paise": wallet_paise,
        "owed_paise": owed_paise,
        "bookings": moved,
        "reason": why,
    }
    journal.record(session, "CUSTOMERS_MERGED", content)


def _join_buyers(session: Session, kept: Customer, gone: Customer) -> None:
    """Let who is kept have what the tax knew of the other alone: GSTIN or State, name and address."""
    is_known = bool(kept.buyer.gstin) or (kept.buyer != NOBODY and not gone.buyer.gstin)
    buyer = kept.buyer if is_known else gone.buyer
    billing = gone.billing if kept.billing == NOT_TOLD else kept.billing
    if (buyer, billing) != (kept.buyer, kept.billing):
        customers.save_buyer(
            session,
            kept.id,
            gstin=buyer.gstin,
            state_code=buyer.state,
            buyer_kind=buyer.kind,
            billing_name=billing.name,
            billing_address="\n".join(billing.address),
            pin_code=billing.pin_code,
        )
