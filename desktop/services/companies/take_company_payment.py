"""TakeCompanyPayment: a company pays of what it owes, by cash, card, UPI, bank or cheque."""

from db import companies, customers, journal, ledger
from db.actor import Actor
from db.companies import CompanyReceiptRow
from db.database import Database, Session
from db.errors import KeyUsed
from db.ids import AccountId, CustomerId, RequestKey, ShiftId
from db.states import AccountKind, Tender
from desktop.services.companies.read_company import company_of
from desktop.services.domain.companies import Company
from desktop.services.domain.tenders import BY_HAND, REFERENCE_MAX, TENDERS, plain_reference, reference_fault
from desktop.services.errors import BadRequest, NotFound, OtherContent
from desktop.services.records.customer_record import read_customer
from desktop.services.steps.check_cash import check_cash
from desktop.services.steps.check_slip import check_slip
from desktop.services.steps.make_money_receipt import make_money_receipt
from desktop.services.steps.open_shift import open_shift_id


class TakeCompanyPayment:
    """Post the money to the tender's account, and the company owes so much less."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(
        self,
        customer_id: CustomerId,
        tender: Tender,
        amount_paise: int,
        reference: str,
        request_key: RequestKey,
        *,
        actor: Actor,
        again: bool = False,
    ) -> Company:
        """Return the company with what it owes then; the same key again takes nothing.

        Raises NotFound, SlipSeen without `again`, BadRequest for a tender that is not taken by hand, a wrong
        reference, and more than is owed, and OtherContent for a key under which something else was taken.
        """
        if tender not in BY_HAND:
            raise BadRequest("tender", "unknown", text=tender)
        if amount_paise <= 0:
            raise BadRequest("amount", "not_positive")
        fault = reference_fault(tender, reference)
        if fault is not None:
            raise BadRequest(f"{tender}_reference", fault, most=REFERENCE_MAX)
        slip = plain_reference(tender, reference) if TENDERS[tender].reference else None
        with self._database.write(actor) as session:
            # The customer first, as every act with money locks them.
            customers.lock(session, customer_id)
            row = companies.lock(session, customer_id)
            if row is None:
                raise NotFound("company", customer_id)
            done = companies.find_receipt(session, request_key)
            if done is not None:
                _check_same(done, customer_id, tender, amount_paise, slip)
                return company_of(session, row)
            owed = companies.owed_paise(session, customer_id)
            if amount_paise > owed:
                raise BadRequest("amount", "more_than_owed", most_paise=max(owed, 0))
            if TENDERS[tender].in_drawer:
                check_cash(session, customer_id, amount_paise)
            if not again:
                check_slip(session, tender, slip)
            shift_id = open_shift_id(session, cash=TENDERS[tender].in_drawer)
            owes = ledger.get_account(session, AccountKind.OWED_BY_COMPANIES, customer_id)
            postings = ((_account(session, tender, shift_id), amount_paise), (owes, -amount_paise))
            try:
                entry_id = ledger.post(session, "company_paid", postings, request_key=request_key)
            except KeyUsed as used:
                raise OtherContent(used.amount_paise) from used
            companies.add_receipt(
                session,
                entry_id=entry_id,
                customer_id=customer_id,
                tender=tender,
                amount_paise=amount_paise,
                reference=slip,
                shift_id=shift_id,
                request_key=request_key,
            )
            payer = read_customer(session, customer_id)
            make_money_receipt(session, payer, tender, amount_paise, reference=slip or "")
            content: dict[str, object] = {
                "customer": customer_id,
                "tender": tender,
                "amount_paise": amount_paise,
                "slip": slip,
                "owed_paise": owed - amount_paise,
            }
            journal.record(session, "COMPANY_PAID", content)
            return company_of(session, row)


def _account(session: Session, tender: Tender, shift_id: ShiftId) -> AccountId:
    traits = TENDERS[tender]
    return ledger.get_account(session, traits.account, shift_id if traits.in_drawer else None)


def _check_same(
    done: CompanyReceiptRow, customer_id: CustomerId, tender: Tender, amount_paise: int, slip: str | None
) -> None:
    asked = (customer_id, tender, amount_paise, slip)
    if (done.customer_id, done.tender, done.amount_paise, done.reference) != asked:
        raise OtherContent(done.amount_paise)
