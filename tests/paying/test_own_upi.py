"""UPI on the house's own QR code: taken with its twelve figures, on an account of its own, and given back."""

import pytest
from sqlalchemy import func, select

from db.schema import account, payment, posting
from db.states import BookingState, PaymentState, RefundState, Tender
from desktop.services.errors import BadRequest
from tests.counter import Counter

UTR = "412233445566"


def balance_paise(counter: Counter, kind: str) -> int:
    """Return what an account of the house has, as a debit."""
    with counter.database.read() as session:
        total = select(func.coalesce(func.sum(posting.c.amount_paise), 0))
        of_kind = total.join(account, account.c.id == posting.c.account_id).where(account.c.kind == kind)
        return int(session.execute(of_kind).scalar_one())


def test_it_pays_the_rest_beside_the_wallet_and_keeps_its_reference(any_counter: Counter) -> None:
    counter = any_counter
    customer = counter.customer(wallet_paise=1_000_00)
    hold = counter.hold(counter.quote(customer=customer), customer)
    rest = hold.total_paise - 1_000_00
    result = counter.pay(
        hold, wallet_paise=1_000_00, own_upi_paise=rest, own_upi_reference=" 4122 3344 5566 "
    )
    assert (result.state, result.due_paise, result.change_paise) == (BookingState.CONFIRMED, 0, 0)
    assert balance_paise(counter, "own_upi") == rest
    assert balance_paise(counter, "card_machine") == 0
    with counter.database.read() as session:
        kept = select(payment.c.reference, payment.c.received_paise, payment.c.state)
        row = session.execute(kept.where(payment.c.tender == Tender.OWN_UPI)).one()
    assert tuple(row) == (UTR, None, PaymentState.CAPTURED)
    assert counter.faults() == []


@pytest.mark.parametrize(
    ("reference", "reason"),
    [
        ("", "blank"),
        ("41223344556", "malformed"),
        ("4122334455667", "malformed"),
        ("41223344556A", "malformed"),
    ],
)
def test_only_twelve_figures_are_its_reference(counter: Counter, reference: str, reason: str) -> None:
    hold = counter.hold()
    before = counter.rows()
    with pytest.raises(BadRequest) as refusal:
        counter.pay(hold, own_upi_paise=hold.total_paise, own_upi_reference=reference)
    assert (refusal.value.field, refusal.value.reason) == ("own_upi_reference", reason)
    assert counter.rows() == before


def test_its_figures_are_read_in_every_script(counter: Counter) -> None:
    hold = counter.hold()
    counter.pay(hold, own_upi_paise=hold.total_paise, own_upi_reference="४१२२३३४४५५६६")
    assert counter.booking(hold).payments[0].reference == "412233445566"


@pytest.mark.parametrize("to_wallet", [False, True], ids=["cash", "wallet"])
def test_it_goes_back_in_cash_or_into_the_wallet(any_counter: Counter, to_wallet: bool) -> None:
    counter = any_counter
    hold = counter.hold()
    counter.pay(hold, own_upi_paise=hold.total_paise, own_upi_reference=UTR)
    plan = counter.plan(hold)
    assert [leg.back_to for leg in plan.legs] == [Tender.CASH]
    assert plan.drawer_paise == hold.total_paise
    chosen = frozenset(leg.payment_id for leg in plan.legs if to_wallet)
    result = counter.cancel(hold, plan, to_wallet=chosen)
    (refund,) = counter.booking(hold).refunds
    assert (refund.tender, refund.state) == (Tender.WALLET if to_wallet else Tender.CASH, RefundState.DONE)
    assert result.wallet_balance_paise == (hold.total_paise if to_wallet else 0)
    assert balance_paise(counter, "own_upi") == hold.total_paise
    assert balance_paise(counter, "drawer") == (0 if to_wallet else -hold.total_paise)
    assert counter.faults() == []
