"""ListOpenCases: money that waits for a decision, the oldest first."""

from db import cases
from db.cases import CaseRow, ShownCaseRow
from db.database import Database, Session
from db.ids import BookingReference
from db.states import CaseAnswer, CaseKind, Tender
from desktop.services.domain.payment_plan import GATEWAY_MINIMUM_PAISE
from desktop.services.domain.people import mask_mobile
from desktop.services.domain.review import OpenCase
from desktop.services.domain.tenders import TENDERS
from desktop.services.records.case_facts import CaseFacts, facts_from_text, sign_from_facts
from desktop.services.steps.parts_to_return import parts_to_return
from desktop.services.steps.round_cash import rounding_of

WALLET, CONFIRM, REFUND = CaseAnswer.WALLET, CaseAnswer.CONFIRM, CaseAnswer.REFUND
CASH, GONE, NOT_OURS = CaseAnswer.CASH, CaseAnswer.GONE, CaseAnswer.NOT_OURS
# There is only to be seen to them.
OF_SETTLED: dict[CaseKind, tuple[CaseAnswer, ...]] = dict.fromkeys(cases.OF_SETTLED, (CaseAnswer.SEEN,))
ANSWERS = {
    **OF_SETTLED,
    CaseKind.LATE: (WALLET, CONFIRM, REFUND, GONE),
    CaseKind.DUPLICATE: (REFUND, WALLET, GONE),
    CaseKind.MISMATCH: (REFUND, WALLET, GONE),
    CaseKind.LOST: (CONFIRM, WALLET, REFUND, GONE),
    CaseKind.PART_PAYMENT: (WALLET, REFUND),
    CaseKind.REFUND_FAILED: (WALLET, CASH, REFUND, GONE),
}
# A stranger has no wallet and does not stand at the desk for cash. Another program on the same account takes
# money too; what it sold is not for this desk to give back. What the gateway won't give back ends so, too.
FOR_STRANGERS = {
    **OF_SETTLED,
    CaseKind.FOREIGN: (NOT_OURS, REFUND, GONE),
    CaseKind.LOST: (CONFIRM, REFUND, GONE),
    CaseKind.REFUND_FAILED: (REFUND, NOT_OURS, GONE),
}
NOT_SHOWN = ("sign_field", "sign", "looks_ours", "note")
NOTHING_LEFT = ("fully_refunded", "above_captured")


class ListOpenCases:
    """Read the open cases with the answers each one allows, the proposed one first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def __call__(self) -> tuple[OpenCase, ...]:
        """Return every open case."""
        with self._database.read() as session:
            return tuple(_case(row, _cash_paise(session, row)) for row in cases.list_open(session))


def _cash_paise(session: Session, row: CaseRow) -> int | None:
    """Return what an answer takes out of the drawer, as it is handed over; None where none takes any."""
    if row.kind is CaseKind.PART_PAYMENT and row.booking_id is not None:
        parts = parts_to_return(session, row.booking_id)
        in_cash = [left for _payment, left, way_back in parts if TENDERS[way_back].in_drawer]
    elif CASH in answers_of(row):
        in_cash = [row.amount_paise]
    else:
        return None
    return sum(paise + rounding_of(session, Tender.CASH, paise) for paise in in_cash)


def answers_of(row: CaseRow) -> tuple[CaseAnswer, ...]:
    """Return what staff may decide.

    Money of which a part has gone back pays for no booking any more, and what is below the gateway's minimum
    can't go back there; of a part payment, each tender's own goes back. Who has no mobile has no wallet.
    """
    barred = set() if row.has_wallet else {WALLET}
    facts = facts_from_text(row.facts)
    if facts.get("refunded_paise") or (row.kind is CaseKind.LOST and not facts.get("units")):
        barred.add(CONFIRM)
    if row.kind is not CaseKind.PART_PAYMENT and row.amount_paise < GATEWAY_MINIMUM_PAISE:
        barred.add(REFUND)
    answers = FOR_STRANGERS[row.kind] if row.customer_id is None else ANSWERS[row.kind]
    return tuple(one for one in answers if one not in barred)


def _proposal(row: CaseRow, answers: tuple[CaseAnswer, ...], facts: CaseFacts) -> CaseAnswer:
    """Return the answer to look at first: the one that is left, by what the gateway says of its refusal."""
    if facts.get("reason") in NOTHING_LEFT:
        return GONE
    if facts.get("reason") == "unknown_id" and NOT_OURS in answers:
        return NOT_OURS
    if row.proposal not in answers and row.kind is CaseKind.LATE and REFUND in answers:
        return REFUND  # to whom the wallet would be proposed: taking the units again is their own wish
    return row.proposal if row.proposal in answers else answers[0]


def _case(row: ShownCaseRow, cash_paise: int | None) -> OpenCase:
    answers = answers_of(row)
    facts = facts_from_text(row.facts)
    return OpenCase(
        id=row.id,
        kind=row.kind,
        amount_paise=row.amount_paise,
        booking_reference=BookingReference(row.reference),
        customer_name=row.name,
        masked_mobile=mask_mobile(row.mobile),
        proposal=_proposal(row, answers, facts),
        answers=answers,
        opened_at=row.opened_at,
        facts=tuple((name, str(value)) for name, value in sorted(facts.items()) if name not in NOT_SHOWN),
        cash_paise=cash_paise,
        sign=sign_from_facts(facts),
        looks_ours=bool(facts.get("looks_ours")),
    )
