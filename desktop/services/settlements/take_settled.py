"""What was paid out is posted, row by row: from what the gateway owes to the bank, its fee apart."""

from collections.abc import Sequence
from datetime import datetime

from db import cases, journal, ledger, settlements
from db.database import Session
from db.ids import AccountId
from db.settlements import PAYMENT, REFUND, KnownMoney, SettledPlace, SettledRow
from db.states import AccountKind, CaseAnswer, CaseKind
from desktop.services.domain.figures import without_card_numbers
from desktop.services.domain.settlements import SettledItem
from desktop.services.records.case_facts import CaseFacts, facts_to_text

DISPUTE = "dispute"


class TakeSettled:
    """Takes rows into an open transaction. `cases_count`: the cases that were opened so far."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.cases_count = 0

    def __call__(self, items: Sequence[SettledItem]) -> list[SettledRow]:
        """Post the rows that are new and paid out, each once, and open a case for what is not as we have it.

        A payment or refund of ours leaves what the gateway owes; everything else stands beside it.
        """
        session = self._session
        settled = {(one.settlement_id, one.entity_id): one for one in items if one.settled_at is not None}
        before = settlements.known(session, settled)
        new = [one for key, one in settled.items() if key not in before and all(key)]
        self._twice = settlements.settled_as_ours(session, [one.entity_id for one in new])
        payment_ids = [one.payment_id for one in new if one.payment_id]
        self._money = settlements.known_money(session, payment_ids)
        self._refunds, self._nameless = settlements.known_refunds(
            session, [one.entity_id for one in new if one.entity_type == REFUND], payment_ids
        )
        self._accounts = {kind: ledger.get_account(session, kind) for kind in ACCOUNTS}
        return [self._take(one, one.settled_at) for one in new if one.settled_at is not None]

    def _take(self, item: SettledItem, settled_at: datetime) -> SettledRow:
        session = self._session
        money = self._money.get(item.payment_id) if item.payment_id else None
        is_money = item.entity_type in (PAYMENT, REFUND)
        is_ours = is_money and money is not None and money.is_ours and item.entity_id not in self._twice
        place = SettledPlace.OURS if is_ours else SettledPlace.OTHER
        booking_id = money.booking_id if money else None
        entry_id = ledger.post(session, "settled", self._postings(item, place), booking_id=booking_id)
        row = SettledRow(
            settlement_id=item.settlement_id,
            entity_id=item.entity_id,
            entity_type=item.entity_type,
            utr=item.utr,
            settled_at=settled_at,
            amount_paise=item.amount_paise,
            credit_paise=item.credit_paise,
            debit_paise=item.debit_paise,
            fee_paise=item.fee_paise,
            tax_paise=item.tax_paise,
            gateway_payment_id=item.payment_id,
            dispute_id=item.dispute_id,
            description=without_card_numbers(item.description),
            place=place,
            booking_id=booking_id,
            entry_id=entry_id,
        )
        settlements.add(session, row)
        kind = self._fault(item, money)
        self._twice |= {item.entity_id} if is_ours else set()
        if kind is not None:
            self._open_case(kind, row, money)
        return row

    def _postings(self, item: SettledItem, place: SettledPlace) -> list[tuple[AccountId, int]]:
        bank = item.credit_paise - item.debit_paise
        gateway = gross_paise(item.entity_type, item.amount_paise) if place is SettledPlace.OURS else 0
        amounts = {
            AccountKind.BANK: bank,
            AccountKind.GATEWAY_FEES: item.fee_paise - item.tax_paise,
            AccountKind.GATEWAY_FEE_TAX: item.tax_paise,
            AccountKind.GATEWAY: -gateway,
            AccountKind.SETTLED_OTHER: gateway - bank - item.fee_paise,
        }
        return [(self._accounts[kind], paise) for kind, paise in amounts.items()]

    def _fault(self, item: SettledItem, money: KnownMoney | None) -> CaseKind | None:
        """Return what somebody has to look at; what is called another program's is none of it."""
        if item.dispute_id or item.entity_type == DISPUTE:
            return CaseKind.CHARGEBACK
        if item.entity_type not in (PAYMENT, REFUND) or money is None:
            return CaseKind.SETTLED_UNKNOWN
        if not money.is_ours:
            return None
        gross = gross_paise(item.entity_type, item.amount_paise)
        adds_up = gross - item.fee_paise == item.credit_paise - item.debit_paise
        if item.entity_id in self._twice or not adds_up:
            return CaseKind.SETTLED_OTHERWISE
        if item.entity_type == PAYMENT:
            return None if money.amount_paise == item.amount_paise else CaseKind.SETTLED_OTHERWISE
        return self._fault_of_refund(item)

    def _fault_of_refund(self, item: SettledItem) -> CaseKind | None:
        known = self._refunds.get(item.entity_id)
        if known is not None:
            return None if known == item.amount_paise else CaseKind.SETTLED_OTHERWISE
        # Somebody gave it back on the gateway's own pages: only the sum of a payment is known.
        nameless = self._nameless.get(item.payment_id, 0) if item.payment_id else 0
        return None if nameless >= item.amount_paise else CaseKind.SETTLED_UNKNOWN

    def _open_case(self, kind: CaseKind, row: SettledRow, money: KnownMoney | None) -> None:
        paise = abs(row.credit_paise - row.debit_paise) or row.amount_paise
        if not paise:
            return
        facts: CaseFacts = {
            "settlement": row.settlement_id,
            "entity": row.entity_id,
            "entity_type": row.entity_type,
            "utr": row.utr,
            "description": row.description,
            "dispute": row.dispute_id,
            "amount_there_paise": row.amount_paise,
        }
        if money is not None:
            facts["expected_paise"] = money.amount_paise
        if row.gateway_payment_id:
            facts["gateway_payment"] = row.gateway_payment_id
        cases.open_new(
            self._session,
            kind=kind,
            booking_id=row.booking_id,
            amount_paise=paise,
            proposal=CaseAnswer.LOOK,
            facts=facts_to_text(facts),
        )
        content = {
            "amount_paise": paise,
            "kind": kind,
            "settlement": row.settlement_id,
            "item": row.entity_id,
        }
        journal.record(self._session, "PAYMENT_CASE_OPENED", content, booking_id=row.booking_id)
        self.cases_count += 1


ACCOUNTS = (
    AccountKind.BANK,
    AccountKind.GATEWAY_FEES,
    AccountKind.GATEWAY_FEE_TAX,
    AccountKind.GATEWAY,
    AccountKind.SETTLED_OTHER,
)


def gross_paise(entity_type: str, amount_paise: int) -> int:
    """Return what a payment or refund takes off what the gateway owes; nothing of anything else does."""
    return {PAYMENT: amount_paise, REFUND: -amount_paise}.get(entity_type, 0)


def put_in_place(session: Session, row: SettledRow) -> bool:
    """Put a row where it belongs by what is known now; False when another desk has done so."""
    to_ours = row.place is SettledPlace.OTHER
    if not settlements.put(session, row, SettledPlace.OURS if to_ours else SettledPlace.OTHER):
        return False
    gross = gross_paise(row.entity_type, row.amount_paise)
    moved = -gross if to_ours else gross
    postings = (
        (ledger.get_account(session, AccountKind.GATEWAY), moved),
        (ledger.get_account(session, AccountKind.SETTLED_OTHER), -moved),
    )
    ledger.post(session, "settled_placed", postings, booking_id=row.booking_id)
    content = {
        "settlement": row.settlement_id,
        "item": row.entity_id,
        "amount_paise": row.amount_paise,
        "ours": to_ours,
    }
    journal.record(session, "SETTLED_ROW_PLACED", content, booking_id=row.booking_id)
    return True
