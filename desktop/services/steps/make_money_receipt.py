"""The receipt of money that pays for nothing yet: stored value is no supply, and bears no tax."""

from db import documents
from db.database import Session
from db.ids import TopUpId
from db.states import DocumentKind, RefundState, Tender
from desktop.services.domain.paper import GivenBack, Named, PaidBy, PaperContent
from desktop.services.domain.people import Customer
from desktop.services.steps.issue_paper import PaperRoll, buyer_from, earlier_papers


def make_money_receipt(
    session: Session,
    customer: Customer,
    tender: Tender,
    amount_paise: int,
    *,
    reference: str = "",
    top_up_id: TopUpId | None = None,
) -> Named:
    """Tell on paper of a top-up, or of what a company pays of its debt."""
    roll = PaperRoll(session)
    content = PaperContent(
        seller=roll.seller(""),
        buyer=buyer_from(customer, customer.buyer.gstin, customer.buyer.kind),
        desk_code=roll.desk_code,
        clerk=session.actor.person,
        paid=(PaidBy(None, tender, amount_paise, reference=reference),),
        top_up_id=top_up_id,
    )
    made = roll.issue(DocumentKind.MONEY_RECEIPT, content)
    roll.tell(None)
    return made


def take_back_money_receipt(
    session: Session, customer: Customer, top_up_id: TopUpId, amount_paise: int, reason: str
) -> None:
    """Tell on paper of a top-up that went back in cash, and name its receipt where it had one."""
    roll = PaperRoll(session)
    row = documents.money_receipt_of(session, top_up_id)
    content = PaperContent(
        seller=roll.seller(""),
        buyer=buyer_from(customer, customer.buyer.gstin, customer.buyer.kind),
        desk_code=roll.desk_code,
        clerk=session.actor.person,
        answers=tuple(one.named for one in earlier_papers([row] if row else [])),
        back=(GivenBack(Tender.CASH, amount_paise, 0, RefundState.DONE),),
        reason=reason,
        top_up_id=top_up_id,
    )
    roll.issue(DocumentKind.REFUND_RECEIPT, content)
    roll.tell(None)
